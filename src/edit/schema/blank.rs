//! An empty dossier with every key, its help beside it.

use crate::parse::keys::{Key, Kind, Need, Table, Word};
use crate::text::lang::Lang;

/// The keys of a table as YAML, all of them commented out but those that a
/// published file must have.
pub fn blank(table: &'static Table, lang: Lang) -> String {
    let (before, after) = lang.pick((
        (
            "# Bỏ dấu # ở đầu dòng để dùng một mục. Dòng không có dấu # là mục bắt buộc.\n",
            "cần",
        ),
        ("# Take the # off a line to use its key. Lines without one are needed.\n", "need"),
    ));
    let mut out = format!("---\n{before}");
    for key in table.keys.iter().filter(|key| key.name != "story") {
        line(key, 0, false, (lang, after), &mut out);
    }
    out.push_str("---\n");
    out
}

fn line(key: &Key, level: usize, hidden: bool, words: (Lang, &str), out: &mut String) {
    let (lang, _) = words;
    let must = key.need == Need::Must && !hidden;
    let mark = if must { "" } else { "# " };
    let indent = "  ".repeat(level);
    let name = lang.pick((key.vi, key.name));
    let help = lang.pick(key.help);
    let options = choices(key.kind, lang);
    let options = if options.is_empty() { options } else { format!(": {options}") };
    out.extend([format!("{mark}{indent}{name}:   # {help}{options}\n")]);
    let Some(table) = key.kind.table() else { return };
    // A reference beside a group of keys is the shorter way and needs no more lines.
    if matches!(key.kind, Kind::Either(..)) {
        return;
    }
    let is_list = matches!(key.kind, Kind::List(_));
    for (position, inner) in table.keys.iter().enumerate() {
        let mut inner_out = String::new();
        line(inner, level.saturating_add(1), true, words, &mut inner_out);
        if is_list {
            let dash = if position == 0 { "- " } else { "  " };
            let bare = format!("# {}", "  ".repeat(level.saturating_add(1)));
            inner_out = inner_out
                .lines()
                .map(|text| text.replacen(&bare, &format!("{bare}{dash}"), 1) + "\n")
                .collect::<Vec<_>>()
                .concat();
        }
        out.push_str(&inner_out);
    }
}

fn choices(kind: Kind, lang: Lang) -> String {
    let pick = |word: &Word| lang.pick((word.vi, word.name));
    match kind {
        Kind::Choice(words) => words.iter().map(pick).collect::<Vec<_>>().join(", "),
        Kind::List(item) => choices(*item, lang),
        _ => String::new(),
    }
}
