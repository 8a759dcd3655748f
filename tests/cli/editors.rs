//! What editors type: tables in and out, new files, mending, what changed, schemas.

use super::support::Site;
use super::{LOTUS, with_errors};

/// A table as an office sends it: titles, totals, one wrong row.
pub(super) const TABLE: &str = "DANH SÁCH SẢN PHẨM OCOP,,,,,,
STT,Tên sản phẩm,Nhóm,Tên chủ thể,Tỉnh/TP,Hạng sao,Giá bán (đồng)
I. Nhóm thực phẩm,,,,,,
1,Mật ong Ví Dụ,Thực phẩm,HTX Ong Ví Dụ,Hà Nội,Hạng 4 sao,95.000
2,Chè Ví Dụ,Đồ uống,HTX Ong Ví Dụ,Ha Nooi,3 sao,
3,Hạt sen sấy Ví Dụ,Thực phẩm,Hợp tác xã Ví Dụ,Đồng Tháp,4,99.000
Tổng cộng: 3,,,,,,
";

#[test]
fn a_table_is_looked_at_before_it_is_brought_in() {
    Site::sample()
        .file("ds.csv", TABLE)
        .run(["import", "ds.csv", "--dry-run"])
        .run(["import", "ds.csv"])
        .run(["import", "ds.csv", "--yes"])
        .run(["import", "ds.csv", "--yes", "--quiet"])
        .run(["--lang", "en", "import", "ds.csv", "--verbose"])
        .list("content")
        .run(["import"])
        .run(["import", "no.csv"])
        .run(["import", "ds.csv", "--set", "Cột lạ=1"])
        .run(["import", "ds.csv", "--set", "x"])
        .run(["explain", "import-conflict"])
        .equals("import");
}

#[test]
fn a_brochure_that_cannot_be_made_says_why() {
    Site::sample()
        .file("content/brochures/hat-sen.yaml", "title: Hạt sen\nproducts: [hat-sen]\n")
        .run(["brochure"])
        .run(["brochure", "hat-sem"])
        .run(["brochure", "--province", "Đồng Tháp", "--stars", "5"])
        .run(["brochure", "--province", "Dong Thapp"])
        .run(["brochure", "--kind", "so-tai"])
        .run(["brochure", "--products", "hat-sem"])
        .run(["brochure", "--list", "no.xlsx"])
        .run(["brochure", "hat-sen", "--stars", "4"])
        .run(["--lang", "en", "brochure", "hat-sem"])
        .run(["--lang", "en", "brochure", "--stars", "5"])
        .list("content")
        .equals("brochure");
}

#[test]
fn a_catalogue_is_given_back_as_tables() {
    Site::sample()
        .run(["export", "a.csv"])
        .run(["export", "a.xlsx", "--lang", "en"])
        .run(["export", "mau.xlsx", "--empty"])
        .run(["export", "du-lieu"])
        .list("du-lieu")
        .run(["import", "a.xlsx", "--yes"])
        .run(["import", "a.csv", "--yes"])
        .run(["export", "a.docx"])
        .equals("export");
}

#[test]
fn findings_come_in_the_forms_of_other_programs() {
    with_errors()
        .run(["check", "--format", "github"])
        .run(["check", "--format", "sarif", "--lang", "en"])
        .run(["check", "--format", "junit"])
        .run(["check", "--counts"])
        .run(["check", "--counts", "--lang", "en", "--advice"])
        .equals("check-formats");
    Site::sample()
        .run(["check", "--format", "junit"])
        .run(["check", "--format", "github"])
        .equals("check-formats-clean");
}

#[test]
fn ratings_that_end_soon_are_listed() {
    Site::sample()
        .edit(LOTUS, "decided: 2026-03-02", "decided: 2023-12-24")
        .run(["check", "--expiring", "90"])
        .run(["check", "--expiring", "10"])
        .run(["check", "--expiring", "10", "--lang", "en"])
        .run(["check", "--expiring", "soon"])
        .equals("check-expiring");
}

#[test]
fn only_what_changed_since_a_revision_is_told() {
    let site = with_errors().run(["check", "--since", "HEAD"]);
    site.git(&["init", "-q"]);
    let site = site.run(["check", "--since", "HEAD"]);
    site.git(&["add", "."]);
    site.git(&["commit", "-q", "-m", "all"]);
    site.run(["check", "--since", "HEAD"])
        .run(["check", "--since", "--output=x"])
        .file("content/products/ha-noi/tra-sen-vi-du.md", "---\nname: Trà\n---\n")
        .run(["check", "--since", "HEAD", "--lang", "en"])
        .equals("check-since");
}

#[test]
fn a_dossier_a_producer_and_a_page_are_started() {
    Site::sample()
        .run(["new", "san-pham", "Trà sen", "--set", "Tỉnh=dong thap", "--set", "Nhóm=Đồ uống"])
        .run(["new", "product", "Trà sen", "--set", "Tỉnh=dong thap"])
        .run(["new", "product", "Trà", "--set", "Tỉnh=Dong Tap", "--lang", "en"])
        .run(["new", "producer", "Hợp tác xã Trà", "--set", "Tỉnh=Đồng Tháp"])
        .run(["new", "page", "Liên hệ"])
        .run(["new", "page"])
        .run(["new", "prodct", "x"])
        .run(["check", "--drafts"])
        .equals("new");
}

#[test]
fn shells_and_manuals_are_served_from_the_same_words() {
    let site = Site::new().run(["completions", "fishh"]).run(["man", "trang"]).list("trang");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let out = site.output(&["completions", shell]);
        assert!(out.status.success(), "{shell}");
        assert!(String::from_utf8_lossy(&out.stdout).contains("import"), "{shell}");
    }
    site.equals("shells");
}

#[test]
fn what_changed_is_told_to_people() {
    let site = Site::sample();
    site.git(&["init", "-q"]);
    site.git(&["add", "."]);
    site.git(&["commit", "-q", "-m", "all"]);
    site.run(["diff"])
        .edit(LOTUS, "price: 95000", "price: 99000")
        .run(["new", "product", "Trà *sen*", "--set", "Tỉnh=Hà Nội", "--set", "Nhóm=Đồ uống"])
        .edit("content/products/ha-noi/tra-sen.md", "state: draft", "state: published")
        .run(["diff"])
        .run(["diff", "--format", "markdown", "--lang", "en"])
        .run(["diff", "--since", "no-such"])
        .run(["diff", "--format", "pdf"])
        .equals("diff");
}

#[test]
fn what_a_dossier_may_say_comes_in_several_forms() {
    Site::sample()
        .run(["schema", "page"])
        .run(["schema", "--form", "blank"])
        .run(["schema", "producer", "--form", "blank", "--lang", "en"])
        .run(["schema", "prodct"])
        .run(["schema", "--form", "xml"])
        .equals("schema");
}

#[test]
fn what_is_sure_is_mended_and_shown_before() {
    Site::sample()
        .edit(LOTUS, "decided: 2026-03-02", "decided: 02-03-2026   # theo quyết định")
        .edit(LOTUS, "province: Đồng Tháp", "Tỉnh: Tiền Giang")
        .run(["check", "--fix", "--dry-run"])
        .run(["check", "--fix"])
        .run(["check", "--fix", "--lang", "en"])
        .run(["check"])
        .run(["check", "--dry-run"])
        .equals("check-fix");
}
