//! Whether a word is a syllable that Vietnamese can spell.
//!
//! A syllable is an onset (`ngh`, `tr`, none) and a rime (`uyên`, `oa`) with at
//! most one tone. A rime that ends in a stop takes only the acute and the dot.
//! It tells text apart from text read in a wrong encoding: of the first nearly
//! every accented word is a syllable, of the second nearly none.
//!
//! Never says whether the syllable means anything, and knows no loanwords.

use unicode_normalization::UnicodeNormalization as _;

/// What a syllable may begin with, longer ones first.
const ONSETS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// What may follow, without its tone.
const RIMES: &str = " a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng \
    âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iê \
    iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oă oăc oăm \
    oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm \
    ơn ơp ơt u ua uân uâng uât uây uc ue uê uêch uênh uêt ui um un ung uô uôc uôi uôm uôn uông \
    uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ươ ươc ươi ươm ươn \
    ương ươp ươt ươu ưu y yêm yên yêng yêt yêu ";

/// The five tone marks as combining characters; the level tone has none.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether the word is a syllable of Vietnamese; case does not count.
pub fn is_syllable(word: &str) -> bool {
    let mut tones = String::new();
    let mut bare = String::with_capacity(word.len());
    for letter in word.to_lowercase().nfd() {
        if TONES.contains(&letter) {
            tones.push(letter);
        } else {
            bare.push(letter);
        }
    }
    let bare: String = bare.nfc().collect();
    if bare.is_empty() || tones.chars().count() > 1 {
        return false;
    }
    let stopped = bare.ends_with(['c', 'p', 't']) || bare.ends_with("ch");
    if stopped && !matches!(tones.as_str(), "" | "\u{301}" | "\u{323}") {
        return false;
    }
    let is_rime = |rime: &str| RIMES.contains(&format!(" {rime} "));
    ONSETS.iter().any(|onset| {
        let Some(rime) = bare.strip_prefix(onset) else { return false };
        // `gì`, `giếng` and `quý` share a vowel between onset and rime.
        match *onset {
            "gi" => rime.is_empty() || is_rime(rime) || is_rime(&format!("i{rime}")),
            "qu" => is_rime(rime) || is_rime(&format!("u{rime}")),
            _ => !rime.is_empty() && is_rime(rime),
        }
    })
}

/// Share of the words with letters beyond ASCII that are syllables, in percent;
/// `None` where there is no such word.
pub fn percent_of_syllables<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> Option<usize> {
    let (mut all, mut good) = (0_usize, 0_usize);
    for text in texts {
        let text = text.as_ref();
        let words = text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic());
        for word in words.filter(|word| !word.is_ascii()) {
            let sign = |c: char| matches!(c, '“' | '”' | '’' | '–' | '…' | '\u{a0}');
            let word = word.trim_matches(sign);
            if word.is_ascii() {
                continue;
            }
            all = all.saturating_add(1);
            good = good.saturating_add(usize::from(is_syllable(word)));
        }
    }
    good.saturating_mul(100).checked_div(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        let yes = "Đồng Tháp nghiêng quýt giếng gì Nguyễn khuỷu rượu được HOÀ hòa thuỷ Lắc ấp Huế \
                   chuối nghệ mật Cà phê Ỷ uống quốc hương";
        for word in yes.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
        for word in "§ång Th¸p Ñoàng Thaùp ngàt bốỗ xyz Lắk Krông".split_whitespace()
        {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn only_accented_words_count() {
        let share = |text: &str| percent_of_syllables(std::iter::once(text));
        assert_eq!(share("abc 12"), None);
        assert_eq!(share("Mật ong bạc hà"), Some(100));
        assert_eq!(share("“Mật ong” – bạc hà"), Some(100));
        assert_eq!(share("§ång Th¸p"), Some(0));
    }
}
