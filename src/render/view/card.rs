//! The card of a product: what other pages may show of it.

use serde::Serialize;

use crate::derive::route::Target;
use crate::derive::shortlist;
use crate::model::code::ProductCode;
use crate::model::product::{Product, ProductId};
use crate::plan;
use crate::render::view::Supply;
use crate::render::view::picture::{self, PictureView};
use crate::render::view::place::{self, PlaceView};
use crate::render::view::rating::{self, RatingView};
use crate::text::lang::Lang;
use crate::text::number;

/// A card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardView {
    /// Its name in shortlists.
    pub pick: String,
    /// Group with its short name.
    pub group: GroupView,
    /// Picture.
    pub cover: CoverView,
    /// Name.
    pub name: String,
    /// Language of the name.
    pub name_lang: &'static str,
    /// Permanent code; empty until one is given.
    pub code: String,
    /// Route of the product.
    pub href: String,
    /// Stars and validity.
    pub rating: RatingView,
    /// Its own short text; may be empty.
    pub summary: String,
    /// Language of the summary.
    pub summary_lang: &'static str,
    /// Who makes it.
    pub producer: MakerView,
    /// Where.
    pub place: PlaceView,
    /// Price, where one is known.
    pub price: Option<PriceView>,
    /// Whether it is for adults only.
    pub adult: bool,
    /// Notice that the law wants; may be empty.
    pub notice: String,
}

/// A group in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupView {
    /// Slug, for colours.
    pub slug: String,
    /// Short name.
    pub name: String,
    /// Route of the group.
    pub href: String,
}

/// The leading picture: a photo, or the woven cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverView {
    /// `photo` or `woven`.
    pub kind: &'static str,
    /// Its files, and what a page says of them.
    #[serde(flatten)]
    pub picture: PictureView,
    /// Text for those who do not see it; a woven cover says nothing.
    pub alt: String,
    /// Language of that text.
    pub alt_lang: &'static str,
}

/// Name of the producer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MakerView {
    /// Name as registered; empty in drafts.
    pub name: String,
}

/// The price on a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PriceView {
    /// Whether dearer packs exist.
    pub from: bool,
    /// "85.000 đ".
    pub text: String,
    /// "500 g"; may be empty.
    pub pack: String,
}

/// The card of a shown product.
pub fn card(supply: &Supply<'_>, id: ProductId) -> Option<CardView> {
    let product = supply.catalogue.product(id)?;
    let (name, name_lang) = name(supply, product);
    let (summary, summary_lang) = summary(supply, product);
    Some(CardView {
        pick: shortlist::key(product),
        group: group(supply, product),
        cover: cover(supply, id, product),
        name,
        name_lang,
        code: code(product),
        href: supply.route(Target::Product(id))?,
        rating: rating::rating(supply, id),
        summary,
        summary_lang,
        producer: MakerView { name: producer_name(supply, product) },
        place: place::of_product(supply, id, &product.place),
        price: price(product),
        adult: is_for_adults(supply, product),
        notice: notices(supply, product).join(" "),
    })
}

/// The name in the page's language, with the language it really is in.
pub fn name(supply: &Supply<'_>, product: &Product) -> (String, &'static str) {
    own_or_english(supply, Some(&product.name.value), product.english.name.as_ref())
}

/// The summary, with its language; empty where there is none.
pub fn summary(supply: &Supply<'_>, product: &Product) -> (String, &'static str) {
    let own = product.summary.as_ref().map(|summary| &summary.value);
    own_or_english(supply, own, product.english.summary.as_ref())
}

fn own_or_english(
    supply: &Supply<'_>,
    own: Option<&String>,
    english: Option<&String>,
) -> (String, &'static str) {
    match (supply.lang, english) {
        (Lang::En, Some(english)) => (english.clone(), Lang::En.code()),
        _ => (own.cloned().unwrap_or_default(), Lang::Vi.code()),
    }
}

/// The permanent code; empty until one is given.
pub fn code(product: &Product) -> String {
    product.code.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Route of the permanent address; empty until a code is given.
pub fn permanent(product: &Product) -> String {
    product.code.as_ref().map(ProductCode::route).unwrap_or_default()
}

/// The group of a product.
pub fn group(supply: &Supply<'_>, product: &Product) -> GroupView {
    let id = product.group.value;
    let Some(group) = supply.catalogue.scheme.group(id) else {
        return GroupView { slug: String::new(), name: String::new(), href: String::new() };
    };
    let href = supply.list_route(crate::derive::listing::ListKind::Group(id));
    GroupView {
        slug: group.slug.clone(),
        name: group_name(supply, &group.slug, supply.text(&group.name)),
        href: href.unwrap_or_default(),
    }
}

/// The short name of a group; its full one where the theme has none.
pub fn group_name(supply: &Supply<'_>, slug: &str, full: &str) -> String {
    let key = format!("group.{slug}");
    let short = supply.theme.words().get(supply.lang, &key);
    short.map_or_else(|| full.to_owned(), str::to_owned)
}

/// Photo or woven cover of a product.
pub fn cover(supply: &Supply<'_>, id: ProductId, product: &Product) -> CoverView {
    let photo = product.photos.first();
    let placed = photo.and_then(|photo| Some((photo, picture::of_photo(supply, photo)?)));
    if let Some((photo, picture)) = placed {
        let (alt, alt_lang) = picture::words(supply, photo);
        return CoverView { kind: "photo", picture, alt, alt_lang };
    }
    CoverView {
        kind: "woven",
        picture: picture::drawn(
            plan::cover_path(supply.catalogue, supply.photos, id).unwrap_or_default(),
            (640, 480),
        ),
        alt: String::new(),
        alt_lang: Lang::Vi.code(),
    }
}

/// Name of the producer as registered.
pub fn producer_name(supply: &Supply<'_>, product: &Product) -> String {
    let producer = product.producer.and_then(|id| supply.catalogue.producer(id));
    producer.map(|producer| producer.name.value.clone()).unwrap_or_default()
}

/// The least price with its pack.
pub fn price(product: &Product) -> Option<PriceView> {
    let priced =
        product.packs.iter().filter_map(|pack| Some((pack.price.as_ref()?.value, pack)));
    let (price, pack) = priced.clone().min_by_key(|(price, _)| *price)?;
    let net = pack.net.as_ref().map(|net| net.value.text.clone());
    Some(PriceView {
        from: priced.into_iter().any(|(other, _)| other != price),
        text: number::dong(price.0),
        pack: net.or_else(|| pack.name.clone()).unwrap_or_default(),
    })
}

/// Whether the product is an alcoholic drink.
pub fn is_for_adults(supply: &Supply<'_>, product: &Product) -> bool {
    supply.catalogue.is_alcohol(product)
}

/// Notices that the law wants beside the product.
pub fn notices(supply: &Supply<'_>, product: &Product) -> Vec<String> {
    let scheme = &supply.catalogue.scheme;
    let kind = product.kind.as_ref().and_then(|kind| scheme.product_kind(kind.value));
    let slugs = kind.map_or(&[][..], |kind| kind.notices.as_slice());
    let notices = slugs.iter().filter_map(|slug| scheme.notice(slug));
    notices.map(|notice| supply.text(&notice.text).to_owned()).collect()
}
