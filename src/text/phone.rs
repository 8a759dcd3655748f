//! Telephone numbers of Viet Nam: read, shown in groups, dialled from abroad.
//!
//! Mobile numbers have ten digits, fixed lines eleven with their area, hotlines
//! eight to ten. What the plan does not know is no number; it is not guessed.

/// Prefixes of eleven-digit mobile numbers and what became of them in 2018.
const OLD_MOBILE: &[(&str, &str)] = &[
    ("0120", "070"),
    ("0121", "079"),
    ("0122", "077"),
    ("0126", "076"),
    ("0128", "078"),
    ("0123", "083"),
    ("0124", "084"),
    ("0125", "085"),
    ("0127", "081"),
    ("0129", "082"),
    ("0162", "032"),
    ("0163", "033"),
    ("0164", "034"),
    ("0165", "035"),
    ("0166", "036"),
    ("0167", "037"),
    ("0168", "038"),
    ("0169", "039"),
    ("0186", "056"),
    ("0188", "058"),
    ("0199", "059"),
];

/// A number of the telephone plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// In groups, for people.
    pub shown: String,
    /// Address that dials it: `tel:+84…`, a hotline without the country.
    pub href: String,
    /// With its leading 0, digits only.
    pub national: String,
}

/// The number that a text is; `None` for what the plan does not know.
pub fn number(written: &str) -> Option<Number> {
    let national = digits(written)?;
    let hotline = national.starts_with("1800") || national.starts_with("1900");
    if hotline && (8..=10).contains(&national.len()) {
        let (area, rest) = national.split_at_checked(4)?;
        let shown = format!("{area} {rest}");
        return Some(Number { shown, href: format!("tel:{national}"), national });
    }
    let href = format!("tel:+84{}", national.strip_prefix('0')?);
    let second = national.chars().nth(1)?;
    let groups = match (national.len(), second) {
        (10, '3' | '5' | '7' | '8' | '9') => [4, 7],
        // Hà Nội and Thành phố Hồ Chí Minh have short areas.
        (11, '2') if national.starts_with("024") || national.starts_with("028") => [3, 7],
        (11, '2') => [4, 8],
        _ => return None,
    };
    let [first, second] = groups;
    let parts = [national.get(..first)?, national.get(first..second)?, national.get(second..)?];
    Some(Number { shown: parts.join(" "), href, national })
}

/// The digits, with `+84` turned into 0; `None` for other signs than are usual.
pub fn digits(written: &str) -> Option<String> {
    let usual = |letter: char| letter.is_ascii_digit() || " .-()+–".contains(letter);
    if !written.chars().all(usual) || written.rfind('+').is_some_and(|at| at > 0) {
        return None;
    }
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let abroad = written.starts_with('+') || (digits.len() == 11 && digits.starts_with("84"));
    match digits.strip_prefix("84") {
        // "+84 (0) 912…" has the 0 as well.
        Some(rest) if abroad => Some(format!("0{}", rest.strip_prefix('0').unwrap_or(rest))),
        _ => Some(digits),
    }
}

/// The number of today for a mobile number of before 2018, given its digits.
pub fn renumbered(digits: &str) -> Option<String> {
    OLD_MOBILE.iter().find_map(|(old, new)| {
        let rest = digits.strip_prefix(old)?;
        (rest.len() == 7).then(|| format!("{new}{rest}"))
    })
}

/// The number that was meant, where that is sure: a mobile number of before 2018,
/// or one that a spreadsheet took the zero from. `None` for any other.
pub fn right(written: &str) -> Option<String> {
    if number(written).is_some() {
        return None;
    }
    let digits = digits(written)?;
    let old = renumbered(&digits);
    let zero = || (!digits.starts_with('0')).then(|| format!("0{digits}"));
    old.or_else(zero).filter(|right| number(right).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, shown: &str, dial: &str) {
        let href = format!("tel:{dial}");
        let number = number(written).unwrap();
        assert_eq!((number.shown.as_str(), number.href), (shown, href), "{written}");
    }

    #[test]
    fn numbers_are_shown_in_groups_and_dialled_from_abroad() {
        check("0900 000 001", "0900 000 001", "+84900000001");
        check("0900000001", "0900 000 001", "+84900000001");
        check("0900.000.001", "0900 000 001", "+84900000001");
        check("+84 900 000 001", "0900 000 001", "+84900000001");
        check("+84 (0) 900-000-001", "0900 000 001", "+84900000001");
        check("84900000001", "0900 000 001", "+84900000001");
        check("0209 3123 456", "0209 3123 456", "+842093123456");
        check("(024) 3123 4567", "024 3123 4567", "+842431234567");
        check("1900 1234", "1900 1234", "19001234");
        check("1800 123456", "1800 123456", "1800123456");
    }

    #[test]
    fn other_numbers_are_refused() {
        for written in [
            "900000001",
            "0900 000 01",
            "0100000000",
            "01234567890",
            "+1 555 010 0000",
            "abc",
            "",
            "090000000x",
        ] {
            assert_eq!(number(written), None, "{written}");
        }
    }

    #[test]
    fn the_number_that_was_meant_is_named_where_it_is_sure() {
        assert_eq!(right("01681234567").as_deref(), Some("0381234567"));
        assert_eq!(right("912345678").as_deref(), Some("0912345678"));
        assert_eq!(right("0912345678"), None);
        assert_eq!(right("12"), None);
    }
}
