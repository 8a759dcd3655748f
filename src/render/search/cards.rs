//! What the result list shows of each product, in blocks.
//!
//! A row holds, between tabs: name, producer, commune, price, pack, address,
//! last day of validity, picture, English name, code, 18 for what is for
//! adults only. What follows from other
//! facts is left out: an address made of the name, a woven cover. Blocks are
//! compressed after a text of words that cards are full of; it is the same for
//! every catalogue, so an edit touches one block.

use crate::derive::search::Entry;
use crate::render::search::{File, Form, VERSION};
use crate::text::clean::clean;
use crate::text::date::Day;
use crate::text::fold;

/// Words that cards are full of, the commonest last, where they are nearest.
///
/// Blocks are named after their text alone, so another history wants another [`VERSION`].
pub(super) const HISTORY: &str = include_str!("history.txt");

/// Cards of a block in catalogues of up to so many products, and beyond.
const BLOCKS: [(usize, usize); 2] = [(50_000, 32), (usize::MAX, 64)];

/// Day from which the days of validity count.
const EPOCH: (i16, i8, i8) = (2018, 1, 1);

/// How many cards a block of a catalogue of that size holds.
pub(super) fn block_size(products: usize) -> usize {
    let fitting = BLOCKS.iter().find(|(most, _)| products <= *most);
    fitting.map_or(64, |(_, size)| *size)
}

/// The blocks, and the file that holds the tag of each.
pub(super) fn cards(entries: &[Entry<'_>]) -> (File, Vec<File>) {
    let blocks = entries.chunks(block_size(entries.len())).zip(0_usize..);
    let files: Vec<File> = blocks
        .map(|(entries, number)| {
            let mut raw = vec![b'C', VERSION];
            for entry in entries {
                raw.extend(row(entry).trim_end_matches('\t').bytes());
                raw.push(b'\n');
            }
            File::new(&format!("c{number}"), raw, Form::AfterHistory)
        })
        .collect();
    let mut raw = vec![b'B', VERSION];
    raw.extend(files.iter().flat_map(File::tag));
    (File::new("cards", raw, Form::Deflated), files)
}

fn row(entry: &Entry<'_>) -> String {
    let price =
        entry.price.map(|price| thousands(price) + if entry.is_price_from { "+" } else { "" });
    let cells = [
        cell(entry.name),
        cell(entry.producer),
        cell(entry.commune),
        price.unwrap_or_default(),
        cell(entry.pack),
        address(entry),
        entry.until.map(days).unwrap_or_default(),
        cell(&entry.cover),
        cell(entry.english),
        cell(entry.code),
        if entry.is_for_adults { "18" } else { "" }.to_owned(),
    ];
    cells.join("\t")
}

/// A price in thousands of đồng, as most are: 85000 is "85", 8550 is "8.550".
fn thousands(price: u64) -> String {
    let (whole, rest) = (price / 1000, price % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}") }
}

/// The text on one line and without tabs.
fn cell(text: &str) -> String {
    fold::nfc(&clean(text)).replace(['\t', '\n'], " ")
}

/// Nothing where the slug is the name's own, `-x` where it goes on, `/x` else.
fn address(entry: &Entry<'_>) -> String {
    let own = fold::syllables(entry.name).join("-");
    match entry.slug.strip_prefix(&own) {
        Some("") => String::new(),
        Some(rest) if rest.starts_with('-') => rest.to_owned(),
        _ => format!("/{}", entry.slug),
    }
}

/// Days since the beginning of 2018.
fn days(day: Day) -> String {
    let (year, month, of_month) = EPOCH;
    Day::new(year, month, of_month).map_or(0, |epoch| epoch.days_until(day)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_from_the_name_is_left_out() {
        let entry = |name, slug| Entry { slug, name, ..Entry::default() };
        assert_eq!(address(&entry("Chè Shan tuyết", "che-shan-tuyet")), "");
        assert_eq!(address(&entry("Chè Shan tuyết", "che-shan-tuyet-2")), "-2");
        assert_eq!(address(&entry("Chè Shan tuyết", "tra")), "/tra");
        assert_eq!(address(&entry("Chè", "che-xanh")), "-xanh");
        assert_eq!(address(&entry("Chè", "chexanh")), "/chexanh");
    }

    #[test]
    fn another_history_is_another_version() {
        let check = crate::render::search::bytes::check(HISTORY.as_bytes());
        assert_eq!((VERSION, format!("{check:08x}").as_str()), (2, "0d1e945b"));
    }

    #[test]
    fn prices_are_exact() {
        assert_eq!([85_000, 8550, 7, 0].map(thousands), ["85", "8.550", "0.007", "0"]);
    }

    #[test]
    fn a_row_is_one_line() {
        let entry = Entry {
            name: "Hạt\tsen\n“x”",
            slug: "hat-sen-x",
            producer: "Cơ sở A",
            price: Some(85_000),
            is_price_from: true,
            until: Day::new(2027, 1, 31),
            ..Entry::default()
        };
        assert_eq!(row(&entry), "Hạt sen “x”\tCơ sở A\t\t85+\t\t\t3317\t\t\t\t");
    }

    #[test]
    fn an_edit_changes_one_block() {
        let names: Vec<String> = (0..100).map(|n| format!("Chè {n}")).collect();
        let mut entries: Vec<Entry<'_>> =
            names.iter().map(|name| Entry { name, ..Entry::default() }).collect();
        let (_, before) = cards(&entries);
        entries[40].price = Some(1000);
        let (_, after) = cards(&entries);
        let paths = |files: &[File]| files.iter().map(|f| f.path.clone()).collect::<Vec<_>>();
        let changed = paths(&before).iter().zip(paths(&after)).filter(|(a, b)| *a != b).count();
        assert_eq!((before.len(), changed), (4, 1));
    }
}
