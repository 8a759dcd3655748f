//! What a dossier may say, for editors' programs and for people.
//!
//! Everything here is made from the tables of keys that the parser itself uses
//! ([`crate::parse::keys`]), so it cannot promise a key that the parser does not
//! know: JSON Schema ([`json`]), an empty dossier with comments ([`blank`]), a
//! guide to the fields ([`guide`]) and the configuration of a CMS that keeps its
//! content in git ([`cms`]).
//!
//! Never reads a file; the catalogue is given for its provinces and groups.

mod blank;
mod cms;
mod guide;
mod json;

pub use blank::blank;
pub use cms::cms;
pub use guide::guide;
pub use json::json;

use crate::model::catalogue::Catalogue;
use crate::parse::keys::{PAGE, PRODUCER, PRODUCT, Reference, SETTINGS, Table};

/// What a file describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A product's dossier.
    Product,
    /// A producer.
    Producer,
    /// A page of prose.
    Page,
    /// `content/catalogue.yaml`.
    Settings,
}

impl Subject {
    /// All, with the words for them.
    pub const ALL: [(&'static str, Self); 4] = [
        ("product", Self::Product),
        ("producer", Self::Producer),
        ("page", Self::Page),
        ("settings", Self::Settings),
    ];

    /// Its keys.
    pub fn table(self) -> &'static Table {
        match self {
            Self::Product => &PRODUCT,
            Self::Producer => &PRODUCER,
            Self::Page => &PAGE,
            Self::Settings => &SETTINGS,
        }
    }
}

/// Names that a reference may have, as dossiers write them; none where there are too many.
fn names(reference: Reference, catalogue: &Catalogue) -> Vec<String> {
    let scheme = &catalogue.scheme;
    match reference {
        Reference::Province => {
            catalogue.regions.provinces_with_ids().map(|(_, it)| it.name.vi.clone()).collect()
        }
        Reference::FormerProvince => {
            catalogue.regions.formers_with_ids().map(|(_, it)| it.name.vi.clone()).collect()
        }
        Reference::Edition => scheme.editions.iter().map(|it| it.slug.clone()).collect(),
        Reference::Group => scheme.groups_with_ids().map(|(_, it)| it.slug.clone()).collect(),
        Reference::Subgroup => {
            let paths = scheme.subgroups_with_ids().map(|(_, it)| it.path.clone());
            let mut paths: Vec<String> = paths.collect();
            paths.sort();
            paths.dedup();
            paths
        }
        Reference::Producer => Vec::new(),
        Reference::ProducerKind => {
            scheme.producer_kinds.iter().map(|it| it.slug.clone()).collect()
        }
        Reference::ProductKind => {
            scheme.product_kinds.iter().map(|it| it.slug.clone()).collect()
        }
        Reference::Certificate => {
            scheme.certificate_kinds.iter().map(|it| it.slug.clone()).collect()
        }
    }
}

#[cfg(test)]
mod tests;
