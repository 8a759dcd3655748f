//! Prose of an editor as HTML, and the links in it.
//!
//! [`prose`] turns `CommonMark` (with tables, footnotes, struck-out text and task
//! lists) into HTML with one block per line; [`links`] finds what it points to.
//! HTML that an editor typed becomes text, and only addresses that
//! [`is_usable`] accepts become links: the writer makes every tag itself, so
//! nothing has to be filtered afterwards. There are no inline styles and no
//! inline scripts.
//!
//! Cost: one pass of the parser, one over its events; both are linear.
//!
//! Never knows a page or a photo: the caller's `resolve` says where an address
//! leads.

mod href;
mod notes;
mod outline;
mod plain;
mod writer;

#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

pub use href::is_usable;
use notes::Notes;
use plain::Images;

/// Longest excerpt in letters, its "…" included.
pub const EXCERPT_LONGEST: usize = 240;

/// A link or an image of a Markdown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address as written, entities and escapes undone; of an e-mail
    /// address in angle brackets, with `mailto:`.
    pub href: String,
    /// Bytes of the whole link, its text and brackets included. Of a reference
    /// link, the place where it is used.
    pub range: Range<usize>,
    /// Whether it is an image.
    pub image: bool,
    /// The words of the link, or the image's stand-in for those who cannot see it.
    pub text: String,
}

/// A heading that got an address of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Level in the page, `top_level` to 6.
    pub level: u8,
    /// The `id`, without `#`.
    pub id: String,
    /// Its words, not escaped.
    pub text: String,
}

/// A text turned into HTML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The HTML, each line ending with a line feed; empty for an empty text.
    pub html: String,
    /// The headings in reading order.
    pub headings: Vec<Heading>,
    /// Words of the first paragraph, at most [`EXCERPT_LONGEST`] letters, not
    /// escaped.
    pub excerpt: String,
}

/// Where an address of a text leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The address for the page.
    pub href: String,
    /// Width and height of an image in pixels, where they are known.
    pub size: Option<(u32, u32)>,
    /// Value of `srcset` of an image; may be empty.
    pub srcset: String,
}

impl Target {
    /// An address and nothing more.
    pub fn to(href: String) -> Self {
        Self { href, size: None, srcset: String::new() }
    }
}

/// Every link and every image of a text, in reading order.
///
/// Links within the words of an image do not count: nobody can follow them.
pub fn links(markdown: &str) -> Vec<Link> {
    let (events, ranges): (Vec<_>, Vec<_>) =
        Parser::new_ext(markdown, options()).into_offset_iter().unzip();
    let mut images = 0_usize;
    let mut found = Vec::new();
    for (at, (event, range)) in events.iter().zip(ranges).enumerate() {
        let is_image = matches!(event, Event::Start(Tag::Image { .. }));
        if matches!(event, Event::End(TagEnd::Image)) {
            images = images.saturating_sub(1);
        }
        if let Some(href) = address(event).filter(|_| images == 0) {
            let inside = events.get(at.saturating_add(1)..).unwrap_or_default();
            let text = plain::text_of(inside, Images::AsWords);
            found.push(Link { href, range, image: is_image, text });
        }
        images = images.saturating_add(usize::from(is_image));
    }
    found
}

/// A text as HTML.
///
/// `top_level` is the level of the first heading, 2 or 3; the others follow
/// without a gap. `resolve` is asked for every address that [`is_usable`]
/// accepts, `true` standing for an image; `None` leaves the words of the link,
/// or the stand-in of the image, as text.
///
/// Ids of headings begin with `muc-`, those of footnotes with `fn`, so they
/// never meet an id of the page around; `#cach-lam` leads to `#muc-cach-lam`.
pub fn prose(
    markdown: &str,
    top_level: u8,
    resolve: &dyn Fn(&str, bool) -> Option<Target>,
) -> Prose {
    let (body, notes) = Notes::split(Parser::new_ext(markdown, options()));
    let outline = outline::outline(&body, top_level);
    let html = writer::write(&body, &notes, &outline, resolve);
    let headings = outline.into_iter().flatten().collect();
    Prose { html, headings, excerpt: excerpt(&body) }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// The address of the link or image that starts here.
fn address(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Start(Tag::Link { link_type, dest_url, .. }) => Some(full(*link_type, dest_url)),
        Event::Start(Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    }
}

/// The address of a link; one in angle brackets has no `mailto:` of its own.
fn full(link_type: LinkType, written: &CowStr<'_>) -> String {
    match link_type {
        LinkType::Email => format!("mailto:{written}"),
        _ => written.to_string(),
    }
}

/// The words of every paragraph that has any: for print, which has its own marks.
pub fn paragraphs(markdown: &str) -> Vec<String> {
    let (body, _) = Notes::split(Parser::new_ext(markdown, options()));
    words_of_paragraphs(&body).filter(|text| !text.is_empty()).collect()
}

fn words_of_paragraphs(body: &[Event<'_>]) -> impl Iterator<Item = String> {
    let starts = body.iter().enumerate();
    let starts = starts.filter(|(_, event)| matches!(event, Event::Start(Tag::Paragraph)));
    starts.map(|(at, _)| {
        let inside = body.get(at.saturating_add(1)..).unwrap_or_default();
        plain::text_of(inside, Images::LeftOut)
    })
}

/// The words of the first paragraph that has any, cut between words.
fn excerpt(body: &[Event<'_>]) -> String {
    let first = words_of_paragraphs(body).find(|text| !text.is_empty());
    first.map_or_else(String::new, |text| cut(&text))
}

fn cut(text: &str) -> String {
    if text.chars().count() <= EXCERPT_LONGEST {
        return text.to_owned();
    }
    let head: String = text.chars().take(EXCERPT_LONGEST).collect();
    // The last blank of the head lies before its last letter, so "…" has room.
    let words = match head.rfind(' ') {
        Some(end) => head.get(..end).unwrap_or_default().to_owned(),
        None => head.chars().take(EXCERPT_LONGEST.saturating_sub(1)).collect(),
    };
    format!("{}…", words.trim_end_matches([' ', ',', ';', ':', '.', '–', '-']))
}
