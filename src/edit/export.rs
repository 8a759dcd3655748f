//! `export`: the catalogue as a table that comes back.
//!
//! The ending of the file names its form. What is written is what [`super::import`]
//! reads: the table of an export, brought in again, changes nothing. A folder
//! gets all forms at once, with the data package that explains them.
//!
//! Never changes the content; writes whole files or none.

use std::fs;
use std::path::{Path, PathBuf};

use super::workbook::workbook;
use crate::derive::table::{Cell, cells};
use crate::diag::sink::Diagnostics;
use crate::emit;
use crate::model::failure::Failure;
use crate::model::product::State;
use crate::parse;
use crate::render::open_data::{self, Form, Record};
use crate::source::{Limits, Tree};
use crate::text::lang::Lang;

/// What a spreadsheet wants at the start of a text in UTF-8.
const MARK: &str = "\u{feff}";

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Products in them.
    pub products: usize,
}

/// Which rows a table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Every dossier that was not taken down.
    All,
    /// None: a table to be filled in.
    None,
}

/// Writes the catalogue below `root` to a file or folder.
pub fn export(root: &Path, to: &Path, rows: Rows) -> Result<Exported, Failure> {
    let (tree, _) = Tree::read(root, Limits::default())?;
    let catalogue = parse::catalogue(&tree, &mut Diagnostics::new());
    let kept = catalogue.products.iter().filter(|it| it.state != State::Removed);
    let table: Vec<Vec<Cell>> = match rows {
        Rows::All => kept.map(|product| cells(&catalogue, product)).collect(),
        Rows::None => Vec::new(),
    };
    let records = || -> Vec<Record> {
        table.iter().map(|cells| Record { cells: cells.clone(), page: None }).collect()
    };
    let settings = &catalogue.settings;
    let ending = to.extension().map(|it| it.to_string_lossy().to_ascii_lowercase());
    let text = |form| open_data::file(form, &records(), settings).into_bytes();
    let files: Vec<(PathBuf, Vec<u8>)> = match ending.as_deref() {
        Some("csv") => {
            let table = open_data::csv(&records(), Lang::Vi);
            vec![(to.to_owned(), format!("{MARK}{table}").into_bytes())]
        }
        Some("xlsx") => vec![(to.to_owned(), workbook(&catalogue, &table)?)],
        Some("jsonl" | "ndjson") => vec![(to.to_owned(), text(Form::JsonLines))],
        Some("json") => vec![(to.to_owned(), text(Form::Json))],
        None => {
            let mut all: Vec<(PathBuf, Vec<u8>)> =
                Form::ALL.iter().map(|form| (to.join(form.file()), text(*form))).collect();
            all.push((to.join("san-pham.xlsx"), workbook(&catalogue, &table)?));
            all
        }
        Some(_) => {
            return Err(Failure::usage(
                "cần tệp .xlsx, .csv, .json, .jsonl, hoặc một thư mục",
                "expected a file .xlsx, .csv, .json, .jsonl, or a folder",
            )
            .at(to));
        }
    };
    for (number, (path, bytes)) in files.iter().enumerate() {
        save(path, bytes, number)?;
    }
    let files = files.into_iter().map(|(path, _)| path).collect();
    Ok(Exported { files, products: table.len() })
}

fn save(path: &Path, bytes: &[u8], number: usize) -> Result<(), Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| {
            Failure::io("không tạo được thư mục", "cannot make the folder", folder, &error)
        })?;
    }
    emit::replace(path, bytes, number).map_err(|error| {
        Failure::io("không ghi được tệp", "cannot write the file", path, &error)
    })
}
