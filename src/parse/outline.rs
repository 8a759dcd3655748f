//! Where the values of a dossier stand, for whoever changes one of them.
//!
//! [`outline`] gives every key and value with the bytes that it takes, by the
//! English names of the keys however they are written, list items by their
//! number. Comments, quotes and order are the text's own business: a change of
//! the bytes of one value leaves all else as it is.
//!
//! Never judges what is written; text that breaks off gives what stands before.

use std::ops::Range;

use super::front_matter::{self, DATA_LIMIT};
use super::keys::{Kind, Table};
use super::yaml::{self, Node, NodeKind, Source};
use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;

/// What a dossier holds, and where.
#[derive(Debug, Clone)]
pub struct Outline {
    /// Bytes of the YAML.
    pub yaml: Range<usize>,
    /// Whether the YAML can be read to its end.
    pub whole: bool,
    /// Every value, parents before their children.
    pub spots: Vec<Spot>,
}

/// One value.
#[derive(Debug, Clone)]
pub struct Spot {
    /// English names of the keys that lead to it; items of lists by number.
    pub path: Vec<String>,
    /// Bytes of its key; empty for an item of a list.
    pub key: Range<usize>,
    /// Bytes of the value.
    pub value: Range<usize>,
    /// What it is.
    pub shape: Shape,
    /// Shape that the table of keys asks for; `None` for a key that nobody knows.
    pub kind: Option<Kind>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Null,
    /// Text on one line, as it is read.
    Line(String),
    /// Text of a block, as it is read.
    Block(String),
    /// A list of so many items.
    List(usize),
    /// A group of keys.
    Map,
}

impl Outline {
    /// The value at a path.
    pub fn find(&self, path: &[&str]) -> Option<&Spot> {
        self.spots
            .iter()
            .find(|spot| spot.path.iter().map(String::as_str).eq(path.iter().copied()))
    }

    /// The values right below a path.
    pub fn below<'a>(&'a self, path: &'a [&'a str]) -> impl Iterator<Item = &'a Spot> {
        self.spots.iter().filter(move |spot| {
            let own = spot.path.iter().map(String::as_str);
            spot.path.len() == path.len().saturating_add(1)
                && own.take(path.len()).eq(path.iter().copied())
        })
    }
}

/// The outline of a file: front matter of a `.md`, or a `.yaml` as a whole.
///
/// `None` for a `.md` without front matter.
pub fn outline(text: &str, is_yaml: bool, table: &'static Table) -> Option<Outline> {
    let yaml = if is_yaml { 0..text.len() } else { front_matter::fenced(text)? };
    let source = Source {
        file: FileId::default(),
        text: text.get(yaml.clone())?,
        offset: yaml.start,
        limit: DATA_LIMIT,
    };
    let mut ignored = Diagnostics::new();
    let reading = yaml::read(source, &mut ignored);
    let mut outline = Outline { yaml, whole: !reading.broken, spots: Vec::new() };
    let mut path = Vec::new();
    walk(&reading.root, Some(Kind::Map(table)), &mut path, &mut outline.spots);
    Some(outline)
}

fn walk(node: &Node, kind: Option<Kind>, path: &mut Vec<String>, spots: &mut Vec<Spot>) {
    match &node.kind {
        NodeKind::Map(entries) => {
            let table = kind.and_then(Kind::table);
            for entry in entries {
                let key = table.and_then(|table| table.key(&entry.key.value));
                path.push(key.map_or_else(|| entry.key.value.clone(), |it| it.name.to_owned()));
                let kind = key.map(|key| key.kind);
                note(entry.key.span.range(), &entry.value, kind, path, spots);
                path.pop();
            }
        }
        NodeKind::List(items) => {
            let kind = kind.map(|kind| if let Kind::List(item) = kind { *item } else { kind });
            for (number, item) in items.iter().enumerate() {
                path.push(number.to_string());
                let start = item.span.range().start;
                note(start..start, item, kind, path, spots);
                path.pop();
            }
        }
        _ => {}
    }
}

fn note(
    key: Range<usize>,
    value: &Node,
    kind: Option<Kind>,
    path: &mut Vec<String>,
    spots: &mut Vec<Spot>,
) {
    let shape = match &value.kind {
        NodeKind::Null => Shape::Null,
        NodeKind::Line(text) => Shape::Line(text.clone()),
        NodeKind::Block(text) => Shape::Block(text.clone()),
        NodeKind::List(items) => Shape::List(items.len()),
        NodeKind::Map(_) => Shape::Map,
    };
    spots.push(Spot { path: path.clone(), key, value: value.span.range(), shape, kind });
    walk(value, kind, path, spots);
}

#[cfg(test)]
mod tests {
    use super::super::keys::PRODUCT;
    use super::*;

    #[test]
    fn every_value_has_its_bytes() {
        let text = "---\ntên: \"Chè\"   # ngon\nratings:\n  - so_sao: 4\n    score:\nen: {name: Tea}\nlạ: 1\n---\nx";
        let outline = outline(text, false, &PRODUCT).unwrap();
        let found: Vec<(String, &str, &str)> = (outline.spots.iter())
            .map(|spot| {
                let value = &text[spot.value.clone()];
                (spot.path.join("."), &text[spot.key.clone()], value)
            })
            .collect();
        let find = |path: &str| found.iter().find(|it| it.0 == path).map(|it| (it.1, it.2));
        assert_eq!(find("name"), Some(("tên", "\"Chè\"")));
        assert_eq!(find("ratings.0.stars"), Some(("so_sao", "4")));
        assert_eq!(find("ratings.0.score"), Some(("score", "")));
        assert_eq!(find("en"), Some(("en", "{name: Tea}")));
        assert_eq!(find("en.name"), Some(("name", "Tea")));
        assert_eq!(find("lạ"), Some(("lạ", "1")));
        assert!(outline.whole && outline.find(&["ratings", "0"]).is_some());
        assert_eq!(outline.below(&["ratings", "0"]).count(), 2);
    }
}
