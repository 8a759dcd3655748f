//! PDFs of declared brochures: which there are, how many pages they have, where they stand.
//!
//! They are made before the plan, because pages tell of their size; the plan and the pages
//! only see what came of it. Never reads bytes.

use std::collections::BTreeMap;

use crate::model::settings::PdfFor;
use crate::source::Hash;

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// Hash of everything it is made from.
    pub key: Hash,
    /// Where the store keeps it.
    pub place: Hash,
    /// Its pages.
    pub pages: usize,
    /// Its bytes.
    pub bytes: u64,
}

/// Finished PDFs by the index of their brochure in the catalogue.
pub type Pdfs = BTreeMap<(usize, PdfFor), Pdf>;

/// Where the store keeps the PDFs of a brochure: one place each, so that a new one takes the
/// place of the old.
pub fn place_of(slug: &str) -> Hash {
    Hash::of(format!("dacsan brochure\0{slug}").as_bytes())
}

/// Name of the file, in the store and below the brochure's route.
pub fn name_of(slug: &str, purpose: PdfFor) -> String {
    match purpose {
        PdfFor::Screen => format!("{slug}.pdf"),
        PdfFor::Shop => format!("{slug}-nha-in.pdf"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_brochure_and_purpose_has_a_place_and_a_name_of_its_own() {
        assert_ne!(place_of("a"), place_of("b"));
        assert_eq!(name_of("an-giang", PdfFor::Screen), "an-giang.pdf");
        assert_eq!(name_of("an-giang", PdfFor::Shop), "an-giang-nha-in.pdf");
    }
}
