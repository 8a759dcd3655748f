//! The sink that stages push findings into.
//!
//! Findings arrive in any order; [`Diagnostics::finish`] sorts them by file and
//! place and drops exact repetitions, so the same content always gives the
//! same report.
//!
//! Never loses a finding: capping long reports is the printer's business.

use std::collections::{BTreeMap, BTreeSet};

use super::span::FileId;
use super::{Diagnostic, Severity};

/// Findings collected so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diagnostics {
    findings: Vec<Diagnostic>,
}

impl Diagnostics {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Sorts by file, place, code and message, and drops exact repetitions.
    pub fn finish(&mut self) {
        finish(&mut self.findings);
    }

    /// Puts these in the place of all that were found in some files; those of before are sorted.
    pub fn replace(&mut self, files: &BTreeSet<FileId>, new: Self) {
        let mut of: BTreeMap<FileId, Vec<Diagnostic>> =
            files.iter().map(|file| (*file, Vec::new())).collect();
        for finding in new {
            of.entry(finding.span.file).or_default().push(finding);
        }
        for (file, mut own) in of {
            let start = self.findings.partition_point(|it| it.span.file < file);
            let end = self.findings.partition_point(|it| it.span.file <= file);
            if !files.contains(&file) {
                own.extend(self.findings.get(start..end).unwrap_or_default().iter().cloned());
            }
            finish(&mut own);
            drop(self.findings.splice(start..end, own));
        }
    }

    /// The findings in their present order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.findings.iter()
    }

    /// How many there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// The files that have at least one error.
    pub fn files_with_errors(&self) -> BTreeSet<FileId> {
        let errors = self.iter().filter(|finding| finding.severity() == Severity::Error);
        errors.map(|finding| finding.span.file).collect()
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }
}

fn finish(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| {
        let key = |finding: &Diagnostic| {
            let span = finding.span;
            (span.file, span.start, finding.code.name, span.end)
        };
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
    findings.dedup();
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, findings: I) {
        self.findings.extend(findings);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(findings: I) -> Self {
        Self { findings: findings.into_iter().collect() }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::super::span::Span;
    use super::*;

    static NO_NAME: Code = Code {
        name: "no-name",
        severity: Severity::Error,
        title: ("thiếu tên", "no name"),
        explain: ("", ""),
    };
    static ODD_PRICE: Code = Code {
        name: "odd-price",
        severity: Severity::Warning,
        title: ("giá lạ", "odd price"),
        explain: ("", ""),
    };

    fn finding(code: &'static Code, file: u32, start: usize) -> Diagnostic {
        Diagnostic::new(code, Span::new(FileId(file), start, start), code.title.0, code.title.1)
    }

    #[test]
    fn findings_are_sorted_by_place_and_said_once() {
        let mut sink = Diagnostics::new();
        sink.push(finding(&ODD_PRICE, 2, 0));
        sink.push(finding(&ODD_PRICE, 1, 9));
        sink.extend([
            finding(&NO_NAME, 1, 9),
            finding(&ODD_PRICE, 1, 9),
            finding(&NO_NAME, 1, 3),
        ]);
        sink.finish();
        let places = sink.iter().map(|f| (f.span.file.0, f.span.start, f.code.name));
        assert_eq!(
            places.collect::<Vec<_>>(),
            [(1, 3, "no-name"), (1, 9, "no-name"), (1, 9, "odd-price"), (2, 0, "odd-price")]
        );
        assert_eq!((sink.count(Severity::Error), sink.count(Severity::Warning)), (2, 2));
        assert_eq!(sink.files_with_errors().into_iter().collect::<Vec<_>>(), [FileId(1)]);
    }

    #[test]
    fn what_was_found_in_a_file_is_replaced() {
        let mut sink: Diagnostics =
            [finding(&ODD_PRICE, 1, 0), finding(&NO_NAME, 2, 5), finding(&NO_NAME, 3, 0)]
                .into_iter()
                .collect();
        let new = [finding(&NO_NAME, 2, 9), finding(&ODD_PRICE, 2, 1), finding(&NO_NAME, 1, 0)];
        sink.replace(&[FileId(2), FileId(4)].into(), new.into_iter().collect());
        let places = sink.iter().map(|f| (f.span.file.0, f.span.start, f.code.name));
        assert_eq!(
            places.collect::<Vec<_>>(),
            [
                (1, 0, "no-name"),
                (1, 0, "odd-price"),
                (2, 1, "odd-price"),
                (2, 9, "no-name"),
                (3, 0, "no-name")
            ]
        );
    }
}
