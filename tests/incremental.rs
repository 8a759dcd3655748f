//! An edited catalogue, built over its former output, against a clean build.
//!
//! Each test makes one edit to a copy of the small catalogue. The output must
//! then be, byte for byte, what a build into an empty folder gives; and only
//! the files that the test states may have been written. A list is stated
//! where it is short, numbers where it is long.
//!
//! Edits at random and builds that are killed stand in [`random`] and [`killed`],
//! compressed forms in [`packed`], what `why` tells of an edit in [`reasons`].

#![expect(clippy::disallowed_methods, reason = "these tests edit files of their own")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where it cannot go on"
)]

#[path = "support/building.rs"]
mod building;
#[path = "incremental/edited.rs"]
mod edited;
#[path = "support/folder.rs"]
mod folder;
#[path = "incremental/index.rs"]
mod index;
#[path = "incremental/killed.rs"]
mod killed;
#[path = "incremental/late.rs"]
mod late;
#[path = "incremental/packed.rs"]
mod packed;
#[path = "incremental/random.rs"]
mod random;
#[path = "incremental/reasons.rs"]
mod reasons;
#[path = "incremental/sealed.rs"]
mod sealed;
#[path = "incremental/warm.rs"]
mod warm;

use edited::Edited;

const SETTINGS: &str = "content/catalogue.yaml";
const PROVINCES: &str = "content/reference/provinces.yaml";
const COFFEE: &str = "content/products/lam-dong/ca-phe-bot-doi-may.md";
const JAM: &str = "content/products/lam-dong/mut-qua.md";
const RICE: &str = "content/products/son-la/gao-nep-nuong.md";
const SCARF: &str = "content/products/son-la/khan-tho-cam.md";
const PHOTO: &str = "content/products/son-la/hong-treo-gio/phoi-hong.png";
const COOPERATIVE: &str = "content/producers/hop-tac-xa-doan-ket-minh-hoa.yaml";

#[test]
fn without_an_edit_nothing_is_written() {
    Edited::new().writes(&[]);
}

#[test]
fn a_story_is_on_the_pages_of_its_product_alone() {
    Edited::new().replace(SCARF, "sợi bông nhuộm chàm", "sợi lanh nhuộm chàm").writes(&[
        "~ en/products/khan-tho-cam/index.html",
        "~ san-pham/khan-tho-cam/index.html",
    ]);
}

#[test]
fn a_story_that_the_home_page_tells_changes_it_too() {
    Edited::new().replace(JAM, "chín mươi ngày tới", "chín mươi ngày nữa").writes(&[
        "~ en/index.html",
        "~ en/products/mut-qua/index.html",
        "~ index.html",
        "~ san-pham/mut-qua/index.html",
    ]);
}

#[test]
fn a_story_told_in_both_languages_changes_one_page() {
    Edited::new()
        .replace(COFFEE, "bóng cây muồng", "bóng cây keo")
        .writes(&["~ san-pham/ca-phe-bot-doi-may/index.html"]);
}

#[test]
fn a_price_is_on_the_cards_as_well() {
    Edited::new().replace(SCARF, "price: 350000", "price: 360000").writes_so_many(0, 24, 0);
}

#[test]
fn a_name_is_wherever_the_product_is() {
    Edited::new()
        .replace(SCARF, "name: Khăn thổ cẩm", "name: Khăn dệt tay")
        .writes_so_many(0, 26, 0);
}

#[test]
fn more_stars_move_a_product_to_other_lists() {
    Edited::new()
        .replace(RICE, "stars: 3", "stars: 4")
        .replace(RICE, "score: 64", "score: 74")
        .writes_so_many(0, 71, 0);
}

#[test]
fn on_a_later_day_ratings_have_ended() {
    Edited::new().on("2026-12-16").writes_so_many(0, 178, 2);
}

#[test]
fn a_product_is_added() {
    let edited = Edited::new();
    let second = edited.text(RICE).replace("nương Đường Lên", "nương Bản Trên");
    edited
        .file("content/products/son-la/gao-nep-nuong-hai.md", &second)
        .writes_so_many(12, 95, 0);
}

#[test]
fn a_product_is_deleted() {
    Edited::new().delete(RICE).writes_so_many(0, 92, 7);
}

#[test]
fn a_renamed_product_answers_at_its_old_address() {
    let edited = Edited::new();
    let aliases = "kind: craft\naliases: [khan-tho-cam]";
    let text = edited.text(SCARF).replace("kind: craft", aliases);
    edited
        .delete(SCARF)
        .file("content/products/son-la/khan-det-tay.md", &text)
        .writes_so_many(4, 30, 2);
}

#[test]
fn a_product_moves_to_an_empty_province() {
    Edited::new()
        .replace(SCARF, "province: Sơn La\ncommune: Xã Minh Hoạ", "province: Khánh Hòa")
        .writes_so_many(0, 50, 0);
}

#[test]
fn a_producer_is_renamed() {
    Edited::new()
        .replace(COOPERATIVE, "Hợp tác xã Đoàn Kết", "Hợp tác xã Đồng Lòng")
        .writes_so_many(0, 25, 0);
}

#[test]
fn a_page_of_prose_is_edited() {
    Edited::new()
        .replace("content/pages/gioi-thieu.md", "viết lùi vào", "viết thụt vào")
        .writes(&["~ gioi-thieu/index.html"]);
}

#[test]
fn open_data_go_when_they_are_switched_off_and_come_back() {
    let on = "demand_sources: true";
    let edited = Edited::new().replace(SETTINGS, on, "demand_sources: true\nopen_data: no");
    let lines = edited.rebuild();
    let gone: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("- ")).collect();
    let wanted = [
        "data/cong-nhan.csv",
        "data/datapackage.json",
        "data/index.html",
        "data/quy-cach.csv",
        "data/san-pham.csv",
        "data/san-pham.json",
        "data/san-pham.jsonl",
        "en/data/index.html",
    ];
    assert_eq!(gone, wanted);
    let lines = edited.replace(SETTINGS, "\nopen_data: no", "").rebuild();
    let back: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("+ ")).collect();
    assert_eq!(back, wanted);
}

#[test]
fn a_template_of_the_theme_is_replaced() {
    let redirect = "<!doctype html><title>Đã chuyển</title><a href=\"{{ to }}\">{{ to }}</a>\n";
    Edited::new().file("themes/ocop/templates/redirect.html", redirect).writes(&[
        "~ en/products/ca-phe-vi-du/index.html",
        "~ en/provinces/binh-thuan/index.html",
        "~ en/provinces/dak-nong/index.html",
        "~ en/provinces/ninh-thuan/index.html",
        "~ p/3wc9wf/index.html",
        "~ p/42hfvf/index.html",
        "~ p/4dcf86/index.html",
        "~ p/h54t88/index.html",
        "~ p/j9tdt6/index.html",
        "~ p/k3t3fm/index.html",
        "~ p/t8dpnx/index.html",
        "~ p/tnt8c5/index.html",
        "~ p/vd-0001/index.html",
        "~ p/w7cvm7/index.html",
        "~ p/ymfvvc/index.html",
        "~ san-pham/ca-phe-vi-du/index.html",
        "~ tinh/binh-thuan/index.html",
        "~ tinh/dak-nong/index.html",
        "~ tinh/ninh-thuan/index.html",
    ]);
}

#[test]
fn a_word_of_the_theme_is_replaced() {
    Edited::new()
        .file("themes/ocop/i18n/vi.yaml", "event.withdrawn: Thu hồi giấy chứng nhận\n")
        .writes(&["~ san-pham/nuoc-ep-dau-tam/index.html"]);
}

#[test]
fn the_style_sheet_changes_its_name_on_every_page() {
    Edited::new()
        .file("themes/ocop/static/style.css", "body { margin: 0 }\n")
        .writes_so_many(1, 162, 1);
}

#[test]
fn the_title_is_on_every_page() {
    Edited::new()
        .replace(SETTINGS, "cao nguyên Ví Dụ", "vùng cao Ví Dụ")
        .replace(SETTINGS, "Sample highland", "Made-up highland")
        .writes_so_many(0, 193, 0);
}

#[test]
fn shorter_lists_have_more_pages() {
    Edited::new().replace(SETTINGS, "page_size: 4", "page_size: 3").writes_so_many(12, 36, 0);
}

#[test]
fn another_way_to_write_a_province_shows_nowhere() {
    let alias = "aliases:\n  - {name: Đà Lạt, means: lam-dong}";
    Edited::new().replace(PROVINCES, "aliases:", alias).writes(&[]);
}

#[test]
fn a_replaced_photo_has_another_address() {
    // Two sizes of the former one go, the only size of a small one comes, two pages name it.
    Edited::new().picture(PHOTO, [120, 60, 20]).writes_so_many(1, 2, 2);
}

#[test]
fn a_broken_dossier_is_withheld_and_mended_again() {
    Edited::new()
        .replace(RICE, "group: thuc-pham", "group: [thuc-pham")
        .writes_so_many(0, 92, 7)
        .replace(RICE, "group: [thuc-pham", "group: thuc-pham")
        .writes_so_many(7, 92, 0);
}

#[test]
fn a_page_that_was_lost_is_made_again() {
    Edited::new()
        .lose("san-pham/mut-qua/index.html")
        .writes(&["+ san-pham/mut-qua/index.html"]);
}
