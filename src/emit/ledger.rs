//! Carrying the changes out, with the manifest honest at every moment.
//!
//! Three states of the manifest: before the first change, every file about to
//! change loses its content there (a killed build stops here); after the work,
//! also after work that was stopped or refused half-way, what was written gets
//! it back; only then, and only when all went well, the files that nobody wants
//! any more leave it.
//!
//! Files are rendered and written in parallel. After a failure those that come
//! later by path are left alone and those before it are still done, so that
//! the failure that is told is always the first by path.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::manifest::{Content, Manifest};
use super::survey::Survey;
use super::{Maker, Progress, Summary, Wanted, Watch, ahead, atomic, clean};
use crate::model::failure::Failure;
use crate::source::Hash;

/// All that is needed for one change of an output folder.
pub(super) struct Change<'a> {
    /// The output folder, locked by us.
    pub(super) out: &'a Path,
    /// What must exist.
    pub(super) wanted: &'a [Wanted],
    /// Makes the files.
    pub(super) maker: &'a dyn Maker,
    /// The caller's eyes.
    pub(super) watch: &'a Watch<'a>,
    /// What is to be done.
    pub(super) survey: Survey,
}

/// What was done to one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Created,
    Updated,
    Kept,
}

/// `None` for a file that was left alone because the work stopped before it.
type Step = Result<Option<(Content, Deed)>, Failure>;

/// Makes the change, starting from the manifest of the last build; gives the new one.
pub(super) fn change(
    change: &Change<'_>,
    mut manifest: Manifest,
) -> Result<(Summary, Manifest), Failure> {
    Failure::unless_stopped(change.watch.interrupted)?;
    change.announce(&mut manifest);
    manifest.write(change.out)?;
    ahead::forget(change.out).map_err(|error| {
        Failure::io(
            "không ghi được vào thư mục",
            "cannot write to the folder",
            change.out,
            &error,
        )
    })?;
    match change.carry_out(&mut manifest) {
        Ok(summary) => {
            manifest.write(change.out)?;
            Ok((summary, manifest))
        }
        Err(failure) => {
            // If this cannot be written either, the announcement stays, which is honest too.
            drop(manifest.write(change.out));
            Err(failure)
        }
    }
}

impl Change<'_> {
    /// Takes from the manifest what is about to be no longer true.
    fn announce(&self, manifest: &mut Manifest) {
        let jobs = self.survey.jobs.iter().filter_map(|index| self.wanted.get(*index));
        let paths = jobs.map(|file| &file.path).chain(&self.survey.stale);
        manifest.files.extend(paths.map(|path| (path.clone(), None)));
    }

    fn carry_out(&self, manifest: &mut Manifest) -> Result<Summary, Failure> {
        let mut summary = Summary { kept: self.survey.kept, ..Summary::default() };
        summary.removed = clean::clear(self.out, &self.survey)?;
        make_folders(self.out, &self.survey.folders)?;
        let steps = self.write_all();
        let mut refused = None;
        for (index, step) in self.survey.jobs.iter().zip(steps) {
            match (step, self.wanted.get(*index)) {
                (Ok(Some((content, deed))), Some(file)) => {
                    summary.count(deed);
                    manifest.files.insert(file.path.clone(), Some(content));
                }
                (Ok(_), _) => refused = refused.or_else(|| Some(Failure::stopped())),
                (Err(failure), _) => refused = refused.or(Some(failure)),
            }
        }
        if let Some(failure) = refused {
            return Err(failure);
        }
        let interrupted = self.watch.interrupted;
        let removed = clean::remove_stale(self.out, &self.survey.stale, interrupted)?;
        summary.removed = summary.removed.saturating_add(removed);
        for path in &self.survey.stale {
            manifest.files.remove(path);
        }
        Ok(summary)
    }

    fn write_all(&self) -> Vec<Step> {
        let (done, total) = (AtomicUsize::new(0), self.survey.jobs.len());
        let first_failed = AtomicUsize::new(usize::MAX);
        let jobs = self.survey.jobs.par_iter().enumerate();
        let step = |(n, index): (usize, &usize)| {
            let stop = self.watch.interrupted.load(Ordering::Relaxed);
            if stop || n > first_failed.load(Ordering::Relaxed) {
                return Ok(None);
            }
            let step = self.write_one(n, *index);
            if step.is_err() {
                first_failed.fetch_min(n, Ordering::Relaxed);
            }
            let done = done.fetch_add(1, Ordering::Relaxed).saturating_add(1);
            (self.watch.progress)(Progress { done, total });
            step
        };
        jobs.map(step).collect()
    }

    fn write_one(&self, n: usize, index: usize) -> Step {
        let Some(file) = self.wanted.get(index) else { return Ok(None) };
        let (key, bytes) = self.maker.make(index)?;
        let place = self.out.join(&file.path);
        let is_new = self.survey.is_new(&file.path);
        let deed = if is_new { Deed::Created } else { deed(&place, &bytes) };
        if deed != Deed::Kept {
            atomic::write(&place, &bytes, n).map_err(|error| {
                Failure::io("không ghi được tệp", "cannot write the file", &place, &error)
            })?;
        }
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(Some((Content { key, hash: Hash::of(&bytes), length }, deed)))
    }
}

impl Summary {
    fn count(&mut self, deed: Deed) {
        let of_this_kind = match deed {
            Deed::Created => &mut self.created,
            Deed::Updated => &mut self.updated,
            Deed::Kept => &mut self.kept,
        };
        *of_this_kind = of_this_kind.saturating_add(1);
    }
}

/// What putting these bytes there would be. A link is never looked through.
fn deed(place: &Path, bytes: &[u8]) -> Deed {
    let Ok(found) = fs::symlink_metadata(place) else { return Deed::Created };
    let same_length = u64::try_from(bytes.len()).is_ok_and(|length| length == found.len());
    if found.is_file() && same_length && fs::read(place).is_ok_and(|there| there == bytes) {
        return Deed::Kept;
    }
    Deed::Updated
}

/// Makes folders level by level, each level in parallel.
fn make_folders(out: &Path, folders: &[String]) -> Result<(), Failure> {
    let mut levels: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for folder in folders {
        levels.entry(folder.matches('/').count()).or_default().push(folder);
    }
    for level in levels.into_values() {
        let made: Vec<_> = level.into_par_iter().map(|it| make_folder(&out.join(it))).collect();
        made.into_iter().collect::<Result<(), _>>()?;
    }
    Ok(())
}

fn make_folder(place: &Path) -> Result<(), Failure> {
    match fs::create_dir(place) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && is_folder(place) => {
            Ok(())
        }
        Err(error) => {
            Err(Failure::io("không tạo được thư mục", "cannot make the folder", place, &error))
        }
        Ok(()) => Ok(()),
    }
}

fn is_folder(place: &Path) -> bool {
    fs::symlink_metadata(place).is_ok_and(|found| found.is_dir())
}
