//! Which column of the table is which key of a dossier.
//!
//! The headings are the row of the first thirty that most columns are known in.
//! What a heading means is looked up in the map that the catalogue keeps
//! (`content/.import/columns.yaml`), then among the names that offices use. Whoever
//! edits that file is believed.

use std::collections::BTreeMap;

use crate::derive::table::{COLUMNS, NUMBER, column_of};
use crate::parse::flat;
use crate::render::open_data::STANDING;
use crate::source::sheet::Sheet;
use crate::text::fold::match_key;

/// Rows in which headings are looked for.
pub(super) const LOOKED_AT: usize = 30;

/// Word of the map for a column that is not imported.
const IGNORED: &str = "-";
/// Word of the map for a column of whole addresses.
const ADDRESS: &str = "address";

/// Headings of whole addresses, without diacritics.
const ADDRESSES: &[&str] = &[
    "dia chi",
    "dia chi san xuat",
    "noi san xuat",
    "dia chi co so",
    "dia chi chu the",
    "dia diem san xuat",
    "address",
];

/// Headings of columns that only serve the reader of a table; those of our own tables besides
/// are taken from their lists.
const FOR_READERS: &[&str] = &["stt", "tt", "so tt", "so thu tu", "ghi chu", "no", "ky ten"];

/// What a column of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A column of ours, by its place in the list.
    Column(usize),
    /// An address, to be taken apart.
    Address,
    /// Nothing that is imported.
    Ignored,
    /// Nothing that is known.
    Unknown,
}

/// The headings of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Headings {
    /// Row that holds them, as the spreadsheet numbers it.
    pub(super) row: usize,
    /// For each column of the sheet its heading and what it is.
    pub(super) columns: Vec<(String, Target)>,
}

/// Headings that people have explained, by their folded text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    words: BTreeMap<String, (String, String)>,
}

impl Known {
    /// Reads the map of the catalogue.
    pub(super) fn read(text: &str) -> Self {
        let mut known = Self::default();
        for (heading, word) in flat::pairs(text) {
            known.words.insert(match_key(&heading), (heading, word.trim().to_owned()));
        }
        known
    }

    /// Adds the headings of a sheet; what is there already stays.
    pub(super) fn learn(&mut self, headings: &Headings) {
        for (heading, target) in headings.columns.iter().filter(|(text, _)| !text.is_empty()) {
            let word = match target {
                Target::Column(index) => COLUMNS.get(*index).map_or(IGNORED, |it| it.id),
                Target::Address => ADDRESS,
                Target::Ignored | Target::Unknown => IGNORED,
            };
            let entry = (heading.replace('\n', " "), word.to_owned());
            self.words.entry(match_key(heading)).or_insert(entry);
        }
    }

    /// The map as a file.
    pub(super) fn text(&self) -> String {
        let mut out = String::from(
            "# Cột nào của bảng là mục nào của hồ sơ; `-` là không nhập. Sửa được bằng tay.\n\
             # Which column of a table is which key of a dossier; `-` is not imported.\n",
        );
        for (heading, word) in self.words.values() {
            let key = serde_json::to_string(heading).unwrap_or_default();
            let word = if word == IGNORED { "\"-\"" } else { word };
            out.extend([format!("{key}: {word}\n")]);
        }
        out
    }

    fn target(&self, heading: &str) -> Target {
        if let Some((_, word)) = self.words.get(&match_key(heading)) {
            return match word.as_str() {
                IGNORED => Target::Ignored,
                ADDRESS => Target::Address,
                word => column_of(word).map_or(Target::Unknown, Target::Column),
            };
        }
        if let Some(index) = column_of(heading) {
            return Target::Column(index);
        }
        let is_in = |names: &[&str]| names.iter().any(|it| match_key(it) == match_key(heading));
        if is_in(ADDRESSES) {
            return Target::Address;
        }
        let worked_out = STANDING.iter().map(|it| it.heading.0).chain([NUMBER.0]);
        let worked_out: Vec<&str> = worked_out.collect();
        if is_in(FOR_READERS) || is_in(&worked_out) { Target::Ignored } else { Target::Unknown }
    }
}

/// The headings of a sheet; `None` where no row names products and one thing more.
pub(super) fn find(sheet: &Sheet, known: &Known) -> Option<Headings> {
    let name = column_of("name")?;
    let mut best: Option<(usize, Headings)> = None;
    for row in sheet.rows.iter().take(LOOKED_AT) {
        let columns: Vec<(String, Target)> = row
            .values
            .iter()
            .map(|value| match value.text.as_str() {
                "" => (String::new(), Target::Ignored),
                text => (text.to_owned(), known.target(text)),
            })
            .collect();
        let counts = |(_, target): &&(String, Target)| {
            matches!(target, Target::Column(_) | Target::Address)
        };
        let count = columns.iter().filter(counts).count();
        let names = columns.iter().any(|(_, target)| *target == Target::Column(name));
        if names && count >= 2 && best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, Headings { row: row.number, columns }));
        }
    }
    best.map(|(_, headings)| headings)
}
