//! Brochures and fairs of a small catalogue: what they hold, how they are cut,
//! where their codes lead, and which of them an edit touches.
//!
//! `tests/fixtures/hoi-cho/` is laid over the small catalogue of the other
//! tests. The pages are kept in `tests/golden/hoi-cho/`;
//! `UPDATE_GOLDEN=1 cargo test --test brochures` writes them anew.

#![expect(clippy::disallowed_methods, reason = "these tests keep files of their own")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where it cannot go on"
)]

#[path = "support/building.rs"]
mod building;
#[path = "support/folder.rs"]
mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use building::{TODAY, below_tests, build, options};
use dacsan::build::{self as conductor, Form, Wanted};
use folder::Files;
use tempfile::TempDir;

/// A catalogue with a fair and its output.
struct Stall {
    place: TempDir,
}

impl Stall {
    fn new() -> Self {
        let stall = Self { place: TempDir::new().expect("a folder for the test") };
        folder::copy(&below_tests("fixtures/cao-nguyen"), &stall.root());
        folder::copy(&below_tests("fixtures/hoi-cho"), &stall.root());
        stall
    }

    fn root(&self) -> PathBuf {
        self.place.path().join("root")
    }

    fn out(&self) -> PathBuf {
        self.place.path().join("out")
    }

    /// Builds; gives the codes of the findings in files of brochures and fairs.
    fn build(&self) -> Vec<&'static str> {
        let outcome = build(&self.root(), &self.out(), TODAY);
        let ours = |path: &str| {
            path.starts_with("content/brochures/") || path.starts_with("content/fairs/")
        };
        let found = outcome.findings.iter();
        let found = found.filter(|it| ours(outcome.tree.path(it.span.file)));
        found.map(|it| it.code.name).collect()
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.out().join(path)).expect("a page")
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.root().join(path), text).expect("room on the disk");
    }

    fn replace(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.root().join(path)).expect("a file");
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, &text.replace(from, to));
    }
}

const LABELS: &str = "content/brochures/nhan.yaml";

#[test]
fn pages_are_as_stored() {
    let stall = Stall::new();
    assert_eq!(stall.build(), Vec::<&str>::new());
    let mut found = Files::new();
    for folder in ["an-pham", "hoi-cho"] {
        for (path, bytes) in folder::read(&stall.out().join(folder)) {
            found.insert(format!("{folder}/{path}"), bytes);
        }
    }
    let stored = below_tests("golden/hoi-cho");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        drop(fs::remove_dir_all(&stored));
        folder::write(&stored, &found);
    }
    if let Some(difference) = folder::difference(&folder::read(&stored), &found) {
        panic!("the pages are not as stored\n{difference}");
    }
}

/// Reads every QR code of a page as a camera would.
fn codes_of(page: &str) -> Vec<String> {
    const SCALE: usize = 3;
    let mut read = Vec::new();
    for svg in page.split("<svg class=\"qr").skip(1) {
        let side: usize = between(svg, "viewBox=\"-4 -4 ", " ").parse().expect("a size");
        let mut dark = vec![false; side * side];
        for run in between(svg, "<path d=\"", "\"").split('M').filter(|run| !run.is_empty()) {
            let (x, rest) = run.split_once(' ').expect("a column");
            let (y, rest) = rest.split_once('h').expect("a row");
            let (length, _) = rest.split_once('v').expect("a length");
            let number = |text: &str| text.parse::<usize>().expect("a number");
            let start = (number(y) + 4) * side + number(x) + 4;
            dark[start..start + number(length)].fill(true);
        }
        let pixels = side * SCALE;
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, |x, y| {
            if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 }
        });
        let grids = seen.detect_grids();
        read.push(grids[0].decode().expect("a code").1);
    }
    read
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).expect("what stands before");
    rest.split_once(after).expect("what stands after").0
}

#[test]
fn codes_lead_to_the_permanent_address_which_answers() {
    let stall = Stall::new();
    stall.build();
    let codes = codes_of(&stall.page("an-pham/theo-so-chon/index.html"));
    assert_eq!(
        codes,
        ["https://vi-du.example/ocop/p/k3t3fm/", "https://vi-du.example/ocop/p/w7cvm7/"]
    );
    for url in codes {
        let path = url.strip_prefix("https://vi-du.example/ocop/").expect("our own address");
        let answer = stall.page(&format!("{path}index.html"));
        assert!(answer.contains("url=../../san-pham/"), "{answer}");
    }
}

#[test]
fn an_edit_touches_only_brochures_that_show_it() {
    let stall = Stall::new();
    stall.build();
    let brochures = ["hoi-cho", "bang-gia", "theo-so-chon", "nhan"];
    let read = |name: &&str| stall.page(&format!("an-pham/{name}/index.html"));
    let before: Vec<String> = brochures.iter().map(read).collect();
    let honey = "content/products/son-la/mat-ong-rung-vi-du.md";
    stall.replace(honey, "name: ", "name: Tân ");
    stall.build();
    let changed = |(name, old): (&&'static str, &String)| (read(name) != *old).then_some(*name);
    let changed: Vec<&str> = brochures.iter().zip(&before).filter_map(changed).collect();
    assert_eq!(changed, ["bang-gia"]);
}

#[test]
fn free_labels_stand_before_the_first() {
    let stall = Stall::new();
    stall.build();
    let page = stall.page("an-pham/nhan/index.html");
    assert_eq!(page.matches("<div class=\"cell\"></div>").count(), 4);
    assert_eq!(page.matches("<article class=\"cell\"").count(), 2);
}

/// A workbook as an office keeps it: a title, other columns, a comma within a cell.
fn workbook(stall: &Stall, codes: &[&str]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in (0u16..).zip(["STT", "Tên, nhãn", "Mã sản phẩm"]) {
        sheet.write(0, column, head).expect("a cell");
    }
    for (row, code) in (1u32..).zip(codes) {
        sheet.write(row, 0, row).expect("a cell");
        sheet.write(row, 1, "Gạo, loại \"một\"").expect("a cell");
        sheet.write(row, 2, *code).expect("a cell");
    }
    book.save(stall.root().join("content/brochures/chon.xlsx")).expect("room on the disk");
}

#[test]
fn a_list_may_be_a_workbook() {
    let stall = Stall::new();
    workbook(&stall, &["w7cvm7", "k3t3fm"]);
    stall.write(LABELS, "title: Tên\nkind: nhan\nlist: chon.xlsx\n");
    assert_eq!(stall.build(), Vec::<&str>::new());
    let page = stall.page("an-pham/nhan/index.html");
    let at = |code: &str| page.find(code).expect("the product");
    assert!(at("w7cvm7") < at("k3t3fm"), "the order of the list");
    workbook(&stall, &["w7cvm7", "k3t3fx"]);
    assert_eq!(stall.build(), ["choice-unknown"]);
    stall.write("content/brochures/chon.xlsx", "no workbook");
    assert_eq!(stall.build(), ["choice-unreadable"]);
}

#[test]
fn an_empty_brochure_says_which_condition_emptied_it() {
    let stall = Stall::new();
    stall.write(LABELS, "title: Trống\nprovince: Lâm Đồng\nstars: 5\n");
    let outcome = build(&stall.root(), &stall.out(), TODAY);
    let found = outcome.findings.iter().find(|it| it.code.name == "brochure-empty");
    let message = &found.expect("the finding").message.vi;
    assert!(message.contains("đúng tỉnh") && message.contains("đúng số sao 0"), "{message}");
    assert!(!stall.out().join("an-pham/nhan").exists());
    let hint = |text: &str| {
        stall.write(LABELS, text);
        let outcome = build(&stall.root(), &stall.out(), TODAY);
        let found = outcome.findings.into_iter().find(|it| it.code.name == "brochure-empty");
        found.expect("the finding").hints[0].vi.clone()
    };
    assert!(hint("title: Trống\nproducts: [khan-tho-cam]\n").contains("`lapsed: true`"));
    assert!(!hint("title: Trống\nprovince: Lâm Đồng\nstars: 5\n").contains("lapsed"));
}

#[test]
fn a_named_product_that_has_lapsed_is_told_and_left_out() {
    let stall = Stall::new();
    let lapsed = lapsed(&stall);
    stall.write(LABELS, &format!("title: Tên\nproducts: [{lapsed}, gao-nep-nuong]\n"));
    assert_eq!(stall.build(), ["brochure-left-out"]);
    assert!(!stall.page("an-pham/nhan/index.html").contains(&format!("/{lapsed}")));
    stall.write(LABELS, &format!("title: Tên\nproducts: [{lapsed}]\nlapsed: true\n"));
    assert_eq!(stall.build(), Vec::<&str>::new());
}

/// A product of the catalogue that has lapsed on the day.
fn lapsed(stall: &Stall) -> String {
    stall.build();
    let page = stall.page("het-han/index.html");
    between(&page, "card-name\"><a href=\"../san-pham/", "/").to_owned()
}

#[test]
fn the_command_line_chooses_as_a_file_does() {
    let stall = Stall::new();
    stall.build();
    let (root, out) = (stall.root(), stall.out());
    let print = |wanted: &Wanted<'_>| {
        let made = conductor::brochure(&options(&root, &out, TODAY), wanted, Form::Html);
        made.map(|it| String::from_utf8(it.bytes).expect("a page"))
    };
    let pairs = |pairs: &[(&'static str, &'static str)]| Wanted {
        declared: None,
        pairs: pairs.to_vec(),
        list: None,
    };
    let typed = print(&pairs(&[
        ("kind", "bang-gia"),
        ("province", "Lâm Đồng"),
        ("province", "son-la"),
        ("arrange", "province"),
        ("order", "name"),
        ("title", "Bảng giá"),
    ]));
    let declared = print(&Wanted { declared: Some("bang-gia"), pairs: Vec::new(), list: None });
    let rows = |page: &str| page.matches("<th scope=\"row\">").count();
    let (typed, declared) = (typed.expect("a page"), declared.expect("a page"));
    assert_eq!(rows(&typed), rows(&declared));
    assert!(rows(&typed) > 3);
    for alone in [&typed, &declared] {
        assert!(!alone.contains("<link ") && !alone.contains("src=\"../"), "not of one piece");
    }
    let refused = |wanted| print(&wanted).expect_err("nothing to print").what.vi;
    assert_eq!(
        refused(pairs(&[("province", "Lâm Đông Tây")])),
        "không có tỉnh, thành phố nào là `Lâm Đông Tây`"
    );
    assert!(
        refused(pairs(&[("stars", "5"), ("province", "Sơn La")])).contains("đúng số sao 0")
    );
    let unknown = Wanted { declared: Some("bang-gai"), pairs: Vec::new(), list: None };
    let failure = print(&unknown).expect_err("no such brochure");
    assert_eq!(failure.hints[0].vi, "có phải `bang-gia`?");
}

#[test]
fn a_fair_has_a_page_in_each_language_with_its_booths() {
    let stall = Stall::new();
    stall.build();
    for path in ["hoi-cho/hoi-cho-vi-du/index.html", "en/fairs/hoi-cho-vi-du/index.html"] {
        let page = stall.page(path);
        for booth in ["A1", "A2", "B1"] {
            assert!(
                page.contains(&format!("<span class=\"booth-no\">{booth}</span>")),
                "{path}"
            );
        }
        assert!(page.contains("an-pham/hoi-cho/"), "{path}");
    }
    assert!(Path::new(&stall.out().join("an-pham/index.html")).exists());
}
