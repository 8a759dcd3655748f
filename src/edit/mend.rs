//! `check --fix`: mends what can be mended without knowing the product.
//!
//! Line ends, accents stored apart, the false Đ of old fonts, tabs in the
//! indentation, keys written with accents, dates and telephone numbers in another
//! order or with a lost zero, provinces that were merged. Every other byte stays:
//! comments, quotes, the order of keys, blank lines. Mending twice is mending once.
//!
//! Never changes what a value means: `17-05-2023` is a day in another order, `85k` is
//! left to the editor. Never writes a file.

use std::ops::Range;

use super::amend::{Dossier, Value};
use crate::model::region::{ProvinceName, Regions};
use crate::parse::keys::{Kind, PRODUCT, Table};
use crate::parse::outline::{Outline, Shape, outline};
use crate::text::date::PartialDate;
use crate::text::fold;
use crate::text::phone;

/// The text as it should be; the same text where nothing is to be mended.
///
/// `table` is that of the file: of a product, a producer or a page.
pub fn mend(text: &str, is_yaml: bool, table: &'static Table, regions: &Regions) -> String {
    let text = letters(text);
    let text = tabs(&text, is_yaml);
    let text = values(&text, is_yaml, table);
    if std::ptr::eq(table, &raw const PRODUCT) {
        return province(text, is_yaml, regions);
    }
    text
}

/// Line ends, composed letters, the true Đ.
fn letters(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = fold::nfc(text.strip_prefix('\u{feff}').unwrap_or(&text));
    text.chars().map(fold::true_d).collect()
}

/// Two spaces for every tab of the indentation, within the facts alone.
fn tabs(text: &str, is_yaml: bool) -> String {
    let range = match outline(text, is_yaml, &PRODUCT) {
        Some(outline) => outline.yaml,
        None => return text.to_owned(),
    };
    let (Some(before), Some(yaml), Some(after)) =
        (text.get(..range.start), text.get(range.clone()), text.get(range.end..))
    else {
        return text.to_owned();
    };
    let mended = yaml.split_inclusive('\n').map(|line| {
        let rest = line.trim_start_matches([' ', '\t']);
        let indent = line.get(..line.len().saturating_sub(rest.len())).unwrap_or_default();
        format!("{}{rest}", indent.replace('\t', "  "))
    });
    std::iter::once(before.to_owned()).chain(mended).chain([after.to_owned()]).collect()
}

/// Keys, dates and telephone numbers, each over its own bytes.
fn values(text: &str, is_yaml: bool, table: &'static Table) -> String {
    let Some(outline) = outline(text, is_yaml, table).filter(|outline| outline.whole) else {
        return text.to_owned();
    };
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for spot in &outline.spots {
        let key = text.get(spot.key.clone()).unwrap_or_default();
        if let Some(right) = right_key(key, &spot.path, &outline) {
            edits.push((spot.key.clone(), right));
        }
        let Shape::Line(line) = &spot.shape else { continue };
        let right = match spot.kind {
            Some(Kind::Date | Kind::Day) => right_date(line),
            Some(Kind::Phone | Kind::List(Kind::Phone)) => phone::right(line),
            _ => None,
        };
        let old = text.get(spot.value.clone()).unwrap_or_default();
        if let Some(right) = right {
            let quote = old.chars().next().filter(|sign| matches!(sign, '"' | '\''));
            let quote = quote.map_or_else(String::new, String::from);
            edits.push((spot.value.clone(), format!("{quote}{right}{quote}")));
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut mended = text.to_owned();
    for (range, right) in edits.into_iter().rev() {
        mended.replace_range(range, &right);
    }
    mended
}

/// The name of a key that is written with accents, capitals or spaces.
fn right_key(written: &str, path: &[String], outline: &Outline) -> Option<String> {
    let name = path.last()?;
    let right = fold::syllables(&written.replace('_', " ")).join("_");
    let is_plain = written.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let known = outline.spots.iter().any(|spot| spot.path == *path && spot.kind.is_some());
    // What nobody knows is the editor's to name, and so is a key in quotes.
    let quoted = written.starts_with(['"', '\'']);
    (known && !is_plain && !quoted && !right.is_empty() && !name.is_empty()).then_some(right)
}

/// A date whose parts stand in another order or between other signs.
fn right_date(written: &str) -> Option<String> {
    if PartialDate::parse(written).is_some() {
        return None;
    }
    let parts: Vec<&str> = written.trim().split(['-', '/', '.', ' ']).collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if !parts.iter().all(|part| digits(part)) {
        return None;
    }
    let iso = match *parts.as_slice() {
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [year, month] if year.len() == 4 => format!("{year}-{month:0>2}"),
        [month, year] if year.len() == 4 => format!("{year}-{month:0>2}"),
        _ => return None,
    };
    PartialDate::parse(&iso).map(|_| iso)
}

/// The province of today, and the merged one as the former.
fn province(text: String, is_yaml: bool, regions: &Regions) -> String {
    let Some(outline) = outline(&text, is_yaml, &PRODUCT) else { return text };
    let written = match outline.find(&["province"]).map(|spot| &spot.shape) {
        Some(Shape::Line(line)) => line.clone(),
        _ => return text,
    };
    let Some(ProvinceName::Former(former, id)) = regions.resolve(&written) else { return text };
    let (Some(today), Some(former)) = (regions.province(id), regions.former(former)) else {
        return text;
    };
    let mut dossier = Dossier::product(text.clone(), is_yaml);
    let has_former = outline.find(&["former", "province"]).is_some();
    let kept =
        has_former || dossier.set(&["former", "province"], &Value::One(former.name.vi.clone()));
    if kept && dossier.set(&["province"], &Value::One(today.name.vi.clone())) {
        return dossier.text;
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diag::sink::Diagnostics;
    use crate::parse;
    use crate::source::Tree;

    fn regions() -> Regions {
        parse::catalogue(&Tree::from_memory(&[]), &mut Diagnostics::new()).regions
    }

    #[track_caller]
    fn check(text: &str, want: &str) {
        let regions = regions();
        let mended = mend(text, false, &PRODUCT, &regions);
        assert_eq!(mended, want);
        assert_eq!(mend(&mended, false, &PRODUCT, &regions), want);
    }

    #[test]
    fn what_is_sure_is_mended_and_the_rest_stays() {
        check(
            "---\r\nTên: \"A\"  # tên\r\nratings:\r\n\t- stars: 4 # bốn\r\n\t  decided: 17-05-2023\r\n---\r\nx\ty\r\n",
            "---\nten: \"A\"  # tên\nratings:\n  - stars: 4 # bốn\n    decided: 2023-05-17\n---\nx\ty\n",
        );
        check(
            "---\nname: \u{d0}\u{1eaf}k\nprovince: Bến Tre   # cũ\ncontacts:\n  phone: '912345678'\n---\n",
            "---\nname: Đắk\nprovince: Vĩnh Long   # cũ\nformer:\n  province: Bến Tre\ncontacts:\n  phone: '0912345678'\n---\n",
        );
        check("---\nname: Che\u{300}\n---\n", "---\nname: Chè\n---\n");
        for same in ["---\nname: A\nyear: hôm qua\nprice: 85k\nLạ: 1\n---\n", "no facts", ""]
        {
            check(same, same);
        }
    }

    proptest! {
        #[test]
        fn comments_and_story_stay_and_twice_is_once(
            comment in "[a-z #:'\"]{0,12}", story in "[a-zA-Z \\n#*-]{0,40}", day in 1_u8..28,
        ) {
            let text = format!("---\nname: A # {comment}\nratings:\n  - stars: 4\n    decided: {day}.3.2023 # {comment}\n---\n{story}");
            let regions = regions();
            let mended = mend(&text, false, &PRODUCT, &regions);
            let want = text.replace(&format!("{day}.3.2023"), &format!("2023-03-{day:02}"));
            prop_assert_eq!(&mended, &want);
            prop_assert_eq!(mend(&mended, false, &PRODUCT, &regions), mended);
        }
    }
}
