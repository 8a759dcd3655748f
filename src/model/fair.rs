//! Fair: when and where products are shown, and at which booth.
//!
//! A fair has zones, a zone has booths, a booth belongs to a producer or to a
//! body that has none (a province's stand), and shows products. Only what its
//! file says; nothing here is derived.

use crate::diag::span::{FileId, Spanned};
use crate::model::producer::ProducerId;
use crate::model::product::ProductId;
use crate::model::region::ProvinceId;
use crate::model::story::Story;
use crate::text::date::PartialDate;
use crate::text::lang::Text;

/// Handle of a [`Fair`] in its catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FairId(pub u32);

/// A fair.
#[derive(Debug, Clone)]
pub struct Fair {
    /// Address part, the file's name.
    pub slug: String,
    /// Its file.
    pub file: FileId,
    /// Name.
    pub name: Text,
    /// First day, as exact as it is known.
    pub from: Option<Spanned<PartialDate>>,
    /// Last day.
    pub until: Option<Spanned<PartialDate>>,
    /// Hall, street, town.
    pub venue: Text,
    /// Province of today.
    pub province: Option<Spanned<ProvinceId>>,
    /// Who holds it.
    pub organiser: Text,
    /// Zones with their booths, in the order written.
    pub zones: Vec<Zone>,
    /// What there is to tell.
    pub story: Option<Story>,
    /// Addresses of the sources.
    pub sources: Vec<Spanned<String>>,
}

/// A part of a fair.
#[derive(Debug, Clone)]
pub struct Zone {
    /// Name; empty for a fair without zones.
    pub name: Text,
    /// Booths in the order written.
    pub booths: Vec<Booth>,
}

/// A booth.
#[derive(Debug, Clone)]
pub struct Booth {
    /// "A12".
    pub number: Spanned<String>,
    /// Whose it is.
    pub producer: Option<ProducerId>,
    /// Name above it, where it is not the producer's.
    pub name: Text,
    /// What it shows; empty means all products of the producer.
    pub products: Vec<ProductId>,
}

impl Fair {
    /// All booths, zone by zone.
    pub fn booths(&self) -> impl Iterator<Item = &Booth> {
        self.zones.iter().flat_map(|zone| &zone.booths)
    }
}
