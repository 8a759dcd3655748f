//! Folders of files as values: read, written, copied, compared.
//!
//! A folder is a map from path to bytes, in path order. What the program keeps
//! for itself (`.dacsan/`) is left out. A difference is told as a person would
//! look for it: which files are missing, which are there besides, which have
//! other bytes, and the first line in which the first of them differs.
//!
//! Never changes a folder but in [`write`] and [`copy`].

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Bytes by path, with `/` between the parts.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Most paths named of each kind of difference.
const NAMED: usize = 12;

/// Letters shown on either side of the first difference within a line.
const AROUND: usize = 60;

/// Every file below a folder, private ones of the program left out.
pub(super) fn read(folder: &Path) -> Files {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let seen = all.filter_entry(|entry| entry.file_name() != ".dacsan");
    let mut files = Files::new();
    for entry in seen.map(|entry| entry.expect("a readable folder")) {
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder).expect("a path below");
            let path = below.to_str().expect("a name in UTF-8").replace('\\', "/");
            files.insert(path, fs::read(entry.path()).expect("a readable file"));
        }
    }
    files
}

/// Writes every file below a folder, making folders where there are none.
pub(super) fn write(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a new folder");
        fs::write(place, bytes).expect("room on the disk");
    }
}

/// Copies every file of a folder, private ones of the program left out.
pub(super) fn copy(from: &Path, to: &Path) {
    write(to, &read(from));
}

/// What differs, in words; `None` where nothing does.
pub(super) fn difference(wanted: &Files, found: &Files) -> Option<String> {
    let without = |all: &Files, others: &Files| -> Vec<String> {
        all.keys().filter(|path| !others.contains_key(*path)).cloned().collect()
    };
    let missing = without(wanted, found);
    let besides = without(found, wanted);
    let differs = |path: &&String| found.get(*path).is_some_and(|it| *it != wanted[*path]);
    let other: Vec<String> = wanted.keys().filter(differs).cloned().collect();
    let mut told = String::new();
    for (title, paths) in [("missing", &missing), ("besides", &besides), ("other", &other)] {
        list(&mut told, title, paths);
    }
    if let Some(first) = other.first() {
        told.push_str(&first_line(first, &wanted[first], &found[first]));
    }
    (!told.is_empty()).then_some(told)
}

fn list(told: &mut String, title: &str, paths: &[String]) {
    if paths.is_empty() {
        return;
    }
    writeln!(told, "{title} ({}):", paths.len()).expect("a string takes it");
    for path in paths.iter().take(NAMED) {
        writeln!(told, "  {path}").expect("a string takes it");
    }
    if paths.len() > NAMED {
        told.push_str("  …\n");
    }
}

/// The first line that differs, in both forms.
fn first_line(path: &str, wanted: &[u8], found: &[u8]) -> String {
    let (Ok(wanted), Ok(found)) = (str::from_utf8(wanted), str::from_utf8(found)) else {
        return format!("{path}: {} bytes wanted, {} found\n", wanted.len(), found.len());
    };
    let equal = wanted.lines().zip(found.lines()).take_while(|(one, two)| one == two).count();
    let line = |text: &str| text.lines().nth(equal).unwrap_or("(end)").to_owned();
    let (one, two) = (line(wanted), line(found));
    let at = one.chars().zip(two.chars()).take_while(|(one, two)| one == two).count();
    let near = |line: &str| -> String {
        line.chars().skip(at.saturating_sub(AROUND)).take(2 * AROUND).collect()
    };
    let number = equal.saturating_add(1);
    format!("{path}:{number}:{at}\n  wanted: {}\n  found:  {}\n", near(&one), near(&two))
}
