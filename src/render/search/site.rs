//! The index of a site: what derive gathered, with pictures and addresses.

use crate::derive::route::Target;
use crate::derive::search;
use crate::plan::COVERS;
use crate::render::search::{Addresses, File, FromDisk, files, synonyms};
use crate::render::view::{Supply, card};
use crate::text::lang::Lang;

/// Makes the files of the index.
pub fn index(supply: &Supply<'_>) -> Vec<File> {
    let mut corpus = search::corpus(supply.catalogue, supply.site);
    // A product that lost its address to another page cannot be shown as a result.
    let has_page = |entry: &search::Entry<'_>| {
        entry.id.is_some_and(|id| supply.route(Target::Product(id)).is_some())
    };
    corpus.entries.retain(has_page);
    for entry in &mut corpus.entries {
        let product = entry.id.and_then(|id| Some((id, supply.catalogue.product(id)?)));
        entry.is_for_adults =
            product.is_some_and(|(_, product)| card::is_for_adults(supply, product));
        let cover = product.map(|(id, product)| card::cover(supply, id, product));
        if let Some(cover) = cover.filter(|cover| cover.kind == "photo") {
            entry.cover = cover.picture.small;
        }
    }
    let first = corpus.entries.first();
    let prefix = |lang: Lang| {
        let entry = first?;
        let route = supply.site.routes.of(Target::Product(entry.id?), lang)?;
        Some(route.strip_suffix('/')?.strip_suffix(entry.slug)?.to_owned())
    };
    let addresses = Addresses {
        vietnamese: prefix(Lang::Vi).unwrap_or_default(),
        english: prefix(Lang::En).unwrap_or_default(),
        covers: format!("{COVERS}/"),
        synonyms: synonyms(),
    };
    files(&corpus, &addresses, FromDisk::Small)
}
