//! A new dossier as text: keys in the order of their table, values quoted where
//! YAML would take them for something else.
//!
//! Knows of every line which column of the table it came from, so that what
//! the parser finds in the text can be told at its cell. Never writes a file.

use crate::derive::table::{COLUMNS, Column, Field};
use crate::parse::keys::{PRODUCT, Table};

/// A dossier, and the column behind each of its lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The whole file.
    pub text: String,
    /// For each line from 1 the column, where it is of one.
    pub columns: Vec<Option<usize>>,
}

impl Draft {
    fn line(&mut self, text: &str, column: Option<usize>) {
        self.text.push_str(text);
        self.text.push('\n');
        self.columns.push(column);
    }

    /// The column behind a byte of the text.
    pub fn column_at(&self, byte: usize) -> Option<usize> {
        let before = self.text.get(..byte).unwrap_or(&self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        self.columns.get(line).copied().flatten()
    }
}

/// The dossier of a product with these values, by column; empty ones are left out.
pub fn product(values: &[String]) -> Draft {
    let mut draft = Draft::default();
    draft.line("---", None);
    for key in PRODUCT.keys {
        let own: Vec<(usize, &Column, &str)> = COLUMNS
            .iter()
            .enumerate()
            .zip(values)
            .filter(|((_, column), value)| root(column.field) == key.name && !value.is_empty())
            .map(|((index, column), value)| (index, column, value.as_str()))
            .collect();
        write_key(&mut draft, key.name, own);
    }
    draft.line("---", None);
    draft
}

/// The key of the dossier under which a field stands.
fn root(field: Field) -> &'static str {
    match field {
        Field::Slug | Field::Code => "",
        Field::Key(path) => path.first().copied().unwrap_or(""),
        Field::Rating(_) => "ratings",
        Field::Pack(_) => "packs",
    }
}

fn write_key(draft: &mut Draft, key: &str, mut own: Vec<(usize, &Column, &str)>) {
    let inner = |column: &Column| match column.field {
        Field::Slug | Field::Code => "",
        Field::Key(path) => path.get(1).copied().unwrap_or(""),
        Field::Rating(key) | Field::Pack(key) => key,
    };
    let table: Option<&Table> = PRODUCT.key(key).and_then(|key| key.kind.table());
    if let Some(table) = table {
        let place = |name: &str| table.keys.iter().position(|key| key.name == name);
        own.sort_by_key(|(_, column, _)| place(inner(column)));
    }
    let is_list = matches!(key, "ratings" | "packs");
    for (position, (index, column, value)) in own.into_iter().enumerate() {
        let name = inner(column);
        let written = written(column, value);
        if name.is_empty() {
            draft.line(&format!("{key}: {written}"), Some(index));
            continue;
        }
        if position == 0 {
            draft.line(&format!("{key}:"), Some(index));
        }
        let indent = match (is_list, position) {
            (false, _) => "  ",
            (true, 0) => "  - ",
            (true, _) => "    ",
        };
        draft.line(&format!("{indent}{name}: {written}"), Some(index));
    }
}

/// A cell as a value of YAML; several values as a list in brackets.
pub fn written(column: &Column, value: &str) -> String {
    if !column.many {
        return scalar(value);
    }
    let mut all = items(value).map(scalar);
    let (first, second) = (all.next().unwrap_or_default(), all.next());
    let Some(second) = second else { return first };
    let rest = std::iter::once(second).chain(all);
    format!("[{}]", std::iter::once(first).chain(rest).collect::<Vec<_>>().join(", "))
}

/// The values of a cell that may hold several.
pub fn items(value: &str) -> impl Iterator<Item = &str> {
    value.split([';', '\n']).map(str::trim).filter(|item| !item.is_empty())
}

/// Text as YAML: plain where it can only be read as that text, else in quotes.
pub fn scalar(text: &str) -> String {
    let safe = |letter: char| letter.is_alphanumeric() || " -_/.()%°+–’".contains(letter);
    let first = text.chars().next().is_some_and(char::is_alphanumeric);
    let last = text.chars().next_back().is_some_and(|letter| letter != ' ');
    let address = text.starts_with("https://") || text.starts_with("http://");
    let plain = text.chars().all(safe)
        || (address
            && text.chars().all(|c| c.is_ascii_graphic() && !"\"'#{}[],&*!|>%@`".contains(c)));
    if plain && first && last {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len().saturating_add(2));
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' | '\r' | '\t' => out.push(' '),
            _ if letter.is_control()
                || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{85}') =>
            {
                out.extend([format!("\\u{:04x}", u32::from(letter))]);
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::derive::table::index_of;
    use crate::parse::outline::{Shape, outline};

    #[test]
    fn a_dossier_has_its_keys_in_order() {
        let mut values = vec![String::new(); COLUMNS.len()];
        for (id, value) in [
            ("stars", "4"),
            ("decided", "2026-03-02"),
            ("phone", "0900 000 001; 0900 000 002"),
            ("name", "Mật ong: loại 1"),
            ("former_district", "huyện Ví Dụ"),
        ] {
            values[index_of(id)] = value.to_owned();
        }
        let draft = product(&values);
        assert_eq!(
            draft.text,
            "---\nname: \"Mật ong: loại 1\"\nformer:\n  district: huyện Ví Dụ\nratings:\n  \
             - stars: 4\n    decided: 2026-03-02\ncontacts:\n  phone: [0900 000 001, 0900 000 \
             002]\n---\n"
        );
        let at = draft.text.find("2026").unwrap();
        assert_eq!(draft.column_at(at), Some(index_of("decided")));
        assert_eq!(draft.column_at(0), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(text in "[^\\p{Cc}\u{200b}\u{2060}\u{feff}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}\u{ffff}]{1,30}") {
            let text = crate::text::fold::nfc(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assume!(!text.is_empty());
            let yaml = format!("name: {}\n", scalar(&text));
            let outline = outline(&yaml, true, &PRODUCT).unwrap();
            let spot = outline.find(&["name"]).unwrap();
            // A false Đ is read as meant.
            let meant = text.chars().map(crate::text::fold::true_d).collect();
            prop_assert_eq!(&spot.shape, &Shape::Line(meant));
        }
    }
}
