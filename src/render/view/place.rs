//! A place in words: where it is today, and what it was called before.

use serde::Serialize;

use crate::derive::commune::capitalised;
use crate::derive::listing::ListKind;
use crate::model::place::Place;
use crate::model::product::ProductId;
use crate::render::view::Supply;

/// A place as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// Route of the smallest place that has a page.
    pub href: Option<String>,
    /// "Xã Sa Loong, Quảng Ngãi".
    pub text: String,
    /// Hamlet or street; may be empty.
    pub hamlet: String,
    /// "trước đây: xã Phú Cần, huyện Tiểu Cần, Trà Vinh"; empty where nothing changed.
    pub former_text: String,
}

/// The place of a product; links to its commune where that has a page.
pub fn of_product(supply: &Supply<'_>, id: ProductId, place: &Place) -> PlaceView {
    let commune = supply.site.communes.present_of(id);
    let href = commune.and_then(|commune| supply.list_route(ListKind::Commune(commune)));
    let view = of(supply, place);
    PlaceView { href: href.or(view.href), ..view }
}

/// The place of anything; links to its province.
pub fn of(supply: &Supply<'_>, place: &Place) -> PlaceView {
    let id = place.province.value;
    let province = supply.catalogue.regions.province(id);
    let name = province.map_or("", |province| supply.text(&province.name));
    let full_name = province.map_or("", |province| supply.text(&province.full_name));
    PlaceView {
        href: supply.list_route(ListKind::Province(id)),
        text: match &place.commune {
            Some(commune) => format!("{}, {name}", capitalised(&commune.value)),
            None => full_name.to_owned(),
        },
        hamlet: place.hamlet.clone().unwrap_or_default(),
        former_text: former(supply, place, name),
    }
}

fn former(supply: &Supply<'_>, place: &Place, name: &str) -> String {
    let former = &place.former;
    let province = former.province.as_ref();
    let province = province.and_then(|id| supply.catalogue.regions.former(id.value));
    let province = province.map_or("", |province| supply.text(&province.name));
    let smaller = [&former.commune, &former.district].into_iter().flatten();
    let mut parts: Vec<&str> = smaller.map(|part| part.value.as_str()).collect();
    // Of a district alone the reader must know the province; a name that stayed says nothing new.
    if !province.is_empty() && (province != name || !parts.is_empty()) {
        parts.push(province);
    }
    if parts.is_empty() {
        return String::new();
    }
    supply.say("place.former", &[("place", &parts.join(", "))])
}
