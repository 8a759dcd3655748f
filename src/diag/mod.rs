//! Findings: what an editor should put right, as data.
//!
//! A [`Diagnostic`] has a stable [`Code`], a place, a message and labels in both
//! languages, and hints of one action each. How grave it is follows from the
//! code, never from the case. Stages push into a [`sink::Diagnostics`];
//! [`human`] and [`json`] turn one finding into text for people and machines.
//!
//! Never prints, never ends the run.

pub mod human;
pub mod json;
pub mod machine;
pub mod sink;
pub mod span;
pub mod suggest;

use crate::text::lang::{Lang, Text};
use span::Span;

/// How grave a finding is; the gravest sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page is not published.
    Error,
    /// Published, with a gap.
    Warning,
    /// Could be better.
    Advice,
}

impl Severity {
    /// All, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The word before the code: "lỗi", "cảnh báo", "lời khuyên".
    pub fn word(self, lang: Lang) -> &'static str {
        lang.pick(match self {
            Self::Error => ("lỗi", "error"),
            Self::Warning => ("cảnh báo", "warning"),
            Self::Advice => ("lời khuyên", "advice"),
        })
    }
}

/// A kind of finding: its stable name, how grave it is, and its explanation.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Kebab-case, never changed once published: `rating-expired`.
    pub name: &'static str,
    /// How grave every finding of this kind is.
    pub severity: Severity,
    /// One line: what the finding says in general (Vietnamese, English).
    pub title: (&'static str, &'static str),
    /// A paragraph for `dacsan explain`: why it matters and how to put it right.
    pub explain: (&'static str, &'static str),
}

/// A remark at a further place, or under the finding's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be said about it.
    pub text: Text,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// Where it is.
    pub span: Span,
    /// What is the matter here, with the number that decides.
    pub message: Text,
    /// Remarks at places; one at [`Diagnostic::span`] stands beside the carets.
    pub labels: Vec<Label>,
    /// What to do, one action each.
    pub hints: Vec<Text>,
}

impl Diagnostic {
    /// A finding with its message in both languages.
    pub fn new(
        code: &'static Code,
        span: Span,
        vi: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self { code, span, message: Text::new(vi, en), labels: Vec::new(), hints: Vec::new() }
    }

    /// Adds an action that would help.
    #[must_use]
    pub fn hint(mut self, vi: impl Into<String>, en: impl Into<String>) -> Self {
        // Nearly always the only one, and there are findings by the ten thousand.
        self.hints.reserve_exact(1);
        self.hints.push(Text::new(vi, en));
        self
    }

    /// Adds what may have been meant instead, where anything is near.
    #[must_use]
    pub fn did_you_mean(mut self, near: Option<&str>) -> Self {
        self.hints.extend(near.map(suggest::did_you_mean));
        self
    }

    /// Adds a remark at a place.
    #[must_use]
    pub fn label(mut self, span: Span, vi: impl Into<String>, en: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: Text::new(vi, en) });
        self
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.code.severity
    }
}
