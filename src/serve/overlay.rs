//! The news for the overlay: what is wrong, in words, as data for the script.
//!
//! Errors are always told; warnings and advice only where they lie in a file
//! that was edited since the preview began, because an old warning about another
//! dossier is not what the person who just saved wants to see. Each finding
//! comes with its place and its line. The script sets everything as text, never
//! as HTML.
//!
//! Pure: values in, JSON out.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;
use crate::diag::{Diagnostic, Severity};
use crate::model::failure::Failure;
use crate::source::{Lines, Tree};
use crate::text::lang::Lang;
use crate::text::number;

/// Most findings that are told one by one.
const TOLD: usize = 40;

/// Most letters of a line.
const LINE_MAX: usize = 300;

/// What a build found.
pub fn findings(
    tree: &Tree,
    findings: &Diagnostics,
    edited: &BTreeSet<String>,
    lang: Lang,
) -> Value {
    // There are few edited files, and findings by the ten thousand.
    let edited: BTreeSet<FileId> = edited.iter().filter_map(|path| tree.find(path)).collect();
    let is_edited = |finding: &Diagnostic| edited.contains(&finding.span.file);
    let matters =
        |finding: &&Diagnostic| finding.severity() == Severity::Error || is_edited(finding);
    let mut told: Vec<&Diagnostic> = findings.iter().filter(matters).collect();
    // The gravest first, those of edited files before others; the rest by place.
    told.sort_by_key(|it| (it.severity(), !is_edited(it)));
    let hidden = told.len().saturating_sub(TOLD);
    let shown = told.iter().take(TOLD).map(|it| finding(tree, it, lang));
    let more = number::count(hidden, lang);
    let more = lang.pick((
        format!("và {more} mục nữa: dacsan check"),
        format!("and {more} more: dacsan check"),
    ));
    json!({
        "failure": null,
        "findings": shown.collect::<Vec<_>>(),
        "more": if hidden > 0 { more } else { String::new() },
        "words": words(lang),
    })
}

/// What did not let a build end; the pages of before are still there.
pub fn failure(failure: &Failure, lang: Lang) -> Value {
    json!({
        "failure": {
            "what": failure.what.get(lang),
            "path": failure.path.as_ref().map(|path| path.display().to_string()),
            "source": failure.source.as_deref(),
            "hints": failure.hints.iter().map(|hint| hint.get(lang)).collect::<Vec<_>>(),
        },
        "findings": [],
        "more": "",
        "words": words(lang),
    })
}

fn finding(tree: &Tree, finding: &Diagnostic, lang: Lang) -> Value {
    let span = finding.span;
    let lines = Lines::new(tree.text(span.file).unwrap_or(""));
    let range = span.range();
    let (line, column) = lines.line_col(range.start);
    let (end_line, end) = lines.line_col(range.end);
    let text: String = lines.line(line).chars().take(LINE_MAX).collect();
    let letters = text.chars().count();
    // A finding about a file as a whole has no place in a line.
    let whole = range.is_empty() && range.start == 0;
    let end = if end_line == line { end } else { letters.saturating_add(1) };
    json!({
        "severity": match finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        },
        "word": finding.severity().word(lang),
        "code": finding.code.name,
        "path": tree.path(span.file),
        "line": line,
        "column": column,
        "message": finding.message.get(lang),
        "text": if whole { String::new() } else { text },
        "from": column.saturating_sub(1),
        "to": end.saturating_sub(1).max(column),
        "hints": finding.hints.iter().map(|hint| hint.get(lang)).collect::<Vec<_>>(),
    })
}

fn words(lang: Lang) -> Value {
    let say = |vi: &'static str, en: &'static str| lang.pick((vi, en));
    json!({
        "lang": lang.code(),
        "title": say("Cần sửa", "To put right"),
        "failed": say("Chưa dựng lại được", "The build stopped"),
        "kept": say(
            "Các trang đang xem là của lần dựng tốt gần nhất.",
            "The pages are those of the last good build."
        ),
        "withheld": say(
            "Trang này tạm chưa được đăng vì hồ sơ có lỗi; bản đang xem là bản trước khi lỗi.",
            "This page is withheld because its dossier has errors; you see it as it was before."
        ),
        "absent": say(
            "Chưa có trang nào ở địa chỉ này; nếu là trang của một hồ sơ có lỗi, sửa xong nó sẽ hiện ra.",
            "There is no page at this address yet; if its dossier has errors, it appears once they are mended."
        ),
        "hide": say("Thu gọn", "Hide"),
        "show": say("Xem", "Show"),
        "hint": say("gợi ý", "hint"),
        "lost": say(
            "Máy chủ xem thử đã dừng; đang chờ nó chạy lại…",
            "The preview has stopped; waiting for it to come back…"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;
    use crate::diag::span::Span;

    static ERROR: Code =
        Code { name: "odd", severity: Severity::Error, title: ("", ""), explain: ("", "") };
    static ADVICE: Code =
        Code { name: "better", severity: Severity::Advice, title: ("", ""), explain: ("", "") };

    #[test]
    fn errors_and_what_was_just_edited_are_told_with_their_lines() {
        let tree = Tree::from_memory(&[
            ("content/a.md", "tên: mật ong\nsao: năm\n".as_bytes()),
            ("content/b.md", "x: y\n".as_bytes()),
        ]);
        let id = |path: &str| tree.find(path).expect("there");
        let at = "tên: mật ong\nsao: ".len();
        let error = Diagnostic::new(
            &ERROR,
            Span::new(id("content/a.md"), at, at + "năm".len()),
            "cần số",
            "a number",
        )
        .hint("viết 5", "write 5");
        let advice =
            |path: &str| Diagnostic::new(&ADVICE, Span::start_of(id(path)), "nên", "better");
        let all: Diagnostics =
            [error, advice("content/a.md"), advice("content/b.md")].into_iter().collect();
        let edited = BTreeSet::from(["content/b.md".to_owned()]);
        let told = findings(&tree, &all, &edited, Lang::Vi);
        let list = told["findings"].as_array().expect("a list");
        assert_eq!(list.len(), 2);
        assert_eq!(list[0]["path"], "content/a.md");
        assert_eq!((&list[0]["line"], &list[0]["text"]), (&json!(2), &json!("sao: năm")));
        assert_eq!((&list[0]["from"], &list[0]["to"]), (&json!(5), &json!(8)));
        assert_eq!(list[0]["hints"], json!(["viết 5"]));
        assert_eq!((&list[1]["path"], &list[1]["text"]), (&json!("content/b.md"), &json!("")));
        assert_eq!(told["more"], "");
    }
}
