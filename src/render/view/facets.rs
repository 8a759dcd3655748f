//! Ways to narrow a list: links to the lists within it, with their sizes.
//!
//! Only lists that have a page are offered, so a link never leads nowhere.

use serde::Serialize;

use crate::derive::commune::CommuneParent;
use crate::derive::listing::ListKind;
use crate::derive::route::Target;
use crate::model::rating::Stars;
use crate::model::region::{FormerId, ProvinceId};
use crate::model::scheme::{GroupId, SubgroupId};
use crate::render::view::card::group_name;
use crate::render::view::{LinkView, Supply};
use crate::text::number;

/// A facet with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetView {
    /// "Theo nhóm".
    pub title: String,
    /// Values.
    pub items: Vec<FacetItemView>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetItemView {
    /// Route.
    pub href: String,
    /// Words.
    pub label: String,
    /// Size.
    pub count_text: String,
    /// Whether it is the list being looked at.
    pub current: bool,
}

/// The facets of a list; those without values are left out.
pub fn facets(supply: &Supply<'_>, kind: ListKind) -> Vec<FacetView> {
    let all = match kind {
        ListKind::Products => vec![
            facet(supply, "view.facet.groups", kind, groups(supply, ListKind::Group)),
            facet(supply, "view.facet.stars", kind, stars(supply, ListKind::Stars)),
            facet(supply, "view.facet.provinces", kind, provinces(supply, ListKind::Province)),
            facet(supply, "view.facet.more", kind, states(supply)),
        ],
        ListKind::Province(id)
        | ListKind::ProvinceGroup(id, _)
        | ListKind::ProvinceStars(id, _) => of_province(supply, kind, id),
        ListKind::Former(id) => {
            vec![facet(supply, "view.facet.communes", kind, former_communes(supply, id))]
        }
        ListKind::Group(id) | ListKind::GroupStars(id, _) => of_group(supply, kind, id),
        ListKind::Subgroup(id) => {
            vec![facet(supply, "view.facet.subgroups", kind, children(supply, id))]
        }
        ListKind::Stars(tier) => vec![
            facet(supply, "view.facet.stars", kind, stars(supply, ListKind::Stars)),
            facet(supply, "view.facet.groups", kind, {
                groups(supply, |group| ListKind::GroupStars(group, tier))
            }),
            facet(supply, "view.facet.provinces", kind, {
                provinces(supply, |province| ListKind::ProvinceStars(province, tier))
            }),
        ],
        ListKind::Lapsed | ListKind::Undated | ListKind::New => {
            vec![facet(supply, "view.facet.more", kind, states(supply))]
        }
        ListKind::Commune(_) => Vec::new(),
    };
    all.into_iter().filter(|facet| !facet.items.is_empty()).collect()
}

fn of_province(supply: &Supply<'_>, kind: ListKind, id: ProvinceId) -> Vec<FacetView> {
    let by_group = groups(supply, |group| ListKind::ProvinceGroup(id, group));
    let by_stars = stars(supply, |tier| ListKind::ProvinceStars(id, tier));
    vec![
        facet(supply, "view.facet.groups", kind, by_group),
        facet(supply, "view.facet.stars", kind, by_stars),
        facet(supply, "view.facet.communes", kind, communes(supply, id)),
        facet(supply, "view.facet.former", kind, formers(supply, id)),
    ]
}

fn of_group(supply: &Supply<'_>, kind: ListKind, id: GroupId) -> Vec<FacetView> {
    let by_stars = stars(supply, |tier| ListKind::GroupStars(id, tier));
    let by_province = provinces(supply, |province| ListKind::ProvinceGroup(province, id));
    vec![
        facet(supply, "view.facet.subgroups", kind, top_subgroups(supply, id)),
        facet(supply, "view.facet.stars", kind, by_stars),
        facet(supply, "view.facet.provinces", kind, by_province),
    ]
}

type Value = (ListKind, String);

fn facet(supply: &Supply<'_>, title: &str, current: ListKind, values: Vec<Value>) -> FacetView {
    let items = values.into_iter().filter_map(|(kind, label)| {
        let size = supply.list_size(kind);
        // An empty list is worth a link only while one stands on it.
        if size == 0 && kind != current {
            return None;
        }
        Some(FacetItemView {
            href: supply.list_route(kind)?,
            label,
            count_text: number::count(size, supply.lang),
            current: kind == current,
        })
    });
    FacetView { title: supply.say(title, &[]), items: items.collect() }
}

fn groups(supply: &Supply<'_>, kind: impl Fn(GroupId) -> ListKind) -> Vec<Value> {
    let groups = supply.catalogue.scheme.groups_with_ids();
    let value = |(id, group): (GroupId, &crate::model::scheme::Group)| {
        (kind(id), group_name(supply, &group.slug, supply.text(&group.name)))
    };
    groups.map(value).collect()
}

fn stars(supply: &Supply<'_>, kind: impl Fn(Stars) -> ListKind) -> Vec<Value> {
    let tiers = supply.catalogue.scheme.certified_tiers();
    let value = |stars: Stars| {
        (kind(stars), supply.say("stars.label", &[("n", &stars.count().to_string())]))
    };
    tiers.map(|tier| value(tier.stars)).collect()
}

fn provinces(supply: &Supply<'_>, kind: impl Fn(ProvinceId) -> ListKind) -> Vec<Value> {
    let regions = &supply.catalogue.regions;
    let value = |id: &ProvinceId| Some((kind(*id), supply.text(&regions.province(*id)?.name)));
    let values = supply.site.provinces.iter().filter_map(value);
    values.map(|(kind, name)| (kind, name.to_owned())).collect()
}

fn communes(supply: &Supply<'_>, id: ProvinceId) -> Vec<Value> {
    let own = supply.site.communes.of_province(id);
    own.map(|(id, commune)| (ListKind::Commune(id), commune.name.clone())).collect()
}

fn former_communes(supply: &Supply<'_>, id: FormerId) -> Vec<Value> {
    let own = supply.site.communes.of_former(id).map(|(id, commune)| {
        let name = match &commune.parent {
            CommuneParent::Former(_, Some(district)) => format!("{}, {district}", commune.name),
            _ => commune.name.clone(),
        };
        (ListKind::Commune(id), name)
    });
    own.collect()
}

fn formers(supply: &Supply<'_>, id: ProvinceId) -> Vec<Value> {
    let regions = &supply.catalogue.regions;
    let formers = regions.province(id).map_or(&[][..], |province| province.formers.as_slice());
    if formers.len() < 2 {
        return Vec::new();
    }
    let named = formers.iter().filter_map(|id| Some((*id, regions.former(*id)?)));
    named.map(|(id, it)| (ListKind::Former(id), supply.text(&it.name).to_owned())).collect()
}

fn top_subgroups(supply: &Supply<'_>, id: GroupId) -> Vec<Value> {
    let subgroups = supply.catalogue.scheme.subgroups_with_ids();
    let own = subgroups.filter(|(_, it)| it.group == id && it.parent.is_none());
    own.map(|(id, it)| (ListKind::Subgroup(id), supply.text(&it.name).to_owned())).collect()
}

/// Subgroups below one, or its neighbours where it has none.
fn children(supply: &Supply<'_>, id: SubgroupId) -> Vec<Value> {
    let scheme = &supply.catalogue.scheme;
    let below = |parent: SubgroupId| {
        let own = scheme.subgroups_with_ids().filter(move |(_, it)| it.parent == Some(parent));
        own.map(|(id, it)| (ListKind::Subgroup(id), supply.text(&it.name).to_owned()))
            .collect::<Vec<Value>>()
    };
    let own = below(id);
    let Some(subgroup) = scheme.subgroup(id).filter(|_| own.is_empty()) else { return own };
    match subgroup.parent {
        Some(parent) => below(parent),
        None => top_subgroups(supply, subgroup.group),
    }
}

fn states(supply: &Supply<'_>) -> Vec<Value> {
    let states = [
        (ListKind::New, "view.new"),
        (ListKind::Undated, "view.undated"),
        (ListKind::Lapsed, "view.lapsed"),
    ];
    states.into_iter().map(|(kind, key)| (kind, supply.say(key, &[]))).collect()
}

/// Other lists that belong beside one.
pub fn see_also(supply: &Supply<'_>, kind: ListKind) -> Vec<LinkView> {
    let links = match kind {
        ListKind::Products => vec![
            supply.link(Target::ProductLetters, supply.say("view.a_z", &[])),
            supply.link(Target::Provinces, supply.say("view.provinces", &[])),
            supply.link(Target::Formers, supply.say("view.former", &[])),
        ],
        ListKind::Former(id) => vec![present_of(supply, id)],
        ListKind::Commune(id) => vec![parent_of(supply, id)],
        ListKind::Province(_) => {
            vec![supply.link(Target::Provinces, supply.say("view.provinces", &[]))]
        }
        _ => Vec::new(),
    };
    links.into_iter().flatten().collect()
}

fn present_of(supply: &Supply<'_>, id: FormerId) -> Option<LinkView> {
    let regions = &supply.catalogue.regions;
    let now = regions.former(id)?.merged_into;
    let name = supply.text(&regions.province(now)?.full_name);
    supply.list_link(ListKind::Province(now), name)
}

fn parent_of(supply: &Supply<'_>, id: crate::derive::commune::CommuneId) -> Option<LinkView> {
    let regions = &supply.catalogue.regions;
    match &supply.site.communes.get(id)?.parent {
        CommuneParent::Present(id) => supply
            .list_link(ListKind::Province(*id), supply.text(&regions.province(*id)?.full_name)),
        CommuneParent::Former(id, _) => {
            supply.list_link(ListKind::Former(*id), supply.text(&regions.former(*id)?.name))
        }
    }
}
