//! The `---` fence: which part of a file is YAML and which is story.
//!
//! A `.md` file starts with a line `---` (blank lines before it are forgiven),
//! then YAML, then another `---`; the rest is Markdown. A `.yaml` file is YAML
//! from its first to its last byte. Lines end with LF or CRLF.

use super::codes::yaml::{FRONT_MATTER_MISSING, FRONT_MATTER_UNCLOSED};
use super::letters;
use super::yaml::{self, Node, NodeKind, Source};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span};
use crate::model::story::Story;

/// Most bytes of the facts of a dossier or page.
pub(super) const DOSSIER_LIMIT: usize = 64 * 1024;
/// Most bytes of settings and reference files.
pub(super) const DATA_LIMIT: usize = 1024 * 1024;

/// A file cut into facts and story.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) file: FileId,
    /// The facts; null where there are none.
    pub(super) root: Node,
    /// Whether the facts broke off: what is missing says nothing then.
    pub(super) broken: bool,
    /// The opening fence, or the start of the file: where missing keys are reported.
    pub(super) top: Span,
    /// The story, unless nothing but white space is written.
    pub(super) story: Option<Story>,
}

/// Reads a `.yaml` file.
pub(super) fn data(file: FileId, text: &str, limit: usize, out: &mut Diagnostics) -> Document {
    letters::judge(file, text, out);
    let reading = yaml::read(Source { file, text, offset: 0, limit }, out);
    let top = Span::start_of(file);
    Document { file, root: reading.root, broken: reading.broken, top, story: None }
}

/// Reads a `.md` file that must have front matter.
pub(super) fn dossier(file: FileId, text: &str, out: &mut Diagnostics) -> Document {
    let Some(document) = optional(file, text, out) else {
        let first = text.trim_start();
        let start = text.len().saturating_sub(first.len());
        let line = first.lines().next().unwrap_or_default().trim_end();
        let span = Span::new(file, start, start.saturating_add(line.len()));
        out.push(
            Diagnostic::new(
                &FRONT_MATTER_MISSING,
                span,
                "cần dòng `---` mở đầu phần thông tin, chưa có",
                "expected a line `---` before the facts, found none",
            )
            .hint(
                "đặt thông tin ở đầu tệp, giữa hai dòng `---`",
                "put the facts at the top, between two lines `---`",
            ),
        );
        return bare(file, text, start, true);
    };
    document
}

/// Reads a `.md` file whose front matter may be missing; `None` without it.
pub(super) fn optional(file: FileId, text: &str, out: &mut Diagnostics) -> Option<Document> {
    let fence = opening(text)?;
    letters::judge(file, text, out);
    let top = Span::new(file, fence.start, fence.start.saturating_add(3));
    let Some(closing) = closing(text, fence.end) else {
        out.push(
            Diagnostic::new(
                &FRONT_MATTER_UNCLOSED,
                top,
                "phần thông tin mở ở đây không có dòng `---` kết thúc",
                "the facts that start here have no closing line `---`",
            )
            .hint(
                "thêm một dòng `---` sau mục cuối cùng",
                "add a line `---` after the last key",
            ),
        );
        let root = Node { span: top, kind: NodeKind::Null };
        return Some(Document { file, root, broken: true, top, story: None });
    };
    let yaml = text.get(fence.end..closing.start).unwrap_or_default();
    let source = Source { file, text: yaml, offset: fence.end, limit: DOSSIER_LIMIT };
    let reading = yaml::read(source, out);
    let story = story(file, text, closing.end);
    Some(Document { file, root: reading.root, broken: reading.broken, top, story })
}

/// A file that is all story: the `.md` of a pair.
pub(super) fn bare(file: FileId, text: &str, start: usize, broken: bool) -> Document {
    let top = Span::start_of(file);
    let root = Node { span: top, kind: NodeKind::Null };
    Document { file, root, broken, top, story: story(file, text, start) }
}

fn story(file: FileId, text: &str, start: usize) -> Option<Story> {
    let markdown = text.get(start..)?;
    let span = Span::new(file, start, text.len());
    let story = Story { markdown: letters::prose(markdown).into(), span };
    (!story.is_empty()).then_some(story)
}

/// The bytes between the two fences of a `.md`.
pub(super) fn fenced(text: &str) -> Option<std::ops::Range<usize>> {
    let start = opening(text)?.end;
    Some(start..closing(text, start)?.start)
}

/// The opening fence with its line break.
fn opening(text: &str) -> Option<std::ops::Range<usize>> {
    let start = text.len().saturating_sub(text.trim_start_matches(['\n', '\r', ' ']).len());
    let rest = text.get(start..)?;
    let line = rest.split_inclusive('\n').next()?;
    (line.trim_end() == "---").then(|| start..start.saturating_add(line.len()))
}

/// The closing fence with its line break, from a byte on.
fn closing(text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        let end = at.saturating_add(line.len());
        if line.trim_end() == "---" {
            return Some(at..end);
        }
        at = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, keys: usize, story: Option<(&str, u32)>, codes: &[&str]) {
        let mut out = Diagnostics::new();
        let document = dossier(FileId(0), text, &mut out);
        let found = match &document.root.kind {
            NodeKind::Map(entries) => entries.len(),
            _ => 0,
        };
        assert_eq!(found, keys, "{text:?}");
        let body = document.story.as_ref().map(|s| (&*s.markdown, s.span.start));
        assert_eq!(body, story, "{text:?}");
        let names: Vec<&str> = out.iter().map(|finding| finding.code.name).collect();
        assert_eq!(names, codes, "{text:?}");
    }

    #[test]
    fn files_are_cut_at_the_fences() {
        check("---\na: 1\nb: 2\n---\nxin chào\n", 2, Some(("xin chào\n", 18)), &[]);
        check("---\r\na: 1\r\n---\r\nx\r\ny", 1, Some(("x\r\ny", 16)), &[]);
        check("\n\n--- \na: 1\n---", 1, None, &[]);
        check("---\na: 1\n---\n  \n", 1, None, &[]);
        check("---\n---\nx", 0, Some(("x", 8)), &[]);
        check("---\na: 1\n", 0, None, &["front-matter-unclosed"]);
        check("a: 1\n", 0, Some(("a: 1\n", 0)), &["front-matter-missing"]);
        check("", 0, None, &["front-matter-missing"]);
    }

    #[test]
    fn a_rule_in_the_story_stays_a_rule() {
        check("---\na: 1\n---\nx\n\n---\n\ny\n", 1, Some(("x\n\n---\n\ny\n", 13)), &[]);
    }
}
