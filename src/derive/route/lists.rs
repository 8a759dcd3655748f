//! Addresses of lists: places, groups, tiers and what combines them.
//!
//! Made of slugs alone; a place below another stands below its address.

use crate::derive::commune::{CommuneId, CommuneParent};
use crate::derive::listing::ListKind;
use crate::derive::route::Supply;
use crate::model::region::{FormerId, ProvinceId};
use crate::model::scheme::{GroupId, SubgroupId};
use crate::text::lang::Lang;

/// The address of a list's first page, without the folder of its language.
pub(super) fn list_route(supply: &Supply<'_>, kind: ListKind, lang: Lang) -> Option<String> {
    let word = |vi: &'static str, en: &'static str| lang.pick((vi, en));
    Some(match kind {
        ListKind::Products => format!("{}/", word("san-pham", "products")),
        ListKind::New => format!("{}/", word("moi", "new")),
        ListKind::Lapsed => format!("{}/", word("het-han", "lapsed")),
        ListKind::Undated => format!("{}/", word("chua-ro-ngay", "undated")),
        ListKind::Province(id) => province_route(supply, id, lang)?,
        ListKind::Former(id) => former_route(supply, id, lang)?,
        ListKind::Commune(id) => commune_route(supply, id, lang)?,
        ListKind::Group(id) => group_route(supply, id, lang)?,
        ListKind::Subgroup(id) => subgroup_route(supply, id, lang)?,
        ListKind::Stars(stars) => format!("{}/{}/", word("sao", "stars"), stars.count()),
        ListKind::ProvinceGroup(province, group) => {
            let slug = &supply.catalogue.scheme.group(group)?.slug;
            let province = province_route(supply, province, lang)?;
            format!("{province}{}/{slug}/", word("nhom", "groups"))
        }
        ListKind::ProvinceStars(province, stars) => {
            let province = province_route(supply, province, lang)?;
            format!("{province}{}/{}/", word("sao", "stars"), stars.count())
        }
        ListKind::GroupStars(group, stars) => {
            let group = group_route(supply, group, lang)?;
            format!("{group}{}/{}/", word("sao", "stars"), stars.count())
        }
    })
}

fn province_route(supply: &Supply<'_>, id: ProvinceId, lang: Lang) -> Option<String> {
    let slug = &supply.catalogue.regions.province(id)?.slug;
    Some(format!("{}/{slug}/", lang.pick(("tinh", "provinces"))))
}

fn former_route(supply: &Supply<'_>, id: FormerId, lang: Lang) -> Option<String> {
    let slug = &supply.catalogue.regions.former(id)?.slug;
    Some(format!("{}/{slug}/", lang.pick(("tinh-cu", "former-provinces"))))
}

fn commune_route(supply: &Supply<'_>, id: CommuneId, lang: Lang) -> Option<String> {
    let commune = supply.communes.get(id)?;
    let parent = match &commune.parent {
        CommuneParent::Present(id) => province_route(supply, *id, lang)?,
        CommuneParent::Former(id, _) => former_route(supply, *id, lang)?,
    };
    Some(format!("{parent}{}/", commune.slug))
}

fn group_route(supply: &Supply<'_>, id: GroupId, lang: Lang) -> Option<String> {
    let slug = &supply.catalogue.scheme.group(id)?.slug;
    Some(format!("{}/{slug}/", lang.pick(("nhom", "groups"))))
}

fn subgroup_route(supply: &Supply<'_>, id: SubgroupId, lang: Lang) -> Option<String> {
    let subgroup = supply.catalogue.scheme.subgroup(id)?;
    Some(format!("{}{}/", group_route(supply, subgroup.group, lang)?, subgroup.path))
}
