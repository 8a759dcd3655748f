//! A product as a brochure shows it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::brochure::{Brochure, BrochureKind};
use crate::model::code::ProductCode;
use crate::model::product::{Certificate, Pack, Product, ProductId};
use crate::render::qr::QrView;
use crate::render::view::brochure::parts::{bare, colours};
use crate::render::view::brochure::{ColoursView, Drawings, Said, Speakers, plain};
use crate::render::view::{Supply, card, place, product, rating};
use crate::render::weave;
use crate::text::date::PartialDate;
use crate::text::{collate, markdown};

/// Letters of a story that print takes, cut after a paragraph.
const STORY: usize = 1200;

/// A product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "named after what they hold; docs/GLOSSARY.md tells the words")]
pub struct CardView {
    /// Place in the brochure, from 1; indexes name it.
    pub number: u32,
    pub slug: String,
    /// Permanent code; may be empty.
    pub code: String,
    /// Path of its dossier, for findings.
    pub dossier: String,
    pub name: Said,
    /// Other names; may be empty.
    pub aka: String,
    /// Slug of its group.
    pub group: String,
    pub group_name: Said,
    pub colours: ColoursView,
    /// Stars that may be drawn; 0 for none.
    pub stars: u8,
    /// `valid`, `expiring`, `unsure`, `undated`, `lapsed`, `withdrawn`, `none`.
    pub state: &'static str,
    /// Whether it was put forward for five stars; never drawn as stars.
    pub put_forward: bool,
    /// "OCOP 4 sao".
    pub stars_label: Said,
    /// "Còn hiệu lực đến 17/05/2027".
    pub validity: Said,
    /// "348/QĐ-UBND, 17/05/2024"; may be empty.
    pub decision: String,
    pub summary: Said,
    /// Paragraphs of the story, in layouts that have room for it.
    pub story: Vec<Said>,
    pub producer: String,
    pub producer_form: Said,
    /// Name without the words of its legal form.
    pub producer_sort: String,
    pub place: Said,
    pub place_before: Said,
    pub province: String,
    pub packs: Vec<PackView>,
    /// "từ 85.000 đ / 500 g", or that one should ask.
    pub price: Said,
    pub certificates: Vec<CertView>,
    pub contacts: Vec<ContactView>,
    pub facts: Vec<FactView>,
    pub notices: Vec<Said>,
    pub adult: bool,
    /// Code of the permanent address; none where the site has no address.
    pub qr: Option<QrView>,
    /// Permanent address as print shows it.
    pub address: String,
    /// Route of the product's page.
    pub href: String,
    pub picture: PictureView,
    /// Number of its booth at the fair; may be empty.
    pub booth: String,
}

/// A pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as on the product's page")]
pub struct PackView {
    pub name: String,
    pub net: String,
    pub price: String,
    pub unit_price: String,
    pub priced_on: Said,
    pub gtin: String,
}

/// A certificate in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as on the product's page")]
pub struct CertView {
    pub name: Said,
    pub number: String,
    pub until: Said,
}

/// A way to reach the maker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as on the product's page")]
pub struct ContactView {
    pub kind: &'static str,
    pub label: Said,
    pub text: String,
    pub href: String,
}

/// A labelled fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as on the product's page")]
pub struct FactView {
    pub label: Said,
    pub text: Said,
}

/// The picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PictureView {
    /// `photo` or `woven`.
    pub kind: &'static str,
    /// Of a photo the path in the tree, of a woven cover the slug.
    pub key: String,
    /// Path below the site's root.
    pub src: String,
    /// The woven cover as SVG, where the view carries drawings.
    pub svg: String,
    /// Words for those who do not see it.
    pub alt: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Photographer or owner.
    pub credit: String,
    /// Point that crops keep, in percent from left and top.
    pub focus: (u8, u8),
    /// Hash of the photo's bytes; empty for a woven cover.
    pub hash: String,
}

/// Makes cards.
pub(super) struct Cards<'a> {
    pub(super) speakers: &'a Speakers<'a>,
    pub(super) brochure: &'a Brochure,
    pub(super) numbers: &'a BTreeMap<ProductId, u32>,
    pub(super) drawings: Drawings,
    /// Number of the booth of each product at the fair.
    pub(super) booths: &'a BTreeMap<ProductId, String>,
}

impl Cards<'_> {
    /// The card of a product.
    pub(super) fn card(&self, id: ProductId) -> Option<CardView> {
        let speakers = self.speakers;
        let supply = &speakers.first;
        let product = supply.catalogue.product(id)?;
        let group = card::group(supply, product).slug;
        let rating = rating::rating(supply, id);
        let maker = card::producer_name(supply, product);
        let province = supply.catalogue.regions.province(product.place.province.value);
        let detail = product::detail(supply, id)?;
        let route = product.code.as_ref().map(ProductCode::route);
        let route = route.unwrap_or_else(|| format!("san-pham/{}/", product.slug));
        Some(CardView {
            number: self.numbers.get(&id).copied().unwrap_or(0),
            slug: product.slug.clone(),
            code: card::code(product),
            dossier: supply.tree.path(product.file).to_owned(),
            name: speakers.told(|it| card::name(it, product)),
            aka: plain(&product.aka.join(", ")),
            group_name: speakers.said(|it| card::group(it, product).name),
            colours: colours(supply, &group),
            stars: if rating.drawn { rating.stars } else { 0 },
            state: rating.state,
            put_forward: !rating.put_forward_label.is_empty(),
            stars_label: speakers.said(|it| stars_label(it, id)),
            validity: speakers.said(|it| rating::rating(it, id).state_label),
            decision: decision(supply, id, product),
            summary: speakers.told(|it| card::summary(it, product)),
            story: self.story(product),
            producer_form: speakers
                .said(|it| product.producer.map(|id| it.form(id)).unwrap_or_default()),
            producer_sort: plain(collate::producer_sort_name(&maker)),
            producer: plain(&maker),
            place: speakers.said(|it| place::of_product(it, id, &product.place).text),
            place_before: speakers
                .said(|it| place::of_product(it, id, &product.place).former_text),
            province: province.map(|it| supply.text(&it.name).to_owned()).unwrap_or_default(),
            packs: product.packs.iter().map(|pack| self.pack(pack)).collect(),
            price: speakers.said(|it| price(it, product)),
            certificates: self.certificates(product),
            contacts: self.contacts(id, &detail),
            facts: self.facts(id),
            notices: self.notices(product),
            adult: detail.adult,
            qr: speakers.qr(&route),
            address: supply.url(&route).map_or_else(|| route.clone(), |url| bare(&url)),
            href: supply
                .site
                .routes
                .of(crate::derive::route::Target::Product(id), crate::text::lang::Lang::Vi)?
                .to_owned(),
            picture: self.picture(id, product, &group),
            booth: self.booths.get(&id).cloned().unwrap_or_default(),
            group,
        })
    }

    fn story(&self, product: &Product) -> Vec<Said> {
        let has_room =
            self.brochure.kind == BrochureKind::Sheet || self.brochure.per_page == Some(1);
        let Some(story) = product.story.as_ref().filter(|_| has_room) else {
            return Vec::new();
        };
        let mut room = STORY;
        let mut told = Vec::new();
        for text in markdown::paragraphs(&story.markdown) {
            // Whole paragraphs only: print has no "read more".
            room = room.saturating_sub(text.chars().count());
            if room == 0 && !told.is_empty() {
                break;
            }
            told.push(Speakers::fact(&text));
        }
        told
    }

    fn pack(&self, pack: &Pack) -> PackView {
        let supply = &self.speakers.first;
        let shown = product::pack_view(supply, pack);
        PackView {
            name: plain(&shown.name),
            net: plain(&shown.net),
            price: shown.price,
            unit_price: shown.unit_price,
            priced_on: self.speakers.said(|it| product::pack_view(it, pack).price_date),
            gtin: plain(&shown.gtin),
        }
    }

    /// Certificates in force on the day; lapsed ones prove nothing.
    fn certificates(&self, product: &Product) -> Vec<CertView> {
        let today = self.speakers.first.site.today;
        let in_force =
            |it: &&Certificate| it.expires.as_ref().is_none_or(|day| day.value.last() >= today);
        let view = |it: &Certificate| CertView {
            name: self.speakers.said(|supply| product::certificate(supply, it).name),
            number: plain(it.number.as_deref().unwrap_or_default()),
            until: self.speakers.said(|supply| product::certificate(supply, it).state_label),
        };
        product.certificates.iter().filter(in_force).map(view).collect()
    }

    fn contacts(&self, id: ProductId, detail: &product::DetailView) -> Vec<ContactView> {
        let shops = detail.shops.len();
        let all = detail.contacts.iter().chain(&detail.shops).enumerate();
        let label = |supply: &Supply<'_>, index: usize| {
            let detail = product::detail(supply, id);
            let all = detail.map(|it| [it.contacts, it.shops].concat()).unwrap_or_default();
            all.get(index).map(|it| it.label.clone()).unwrap_or_default()
        };
        let first_shop = detail.contacts.len();
        let view = |(index, it): (usize, &product::ContactView)| ContactView {
            kind: if index >= first_shop && shops > 0 { "shop" } else { it.kind },
            label: self.speakers.said(|supply| label(supply, index)),
            text: plain(&it.text),
            href: it.href.clone(),
        };
        all.map(view).collect()
    }

    fn facts(&self, id: ProductId) -> Vec<FactView> {
        let export = self.brochure.kind == BrochureKind::ExportSheet;
        let of = |supply: &Supply<'_>| {
            let detail = product::detail(supply, id);
            detail.map(|it| if export { it.buyer } else { [it.facts, it.service].concat() })
        };
        let Some(first) = of(&self.speakers.first) else { return Vec::new() };
        let label = |supply: &Supply<'_>, index: usize| {
            let all = of(supply).unwrap_or_default();
            all.get(index).map(|fact| fact.label.clone()).unwrap_or_default()
        };
        let view = |(index, fact): (usize, &product::FactView)| FactView {
            label: self.speakers.said(|supply| label(supply, index)),
            text: Said { main_lang: fact.lang, ..Speakers::fact(&fact.text) },
        };
        first.iter().enumerate().map(view).collect()
    }

    fn notices(&self, product: &Product) -> Vec<Said> {
        let count = card::notices(&self.speakers.first, product).len();
        let at = |supply: &Supply<'_>, index: usize| {
            card::notices(supply, product).get(index).cloned().unwrap_or_default()
        };
        (0..count).map(|index| self.speakers.said(|it| at(it, index))).collect()
    }

    fn picture(&self, id: ProductId, product: &Product, group: &str) -> PictureView {
        let supply = &self.speakers.first;
        let cover = card::cover(supply, id, product);
        let photo = product.photos.first().filter(|_| cover.kind == "photo");
        let file = photo.and_then(|photo| supply.tree.get(photo.file));
        let woven = photo.is_none() && self.drawings == Drawings::Whole;
        let threads = supply.theme.weave(group).filter(|_| woven);
        let pictogram = supply.theme.pictogram(group);
        PictureView {
            kind: cover.kind,
            key: file.map_or_else(|| product.slug.clone(), |file| file.path.clone()),
            src: cover.picture.src,
            svg: threads
                .map(|threads| weave::cover(&product.slug, threads, pictogram))
                .unwrap_or_default(),
            alt: plain(&cover.alt),
            width: cover.picture.width,
            height: cover.picture.height,
            credit: plain(photo.and_then(|it| it.credit.as_deref()).unwrap_or_default()),
            focus: photo.map_or((50, 50), |photo| photo.focus),
            hash: file.map(|file| file.hash.hex()).unwrap_or_default(),
        }
    }
}

/// "OCOP 4 sao"; a product without stars says so.
fn stars_label(supply: &Supply<'_>, id: ProductId) -> String {
    let rating = rating::rating(supply, id);
    match rating.label.as_str() {
        "" => supply.say("stars.none", &[]),
        label => supply.say("brochure.stars", &[("stars", label)]),
    }
}

/// Number and day of the decision that counts.
fn decision(supply: &Supply<'_>, id: ProductId, product: &Product) -> String {
    let index = supply.site.standing(id).rating;
    let Some(rating) = index.and_then(|index| product.ratings.get(index)) else {
        return String::new();
    };
    let number = rating.decision.as_ref().map(|number| plain(&number.value));
    let day =
        rating.decided.as_ref().map(|day: &_| PartialDate::display(day.value, supply.lang));
    [number, day].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The least price with its pack; words to ask where there is none.
fn price(supply: &Supply<'_>, product: &Product) -> String {
    let Some(price) = card::price(product) else {
        return supply.say("brochure.ask_price", &[]);
    };
    let text = if price.pack.is_empty() {
        price.text
    } else {
        format!("{} / {}", price.text, price.pack)
    };
    if price.from { format!("{} {text}", supply.say("price.from", &[])) } else { text }
}
