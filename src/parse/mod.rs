//! Text to model: dossiers, pages, settings and reference data.
//!
//! [`catalogue`] is the whole stage. A file is cut at its fence
//! (`front_matter`), its facts become a tree in which every value knows its
//! place (`yaml`), keys are matched with one table ([`keys`]), and each kind of
//! content takes its fields from there. Names become handles through `names`.
//!
//! Always returns a value and its findings: bad content is data, not failure.
//! Findings here are about form and reference; what the facts mean is judged
//! by `check`. Cost: about 60 µs a dossier, in parallel.
//!
//! Never reads the disk itself, never asks for the clock, never guesses.

mod again;
mod amounts;
mod assemble;
mod brochure;
mod bundle;
mod code;
mod codes;
mod contact;
mod context;
mod dates;
mod dossier;
mod fair;
mod fields;
pub mod flat;
mod front_matter;
mod group;
pub mod keys;
mod letters;
mod names;
mod opened;
pub mod outline;
mod page;
mod photo;
mod place;
mod producer;
mod rating;
mod region;
mod scheme;
mod settings;
mod shelf;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod yaml;

pub use again::{Again, Lookup};
pub use brochure::typed as brochure_typed;
pub use codes::CODES;

use crate::diag::sink::Diagnostics;
use crate::model::catalogue::Catalogue;
use crate::source::Tree;

/// Reads the catalogue out of the files; never fails.
///
/// Dossiers with errors stay in it as long as name, province and group are
/// known; whoever publishes withholds files that have errors.
pub fn catalogue(tree: &Tree, findings: &mut Diagnostics) -> Catalogue {
    assemble::catalogue(tree, findings).0
}

/// The same, with the names that reading one dossier again needs.
pub fn catalogue_with_lookup(tree: &Tree, findings: &mut Diagnostics) -> (Catalogue, Lookup) {
    assemble::catalogue(tree, findings)
}
