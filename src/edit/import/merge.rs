//! A row and the dossier that it means: three views of each value.
//!
//! The table, the dossier and the last import are compared column by column.
//! Where the dossier still says what was imported, the table's new value is
//! written; where the table says what it said before, the dossier stays as a
//! person made it; where both changed, the dossier stays and the conflict is
//! told. An empty cell changes nothing. A rating that the dossier does not
//! know, by decision and day, is added after the others.

use super::codes::{IMPORT_CONFLICT, IMPORT_UNPLACED};
use super::finding::Finding;
use super::rows::Candidate;
use super::state::Last;
use crate::derive::table::{COLUMNS, Cell, Column, Field, index_of, rating_cell};
use crate::diag::Diagnostic;
use crate::diag::span::Span;
use crate::edit::amend::{Dossier, Value};
use crate::model::product::Product;
use crate::model::rating::{Rating, Stars};
use crate::parse::keys::PRODUCT;
use crate::parse::outline::{Outline, Shape, outline};
use crate::text::fold::match_key;

/// What becomes of a dossier.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// Its new text, where it changes.
    pub(super) text: Option<String>,
    /// Columns that change: before and after.
    pub(super) changes: Vec<(usize, String, String)>,
    /// Values of the table that a person has put in another way since.
    pub(super) kept: usize,
    /// Columns on which table and dossier do not agree afterwards.
    pub(super) unsettled: Vec<usize>,
    /// What could not be done.
    pub(super) findings: Vec<Finding>,
}

/// The three views of a row.
pub(super) struct Views<'a> {
    /// The row.
    pub(super) candidate: &'a Candidate,
    /// The row as it was understood.
    pub(super) table: &'a [Option<Cell>],
    /// The dossier.
    pub(super) product: &'a Product,
    /// The dossier's cells.
    pub(super) cells: &'a [Cell],
    /// What the last import said.
    pub(super) last: &'a Last,
}

impl Views<'_> {
    fn last(&self, id: &str) -> Option<&str> {
        self.last.of(&self.product.slug, id)
    }

    fn table(&self, id: &str) -> Option<&str> {
        self.table.get(index_of(id))?.as_ref().map(|cell| cell.shown.as_str())
    }
}

/// What is to be done about one value.
pub(super) enum Step {
    /// Both say the same, or the table says nothing.
    Nothing,
    /// A person changed the dossier since.
    Keep,
    /// The table is newer.
    Write,
    /// Both are newer.
    Conflict,
}

/// What is to be done about one value, by its three views.
pub(super) fn step(column: &Column, table: &str, dossier: &str, last: Option<&str>) -> Step {
    if table.is_empty() || is_same(column, table, dossier) {
        return Step::Nothing;
    }
    match last {
        Some(last) if last == table => Step::Keep,
        Some(last) if last == dossier => Step::Write,
        None if dossier.is_empty() => Step::Write,
        _ => Step::Conflict,
    }
}

/// Names of places and makers differ in capitals and accents without meaning anything by it.
fn is_same(column: &Column, table: &str, dossier: &str) -> bool {
    let lax = ["producer", "commune", "hamlet", "former_district", "former_commune"];
    table == dossier || (lax.contains(&column.id) && match_key(table) == match_key(dossier))
}

/// Works out what a row does to its dossier.
pub(super) fn merge(views: &Views<'_>, text: &str, is_yaml: bool) -> Merged {
    let mut out = Merged::default();
    let mut dossier = Dossier::product(text.to_owned(), is_yaml);
    let event = event(views);
    if matches!(event, Event::New) {
        append(views, &mut dossier, &mut out);
    }
    for (index, column) in COLUMNS.iter().enumerate() {
        let Some(Some(cell)) = views.table.get(index) else { continue };
        let now = match (column.field, &event) {
            (Field::Slug | Field::Code, _) | (Field::Rating(_), Event::New) => continue,
            (Field::Rating(key), Event::Known(_, rating)) => {
                rating_cell(rating, key).unwrap_or_default()
            }
            _ => views.cells.get(index).cloned().unwrap_or_default(),
        };
        match step(column, &cell.shown, &now.shown, views.last(column.id)) {
            Step::Nothing => {}
            Step::Keep => {
                out.kept = out.kept.saturating_add(1);
                out.unsettled.push(index);
            }
            Step::Conflict => {
                out.unsettled.push(index);
                let finding = conflict(&cell.shown, &now.shown);
                let place = views.candidate.place_of(index);
                out.findings.push(Finding { place, diagnostic: finding });
            }
            Step::Write => {
                let number = if let Event::Known(number, _) = event { number } else { 0 };
                let path = path(&dossier, is_yaml, column, number);
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                let value = Value::of_cell(column.many, &cell.written);
                if !path.is_empty() && dossier.set(&path, &value) {
                    out.changes.push((index, now.shown, cell.shown.clone()));
                } else {
                    out.unsettled.push(index);
                    let place = views.candidate.place_of(index);
                    let diagnostic = unplaced(&cell.shown);
                    out.findings.push(Finding { place, diagnostic });
                }
            }
        }
    }
    out.text = (dossier.text != text).then_some(dossier.text);
    out
}

/// Table and dossier disagree.
pub(super) fn conflict(table: &str, dossier: &str) -> Diagnostic {
    let (vi, en) = match dossier {
        "" => {
            ("hồ sơ đã bỏ trống mục này".to_owned(), "the dossier has none any more".to_owned())
        }
        _ => (format!("hồ sơ ghi `{dossier}`"), format!("the dossier has `{dossier}`")),
    };
    Diagnostic::new(
        &IMPORT_CONFLICT,
        Span::default(),
        format!("bảng ghi `{table}`, {vi}; hồ sơ được giữ"),
        format!("the table has `{table}`, {en}; the dossier is kept"),
    )
    .hint(
        "sửa bên nào chưa đúng cho hai bên giống nhau",
        "mend whichever is wrong, so that both agree",
    )
}

/// A value that has no sure place.
pub(super) fn unplaced(value: &str) -> Diagnostic {
    Diagnostic::new(
        &IMPORT_UNPLACED,
        Span::default(),
        format!("không ghi được `{value}` vào hồ sơ một cách chắc chắn"),
        format!("`{value}` cannot be put into the dossier safely"),
    )
    .hint("ghi bằng tay vào hồ sơ", "write it into the dossier by hand")
}

/// The event that the row's rating columns are about.
enum Event<'a> {
    /// One that the dossier has, with its place in the list.
    Known(usize, &'a Rating),
    /// One to be added.
    New,
    /// The dossier has none yet, or the row says nothing of one.
    None,
}

fn event<'a>(views: &Views<'a>) -> Event<'a> {
    let ratings = &views.product.ratings;
    let Some((last, newest)) = ratings.iter().enumerate().next_back() else {
        return Event::None;
    };
    let (decision, decided) = (views.table("decision"), views.table("decided"));
    if decision.is_none() && decided.is_none() {
        return Event::Known(last, newest);
    }
    let shown = |rating: &Rating, key| rating_cell(rating, key).map(|cell| cell.shown);
    let has = |rating: &Rating, key, value: Option<&str>| {
        value.is_some() && shown(rating, key).as_deref() == value
    };
    let all = || ratings.iter().enumerate();
    // A decision keeps its number or its day when a slip in the other one is mended.
    let known = all()
        .find(|(_, rating)| has(rating, "decision", decision))
        .or_else(|| all().find(|(_, rating)| has(rating, "decided", decided)))
        .or_else(|| {
            // A rating of which nothing but the stars is known is the one that is meant.
            let bare = newest.decision.is_none() && newest.decided.is_none();
            let same =
                views.table("stars").is_none() || has(newest, "stars", views.table("stars"));
            (bare && same).then_some((last, newest))
        });
    known.map_or(Event::New, |(number, rating)| Event::Known(number, rating))
}

fn append(views: &Views<'_>, dossier: &mut Dossier, out: &mut Merged) {
    let mut values: Vec<(&str, String)> = Vec::new();
    let stars = views.table("stars").and_then(|it| it.parse().ok()).and_then(Stars::new);
    if views.table("event").is_none() {
        let before = views.product.ratings.iter().filter(|it| it.event.grants());
        let before = before.filter_map(|it| it.stars.as_ref()).map(|it| it.value).max();
        let word = match (before, stars) {
            (None, _) => "first",
            (Some(before), Some(stars)) if stars > before => "upgrade",
            _ => "renewal",
        };
        values.push(("event", word.to_owned()));
    }
    for id in ["event", "stars", "score", "decided", "decision", "level"] {
        if let Some(Some(cell)) = views.table.get(index_of(id)) {
            values.push((id, cell.written.clone()));
        }
    }
    let column = index_of("stars");
    let shown = views.table("stars").unwrap_or_default().to_owned();
    if dossier.append("ratings", &values) {
        let before = views.cells.get(column).map_or(String::new(), |cell| cell.shown.clone());
        out.changes.push((column, before, shown));
    } else {
        let place = views.candidate.place_of(column);
        out.findings.push(Finding { place, diagnostic: unplaced(&shown) });
    }
}

/// Where the value of a column stands in this dossier; empty where it cannot.
fn path(dossier: &Dossier, is_yaml: bool, column: &Column, number: usize) -> Vec<String> {
    let outline = outline(&dossier.text, is_yaml, &PRODUCT);
    let shape = |key: &str| {
        outline.as_ref().and_then(|it| it.find(&[key])).map(|spot| spot.shape.clone())
    };
    let in_list = |list, number, key| path_in_list(outline.as_ref(), (list, number, key));
    match column.field {
        Field::Slug | Field::Code => Vec::new(),
        Field::Key(path) => path.iter().map(|&key| key.to_owned()).collect(),
        Field::Pack(key) => in_list("packs", 0, key),
        Field::Rating(key) if shape("ratings").is_some() => in_list("ratings", number, key),
        Field::Rating("stars") if shape("stars").is_some() => vec!["stars".to_owned()],
        Field::Rating("decided") if shape("stars").is_some() => vec!["year".to_owned()],
        // The short form has no room for more.
        Field::Rating(_) if shape("stars").is_some() => Vec::new(),
        Field::Rating(key) => in_list("ratings", number, key),
    }
}

/// Where a key of the item of a list stands.
pub(super) fn list_path(
    dossier: &Dossier,
    is_yaml: bool,
    place: (&str, usize, &str),
) -> Vec<String> {
    path_in_list(outline(&dossier.text, is_yaml, &PRODUCT).as_ref(), place)
}

fn path_in_list(
    outline: Option<&Outline>,
    (list, number, key): (&str, usize, &str),
) -> Vec<String> {
    let spot = outline.and_then(|outline| outline.find(&[list]));
    if spot.is_some_and(|spot| spot.shape == Shape::Map) {
        // A single value counts as a list of one.
        return vec![list.to_owned(), key.to_owned()];
    }
    vec![list.to_owned(), number.to_string(), key.to_owned()]
}
