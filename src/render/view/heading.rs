//! What a list is called, what stands above it, and where it belongs.

use crate::derive::commune::CommuneParent;
use crate::derive::listing::ListKind;
use crate::derive::route::Target;
use crate::model::region::ProvinceId;
use crate::model::scheme::{GroupId, SubgroupId};
use crate::render::view::card::group_name;
use crate::render::view::{CrumbView, Supply, crumb};

/// Words above a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// Slug of the list's sort, for the style sheet.
    pub slug: &'static str,
    /// Small words above; may be empty.
    pub kicker: String,
    /// Heading.
    pub heading: String,
    /// A sentence below; may be empty.
    pub intro: String,
    /// Group whose colour it takes; may be empty.
    pub accent: String,
    /// Steps from the home page to it, without itself.
    pub above: Vec<CrumbView>,
}

/// The heading of a list.
pub fn heading(supply: &Supply<'_>, kind: ListKind) -> Heading {
    match kind {
        ListKind::Products => {
            plain(supply, "products", "view.all_products", "view.intro.products")
        }
        ListKind::New => plain(supply, "new", "view.new", "view.intro.new"),
        ListKind::Lapsed => plain(supply, "lapsed", "view.lapsed", "view.intro.lapsed"),
        ListKind::Undated => plain(supply, "undated", "view.undated", "view.intro.undated"),
        ListKind::Province(id) => province(supply, id),
        ListKind::Former(_) => former(supply, kind),
        ListKind::Commune(_) => commune(supply, kind),
        ListKind::Group(id) => group(supply, id),
        ListKind::Subgroup(id) => subgroup(supply, id),
        ListKind::Stars(stars) => tier(supply, stars.count()),
        ListKind::ProvinceGroup(place, id) => combined(
            supply,
            province(supply, place),
            ListKind::Province(place),
            group(supply, id),
        ),
        ListKind::ProvinceStars(place, stars) => {
            let tier = tier(supply, stars.count());
            combined(supply, province(supply, place), ListKind::Province(place), tier)
        }
        ListKind::GroupStars(id, stars) => {
            let tier = tier(supply, stars.count());
            combined(supply, group(supply, id), ListKind::Group(id), tier)
        }
    }
}

fn home(supply: &Supply<'_>) -> CrumbView {
    crumb(supply.route(Target::Home), supply.say("view.home", &[]))
}

fn below(supply: &Supply<'_>, target: Target, key: &str) -> Vec<CrumbView> {
    vec![home(supply), crumb(supply.route(target), supply.say(key, &[]))]
}

fn plain(supply: &Supply<'_>, slug: &'static str, heading: &str, intro: &str) -> Heading {
    Heading {
        slug,
        heading: supply.say(heading, &[]),
        intro: supply.say(intro, &[]),
        above: vec![home(supply)],
        ..Heading::default()
    }
}

fn province(supply: &Supply<'_>, id: ProvinceId) -> Heading {
    let regions = &supply.catalogue.regions;
    let Some(province) = regions.province(id) else { return Heading::default() };
    Heading {
        slug: "province",
        kicker: supply.say("view.kicker.province", &[]),
        heading: supply.text(&province.name).to_owned(),
        intro: supply.merged_from(province),
        accent: String::new(),
        above: below(supply, Target::Provinces, "view.provinces"),
    }
}

fn former(supply: &Supply<'_>, kind: ListKind) -> Heading {
    let ListKind::Former(id) = kind else { return Heading::default() };
    let regions = &supply.catalogue.regions;
    let Some(former) = regions.former(id) else { return Heading::default() };
    Heading {
        slug: "former",
        kicker: supply.say("view.kicker.former", &[]),
        heading: supply.text(&former.name).to_owned(),
        intro: supply.merged_into(former),
        accent: String::new(),
        above: below(supply, Target::Formers, "view.former"),
    }
}

fn commune(supply: &Supply<'_>, kind: ListKind) -> Heading {
    let ListKind::Commune(id) = kind else { return Heading::default() };
    let Some(commune) = supply.site.communes.get(id) else { return Heading::default() };
    let (parent, intro, key) = match &commune.parent {
        CommuneParent::Present(id) => {
            (ListKind::Province(*id), String::new(), "view.kicker.commune")
        }
        CommuneParent::Former(id, district) => (
            ListKind::Former(*id),
            district.clone().unwrap_or_default(),
            "view.kicker.former_commune",
        ),
    };
    let upper = heading(supply, parent);
    let mut above = upper.above;
    above.push(crumb(supply.list_route(parent), upper.heading.clone()));
    let place = [intro.as_str(), upper.heading.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    Heading {
        slug: "commune",
        kicker: supply.say(key, &[]),
        heading: commune.name.clone(),
        intro: place.join(", "),
        accent: String::new(),
        above,
    }
}

fn group(supply: &Supply<'_>, id: GroupId) -> Heading {
    let Some(group) = supply.catalogue.scheme.group(id) else { return Heading::default() };
    Heading {
        slug: "group",
        kicker: supply.say("view.kicker.group", &[]),
        heading: supply.text(&group.name).to_owned(),
        intro: supply.group_intro(&group.slug),
        accent: group.slug.clone(),
        above: below(supply, Target::Groups, "view.groups"),
    }
}

fn subgroup(supply: &Supply<'_>, id: SubgroupId) -> Heading {
    let Some(subgroup) = supply.catalogue.scheme.subgroup(id) else {
        return Heading::default();
    };
    let (upper, kind) = match subgroup.parent {
        Some(parent) => (self::subgroup(supply, parent), ListKind::Subgroup(parent)),
        None => (group(supply, subgroup.group), ListKind::Group(subgroup.group)),
    };
    let mut above = upper.above;
    above.push(crumb(supply.list_route(kind), upper.heading));
    Heading {
        slug: "subgroup",
        kicker: supply.say("view.kicker.subgroup", &[]),
        heading: supply.text(&subgroup.name).to_owned(),
        intro: String::new(),
        accent: upper.accent,
        above,
    }
}

fn tier(supply: &Supply<'_>, stars: u8) -> Heading {
    let tiers = &supply.catalogue.scheme.tiers;
    let tier = tiers.iter().find(|tier| tier.stars.count() == stars);
    Heading {
        slug: "stars",
        kicker: supply.say("view.kicker.stars", &[]),
        heading: supply.say("view.stars_heading", &[("n", &stars.to_string())]),
        intro: tier.map(|tier| supply.text(&tier.meaning).to_owned()).unwrap_or_default(),
        accent: String::new(),
        above: below(supply, Target::Tiers, "view.stars"),
    }
}

/// A narrower list within a wider one: "Thực phẩm · An Giang".
fn combined(supply: &Supply<'_>, wide: Heading, kind: ListKind, narrow: Heading) -> Heading {
    let short = group_name(supply, &narrow.accent, &narrow.heading);
    let what = if narrow.accent.is_empty() { narrow.heading } else { short };
    let short_wide = group_name(supply, &wide.accent, &wide.heading);
    let where_ = if wide.accent.is_empty() { wide.heading.clone() } else { short_wide };
    let mut above = wide.above;
    above.push(crumb(supply.list_route(kind), wide.heading));
    Heading {
        slug: "combination",
        kicker: wide.kicker,
        heading: supply.say("view.in", &[("what", &what), ("where", &where_)]),
        intro: String::new(),
        accent: if narrow.accent.is_empty() { wide.accent } else { narrow.accent },
        above,
    }
}
