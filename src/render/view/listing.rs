//! A page of a list: heading, cards in sections, ways to narrow, pager.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::derive::listing::{ListKind, Listing, ListingId, section_of};
use crate::derive::news::Happened;
use crate::derive::route::Target;
use crate::model::product::ProductId;
use crate::model::rating::Stars;
use crate::plan;
use crate::render::view::facets::{self, FacetView};
use crate::render::view::heading::Heading;
use crate::render::view::{LinkView, Supply};
use crate::text::number;

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListingView {
    /// Sort of list, for the style sheet.
    pub list_kind: &'static str,
    /// Group whose colour it takes; may be empty.
    pub accent: String,
    /// Small words above; may be empty.
    pub kicker: String,
    /// Heading.
    pub heading: String,
    /// A sentence; may be empty.
    pub intro: String,
    /// "24 sản phẩm".
    pub count_text: String,
    /// Drawing of the group; may be empty.
    pub pictogram: String,
    /// Counts of places and groups.
    pub stats: Vec<StatView>,
    /// Cards by state.
    pub sections: Vec<SectionView>,
    /// What an empty list says.
    pub empty: Option<EmptyView>,
    /// Ways to narrow.
    pub facets: Vec<FacetView>,
    /// Other pages of the list.
    pub pager: Option<PagerView>,
    /// Other lists.
    pub see_also: Vec<LinkView>,
    /// Route of its feed; may be empty.
    pub feed: String,
    /// What the search is asked for so that it finds just this list; `None` where it cannot be asked.
    pub fixed: Option<FixedView>,
}

/// The choices in facets that make a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FixedView {
    /// As an address: `province=an-giang&stars=4`.
    pub query: String,
    /// Names and values.
    pub pairs: Vec<(&'static str, String)>,
}

/// A count with its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatView {
    /// Label.
    pub label: String,
    /// Number.
    pub value: String,
}

/// Cards of one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionView {
    /// Anchor.
    pub id: &'static str,
    /// Title; may be empty.
    pub title: String,
    /// A sentence; may be empty.
    pub note: String,
    /// Cards, rendered.
    pub cards: Vec<String>,
}

/// An empty list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmptyView {
    /// What it says.
    pub message: String,
    /// Where to go instead.
    pub links: Vec<LinkView>,
}

/// The pages of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PagerView {
    /// "Trang 2/14".
    pub text: String,
    /// Route of the page before.
    pub prev: Option<String>,
    /// Route of the page after.
    pub next: Option<String>,
    /// Pages and gaps.
    pub pages: Vec<PageLinkView>,
}

/// A page of a list, or a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageLinkView {
    /// Number.
    pub n: usize,
    /// Route; `None` is a gap.
    pub href: Option<String>,
    /// Whether it is this page.
    pub current: bool,
}

/// The view of page `number` of a list; `card` gives the rendered card.
pub fn listing(
    supply: &Supply<'_>,
    id: ListingId,
    listing: &Listing,
    number: usize,
    (heading, card): (&Heading, &dyn Fn(ProductId) -> String),
) -> ListingView {
    let kind = listing.kind;
    let feed = supply.route(Target::Listing(id)).filter(|_| plan::has_feed(kind));
    ListingView {
        list_kind: heading.slug,
        accent: heading.accent.clone(),
        kicker: heading.kicker.clone(),
        heading: heading.heading.clone(),
        intro: heading.intro.clone(),
        count_text: supply.size(listing.products.len()),
        pictogram: match kind {
            ListKind::Group(_) => supply.theme.pictogram(&heading.accent).to_owned(),
            _ => String::new(),
        },
        stats: if number == 1 { stats(supply, listing) } else { Vec::new() },
        sections: sections(supply, listing, number, card),
        empty: listing.products.is_empty().then(|| empty(supply, kind)),
        facets: facets::facets(supply, kind),
        pager: pager(supply, id, listing, number),
        see_also: facets::see_also(supply, kind),
        fixed: fixed(supply, kind, listing.products.len()),
        feed: feed.map(|route| format!("{route}feed.xml")).unwrap_or_default(),
    }
}

/// Short lists are seen at a glance, and communes are no facet.
const FILTER_FROM: usize = 8;

fn fixed(supply: &Supply<'_>, kind: ListKind, products: usize) -> Option<FixedView> {
    if products < FILTER_FROM {
        return None;
    }
    let catalogue = supply.catalogue;
    let province =
        |id| Some(("province", catalogue.regions.province(id).map(|it| it.slug.clone())?));
    let group = |id| Some(("group", catalogue.scheme.group(id).map(|it| it.slug.clone())?));
    let stars = |stars: Stars| ("stars", stars.count().to_string());
    let pairs = match kind {
        ListKind::Products => Vec::new(),
        ListKind::New | ListKind::Commune(_) => return None,
        ListKind::Lapsed => vec![("validity", "lapsed".to_owned())],
        ListKind::Undated => vec![("validity", "undated".to_owned())],
        ListKind::Province(id) => vec![province(id)?],
        ListKind::Former(id) => vec![("former", catalogue.regions.former(id)?.slug.clone())],
        ListKind::Group(id) => vec![group(id)?],
        ListKind::Subgroup(id) => {
            let subgroup = catalogue.scheme.subgroup(id)?;
            let (_, above) = group(subgroup.group)?;
            vec![("subgroup", format!("{above}/{}", subgroup.path))]
        }
        ListKind::Stars(tier) => vec![stars(tier)],
        ListKind::ProvinceGroup(first, second) => vec![province(first)?, group(second)?],
        ListKind::ProvinceStars(id, tier) => vec![province(id)?, stars(tier)],
        ListKind::GroupStars(id, tier) => vec![group(id)?, stars(tier)],
    };
    let query: Vec<String> =
        pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    Some(FixedView { query: query.join("&"), pairs })
}

/// Lists whose products are all of one state have one section without a title.
fn is_of_one_state(kind: ListKind) -> bool {
    matches!(kind, ListKind::New | ListKind::Lapsed | ListKind::Undated)
}

fn sections(
    supply: &Supply<'_>,
    listing: &Listing,
    number: usize,
    card: &dyn Fn(ProductId) -> String,
) -> Vec<SectionView> {
    let mut sections: Vec<(Class, SectionView)> = Vec::new();
    for &id in listing.page(number) {
        let class = class_of(supply, listing.kind, id);
        if sections.last().is_none_or(|(last, _)| *last != class) {
            sections.push((class, section(supply, listing.kind, class)));
        }
        if let Some((_, section)) = sections.last_mut() {
            section.cards.push(card(id));
        }
    }
    sections.into_iter().map(|(_, section)| section).collect()
}

/// What the products of a section have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    News(Happened),
    State(u8),
}

fn class_of(supply: &Supply<'_>, kind: ListKind, id: ProductId) -> Class {
    if kind == ListKind::New
        && let Some(news) = supply.site.news_of(id)
    {
        return Class::News(news.what);
    }
    if is_of_one_state(kind) {
        return Class::State(0);
    }
    Class::State(section_of(supply.site.standing(id).validity))
}

fn section(supply: &Supply<'_>, kind: ListKind, class: Class) -> SectionView {
    let class = match class {
        Class::News(what) => return news_section(supply, what),
        Class::State(class) => class,
    };
    let (id, title, note) = match class {
        0 => ("valid", "view.section.valid", ""),
        1 => ("unsure", "view.section.unsure", "view.intro.unsure"),
        2 => ("undated", "view.section.undated", "view.intro.undated"),
        _ => ("lapsed", "view.section.lapsed", "view.intro.section_lapsed"),
    };
    let say = |key: &str| if key.is_empty() { String::new() } else { supply.say(key, &[]) };
    let plain = is_of_one_state(kind);
    SectionView {
        id,
        title: if plain { String::new() } else { say(title) },
        note: if plain { String::new() } else { say(note) },
        cards: Vec::new(),
    }
}

fn news_section(supply: &Supply<'_>, what: Happened) -> SectionView {
    let id = what.slug();
    let title = supply.say(&format!("news.{id}"), &[]);
    SectionView { id, title, note: String::new(), cards: Vec::new() }
}

fn stats(supply: &Supply<'_>, listing: &Listing) -> Vec<StatView> {
    if !matches!(listing.kind, ListKind::Province(_) | ListKind::Group(_) | ListKind::Former(_))
    {
        return Vec::new();
    }
    if listing.products.is_empty() {
        return Vec::new();
    }
    let state = |id: &ProductId| supply.site.standing(*id).validity;
    let valid = listing.products.iter().filter(|id| state(id).counts()).count();
    let lapsed = listing.products.iter().filter(|id| section_of(state(id)) == 3).count();
    let products = || listing.products.iter().filter_map(|id| supply.catalogue.product(*id));
    let producers: BTreeSet<_> = products().filter_map(|it| it.producer).collect();
    let communes: BTreeSet<_> = (listing.products.iter())
        .filter_map(|id| {
            let communes = &supply.site.communes;
            communes.present_of(*id).or_else(|| communes.former_of(*id))
        })
        .collect();
    let stat = |key: &str, n: usize| StatView {
        label: supply.say(key, &[]),
        value: number::count(n, supply.lang),
    };
    let all = [
        ("view.stat.valid", valid),
        ("view.stat.lapsed", lapsed),
        ("view.stat.producers", producers.len()),
        ("view.stat.communes", communes.len()),
    ];
    all.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| stat(key, n)).collect()
}

fn empty(supply: &Supply<'_>, kind: ListKind) -> EmptyView {
    let links = [
        supply.list_link(ListKind::Products, supply.say("view.all_products", &[])),
        match kind {
            ListKind::Province(_) | ListKind::Former(_) => {
                supply.link(Target::Provinces, supply.say("view.provinces", &[]))
            }
            _ => supply.link(Target::Groups, supply.say("view.groups", &[])),
        },
    ];
    EmptyView {
        message: supply.say("view.empty", &[]),
        links: links.into_iter().flatten().collect(),
    }
}

fn pager(
    supply: &Supply<'_>,
    id: ListingId,
    listing: &Listing,
    number: usize,
) -> Option<PagerView> {
    let total = listing.page_count();
    if total < 2 {
        return None;
    }
    let route = |n: usize| supply.site.routes.page(id, n, supply.lang);
    let before = number.checked_sub(1).filter(|n| *n >= 1);
    let after = Some(number.saturating_add(1)).filter(|n| *n <= total);
    Some(PagerView {
        text: supply.say(
            "view.page",
            &[
                ("n", &number::count(number, supply.lang)),
                ("total", &number::count(total, supply.lang)),
            ],
        ),
        prev: before.and_then(route),
        next: after.and_then(route),
        pages: page_links(number, total)
            .into_iter()
            .map(|n| PageLinkView {
                n: n.unwrap_or(0),
                href: n.and_then(route),
                current: n == Some(number),
            })
            .collect(),
    })
}

/// First, last, and those around the current one; `None` is a gap.
fn page_links(current: usize, total: usize) -> Vec<Option<usize>> {
    let near = |n: &usize| *n == 1 || *n == total || n.abs_diff(current) <= 1;
    let mut links: Vec<Option<usize>> = Vec::new();
    let mut last = 0;
    for n in (1..=total).filter(near) {
        match n.saturating_sub(last) {
            2 => links.push(Some(last.saturating_add(1))),
            gap if gap > 2 => links.push(None),
            _ => {}
        }
        links.push(Some(n));
        last = n;
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(current: usize, total: usize, want: &str) {
        let shown = page_links(current, total);
        let shown: Vec<String> =
            shown.iter().map(|n| n.map_or("…".to_owned(), |n| n.to_string())).collect();
        assert_eq!(shown.join(" "), want);
    }

    #[test]
    fn a_pager_shows_the_ends_and_the_neighbours() {
        check(1, 2, "1 2");
        check(1, 9, "1 2 … 9");
        check(3, 9, "1 2 3 4 … 9");
        check(4, 9, "1 2 3 4 5 … 9");
        check(5, 9, "1 … 4 5 6 … 9");
        check(6, 9, "1 … 5 6 7 8 9");
        check(9, 9, "1 … 8 9");
    }
}
