//! Changes single values of a dossier; every other byte stays as it is.
//!
//! [`Dossier::set`] puts a value at a path of keys: over the old one, behind a key that
//! has none, or as a new line in the order of the table of keys, indented as its
//! neighbours are. Comments, quotes, order of keys and line ends stay. After the
//! change the text is read again: where it does not say what was wanted, nothing
//! is changed. [`Dossier::append`] adds an item to a list.
//!
//! Never writes a file.

use std::ops::Range;

use super::draft::{items, scalar};
use crate::parse::keys::{PRODUCT, Table};
use crate::parse::outline::{Outline, Shape, Spot, outline};

/// A dossier's text with what is needed to change it.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The text.
    pub text: String,
    is_yaml: bool,
    table: &'static Table,
}

impl Dossier {
    /// The text of a `.md`, or of a `.yaml` as a whole.
    pub fn product(text: String, is_yaml: bool) -> Self {
        Self { text, is_yaml, table: &PRODUCT }
    }

    fn outline(&self) -> Option<Outline> {
        outline(&self.text, self.is_yaml, self.table).filter(|outline| outline.whole)
    }

    fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Puts a value at a path; tells whether the text says so now.
    #[must_use]
    pub fn set(&mut self, path: &[&str], value: &Value) -> bool {
        let Some(changed) = self.outline().and_then(|it| self.changed(&it, path, value)) else {
            return false;
        };
        let before = std::mem::replace(&mut self.text, changed);
        let says = self.outline().is_some_and(|outline| value.stands_at(&outline, path));
        if !says {
            self.text = before;
        }
        says
    }

    /// Adds an item of keys and values to a list of the root; tells whether it is there now.
    #[must_use]
    pub fn append(&mut self, list: &str, values: &[(&str, String)]) -> bool {
        let Some(outline) = self.outline() else { return false };
        let Some(spot) = outline.find(&[list]) else { return false };
        let Shape::List(count) = spot.shape else { return false };
        let Some(last) = count.checked_sub(1).map(|last| last.to_string()) else {
            return false;
        };
        let dash = spot.value.start;
        if self.text.get(dash..).is_none_or(|rest| !rest.starts_with('-')) {
            return false;
        }
        let indent = " ".repeat(self.column(dash));
        let end = outline.find(&[list, &last]).map_or(spot.value.end, |item| item.value.end);
        let mut lines = String::new();
        for (position, (key, value)) in values.iter().enumerate() {
            let lead = if position == 0 { "- " } else { "  " };
            lines.extend([format!(
                "{indent}{lead}{key}: {}{}",
                scalar(value),
                self.line_end()
            )]);
        }
        let before = self.text.clone();
        self.insert_after_line(end, &lines);
        let next = count.to_string();
        let says = self.outline().is_some_and(|outline| {
            values.iter().all(|(key, value)| {
                Value::One(value.clone()).stands_at(&outline, &[list, &next, key])
            })
        });
        if !says {
            self.text = before;
        }
        says
    }

    fn changed(&self, outline: &Outline, path: &[&str], value: &Value) -> Option<String> {
        let Some(spot) = outline.find(path) else { return self.inserted(outline, path, value) };
        match &spot.shape {
            Shape::Null => Some(self.filled(spot, value)),
            Shape::Map => None,
            Shape::Line(_) => Some(self.replaced(spot.value.clone(), &value.flow())),
            // A block begins with a sign that its own bytes may not hold.
            Shape::Block(_) => {
                let after = self.text.get(spot.key.end..spot.value.end)?;
                let colon = after.find(':')?.saturating_add(1);
                let end = if after.ends_with('\n') { self.line_end() } else { "" };
                let start = spot.key.end.saturating_add(colon);
                Some(self.replaced(start..spot.value.end, &format!(" {}{end}", value.flow())))
            }
            Shape::List(_) => {
                let old = self.text.get(spot.value.clone())?;
                let text = if old.starts_with("- ") {
                    value.block(&" ".repeat(self.column(spot.value.start)), self.line_end())
                } else {
                    value.flow()
                };
                let end = if old.ends_with('\n') { self.line_end() } else { "" };
                Some(self.replaced(spot.value.clone(), &format!("{text}{end}")))
            }
        }
    }

    /// Behind a key without value.
    fn filled(&self, spot: &Spot, value: &Value) -> String {
        let after = self.text.get(spot.key.end..).unwrap_or_default();
        let colon = after.find(':').map_or(0, |at| at.saturating_add(1));
        let at = spot.key.end.saturating_add(colon);
        // `key: ~` says "nothing" in a word.
        let rest = self.text.get(at..).unwrap_or_default();
        let blank = rest.len().saturating_sub(rest.trim_start_matches(' ').len());
        let tilde = rest.trim_start_matches(' ').starts_with('~');
        let until = if tilde { at.saturating_add(blank).saturating_add(1) } else { at };
        self.replaced(at..until, &format!(" {}", value.flow()))
    }

    /// A key that is not there yet.
    fn inserted(&self, outline: &Outline, path: &[&str], value: &Value) -> Option<String> {
        let (name, above) = path.split_last()?;
        let new_item = name.bytes().all(|byte| byte.is_ascii_digit());
        if !above.is_empty() {
            let Some(parent) = outline.find(above) else {
                return self.with_parents(outline, path, value);
            };
            if new_item {
                return None;
            }
            return self.in_group(outline, parent, path, value);
        }
        let entry = format!("{name}: {}{}", value.flow(), self.line_end());
        Some(self.at_root(outline, name, &entry))
    }

    /// A line at the root, where the table of keys wants it.
    fn at_root(&self, outline: &Outline, name: &str, entry: &str) -> String {
        let place = |name: &str| self.table.keys.iter().position(|key| key.name == name);
        let own = place(name);
        let roots = || outline.below(&[]);
        let before = roots().filter(|spot| {
            let other = spot.path.first().and_then(|name| place(name));
            other.is_some() && other < own
        });
        let last = before.max_by_key(|spot| spot.path.first().and_then(|name| place(name)));
        let mut changed = self.clone();
        match last {
            Some(spot) => changed.insert_after_line(spot.value.end.max(spot.key.end), entry),
            None => changed.text.insert_str(outline.yaml.start, entry),
        }
        changed.text
    }

    /// A line, or a pair within braces, in a group of keys that is there.
    fn in_group(
        &self,
        outline: &Outline,
        parent: &Spot,
        path: &[&str],
        value: &Value,
    ) -> Option<String> {
        let (name, above) = path.split_last()?;
        if parent.shape == Shape::Null {
            let indent = " ".repeat(self.column(parent.key.start).saturating_add(2));
            let entry = format!("{indent}{name}: {}{}", value.flow(), self.line_end());
            let mut changed = self.clone();
            changed.insert_after_line(parent.key.end, &entry);
            return Some(changed.text);
        }
        if parent.shape != Shape::Map {
            return None;
        }
        let old = self.text.get(parent.value.clone())?;
        if old.starts_with('{') {
            let inside = old.strip_suffix('}')?;
            let comma = if inside.trim_end().ends_with(['{', ',']) { "" } else { ", " };
            let at = parent.value.start.saturating_add(inside.trim_end().len());
            return Some(self.replaced(at..at, &format!("{comma}{name}: {}", value.flow())));
        }
        let children: Vec<&Spot> = outline.below(above).collect();
        let indent = " ".repeat(self.column(children.first()?.key.start));
        let end = children.iter().map(|spot| spot.value.end.max(spot.key.end)).max()?;
        let mut changed = self.clone();
        let entry = format!("{indent}{name}: {}{}", value.flow(), self.line_end());
        changed.insert_after_line(end, &entry);
        Some(changed.text)
    }

    /// A group of keys, or a list of one item, that is not there yet.
    fn with_parents(&self, outline: &Outline, path: &[&str], value: &Value) -> Option<String> {
        let end = self.line_end();
        let (root, entry) = match path {
            [root, name] => (root, format!("{root}:{end}  {name}: {}{end}", value.flow())),
            [root, "0", name] => {
                (root, format!("{root}:{end}  - {name}: {}{end}", value.flow()))
            }
            _ => return None,
        };
        // A key that is there and holds something else is not ours to replace.
        if outline.find(&[root]).is_some() {
            return None;
        }
        Some(self.at_root(outline, root, &entry))
    }

    /// Puts lines after the one that holds the byte before `at`.
    fn insert_after_line(&mut self, at: usize, lines: &str) {
        let before = self.text.get(..at).unwrap_or_default();
        if before.ends_with('\n') {
            self.text.insert_str(at, lines);
            return;
        }
        let rest = self.text.get(at..).unwrap_or_default();
        if let Some(end) = rest.find('\n') {
            self.text.insert_str(at.saturating_add(end).saturating_add(1), lines);
            return;
        }
        let end = self.line_end();
        self.text.push_str(end);
        self.text.push_str(lines);
    }

    fn replaced(&self, range: Range<usize>, with: &str) -> String {
        let mut text = self.text.clone();
        text.replace_range(range, with);
        text
    }

    /// Characters between the start of the line and a byte.
    fn column(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default().chars().count()
    }
}

/// What is to stand at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// One text.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Value {
    /// The value of a cell.
    pub fn of_cell(many: bool, cell: &str) -> Self {
        let all: Vec<String> = items(cell).map(str::to_owned).collect();
        if many && all.len() > 1 { Self::Many(all) } else { Self::One(cell.trim().to_owned()) }
    }

    fn flow(&self) -> String {
        match self {
            Self::One(text) => scalar(text),
            Self::Many(all) => {
                let all: Vec<String> = all.iter().map(|text| scalar(text)).collect();
                format!("[{}]", all.join(", "))
            }
        }
    }

    /// Lines of a list; the first is indented already.
    fn block(&self, indent: &str, line_end: &str) -> String {
        let all: Vec<String> = match self {
            Self::One(text) => vec![format!("- {}", scalar(text))],
            Self::Many(all) => all.iter().map(|text| format!("- {}", scalar(text))).collect(),
        };
        all.join(&format!("{line_end}{indent}"))
    }

    fn stands_at(&self, outline: &Outline, path: &[&str]) -> bool {
        let line = |path: &[&str]| match outline.find(path).map(|spot| &spot.shape) {
            Some(Shape::Line(text)) => Some(text.clone()),
            _ => None,
        };
        let item = |number: usize| {
            let number = number.to_string();
            let path: Vec<&str> = path.iter().copied().chain([number.as_str()]).collect();
            line(&path)
        };
        match self {
            Self::One(text) => {
                line(path).is_some_and(|it| it == *text)
                    || item(0).is_some_and(|it| it == *text)
            }
            Self::Many(all) => {
                all.iter().enumerate().all(|(number, text)| item(number).as_ref() == Some(text))
            }
        }
    }
}

#[cfg(test)]
mod tests;
