//! Takes fields out of a mapping, by the table of its keys.
//!
//! [`Fields::open`] matches every written key with the table and reports keys
//! that nobody knows (with the nearest known one) and keys written twice, a
//! Vietnamese name counting as the same key. The other functions take one value
//! each in the shape its key asks for; what has another shape is reported,
//! expected before found, and counts as not there.
//!
//! Never judges what a value means.

use super::codes::field::{
    FIELD_MISSING, FIELD_SHAPE, KEY_DUPLICATE, KEY_UNKNOWN, NUMBER_UNREADABLE, VALUE_UNKNOWN,
};
use super::keys::{BOTH, Key, Kind, Table, Word};
use super::yaml::{Entry, Node, NodeKind};
use crate::diag::sink::Diagnostics;
use crate::diag::span::{Span, Spanned};
use crate::diag::{Diagnostic, suggest};
use crate::model::story::Story;
use crate::text::lang::Text;
use crate::text::slug;

/// The fields of one mapping.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    table: &'static Table,
    /// Where missing keys are reported.
    pub(super) top: Span,
    /// The mapping itself.
    pub(super) span: Span,
    found: Vec<(&'static Key, &'a Entry)>,
}

impl<'a> Fields<'a> {
    /// Matches the keys of a mapping; a null is a mapping without keys.
    pub(super) fn open(
        node: &'a Node,
        table: &'static Table,
        top: Span,
        out: &mut Diagnostics,
    ) -> Self {
        let mut fields = Self { table, top, span: node.span, found: Vec::new() };
        match &node.kind {
            NodeKind::Map(entries) => {
                for entry in entries {
                    fields.note(entry, out);
                }
            }
            NodeKind::Null => {}
            _ => out.push(shape(node, "nhóm mục con", "a group of keys")),
        }
        fields
    }

    fn note(&mut self, entry: &'a Entry, out: &mut Diagnostics) {
        let Some(key) = self.table.key(&entry.key.value) else {
            out.push(unknown(entry, self.table));
            return;
        };
        let Some((_, first)) = self.found.iter().find(|(known, _)| known.name == key.name)
        else {
            self.found.push((key, entry));
            return;
        };
        let written = &entry.key.value;
        out.push(
            Diagnostic::new(
                &KEY_DUPLICATE,
                entry.key.span,
                format!("mục `{written}` viết hai lần"),
                format!("the key `{written}` is written twice"),
            )
            .label(first.key.span, "lần đầu ở đây", "the first stands here")
            .hint("xoá một trong hai", "delete one of them"),
        );
    }

    fn entry(&self, name: &str) -> Option<&(&'static Key, &'a Entry)> {
        self.found.iter().find(|(key, _)| key.name == name)
    }

    /// The value of a key; `None` also for a key without value.
    pub(super) fn node(&self, name: &str) -> Option<&'a Node> {
        let (_, entry) = self.entry(name)?;
        let empty = match &entry.value.kind {
            NodeKind::Null => true,
            NodeKind::Line(text) | NodeKind::Block(text) => text.trim().is_empty(),
            NodeKind::List(_) | NodeKind::Map(_) => false,
        };
        (!empty).then_some(&entry.value)
    }

    /// Where the key itself is written.
    pub(super) fn key_span(&self, name: &str) -> Span {
        self.entry(name).map_or(self.top, |(_, entry)| entry.key.span)
    }

    /// Text on one line; nothing where it is empty.
    pub(super) fn line(&self, name: &str, out: &mut Diagnostics) -> Option<Spanned<String>> {
        line(self.node(name)?, out)
    }

    /// As [`Fields::line`], without its place.
    pub(super) fn plain(&self, name: &str, out: &mut Diagnostics) -> Option<String> {
        Some(self.line(name, out)?.value)
    }

    /// Markdown, line ends kept.
    pub(super) fn prose(&self, name: &str, out: &mut Diagnostics) -> Option<Story> {
        let node = self.node(name)?;
        let markdown = match &node.kind {
            NodeKind::Block(text) | NodeKind::Line(text) => text.clone(),
            _ => line(node, out)?.value,
        };
        let story = Story { markdown: markdown.into(), span: node.span };
        (!story.is_empty()).then_some(story)
    }

    /// The items of a list; a single value counts as a list of one.
    pub(super) fn list(&self, name: &str) -> Vec<&'a Node> {
        let Some(node) = self.node(name) else { return Vec::new() };
        match &node.kind {
            NodeKind::List(items) => {
                items.iter().filter(|item| item.kind != NodeKind::Null).collect()
            }
            _ => vec![node],
        }
    }

    /// Texts of a list.
    pub(super) fn lines(&self, name: &str, out: &mut Diagnostics) -> Vec<Spanned<String>> {
        self.list(name).into_iter().filter_map(|item| line(item, out)).collect()
    }

    /// Texts of a list, without their places.
    pub(super) fn plains(&self, name: &str, out: &mut Diagnostics) -> Vec<String> {
        self.lines(name, out).into_iter().map(|text| text.value).collect()
    }

    /// A group of keys.
    pub(super) fn map(
        &self,
        name: &str,
        table: &'static Table,
        out: &mut Diagnostics,
    ) -> Option<Self> {
        let node = self.node(name)?;
        Some(Self::open(node, table, self.key_span(name), out))
    }

    /// A text, or its two languages.
    pub(super) fn both(&self, name: &str, out: &mut Diagnostics) -> Option<Text> {
        let node = self.node(name)?;
        let NodeKind::Map(_) = &node.kind else {
            return Some(Text::new(line(node, out)?.value, ""));
        };
        let fields = Fields::open(node, &BOTH, self.key_span(name), out);
        let (vi, en) = (fields.plain("vi", out), fields.plain("en", out));
        if vi.is_none() {
            fields.demand("vi", out);
        }
        Some(Text::new(vi?, en.unwrap_or_default()))
    }

    /// One word of the key's list, in English.
    pub(super) fn choice(
        &self,
        name: &str,
        out: &mut Diagnostics,
    ) -> Option<Spanned<&'static str>> {
        let (key, _) = self.entry(name)?;
        let Kind::Choice(words) = key.kind else { return None };
        word(self.node(name)?, words, out)
    }

    /// Yes or no.
    pub(super) fn flag(&self, name: &str, out: &mut Diagnostics) -> Option<bool> {
        let word = word(self.node(name)?, super::keys::FLAGS, out)?;
        Some(word.value == "true")
    }

    /// A whole number within the key's range.
    pub(super) fn whole(&self, name: &str, out: &mut Diagnostics) -> Option<Spanned<u32>> {
        let (key, _) = self.entry(name)?;
        let Kind::Whole(least, most) = key.kind else { return None };
        let text = self.line(name, out)?;
        let number: Option<u32> = text.value.parse().ok();
        if let Some(number) = number.filter(|number| (least..=most).contains(number)) {
            return Some(Spanned::new(number, text.span));
        }
        let written = &text.value;
        out.push(Diagnostic::new(
            &NUMBER_UNREADABLE,
            text.span,
            format!("cần số từ {least} đến {most}, gặp `{written}`"),
            format!("expected a number from {least} to {most}, found `{written}`"),
        ));
        None
    }

    /// Reports a key that must be there.
    pub(super) fn demand(&self, name: &str, out: &mut Diagnostics) {
        // A key that stands there without a usable value has its place.
        let span = self.entry(name).map_or(self.top, |(_, entry)| entry.key.span);
        let Some(key) = self.table.keys.iter().find(|key| key.name == name) else { return };
        let found = self.entry(name).is_some();
        let (vi, en) = if found {
            ("gặp mục trống", "found it empty")
        } else {
            ("chưa có", "found none")
        };
        out.push(
            Diagnostic::new(
                &FIELD_MISSING,
                span,
                format!("cần `{name}`, {vi}"),
                format!("expected `{name}`, {en}"),
            )
            .hint(
                format!("thêm `{name}:` hoặc `{}:` ({})", key.vi, key.help.0),
                format!("add `{name}:` ({})", key.help.1),
            ),
        );
    }

    /// Whether the key stands there with any value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.node(name).is_some()
    }
}

/// Text on one line; lists and mappings are reported.
pub(super) fn line(node: &Node, out: &mut Diagnostics) -> Option<Spanned<String>> {
    let text = match &node.kind {
        NodeKind::Line(text) => text.clone(),
        NodeKind::Block(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        NodeKind::Null => return None,
        NodeKind::List(_) | NodeKind::Map(_) => {
            out.push(shape(node, "chữ trên một dòng", "a text"));
            return None;
        }
    };
    (!text.is_empty()).then(|| Spanned::new(text, node.span))
}

/// One of the words, in English.
pub(super) fn word(
    node: &Node,
    words: &'static [Word],
    out: &mut Diagnostics,
) -> Option<Spanned<&'static str>> {
    let text = line(node, out)?;
    let folded = slug::slugify(&text.value);
    let is_it = |word: &&Word| {
        word.name == folded || word.vi == folded || word.others.contains(&folded.as_str())
    };
    if let Some(word) = words.iter().find(is_it) {
        return Some(Spanned::new(word.name, text.span));
    }
    let names = |pick: fn(&Word) -> &str| {
        words.iter().map(|word| format!("`{}`", pick(word))).collect::<Vec<_>>().join(", ")
    };
    let written = &text.value;
    let finding = Diagnostic::new(
        &VALUE_UNKNOWN,
        text.span,
        format!("cần một trong {}, gặp `{written}`", names(|word| word.vi)),
        format!("expected one of {}, found `{written}`", names(|word| word.name)),
    );
    let known = words
        .iter()
        .flat_map(|word| [word.name, word.vi].into_iter().chain(word.others.iter().copied()));
    out.push(finding.did_you_mean(suggest::nearest(written, known)));
    None
}

/// Finding about a value of another shape.
pub(super) fn shape(node: &Node, vi: &str, en: &str) -> Diagnostic {
    let (found_vi, found_en) = match &node.kind {
        NodeKind::Null => ("giá trị trống", "nothing"),
        NodeKind::Line(_) | NodeKind::Block(_) => ("chữ", "a text"),
        NodeKind::List(_) => ("danh sách", "a list"),
        NodeKind::Map(_) => ("nhóm mục con", "a group of keys"),
    };
    Diagnostic::new(
        &FIELD_SHAPE,
        node.span,
        format!("cần {vi}, gặp {found_vi}"),
        format!("expected {en}, found {found_en}"),
    )
}

fn unknown(entry: &Entry, table: &Table) -> Diagnostic {
    let written = &entry.key.value;
    let finding = Diagnostic::new(
        &KEY_UNKNOWN,
        entry.key.span,
        format!("{} không nhận mục `{written}`", table.title.0),
        format!("{}: no key is called `{written}`", table.title.1),
    );
    match suggest::nearest(written, table.names()) {
        Some(near) => finding.did_you_mean(Some(near)),
        None => finding.hint("bỏ mục này, hoặc sửa tên", "take it out, or mend its name"),
    }
}
