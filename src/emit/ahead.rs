//! Pages written ahead of the build that will find out what else has changed.
//!
//! For the preview: what was glimpsed reaches the disk at once, not only after everything
//! was compared. `.dacsan/ahead` names such pages before they are touched, because the
//! manifest no longer tells what they hold ([`Manifest::read`](super::manifest::Manifest)
//! believes that list); the next build makes them anew, compares, and ends it.
//!
//! A help only: what cannot be written is left to that build. Never makes a folder, never
//! writes through a link.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{PRIVATE, atomic, lock, order};

/// Writes these pages, each where its folder is already; how many were written.
///
/// Does nothing while a build is at work.
pub fn write_ahead(out: &Path, pages: &[(String, Vec<u8>)]) -> usize {
    let has_place = |path: &str| order::is_below(path) && is_real_above(out, path);
    let pages: Vec<&(String, Vec<u8>)> =
        pages.iter().filter(|(path, _)| has_place(path)).collect();
    let Ok(_lock) = lock::take(out) else { return 0 };
    let paths: Vec<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
    if note(out, &paths).is_err() {
        return 0;
    }
    let written = pages.iter().enumerate().filter(|(number, (path, bytes))| {
        atomic::write(&out.join(path), bytes, *number).is_ok()
    });
    written.count()
}

/// The pages that were written ahead.
pub(super) fn noted(out: &Path) -> Vec<String> {
    let text = fs::read(path_in(out)).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    text.unwrap_or_default().lines().map(str::to_owned).collect()
}

/// Ends the list: the manifest says by itself that it does not know what they hold.
pub(super) fn forget(out: &Path) -> io::Result<()> {
    match fs::remove_file(path_in(out)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

fn note(out: &Path, paths: &[&str]) -> io::Result<()> {
    let lines: String = paths.iter().flat_map(|path| [path, "\n"]).collect();
    let place = path_in(out);
    if fs::symlink_metadata(&place).is_ok_and(|found| !found.is_file()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut list = File::options().create(true).append(true).open(place)?;
    list.write_all(lines.as_bytes())
}

/// Whether every folder above is there and no link.
fn is_real_above(out: &Path, path: &str) -> bool {
    let is_real =
        |folder: &str| fs::symlink_metadata(out.join(folder)).is_ok_and(|it| it.is_dir());
    order::folders_of(path).all(is_real)
}

fn path_in(out: &Path) -> PathBuf {
    out.join(PRIVATE).join("ahead")
}
