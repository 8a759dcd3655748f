//! Lists of products: one for each place, group, tier and state, and for the
//! combinations that hold enough products to be worth a page.
//!
//! A list is ordered by [`standard_order`], so that what is valid comes first
//! and a reader never meets a lapsed certificate before a running one. Lists of
//! news go by the day of the decision, newest first.
//!
//! Cost: one pass over the shown products for each dimension.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::derive::commune::{CommuneId, Communes};
use crate::derive::news::News;
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};
use crate::model::rating::{Score, Standing, Stars, Validity};
use crate::model::region::{FormerId, ProvinceId};
use crate::model::scheme::{GroupId, SubgroupId};
use crate::text::collate;
use crate::text::date::Day;

/// Handle of a [`Listing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListingId(pub u32);

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListKind {
    /// Everything shown.
    Products,
    /// What changed of late ([`crate::derive::news`]).
    New,
    /// Ratings that ended or were taken back.
    Lapsed,
    /// Stars without a date.
    Undated,
    /// A province of today.
    Province(ProvinceId),
    /// A commune of today or of yesterday.
    Commune(CommuneId),
    /// A former province.
    Former(FormerId),
    /// A group.
    Group(GroupId),
    /// A subgroup with what is below it.
    Subgroup(SubgroupId),
    /// Valid ratings of so many stars.
    Stars(Stars),
    /// A group within a province.
    ProvinceGroup(ProvinceId, GroupId),
    /// Valid ratings of so many stars within a province.
    ProvinceStars(ProvinceId, Stars),
    /// Valid ratings of so many stars within a group.
    GroupStars(GroupId, Stars),
}

impl ListKind {
    /// Whether two reasons narrow it, so that small ones get no page.
    pub fn is_combination(self) -> bool {
        matches!(self, Self::ProvinceGroup(..) | Self::ProvinceStars(..) | Self::GroupStars(..))
    }
}

/// One list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// What it holds.
    pub kind: ListKind,
    /// The products, in the order shown.
    pub products: Vec<ProductId>,
    /// Products on one page.
    pub page_size: usize,
}

impl Listing {
    /// Number of pages; an empty list still has one.
    pub fn page_count(&self) -> usize {
        self.products.len().div_ceil(self.page_size.max(1)).max(1)
    }

    /// Products of page `number`, counted from 1.
    pub fn page(&self, number: usize) -> &[ProductId] {
        let mut pages = self.products.chunks(self.page_size.max(1));
        pages.nth(number.saturating_sub(1)).unwrap_or(&[])
    }
}

/// Key of the order in which products are listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct StandardOrder {
    class: u8,
    stars: Reverse<Option<Stars>>,
    score: Reverse<Option<Score>>,
    name: Vec<u8>,
    slug: String,
}

/// The place of a product in lists.
pub fn standard_order(
    catalogue: &Catalogue,
    standings: &[Standing],
    id: ProductId,
) -> StandardOrder {
    let standing = standing_of(standings, id);
    let product = catalogue.product(id);
    let score = standing
        .rating
        .and_then(|index| product?.ratings.get(index)?.score.as_ref().map(|score| score.value));
    StandardOrder {
        class: section_of(standing.validity),
        stars: Reverse(standing.stars),
        score: Reverse(score),
        name: product.map(|product| collate::sort_key(&product.name.value)).unwrap_or_default(),
        slug: product.map(|product| product.slug.clone()).unwrap_or_default(),
    }
}

/// Part of a list into which a state falls: 0 valid, 1 without date, 2 ended.
pub fn validity_class(validity: Validity) -> u8 {
    match validity {
        Validity::Valid | Validity::Expiring | Validity::Unsure => 0,
        Validity::Undated | Validity::Unrated => 1,
        Validity::Lapsed | Validity::Withdrawn => 2,
    }
}

/// Section of a list into which a state falls, in the order shown: 0 valid,
/// 1 valid on some day of a vague range, 2 without date, 3 ended.
pub fn section_of(validity: Validity) -> u8 {
    match validity {
        Validity::Valid | Validity::Expiring => 0,
        Validity::Unsure => 1,
        Validity::Undated | Validity::Unrated => 2,
        Validity::Lapsed | Validity::Withdrawn => 3,
    }
}

/// Day by which a product is new: of the decision of its counting rating, as
/// late as the known precision allows. `None` without a date.
pub fn news_day(product: &Product, standing: &Standing) -> Option<Day> {
    let rating = product.ratings.get(standing.rating?)?;
    let decided = rating.decided.as_ref().or(rating.from.as_ref())?;
    standing.validity.counts().then(|| decided.value.first())
}

/// All lists, in the order of their kinds.
pub fn listings(
    catalogue: &Catalogue,
    standings: &[Standing],
    shown: &[ProductId],
    communes: &Communes,
    news: &[News],
) -> Vec<Listing> {
    let mut lists: BTreeMap<ListKind, Vec<ProductId>> = always_there(catalogue);
    for &id in shown {
        let Some(product) = catalogue.product(id) else { continue };
        for kind in kinds_of(catalogue, product, &standing_of(standings, id)) {
            lists.entry(kind).or_default().push(id);
        }
    }
    for (commune_id, commune) in communes.with_ids() {
        lists.insert(ListKind::Commune(commune_id), commune.products.clone());
    }
    lists.insert(ListKind::New, news.iter().map(|it| it.product).collect());
    let least = catalogue.settings.min_products;
    lists.retain(|kind, products| !kind.is_combination() || products.len() >= least);
    let page_size = catalogue.settings.page_size;
    lists.into_iter().map(|(kind, products)| Listing { kind, products, page_size }).collect()
}

/// Lists that have a page even when empty.
fn always_there(catalogue: &Catalogue) -> BTreeMap<ListKind, Vec<ProductId>> {
    let fixed = [ListKind::Products, ListKind::Lapsed, ListKind::Undated];
    let provinces =
        catalogue.regions.provinces_with_ids().map(|(id, _)| ListKind::Province(id));
    let formers = catalogue.regions.formers_with_ids().map(|(id, _)| ListKind::Former(id));
    let groups = catalogue.scheme.groups_with_ids().map(|(id, _)| ListKind::Group(id));
    let subgroups = catalogue.scheme.subgroups_with_ids().map(|(id, _)| ListKind::Subgroup(id));
    let tiers = catalogue.scheme.certified_tiers();
    let stars = tiers.map(|tier| ListKind::Stars(tier.stars));
    let all = fixed.into_iter().chain(provinces).chain(formers).chain(groups).chain(subgroups);
    all.chain(stars).map(|kind| (kind, Vec::new())).collect()
}

/// The lists in which a product stands, but for those of communes and of news.
pub(super) fn kinds_of(
    catalogue: &Catalogue,
    product: &Product,
    standing: &Standing,
) -> Vec<ListKind> {
    let province = product.place.province.value;
    let group = product.group.value;
    let mut kinds = vec![
        ListKind::Products,
        ListKind::Province(province),
        ListKind::Group(group),
        ListKind::ProvinceGroup(province, group),
    ];
    kinds.extend(catalogue.former_of(product).map(ListKind::Former));
    let mut subgroup = product.subgroup.as_ref().map(|subgroup| subgroup.value);
    while let Some(id) = subgroup {
        kinds.push(ListKind::Subgroup(id));
        subgroup = catalogue.scheme.subgroup(id).and_then(|subgroup| subgroup.parent);
    }
    match validity_class(standing.validity) {
        0 => kinds.extend(standing.stars.into_iter().flat_map(|stars| {
            [
                ListKind::Stars(stars),
                ListKind::ProvinceStars(province, stars),
                ListKind::GroupStars(group, stars),
            ]
        })),
        1 => kinds.push(ListKind::Undated),
        _ => kinds.push(ListKind::Lapsed),
    }
    kinds
}

/// The standing of a product; an unknown handle stands nowhere.
pub fn standing_of(standings: &[Standing], id: ProductId) -> Standing {
    let index = usize::try_from(id.0).unwrap_or(usize::MAX);
    standings.get(index).copied().unwrap_or(Standing::UNRATED)
}
