//! Spreadsheets: cells of `.xlsx`, `.ods` and `.xls` as the sheet shows them.
//!
//! Days come as `2026-03-02`, whole numbers without decimals. How much a packed
//! file says it unpacks to is added up before anything is unpacked; cells of `.xlsx`
//! are read one by one, so that a lonely cell at the far end costs nothing.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader as _, Sheets, open_workbook_auto_from_rs};
use zip::ZipArchive;

use super::{
    Book, COLUMNS_MAX, Encoding, ROWS_MAX, Row, Sheet, Sort, UNPACKED_MAX, Value, text,
};
use crate::model::failure::Failure;

/// A workbook in memory.
type Workbook = Sheets<Cursor<Vec<u8>>>;

pub(super) fn read(bytes: Vec<u8>) -> Result<Book, Failure> {
    demand_modest(&bytes)?;
    let mut workbook: Workbook =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let names = workbook.sheet_names();
    let mut sheets = Vec::with_capacity(names.len());
    for name in names {
        let rows = rows(&mut workbook, &name)?;
        sheets.push(Sheet { name, rows });
    }
    Ok(Book { sheets, encoding: Encoding::Unicode })
}

/// Refuses a packed file that would fill the memory.
fn demand_modest(bytes: &[u8]) -> Result<(), Failure> {
    if !bytes.starts_with(b"PK") {
        return Ok(());
    }
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let mut size = 0_u64;
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|error| unreadable(&error))?;
        size = size.saturating_add(file.size());
    }
    if size <= UNPACKED_MAX {
        return Ok(());
    }
    let most = UNPACKED_MAX / (1024 * 1024);
    Err(Failure::usage(
        format!("bảng bung ra hơn {most} MB"),
        format!("the table unpacks to more than {most} MB"),
    )
    .hint("chép phần cần dùng sang một tệp mới", "copy the part you need into a new file"))
}

fn unreadable(cause: &dyn std::fmt::Display) -> Failure {
    Failure::usage("không đọc được bảng", "cannot read the table").caused_by(cause).hint(
        "mở bằng Excel hay LibreOffice và lưu lại thành .xlsx, không đặt mật khẩu",
        "open it in Excel or LibreOffice and save it as .xlsx, without a password",
    )
}

fn rows(workbook: &mut Workbook, name: &str) -> Result<Vec<Row>, Failure> {
    let mut rows = Rows::default();
    if let Sheets::Xlsx(xlsx) = workbook {
        // Charts and macro sheets have no cells.
        let Ok(mut cells) = xlsx.worksheet_cells_reader(name) else { return Ok(Vec::new()) };
        while let Some(cell) = cells.next_cell().map_err(|error| unreadable(&error))? {
            rows.put(cell.get_position(), &cell_value(cell.get_value()))?;
        }
        return Ok(rows.finish());
    }
    let range = workbook.worksheet_range(name).map_err(|error| unreadable(&error))?;
    let (top, left) = range.start().unwrap_or((0, 0));
    for (row, column, data) in range.used_cells() {
        let place = |start: u32, offset: usize| {
            start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
        };
        rows.put((place(top, row), place(left, column)), data)?;
    }
    Ok(rows.finish())
}

fn cell_value(value: &DataRef<'_>) -> Data {
    match value {
        DataRef::SharedString(text) => Data::String((*text).to_owned()),
        DataRef::String(text) => Data::String(text.clone()),
        DataRef::Int(number) => Data::Int(*number),
        DataRef::Float(number) => Data::Float(*number),
        DataRef::Bool(flag) => Data::Bool(*flag),
        DataRef::DateTime(date) => Data::DateTime(*date),
        DataRef::DateTimeIso(date) => Data::DateTimeIso(date.clone()),
        DataRef::DurationIso(text) => Data::DurationIso(text.clone()),
        DataRef::Error(error) => Data::Error(error.clone()),
        DataRef::Empty => Data::Empty,
    }
}

/// Rows as cells arrive.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
}

impl Rows {
    fn put(&mut self, (row, column): (u32, u32), data: &Data) -> Result<(), Failure> {
        let number = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let value = shown(data);
        if value.text.is_empty() || column >= COLUMNS_MAX {
            return Ok(());
        }
        if self.rows.last().is_none_or(|last| last.number != number) {
            if self.rows.len() >= ROWS_MAX {
                return Err(text::too_many_rows());
            }
            self.rows.push(Row { number, values: Vec::new() });
        }
        if let Some(last) = self.rows.last_mut() {
            if last.values.len() <= column {
                last.values.resize(column.saturating_add(1), Value::default());
            }
            if let Some(place) = last.values.get_mut(column) {
                *place = value;
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Vec<Row> {
        self.rows.sort_by_key(|row| row.number);
        self.rows
    }
}

/// A number without the rubbish of binary fractions: 78.5, 90.86, 95000.
fn decimal(number: f64) -> String {
    let text = format!("{number:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A cell as the sheet shows it.
fn shown(data: &Data) -> Value {
    match data {
        Data::Empty => Value::default(),
        Data::String(text) | Data::DurationIso(text) => Value::new(text, Sort::Text),
        Data::Int(number) => Value::new(&number.to_string(), Sort::Number),
        Data::Float(number) => Value::new(&decimal(*number), Sort::Number),
        Data::Bool(true) => Value::new("có", Sort::Text),
        Data::Bool(false) => Value::new("không", Sort::Text),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Value::new(&format!("{year:04}-{month:02}-{day:02}"), Sort::Text)
        }
        Data::DateTime(span) => Value::new(&span.as_f64().to_string(), Sort::Number),
        Data::DateTimeIso(text) => {
            Value::new(text.split('T').next().unwrap_or(text), Sort::Text)
        }
        Data::Error(error) => Value::new(&error.to_string(), Sort::Flaw),
    }
}
