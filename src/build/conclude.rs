//! The end of a build: what it has come to, and the seal on it.
//!
//! Never renders.

use std::sync::atomic::Ordering;

use super::kept::Kept;
use super::weight::{self, Weight};
use super::{Checked, Counts, Derived, Options, Outcome, Sealed, sealed, shared};
use crate::derive::Site;
use crate::diag::sink::Diagnostics;
use crate::emit::{Held, Summary};
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::model::product::State;
use crate::source::Tree;

/// What has come of it.
pub(super) fn conclude(
    options: &Options<'_>,
    kept: &Kept,
    (summary, weight, held): (Summary, Weight, Held),
    inputs: Sealed,
) -> Result<Outcome, Failure> {
    let Derived { checked: Checked { catalogue, findings, .. }, site, .. } = &kept.derived;
    let (counts, photos) = (counts(catalogue, site, findings), kept.counts);
    let mut findings = findings.clone();
    findings.extend(weight::judge(&weight, &catalogue.settings));
    let trouble = shared::judge(kept.store.settle().as_ref(), &catalogue.settings);
    // What is still to be made is no end that the next build could rest on.
    let is_end = photos.are_all_made() && trouble.is_none();
    findings.extend(trouble);
    findings.finish();
    // Who is waited for does not stay to look at every file once more.
    let is_end = is_end && !options.interrupted.load(Ordering::Relaxed);
    if let Some(inputs) = inputs.filter(|_| is_end) {
        sealed::seal((options, &held), inputs, &findings, (&counts, &weight))?;
    }
    Ok(Outcome { tree: Tree::default(), findings, counts, summary, weight, photos })
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
