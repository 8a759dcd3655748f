//! What a build had to say, as text that reads back.
//!
//! Findings are kept with their code's name, place and words, so that a build
//! without changes says the same as the one before it. A code that the program
//! does not know any more makes the whole unreadable.

use serde::{Deserialize, Serialize};

use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span};
use crate::diag::{Code, Diagnostic};
use crate::text::lang::Text;

/// What a build had to say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Its findings.
    pub findings: Diagnostics,
    /// Its counts, in an order that the caller knows.
    pub numbers: Vec<u64>,
    /// The heaviest pages with their bytes.
    pub heaviest: Vec<(String, u64)>,
}

#[derive(Serialize, Deserialize)]
struct Whole {
    numbers: Vec<u64>,
    heaviest: Vec<(String, u64)>,
    findings: Vec<Row>,
}

type Words = (String, String);
type Place = (u32, u32, u32);

/// Code, place, message, labels, hints.
#[derive(Serialize, Deserialize)]
struct Row(String, Place, Words, Vec<(Place, Words)>, Vec<Words>);

impl Told {
    /// As text of one line.
    pub(super) fn to_text(&self) -> String {
        let whole = Whole {
            numbers: self.numbers.clone(),
            heaviest: self.heaviest.clone(),
            findings: self.findings.iter().map(row).collect(),
        };
        // Plain strings and numbers always serialise; an empty text is no seal.
        serde_json::to_string(&whole).unwrap_or_default()
    }

    /// Reads [`Told::to_text`] back; `codes` are sorted by name.
    pub(super) fn parse(text: &str, codes: &[&'static Code]) -> Option<Self> {
        let Whole { numbers, heaviest, findings } = serde_json::from_str(text).ok()?;
        let findings: Option<Diagnostics> =
            findings.into_iter().map(|row| finding(row, codes)).collect();
        Some(Self { findings: findings?, numbers, heaviest })
    }
}

fn row(finding: &Diagnostic) -> Row {
    let labels = finding.labels.iter().map(|label| (place(label.span), words(&label.text)));
    Row(
        finding.code.name.to_owned(),
        place(finding.span),
        words(&finding.message),
        labels.collect(),
        finding.hints.iter().map(words).collect(),
    )
}

fn finding(row: Row, codes: &[&'static Code]) -> Option<Diagnostic> {
    let Row(name, at, message, labels, hints) = row;
    let index = codes.binary_search_by(|code| code.name.cmp(&name)).ok()?;
    let mut finding = Diagnostic::new(codes.get(index)?, span(at), message.0, message.1);
    for (at, (vi, en)) in labels {
        finding = finding.label(span(at), vi, en);
    }
    for (vi, en) in hints {
        finding = finding.hint(vi, en);
    }
    Some(finding)
}

fn place(span: Span) -> Place {
    (span.file.0, span.start, span.end)
}

fn span((file, start, end): Place) -> Span {
    Span { file: FileId(file), start, end }
}

fn words(text: &Text) -> Words {
    (text.vi.clone(), text.en.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Severity;

    static CODE: Code = Code {
        name: "odd-price",
        severity: Severity::Warning,
        title: ("", ""),
        explain: ("", ""),
    };

    #[test]
    fn what_was_said_reads_back_as_long_as_the_codes_are_known() {
        let at = Span { file: FileId(3), start: 4, end: 9 };
        let finding = Diagnostic::new(&CODE, at, "giá \"lạ\"\n", "odd")
            .label(at, "ở đây", "here")
            .hint("sửa giá", "change the price");
        let told = Told {
            findings: [finding].into_iter().collect(),
            numbers: vec![1, 2],
            heaviest: vec![("a/index.html".to_owned(), 5)],
        };
        let text = told.to_text();
        assert!(!text.contains('\n'));
        assert_eq!(Told::parse(&text, &[&CODE]), Some(told));
        assert_eq!(Told::parse(&text, &[]), None);
        assert_eq!(Told::parse("{}", &[&CODE]), None);
    }
}
