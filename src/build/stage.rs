//! Everything that one build would write, ready to be made.
//!
//! The artifacts of the plan come first, in the order of their paths, then
//! their compressed forms where these are wished for. Whoever holds it can
//! write the files, compare them with those on the disk, or ask after one.
//!
//! Cost: cards and shells of the pages; keys and bytes are made when asked for.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::emit::{Maker, Wanted};
use crate::model::failure::Failure;
use crate::model::settings::Encoding;
use crate::plan::artifact::Artifact;
use crate::render::view::Supply;
use crate::render::{Renderer, pack};
use crate::source::Hash;

/// A compressed form of an artifact, by its index.
#[derive(Debug, Clone, Copy)]
struct Pack {
    of: usize,
    encoding: Encoding,
}

/// What a build would write.
pub(super) struct Stage<'a> {
    /// What it is made from.
    pub(super) sources: Supply<'a>,
    /// Makes it.
    pub(super) renderer: Renderer<'a>,
    artifacts: Vec<Artifact>,
    packs: Vec<Pack>,
    /// Every file.
    pub(super) wanted: Vec<Wanted>,
}

impl<'a> Stage<'a> {
    /// Makes ready what the artifacts need, and adds their compressed forms.
    pub(super) fn new(
        sources: Supply<'a>,
        mut artifacts: Vec<Artifact>,
        encodings: &[Encoding],
        (stop, is_ready): (&AtomicBool, &AtomicBool),
    ) -> Result<Self, Failure> {
        let mut renderer = Renderer::indexed(sources);
        // What comes now can be stopped at any time.
        is_ready.store(true, Ordering::Relaxed);
        renderer.prepare(stop)?;
        artifacts.extend(renderer.index());
        artifacts.sort_by(|one, other| one.path.cmp(&other.path));
        let wanted =
            artifacts.iter().map(|artifact| Wanted { path: artifact.path.clone() }).collect();
        let mut stage = Self { sources, renderer, artifacts, packs: Vec::new(), wanted };
        if !encodings.is_empty() {
            stage.add_packs(encodings);
        }
        Ok(stage)
    }

    /// Adds the compressed forms; a file of the theme that has their name stays itself.
    fn add_packs(&mut self, encodings: &[Encoding]) {
        let worth: Vec<bool> =
            self.artifacts.par_iter().map(|it| self.renderer.is_worth_packing(it)).collect();
        let worth = self.artifacts.iter().enumerate().zip(worth).filter(|(_, worth)| *worth);
        for ((of, artifact), _) in worth {
            for &encoding in encodings {
                let path = format!("{}.{}", artifact.path, encoding.ending());
                if self.artifacts.binary_search_by(|it| it.path.cmp(&path)).is_err() {
                    self.wanted.push(Wanted { path });
                    self.packs.push(Pack { of, encoding });
                }
            }
        }
    }

    /// Bytes of every file, each made and dropped again.
    pub(super) fn lengths(&self) -> Result<Vec<u64>, Failure> {
        let length = |index| {
            let (_, bytes) = self.make(index)?;
            Ok(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
        };
        (0..self.wanted.len()).into_par_iter().map(length).collect()
    }

    /// The artifact behind a file: itself, or the one it is a compressed form of.
    pub(super) fn artifact(&self, index: usize) -> Option<(&Artifact, Option<Encoding>)> {
        if let Some(artifact) = self.artifacts.get(index) {
            return Some((artifact, None));
        }
        let pack = self.packs.get(index.checked_sub(self.artifacts.len())?)?;
        Some((self.artifacts.get(pack.of)?, Some(pack.encoding)))
    }
}

impl Maker for Stage<'_> {
    fn key(&self, index: usize) -> Result<Hash, Failure> {
        let Some((artifact, encoding)) = self.artifact(index) else {
            return Ok(Hash::of(b""));
        };
        let key = self.renderer.key(artifact)?;
        Ok(encoding.map_or(key, |encoding| pack::key(key, encoding)))
    }

    fn make(&self, index: usize) -> Result<(Hash, Vec<u8>), Failure> {
        let Some((artifact, encoding)) = self.artifact(index) else {
            return Ok((Hash::of(b""), Vec::new()));
        };
        let (key, bytes) = self.renderer.make(artifact)?;
        let Some(encoding) = encoding else { return Ok((key, bytes)) };
        let packed = pack::pack(&bytes, encoding).map_err(|error| {
            Failure::machine("không nén được tệp", "cannot compress the file")
                .at(&artifact.path)
                .caused_by(&error)
        })?;
        Ok((pack::key(key, encoding), packed))
    }
}
