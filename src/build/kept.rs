//! Everything that a build has worked out, but for the bytes.

use super::darkroom::{Gate, Lab, PhotoCounts};
use super::share::{self, Shares};
use super::{Checked, Derived, Options};
use crate::diag::span::FileId;
use crate::emit::Store;
use crate::model::failure::Failure;
use crate::picture::Variant;
use crate::plan::pdf::{Pdf, Pdfs};
use crate::plan::photo::{Darkroom, Paper, Photos};
use crate::render::theme::Theme;
use crate::render::view::Supply;
use crate::source::Hash;
use crate::text::lang::Lang;

/// Everything that a build has worked out, but for the bytes.
pub(super) struct Kept {
    pub(super) derived: Derived,
    pub(super) theme: Theme,
    pub(super) photos: Photos,
    pub(super) counts: PhotoCounts,
    pub(super) pdfs: Pdfs,
    pub(super) store: Store,
    pub(super) gate: Gate,
}

impl Kept {
    pub(super) fn lab(&self) -> Lab<'_> {
        Lab { tree: &self.derived.checked.tree, store: &self.store, gate: &self.gate }
    }

    /// What became of the pictures for links.
    pub(super) fn take_note_of(&mut self, shares: &Shares) {
        let Checked { catalogue, findings, .. } = &mut self.derived.checked;
        findings.extend(share::judge(shares, catalogue));
        findings.finish();
        self.counts.promised = self.counts.promised.saturating_add(shares.promised.len());
        self.counts.undrawn = shares.waiting.len();
        self.photos = std::mem::take(&mut self.photos).without(&shares.waiting);
    }

    /// What views are made from.
    pub(super) fn supply<'a>(&'a self, options: &'a Options<'_>) -> Supply<'a> {
        let Derived { checked: Checked { catalogue, tree, .. }, site, .. } = &self.derived;
        let base_url = options.base_url.as_ref().or(catalogue.settings.base_url.as_ref());
        Supply {
            catalogue,
            site,
            tree,
            theme: &self.theme,
            photos: &self.photos,
            pdfs: &self.pdfs,
            darkroom: self,
            base_url: base_url.map(String::as_str),
            lang: Lang::Vi,
        }
    }
}

impl Darkroom for Kept {
    fn variant(&self, file: FileId, variant: Variant) -> Result<Vec<u8>, Failure> {
        self.lab().variant(file, variant)
    }

    fn paper(&self, file: FileId, longest: u32, quality: u8) -> Result<Option<Paper>, Failure> {
        self.lab().paper(file, longest, quality)
    }

    fn pdf(&self, pdf: &Pdf, name: &str) -> Result<Vec<u8>, Failure> {
        self.lab().pdf(pdf, name)
    }

    fn kept(&self, key: Hash, name: &str) -> Option<Vec<u8>> {
        self.lab().kept(key, name)
    }

    fn keep(&self, key: Hash, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.lab().keep(key, name, bytes)
    }
}
