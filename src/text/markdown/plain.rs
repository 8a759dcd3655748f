//! The words of a piece of Markdown, without its markup.
//!
//! White space becomes single blanks (the no-break space stays), numbers of
//! footnotes are left out, HTML counts as the text that it is shown as.
//!
//! Never escapes: the words are for attributes, ids and lists, each of which
//! escapes in its own way.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::text::clean::clean;

/// What becomes of images among the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Images {
    /// The words that stand in for them count.
    AsWords,
    /// They count nothing.
    LeftOut,
}

/// How many of the events lie within the element whose start has just been
/// taken off; its end is not counted.
pub(super) fn length_of(inside: &[Event<'_>]) -> usize {
    let mut depth = 0_usize;
    for (at, event) in inside.iter().enumerate() {
        match event {
            Event::Start(_) => depth = depth.saturating_add(1),
            Event::End(_) if depth == 0 => return at,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    inside.len()
}

/// The words of the element whose start has just been taken off.
pub(super) fn text_of(inside: &[Event<'_>], images: Images) -> String {
    let mut raw = String::new();
    let mut left_out = 0_usize;
    for event in inside.get(..length_of(inside)).unwrap_or_default() {
        match event {
            Event::Start(Tag::Image { .. }) if images == Images::LeftOut => left_out += 1,
            Event::End(TagEnd::Image) if images == Images::LeftOut => left_out -= 1,
            Event::Text(text) | Event::Code(text) if left_out == 0 => raw.push_str(text),
            Event::Html(text) | Event::InlineHtml(text) if left_out == 0 => raw.push_str(text),
            Event::SoftBreak | Event::HardBreak => raw.push(' '),
            _ => {}
        }
    }
    let raw = clean(&raw);
    let words: Vec<&str> =
        raw.split([' ', '\t', '\n']).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
