//! Gathers what the files say: for an office's table, or for everybody.
//!
//! An office gets every dossier that was not taken down and nothing that follows
//! from the day, so that its table comes back unchanged. Everybody gets the
//! products that are shown, in the order of their slugs, with how they stand.

use rayon::prelude::*;

use super::{About, Data, Record, Row};
use crate::derive::route::Target;
use crate::derive::table::{Cell, Part, cells};
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId, State};
use crate::model::settings::Settings;
use crate::render::view::Supply;
use crate::text::date::Day;

/// The table of an office: dossiers in the order of their files.
pub fn office(catalogue: &Catalogue) -> Data {
    let kept: Vec<&Product> =
        catalogue.products.iter().filter(|it| it.state != State::Removed).collect();
    let records = kept.into_par_iter().map(|product| record(catalogue, product));
    Data::new(records.collect(), about(&catalogue.settings))
}

/// What stands under `/data/`.
pub fn published(supply: &Supply<'_>) -> Data {
    let mut shown: Vec<(&str, ProductId)> = (supply.site.shown.iter())
        .filter_map(|id| Some((supply.catalogue.product(*id)?.slug.as_str(), *id)))
        .collect();
    shown.sort_unstable();
    let records: Vec<Record> =
        shown.into_par_iter().filter_map(|(_, id)| shown_record(supply, id)).collect();
    let settings = &supply.catalogue.settings;
    let about = About {
        base_url: supply.base_url.unwrap_or_default().to_owned(),
        as_of: supply.site.today.iso(),
        licence: settings.data_licence.map(|it| (it.spdx(), it.title(), it.url())),
        ..about(settings)
    };
    Data::new(records, about)
}

fn about(settings: &Settings) -> About {
    About {
        title: (settings.title.vi.clone(), settings.title.en.clone()),
        description: settings.description.vi.clone(),
        publisher: settings.issuer.name.vi.clone(),
        ..About::default()
    }
}

fn record(catalogue: &Catalogue, product: &Product) -> Record {
    let texts =
        |cells: Vec<Cell>| -> Row { cells.into_iter().map(|cell| cell.shown).collect() };
    let rows = |part: Part| part.rows(product).into_iter().map(texts).collect();
    Record {
        cells: texts(cells(catalogue, product)),
        parts: Part::ALL.map(rows),
        standing: Row::default(),
    }
}

fn shown_record(supply: &Supply<'_>, id: ProductId) -> Option<Record> {
    let product = supply.catalogue.product(id)?;
    let standing = supply.site.standing(id);
    let valid = standing.stars.filter(|_| standing.validity.counts());
    let day = |day: Option<Day>| day.map(Day::iso).unwrap_or_default();
    let route = supply.route(Target::Product(id)).unwrap_or_default();
    let standing = [
        standing.validity.slug().to_owned(),
        valid.map(|stars| stars.count().to_string()).unwrap_or_default(),
        day(standing.until.map(|until| until.earliest)),
        day(standing.until.map(|until| until.latest)),
        supply.url(&route).unwrap_or(route),
    ];
    let standing = standing.into_iter().collect();
    Some(Record { standing, ..record(supply.catalogue, product) })
}
