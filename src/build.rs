//! The conductor: the whole pipeline on one screen.
//!
//! source → parse → check → derive → plan → render → emit, each a function of
//! what came before. The day is given, so the same content makes the same
//! bytes.

mod brochure;
mod conclude;
mod darkroom;
mod kept;
mod memory;
mod photos;
mod press;
mod promised;
mod sealed;
mod share;
mod shared;
mod stage;
#[cfg(feature = "brochure")]
mod volumes;
mod weight;
mod why;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check;
use crate::derive::{self, Site};
use crate::diag::Code;
use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;
use crate::emit::{self, Watch};
pub use crate::emit::{Difference, Fate, Sort};
pub use crate::emit::{Progress, Summary, Traffic, write_ahead};
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::model::product::ProductId;
use crate::model::settings::{Budgets, Encoding};
use crate::parse::{self, Lookup};
use crate::plan::pdf::Pdfs;
use crate::plan::{self, Wishes};
pub use crate::render::ingredients::{Ingredients, Source};
use crate::render::theme::Theme;
use crate::source::{self, Glance, Hash, Limits, Tree};
use crate::text::date::Day;
pub use brochure::{Form, Printed, Proof, Wanted, brochure};
pub use darkroom::{Extent, PhotoCounts, PhotoProgress, PhotoWish};
use darkroom::{Gate, Lab};
use kept::Kept;
pub use memory::{Glimpse, Memory};
pub use photos::{Developed, Shard, photos, sweep};
pub use promised::Promised;
use stage::Stage;
#[cfg(feature = "brochure")]
pub use volumes::{Volume, volumes};
pub use weight::{Heavy, Weight, kilobytes};
pub use why::{Reasons, why};

/// What a build is asked for.
pub struct Options<'a> {
    /// Folder that holds `content/`.
    pub root: &'a Path,
    /// Folder to write to.
    pub out: &'a Path,
    /// The day for which validity is worked out.
    pub today: Day,
    /// Address of the site; overrides the settings.
    pub base_url: Option<String>,
    /// Compressed forms to write; overrides the settings.
    pub precompress: Option<Vec<Encoding>>,
    /// Folder of the only products that are read, such as `content/products/son-la/`.
    pub only: Option<String>,
    /// Set when the user wants to stop.
    pub interrupted: &'a AtomicBool,
    /// Told how far the work is.
    pub progress: &'a (dyn Fn(Progress) + Sync),
    /// Where photos are kept once they were developed.
    pub cache: &'a Path,
    /// Address of a cache that several machines share; overrides the settings.
    pub shared: Option<&'a str>,
    /// How many photos are developed, and who is told.
    pub photos: PhotoWish<'a>,
}

/// What a build has made.
pub struct Outcome {
    /// The files that were read.
    pub tree: Tree,
    /// What editors should put right.
    pub findings: Diagnostics,
    /// What the site holds.
    pub counts: Counts,
    /// What was written.
    pub summary: Summary,
    /// How heavy it is.
    pub weight: Weight,
    /// What was done to photos.
    pub photos: PhotoCounts,
}

/// What a comparison has found.
pub struct Verified {
    /// What editors should put right, as a build would tell it.
    pub checked: Checked,
    /// Files that were compared.
    pub files: usize,
    /// Those that are not as a clean build would write them, by path.
    pub differences: Vec<Difference>,
}

/// What a site holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Shown products.
    pub products: usize,
    /// Shown producers.
    pub producers: usize,
    /// Pages in all languages.
    pub pages: usize,
    /// Dossiers left out because of errors.
    pub withheld: usize,
    /// Dossiers that are being written.
    pub drafts: usize,
}

/// What a check has found.
pub struct Checked {
    /// Everything that could be understood.
    pub catalogue: Catalogue,
    /// The files that were read.
    pub tree: Tree,
    /// What editors should put right.
    pub findings: Diagnostics,
}

/// Every code that a finding can have, by name.
pub fn codes() -> Vec<&'static Code> {
    let all = [
        source::CODES.as_slice(),
        parse::CODES,
        check::CODES,
        derive::CODES,
        weight::CODES,
        darkroom::CODES,
        photos::CODES,
        press::CODES,
        shared::CODES,
    ];
    let mut codes: Vec<&'static Code> = all.into_iter().flatten().copied().collect();
    codes.sort_by_key(|code| code.name);
    codes
}

/// Everything up to what follows from the content.
struct Derived {
    checked: Checked,
    site: Site,
    /// Names, for reading one dossier again.
    lookup: Lookup,
    /// What reading the files found.
    read: Diagnostics,
    /// Files that have errors and are left out.
    withheld: BTreeSet<FileId>,
}

fn derive(root: &Path, today: Day) -> Result<Derived, Failure> {
    let (tree, findings) = Tree::read(root, Limits::default())?;
    Ok(derive_from(tree, findings, today))
}

fn derive_from(tree: Tree, mut findings: Diagnostics, today: Day) -> Derived {
    let read = findings.clone();
    let (catalogue, lookup) = parse::catalogue_with_lookup(&tree, &mut findings);
    findings.extend(check::run(&catalogue, &tree, today));
    let withheld = findings.files_with_errors();
    let (site, own) = derive::site(&catalogue, today, &withheld);
    findings.extend(own);
    findings.finish();
    Derived { checked: Checked { catalogue, tree, findings }, site, lookup, read, withheld }
}

/// Reads and checks a catalogue without writing anything.
pub fn check(root: &Path, today: Day) -> Result<Checked, Failure> {
    derive(root, today).map(|derived| derived.checked)
}

/// The same, and weighs what a build would write where the settings have a budget.
///
/// For that everything is rendered as by a build, and still nothing is written to the
/// output folder.
pub fn check_weight(options: &Options<'_>) -> Result<Checked, Failure> {
    let derived = derive(options.root, options.today)?;
    if derived.checked.catalogue.settings.budgets == Budgets::default() {
        return Ok(derived.checked);
    }
    let (kept, found) = finish_with(options, derived, |stage| {
        let settings = &stage.sources.catalogue.settings;
        Ok(weight::judge(&weight::weigh(&stage.wanted, &stage.lengths()?, settings), settings))
    })?;
    let mut checked = kept.derived.checked;
    checked.findings.extend(found);
    checked.findings.finish();
    Ok(checked)
}

/// Builds a catalogue into the output folder.
///
/// Findings never stop it; it fails where the machine or the theme does not
/// allow it, and then the pages of before are still there. Where nothing has
/// changed since the last build, neither is parsed nor rendered.
pub fn build(options: &Options<'_>) -> Result<Outcome, Failure> {
    emit::demand_apart(options.root, options.out)?;
    let glance = Glance::at(options.root, options.only.as_deref(), Limits::default());
    let same = glance.as_ref().and_then(|it| sealed::unchanged_at_a_glance(options, it));
    if let Some(outcome) = same {
        return Ok(outcome);
    }
    let glance = glance.and_then(|it| sealed::glance(options, &it));
    let only = options.only.as_deref();
    let (mut tree, findings) = Tree::read_part(options.root, only, Limits::default())?;
    let inputs = sealed::inputs(options, &tree).map(|content| (content, glance));
    let same = inputs.and_then(|inputs| sealed::unchanged(options, inputs, &mut tree));
    if let Some(outcome) = same {
        return Ok(outcome);
    }
    let derived = derive_from(tree, findings, options.today);
    let (kept, outcome) = carry_out(options, derived, (inputs, &AtomicBool::default()))?;
    let Checked { tree, .. } = kept.derived.checked;
    Ok(Outcome { tree, ..outcome? })
}

/// Builds from a tree at hand, or else reads it, and keeps what was worked out.
///
/// For the preview, which does not ask whether anything has changed.
pub fn build_and_keep(
    options: &Options<'_>,
    reading: Option<(Tree, Diagnostics)>,
) -> Result<(Outcome, Memory), Failure> {
    build_beside(options, reading, &AtomicBool::default()).map_err(|broken| broken.failure)
}

/// The same beside the [`Memory`] of an earlier build, which may go once `is_ready` is set.
///
/// From then on the build stops within milliseconds when it is interrupted, and hands over
/// what it has worked out: so a catalogue is held twice for a while only, and not while it is
/// written.
pub fn build_beside(
    options: &Options<'_>,
    reading: Option<(Tree, Diagnostics)>,
    is_ready: &AtomicBool,
) -> Result<(Outcome, Memory), Box<Broken>> {
    let worked_out = || {
        emit::demand_apart(options.root, options.out)?;
        let only = options.only.as_deref();
        let read = || Tree::read_part(options.root, only, Limits::default());
        let (tree, findings) = reading.map_or_else(read, Ok)?;
        Failure::unless_stopped(options.interrupted)?;
        let inputs = sealed::inputs(options, &tree).map(|content| (content, None));
        carry_out(options, derive_from(tree, findings, options.today), (inputs, is_ready))
    };
    let (kept, outcome) = worked_out().map_err(Broken::without_memory)?;
    let tree = kept.derived.checked.tree.clone();
    let memory = Memory { kept };
    match outcome {
        Ok(outcome) => Ok((Outcome { tree, ..outcome }, memory)),
        Err(failure) => {
            let memory = is_ready.load(Ordering::Relaxed).then_some(memory);
            Err(Box::new(Broken { failure, memory }))
        }
    }
}

/// A build that did not come to its end.
pub struct Broken {
    /// Why not.
    pub failure: Failure,
    /// What it had worked out, where it had got so far.
    pub memory: Option<Memory>,
}

impl Broken {
    /// One that has worked out nothing.
    pub fn without_memory(failure: Failure) -> Box<Self> {
        Box::new(Self { failure, memory: None })
    }
}

type Sealed = Option<(Hash, Option<Hash>)>;

/// Writes, and seals what was written; the outcome's tree stays with what is kept.
fn carry_out(
    options: &Options<'_>,
    derived: Derived,
    (inputs, is_ready): (Sealed, &AtomicBool),
) -> Result<(Kept, Result<Outcome, Failure>), Failure> {
    let watch = Watch { interrupted: options.interrupted, progress: options.progress };
    let (kept, done) = finish_beside(options, derived, is_ready, |stage| {
        let done = emit::apply(options.out, &stage.wanted, stage, &watch)?;
        let settings = &stage.sources.catalogue.settings;
        let weight = weight::weigh(&stage.wanted, &done.lengths, settings);
        Ok((done.summary, weight, done.held))
    })?;
    let outcome = done.and_then(|done| conclude::conclude(options, &kept, done, inputs));
    Ok((kept, outcome))
}

/// Renders everything and compares it with the output folder; writes nothing.
pub fn verify(options: &Options<'_>) -> Result<Verified, Failure> {
    let (kept, (files, differences)) = conduct(options, |stage| {
        let found = emit::compare(options.out, &stage.wanted, stage)?;
        Ok((stage.wanted.len(), found))
    })?;
    Ok(Verified { checked: kept.derived.checked, files, differences })
}

/// Does everything up to the bytes, then what is asked for.
fn conduct<T>(
    options: &Options<'_>,
    finish: impl FnOnce(&Stage<'_>) -> Result<T, Failure>,
) -> Result<(Kept, T), Failure> {
    emit::demand_apart(options.root, options.out)?;
    finish_with(options, derive(options.root, options.today)?, finish)
}

/// Makes ready what follows from the content, photos among it.
fn prepare(options: &Options<'_>, mut derived: Derived) -> Result<Kept, Failure> {
    let gate = Gate::default();
    let Derived { checked: Checked { catalogue, tree, findings }, site, .. } = &mut derived;
    let store = shared::store(options, catalogue);
    let orders = plan::photo::orders(catalogue, site, tree);
    let lab = Lab { tree, store: &store, gate: &gate };
    let lot = lab.develop(&orders, options.photos, options.interrupted)?;
    findings.extend(lot.findings);
    findings.finish();
    let theme = Theme::load(tree, &catalogue.settings.theme)?;
    let (photos, counts) = (lot.photos, lot.counts);
    let kept = Kept { derived, theme, photos, counts, pdfs: Pdfs::new(), store, gate };
    Ok(kept)
}

/// The rest before the bytes, then what is asked for.
fn finish_with<T>(
    options: &Options<'_>,
    derived: Derived,
    finish: impl FnOnce(&Stage<'_>) -> Result<T, Failure>,
) -> Result<(Kept, T), Failure> {
    let (kept, made) = finish_beside(options, derived, &AtomicBool::default(), finish)?;
    Ok((kept, made?))
}

/// The same, and what was worked out also where the last part fails.
fn finish_beside<T>(
    options: &Options<'_>,
    derived: Derived,
    is_ready: &AtomicBool,
    finish: impl FnOnce(&Stage<'_>) -> Result<T, Failure>,
) -> Result<(Kept, Result<T, Failure>), Failure> {
    Failure::unless_stopped(options.interrupted)?;
    let mut kept = prepare(options, derived)?;
    let (pdfs, remarks) = press::pdfs(&kept, options)?;
    kept.pdfs = pdfs;
    let findings = &mut kept.derived.checked.findings;
    findings.extend(remarks);
    findings.finish();
    let shares = share::sort_out(&kept, options)?;
    kept.take_note_of(&shares);
    let made = stage(&kept, options, &shares.ready, is_ready).and_then(|stage| finish(&stage));
    if let Some(promised) = options.photos.promised.filter(|_| made.is_ok()) {
        promised.renew(&kept.derived.checked.tree, &kept.photos, shares.promised);
    }
    Ok((kept, made))
}

/// Everything that is to be written.
fn stage<'a>(
    kept: &'a Kept,
    options: &'a Options<'_>,
    shares: &[ProductId],
    is_ready: &AtomicBool,
) -> Result<Stage<'a>, Failure> {
    let Derived { checked: Checked { catalogue, .. }, site, .. } = &kept.derived;
    let supply = kept.supply(options);
    let assets = kept.theme.asset_paths();
    let has_base_url = supply.base_url.is_some();
    let wishes = Wishes { assets: &assets, has_base_url, pdfs: &kept.pdfs, shares };
    let artifacts = plan::all(catalogue, site, &kept.photos, wishes);
    let encodings = options.precompress.as_ref().unwrap_or(&catalogue.settings.precompress);
    Stage::new(supply, artifacts, encodings, (options.interrupted, is_ready))
}
