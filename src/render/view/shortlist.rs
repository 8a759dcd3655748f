//! The shortlist: its page, and the shelves with what it shows of products.
//!
//! A shelf is a script that calls `dacsanShelf` with its facts, for a page opened from
//! a disk may load scripts and nothing else. Routes in it stand below the site's root.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::derive::route::Target;
use crate::derive::shortlist;
use crate::model::product::{Product, ProductId};
use crate::render::view::product::{CertificateView, ContactView, FactView, PackView, detail};
use crate::render::view::{Supply, card};

/// The page of the shortlist.
#[derive(Debug, Serialize)]
pub struct ShortlistView {
    /// How many shelves there are.
    pub shelves: usize,
    /// Address of the site; may be empty.
    pub base_url: String,
}

/// What a shelf holds under a name.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Shelved {
    /// The key under which the product really stands.
    See(String),
    /// The product.
    Product(Box<ShelvedProduct>),
}

/// What the shortlist shows of a product.
#[derive(Debug, Serialize)]
struct ShelvedProduct {
    name: String,
    lang: &'static str,
    href: String,
    /// Permanent address; may be empty. It leads to the Vietnamese page.
    short: String,
    cover: (String, u32, u32),
    group: (String, String),
    /// Number, words, state, words of the state, last day, day from which it expires.
    stars: (u8, String, &'static str, String, String, String),
    maker: String,
    place: (String, String),
    /// Name, net quantity, price in words, price in đồng.
    packs: Vec<(String, String, String, Option<u64>)>,
    certificates: Vec<String>,
    /// Label, text, language of the text.
    facts: Vec<(String, String, &'static str)>,
    /// Label, text, address.
    contacts: Vec<(String, String, String)>,
    adult: bool,
    notice: String,
}

/// The page.
pub fn page(supply: &Supply<'_>) -> ShortlistView {
    ShortlistView {
        shelves: supply.site.shelves.count(),
        base_url: supply.base_url.unwrap_or_default().to_owned(),
    }
}

/// The text of a shelf.
pub fn shelf(supply: &Supply<'_>, index: usize) -> String {
    let names = supply.site.shelves.shelf(index);
    let shelf: BTreeMap<&str, Shelved> =
        names.filter_map(|(name, id)| Some((name, shelved(supply, name, id)?))).collect();
    // Plain strings and numbers always serialise.
    let facts = serde_json::to_string(&shelf).unwrap_or_else(|_| "{}".to_owned());
    let count = supply.site.shelves.count();
    format!("dacsanShelf({count}, {index}, {facts});\n")
}

fn shelved(supply: &Supply<'_>, name: &str, id: ProductId) -> Option<Shelved> {
    let product = supply.catalogue.product(id)?;
    let key = shortlist::key(product);
    if name != key {
        return Some(Shelved::See(key));
    }
    Some(Shelved::Product(Box::new(shelved_product(supply, id, product)?)))
}

fn shelved_product(
    supply: &Supply<'_>,
    id: ProductId,
    product: &Product,
) -> Option<ShelvedProduct> {
    let detail = detail(supply, id)?;
    let (rating, picture) = (detail.rating, detail.cover.picture);
    let prices = product.packs.iter().map(|pack| pack.price.as_ref().map(|it| it.value.0));
    Some(ShelvedProduct {
        name: detail.name,
        lang: detail.name_lang,
        href: supply.route(Target::Product(id))?,
        short: detail.permanent_href,
        cover: (picture.small, picture.width, picture.height),
        group: (detail.group.slug, detail.group.name),
        stars: (
            rating.stars,
            rating.label,
            rating.state,
            rating.state_label,
            rating.until_iso,
            rating.expiring_iso,
        ),
        maker: detail.producer.name,
        place: (detail.place.text, detail.place.former_text),
        packs: detail.packs.into_iter().zip(prices).map(pack).collect(),
        certificates: detail.certificates.into_iter().map(certificate).collect(),
        facts: detail
            .facts
            .into_iter()
            .chain(detail.service)
            .chain(detail.buyer)
            .map(fact)
            .collect(),
        contacts: detail.contacts.into_iter().map(contact).collect(),
        adult: card::is_for_adults(supply, product),
        notice: detail.notices.join(" "),
    })
}

fn pack((pack, dong): (PackView, Option<u64>)) -> (String, String, String, Option<u64>) {
    (pack.name, pack.net, pack.price, dong)
}

fn certificate(it: CertificateView) -> String {
    let parts = [it.name, it.number, it.state_label];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn fact(fact: FactView) -> (String, String, &'static str) {
    (fact.label, fact.text, fact.lang)
}

fn contact(contact: ContactView) -> (String, String, String) {
    (contact.label, contact.text, contact.href)
}
