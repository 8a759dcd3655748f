//! Counts that pages show: by province, group, tier and state.

use std::collections::BTreeMap;

use crate::derive::commune::Communes;
use crate::derive::listing::{standing_of, validity_class};
use crate::model::catalogue::Catalogue;
use crate::model::product::ProductId;
use crate::model::rating::{Standing, Stars};
use crate::model::region::ProvinceId;
use crate::model::scheme::GroupId;

/// Counts over the shown products.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stats {
    /// All shown products.
    pub products: usize,
    /// Those with a rating that counts as valid.
    pub valid: usize,
    /// Those with stars and no date.
    pub undated: usize,
    /// Those whose rating ended.
    pub lapsed: usize,
    /// Shown producers.
    pub producers: usize,
    /// Communes of yesterday and of today with products.
    pub communes: usize,
    /// Shown products by province of today.
    pub by_province: BTreeMap<ProvinceId, usize>,
    /// Shown products by group.
    pub by_group: BTreeMap<GroupId, usize>,
    /// Valid ratings by stars.
    pub by_stars: BTreeMap<Stars, usize>,
}

/// Counts the shown products.
pub fn stats(
    catalogue: &Catalogue,
    standings: &[Standing],
    shown: &[ProductId],
    communes: &Communes,
    producers: usize,
) -> Stats {
    let mut stats = Stats { products: shown.len(), producers, ..Stats::default() };
    stats.communes = communes.with_ids().count();
    for &id in shown {
        let Some(product) = catalogue.product(id) else { continue };
        *stats.by_province.entry(product.place.province.value).or_default() += 1;
        *stats.by_group.entry(product.group.value).or_default() += 1;
        let standing = standing_of(standings, id);
        match validity_class(standing.validity) {
            0 => {
                stats.valid += 1;
                if let Some(stars) = standing.stars {
                    *stats.by_stars.entry(stars).or_default() += 1;
                }
            }
            1 => stats.undated += 1,
            _ => stats.lapsed += 1,
        }
    }
    stats
}
