//! A guide to the fields as a page of prose: tables of keys with their help.

use std::collections::BTreeSet;

use crate::parse::keys::{Kind, Need, PRODUCER, PRODUCT, Table, Word};
use crate::text::lang::Lang;

/// The body of the page in Markdown.
pub fn guide(lang: Lang) -> String {
    let mut out = String::new();
    let mut seen = BTreeSet::new();
    for table in [&PRODUCT, &PRODUCER] {
        section(table, lang, &mut seen, &mut out);
    }
    out
}

fn section(
    table: &'static Table,
    lang: Lang,
    seen: &mut BTreeSet<&'static str>,
    out: &mut String,
) {
    if !seen.insert(table.title.1) {
        return;
    }
    let title = lang.pick(table.title);
    let mut letters = title.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    let title = first.unwrap_or_default() + letters.as_str();
    let head = lang.pick((
        "| mục | tiếng Anh | cần | là gì |\n| --- | --- | --- | --- |\n",
        "| key | Vietnamese | need | what it is |\n| --- | --- | --- | --- |\n",
    ));
    out.extend([format!("## {title}\n\n{head}")]);
    for key in table.keys {
        let need = lang.pick(match key.need {
            Need::Must => ("bắt buộc", "must"),
            Need::Want => ("nên có", "should"),
            Need::May => ("tuỳ", "may"),
        });
        let (name, other) = lang.pick(((key.vi, key.name), (key.name, key.vi)));
        let shape = shape(key.kind, lang);
        let shape = if shape.is_empty() { shape } else { format!(" ({shape})") };
        let help = lang.pick(key.help).replace('|', "\\|");
        out.extend([format!("| `{name}` | `{other}` | {need} | {help}{shape} |\n")]);
    }
    out.push('\n');
    let inner = table.keys.iter().filter_map(|key| key.kind.table());
    for table in inner {
        section(table, lang, seen, out);
    }
}

/// How a value is written, where the help does not say it.
fn shape(kind: Kind, lang: Lang) -> String {
    let pick = |word: &Word| format!("`{}`", lang.pick((word.vi, word.name)));
    let text = match kind {
        Kind::Choice(words) => return words.iter().map(pick).collect::<Vec<_>>().join(", "),
        Kind::List(item) => {
            let one = shape(*item, lang);
            let list = lang.pick(("một hay nhiều", "one or several"));
            return if one.is_empty() { list.to_owned() } else { format!("{list}: {one}") };
        }
        Kind::Date => {
            ("`2026`, `2026-03` hoặc `02/03/2026`", "`2026`, `2026-03` or `2026-03-02`")
        }
        Kind::Day => ("`02/03/2026`", "`2026-03-02`"),
        Kind::Flag => ("`co` hoặc `khong`", "`yes` or `no`"),
        Kind::Price => ("`95000` hoặc `95.000`", "`95000`"),
        Kind::Net => ("`500 g`, `1,5 kg`, `330 ml`", "`500 g`, `1.5 kg`, `330 ml`"),
        _ => ("", ""),
    };
    lang.pick(text).to_owned()
}
