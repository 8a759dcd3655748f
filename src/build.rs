//! The conductor: the whole pipeline on one screen.
//!
//! source → parse → check → derive → plan → render → emit, each a function of
//! what came before. The day is given, so the same content makes the same
//! bytes.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use crate::check;
use crate::derive::{self, Site};
use crate::diag::Code;
use crate::diag::sink::Diagnostics;
pub use crate::emit::Progress;
use crate::emit::{self, Maker, Summary, Wanted, Watch};
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::model::product::State;
use crate::parse;
use crate::plan::artifact::Artifact;
use crate::plan::{self, Wishes};
use crate::render::theme::Theme;
use crate::render::{Renderer, Sources};
use crate::source::{self, Hash, Limits, Tree};
use crate::text::date::Day;

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
    /// Set when the user wants to stop.
    pub interrupted: &'a AtomicBool,
    /// Told how far the work is.
    pub progress: &'a (dyn Fn(Progress) + Sync),
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
    let all = [source::CODES.as_slice(), parse::CODES, check::CODES, derive::CODES];
    let mut codes: Vec<&'static Code> = all.into_iter().flatten().copied().collect();
    codes.sort_by_key(|code| code.name);
    codes
}

/// Everything up to what follows from the content.
struct Derived {
    checked: Checked,
    site: Site,
}

fn derive(root: &Path, today: Day) -> Result<Derived, Failure> {
    let (tree, mut findings) = Tree::read(root, Limits::default())?;
    let catalogue = parse::catalogue(&tree, &mut findings);
    findings.extend(check::run(&catalogue, &tree, today));
    let (site, own) = derive::site(&catalogue, today, &findings.files_with_errors());
    findings.extend(own);
    findings.finish();
    Ok(Derived { checked: Checked { catalogue, tree, findings }, site })
}

/// Reads and checks a catalogue without writing anything.
pub fn check(root: &Path, today: Day) -> Result<Checked, Failure> {
    derive(root, today).map(|derived| derived.checked)
}

/// Builds a catalogue into the output folder.
///
/// Findings never stop it; it fails where the machine or the theme does not
/// allow it, and then the pages of before are still there.
pub fn build(options: &Options<'_>) -> Result<Outcome, Failure> {
    emit::demand_apart(options.root, options.out)?;
    let Derived { checked: Checked { catalogue, tree, findings }, site } =
        derive(options.root, options.today)?;
    let theme = Theme::load(&tree, &catalogue.settings.theme)?;
    let base_url = options.base_url.as_ref().or(catalogue.settings.base_url.as_ref());
    let base_url = base_url.map(String::as_str);
    let assets = theme.asset_paths();
    let wishes = Wishes { assets: &assets, has_base_url: base_url.is_some() };
    let (artifacts, photos) = plan::all(&catalogue, &site, &tree, wishes);
    let renderer = Renderer::new(Sources {
        catalogue: &catalogue,
        site: &site,
        tree: &tree,
        theme: &theme,
        photos: &photos,
        base_url,
    })?;
    let wanted: Vec<Wanted> =
        artifacts.iter().map(|artifact| Wanted { path: artifact.path.clone() }).collect();
    let maker = Made { artifacts: &artifacts, renderer: &renderer };
    let watch = Watch { interrupted: options.interrupted, progress: options.progress };
    let summary = emit::apply(options.out, &wanted, &maker, &watch)?.summary;
    let counts = counts(&catalogue, &site, &findings);
    Ok(Outcome { tree, findings, counts, summary })
}

/// The artifacts as the writer asks for them.
struct Made<'a> {
    artifacts: &'a [Artifact],
    renderer: &'a Renderer<'a>,
}

impl Maker for Made<'_> {
    fn key(&self, index: usize) -> Result<Hash, Failure> {
        self.artifacts.get(index).map_or(Ok(Hash::of(b"")), |it| self.renderer.key(it))
    }

    fn make(&self, index: usize) -> Result<(Hash, Vec<u8>), Failure> {
        let nothing = || Ok((Hash::of(b""), Vec::new()));
        self.artifacts.get(index).map_or_else(nothing, |it| self.renderer.make(it))
    }
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
