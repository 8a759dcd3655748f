//! The home page.

mod parts;

pub use parts::{
    CountView, CountsView, GroupTileView, HomeView, IslandView, LapsedView, PageLinkView,
    RegionProvinceView, RegionView, ShadeView, StoryCardView, TierView, TileView,
};

use crate::derive::listing::ListKind;
use crate::derive::news::{Happened, News};
use crate::derive::route::Target;
use crate::model::product::{Product, ProductId};
use crate::render::view::card;
use crate::render::view::index::by_region;
use crate::render::view::{Supply, prose};
use crate::text::number;

/// Cards that lead the page: one large, four small.
const FEATURED: usize = 5;

/// Stories told with their first words.
const STORIES: usize = 4;

/// Newest recognitions.
const RECENT: usize = 8;

/// Upper ends of the shades of the map; more is the last shade.
const SHADES: [usize; 5] = [0, 5, 20, 100, 500];

/// The view; `card` gives the rendered card of a product.
pub fn home(supply: &Supply<'_>, card: &dyn Fn(ProductId) -> String) -> HomeView {
    let featured = featured(supply);
    let lapsed = supply.site.stats.lapsed;
    HomeView {
        counts: counts(supply),
        tiles: tiles(supply),
        islands: islands(supply),
        legend: legend(supply),
        regions: regions(supply),
        stories: stories(supply, &featured),
        featured: featured.into_iter().map(card).collect(),
        groups: groups(supply),
        tiers: tiers(supply),
        recent: recent(supply).into_iter().map(card).collect(),
        lapsed: supply
            .list_route(ListKind::Lapsed)
            .filter(|_| lapsed > 0)
            .map(|href| LapsedView { href, count_text: supply.count("count.lapsed", lapsed) }),
        pages: prose::menu(supply)
            .into_iter()
            .map(|link| PageLinkView { href: link.href, title: link.label, summary: link.note })
            .collect(),
    }
}

fn counts(supply: &Supply<'_>) -> CountsView {
    let stats = &supply.site.stats;
    let count = |key: &str, n: usize| CountView { text: supply.count(key, n) };
    CountsView {
        products: count("count.products", stats.products),
        valid: count("count.valid", stats.valid),
        provinces: count("count.provinces", stats.by_province.len()),
        communes: count("count.communes", stats.communes),
        producers: count("count.producers", stats.producers),
    }
}

fn shade(count: usize) -> usize {
    SHADES.iter().position(|end| count <= *end).unwrap_or(SHADES.len())
}

fn tiles(supply: &Supply<'_>) -> Vec<TileView> {
    let regions = &supply.catalogue.regions;
    let mut tiles: Vec<TileView> = regions
        .provinces_with_ids()
        .filter_map(|(id, province)| {
            let count = supply.list_size(ListKind::Province(id));
            Some(TileView {
                col: province.tile.0,
                row: province.tile.1,
                level: shade(count),
                href: supply.list_route(ListKind::Province(id))?,
                short: supply.text(&province.name).to_owned(),
                count: number::count(count, supply.lang),
                count_text: supply.count("count.products", count),
            })
        })
        .collect();
    tiles.sort_by_key(|tile| (tile.row, tile.col));
    tiles
}

fn islands(supply: &Supply<'_>) -> Vec<IslandView> {
    let islands = supply.catalogue.regions.islands.iter();
    islands
        .map(|island| IslandView {
            col: island.tile.0,
            row: island.tile.1,
            name: supply.text(&island.name).to_owned(),
        })
        .collect()
}

/// The shades that the map really has, up to the darkest one.
fn legend(supply: &Supply<'_>) -> Vec<ShadeView> {
    let most = supply.site.stats.by_province.values().copied().max().unwrap_or(0);
    let shown = |n: usize| number::count(n, supply.lang);
    (0..=shade(most))
        .map(|level| {
            let from = level
                .checked_sub(1)
                .and_then(|below| SHADES.get(below))
                .map_or(0, |end| end + 1);
            let text = match SHADES.get(level) {
                Some(0) => "0".to_owned(),
                Some(end) => format!("{}–{}", shown(from), shown(*end)),
                None => format!("> {}", shown(from.saturating_sub(1))),
            };
            ShadeView { level, text }
        })
        .collect()
}

fn regions(supply: &Supply<'_>) -> Vec<RegionView> {
    let view = |(name, provinces): (String, Vec<_>)| RegionView {
        name,
        provinces: provinces
            .into_iter()
            .filter_map(|(id, province): (_, &crate::model::region::Province)| {
                Some(RegionProvinceView {
                    href: supply.list_route(ListKind::Province(id))?,
                    name: supply.text(&province.name).to_owned(),
                    count_text: number::count(
                        supply.list_size(ListKind::Province(id)),
                        supply.lang,
                    ),
                })
            })
            .collect(),
    };
    by_region(supply).into_iter().map(view).collect()
}

fn counting<'a>(supply: &Supply<'a>) -> impl Iterator<Item = (ProductId, &'a Product)> {
    let (site, catalogue) = (supply.site, supply.catalogue);
    let valid = site.shown.iter().copied();
    let valid = valid.filter(|id| site.standing(*id).validity.counts());
    valid.filter_map(|id| Some((id, catalogue.product(id)?)))
}

/// Valid products that editors marked, spread over groups; else the best that have a story.
fn featured(supply: &Supply<'_>) -> Vec<ProductId> {
    let marked: Vec<(ProductId, &Product)> =
        counting(supply).filter(|(_, it)| it.featured).collect();
    let told: Vec<(ProductId, &Product)> =
        counting(supply).filter(|(_, it)| it.story.is_some()).collect();
    let mut chosen = Vec::new();
    for pool in [marked, told] {
        spread(&pool, &mut chosen);
    }
    chosen
}

/// Takes one of each group in turn, as far as there is room.
fn spread(pool: &[(ProductId, &Product)], chosen: &mut Vec<ProductId>) {
    let mut rest: Vec<(ProductId, &Product)> = pool.to_vec();
    while !rest.is_empty() && chosen.len() < FEATURED {
        let mut groups = std::collections::BTreeSet::new();
        let mut later = Vec::new();
        for (id, product) in rest {
            let fresh = groups.insert(product.group.value);
            if fresh && chosen.len() < FEATURED && !chosen.contains(&id) {
                chosen.push(id);
            } else if !chosen.contains(&id) {
                later.push((id, product));
            }
        }
        rest = later;
    }
}

fn stories(supply: &Supply<'_>, featured: &[ProductId]) -> Vec<StoryCardView> {
    let told = counting(supply)
        .filter(|(id, product)| product.story.is_some() && !featured.contains(id));
    let mut seen = std::collections::BTreeSet::new();
    let told = told.filter(|(_, product)| seen.insert(product.place.province.value));
    told.filter_map(|(id, product)| story(supply, id, product)).take(STORIES).collect()
}

fn story(supply: &Supply<'_>, id: ProductId, product: &Product) -> Option<StoryCardView> {
    let file = product.story_file.unwrap_or(product.file);
    let story =
        prose::story(supply, file, product.story.as_ref(), product.english_story.as_ref());
    let (name, name_lang) = card::name(supply, product);
    Some(StoryCardView {
        group: card::group(supply, product),
        cover: card::cover(supply, id, product),
        name,
        name_lang,
        href: supply.route(Target::Product(id))?,
        excerpt: story.excerpt,
        excerpt_lang: story.lang,
    })
}

fn recent(supply: &Supply<'_>) -> Vec<ProductId> {
    let ended = [Happened::Withdrawn, Happened::Lapsed];
    let mut granted: Vec<News> = supply.site.news.clone();
    granted.retain(|news| !ended.contains(&news.what));
    granted.sort_by_key(|news| std::cmp::Reverse(news.day));
    granted.iter().map(|news| news.product).take(RECENT).collect()
}

fn groups(supply: &Supply<'_>) -> Vec<GroupTileView> {
    let groups = supply.catalogue.scheme.groups_with_ids();
    let view = |(id, group): (_, &crate::model::scheme::Group)| {
        Some(GroupTileView {
            slug: group.slug.clone(),
            pictogram: supply.theme.pictogram(&group.slug).to_owned(),
            href: supply.list_route(ListKind::Group(id))?,
            name: card::group_name(supply, &group.slug, supply.text(&group.name)),
            description: supply.group_intro(&group.slug),
            count_text: supply.size(supply.list_size(ListKind::Group(id))),
        })
    };
    groups.filter_map(view).collect()
}

fn tiers(supply: &Supply<'_>) -> Vec<TierView> {
    let tiers = supply.catalogue.scheme.certified_tiers();
    let view = |tier: &crate::model::scheme::StarTier| {
        Some(TierView {
            stars: tier.stars.count(),
            href: supply.list_route(ListKind::Stars(tier.stars))?,
            name: supply.text(&tier.name).to_owned(),
            meaning: supply.text(&tier.meaning).to_owned(),
            count_text: supply.size(supply.list_size(ListKind::Stars(tier.stars))),
        })
    };
    tiers.filter_map(view).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_grow_with_the_count() {
        for (count, want) in
            [(0, 0), (1, 1), (5, 1), (6, 2), (20, 2), (21, 3), (500, 4), (501, 5)]
        {
            assert_eq!(shade(count), want, "{count}");
        }
    }
}
