//! The shelf: every product, producer and fair by the names that brochures use.
//!
//! A product answers to its slug, a former slug and its permanent code; a
//! producer to its slug and its folded name; a fair to its slug.
//!
//! Never guesses: an unknown name is a finding with the nearest known one.

use std::collections::BTreeMap;

use super::codes::brochure::CHOICE_UNKNOWN;
use super::names::{Names, unknown};
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::diag::suggest;
use crate::model::brochure::Listed;
use crate::model::code::{CodeEntry, ProductCode};
use crate::model::fair::{Fair, FairId};
use crate::model::producer::{Producer, ProducerId};
use crate::model::product::{Product, ProductId};
use crate::text::fold::match_key;

/// What names of brochures and fairs may mean.
pub(super) struct Shelf<'a> {
    pub(super) names: &'a Names,
    products: BTreeMap<&'a str, ProductId>,
    codes: BTreeMap<&'a ProductCode, ProductId>,
    producer_slugs: BTreeMap<&'a str, ProducerId>,
    producer_names: BTreeMap<String, ProducerId>,
    shown_producers: Vec<&'a str>,
    fairs: BTreeMap<&'a str, FairId>,
    /// Folded names of communes and tags, as dossiers write them.
    communes: BTreeMap<String, &'a str>,
    tags: BTreeMap<String, &'a str>,
}

impl<'a> Shelf<'a> {
    /// Sorts everything by name.
    pub(super) fn new(
        names: &'a Names,
        (products, codes): (&'a [Product], &'a [CodeEntry]),
        producers: &'a [Producer],
        fairs: &'a [Fair],
    ) -> Self {
        let ids = || (0u32..).map(ProductId).zip(products);
        let mut slugs: BTreeMap<&str, ProductId> =
            ids().map(|(id, product)| (product.slug.as_str(), id)).collect();
        for (id, product) in ids() {
            for alias in &product.aliases {
                slugs.entry(alias.value.as_str()).or_insert(id);
            }
        }
        let makers = || (0u32..).map(ProducerId).zip(producers);
        let communes = products.iter().filter_map(|it| it.place.commune.as_ref());
        let communes = communes.map(|name| (match_key(&name.value), name.value.as_str()));
        let tags = products.iter().flat_map(|product| &product.tags);
        Self {
            names,
            products: slugs,
            codes: codes.iter().filter_map(|it| Some((&it.code, it.product?))).collect(),
            producer_slugs: makers().map(|(id, it)| (it.slug.as_str(), id)).collect(),
            producer_names: makers().map(|(id, it)| (match_key(&it.name.value), id)).collect(),
            shown_producers: producers
                .iter()
                .flat_map(|it| [it.slug.as_str(), it.name.value.as_str()])
                .collect(),
            fairs: (0u32..)
                .map(FairId)
                .zip(fairs)
                .map(|(id, it)| (it.slug.as_str(), id))
                .collect(),
            communes: communes.collect(),
            tags: tags.map(|tag| (match_key(tag), tag.as_str())).collect(),
        }
    }

    /// Products by slug, by code, or all of a shortlist's link.
    pub(super) fn listed(
        &self,
        written: &Spanned<String>,
        out: &mut Diagnostics,
    ) -> Vec<Listed> {
        let text = written.value.as_str();
        let items: Vec<&str> = match shortlist(text) {
            Some(items) => items.split(',').collect(),
            None => vec![text],
        };
        let items = items.into_iter().map(str::trim).filter(|item| !item.is_empty());
        let found = items.filter_map(|item| {
            let one = Spanned::new(item.to_owned(), written.span);
            Some(Listed { product: self.product(&one, out)?, span: written.span })
        });
        found.collect()
    }

    /// A product by slug or code.
    pub(super) fn product(
        &self,
        written: &Spanned<String>,
        out: &mut Diagnostics,
    ) -> Option<ProductId> {
        let name = written.value.as_str();
        let by_code = || self.codes.get(&ProductCode::parse(name).ok()?).copied();
        let found = self.products.get(name).copied().or_else(by_code);
        if found.is_none() {
            let known = self.products.keys().copied();
            out.push(unknown(
                &CHOICE_UNKNOWN,
                written,
                ("sản phẩm", "product"),
                suggest::nearest(name, known),
            ));
        }
        found
    }

    /// A producer by slug or name.
    pub(super) fn producer(
        &self,
        written: &Spanned<String>,
        out: &mut Diagnostics,
    ) -> Option<ProducerId> {
        let name = written.value.as_str();
        let by_name = || self.producer_names.get(&match_key(name)).copied();
        let found = self.producer_slugs.get(name).copied().or_else(by_name);
        if found.is_none() {
            let known = self.shown_producers.iter().copied();
            out.push(unknown(
                &CHOICE_UNKNOWN,
                written,
                ("chủ thể", "producer"),
                suggest::nearest(name, known),
            ));
        }
        found
    }

    /// A fair by slug.
    pub(super) fn fair(
        &self,
        written: &Spanned<String>,
        out: &mut Diagnostics,
    ) -> Option<FairId> {
        let name = written.value.as_str();
        let found = self.fairs.get(name).copied();
        if found.is_none() {
            let known = self.fairs.keys().copied();
            out.push(unknown(
                &CHOICE_UNKNOWN,
                written,
                ("hội chợ", "fair"),
                suggest::nearest(name, known),
            ));
        }
        found
    }

    /// A commune's name, as it compares.
    pub(super) fn commune(
        &self,
        written: &Spanned<String>,
        out: &mut Diagnostics,
    ) -> Option<String> {
        known(&self.communes, written, ("xã, phường", "commune"), out)
    }

    /// A tag, as it compares.
    pub(super) fn tag(
        &self,
        written: &Spanned<String>,
        out: &mut Diagnostics,
    ) -> Option<String> {
        known(&self.tags, written, ("nhãn", "tag"), out)
    }
}

/// What stands in `?p=` of a shortlist's link.
fn shortlist(text: &str) -> Option<&str> {
    let (_, query) = text.split_once('?')?;
    query.split(['&', '#']).find_map(|pair| pair.strip_prefix("p="))
}

fn known(
    all: &BTreeMap<String, &str>,
    written: &Spanned<String>,
    what: (&str, &str),
    out: &mut Diagnostics,
) -> Option<String> {
    let key = match_key(&written.value);
    if all.contains_key(&key) {
        return Some(key);
    }
    out.push(unknown(
        &CHOICE_UNKNOWN,
        written,
        what,
        suggest::nearest(&written.value, all.values().copied()),
    ));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortlist_is_known_by_its_query() {
        assert_eq!(shortlist("/so-chon/?p=a,b,c"), Some("a,b,c"));
        assert_eq!(shortlist("https://x.vn/en/shortlist/?l=1&p=a,b#x"), Some("a,b"));
        assert_eq!(shortlist("mat-ong"), None);
        assert_eq!(shortlist("https://x.vn/?q=a"), None);
    }
}
