//! Numbers as Vietnamese and English readers write them.
//!
//! Vietnamese: a dot between thousands, a comma before decimals; English the
//! other way round. A number and its unit are joined by a non-breaking space
//! (U+00A0), because no reader wants "85.000" at one line's end and "đ" at the
//! next one's start.
//!
//! Never uses floating point: prices are whole đồng, scores are hundredths.

use super::lang::Lang;

/// The space that keeps a number and its unit on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// A price in đồng: `85.000 đ`, the same in both languages.
pub fn dong(price: u64) -> String {
    format!("{}{NO_BREAK_SPACE}đ", grouped(price, '.'))
}

/// A count with its thousands apart: `1.234` or `1,234`.
pub fn count(count: usize, lang: Lang) -> String {
    grouped(u64::try_from(count).unwrap_or(u64::MAX), lang.pick(('.', ',')))
}

/// A number of hundredths: 9086 is `90,86` or `90.86`, 9050 `90,5`, 9000 `90`.
pub fn decimal(hundredths: impl Into<u64>, lang: Lang) -> String {
    let hundredths = hundredths.into();
    let whole = grouped(hundredths / 100, lang.pick(('.', ',')));
    let rest = format!("{:02}", hundredths % 100);
    match rest.trim_end_matches('0') {
        "" => whole,
        decimals => format!("{whole}{}{decimals}", lang.pick((',', '.'))),
    }
}

/// What a kilogram (or litre) costs when `grams` (or millilitres) cost `price`,
/// rounded to the đồng; `None` for nothing or for more than fits.
pub fn price_per_kilogram(price: u64, grams: u64) -> Option<u64> {
    let for_thousand = price.checked_mul(1000)?.checked_add(grams / 2)?;
    for_thousand.checked_div(grams)
}

/// Millions of bytes, rounded up: `12,4 MB`.
pub fn megabytes(bytes: u64, lang: Lang) -> String {
    format!("{} MB", decimal(bytes.div_ceil(10_000), lang))
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len().saturating_add(digits.len() / 3));
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_grouped_and_keep_their_unit() {
        assert_eq!(dong(85_000), "85.000\u{a0}đ");
        assert_eq!(dong(500), "500\u{a0}đ");
        assert_eq!(dong(1_250_000), "1.250.000\u{a0}đ");
        assert_eq!(dong(0), "0\u{a0}đ");
        assert_eq!(dong(u64::MAX), "18.446.744.073.709.551.615\u{a0}đ");
    }

    #[test]
    fn decimals_follow_the_language() {
        assert_eq!(decimal(9086_u16, Lang::Vi), "90,86");
        assert_eq!(decimal(9086_u16, Lang::En), "90.86");
        assert_eq!(decimal(9050_u32, Lang::Vi), "90,5");
        assert_eq!(decimal(9005_u32, Lang::Vi), "90,05");
        assert_eq!(decimal(9000_u32, Lang::Vi), "90");
        assert_eq!(decimal(123_456_u32, Lang::En), "1,234.56");
    }

    #[test]
    fn counts_follow_the_language() {
        assert_eq!(count(14_642, Lang::Vi), "14.642");
        assert_eq!(count(14_642, Lang::En), "14,642");
        assert_eq!(count(999, Lang::Vi), "999");
    }

    #[test]
    fn prices_compare_by_the_kilogram() {
        assert_eq!(price_per_kilogram(85_000, 500), Some(170_000));
        assert_eq!(price_per_kilogram(85_000, 330), Some(257_576));
        assert_eq!(price_per_kilogram(85_000, 0), None);
        assert_eq!(price_per_kilogram(u64::MAX, 1), None);
    }
}
