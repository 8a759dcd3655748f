//! The preview's way to build: from memory, after each of many edits at random.
//!
//! Every step edits the catalogue (a dossier changed, added, renamed, deleted,
//! broken and mended; a template, a style sheet, reference data, settings), tells
//! only which files were saved, and builds from what is kept. What a glimpse
//! showed beforehand must be what the build then writes, and the output must be,
//! byte for byte, that of a clean build, which is compared every few steps.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dacsan::build::{self, Memory, Options};
use tempfile::TempDir;

use crate::building::{TODAY, below_tests, build, options};
use crate::folder;
use crate::random::{DOSSIERS, Dice, with_value};
use crate::{PROVINCES, SETTINGS};

/// Edits, one after another.
const STEPS: u32 = 200;

/// After so many the output is held against a clean build.
const COMPARED: u32 = 20;

const STYLE: &str = "themes/ocop/static/style.css";
const TEMPLATE: &str = "themes/ocop/templates/redirect.html";
const ADDRESSES: [&str; 6] = [
    "/",
    "/san-pham/",
    "/san-pham/trang/2/",
    "/tinh/son-la/",
    "/en/groups/thuc-pham/",
    "/a-z/",
];

struct Catalogue {
    place: TempDir,
    dice: Dice,
}

impl Catalogue {
    fn root(&self) -> std::path::PathBuf {
        self.place.path().join("root")
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap_or_default()
    }

    /// The dossiers that are there now.
    fn dossiers(&self) -> Vec<String> {
        let mut all: Vec<String> = DOSSIERS.iter().map(|path| (*path).to_owned()).collect();
        all.extend((0..4).map(|n| format!("content/products/them/san-pham-{n}.md")));
        all.retain(|path| self.root().join(path).exists());
        all
    }

    /// One edit; gives its name and the files that it touched.
    fn edit(&mut self) -> (String, Vec<String>) {
        let all = self.dossiers();
        let path =
            all[usize::try_from(self.dice.below(1000)).expect("small") % all.len()].clone();
        let number = self.dice.below(90) + 10;
        let added = format!("content/products/them/san-pham-{}.md", number % 4);
        let thing = self.dice.below(18);
        let name = format!("edit {thing} with {number} of {path}");
        let text = self.text(&path);
        let one =
            |key: &str, value: &str| vec![(path.clone(), Some(with_value(&text, key, value)))];
        let of = |file: &str, text: String| vec![(file.to_owned(), Some(text))];
        let changes = match thing {
            0 | 1 => one("price:", &format!("{number}000")),
            2 => one("name:", &format!("Sản phẩm Ví Dụ số {number}")),
            3 => one("stars:", ["3", "4", "5"][usize::try_from(number % 3).expect("small")]),
            4 => one("decided:", &format!("20{}-03-15", 20 + number % 7)),
            5 => one(
                "province:",
                ["Lâm Đồng", "Sơn La"][usize::try_from(number % 2).expect("small")],
            ),
            6 => one("name:", "[không phải tên"),
            // Saved by half.
            7 => {
                let half = text.floor_char_boundary(text.len() / 2);
                of(&path, text[..half].to_owned())
            }
            8 | 9 => of(&path, format!("{text}\nThêm đoạn {number}.\n")),
            10 => of(&added, text),
            11 if self.root().join(&added).exists() => vec![(added, None)],
            12 if self.root().join(&added).exists() => {
                let other = format!("content/products/them/san-pham-{}.md", (number + 1) % 4);
                vec![(other, Some(self.text(&added))), (added, None)]
            }
            13 => {
                let size = ["2", "3", "4", "24"][usize::try_from(number % 4).expect("small")];
                of(SETTINGS, with_value(&self.text(SETTINGS), "page_size:", size))
            }
            14 => of(STYLE, format!("body {{ margin: {number}px }}\n")),
            15 => of(
                TEMPLATE,
                format!(
                    "<!doctype html><title>{number}</title><a href=\"{{{{ to }}}}\">x</a>\n"
                ),
            ),
            16 => {
                let text = self.text(PROVINCES);
                let alias =
                    format!("aliases:\n  - {{name: Tỉnh số {number}, means: lam-dong}}");
                of(PROVINCES, text.replacen("aliases:", &alias, 1))
            }
            // As it was in the beginning.
            _ => of(DOSSIERS[usize::try_from(number % 6).expect("small")], {
                let path = DOSSIERS[usize::try_from(number % 6).expect("small")];
                let first = below_tests("fixtures/cao-nguyen").join(path);
                fs::read_to_string(first).expect("a dossier")
            }),
        };
        let touched = changes.iter().map(|(path, _)| path.clone()).collect();
        for (path, text) in changes {
            let place = self.root().join(&path);
            match text {
                Some(text) => {
                    fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
                    fs::write(place, text).expect("room on the disk");
                }
                None => fs::remove_file(place).expect("a file"),
            }
        }
        (name, touched)
    }
}

/// A glimpse of the saved files, then the whole build; what was glimpsed and is not so is named.
fn round(
    options: &Options<'_>,
    memory: &mut Memory,
    files: &BTreeSet<String>,
    looked_at: &str,
) -> (usize, Vec<String>) {
    let glimpse = memory.glimpse(options, files, Some(looked_at));
    let pages = glimpse.map_or_else(Vec::new, |glimpse| glimpse.expect("pages").pages);
    let reading = memory.reading(options, files);
    assert!(reading.is_some(), "only what was saved shall be read");
    let (_, kept) = build::build_and_keep(options, reading).expect("a build");
    *memory = kept;
    let written = |path: &str| fs::read(options.out.join(path)).unwrap_or_default();
    let count = pages.len();
    let first = |one: &[u8], other: &[u8]| {
        let (one, other) = (String::from_utf8_lossy(one), String::from_utf8_lossy(other));
        let differs = one.lines().zip(other.lines()).find(|(one, other)| one != other);
        differs.map_or_else(String::new, |(one, other)| format!("{one}\n{other}"))
    };
    let other = pages.into_iter().filter(|(path, bytes)| written(path) != *bytes);
    let told = |(path, bytes): (String, Vec<u8>)| {
        format!("{path}: {}", first(&bytes, &written(&path)))
    };
    (count, other.map(told).collect())
}

fn compare(root: &Path, out: &Path, name: &str) {
    let clean = TempDir::new().expect("a folder for the test");
    build(root, clean.path(), TODAY);
    let told = folder::difference(&folder::read(clean.path()), &folder::read(out));
    assert!(told.is_none(), "after {name}:\n{}", told.unwrap_or_default());
}

#[test]
fn after_hundreds_of_saves_the_output_is_that_of_a_clean_build() {
    let place = TempDir::new().expect("a folder for the test");
    let mut catalogue = Catalogue { place, dice: Dice(7) };
    folder::copy(&below_tests("fixtures/cao-nguyen"), &catalogue.root());
    let (root, out) = (catalogue.root(), catalogue.place.path().join("out"));
    let options = options(&root, &out, TODAY);
    let (_, mut memory) = build::build_and_keep(&options, None).expect("a build");
    let mut glimpsed = 0;
    for step in 1..=STEPS {
        let (name, touched) = catalogue.edit();
        // Shown by the test harness only where the comparison fails.
        println!("step {step}: {name}");
        let looked_at = catalogue.dice.pick(&ADDRESSES);
        let files = touched.into_iter().collect();
        let (count, other) = round(&options, &mut memory, &files, looked_at);
        assert_eq!(other, Vec::<String>::new(), "step {step}: {name}, looking at {looked_at}");
        glimpsed += count;
        if step % COMPARED == 0 {
            compare(&root, &out, &name);
        }
    }
    assert!(glimpsed > 100, "saves must be glimpsed: {glimpsed} pages");
}
