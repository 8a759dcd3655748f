//! Words of the stories: which products tell of what.
//!
//! A syllable alone says little in Vietnamese, so stories are found by pairs of
//! syllables that stand side by side within a clause. Pairs that a fifth of all
//! products have are left out. Words that stand in no name are kept alone too,
//! so that "HACCP" finds something. Accents are off: the pair tells enough.
//!
//! Syllables become numbers in the order of their letters, and a pair with its
//! product is one number of 64 bits, so inverting is one sort. Only the first
//! eight bytes of a syllable count. Cost: two passes over the text.

use rayon::prelude::*;

use crate::derive::search::Entry;
use crate::render::search::bits::Bits;
use crate::render::search::bytes::{self, section};
use crate::render::search::{File, Form, VERSION};
use crate::text::token;

/// Bytes of a syllable that count.
const KEPT: usize = 8;

/// Bits for a product and for each syllable of a pair.
const DOCUMENT_BITS: u32 = 24;
const SYLLABLE_BITS: u32 = 20;

/// Bytes of a file before compression.
const TARGET: usize = 6000;

/// Pairs that fewer products than this have are never left out.
const COMMON: usize = 64;

/// The files, and the one that tells which of them holds a key.
pub(super) struct Stories {
    /// First key and tag of each file.
    pub(super) root: File,
    /// The files.
    pub(super) files: Vec<File>,
}

/// Whether a file of that name holds stories; the root that finds them does not count.
pub(super) fn is_of_stories(name: &str) -> bool {
    name.strip_prefix('s').is_some_and(|rest| {
        rest.len() == 4 && rest.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// Inverts the stories; `is_known` tells whether names have a word.
pub(super) fn stories(
    entries: &[Entry<'_>],
    is_known: &(dyn Fn(&str) -> bool + Sync),
) -> Stories {
    let syllables = syllables(entries);
    let alone: Vec<bool> = syllables
        .iter()
        .map(|code| {
            let text = text_of(*code);
            text.len() > 2
                && !text.bytes().all(|byte| byte.is_ascii_digit())
                && !is_known(&text)
        })
        .collect();
    let mut pairs = pairs(entries, &syllables, &alone);
    pairs.par_sort_unstable();
    pairs.dedup();
    let cap = (entries.len() / 5).max(COMMON);
    let last = u32::try_from(entries.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let mut writer = Writer { last, ..Writer::default() };
    for group in pairs.chunk_by(|one, other| one >> DOCUMENT_BITS == other >> DOCUMENT_BITS) {
        if group.len() <= cap {
            writer.add(&key_of(group, &syllables), group);
        }
    }
    writer.finish()
}

/// Codes of all syllables, in the order of their letters.
fn syllables(entries: &[Entry<'_>]) -> Vec<u64> {
    let portions = entries.par_chunks(500).map(|entries| {
        let mut found = Vec::new();
        for entry in entries {
            clauses(entry, &mut |code| found.extend(code));
        }
        found.sort_unstable();
        found.dedup();
        found
    });
    let mut all: Vec<u64> = portions.flatten_iter().collect();
    all.sort_unstable();
    all.dedup();
    all.truncate((1 << SYLLABLE_BITS) - 2);
    all
}

fn pairs(entries: &[Entry<'_>], syllables: &[u64], alone: &[bool]) -> Vec<u64> {
    let numbered: Vec<(u64, &Entry<'_>)> = (0u64..).zip(entries).collect();
    let portions = numbered.par_chunks(500).map(|entries| {
        let mut found = Vec::new();
        for (document, entry) in entries {
            let mut before = 0;
            clauses(entry, &mut |code| {
                let place = code.and_then(|code| syllables.binary_search(&code).ok());
                let number = place.and_then(|place| u64::try_from(place + 1).ok()).unwrap_or(0);
                let pair = |one: u64, two: u64| {
                    one << (SYLLABLE_BITS + DOCUMENT_BITS) | two << DOCUMENT_BITS | document
                };
                if before > 0 && number > 0 {
                    found.push(pair(before, number));
                }
                if place.is_some_and(|place| alone.get(place) == Some(&true)) {
                    found.push(pair(number, 0));
                }
                before = number;
            });
        }
        found
    });
    portions.flatten_iter().collect()
}

/// Tells the code of each syllable, and `None` where a clause ends.
fn clauses(entry: &Entry<'_>, tell: &mut dyn FnMut(Option<u64>)) {
    let mut folded = String::new();
    for text in &entry.stories {
        let mut rest = *text;
        while let Some(start) = rest.find(token::is_of_word) {
            let (between, from) = rest.split_at(start);
            if ends_clause(between) {
                tell(None);
            }
            let end = from.find(|letter| !token::is_of_word(letter)).unwrap_or(from.len());
            let (word, after) = from.split_at(end);
            token::fold_into(word, &mut folded);
            if !folded.is_empty() {
                tell(Some(code(&folded)));
            }
            rest = after;
        }
        tell(None);
    }
}

/// Blanks, single line breaks and marks of emphasis stand within a clause.
fn ends_clause(between: &str) -> bool {
    let mut breaks = 0;
    for letter in between.chars() {
        match letter {
            '\n' => breaks += 1,
            ' ' | '\u{a0}' | '\t' | '\r' | '*' | '_' | '`' | '-' | '’' | '\'' => {}
            _ => return true,
        }
    }
    breaks > 1
}

/// The first bytes of a syllable as a number of the same order.
fn code(folded: &str) -> u64 {
    let mut end = folded.len().min(KEPT);
    while !folded.is_char_boundary(end) {
        end -= 1;
    }
    let kept = folded.as_bytes().iter().take(end);
    let filled = kept.chain(std::iter::repeat(&0)).take(KEPT);
    filled.fold(0, |code, byte| code << 8 | u64::from(*byte))
}

fn text_of(code: u64) -> String {
    let bytes = code.to_be_bytes();
    let bytes: Vec<u8> = bytes.into_iter().filter(|byte| *byte > 0).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// "rung ngap", or one syllable.
fn key_of(group: &[u64], syllables: &[u64]) -> String {
    let pair = group.first().map_or(0, |it| it >> DOCUMENT_BITS);
    let syllable = |number: u64| {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        syllables.get(index).map(|code| text_of(*code))
    };
    let one = syllable(pair >> SYLLABLE_BITS).unwrap_or_default();
    match syllable(pair & ((1 << SYLLABLE_BITS) - 1)) {
        Some(two) => format!("{one} {two}"),
        None => one,
    }
}

/// Fills files.
#[derive(Default)]
struct Writer {
    /// The highest number of a product.
    last: u32,
    keys: Vec<String>,
    lists: Bits,
    size: usize,
    firsts: Vec<String>,
    files: Vec<File>,
}

impl Writer {
    fn add(&mut self, key: &str, group: &[u64]) {
        if self.size >= TARGET * 2 || (self.size >= TARGET / 2 && bytes::is_border(key, 260)) {
            self.close();
        }
        let start = self.lists.len();
        let mask = (1 << DOCUMENT_BITS) - 1;
        let documents = group.iter().filter_map(|it| u32::try_from(it & mask).ok());
        self.lists.list(&documents.collect::<Vec<u32>>(), self.last);
        self.size += (self.lists.len() - start) / 8 + 5;
        self.keys.push(key.to_owned());
    }

    fn close(&mut self) {
        let Some(first) = self.keys.first() else { return };
        let mut raw = vec![b'S', VERSION];
        section(&bytes::front(self.keys.iter().map(String::as_str)), &mut raw);
        raw.extend(std::mem::take(&mut self.lists).into_bytes());
        let name = format!("s{:04x}", bytes::check(first.as_bytes()) & 0xffff);
        self.firsts.push(first.clone());
        self.files.push(File::new(&name, raw, Form::Deflated));
        self.keys.clear();
        self.size = 0;
    }

    fn finish(mut self) -> Stories {
        self.close();
        let mut raw = vec![b'R', VERSION];
        section(&bytes::front(self.firsts.iter().map(String::as_str)), &mut raw);
        raw.extend(self.files.iter().flat_map(|file| file.tag));
        Stories { root: File::new("stories", raw, Form::Deflated), files: self.files }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let entry = Entry { stories: vec![text], ..Entry::default() };
        let mut told = Vec::new();
        clauses(&entry, &mut |code| told.push(code.map_or("|".to_owned(), text_of)));
        told.join(" ")
    }

    #[test]
    fn clauses_end_at_punctuation_and_empty_lines() {
        assert_eq!(told("Rừng **ngập** mặn, muối\nchượp."), "rung ngap man | muoi chuop |");
        assert_eq!(told("một\n\nhai"), "mot | hai |");
        assert_eq!(told("nghiêng nghiêngnghiêng"), "nghieng nghiengn |");
        assert_eq!(told(""), "|");
    }

    #[test]
    fn keys_are_pairs_and_words_that_no_name_has() {
        let entries = [
            Entry { stories: vec!["Muối chượp, HACCP"], ..Entry::default() },
            Entry { stories: vec!["muối chượp"], ..Entry::default() },
        ];
        let stories = stories(&entries, &|word| word != "haccp");
        assert_eq!(stories.files.len(), 1);
        let raw = String::from_utf8_lossy(&stories.files[0].raw).into_owned();
        assert!(raw.contains("haccp") && raw.contains("muoi chuop"), "{raw}");
    }

    #[test]
    fn codes_keep_the_order_of_letters() {
        let words = ["ca", "cam", "cá", "che", "nghieng", "nghiengn", "茶"];
        let mut codes: Vec<u64> = words.iter().map(|word| code(word)).collect();
        let before = codes.clone();
        codes.sort_unstable();
        assert_ne!(code("ca"), code("cam"));
        assert_eq!(before.first(), codes.first());
        assert_eq!(text_of(code("茶茶茶")), "茶茶", "cut between letters");
    }
}
