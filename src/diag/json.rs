//! One finding as one line of JSON, for machines.
//!
//! Keys stand in a fixed order; texts are given in both languages; lines and
//! columns count from 1, columns in characters. The format only grows: keys
//! are added, never renamed.
//!
//! Never prints, never looks at the file.

use serde::Serialize;

use super::{Diagnostic, Severity};
use crate::text::lang::Text;

#[derive(Serialize)]
struct Finding<'a> {
    severity: &'static str,
    code: &'static str,
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: Pair<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<Pair<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hints: Vec<Pair<'a>>,
}

#[derive(Serialize)]
struct Pair<'a> {
    vi: &'a str,
    en: &'a str,
}

fn pair(text: &Text) -> Pair<'_> {
    Pair { vi: &text.vi, en: &text.en }
}

/// The finding as JSON without a line break. `start` and `end` are line and
/// column of its span, from 1.
pub fn line(
    finding: &Diagnostic,
    path: &str,
    start: (usize, usize),
    end: (usize, usize),
) -> String {
    let record = Finding {
        severity: match finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        },
        code: finding.code.name,
        path,
        line: start.0,
        column: start.1,
        end_line: end.0,
        end_column: end.1,
        message: pair(&finding.message),
        labels: finding.labels.iter().map(|label| pair(&label.text)).collect(),
        hints: finding.hints.iter().map(pair).collect(),
    };
    // Plain strings and numbers always serialise; an empty line would still be honest.
    serde_json::to_string(&record).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::super::span::{FileId, Span};
    use super::*;

    static CODE: Code = Code {
        name: "odd-price",
        severity: Severity::Warning,
        title: ("", ""),
        explain: ("", ""),
    };

    #[test]
    fn a_finding_is_one_line() {
        let finding = Diagnostic::new(&CODE, Span::new(FileId(0), 3, 5), "giá \"lạ\"\n", "odd")
            .hint("sửa giá", "change the price");
        assert_eq!(
            line(&finding, "content/a.md", (9, 16), (9, 18)),
            concat!(
                r#"{"severity":"warning","code":"odd-price","path":"content/a.md","#,
                r#""line":9,"column":16,"end_line":9,"end_column":18,"#,
                r#""message":{"vi":"giá \"lạ\"\n","en":"odd"},"#,
                r#""hints":[{"vi":"sửa giá","en":"change the price"}]}"#,
            )
        );
    }
}
