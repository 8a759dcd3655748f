//! What `why` tells is what edits show: a file that an edit changes names the
//! edited file among those it is made from.

use std::collections::BTreeMap;

use dacsan::build::{Fate, Ingredients, verify, why};

use crate::building::{TODAY, options};
use crate::edited::Edited;
use crate::folder;
use crate::{COFFEE, COOPERATIVE, JAM, RICE, SCARF};

/// What every file of the output is made from.
fn all(edited: &Edited) -> BTreeMap<String, Ingredients> {
    let (root, out) = (edited.root(), edited.out());
    let paths: Vec<String> = folder::read(&out).into_keys().collect();
    let reasons = why(&options(&root, &out, TODAY), &paths).expect("reasons");
    assert!(reasons.iter().all(|it| it.fate == Fate::Keep), "just built");
    reasons.into_iter().map(|it| (it.path, it.ingredients)).collect()
}

/// Whether the file may follow from this one; numbers and lists of names follow
/// from every dossier.
fn names(made_of: &Ingredients, path: &str) -> bool {
    let content = [&made_of.about, &made_of.cards, &made_of.photos, &made_of.menu];
    let content = content.into_iter().flatten().any(|it| it == path);
    let files = [&made_of.theme, &made_of.words, &made_of.reference].into_iter().flatten();
    let files = files.map(|it| it.path.as_str()).collect::<Vec<_>>();
    content || files.contains(&path) || path.starts_with("content/") && made_of.counted > 0
}

#[track_caller]
fn check(edited: Edited, path: &str) -> Edited {
    let lines = edited.rebuild();
    assert!(!lines.is_empty(), "{path} changes nothing");
    let found = all(&edited);
    for line in lines.iter().filter(|line| !line.starts_with('-')) {
        let written = &line[2..];
        assert!(names(&found[written], path), "{written} does not name {path}");
    }
    edited
}

#[test]
fn a_file_names_the_dossiers_that_change_it() {
    let edited = Edited::new();
    let edited = check(edited.replace(SCARF, "price: 350000", "price: 360000"), SCARF);
    let edited = check(edited.replace(SCARF, "Khăn thổ cẩm", "Khăn dệt tay"), SCARF);
    let edited = check(edited.replace(COFFEE, "bóng cây muồng", "bóng cây keo"), COFFEE);
    let edited = check(edited.replace(JAM, "chín mươi ngày tới", "chín mươi ngày nữa"), JAM);
    let edited = edited.replace(RICE, "stars: 3", "stars: 4");
    let edited = check(edited.replace(RICE, "score: 64", "score: 74"), RICE);
    check(edited.replace(COOPERATIVE, "Đoàn Kết", "Đồng Lòng"), COOPERATIVE);
}

#[test]
fn a_page_of_prose_is_named_where_menus_name_it() {
    let page = "content/pages/gioi-thieu.md";
    let edited = Edited::new().replace(page, "viết lùi vào", "viết thụt vào");
    let edited = check(edited, page);
    check(edited.replace(page, "vi: Giới thiệu", "vi: Lời đầu"), page);
}

#[test]
fn a_file_names_the_templates_and_words_that_change_it() {
    let mut edited = Edited::new();
    for (name, before, after) in [
        ("templates/base.html", "</body>", "<!-- x --></body>"),
        ("templates/card.html", "<article", "<article data-x=\"x\""),
        ("templates/redirect.html", "<main>", "<main id=\"x\">"),
        ("templates/listing.html", "{% block", "{% block"),
    ] {
        let text = default(name).replacen(before, after, 1);
        let path = format!("themes/ocop/{name}");
        let same = text == default(name);
        edited = edited.file(&path, &text);
        if same {
            // Every page has a new key and the same bytes.
            assert_eq!(edited.rebuild(), Vec::<String>::new());
            continue;
        }
        edited = check(edited, &path);
    }
    let path = "themes/ocop/i18n/vi.yaml";
    check(edited.file(path, "event.withdrawn: Thu hồi giấy chứng nhận\n"), path);
}

fn default(name: &str) -> String {
    let files = dacsan::render::default_theme::FILES;
    let (_, bytes) = files.iter().find(|(path, _)| *path == name).expect("a file of the theme");
    String::from_utf8(bytes.to_vec()).expect("text")
}

#[test]
fn after_a_build_nothing_differs_and_before_it_the_edit_does() {
    let edited = Edited::new().replace(SCARF, "price: 350000", "price: 360000");
    let (root, out) = (edited.root(), edited.out());
    let options = options(&root, &out, TODAY);
    let before = verify(&options).expect("a comparison").differences;
    let before: Vec<String> = before.into_iter().map(|it| format!("~ {}", it.path)).collect();
    let written = edited.rebuild();
    let written: Vec<String> = written.iter().map(|line| format!("~ {}", &line[2..])).collect();
    assert_eq!(written, before);
    assert!(verify(&options).expect("a comparison").differences.is_empty());
}
