//! Titles before the names of communes: "Xã Sa Loong", "Phường Buôn Hồ".
//!
//! Titles are told by their marks, because "Xa Dung" and "Xá Nhè" are names.
//!
//! Never decides which of two spellings is right.

use crate::text::fold;

/// Titles since 1 July 2025, in small letters.
pub(super) const PRESENT: [&str; 3] = ["xã", "phường", "đặc khu"];

/// Titles before that day, in small letters.
pub(super) const FORMER: [&str; 3] = ["xã", "phường", "thị trấn"];

/// Whether a name begins with one of `titles` and goes on.
pub(super) fn has_title(name: &str, titles: &[&str]) -> bool {
    let name = fold::nfc(name.trim()).to_lowercase();
    titles.iter().any(|title| after_title(&name, title).is_some())
}

/// The name without its title, in small letters with its marks.
pub(super) fn bare(name: &str) -> String {
    let name = fold::nfc(name.trim()).to_lowercase();
    let rest = PRESENT.iter().chain(&FORMER).find_map(|title| after_title(&name, title));
    rest.unwrap_or(&name).to_owned()
}

/// Key under which spellings of one commune are equal: title, marks and case
/// do not count.
pub(super) fn key(name: &str) -> String {
    fold::match_key(&bare(name))
}

fn after_title<'a>(name: &'a str, title: &str) -> Option<&'a str> {
    let rest = name.strip_prefix(title)?;
    let bare = rest.trim_start();
    (bare.len() < rest.len() && !bare.is_empty()).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_by_their_marks() {
        assert!(has_title("Xã Xa Dung", &PRESENT));
        assert!(has_title("ĐẶC KHU Phú Quốc", &PRESENT));
        assert!(has_title("thị trấn Dương Đông", &FORMER));
        for name in ["Xa Dung", "Xá Nhè", "Xã", "Xã ", "Xãhội", "thị trấn Dương Đông", ""]
        {
            assert!(!has_title(name, &PRESENT), "{name}");
        }
    }

    #[test]
    fn keys_forgive_title_marks_and_case() {
        assert_eq!(key("Xã Sa Loong"), key("sa loong"));
        assert_eq!(key("Xã Mỹ Thọ"), key("Phường MI THO"));
        assert_ne!(key("Xã Xa Dung"), key("Xã Dung"));
        assert_eq!(bare("Đặc khu Phú Quốc"), "phú quốc");
    }
}
