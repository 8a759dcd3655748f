//! Phrases in the running text of a product, with their places.
//!
//! Vietnamese marks tell words apart ("chữa" cures, "chua" is sour), so
//! phrases are compared with every mark, only case and line breaks forgiven,
//! and as whole words.
//!
//! Never folds, never judges: the rules do.

use crate::diag::span::Span;
use crate::model::product::Product;
use crate::model::story::Story;

/// A text and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'a> {
    text: &'a str,
    span: Span,
}

/// The Vietnamese texts of a product: name, summary, story.
pub(super) fn passages(product: &Product) -> impl Iterator<Item = Passage<'_>> {
    let name = Passage { text: &product.name.value, span: product.name.span };
    let summary = product.summary.iter();
    let summary = summary.map(|summary| Passage { text: &summary.value, span: summary.span });
    let story = product.story.iter();
    let story = story.map(|story| Passage { text: &story.markdown, span: story.span });
    std::iter::once(name).chain(summary).chain(story)
}

impl Passage<'_> {
    /// Where each of `phrases` (in small letters) stands; what lies inside one
    /// of `spared` (likewise) does not count.
    pub(super) fn find(
        &self,
        phrases: &[&'static str],
        spared: &[String],
    ) -> Vec<(&'static str, Span)> {
        let mut text = self.text.to_lowercase().replace(['\n', '\u{a0}'], " ");
        for spare in spared.iter().filter(|spare| !spare.is_empty()) {
            text = text.replace(spare.as_str(), &"\u{1}".repeat(spare.len()));
        }
        let mut found = Vec::new();
        for phrase in phrases {
            let whole = text.match_indices(phrase).find(|(at, _)| is_whole(&text, *at, phrase));
            if let Some((at, _)) = whole {
                found.push((*phrase, self.place(at, phrase.len(), text.len())));
            }
        }
        found
    }

    /// The place of a match, or of the whole passage where changing case or
    /// quoting has moved the bytes.
    fn place(&self, at: usize, length: usize, searched: usize) -> Span {
        let range = self.span.range();
        let written = range.len();
        if searched != self.text.len() {
            return self.span;
        }
        let start = match written.checked_sub(self.text.len()) {
            Some(0) => range.start,
            Some(2) => range.start + 1, // Between quotes.
            _ => return self.span,
        };
        Span::new(self.span.file, start + at, start + at + length)
    }
}

fn is_whole(text: &str, at: usize, phrase: &str) -> bool {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let after = text.get(at + phrase.len()..).and_then(|tail| tail.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// The place of a range of a story's Markdown, or of the whole story where the
/// file's bytes are not those of the text.
pub(super) fn place_in(story: &Story, range: std::ops::Range<usize>) -> Span {
    let whole = story.span.range();
    if whole.len() != story.markdown.len() {
        return story.span;
    }
    Span::new(story.span.file, whole.start + range.start, whole.start + range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::FileId;

    #[track_caller]
    fn check(text: &str, span: (usize, usize), want: &[(usize, usize)]) {
        let passage = Passage { text, span: Span::new(FileId(0), span.0, span.1) };
        let found = passage.find(&["chữa bệnh", "số một"], &["thuốc chữa bệnh".to_owned()]);
        let places: Vec<_> =
            found.iter().map(|(_, span)| (span.range().start, span.range().end)).collect();
        assert_eq!(places, want, "{text}");
    }

    #[test]
    fn phrases_are_found_as_whole_words_with_their_marks() {
        check("Chữa bệnh", (10, 23), &[(10, 23)]);
        check("rất SỐ MỘT", (0, 16), &[(6, 16)]);
        check("chua benh, số mộtt", (0, 21), &[]);
        check("không thay thuốc chữa bệnh", (0, 34), &[]);
        check("chữa\nbệnh", (0, 13), &[(0, 13)]);
    }

    #[test]
    fn quotes_shift_the_place_and_other_changes_give_the_whole() {
        check("số một", (10, 22), &[(11, 21)]);
        check("số một", (10, 40), &[(10, 40)]);
    }
}
