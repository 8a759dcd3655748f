//! The small catalogue, built and compared with what is stored, file by file.
//!
//! `tests/golden/cao-nguyen/` is the output as it must be. Pages and data are
//! stored as they are; of photos only name, size and hash stand in
//! `binaries.txt`. `UPDATE_GOLDEN=1 cargo test --test golden` writes it anew;
//! then read the difference before keeping it.
//!
//! The same content must give the same bytes wherever it lies, wherever it
//! goes and on however many threads; that is looked at here too.

#![expect(clippy::disallowed_methods, reason = "these tests keep files of their own")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test ends where it cannot go on")]

#[path = "support/building.rs"]
mod building;
#[path = "support/folder.rs"]
mod folder;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use building::{TODAY, below_tests, build};
use dacsan::build::Outcome;
use dacsan::diag::human;
use dacsan::source::Hash;
use dacsan::text::lang::Lang;
use folder::Files;
use tempfile::TempDir;

/// The catalogue, below `tests/`.
const CATALOGUE: &str = "fixtures/cao-nguyen";

/// Its output, below `tests/`.
const STORED: &str = "golden/cao-nguyen";

/// Its findings, below `tests/golden/`.
const FINDINGS: &str = "cao-nguyen.findings.txt";

/// Endings of files that are stored as they are; `_headers` has none.
const TEXT: [&str; 10] = ["html", "xml", "json", "jsonl", "csv", "txt", "svg", "css", "js", ""];

fn new_folder() -> TempDir {
    TempDir::new().expect("a folder for the test")
}

fn is_updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

/// The built files as they are stored: photos become lines of one list.
fn storable(built: Files) -> Files {
    let (text, binary): (Files, Files) = built.into_iter().partition(|(path, _)| {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        // The index as a script is the index once more.
        TEXT.contains(&ending) && !path.ends_with("disk.js")
    });
    let mut list = String::new();
    for (path, bytes) in binary {
        let hash = Hash::of(&bytes);
        writeln!(list, "{path} {} bytes {}", bytes.len(), hash.hex()).expect("a string");
    }
    let mut files = text;
    files.insert("binaries.txt".to_owned(), list.into_bytes());
    files
}

/// Every finding as it is printed, in both languages.
fn printed(outcome: &Outcome) -> String {
    let mut text = String::new();
    for finding in &outcome.findings {
        let file = finding.span.file;
        let (path, source) = (outcome.tree.path(file), outcome.tree.text(file).unwrap_or(""));
        for lang in Lang::ALL {
            text.push_str(&human::render(finding, path, source, lang, false));
            text.push('\n');
        }
    }
    text
}

#[test]
fn the_whole_output_is_as_stored() {
    let out = new_folder();
    build(&below_tests(CATALOGUE), out.path(), TODAY);
    let found = storable(folder::read(out.path()));
    let stored = below_tests(STORED);
    if is_updating() {
        // On the first run there is nothing to take away.
        drop(fs::remove_dir_all(&stored));
        folder::write(&stored, &found);
        return;
    }
    if let Some(difference) = folder::difference(&folder::read(&stored), &found) {
        panic!(
            "the output is not as stored\n{difference}\n\
             to accept it: UPDATE_GOLDEN=1 cargo test --test golden"
        );
    }
}

#[test]
fn every_finding_is_as_stored() {
    let out = new_folder();
    let found = printed(&build(&below_tests(CATALOGUE), out.path(), TODAY)).into_bytes();
    let found = Files::from([(FINDINGS.to_owned(), found)]);
    let golden = below_tests("golden");
    if is_updating() {
        folder::write(&golden, &found);
        return;
    }
    let stored = fs::read(golden.join(FINDINGS)).unwrap_or_default();
    let stored = Files::from([(FINDINGS.to_owned(), stored)]);
    if let Some(difference) = folder::difference(&stored, &found) {
        panic!(
            "the findings are not as stored\n{difference}\n\
             to accept it: UPDATE_GOLDEN=1 cargo test --test golden"
        );
    }
}

#[track_caller]
fn same(one: &Path, other: &Path) {
    let difference = folder::difference(&folder::read(one), &folder::read(other));
    assert_eq!(difference, None, "the two outputs differ");
    let manifest = |out: &Path| fs::read(out.join(".dacsan/manifest.json")).expect("written");
    assert!(manifest(one) == manifest(other), "the two manifests differ");
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let outs = [1, 2, 7].map(|threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let out = new_folder();
        let root = below_tests(CATALOGUE);
        pool.expect("threads").install(|| build(&root, out.path(), TODAY));
        out
    });
    same(outs[0].path(), outs[1].path());
    same(outs[0].path(), outs[2].path());
}

#[test]
fn neither_the_place_of_the_catalogue_nor_of_the_output_changes_a_byte() {
    let place = new_folder();
    let copy = place.path().join("bản sao & nơi khác");
    folder::copy(&below_tests(CATALOGUE), &copy);
    let outs = [place.path().join("một"), copy.join("public")];
    build(&below_tests(CATALOGUE), &outs[0], TODAY);
    build(&copy, &outs[1], TODAY);
    same(&outs[0], &outs[1]);
    let again = build(&copy, &outs[0], TODAY).summary;
    let changed = [again.created, again.updated, again.removed];
    assert_eq!(changed, [0, 0, 0], "an output must be good for any copy of its catalogue");
}

#[test]
fn no_file_names_a_folder_of_this_machine() {
    let place = new_folder();
    let root = place.path().join("danh-muc-rieng");
    folder::copy(&below_tests(CATALOGUE), &root);
    let out = place.path().join("ket-qua-rieng");
    build(&root, &out, TODAY);
    let told = place.path().to_str().expect("a name in UTF-8");
    let words = [told, env!("CARGO_MANIFEST_DIR"), "danh-muc-rieng", "ket-qua-rieng"];
    for (path, bytes) in folder::read(&out) {
        let text = String::from_utf8_lossy(&bytes);
        for word in words {
            assert!(!text.contains(word), "{path} names {word}");
        }
    }
}
