//! Keys: the one table of everything that a dossier, page or settings file may say.
//!
//! Every key has an English name, a Vietnamese one that means exactly the same,
//! the shape of its value, how much it is wanted, and a line of help. The
//! reader of fields, its messages and the schema for editors are all made from
//! these tables, so that they cannot disagree. A written key is compared
//! without diacritics, spaces and hyphens counting as `_`.
//!
//! Never reads a file; what a value means is not known here.

/// Declares tables. A row is: English name, Vietnamese name, need, shape, `=>`
/// (help in Vietnamese, help in English).
macro_rules! table {
    ($(#[$doc:meta])* $ident:ident $title:tt
        $($name:literal $vi:literal $need:ident $kind:expr => $help:tt;)*) => {
        $(#[$doc])*
        pub static $ident: super::Table = super::Table {
            title: $title,
            keys: &[$(super::Key {
                name: $name,
                vi: $vi,
                need: super::Need::$need,
                kind: $kind,
                help: $help,
            },)*],
        };
    };
}

pub mod brochure;
mod dossier;
pub mod reference;
mod site;
mod words;

pub use brochure::{BOOTH, BROCHURE, FAIR, ZONE};
pub use dossier::{
    CERTIFICATE, CHECKED, CONTACTS, ENGLISH, ENGLISH_FILE, FORMER, INLINE_PRODUCER, PACK,
    PHOTO, PRODUCER, PRODUCT, RATING, SERVICE, SHOP,
};
pub use site::{BOTH, BUDGETS, ISSUER, PAGE, SETTINGS};
pub use words::{
    ENCODINGS, EVENTS, FLAGS, LANGUAGES, LEVELS, LICENCES, PDFS, ROLES, STATES, Word,
};

use crate::text::fold;

/// How much a key is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Nothing is published without it.
    Must,
    /// A good dossier has it.
    Want,
    /// Where it applies.
    May,
}

/// Shape of a value.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Text on one line.
    Line,
    /// Markdown.
    Prose,
    /// A text, or `{vi, en}`.
    Both,
    /// A whole number within a range.
    Whole(u32, u32),
    /// Number of stars, 1-5.
    Stars,
    /// Score, 0-100 with at most two decimals.
    Score,
    /// Yes or no.
    Flag,
    /// A day, a month or a year.
    Date,
    /// A day.
    Day,
    /// Whole đồng.
    Price,
    /// Number and unit.
    Net,
    /// Telephone number.
    Phone,
    /// E-mail address.
    Email,
    /// `http` or `https` address.
    Url,
    /// Slug.
    Slug,
    /// Path of a file.
    Path,
    /// Point in percent: from left, from top.
    Point,
    /// One word of a list.
    Choice(&'static [Word]),
    /// Slug, number or name of something in the reference data.
    Reference(Reference),
    /// A group of keys.
    Map(&'static Table),
    /// A list; a single value counts as a list of one.
    List(&'static Self),
    /// Either of two shapes.
    Either(&'static Self, &'static Self),
}

impl Kind {
    /// The table of a group of keys, also of one in a list or beside another shape.
    pub fn table(self) -> Option<&'static Table> {
        match self {
            Self::Map(table) => Some(table),
            Self::List(item) => item.table(),
            Self::Either(one, other) => one.table().or_else(|| other.table()),
            _ => None,
        }
    }
}

/// What a reference points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// Province, present or former.
    Province,
    /// Province before 1 July 2025.
    FormerProvince,
    /// Edition of the criteria.
    Edition,
    /// Product group.
    Group,
    /// Product subgroup.
    Subgroup,
    /// Producer's file or name.
    Producer,
    /// Legal form of a producer.
    ProducerKind,
    /// Sort of product before the law.
    ProductKind,
    /// Kind of certificate.
    Certificate,
}

/// A key with everything that is to be said of it.
#[derive(Debug)]
pub struct Key {
    /// Name in English, `snake_case`.
    pub name: &'static str,
    /// Name in Vietnamese without diacritics, `snake_case`.
    pub vi: &'static str,
    /// How much it is wanted.
    pub need: Need,
    /// Shape of its value.
    pub kind: Kind,
    /// A line of help (Vietnamese, English).
    pub help: (&'static str, &'static str),
}

/// The keys of one mapping.
#[derive(Debug)]
pub struct Table {
    /// What the mapping describes (Vietnamese, English).
    pub title: (&'static str, &'static str),
    /// Its keys, in the order in which they are written.
    pub keys: &'static [Key],
}

impl Table {
    /// The key behind a written name: English or Vietnamese, in any case, with or
    /// without diacritics, words joined by `_`, hyphens or spaces.
    pub fn key(&self, written: &str) -> Option<&'static Key> {
        // Most are written exactly; folding is the dearer way.
        let exact = self.keys.iter().find(|key| key.name == written || key.vi == written);
        exact.or_else(|| {
            let folded = snake_case(written);
            self.keys.iter().find(|key| key.name == folded || key.vi == folded)
        })
    }

    /// All names, English ones first: for "did you mean".
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let english = self.keys.iter().map(|key| key.name);
        english.chain(self.keys.iter().map(|key| key.vi))
    }
}

fn snake_case(written: &str) -> String {
    fold::syllables(&written.replace('_', " ")).join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: &[&Table] = &[
        &PRODUCT,
        &PRODUCER,
        &INLINE_PRODUCER,
        &RATING,
        &PACK,
        &PHOTO,
        &CERTIFICATE,
        &CONTACTS,
        &SHOP,
        &FORMER,
        &SERVICE,
        &CHECKED,
        &ENGLISH,
        &ENGLISH_FILE,
        &PAGE,
        &SETTINGS,
        &BUDGETS,
        &ISSUER,
        &BOTH,
        &BROCHURE,
        &FAIR,
        &ZONE,
        &BOOTH,
    ];

    #[test]
    fn names_are_snake_case_and_stand_once() {
        for table in TABLES {
            let mut names: Vec<&str> = table.names().collect();
            for name in &names {
                assert_eq!(snake_case(name), *name, "{}", table.title.1);
            }
            // A key may have the same name in both languages (`zalo`), not two keys one.
            names.sort_unstable();
            for pair in names.windows(2) {
                let same = pair[0] == pair[1];
                let key = table.key(pair[0]).unwrap();
                assert!(!same || key.name == key.vi, "{}: {}", table.title.1, pair[0]);
            }
        }
    }

    #[test]
    fn every_key_is_explained() {
        for key in TABLES.iter().flat_map(|table| table.keys) {
            assert!(!key.help.0.is_empty() && !key.help.1.is_empty(), "{}", key.name);
            assert!(!key.help.0.ends_with('.') && !key.help.1.ends_with('.'), "{}", key.name);
        }
    }

    #[test]
    fn keys_are_found_however_they_are_written() {
        for (written, want) in [
            ("name", Some("name")),
            ("ten", Some("name")),
            ("tên", Some("name")),
            ("Tên", Some("name")),
            ("tóm tắt", Some("summary")),
            ("tom-tat", Some("summary")),
            ("Shelf life", Some("shelf_life")),
            ("chủ thể", Some("producer")),
            ("nam3", None),
            ("", None),
        ] {
            assert_eq!(PRODUCT.key(written).map(|key| key.name), want, "{written}");
        }
    }
}
