//! Letters as editors' files bring them: composed, repaired, without rubbish.
//!
//! [`judge`] reports what cannot be seen on the screen (control characters,
//! the false Đ of old fonts), one finding for each kind and file; [`value`] and
//! [`prose`] give the text as the model keeps it. What [`judge`] reports is
//! read as meant, so that one bad letter does not cost a page.

use std::borrow::Cow;

use super::codes::yaml::{CONTROL_CHARACTER, FALSE_D};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span};
use crate::text::fold;
use crate::text::number::NO_BREAK_SPACE;

/// Characters that no text should hold: controls except tab and line ends, and
/// the marks that turn the direction of writing and so hide what is written.
fn is_control(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// Letters that are not seen and mean nothing within a value.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Reports control characters and false Đ of a file.
pub(super) fn judge(file: FileId, text: &str, out: &mut Diagnostics) {
    if text.is_ascii() && !text.bytes().any(|byte| is_control(char::from(byte))) {
        return;
    }
    if let Some((span, letter, more)) = first(file, text, is_control) {
        let code = format!("U+{:04X}", u32::from(letter));
        let (vi, en) = also(more);
        out.push(
            Diagnostic::new(
                &CONTROL_CHARACTER,
                span,
                format!("ký tự điều khiển `{code}`{vi}, được đọc như dấu cách"),
                format!("control character `{code}`{en}, read as a space"),
            )
            .hint("xoá ký tự này", "delete the character"),
        );
    }
    if let Some((span, letter, more)) = first(file, text, fold::is_false_d) {
        let code = format!("U+{:04X}", u32::from(letter));
        let (vi, en) = also(more);
        let right = fold::true_d(letter);
        out.push(
            Diagnostic::new(
                &FALSE_D,
                span,
                format!("cần chữ `{right}`, gặp `{letter}` ({code}){vi}"),
                format!("expected `{right}`, found `{letter}` ({code}){en}"),
            )
            .hint(format!("thay bằng `{right}`"), format!("write `{right}`")),
        );
    }
}

/// The first letter of a kind and how many more there are.
fn first(file: FileId, text: &str, is: fn(char) -> bool) -> Option<(Span, char, usize)> {
    let mut found = text.char_indices().filter(|(_, letter)| is(*letter));
    let (at, letter) = found.next()?;
    let span = Span::new(file, at, at.saturating_add(letter.len_utf8()));
    Some((span, letter, found.count()))
}

fn also(more: usize) -> (String, String) {
    if more == 0 {
        return (String::new(), String::new());
    }
    (format!(" (và {more} chỗ nữa)"), format!(" (and {more} more)"))
}

/// The text for the YAML parser: every control character, and every no-break
/// space that stands where YAML wants a space (in the indentation, after a
/// colon), as so many spaces as it has bytes, so that places stay true.
pub(super) fn for_parser(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter| is_control(letter) || letter == NO_BREAK_SPACE) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at_space = true;
    for letter in text.chars() {
        if is_control(letter) || (at_space && letter == NO_BREAK_SPACE) {
            out.extend(std::iter::repeat_n(' ', letter.len_utf8()));
            continue;
        }
        out.push(letter);
        at_space = matches!(letter, '\n' | ':') || (at_space && matches!(letter, ' ' | '-'));
    }
    Cow::Owned(out)
}

/// A value of the front matter: composed, Đ repaired, no-break spaces plain,
/// nothing around it.
pub(super) fn value(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_owned();
    }
    let plain = |letter: char| match letter {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => ' ',
        _ if is_control(letter) => ' ',
        _ => fold::true_d(letter),
    };
    let composed = fold::nfc(text);
    let letters = composed.chars().filter(|letter| !is_invisible(*letter)).map(plain);
    letters.collect::<String>().trim().to_owned()
}

/// A story: composed, Đ repaired, control characters as spaces; line ends and
/// no-break spaces stay as they are.
pub(super) fn prose(text: &str) -> String {
    let plain = |letter: char| if is_control(letter) { ' ' } else { fold::true_d(letter) };
    if text.is_ascii() && !text.contains(is_control) {
        return text.to_owned();
    }
    fold::nfc(text).chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_composed_and_repaired() {
        for (written, want) in [
            ("Ð\u{e0} Lạt", "Đà Lạt"),
            ("\u{f0}ồng", "đồng"),
            ("Hoa\u{300}", "Hoà"),
            (" 500\u{a0}g ", "500 g"),
            ("a\u{200b}b", "ab"),
            ("a\u{85}b", "a b"),
            ("x", "x"),
        ] {
            assert_eq!(value(written), want, "{written:?}");
        }
    }

    #[test]
    fn stories_keep_lines_and_spaces() {
        assert_eq!(prose("a\r\n\r\n1\u{a0}kg \u{1}Ð"), "a\r\n\r\n1\u{a0}kg  Đ");
    }

    #[test]
    fn places_stay_true_for_the_parser() {
        let text = "a\u{85}b\u{8}c\u{202e}d";
        let bare = for_parser(text);
        assert_eq!(bare.len(), text.len());
        assert_eq!(bare, "a  b c   d");
        assert_eq!(for_parser("a:\u{a0}1\u{a0}kg\n\u{a0}b"), "a:  1\u{a0}kg\n  b");
    }
}
