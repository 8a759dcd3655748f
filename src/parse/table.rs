//! A table of products as a text file: comma, semicolon or tab between cells.
//!
//! The first line may name columns: `code`/`ma` or `slug`/`san_pham` tell which
//! one holds the product; without such a line it is the first column. Cells may
//! stand in double quotes. A workbook comes in as such text; its products are then reported
//! where the workbook is named.
//!
//! Never reads more than the one column.

use super::shelf::Shelf;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span, Spanned};
use crate::model::brochure::Listed;
use crate::text::fold::match_key;

/// Names of the column, folded.
const COLUMNS: [&str; 8] =
    ["code", "ma", "masanpham", "slug", "sanpham", "product", "productcode", "productslug"];

/// Where findings about a table stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// At the bytes of the file.
    Within(FileId),
    /// Here, whatever the cell.
    At(Span),
}

/// The products that a table names, in its order.
pub(super) fn listed(
    text: &str,
    place: Place,
    shelf: &Shelf<'_>,
    out: &mut Diagnostics,
) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut column = None;
    let mut start = 0usize;
    for line in text.split_inclusive('\n') {
        let at = start;
        start = start.saturating_add(line.len());
        let cells = cells(line.trim_end());
        if cells.iter().all(|(_, cell)| cell.is_empty()) {
            continue;
        }
        let Some(column) = column else {
            let named = |(_, cell): &(usize, &str)| COLUMNS.contains(&match_key(cell).as_str());
            let header = cells.iter().position(named);
            column = Some(header.unwrap_or(0));
            if header.is_none() {
                found.extend(one(&cells, 0, (place, at), shelf, out));
            }
            continue;
        };
        found.extend(one(&cells, column, (place, at), shelf, out));
    }
    found
}

fn one(
    cells: &[(usize, &str)],
    column: usize,
    (place, line): (Place, usize),
    shelf: &Shelf<'_>,
    out: &mut Diagnostics,
) -> Vec<Listed> {
    let Some((offset, cell)) = cells.get(column).filter(|(_, cell)| !cell.is_empty()) else {
        return Vec::new();
    };
    let start = line.saturating_add(*offset);
    let span = match place {
        Place::Within(file) => Span::new(file, start, start.saturating_add(cell.len())),
        Place::At(span) => span,
    };
    shelf.listed(&Spanned::new((*cell).to_owned(), span), out)
}

/// Cells of a line with the byte at which each starts; quotes are off.
fn cells(line: &str) -> Vec<(usize, &str)> {
    let mut cells = Vec::new();
    let mut start = 0usize;
    let mut quoted = false;
    let ends = line.char_indices().filter_map(|(at, letter)| {
        quoted ^= letter == '"';
        (!quoted && matches!(letter, ',' | ';' | '\t')).then_some(at)
    });
    for end in ends.chain(std::iter::once(line.len())) {
        let cell = line.get(start..end).unwrap_or_default();
        let bare = cell.trim_start_matches([' ', '"']);
        let lead = cell.len().saturating_sub(bare.len());
        cells.push((start.saturating_add(lead), bare.trim_end_matches([' ', '"'])));
        start = end.saturating_add(1);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_know_their_places() {
        assert_eq!(cells("a,b"), [(0, "a"), (2, "b")]);
        assert_eq!(cells("\"x, y\"; z\t"), [(1, "x, y"), (8, "z"), (10, "")]);
        assert_eq!(cells(""), [(0, "")]);
    }
}
