//! Tables as offices keep them: `.xlsx`, `.ods`, `.xls` and `.csv`.
//!
//! [`read`] gives every sheet as rows of texts with the numbers that the
//! spreadsheet itself shows, whatever the file's format and encoding. What a
//! formula once gave is what counts; a formula that gave an error is a value
//! of its own ([`Sort::Flaw`]).
//!
//! Never runs a formula or macro, never follows a link, never unpacks more than
//! [`UNPACKED_MAX`] bytes.

#[cfg(feature = "tables")]
mod book;
mod legacy;
mod letters;
mod text;

use std::fs;
use std::path::Path;

use crate::model::failure::Failure;
pub use letters::Encoding;

/// Most bytes of a file.
const FILE_MAX: u64 = 64 * 1024 * 1024;
/// Most bytes that a packed file may unpack to.
#[cfg(feature = "tables")]
const UNPACKED_MAX: u64 = 512 * 1024 * 1024;
/// Most rows of a sheet.
const ROWS_MAX: usize = 200_000;
/// Most columns of a sheet that are looked at.
const COLUMNS_MAX: usize = 256;

/// A file of tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// Its sheets, in the order of the file.
    pub sheets: Vec<Sheet>,
    /// How the letters were stored.
    pub encoding: Encoding,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Name of the sheet; empty for `.csv`.
    pub name: String,
    /// Rows that hold anything.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: usize,
    /// Cells from the first column on.
    pub values: Vec<Value>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Value {
    /// What it shows, without white space around.
    pub text: String,
    /// What it was in the file.
    pub sort: Sort,
}

/// What a cell was in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Text.
    #[default]
    Text,
    /// A number: leading zeros are lost.
    Number,
    /// A formula that gave an error: `#REF!`.
    Flaw,
}

impl Value {
    fn new(text: &str, sort: Sort) -> Self {
        Self { text: settled(text), sort }
    }
}

/// One space for every run of blanks, no formula mark that an export put before it.
fn settled(text: &str) -> String {
    let text = crate::text::fold::nfc(text);
    let bare = match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => &text,
    };
    let lines = bare.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

impl Book {
    /// The first sheet that holds anything as text, a line for each row: every cell in quotes,
    /// a comma between two.
    pub fn as_text(&self) -> String {
        let sheet = self.sheets.iter().find(|sheet| !sheet.rows.is_empty());
        let rows = sheet.into_iter().flat_map(|sheet| &sheet.rows);
        let cell = |value: &Value| format!("\"{}\"", value.text.replace(['\n', '"'], " "));
        let line = |row: &Row| row.values.iter().map(cell).collect::<Vec<_>>().join(",");
        rows.map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Letters of a column, from 0: `A`, `Z`, `AA`.
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index.saturating_add(1);
    while rest > 0 {
        let digit = u8::try_from(rest.saturating_sub(1) % 26).unwrap_or(0);
        letters.push(char::from(b'A'.saturating_add(digit)));
        rest = rest.saturating_sub(1) / 26;
    }
    letters.iter().rev().collect()
}

/// Reads a file by its ending.
pub fn read(path: &Path) -> Result<Book, Failure> {
    let cannot = |error: &std::io::Error| {
        Failure::io("không đọc được bảng", "cannot read the table", path, error)
    };
    let len = fs::metadata(path).map_err(|error| cannot(&error))?.len();
    if len > FILE_MAX {
        let (mb, most) = (len / 1_000_000, FILE_MAX / 1_000_000);
        return Err(Failure::usage(
            format!("bảng nặng {mb} MB, nhiều nhất là {most} MB"),
            format!("the table has {mb} MB, the most is {most} MB"),
        )
        .at(path)
        .hint("chia thành nhiều tệp", "cut it into several files"));
    }
    let bytes = fs::read(path).map_err(|error| cannot(&error))?;
    let ending = path.extension().map(|it| it.to_string_lossy()).unwrap_or_default();
    of_bytes(bytes, &ending).map_err(|failure| failure.at(path))
}

/// Reads the bytes of a file with that ending.
pub fn of_bytes(bytes: Vec<u8>, ending: &str) -> Result<Book, Failure> {
    let mut book = match ending.to_ascii_lowercase().as_str() {
        "csv" | "tsv" | "txt" => text::read(&bytes),
        "xlsx" | "xlsm" | "ods" | "xls" => workbook(bytes),
        _ => Err(Failure::usage(
            "cần tệp .xlsx, .ods, .xls hoặc .csv",
            "expected a file .xlsx, .ods, .xls or .csv",
        )
        .hint("lưu bảng thành .xlsx", "save the table as .xlsx")),
    }?;
    if let Some(encoding) = legacy::mend(&mut book.sheets) {
        book.encoding = encoding;
    }
    Ok(book)
}

#[cfg(feature = "tables")]
fn workbook(bytes: Vec<u8>) -> Result<Book, Failure> {
    book::read(bytes)
}

#[cfg(not(feature = "tables"))]
fn workbook(_: Vec<u8>) -> Result<Book, Failure> {
    let failure = Failure::left_out("bảng Excel", "tables of Excel", "tables");
    Err(failure.hint("hoặc lưu bảng thành .csv", "or save the table as .csv"))
}

#[cfg(test)]
#[cfg(feature = "tables")]
mod tests;
