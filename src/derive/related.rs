//! Related products: what to show under "Cùng nhóm sản phẩm".
//!
//! Gives every shown product at most [`RELATED_MAX`] neighbours. Neighbours
//! share the group; the same subgroup and province come before others, valid
//! ratings before ended ones, and ties fall to the standard order, so the
//! answer is one function of the content and never of file order. Products of
//! the same producer are left out: the page lists them apart.
//!
//! Cost: each group is looked through once a product, with an early stop after
//! the best class is full; lists are in standard order already.

use std::collections::BTreeMap;

use crate::derive::listing::{standing_of, validity_class};
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};
use crate::model::rating::Standing;
use crate::model::region::ProvinceId;
use crate::model::scheme::{GroupId, SubgroupId};

/// Most neighbours of one product.
pub const RELATED_MAX: usize = 4;

/// How many candidates of each bucket are looked at.
const CANDIDATES: usize = 12;

type Bucket = (GroupId, Option<SubgroupId>, Option<ProvinceId>);

/// Neighbours by product handle; products that are not shown have none.
pub fn related(
    catalogue: &Catalogue,
    standings: &[Standing],
    shown: &[ProductId],
) -> Vec<Vec<ProductId>> {
    let buckets = buckets(catalogue, standings, shown);
    let places = places(shown, catalogue.products.len());
    let mut related = vec![Vec::new(); catalogue.products.len()];
    for &id in shown {
        let Some(product) = catalogue.product(id) else { continue };
        let index = usize::try_from(id.0).unwrap_or(usize::MAX);
        if let Some(slot) = related.get_mut(index) {
            *slot = neighbours(catalogue, (&buckets, &places), id, product);
        }
    }
    related
}

/// Place of each product among those shown, by handle.
fn places(shown: &[ProductId], all: usize) -> Vec<usize> {
    let mut places = vec![usize::MAX; all];
    for (at, id) in shown.iter().enumerate() {
        let slot = usize::try_from(id.0).ok().and_then(|index| places.get_mut(index));
        if let Some(slot) = slot {
            *slot = at;
        }
    }
    places
}

fn place(places: &[usize], id: ProductId) -> usize {
    let index = usize::try_from(id.0).unwrap_or(usize::MAX);
    places.get(index).copied().unwrap_or(usize::MAX)
}

fn bucket_keys(product: &Product) -> [Bucket; 4] {
    let group = product.group.value;
    let subgroup = product.subgroup.as_ref().map(|subgroup| subgroup.value);
    let province = Some(product.place.province.value);
    [
        (group, subgroup, province),
        (group, subgroup, None),
        (group, None, province),
        (group, None, None),
    ]
}

fn buckets(
    catalogue: &Catalogue,
    standings: &[Standing],
    shown: &[ProductId],
) -> BTreeMap<Bucket, Vec<ProductId>> {
    let mut buckets: BTreeMap<Bucket, Vec<ProductId>> = BTreeMap::new();
    for &id in shown {
        if validity_class(standing_of(standings, id).validity) > 1 {
            continue;
        }
        let Some(product) = catalogue.product(id) else { continue };
        let mut keys = bucket_keys(product).to_vec();
        keys.dedup();
        for key in keys {
            buckets.entry(key).or_default().push(id);
        }
    }
    buckets
}

fn neighbours(
    catalogue: &Catalogue,
    (buckets, places): (&BTreeMap<Bucket, Vec<ProductId>>, &[usize]),
    id: ProductId,
    product: &Product,
) -> Vec<ProductId> {
    let mut chosen: Vec<ProductId> = Vec::with_capacity(RELATED_MAX);
    for key in bucket_keys(product) {
        let candidates = buckets.get(&key).map_or(&[][..], Vec::as_slice);
        // Start behind the product itself, so that neighbours differ from page to page.
        // Every bucket is in the order of `shown`, so that its place is found by halving.
        let start =
            candidates.binary_search_by_key(&place(places, id), |it| place(places, *it));
        let start = start.map_or(0, |at| at.saturating_add(1));
        let around =
            candidates.iter().cycle().skip(start).take(candidates.len().min(CANDIDATES));
        for &other in around {
            let same_producer = product.producer.is_some()
                && catalogue.product(other).is_some_and(|o| o.producer == product.producer);
            if chosen.len() < RELATED_MAX
                && other != id
                && !same_producer
                && !chosen.contains(&other)
            {
                chosen.push(other);
            }
        }
    }
    chosen
}
