//! Tables as text: fields between commas, semicolons or tabs.
//!
//! The sign between fields is the one that the first lines have most of. Rows
//! are numbered as a spreadsheet that opens the file would number them: empty
//! lines count, a line break within quotes does not.

use csv::{ReaderBuilder, StringRecord};

use super::{Book, COLUMNS_MAX, ROWS_MAX, Row, Sheet, Sort, Value, letters};
use crate::model::failure::Failure;

/// Bytes at the start that tell the sign between fields.
const SAMPLE: usize = 4096;

pub(super) fn read(bytes: &[u8]) -> Result<Book, Failure> {
    let (text, encoding) = letters::decode(bytes)?;
    let rows = rows(&text)?;
    Ok(Book { sheets: vec![Sheet { name: String::new(), rows }], encoding })
}

fn rows(text: &str) -> Result<Vec<Row>, Failure> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let (mut number, mut line) = (0_usize, 1_u64);
    let mut record = StringRecord::new();
    loop {
        let more = reader.read_record(&mut record).map_err(|error| {
            Failure::usage("không đọc được bảng", "cannot read the table").caused_by(&error)
        })?;
        if !more {
            return Ok(rows);
        }
        // The reader passes over empty lines in silence; a spreadsheet shows them.
        let now = reader.position().line();
        let read = usize::try_from(now.saturating_sub(line)).unwrap_or(0);
        let own = record.iter().map(|field| field.matches('\n').count()).sum::<usize>();
        let empty = read.saturating_sub(own).saturating_sub(1);
        number = number.saturating_add(empty).saturating_add(1);
        line = now;
        let fields = record.iter().take(COLUMNS_MAX);
        let values: Vec<Value> = fields.map(|field| Value::new(field, Sort::Text)).collect();
        if values.iter().any(|value| !value.text.is_empty()) {
            if rows.len() >= ROWS_MAX {
                return Err(too_many_rows());
            }
            rows.push(Row { number, values });
        }
    }
}

pub(super) fn too_many_rows() -> Failure {
    Failure::usage(
        format!("bảng có hơn {ROWS_MAX} hàng"),
        format!("the table has more than {ROWS_MAX} rows"),
    )
    .hint("chia thành nhiều tệp", "cut it into several files")
}

fn delimiter(text: &str) -> u8 {
    let start = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in start.bytes() {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte && !quoted) {
            *count = count.saturating_add(1);
        }
    }
    // The earlier one among equals: commas are the rule.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| *sign)
}
