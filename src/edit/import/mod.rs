//! `import`: from an office's table to dossiers.
//!
//! [`plan`] reads the table, has every row read by the parser of dossiers
//! (`reading`), finds out which dossier it means (`matching`), and compares three
//! views of each value (`merge`). Nothing is written by it. [`write()`] writes what
//! the plan says, each file whole or not at all, producers before products, and
//! what the import said at the very end; stopped half-way, every dossier is the
//! old one or the new one, and the same command again does the rest.
//!
//! A row with an error is left out, and the others go on. Never changes what a
//! person changed since the last import, never deletes a value or a file.

mod address;
pub mod codes;
pub mod finding;
mod heading;
mod making;
mod matching;
mod merge;
mod reading;
mod rows;
mod state;
mod store;
#[cfg(test)]
mod tests;
mod work;

use std::path::{Path, PathBuf};

pub use finding::{Finding, Place};
pub use store::write;
pub use work::{plan, plan_book};

use crate::text::date::Day;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// Folder of the catalogue.
    pub root: PathBuf,
    /// The table.
    pub file: PathBuf,
    /// Values for the whole table: heading and value.
    pub given: Vec<(String, String)>,
    /// The day for which rules judge.
    pub today: Day,
}

/// What an import would do.
#[derive(Debug, Default)]
pub struct Plan {
    /// What the columns of each sheet are taken for.
    pub sheets: Vec<SheetPlan>,
    /// Dossiers to make: path, name.
    pub created: Vec<(String, String)>,
    /// Producers to make: path, name.
    pub producers: Vec<(String, String)>,
    /// Dossiers to change.
    pub updated: Vec<Update>,
    /// Dossiers that say what the table says.
    pub same: usize,
    /// Values that stay as a person changed them.
    pub kept: usize,
    /// Rows that are left out for their errors.
    pub refused: usize,
    /// Rows that are no products.
    pub passed_over: usize,
    /// What an editor should know, by place.
    pub findings: Vec<Finding>,
    /// Files to write, in this order.
    files: Vec<Change>,
    /// Files of the import itself, written last.
    own: Vec<Change>,
}

/// How the columns of a sheet were understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPlan {
    /// Name of the sheet.
    pub name: String,
    /// Rows below the headings; `None` for a sheet without headings.
    pub rows: Option<usize>,
    /// Heading in the table, our heading in Vietnamese and English; `None` where it is not imported.
    pub columns: Vec<(String, Option<(&'static str, &'static str)>)>,
}

/// A dossier that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Its file.
    pub path: String,
    /// Heading (Vietnamese, English), value before and after.
    pub changes: Vec<((&'static str, &'static str), String, String)>,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    /// Path below the root.
    path: String,
    /// What it holds now; `None` where it must not be there.
    before: Option<String>,
    /// What it shall hold.
    after: String,
}

impl Plan {
    /// The plan of something that is no import, which leaves nothing to compare with later.
    #[must_use]
    pub fn forgotten(mut self) -> Self {
        self.own.clear();
        self
    }

    /// Whether nothing would be written to any dossier.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

pub(super) fn below(root: &Path, path: &str) -> PathBuf {
    path.split('/').fold(root.to_owned(), |folder, part| folder.join(part))
}
