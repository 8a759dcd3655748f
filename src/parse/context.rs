//! What the parsers of dossiers may look at: files, settings, reference data, names.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::names::Names;
use crate::diag::span::FileId;
use crate::model::producer::ProducerId;
use crate::model::region::Regions;
use crate::model::scheme::{EditionId, Scheme};
use crate::source::{Body, Tree};
use crate::text::fold;

/// Everything that is read before the dossiers.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) tree: &'a Tree,
    pub(super) scheme: &'a Scheme,
    pub(super) regions: &'a Regions,
    pub(super) names: Names,
    /// Edition of dossiers that name none.
    pub(super) edition: EditionId,
    /// Producers by slug and by folded name.
    pub(super) producers: Producers,
    /// Paths of photos, composed and in lower case; made when first asked for.
    photos: OnceLock<BTreeMap<String, FileId>>,
}

/// Producers that have files.
#[derive(Debug, Default)]
pub(super) struct Producers {
    pub(super) by_slug: BTreeMap<String, ProducerId>,
    pub(super) by_name: BTreeMap<String, Vec<ProducerId>>,
    /// Slugs and names for hints.
    pub(super) shown: Vec<String>,
}

impl<'a> Context<'a> {
    /// A context without producers.
    pub(super) fn new(
        tree: &'a Tree,
        scheme: &'a Scheme,
        regions: &'a Regions,
        names: Names,
        edition: EditionId,
    ) -> Self {
        let producers = Producers::default();
        Self { tree, scheme, regions, names, edition, producers, photos: OnceLock::new() }
    }

    /// The file whose path differs only in case or in how accents are stored.
    pub(super) fn similar_file(&self, path: &str) -> Option<FileId> {
        let photos = self.photos.get_or_init(|| {
            let all = self.tree.iter();
            let binary = all.filter(|(_, file)| matches!(file.body, Body::Binary { .. }));
            binary.map(|(id, file)| (file_key(&file.path), id)).collect()
        });
        photos.get(&file_key(path)).copied()
    }
}

fn file_key(path: &str) -> String {
    fold::nfc(path).to_lowercase()
}
