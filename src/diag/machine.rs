//! Findings for other programs: SARIF, annotations of GitHub, `JUnit`.
//!
//! Each is a pure function from findings with their places to text. Lines and
//! columns count from 1, columns in characters; paths are from the root of the
//! catalogue with `/`. What a format cannot hold (hints, for one) goes into its
//! message. Text is escaped as each format wants it, so that no content of a
//! dossier can end a line, a tag or a command early.

use serde_json::{Value, json};

use super::{Code, Diagnostic, Severity};
use crate::text::html;
use crate::text::lang::Lang;

/// A finding with its place worked out.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// The finding.
    pub finding: &'a Diagnostic,
    /// File, from the root of the catalogue.
    pub path: &'a str,
    /// Line and column of its start.
    pub start: (usize, usize),
    /// Line and column after its end.
    pub end: (usize, usize),
}

/// Message with the hints after it, one a line.
fn told(finding: &Diagnostic, lang: Lang) -> String {
    let hints = finding.hints.iter().map(|hint| hint.get(lang));
    let lines: Vec<&str> = std::iter::once(finding.message.get(lang)).chain(hints).collect();
    lines.join("\n")
}

/// Workflow commands of GitHub: one annotation a line.
pub fn github(findings: &[Placed<'_>], lang: Lang) -> String {
    let line = |it: &Placed<'_>| {
        let level = match it.finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let place = format!(
            "file={},line={},col={},endLine={},endColumn={}",
            property(it.path),
            it.start.0,
            it.start.1,
            it.end.0,
            it.end.1
        );
        let title = property(it.finding.code.name);
        format!("::{level} {place},title={title}::{}\n", data(&told(it.finding, lang)))
    };
    findings.iter().map(line).collect::<Vec<_>>().concat()
}

/// Text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// SARIF 2.1.0 with every rule that the findings name.
pub fn sarif(findings: &[Placed<'_>], version: &str, lang: Lang) -> String {
    let mut codes: Vec<&Code> = findings.iter().map(|it| it.finding.code).collect();
    codes.sort_by_key(|code| code.name);
    codes.dedup_by_key(|code| code.name);
    let rules: Vec<Value> = codes
        .iter()
        .map(|code| {
            json!({
                "id": code.name,
                "shortDescription": {"text": lang.pick(code.title)},
                "fullDescription": {"text": lang.pick(code.explain)},
                "defaultConfiguration": {"level": level(code.severity)},
            })
        })
        .collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|it| {
            let name = it.finding.code.name;
            json!({
                "ruleId": name,
                "ruleIndex": codes.iter().position(|code| code.name == name),
                "level": level(it.finding.severity()),
                "message": {"text": told(it.finding, lang)},
                "locations": [{"physicalLocation": {
                    "artifactLocation": {"uri": uri(it.path)},
                    "region": {
                        "startLine": it.start.0,
                        "startColumn": it.start.1,
                        "endLine": it.end.0,
                        "endColumn": it.end.1,
                    },
                }}],
            })
        })
        .collect();
    let whole = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "dacsan", "version": version, "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{whole:#}\n")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A path as a relative URI.
fn uri(path: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    utf8_percent_encode(path, KEPT).to_string()
}

/// `JUnit`: a suite for each file, a failed case for each finding.
///
/// A catalogue without findings is one case that passed, for a report without
/// cases counts as a report that is missing.
pub fn junit(findings: &[Placed<'_>], lang: Lang) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let count = findings.len();
    let tests = count.max(1);
    out.extend([format!(
        "<testsuites name=\"dacsan\" tests=\"{tests}\" failures=\"{count}\">\n"
    )]);
    if findings.is_empty() {
        out.push_str("  <testsuite name=\"dacsan\" tests=\"1\" failures=\"0\">\n");
        out.push_str("    <testcase classname=\"dacsan\" name=\"check\"/>\n  </testsuite>\n");
    }
    let mut rest = findings;
    while let Some(first) = rest.first() {
        let own = rest.iter().take_while(|it| it.path == first.path).count();
        let (these, after) = rest.split_at(own);
        rest = after;
        let path = xml(first.path);
        out.extend([format!(
            "  <testsuite name=\"{path}\" tests=\"{own}\" failures=\"{own}\">\n"
        )]);
        out.extend(these.iter().map(|it| case(it, &path, lang)));
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn case(it: &Placed<'_>, path: &str, lang: Lang) -> String {
    let (line, column) = it.start;
    let code = it.finding.code.name;
    let word = xml(it.finding.severity().word(lang));
    let message = xml(it.finding.message.get(lang));
    let whole = xml(&told(it.finding, lang));
    format!(
        "    <testcase classname=\"{path}\" name=\"{code} {line}:{column}\" file=\"{path}\" \
         line=\"{line}\">\n      <failure type=\"{word}\" message=\"{message}\">{path}:{line}:{column}: \
         {whole}</failure>\n    </testcase>\n"
    )
}

/// Escaped for XML, which has no place for control characters.
fn xml(text: &str) -> String {
    let kept = |c: &char| !c.is_control() || *c == '\n';
    let text: String = text.chars().filter(kept).collect();
    html::escape(&text.replace(['\u{fffe}', '\u{ffff}'], ""))
}

#[cfg(test)]
mod tests {
    use super::super::span::{FileId, Span};
    use super::*;

    static CODE: Code = Code {
        name: "odd-price",
        severity: Severity::Warning,
        title: ("giá lạ", "odd price"),
        explain: ("Vì sao.", "Why."),
    };

    fn finding() -> Diagnostic {
        Diagnostic::new(&CODE, Span::new(FileId(0), 3, 5), "giá \"<lạ>\"\r\u{1}, 5%", "odd")
            .hint("sửa giá", "mend it")
    }

    fn placed(finding: &Diagnostic) -> Placed<'_> {
        Placed { finding, path: "content/Mật ong,1.md", start: (9, 16), end: (9, 18) }
    }

    #[test]
    fn annotations_cannot_be_broken_out_of() {
        let finding = finding();
        assert_eq!(
            github(&[placed(&finding)], Lang::Vi),
            "::warning file=content/Mật ong%2C1.md,line=9,col=16,endLine=9,endColumn=18,\
             title=odd-price::giá \"<lạ>\"%0D\u{1}, 5%25%0Asửa giá\n"
        );
    }

    #[test]
    fn sarif_names_its_rules_once() {
        let finding = finding();
        let text = sarif(&[placed(&finding), placed(&finding)], "1.0", Lang::En);
        let value: Value = serde_json::from_str(&text).unwrap();
        let run = &value["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), 1);
        let place = &run["results"][1]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/M%E1%BA%ADt%20ong%2C1.md");
        assert_eq!(place["region"]["startColumn"], 16);
        assert_eq!(run["results"][0]["message"]["text"], "odd\nmend it");
    }

    #[test]
    fn junit_is_well_formed_whatever_is_written() {
        let finding = finding();
        let text = junit(&[placed(&finding)], Lang::Vi);
        assert!(text.contains("message=\"giá &quot;&lt;lạ&gt;&quot;, 5%\""), "{text}");
        assert!(!text.contains('\u{1}'));
        assert!(junit(&[], Lang::Vi).contains("tests=\"1\" failures=\"0\""));
    }
}
