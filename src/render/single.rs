//! One page by itself, without everything that a whole build makes ready.
//!
//! For the preview: the page that is looked at, a moment after a save. Makes the
//! shells of its language and the cards that stand on it, and nothing else; the
//! bytes are those that the whole build gives for the same supply.

use crate::model::failure::Failure;
use crate::plan::artifact::{Artifact, Kind};
use crate::render::made::Made;
use crate::render::view::{Supply, card};
use crate::render::{Card, Renderer, shells};
use crate::source::Hash;

/// The bytes of a page; `None` for what is no page.
pub fn page(sources: Supply<'_>, artifact: &Artifact) -> Result<Option<Vec<u8>>, Failure> {
    let (Kind::Page(_, lang) | Kind::Listing { lang, .. }) = artifact.kind else {
        return Ok(None);
    };
    let mut renderer = Renderer::bare(sources);
    let supply = sources.speaking(lang);
    renderer.shells.push((lang, shells(&supply)?));
    let Made::Page(page) = renderer.supplies(artifact) else { return Ok(None) };
    let none = Card { html: String::new(), hash: Hash::of(b"") };
    let mut cards = vec![none; sources.catalogue.products.len()];
    for id in &page.cards {
        let place = usize::try_from(id.0).ok().and_then(|index| cards.get_mut(index));
        if let (Some(place), Some(card)) = (place, card::card(&supply, *id)) {
            let html = renderer.render_card(lang, &card)?;
            *place = Card { hash: Hash::of(html.as_bytes()), html };
        }
    }
    renderer.cards.push((lang, cards));
    renderer.page(&page).map(Some)
}
