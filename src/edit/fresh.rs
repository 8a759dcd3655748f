//! `new`: one dossier, producer, page, fair or brochure to start from.
//!
//! A product goes the way of an import of one row, so it is judged by the same
//! words, gets its producer's file with it, and a slug that no other has. What is
//! there already is never touched.

mod keyed;

pub use keyed::{Keyed, keyed};

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::draft::scalar;
use super::import::{self, Finding, Plan, Request};
use crate::derive::table::{COLUMNS, column_of, index_of};
use crate::model::failure::Failure;
use crate::source::sheet::{Book, Encoding, Row, Sheet, Sort, Value};
use crate::text::date::Day;
use crate::text::slug::slugify;

/// What became of it.
#[derive(Debug)]
pub enum Made {
    /// The files that were written, the asked one last.
    Files(Vec<String>),
    /// Nothing: these are the reasons.
    Refused(Vec<Finding>),
}

/// Makes a product's dossier from values by heading.
///
/// A dossier that lacks what a published one must have becomes a draft.
pub fn product(root: &Path, values: &[(String, String)], today: Day) -> Result<Made, Failure> {
    let mut row = vec![String::new(); COLUMNS.len()];
    for (heading, value) in values {
        let column = column_of(heading).and_then(|at| row.get_mut(at)).ok_or_else(|| {
            Failure::usage(
                format!("không có cột nào tên là `{heading}`"),
                format!("there is no column `{heading}`"),
            )
        })?;
        column.clone_from(value);
    }
    let says =
        |row: &[String], id: &str| row.get(index_of(id)).is_some_and(|it| !it.is_empty());
    let needed = ["group", "producer", "province", "stars"];
    let complete = needed.iter().all(|id| says(&row, id));
    if let Some(state) = row.get_mut(index_of("state")).filter(|it| it.is_empty() && !complete)
    {
        "Bản nháp".clone_into(state);
    }
    let request =
        Request { root: root.to_owned(), file: PathBuf::new(), given: Vec::new(), today };
    let plan = import::plan_book(&request, &book(&row))?.forgotten();
    let errors = || plan.findings.iter().filter(|finding| finding.is_error()).cloned();
    if plan.refused > 0 {
        return Ok(Made::Refused(errors().collect()));
    }
    if plan.created.is_empty() {
        return Err(Failure::usage(
            "đã có hồ sơ của sản phẩm này, không ghi đè",
            "this product has a dossier already; nothing is overwritten",
        )
        .hint("tìm bằng tên trong content/products", "look for its name in content/products"));
    }
    import::write(&plan, root)?;
    Ok(Made::Files(paths(&plan)))
}

fn paths(plan: &Plan) -> Vec<String> {
    plan.producers.iter().chain(&plan.created).map(|(path, _)| path.clone()).collect()
}

/// A table of one row.
fn book(row: &[String]) -> Book {
    let value = |text: &str| Value { text: text.trim().to_owned(), sort: Sort::Text };
    let heads = COLUMNS.iter().map(|column| value(column.heading.0)).collect();
    let rows = vec![
        Row { number: 1, values: heads },
        Row { number: 2, values: row.iter().map(|text| value(text)).collect() },
    ];
    Book { sheets: vec![Sheet { name: String::new(), rows }], encoding: Encoding::Unicode }
}

/// Makes a producer's file.
pub fn producer(root: &Path, name: &str, place: &[(&str, String)]) -> Result<String, Failure> {
    let mut text = format!("name: {}\n", scalar(name));
    for (key, value) in place.iter().filter(|(_, value)| !value.is_empty()) {
        text.extend([format!("{key}: {}\n", scalar(value))]);
    }
    create(root, "content/producers", &slugify(name), "yaml", &text)
}

/// Makes a page of prose.
pub fn page(root: &Path, title: &str) -> Result<String, Failure> {
    let text = format!("---\ntitle: {}\nmenu: no\n---\n", scalar(title));
    create(root, "content/pages", &slugify(title), "md", &text)
}

/// Writes a file that is not there yet, under the first free name.
fn create(
    root: &Path,
    folder: &str,
    stem: &str,
    ending: &str,
    text: &str,
) -> Result<String, Failure> {
    if stem.is_empty() {
        return Err(Failure::usage(
            "tên cần có ít nhất một chữ cái hoặc chữ số",
            "the name needs a letter or a digit",
        ));
    }
    let place = import::below(root, folder);
    fs::create_dir_all(&place).map_err(|error| {
        Failure::io("không tạo được thư mục", "cannot make the folder", &place, &error)
    })?;
    let numbered = (2_u32..1000).map(|number| format!("{stem}-{number}"));
    for slug in std::iter::once(stem.to_owned()).chain(numbered) {
        let taken = ["md", "yaml", "yml"].map(|end| place.join(format!("{slug}.{end}")));
        if taken.iter().any(|path| path.exists()) || place.join(&slug).exists() {
            continue;
        }
        let path = place.join(format!("{slug}.{ending}"));
        let written =
            File::create_new(&path).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| {
            Failure::io("không ghi được tệp", "cannot write the file", &path, &error)
        })?;
        return Ok(format!("{folder}/{slug}.{ending}"));
    }
    Err(Failure::usage("mọi tên gần giống đều đã dùng", "all names like it are taken"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::scaffold;

    fn set(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_dossier_is_made_once_and_a_bare_one_is_a_draft() {
        let dir = tempfile::tempdir().unwrap();
        scaffold::init(dir.path()).unwrap();
        let today = Day::new(2026, 11, 23).unwrap();
        let values =
            set(&[("Tên sản phẩm", "Trà sen"), ("Tỉnh", "Ha Noi"), ("Nhóm", "do-uong")]);
        let Made::Files(files) = product(dir.path(), &values, today).unwrap() else { panic!() };
        assert_eq!(files, ["content/products/ha-noi/tra-sen.md"]);
        let text = String::from_utf8(fs::read(dir.path().join(&files[0])).unwrap()).unwrap();
        assert_eq!(
            text,
            "---\nname: Trà sen\ngroup: do-uong\nprovince: Hà Nội\nstate: draft\n---\n"
        );
        assert!(product(dir.path(), &values, today).is_err());
        let bare = set(&[("Tên", "Sản phẩm mới")]);
        let Made::Files(files) = product(dir.path(), &bare, today).unwrap() else { panic!() };
        assert_eq!(files, ["content/products/san-pham-moi.md"]);
        let wrong = set(&[("Tên", "X"), ("Tỉnh", "Ha Nooi")]);
        assert!(
            matches!(product(dir.path(), &wrong, today).unwrap(), Made::Refused(it) if it.len() == 1)
        );
    }

    #[test]
    fn names_that_are_taken_get_a_number() {
        let dir = tempfile::tempdir().unwrap();
        let place = [("province", "Hà Nội".to_owned()), ("commune", String::new())];
        assert_eq!(
            producer(dir.path(), "HTX A", &place).unwrap(),
            "content/producers/htx-a.yaml"
        );
        assert_eq!(
            producer(dir.path(), "HTX A", &place).unwrap(),
            "content/producers/htx-a-2.yaml"
        );
        assert_eq!(page(dir.path(), "Liên hệ").unwrap(), "content/pages/lien-he.md");
        assert!(page(dir.path(), "???").is_err());
    }
}
