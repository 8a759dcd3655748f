//! The seal: what a build that ended was made from and what it left behind.
//!
//! `.dacsan/seal` holds the hash of everything the build has read (by content, and
//! by names and times), size and time of every file it wrote (the manifest among
//! them), and what it had to say.
//! [`unbroken`] reads that back when nothing of it has changed since, so that a
//! build without changes neither parses nor renders. It is only ever a short
//! cut: whatever does not fit breaks the seal, and the build takes its usual way.
//!
//! A file of the output whose size or time is another than under the seal is made
//! and compared anew. Its content is not read otherwise: whoever changes a file
//! and turns back its time is found by `build --verify` alone.
//! Cost: a `stat` (about 3 µs) for each file of the output.

mod told;

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;

pub use told::Told;

use super::manifest::{Content, Manifest};
use super::{Held, PRIVATE, atomic, lock, manifest};
use crate::diag::Code;
use crate::model::failure::Failure;
use crate::source::Hash;

/// Changes with the form of the file; every other version is no seal to us.
const VERSION: &str = "dacsan-seal-1";

/// Tells this program from an older or newer one; `None` where the system does
/// not tell, and then nothing is sealed.
pub fn program() -> Option<String> {
    let facts = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let time = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), facts.len(), time.as_nanos()))
}

/// What lies under the seal.
struct Read {
    head: String,
    rest: String,
}

/// The state in which the last build left its files, by path.
#[derive(Debug, Default)]
pub(super) struct States(BTreeMap<String, String>);

impl States {
    /// Those of the seal; none where there is no whole one.
    pub(super) fn read(out: &Path) -> Self {
        let read = Read::at(out);
        let rows = read.as_ref().and_then(Read::parts).map(|(rows, _)| rows.split('\n'));
        let rows = rows.into_iter().flatten().filter_map(|row| row.split_once('\t'));
        Self(rows.map(|(path, state)| (path.to_owned(), state.to_owned())).collect())
    }

    /// Whether the seal knows the file in another state.
    pub(super) fn differs(&self, path: &str, found: &Metadata) -> bool {
        self.0.get(path).is_some_and(|was| state(found).is_none_or(|now| now != *was))
    }
}

impl Read {
    /// `None` where there is no seal, or half of one.
    fn at(out: &Path) -> Option<Self> {
        let text = String::from_utf8(fs::read(path_in(out)).ok()?).ok()?;
        let (head, rest) = text.split_once('\n')?;
        let whole = head.strip_prefix(VERSION)?.ends_with(&Hash::of(rest.as_bytes()).hex());
        whole.then(|| Self { head: head.to_owned(), rest: rest.to_owned() })
    }

    /// The rows, and what was said.
    fn parts(&self) -> Option<(&str, &str)> {
        self.rest.split_once("\n\n")
    }
}

/// What a build is made from, told in two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inputs {
    /// By names, sizes and times.
    Glance(Hash),
    /// By content.
    Content(Hash),
}

/// When the last build was sealed.
pub fn time(out: &Path) -> Option<SystemTime> {
    fs::metadata(path_in(out)).ok()?.modified().ok()
}

/// A build that need not be repeated.
#[derive(Debug)]
pub struct Unbroken {
    /// What it had to say.
    pub told: Told,
    /// Files that it wrote or kept.
    pub files: usize,
    /// Keeps other builds out.
    pub held: Held,
}

/// The last build, if it was made from these and every file is as it left it.
pub fn unbroken(out: &Path, inputs: Inputs, codes: &[&'static Code]) -> Option<Unbroken> {
    let read = Read::at(out)?;
    let mut known = read.head.split(' ').skip(1);
    let (content, glance) = (known.next()?, known.next()?);
    let same = match inputs {
        Inputs::Content(hash) => hash.hex() == content,
        Inputs::Glance(hash) => hash.hex() == glance,
    };
    if !same {
        return None;
    }
    // Another build may be at work; its own end is what counts then.
    let held = Held { _lock: lock::take(out).ok()? };
    let (rows, told) = read.parts()?;
    let rows: Vec<&str> = rows.split('\n').collect();
    let same = |row: &&str| {
        row.split_once('\t')
            .is_some_and(|(path, was)| look(out, path).is_some_and(|it| it == was))
    };
    rows.par_iter().all(same).then_some(())?;
    // The manifest is a row too, and no file of the site.
    let files = rows.len().saturating_sub(1);
    Some(Unbroken { told: Told::parse(told, codes)?, files, held })
}

/// Seals a build that came to its end: call it with all that it had to say.
///
/// The glance is the one from before anything was read; without one the next
/// build reads everything.
pub fn seal(
    out: &Path,
    _held: &Held,
    (content, glance): (Hash, Option<Hash>),
    told: &Told,
) -> Result<(), Failure> {
    let manifest = Manifest::read(out);
    if !manifest.is_finished() {
        return Ok(());
    }
    let own = manifest::path_below();
    let files: Vec<_> = manifest.files.iter().collect();
    let row = |(path, content): &(&String, &Option<Content>)| {
        let length = content.as_ref()?.length;
        look(out, path)
            .filter(|state| state.starts_with(&format!("{length} ")))
            .map(|state| format!("{path}\t{state}\n"))
    };
    let rows: Option<String> = files.par_iter().map(row).collect();
    // Somebody took a file away meanwhile: the next build shall look for itself.
    let (Some(rows), Some(manifest)) = (rows, look(out, &own)) else { return Ok(()) };
    let mut rest = format!("{own}\t{manifest}\n{rows}\n");
    rest.push_str(&told.to_text());
    let glance = glance.map_or("-".to_owned(), Hash::hex);
    let (content, check) = (content.hex(), Hash::of(rest.as_bytes()).hex());
    let text = format!("{VERSION} {content} {glance} {check}\n{rest}");
    let path = path_in(out);
    atomic::write(&path, text.as_bytes(), 0).map_err(|error| {
        Failure::io("không ghi được tệp", "cannot write the file", &path, &error)
    })
}

fn look(out: &Path, path: &str) -> Option<String> {
    state(&fs::symlink_metadata(out.join(path)).ok()?)
}

/// Size and time of a plain file; `None` for anything else.
fn state(found: &Metadata) -> Option<String> {
    let time = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    found.is_file().then(|| format!("{} {}", found.len(), time.as_nanos()))
}

fn path_in(out: &Path) -> PathBuf {
    out.join(PRIVATE).join("seal")
}
