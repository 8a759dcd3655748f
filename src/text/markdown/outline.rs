//! Headings of a text: their level in the page and their ids.
//!
//! Levels follow the outline that the editor meant, not the number of `#`: the
//! first heading gets the top level, a deeper one is exactly one deeper than
//! the heading it stands under. An id is the slug of the words with `muc-` in
//! front, and a number behind where a text repeats itself.
//!
//! Never changes an id for what comes later in the text.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::Heading;
use super::plain::{Images, text_of};
use crate::text::slug::slugify;

/// Begins every id of a heading.
pub(super) const PREFIX: &str = "muc-";

const DEEPEST: usize = 6;

/// The headings in the order of their starts; `None` for one without words,
/// which is not shown as a heading.
pub(super) fn outline(body: &[Event<'_>], top_level: u8) -> Vec<Option<Heading>> {
    let mut above: Vec<HeadingLevel> = Vec::new();
    let mut taken = BTreeSet::new();
    let mut headings = Vec::new();
    for (at, event) in body.iter().enumerate() {
        let Event::Start(Tag::Heading { level, .. }) = event else { continue };
        let inside = body.get(at.saturating_add(1)..).unwrap_or_default();
        let text = text_of(inside, Images::AsWords);
        if text.is_empty() {
            headings.push(None);
            continue;
        }
        while above.last().is_some_and(|last| last >= level) {
            above.pop();
        }
        let depth = usize::from(top_level).saturating_add(above.len()).min(DEEPEST);
        above.push(*level);
        let level = u8::try_from(depth).unwrap_or(top_level);
        headings.push(Some(Heading { level, id: free_id(&text, &mut taken), text }));
    }
    headings
}

fn free_id(text: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = slugify(text);
    let first = match slug.as_str() {
        "" => PREFIX.trim_end_matches('-').to_owned(),
        slug => format!("{PREFIX}{slug}"),
    };
    let numbered = (2_usize..).map(|number| format!("{first}-{number}"));
    let mut candidates = std::iter::once(first.clone()).chain(numbered);
    let free = candidates.find(|id| !taken.contains(id)).unwrap_or(first);
    taken.insert(free.clone());
    free
}
