//! The output folder against what a clean build would write there.
//!
//! [`compare`] renders every file and looks at the one that lies there, so it
//! also finds what keys and lengths cannot tell: a file changed by another hand
//! without changing its length, and a page that shows something its key did not
//! hash. [`fate`] asks for one file what the next build would do.
//!
//! Never writes, not even the lock: a build that runs at the same time may make
//! the answer old. What others keep in the folder is not looked at.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::manifest::{Content, Manifest};
use super::survey::kind_of;
use super::{Maker, Wanted};
use crate::model::failure::Failure;
use crate::source::Hash;

/// Why a file is not that of a clean build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// It is not there.
    Missing,
    /// It was made from something older; the next build writes it.
    Outdated,
    /// Somebody else changed it after it was written.
    Altered,
    /// Its key says that it is new and yet it has other bytes: a mistake of the program.
    Unexplained,
    /// A former build wrote it and nobody wants it any more.
    Besides,
}

impl Sort {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 5] =
        [Self::Missing, Self::Outdated, Self::Altered, Self::Unexplained, Self::Besides];
}

/// A file that is not that of a clean build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Path below the output folder.
    pub path: String,
    /// Why.
    pub sort: Sort,
}

/// What the next build would do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Write it for the first time.
    Create,
    /// Make it anew, for it is made from something else now.
    Update,
    /// Leave it.
    Keep,
}

/// Renders every wanted file and tells which ones differ, by path.
pub fn compare(
    out: &Path,
    wanted: &[Wanted],
    maker: &dyn Maker,
) -> Result<Vec<Difference>, Failure> {
    let manifest = Manifest::read(out);
    let judged: Vec<Result<Option<Difference>, Failure>> = (0..wanted.len())
        .into_par_iter()
        .zip(wanted)
        .map(|(index, file)| {
            let sort = judge(out, file, manifest.content(&file.path), maker.make(index)?)?;
            Ok(sort.map(|sort| Difference { path: file.path.clone(), sort }))
        })
        .collect();
    let mut found: Vec<Difference> = Vec::new();
    for one in judged {
        found.extend(one?);
    }
    let mut paths: Vec<&str> = wanted.iter().map(|file| file.path.as_str()).collect();
    paths.sort_unstable();
    for path in manifest.files.keys() {
        if paths.binary_search(&path.as_str()).is_err() && kind_of(&out.join(path))?.is_some() {
            found.push(Difference { path: path.clone(), sort: Sort::Besides });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn judge(
    out: &Path,
    file: &Wanted,
    known: Option<Content>,
    (key, bytes): (Hash, Vec<u8>),
) -> Result<Option<Sort>, Failure> {
    let place = out.join(&file.path);
    // A link is never looked through: a build would put a file in its place.
    if !kind_of(&place)?.is_some_and(|kind| kind.is_file()) {
        return Ok(Some(Sort::Missing));
    }
    let there = fs::read(&place).map_err(|error| {
        Failure::io("không đọc được tệp", "cannot read the file", &place, &error)
    })?;
    if there == bytes {
        return Ok(None);
    }
    Ok(Some(match known {
        Some(known) if known.hash != Hash::of(&there) => Sort::Altered,
        Some(known) if known.key == key => Sort::Unexplained,
        _ => Sort::Outdated,
    }))
}

/// What the next build would do with a wanted file that has this key now.
pub fn fate(out: &Path, file: &Wanted, key: Hash) -> Fate {
    let Ok(found) = fs::symlink_metadata(out.join(&file.path)) else { return Fate::Create };
    let known = Manifest::read(out).content(&file.path);
    let same = known.is_some_and(|it| it.key == key && it.length == found.len());
    if found.is_file() && same { Fate::Keep } else { Fate::Update }
}
