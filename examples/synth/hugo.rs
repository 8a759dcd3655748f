//! The catalogue as a Hugo site: Markdown with YAML, a data file, terms.
//!
//! Products lie in `content/san-pham/<province>/`, producers in
//! `content/chu-the/`; every list is a term of a taxonomy with its name in
//! `_index.md`. The order of lists is the weight of the products.
//!
//! Layouts and settings come from `benches/peers/hugo/`.

use serde_json::{Map, Value, json};

use crate::folder::Files;
use crate::markup;
use crate::peer::{Facts, Sheet, Term};

/// Names of the two sections and of the indexes of terms.
const INDEXES: [(&str, &str); 6] = [
    ("san-pham", "Mọi sản phẩm"),
    ("chu-the", "Mọi chủ thể"),
    ("tinh", "Tỉnh, thành phố"),
    ("tinh_cu", "Tỉnh cũ"),
    ("nhom", "Nhóm sản phẩm"),
    ("sao", "Hạng sao"),
];

/// Taxonomies without an index, as in dacsan.
const BARE: [&str; 7] =
    ["xa", "xa_cu", "phan_nhom", "tinh_nhom", "tinh_sao", "nhom_sao", "trang_thai"];

/// All files of the site but those of `benches/peers/hugo/`.
pub(crate) fn site(facts: &Facts) -> Files {
    let mut files = Files::new();
    for sheet in &facts.products {
        let folder = sheet.facts.get("folder").and_then(Value::as_str).unwrap_or_default();
        files.push((format!("content/san-pham/{folder}/{}.md", sheet.slug), page(sheet)));
    }
    for sheet in &facts.makers {
        files.push((format!("content/chu-the/{}.md", sheet.slug), page(sheet)));
    }
    for term in &facts.terms {
        let path = format!("content/{}/{}/_index.md", term.taxonomy, term.key);
        files.push((path, index(term)));
    }
    for (folder, title) in INDEXES {
        let text = format!("---\ntitle: \"{title}\"\n---\n");
        files.push((format!("content/{folder}/_index.md"), text));
    }
    for folder in BARE {
        let text = "---\nbuild:\n  render: never\n---\n".to_owned();
        files.push((format!("content/{folder}/_index.md"), text));
    }
    let data = Value::Object(facts.site.clone());
    files.push(("data/facts.json".to_owned(), data.to_string()));
    files
}

fn page(sheet: &Sheet) -> String {
    let lists = sheet.lists.iter().map(|(name, keys)| ((*name).to_owned(), json!(keys)));
    let facts = sheet.facts.iter().map(|(key, value)| (key.clone(), value.clone()));
    let all: Map<String, Value> = facts.chain(lists).collect();
    format!("---\n{}---\n{}\n", markup::yaml(&all), sheet.story.trim())
}

fn index(term: &Term) -> String {
    let outputs = if term.feed { "outputs: [html, atom]\n" } else { "" };
    let (name, kicker) = (json!(term.name), json!(term.kicker));
    format!("---\ntitle: {name}\nkicker: {kicker}\n{outputs}---\n")
}
