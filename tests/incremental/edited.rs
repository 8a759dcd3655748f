//! A copy of the small catalogue with its output, edited step by step.
//!
//! [`Edited::writes`] builds over the former output, builds once more into an
//! empty folder, and compares the two. What was written is told by the times
//! of the files and must agree with the bytes and with the summary: a file
//! whose bytes stay the same keeps its time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::TempDir;

use crate::building::{TODAY, below_tests, build};
use crate::folder::{self, Files};

/// Folder of the search index.
pub(super) const INDEX: &str = " tim/du-lieu/";

/// A catalogue that is being edited.
pub(super) struct Edited {
    place: TempDir,
    today: &'static str,
}

/// Files as they lie on the disk, with the time of their last change.
struct Seen {
    files: Files,
    times: BTreeMap<String, SystemTime>,
}

impl Edited {
    /// The small catalogue, built once.
    pub(super) fn new() -> Self {
        Self::copy_of(&below_tests("fixtures/cao-nguyen"))
    }

    fn copy_of(catalogue: &Path) -> Self {
        let place = TempDir::new().expect("a folder for the test");
        let edited = Self { place, today: TODAY };
        folder::copy(catalogue, &edited.root());
        build(&edited.root(), &edited.out(), edited.today);
        edited
    }

    /// Folder of the catalogue.
    pub(super) fn root(&self) -> PathBuf {
        self.place.path().join("root")
    }

    /// Folder of the output.
    pub(super) fn out(&self) -> PathBuf {
        self.place.path().join("out")
    }

    /// What a file of the catalogue says.
    pub(super) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).expect("a file of the catalogue")
    }

    /// Adds or replaces a file.
    pub(super) fn file(self, path: &str, text: &str) -> Self {
        let file = (path.to_owned(), text.as_bytes().to_vec());
        folder::write(&self.root(), &Files::from([file]));
        self
    }

    /// Replaces the one occurrence of a text.
    #[track_caller]
    pub(super) fn replace(self, path: &str, before: &str, after: &str) -> Self {
        let text = self.text(path);
        assert_eq!(text.matches(before).count(), 1, "{before:?} in {path}");
        self.file(path, &text.replace(before, after))
    }

    /// Takes a file away.
    pub(super) fn delete(self, path: &str) -> Self {
        fs::remove_file(self.root().join(path)).expect("a file to delete");
        self
    }

    /// Replaces a picture by one of a single colour.
    pub(super) fn picture(self, path: &str, colour: [u8; 3]) -> Self {
        let picture = image::RgbImage::from_pixel(40, 30, image::Rgb(colour));
        picture.save(self.root().join(path)).expect("a picture");
        self
    }

    /// The next build is for another day.
    pub(super) fn on(self, today: &'static str) -> Self {
        Self { today, ..self }
    }

    /// Takes a file of the output away.
    pub(super) fn lose(self, path: &str) -> Self {
        fs::remove_file(self.out().join(path)).expect("a file of the output");
        self
    }

    /// Builds, and demands that these files were written: `+` new, `~` with
    /// other bytes, `-` removed.
    #[track_caller]
    pub(super) fn writes(self, wanted: &[&str]) -> Self {
        assert_eq!(without_index(self.rebuild()).join("\n"), wanted.join("\n"));
        self
    }

    /// Builds, and demands so many new, changed and removed files.
    #[track_caller]
    pub(super) fn writes_so_many(self, created: usize, updated: usize, removed: usize) -> Self {
        let lines = without_index(self.rebuild());
        let count = |mark: char| lines.iter().filter(|line| line.starts_with(mark)).count();
        let counts = (count('+'), count('~'), count('-'));
        assert_eq!(counts, (created, updated, removed), "{}", lines.join("\n"));
        self
    }

    /// Builds over the former output; gives what was written.
    #[track_caller]
    pub(super) fn rebuild(&self) -> Vec<String> {
        let before = Seen::at(&self.out());
        let summary = build(&self.root(), &self.out(), self.today).summary;
        let after = Seen::at(&self.out());
        self.equals_a_clean_build(&after.files);
        let lines = after.since(&before);
        let count = |mark: char| lines.iter().filter(|line| line.starts_with(mark)).count();
        assert_eq!(
            [summary.created, summary.updated, summary.removed],
            [count('+'), count('~'), count('-')],
            "the summary does not tell what was written"
        );
        lines
    }

    #[track_caller]
    fn equals_a_clean_build(&self, found: &Files) {
        let clean = self.place.path().join("clean");
        build(&self.root(), &clean, self.today);
        if let Some(difference) = folder::difference(&folder::read(&clean), found) {
            panic!("the output is not that of a clean build\n{difference}");
        }
        let manifest = |out: &Path| fs::read(out.join(".dacsan/manifest.json")).expect("one");
        assert!(manifest(&clean) == manifest(&self.out()), "the manifests differ");
        fs::remove_dir_all(clean).expect("a folder to remove");
    }
}

/// The search index follows every edit; [`crate::index`] says how.
fn without_index(mut lines: Vec<String>) -> Vec<String> {
    lines.retain(|line| !line.contains(INDEX));
    lines
}

impl Seen {
    fn at(out: &Path) -> Self {
        let files = folder::read(out);
        let time = |path: &String| {
            let metadata = fs::metadata(out.join(path)).expect("a file");
            (path.clone(), metadata.modified().expect("a time"))
        };
        let times = files.keys().map(time).collect();
        Self { files, times }
    }

    /// What was written since, in path order.
    #[track_caller]
    fn since(&self, before: &Self) -> Vec<String> {
        let mut paths: Vec<&String> = self.files.keys().chain(before.files.keys()).collect();
        paths.sort();
        paths.dedup();
        let lines = paths.into_iter().filter_map(|path| {
            let mark = match (before.files.get(path), self.files.get(path)) {
                (None, _) => '+',
                (_, None) => '-',
                (Some(old), Some(new)) => {
                    let touched = before.times[path] != self.times[path];
                    assert_eq!(touched, old != new, "{path}: equal bytes are left untouched");
                    if !touched {
                        return None;
                    }
                    '~'
                }
            };
            Some(format!("{mark} {path}"))
        });
        lines.collect()
    }
}
