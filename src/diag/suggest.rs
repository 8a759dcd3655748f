//! The nearest known name, for "did you mean".
//!
//! Compares folded texts (accents, case and separators forgiven) by edit
//! distance, a swap of neighbours counting as one edit. A name is near when at
//! most two edits away, or a third of its length; very short ones only one, or
//! everything would resemble everything.
//!
//! Never guesses on its own: the caller shows the name as a hint.

use crate::text::fold::fold;
use crate::text::lang::Text;

/// The hint that names what may have been meant.
pub fn did_you_mean(name: &str) -> Text {
    Text::new(format!("có phải `{name}`?"), format!("did you mean `{name}`?"))
}

/// The known name nearest to what was found; the earlier one among equals.
/// `None` where nothing is near.
pub fn nearest<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let found = letters(found);
    let allowed = match found.len() {
        0 => return None,
        1..=3 => 1,
        length => (length / 3).max(2),
    };
    let mut best: Option<(usize, &str)> = None;
    for name in known {
        let candidate = letters(name);
        if found.len().abs_diff(candidate.len()) > allowed {
            continue;
        }
        let edits = distance(&found, &candidate);
        // Something must remain of the shorter text, or "an" would suggest "gia".
        let resembles = edits <= allowed && edits < candidate.len();
        if resembles && best.is_none_or(|(fewest, _)| edits < fewest) {
            best = Some((edits, name));
        }
    }
    best.map(|(_, name)| name)
}

fn letters(text: &str) -> Vec<char> {
    fold(text).chars().filter(|letter| !matches!(letter, ' ' | '-' | '_')).collect()
}

/// Edits from one text to the other: insert, delete, replace, swap neighbours.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    let mut last_letter = None;
    for (row, &letter) in one.iter().enumerate() {
        let mut line = vec![row.saturating_add(1)];
        let mut last_other = None;
        for (column, &other_letter) in other.iter().enumerate() {
            let cell = |line: &[usize], at: usize| line.get(at).copied().unwrap_or(usize::MAX);
            let replaced =
                cell(&above, column).saturating_add(usize::from(letter != other_letter));
            let inserted = cell(&line, column).saturating_add(1);
            let deleted = cell(&above, column.saturating_add(1)).saturating_add(1);
            let mut fewest = replaced.min(inserted).min(deleted);
            if last_letter == Some(other_letter) && last_other == Some(letter) {
                let swapped = cell(&before, column.saturating_sub(1)).saturating_add(1);
                fewest = fewest.min(swapped);
            }
            line.push(fewest);
            last_other = Some(other_letter);
        }
        before = std::mem::replace(&mut above, line);
        last_letter = Some(letter);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 8] =
        ["name", "summary", "producer", "province", "ten", "tom_tat", "chu_the", "tinh"];

    #[track_caller]
    fn check(found: &str, suggestion: Option<&str>) {
        assert_eq!(nearest(found, KEYS.into_iter()), suggestion, "{found}");
    }

    #[test]
    fn slips_are_recognised() {
        check("naem", Some("name"));
        check("sumary", Some("summary"));
        check("Province", Some("province"));
        check("tỉnh", Some("tinh"));
        check("tóm tắt", Some("tom_tat"));
        check("chủ thể", Some("chu_the"));
        check("produccer", Some("producer"));
        check("teen", Some("ten"));
    }

    #[test]
    fn strangers_are_not() {
        check("", None);
        check("x", None);
        check("ingredients", None);
        check("gia", None);
        check("茶", None);
    }

    #[test]
    fn accents_alone_cost_nothing() {
        let provinces = ["Đắk Nông", "Đắk Lắk", "Đà Nẵng"];
        assert_eq!(nearest("Dak Lak", provinces.into_iter()), Some("Đắk Lắk"));
        assert_eq!(nearest("Da Nang", provinces.into_iter()), Some("Đà Nẵng"));
        assert_eq!(nearest("Đà Nẳng", provinces.into_iter()), Some("Đà Nẵng"));
    }

    #[test]
    fn a_swap_is_one_edit() {
        let edits = |one: &str, other: &str| distance(&letters(one), &letters(other));
        assert_eq!(edits("ab", "ba"), 1);
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits("", "abc"), 3);
        assert_eq!(edits("abc", ""), 3);
    }
}
