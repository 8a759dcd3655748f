//! One dossier read again, while everything else stays as it was read.
//!
//! For the preview: a saved dossier is read into the catalogue at hand, in a
//! fraction of a millisecond. Only what a dossier says of itself is taken from
//! it; where it describes its producer itself, that producer stays as it was
//! until everything is read.
//!
//! Never touches the rest of the catalogue.

use super::bundle::Bundle;
use super::context::{Context, Producers};
use super::dossier::{self, Dossier};
use super::names::Names;
use super::producer::Maker;
use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};
use crate::model::scheme::EditionId;
use crate::source::Tree;

/// Folded names of reference data and producers.
#[derive(Debug)]
pub struct Lookup {
    pub(super) names: Names,
    producers: Producers,
    edition: EditionId,
}

/// A dossier that was read again.
#[derive(Debug)]
pub struct Again {
    /// Which product it is.
    pub id: ProductId,
    /// The product as it is now; `None` where name, province or group are not known.
    pub product: Option<Product>,
    /// What is wrong with it.
    pub findings: Diagnostics,
}

impl Lookup {
    pub(super) fn of(context: Context<'_>) -> Self {
        let Context { names, producers, edition, .. } = context;
        Self { names, producers, edition }
    }

    /// Reads the dossier to which a file belongs; `None` where it is no dossier that
    /// the catalogue knows. `tree` has the same paths as that of the catalogue.
    pub fn again(&mut self, tree: &Tree, catalogue: &Catalogue, file: FileId) -> Option<Again> {
        let stem = stem(tree.path(file))?;
        let endings = ["yaml", "yml", "md"].into_iter();
        let mut main = endings.filter_map(|ending| tree.find(&format!("{stem}.{ending}")));
        // Products stand in the order of their files.
        let all = &catalogue.products;
        let index = main.find_map(|main| all.binary_search_by_key(&main, |it| it.file).ok())?;
        let (id, old) = (ProductId(u32::try_from(index).ok()?), all.get(index)?);
        let ending = tree.path(old.file).rsplit_once('.').map(|(_, ending)| ending);
        let is_data = ending != Some("md");
        let bundle = Bundle {
            slug: old.slug.clone(),
            story: if is_data { old.story_file } else { Some(old.file) },
            data: is_data.then_some(old.file),
            english: tree.find(&format!("{stem}.en.md")),
        };
        let (scheme, regions) = (&catalogue.scheme, &catalogue.regions);
        let names = std::mem::take(&mut self.names);
        let mut context = Context::new(tree, scheme, regions, names, self.edition);
        context.producers = std::mem::take(&mut self.producers);
        let mut findings = Diagnostics::new();
        let read = dossier::dossier(&bundle, &context, &mut findings);
        let Context { names, producers, .. } = context;
        (self.names, self.producers) = (names, producers);
        let product = read.map(|Dossier { product, maker }| Product {
            producer: match maker {
                Maker::None => None,
                Maker::Known(id) => Some(id),
                Maker::Inline(_) => old.producer,
            },
            code: product.code.clone().or_else(|| old.code.clone()),
            ..product
        });
        Some(Again { id, product, findings })
    }
}

/// `a/b` of `a/b.md`, `a/b.yaml` and `a/b.en.md`.
fn stem(path: &str) -> Option<&str> {
    let (stem, ending) = path.rsplit_once('.')?;
    match ending {
        "md" => Some(stem.strip_suffix(".en").unwrap_or(stem)),
        "yaml" | "yml" => Some(stem),
        _ => None,
    }
}
