//! What the template of the home page sees.

use serde::Serialize;

use crate::render::view::card::{CoverView, GroupView};

/// The home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HomeView {
    /// Counts of the whole catalogue.
    pub counts: CountsView,
    /// Provinces on the map.
    pub tiles: Vec<TileView>,
    /// Archipelagos on the map.
    pub islands: Vec<IslandView>,
    /// What the shades mean.
    pub legend: Vec<ShadeView>,
    /// Provinces by region.
    pub regions: Vec<RegionView>,
    /// Cards, rendered.
    pub featured: Vec<String>,
    /// Groups.
    pub groups: Vec<GroupTileView>,
    /// Tiers.
    pub tiers: Vec<TierView>,
    /// Stories.
    pub stories: Vec<StoryCardView>,
    /// Cards, rendered.
    pub recent: Vec<String>,
    /// Lapsed products; `None` where there are none.
    pub lapsed: Option<LapsedView>,
    /// Pages of the programme.
    pub pages: Vec<PageLinkView>,
}

/// Counts in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountsView {
    /// Shown products.
    pub products: CountView,
    /// Valid ones.
    pub valid: CountView,
    /// Provinces with products.
    pub provinces: CountView,
    /// Communes with products.
    pub communes: CountView,
    /// Producers.
    pub producers: CountView,
}

/// A count with its noun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountView {
    /// Words.
    pub text: String,
}

/// A province on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TileView {
    /// Column, from 1.
    pub col: u8,
    /// Row, from 1.
    pub row: u8,
    /// Shade, 0-5.
    pub level: usize,
    /// Route.
    pub href: String,
    /// Name on the tile.
    pub short: String,
    /// Number of products.
    pub count: String,
    /// The same with its noun.
    pub count_text: String,
}

/// An archipelago on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IslandView {
    /// Column, from 1.
    pub col: u8,
    /// Row, from 1.
    pub row: u8,
    /// Name.
    pub name: String,
}

/// A shade of the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShadeView {
    /// Shade, 0-5.
    pub level: usize,
    /// Range in words.
    pub text: String,
}

/// A region with its provinces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionView {
    /// Name.
    pub name: String,
    /// Provinces.
    pub provinces: Vec<RegionProvinceView>,
}

/// A province in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionProvinceView {
    /// Route.
    pub href: String,
    /// Name.
    pub name: String,
    /// Size.
    pub count_text: String,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupTileView {
    /// Slug, for colours.
    pub slug: String,
    /// Drawing.
    pub pictogram: String,
    /// Route.
    pub href: String,
    /// Short name.
    pub name: String,
    /// A sentence; may be empty.
    pub description: String,
    /// Size.
    pub count_text: String,
}

/// A tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TierView {
    /// Number of stars.
    pub stars: u8,
    /// Route.
    pub href: String,
    /// "Hạng 5 sao".
    pub name: String,
    /// What it says of a product.
    pub meaning: String,
    /// Size.
    pub count_text: String,
}

/// A story with its first words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoryCardView {
    /// Group.
    pub group: GroupView,
    /// Picture.
    pub cover: CoverView,
    /// Name of the product.
    pub name: String,
    /// Language of the name.
    pub name_lang: &'static str,
    /// Route.
    pub href: String,
    /// First words.
    pub excerpt: String,
    /// Language of the words.
    pub excerpt_lang: &'static str,
}

/// Lapsed products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LapsedView {
    /// Route of their list.
    pub href: String,
    /// Size.
    pub count_text: String,
}

/// A page of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageLinkView {
    /// Route.
    pub href: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
}
