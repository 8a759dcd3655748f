//! The catalogue as a Zola site: Markdown with TOML and taxonomies.
//!
//! A term of Zola has no page of its own to hold a name, so terms go by their
//! names and Zola makes the addresses. Zola orders the pages of a term by date,
//! not by weight: lists hold the same products in another order.
//!
//! Templates and settings come from `benches/peers/zola/`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::folder::Files;
use crate::markup;
use crate::peer::{Facts, Sheet};

/// Name of each term by taxonomy and key.
type Names<'a> = BTreeMap<(&'a str, &'a str), &'a str>;

/// All files of the site but those of `benches/peers/zola/`.
pub(crate) fn site(facts: &Facts) -> Files {
    let names: Names<'_> = facts
        .terms
        .iter()
        .map(|term| ((term.taxonomy, term.key.as_str()), term.name.as_str()))
        .collect();
    let mut files = Files::new();
    for sheet in &facts.products {
        let folder = sheet.facts.get("folder").and_then(Value::as_str).unwrap_or_default();
        let path = format!("content/san-pham/{folder}/{}.md", sheet.slug);
        let address = format!("san-pham/{}", sheet.slug);
        files.push((path, page(sheet, &address, "product.html", &names)));
    }
    for sheet in &facts.makers {
        let path = format!("content/chu-the/{}.md", sheet.slug);
        let address = format!("chu-the/{}", sheet.slug);
        files.push((path, page(sheet, &address, "producer.html", &names)));
    }
    files.extend(sections(facts));
    files.push(("facts.json".to_owned(), Value::Object(facts.site.clone()).to_string()));
    files
}

/// The sections: products by weight in pages of 24, producers in one list.
fn sections(facts: &Facts) -> Files {
    let folders: std::collections::BTreeSet<&str> = facts
        .products
        .iter()
        .filter_map(|sheet| sheet.facts.get("folder").and_then(Value::as_str))
        .collect();
    let mut files: Files = folders
        .into_iter()
        .map(|folder| {
            let text = "+++\ntransparent = true\nrender = false\n+++\n".to_owned();
            (format!("content/san-pham/{folder}/_index.md"), text)
        })
        .collect();
    let products = "+++\ntitle = \"Mọi sản phẩm\"\nsort_by = \"weight\"\npaginate_by = 24\n\
                    paginate_path = \"trang\"\ntemplate = \"listing.html\"\n+++\n";
    let makers =
        "+++\ntitle = \"Mọi chủ thể\"\nsort_by = \"title\"\ntemplate = \"makers.html\"\n+++\n";
    files.push(("content/san-pham/_index.md".to_owned(), products.to_owned()));
    files.push(("content/chu-the/_index.md".to_owned(), makers.to_owned()));
    files.push(("content/_index.md".to_owned(), "+++\n+++\n".to_owned()));
    files
}

fn page(sheet: &Sheet, address: &str, template: &str, names: &Names<'_>) -> String {
    let own = ["title", "description", "weight", "date"];
    let text = |key: &str| sheet.facts.get(key).cloned().unwrap_or(Value::Null);
    let mut head = Map::new();
    for key in own {
        head.insert(key.to_owned(), text(key));
    }
    // A date is no string in TOML.
    let date = head.remove("date").as_ref().and_then(Value::as_str).map(str::to_owned);
    let date = date.map(|date| format!("date = {date}\n")).unwrap_or_default();
    head.insert("path".to_owned(), json!(address));
    head.insert("template".to_owned(), json!(template));
    let lists: Map<String, Value> = sheet
        .lists
        .iter()
        .map(|(taxonomy, keys)| {
            let names = keys.iter().filter_map(|key| names.get(&(*taxonomy, key.as_str())));
            ((*taxonomy).to_owned(), json!(names.collect::<Vec<_>>()))
        })
        .collect();
    let facts = sheet.facts.iter().filter(|(key, _)| !own.contains(&key.as_str()));
    let extra: Map<String, Value> = facts
        .filter(|(_, value)| !value.is_null())
        .map(|(key, value)| (key.clone(), without_nulls(value)))
        .collect();
    format!(
        "+++\n{}{date}[taxonomies]\n{}[extra]\n{}+++\n{}\n",
        markup::toml(&head),
        markup::toml(&lists),
        markup::toml(&extra),
        sheet.story.trim()
    )
}

/// TOML knows no null.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                kept.map(|(key, value)| (key.clone(), without_nulls(value))).collect(),
            )
        }
        Value::Array(list) => Value::Array(list.iter().map(without_nulls).collect()),
        _ => value.clone(),
    }
}
