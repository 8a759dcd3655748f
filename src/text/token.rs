//! Words as the search knows them: runs of letters, digits and marks, each
//! with two keys.
//!
//! The *canonical* key keeps the shape of the letters (ă â đ ê ô ơ ư) and moves
//! the tone to one byte at the end, so "hòa" and "hoà" are one word and "hoa"
//! is another. The *folded* key has neither marks nor tone, and joins spellings
//! that readers mix: y and i at the end of a syllable (Lý, Lí), "đắk" and
//! "đắc". The client folds with the same rules (`themes/ocop/static/search.js`);
//! `tests/search/` holds both to one table.
//!
//! Letters of Vietnamese cost a look into a table; others are decomposed.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{compose, is_combining_mark};

use crate::text::fold::is_false_d;

/// A word with its keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token {
    /// Key without marks and tone.
    pub folded: String,
    /// Letters with their shape, then the tone as one byte 1-5.
    pub canonical: String,
}

/// First letter beyond ASCII that the table knows.
const FIRST: u32 = 0xC0;

/// First letter that the table does not know; the last of Vietnamese is U+1EF9.
const END: u32 = 0x1F00;

/// A letter taken apart: without any mark, with its shape alone, and its tone.
#[derive(Debug, Clone, Copy, Default)]
struct Letter {
    plain: char,
    shaped: char,
    tone: u8,
}

static LETTERS: LazyLock<Vec<Option<Letter>>> = LazyLock::new(|| {
    let letters = (FIRST..END).map(|code| char::from_u32(code).and_then(take_apart));
    letters.collect()
});

/// `None` where a letter is not a Latin one with marks.
fn take_apart(letter: char) -> Option<Letter> {
    if matches!(letter, 'đ' | 'Đ') || is_false_d(letter) {
        return Some(Letter { plain: 'd', shaped: 'đ', tone: 0 });
    }
    let mut parts = std::iter::once(letter).nfd();
    let base = parts.next().filter(char::is_ascii_alphabetic)?.to_ascii_lowercase();
    let (mut shaped, mut tone) = (base, 0);
    for mark in parts {
        match tone_of(mark) {
            0 => shaped = compose(shaped, mark)?,
            told => tone = told,
        }
    }
    Some(Letter { plain: base, shaped, tone })
}

fn letter(letter: char) -> Option<Letter> {
    let index = u32::from(letter).checked_sub(FIRST)?;
    LETTERS.get(usize::try_from(index).ok()?).copied().flatten()
}

/// Number of a tone mark: sắc, huyền, hỏi, ngã, nặng; 0 for other marks.
fn tone_of(mark: char) -> u8 {
    match mark {
        '\u{301}' => 1,
        '\u{300}' => 2,
        '\u{309}' => 3,
        '\u{303}' => 4,
        '\u{323}' => 5,
        _ => 0,
    }
}

/// Whether a character belongs to a word.
pub fn is_of_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    letter.is_alphanumeric() || is_combining_mark(letter) || is_invisible(letter)
}

/// Characters that nobody sees and that do not part words.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The words of a text as they stand.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_of_word(letter)).filter(|word| !word.is_empty())
}

/// The words of a text with their keys; a word of marks alone has none.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> {
    words(text).map(token).filter(|token| !token.folded.is_empty())
}

/// The keys of one word.
pub fn token(word: &str) -> Token {
    let (mut folded, mut canonical) = (String::new(), String::new());
    let mut tone = 0;
    for each in word.chars() {
        if each.is_ascii() {
            let lower = each.to_ascii_lowercase();
            folded.push(lower);
            canonical.push(lower);
        } else if let Some(known) = letter(each) {
            folded.push(known.plain);
            canonical.push(known.shaped);
            tone = if known.tone == 0 { tone } else { known.tone };
        } else if !is_invisible(each) {
            tone = add_rare(each, &mut folded, &mut canonical).unwrap_or(tone);
        }
    }
    if !canonical.is_ascii() && !word.is_ascii() {
        canonical = canonical.nfc().collect();
    }
    if tone > 0 {
        canonical.push(char::from(tone));
    }
    settle(&mut folded);
    Token { folded, canonical }
}

/// Adds a letter of another script, or a mark that stands alone; gives the tone it tells.
fn add_rare(each: char, folded: &mut String, canonical: &mut String) -> Option<u8> {
    let mut told = None;
    for part in each.to_lowercase().nfd() {
        match tone_of(part) {
            0 if is_combining_mark(part) => canonical.push(part),
            0 => {
                folded.push(part);
                canonical.push(part);
            }
            tone => told = Some(tone),
        }
    }
    told
}

/// The folded key of a word, without its canonical one.
pub fn fold_into(word: &str, folded: &mut String) {
    folded.clear();
    for each in word.chars() {
        if each.is_ascii() {
            folded.push(each.to_ascii_lowercase());
        } else if let Some(known) = letter(each) {
            folded.push(known.plain);
        } else if !is_invisible(each) {
            let parts = each.to_lowercase().nfd();
            folded.extend(parts.filter(|part| !is_combining_mark(*part)));
        }
    }
    settle(folded);
}

/// Joins spellings that readers mix: y after a consonant ends as i, `dac` is `dak`.
fn settle(folded: &mut String) {
    if folded == "dac" {
        "dak".clone_into(folded);
    }
    if let Some(stem) = folded.strip_suffix('y')
        && (stem == "qu" || stem.ends_with(is_consonant))
    {
        folded.pop();
        folded.push('i');
    }
}

fn is_consonant(letter: char) -> bool {
    letter.is_ascii_lowercase() && !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, folded: &str, canonical: &str) {
        let told = token(word);
        assert_eq!(
            (told.folded.as_str(), told.canonical.as_str()),
            (folded, canonical),
            "{word}"
        );
        let mut alone = String::new();
        fold_into(word, &mut alone);
        assert_eq!(alone, folded, "{word}");
    }

    #[test]
    fn tone_moves_to_the_end_and_shape_stays() {
        check("hòa", "hoa", "hoa\u{2}");
        check("hoà", "hoa", "hoa\u{2}");
        check("NƯỚC", "nuoc", "nươc\u{1}");
        check("Đậu", "dau", "đâu\u{5}");
        check("ẵm", "am", "ăm\u{4}");
        check("phở", "pho", "phơ\u{3}");
        check("ST25", "st25", "st25");
        check("\u{d0}ường", "duong", "đương\u{2}");
    }

    #[test]
    fn the_client_folds_alike() {
        let table = include_str!("../../tests/search/folding.json");
        let table: std::collections::BTreeMap<String, String> =
            serde_json::from_str(table).unwrap();
        for (word, folded) in table {
            assert_eq!(token(&word).folded, folded, "{word}");
        }
    }

    #[test]
    fn composition_does_not_matter() {
        check("nu\u{31b}o\u{31b}\u{301}c", "nuoc", "nươc\u{1}");
        check("ẹ\u{302}", "e", "ê\u{5}");
        check("che\u{300}", "che", "che\u{2}");
        check("dư\u{ad}a", "dua", "dưa");
    }

    #[test]
    fn spellings_that_readers_mix_are_one() {
        check("Lý", "li", "ly\u{1}");
        check("Quý", "qui", "quy\u{1}");
        check("thủy", "thuy", "thuy\u{3}");
        check("y", "y", "y");
        check("Đắc", "dak", "đăc\u{1}");
        check("Đắk", "dak", "đăk\u{1}");
        check("lạc", "lac", "lac\u{5}");
    }

    #[test]
    fn other_scripts_are_words_too() {
        check("茶", "茶", "茶");
        check("Čaj", "caj", "čaj");
        check("Ñame", "name", "name\u{4}");
        check("КОФЕ", "кофе", "кофе");
    }

    #[test]
    fn words_are_runs_of_letters_digits_and_marks() {
        let all: Vec<&str> = words("Nước mắm 40°N (Cự-Đà), H’Mông!").collect();
        assert_eq!(all, ["Nước", "mắm", "40", "N", "Cự", "Đà", "H", "Mông"]);
        assert_eq!(words(" \u{a0}–! ").count(), 0);
        assert_eq!(tokens("\u{301}").count(), 0);
    }
}
