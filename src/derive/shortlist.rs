//! The shortlist that a visitor keeps: what a product is called in it, and in
//! which shelf its facts lie.
//!
//! A list can name any products, so their facts are kept in shelves of about
//! [`SHELF_SIZE`], and the shelf follows from the name alone ([`shelf_of`]; the
//! theme's script works it out in the same way). The number of shelves is a
//! power of two, so it seldom changes, and an edited dossier touches one shelf.
//!
//! Never says what the facts are.

use std::collections::BTreeMap;

use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};

/// Products in a shelf, about.
pub const SHELF_SIZE: usize = 32;

/// The name of a product in shortlists: its permanent code, else its slug.
pub fn key(product: &Product) -> String {
    product.code.as_ref().map_or_else(|| product.slug.clone(), ToString::to_string)
}

/// Where the facts of each product lie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelves {
    of: Vec<BTreeMap<String, ProductId>>,
    /// Whether two products want one name, so that their order decides.
    is_contested: bool,
}

impl Shelves {
    /// Puts shown products into shelves under every name that a list may use:
    /// their key, their slug and the slugs they had before.
    pub fn new(catalogue: &Catalogue, shown: &[ProductId]) -> Self {
        let count = shown.len().div_ceil(SHELF_SIZE).next_power_of_two();
        let mut of = vec![BTreeMap::new(); count];
        let mut is_contested = false;
        let mut put = |name: &str, id| {
            if let Some(shelf) = of.get_mut(shelf_of(name, count)) {
                is_contested |= *shelf.entry(name.to_owned()).or_insert(id) != id;
            }
        };
        let products = || shown.iter().filter_map(|id| Some((*id, catalogue.product(*id)?)));
        for (id, product) in products() {
            put(&key(product), id);
        }
        for (id, product) in products() {
            put(&product.slug, id);
        }
        for (id, product) in products() {
            product.aliases.iter().for_each(|alias| put(&alias.value, id));
        }
        Self { of, is_contested }
    }

    /// How many shelves there are, a power of two.
    pub fn count(&self) -> usize {
        self.of.len()
    }

    /// Whether the order of the products decides who has a name.
    pub fn is_contested(&self) -> bool {
        self.is_contested
    }

    /// The names in a shelf with their products.
    pub fn shelf(&self, index: usize) -> impl Iterator<Item = (&str, ProductId)> {
        let shelf = self.of.get(index).into_iter().flatten();
        shelf.map(|(name, id)| (name.as_str(), *id))
    }
}

/// FNV-1a of the name, 32 bits, taken from `count` shelves.
pub fn shelf_of(name: &str, count: usize) -> usize {
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    let hash = name.bytes().fold(2_166_136_261, mix);
    usize::try_from(hash).unwrap_or(0).checked_rem(count).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shelf_follows_from_the_name() {
        // The published values of FNV-1a, 32 bits.
        assert_eq!(shelf_of("", 1 << 31), 0x811c_9dc5 % (1 << 31));
        assert_eq!(shelf_of("foobar", 1 << 31), 0xbf9c_f968 % (1 << 31));
        assert_eq!(shelf_of("mat-ong", 1), 0);
        assert_eq!(shelf_of("mat-ong", 0), 0);
    }
}
