//! An address in one cell: "Thôn Phú Hậu, xã Phú Cần, huyện Tiểu Cần, tỉnh Trà Vinh".
//!
//! The parts between commas are told by their first words. An address that names
//! a district is one of before 1 July 2025, so its commune is a former one too.
//! Part without such a word are hamlet and street, except the last, which is the
//! province. Never guesses a commune that is not called one.

use crate::text::fold::fold;

/// The parts of an address; empty where it has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// Hamlet, house and street.
    pub(super) hamlet: String,
    /// Commune, ward, township or special zone.
    pub(super) commune: String,
    /// District, or town or city below a province.
    pub(super) district: String,
    /// Province or city.
    pub(super) province: String,
}

const COMMUNES: [&str; 6] = ["xa ", "phuong ", "thi tran ", "tt. ", "tt ", "dac khu "];
const DISTRICTS: [&str; 5] = ["huyen ", "quan ", "thi xa ", "tx. ", "tx "];
const CITIES: [&str; 4] = ["thanh pho ", "tp. ", "tp.", "tp "];

/// Takes an address apart.
pub(super) fn split(text: &str) -> Address {
    let mut address = Address::default();
    let mut rest: Vec<&str> = Vec::new();
    let parts: Vec<&str> =
        text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let last = parts.len().saturating_sub(1);
    for (position, part) in parts.iter().enumerate() {
        let folded = fold(part);
        let starts = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
        if starts(&COMMUNES) && address.commune.is_empty() {
            (*part).clone_into(&mut address.commune);
        } else if starts(&DISTRICTS) || (starts(&CITIES) && position < last) {
            (*part).clone_into(&mut address.district);
        } else if position == last && (position > 0 || folded.starts_with("tinh ")) {
            (*part).clone_into(&mut address.province);
        } else {
            rest.push(part);
        }
    }
    address.hamlet = rest.join(", ");
    address
}

#[cfg(test)]
mod tests {
    use super::split;

    #[track_caller]
    fn check(text: &str, hamlet: &str, commune: &str, district: &str, province: &str) {
        let found = split(text);
        let parts = [&found.hamlet, &found.commune, &found.district, &found.province];
        assert_eq!(parts, [hamlet, commune, district, province], "{text}");
    }

    #[test]
    fn parts_are_told_by_their_first_words() {
        check(
            "Thôn Phú Hậu, xã Phú Cần, huyện Tiểu Cần, tỉnh Trà Vinh",
            "Thôn Phú Hậu",
            "xã Phú Cần",
            "huyện Tiểu Cần",
            "tỉnh Trà Vinh",
        );
        check("Xã Ví Dụ, Đồng Tháp", "", "Xã Ví Dụ", "", "Đồng Tháp");
        check("Số 1, đường A, phường B, TP. Huế", "Số 1, đường A", "phường B", "", "TP. Huế");
        check("phường 5, TP. Cà Mau, Cà Mau", "", "phường 5", "TP. Cà Mau", "Cà Mau");
        check("xã Ví Dụ", "", "xã Ví Dụ", "", "");
        check("", "", "", "", "");
    }
}
