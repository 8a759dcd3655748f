//! Permanent codes: the short word that a product keeps for ever.
//!
//! What stands in a QR code must answer for years, whatever a product is
//! called by then, so every published product has a code in the ledger
//! (`content/codes.yaml`). A code has [`LENGTH`] characters of [`ALPHABET`],
//! which holds no two that look or sound alike (no `0`/`o`, `1`/`i`/`l`,
//! `2`/`z`, `5`/`s`, `6`/`b`, `9`/`g`/`q` pairs, no vowels, so no words). The
//! last character checks the others: the values of the characters (their
//! places in the alphabet, from 0), each times its place in the code (from 1),
//! add up to a multiple of 23. As 23 is prime, one wrong character or two that
//! changed places never make another code.
//!
//! Never reads the ledger, never decides who gets which code.

use std::fmt;

use crate::diag::span::{Span, Spanned};
use crate::model::product::ProductId;

/// The characters of a code; their number is prime.
pub const ALPHABET: &str = "23456789cdfhjkmnprtvwxy";

/// Characters of a code, the checking one included.
pub const LENGTH: usize = 6;

/// How many codes there are: 23 to the power of 5.
const COUNT: u64 = 6_436_343;

/// A code that checks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProductCode(String);

/// Why a text is no code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeFault {
    /// Another number of characters: how many.
    Length(usize),
    /// A character outside the alphabet.
    Letter(char),
    /// The last character does not check the others; what it would have to be.
    Check(char),
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeEntry {
    /// The code.
    pub code: ProductCode,
    /// Where it is written.
    pub span: Span,
    /// Slug of the product, present or former.
    pub slug: Spanned<String>,
    /// The product; `None` where no dossier has that slug.
    pub product: Option<ProductId>,
}

impl ProductCode {
    /// Reads a code as people type it: capitals and hyphens are forgiven.
    pub fn parse(written: &str) -> Result<Self, CodeFault> {
        let bare: String = written
            .trim()
            .chars()
            .filter(|letter| *letter != '-')
            .flat_map(char::to_lowercase)
            .collect();
        let count = bare.chars().count();
        if let Some(stranger) = bare.chars().find(|letter| value(*letter).is_none()) {
            return Err(CodeFault::Letter(stranger));
        }
        if count != LENGTH {
            return Err(CodeFault::Length(count));
        }
        let data: String = bare.chars().take(LENGTH.saturating_sub(1)).collect();
        let wanted = checking(&data);
        if !bare.ends_with(wanted) {
            return Err(CodeFault::Check(wanted));
        }
        Ok(Self(bare))
    }

    /// One of all codes, by any number.
    pub fn numbered(number: u64) -> Self {
        let mut rest = number % COUNT;
        let mut data = String::with_capacity(LENGTH);
        for _ in 1..LENGTH {
            data.push(letter(rest % 23));
            rest /= 23;
        }
        data.push(checking(&data));
        Self(data)
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Address below the site's root, the same in all languages.
    pub fn route(&self) -> String {
        format!("p/{}/", self.0)
    }
}

impl fmt::Display for ProductCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Place of a character in the alphabet.
fn value(letter: char) -> Option<u64> {
    (0u64..).zip(ALPHABET.chars()).find(|(_, known)| *known == letter).map(|(at, _)| at)
}

fn letter(value: u64) -> char {
    let at = usize::try_from(value).unwrap_or(0);
    ALPHABET.chars().nth(at).unwrap_or('2')
}

/// The character that checks those before it.
fn checking(data: &str) -> char {
    let values = data.chars().map(|letter| value(letter).unwrap_or(0));
    let sum: u64 = (1u64..).zip(values).map(|(place, value)| place.saturating_mul(value)).sum();
    // Six times the last value must make up what is missing; 6 × 4 = 24 = 1 modulo 23.
    letter((23 - sum % 23) % 23 * 4 % 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_characters_are_mistaken_for_each_other() {
        for group in ["0o", "1il", "2z", "5s", "6b", "9gq", "uv", "aeiou"] {
            let kept = group.chars().filter(|letter| ALPHABET.contains(*letter)).count();
            assert!(kept <= 1, "{group}");
        }
        assert_eq!(ALPHABET.len(), 23);
    }

    #[test]
    fn codes_read_back() {
        for number in [0, 1, 22, 23, 4_321_987, COUNT - 1, COUNT, u64::MAX] {
            let code = ProductCode::numbered(number);
            assert_eq!(code.as_str().len(), LENGTH);
            assert_eq!(ProductCode::parse(code.as_str()), Ok(code.clone()));
            let typed = format!(" {}-{} ", &code.as_str()[..3], &code.as_str()[3..]);
            assert_eq!(ProductCode::parse(&typed.to_uppercase()), Ok(code));
        }
        assert_eq!(ProductCode::numbered(0).as_str(), "222222");
        assert_eq!(ProductCode::numbered(0), ProductCode::numbered(COUNT));
    }

    /// The rule as it is documented, for one example by hand: values 1 0 0 0 0,
    /// sum 1, so six times the last is 22 modulo 23: 19, the character `v`.
    #[test]
    fn the_rule_is_the_documented_one() {
        assert_eq!(ProductCode::numbered(1).as_str(), "32222v");
        let values: Vec<u64> = "32222v".chars().filter_map(value).collect();
        let sum: u64 = (1u64..).zip(&values).map(|(place, value)| place * value).sum();
        assert_eq!(sum % 23, 0);
    }

    #[test]
    fn one_slip_or_swap_never_makes_another_code() {
        for number in (0..COUNT).step_by(64_007) {
            let code = ProductCode::numbered(number);
            let letters: Vec<char> = code.as_str().chars().collect();
            for at in 0..LENGTH {
                for wrong in ALPHABET.chars().filter(|wrong| *wrong != letters[at]) {
                    let mut slip = letters.clone();
                    slip[at] = wrong;
                    let slip: String = slip.into_iter().collect();
                    assert!(ProductCode::parse(&slip).is_err(), "{code} {slip}");
                }
                for other in 0..at {
                    let mut swap = letters.clone();
                    swap.swap(at, other);
                    if swap == letters {
                        continue;
                    }
                    let swap: String = swap.into_iter().collect();
                    assert!(ProductCode::parse(&swap).is_err(), "{code} {swap}");
                }
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        assert_eq!(ProductCode::parse("2222"), Err(CodeFault::Length(4)));
        assert_eq!(ProductCode::parse("22o222"), Err(CodeFault::Letter('o')));
        assert_eq!(ProductCode::parse("322222"), Err(CodeFault::Check('v')));
        assert_eq!(ProductCode::parse("mật ong"), Err(CodeFault::Letter('ậ')));
        assert_eq!(ProductCode::parse(""), Err(CodeFault::Length(0)));
    }
}
