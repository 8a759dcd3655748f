//! Trees and findings of small YAML texts.

use super::*;

/// The tree in one line: `{key: value, …}`, `[…]`, `~`.
fn shown(node: &Node) -> String {
    match &node.kind {
        NodeKind::Null => "~".to_owned(),
        NodeKind::Line(text) => text.clone(),
        NodeKind::Block(text) => format!("{text:?}"),
        NodeKind::List(items) => {
            format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", "))
        }
        NodeKind::Map(entries) => {
            let pair = |entry: &Entry| format!("{}: {}", entry.key.value, shown(&entry.value));
            format!("{{{}}}", entries.iter().map(pair).collect::<Vec<_>>().join(", "))
        }
    }
}

#[track_caller]
fn check(text: &str, tree: &str, findings: &[(&str, &str)]) {
    // The text stands behind three bytes, as behind a fence.
    let source = Source { file: FileId(0), text, offset: 3, limit: 1000 };
    let mut out = Diagnostics::new();
    let reading = read(source, &mut out);
    assert_eq!(shown(&reading.root), tree, "{text:?}");
    let whole = format!("---{text}");
    let found: Vec<(&str, &str)> = out
        .iter()
        .map(|finding| (finding.code.name, whole.get(finding.span.range()).unwrap()))
        .collect();
    assert_eq!(found, findings, "{text:?}");
    assert_eq!(reading.broken, !findings.is_empty(), "{text:?}");
}

#[test]
fn scalars_stay_text() {
    check(
        "a: 007\nb: no\nc: 2024-01-31\nd: 1e3\n",
        "{a: 007, b: no, c: 2024-01-31, d: 1e3}",
        &[],
    );
    check("a:\nb: ~\nc: ''\nd: '~'\n", "{a: ~, b: ~, c: , d: ~}", &[]);
    check("a: 100 %\nb: x # y\n", "{a: 100 %, b: x}", &[]);
    check("a:\u{a0}500\u{a0}g\n", "{a: 500 g}", &[]);
    check("", "~", &[]);
    check("# a\n", "~", &[]);
}

#[test]
fn lists_and_mappings_nest() {
    check("a:\n  - b: 1\n    c: [x, y]\n  - {d: e}\n", "{a: [{b: 1, c: [x, y]}, {d: e}]}", &[]);
    check("a: |\n  x\n  y\nb: >\n  x\n  y\n", "{a: \"x\\ny\\n\", b: \"x y\\n\"}", &[]);
    check("a: x\n  y\r\nb: z\r\n", "{a: x y, b: z}", &[]);
}

#[test]
fn slips_are_named_where_they_are() {
    check("a: 1\nb: Chè: loại 1\nc: 2\n", "{a: 1, b: Chè}", &[("yaml-colon", "Chè: loại 1")]);
    check("a: 1\nstars:4\nb: 1\n", "{a: 1}", &[("yaml-syntax", "stars:4")]);
    check("stars:4\nb: 1\n", "stars:4 b", &[("yaml-syntax", "stars:4")]);
    check("a: 1\nb c\nd: 2\n", "{a: 1}", &[("yaml-syntax", "b c")]);
    check("a: 1\nb: \"c\nd: 2\n", "{a: 1}", &[("yaml-quote", "\"c")]);
    check("a: 1\nb: 'c' d\n", "{a: 1}", &[("yaml-quote", "d")]);
    check("a: 1\nb: [c, d\n", "{a: 1}", &[("yaml-bracket", "b: [c, d")]);
    check("a: 1\nb: @c\n", "{a: 1}", &[("yaml-syntax", "@c")]);
    check("a:\n  b: 1\n   c: 2\n", "{}", &[("yaml-indent", "c: 2")]);
    check("a: 1\n\tb: 2\n", "{}", &[("yaml-tab", "\t")]);
}

#[test]
fn what_dossiers_do_not_need_is_refused() {
    check("a: &x 1\nb: *x\n", "{}", &[("yaml-anchor", "&x")]);
    check("a: 1\nb: *x\n", "{a: 1}", &[("yaml-anchor", "*x")]);
    check("a: 1\nb: !!int 3\n", "{a: 1}", &[("yaml-anchor", "!!int")]);
    check("a: 1\n...\nb: 2\n", "{a: 1}", &[("yaml-syntax", "b: 2")]);
    let deep = format!("a: {}1{}\n", "[".repeat(9), "]".repeat(9));
    check(&deep, "{}", &[("yaml-too-deep", "[")]);
    check(&"x: y\n".repeat(500), "~", &[("yaml-too-large", "x: y")]);
}

#[test]
fn hostile_texts_are_refused_at_once() {
    for text in [
        "[".repeat(900),
        "- ".repeat(450),
        "? ".repeat(450),
        "{a: ".repeat(200),
        "!".repeat(900),
    ] {
        let source = Source { file: FileId(0), text: &text, offset: 0, limit: 1000 };
        let mut out = Diagnostics::new();
        assert!(read(source, &mut out).broken, "{text}");
        assert_eq!(out.len(), 1, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "([a-zđ~?]{1,4}:?[ \n]{1,3}|[\\[\\]{}'\"#|>&*!%@`:,-]{1,3}[ \n\t]?|\\PC{0,5}){0,20}") {
        let source = Source { file: FileId(0), text: &text, offset: 0, limit: 100_000 };
        let mut out = Diagnostics::new();
        let reading = read(source, &mut out);
        proptest::prop_assert_eq!(reading.broken, !out.is_empty());
        for finding in &out {
            proptest::prop_assert!(text.get(finding.span.range()).is_some(), "{:?}", finding);
        }
    }
}
