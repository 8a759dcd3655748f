//! One commune spelt in two ways gets two pages.

use std::collections::BTreeMap;

use crate::check::{Context, titles};
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::region::ProvinceId;

/// Two spellings of what is probably one commune.
pub static CODE: Code = Code {
    name: "commune-near-duplicate",
    severity: Severity::Warning,
    title: ("tên xã viết theo hai cách", "name of a commune in two spellings"),
    explain: (
        "Hai tên trong cùng một tỉnh chỉ khác nhau ở dấu, chữ hoa hay chữ \"Xã\" đứng trước, \
         nên hầu như luôn là một xã. Viết theo hai cách thì sản phẩm của xã có thể chia ra hai \
         trang; hãy thống nhất một cách viết như trong văn bản thành lập xã. Các cặp xã có \
         thật chỉ khác dấu, như Sơn Hà và Sơn Hạ, thì không bị nhắc.",
        "Two names in one province that differ in marks, in capitals or in the title before \
         them are nearly always one commune. In two spellings its products may be split over \
         two pages; settle for one, as in the document that set the commune up. Real pairs \
         that differ in marks alone, like Sơn Hà and Sơn Hạ, are let pass.",
    ),
};

/// Real communes of one province that differ in marks alone, without titles
/// and in small letters (list of October 2025, see docs/SOURCES.md#places).
const REAL_PAIRS: [(&str, &str); 9] = [
    ("ba tô", "ba tơ"),
    ("cẩm giang", "cẩm giàng"),
    ("lộc thành", "lộc thạnh"),
    ("mỹ tho", "mỹ thọ"),
    ("sơn hà", "sơn hạ"),
    ("thanh an", "thạnh an"),
    ("tân thành", "tân thạnh"),
    ("văn lang", "văn lăng"),
    ("đông tiến", "đồng tiến"),
];

/// Reports every further spelling of a commune, once, where it first stands.
pub fn check(context: &Context<'_>, out: &mut Diagnostics) {
    let mut seen: BTreeMap<(ProvinceId, String), Vec<&Spanned<String>>> = BTreeMap::new();
    let makers = context.producers().filter_map(|producer| producer.place.as_ref());
    let places = context.products().map(|product| &product.place).chain(makers);
    for place in places {
        let Some(commune) = place.commune.as_ref() else { continue };
        let key = (place.province.value, titles::key(&commune.value));
        let spellings = seen.entry(key).or_default();
        if spellings.iter().any(|known| is_same(&known.value, &commune.value)) {
            continue;
        }
        if let Some(first) = spellings.iter().find(|known| !is_real_pair(known, commune)) {
            out.push(finding(first, commune));
        }
        spellings.push(commune);
    }
}

fn is_same(first: &str, second: &str) -> bool {
    first.trim() == second.trim()
}

fn is_real_pair(first: &Spanned<String>, second: &Spanned<String>) -> bool {
    let (first, second) = (titles::bare(&first.value), titles::bare(&second.value));
    let pair = if first < second { (first, second) } else { (second, first) };
    REAL_PAIRS.iter().any(|(lower, upper)| pair.0 == *lower && pair.1 == *upper)
}

fn finding(first: &Spanned<String>, second: &Spanned<String>) -> Diagnostic {
    let (known, found) = (first.value.trim(), second.value.trim());
    Diagnostic::new(
        &CODE,
        second.span,
        format!("`{found}` và `{known}` có vẻ là một xã viết theo hai cách"),
        format!("`{found}` and `{known}` seem to be one commune in two spellings"),
    )
    .label(first.span, "cách viết gặp trước", "the spelling met before")
    .hint("thống nhất một cách viết", "settle for one spelling")
}

#[cfg(test)]
mod tests {
    use super::REAL_PAIRS;
    use crate::check::fixture::{another_product, check_catalogue, spanned, text};
    use crate::check::titles;
    use crate::model::catalogue::Catalogue;
    use crate::model::place::FormerPlace;
    use crate::model::region::ProvinceId;

    fn spelt(first: &str, second: &str) -> impl FnOnce(&mut Catalogue) {
        let (first, second) = (text(first), text(second));
        move |catalogue| {
            let mut product = another_product(catalogue);
            product.place.commune = second;
            catalogue.products[0].place.commune = first;
            catalogue.products.push(product);
        }
    }

    #[test]
    fn fires_on_spellings_that_differ_in_marks_case_or_title() {
        for (first, second) in [
            ("Xã Sa Loong", "xã Sa Loong"),
            ("Xã Mỹ Lý", "Xã Mỹ Lí"),
            ("Xã Sơn Hà", "Xã Sơn Ha"),
            ("Xã Buôn Hồ", "Phường Buôn Hồ"),
        ] {
            check_catalogue(spelt(first, second), &["commune-near-duplicate"]);
        }
    }

    #[test]
    fn is_silent_on_real_pairs_and_on_other_provinces() {
        check_catalogue(spelt("Xã Sơn Hạ", "Xã Sơn Hà"), &[]);
        check_catalogue(spelt("Xã Sơn Hạ", "Xã Sơn Hạ"), &[]);
        let elsewhere = |catalogue: &mut Catalogue| {
            spelt("Xã Sa Loong", "Xã Sa Lông")(catalogue);
            catalogue.products[1].place.province = spanned(ProvinceId(1));
            catalogue.products[1].place.former = FormerPlace::default();
        };
        check_catalogue(elsewhere, &[]);
    }

    #[test]
    fn real_pairs_are_written_as_they_are_looked_up() {
        for (lower, upper) in REAL_PAIRS {
            assert!(lower < upper && titles::key(lower) == titles::key(upper), "{lower}");
        }
    }
}
