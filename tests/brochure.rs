//! The press PDF, read back: pages, boxes, text, links, the code on the rendered page, the
//! same bytes twice, and that no extreme of content leaves its box.
//!
//! Reads files with poppler's tools (`tests/run.sh` installs them) and codes with a reader of
//! its own. Golden pages stand small below `tests/golden/brochure/`;
//! `UPDATE_GOLDEN=1 cargo test --features brochure --test brochure` draws them anew, and a page
//! that differs is written beside the wanted one into the folder named in the message.

#![cfg(feature = "brochure")]
#![recursion_limit = "256"]
#![expect(clippy::disallowed_methods, reason = "these tests keep files of their own")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where it cannot go on"
)]

#[path = "support/building.rs"]
#[expect(dead_code, reason = "what other tests need of it is not wanted here")]
mod building;
#[path = "support/folder.rs"]
mod folder;

#[path = "brochure/extremes.rs"]
mod extremes;
#[path = "brochure/golden.rs"]
mod golden;
#[path = "brochure/paper.rs"]
mod paper;
#[path = "brochure/site.rs"]
mod site;
#[path = "brochure/view.rs"]
mod view;

use dacsan::render::brochure::{Jpeg, Pictures, Pressed, Print, ThemeFiles, press};
use dacsan::text::lang::Lang;
use serde_json::Value;

use paper::{boxes, links, page_count, text};
use view::{brochure, card, cards, said};

/// Every kind with its paper and cards on a page.
pub(crate) const KINDS: [(&str, &str, u32); 16] = [
    ("catalogue", "a4", 6),
    ("catalogue", "a4", 4),
    ("catalogue", "a4", 2),
    ("catalogue", "a4", 1),
    ("catalogue", "a5", 4),
    ("booklet", "a5", 2),
    ("leaflet", "a4", 0),
    ("price-list", "a4", 0),
    ("shelf-cards", "a6", 0),
    ("shelf-cards", "a7", 0),
    ("table-tents", "a5", 0),
    ("labels", "a4", 0),
    ("booth-signs", "a3", 0),
    ("booth-list", "a4", 0),
    ("sheet", "a4", 0),
    ("export-sheet", "a4", 0),
];

/// The default theme alone.
pub(crate) fn theme() -> ThemeFiles {
    ThemeFiles::over_default(std::iter::empty())
}

#[track_caller]
pub(crate) fn pressed(view: &Value, print: Print) -> Pressed {
    press(view, print, &(), &theme())
        .unwrap_or_else(|failure| panic!("{}", failure.render(Lang::En)))
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let view = brochure("catalogue", "a4", 4, &cards(5));
    assert_eq!(pressed(&view, Print::Screen).pdf, pressed(&view, Print::Screen).pdf);
}

#[test]
fn every_kind_can_be_read_on_a_screen_and_carries_its_day() {
    for (kind, paper, per_page) in KINDS {
        let made = pressed(&brochure(kind, paper, per_page, &cards(3)), Print::Screen);
        let said = text(&made.pdf);
        assert_eq!(page_count(&made.pdf), made.pages, "{kind} {paper}");
        assert!(
            said.contains("Đặc sản số 2") || kind == "booth-list",
            "{kind} {paper}: {said}"
        );
        let dated = !matches!(kind, "shelf-cards" | "table-tents" | "labels");
        assert!(!dated || said.contains("Tính đến ngày 24/11/2026"), "{kind} {paper}: {said}");
        assert_eq!(made.remarks, [], "{kind} {paper}");
    }
}

#[test]
fn a_file_for_the_shop_has_bleed_trim_and_marks_in_their_places() {
    let view = brochure("catalogue", "a4", 6, &cards(3));
    let plain = pressed(&view, Print::Press { marks: false });
    for sides in boxes(&plain.pdf) {
        assert_eq!(sides.trim_mm(), (210.0, 297.0));
        assert_eq!(sides.bleed_mm(), (216.0, 303.0));
        assert_eq!(sides.media_mm(), (216.0, 303.0));
    }
    assert_eq!(plain.pages % 4, 0, "a shop folds sheets of four pages");
    let marked = pressed(&view, Print::Press { marks: true });
    for sides in boxes(&marked.pdf) {
        assert_eq!(sides.trim_mm(), (210.0, 297.0));
        assert_eq!(sides.bleed_mm(), (216.0, 303.0));
        assert_eq!(sides.media_mm(), (230.0, 317.0));
    }
    assert_eq!(paper::fonts_not_embedded(&plain.pdf), "");
}

#[test]
fn a_booklet_is_imposed_on_sheets_of_four_pages() {
    let view = brochure("booklet", "a5", 4, &cards(5));
    let pages = pressed(&view, Print::Press { marks: false }).pages;
    let sheets = pressed(&view, Print::Imposed);
    assert_eq!(pages % 4, 0);
    assert_eq!(sheets.pages * 2, pages);
    let all = boxes(&sheets.pdf);
    assert!(all.iter().all(|sides| sides.media_mm() == (297.0, 210.0)), "{all:?}");
    // The first side holds the back cover and the front one.
    let first = paper::text_of_page(&sheets.pdf, 1);
    assert!(first.contains("Danh mục ví dụ") && first.contains("Đặc sản ví dụ"), "{first}");
}

#[test]
fn the_code_on_the_page_leads_to_the_product() {
    let url = "https://vi-du.vn/p/vd0001/";
    let mut one = card(1, "Mật ong");
    one["qr"] = paper::real_code(url);
    let made = pressed(&brochure("sheet", "a4", 0, &[one.clone()]), Print::Screen);
    assert!(links(&made.pdf).iter().any(|it| it == url), "{:?}", links(&made.pdf));
    assert_eq!(paper::codes_on_page(&made.pdf, 1, 150), [url]);
    let labels = pressed(&brochure("labels", "a4", 0, &[one]), Print::Screen);
    assert_eq!(paper::codes_on_page(&labels.pdf, 1, 300), [url]);
}

#[test]
fn a_reader_of_the_screen_finds_language_title_bookmarks_and_tags() {
    let made = pressed(&brochure("catalogue", "a4", 4, &cards(3)), Print::Screen);
    let raw = String::from_utf8_lossy(&made.pdf);
    assert!(raw.contains("/Lang(vi-VN)") || raw.contains("/Lang(vi)"), "the language is named");
    let told = paper::information(&made.pdf);
    assert!(told.contains("Tagged:          yes"), "{told}");
    assert!(told.contains("Đặc sản ví dụ"), "{told}");
    assert!(raw.contains("/Outlines"), "bookmarks are there");
    assert!(raw.contains("pdfuaid:part"), "it says that it keeps PDF/UA");
    // Contents, then the section, then its products, in the order of reading.
    let said = text(&made.pdf);
    let at = |word: &str| said.find(word).unwrap_or_else(|| panic!("no `{word}` in {said}"));
    assert!(at("Mục lục") < at("Đặc sản số 1") && at("Đặc sản số 1") < at("Đặc sản số 3"));
}

#[test]
fn what_an_editor_typed_prints_as_itself() {
    let hostile = "#read(\"/etc/passwd\") *x* $x^2$ @ref <l> \\u{41} `raw` // /* */ = h -- ~";
    let mut one = card(1, hostile);
    one["summary"] = said(hostile, "#panic()");
    let made = pressed(&brochure("sheet", "a4", 0, &[one]), Print::Screen);
    let said = text(&made.pdf);
    let flat: String = said.split_whitespace().collect();
    let wanted: String = hostile.split_whitespace().collect();
    assert!(flat.contains(&wanted), "{said}");
    assert!(flat.contains("#panic()"), "{said}");
}

#[test]
fn signs_print_as_themselves_in_one_colour() {
    let made =
        pressed(&brochure("sheet", "a4", 0, &[card(7, "Mật ong 🍯 ❤️ 👍🏽")]), Print::Screen);
    assert_eq!(made.remarks, []);
    let said = text(&made.pdf);
    assert!(["🍯", "❤", "👍"].iter().all(|sign| said.contains(sign)), "{said}");
    assert!(!said.contains('?'), "{said}");
}

#[test]
fn a_letter_without_a_font_is_named_with_its_dossier() {
    let made = pressed(&brochure("sheet", "a4", 0, &[card(7, "Mật ong 🛸")]), Print::Screen);
    let what: Vec<(&str, &str)> =
        made.remarks.iter().map(|it| (it.what, it.dossier.as_str())).collect();
    assert_eq!(what, [("letter-missing", "content/products/lam-dong/vd-7.md")]);
    assert!(made.remarks[0].text.get(Lang::En).contains("U+1F6F8"), "{:?}", made.remarks);
}

/// One photo of a size, whatever the key.
struct Photo(u32);

impl Pictures for Photo {
    fn jpeg(&self, _: &str, longest: u32) -> Option<Jpeg> {
        let width = self.0.min(longest);
        Some(Jpeg { bytes: paper::grey_jpeg(), width, height: width * 3 / 4 })
    }
}

#[test]
fn a_photo_too_coarse_for_its_box_is_named_before_it_is_printed() {
    let mut one = card(1, "Mật ong");
    one["picture"]["kind"] = "photo".into();
    one["picture"]["alt"] = "Hũ mật ong".into();
    let view = brochure("sheet", "a4", 0, &[one]);
    let print = Print::Press { marks: false };
    let coarse = press(&view, print, &Photo(640), &theme()).expect("it is set");
    let what: Vec<&str> = coarse.remarks.iter().map(|it| it.what).collect();
    assert_eq!(what, ["photo-coarse"]);
    assert_eq!(coarse.remarks[0].dossier, "content/products/lam-dong/vd-1.md");
    let fine = press(&view, print, &Photo(4000), &theme()).expect("it is set");
    assert_eq!(fine.remarks, []);
}

/// Notes the sizes that it is asked for.
#[derive(Default)]
struct Noting(std::sync::Mutex<Vec<u32>>);

impl Pictures for Noting {
    fn jpeg(&self, key: &str, longest: u32) -> Option<Jpeg> {
        self.0.lock().expect("whole").push(longest);
        Photo(4000).jpeg(key, longest)
    }
}

#[test]
fn a_photo_is_as_large_as_each_of_its_places_asks_for() {
    let mut all = cards(9);
    all[0]["picture"]["kind"] = "photo".into();
    all[0]["picture"]["key"] = "content/a.jpg".into();
    let view = brochure("catalogue", "a4", 4, &all);
    let asked = |print| {
        let noting = Noting::default();
        let made = press(&view, print, &noting, &theme()).expect("it is set");
        assert_eq!(made.remarks, [], "{print:?}");
        let mut sizes = noting.0.into_inner().expect("whole");
        sizes.sort_unstable();
        sizes
    };
    let (shop, screen) = (asked(Print::Press { marks: false }), asked(Print::Screen));
    // On its card, on the cover, before its section; never twice in one size.
    assert!(shop.len() >= 2 && shop.windows(2).all(|two| two[0] < two[1]), "{shop:?}");
    assert!(screen.last() < shop.last(), "{screen:?} {shop:?}");
    let unreadable = press(&view, Print::Screen, &(), &theme()).expect("it is set");
    let what: Vec<&str> = unreadable.remarks.iter().map(|it| it.what).collect();
    assert_eq!(what, ["photo-unreadable"]);
}

#[test]
fn a_mistake_in_a_theme_is_shown_with_file_and_line() {
    let own: [(&str, &[u8]); 1] = [("brochure/sheet.typ", b"#let x = 1\n#unknown-name")];
    let theme = ThemeFiles::over_default(own.into_iter());
    let failure = press(&brochure("sheet", "a4", 0, &cards(1)), Print::Screen, &(), &theme)
        .expect_err("the template has a mistake");
    let told = failure.render(Lang::En);
    assert!(told.contains("brochure/sheet.typ:2:2: unknown variable: unknown-name"), "{told}");
    assert!(told.contains("line 2 of themes/<theme>/brochure/sheet.typ"), "{told}");
}

#[test]
fn a_template_reaches_no_file_but_its_own() {
    for reach in [
        "#read(\"/etc/passwd\")",
        "#read(\"../theme.yaml\")",
        "#import \"@preview/cetz:0.3.0\"",
    ] {
        let own: [(&str, &[u8]); 1] = [("brochure/sheet.typ", reach.as_bytes())];
        let theme = ThemeFiles::over_default(own.into_iter());
        let view = brochure("sheet", "a4", 0, &cards(1));
        assert!(press(&view, Print::Screen, &(), &theme).is_err(), "{reach}");
    }
}
