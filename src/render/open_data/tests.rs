//! Tests of the files of data: cells, types, the package that describes them.

use serde_json::{Value, json};

use super::*;
use crate::derive::table::index_of;

fn record() -> Record {
    let mut cells = vec![String::new(); COLUMNS.len()];
    for (id, text) in [
        ("slug", "mat-ong"),
        ("name", "=HYPERLINK(\"x\")"),
        ("stars", "4"),
        ("score", "78.5"),
        ("phone", "+84 900; 0900"),
    ] {
        text.clone_into(&mut cells[index_of(id)]);
    }
    let row = |part: Part, id: &str, text: &str| -> Row {
        let own = part.columns();
        own.map(|(_, it)| if it.id == id { text.to_owned() } else { String::new() }).collect()
    };
    let ratings = vec![row(Part::Ratings, "stars", "3"), row(Part::Ratings, "stars", "4")];
    let packs = vec![row(Part::Packs, "pack", "-hộp")];
    Record {
        cells: cells.into_iter().collect(),
        parts: [ratings, packs],
        standing: Row::default(),
    }
}

fn data() -> Data {
    Data::new(vec![record()], About::default())
}

fn published() -> Data {
    let standing = ["valid", "4", "2027-01-31", "2027-01-31", "san-pham/mat-ong/"];
    let standing = standing.into_iter().collect();
    let about = About {
        as_of: "2026-11-23".to_owned(),
        licence: Some(("CC0-1.0", "Creative Commons Zero 1.0", "https://example.org/")),
        ..About::default()
    };
    Data::new(vec![Record { standing, ..record() }], about)
}

#[test]
fn cells_never_run_as_formulas() {
    let text = data().file(DataFile::Csv);
    let row = text.lines().nth(1).unwrap();
    assert!(row.starts_with("mat-ong,\"'=HYPERLINK(\"\"x\"\")\",,"), "{row}");
    assert!(row.contains(",'+84 900; 0900,"), "{row}");
    let packs = data().file(DataFile::Part(Part::Packs));
    assert_eq!(packs.lines().nth(1), Some("mat-ong,1,'-hộp,,,,"));
    for text in ["=1", "+1", "-1", "@a", "\tx", "\rx"] {
        assert!(would_run(text), "{text:?}");
    }
    assert!(!would_run("1-2"));
}

#[test]
fn json_has_numbers_lists_and_every_rating() {
    let line = data().file(DataFile::JsonLines);
    let value: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(value["stars"], 4);
    assert_eq!(value["score"], 78.5);
    assert_eq!(value["phone"], json!(["+84 900", "0900"]));
    assert_eq!(value["ratings"], json!([{"stars": 3}, {"stars": 4}]));
    assert_eq!(value["packs"], json!([{"name": "-hộp"}]));
    assert_eq!(value.get("price"), None);
    assert_eq!(value.get("validity"), None);
    let whole: Value = serde_json::from_str(&data().file(DataFile::Json)).unwrap();
    assert_eq!(whole["products"][0], value);
    assert_eq!(whole["count"], 1);
    assert_eq!(whole.get("as_of"), None);
}

#[test]
fn what_is_published_tells_how_the_stars_stand() {
    let value: Value = serde_json::from_str(&published().file(DataFile::JsonLines)).unwrap();
    assert_eq!(value["validity"], "valid");
    assert_eq!(value["valid_stars"], 4);
    assert_eq!(value["page"], "san-pham/mat-ong/");
    let whole: Value = serde_json::from_str(&published().file(DataFile::Json)).unwrap();
    assert_eq!((&whole["as_of"], &whole["licence"]), (&json!("2026-11-23"), &json!("CC0-1.0")));
    let table = published().file(DataFile::Csv);
    let row = table.lines().nth(1).unwrap();
    assert!(row.ends_with(",valid,4,2027-01-31,2027-01-31,san-pham/mat-ong/"), "{row}");
}

#[test]
fn the_package_names_every_column_of_every_table() {
    let data = published();
    let package: Value = serde_json::from_str(&data.file(DataFile::Package)).unwrap();
    let mut tables = 0;
    for resource in package["resources"].as_array().unwrap() {
        let form = DataFile::ALL.iter().find(|form| resource["path"] == form.name()).unwrap();
        let Some(fields) = resource["schema"]["fields"].as_array() else { continue };
        let names: Vec<&str> = fields.iter().map(|it| it["name"].as_str().unwrap()).collect();
        let text = data.file(*form);
        let mut reader = csv::Reader::from_reader(text.trim_start_matches(MARK).as_bytes());
        let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(names, heads);
        assert_eq!(resource["rows"], reader.records().count());
        tables += 1;
    }
    assert_eq!(tables, 3);
}

#[test]
fn the_key_follows_what_is_said() {
    let one = data();
    assert_eq!(one.key(DataFile::Csv), data().key(DataFile::Csv));
    assert_ne!(one.key(DataFile::Csv), one.key(DataFile::Json));
    assert_ne!(one.key(DataFile::Csv), published().key(DataFile::Csv));
    let mut other = record();
    other.parts[0].pop();
    assert_ne!(
        one.key(DataFile::Csv),
        Data::new(vec![other], About::default()).key(DataFile::Csv)
    );
}
