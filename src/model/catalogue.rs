//! Catalogue: everything that was read, resolved to handles.
//!
//! Holds every dossier that could be understood, drafts included; what is
//! shown is decided by `derive`. Products stand in the order of their files.

use crate::model::brochure::Brochure;
use crate::model::code::CodeEntry;
use crate::model::fair::{Fair, FairId};
use crate::model::page::Page;
use crate::model::producer::{Producer, ProducerId};
use crate::model::product::{Product, ProductId};
use crate::model::region::{FormerId, Regions};
use crate::model::scheme::Scheme;
use crate::model::settings::Settings;

/// The whole catalogue.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Settings of the site.
    pub settings: Settings,
    /// The programme's rules.
    pub scheme: Scheme,
    /// Places.
    pub regions: Regions,
    /// Producers, in the order of their files.
    pub producers: Vec<Producer>,
    /// Products, in the order of their files.
    pub products: Vec<Product>,
    /// Pages of prose.
    pub pages: Vec<Page>,
    /// The ledger of permanent codes, in the order of its file.
    pub codes: Vec<CodeEntry>,
    /// Fairs, in the order of their files.
    pub fairs: Vec<Fair>,
    /// Declared brochures, in the order of their files.
    pub brochures: Vec<Brochure>,
}

impl Catalogue {
    /// The product behind a handle.
    pub fn product(&self, id: ProductId) -> Option<&Product> {
        self.products.get(usize::try_from(id.0).ok()?)
    }

    /// The producer behind a handle.
    pub fn producer(&self, id: ProducerId) -> Option<&Producer> {
        self.producers.get(usize::try_from(id.0).ok()?)
    }

    /// The fair behind a handle.
    pub fn fair(&self, id: FairId) -> Option<&Fair> {
        self.fairs.get(usize::try_from(id.0).ok()?)
    }

    /// The former province of a product: as written, else the only one of which
    /// its province was made.
    pub fn former_of(&self, product: &Product) -> Option<FormerId> {
        if let Some(former) = &product.place.former.province {
            return Some(former.value);
        }
        match self.regions.province(product.place.province.value)?.formers.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Whether the product is an alcoholic drink.
    pub fn is_alcohol(&self, product: &Product) -> bool {
        let kind = product.kind.as_ref().and_then(|kind| self.scheme.product_kind(kind.value));
        let subgroup = product.subgroup.as_ref();
        let subgroup = subgroup.and_then(|id| self.scheme.subgroup(id.value));
        kind.is_some_and(|kind| kind.slug == "alcohol")
            || subgroup.is_some_and(|it| it.path == "co-con" || it.path.starts_with("co-con/"))
    }

    /// All products with their handles.
    pub fn products_with_ids(&self) -> impl Iterator<Item = (ProductId, &Product)> {
        (0u32..).map(ProductId).zip(&self.products)
    }

    /// All producers with their handles.
    pub fn producers_with_ids(&self) -> impl Iterator<Item = (ProducerId, &Producer)> {
        (0u32..).map(ProducerId).zip(&self.producers)
    }
}
