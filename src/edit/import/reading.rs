//! Has the parser and the rules of dossiers read the rows.
//!
//! Every row becomes the text of a dossier in memory; what the parser finds
//! there is told at the cell that the line came from. So a value in a table and
//! the same value in a dossier are judged by the same words, and a value that
//! is understood comes back in the one spelling that tables have.

use super::finding::Finding;
use super::rows::Candidate;
use crate::check;
use crate::derive::table::{COLUMNS, Cell, cells, index_of};
use crate::diag::Severity;
use crate::diag::sink::Diagnostics;
use crate::edit::draft::{self, Draft};
use crate::parse;
use crate::source::Tree;
use crate::text::date::Day;

/// Rules about what a value says; those about what a dossier lacks, or about how
/// long a rating runs, are for the time after the import.
const RULES: [&str; 12] = [
    "cure-words",
    "decision-format",
    "former-province-mismatch",
    "gtin-check-digit",
    "level-mismatch",
    "name-too-long",
    "price-odd",
    "product-kind-mismatch",
    "put-forward-not-five",
    "rating-in-future",
    "score-stars-mismatch",
    "summary-too-long",
];

/// A row as it was understood.
#[derive(Debug, Clone, Default)]
pub(super) struct Understood {
    /// What the row says in each column; `None` where it says nothing.
    pub(super) cells: Vec<Option<Cell>>,
    /// What is wrong with it.
    pub(super) findings: Vec<Finding>,
}

/// What stands in for keys that a row need not have because its dossier does.
pub(super) struct Known<'a> {
    /// The row.
    pub(super) candidate: &'a Candidate,
    /// Cells of the dossier that it means, where there is one.
    pub(super) dossier: Option<&'a [Cell]>,
}

/// Reads rows; the result has one entry for each, in their order.
pub(super) fn read(rows: &[Known<'_>], tree: &Tree, today: Day) -> Vec<Understood> {
    let drafts: Vec<(String, Draft)> = rows
        .iter()
        .enumerate()
        .map(|(index, row)| (format!("content/products/r{index:07}.md"), draft(row)))
        .collect();
    let mut files: Vec<(&str, &[u8])> =
        drafts.iter().map(|(path, draft)| (path.as_str(), draft.text.as_bytes())).collect();
    let own = tree.iter().filter_map(|(id, file)| Some((file.path.as_str(), tree.text(id)?)));
    let data = own.filter(|(path, _)| {
        path.starts_with("content/reference/") || *path == "content/catalogue.yaml"
    });
    files.extend(data.map(|(path, text)| (path, text.as_bytes())));
    let memory = Tree::from_memory(&files);
    let mut findings = Diagnostics::new();
    let catalogue = parse::catalogue(&memory, &mut findings);
    let judged = check::run(&catalogue, &memory, today).into_iter();
    findings.extend(judged.filter(|finding| RULES.contains(&finding.code.name)));
    findings.finish();
    let mut out: Vec<Understood> = rows
        .iter()
        .map(|_| Understood { cells: vec![None; COLUMNS.len()], findings: Vec::new() })
        .collect();
    for product in &catalogue.products {
        let Some(index) = index_of_file(memory.path(product.file)) else { continue };
        let (Some(row), Some(place)) = (rows.get(index), out.get_mut(index)) else { continue };
        let read = cells(&catalogue, product).into_iter().enumerate();
        let says = |column: usize| row.candidate.says(column) || is_moved(row, column);
        place.cells = read.map(|(column, cell)| says(column).then_some(cell)).collect();
    }
    for finding in findings {
        let Some(index) = index_of_file(memory.path(finding.span.file)) else { continue };
        let (Some(row), Some((_, draft))) = (rows.get(index), drafts.get(index)) else {
            continue;
        };
        let column = draft.column_at(finding.span.range().start);
        let Some(column) = column.filter(|column| row.candidate.says(*column)) else {
            continue;
        };
        if finding.severity() == Severity::Advice {
            continue;
        }
        if let Some(place) = out.get_mut(index) {
            let at = row.candidate.place_of(column);
            place.findings.push(Finding { place: at, diagnostic: finding });
        }
    }
    for (row, place) in rows.iter().zip(&mut out) {
        // A draft may lack what nothing can be read without: it is taken as written.
        if place.cells.iter().all(Option::is_none) {
            let texts = row.candidate.values.iter();
            let cells = texts.map(|it| Cell { shown: it.clone(), written: it.clone() });
            place.cells = cells.map(|cell| (!cell.shown.is_empty()).then_some(cell)).collect();
        }
    }
    out
}

/// Whether the reader gave the row a value that it wrote in another column: the
/// former province of a row whose province vanished.
fn is_moved(row: &Known<'_>, column: usize) -> bool {
    column == index_of("former_province") && row.candidate.says(index_of("province"))
}

fn index_of_file(path: &str) -> Option<usize> {
    path.strip_prefix("content/products/r")?.strip_suffix(".md")?.parse().ok()
}

/// The row as a dossier: what it says, and what its dossier says of the keys
/// without which nothing can be read. Producers are looked up elsewhere.
fn draft(row: &Known<'_>) -> Draft {
    let mut values = row.candidate.values.clone();
    for id in ["slug", "producer", "state"] {
        if let Some(value) = values.get_mut(index_of(id)).filter(|_| id != "state") {
            value.clear();
        }
    }
    for id in ["name", "group", "province"] {
        let column = index_of(id);
        let known = row.dossier.and_then(|cells| cells.get(column));
        if let (Some(value), Some(cell)) = (values.get_mut(column), known)
            && value.is_empty()
        {
            value.clone_from(&cell.shown);
        }
    }
    draft::product(&values)
}
