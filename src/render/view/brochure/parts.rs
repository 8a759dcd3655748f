//! Small parts of a brochure's view.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::brochure::Brochure;
use crate::model::product::ProductId;
use crate::model::region::ProvinceId;
use crate::render::qr::QrView;
use crate::render::view::Supply;
use crate::render::view::brochure::card::CardView;
use crate::render::view::brochure::{Speakers, plain};
use crate::text::number;

/// A text in the languages of the brochure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    /// In the leading language, or in Vietnamese where nobody translated.
    pub main: String,
    /// Tag of the language of `main`.
    pub main_lang: &'static str,
    /// In the second language; empty where there is none, or it says the same.
    pub second: String,
}

/// Who publishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SiteView {
    /// Name of the catalogue.
    pub name: Said,
    /// Address without scheme and last slash; empty where unknown.
    pub url: String,
    /// The same, as print shows it.
    pub address_text: String,
    /// The body.
    pub issuer: Said,
    /// Person responsible.
    pub responsible: String,
    /// Postal address.
    pub address: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Code of the brochure's own page, or of the site for one that has none.
    pub qr: Option<QrView>,
}

/// A number with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatView {
    /// "42".
    pub value: String,
    /// "sản phẩm".
    pub label: Said,
}

/// A tier of stars and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StarGuideView {
    /// Number.
    pub stars: u8,
    /// "Hạng 5 sao".
    pub title: Said,
    /// What it says of a product.
    pub meaning: Said,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionView {
    /// Anchor.
    pub id: String,
    /// Heading; empty for a brochure of one section.
    pub title: Said,
    /// "12 sản phẩm".
    pub note: Said,
    /// A sentence on it; may be empty.
    pub blurb: Said,
    /// Colours.
    pub colours: ColoursView,
    /// Cell of the tile map of a province.
    pub tile: Option<(u8, u8)>,
    /// Products.
    pub cards: Vec<CardView>,
}

/// Colours as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColoursView {
    /// For large areas and titles.
    pub deep: String,
    /// For lines and marks.
    pub strong: String,
    /// For grounds of text.
    pub tint: String,
}

/// A province on the tile map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TileView {
    /// Name.
    pub name: String,
    /// Slug; empty for an archipelago.
    pub slug: String,
    /// Column, from 1.
    pub col: u8,
    /// Row, from 1.
    pub row: u8,
    /// Products of the brochure.
    pub count: u32,
    /// Whether it is an archipelago.
    pub island: bool,
}

/// Title, publisher and address.
pub(super) fn site(speakers: &Speakers<'_>, brochure: &Brochure) -> SiteView {
    let supply = &speakers.first;
    let settings = &supply.catalogue.settings;
    let url = supply.base_url.map(bare).unwrap_or_default();
    let own = if brochure.file.is_some() && brochure.listed {
        format!("an-pham/{}/", brochure.slug)
    } else {
        String::new()
    };
    let issuer = &settings.issuer;
    let or_empty = |text: &Option<String>| plain(text.as_deref().unwrap_or_default());
    SiteView {
        name: speakers.text(&settings.title),
        address_text: url.clone(),
        url,
        issuer: speakers.text(&issuer.name),
        responsible: or_empty(&issuer.responsible),
        address: or_empty(&issuer.address),
        phone: or_empty(&issuer.phone),
        email: or_empty(&issuer.email),
        qr: speakers.qr(&own),
    }
}

/// An address as print shows it.
pub(super) fn bare(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_end_matches('/').to_owned()
}

/// Different producers and provinces of the products.
fn spread(supply: &Supply<'_>, all: &[ProductId]) -> (usize, usize) {
    let products = all.iter().filter_map(|id| supply.catalogue.product(*id));
    let makers: BTreeSet<_> = products.clone().filter_map(|product| product.producer).collect();
    let provinces: BTreeSet<ProvinceId> =
        products.map(|product| product.place.province.value).collect();
    (makers.len(), provinces.len())
}

/// "42 sản phẩm · 31 chủ thể · 5 tỉnh, thành phố".
pub(super) fn summary(speakers: &Speakers<'_>, all: &[ProductId]) -> Said {
    let (makers, provinces) = spread(&speakers.first, all);
    speakers.said(|it| {
        [
            it.count("count.products", all.len()),
            it.count("count.producers", makers),
            it.count("count.provinces", provinces),
        ]
        .join(" · ")
    })
}

/// Numbers for the cover.
pub(super) fn stats(speakers: &Speakers<'_>, all: &[ProductId]) -> Vec<StatView> {
    let (makers, provinces) = spread(&speakers.first, all);
    let lang = speakers.first.lang;
    let stat = |n: usize, key: &str| StatView {
        value: number::count(n, lang),
        label: speakers.word(key),
    };
    vec![
        stat(all.len(), "brochure.stat.products"),
        stat(makers, "brochure.stat.producers"),
        stat(provinces, "brochure.stat.provinces"),
    ]
}

/// What stars mean, the best first.
pub(super) fn star_guide(speakers: &Speakers<'_>) -> Vec<StarGuideView> {
    let mut tiers: Vec<_> = speakers.first.catalogue.scheme.certified_tiers().collect();
    tiers.sort_by_key(|tier| std::cmp::Reverse(tier.stars));
    let view = |tier: &crate::model::scheme::StarTier| StarGuideView {
        stars: tier.stars.count(),
        title: speakers.text(&tier.name),
        meaning: speakers.text(tier.title.as_ref().unwrap_or(&tier.meaning)),
    };
    tiers.into_iter().map(view).collect()
}

/// Colours of a group, taken from its threads.
pub(super) fn colours(supply: &Supply<'_>, group: &str) -> ColoursView {
    let threads = supply.theme.weave(group);
    let thread = |at: usize, other: &str| {
        threads.and_then(|all| all.get(at)).map_or_else(|| other.to_owned(), Clone::clone)
    };
    ColoursView {
        deep: thread(1, "#35312b"),
        strong: thread(0, "#6b6459"),
        tint: thread(4, "#f3ecdc"),
    }
}

/// The country as tiles, with the brochure's products on them.
pub(super) fn map(speakers: &Speakers<'_>, all: &[ProductId]) -> Vec<TileView> {
    let supply = &speakers.first;
    let regions = &supply.catalogue.regions;
    let mut counts: BTreeMap<ProvinceId, u32> = BTreeMap::new();
    for product in all.iter().filter_map(|id| supply.catalogue.product(*id)) {
        let count = counts.entry(product.place.province.value).or_default();
        *count = count.saturating_add(1);
    }
    let provinces = regions.provinces_with_ids().map(|(id, province)| TileView {
        name: supply.text(&province.name).to_owned(),
        slug: province.slug.clone(),
        col: province.tile.0,
        row: province.tile.1,
        count: counts.get(&id).copied().unwrap_or(0),
        island: false,
    });
    let islands = regions.islands.iter().map(|island| TileView {
        name: supply.text(&island.name).to_owned(),
        slug: String::new(),
        col: island.tile.0,
        row: island.tile.1,
        count: 0,
        island: true,
    });
    provinces.chain(islands).collect()
}
