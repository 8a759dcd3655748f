//! Prose of an editor: Markdown with the place where it stands.
//!
//! Kept as written (in NFC); turning it into HTML is the renderer's work. Where the file
//! says it letter by letter, as it nearly always does, the text of the file is shared.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use crate::diag::span::Span;

/// Markdown body of a dossier or page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Markdown as the editor wrote it.
    pub markdown: Prose,
    /// Where it stands; `span.start` is the byte of `markdown`'s first byte.
    pub span: Span,
}

impl Story {
    /// Says whether nothing but white space was written.
    pub fn is_empty(&self) -> bool {
        self.markdown.trim().is_empty()
    }

    /// The same, without a text of its own where the file's says the same.
    #[must_use]
    pub fn sharing(self, file: Option<&Arc<str>>) -> Self {
        let range = self.span.range();
        match file.filter(|text| text.get(range.clone()) == Some(&*self.markdown)) {
            Some(text) => Self { markdown: Prose::Part(Arc::clone(text), range), ..self },
            None => self,
        }
    }
}

/// A text that may be a part of a longer one.
#[derive(Clone)]
pub enum Prose {
    /// Its own text.
    Own(Box<str>),
    /// A part of the text of a file.
    Part(Arc<str>, Range<usize>),
}

impl Deref for Prose {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Own(text) => text,
            Self::Part(text, range) => text.get(range.clone()).unwrap_or_default(),
        }
    }
}

impl From<String> for Prose {
    fn from(text: String) -> Self {
        Self::Own(text.into_boxed_str())
    }
}

impl From<&str> for Prose {
    fn from(text: &str) -> Self {
        Self::Own(text.into())
    }
}

impl PartialEq for Prose {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Prose {}

impl fmt::Debug for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::FileId;

    #[test]
    fn a_text_is_shared_where_the_file_says_the_same() {
        let file: Arc<str> = "---\n---\nmật ong".into();
        let story = |markdown: &str, start| Story {
            markdown: markdown.into(),
            span: Span::new(FileId(0), start, file.len()),
        };
        for (story, shares) in [
            (story("mật ong", 8), true),
            (story("mật  ong", 8), false),
            (story("mật ong", 9), false),
            // Within a letter.
            (story("mật ong", 10), false),
        ] {
            let same = story.clone().sharing(Some(&file));
            assert_eq!(same, story);
            assert_eq!(matches!(same.markdown, Prose::Part(..)), shares, "{same:?}");
        }
    }
}
