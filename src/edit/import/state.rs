//! What the last import said, kept beside the content: the third view.
//!
//! `content/.import/last.jsonl` has a line for each dossier: its slug and what
//! the table said in each column. With it an import can tell a cell that the office
//! changed from a dossier that a person changed. The file is text with one line
//! a dossier, so that two branches that import can be joined.
//!
//! A file that cannot be read counts as none: then nothing is overwritten.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What the last import said.
pub(super) const LAST: &str = "content/.import/last.jsonl";
/// What the columns mean.
pub(super) const COLUMNS: &str = "content/.import/columns.yaml";

/// Values of the last import, by slug and by column id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Last {
    values: BTreeMap<String, BTreeMap<String, String>>,
}

impl Last {
    /// Reads the file.
    pub(super) fn read(text: &str) -> Self {
        let mut last = Self::default();
        for line in text.lines() {
            let Ok(Value::Object(mut row)) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let Some(Value::String(slug)) = row.remove("slug") else { continue };
            let texts = row.into_iter().filter_map(|(key, value)| match value {
                Value::String(text) => Some((key, text)),
                _ => None,
            });
            last.values.entry(slug).or_default().extend(texts);
        }
        last
    }

    /// What was imported into a dossier in a column.
    pub(super) fn of(&self, slug: &str, column: &str) -> Option<&str> {
        self.values.get(slug)?.get(column).map(String::as_str)
    }

    /// Notes what an import says.
    pub(super) fn note(&mut self, slug: &str, column: &str, value: &str) {
        let own = self.values.entry(slug.to_owned()).or_default();
        own.insert(column.to_owned(), value.to_owned());
    }

    /// The file: one line a dossier, by slug.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        for (slug, values) in &self.values {
            let mut row = Map::new();
            row.insert("slug".to_owned(), Value::String(slug.clone()));
            let texts = values.iter().map(|(key, text)| (key.clone(), text.clone().into()));
            row.extend(texts);
            out.push_str(&Value::Object(row).to_string());
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Last;

    #[test]
    fn what_was_noted_is_read_again() {
        let mut last = Last::default();
        last.note("hat-sen", "name", "Hạt \"sen\"");
        last.note("ca-phe", "stars", "4");
        let text = last.text();
        assert!(text.starts_with("{\"slug\":\"ca-phe\""), "{text}");
        assert_eq!(Last::read(&text), last);
        assert_eq!(last.of("ca-phe", "stars"), Some("4"));
        assert_eq!(Last::read("broken\n{\"x\":1}\n[]\n"), Last::default());
    }
}
