//! Facts of a page for machines: schema.org as JSON-LD.
//!
//! Each function turns a plain struct into one node of a graph; [`script`]
//! joins the nodes. Only what is known is said: no offer without a price, no
//! award without a valid rating, no address that is not whole. Prices are
//! written as schema.org wants them ("85000", no separators), days as
//! `2027-01-31`.
//!
//! Never claims more than the page shows: no availability, no reviews, no
//! date until which a price would hold.

use serde_json::{Map, Value, json};

use crate::text::date::{Day, PartialDate};
use crate::text::html::escape_json_script;
use crate::text::lang::Lang;

/// A product or service.
#[derive(Debug, Clone, Default)]
pub struct ProductLd {
    /// Language of the words.
    pub lang: Lang,
    /// Name on the certificate.
    pub name: String,
    /// Summary; empty for none.
    pub description: String,
    /// Whole address of its page.
    pub url: Option<String>,
    /// Whole addresses of its photos, the cover first.
    pub images: Vec<String>,
    /// Name of its group; empty for none.
    pub category: String,
    /// Who makes it.
    pub maker: Option<MakerLd>,
    /// Where it is made, in words; empty for unknown.
    pub origin: String,
    /// What can be bought.
    pub packs: Vec<PackLd>,
    /// The rating, only where it counts as valid.
    pub rating: Option<RatingLd>,
}

/// Who makes a product, in a few words.
#[derive(Debug, Clone, Default)]
pub struct MakerLd {
    /// Legal name.
    pub name: String,
    /// Whole address of the maker's page.
    pub url: Option<String>,
}

/// A pack on sale.
#[derive(Debug, Clone, Default)]
pub struct PackLd {
    /// Name and quantity ("Hũ thuỷ tinh, 500 g"); empty for none.
    pub name: String,
    /// Price in đồng; a pack without one is no offer.
    pub price: Option<u64>,
    /// GTIN of 8, 12, 13 or 14 digits.
    pub gtin: Option<String>,
}

/// A valid rating.
#[derive(Debug, Clone, Copy)]
pub struct RatingLd {
    /// Stars, 1-5.
    pub stars: u8,
    /// Last day of validity; of a vague one, the earliest.
    pub valid_until: Option<Day>,
}

/// A producer or the body that publishes.
#[derive(Debug, Clone, Default)]
pub struct OrganizationLd {
    /// Legal name.
    pub name: String,
    /// Other names: before, in English.
    pub alternate_names: Vec<String>,
    /// A sentence or two; empty for none.
    pub description: String,
    /// Whole address of its page.
    pub url: Option<String>,
    /// Whole addresses of photos.
    pub images: Vec<String>,
    /// Street, hamlet; empty for unknown.
    pub street: String,
    /// Commune; empty for unknown.
    pub commune: String,
    /// Province; empty for unknown.
    pub province: String,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// E-mail; empty for none.
    pub email: String,
    /// Year or day of foundation (`2015`, `2015-04-30`); empty for unknown.
    pub founded: String,
    /// Registration number; empty for unknown.
    pub registration: String,
    /// Whole addresses of its own site and pages elsewhere.
    pub same_as: Vec<String>,
}

/// The site.
#[derive(Debug, Clone, Default)]
pub struct WebSiteLd {
    /// Language of the words.
    pub lang: Lang,
    /// Name of the catalogue.
    pub name: String,
    /// Name in the other language; empty for none.
    pub alternate_name: String,
    /// One or two sentences; empty for none.
    pub description: String,
    /// Whole address of the home page.
    pub url: Option<String>,
    /// Whole address of the search page, which takes its words as `?q=`.
    pub search_url: Option<String>,
    /// The body that publishes; empty for none.
    pub publisher: String,
}

/// The text of a `<script type="application/ld+json">`: the nodes as one graph.
pub fn script(graph: Vec<Value>) -> String {
    let mut whole = Map::new();
    whole.insert("@context".to_owned(), "https://schema.org".into());
    whole.insert("@graph".to_owned(), graph.into());
    escape_json_script(&Value::Object(whole).to_string())
}

/// The way from the home page to this one: names with their whole addresses.
///
/// An address that is empty or not whole is left out; the last page needs none.
pub fn breadcrumbs(trail: &[(String, String)]) -> Value {
    let steps = (1_usize..).zip(trail).map(|(position, (name, url))| {
        let mut step = Node::new("ListItem");
        step.set("position", position.into());
        step.text("name", name);
        step.address("item", Some(url));
        step.value()
    });
    let mut list = Node::new("BreadcrumbList");
    list.list("itemListElement", steps);
    list.value()
}

/// A list by the whole addresses of its pages, in their order.
pub fn item_list(name: &str, urls: &[String]) -> Value {
    let whole = urls.iter().filter(|url| is_whole(url));
    let items = (1_usize..).zip(whole).map(|(position, url)| {
        let mut item = Node::new("ListItem");
        item.set("position", position.into());
        item.text("url", url);
        item.value()
    });
    let mut list = Node::new("ItemList");
    list.text("name", name);
    list.set("numberOfItems", urls.len().into());
    list.list("itemListElement", items);
    list.value()
}

/// A product; services of the programme are products too.
pub fn product(input: &ProductLd) -> Value {
    let mut node = Node::new("Product");
    if let Some(url) = input.url.as_deref().filter(|url| is_whole(url)) {
        node.text("@id", &format!("{url}#product"));
    }
    node.text("name", &input.name);
    node.text("description", &input.description);
    node.address("url", input.url.as_deref());
    node.addresses("image", &input.images);
    node.text("category", &input.category);
    if let Some(maker) = &input.maker {
        let mut organization = Node::new("Organization");
        organization.text("name", &maker.name);
        organization.address("url", maker.url.as_deref());
        let organization = organization.value();
        node.set("brand", organization.clone());
        node.set("manufacturer", organization);
    }
    let country = input.lang.pick(("Việt Nam", "Vietnam"));
    node.set("countryOfOrigin", json!({ "@type": "Country", "name": country }));
    if let [pack] = input.packs.as_slice() {
        node.gtin(pack);
    }
    node.offers(input);
    if let Some(rating) = input.rating {
        node.text("award", &award(rating, input.lang));
    }
    node.list("additionalProperty", properties(input));
    node.value()
}

/// A producer, or the body that publishes.
pub fn organization(input: &OrganizationLd) -> Value {
    let mut node = Node::new("Organization");
    if let Some(url) = input.url.as_deref().filter(|url| is_whole(url)) {
        node.text("@id", &format!("{url}#organization"));
    }
    node.text("name", &input.name);
    node.texts("alternateName", &input.alternate_names);
    node.text("description", &input.description);
    node.address("url", input.url.as_deref());
    node.addresses("image", &input.images);
    if [&input.street, &input.commune, &input.province].iter().any(|part| !part.is_empty()) {
        let mut address = Node::new("PostalAddress");
        address.text("streetAddress", &input.street);
        address.text("addressLocality", &input.commune);
        address.text("addressRegion", &input.province);
        address.text("addressCountry", "VN");
        node.set("address", address.value());
    }
    node.texts("telephone", &input.phones);
    node.text("email", &input.email);
    node.text("foundingDate", &input.founded);
    node.text("identifier", &input.registration);
    node.addresses("sameAs", &input.same_as);
    node.value()
}

/// The site with its search.
pub fn web_site(input: &WebSiteLd) -> Value {
    let mut node = Node::new("WebSite");
    node.text("name", &input.name);
    node.text("alternateName", &input.alternate_name);
    node.text("description", &input.description);
    node.text("inLanguage", input.lang.code());
    node.address("url", input.url.as_deref());
    if !input.publisher.is_empty() {
        node.set("publisher", json!({ "@type": "Organization", "name": input.publisher }));
    }
    if let Some(url) = input.search_url.as_deref().filter(|url| is_whole(url)) {
        let template = format!("{url}?q={{search_term_string}}");
        let action = json!({
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": template },
            "query-input": "required name=search_term_string",
        });
        node.set("potentialAction", action);
    }
    node.value()
}

/// A node being filled: what is empty is left out.
#[derive(Debug)]
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &str) -> Self {
        let mut fields = Map::new();
        fields.insert("@type".to_owned(), kind.into());
        Self(fields)
    }

    fn set(&mut self, key: &str, value: Value) {
        self.0.insert(key.to_owned(), value);
    }

    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.set(key, text.into());
        }
    }

    fn list(&mut self, key: &str, values: impl Iterator<Item = Value>) {
        let values: Vec<Value> = values.collect();
        if !values.is_empty() {
            self.set(key, values.into());
        }
    }

    fn texts(&mut self, key: &str, texts: &[String]) {
        let texts = texts.iter().filter(|text| !text.is_empty());
        self.list(key, texts.map(|text| text.as_str().into()));
    }

    fn address(&mut self, key: &str, url: Option<&str>) {
        if let Some(url) = url.filter(|url| is_whole(url)) {
            self.text(key, url);
        }
    }

    fn addresses(&mut self, key: &str, urls: &[String]) {
        let urls = urls.iter().filter(|url| is_whole(url));
        self.list(key, urls.map(|url| url.as_str().into()));
    }

    fn gtin(&mut self, pack: &PackLd) {
        let Some(gtin) = &pack.gtin else { return };
        let key = match gtin.len() {
            8 => "gtin8",
            12 => "gtin12",
            13 => "gtin13",
            14 => "gtin14",
            _ => return,
        };
        if gtin.bytes().all(|byte| byte.is_ascii_digit()) {
            self.text(key, gtin);
        }
    }

    /// One price is an offer, several are a range with its offers.
    fn offers(&mut self, input: &ProductLd) {
        let priced = input.packs.iter().filter_map(|pack| Some((pack, pack.price?)));
        let priced: Vec<_> = priced.filter(|(_, price)| *price > 0).collect();
        let prices = priced.iter().map(|(_, price)| *price);
        let Some((lowest, highest)) = prices.clone().min().zip(prices.max()) else { return };
        let mut offers = priced.iter().map(|(pack, price)| offer(input, pack, *price));
        if priced.len() == 1 {
            return self.set("offers", offers.next().unwrap_or_default());
        }
        let mut range = Self::new("AggregateOffer");
        range.text("lowPrice", &lowest.to_string());
        range.text("highPrice", &highest.to_string());
        range.text("priceCurrency", "VND");
        range.set("offerCount", priced.len().into());
        range.list("offers", offers);
        self.set("offers", range.value());
    }

    fn value(self) -> Value {
        Value::Object(self.0)
    }
}

fn offer(input: &ProductLd, pack: &PackLd, price: u64) -> Value {
    let mut offer = Node::new("Offer");
    offer.text("name", &pack.name);
    offer.text("price", &price.to_string());
    offer.text("priceCurrency", "VND");
    offer.gtin(pack);
    offer.address("url", input.url.as_deref());
    offer.value()
}

fn award(rating: RatingLd, lang: Lang) -> String {
    let stars = rating.stars;
    let plural = if stars == 1 { "" } else { "s" };
    let until = rating.valid_until.map(|day| PartialDate::Day(day).display(lang));
    match (lang, until) {
        (Lang::Vi, Some(until)) => format!("OCOP {stars} sao, còn hiệu lực đến {until}"),
        (Lang::Vi, None) => format!("OCOP {stars} sao"),
        (Lang::En, Some(until)) => format!("OCOP {stars} star{plural}, valid until {until}"),
        (Lang::En, None) => format!("OCOP {stars} star{plural}"),
    }
}

/// Facts for which schema.org has no word of its own.
fn properties(input: &ProductLd) -> impl Iterator<Item = Value> {
    let property = |id: &str, name: (&str, &str), value: Value| {
        let name = input.lang.pick(name);
        json!({ "@type": "PropertyValue", "propertyID": id, "name": name, "value": value })
    };
    let stars = input.rating.map(|rating| {
        let mut stars = property("stars", ("Hạng sao OCOP", "OCOP stars"), rating.stars.into());
        if let Some(fields) = stars.as_object_mut() {
            fields.insert("maxValue".to_owned(), 5.into());
        }
        stars
    });
    let until = input.rating.and_then(|rating| rating.valid_until).map(|day| {
        property("validUntil", ("Còn hiệu lực đến", "Valid until"), day.iso().into())
    });
    let origin = Some(&input.origin)
        .filter(|origin| !origin.is_empty())
        .map(|origin| property("origin", ("Nơi làm ra", "Made in"), origin.as_str().into()));
    [stars, until, origin].into_iter().flatten()
}

fn is_whole(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[cfg(test)]
mod tests;
