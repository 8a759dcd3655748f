//! The small catalogue of the tests, and how it is built.
//!
//! `tests/fixtures/cao-nguyen/` has fourteen made-up products, one of every
//! kind. It is only read; whoever wants to change it works on a copy.
//!
//! Never uses the clock: the day is [`TODAY`] unless a test gives another.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use dacsan::build::{self, Options, Outcome, PhotoWish};
use dacsan::text::date::Day;

/// The day of every build.
pub(super) const TODAY: &str = "2026-11-23";

/// A path below `tests/`.
pub(super) fn below_tests(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

/// Set by nobody: these builds come to their end.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Where the builds of this run keep their photos: never those of another version of the program.
static CACHE: LazyLock<PathBuf> = LazyLock::new(|| {
    let name = format!("cache-{}", std::process::id());
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(std::fs::remove_dir_all(&place));
    place
});

/// What a build of the catalogue in `root` into `out` is asked for.
pub(super) fn options<'a>(root: &'a Path, out: &'a Path, today: &str) -> Options<'a> {
    Options {
        root,
        out,
        today: Day::parse_iso(today).expect("a day"),
        base_url: None,
        precompress: None,
        only: None,
        interrupted: &INTERRUPTED,
        progress: &|_| {},
        cache: &CACHE,
        shared: None,
        photos: PhotoWish::default(),
    }
}

/// Builds the catalogue in `root` into `out`.
#[track_caller]
pub(super) fn build(root: &Path, out: &Path, today: &str) -> Outcome {
    let options = options(root, out, today);
    build::build(&options).unwrap_or_else(|failure| panic!("no build: {failure:?}"))
}
