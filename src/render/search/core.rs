//! The core: what the client reads before its first answer.
//!
//! `DST`, the version of the format, the check of all that follows (which is
//! the build's own mark, for the core names every other file); then sections: labels and names
//! of files as JSON, words, frequencies, files of postings, the columns of
//! place, goods and tier, and the history of cards. Its own name never changes,
//! so browsers ask each time whether it is new.

use serde_json::{Value, json};

use crate::derive::search::vocabulary::{Label, Vocabulary};
use crate::derive::search::{Entry, STATES, Tier};
use crate::render::search::bits::Bits;
use crate::render::search::bytes::{self, section};
use crate::render::search::postings::Directory;
use crate::render::search::{Addresses, File, Form, VERSION, cards};
use crate::text::collate;
use crate::text::fold;
use crate::text::token::tokens;

/// Lower bounds of the price bands in đồng.
const BANDS: [u64; 6] = [0, 50_000, 100_000, 200_000, 500_000, 1_000_000];

/// What the core names besides the postings.
pub(super) struct Named<'a> {
    /// Tags of the cards' blocks.
    pub(super) cards: &'a File,
    /// First keys and tags of the stories.
    pub(super) stories: &'a File,
    /// Facts and orders that are asked for seldom.
    pub(super) columns: &'a [File],
}

/// The core itself.
pub(super) fn core(
    entries: &[Entry<'_>],
    vocabulary: &Vocabulary,
    addresses: &Addresses,
    postings: &Directory,
    named: &Named<'_>,
) -> File {
    let mut body = Vec::new();
    let labels = labels(entries.len(), vocabulary, addresses, named).to_string();
    section(labels.as_bytes(), &mut body);
    section(&postings.terms, &mut body);
    section(&postings.frequencies, &mut body);
    section(&postings.shards, &mut body);
    let column = |fact: &dyn Fn(&Entry<'_>) -> u16| {
        bytes::column(&entries.iter().map(fact).collect::<Vec<u16>>())
    };
    section(&places(entries, vocabulary.places.len()), &mut body);
    section(&column(&|entry| entry.goods), &mut body);
    section(&column(&|entry| u16::from(entry.tier.0)), &mut body);
    section(&bytes::history(cards::HISTORY.as_bytes()), &mut body);
    let mut raw = vec![b'D', b'S', b'T', VERSION];
    raw.extend(bytes::check(&body).to_le_bytes());
    raw.extend(body);
    File::named("core.bin", raw, Form::Deflated)
}

/// The column of places: within a run of goods and tier they rise, so each counts from where the
/// last run ended, and the whole is one rising list.
fn places(entries: &[Entry<'_>], count: usize) -> Vec<u8> {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let (mut runs, mut before) = (0_u32, 0);
    let rising = (0_u32..).zip(entries).map(|(index, entry)| {
        runs += u32::from(entry.place < before);
        before = entry.place;
        runs.saturating_mul(count).saturating_add(u32::from(entry.place)).saturating_add(index)
    });
    let rising: Vec<u32> = rising.collect();
    let last = rising.last().copied().unwrap_or(0);
    let mut out = Vec::new();
    bytes::number(last, &mut out);
    let mut bits = Bits::default();
    bits.rising(&rising, 0, last);
    out.extend(bits.into_bytes());
    out
}

fn labels(
    products: usize,
    vocabulary: &Vocabulary,
    addresses: &Addresses,
    named: &Named<'_>,
) -> Value {
    let columns =
        named.columns.iter().map(|file| (file.name.clone(), json!(bytes::hex(file.tag()))));
    let makers = vocabulary.makers.iter().map(label);
    json!({
        "n": products,
        "block": cards::block_size(products),
        "history": cards::HISTORY.len(),
        "routes": [addresses.vietnamese, addresses.english],
        "covers": addresses.covers,
        "cards": bytes::hex(named.cards.tag()),
        "stories": bytes::hex(named.stories.tag()),
        "columns": columns.collect::<serde_json::Map<String, Value>>(),
        "provinces": vocabulary.provinces.iter().map(label).collect::<Vec<_>>(),
        "formers": vocabulary.formers.iter().map(label).collect::<Vec<_>>(),
        "groups": vocabulary.groups.iter().map(label).collect::<Vec<_>>(),
        "subgroups": vocabulary.subgroups.iter().map(label).collect::<Vec<_>>(),
        "makers": makers.collect::<Vec<_>>(),
        "certificates": vocabulary.certificates.iter().map(label).collect::<Vec<_>>(),
        "places": vocabulary.places,
        "goods": vocabulary.goods,
        "sets": vocabulary.certificate_sets,
        "states": STATES,
        "bands": BANDS,
        "synonyms": addresses.synonyms,
    })
}

/// Value (0 where it follows from the name), name, English name where it differs, index of the parent, other names;
/// what is empty at the end is left out.
fn label(label: &Label) -> Value {
    let folded = |text: &str| tokens(text).map(|token| token.folded).collect::<Vec<_>>();
    let english = &label.name.en;
    let is_plain = folded(english) == folded(&label.name.vi) && english.is_ascii();
    let is_own = fold::syllables(&label.name.vi).join("-") == label.value;
    let value = if is_own { json!(0) } else { json!(label.value) };
    let mut cells = vec![value, json!(label.name.vi)];
    cells.push(if is_plain { json!(0) } else { json!(english) });
    cells.push(label.parent.map_or(json!(-1), |parent| json!(parent)));
    cells.extend(label.aliases.iter().map(|alias| json!(alias)));
    let says_nothing = [json!(-1), json!(0), json!("")];
    while cells.len() > 2 && cells.last().is_some_and(|cell| says_nothing.contains(cell)) {
        cells.pop();
    }
    Value::Array(cells)
}

/// Columns that are asked for seldom: facets first, then orders.
pub(super) fn columns(entries: &[Entry<'_>]) -> Vec<File> {
    let file = |name: &str, body: Vec<u8>| {
        let mut raw = vec![b'F', VERSION];
        raw.extend(body);
        File::new(name, raw, Form::Deflated)
    };
    let column = |fact: &dyn Fn(&Entry<'_>) -> u16| {
        bytes::column(&entries.iter().map(fact).collect::<Vec<u16>>())
    };
    vec![
        file("kind", column(&|entry| entry.maker)),
        file("certificate", column(&|entry| entry.certificates)),
        file("year", column(&|entry| entry.year.map_or(0, year))),
        file("price", column(&|entry| entry.price.map_or(0, band))),
        file("by-name", bytes::planes(&ranks(entries, |it| collate::sort_key(it.name)))),
        file("by-day", bytes::planes(&ranks(entries, |it| it.decided))),
        // Those without a price stand behind all others.
        file("by-price", bytes::planes(&ranks(entries, |it| it.price.unwrap_or(u64::MAX)))),
    ]
}

/// Years since 2017; 0 is none.
fn year(year: i16) -> u16 {
    u16::try_from(year.saturating_sub(2017).clamp(0, 255)).unwrap_or(0)
}

/// Number of the price band, from 1.
fn band(price: u64) -> u16 {
    let below = BANDS.iter().filter(|bound| **bound <= price).count();
    u16::try_from(below).unwrap_or(0)
}

/// The place of each entry in an order; equals share one.
fn ranks<K: Ord>(entries: &[Entry<'_>], key: impl Fn(&Entry<'_>) -> K) -> Vec<u32> {
    let keyed = entries.iter().zip(0_usize..).map(|(entry, index)| (key(entry), index));
    let mut keyed: Vec<(K, usize)> = keyed.collect();
    keyed.sort();
    let mut ranks = vec![0; entries.len()];
    for (rank, equals) in (0u32..).zip(keyed.chunk_by(|one, other| one.0 == other.0)) {
        for (_, index) in equals {
            if let Some(place) = ranks.get_mut(*index) {
                *place = rank;
            }
        }
    }
    ranks
}

/// Whether every tier has a number that a column can hold.
const _: () = assert!(STATES.len() * 6 == 42 && Tier::STARS == 6);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_and_years_have_small_numbers() {
        let bands = [0, 49_999, 50_000, 1_000_000, 99_000_000].map(band);
        assert_eq!(bands, [1, 1, 2, 6, 6]);
        assert_eq!([2016, 2018, 2026].map(year), [0, 1, 9]);
    }

    #[test]
    fn equals_share_a_rank() {
        let prices = [Some(5), None, Some(1), Some(5)];
        let entries = prices.map(|price| Entry { price, ..Entry::default() });
        assert_eq!(ranks(&entries, |it| it.price.unwrap_or(u64::MAX)), [1, 2, 0, 1]);
    }

    #[test]
    fn a_label_leaves_out_what_follows() {
        let name = |vi: &str, en: &str| crate::text::lang::Text::new(vi, en);
        let plain =
            Label { value: "hue".into(), name: name("Huế", "Hue"), ..Label::default() };
        assert_eq!(label(&plain).to_string(), r#"[0,"Huế"]"#);
        let full = Label {
            value: "che".into(),
            name: name("Chè", "Tea"),
            parent: Some(2),
            aliases: vec!["Trà".into()],
        };
        assert_eq!(label(&full).to_string(), r#"[0,"Chè","Tea",2,"Trà"]"#);
    }
}
