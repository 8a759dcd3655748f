//! Prose of an editor: Markdown with the place where it stands.
//!
//! Kept as written (in NFC); turning it into HTML is the renderer's work.

use crate::diag::span::Span;

/// Markdown body of a dossier or page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Markdown as the editor wrote it.
    pub markdown: String,
    /// Where it stands; `span.start` is the byte of `markdown`'s first byte.
    pub span: Span,
}

impl Story {
    /// Says whether nothing but white space was written.
    pub fn is_empty(&self) -> bool {
        self.markdown.trim().is_empty()
    }
}
