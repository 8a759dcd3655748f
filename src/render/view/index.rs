//! Indexes of terms: provinces by region, former provinces, groups, tiers.

use serde::Serialize;

use crate::derive::listing::ListKind;
use crate::model::region::{Province, ProvinceId};
use crate::model::scheme::{GroupId, SubgroupId};
use crate::render::view::Supply;
use crate::text::collate;

/// An index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndexView {
    /// Heading.
    pub heading: String,
    /// A sentence; may be empty.
    pub intro: String,
    /// Parts.
    pub sections: Vec<IndexSectionView>,
}

/// A part of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndexSectionView {
    /// Title; may be empty.
    pub title: String,
    /// Entries.
    pub items: Vec<TermView>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermView {
    /// Depth, 0 at the top.
    pub level: u8,
    /// Group whose colour it takes; may be empty.
    pub slug: String,
    /// Drawing; may be empty.
    pub pictogram: String,
    /// Route.
    pub href: String,
    /// Name.
    pub label: String,
    /// Size.
    pub count_text: String,
    /// A sentence; may be empty.
    pub note: String,
}

/// Provinces of today by region.
pub fn provinces(supply: &Supply<'_>) -> IndexView {
    let sections = by_region(supply).into_iter().map(|(title, provinces)| {
        let items = provinces.into_iter().filter_map(|(id, province)| {
            let note = supply.merged_from(province);
            term(supply, ListKind::Province(id), supply.text(&province.name), note)
        });
        IndexSectionView { title, items: items.collect() }
    });
    IndexView {
        heading: supply.say("view.provinces", &[]),
        intro: supply.say("view.intro.provinces", &[]),
        sections: sections.collect(),
    }
}

/// Provinces by region, both in their order; those of no region come last.
pub fn by_region<'a>(supply: &Supply<'a>) -> Vec<(String, Vec<(ProvinceId, &'a Province)>)> {
    let regions = &supply.catalogue.regions;
    let of = |region: Option<usize>| -> Vec<(ProvinceId, &'a Province)> {
        regions.provinces_with_ids().filter(|(_, province)| province.region == region).collect()
    };
    let mut all: Vec<(String, Vec<(ProvinceId, &'a Province)>)> = regions
        .regions
        .iter()
        .enumerate()
        .map(|(index, region)| (supply.text(&region.name).to_owned(), of(Some(index))))
        .collect();
    all.push((supply.say("region.other", &[]), of(None)));
    all.retain(|(_, provinces)| !provinces.is_empty());
    all
}

/// Former provinces in Vietnamese order.
pub fn formers(supply: &Supply<'_>) -> IndexView {
    let regions = &supply.catalogue.regions;
    let mut named: Vec<_> = regions
        .formers_with_ids()
        .map(|(id, former)| (collate::sort_key(&former.name.vi), id, former))
        .collect();
    named.sort_by(|a, b| a.0.cmp(&b.0));
    let items = named.into_iter().filter_map(|(_, id, former)| {
        let note = supply.merged_into(former);
        term(supply, ListKind::Former(id), supply.text(&former.name), note)
    });
    IndexView {
        heading: supply.say("view.former", &[]),
        intro: supply.say("view.intro.former", &[]),
        sections: vec![IndexSectionView { title: String::new(), items: items.collect() }],
    }
}

/// Groups with their subgroups.
pub fn groups(supply: &Supply<'_>) -> IndexView {
    let scheme = &supply.catalogue.scheme;
    let mut items = Vec::new();
    for (id, group) in scheme.groups_with_ids() {
        let pictogram = supply.theme.pictogram(&group.slug).to_owned();
        let top = term(supply, ListKind::Group(id), supply.text(&group.name), String::new());
        items.extend(top.map(|top| TermView { slug: group.slug.clone(), pictogram, ..top }));
        subgroups(supply, id, None, &group.slug, &mut items);
    }
    IndexView {
        heading: supply.say("view.groups", &[]),
        intro: supply.say("view.intro.groups", &[]),
        sections: vec![IndexSectionView { title: String::new(), items }],
    }
}

fn subgroups(
    supply: &Supply<'_>,
    group: GroupId,
    parent: Option<SubgroupId>,
    slug: &str,
    items: &mut Vec<TermView>,
) {
    let subgroups = supply.catalogue.scheme.subgroups_with_ids();
    let own = subgroups.filter(|(_, it)| it.group == group && it.parent == parent);
    for (id, subgroup) in own {
        let name = supply.text(&subgroup.name);
        let level = if parent.is_none() { 1 } else { 2 };
        let entry = term(supply, ListKind::Subgroup(id), name, String::new());
        items.extend(entry.map(|it| TermView { level, slug: slug.to_owned(), ..it }));
        subgroups_below(supply, group, id, slug, items);
    }
}

/// Subgroups nest once; what a damaged scheme nests deeper is left out.
fn subgroups_below(
    supply: &Supply<'_>,
    group: GroupId,
    parent: SubgroupId,
    slug: &str,
    items: &mut Vec<TermView>,
) {
    let is_top = supply.catalogue.scheme.subgroup(parent).is_some_and(|it| it.parent.is_none());
    if is_top {
        subgroups(supply, group, Some(parent), slug, items);
    }
}

/// Tiers of stars with what they mean.
pub fn tiers(supply: &Supply<'_>) -> IndexView {
    let tiers = supply.catalogue.scheme.certified_tiers();
    let items = tiers.filter_map(|tier| {
        let meaning = supply.text(&tier.meaning).to_owned();
        term(supply, ListKind::Stars(tier.stars), supply.text(&tier.name), meaning)
    });
    IndexView {
        heading: supply.say("view.stars", &[]),
        intro: supply.say("home.tiers_intro", &[]),
        sections: vec![IndexSectionView { title: String::new(), items: items.collect() }],
    }
}

fn term(supply: &Supply<'_>, kind: ListKind, label: &str, note: String) -> Option<TermView> {
    Some(TermView {
        level: 0,
        slug: String::new(),
        pictogram: String::new(),
        href: supply.list_route(kind)?,
        label: label.to_owned(),
        count_text: supply.size(supply.list_size(kind)),
        note,
    })
}
