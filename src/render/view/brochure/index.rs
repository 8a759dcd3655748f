//! Indexes of a brochure: names with the numbers of their products.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::derive::letters::letters;
use crate::model::product::ProductId;
use crate::render::view::brochure::{FairView, Speakers, plain};
use crate::render::view::card;
use crate::text::collate;

/// Entries of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// "Đ".
    pub letter: String,
    /// Entries in Vietnamese order.
    pub entries: Vec<EntryView>,
}

/// A name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryView {
    /// The name.
    pub name: String,
    /// Words beside it; may be empty.
    pub note: String,
    /// Numbers of its products, ascending.
    pub numbers: Vec<u32>,
}

/// Products by name.
pub(super) fn products(
    speakers: &Speakers<'_>,
    numbers: &BTreeMap<ProductId, u32>,
) -> Vec<LetterView> {
    let supply = &speakers.first;
    let entry = |(id, number): (&ProductId, &u32)| {
        let product = supply.catalogue.product(*id)?;
        let note = plain(&card::producer_name(supply, product));
        let (name, _) = card::name(supply, product);
        Some(EntryView { name: plain(&name), note, numbers: vec![*number] })
    };
    in_letters(numbers.iter().filter_map(entry), ToOwned::to_owned)
}

/// Producers by name, without the words of their legal form.
pub(super) fn producers(
    speakers: &Speakers<'_>,
    numbers: &BTreeMap<ProductId, u32>,
) -> Vec<LetterView> {
    let supply = &speakers.first;
    let key = |id: &ProductId| {
        let product = supply.catalogue.product(*id)?;
        let maker = supply.catalogue.producer(product.producer?)?;
        let province = supply.catalogue.regions.province(product.place.province.value)?;
        Some((plain(&maker.name.value), supply.text(&province.name).to_owned()))
    };
    in_letters(gathered(numbers, key), |name| collate::producer_sort_name(name).to_owned())
}

/// Provinces by name.
pub(super) fn provinces(
    speakers: &Speakers<'_>,
    numbers: &BTreeMap<ProductId, u32>,
) -> Vec<LetterView> {
    let supply = &speakers.first;
    let key = |id: &ProductId| {
        let product = supply.catalogue.product(*id)?;
        let province = supply.catalogue.regions.province(product.place.province.value)?;
        Some((supply.text(&province.name).to_owned(), String::new()))
    };
    in_letters(gathered(numbers, key), ToOwned::to_owned)
}

/// Booths as they stand, zone by zone.
pub(super) fn booths(fair: &FairView) -> Vec<LetterView> {
    let zones = fair.zones.iter().map(|zone| LetterView {
        letter: zone.name.main.clone(),
        entries: zone
            .booths
            .iter()
            .map(|booth| EntryView {
                name: booth.number.clone(),
                note: booth.producer.main.clone(),
                numbers: booth.numbers.clone(),
            })
            .collect(),
    });
    zones.collect()
}

/// One entry for each key, with all numbers that share it.
fn gathered(
    numbers: &BTreeMap<ProductId, u32>,
    key: impl Fn(&ProductId) -> Option<(String, String)>,
) -> impl Iterator<Item = EntryView> {
    let mut found: BTreeMap<(String, String), Vec<u32>> = BTreeMap::new();
    for (id, number) in numbers {
        if let Some(key) = key(id) {
            found.entry(key).or_default().push(*number);
        }
    }
    found.into_iter().map(|((name, note), mut numbers)| {
        numbers.sort_unstable();
        EntryView { name, note, numbers }
    })
}

fn in_letters(
    entries: impl Iterator<Item = EntryView>,
    sorted_by: impl Fn(&str) -> String,
) -> Vec<LetterView> {
    let tie = |entry: &EntryView| format!("{} {:?}", entry.note, entry.numbers);
    let all = letters(entries, |entry| sorted_by(&entry.name), tie);
    all.into_iter()
        .map(|letter| LetterView { letter: letter.initial, entries: letter.entries })
        .collect()
}
