//! Facts that follow from the catalogue and the day: what is shown, how each
//! product stands, which lists exist, where every page lives.
//!
//! [`site`] is one function of the catalogue, the day and the set of withheld
//! files. It never reads the tree, the disk or the clock.

mod again;
pub mod brochure;
pub mod commune;
pub mod letters;
pub mod links;
pub mod listing;
pub mod news;
pub mod related;
pub mod route;
pub mod search;
pub mod shortlist;
pub mod stats;
pub mod table;

use std::collections::{BTreeMap, BTreeSet};

pub use crate::derive::again::reorder;
use crate::derive::brochure::Selection;
use crate::derive::commune::Communes;
use crate::derive::listing::{ListKind, Listing, ListingId};
use crate::derive::news::News;
use crate::derive::related::Related;
use crate::derive::route::{Redirect, Routes, Target};
use crate::derive::shortlist::Shelves;
use crate::derive::stats::Stats;
use crate::diag::Code;
use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;
use crate::model::catalogue::Catalogue;
use crate::model::fair::{Fair, FairId};
use crate::model::producer::{Producer, ProducerId};
use crate::model::product::{ProductId, State};
use crate::model::rating::{self, Standing};
use crate::model::region::ProvinceId;
use crate::model::scheme::ProducerKindId;
use crate::text::collate;
use crate::text::date::Day;

/// Findings of this stage.
pub const CODES: &[&Code] = &[
    &brochure::BROCHURE_EMPTY,
    &brochure::BROCHURE_LEFT_OUT,
    &links::LINK_BROKEN,
    &route::ROUTE_COLLISION,
];

/// Everything derived.
#[derive(Debug, PartialEq, Eq)]
pub struct Site {
    /// The day for which all of it holds.
    pub today: Day,
    /// How each product stands, by handle.
    pub standings: Vec<Standing>,
    /// Shown products in the standard order: valid ones first, by stars, score
    /// and name; then those without a date; then the lapsed.
    pub shown: Vec<ProductId>,
    /// Products taken down whose address still answers.
    pub removed: Vec<ProductId>,
    /// Shown producers in Vietnamese order.
    pub producers: Vec<ProducerId>,
    /// Shown products of each shown producer, in the standard order.
    pub products_of: BTreeMap<ProducerId, Vec<ProductId>>,
    /// Legal form of each producer, by handle: as stated, else as its name tells.
    pub forms: Vec<Option<ProducerKindId>>,
    /// Provinces of today in Vietnamese order.
    pub provinces: Vec<ProvinceId>,
    /// Communes of today and of yesterday that have products.
    pub communes: Communes,
    /// What changed of late.
    pub news: Vec<News>,
    /// Every list, in the order of its kind.
    pub listings: Vec<Listing>,
    /// Indices of `pages` of the catalogue that are shown.
    pub pages: Vec<usize>,
    /// Fairs that are shown, by handle.
    pub fairs: Vec<FairId>,
    /// What each brochure holds that is made, by its index in the catalogue.
    pub brochures: BTreeMap<usize, Selection>,
    /// From what the neighbours of a product are found.
    pub related: Related,
    /// Where the shortlist finds the facts of each product.
    pub shelves: Shelves,
    /// Counts.
    pub stats: Stats,
    /// Address of every page.
    pub routes: Routes,
    /// Addresses that lead elsewhere.
    pub redirects: Vec<Redirect>,
}

impl Site {
    /// What a selection of products is made from.
    pub fn choosing<'a>(&'a self, catalogue: &'a Catalogue) -> brochure::Supply<'a> {
        let Self { standings, shown, forms, today, .. } = self;
        brochure::Supply { catalogue, standings, shown, forms, today: *today }
    }

    /// How a product stands; an unknown handle stands nowhere.
    pub fn standing(&self, id: ProductId) -> Standing {
        listing::standing_of(&self.standings, id)
    }

    /// Legal form of a producer; `None` where nothing tells it.
    pub fn form(&self, id: ProducerId) -> Option<ProducerKindId> {
        self.forms.get(usize::try_from(id.0).ok()?).copied().flatten()
    }

    /// The list behind a handle.
    pub fn listing(&self, id: ListingId) -> Option<&Listing> {
        self.listings.get(usize::try_from(id.0).ok()?)
    }

    /// The list of a kind; small combinations have none.
    pub fn listing_of(&self, kind: ListKind) -> Option<ListingId> {
        let index = self.listings.binary_search_by(|listing| listing.kind.cmp(&kind)).ok()?;
        u32::try_from(index).ok().map(ListingId)
    }

    /// Number of pages in all languages, redirects not counted.
    pub fn page_count(&self) -> usize {
        let pages = |target| match target {
            Target::Listing(id) => self.listing(id).map_or(1, Listing::page_count),
            _ => 1,
        };
        self.routes.iter().map(|(target, _, _)| pages(target)).sum()
    }

    /// What happened to a product of late.
    pub fn news_of(&self, id: ProductId) -> Option<News> {
        self.news.iter().find(|news| news.product == id).copied()
    }
}

/// Derives the site for `today`; files in `withheld` have errors and are left out.
pub fn site(
    catalogue: &Catalogue,
    today: Day,
    withheld: &BTreeSet<FileId>,
) -> (Site, Diagnostics) {
    let (site, mut findings) = unlinked(catalogue, today, withheld);
    links::check(catalogue, &site.shown, &site.pages, &site.routes, &mut findings);
    (site, findings)
}

/// The same without a look at the links of the stories, which is half of the work and
/// changes nothing but findings.
pub fn unlinked(
    catalogue: &Catalogue,
    today: Day,
    withheld: &BTreeSet<FileId>,
) -> (Site, Diagnostics) {
    let mut findings = Diagnostics::default();
    let standings = standings(catalogue, today);
    let shown = shown_products(catalogue, &standings, withheld);
    let removed = in_state(catalogue, State::Removed, withheld);
    let products_of = products_of(catalogue, &shown, withheld);
    let producers = producers_in_order(catalogue, &products_of);
    let communes = commune::communes(catalogue, &shown);
    let news = news::news(catalogue, &standings, &shown, today);
    let listings = listing::listings(catalogue, &standings, &shown, &communes, &news);
    let pages = shown_pages(catalogue, withheld);
    let fairs = shown_fairs(catalogue, withheld);
    let forms = forms(catalogue);
    let chosen = brochure::Supply {
        catalogue,
        standings: &standings,
        shown: &shown,
        forms: &forms,
        today,
    };
    let brochures = brochures(&chosen, withheld, &mut findings);
    let related = Related::new(catalogue, &standings, &shown);
    let stats = stats::stats(catalogue, &standings, &shown, &communes, producers.len());
    let supply = route::Supply {
        catalogue,
        shown: &shown,
        removed: &removed,
        producers: &producers,
        communes: &communes,
        listings: &listings,
        pages: &pages,
        fairs: &fairs,
        brochures: &brochures,
    };
    let (routes, redirects) = route::routes(&supply, &mut findings);
    let shelves = Shelves::new(catalogue, &shown);
    let site = Site {
        today,
        standings,
        shown,
        removed,
        producers,
        products_of,
        forms,
        fairs,
        brochures,
        provinces: provinces_in_order(catalogue),
        communes,
        news,
        listings,
        pages,
        related,
        shelves,
        stats,
        routes,
        redirects,
    };
    (site, findings)
}

fn standings(catalogue: &Catalogue, today: Day) -> Vec<Standing> {
    let days = catalogue.settings.expiring_days;
    catalogue
        .products
        .iter()
        .map(|product| rating::standing(&product.ratings, today, days))
        .collect()
}

fn provinces_in_order(catalogue: &Catalogue) -> Vec<ProvinceId> {
    let mut ids: Vec<ProvinceId> =
        catalogue.regions.provinces_with_ids().map(|(id, _)| id).collect();
    ids.sort_by_cached_key(|id| {
        let province = catalogue.regions.province(*id);
        province.map(|province| collate::sort_key(&province.name.vi))
    });
    ids
}

fn forms(catalogue: &Catalogue) -> Vec<Option<ProducerKindId>> {
    let told = |name: &str| catalogue.scheme.kind_of_name(name);
    let form = |producer: &Producer| {
        producer.kind.as_ref().map(|kind| kind.value).or_else(|| told(&producer.name.value))
    };
    catalogue.producers.iter().map(form).collect()
}

fn in_state(
    catalogue: &Catalogue,
    state: State,
    withheld: &BTreeSet<FileId>,
) -> Vec<ProductId> {
    let has_error = |product: &crate::model::product::Product| {
        withheld.contains(&product.file)
            || product.story_file.is_some_and(|file| withheld.contains(&file))
    };
    catalogue
        .products_with_ids()
        .filter(|(_, product)| product.state == state && !has_error(product))
        .map(|(id, _)| id)
        .collect()
}

fn shown_products(
    catalogue: &Catalogue,
    standings: &[Standing],
    withheld: &BTreeSet<FileId>,
) -> Vec<ProductId> {
    let mut shown = in_state(catalogue, State::Published, withheld);
    shown.sort_by_cached_key(|id| listing::standard_order(catalogue, standings, *id));
    shown
}

fn products_of(
    catalogue: &Catalogue,
    shown: &[ProductId],
    withheld: &BTreeSet<FileId>,
) -> BTreeMap<ProducerId, Vec<ProductId>> {
    let mut products_of: BTreeMap<ProducerId, Vec<ProductId>> = BTreeMap::new();
    for &id in shown {
        let producer = catalogue.product(id).and_then(|product| product.producer);
        let Some(producer_id) = producer else { continue };
        let Some(producer) = catalogue.producer(producer_id) else { continue };
        let own_file_has_error = !producer.inline && withheld.contains(&producer.file);
        if producer.state == State::Published && !own_file_has_error {
            products_of.entry(producer_id).or_default().push(id);
        }
    }
    products_of
}

fn producers_in_order(
    catalogue: &Catalogue,
    products_of: &BTreeMap<ProducerId, Vec<ProductId>>,
) -> Vec<ProducerId> {
    let mut producers: Vec<ProducerId> = products_of.keys().copied().collect();
    producers.sort_by_cached_key(|id| {
        let producer = catalogue.producer(*id);
        let name = producer.map_or("", |producer| producer.name.value.as_str());
        let slug = producer.map_or("", |producer| producer.slug.as_str());
        (collate::sort_key(collate::producer_sort_name(name)), slug.to_owned())
    });
    producers
}

fn shown_fairs(catalogue: &Catalogue, withheld: &BTreeSet<FileId>) -> Vec<FairId> {
    let all = (0u32..).map(FairId).zip(&catalogue.fairs);
    let mut fairs: Vec<(FairId, &Fair)> =
        all.filter(|(_, fair)| !withheld.contains(&fair.file)).collect();
    // The latest first; those without a day last.
    fairs.sort_by_key(|(_, fair)| {
        let day = fair.from.as_ref().map(|day| day.value.first());
        (std::cmp::Reverse(day), fair.slug.clone())
    });
    fairs.into_iter().map(|(id, _)| id).collect()
}

fn brochures(
    supply: &brochure::Supply<'_>,
    withheld: &BTreeSet<FileId>,
    findings: &mut Diagnostics,
) -> BTreeMap<usize, Selection> {
    let mut made = BTreeMap::new();
    for (index, brochure) in supply.catalogue.brochures.iter().enumerate() {
        if brochure.file.is_some_and(|file| withheld.contains(&file)) {
            continue;
        }
        let (selection, own) = brochure::select(supply, brochure);
        findings.extend(own);
        if !selection.is_empty() {
            made.insert(index, selection);
        }
    }
    made
}

fn shown_pages(catalogue: &Catalogue, withheld: &BTreeSet<FileId>) -> Vec<usize> {
    let mut pages: Vec<usize> = (0..catalogue.pages.len()).collect();
    pages.retain(|index| {
        catalogue.pages.get(*index).is_some_and(|page| !withheld.contains(&page.file))
    });
    pages.sort_by_key(|index| {
        catalogue.pages.get(*index).map(|page| (page.order, page.slug.clone()))
    });
    pages
}
