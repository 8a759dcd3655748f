//! The catalogue as data that others may use: CSV, JSON Lines, JSON, and a
//! Frictionless data package that explains them.
//!
//! All come from the one table of columns, so that they say the same. In CSV a
//! cell that a spreadsheet would run as a formula gets an apostrophe before it;
//! an import takes it off again. JSON has numbers where numbers are meant and
//! lists where a cell may hold several values; empty cells are left out. What is
//! published under `/data/` also says how each product's stars stand on the day
//! of the build ([`STANDING`]): stars are never told without their validity.
//!
//! Cost: about 10 µs a product and file. Never asks for the clock: the same catalogue
//! and day give the same bytes.

mod gather;
mod package;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

pub use gather::{office, published};

use crate::derive::table::{COLUMNS, Column, DataFile, NUMBER, Part};
use crate::source::Hash;

/// What spreadsheets want at the start of a text in UTF-8.
const MARK: &str = "\u{feff}";

/// A column that the program works out for the day of the build.
#[derive(Debug)]
pub struct Worked {
    /// Name in data files, `snake_case`.
    pub id: &'static str,
    /// Heading (Vietnamese, English).
    pub heading: (&'static str, &'static str),
    /// What it says (Vietnamese, English).
    pub help: (&'static str, &'static str),
    /// Type in Table Schema.
    pub kind: &'static str,
}

/// How each product stands on the day of the build, and where its page is.
pub const STANDING: [Worked; 5] = [
    Worked {
        id: "validity",
        heading: ("Hiệu lực", "Validity"),
        help: (
            "`valid` còn hiệu lực, `expiring` sắp hết hạn, `unsure` chưa rõ ngày hết hạn, `lapsed` đã hết hạn, `withdrawn` \
             đã thu hồi, `undated` chưa rõ ngày công nhận, `none` chưa có sao",
            "`valid`, `expiring` soon, `unsure` on which day it ends, `lapsed`, `withdrawn`, `undated`, `none` without stars",
        ),
        kind: "string",
    },
    Worked {
        id: "valid_stars",
        heading: ("Số sao còn hiệu lực", "Valid stars"),
        help: (
            "số sao được tính vào ngày dựng dữ liệu",
            "stars that count on the day of the data",
        ),
        kind: "integer",
    },
    Worked {
        id: "valid_at_least_until",
        heading: ("Hiệu lực ít nhất đến", "Valid at least until"),
        help: ("ngày sớm nhất giấy chứng nhận hết hạn", "first day on which it may end"),
        kind: "date",
    },
    Worked {
        id: "valid_at_most_until",
        heading: ("Hiệu lực nhiều nhất đến", "Valid at most until"),
        help: (
            "ngày muộn nhất giấy chứng nhận hết hạn; trùng cột trước khi biết đúng ngày",
            "last day on which it may end; the same where the day is known",
        ),
        kind: "date",
    },
    Worked {
        id: "page",
        heading: ("Trang", "Page"),
        help: ("địa chỉ trang của sản phẩm", "address of the product's page"),
        kind: "string",
    },
];

/// Texts of a row in one piece: a row of fifty cells, most of them empty, would weigh
/// several times as much as a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row(Box<str>);

/// Ends a cell; no text of a catalogue holds it.
const END: char = '\0';

impl Row {
    /// The texts of the cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator(END)
    }
}

impl<T: AsRef<str>> FromIterator<T> for Row {
    fn from_iter<I: IntoIterator<Item = T>>(cells: I) -> Self {
        let mut all = String::new();
        for cell in cells {
            all.extend(cell.as_ref().split(END));
            all.push(END);
        }
        Self(all.into_boxed_str())
    }
}

/// One product.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// One for each column.
    pub cells: Row,
    /// Its ratings and its packs, in the order of [`Part::ALL`]; a row each.
    pub parts: [Vec<Row>; 2],
    /// One for each of [`STANDING`]; none in a table for the office.
    pub standing: Row,
}

/// What the files say of the whole catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Its name (Vietnamese, English).
    pub title: (String, String),
    /// A sentence.
    pub description: String,
    /// Who publishes; may be empty.
    pub publisher: String,
    /// Address of the site; empty where it is not known.
    pub base_url: String,
    /// The day for which validity holds, in ISO 8601; empty in a table for the office.
    pub as_of: String,
    /// Terms of use: name, title, address.
    pub licence: Option<(&'static str, &'static str, &'static str)>,
}

/// Everything that the files say.
#[derive(Debug, Clone)]
pub struct Data {
    records: Vec<Record>,
    about: About,
    hash: Hash,
}

impl Data {
    /// Takes the records together.
    pub fn new(records: Vec<Record>, about: About) -> Self {
        let mut all = blake3::Hasher::new();
        let mut add = |text: &str| {
            all.update(text.as_bytes());
            all.update(b"\0");
        };
        add(&format!("{about:?}"));
        for record in &records {
            for text in record.cells.cells().chain(record.standing.cells()) {
                add(text);
            }
            for row in record.parts.iter().flatten() {
                for text in row.cells() {
                    add(text);
                }
                add("\u{1}");
            }
            add("\u{2}");
        }
        let hash = Hash::of(all.finalize().as_bytes());
        Self { records, about, hash }
    }

    /// Hash of everything that a file is made from.
    pub fn key(&self, form: DataFile) -> Hash {
        let mut all = form.name().as_bytes().to_vec();
        all.extend_from_slice(self.hash.as_bytes());
        Hash::of(&all)
    }

    /// The bytes of a file.
    pub fn file(&self, form: DataFile) -> String {
        match form {
            DataFile::Csv => self.csv(),
            DataFile::Part(part) => self.part(part),
            DataFile::JsonLines => {
                let mut out = String::with_capacity(self.records.len().saturating_mul(1500));
                for record in &self.records {
                    object(record, &mut out);
                    out.push('\n');
                }
                out
            }
            DataFile::Json => self.document(),
            DataFile::Package => package::package(self),
        }
    }

    /// How many products there are.
    pub fn products(&self) -> usize {
        self.records.len()
    }

    /// Cells of the main table, a row for each product.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.records.iter().map(|record| &record.cells)
    }

    /// How many rows a part has.
    pub fn part_rows(&self, part: Part) -> usize {
        self.records.iter().map(|record| rows_of(record, part).len()).sum()
    }

    /// Whether a file has so many bytes; a large one is not made for it.
    pub fn reaches(&self, form: DataFile, least: usize) -> bool {
        let rows = match form {
            DataFile::Package => 0,
            DataFile::Part(part) => self.part_rows(part),
            _ => self.products(),
        };
        // No row is without a byte.
        rows >= least || self.file(form).len() >= least
    }

    /// Whether the standing of products is told.
    fn is_published(&self) -> bool {
        !self.about.as_of.is_empty()
    }

    fn worked(&self) -> &'static [Worked] {
        if self.is_published() { &STANDING } else { &[] }
    }

    /// The table for spreadsheets; line ends as RFC 4180 has them.
    fn csv(&self) -> String {
        let mut out = String::from(MARK);
        let own = COLUMNS.iter().map(|column| column.heading.0);
        line(own.chain(self.worked().iter().map(|it| it.heading.0)), &mut out);
        for record in &self.records {
            line(record.cells.cells().chain(record.standing.cells()), &mut out);
        }
        out
    }

    fn part(&self, part: Part) -> String {
        let mut out = String::from(MARK);
        let own = part.columns().map(|(_, column)| column.heading.0);
        line([slug_heading(), NUMBER.0].into_iter().chain(own), &mut out);
        for record in &self.records {
            let slug = record.cells.cells().next().unwrap_or_default();
            for (number, row) in (1_usize..).zip(rows_of(record, part)) {
                let number = number.to_string();
                let lead = [slug, number.as_str()].into_iter();
                line(lead.chain(row.cells()), &mut out);
            }
        }
        out
    }

    fn document(&self) -> String {
        let mut out = String::with_capacity(self.records.len().saturating_mul(1500));
        let About { title, publisher, base_url, as_of, licence, .. } = &self.about;
        // Writing to a string cannot fail.
        let _ = write!(out, "{{\"title\":{{\"vi\":{},", quoted(&title.0));
        let _ =
            write!(out, "\"en\":{}}},\"publisher\":{}", quoted(&title.1), quoted(publisher));
        let licence = licence.map_or("", |(name, _, _)| name);
        for (key, text) in [("as_of", as_of.as_str()), ("site", base_url), ("licence", licence)]
        {
            if !text.is_empty() {
                let _ = write!(out, ",\"{key}\":{}", quoted(text));
            }
        }
        let own = COLUMNS.iter().map(|column| (column.id, column.heading));
        let all = own.chain(self.worked().iter().map(|it| (it.id, it.heading)));
        out.push_str(",\"columns\":[");
        for (number, (id, (vi, en))) in all.enumerate() {
            out.push_str(if number == 0 { "" } else { "," });
            let (vi, en) = (quoted(vi), quoted(en));
            let _ = write!(out, "{{\"id\":\"{id}\",\"vi\":{vi},\"en\":{en}}}");
        }
        let _ = write!(out, "],\"count\":{},\"products\":[", self.records.len());
        for (number, record) in self.records.iter().enumerate() {
            out.push_str(if number == 0 { "\n" } else { ",\n" });
            object(record, &mut out);
        }
        out.push_str("\n]}\n");
        out
    }
}

/// Heading of the column that names a product in every table.
fn slug_heading() -> &'static str {
    COLUMNS.first().map_or("", |column| column.heading.0)
}

fn rows_of(record: &Record, part: Part) -> &[Row] {
    let [ratings, packs] = &record.parts;
    match part {
        Part::Ratings => ratings,
        Part::Packs => packs,
    }
}

/// One line of a table.
fn line<T: AsRef<str>>(fields: impl Iterator<Item = T>, out: &mut String) {
    for (number, text) in fields.enumerate() {
        if number > 0 {
            out.push(',');
        }
        field(text.as_ref(), out);
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet would take the text for a formula.
fn would_run(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn field(text: &str, out: &mut String) {
    let mark = if would_run(text) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        let _ = write!(out, "\"{mark}{}\"", text.replace('"', "\"\""));
        return;
    }
    out.push_str(mark);
    out.push_str(text);
}

/// Type of a column in data files (Table Schema).
pub fn type_of(column: &Column) -> &'static str {
    match column.id {
        "stars" | "price" => "integer",
        "score" => "number",
        _ if column.many => "array",
        _ => "string",
    }
}

/// One product as a JSON object on one line.
fn object(record: &Record, out: &mut String) {
    out.push('{');
    let start = out.len();
    for (column, text) in COLUMNS.iter().zip(record.cells.cells()) {
        member(start, (column.id, type_of(column)), text, out);
    }
    for (worked, text) in STANDING.iter().zip(record.standing.cells()) {
        member(start, (worked.id, worked.kind), text, out);
    }
    for part in Part::ALL {
        let rows = rows_of(record, part);
        if rows.is_empty() {
            continue;
        }
        let _ = write!(out, ",\"{}\":[", part.key());
        for (number, row) in rows.iter().enumerate() {
            out.push_str(if number == 0 { "{" } else { ",{" });
            let start = out.len();
            for ((_, column), text) in part.columns().zip(row.cells()) {
                member(start, (column.name_in_part(), type_of(column)), text, out);
            }
            out.push('}');
        }
        out.push(']');
    }
    out.push('}');
}

fn member(start: usize, (id, kind): (&str, &str), text: &str, out: &mut String) {
    if text.is_empty() {
        return;
    }
    if out.len() > start {
        out.push(',');
    }
    let _ = write!(out, "\"{id}\":");
    match kind {
        "integer" | "number" if is_number(text) => out.push_str(text),
        "array" => {
            for (number, one) in text.split("; ").enumerate() {
                out.push(if number == 0 { '[' } else { ',' });
                out.push_str(&quoted(one));
            }
            out.push(']');
        }
        _ => out.push_str(&quoted(text)),
    }
}

/// Whether JSON reads the text as a number.
fn is_number(text: &str) -> bool {
    serde_json::from_str::<serde_json::Number>(text).is_ok()
}

/// The text as JSON writes it.
fn quoted(text: &str) -> String {
    // A text always serialises.
    serde_json::to_string(text).unwrap_or_default()
}
