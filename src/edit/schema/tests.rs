//! The same samples to the parser and to the schema: both take them, or neither.

use serde_json::{Map, Value};

use super::*;
use crate::diag::sink::Diagnostics;
use crate::parse;
use crate::parse::outline::{Outline, Shape, Spot, outline};
use crate::source::{Limits, Tree};
use crate::text::lang::Lang;

fn project() -> (Tree, Catalogue) {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (tree, _) = Tree::read(root, Limits::default()).unwrap();
    let catalogue = parse::catalogue(&tree, &mut Diagnostics::new());
    (tree, catalogue)
}

/// What a YAML reader of an editor makes of a text: numbers and words of YAML's own.
fn scalar(text: &str, raw: &str) -> Value {
    if raw.starts_with(['"', '\'']) {
        return text.into();
    }
    match text {
        "true" => true.into(),
        "false" => false.into(),
        _ if text.starts_with('0') && text.len() > 1 && !text.starts_with("0.") => text.into(),
        _ => text
            .parse::<i64>()
            .map(Value::from)
            .or_else(|_| text.parse::<f64>().map(Value::from))
            .unwrap_or_else(|_| text.into()),
    }
}

fn value(outline: &Outline, text: &str, path: &[&str]) -> Value {
    let children: Vec<_> = outline.below(path).collect();
    let child = |spot: &Spot| match &spot.shape {
        Shape::Null => Value::Null,
        Shape::Line(line) => scalar(line, text.get(spot.value.clone()).unwrap_or("")),
        Shape::Block(block) => block.as_str().into(),
        Shape::List(_) | Shape::Map => {
            let below: Vec<&str> = spot.path.iter().map(String::as_str).collect();
            let inner = value(outline, text, &below);
            match (&spot.shape, inner) {
                (Shape::List(0), _) => Value::Array(Vec::new()),
                (Shape::List(_), Value::Object(items)) => {
                    items.into_iter().map(|it| it.1).collect()
                }
                (_, inner) => inner,
            }
        }
    };
    // Keys as they are written, for the schema knows both names.
    let mut object = Map::new();
    for spot in children {
        let key = text.get(spot.key.clone()).filter(|key| !key.is_empty());
        let key =
            key.map_or_else(|| spot.path.last().cloned().unwrap_or_default(), str::to_owned);
        object.insert(key, child(spot));
    }
    Value::Object(object)
}

fn document(text: &str, is_yaml: bool, subject: Subject) -> Value {
    let outline = outline(text, is_yaml, subject.table()).unwrap();
    value(&outline, text, &[])
}

#[test]
fn every_dossier_of_the_example_fits_the_schema() {
    let (tree, catalogue) = project();
    for (subject, folder) in
        [(Subject::Product, "content/products/"), (Subject::Producer, "content/producers/")]
    {
        let schema: Value = serde_json::from_str(&json(subject.table(), &catalogue)).unwrap();
        let schema = jsonschema::validator_for(&schema).unwrap();
        let mut count = 0;
        for (id, file) in tree.iter().filter(|(_, file)| file.path.starts_with(folder)) {
            let Some(text) = tree.text(id).filter(|_| !file.path.ends_with(".en.md")) else {
                continue;
            };
            let value = document(text, !text.starts_with("---"), subject);
            let errors: Vec<String> =
                schema.iter_errors(&value).map(|it| it.to_string()).collect();
            assert_eq!(errors, Vec::<String>::new(), "{}", file.path);
            count += 1;
        }
        assert!(count > 100, "{folder}: {count}");
    }
}

#[test]
fn schema_and_parser_agree_on_what_can_be_read() {
    let (_, catalogue) = project();
    let schema: Value = serde_json::from_str(&json(&PRODUCT, &catalogue)).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let good = "name: A\ngroup: thuc-pham\nprovince: Hà Nội\nstate: draft\n";
    for (extra, is_good) in [
        ("", true),
        ("ratings:\n  - stars: 4\n    decided: 2023-05\n", true),
        ("cong_nhan:\n  - so_sao: 4 sao\n    ngay: 17/05/2023\n    su_kien: lan-dau\n", true),
        ("stars: 3\nyear: 2024\n", true),
        ("contacts:\n  phone: [0900 000 001, 0900 000 002]\n", true),
        ("sources:\n  - https://a.vn/1\n", true),
        ("photos: []\nen: {name: A}\n", true),
        ("producer:\n  name: B\n", true),
        ("featured: co\n", true),
        ("summary:\n", true),
        ("storrage: x\n", false),
        ("ratings:\n  - stars: 6\n    decided: 2023\n", false),
        ("ratings:\n  - stars: 4\n    decided: hôm qua\n", false),
        ("ratings:\n  - stars: 4\n    event: xyz\n", false),
        ("summary: [a, b]\n", false),
        ("contacts: [a]\n", false),
        ("sources: [abc]\n", false),
        ("featured: maybe\n", false),
        ("trace: ftp://a.vn\n", false),
    ] {
        let text = format!("{good}{extra}");
        let tree = Tree::from_memory(&[("content/products/a.yaml", text.as_bytes())]);
        let mut findings = Diagnostics::new();
        parse::catalogue(&tree, &mut findings);
        // To the parser an unknown key is a warning, so that a slip hides no product.
        let unknown = findings.iter().any(|it| it.code.name == "key-unknown");
        let reads = findings.files_with_errors().is_empty() && !unknown;
        assert_eq!(reads, is_good, "parser: {extra}");
        let value = document(&text, true, Subject::Product);
        assert_eq!(schema.is_valid(&value), is_good, "schema: {extra}");
    }
}

#[test]
fn the_empty_dossier_has_every_key_and_reads_well_when_uncommented() {
    for lang in Lang::ALL {
        let text = blank(&PRODUCT, lang);
        let bare: String = text
            .lines()
            .skip(2)
            .map(|line| line.strip_prefix("# ").unwrap_or(line))
            .flat_map(|line| [line, "\n"])
            .collect();
        let outline = outline(&format!("---\n{bare}"), false, &PRODUCT).unwrap();
        assert!(outline.whole, "{bare}");
        for key in PRODUCT.keys.iter().filter(|key| key.name != "story") {
            assert!(outline.find(&[key.name]).is_some(), "{} in {bare}", key.name);
        }
        assert!(outline.find(&["ratings", "0", "stars"]).is_some(), "{bare}");
    }
}

#[test]
fn guide_and_cms_name_every_key() {
    let (_, catalogue) = project();
    let (guide, cms) = (guide(Lang::Vi), cms(&catalogue, Lang::Vi));
    for key in PRODUCT.keys {
        assert!(guide.contains(&format!("| `{}` | `{}` |", key.vi, key.name)), "{}", key.name);
        let named = cms.contains(&format!("- name: {}\n", key.name));
        assert!(named || key.name == "story", "{}", key.name);
    }
    let read = outline(&cms, true, &PRODUCT).unwrap();
    assert!(read.find(&["collections", "0", "name"]).is_some());
}

#[test]
fn the_guide_of_the_handbook_is_what_the_parser_reads() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/pages");
    for (lang, name) in
        [(Lang::Vi, "cac-muc-cua-ho-so.md"), (Lang::En, "cac-muc-cua-ho-so.en.md")]
    {
        let page = String::from_utf8(std::fs::read(root.join(name)).unwrap()).unwrap();
        let made = guide(lang);
        assert!(
            page.ends_with(made.trim_end()) || page.ends_with(&made),
            "content/pages/{name}: write it anew with `dacsan schema --form guide`"
        );
    }
}
