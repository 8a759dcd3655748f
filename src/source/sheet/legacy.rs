//! TCVN3 (ABC) and VNI: text that needs its own fonts to be read.
//!
//! Both keep Vietnamese letters at places of other ones, so that "Đồng Tháp"
//! becomes "§ång Th¸p" (TCVN3) or "Ñoàng Thaùp" (VNI). They are recognised by
//! their words: read as meant, nearly every accented word is a syllable of
//! Vietnamese; read as stored, nearly none. Capitals with tones have no places
//! in TCVN3 (a capital font shows them), so they come out small.
//!
//! Never touches a sheet whose words are syllables already.

use unicode_normalization::UnicodeNormalization as _;

use super::{Encoding, Sheet};
use crate::text::syllable::percent_of_syllables;

/// A sheet of which so many percent are syllables is left alone.
const GOOD: usize = 60;

/// Letters of TCVN3 from `¡` (A1) on; a blank where there is none.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ";

/// Letters of VNI that stand alone.
const VNI_ALONE: [(char, char); 16] = [
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('í', 'í'),
    ('Í', 'Í'),
    ('ì', 'ì'),
    ('Ì', 'Ì'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
];

/// Marks of VNI that follow a vowel, as combining characters.
const VNI_MARKS: [(char, &str); 15] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
];

/// Marks of VNI for ă with the last two tones.
const VNI_BREVE: [(char, &str); 2] = [('ü', "\u{306}\u{303}"), ('ë', "\u{306}\u{323}")];

/// TCVN3 as meant.
pub(super) fn from_tcvn3(text: &str) -> String {
    let letter = |stored: char| {
        let place = u32::from(stored).checked_sub(0xa1).and_then(|it| usize::try_from(it).ok());
        let meant = place.and_then(|place| TCVN3.chars().nth(place));
        meant.filter(|meant| *meant != ' ').unwrap_or(stored)
    };
    text.chars().map(letter).collect()
}

/// VNI as meant.
pub(super) fn from_vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for stored in text.chars() {
        let small = stored.to_lowercase().next().unwrap_or(stored);
        let mut marks = VNI_MARKS.iter().chain(&VNI_BREVE).filter(|(it, _)| *it == small);
        let vowel = out.chars().next_back().is_some_and(|last| {
            matches!(last.to_lowercase().next(), Some('a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư'))
        });
        if let Some((_, mark)) = marks.next().filter(|_| vowel) {
            out.push_str(mark);
            continue;
        }
        let alone = VNI_ALONE.iter().find(|(it, _)| *it == stored).map(|(_, meant)| *meant);
        // ỵ has a letter of its own.
        out.push(match stored {
            'î' => 'ỵ',
            'Î' => 'Ỵ',
            _ => alone.unwrap_or(stored),
        });
    }
    out.nfc().collect()
}

/// Converts sheets that are written in one of the two; says which it was.
pub(super) fn mend(sheets: &mut [Sheet]) -> Option<Encoding> {
    let mut found = None;
    for sheet in sheets {
        let texts = || sheet.rows.iter().flat_map(|row| &row.values).map(|it| it.text.as_str());
        let Some(share) = percent_of_syllables(texts()).filter(|share| *share < GOOD) else {
            continue;
        };
        let of = |convert: fn(&str) -> String| {
            let all: Vec<String> = texts().map(convert).collect();
            percent_of_syllables(all.iter()).unwrap_or(0)
        };
        let (tcvn3, vni) = (of(from_tcvn3), of(from_vni));
        let best = tcvn3.max(vni);
        if best < GOOD || best <= share {
            continue;
        }
        let (convert, encoding): (fn(&str) -> String, _) = if tcvn3 >= vni {
            (from_tcvn3, Encoding::Tcvn3)
        } else {
            (from_vni, Encoding::Vni)
        };
        for value in sheet.rows.iter_mut().flat_map(|row| &mut row.values) {
            let share = |text: &str| percent_of_syllables(std::iter::once(text));
            let meant = convert(&value.text);
            // A cell of another font is left as it is.
            if share(&value.text).is_some_and(|own| share(&meant).unwrap_or(100) > own) {
                value.text = meant;
            }
        }
        found = Some(encoding);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_a_place_for_every_letter() {
        assert_eq!(TCVN3.chars().count(), 0x100 - 0xa1);
        assert_eq!(from_tcvn3("§ång Th¸p"), "Đồng Tháp");
        assert_eq!(from_tcvn3("Hîp t¸c x· n«ng nghiÖp"), "Hợp tác xã nông nghiệp");
        assert_eq!(from_tcvn3("Rau cñ qu¶ t\u{ad}¬i"), "Rau củ quả tươi");
        assert_eq!(from_tcvn3("MËt ong b¹c hµ"), "Mật ong bạc hà");
        assert_eq!(
            from_tcvn3("ChÌ, n\u{ad}íc m¾m, ®Æc s¶n kü thuËt"),
            "Chè, nước mắm, đặc sản kỹ thuật"
        );
    }

    #[test]
    fn vni_marks_follow_their_vowels() {
        assert_eq!(from_vni("Ñoàng Thaùp"), "Đồng Tháp");
        assert_eq!(from_vni("Hôïp taùc xaõ"), "Hợp tác xã");
        assert_eq!(from_vni("Nöôùc maém"), "Nước mắm");
        assert_eq!(from_vni("Maät ong baïc haø"), "Mật ong bạc hà");
        assert_eq!(from_vni("ÑOÀNG THAÙP"), "ĐỒNG THÁP");
        assert_eq!(from_vni("Coâng ty Kyõ thuaät Myõ Leä"), "Công ty Kỹ thuật Mỹ Lệ");
    }
}
