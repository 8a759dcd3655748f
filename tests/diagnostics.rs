//! Every finding of the parser, at its place: `tests/diagnostics/<code>.md`.
//!
//! A case is a product dossier with marks under the offending lines:
//! `#   ^^^^ code` points at the columns above its carets; a `#` right before
//! the first caret counts as one, so that column 1 can be marked; `#! code` is
//! a finding at the very start of the file. Lines `=== path` cut a case into
//! several files; a line `#* 9` repeats the one above it so often. Codes and ranges must be exactly those that are marked; of a
//! range over several lines the part on its first line counts.
#![expect(clippy::unwrap_used, reason = "a case that is not well formed ends the test")]

use std::fs;
use std::path::Path;

use dacsan::diag::sink::Diagnostics;
use dacsan::parse;
use dacsan::source::{Lines, Tree};

/// Path of a case without `===` lines.
const DOSSIER: &str = "content/products/mau.md";
/// Files that every case may refer to.
const SUPPORT: &[(&str, &str)] = &[
    ("content/producers/htx-vi-du.yaml", "name: Hợp tác xã Ví Dụ\nkind: hop-tac-xa\n"),
    ("content/producers/ho-a.yaml", "name: Hộ Trùng Tên\n"),
    ("content/producers/ho-b.yaml", "name: Hộ Trùng Tên\n"),
];

/// Path, line from 1, column from 1, columns, code.
type Mark = (String, usize, usize, usize, String);

/// The files of a case without their marks, and the marks.
fn cut(case: &str) -> (Vec<(String, String)>, Vec<Mark>) {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut marks = Vec::new();
    let mut lines = 0;
    for line in case.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("=== ") {
            files.push((path.trim_end().to_owned(), String::new()));
            lines = 0;
            continue;
        }
        if files.is_empty() {
            files.push((DOSSIER.to_owned(), String::new()));
        }
        let (path, text) = files.last_mut().unwrap();
        if let Some(times) = line.strip_prefix("#* ") {
            let last = text.lines().last().unwrap().to_owned();
            text.push_str(&format!("{last}\n").repeat(times.trim().parse().unwrap()));
            continue;
        }
        if let Some((column, length, code)) = mark(line.trim_end()) {
            let line = if column == 0 { 1 } else { lines };
            marks.push((path.clone(), line, column.max(1), length, code.to_owned()));
            continue;
        }
        text.push_str(line);
        lines += 1;
    }
    (files, marks)
}

/// Column (0 for the start of the file), columns and code of a mark.
fn mark(line: &str) -> Option<(usize, usize, &str)> {
    if let Some(code) = line.strip_prefix("#! ") {
        return Some((0, 0, code));
    }
    let rest = line.strip_prefix('#')?;
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let carets = rest.trim_start();
    let code = carets.trim_start_matches('^');
    let length = carets.len() - code.len();
    let code = code.strip_prefix(' ').filter(|_| length > 0)?;
    Some(if spaces == 0 { (1, length + 1, code) } else { (spaces + 2, length, code) })
}

/// What the parser finds in the files of a case.
fn findings(files: &[(String, String)]) -> Vec<Mark> {
    let own = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    let support = SUPPORT.iter().map(|(path, text)| (*path, text.as_bytes()));
    let all: Vec<(&str, &[u8])> = support.chain(own).collect();
    let tree = Tree::from_memory(&all);
    let mut out = Diagnostics::new();
    parse::catalogue(&tree, &mut out);
    out.finish();
    let mut found = Vec::new();
    for finding in &out {
        let text = tree.text(finding.span.file).unwrap_or_default();
        let range = finding.span.range();
        let first = text[range.clone()].split(['\n', '\r']).next().unwrap_or_default();
        let (line, column) = Lines::new(text).line_col(range.start);
        let path = tree.path(finding.span.file).to_owned();
        found.push((path, line, column, first.chars().count(), finding.code.name.to_owned()));
        words_are_good(finding);
    }
    found
}

fn words_are_good(finding: &dacsan::diag::Diagnostic) {
    let labels = finding.labels.iter().map(|label| &label.text);
    for text in labels.chain(&finding.hints).chain([&finding.message]) {
        for words in [&text.vi, &text.en] {
            assert!(!words.is_empty() && !words.ends_with('.'), "{words}");
            assert!(!words.starts_with(char::is_uppercase), "{words}");
        }
        assert_ne!(text.vi, text.en);
    }
}

#[test]
fn every_finding_stands_where_it_is_marked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut names: Vec<String> = Vec::new();
    let mut wrong: Vec<String> = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let case = String::from_utf8(fs::read(&path).unwrap()).unwrap();
        let (files, mut marks) = cut(&case);
        let mut found = findings(&files);
        marks.sort();
        found.sort();
        if found != marks {
            wrong.push(format!("{name}\n  found  {found:?}\n  marked {marks:?}"));
        }
        assert!(marks.iter().any(|mark| mark.4 == name), "{name} marks no finding of its name");
        names.push(name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    names.sort();
    let mut codes: Vec<&str> = parse::CODES.iter().map(|code| code.name).collect();
    codes.sort_unstable();
    assert_eq!(names, codes);
}
