//! The fair of a brochure: days, place, zones and booths.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::derive::brochure::{self as derive, SectionBy, products_of};
use crate::model::brochure::Brochure;
use crate::model::fair::{Booth, Fair};
use crate::model::product::ProductId;
use crate::render::qr::QrView;
use crate::render::view::brochure::{Said, Speakers, plain};
use crate::render::view::{Supply, card};
use crate::text::fold::match_key;

/// A fair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FairView {
    /// Name.
    pub name: Said,
    /// "12/12/2026 – 16/12/2026"; may be empty.
    pub dates: Said,
    /// Hall and town; may be empty.
    pub place: Said,
    /// Who holds it; may be empty.
    pub organiser: Said,
    /// Zones in order.
    pub zones: Vec<ZoneView>,
}

/// A zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ZoneView {
    /// Name; may be empty.
    pub name: Said,
    /// Booths in order.
    pub booths: Vec<BoothView>,
}

/// A booth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoothView {
    /// "A12".
    pub number: String,
    /// Name above it.
    pub producer: Said,
    /// Where the producer is; may be empty.
    pub place: Said,
    /// Names of what it shows.
    pub products: Vec<String>,
    /// Their numbers in the brochure; those that are not in it have none.
    pub numbers: Vec<u32>,
    /// Code of the producer's page.
    pub qr: Option<QrView>,
}

/// The fair that a brochure is made for.
pub(super) fn fair(
    speakers: &Speakers<'_>,
    brochure: &Brochure,
    numbers: &BTreeMap<ProductId, u32>,
) -> Option<FairView> {
    let supply = &speakers.first;
    let fair = supply.catalogue.fair(brochure.choice.fair?)?;
    let wanted = |booth: &&Booth| {
        let own = match_key(&booth.number.value);
        let chosen = &brochure.choice.booths;
        chosen.is_empty() || chosen.iter().any(|number| match_key(number) == own)
    };
    let zones = fair.zones.iter().map(|zone| ZoneView {
        name: speakers.text(&zone.name),
        booths: zone
            .booths
            .iter()
            .filter(wanted)
            .map(|it| booth(speakers, it, numbers))
            .collect(),
    });
    Some(FairView {
        name: speakers.text(&fair.name),
        dates: speakers.said(|it| dates(it, fair)),
        place: speakers.said(|it| venue(it, fair)),
        organiser: speakers.text(&fair.organiser),
        zones: zones.filter(|zone: &ZoneView| !zone.booths.is_empty()).collect(),
    })
}

/// Number of the booth that shows each product of the choice.
pub(super) fn numbers_of_booths(
    supply: &Supply<'_>,
    brochure: &Brochure,
) -> BTreeMap<ProductId, String> {
    let chosen = supply.site.choosing(supply.catalogue);
    let shown = derive::at_fair(&chosen, &brochure.choice).into_iter();
    let numbers = shown.filter_map(|(id, by)| match by {
        SectionBy::Booth(_, _, number) => Some((id, plain(&number))),
        _ => None,
    });
    numbers.collect()
}

fn booth(
    speakers: &Speakers<'_>,
    booth: &Booth,
    numbers: &BTreeMap<ProductId, u32>,
) -> BoothView {
    let supply = &speakers.first;
    let maker = booth.producer.and_then(|id| supply.catalogue.producer(id));
    let all = products_of(supply.catalogue, &supply.site.shown, booth);
    let names = all.iter().filter_map(|id| supply.catalogue.product(*id));
    let mut own: Vec<u32> = all.iter().filter_map(|id| numbers.get(id).copied()).collect();
    own.sort_unstable();
    let place = maker.and_then(|maker| maker.place.as_ref());
    let producer = match (booth.name.is_empty(), maker) {
        (true, Some(maker)) => Speakers::fact(&maker.name.value),
        _ => speakers.text(&booth.name),
    };
    BoothView {
        number: plain(&booth.number.value),
        producer,
        place: speakers.said(|it| {
            place.map(|place| super::super::place::of(it, place).text).unwrap_or_default()
        }),
        products: names.map(|product| plain(&card::name(supply, product).0)).collect(),
        numbers: own,
        qr: maker.and_then(|maker| speakers.qr(&format!("chu-the/{}/", maker.slug))),
    }
}

/// "12/12/2026 – 16/12/2026"; as exact as is known.
pub fn dates(supply: &Supply<'_>, fair: &Fair) -> String {
    let shown = |day: &Option<crate::diag::span::Spanned<crate::text::date::PartialDate>>| {
        day.as_ref().map(|day| day.value.display(supply.lang))
    };
    let (from, until) = (shown(&fair.from), shown(&fair.until));
    let both = [from, until].into_iter().flatten().collect::<Vec<_>>();
    let mut both = both;
    both.dedup();
    both.join(" – ")
}

/// Venue and province.
pub fn venue(supply: &Supply<'_>, fair: &Fair) -> String {
    let province = fair.province.as_ref();
    let province = province.and_then(|id| supply.catalogue.regions.province(id.value));
    let province = province.map(|province| supply.text(&province.name));
    let parts = [Some(supply.text(&fair.venue)), province];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    parts.join(", ")
}
