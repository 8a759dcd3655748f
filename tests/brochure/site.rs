//! PDFs of declared brochures beside the pages of a site: made by a build, only when what they
//! show has changed, and the same whatever was there before.

use std::fs;
use std::path::{Path, PathBuf};

use dacsan::build::{self as conductor, Options, Wanted};
use dacsan::render::brochure::Print;
use tempfile::TempDir;

use super::building::{TODAY, below_tests, options};
use super::folder::{self, Files};
use super::paper;

/// A small catalogue with two brochures, its output and its cache.
struct Stall(TempDir);

const LISTED: &str = "an-pham/theo-so-chon/theo-so-chon.pdf";
const SHOP: &str = "an-pham/theo-so-chon/theo-so-chon-nha-in.pdf";
const LABELS: &str = "an-pham/nhan/nhan.pdf";

impl Stall {
    fn new() -> Self {
        let stall = Self(TempDir::new().expect("a folder for the test"));
        folder::copy(&below_tests("fixtures/cao-nguyen"), &stall.root());
        folder::copy(&below_tests("fixtures/hoi-cho"), &stall.root());
        for name in ["hoi-cho", "bang-gia"] {
            fs::remove_file(stall.root().join(format!("content/brochures/{name}.yaml")))
                .expect("a brochure");
        }
        stall.settings("[screen, press]");
        stall
    }

    fn root(&self) -> PathBuf {
        self.0.path().join("root")
    }

    fn settings(&self, wanted: &str) {
        let path = self.root().join("content/catalogue.yaml");
        let text = fs::read_to_string(&path).expect("settings");
        let (before, _) = text.split_once("brochure_pdf: ").expect("the key");
        fs::write(&path, format!("{before}brochure_pdf: {wanted}\n")).expect("room");
    }

    fn with<T>(&self, out: &str, work: impl FnOnce(&Options<'_>) -> T) -> T {
        let (root, out) = (self.root(), self.0.path().join(out));
        let cache = out.with_extension("cache");
        work(&Options { cache: &cache, ..options(&root, &out, TODAY) })
    }

    fn build(&self, out: &str) -> Files {
        self.with(out, |options| {
            conductor::build(options).unwrap_or_else(|failure| panic!("no build: {failure:?}"));
            folder::read(options.out)
        })
    }

    fn rename(&self, path: &str) {
        let path = self.root().join(path);
        let text = fs::read_to_string(&path).expect("a dossier");
        fs::write(&path, text.replacen("name: ", "name: Tân ", 1)).expect("room");
    }
}

fn time(place: &Path) -> std::time::SystemTime {
    fs::metadata(place).and_then(|facts| facts.modified()).expect("a file")
}

#[test]
fn a_build_makes_the_pdfs_links_them_and_leaves_alone_what_did_not_change() {
    let stall = Stall::new();
    let first = stall.build("out");
    let text = |path: &str| String::from_utf8_lossy(&first[path]).into_owned();
    let pages = paper::page_count(&first[LISTED]);
    let list = text("an-pham/index.html");
    assert!(list.contains(&format!("href=\"../{LISTED}\"")), "{list}");
    assert!(list.contains(&format!(">{pages} trang, 0,")), "{list}");
    assert!(list.contains(&format!("href=\"../{SHOP}\"")), "{list}");
    assert!(text("an-pham/theo-so-chon/index.html").contains("href=\"../../an-pham/"));
    assert!(paper::text(&first[LISTED]).contains("Gạo nếp"));
    // One of the two products of the labels is renamed; the other brochure shows it as well.
    let place = stall.0.path().join("out");
    let before = time(&place.join("an-pham/theo-so-chon/index.html"));
    stall.rename("content/products/son-la/mat-ong-rung-vi-du.md");
    let other = stall.build("out");
    for path in [LISTED, SHOP, LABELS] {
        assert!(first[path] == other[path], "{path} shows no honey");
    }
    assert_eq!(time(&place.join("an-pham/theo-so-chon/index.html")), before);
    stall.rename("content/products/son-la/gao-nep-nuong.md");
    let second = stall.build("out");
    assert!(first[LISTED] != second[LISTED] && first[LABELS] != second[LABELS]);
    assert!(paper::text(&second[LABELS]).contains("Tân"));
    // Anew, with nothing that was kept.
    let clean = stall.build("clean");
    assert_eq!(folder::difference(&clean, &second), None);
    // Whatever the cache has: its things are gone, the files are the same.
    fs::remove_dir_all(place.with_extension("cache")).expect("a cache");
    assert_eq!(folder::difference(&clean, &stall.build("out")), None);
    stall.settings("none");
    let none = stall.build("out");
    assert!(!none.contains_key(LISTED) && !none.contains_key(SHOP));
    assert!(!String::from_utf8_lossy(&none["an-pham/index.html"]).contains(".pdf"));
}

#[test]
fn a_preview_shows_pages_as_pictures_and_only_new_ones_again() {
    let stall = Stall::new();
    stall.settings("none");
    stall.with("out", |options| {
        let (_, memory) = conductor::build_and_keep(options, None).expect("a build");
        let proof = memory.proof(options, "theo-so-chon", None).expect("pages");
        let proof = proof.expect("pages that were not known");
        assert!(!proof.pages.is_empty());
        assert!(proof.pages.iter().all(|page| page.starts_with("<svg ")));
        let same = memory.proof(options, "theo-so-chon", Some(proof.key)).expect("pages");
        assert!(same.is_none());
        let nobody =
            memory.proof(options, "theo-so-chom", None).err().expect("no such brochure");
        assert_eq!(nobody.hints[0].vi, "có phải `theo-so-chon`?");
    });
}

#[test]
fn a_set_holds_each_product_once_and_its_contents_tell_the_pages() {
    let stall = Stall::new();
    stall.settings("none");
    let set = |out: &str| {
        let pairs = vec![("kind", "catalogue"), ("lapsed", "true")];
        let wanted = Wanted { declared: None, pairs, list: None };
        let mut made = Vec::new();
        let done = stall.with(out, |options| {
            conductor::volumes(options, &wanted, Print::Screen, &mut |volume| {
                made.push((volume.name, volume.pdf, volume.products, volume.pages));
                Ok(())
            })
        });
        done.unwrap_or_else(|failure| panic!("no set: {failure:?}"));
        made
    };
    let made = set("out");
    let names: Vec<&str> = made.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(names, ["01-lam-dong.pdf", "02-son-la.pdf", "00-muc-luc.pdf"]);
    let texts: Vec<String> = made.iter().map(|it| paper::text(&it.1)).collect();
    assert!(texts[0].contains("tập 1 trong 2") && texts[1].contains("tập 2 trong 2"));
    assert!(texts[0].contains("Đồi Mây") && !texts[1].contains("Đồi Mây"));
    assert!(texts[1].contains("Gạo nếp") && !texts[0].contains("Gạo nếp"));
    for (name, pdf, products, pages) in &made[..2] {
        assert_eq!(paper::page_count(pdf), *pages, "{name}");
        assert!(*products > 1, "{name} holds {products}");
        assert!(texts[2].contains(&format!("{pages} trang")), "{}", texts[2]);
    }
    assert!(made == set("again"), "the same set twice");
}
