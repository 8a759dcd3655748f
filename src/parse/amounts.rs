//! Prices, net quantities, scores and stars as editors write them.
//!
//! Never guesses: `85k` is not 85,000 until the editor has written so, but the
//! finding shows how to.

use super::codes::field::NUMBER_UNREADABLE;
use super::codes::value::{NET_UNREADABLE, PRICE_UNREADABLE};
use super::fields::Fields;
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::model::product::{Dong, Net};
use crate::model::rating::{Score, Stars};
use crate::text::fold;
use crate::text::number::NO_BREAK_SPACE;

impl Fields<'_> {
    /// Whole đồng.
    pub(super) fn price(&self, name: &str, out: &mut Diagnostics) -> Option<Spanned<Dong>> {
        let text = self.line(name, out)?;
        if let Some(price) = dong(&text.value) {
            return Some(Spanned::new(Dong(price), text.span));
        }
        let written = &text.value;
        let mut finding = Diagnostic::new(
            &PRICE_UNREADABLE,
            text.span,
            format!("cần số đồng như `85.000`, gặp `{written}`"),
            format!("expected đồng such as `85.000`, found `{written}`"),
        );
        if let Some(price) = short_price(written) {
            finding = finding.hint(format!("viết `{price}`"), format!("write `{price}`"));
        }
        out.push(finding);
        None
    }

    /// Number and unit; what is not understood is kept as text.
    pub(super) fn net(&self, name: &str, out: &mut Diagnostics) -> Option<Spanned<Net>> {
        let text = self.line(name, out)?;
        if let Some(net) = net(&text.value) {
            return Some(Spanned::new(net, text.span));
        }
        let written = &text.value;
        out.push(
            Diagnostic::new(
                &NET_UNREADABLE,
                text.span,
                format!("cần số và đơn vị như `500 g`, gặp `{written}`"),
                format!("expected number and unit such as `500 g`, found `{written}`"),
            )
            .hint(
                "viết `500 g`, `1,5 kg`, `330 ml` hoặc `10 gói x 20 g`",
                "write `500 g`, `1,5 kg`, `330 ml` or `10 gói x 20 g`",
            ),
        );
        Some(Spanned::new(Net { text: text.value, grams: None }, text.span))
    }

    /// One to five stars.
    pub(super) fn stars(&self, name: &str, out: &mut Diagnostics) -> Option<Spanned<Stars>> {
        let text = self.line(name, out)?;
        let folded = fold::fold(&text.value);
        let count = folded.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let unit = folded.get(count.len()..).unwrap_or_default().trim();
        let known = matches!(unit, "" | "sao" | "star" | "stars" | "*" | "★");
        let stars = count.parse().ok().and_then(Stars::new).filter(|_| known);
        stars.map(|stars| Spanned::new(stars, text.span)).or_else(|| {
            out.push(no_number(&text, "số sao từ 1 đến 5", "stars from 1 to 5"));
            None
        })
    }

    /// A score with at most two decimals.
    pub(super) fn score(&self, name: &str, out: &mut Diagnostics) -> Option<Spanned<Score>> {
        let text = self.line(name, out)?;
        let bare = text.value.strip_suffix("/100").unwrap_or(&text.value);
        let bare = bare.strip_suffix("điểm").unwrap_or(bare);
        let score = Score::parse(bare).map(|score| Spanned::new(score, text.span));
        score.or_else(|| {
            out.push(no_number(
                &text,
                "điểm từ 0 đến 100, nhiều nhất hai chữ số thập phân",
                "a score from 0 to 100 with at most two decimals",
            ));
            None
        })
    }
}

fn no_number(text: &Spanned<String>, vi: &str, en: &str) -> Diagnostic {
    let written = &text.value;
    Diagnostic::new(
        &NUMBER_UNREADABLE,
        text.span,
        format!("cần {vi}, gặp `{written}`"),
        format!("expected {en}, found `{written}`"),
    )
}

/// `85000`, `85.000`, `85,000đ`, `85 000 VND` as đồng.
fn dong(written: &str) -> Option<u64> {
    let folded = fold::fold(written);
    let bare = ["dong", "vnd", "₫", "d"].iter().find_map(|unit| folded.strip_suffix(unit));
    grouped(bare.unwrap_or(&folded).trim())
}

/// Digits, alone or in groups of three.
fn grouped(text: &str) -> Option<u64> {
    let sign = text.chars().find(|letter| !letter.is_ascii_digit());
    let Some(sign) = sign else { return text.parse().ok() };
    if !matches!(sign, '.' | ',' | ' ') {
        return None;
    }
    let mut groups = text.split(sign);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let good =
        (1..=3).contains(&first.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| digits.parse().ok()).flatten()
}

/// What a short form means: `85k`, `85 nghìn`, `1,2 triệu`.
fn short_price(written: &str) -> Option<u64> {
    let folded = fold::fold(written);
    let digits = folded
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',')))?;
    let (number, unit) = folded.split_at_checked(digits)?;
    let unit = unit.trim().trim_end_matches(" dong").trim_end_matches(" d");
    let times: u64 = match unit {
        "k" | "nghin" | "ngan" => 1000,
        "tr" | "trieu" => 1_000_000,
        _ => return None,
    };
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, ""));
    let whole: u64 = whole.parse().ok()?;
    if decimals.is_empty() {
        return whole.checked_mul(times);
    }
    let scale = 10u64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let part = decimals.parse::<u64>().ok()?.checked_mul(times)?.checked_div(scale)?;
    whole.checked_mul(times)?.checked_add(part)
}

/// A unit: folded ways to write it, how it is shown, grams of one.
struct Unit {
    written: &'static [&'static str],
    shown: &'static str,
    grams: Option<u32>,
}

const UNITS: &[Unit] = &[
    Unit { written: &["g", "gr", "gam", "gram"], shown: "g", grams: Some(1) },
    Unit {
        written: &["kg", "kilogam", "ki-lo-gam", "ky", "can"],
        shown: "kg",
        grams: Some(1000),
    },
    Unit { written: &["ta"], shown: "tạ", grams: Some(100_000) },
    Unit { written: &["tan"], shown: "tấn", grams: Some(1_000_000) },
    Unit { written: &["ml"], shown: "ml", grams: None },
    Unit { written: &["l", "lit"], shown: "lít", grams: None },
    Unit { written: &["m"], shown: "m", grams: None },
    Unit { written: &["cm"], shown: "cm", grams: None },
];

/// Things that are counted, folded.
const COUNTED: &[&str] = &[
    "goi", "hop", "tui", "tui loc", "chai", "hu", "lo", "lon", "vi", "vien", "qua", "trai",
    "cu", "cai", "chiec", "bo", "cap", "doi", "cay", "chau", "canh", "gio", "mieng", "banh",
    "thanh", "con", "khan", "tam", "cuon", "ong", "bich", "khay", "nguoi", "khach", "suat",
];

/// Reads `500g`, `1,5 kg`, `330 ml`, `10 gói x 20 g`.
fn net(written: &str) -> Option<Net> {
    let parts: Vec<&str> = written.split(['x', '×', '*']).map(str::trim).collect();
    if let [count, each] = *parts.as_slice() {
        let (count, each) = (part(count)?, part(each)?);
        let grams =
            each.grams.zip(count.whole).and_then(|(grams, count)| grams.checked_mul(count));
        return Some(Net { text: format!("{} × {}", count.text, each.text), grams });
    }
    let only = part(written)?;
    only.unit.then_some(Net { text: only.text, grams: only.grams })
}

/// A number with or without its unit.
struct Part {
    text: String,
    whole: Option<u32>,
    grams: Option<u32>,
    unit: bool,
}

fn part(written: &str) -> Option<Part> {
    let end =
        written.find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',')));
    let (number, unit) = written.split_at_checked(end.unwrap_or(written.len()))?;
    let unit = unit.trim();
    let folded = fold::fold(unit);
    let known = UNITS.iter().find(|known| known.written.contains(&folded.as_str()));
    let counted = COUNTED.contains(&folded.as_str());
    if known.is_none() && !counted && !unit.is_empty() {
        return None;
    }
    let thousandths = thousandths(
        number,
        known.is_some_and(|known| known.shown == "g" || known.shown == "ml"),
    )?;
    let whole = thousandths
        .is_multiple_of(1000)
        .then(|| u32::try_from(thousandths / 1000).ok())
        .flatten();
    let number = decimal(thousandths);
    let shown = known.map_or(unit, |known| known.shown);
    let text =
        if shown.is_empty() { number } else { format!("{number}{NO_BREAK_SPACE}{shown}") };
    let grams = known.and_then(|known| known.grams).and_then(|grams| {
        let total = thousandths.checked_mul(u64::from(grams))?;
        total.is_multiple_of(1000).then(|| u32::try_from(total / 1000).ok()).flatten()
    });
    Some(Part { text, whole, grams: grams.filter(|grams| *grams > 0), unit: !unit.is_empty() })
}

/// The number in thousandths. A point before three digits parts thousands of
/// small units (`1.000 g`); of large ones it could mean either and is refused.
fn thousandths(number: &str, small_unit: bool) -> Option<u64> {
    if let Some((_, decimals)) = number.split_once('.')
        && decimals.len() == 3
    {
        return small_unit.then(|| grouped(number)?.checked_mul(1000)).flatten();
    }
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || decimals.len() > 3 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let part: u64 = format!("{decimals:0<3}").parse().ok()?;
    let value = whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(part)?;
    (value > 0).then_some(value)
}

/// Thousandths with a decimal comma: 1500 is `1,5`.
fn decimal(thousandths: u64) -> String {
    let part = format!("{:03}", thousandths % 1000);
    match part.trim_end_matches('0') {
        "" => crate::text::number::count(
            usize::try_from(thousandths / 1000).unwrap_or(usize::MAX),
            crate::text::lang::Lang::Vi,
        ),
        decimals => format!("{},{decimals}", thousandths / 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_read_as_they_are_written() {
        for (written, want) in [
            ("85000", Some(85_000)),
            ("85.000", Some(85_000)),
            ("85,000đ", Some(85_000)),
            ("85.000 đ", Some(85_000)),
            ("85 000 VNĐ", Some(85_000)),
            ("1.250.000 đồng", Some(1_250_000)),
            ("85.000₫", Some(85_000)),
            ("85k", None),
            ("85 nghìn", None),
            ("85.5", None),
            ("8.5000", None),
            ("1234.000", None),
            ("liên hệ", None),
            ("85.000 - 90.000", None),
            ("-5", None),
            ("", None),
        ] {
            assert_eq!(dong(written), want, "{written}");
        }
    }

    #[test]
    fn short_prices_are_understood_for_the_hint() {
        for (written, want) in [
            ("85k", Some(85_000)),
            ("85K", Some(85_000)),
            ("85 nghìn", Some(85_000)),
            ("85 ngàn đồng", Some(85_000)),
            ("1,2 triệu", Some(1_200_000)),
            ("99999999999999999999k", None),
            ("rẻ", None),
        ] {
            assert_eq!(short_price(written), want, "{written}");
        }
    }

    #[test]
    fn net_quantities_are_normalised() {
        for (written, want) in [
            ("500 g", Some(("500\u{a0}g", Some(500)))),
            ("500gr", Some(("500\u{a0}g", Some(500)))),
            ("1,5 kg", Some(("1,5\u{a0}kg", Some(1500)))),
            ("1.5kg", Some(("1,5\u{a0}kg", Some(1500)))),
            ("1.000 g", Some(("1.000\u{a0}g", Some(1000)))),
            ("330 ml", Some(("330\u{a0}ml", None))),
            ("1 lít", Some(("1\u{a0}lít", None))),
            ("10 gói x 20 g", Some(("10\u{a0}gói × 20\u{a0}g", Some(200)))),
            ("2x250g", Some(("2 × 250\u{a0}g", Some(500)))),
            ("12 quả", Some(("12\u{a0}quả", None))),
            ("1.250 kg", None),
            ("500", None),
            ("0 g", None),
            ("nửa cân", None),
            ("", None),
        ] {
            let net = net(written);
            let got = net.as_ref().map(|net| (net.text.as_str(), net.grams));
            assert_eq!(got, want, "{written}");
        }
    }
}
