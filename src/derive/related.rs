//! Related products: what to show under "Cùng nhóm sản phẩm".
//!
//! Gives every shown product at most [`RELATED_MAX`] neighbours. Neighbours
//! share the group; the same subgroup and province come before others, valid
//! ratings before ended ones, and ties fall to the standard order, so the
//! answer is one function of the content and never of file order. Products of
//! the same producer are left out: the page lists them apart.
//!
//! Cost: one pass to sort the products into buckets; neighbours are found when a
//! page is made, by halving, since buckets are in standard order already.

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

/// Where every shown product stands, from which its neighbours are found when its page is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// Products that may be neighbours, in the standard order.
    buckets: BTreeMap<Bucket, Vec<ProductId>>,
    /// Place among the shown products, by handle.
    places: Places,
}

impl Related {
    /// Sorts the shown products into buckets.
    pub fn new(catalogue: &Catalogue, standings: &[Standing], shown: &[ProductId]) -> Self {
        let places = Places::new(shown, catalogue.products.len());
        Self { buckets: buckets(catalogue, standings, shown), places }
    }

    /// Neighbours of a product; one that is not shown has none.
    pub fn of(&self, catalogue: &Catalogue, id: ProductId) -> Vec<ProductId> {
        let product = catalogue.product(id).filter(|_| self.places.of(id).is_some());
        product.map_or_else(Vec::new, |product| neighbours(catalogue, self, id, product))
    }

    /// Where the shown products stand.
    pub(super) fn places(&self) -> &Places {
        &self.places
    }

    /// Takes up that the order of the shown products, or the standing of `moved`, is another.
    pub(super) fn reorder(
        &mut self,
        catalogue: &Catalogue,
        (standings, shown): (&[Standing], &[ProductId]),
        moved: &[ProductId],
    ) {
        self.places = Places::new(shown, catalogue.products.len());
        let products = || moved.iter().filter_map(|id| Some((*id, catalogue.product(*id)?)));
        for (id, key) in products().flat_map(in_buckets) {
            self.buckets.entry(key).or_default().retain(|other| *other != id);
        }
        let stays = |(id, _): &(ProductId, &Product)| is_neighbour(standings, *id);
        for (id, key) in products().filter(stays).flat_map(in_buckets) {
            self.places.put(self.buckets.entry(key).or_default(), id);
        }
        self.buckets.retain(|_, bucket| !bucket.is_empty());
    }
}

/// Place of each shown product in the standard order, by handle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places(Vec<usize>);

impl Places {
    fn new(shown: &[ProductId], all: usize) -> Self {
        let mut places = vec![usize::MAX; all];
        for (at, id) in shown.iter().enumerate() {
            let slot = usize::try_from(id.0).ok().and_then(|index| places.get_mut(index));
            if let Some(slot) = slot {
                *slot = at;
            }
        }
        Self(places)
    }

    /// Place of a product; `None` where it is not shown.
    pub(super) fn of(&self, id: ProductId) -> Option<usize> {
        let place = self.0.get(usize::try_from(id.0).ok()?).copied();
        place.filter(|place| *place != usize::MAX)
    }

    /// Puts a product into a list in the standard order.
    pub(super) fn put(&self, list: &mut Vec<ProductId>, id: ProductId) {
        let own = self.of(id);
        let at = list.partition_point(|other| self.of(*other) < own);
        list.insert(at, id);
    }

    /// Moves some products of a list to where they stand now.
    pub(super) fn settle(&self, list: &mut Vec<ProductId>, moved: &[ProductId]) {
        let is_moved = |id: &ProductId| moved.contains(id);
        let there: Vec<ProductId> = list.iter().copied().filter(is_moved).collect();
        list.retain(|id| !is_moved(id));
        for id in there {
            self.put(list, id);
        }
    }
}

/// Whether a product may stand below others: not where its rating ended.
fn is_neighbour(standings: &[Standing], id: ProductId) -> bool {
    validity_class(standing_of(standings, id).validity) <= 1
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

/// A product with each bucket that it is in.
fn in_buckets((id, product): (ProductId, &Product)) -> Vec<(ProductId, Bucket)> {
    let mut keys = bucket_keys(product).to_vec();
    keys.dedup();
    keys.into_iter().map(|key| (id, key)).collect()
}

fn buckets(
    catalogue: &Catalogue,
    standings: &[Standing],
    shown: &[ProductId],
) -> BTreeMap<Bucket, Vec<ProductId>> {
    let mut buckets: BTreeMap<Bucket, Vec<ProductId>> = BTreeMap::new();
    for &id in shown {
        if !is_neighbour(standings, id) {
            continue;
        }
        let Some(product) = catalogue.product(id) else { continue };
        for (id, key) in in_buckets((id, product)) {
            buckets.entry(key).or_default().push(id);
        }
    }
    buckets
}

fn neighbours(
    catalogue: &Catalogue,
    Related { buckets, places }: &Related,
    id: ProductId,
    product: &Product,
) -> Vec<ProductId> {
    let mut chosen: Vec<ProductId> = Vec::with_capacity(RELATED_MAX);
    for key in bucket_keys(product) {
        let candidates = buckets.get(&key).map_or(&[][..], Vec::as_slice);
        // Start behind the product itself, so that neighbours differ from page to page.
        // Every bucket is in the order of `shown`, so that its place is found by halving.
        let start = candidates.binary_search_by_key(&places.of(id), |it| places.of(*it));
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
