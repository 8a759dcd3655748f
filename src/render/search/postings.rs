//! Where each word stands: the inverted index, cut into small files.
//!
//! A list holds the products of one word as steps, then one byte for each place:
//! field, whether it is the last word there, position. Lists of words that
//! fold alike are never parted. A file ends at a word that its key chooses
//! ([`bytes::is_border`]), so an edit leaves the borders of other files alone.

use std::collections::BTreeMap;

use crate::derive::search::Entry;
use crate::render::search::bytes::{self, number, size};
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
        let mut postings = Self::default();
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
            let (list, documents) = list(places);
            directory.frequencies.push(bytes::rough(documents));
            if shard.ends_before(&token.folded, list.len(), target) {
                directory.close(std::mem::take(&mut shard));
            }
            shard.add(token, places.len(), list);
        }
        directory.close(shard);
        directory
    }
}

impl Directory {
    fn close(&mut self, shard: Shard) {
        if shard.count == 0 {
            return;
        }
        let mut raw = vec![b'T', VERSION];
        size(shard.count, &mut raw);
        raw.extend(shard.head);
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
    head: Vec<u8>,
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

    fn add(&mut self, token: &Token, places: usize, list: Vec<u8>) {
        if self.count == 0 {
            self.first.clone_from(&token.folded);
        }
        self.last.clone_from(&token.folded);
        self.count += 1;
        size(places, &mut self.head);
        size(list.len(), &mut self.head);
        self.lists.extend(list);
    }
}

/// A list as bytes, with its number of products.
fn list(places: &[Place]) -> (Vec<u8>, u32) {
    let mut out = Vec::with_capacity(places.len().saturating_mul(2));
    let (mut last, mut documents) = (0, 0);
    for (index, place) in places.iter().enumerate() {
        let step = place.document.saturating_sub(last);
        if step > 0 || index == 0 {
            documents += 1;
        }
        number(step, &mut out);
        last = place.document;
    }
    out.extend(places.iter().map(|place| place.mark));
    (out, documents)
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
        let last = 1 << 5;
        assert_eq!(list(places), (vec![0, 0, 0, 2, 0, 1 | last, PLACE << 6 | last, last], 2));
        assert!(postings.knows("tra") && !postings.knows("tr"));
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
