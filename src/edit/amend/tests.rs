//! One value changes, all else stays byte for byte.

use super::*;

fn one(text: &str) -> Value {
    Value::One(text.to_owned())
}

#[track_caller]
fn check(text: &str, path: &[&str], value: &Value, want: Option<&str>) {
    let mut dossier = Dossier::product(text.to_owned(), false);
    let done = dossier.set(path, value);
    assert_eq!(done.then_some(dossier.text.as_str()), want, "{text}");
    if !done {
        assert_eq!(dossier.text, text);
    }
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    check(
        "---\n# đầu\ntên: \"Chè\"   # ngon\nxa: 'A'\n---\nx\n",
        &["name"],
        &one("Chè: loại 1"),
        Some("---\n# đầu\ntên: \"Chè: loại 1\"   # ngon\nxa: 'A'\n---\nx\n"),
    );
    check(
        "---\nname: >\n  a\n  b\nxa: A\n---\n",
        &["name"],
        &one("c"),
        Some("---\nname: c\nxa: A\n---\n"),
    );
    check(
        "---\nname:   # chưa có\n---\n",
        &["name"],
        &one("c"),
        Some("---\nname: c   # chưa có\n---\n"),
    );
    check("---\nname: ~\n---\n", &["name"], &one("c"), Some("---\nname: c\n---\n"));
    check(
        "---\r\nname: a\r\nxa: b\r\n---\r\n",
        &["hamlet"],
        &one("c"),
        Some("---\r\nname: a\r\nxa: b\r\nhamlet: c\r\n---\r\n"),
    );
}

#[test]
fn a_new_key_stands_where_the_table_wants_it() {
    check(
        "---\nname: a\nproducer: b # c\nstate: draft\n---\n",
        &["province"],
        &one("Hà Nội"),
        Some("---\nname: a\nproducer: b # c\nprovince: Hà Nội\nstate: draft\n---\n"),
    );
    check(
        "---\nstate: draft\n---\n",
        &["name"],
        &one("a"),
        Some("---\nname: a\nstate: draft\n---\n"),
    );
    check("---\n---\n", &["name"], &one("a"), Some("---\nname: a\n---\n"));
    check(
        "---\nname: a\n---\n",
        &["contacts", "phone"],
        &one("0900"),
        Some("---\nname: a\ncontacts:\n  phone: 0900\n---\n"),
    );
    check(
        "---\nname: a\n---\n",
        &["packs", "0", "price"],
        &one("95000"),
        Some("---\nname: a\npacks:\n  - price: 95000\n---\n"),
    );
}

#[test]
fn groups_and_lists_keep_their_shape() {
    check(
        "---\ncontacts:\n    zalo: 1  # z\nxa: A\n---\n",
        &["contacts", "phone"],
        &one("2"),
        Some("---\ncontacts:\n    zalo: 1  # z\n    phone: 2\nxa: A\n---\n"),
    );
    check(
        "---\ncontacts: {zalo: 1}\n---\n",
        &["contacts", "phone"],
        &one("2"),
        Some("---\ncontacts: {zalo: 1, phone: 2}\n---\n"),
    );
    check(
        "---\nsources:\n  - https://a.vn/1 # một\nstate: draft\n---\n",
        &["sources"],
        &Value::Many(vec!["https://a.vn/1".to_owned(), "https://a.vn/2".to_owned()]),
        Some(
            "---\nsources:\n  - https://a.vn/1\n  - https://a.vn/2 # một\nstate: draft\n---\n",
        ),
    );
    check(
        "---\nratings:\n  - stars: 3\n    decided: 2024\nxa: A\n---\n",
        &["ratings", "0", "decision"],
        &one("1/QĐ"),
        Some(
            "---\nratings:\n  - stars: 3\n    decided: 2024\n    decision: 1/QĐ\nxa: A\n---\n",
        ),
    );
}

#[test]
fn what_cannot_be_changed_safely_is_left_alone() {
    check("---\nproducer:\n  name: A\n---\n", &["producer"], &one("b"), None);
    check("---\nname: [a\n---\n", &["name"], &one("b"), None);
    check("---\nratings:\n  - stars: 3\n---\n", &["ratings", "1", "stars"], &one("4"), None);
    check("no front matter", &["name"], &one("b"), None);
}

#[test]
fn an_item_joins_its_list() {
    let text = "---\nratings:                          # mỗi lần một mục\n  - event: first\n    stars: 3 # ba\npacks:\n  - net: 1 kg\n---\nx";
    let mut dossier = Dossier::product(text.to_owned(), false);
    let values = [("event", "upgrade".to_owned()), ("stars", "4".to_owned())];
    assert!(dossier.append("ratings", &values));
    let want = text.replace("# ba\n", "# ba\n  - event: upgrade\n    stars: 4\n");
    assert_eq!(dossier.text, want);
    let mut flow = Dossier::product("---\nratings: [{stars: 3}]\n---\n".to_owned(), false);
    assert!(!flow.append("ratings", &values));
}
