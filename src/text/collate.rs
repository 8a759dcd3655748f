//! The order of the Vietnamese alphabet: a ă â b c d đ e ê … u ư v x y.
//!
//! Letters decide first, then tones in the order level, huyền, hỏi, ngã, sắc,
//! nặng, then case; numbers count by their value ("lô 2" before "lô 10"). The
//! rules are CLDR's for `vi`. Code-point order misplaces 322 of 334 real names,
//! folding still 78. Make keys once and compare bytes: a comparison through the
//! collator costs eleven times as much.
//!
//! Never asks for the machine's locale. Keys are for one run and never stored.

use std::collections::BTreeMap;
use std::sync::{LazyLock, PoisonError, RwLock};

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use unicode_normalization::UnicodeNormalization as _;

use super::fold::{fold, true_d};

/// Heading of names that start with a digit.
pub const DIGITS: &str = "0-9";

/// Heading of names that start with no letter of the Latin alphabet.
pub const OTHERS: &str = "#";

/// Keys that are remembered at most.
const MADE_MAX: usize = 400_000;

static MADE: RwLock<BTreeMap<String, Vec<u8>>> = RwLock::new(BTreeMap::new());

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    Collator::try_new(locale!("vi-u-kn-true").into(), CollatorOptions::default()).ok()
});

/// Key whose bytes sort as a Vietnamese reader expects the texts to.
///
/// Quotes and other signs before the first letter or digit do not count, as in
/// [`initial`]. Texts of equal keys differ in nothing a reader sees: break the
/// tie by slug.
///
/// One name is sorted in many lists, and again after every save of a preview, so
/// keys are remembered: looking one up costs a tenth of making it.
pub fn sort_key(text: &str) -> Vec<u8> {
    let read = |known: &BTreeMap<String, Vec<u8>>| known.get(text).cloned();
    if let Some(key) = read(&MADE.read().unwrap_or_else(PoisonError::into_inner)) {
        return key;
    }
    let key = made(text);
    let mut known = MADE.write().unwrap_or_else(PoisonError::into_inner);
    if known.len() >= MADE_MAX {
        known.clear();
    }
    known.insert(text.to_owned(), key.clone());
    key
}

fn made(text: &str) -> Vec<u8> {
    let trimmed = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let counting = if trimmed.is_empty() { text.trim() } else { trimmed };
    // The collator knows the Icelandic eth as another letter than Đ.
    let repaired: String = counting.chars().map(true_d).collect();
    let mut key = Vec::with_capacity(repaired.len().saturating_mul(2));
    let Some(collator) = LazyLock::force(&COLLATOR) else {
        // The data of `vi` is compiled in, so this line is never reached.
        return fold(&repaired).into_bytes();
    };
    // Writing into a vector cannot go wrong: the error type has no values.
    let Ok(()) = collator.write_sort_key_to(&repaired, &mut key);
    key
}

/// The heading in an index from A to Z: `A`, `Ă`, `Â`, `B` … with own headings
/// for Ă, Â, Đ, Ê, Ô, Ơ and Ư; [`DIGITS`] for numbers, [`OTHERS`] for the rest.
///
/// In the order of [`sort_key`] the headings come as `0-9`, the letters, `#`.
pub fn initial(text: &str) -> String {
    let Some(first) = text.chars().position(char::is_alphanumeric) else {
        return OTHERS.to_owned();
    };
    let rest: String = text.chars().map(true_d).skip(first).collect();
    let mut letters = rest.nfd();
    let Some(base) = letters.next() else { return OTHERS.to_owned() };
    if base.is_numeric() {
        return DIGITS.to_owned();
    }
    if !(base.is_ascii_alphabetic() || matches!(base, 'đ' | 'Đ')) {
        return OTHERS.to_owned();
    }
    let marks =
        letters.take_while(|&mark| unicode_normalization::char::is_combining_mark(mark));
    let shape = marks.into_iter().find(|&mark| changes_letter(base, mark));
    let heading = base.to_uppercase().chain(shape);
    heading.nfc().collect()
}

/// Whether the mark makes another letter of the alphabet; tones do not.
fn changes_letter(base: char, mark: char) -> bool {
    match mark {
        '\u{306}' => matches!(base, 'a' | 'A'),
        '\u{302}' => matches!(base, 'a' | 'A' | 'e' | 'E' | 'o' | 'O'),
        '\u{31b}' => matches!(base, 'o' | 'O' | 'u' | 'U'),
        _ => false,
    }
}

/// First words of producers' names that say only their legal form, folded.
const LEGAL_FORMS: &[&[&str]] = &[
    &["lien", "hiep"],
    &["cong", "ty"],
    &["cty"],
    &["tnhh"],
    &["trach", "nhiem", "huu", "han"],
    &["mot", "thanh", "vien"],
    &["1", "thanh", "vien"],
    &["hai", "thanh", "vien"],
    &["tro", "len"],
    &["mtv"],
    &["co", "phan"],
    &["cp"],
    &["hop", "danh"],
    &["doanh", "nghiep", "tu", "nhan"],
    &["doanh", "nghiep"],
    &["dntn"],
    &["chi", "nhanh"],
    &["hop", "tac", "xa"],
    &["htx"],
    &["to", "hop", "tac"],
    &["tht"],
    &["ho", "kinh", "doanh"],
    &["ho", "san", "xuat", "kinh", "doanh"],
    &["ho", "san", "xuat"],
    &["ho", "sxkd"],
    &["hkd"],
    &["co", "so", "san", "xuat", "kinh", "doanh"],
    &["co", "so", "san", "xuat"],
    &["co", "so", "che", "bien"],
    &["co", "so", "kinh", "doanh"],
    &["co", "so"],
];

/// The part of a producer's name to sort by: without the words of its legal
/// form. "Công ty TNHH Trà Vinh Farm" sorts as "Trà Vinh Farm". A name of
/// nothing but such words stays whole.
pub fn producer_sort_name(name: &str) -> &str {
    let mut rest = name.trim();
    while let Some(shorter) = without_legal_form(rest) {
        rest = shorter;
    }
    rest
}

fn without_legal_form(name: &str) -> Option<&str> {
    let end = name.find(is_between_words).unwrap_or(name.len());
    let first = fold(name.get(..end)?);
    // Most forms fall out by their first word, which is folded once.
    let like = LEGAL_FORMS.iter().filter(|form| form.first().is_some_and(|it| *it == first));
    let rests = like.filter_map(|form| without_words(name, form));
    rests.min_by_key(|rest| rest.len()).filter(|rest| !rest.is_empty())
}

fn without_words<'a>(name: &'a str, words: &[&str]) -> Option<&'a str> {
    let mut rest = name;
    for word in words {
        let end = rest.find(is_between_words).unwrap_or(rest.len());
        let (first, after) = rest.split_at_checked(end)?;
        if fold(first) != *word {
            return None;
        }
        rest = after.trim_start_matches(is_between_words);
    }
    Some(rest)
}

fn is_between_words(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ',' | '.' | '-' | '–' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_order(sorted: &[&str]) {
        for pair in sorted.windows(2) {
            assert!(sort_key(pair[0]) < sort_key(pair[1]), "{} < {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn letters_in_the_order_of_the_alphabet() {
        let alphabet = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y";
        check_order(&alphabet.split(' ').collect::<Vec<_>>());
        check_order(&["z", "茶"]);
    }

    #[test]
    fn tones_in_their_order() {
        check_order(&["ma", "mà", "mả", "mã", "má", "mạ", "măm", "mâm"]);
        check_order(&["chè", "chẻ", "chẽ", "ché", "chẹ", "chê"]);
        check_order(&["ư", "ừ", "ử", "ữ", "ứ", "ự", "va"]);
    }

    #[test]
    fn real_names_stand_where_a_reader_looks() {
        check_order(&[
            "Bánh tráng Mỹ Lồng",
            "Bưởi da xanh",
            "Cà phê Đăk Rve",
            "Chè Shan tuyết",
            "Cốm Làng Vòng",
            "Dừa sáp sợi (VICOSAP)",
            "Đông trùng hạ thảo",
            "Đường hoa dừa",
            "Mật hoa dừa",
            "Mật ong bạc hà",
            "Nước mắm Cái Rồng",
            "Ổi Thanh Hà",
            "Xoài Yên Châu",
        ]);
        check_order(&[
            "An Giang",
            "Bắc Ninh",
            "Cà Mau",
            "Cao Bằng",
            "Cần Thơ",
            "Đà Nẵng",
            "Đắk Lắk",
        ]);
    }

    #[test]
    fn numbers_count_by_value() {
        check_order(&["Rượu 2 năm", "Rượu 10 năm", "Rượu 29°", "Rượu Mẫu Sơn"]);
    }

    #[test]
    fn composition_and_quotes_do_not_matter() {
        assert_eq!(sort_key("Che\u{300}"), sort_key("Chè"));
        assert_eq!(sort_key("\"Chè\""), sort_key("“Chè\""));
        assert_eq!(sort_key("\u{d0}à Lạt"), sort_key("Đà Lạt"));
        assert!(!sort_key("!?").is_empty());
    }

    #[track_caller]
    fn check_initial(text: &str, heading: &str) {
        assert_eq!(initial(text), heading, "{text}");
    }

    #[test]
    fn headings_keep_shape_and_drop_tone() {
        check_initial("Ấm trà", "Â");
        check_initial("ẳn", "Ă");
        check_initial("Ánh Dương", "A");
        check_initial("Đường hoa dừa", "Đ");
        check_initial("\u{d0}à Lạt", "Đ");
        check_initial("dừa", "D");
        check_initial("Ổi", "Ô");
        check_initial("Ớt", "Ơ");
        check_initial("O\u{301}t", "O");
        check_initial("Ức gà", "Ư");
        check_initial("Ếch", "Ê");
        check_initial("Fine de Claire", "F");
        check_initial("“Zèng” A Lưới", "Z");
        check_initial("9 Sáng", "0-9");
        check_initial("茶", "#");
        check_initial("", "#");
        check_initial("é", "E");
        check_initial("ê\u{323}", "Ê");
        check_initial("Ñ", "N");
    }

    #[track_caller]
    fn check_producer(name: &str, sorted_by: &str) {
        assert_eq!(producer_sort_name(name), sorted_by);
    }

    #[test]
    fn producers_sort_without_their_legal_form() {
        check_producer("Công ty TNHH Trà Vinh Farm", "Trà Vinh Farm");
        check_producer("Công ty TNHH Chế biến dừa sáp Cầu Kè", "Chế biến dừa sáp Cầu Kè");
        check_producer("HTX Dịch vụ nông nghiệp Đăk Kan", "Dịch vụ nông nghiệp Đăk Kan");
        check_producer("Chi nhánh Công ty Cổ phần ABC", "ABC");
        check_producer("Công ty TNHH một thành viên Hoà Bình", "Hoà Bình");
        check_producer("CÔNG TY CP Nước mắm", "Nước mắm");
        check_producer("Hộ kinh doanh Năm Hiệp", "Năm Hiệp");
        check_producer("Cơ sở sản xuất Út Bạch Lan", "Út Bạch Lan");
        check_producer("Hợp tác xã", "Hợp tác xã");
        check_producer("Hộ Nông Thị Bích", "Hộ Nông Thị Bích");
        check_producer("HTXanh", "HTXanh");
        check_producer("Chương Văn Út", "Chương Văn Út");
        check_producer(" Tổ hợp tác: Dệt thổ cẩm", "Dệt thổ cẩm");
        check_producer("", "");
    }
}
