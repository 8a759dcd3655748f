//! Writing: from bytes to the output folder, safely.
//!
//! [`apply`] is told which files must exist, asks for the key of everything
//! each is made from, and has only those made whose key differs from the
//! manifest's. A file whose bytes are the same is left untouched; any other is
//! written beside its place and renamed over it, so that a reader sees the old
//! page or the new one and never half of one. What a former build wrote and
//! nobody wants any more is removed, after everything else went well.
//!
//! A build may be killed at any moment: before the first change the manifest
//! is rewritten without the keys of the files about to change, so it never
//! claims what is not there, and the next build ends as a clean one would. A
//! loss of power is not guarded against: flushing each file takes some fifty
//! times as long as writing it.
//!
//! Never follows a symbolic link below the output folder, never touches what
//! it did not write, except for a file that lies where a page must go.

mod ahead;
mod apart;
mod atomic;
mod clean;
mod compare;
mod ledger;
mod lock;
mod manifest;
mod order;
pub mod seal;
mod shared;
mod store;
mod survey;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::atomic::AtomicBool;

pub use ahead::write_ahead;
pub use apart::demand_apart;
pub use compare::{Difference, Fate, Sort, compare, fate};
pub use shared::{Traffic, Trouble};
pub use store::{Store, Swept};

use crate::model::failure::Failure;
use crate::source::Hash;
use manifest::Manifest;

/// Folder below the output folder for what only we read.
const PRIVATE: &str = ".dacsan";

/// Writes one file whole: a reader sees the old bytes or the new ones.
///
/// `n` tells apart files that are written to one folder at the same time.
pub fn replace(path: &Path, bytes: &[u8], n: usize) -> std::io::Result<()> {
    atomic::write(path, bytes, n)
}

/// A file that must exist after the build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Path below the output folder with `/` between its parts; never starts with a dot.
    pub path: String,
}

/// What was done to the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Files that were not there before.
    pub created: usize,
    /// Files whose bytes changed.
    pub updated: usize,
    /// Files left as they were.
    pub kept: usize,
    /// Files of a former build that are wanted no more.
    pub removed: usize,
}

/// The output folder is ours until this is dropped.
#[derive(Debug)]
pub struct Held {
    _lock: lock::Lock,
}

/// What a build has brought about.
#[derive(Debug)]
pub struct Done {
    /// What was done.
    pub summary: Summary,
    /// Bytes of each wanted file, in the order of the list.
    pub lengths: Vec<u64>,
    /// Keeps other builds out until the outcome is sealed.
    pub held: Held,
}

/// How far the writing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files rendered and written.
    pub done: usize,
    /// Files to render and write; those that are kept by their key do not count.
    pub total: usize,
}

/// The caller's eyes on the work.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Set from outside to stop before the next file.
    pub interrupted: &'a AtomicBool,
    /// Told after every file, from any thread.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

/// Makes wanted files, each named by its place in the list; asked from many threads.
pub trait Maker: Sync {
    /// Hash of everything the file is made from; asked only of files that a
    /// former build has written.
    fn key(&self, index: usize) -> Result<Hash, Failure>;

    /// That hash and the bytes, from one supply.
    fn make(&self, index: usize) -> Result<(Hash, Vec<u8>), Failure>;
}

/// Brings the folder `out` to hold the wanted files and none of ours besides.
///
/// Only files are made whose key is not the manifest's or that are not as the
/// last build left them. Of several failures the first by path is returned.
pub fn apply(
    out: &Path,
    wanted: &[Wanted],
    maker: &dyn Maker,
    watch: &Watch<'_>,
) -> Result<Done, Failure> {
    let order = order::of(wanted)?;
    make_folder(out)?;
    let held = Held { _lock: lock::take(out)? };
    let old = Manifest::read(out);
    if !old.is_finished() {
        clean::sweep(out, &old, wanted);
    }
    let states = seal::States::read(out);
    let stop = watch.interrupted;
    let sight =
        survey::Sight { out, wanted, order: &order, old: &old, states: &states, maker, stop };
    let survey = survey::look(&sight)?;
    // A line for every file, of no use while the files are written.
    drop((order, states));
    if survey.is_settled() && old.is_finished() {
        let summary = Summary { kept: survey.kept, ..Summary::default() };
        return Ok(Done { summary, lengths: old.lengths(wanted), held });
    }
    let (summary, new) =
        ledger::change(&ledger::Change { out, wanted, maker, watch, survey }, old)?;
    Ok(Done { summary, lengths: new.lengths(wanted), held })
}

fn make_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::io("không tạo được thư mục", "cannot make the folder", folder, &error)
    })
}
