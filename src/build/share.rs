//! Which pictures for other sites a build makes, and which a preview promises.

use std::sync::atomic::Ordering;
use std::time::Instant;

use rayon::prelude::*;

use super::darkroom::PHOTOS_WAITING;
use super::{Extent, Kept, Options};
use crate::diag::Diagnostic;
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::model::product::ProductId;
use crate::plan;
use crate::render::share::{NAME, make};
use crate::render::view::Supply;
use crate::render::view::share::{self, ShareView};
use crate::source::Hash;

/// Pictures of all shown products.
#[derive(Debug, Default)]
pub(super) struct Shares {
    /// Those that are written.
    pub(super) ready: Vec<ProductId>,
    /// Those that are made when they are asked for, by path.
    pub(super) promised: Vec<(String, ShareView)>,
    /// Those that there was no time for; pages go without.
    pub(super) waiting: Vec<ProductId>,
}

/// What becomes of one.
enum Fate {
    Ready,
    Promised(String, Box<ShareView>),
    Waiting,
}

/// Sorts them out, and draws those that a limit of time allows; none where pages name none.
pub(super) fn sort_out(kept: &Kept, options: &Options<'_>) -> Result<Shares, Failure> {
    let supply = kept.supply(options);
    if !share::are_wanted(&supply) {
        return Ok(Shares::default());
    }
    let shown = &kept.derived.site.shown;
    if !matches!(options.photos.extent, Extent::OnRequest) {
        fetch(kept, options);
    }
    if matches!(options.photos.extent, Extent::All) {
        return Ok(Shares { ready: shown.clone(), ..Shares::default() });
    }
    let one = |id: &ProductId| Ok((*id, fate(kept, options, &supply, *id)?));
    // One after the other, as long as there is time.
    let fates: Result<Vec<_>, Failure> = shown.par_iter().with_max_len(1).map(one).collect();
    let mut shares = Shares::default();
    for (id, fate) in fates? {
        match fate {
            Some(Fate::Ready) => shares.ready.push(id),
            Some(Fate::Promised(path, view)) => shares.promised.push((path, *view)),
            Some(Fate::Waiting) => shares.waiting.push(id),
            None => {}
        }
    }
    Ok(shares)
}

fn fate(
    kept: &Kept,
    options: &Options<'_>,
    supply: &Supply<'_>,
    id: ProductId,
) -> Result<Option<Fate>, Failure> {
    let Some(product) = supply.catalogue.product(id) else { return Ok(None) };
    // Cloth is never published in place of a photo that is still to come.
    if product.photos.first().is_some_and(|lead| supply.photos.is_late(lead.file)) {
        return Ok(Some(Fate::Waiting));
    }
    let Some(view) = share::view(supply, id) else { return Ok(None) };
    if kept.store.has(view.key(), NAME) {
        return Ok(Some(Fate::Ready));
    }
    let has_time = !options.interrupted.load(Ordering::Relaxed);
    Ok(Some(match options.photos.extent {
        Extent::OnRequest => Fate::Promised(plan::share_path(product), Box::new(view)),
        Extent::Until(end) if has_time && Instant::now() < end => {
            make(&view, kept)?;
            Fate::Ready
        }
        Extent::Until(_) => Fate::Waiting,
        Extent::All => Fate::Ready,
    }))
}

/// What is said of those that there was no time for.
pub(super) fn judge(shares: &Shares, catalogue: &Catalogue) -> Option<Diagnostic> {
    let place = catalogue.product(*shares.waiting.first()?)?.name.span;
    let waiting = shares.waiting.len();
    let all = waiting.saturating_add(shares.ready.len());
    Some(
        Diagnostic::new(
            &PHOTOS_WAITING,
            place,
            format!("còn {waiting} trong {all} ảnh cho liên kết chưa kịp vẽ, bắt đầu từ sản phẩm này"),
            format!("{waiting} of {all} pictures for links are still to be drawn, this product first"),
        )
        .hint("dựng lại để làm tiếp", "build again to go on"),
    )
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
