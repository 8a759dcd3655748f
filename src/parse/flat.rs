//! Flat pairs of a YAML file: words and colours of a theme.
//!
//! Nested keys are joined by dots, list entries are numbered from 0. What
//! cannot be read gives no pairs: themes are not dossiers, and a missing word
//! falls back to the default theme's.

use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;
use crate::parse::yaml::{self, Node, NodeKind, Source};

/// Most bytes of a theme's file.
const LIMIT: usize = 1024 * 1024;

/// Keys with their texts, in the order written.
pub fn pairs(text: &str) -> Vec<(String, String)> {
    let source = Source { file: FileId::default(), text, offset: 0, limit: LIMIT };
    let reading = yaml::read(source, &mut Diagnostics::new());
    let mut pairs = Vec::new();
    collect(String::new(), &reading.root, &mut pairs);
    pairs
}

fn collect(key: String, node: &Node, pairs: &mut Vec<(String, String)>) {
    let below = |part: &str| match key.as_str() {
        "" => part.to_owned(),
        key => format!("{key}.{part}"),
    };
    match &node.kind {
        NodeKind::Null => {}
        NodeKind::Line(text) | NodeKind::Block(text) => pairs.push((key, text.clone())),
        NodeKind::List(nodes) => {
            for (index, node) in nodes.iter().enumerate() {
                collect(below(&index.to_string()), node, pairs);
            }
        }
        NodeKind::Map(entries) => {
            for entry in entries {
                collect(below(&entry.key.value), &entry.value, pairs);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_keys_are_joined_by_dots() {
        let found = pairs("a.b: \"x {n}\"\nc: {d: [\"1\", \"2\"]}\ne:\n");
        let found: Vec<(&str, &str)> =
            found.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        assert_eq!(found, [("a.b", "x {n}"), ("c.d.0", "1"), ("c.d.1", "2")]);
        assert!(pairs("a: [").is_empty());
    }
}
