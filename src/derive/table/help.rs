//! What a column is about, in the words of the key that it holds.

use super::columns::{Column, Field};
use crate::parse::keys::{Key, PACK, PRODUCT, RATING, Table};

impl Column {
    /// Name within a pack or rating: `name` rather than `pack`.
    pub fn name_in_part(&self) -> &'static str {
        match self.field {
            Field::Rating(key) | Field::Pack(key) => key,
            Field::Slug | Field::Code | Field::Key(_) => self.id,
        }
    }

    /// The key of a dossier that the column holds; `None` for slug and permanent code.
    pub fn key(&self) -> Option<&'static Key> {
        let within = |table: &'static Table, name: &str| table.key(name);
        match self.field {
            Field::Rating(name) => within(&RATING, name),
            Field::Pack(name) => within(&PACK, name),
            Field::Key([name]) => within(&PRODUCT, name),
            Field::Key([group, name]) => {
                within(PRODUCT.key(group).and_then(|key| key.kind.table())?, name)
            }
            Field::Slug | Field::Code | Field::Key(_) => None,
        }
    }
}
