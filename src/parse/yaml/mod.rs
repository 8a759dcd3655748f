//! YAML as a tree in which every value knows its place.
//!
//! Events of `granit-parser` become [`Node`]s. Scalars stay text: `0209`, `no`
//! and `2024-01-31` are what the editor typed, `~` and nothing are no value. Of
//! a text that breaks off the tree holds all that stood before, so that one
//! mistake costs one key and not the dossier.
//!
//! Refused, each with its finding: anchors, aliases, tags, more than
//! [`DEPTH`] levels, a second document. Cost: about 45 µs for a dossier.

mod broken;

use granit_parser::{Event, Options, Parser, ScalarStyle};

use super::codes::yaml::{YAML_ANCHOR, YAML_SYNTAX, YAML_TAB, YAML_TOO_DEEP, YAML_TOO_LARGE};
use super::letters;
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span, Spanned};

/// Levels of lists and mappings that a file may nest.
const DEPTH: usize = 8;

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) kind: NodeKind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NodeKind {
    /// `~`, or nothing at all.
    Null,
    /// Text on one line, as the model keeps it.
    Line(String),
    /// Text of a block (`|` or `>`), line ends kept.
    Block(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: Spanned<String>,
    pub(super) value: Node,
}

/// A part of a file that is YAML.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: FileId,
    /// The YAML text.
    pub(super) text: &'a str,
    /// Where it starts in the file.
    pub(super) offset: usize,
    /// Most bytes it may have.
    pub(super) limit: usize,
}

impl Source<'_> {
    /// Bytes of the YAML as a place in the file.
    fn span(&self, start: usize, end: usize) -> Span {
        let at = |byte: usize| byte.saturating_add(self.offset);
        Span::new(self.file, at(start), at(end))
    }
}

/// What was read.
#[derive(Debug)]
pub(super) struct Reading {
    /// The tree; null for a text without any value.
    pub(super) root: Node,
    /// Whether the text broke off, so that what is missing says nothing.
    pub(super) broken: bool,
}

/// Reads a text as one YAML document.
pub(super) fn read(source: Source<'_>, out: &mut Diagnostics) -> Reading {
    let nothing = Node { span: source.span(0, 0), kind: NodeKind::Null };
    if source.text.len() > source.limit {
        let (kb, most) = (source.text.len().div_ceil(1024), source.limit / 1024);
        let first = source.text.lines().next().unwrap_or_default().trim_end();
        out.push(Diagnostic::new(
            &YAML_TOO_LARGE,
            source.span(0, first.len()),
            format!("nhiều nhất là {most} KB, gặp {kb} KB"),
            format!("expected at most {most} KB, found {kb} KB"),
        ));
        return Reading { root: nothing, broken: true };
    }
    let tabs = report_tabs(source, out);
    let bare = letters::for_parser(source.text);
    let mut options = Options::default();
    options.set_emit_comments(false);
    let mut builder = Builder { source, stack: Vec::new(), root: None, documents: 0 };
    for event in Parser::new_from_str_with_options(&bare, options) {
        let step = match event {
            Ok((event, span)) => {
                let byte = |marker: granit_parser::Marker| marker.byte_offset().unwrap_or(0);
                let tag = span.tag_start.map(byte);
                builder.accept(event, byte(span.start)..byte(span.end), tag)
            }
            // A tab in the indentation is reported already, with its own words.
            Err(_) if tabs => Err(None),
            Err(error) => Err(Some(broken::explain(source, &error))),
        };
        if let Err(finding) = step {
            out.extend(finding);
            return Reading { root: builder.finish().unwrap_or(nothing), broken: true };
        }
    }
    Reading { root: builder.finish().unwrap_or(nothing), broken: false }
}

/// Reports tabs in the indentation once, with how many lines have them.
fn report_tabs(source: Source<'_>, out: &mut Diagnostics) -> bool {
    if !source.text.contains('\t') {
        return false;
    }
    let mut found: Option<(Span, usize)> = None;
    let mut at = 0usize;
    for line in source.text.split_inclusive('\n') {
        let indent = line.len().saturating_sub(line.trim_start_matches([' ', '\t']).len());
        let blank = line.trim().is_empty();
        if let Some(tab) = line.get(..indent).and_then(|indent| indent.find('\t'))
            && !blank
        {
            let here = source.span(at.saturating_add(tab), at.saturating_add(indent));
            let (span, lines) = found.unwrap_or((here, 0));
            found = Some((span, lines.saturating_add(1)));
        }
        at = at.saturating_add(line.len());
    }
    let Some((span, lines)) = found else { return false };
    out.push(
        Diagnostic::new(
            &YAML_TAB,
            span,
            format!("cần dấu cách ở đầu dòng, gặp dấu tab ({lines} dòng)"),
            format!("expected spaces at the start of the line, found a tab (lines: {lines})"),
        )
        .hint("thay mỗi dấu tab bằng hai dấu cách", "replace every tab by two spaces"),
    );
    true
}

/// A list or mapping that is still open.
enum Open {
    List { start: usize, items: Vec<Node> },
    Map { start: usize, entries: Vec<Entry>, key: Option<Spanned<String>> },
}

struct Builder<'a> {
    source: Source<'a>,
    stack: Vec<Open>,
    root: Option<Node>,
    documents: usize,
}

type Step = Result<(), Option<Diagnostic>>;

impl Builder<'_> {
    fn accept(
        &mut self,
        event: Event<'_>,
        at: std::ops::Range<usize>,
        tag_start: Option<usize>,
    ) -> Step {
        match event {
            Event::DocumentStart(..) => {
                self.documents = self.documents.saturating_add(1);
                if self.documents > 1 {
                    return Err(Some(self.second_document(&at)));
                }
                Ok(())
            }
            Event::Alias(_) => Err(Some(self.refused("*", at.start))),
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_marks(anchor, tag.map(|_| tag_start.unwrap_or(at.start)), &at)?;
                self.put(Node {
                    span: self.source.span(at.start, at.end),
                    kind: scalar(&text, style),
                });
                Ok(())
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_marks(anchor, tag.map(|_| tag_start.unwrap_or(at.start)), &at)?;
                self.open(Open::List { start: at.start, items: Vec::new() }, &at)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_marks(anchor, tag.map(|_| tag_start.unwrap_or(at.start)), &at)?;
                self.open(Open::Map { start: at.start, entries: Vec::new(), key: None }, &at)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                // A bracket ends where it stands; an indented block with its last value.
                self.close((at.end > at.start).then_some(at.end));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn open(&mut self, open: Open, at: &std::ops::Range<usize>) -> Step {
        if self.stack.len() >= DEPTH {
            return Err(Some(Diagnostic::new(
                &YAML_TOO_DEEP,
                self.source.span(at.start, at.end),
                format!(
                    "nhiều nhất {DEPTH} cấp lồng nhau, gặp cấp thứ {}",
                    DEPTH.saturating_add(1)
                ),
                format!(
                    "expected at most {DEPTH} levels, found level {}",
                    DEPTH.saturating_add(1)
                ),
            )));
        }
        self.stack.push(open);
        Ok(())
    }

    fn close(&mut self, bracket: Option<usize>) {
        let Some(open) = self.stack.pop() else { return };
        self.put(closed(self.source, open, bracket));
    }

    fn put(&mut self, node: Node) {
        match self.stack.last_mut() {
            None => {
                self.root.get_or_insert(node);
            }
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(key) => entries.push(Entry { key, value: node }),
                None => *key = Some(Spanned::new(name_of(&node), node.span)),
            },
        }
    }

    /// The root. Where the text broke off, the key of the root that was still
    /// being read is left out: half a value would only give rise to more findings.
    fn finish(mut self) -> Option<Node> {
        self.stack.truncate(1);
        self.close(None);
        self.root
    }

    fn refuse_marks(
        &self,
        anchor: usize,
        tag: Option<usize>,
        at: &std::ops::Range<usize>,
    ) -> Step {
        if let Some(start) = tag {
            return Err(Some(self.refused("!", start)));
        }
        if anchor == 0 {
            return Ok(());
        }
        let before = self.source.text.get(..at.start).unwrap_or_default();
        Err(Some(self.refused("&", before.rfind('&').unwrap_or(at.start))))
    }

    fn refused(&self, sign: &str, start: usize) -> Diagnostic {
        refused_mark(self.source, sign, start)
    }

    fn second_document(&self, at: &std::ops::Range<usize>) -> Diagnostic {
        let rest = self.source.text.get(at.start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default().trim_end();
        Diagnostic::new(
            &YAML_SYNTAX,
            self.source.span(at.start, at.start.saturating_add(line.len())),
            "mỗi tệp một hồ sơ, gặp phần thứ hai sau dòng `---` hoặc `...`",
            "expected one document in the file, found a second after `---` or `...`",
        )
        .hint("bỏ dòng `---` ở giữa", "take the line `---` out")
    }
}

/// Finding about `&`, `*` or `!`; carets stand under the whole word.
fn refused_mark(source: Source<'_>, sign: &str, start: usize) -> Diagnostic {
    let rest = source.text.get(start..).unwrap_or_default();
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    Diagnostic::new(
        &YAML_ANCHOR,
        source.span(start, start.saturating_add(length)),
        format!("cần một giá trị, gặp dấu `{sign}` của YAML"),
        format!("expected a value, found YAML's `{sign}`"),
    )
    .hint(
        "đặt giá trị trong dấu ngoặc kép, hoặc viết giá trị ra",
        "put the value in quotes, or write it out",
    )
}

fn closed(source: Source<'_>, open: Open, bracket: Option<usize>) -> Node {
    let base = u32::try_from(source.offset).unwrap_or(u32::MAX);
    let place = |start: usize, last: Option<u32>| {
        let last = last.map(|end| usize::try_from(end.saturating_sub(base)).unwrap_or(start));
        source.span(start, bracket.or(last).unwrap_or(start).max(start))
    };
    match open {
        Open::List { start, items } => {
            let span = place(start, items.last().map(|item| item.span.end));
            Node { span, kind: NodeKind::List(items) }
        }
        Open::Map { start, entries, .. } => {
            let span = place(start, entries.last().map(|entry| entry.value.span.end));
            Node { span, kind: NodeKind::Map(entries) }
        }
    }
}

fn scalar(text: &str, style: ScalarStyle) -> NodeKind {
    match style {
        ScalarStyle::Plain if matches!(text, "" | "~") => NodeKind::Null,
        ScalarStyle::Literal | ScalarStyle::Folded => NodeKind::Block(letters::prose(text)),
        _ => NodeKind::Line(letters::value(text)),
    }
}

/// A key as text; a list or mapping as key is no key that anybody knows.
fn name_of(node: &Node) -> String {
    match &node.kind {
        NodeKind::Line(text) | NodeKind::Block(text) => text.clone(),
        NodeKind::Null => "~".to_owned(),
        NodeKind::List(_) | NodeKind::Map(_) => "[…]".to_owned(),
    }
}

#[cfg(test)]
mod tests;
