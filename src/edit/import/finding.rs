//! A finding at a cell of a table.

use crate::diag::{Diagnostic, Severity};
use crate::source::sheet::column_letters;

/// What an editor should know about a cell, a row or the whole table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What; its span means nothing.
    pub diagnostic: Diagnostic,
}

/// A place in a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Which sheet of the file, from 0.
    pub sheet: usize,
    /// Name of the sheet; empty where the file has only one without name.
    pub name: String,
    /// Row as the spreadsheet numbers it; 0 for the sheet as a whole.
    pub row: usize,
    /// Column from 0; `None` for the row as a whole.
    pub column: Option<usize>,
    /// Heading of the column.
    pub heading: String,
}

impl Place {
    /// `file:sheet:row:column`, as far as each is known.
    pub fn shown(&self, file: &str) -> String {
        let mut text = file.to_owned();
        if !self.name.is_empty() {
            text.push(':');
            text.push_str(&self.name);
        }
        if self.row > 0 {
            text.extend([format!(":{}", self.row)]);
        }
        if let Some(column) = self.column {
            text.extend([format!(":{}", column_letters(column))]);
        }
        if !self.heading.is_empty() {
            text.extend([format!(" ({})", self.heading.replace('\n', " "))]);
        }
        text
    }
}

impl Finding {
    /// Whether its row is not imported.
    pub fn is_error(&self) -> bool {
        self.diagnostic.severity() == Severity::Error
    }
}
