//! Where each word stands: the inverted index, cut into small files.
//!
//! A list holds the products of one word by place: field, whether it is the last
//! word there, position. Products of one place stand in the order of the index,
//! or in that of their provinces where this takes less: names cluster in the
//! first, communes in the second. Lists of words that fold alike are never
//! parted. A file ends at a word that its key chooses ([`bytes::is_border`]), so
//! an edit leaves the borders of other files alone.

use std::collections::BTreeMap;

use crate::derive::search::Entry;
use crate::render::search::bits::Bits;
use crate::render::search::bytes::{self, size};
use crate::render::search::{File, Form, VERSION};
use crate::text::token::{Token, tokens};

/// Fields of a product, in the order of their numbers.
const NAME: u8 = 0;
const PRODUCER: u8 = 1;
const PLACE: u8 = 2;
const OTHER: u8 = 3;

/// Positions within a field are kept up to here.
const LAST_POSITION: u8 = 31;

/// First words of the names of places that say only what sort of place it is.
const UNITS: [&[&str]; 9] = [
    &["thi", "tran"],
    &["thi", "xa"],
    &["thanh", "pho"],
    &["dak", "khu"],
    &["xa"],
    &["phuong"],
    &["huyen"],
    &["quan"],
    &["tp"],
];

/// One place of a word.
#[derive(Debug, Clone, Copy)]
struct Place {
    document: u32,
    mark: u8,
}

/// The inverted index.
#[derive(Debug, Default)]
pub(super) struct Postings {
    lists: BTreeMap<Token, Vec<Place>>,
    /// Of each product its number in the order of provinces.
    by_place: Vec<u32>,
}

/// What the core says of the postings.
pub(super) struct Directory {
    /// Canonical keys of all words, front-coded.
    pub(super) terms: Vec<u8>,
    /// Rough number of products of each word.
    pub(super) frequencies: Vec<u8>,
    /// Number of words in each file, then the tag of each.
    pub(super) shards: Vec<u8>,
    /// The files.
    pub(super) files: Vec<File>,
}

impl Postings {
    /// Inverts the words of the entries.
    pub(super) fn of(entries: &[Entry<'_>]) -> Self {
        let mut postings = Self { by_place: by_place(entries), ..Self::default() };
        for (document, entry) in (0u32..).zip(entries) {
            postings.add(document, NAME, &[entry.name]);
            postings.add(document, PRODUCER, &[entry.producer]);
            postings.add(document, PLACE, &[entry.commune]);
            // Codes are no words: each would be one more in the core, and `/p/<code>/` finds it.
            let english = Some(entry.english).filter(|text| !text.is_empty());
            let others: Vec<&str> =
                english.into_iter().chain(entry.others.iter().copied()).collect();
            postings.add(document, OTHER, &others);
        }
        postings
    }

    /// Texts of one field stand behind one another with a gap between.
    fn add(&mut self, document: u32, field: u8, texts: &[&str]) {
        let mut position = 0_u8;
        for text in texts {
            let mut words: Vec<Token> = tokens(text).collect();
            if field >= PLACE {
                words = without_unit(words);
            }
            let count = words.len();
            for (index, token) in words.into_iter().enumerate() {
                let last = u8::from(index + 1 == count);
                let mark = field << 6 | last << 5 | position.min(LAST_POSITION);
                self.lists.entry(token).or_default().push(Place { document, mark });
                position = position.saturating_add(1);
            }
            position = position.saturating_add(1);
        }
    }

    /// Whether some product has a word that folds so.
    pub(super) fn knows(&self, folded: &str) -> bool {
        let from = Token { folded: folded.to_owned(), canonical: String::new() };
        self.lists.range(from..).next().is_some_and(|(token, _)| token.folded == folded)
    }

    /// How many words there are, those that fold alike counting as one.
    pub(super) fn words(&self) -> usize {
        let mut words: Vec<&str> =
            self.lists.keys().map(|token| token.folded.as_str()).collect();
        words.dedup();
        words.len()
    }

    /// Cuts the lists into files of about `target` bytes before compression.
    pub(super) fn files(&self, target: usize) -> Directory {
        let mut directory = Directory {
            terms: bytes::front(self.lists.keys().map(|token| token.canonical.as_str())),
            frequencies: Vec::with_capacity(self.lists.len()),
            shards: Vec::new(),
            files: Vec::new(),
        };
        let mut shard = Shard::default();
        for (token, places) in &self.lists {
            let list = self.list(places);
            directory.frequencies.push(bytes::rough(products(places)));
            if shard.ends_before(&token.folded, list.len(), target) {
                directory.close(std::mem::take(&mut shard));
            }
            shard.add(token, &list);
        }
        directory.close(shard);
        directory
    }

    /// A list as bits: the number of its marks; for each, from the highest down, the step from the
    /// one before, how many products have it that had one before and which of those, and the others.
    ///
    /// A village stands in the names of its producers and products too, so marks share products.
    fn list(&self, places: &[Place]) -> Vec<u8> {
        let mut groups: BTreeMap<u8, Vec<u32>> = BTreeMap::new();
        for place in places {
            groups.entry(place.mark).or_default().push(place.document);
        }
        let mut bits = Bits::default();
        bits.number(length(&groups));
        let (mut known, mut above) = (Vec::new(), 256);
        for (mark, mut documents) in groups.into_iter().rev() {
            documents.dedup();
            bits.number(above - u32::from(mark));
            above = u32::from(mark);
            let place = |document: &u32| known.binary_search(document);
            let again = documents.iter().filter_map(|it| u32::try_from(place(it).ok()?).ok());
            let again: Vec<u32> = again.collect();
            documents.retain(|it| place(it).is_err());
            bits.list(&again, length(&known).saturating_sub(1));
            self.others(&documents, &mut bits);
            known.append(&mut documents);
            known.sort_unstable();
        }
        bits.into_bytes()
    }

    /// Products by number or, where this takes less, by number in the order of provinces.
    fn others(&self, documents: &[u32], bits: &mut Bits) {
        let last = length(&self.by_place).saturating_sub(1);
        let ranked = self.ranked(documents);
        let room = |values: &[u32]| {
            let mut bits = Bits::default();
            bits.rising(values, 0, last);
            bits.len()
        };
        let is_ranked = room(&ranked) < room(documents);
        bits.bit(is_ranked);
        bits.list(if is_ranked { &ranked } else { documents }, last);
    }

    fn ranked(&self, documents: &[u32]) -> Vec<u32> {
        let index = |document: &u32| usize::try_from(*document).ok();
        let rank = |document| self.by_place.get(index(document)?).copied();
        let mut ranked: Vec<u32> = documents.iter().filter_map(rank).collect();
        ranked.sort_unstable();
        ranked
    }
}

/// Of each product its number when they stand by province, and in their order within it.
fn by_place(entries: &[Entry<'_>]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|index| entries.get(*index).map(|entry| entry.place));
    let mut ranks = vec![0; entries.len()];
    for (rank, index) in (0_u32..).zip(order) {
        if let Some(place) = ranks.get_mut(index) {
            *place = rank;
        }
    }
    ranks
}

fn length(list: impl IntoIterator) -> u32 {
    u32::try_from(list.into_iter().count()).unwrap_or(u32::MAX)
}

/// How many products a list has.
fn products(places: &[Place]) -> u32 {
    let alike = |one: &Place, other: &Place| one.document == other.document;
    length(places.chunk_by(alike))
}

impl Directory {
    fn close(&mut self, shard: Shard) {
        if shard.count == 0 {
            return;
        }
        let mut raw = vec![b'T', VERSION];
        raw.extend(shard.lists);
        let name = format!("t{:04x}", bytes::check(shard.first.as_bytes()) & 0xffff);
        let file = File::new(&name, raw, Form::Deflated);
        size(shard.count, &mut self.shards);
        self.shards.extend(file.tag);
        self.files.push(file);
    }
}

/// A file that is being filled.
#[derive(Debug, Default)]
struct Shard {
    first: String,
    last: String,
    count: usize,
    lists: Vec<u8>,
}

impl Shard {
    fn ends_before(&self, folded: &str, length: usize, target: usize) -> bool {
        if self.count == 0 || self.last == folded {
            return false;
        }
        let full = self.lists.len().saturating_add(length) > target.saturating_mul(2);
        full || (self.lists.len() >= target / 2 && bytes::is_border(folded, 6))
    }

    fn add(&mut self, token: &Token, list: &[u8]) {
        if self.count == 0 {
            self.first.clone_from(&token.folded);
        }
        self.last.clone_from(&token.folded);
        self.count += 1;
        self.lists.extend(list);
    }
}

/// The words of a place's name without the sort of place; never nothing.
fn without_unit(words: Vec<Token>) -> Vec<Token> {
    let is_unit = |unit: &&&[&str]| {
        let begins = unit.iter().zip(&words).all(|(unit, word)| *unit == word.folded);
        begins && unit.len() < words.len()
    };
    let skipped = UNITS.iter().find(is_unit).map_or(0, |unit| unit.len());
    words.into_iter().skip(skipped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        without_unit(tokens(text).collect()).into_iter().map(|token| token.folded).collect()
    }

    #[test]
    fn the_sort_of_a_place_is_no_part_of_its_name() {
        assert_eq!(folded("Xã Sa Loong"), ["sa", "loong"]);
        assert_eq!(folded("thị trấn Tiểu Cần"), ["tieu", "can"]);
        assert_eq!(folded("Đặc khu Lý Sơn"), ["li", "son"]);
        assert_eq!(folded("Quận 8"), ["8"]);
        assert_eq!(folded("Xã"), ["xa"]);
        assert_eq!(folded("Thị Nghè"), ["thi", "nghe"]);
    }

    #[test]
    fn a_list_tells_products_fields_and_positions() {
        let entries = [
            Entry { name: "Chè chè", commune: "Xã Chè", ..Entry::default() },
            Entry { name: "Trà", ..Entry::default() },
            Entry { name: "Chè", ..Entry::default() },
        ];
        let postings = Postings::of(&entries);
        let (token, places) = postings.lists.first_key_value().unwrap();
        assert_eq!(token.canonical, "che\u{2}");
        let marks: Vec<(u32, u8)> = places.iter().map(|it| (it.document, it.mark)).collect();
        let last = 1 << 5;
        assert_eq!(marks, [(0, 0), (0, 1 | last), (0, PLACE << 6 | last), (2, last)]);
        assert_eq!(products(places), 2);
        assert!(postings.knows("tra") && !postings.knows("tr"));
    }

    #[test]
    fn products_stand_in_the_order_that_takes_less() {
        let entries: Vec<Entry<'_>> = (0..64)
            .map(|n| Entry {
                name: if n < 16 { "Chè" } else { "Trà" },
                commune: if n % 4 == 0 { "Sen" } else { "Lúa" },
                place: n % 4,
                ..Entry::default()
            })
            .collect();
        let postings = Postings::of(&entries);
        // One mark; steps and counts; then a run in its own order, which costs nothing but its place.
        for token in ["chè", "sen"] {
            let token = tokens(token).next().unwrap();
            let list = postings.list(&postings.lists[&token]);
            assert!(list.len() < 8, "{list:?}");
        }
    }

    #[test]
    fn words_that_fold_alike_stand_in_one_file() {
        let names: Vec<String> =
            (0..400).map(|n| format!("mã{n:03} má{n:03} ma{n:03} thật dài")).collect();
        let entries: Vec<Entry<'_>> =
            names.iter().map(|name| Entry { name, ..Entry::default() }).collect();
        let directory = Postings::of(&entries).files(100);
        assert!(directory.files.len() > 20);
        let counts: Vec<u8> = directory.shards.chunks(4).map(|shard| shard[0]).collect();
        let names = usize::try_from(counts.iter().map(|count| u32::from(*count)).sum::<u32>());
        assert_eq!(names.unwrap(), 1202);
        assert!(counts[1..counts.len() - 1].iter().all(|count| count % 3 == 0));
    }
}
