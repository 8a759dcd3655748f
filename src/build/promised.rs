//! Photos that a preview makes when somebody looks at them.
//!
//! A build that promises photos ([`super::Extent::OnRequest`]) leaves here which
//! file of which original answers to which path. [`Promised::make`] develops the
//! one that is asked for, once however many ask at the same time, within the
//! bound of pixels of [`super::darkroom`], and keeps it in the cache, so that the
//! next build finds it there. The bytes are those that a build would write.
//!
//! Cost: a decoding and a size, 40 to 120 ms for a photo of a phone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};

use super::darkroom::{Gate, Lab};
use crate::diag::span::FileId;
use crate::emit::Store;
use crate::picture::Variant;
use crate::plan::photo::{Darkroom as _, Photos};
use crate::render::share;
use crate::render::view::share::ShareView;
use crate::source::Tree;

/// What a build has promised, and what is needed to keep it.
#[derive(Debug)]
pub struct Promised {
    store: Store,
    gate: Gate,
    last: RwLock<Arc<Promise>>,
    /// Paths that are being made.
    busy: Mutex<BTreeSet<String>>,
    done: Condvar,
}

#[derive(Debug, Default)]
struct Promise {
    tree: Tree,
    by_path: BTreeMap<String, Thing>,
}

#[derive(Debug)]
enum Thing {
    Photo(FileId, Variant),
    Share(Box<ShareView>),
}

/// The right to make a path; others who want it wait.
struct Turn<'a> {
    of: &'a Promised,
    path: &'a str,
}

impl Promised {
    /// Nothing promised yet; what is made goes to the cache in this folder.
    pub fn new(cache: &Path) -> Self {
        Self {
            store: Store::at(cache),
            gate: Gate::default(),
            last: RwLock::default(),
            busy: Mutex::default(),
            done: Condvar::new(),
        }
    }

    /// Takes over what a build promises; what an earlier one promised is forgotten.
    pub(super) fn renew(&self, tree: &Tree, photos: &Photos, shares: Vec<(String, ShareView)>) {
        let open = photos.iter().filter(|(_, print)| !print.is_ready);
        let photos = open.flat_map(|(file, print)| {
            print.variants.iter().map(move |it| (print.path(*it), Thing::Photo(file, *it)))
        });
        let shares =
            shares.into_iter().map(|(path, view)| (path, Thing::Share(Box::new(view))));
        let by_path: BTreeMap<_, _> = photos.chain(shares).collect();
        let tree = if by_path.is_empty() { Tree::default() } else { tree.clone() };
        *self.last.write().unwrap_or_else(PoisonError::into_inner) =
            Arc::new(Promise { tree, by_path });
    }

    /// The bytes at a path below the output folder; `None` where none were promised, or
    /// where the original turns out to be damaged.
    pub fn make(&self, path: &str) -> Option<Vec<u8>> {
        let last = Arc::clone(&self.last.read().unwrap_or_else(PoisonError::into_inner));
        let thing = last.by_path.get(path)?;
        let turn = self.turn(path);
        let lab = Lab { tree: &last.tree, store: &self.store, gate: &self.gate };
        let made = match thing {
            Thing::Photo(file, variant) => lab.variant(*file, *variant).ok(),
            Thing::Share(view) => share::make(view, &lab).ok(),
        };
        drop(turn);
        made
    }

    fn turn<'a>(&'a self, path: &'a str) -> Turn<'a> {
        let busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.done.wait_while(busy, |busy| busy.contains(path));
        waited.unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        Turn { of: self, path }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut busy = self.of.busy.lock().unwrap_or_else(PoisonError::into_inner);
        busy.remove(self.path);
        drop(busy);
        self.of.done.notify_all();
    }
}
