//! From the files of the tree to the catalogue: what is read in which order.
//!
//! Reference data first, then settings, producers, products and pages. Files
//! are read in parallel over ordered lists, each with its own findings, so that
//! the result never depends on threads.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::again::Lookup;
use super::bundle::{self, Bundle};
use super::context::{Context, Producers};
use super::dossier::{self, Dossier};
use super::front_matter::{DATA_LIMIT, Document, data};
use super::names::Names;
use super::producer::Maker;
use super::shelf::Shelf;
use super::{brochure, code, fair, page, producer, region, scheme, settings};
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span};
use crate::model::catalogue::Catalogue;
use crate::model::producer::{Producer, ProducerId};
use crate::model::product::Product;
use crate::model::scheme::{EditionId, Scheme};
use crate::model::settings::Settings;
use crate::source::Tree;
use crate::text::fold::match_key;

/// Reads everything. Never fails: what cannot be read is a finding.
pub(super) fn catalogue(tree: &Tree, findings: &mut Diagnostics) -> (Catalogue, Lookup) {
    let bundles = bundle::bundles(tree, findings);
    let regions = reference(tree, "provinces", region::DEFAULT, findings, region::regions);
    let scheme = reference(tree, "schemes", scheme::DEFAULT, findings, scheme::scheme);
    let names = Names::new(&scheme, &regions);
    let settings = read_settings(tree, &names, &scheme, findings);
    let edition = edition(&settings, &names, &scheme);
    let (producers, mut products, lookup) = {
        let mut context = Context::new(tree, &scheme, &regions, names, edition);
        let mut producers = each(&bundles.producers, findings, |bundle, out| {
            producer::producer(bundle, &context, out)
        });
        context.producers = index(&producers);
        let dossiers = each(&bundles.products, findings, |bundle, out| {
            dossier::dossier(bundle, &context, out)
        });
        let products = with_makers(dossiers, &mut producers);
        (producers, products, Lookup::of(context))
    };
    let pages = each(&bundles.pages, findings, |bundle, out| page::page(bundle, tree, out));
    let ledger = data_file(tree, "content/codes", findings);
    let codes = ledger.map(|ledger| code::ledger(&ledger, &mut products, findings));
    let codes = codes.unwrap_or_default();
    let goods = (products.as_slice(), codes.as_slice());
    let fairs = if bundles.fairs.is_empty() {
        Vec::new()
    } else {
        let shelf = Shelf::new(&lookup.names, goods, &producers, &[]);
        each(&bundles.fairs, findings, |it, out| fair::fair(it, (tree, &shelf), out))
    };
    let brochures = if bundles.brochures.is_empty() {
        Vec::new()
    } else {
        let shelf = Shelf::new(&lookup.names, goods, &producers, &fairs);
        each(&bundles.brochures, findings, |it, out| {
            brochure::brochure(it, (tree, &shelf), out)
        })
    };
    let catalogue = Catalogue {
        settings,
        scheme,
        regions,
        producers,
        products,
        pages,
        codes,
        fairs,
        brochures,
    };
    (catalogue, lookup)
}

/// Reads every bundle with its own findings; results keep the order.
fn each<T: Send>(
    bundles: &[Bundle],
    findings: &mut Diagnostics,
    read: impl Fn(&Bundle, &mut Diagnostics) -> Option<T> + Sync,
) -> Vec<T> {
    let read_one = |bundle: &Bundle| {
        let mut own = Diagnostics::new();
        (read(bundle, &mut own), own)
    };
    let all: Vec<(Option<T>, Diagnostics)> = bundles.par_iter().map(read_one).collect();
    let mut found = Vec::with_capacity(all.len());
    for (one, own) in all {
        found.extend(one);
        findings.extend(own);
    }
    found
}

/// A data file of the tree.
fn data_file(tree: &Tree, path: &str, findings: &mut Diagnostics) -> Option<Document> {
    let file =
        tree.find(&format!("{path}.yaml")).or_else(|| tree.find(&format!("{path}.yml")))?;
    Some(data(file, tree.text(file)?, DATA_LIMIT, findings))
}

/// Reference data of the site; the project's own where there are none that can be read.
fn reference<T>(
    tree: &Tree,
    name: &str,
    default: &str,
    findings: &mut Diagnostics,
    read: fn(&super::yaml::Node, &mut Diagnostics) -> T,
) -> T {
    let own = data_file(tree, &format!("content/reference/{name}"), findings);
    if let Some(document) = own.filter(|document| !document.broken) {
        return read(&document.root, findings);
    }
    // A test proves that the compiled-in data have no findings; a place in no file would mislead.
    let mut none = Diagnostics::new();
    let document = data(FileId::default(), default, DATA_LIMIT, &mut none);
    read(&document.root, &mut none)
}

fn read_settings(
    tree: &Tree,
    names: &Names,
    scheme: &Scheme,
    findings: &mut Diagnostics,
) -> Settings {
    let Some(document) = data_file(tree, "content/catalogue", findings) else {
        return Settings::new(Span::default());
    };
    settings::settings(&document.root, document.top, (names, scheme), findings)
}

/// The edition of dossiers that name none: that of the settings, else the current one.
fn edition(settings: &Settings, names: &Names, scheme: &Scheme) -> EditionId {
    let named = settings.edition.as_deref().and_then(|slug| names.editions.get(slug));
    named.or_else(|| scheme.current_edition()).unwrap_or(EditionId(0))
}

fn index(producers: &[Producer]) -> Producers {
    let mut index = Producers::default();
    for (id, producer) in (0u32..).map(ProducerId).zip(producers) {
        index.by_slug.insert(producer.slug.clone(), id);
        index.by_name.entry(match_key(&producer.name.value)).or_default().push(id);
        index.shown.extend([producer.slug.clone(), producer.name.value.clone()]);
    }
    index
}

/// Products with their producers; those described in dossiers join the others.
///
/// Two dossiers that describe a producer of one name in one province mean the
/// same one, and the first description stands. Its slug gets a number where a
/// producer of another name has it.
fn with_makers(dossiers: Vec<Dossier>, producers: &mut Vec<Producer>) -> Vec<Product> {
    let mut inline: BTreeMap<(String, Option<u16>), ProducerId> = BTreeMap::new();
    let mut slugs: BTreeSet<String> =
        producers.iter().map(|producer| producer.slug.clone()).collect();
    let mut products = Vec::with_capacity(dossiers.len());
    for Dossier { mut product, maker } in dossiers {
        product.producer = match maker {
            Maker::None => None,
            Maker::Known(id) => Some(id),
            Maker::Inline(producer) => {
                let province = producer.place.as_ref().map(|place| place.province.value.0);
                let key = (match_key(&producer.name.value), province);
                match (inline.get(&key), u32::try_from(producers.len())) {
                    (Some(id), _) => Some(*id),
                    (None, Ok(next)) => {
                        producers.push(Producer {
                            slug: free_slug(&producer.slug, &slugs),
                            ..*producer
                        });
                        slugs.extend(producers.last().map(|producer| producer.slug.clone()));
                        inline.insert(key, ProducerId(next));
                        Some(ProducerId(next))
                    }
                    (None, Err(_)) => None,
                }
            }
        };
        product.settle();
        products.push(product);
    }
    products
}

fn free_slug(slug: &str, taken: &BTreeSet<String>) -> String {
    if !taken.contains(slug) {
        return slug.to_owned();
    }
    let numbered = (2u32..).map(|number| format!("{slug}-{number}"));
    numbered.into_iter().find(|slug| !taken.contains(slug)).unwrap_or_default()
}
