//! `datapackage.json`: what the files are, for programs.
//!
//! A Data Package of Frictionless, version 2 (docs/SOURCES.md#open-data): three
//! tables with the type of each column and how they refer to each other, and the
//! two files of JSON. Columns are called by their headings, which is what the
//! tables have; their names in JSON stand beside them.

use serde_json::{Map, Value, json};

use super::{Data, Worked, slug_heading, type_of};
use crate::derive::table::{COLUMNS, Column, DataFile, NUMBER, Part};
use crate::model::rating::Validity;

/// The text of the file.
pub(super) fn package(data: &Data) -> String {
    let about = &data.about;
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "ocop",
        "title": about.title.0,
        "keywords": ["OCOP"],
        "resources": resources(data),
    });
    if let Some(object) = package.as_object_mut() {
        let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
        for (key, text) in [("description", &about.description), ("homepage", &about.base_url)]
        {
            if !text.is_empty() {
                put(key, text.as_str().into());
            }
        }
        if !about.publisher.is_empty() {
            let publisher = json!({"title": about.publisher, "roles": ["publisher"]});
            put("contributors", json!([publisher]));
        }
        if !about.as_of.is_empty() {
            put("created", format!("{}T00:00:00+07:00", about.as_of).into());
            put("version", about.as_of.as_str().into());
        }
        if let Some((name, title, url)) = about.licence {
            put("licenses", json!([{"name": name, "title": title, "path": url}]));
        }
    }
    // Values of plain texts always serialise.
    let mut text = serde_json::to_string_pretty(&package).unwrap_or_default();
    text.push('\n');
    text
}

fn resources(data: &Data) -> Vec<Value> {
    let mut fields: Vec<Value> =
        COLUMNS.iter().map(|column| field(column, column.id)).collect();
    fields.extend(data.worked().iter().map(worked));
    let slug = slug_heading();
    let products = json!({"fields": fields, "primaryKey": [slug]});
    let mut all = vec![table(DataFile::Csv, "san-pham", data.products(), &products)];
    for part in Part::ALL {
        let form = DataFile::Part(part);
        let name = form.name().trim_end_matches(".csv");
        all.push(table(form, name, data.part_rows(part), &part_schema(part)));
    }
    for (form, media) in
        [(DataFile::JsonLines, "application/jsonl"), (DataFile::Json, "application/json")]
    {
        let format = form.name().rsplit('.').next().unwrap_or_default();
        all.push(json!({
            "name": format!("san-pham-{format}"),
            "path": form.name(),
            "format": format,
            "mediatype": media,
            "encoding": "utf-8",
        }));
    }
    all
}

fn table(form: DataFile, name: &str, rows: usize, schema: &Value) -> Value {
    json!({
        "name": name,
        "type": "table",
        "path": form.name(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": true},
        "rows": rows,
        "schema": schema,
    })
}

/// Rows of a part belong to a row of the main table.
fn part_schema(part: Part) -> Value {
    let slug = slug_heading();
    let mut fields = vec![
        described(slug, "string", ("slug", COLUMNS.first().map_or("", |it| it.heading.1))),
        described(NUMBER.0, "integer", ("number", NUMBER.1)),
    ];
    fields.extend(part.columns().map(|(_, column)| field(column, column.name_in_part())));
    json!({
        "fields": fields,
        "primaryKey": [slug, NUMBER.0],
        "foreignKeys": [{
            "fields": [slug],
            "reference": {"resource": "san-pham", "fields": [slug]},
        }],
    })
}

fn field(column: &Column, name: &str) -> Value {
    // Lists are one cell here, with `;` between their values.
    let kind = if column.many { "string" } else { type_of(column) };
    let mut field = described(column.heading.0, kind, (name, column.heading.1));
    let demands = match column.id {
        "slug" => json!({"required": true, "unique": true}),
        "name" => json!({"required": true}),
        "stars" => json!({"minimum": 1, "maximum": 5}),
        "score" => json!({"minimum": 0, "maximum": 100}),
        _ => return field,
    };
    if let Some(field) = field.as_object_mut() {
        field.insert("constraints".to_owned(), demands);
    }
    field
}

fn worked(worked: &Worked) -> Value {
    let mut field = described(worked.heading.0, worked.kind, (worked.id, worked.heading.1));
    if let Some(field) = field.as_object_mut() {
        field.insert("description".to_owned(), worked.help.1.into());
        if worked.id == "validity" {
            let words = json!({"required": true, "enum": Validity::ALL.map(Validity::slug)});
            field.insert("constraints".to_owned(), words);
        }
    }
    field
}

/// A field by its heading, with its name in JSON and its heading in English.
fn described(heading: &str, kind: &str, (name, english): (&str, &str)) -> Value {
    let mut field = Map::new();
    for (key, text) in
        [("name", heading), ("type", kind), ("title", english), ("jsonName", name)]
    {
        field.insert(key.to_owned(), text.into());
    }
    Value::Object(field)
}
