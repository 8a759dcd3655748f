//! Removing: what only we wrote, and nothing else.
//!
//! Three occasions. [`sweep`] takes away temporary files of a build that was
//! killed. [`clear`] makes room where something of ours stands in the way of a
//! new file. [`remove_stale`] ends a build: files of the old manifest that
//! nobody wants, then the folders that this left empty.
//!
//! Never removes a file that is not in the manifest (but for our temporary
//! ones), never a folder with something in it, never through a link, never the
//! output folder itself or its dotfiles.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::Wanted;
use super::atomic;
use super::manifest::Manifest;
use super::order;
use super::survey::{Survey, kind_of};
use crate::model::failure::Failure;

/// Removes temporary files of ours beside old and wanted files, as far as it can.
///
/// What cannot be removed now is overwritten or swept by a later build.
pub(super) fn sweep(out: &Path, old: &Manifest, wanted: &[Wanted]) {
    let paths = old.files.keys().chain(wanted.iter().map(|file| &file.path));
    let mut folders = BTreeSet::from([""]);
    folders.extend(paths.flat_map(|path| order::folders_of(path)));
    let mut real: BTreeSet<&str> = BTreeSet::new();
    for folder in folders {
        let above = folder.rfind('/').and_then(|at| folder.get(..at));
        if above.is_some_and(|above| !real.contains(above)) || !is_folder(out, folder) {
            continue;
        }
        real.insert(folder);
        sweep_folder(&out.join(folder));
    }
}

fn is_folder(out: &Path, folder: &str) -> bool {
    // The output folder itself may be a link: that is the user's own wish.
    folder.is_empty() || fs::symlink_metadata(out.join(folder)).is_ok_and(|it| it.is_dir())
}

fn sweep_folder(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_str().is_some_and(atomic::is_temporary);
        if ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// The first thing below a folder that is not ours; empty folders are nobody's.
pub(super) fn foreign_below(out: &Path, folder: &str, old: &Manifest) -> Option<String> {
    let Ok(entries) = fs::read_dir(out.join(folder)) else { return Some(folder.to_owned()) };
    let mut names: Vec<_> = entries.flatten().collect();
    names.sort_by_key(fs::DirEntry::file_name);
    names.into_iter().find_map(|entry| {
        let name = entry.file_name();
        let path = format!("{folder}/{}", name.to_string_lossy());
        let Ok(kind) = entry.file_type() else { return Some(path) };
        if kind.is_dir() {
            return foreign_below(out, &path, old);
        }
        let ours = old.files.contains_key(&path);
        let temporary = name.to_str().is_some_and(atomic::is_temporary);
        if kind.is_file() && (ours || temporary) { None } else { Some(path) }
    })
}

/// Makes room; returns how many files of the manifest went.
pub(super) fn clear(out: &Path, survey: &Survey) -> Result<usize, Failure> {
    let mut removed = 0_usize;
    for path in &survey.files_in_the_way {
        removed = removed.saturating_add(usize::from(remove(out, path)?));
    }
    for folder in &survey.folders_in_the_way {
        let prefix = format!("{folder}/");
        for path in survey.stale.iter().filter(|path| path.starts_with(&prefix)) {
            removed = removed.saturating_add(usize::from(remove(out, path)?));
        }
        remove_hollow(&out.join(folder))?;
    }
    Ok(removed)
}

/// Removes a folder that holds nothing but folders and our temporary files.
fn remove_hollow(folder: &Path) -> Result<(), Failure> {
    sweep_folder(folder);
    let refused = |error: &io::Error| {
        Failure::io("không xoá được thư mục cũ", "cannot remove an old folder", folder, error)
    };
    for entry in fs::read_dir(folder).map_err(|error| refused(&error))?.flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_hollow(&entry.path())?;
        }
    }
    fs::remove_dir(folder).map_err(|error| refused(&error))
}

/// Removes the files that nobody wants, then the folders that this left empty.
///
/// Stops before the next file when interrupted. Returns how many files went.
pub(super) fn remove_stale(
    out: &Path,
    stale: &[String],
    interrupted: &AtomicBool,
) -> Result<usize, Failure> {
    let mut removed = 0_usize;
    for path in stale {
        Failure::unless_stopped(interrupted)?;
        removed = removed.saturating_add(usize::from(remove(out, path)?));
    }
    let folders: BTreeSet<&str> = stale.iter().flat_map(|it| order::folders_of(it)).collect();
    // Backwards, so that a folder comes after those within it.
    for folder in folders.into_iter().rev() {
        if is_reached_plainly(out, folder) && is_folder(out, folder) {
            // Refused where something is still in it, and that is well.
            drop(fs::remove_dir(out.join(folder)));
        }
    }
    Ok(removed)
}

/// Removes a regular file that no link leads to; says whether it was there.
fn remove(out: &Path, path: &str) -> Result<bool, Failure> {
    let place = out.join(path);
    if !is_reached_plainly(out, path) || !kind_of(&place)?.is_some_and(|it| it.is_file()) {
        return Ok(false);
    }
    fs::remove_file(&place).map_err(|error| {
        Failure::io("không xoá được tệp cũ", "cannot remove an old file", &place, &error)
    })?;
    Ok(true)
}

fn is_reached_plainly(out: &Path, path: &str) -> bool {
    order::folders_of(path).all(|folder| is_folder(out, folder))
}
