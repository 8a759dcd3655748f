//! Order of a brochure's products, and where it is cut.
//!
//! Vietnamese order where names decide; ties fall to the standard order of lists.

use crate::derive::brochure::{Section, SectionBy, Supply, at_fair};
use crate::derive::listing::{standard_order, standing_of};
use crate::model::brochure::{Arranged, Brochure, Order};
use crate::model::product::ProductId;
use crate::text::collate;

/// Orders the products and cuts them into sections.
pub(super) fn sections(
    supply: &Supply<'_>,
    brochure: &Brochure,
    mut products: Vec<ProductId>,
    named: &[ProductId],
) -> Vec<Section> {
    in_order(supply, brochure.order, &mut products, named);
    let booths = at_fair(supply, &brochure.choice);
    let by = |id: ProductId| -> SectionBy {
        let product = supply.catalogue.product(id);
        match (brochure.arranged, product) {
            (Arranged::Group, Some(product)) => SectionBy::Group(product.group.value),
            (Arranged::Province, Some(product)) => {
                SectionBy::Province(product.place.province.value)
            }
            (Arranged::Stars, _) => SectionBy::Stars(standing_of(supply.standings, id).stars),
            (Arranged::Booth, _) => booths.get(&id).cloned().unwrap_or(SectionBy::Booth(
                usize::MAX,
                usize::MAX,
                String::new(),
            )),
            _ => SectionBy::Whole,
        }
    };
    let mut found: Vec<Section> = Vec::new();
    for id in products {
        let own = by(id);
        match found.iter_mut().find(|section| section.by == own) {
            Some(section) => section.products.push(id),
            None => found.push(Section { by: own, products: vec![id] }),
        }
    }
    found.sort_by_cached_key(|section| place_of(supply, &section.by));
    found
}

/// Where a section stands: groups and booths as they are listed, provinces in
/// Vietnamese order, more stars before fewer.
fn place_of(supply: &Supply<'_>, by: &SectionBy) -> (usize, usize, Vec<u8>) {
    match by {
        SectionBy::Whole => (0, 0, Vec::new()),
        SectionBy::Group(id) => (usize::from(id.0), 0, Vec::new()),
        SectionBy::Province(id) => {
            let province = supply.catalogue.regions.province(*id);
            let key = province.map(|province| collate::sort_key(&province.name.vi));
            (0, 0, key.unwrap_or_default())
        }
        SectionBy::Stars(stars) => {
            let missing = 6usize.saturating_sub(stars.map_or(0, |it| usize::from(it.count())));
            (missing, 0, Vec::new())
        }
        SectionBy::Booth(zone, booth, _) => (*zone, *booth, Vec::new()),
    }
}

fn in_order(
    supply: &Supply<'_>,
    order: Order,
    products: &mut [ProductId],
    named: &[ProductId],
) {
    let standard = |id: &ProductId| standard_order(supply.catalogue, supply.standings, *id);
    match order {
        Order::Standard => products.sort_by_cached_key(standard),
        Order::Name => products.sort_by_cached_key(|id| {
            let product = supply.catalogue.product(*id);
            product.map(|it| (collate::sort_key(&it.name.value), it.slug.clone()))
        }),
        Order::Province => products.sort_by_cached_key(|id| {
            let product = supply.catalogue.product(*id);
            let province = product
                .and_then(|it| supply.catalogue.regions.province(it.place.province.value));
            (province.map(|it| collate::sort_key(&it.name.vi)), standard(id))
        }),
        Order::Producer => products.sort_by_cached_key(|id| {
            let maker = supply.catalogue.product(*id).and_then(|product| product.producer);
            let maker = maker.and_then(|id| supply.catalogue.producer(id));
            let name = maker.map(|it| collate::producer_sort_name(&it.name.value));
            (name.map(collate::sort_key), standard(id))
        }),
        Order::Given => products.sort_by_cached_key(|id| {
            let place = named.iter().position(|it| it == id).unwrap_or(usize::MAX);
            (place, standard(id))
        }),
    }
}
