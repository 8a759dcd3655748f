//! Rows of a sheet as values for our columns, with where each came from.
//!
//! Here a cell becomes what the parser of dossiers reads: "Hạng 4 sao" is `4 sao`,
//! a decision with its day is two values, an address is taken apart, a telephone
//! number that lost its zero gets it back. What a value means is not judged here.

use std::collections::BTreeMap;

use super::address;
use super::codes::{CELL_FLAW, CELL_ZERO_LOST, ROW_PASSED_OVER};
use super::finding::{Finding, Place};
use super::heading::{Headings, Target};
use crate::derive::table::{COLUMNS, index_of};
use crate::diag::Diagnostic;
use crate::diag::span::Span;
use crate::source::sheet::{Row, Sheet, Sort, Value};
use crate::text::fold::fold;

/// Longest text of a cell that is taken over, in letters.
const LONGEST: usize = 5000;

/// A row that may become a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Where it stands.
    pub(super) place: Place,
    /// What it says in each of our columns; empty where it says nothing.
    pub(super) values: Vec<String>,
    /// Column of the sheet behind each of ours, and its heading.
    pub(super) cells: BTreeMap<usize, (usize, String)>,
}

impl Candidate {
    /// What it says in a column, by the column's id.
    pub(super) fn value(&self, id: &str) -> &str {
        self.values.get(index_of(id)).map_or("", String::as_str)
    }

    /// The place of one of our columns in this row.
    pub(super) fn place_of(&self, column: usize) -> Place {
        let mut place = self.place.clone();
        if let Some((cell, heading)) = self.cells.get(&column) {
            place.column = Some(*cell);
            place.heading.clone_from(heading);
        }
        place
    }

    fn put(&mut self, column: usize, text: &str, cell: (usize, &str)) {
        let Some(place) = self.values.get_mut(column) else { return };
        if place.is_empty() && !text.is_empty() {
            text.clone_into(place);
            self.cells.insert(column, (cell.0, cell.1.to_owned()));
        }
    }

    /// Whether it says something in a column of its own, not by a value for the whole table.
    pub(super) fn says(&self, column: usize) -> bool {
        self.values.get(column).is_some_and(|value| !value.is_empty())
    }
}

/// What the rows of a sheet say.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Rows that may become dossiers.
    pub(super) candidates: Vec<Candidate>,
    /// What is wrong with cells before anybody reads them.
    pub(super) findings: Vec<Finding>,
    /// Rows that are no products.
    pub(super) passed_over: usize,
}

/// Reads the rows below the headings; `given` are values for the whole table.
pub(super) fn read(
    sheet: (usize, &Sheet),
    headings: &Headings,
    given: &[(usize, String)],
) -> Rows {
    let mut out = Rows::default();
    let (number, sheet) = sheet;
    for row in sheet.rows.iter().filter(|row| row.number > headings.row) {
        let place = Place {
            sheet: number,
            name: sheet.name.clone(),
            row: row.number,
            ..Place::default()
        };
        let (mut candidate, findings) = candidate(row, place, headings);
        if is_title(row, &candidate) {
            out.passed_over = out.passed_over.saturating_add(1);
            out.findings.push(passed_over(row, candidate.place));
            continue;
        }
        for (column, text) in given {
            candidate.put(*column, text, (usize::MAX, ""));
            if candidate.cells.get(column).is_some_and(|(cell, _)| *cell == usize::MAX) {
                candidate.cells.remove(column);
            }
        }
        out.findings.extend(findings);
        out.candidates.push(candidate);
    }
    out
}

/// Whether the row is the title of a part, or a line of totals.
fn is_title(row: &Row, candidate: &Candidate) -> bool {
    let said = candidate.values.iter().filter(|value| !value.is_empty()).count();
    let texts = row.values.iter().filter(|value| !value.text.is_empty()).count();
    let first = row.values.iter().map(|value| fold(&value.text)).find(|it| !it.is_empty());
    let total = first.is_some_and(|text| text.starts_with("tong cong") || text == "tong");
    said == 0 || total || (said == 1 && texts <= 2 && candidate.value("stars").is_empty())
}

fn passed_over(row: &Row, place: Place) -> Finding {
    let text = row.values.iter().map(|it| it.text.as_str()).find(|text| !text.is_empty());
    let text: String = text.unwrap_or("").chars().take(40).collect();
    let diagnostic = Diagnostic::new(
        &ROW_PASSED_OVER,
        Span::default(),
        format!("bỏ qua hàng `{text}`: không phải sản phẩm"),
        format!("the row `{text}` is passed over: no product"),
    );
    Finding { place, diagnostic }
}

fn candidate(row: &Row, place: Place, headings: &Headings) -> (Candidate, Vec<Finding>) {
    let mut out =
        Candidate { place, values: vec![String::new(); COLUMNS.len()], cells: BTreeMap::new() };
    for (cell, (heading, target)) in headings.columns.iter().enumerate() {
        if let Target::Column(column) = target {
            out.cells.entry(*column).or_insert_with(|| (cell, heading.clone()));
        }
    }
    let mut findings = Vec::new();
    for (cell, (value, (heading, target))) in
        row.values.iter().zip(&headings.columns).enumerate()
    {
        if value.text.is_empty() {
            continue;
        }
        let at = (cell, heading.as_str());
        match target {
            Target::Column(column) => {
                out.put(*column, &value.text, at);
                if value.sort == Sort::Flaw {
                    findings.push(flaw(value, out.place_of(*column)));
                } else if out.cells.get(column).is_some_and(|(own, _)| *own == cell) {
                    findings.extend(tidy(&mut out, *column, value, at));
                }
            }
            Target::Address => {
                let parts = address::split(&value.text);
                let former = !parts.district.is_empty();
                let commune = if former { "former_commune" } else { "commune" };
                out.put(index_of("hamlet"), &parts.hamlet, at);
                out.put(index_of(commune), &parts.commune, at);
                out.put(index_of("former_district"), &parts.district, at);
                out.put(index_of("province"), &parts.province, at);
            }
            Target::Ignored | Target::Unknown => {}
        }
    }
    (out, findings)
}

fn flaw(value: &Value, place: Place) -> Finding {
    let text = &value.text;
    let diagnostic = Diagnostic::new(
        &CELL_FLAW,
        Span::default(),
        format!("cần một giá trị, gặp lỗi công thức `{text}`"),
        format!("expected a value, found the error `{text}` of a formula"),
    )
    .hint("sửa công thức hoặc gõ giá trị vào ô", "mend the formula, or type the value");
    Finding { place, diagnostic }
}

/// Puts one value into the shape in which dossiers have it.
fn tidy(
    out: &mut Candidate,
    column: usize,
    value: &Value,
    at: (usize, &str),
) -> Option<Finding> {
    let id = COLUMNS.get(column)?.id;
    let many = COLUMNS.get(column)?.many;
    let mut text = if many { value.text.clone() } else { value.text.replace('\n', " ") };
    let mut finding = None;
    match id {
        "stars" => text = stars(&text),
        "decision" => {
            let (decision, day) = decision(&text);
            if let Some(day) = day {
                out.put(index_of("decided"), &day, at);
            }
            text = decision;
        }
        "decided" | "priced_on" => text = date(&text),
        "phone" | "zalo" if value.sort == Sort::Number && !text.starts_with('0') => {
            text = format!("0{text}");
            finding = Some(zero_lost(&value.text, out.place_of(column)));
        }
        _ => {}
    }
    if text.chars().count() > LONGEST {
        text = text.chars().take(LONGEST).collect();
    }
    if let Some(place) = out.values.get_mut(column) {
        *place = text;
    }
    finding
}

fn zero_lost(text: &str, place: Place) -> Finding {
    let diagnostic = Diagnostic::new(
        &CELL_ZERO_LOST,
        Span::default(),
        format!("số điện thoại `{text}` được đọc là `0{text}`"),
        format!("the telephone number `{text}` is read as `0{text}`"),
    )
    .hint("đặt định dạng cột là “Văn bản”", "set the column's format to \"Text\"");
    Finding { place, diagnostic }
}

/// "Hạng 4 sao", "★★★★", "OCOP 4 sao" as `4`; anything else stays for the parser to judge.
fn stars(text: &str) -> String {
    let drawn = text.chars().filter(|letter| matches!(letter, '★' | '⭐' | '*')).count();
    let only_drawn = drawn > 1
        && text.chars().all(|it| matches!(it, '★' | '⭐' | '*' | '\u{fe0f}' | ' ' | '☆'));
    if only_drawn {
        return drawn.to_string();
    }
    let folded = fold(text);
    let bare = folded.trim_start_matches("dat ").trim_start_matches("ocop ");
    let bare = bare.trim_start_matches("hang ").trim_start_matches("dat ");
    match bare.strip_suffix(" sao").map(str::trim) {
        Some(number) if number.len() == 1 && number.bytes().all(|it| it.is_ascii_digit()) => {
            number.to_owned()
        }
        _ => text.to_owned(),
    }
}

/// "Số 348/QĐ-UBND ngày 31/01/2024" as number and day.
fn decision(text: &str) -> (String, Option<String>) {
    let (number, day) = match text.split_once("ngày") {
        Some((number, day)) => (number, Some(date(day.trim_end_matches([')', '.'])))),
        None => (text, None),
    };
    let mut number = number.trim().trim_end_matches([',', '(', ';']).trim();
    for word in ["Quyết định số", "Quyết định", "QĐ số", "Số", "số"] {
        if let Some(rest) = number.strip_prefix(word) {
            number = rest.trim_start_matches([':', ' ']);
        }
    }
    (number.to_owned(), day)
}

/// "ngày 31/01/2024", "31-01-2024", "2024-01-31 00:00:00" without what is no date.
fn date(text: &str) -> String {
    let bare = text.trim().trim_start_matches("ngày").trim_start_matches("năm").trim();
    let bare = bare.split_once(" 00:00").map_or(bare, |(day, _)| day);
    let signs: Vec<&str> = bare.split(['-', '.', '/']).collect();
    // Day first, with hyphens or dots: as spreadsheets of Viet Nam have it.
    match *signs.as_slice() {
        [day, month, year] if year.len() == 4 && day.len() <= 2 => {
            format!("{}/{}/{}", day.trim(), month.trim(), year.trim())
        }
        _ => bare.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_put_into_shape() {
        for (text, want) in [
            ("4 sao", "4"),
            ("Hạng 4 sao", "4"),
            ("Đạt hạng 3 sao", "3"),
            ("★★★★☆", "4"),
            ("***", "3"),
            ("4", "4"),
            ("bốn", "bốn"),
        ] {
            assert_eq!(stars(text), want, "{text}");
        }
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(
            decision("Số 348/QĐ-UBND ngày 31/01/2024"),
            ("348/QĐ-UBND".to_owned(), day("31/01/2024"))
        );
        assert_eq!(
            decision("Quyết định số 1/QĐ-UBND, ngày 2-3-2024"),
            ("1/QĐ-UBND".to_owned(), day("2/3/2024"))
        );
        assert_eq!(decision("348/QĐ-UBND"), ("348/QĐ-UBND".to_owned(), None));
        assert_eq!(date("2024-01-31 00:00:00"), "2024-01-31");
        assert_eq!(date("31.01.2024"), "31/01/2024");
        assert_eq!(date("năm 2024"), "2024");
    }
}
