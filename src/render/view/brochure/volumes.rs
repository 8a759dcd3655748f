//! The volume of contents of a set: which volumes there are, and what is in the whole set.

use crate::derive::brochure::{Section, Selection};
use crate::model::brochure::Brochure;
use crate::model::product::ProductId;
use crate::render::view::Supply;
use crate::render::view::brochure::{BrochureView, Drawings, Speakers, brochure, parts};

/// A volume of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VolumeView {
    /// Number, from 1.
    pub number: usize,
    /// Its pages.
    pub pages: usize,
}

/// The view of the volume of contents; `whole` is cut by province, `volumes` stand in the same order.
pub fn volumes(
    supply: &Supply<'_>,
    written: &Brochure,
    whole: &Selection,
    volumes: &[VolumeView],
) -> BrochureView {
    let speakers = Speakers::new(supply, &written.languages);
    let all: Vec<ProductId> = whole.products().collect();
    let sections = whole.sections.iter().map(|section| {
        // One product of each province is enough for the pictures of the cover.
        let has_photo = |id: &&ProductId| {
            let product = supply.catalogue.product(**id);
            product.is_some_and(|product| !product.photos.is_empty())
        };
        let shown = section.products.iter().find(has_photo).or(section.products.first());
        Section { by: section.by.clone(), products: shown.into_iter().copied().collect() }
    });
    let shown = Selection { sections: sections.collect() };
    let mut view = brochure(supply, written, &shown, Drawings::Whole);
    view.kind = "volumes";
    view.slug = format!("{}-muc-luc", written.slug);
    view.stats = parts::stats(&speakers, &all);
    view.summary = parts::summary(&speakers, &all);
    view.map = parts::map(&speakers, &all);
    for (section, (part, volume)) in
        view.sections.iter_mut().zip(whole.sections.iter().zip(volumes))
    {
        section.note = speakers.said(|it| {
            let products = it.count("count.products", part.products.len());
            format!("{products} · {}", it.count("count.sheets", volume.pages))
        });
    }
    for index in [
        &mut view.products_index,
        &mut view.producers_index,
        &mut view.provinces_index,
        &mut view.booths_index,
    ] {
        index.clear();
    }
    view
}
