//! Tests of [`apply`] on real folders: what is written, kept, removed, and what
//! a stopped or killed build leaves behind.

mod ahead;
mod compared;

use std::fs;
use std::sync::Mutex;
use std::sync::atomic::Ordering;

use tempfile::TempDir;

use super::*;
use crate::model::failure::FailureKind;

type Files<'a> = &'a [(&'a str, &'a str)];

const THREE: Files<'static> = &[
    ("index.html", "home"),
    ("san-pham/gao/index.html", "rice"),
    ("tinh/index.html", "place"),
];

fn wanted(files: Files<'_>) -> Vec<Wanted> {
    let one = |(path, _): &(&str, &str)| Wanted { path: (*path).to_owned() };
    files.iter().map(one).collect()
}

/// Files of plain texts, some of which may be refused.
struct Texts<'a> {
    files: Files<'a>,
    refuse: &'a (dyn Fn(&str) -> Option<Failure> + Sync),
    rendered: Mutex<Vec<String>>,
}

impl Maker for Texts<'_> {
    fn key(&self, index: usize) -> Result<Hash, Failure> {
        Ok(Hash::of(self.files[index].1.as_bytes()))
    }

    fn make(&self, index: usize) -> Result<(Hash, Vec<u8>), Failure> {
        let (path, text) = self.files[index];
        if let Some(failure) = (self.refuse)(path) {
            return Err(failure);
        }
        self.rendered.lock().unwrap().push(path.to_owned());
        Ok((self.key(index)?, text.as_bytes().to_vec()))
    }
}

/// Builds with a renderer that may refuse; returns the paths rendered as well.
fn build_with(
    out: &Path,
    files: Files<'_>,
    refuse: &(dyn Fn(&str) -> Option<Failure> + Sync),
    interrupted: &AtomicBool,
) -> (Result<Summary, Failure>, Vec<String>) {
    let wanted = wanted(files);
    let texts = Texts { files, refuse, rendered: Mutex::new(Vec::new()) };
    let watch = Watch { interrupted, progress: &|_| {} };
    let result = apply(out, &wanted, &texts, &watch).map(|done| done.summary);
    let mut rendered = texts.rendered.into_inner().unwrap();
    rendered.sort();
    (result, rendered)
}

fn build(out: &Path, files: Files<'_>) -> Summary {
    build_with(out, files, &|_| None, &AtomicBool::new(false)).0.unwrap()
}

fn refused(out: &Path, files: Files<'_>) -> Failure {
    build_with(out, files, &|_| None, &AtomicBool::new(false)).0.unwrap_err()
}

fn done(created: usize, updated: usize, kept: usize, removed: usize) -> Summary {
    Summary { created, updated, kept, removed }
}

/// Every file and folder below with its bytes; folders end with a slash.
fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        if entry.file_type().is_dir() {
            all.push((format!("{path}/"), Vec::new()));
        } else if entry.file_type().is_symlink() {
            all.push((format!("{path}@"), Vec::new()));
        } else {
            all.push((path, fs::read(entry.path()).unwrap()));
        }
    }
    all
}

#[track_caller]
fn assert_clean(out: &Path, files: Files<'_>) {
    let clean = TempDir::new().unwrap();
    build(clean.path(), files);
    assert_eq!(tree(out), tree(clean.path()));
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut file = fs::File::create(path).unwrap();
    std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
}

#[test]
fn a_second_build_renders_nothing_and_leaves_the_files_alone() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().join("new/public");
    assert_eq!(build(&out, THREE), done(3, 0, 0, 0));
    let before = fs::metadata(out.join("index.html")).unwrap().modified().unwrap();
    let (result, rendered) = build_with(&out, THREE, &|_| None, &AtomicBool::new(false));
    assert_eq!((result.unwrap(), rendered.len()), (done(0, 0, 3, 0), 0));
    assert_eq!(fs::metadata(out.join("index.html")).unwrap().modified().unwrap(), before);
}

#[test]
fn only_what_changed_is_rendered_and_equal_bytes_keep_their_time() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    build(out, THREE);
    let time = |path: &str| fs::metadata(out.join(path)).unwrap().modified().unwrap();
    let before = time("index.html");
    put(&out.join(".dacsan/manifest.json"), "{\"version\":1,");
    assert_eq!(build(out, THREE), done(0, 0, 3, 0));
    assert_eq!(time("index.html"), before);
    let edited = &[THREE[0], ("san-pham/gao/index.html", "RICE"), THREE[2], ("a/b", "new")];
    let (result, rendered) = build_with(out, edited, &|_| None, &AtomicBool::new(false));
    assert_eq!(result.unwrap(), done(1, 1, 2, 0));
    assert_eq!(rendered, ["a/b", "san-pham/gao/index.html"]);
    assert_clean(out, edited);
}

#[test]
fn a_file_that_is_gone_or_has_another_length_is_made_again() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    build(out, THREE);
    fs::remove_dir_all(out.join("tinh")).unwrap();
    put(&out.join("index.html"), "edited by hand");
    assert_eq!(build(out, THREE), done(1, 1, 1, 0));
    assert_clean(out, THREE);
}

#[test]
fn stale_files_and_the_folders_they_leave_go_and_nothing_else() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    for mine in [".nojekyll", ".well-known/x", "CNAME", "tinh/note.txt", "tay/empty"] {
        put(&out.join(mine), "mine");
    }
    fs::remove_file(out.join("tay/empty")).unwrap();
    let more = &[THREE[0], THREE[1], THREE[2], ("a/b/c/d.html", "deep"), ("a/x", "x")];
    assert_eq!(build(out, more), done(5, 0, 0, 0));
    assert_eq!(build(out, &THREE[..1]), done(0, 0, 1, 4));
    let left: Vec<String> = tree(out).into_iter().map(|(path, _)| path).collect();
    let private = [".dacsan/", ".dacsan/lock", ".dacsan/manifest.json"];
    let mine = [".nojekyll", ".well-known/", ".well-known/x", "CNAME"];
    let rest = ["index.html", "tay/", "tinh/", "tinh/note.txt"];
    assert_eq!(left, [&private[..], &mine, &rest].concat());
}

#[test]
fn a_second_build_at_the_same_time_says_so() {
    let dir = TempDir::new().unwrap();
    let held = lock::take(dir.path()).unwrap();
    let failure = refused(dir.path(), THREE);
    assert_eq!(failure.what.vi, "một lần dựng khác đang ghi vào thư mục này");
    assert!(!dir.path().join("index.html").exists());
    drop(held);
    assert_eq!(build(dir.path(), THREE), done(3, 0, 0, 0));
}

#[test]
fn a_build_that_broke_off_is_completed_by_the_next_and_leaves_no_stale_file() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    build(out, &[THREE[0], ("old/page.html", "old"), ("tinh/index.html", "before")]);
    let refuse =
        |path: &str| path.starts_with("san-pham").then(|| Failure::machine("vỡ", "broken"));
    let (result, _) = build_with(out, THREE, &refuse, &AtomicBool::new(false));
    assert_eq!(result.unwrap_err().what.en, "broken");
    let kept = Manifest::read(out);
    assert_eq!(kept.content("old/page.html"), None);
    assert!(kept.files.contains_key("old/page.html") && out.join("old/page.html").exists());
    assert!(kept.content("index.html").is_some());
    put(&out.join(".dacsan-3.tmp"), "half");
    put(&out.join("san-pham/gao/.dacsan-12.tmp"), "half");
    put(&out.join("san-pham/gao/.dacsan-x.tmp"), "mine");
    build(out, THREE);
    assert!(out.join("san-pham/gao/.dacsan-x.tmp").exists());
    fs::remove_file(out.join("san-pham/gao/.dacsan-x.tmp")).unwrap();
    assert_clean(out, THREE);
}

#[test]
fn a_build_killed_after_its_announcement_claims_nothing() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    build(out, THREE);
    // What a kill leaves: the announcement, some files changed, some not.
    let panics = |path: &str| {
        let announced = Manifest::read(out);
        assert_eq!(announced.content(path), None);
        assert!(announced.content("index.html").is_some());
        std::panic::panic_any("killed")
    };
    let edited = &[THREE[0], ("san-pham/gao/index.html", "RICE")];
    let caught = std::panic::catch_unwind(|| {
        build_with(out, edited, &panics, &AtomicBool::new(false)).0.is_ok()
    });
    assert!(caught.is_err());
    put(&out.join("san-pham/gao/index.html"), "RICE");
    assert_eq!(build(out, THREE), done(0, 1, 2, 0));
    assert_clean(out, THREE);
}

#[test]
fn an_interrupted_build_stops_before_the_next_file() {
    let dir = TempDir::new().unwrap();
    let stop = AtomicBool::new(false);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let after_first = |_: &str| {
        stop.store(true, Ordering::Relaxed);
        None
    };
    let (result, rendered) =
        pool.install(|| build_with(dir.path(), THREE, &after_first, &stop));
    let failure = result.unwrap_err();
    assert_eq!(failure.kind, FailureKind::Interrupted);
    assert_eq!(failure.what.en, "stopped as asked; the pages written so far are whole");
    assert_eq!(rendered.len(), 1);
    let manifest = Manifest::read(dir.path());
    assert_eq!(manifest.files.len(), 3);
    assert_eq!(manifest.files.values().flatten().count(), 1);
    assert_eq!(build(dir.path(), THREE), done(2, 0, 1, 0));
    assert_clean(dir.path(), THREE);
}

#[test]
fn of_several_failures_the_first_by_path_is_told() {
    let dir = TempDir::new().unwrap();
    let names: Vec<String> = (0..200).map(|n| format!("p{n:03}.html")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    let refuse = |path: &str| {
        let refused = ["p150.html", "p120.html", "p060.html"].contains(&path);
        refused.then(|| Failure::machine("vỡ", "broken").at(path))
    };
    let (result, _) = build_with(dir.path(), &files, &refuse, &AtomicBool::new(false));
    assert_eq!(result.unwrap_err().path.unwrap(), Path::new("p060.html"));
}

#[test]
fn the_manifest_does_not_depend_on_threads_or_on_the_order_of_the_list() {
    let names: Vec<String> = (0..50).map(|n| format!("{}/{n}.html", n % 7)).collect();
    let mut files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    let trees: Vec<_> = [1, 2]
        .into_iter()
        .map(|threads| {
            let dir = TempDir::new().unwrap();
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| build(dir.path(), &files));
            files.reverse();
            tree(dir.path())
        })
        .collect();
    assert_eq!(trees[0], trees[1]);
}

#[test]
fn our_own_file_or_folder_makes_room_for_the_new_one() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    let (flat, deep): (Files<'_>, Files<'_>) =
        (&[("a", "file"), ("B/x", "x")], &[("a/b/c", "deep"), ("b/X", "x")]);
    build(out, flat);
    assert_eq!(build(out, deep), done(2, 0, 0, 2));
    assert_clean(out, deep);
    assert_eq!(build(out, flat), done(2, 0, 0, 2));
    assert_clean(out, flat);
}

#[test]
fn a_foreign_folder_or_file_in_the_way_is_named_and_left() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    put(&out.join("index.html/mine/note.txt"), "mine");
    let failure = refused(out, THREE);
    assert_eq!(failure.path, Some(out.join("index.html")));
    assert_eq!(
        failure.hints.last().unwrap().en,
        "the folder holds `index.html/mine/note.txt`, which dacsan did not write"
    );
    assert!(!out.join("tinh").exists());
    fs::remove_dir_all(out.join("index.html")).unwrap();
    put(&out.join("san-pham"), "mine");
    assert_eq!(refused(out, THREE).path, Some(out.join("san-pham")));
    fs::remove_file(out.join("san-pham")).unwrap();
    assert_eq!(build(out, THREE), done(3, 0, 0, 0));
    assert_clean(out, THREE);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link() {
    use std::os::unix::fs::symlink;
    let dir = TempDir::new().unwrap();
    let (out, far) = (dir.path().join("out"), dir.path().join("far"));
    build(&out, THREE);
    put(&far.join("gao/index.html"), "far");
    put(&far.join("page"), "far");
    fs::remove_file(out.join("index.html")).unwrap();
    symlink(far.join("page"), out.join("index.html")).unwrap();
    assert_eq!(build(&out, THREE), done(0, 1, 2, 0));
    assert!(!out.join("index.html").is_symlink());
    assert_eq!(fs::read(far.join("page")).unwrap(), b"far");

    fs::remove_dir_all(out.join("san-pham")).unwrap();
    symlink(&far, out.join("san-pham")).unwrap();
    let failure = refused(&out, THREE);
    assert_eq!(failure.path, Some(out.join("san-pham")));
    assert_eq!(failure.what.en, "a link stands where a real folder is needed");
    assert_eq!(build(&out, &THREE[..1]), done(0, 0, 1, 1));
    assert_eq!(fs::read(far.join("gao/index.html")).unwrap(), b"far");
    assert!(out.join("san-pham").is_symlink());
}

#[test]
fn a_contradicting_list_touches_nothing() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().join("public");
    let failure = refused(&out, &[("a", "1"), ("A", "2")]);
    assert_eq!(failure.kind, FailureKind::Machine);
    assert!(!out.exists());
}

#[test]
fn progress_counts_what_is_rendered() {
    let dir = TempDir::new().unwrap();
    let seen = Mutex::new(Vec::new());
    let tell = |progress: Progress| seen.lock().unwrap().push(progress);
    let watch = Watch { interrupted: &AtomicBool::new(false), progress: &tell };
    let texts = Texts { files: THREE, refuse: &|_| None, rendered: Mutex::new(Vec::new()) };
    apply(dir.path(), &wanted(THREE), &texts, &watch).unwrap();
    let mut seen = seen.into_inner().unwrap();
    seen.sort_by_key(|progress| progress.done);
    assert_eq!(seen.first(), Some(&Progress { done: 1, total: 3 }));
    assert_eq!(seen.last(), Some(&Progress { done: 3, total: 3 }));
}

#[test]
fn the_bytes_of_every_file_are_told_whether_it_was_written_or_kept() {
    let dir = TempDir::new().unwrap();
    let texts = Texts { files: THREE, refuse: &|_| None, rendered: Mutex::new(Vec::new()) };
    let watch = Watch { interrupted: &AtomicBool::new(false), progress: &|_| {} };
    for _ in 0..2 {
        let done = apply(dir.path(), &wanted(THREE), &texts, &watch).unwrap();
        assert_eq!(done.lengths, [4, 4, 5]);
    }
}
