//! The facts that a product may have several times: its ratings and its packs.
//!
//! A row of [`super::COLUMNS`] shows the first pack and the last rating. A part lists all
//! of them, one row each, in the columns that the main table has for one, so
//! that both say the same in the same words.

use super::cells::{Cell, pack_cell, rating_cell};
use super::columns::{COLUMNS, Column, Field};
use crate::model::product::Product;

/// Heading of a rating's or pack's place in its list (Vietnamese, English).
pub const NUMBER: (&str, &str) = ("Thứ tự", "Number");

/// A list within a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Ratings, the oldest first.
    Ratings,
    /// Packs, as the dossier orders them.
    Packs,
}

impl Part {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ratings, Self::Packs];

    /// Its key in a dossier, and its name in data files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ratings => "ratings",
            Self::Packs => "packs",
        }
    }

    /// Name of the sheet for what the main table has no room for.
    pub fn sheet(self) -> &'static str {
        match self {
            Self::Ratings => "Công nhận trước",
            Self::Packs => "Quy cách khác",
        }
    }

    /// Which one of so many stands in the main table, counted from 0; `None` of none.
    pub fn in_main_table(self, count: usize) -> Option<usize> {
        match self {
            Self::Ratings => count.checked_sub(1),
            Self::Packs => (count > 0).then_some(0),
        }
    }

    /// Its columns, each with its place in the main table.
    pub fn columns(self) -> impl Iterator<Item = (usize, &'static Column)> {
        let own = move |field: Field| match self {
            Self::Ratings => matches!(field, Field::Rating(_)),
            Self::Packs => matches!(field, Field::Pack(_)),
        };
        COLUMNS.iter().enumerate().filter(move |(_, column)| own(column.field))
    }

    /// The cells of every rating or pack of a product, in the order of the columns.
    pub fn rows(self, product: &Product) -> Vec<Vec<Cell>> {
        let row = |cell: &dyn Fn(&str) -> Option<Cell>| -> Vec<Cell> {
            let keys = self.columns().filter_map(|(_, column)| match column.field {
                Field::Rating(key) | Field::Pack(key) => Some(key),
                Field::Slug | Field::Code | Field::Key(_) => None,
            });
            keys.map(|key| cell(key).unwrap_or_default()).collect()
        };
        match self {
            Self::Ratings => {
                let all = product.ratings.iter();
                all.map(|rating| row(&|key| rating_cell(rating, key))).collect()
            }
            Self::Packs => {
                product.packs.iter().map(|pack| row(&|key| pack_cell(pack, key))).collect()
            }
        }
    }
}
