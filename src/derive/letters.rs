//! A-Z: names under their initial letter, in Vietnamese order.
//!
//! Ă, Â, Đ, Ê, Ô, Ơ and Ư have headings of their own, as in a dictionary;
//! producers go by the name behind "Công ty TNHH", "HTX" and the like.

use crate::text::collate;

/// Entries of one initial letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter<T> {
    /// The heading: "A", "Đ", "0-9", "#".
    pub initial: String,
    /// Entries in Vietnamese order.
    pub entries: Vec<T>,
}

/// Puts entries under their letters; `name` is what they are sorted by, `tie`
/// decides between equal names.
pub fn letters<T>(
    entries: impl Iterator<Item = T>,
    name: impl Fn(&T) -> String,
    tie: impl Fn(&T) -> String,
) -> Vec<Letter<T>> {
    let mut keyed: Vec<(Vec<u8>, String, String, T)> = entries
        .map(|entry| {
            let name = name(&entry);
            (collate::sort_key(&name), tie(&entry), collate::initial(&name), entry)
        })
        .collect();
    keyed.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    let mut letters: Vec<Letter<T>> = Vec::new();
    for (_, _, initial, entry) in keyed {
        match letters.iter_mut().find(|letter| letter.initial == initial) {
            Some(letter) => letter.entries.push(entry),
            None => letters.push(Letter { initial, entries: vec![entry] }),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_in_vietnamese_order() {
        let names = ["Đường phên", "Dưa món", "Ớt bột", "Ổi sấy", "Ôliu", "Ấm trà", "An xoa"];
        let letters = letters(names.into_iter(), |name| (*name).to_owned(), |_| String::new());
        let got: Vec<(&str, &[&str])> =
            letters.iter().map(|l| (l.initial.as_str(), l.entries.as_slice())).collect();
        let want: [(&str, &[&str]); 6] = [
            ("A", &["An xoa"]),
            ("Â", &["Ấm trà"]),
            ("D", &["Dưa món"]),
            ("Đ", &["Đường phên"]),
            ("Ô", &["Ổi sấy", "Ôliu"]),
            ("Ơ", &["Ớt bột"]),
        ];
        assert_eq!(got, want);
    }
}
