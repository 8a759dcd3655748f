//! What a preview keeps between two saves, and the glimpse it gives of the next one.
//!
//! A whole build after a save is right in every file, and takes as long as the
//! catalogue is large. A [`Glimpse`] comes before it: the saved dossier is read
//! into the catalogue at hand, and its own pages and the page that is looked at are
//! rendered. Where the save moves the product in lists, these are derived anew;
//! nothing else is. The whole build that follows is made from files, never from
//! glimpses, so whatever a glimpse does not see is put right by it.
//!
//! Never writes.

use std::collections::BTreeSet;

use super::{Derived, Kept, Options, Proof};
use crate::check;
use crate::derive::route::Target;
use crate::derive::{self, Site};
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Spanned};
use crate::model::failure::Failure;
use crate::model::product::{Product, ProductId};
use crate::model::rating;
use crate::plan;
use crate::plan::artifact::{Artifact, Kind};
use crate::render::single;
use crate::source::{Hash, Limits, Tree};
use crate::text::date::Day;
use crate::text::lang::Lang;

/// Everything that was read and derived.
pub struct Memory {
    pub(super) kept: Kept,
}

/// Pages as they will be, by their path below the output folder.
#[derive(Debug, Default)]
pub struct Glimpse {
    /// Path and bytes.
    pub pages: Vec<(String, Vec<u8>)>,
}

impl Memory {
    /// The files as they were read last.
    pub fn tree(&self) -> &Tree {
        &self.kept.derived.checked.tree
    }

    /// What editors should put right, as far as it is known.
    pub fn findings(&self) -> &Diagnostics {
        &self.kept.derived.checked.findings
    }

    /// The tree after these files were saved, for a whole build that reads nothing else.
    pub fn reading(
        &self,
        options: &Options<'_>,
        files: &BTreeSet<String>,
    ) -> Option<(Tree, Diagnostics)> {
        let only = (options.only.as_deref(), Limits::default());
        self.tree().updated(&self.kept.derived.read, files, only)
    }

    /// The pages of a declared brochure as pictures; `None` where they are those of `known`.
    pub fn proof(
        &self,
        options: &Options<'_>,
        slug: &str,
        known: Option<Hash>,
    ) -> Result<Option<Proof>, Failure> {
        super::brochure::proof(&self.kept.supply(options), slug, known)
    }

    /// The pages that a saved dossier changes first; `None` where a save is of
    /// another kind, or where a whole build must decide.
    pub fn glimpse(
        &mut self,
        options: &Options<'_>,
        files: &BTreeSet<String>,
        looked_at: Option<&str>,
    ) -> Option<Result<Glimpse, Failure>> {
        let mut changed = Vec::new();
        for path in files {
            changed.push(self.read(path, options.today)?);
        }
        self.derive(options.today, &changed);
        let mut artifacts: Vec<Artifact> = Vec::new();
        // Without the page of a broken dossier: the one of before stays.
        let own = changed.iter().filter(|change| !change.broken).map(|change| change.id);
        for id in own {
            artifacts.extend(self.artifacts(Target::Product(id)));
        }
        let looked_at = looked_at.and_then(|address| self.artifact_at(address));
        if let Some(at) = looked_at.filter(|at| !artifacts.contains(at)) {
            let is_broken = |id| changed.iter().any(|change| change.broken && change.id == id);
            let stays = matches!(at.kind, Kind::Page(Target::Product(id), _) if is_broken(id));
            if !stays {
                artifacts.insert(0, at);
            }
        }
        Some(self.render(options, &artifacts))
    }

    /// Moves what was read again to where it stands now.
    fn derive(&mut self, today: Day, changed: &[Changed]) {
        let Derived { checked, site, withheld, .. } = &mut self.kept.derived;
        let ids = changed.iter().filter(|change| change.moved == Moved::Within);
        let ids: Vec<ProductId> = ids.map(|change| change.id).collect();
        let beyond = changed.iter().any(|change| change.moved == Moved::Beyond);
        let catalogue = &checked.catalogue;
        let is_whole =
            beyond || (!ids.is_empty() && !derive::reorder(site, catalogue, &ids, withheld));
        if is_whole {
            (*site, _) = derive::unlinked(catalogue, today, withheld);
        }
    }

    /// Reads one dossier again into the catalogue.
    fn read(&mut self, path: &str, today: Day) -> Option<Changed> {
        let derived = &mut self.kept.derived;
        let checked = &mut derived.checked;
        let (file, read) = checked.tree.reread(path, Limits::default())?;
        let again = derived.lookup.again(&checked.tree, &checked.catalogue, file)?;
        let index = usize::try_from(again.id.0).ok()?;
        let place = checked.catalogue.products.get_mut(index)?;
        let new = again.product?;
        let moved = moved(place, &new, today, checked.catalogue.settings.expiring_days);
        let own: BTreeSet<FileId> =
            [Some(file), Some(new.file), new.story_file].into_iter().flatten().collect();
        let was_broken = own.iter().any(|file| derived.withheld.contains(file));
        derived.read.replace(&own, read.clone());
        let mut found = read;
        found.extend(again.findings);
        found.extend(check::run_one((&checked.catalogue, &checked.tree), today, &new));
        let errors = found.files_with_errors();
        checked.findings.replace(&own, found);
        derived.withheld.retain(|file| !own.contains(file));
        derived.withheld.extend(own.iter().filter(|file| errors.contains(file)));
        let broken = own.iter().any(|file| errors.contains(file));
        if let Some(place) = checked.catalogue.products.get_mut(index) {
            *place = new;
        }
        let moved = match (was_broken, broken) {
            (false, false) => moved,
            // What is withheld stands in no list.
            (true, true) => Moved::Not,
            _ => Moved::Beyond,
        };
        Some(Changed { id: again.id, broken, moved })
    }

    fn site(&self) -> &Site {
        &self.kept.derived.site
    }

    /// A page in each language.
    fn artifacts(&self, target: Target) -> Vec<Artifact> {
        let languages = &self.kept.derived.checked.catalogue.settings.languages;
        let page = |lang: &Lang| {
            let route = self.site().routes.of(target, *lang)?;
            Some(Artifact { path: plan::file_of(route), kind: Kind::Page(target, *lang) })
        };
        languages.iter().filter_map(page).collect()
    }

    /// The page at an address, where a save of a dossier may change it and it is
    /// no page of thousands of lines.
    fn artifact_at(&self, address: &str) -> Option<Artifact> {
        let route = address.strip_prefix('/')?;
        let lang = if route.starts_with("en/") { Lang::En } else { Lang::Vi };
        let routes = &self.site().routes;
        let list = |first: &str, number| match routes.owner(first) {
            Some(Target::Listing(id)) => {
                let there = number <= self.site().listing(id)?.page_count();
                there.then_some(Kind::Listing { id, number, lang })
            }
            _ => None,
        };
        let further = further(route).and_then(|(first, number)| list(first, number));
        let kind =
            further.or_else(|| list(route, 1)).or_else(|| match routes.owner(route)? {
                target @ (Target::Home | Target::Product(_) | Target::Producer(_)) => {
                    Some(Kind::Page(target, lang))
                }
                _ => None,
            })?;
        Some(Artifact { path: plan::file_of(route), kind })
    }

    fn render(&self, options: &Options<'_>, all: &[Artifact]) -> Result<Glimpse, Failure> {
        let supply = self.kept.supply(options);
        let mut glimpse = Glimpse::default();
        for artifact in all {
            let bytes = single::page(supply, artifact)?;
            glimpse.pages.extend(bytes.map(|bytes| (artifact.path.clone(), bytes)));
        }
        Ok(glimpse)
    }
}

/// A dossier that was read again.
struct Changed {
    id: ProductId,
    /// Whether its errors withhold it.
    broken: bool,
    /// Which lists may have to change.
    moved: Moved,
}

/// How far a save moves a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moved {
    /// It stands where it stood.
    Not,
    /// To another place of the same lists, or with another rating.
    Within,
    /// To other lists or addresses.
    Beyond,
}

/// Whether anything changed by which products are sorted, grouped or addressed.
fn moved(old: &Product, new: &Product, today: Day, expiring_days: i32) -> Moved {
    let text = |it: &Option<Spanned<String>>| it.as_ref().map(|it| it.value.clone());
    let grouped = |product: &Product| {
        let (place, former) = (&product.place, &product.place.former);
        (
            (product.state, product.group.value, product.producer),
            product.subgroup.as_ref().map(|subgroup| subgroup.value),
            (place.province.value, text(&place.commune), former.province.map(|it| it.value)),
            (text(&former.district), text(&former.commune)),
            product.aliases.iter().map(|alias| alias.value.clone()).collect::<Vec<_>>(),
            (text(&product.register_number), product.featured, product.edition),
        )
    };
    let sorted = |product: &Product| {
        let standing = rating::standing(&product.ratings, today, expiring_days);
        let rating = standing.rating.and_then(|index| product.ratings.get(index));
        let score = rating.and_then(|rating| rating.score.as_ref()).map(|score| score.value);
        let decided = rating.and_then(|rating| rating.decided.as_ref()).map(|day| day.value);
        let from = rating.and_then(|rating| rating.from.as_ref()).map(|day| day.value);
        (product.name.value.clone(), standing, score, decided, from)
    };
    if grouped(old) != grouped(new) {
        return Moved::Beyond;
    }
    if sorted(old) == sorted(new) { Moved::Not } else { Moved::Within }
}

/// First page and number of a further page of a list.
fn further(route: &str) -> Option<(&str, usize)> {
    let (rest, number) = route.strip_suffix('/')?.rsplit_once('/')?;
    let first = rest.strip_suffix("trang").or_else(|| rest.strip_suffix("page"))?;
    Some((first, number.parse().ok().filter(|number| *number > 1)?))
}
