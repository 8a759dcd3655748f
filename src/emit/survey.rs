//! What lies in the output folder, against what is wanted there.
//!
//! Looks only: nothing is made, changed or removed, so that whatever forbids
//! the build is told before the first change. Folders and files are looked at
//! in parallel, a `stat` each (about 3 µs); where a folder is not there, nothing
//! below it is looked for.
//!
//! A link in place of a folder is refused, because writing through it would
//! reach outside; a link in place of a file is replaced by the file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, FileType};
use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use super::clean;
use super::manifest::Manifest;
use super::order::{self, Order};
use super::seal::States;
use super::{Maker, Wanted};
use crate::model::failure::Failure;

/// What is to be done.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Files that stay by their key.
    pub(super) kept: usize,
    /// Places in the list of the files to render, by path.
    pub(super) jobs: Vec<usize>,
    /// Folders to make, by path, so that parents come before children.
    pub(super) folders: Vec<String>,
    /// Our own files that stand in the way of folders or of a twin in other case.
    pub(super) files_in_the_way: Vec<String>,
    /// Folders in place of files; nothing foreign is below them.
    pub(super) folders_in_the_way: Vec<String>,
    /// Files of ours that nobody wants any more.
    pub(super) stale: Vec<String>,
}

impl Survey {
    /// Whether everything is as wanted.
    pub(super) fn is_settled(&self) -> bool {
        self.jobs.is_empty() && self.stale.is_empty()
    }

    /// Whether the folder of a file is not there yet, and so the file neither.
    pub(super) fn is_new(&self, path: &str) -> bool {
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        folder
            .is_some_and(|it| self.folders.binary_search_by(|new| new.as_str().cmp(it)).is_ok())
    }
}

/// What is looked at.
pub(super) struct Sight<'a> {
    /// The output folder.
    pub(super) out: &'a Path,
    /// What must exist.
    pub(super) wanted: &'a [Wanted],
    /// The same in order.
    pub(super) order: &'a Order,
    /// What the last build has left.
    pub(super) old: &'a Manifest,
    /// How it left them.
    pub(super) states: &'a States,
    /// Knows the keys.
    pub(super) maker: &'a dyn Maker,
    /// Set from outside to stop looking.
    pub(super) stop: &'a AtomicBool,
}

/// Compares the disk with the wishes; fails where something foreign stands in the way.
pub(super) fn look(sight: &Sight<'_>) -> Result<Survey, Failure> {
    let Sight { out, wanted, order, old, .. } = *sight;
    let sorted = || order.by_path.iter().filter_map(|index| wanted.get(*index));
    let mut survey = Survey::default();
    for (folder, found) in look_at_folders(out, folders(sorted()), old)? {
        match found {
            Folder::There => continue,
            Folder::Missing => {}
            Folder::OurFile => survey.files_in_the_way.push(folder.to_owned()),
        }
        survey.folders.push(folder.to_owned());
    }
    let looked: Vec<_> = order
        .by_path
        .par_iter()
        .filter_map(|index| Some((*index, wanted.get(*index)?)))
        .map(|(index, file)| {
            Failure::unless_stopped(sight.stop)?;
            let is_new = survey.is_new(&file.path);
            let state = if is_new { File::Wanting } else { look_at_file(sight, index, file)? };
            Ok((index, file, state))
        })
        .collect();
    for found in looked {
        let (index, file, state) = found?;
        match state {
            File::Kept => survey.kept = survey.kept.saturating_add(1),
            File::Wanting => survey.jobs.push(index),
            File::OurFolder => {
                survey.folders_in_the_way.push(file.path.clone());
                survey.jobs.push(index);
            }
        }
    }
    find_stale(&mut survey, wanted, order, old);
    Ok(survey)
}

/// Files of the manifest that are not wanted. One that differs only in case must
/// go before the new one comes: on many disks they are one file.
fn find_stale(survey: &mut Survey, wanted: &[Wanted], order: &Order, old: &Manifest) {
    for path in old.files.keys() {
        let twin = order.twin(path).and_then(|index| wanted.get(index));
        if twin.is_some_and(|twin| twin.path == *path) {
            continue;
        }
        if twin.is_some() {
            survey.files_in_the_way.push(path.clone());
        }
        survey.stale.push(path.clone());
    }
}

/// Every folder above a wanted file, parents before children.
fn folders<'a>(sorted: impl Iterator<Item = &'a Wanted>) -> BTreeSet<&'a str> {
    let mut all = BTreeSet::new();
    for file in sorted {
        // Once a folder is known, so are those above it.
        for folder in order::folders_of(&file.path) {
            if !all.insert(folder) {
                break;
            }
        }
    }
    all
}

enum Folder {
    There,
    Missing,
    OurFile,
}

/// Looks at folders level by level: below what is not there nothing is looked for.
fn look_at_folders<'a>(
    out: &Path,
    folders: BTreeSet<&'a str>,
    old: &Manifest,
) -> Result<Vec<(&'a str, Folder)>, Failure> {
    let mut levels: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for folder in folders {
        levels.entry(folder.matches('/').count()).or_default().push(folder);
    }
    let mut found: BTreeMap<&str, Result<Folder, Failure>> = BTreeMap::new();
    for level in levels.into_values() {
        let is_there = |folder: &str| {
            let above = folder.rsplit_once('/').and_then(|(above, _)| found.get(above));
            matches!(above, None | Some(Ok(Folder::There)))
        };
        let look = |folder| {
            if is_there(folder) {
                look_at_folder(out, folder, old)
            } else {
                Ok(Folder::Missing)
            }
        };
        let looked: Vec<_> = level.into_par_iter().map(|it| (it, look(it))).collect();
        found.extend(looked);
    }
    // The first failure by path is wanted, not the first by time.
    found.into_iter().map(|(folder, found)| Ok((folder, found?))).collect()
}

fn look_at_folder(out: &Path, folder: &str, old: &Manifest) -> Result<Folder, Failure> {
    let place = out.join(folder);
    let Some(kind) = kind_of(&place)? else { return Ok(Folder::Missing) };
    if kind.is_dir() {
        return Ok(Folder::There);
    }
    if kind.is_symlink() {
        return Err(Failure::machine(
            "một liên kết nằm ở chỗ cần một thư mục thật",
            "a link stands where a real folder is needed",
        )
        .at(place)
        .hint(
            "xoá hoặc đổi tên liên kết đó: kết quả không bao giờ được ghi qua liên kết",
            "delete or rename the link: pages are never written through one",
        ));
    }
    if kind.is_file() && old.files.contains_key(folder) {
        return Ok(Folder::OurFile);
    }
    let error = io::Error::from(io::ErrorKind::NotADirectory);
    Err(Failure::io("không tạo được thư mục", "cannot make the folder", place, &error))
}

enum File {
    Kept,
    Wanting,
    OurFolder,
}

fn look_at_file(sight: &Sight<'_>, index: usize, file: &Wanted) -> Result<File, Failure> {
    let Sight { out, old, states, maker, .. } = *sight;
    let place = out.join(&file.path);
    let found = match fs::symlink_metadata(&place) {
        Ok(found) => found,
        Err(error) if is_absence(&error) => return Ok(File::Wanting),
        Err(error) => return Err(unseen(&place, &error)),
    };
    if found.is_dir() {
        return match clean::foreign_below(out, &file.path, old) {
            None => Ok(File::OurFolder),
            Some(foreign) => Err(occupied(&place, &foreign)),
        };
    }
    let same_length = |content: &super::manifest::Content| content.length == found.len();
    let content = old.content(&file.path).filter(same_length).filter(|_| found.is_file());
    // Changed by another hand, or at least touched: its bytes must be looked at.
    let content = content.filter(|_| !states.differs(&file.path, &found));
    let Some(content) = content else { return Ok(File::Wanting) };
    Ok(if content.key == maker.key(index)? { File::Kept } else { File::Wanting })
}

fn occupied(place: &Path, foreign: &str) -> Failure {
    let error = io::Error::from(io::ErrorKind::IsADirectory);
    let failure = Failure::io("không ghi được tệp", "cannot write the file", place, &error);
    failure.hint(
        format!("trong thư mục đó có `{foreign}`, không do dacsan ghi"),
        format!("the folder holds `{foreign}`, which dacsan did not write"),
    )
}

/// The kind of what lies there, links not followed; `None` for nothing.
pub(super) fn kind_of(place: &Path) -> Result<Option<FileType>, Failure> {
    match fs::symlink_metadata(place) {
        Ok(found) => Ok(Some(found.file_type())),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(unseen(place, &error)),
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn unseen(place: &Path, error: &io::Error) -> Failure {
    Failure::io("không xem được thư mục kết quả", "cannot look at the output", place, error)
}
