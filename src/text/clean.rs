//! Letters that neither HTML nor XML allows, taken out of a text.
//!
//! Control characters (the tab and the line feed apart) and noncharacters make
//! a page or a feed malformed, and no reader ever sees them. They come in
//! unseen, by copying from a PDF or as a reference such as `&#1;`.
//!
//! Never escapes: that is `html`'s work.

use std::borrow::Cow;

/// Whether the letter may stand in HTML text and in XML 1.0 alike.
///
/// The carriage return may not: all our lines end with a line feed.
pub fn is_allowed(letter: char) -> bool {
    let code = u32::from(letter);
    let is_noncharacter = (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe;
    matches!(letter, '\t' | '\n') || !(letter.is_control() || is_noncharacter)
}

/// The text without the letters that are not allowed; borrowed where all are.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|letter| is_allowed(*letter)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unseen_letters_go_and_all_others_stay() {
        let kept = "Rượu\tMẫu Sơn\n29° 🍶 \u{a0}\u{200b}\u{feff}\u{fffd}";
        assert!(matches!(clean(kept), Cow::Borrowed(text) if text == kept));
        assert_eq!(clean("\u{0}a\u{1}b\u{8}\u{b}\u{1f}\r\n"), "ab\n");
        assert_eq!(clean("\u{7f}\u{85}\u{9f}\u{fdd0}\u{fdef}\u{fffe}\u{ffff}\u{1ffff}c"), "c");
    }
}
