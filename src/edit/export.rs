//! `export`: the catalogue as a table that comes back.
//!
//! The ending of the file names its form. What is written is what [`super::import`]
//! reads: the table of an export, brought in again, changes nothing. Products with
//! several packs or ratings have a row for each further one on a sheet of its own,
//! which is there only where it is needed. A folder gets all forms at once, with
//! the data package that explains them.
//!
//! Never changes the content; writes whole files or none.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::workbook::workbook;
use crate::derive::table::{DataFile, Part};
use crate::diag::sink::Diagnostics;
use crate::emit;
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::model::product::State;
use crate::parse;
use crate::render::open_data::{self, About, Data};
use crate::source::{Limits, Tree};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Products in them.
    pub products: usize,
    /// Products of which a table without further sheets does not tell every pack or rating.
    pub left_out: usize,
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
    let ending = to.extension().map(|it| it.to_string_lossy().to_ascii_lowercase());
    let parts = match rows {
        Rows::All => Part::ALL.map(|part| (part, further(&catalogue, part))).to_vec(),
        Rows::None => Vec::new(),
    };
    let left_out = if ending.as_deref() == Some("csv") {
        let slugs = parts.iter().flat_map(|(_, rows)| rows).filter_map(|row| row.first());
        slugs.collect::<BTreeSet<_>>().len()
    } else {
        0
    };
    let data = match rows {
        Rows::All => open_data::office(&catalogue),
        Rows::None => Data::new(Vec::new(), About::default()),
    };
    let text = |form| data.file(form).into_bytes();
    let files: Vec<(PathBuf, Vec<u8>)> = match ending.as_deref() {
        Some("csv") => vec![(to.to_owned(), text(DataFile::Csv))],
        Some("xlsx") => vec![(to.to_owned(), workbook(&catalogue, &data, &parts)?)],
        Some("jsonl" | "ndjson") => vec![(to.to_owned(), text(DataFile::JsonLines))],
        Some("json") => vec![(to.to_owned(), text(DataFile::Json))],
        None => {
            let mut all: Vec<(PathBuf, Vec<u8>)> =
                DataFile::ALL.iter().map(|form| (to.join(form.name()), text(*form))).collect();
            all.push((to.join("san-pham.xlsx"), workbook(&catalogue, &data, &parts)?));
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
    Ok(Exported { files, products: data.products(), left_out })
}

/// The ratings or packs that the main table has no room for: slug, name, number, cells.
fn further(catalogue: &Catalogue, part: Part) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    for product in catalogue.products.iter().filter(|it| it.state != State::Removed) {
        let rows = part.rows(product);
        let shown = part.in_main_table(rows.len());
        for (index, cells) in rows.into_iter().enumerate() {
            if Some(index) == shown {
                continue;
            }
            let number = index.saturating_add(1).to_string();
            let lead = [product.slug.clone(), product.name.value.clone(), number];
            out.push(
                lead.into_iter().chain(cells.into_iter().map(|cell| cell.shown)).collect(),
            );
        }
    }
    out
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
