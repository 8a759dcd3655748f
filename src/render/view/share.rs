//! What the picture shows that other sites put beside a link to a product.
//!
//! One picture for both languages: it holds names, stars and a place, in
//! Vietnamese. Its key is the hash of everything in it, so the address that
//! pages give carries a part of the key, and sites that keep pictures fetch a
//! changed one.

use serde::Serialize;

use crate::diag::span::FileId;
use crate::model::product::ProductId;
use crate::picture::{SHARE_LEAST, Variant};
use crate::plan;
use crate::render::view::rating::{self, RatingView};
use crate::render::view::{Supply, card};
use crate::source::Hash;
use crate::text::lang::Lang;

/// Goes up when the same view is to be drawn in another way.
const DRAWING: u32 = 2;

/// A picture for other sites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImageView {
    /// Whole address.
    pub url: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// Everything that the picture shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShareView {
    drawing: u32,
    /// Slug of the product, from which its cloth is woven.
    pub slug: String,
    /// Name of the catalogue.
    pub site: String,
    /// Short name of the group.
    pub group: String,
    /// Name of the product.
    pub name: String,
    /// Stars and their state.
    pub rating: RatingView,
    /// "Tỉnh Quảng Trị".
    pub province: String,
    /// Colours of the group: ground, second, third, accent, ecru.
    pub weave: [String; 5],
    /// Drawing of the group within a square of 48.
    pub pictogram: String,
    /// Address of the photo; empty where cloth stands in its place.
    pub photo_path: String,
    /// Point of the photo that stays in sight, in percent from left and top.
    pub focus: (u8, u8),
    /// The photo, a JPEG.
    #[serde(skip)]
    pub photo: Option<(FileId, Variant)>,
}

impl ShareView {
    /// Hash of everything in it.
    pub fn key(&self) -> Hash {
        Hash::of(&serde_json::to_vec(self).unwrap_or_default())
    }
}

/// Whether pages name such pictures: they want whole addresses.
pub fn are_wanted(supply: &Supply<'_>) -> bool {
    supply.base_url.is_some() && supply.catalogue.settings.share_pictures
}

/// Path with a part of the key; `None` where pictures are not wanted or this one is still to come.
pub fn address(supply: &Supply<'_>, id: ProductId) -> Option<String> {
    let is_there = are_wanted(supply) && !supply.photos.is_undrawn(id);
    let product = supply.catalogue.product(id).filter(|_| is_there)?;
    let tag = view(supply, id)?.key().tag();
    Some(format!("{}?v={tag}", plan::share_path(product)))
}

/// The picture of a product; `None` for one that is not there.
pub fn view(supply: &Supply<'_>, id: ProductId) -> Option<ShareView> {
    let supply = &supply.speaking(Lang::Vi);
    let product = supply.catalogue.product(id)?;
    let province = supply.catalogue.regions.province(product.place.province.value);
    let group = card::group(supply, product);
    let lead = product.photos.first();
    let print = lead.and_then(|photo| Some((photo, supply.photos.get(photo.file)?)));
    let jpeg = print.and_then(|(photo, print)| {
        let jpeg = print.variants.iter().find(|variant| variant.is_jpeg)?;
        let fits = jpeg.width >= SHARE_LEAST;
        fits.then(|| (photo, *jpeg, print.path(*jpeg)))
    });
    let own = jpeg.is_none().then(|| supply.theme.pictogram(&group.slug).to_owned());
    Some(ShareView {
        drawing: DRAWING,
        slug: product.slug.clone(),
        site: supply.text(&supply.catalogue.settings.title).to_owned(),
        weave: supply.theme.weave(&group.slug).cloned().unwrap_or_default(),
        group: group.name,
        name: product.name.value.clone(),
        rating: rating::rating(supply, id),
        province: province.map_or("", |it| supply.text(&it.full_name)).to_owned(),
        pictogram: own.unwrap_or_default(),
        photo_path: jpeg.as_ref().map(|(_, _, path)| path.clone()).unwrap_or_default(),
        focus: jpeg.as_ref().map_or((50, 50), |(photo, _, _)| photo.focus),
        photo: jpeg.map(|(photo, variant, _)| (photo.file, variant)),
    })
}

#[cfg(test)]
impl ShareView {
    /// A picture of a made-up product without photo.
    pub fn sample(name: &str, rating: RatingView, weave: [String; 5]) -> Self {
        Self {
            drawing: DRAWING,
            slug: "vi-du".to_owned(),
            site: "Đặc sản mỗi xã".to_owned(),
            group: "Dược liệu".to_owned(),
            name: name.to_owned(),
            rating,
            province: "Tỉnh Quảng Trị".to_owned(),
            weave,
            pictogram: String::new(),
            photo_path: String::new(),
            focus: (50, 50),
            photo: None,
        }
    }
}
