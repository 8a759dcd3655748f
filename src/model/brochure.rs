//! Brochure: what an organiser wants in print, as written.
//!
//! A brochure chooses products by a query, by a list, or by both (then a
//! listed product is in whatever the query says), and says how they are laid
//! out. What it really holds on a day is worked out in `derive`.
//!
//! Never looks at a product, never lays anything out.

use crate::diag::span::{FileId, Span};
use crate::model::fair::FairId;
use crate::model::producer::ProducerId;
use crate::model::product::ProductId;
use crate::model::rating::Stars;
use crate::model::region::{FormerId, ProvinceId};
use crate::model::scheme::{CertificateKindId, GroupId, ProducerKindId, SubgroupId};
use crate::text::lang::{Lang, Text};

/// A brochure as written.
#[derive(Debug, Clone)]
pub struct Brochure {
    /// Address part, the file's name.
    pub slug: String,
    /// Its file; `None` for one from the command line.
    pub file: Option<FileId>,
    /// Where the whole is reported.
    pub span: Span,
    /// Title; empty leaves it to the kind and the choice.
    pub title: Text,
    /// A line below the title.
    pub subtitle: Text,
    /// What is made of it.
    pub kind: BrochureKind,
    /// Sheet; `None` takes the one that the kind is made for.
    pub paper: Option<Paper>,
    /// Products on a page; `None` leaves it to kind and paper.
    pub per_page: Option<u32>,
    /// Columns and rows of a sheet of labels.
    pub grid: Option<(u32, u32)>,
    /// First free label of the first sheet, from 1.
    pub start: u32,
    /// One or two languages, the leading one first.
    pub languages: Vec<Lang>,
    /// What makes its sections.
    pub arranged: Arranged,
    /// Order within a section.
    pub order: Order,
    /// Which products.
    pub choice: Choice,
    /// Whether the site lists it.
    pub listed: bool,
}

/// What is made of a choice of products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrochureKind {
    /// Pages of cards with contents and indexes.
    Catalogue,
    /// A catalogue to fold: A5 on A4.
    Booklet,
    /// Three panels on either side of an A4.
    Leaflet,
    /// A table of packs and prices.
    PriceList,
    /// Small cards for shelves, with QR.
    ShelfCards,
    /// Cards that stand on a table, folded.
    TableTents,
    /// Sheets of stickers.
    Labels,
    /// A large sign for each booth or producer.
    BoothSigns,
    /// The booths of a fair by zone.
    BoothList,
    /// One page for each product.
    Sheet,
    /// What buyers abroad ask for, in a table.
    ExportSheet,
}

impl BrochureKind {
    /// Every kind with its word.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::Catalogue, "catalogue"),
        (Self::Booklet, "booklet"),
        (Self::Leaflet, "leaflet"),
        (Self::PriceList, "price-list"),
        (Self::ShelfCards, "shelf-cards"),
        (Self::TableTents, "table-tents"),
        (Self::Labels, "labels"),
        (Self::BoothSigns, "booth-signs"),
        (Self::BoothList, "booth-list"),
        (Self::Sheet, "sheet"),
        (Self::ExportSheet, "export-sheet"),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("catalogue", |(_, word)| word)
    }

    /// The kind behind its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }

    /// The sheet it is made for.
    pub fn paper(self) -> Paper {
        match self {
            Self::BoothSigns => Paper::A3,
            Self::Booklet | Self::TableTents => Paper::A5,
            Self::ShelfCards => Paper::A6,
            _ => Paper::A4,
        }
    }

    /// Products on a page of that sheet; 0 where that follows from the layout.
    pub fn per_page(self) -> u32 {
        match self {
            Self::Catalogue => 4,
            Self::Booklet => 2,
            Self::Sheet => 1,
            _ => 0,
        }
    }
}

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm.
    A5,
    /// 105 × 148 mm.
    A6,
    /// 74 × 105 mm.
    A7,
}

impl Paper {
    /// Every sheet with its word.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::A3, "a3"),
        (Self::A4, "a4"),
        (Self::A5, "a5"),
        (Self::A6, "a6"),
        (Self::A7, "a7"),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(paper, _)| *paper == self).map_or("a4", |(_, word)| word)
    }

    /// The sheet behind its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(paper, _)| *paper)
    }
}

/// What makes the sections of a brochure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arranged {
    /// Product groups.
    Group,
    /// Provinces of today.
    Province,
    /// Star tiers.
    Stars,
    /// Booths of the fair.
    Booth,
    /// Nothing: one section.
    Whole,
}

/// Order of the products of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// As lists of the site: stars, score, name.
    Standard,
    /// Vietnamese alphabet.
    Name,
    /// By province, then as lists of the site.
    Province,
    /// By producer, then as lists of the site.
    Producer,
    /// As listed in the file.
    Given,
}

/// Which products a brochure holds.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Provinces of today.
    pub provinces: Vec<ProvinceId>,
    /// Provinces before July 2025.
    pub formers: Vec<FormerId>,
    /// Communes by name, as written.
    pub communes: Vec<String>,
    /// Groups.
    pub groups: Vec<GroupId>,
    /// Subgroups; those below them count.
    pub subgroups: Vec<SubgroupId>,
    /// Least and most stars.
    pub stars: Option<(Stars, Stars)>,
    /// States of validity, by their slugs; empty leaves the rule of the day.
    pub validity: Vec<&'static str>,
    /// Legal forms of producers.
    pub forms: Vec<ProducerKindId>,
    /// Producers.
    pub producers: Vec<ProducerId>,
    /// Certificates.
    pub certificates: Vec<CertificateKindId>,
    /// Tags, as written.
    pub tags: Vec<String>,
    /// The fair whose booths show the products.
    pub fair: Option<FairId>,
    /// Booths of that fair; empty means all.
    pub booths: Vec<String>,
    /// Products by name, in the order written.
    pub listed: Vec<Listed>,
    /// Products that stay out whatever else is said.
    pub excluded: Vec<ProductId>,
    /// Whether lapsed products may be in.
    pub lapsed: bool,
    /// Whether alcoholic drinks may be in.
    pub alcohol: bool,
}

/// A product that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// The product.
    pub product: ProductId,
    /// Where it is named.
    pub span: Span,
}

impl Choice {
    /// Whether anything but names narrows the choice.
    pub fn has_query(&self) -> bool {
        !(self.provinces.is_empty()
            && self.formers.is_empty()
            && self.communes.is_empty()
            && self.groups.is_empty()
            && self.subgroups.is_empty()
            && self.stars.is_none()
            && self.validity.is_empty()
            && self.forms.is_empty()
            && self.producers.is_empty()
            && self.certificates.is_empty()
            && self.tags.is_empty()
            && self.fair.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        for (kind, word) in BrochureKind::ALL {
            assert_eq!(BrochureKind::parse(word), Some(kind));
            assert_eq!(kind.word(), word);
        }
        for (paper, word) in Paper::ALL {
            assert_eq!(Paper::parse(word), Some(paper));
            assert_eq!(paper.word(), word);
        }
        assert_eq!(BrochureKind::parse("sách"), None);
    }
}
