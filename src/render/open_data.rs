//! The catalogue as data that others may use: CSV, JSON Lines, JSON, and a
//! Frictionless data package that explains them.
//!
//! All come from the one table of columns, so that they say the same. In CSV a
//! cell that a spreadsheet would run as a formula gets an apostrophe before it;
//! an import takes it off again. JSON has numbers where numbers are meant and
//! lists where a cell may hold several values; empty cells are left out.
//!
//! Cost: about 10 µs a product and file. Never asks for the clock: the same catalogue
//! gives the same bytes.

use serde_json::{Map, Value, json};

use crate::derive::table::{COLUMNS, Cell, Column};
use crate::model::settings::Settings;
use crate::text::lang::Lang;

/// Folder of the data in the output.
pub const FOLDER: &str = "data";

/// One of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values, headings in Vietnamese.
    Csv,
    /// One JSON object a line.
    JsonLines,
    /// One JSON document.
    Json,
    /// Frictionless `datapackage.json`.
    Package,
}

impl Form {
    /// All.
    pub const ALL: [Self; 4] = [Self::Csv, Self::JsonLines, Self::Json, Self::Package];

    /// Name of the file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Csv => "san-pham.csv",
            Self::JsonLines => "san-pham.jsonl",
            Self::Json => "san-pham.json",
            Self::Package => "datapackage.json",
        }
    }
}

/// A row: its cells, and the address of its page where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// Route of the product's page, below the site's root.
    pub page: Option<String>,
}

/// The bytes of a file.
pub fn file(form: Form, records: &[Record], settings: &Settings) -> String {
    match form {
        Form::Csv => csv(records, Lang::Vi),
        Form::JsonLines => {
            let lines = records.iter().flat_map(|it| [object(it).to_string(), "\n".to_owned()]);
            lines.collect()
        }
        Form::Json => document(records, settings),
        Form::Package => package(records.len(), settings),
    }
}

/// A table with headings in one language; line ends as RFC 4180 has them.
pub fn csv(records: &[Record], lang: Lang) -> String {
    let mut out = String::new();
    let line = |out: &mut String, fields: &mut dyn Iterator<Item = String>| {
        out.push_str(&fields.collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    };
    line(&mut out, &mut COLUMNS.iter().map(|column| field(lang.pick(column.heading))));
    for record in records {
        line(&mut out, &mut record.cells.iter().map(|cell| field(&harmless(&cell.shown))));
    }
    out
}

/// The text with an apostrophe where a spreadsheet would take it for a formula.
pub fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{text}");
    }
    text.to_owned()
}

fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}

/// Type of a column in data files (Table Schema).
fn type_of(column: &Column) -> &'static str {
    match column.id {
        "stars" | "price" => "integer",
        "score" => "number",
        _ if column.many => "array",
        _ => "string",
    }
}

fn object(record: &Record) -> Value {
    let mut object = Map::new();
    for (column, cell) in COLUMNS.iter().zip(&record.cells) {
        let text = cell.shown.as_str();
        if text.is_empty() {
            continue;
        }
        let value = match type_of(column) {
            "integer" | "number" => serde_json::from_str(text).unwrap_or_else(|_| text.into()),
            "array" => text.split("; ").map(Value::from).collect(),
            _ => Value::from(text),
        };
        object.insert(column.id.to_owned(), value);
    }
    if let Some(page) = &record.page {
        object.insert("page".to_owned(), page.as_str().into());
    }
    Value::Object(object)
}

fn document(records: &[Record], settings: &Settings) -> String {
    let columns: Vec<Value> = COLUMNS
        .iter()
        .map(|column| json!({"id": column.id, "vi": column.heading.0, "en": column.heading.1}))
        .collect();
    let head = json!({
        "title": {"vi": settings.title.vi, "en": settings.title.en},
        "publisher": settings.issuer.name.vi,
        "columns": columns,
        "count": records.len(),
    });
    let rows: Vec<String> = records.iter().map(|it| object(it).to_string()).collect();
    let head = head.to_string();
    let head = head.strip_suffix('}').unwrap_or(&head);
    format!("{head},\"products\":[\n{}\n]}}\n", rows.join(",\n"))
}

fn package(count: usize, settings: &Settings) -> String {
    let base = settings.base_url.as_deref();
    let columns = |types: bool| -> Vec<Value> {
        let field = |column: &Column| {
            let name = if types { column.id } else { column.heading.0 };
            let is_list = type_of(column) == "array" && !types;
            let kind = if is_list { "string" } else { type_of(column) };
            json!({"name": name, "type": kind, "title": column.heading.0,
                "description": column.heading.1})
        };
        COLUMNS.iter().map(field).collect()
    };
    let title = settings.title.vi.as_str();
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "ocop",
        "title": title,
        "description": settings.description.vi,
        "keywords": ["OCOP"],
        "resources": [
            {
                "name": "san-pham",
                "type": "table",
                "path": Form::Csv.file(),
                "title": title,
                "scheme": "file",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": true},
                "schema": {"fields": columns(false), "primaryKey": [COLUMNS.first().map_or("", |it| it.heading.0)]},
            },
            {
                "name": "san-pham-jsonl",
                "path": Form::JsonLines.file(),
                "title": title,
                "format": "jsonl",
                "mediatype": "application/jsonl",
                "encoding": "utf-8",
            },
            {
                "name": "san-pham-json",
                "path": Form::Json.file(),
                "title": title,
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
            },
        ],
        "count": count,
    });
    if let (Some(base), Some(object)) = (base, package.as_object_mut()) {
        object.insert("homepage".to_owned(), base.into());
    }
    // Values of plain texts always serialise.
    let mut text = serde_json::to_string_pretty(&package).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::table::index_of;
    use crate::diag::span::Span;

    fn record() -> Record {
        let mut cells = vec![Cell::default(); COLUMNS.len()];
        for (id, text) in [
            ("slug", "mat-ong"),
            ("name", "=HYPERLINK(\"x\")"),
            ("stars", "4"),
            ("score", "78.5"),
            ("phone", "+84 900; 0900"),
        ] {
            cells[index_of(id)].shown = text.to_owned();
        }
        Record { cells, page: Some("san-pham/mat-ong/".to_owned()) }
    }

    #[test]
    fn cells_never_run_as_formulas() {
        let text = csv(&[record()], Lang::Vi);
        let row = text.lines().nth(1).unwrap();
        assert!(row.starts_with("mat-ong,\"'=HYPERLINK(\"\"x\"\")\",,"), "{row}");
        assert!(row.contains(",'+84 900; 0900,"), "{row}");
        for text in ["=1", "+1", "-1", "@a", "\tx", "\rx"] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(harmless("1-2"), "1-2");
    }

    #[test]
    fn json_has_numbers_and_lists() {
        let line = file(Form::JsonLines, &[record()], &Settings::new(Span::default()));
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["stars"], 4);
        assert_eq!(value["score"], 78.5);
        assert_eq!(value["phone"], json!(["+84 900", "0900"]));
        assert_eq!(value["page"], "san-pham/mat-ong/");
        assert_eq!(value.get("price"), None);
        let whole = file(Form::Json, &[record()], &Settings::new(Span::default()));
        let whole: Value = serde_json::from_str(&whole).unwrap();
        assert_eq!(whole["products"][0], value);
        assert_eq!(whole["count"], 1);
    }

    #[test]
    fn the_package_names_every_column_of_the_table() {
        let settings = Settings::new(Span::default());
        let text = file(Form::Package, &[record()], &settings);
        let package: Value = serde_json::from_str(&text).unwrap();
        let table = &package["resources"][0];
        let names: Vec<&str> = (table["schema"]["fields"].as_array().unwrap().iter())
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        let head = csv(&[], Lang::Vi);
        let mut reader = csv::Reader::from_reader(head.as_bytes());
        let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(names, heads);
        for resource in package["resources"].as_array().unwrap() {
            assert!(Form::ALL.iter().any(|form| resource["path"] == form.file()));
        }
    }
}
