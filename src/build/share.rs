//! Which pictures for other sites a build makes, and which a preview promises.

use std::sync::atomic::Ordering;

use rayon::prelude::*;

use super::{Extent, Kept, Options};
use crate::model::product::ProductId;
use crate::plan;
use crate::render::share::NAME;
use crate::render::view::share::{self, ShareView};
use crate::source::Hash;

/// Pictures of all shown products.
#[derive(Debug, Default)]
pub(super) struct Shares {
    /// Those that are written.
    pub(super) ready: Vec<ProductId>,
    /// Those that are made when they are asked for, by path.
    pub(super) promised: Vec<(String, ShareView)>,
}

/// Sorts them out; none where pages name none.
pub(super) fn sort_out(kept: &Kept, options: &Options<'_>) -> Shares {
    let supply = kept.supply(options);
    if !share::are_wanted(&supply) {
        return Shares::default();
    }
    let shown = &kept.derived.site.shown;
    if !matches!(options.photos.extent, Extent::OnRequest) {
        fetch(kept, options);
        return Shares { ready: shown.clone(), promised: Vec::new() };
    }
    let catalogue = supply.catalogue;
    let one = |id: &ProductId| {
        let view = share::view(&supply, *id)?;
        let path = plan::share_path(catalogue.product(*id)?);
        Some((*id, kept.store.has(view.key(), NAME), path, view))
    };
    let mut shares = Shares::default();
    for (id, is_ready, path, view) in shown.par_iter().filter_map(one).collect::<Vec<_>>() {
        if is_ready {
            shares.ready.push(id);
        } else {
            shares.promised.push((path, view));
        }
    }
    shares
}

/// Brings here what other machines have drawn.
fn fetch(kept: &Kept, options: &Options<'_>) {
    if kept.store.is_shared() {
        let wanted = keys(kept, options).into_iter().map(|key| (key, NAME.to_owned()));
        let go_on = || !options.interrupted.load(Ordering::Relaxed);
        kept.store.fetch(&wanted.collect::<Vec<_>>(), &go_on);
    }
}

/// Keys of the pictures that the catalogue needs today, whether or not pages name them.
pub(super) fn keys(kept: &Kept, options: &Options<'_>) -> Vec<Hash> {
    let supply = kept.supply(options);
    let shown = kept.derived.site.shown.iter();
    shown.filter_map(|id| Some(share::view(&supply, *id)?.key())).collect()
}
