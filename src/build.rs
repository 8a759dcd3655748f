//! The conductor: the whole pipeline on one screen.
//!
//! source → parse → check → derive → plan → render → emit, each a function of
//! what came before. The day is given, so the same content makes the same
//! bytes.

mod brochure;
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
use std::sync::atomic::AtomicBool;

use crate::check;
use crate::derive::{self, Site};
use crate::diag::Code;
use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;
use crate::emit::{self, Watch};
pub use crate::emit::{Difference, Fate, Sort};
pub use crate::emit::{Progress, Summary, Traffic};
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::model::product::{ProductId, State};
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
    let (outcome, kept) =
        carry_out(options, derive_from(tree, findings, options.today), inputs)?;
    let Checked { tree, .. } = kept.derived.checked;
    Ok(Outcome { tree, ..outcome })
}

/// Builds from a tree at hand, or else reads it, and keeps what was worked out.
///
/// For the preview, which does not ask whether anything has changed.
pub fn build_and_keep(
    options: &Options<'_>,
    reading: Option<(Tree, Diagnostics)>,
) -> Result<(Outcome, Memory), Failure> {
    emit::demand_apart(options.root, options.out)?;
    let only = options.only.as_deref();
    let read = || Tree::read_part(options.root, only, Limits::default());
    let (tree, findings) = reading.map_or_else(read, Ok)?;
    let inputs = sealed::inputs(options, &tree).map(|content| (content, None));
    let derived = derive_from(tree, findings, options.today);
    let (outcome, kept) = carry_out(options, derived, inputs)?;
    let tree = kept.derived.checked.tree.clone();
    Ok((Outcome { tree, ..outcome }, Memory { kept }))
}

/// Writes, and seals what was written; the outcome's tree stays with what is kept.
fn carry_out(
    options: &Options<'_>,
    derived: Derived,
    inputs: Option<(Hash, Option<Hash>)>,
) -> Result<(Outcome, Kept), Failure> {
    let watch = Watch { interrupted: options.interrupted, progress: options.progress };
    let (kept, (summary, weight, held)) = finish_with(options, derived, |stage| {
        let done = emit::apply(options.out, &stage.wanted, stage, &watch)?;
        let settings = &stage.sources.catalogue.settings;
        let weight = weight::weigh(&stage.wanted, &done.lengths, settings);
        Ok((done.summary, weight, done.held))
    })?;
    let Derived { checked: Checked { catalogue, findings, .. }, site, .. } = &kept.derived;
    let (counts, photos) = (counts(catalogue, site, findings), kept.counts);
    let mut findings = findings.clone();
    findings.extend(weight::judge(&weight, &catalogue.settings));
    let trouble = shared::judge(kept.store.settle().as_ref(), &catalogue.settings);
    // What is still to be made is no end that the next build could rest on.
    let is_end = photos.are_all_made() && trouble.is_none();
    findings.extend(trouble);
    findings.finish();
    if let Some(inputs) = inputs.filter(|_| is_end) {
        sealed::seal((options, &held), inputs, &findings, (&counts, &weight))?;
    }
    let outcome = Outcome { tree: Tree::default(), findings, counts, summary, weight, photos };
    Ok((outcome, kept))
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
    let mut kept = prepare(options, derived)?;
    let (pdfs, remarks) = press::pdfs(&kept, options)?;
    kept.pdfs = pdfs;
    let findings = &mut kept.derived.checked.findings;
    findings.extend(remarks);
    findings.finish();
    let shares = share::sort_out(&kept, options)?;
    kept.take_note_of(&shares);
    let made = finish(&stage(&kept, options, &shares.ready)?)?;
    if let Some(promised) = options.photos.promised {
        promised.renew(&kept.derived.checked.tree, &kept.photos, shares.promised);
    }
    Ok((kept, made))
}

/// Everything that is to be written.
fn stage<'a>(
    kept: &'a Kept,
    options: &'a Options<'_>,
    shares: &[ProductId],
) -> Result<Stage<'a>, Failure> {
    let Derived { checked: Checked { catalogue, .. }, site, .. } = &kept.derived;
    let supply = kept.supply(options);
    let assets = kept.theme.asset_paths();
    let has_base_url = supply.base_url.is_some();
    let wishes = Wishes { assets: &assets, has_base_url, pdfs: &kept.pdfs, shares };
    let artifacts = plan::all(catalogue, site, &kept.photos, wishes);
    let encodings = options.precompress.as_ref().unwrap_or(&catalogue.settings.precompress);
    Stage::new(supply, artifacts, encodings)
}

fn counts(catalogue: &Catalogue, site: &Site, findings: &Diagnostics) -> Counts {
    let withheld = findings.files_with_errors();
    let drafts = catalogue.products.iter();
    let drafts = drafts.filter(|product| matches!(product.state, State::Draft | State::Review));
    Counts {
        products: site.shown.len(),
        producers: site.producers.len(),
        pages: site.page_count(),
        withheld: withheld.len(),
        drafts: drafts.count(),
    }
}
