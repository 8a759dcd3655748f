//! The site after a save that moves products within their lists, without deriving it anew.
//!
//! Where a product keeps its state, place, group, producer and addresses, and only
//! its name or its ratings are others, it may stand elsewhere in every list that it
//! is in, and counts may differ; everything else stays. [`reorder`] takes it out and
//! puts it in again, and makes anew what hangs on the whole order: news, counts,
//! brochures, and where a list gained or lost a page, the addresses.
//!
//! Cost: a few passes over the handles of what is shown, no sorting and no names.
//! What it gives equals [`super::unlinked`] for the same catalogue; where it cannot
//! be sure of that it says so.

use super::listing::{ListKind, Listing, ListingId};
use super::{Site, brochures, listing, news, route, stats};
use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;
use crate::model::catalogue::Catalogue;
use crate::model::product::ProductId;
use crate::model::rating;
use std::collections::BTreeSet;

/// Takes up new names and ratings of some products; the catalogue has them already.
///
/// Gives false where the order of products decides more than lists (two pages want
/// one address, a commune is written in two ways): then the site is half changed
/// and must be derived anew.
#[must_use]
pub fn reorder(
    site: &mut Site,
    catalogue: &Catalogue,
    ids: &[ProductId],
    withheld: &BTreeSet<FileId>,
) -> bool {
    if site.routes.is_contested() || site.shelves.is_contested() {
        return false;
    }
    let regraded = regrade(site, catalogue, ids);
    let is_shown = |id: &&ProductId| site.related.places().of(**id).is_some();
    let moved: Vec<ProductId> = ids.iter().filter(is_shown).copied().collect();
    let key = |site: &Site, id| (listing::standard_order(catalogue, &site.standings, id), id);
    site.shown.retain(|id| !moved.contains(id));
    for &id in &moved {
        let own = key(site, id);
        let at = site.shown.partition_point(|other| key(site, *other) < own);
        site.shown.insert(at, id);
    }
    site.related.reorder(catalogue, (&site.standings, &site.shown), &moved);
    let places = site.related.places();
    for &id in &moved {
        let producer = catalogue.product(id).and_then(|product| product.producer);
        if let Some(own) = producer.and_then(|producer| site.products_of.get_mut(&producer)) {
            places.settle(own, &moved);
        }
    }
    if !site.communes.settle(catalogue, places, &moved) {
        return false;
    }
    let mut rerouted = regraded && relist(site, catalogue);
    if regraded {
        let producers = site.producers.len();
        let (standings, shown) = (&site.standings, &site.shown);
        site.stats = stats::stats(catalogue, standings, shown, &site.communes, producers);
    } else {
        settle_lists(site, catalogue, &moved);
    }
    rerouted |= choose(site, catalogue, withheld);
    if rerouted {
        reroute(site, catalogue);
    }
    // A new address may be one that is taken.
    !site.routes.is_contested()
}

/// Works out how products stand now; whether one stands otherwise than before.
fn regrade(site: &mut Site, catalogue: &Catalogue, ids: &[ProductId]) -> bool {
    let days = catalogue.settings.expiring_days;
    let mut regraded = false;
    for &id in ids {
        let Some(product) = catalogue.product(id) else { continue };
        let standing = rating::standing(&product.ratings, site.today, days);
        let place = usize::try_from(id.0).ok().and_then(|at| site.standings.get_mut(at));
        if let Some(place) = place {
            regraded |= *place != standing;
            *place = standing;
        }
    }
    regraded
}

/// Moves products within the lists that they are in.
fn settle_lists(site: &mut Site, catalogue: &Catalogue, moved: &[ProductId]) {
    let mut kinds = BTreeSet::new();
    for &id in moved {
        let Some(product) = catalogue.product(id) else { continue };
        kinds.extend(listing::kinds_of(catalogue, product, &site.standing(id)));
        let communes = [site.communes.present_of(id), site.communes.former_of(id)];
        kinds.extend(communes.into_iter().flatten().map(ListKind::Commune));
    }
    let mut lists: Vec<ListingId> =
        kinds.into_iter().filter_map(|kind| site.listing_of(kind)).collect();
    let new = site.listing_of(ListKind::New);
    let at = |id: ListingId| usize::try_from(id.0).unwrap_or(usize::MAX);
    lists.retain(|id| Some(*id) != new);
    for id in lists {
        if let Some(list) = site.listings.get_mut(at(id)) {
            site.related.places().settle(&mut list.products, moved);
        }
    }
    site.news = news::news(catalogue, &site.standings, &site.shown, site.today);
    if let Some(list) = new.and_then(|id| site.listings.get_mut(at(id))) {
        list.products = site.news.iter().map(|news| news.product).collect();
    }
}

/// Makes the lists anew; whether there are others, or others of their pages.
fn relist(site: &mut Site, catalogue: &Catalogue) -> bool {
    site.news = news::news(catalogue, &site.standings, &site.shown, site.today);
    let Site { standings, shown, communes, news, .. } = &*site;
    let lists = listing::listings(catalogue, standings, shown, communes, news);
    let pages = |lists: &[Listing]| {
        lists.iter().map(|list| (list.kind, list.page_count())).collect::<Vec<_>>()
    };
    let differs = pages(&lists) != pages(&site.listings);
    site.listings = lists;
    differs
}

/// Chooses anew what brochures hold; whether others are made.
fn choose(site: &mut Site, catalogue: &Catalogue, withheld: &BTreeSet<FileId>) -> bool {
    if catalogue.brochures.is_empty() {
        return false;
    }
    let made = brochures(&site.choosing(catalogue), withheld, &mut Diagnostics::new());
    let differs = !made.keys().eq(site.brochures.keys());
    site.brochures = made;
    differs
}

fn reroute(site: &mut Site, catalogue: &Catalogue) {
    let supply = route::Supply {
        catalogue,
        shown: &site.shown,
        removed: &site.removed,
        producers: &site.producers,
        communes: &site.communes,
        listings: &site.listings,
        pages: &site.pages,
        fairs: &site.fairs,
        brochures: &site.brochures,
    };
    let (routes, redirects) = route::routes(&supply, &mut Diagnostics::new());
    (site.routes, site.redirects) = (routes, redirects);
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::source::{Limits, Tree};
    use crate::text::date::Day;
    use crate::{derive, parse};

    /// Edits of the example catalogue, one after another.
    const STEPS: usize = 60;

    /// The next of a row of numbers that look random.
    fn roll(state: &mut u64, below: usize) -> usize {
        *state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(*state >> 33).unwrap() % below
    }

    #[test]
    fn a_reordered_site_is_one_that_is_derived_anew() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (tree, _) = Tree::read(root, Limits::default()).unwrap();
        let mut catalogue = parse::catalogue(&tree, &mut Diagnostics::new());
        catalogue.settings.page_size = 3;
        catalogue.settings.min_products = 2;
        let (today, withheld) = (Day::parse_iso("2026-11-23").unwrap(), BTreeSet::new());
        let anew = |catalogue: &Catalogue| derive::unlinked(catalogue, today, &withheld).0;
        let mut site = anew(&catalogue);
        let (mut state, mut reordered) = (7, 0);
        for step in 0..STEPS {
            let mut ids = BTreeSet::new();
            for _ in 0..=step % 3 {
                let count = catalogue.products.len();
                let (one, other) = (roll(&mut state, count), roll(&mut state, count));
                let donor = catalogue.products[other].clone();
                let product = &mut catalogue.products[one];
                match roll(&mut state, 3) {
                    0 => product.name = donor.name,
                    1 => product.ratings = donor.ratings,
                    _ => product.ratings.clear(),
                }
                ids.insert(ProductId(u32::try_from(one).unwrap()));
            }
            let ids: Vec<ProductId> = ids.into_iter().collect();
            let whole = anew(&catalogue);
            if reorder(&mut site, &catalogue, &ids, &withheld) {
                reordered += 1;
                assert!(site == whole, "step {step}: {ids:?}");
            }
            site = whole;
        }
        assert!(reordered > STEPS / 2, "{reordered} of {STEPS}");
    }
}
