//! What a file of the output is made from, as names of files and settings.
//!
//! For people who ask why a page exists or why it was written again. Says the
//! same as the views do, part by part: the dossiers that a file is about, those
//! whose cards stand on it, how many it counts, the templates with everything
//! they extend and include, words, reference data, settings. A list may name
//! more than made a difference, never less.
//!
//! Template and cards are those that the renderer itself notes of each page.
//! Pure: looks at names in the tree, never at the disk.

mod print;
mod share;
#[cfg(test)]
mod tests;
mod theme;

use std::collections::BTreeSet;

use crate::derive::route::{Redirect, Target};
use crate::diag::span::FileId;
use crate::model::producer::{Producer, ProducerId};
use crate::model::product::{Product, ProductId, State};
use crate::model::story::Story;
use crate::plan::artifact::{Artifact, FeedOf, Kind};
use crate::plan::photo;
use crate::render::made::{Made, PageMade};
use crate::render::view::Supply;
use crate::render::{Renderer, names};
use crate::text::lang::{Lang, Text};

/// Template of pages that lead elsewhere; it has no frame.
const REDIRECT: &str = "redirect.html";

/// Settings that the frame of every page shows.
const FRAME: [&str; 7] =
    ["title", "tagline", "description", "base_url", "languages", "issuer", "theme"];

/// A file that something is made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// Path from the root of the catalogue.
    pub path: String,
    /// Whether it comes with the program, because the catalogue has none of its own.
    pub built_in: bool,
}

/// What a file of the output is made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ingredients {
    /// What sort of file it is.
    pub kind: Text,
    /// Address of the page below the site's root; `None` for files.
    pub route: Option<String>,
    /// Files of the content that it is about.
    pub about: Vec<String>,
    /// Pages of prose that its menus name.
    pub menu: Vec<String>,
    /// Dossiers whose cards stand on it.
    pub cards: Vec<String>,
    /// Photos that it shows, or is.
    pub photos: Vec<String>,
    /// Published dossiers that it counts or lists by name.
    pub counted: usize,
    /// Templates, the page's own first; other files of the theme.
    pub theme: Vec<Source>,
    /// Words.
    pub words: Vec<Source>,
    /// Provinces and editions of the programme.
    pub reference: Vec<Source>,
    /// Keys of the settings.
    pub settings: Vec<&'static str>,
    /// Whether it changes with the day for which the site is made.
    pub by_day: bool,
}

impl Renderer<'_> {
    /// Works out what an artifact is made from.
    pub fn ingredients(&self, artifact: &Artifact) -> Ingredients {
        let cook = Cook { sources: self.sources };
        let mut found = cook.content(artifact.kind);
        if let Made::Page(page) = self.supplies(artifact) {
            cook.add_page(&page, &mut found);
        }
        found.kind = names::of(&self.sources, artifact.kind);
        found.route = names::route(artifact);
        found
    }
}

#[derive(Clone, Copy)]
struct Cook<'a> {
    sources: Supply<'a>,
}

impl<'a> Cook<'a> {
    fn path(self, file: FileId) -> String {
        self.sources.tree.path(file).to_owned()
    }

    fn paths(self, files: impl IntoIterator<Item = FileId>) -> Vec<String> {
        let files: BTreeSet<FileId> = files.into_iter().collect();
        files.into_iter().map(|file| self.path(file)).collect()
    }

    /// How many products are shown.
    fn all(self) -> usize {
        self.sources.site.shown.len()
    }

    /// What the artifact is about, by its kind; what every page has is not in it.
    fn content(self, kind: Kind) -> Ingredients {
        match kind {
            Kind::Page(target, lang) => self.page(target, lang),
            Kind::Listing { .. } => self.listing(),
            Kind::Redirect(index) => self.redirect(index),
            Kind::Redirects => self.redirects(),
            Kind::NotFound(_) => Ingredients::default(),
            Kind::Cover(id) => self.cover(id),
            Kind::Share(id) => self.share(id),
            Kind::Photo(file, _) => {
                Ingredients { photos: vec![self.path(file)], ..Ingredients::default() }
            }
            Kind::Pdf(index, _) => self.pdf(index),
            Kind::Asset(index) => self.asset(index),
            Kind::Shelf(_, lang) => self.data(lang),
            Kind::Index(_) => Ingredients { by_day: true, ..self.data(Lang::Vi) },
            Kind::Feed(of, lang) => self.feed(of, lang),
            Kind::OpenSearch(_) => of_settings(&["title", "description", "base_url"]),
            Kind::Sitemap(_) => {
                Ingredients { counted: self.all(), ..of_settings(&["base_url", "languages"]) }
            }
            Kind::Worker => Ingredients {
                theme: joined(self.fingerprinted(), vec![self.theme_file("worker.js")]),
                ..of_settings(&["offline", "languages", "theme"])
            },
            Kind::Data(_) => Ingredients {
                settings: vec![
                    "title",
                    "description",
                    "base_url",
                    "issuer",
                    "data_licence",
                    "open_data",
                ],
                words: Vec::new(),
                ..self.data(Lang::Vi)
            },
            Kind::Robots => of_settings(&["base_url"]),
            Kind::Headers => Ingredients {
                theme: self.fingerprinted(),
                ..of_settings(&["base_url", "theme"])
            },
        }
    }

    /// Template, frame, words and cards of a page, as it was made.
    fn add_page(self, page: &PageMade, found: &mut Ingredients) {
        found.theme = self.templates(page.template);
        found.words = self.words(page.lang);
        if page.template == REDIRECT {
            return;
        }
        found.by_day = true;
        found.menu = self.menu();
        found.settings = joined(FRAME.to_vec(), std::mem::take(&mut found.settings));
        if page.cards.is_empty() {
            return;
        }
        found.theme = joined(std::mem::take(&mut found.theme), self.templates("card.html"));
        let catalogue = self.sources.catalogue;
        let products = page.cards.iter().filter_map(|id| catalogue.product(*id));
        let files = products.flat_map(|product| {
            let maker = product.producer.and_then(|id| catalogue.producer(id));
            let files = product_files(product).chain(maker.map(|maker| maker.file));
            files.chain(self.ledger(product)).collect::<Vec<_>>()
        });
        found.cards = self.paths(files);
        found.cards.retain(|path| !found.about.contains(path));
    }

    /// Pages of prose that stand in every menu.
    fn menu(self) -> Vec<String> {
        let pages = self.sources.site.pages.iter();
        let pages = pages.filter_map(|index| self.sources.catalogue.pages.get(*index));
        self.paths(pages.filter(|page| page.in_menu).map(|page| page.file))
    }

    fn page(self, target: Target, lang: Lang) -> Ingredients {
        match target {
            Target::Search => Ingredients::default(),
            Target::Shortlist => {
                Ingredients { counted: self.all(), ..of_settings(&["base_url"]) }
            }
            Target::Page(index) => self.prose(index),
            Target::Product(id) => self.product(id),
            Target::Producer(id) => self.producer(id),
            Target::Listing(_) => self.listing(),
            Target::Brochures => self.brochures(),
            Target::Brochure(index) => self.brochure(index),
            Target::Fairs => Ingredients { about: self.fairs(), ..Ingredients::default() },
            Target::Fair(id) => self.fair(id),
            Target::Data => Ingredients {
                counted: self.all(),
                ..of_settings(&["data_licence", "open_data"])
            },
            Target::Home
            | Target::ProductLetters
            | Target::ProducerLetters
            | Target::Provinces
            | Target::Formers
            | Target::Groups
            | Target::Tiers => Ingredients { words: Vec::new(), ..self.data(lang) },
        }
    }

    fn prose(self, index: usize) -> Ingredients {
        let Some(page) = self.sources.catalogue.pages.get(index) else {
            return Ingredients::default();
        };
        let files = std::iter::once(page.file).chain(page.english_file);
        let stories = std::iter::once(&page.body).chain(&page.english_body);
        Ingredients {
            about: self.paths(files),
            photos: self.pictures(page.file, stories),
            ..Ingredients::default()
        }
    }

    fn product(self, id: ProductId) -> Ingredients {
        let Some(product) = self.sources.catalogue.product(id) else {
            return Ingredients::default();
        };
        let own = self.paths(product_files(product).chain(self.ledger(product)));
        if product.state == State::Removed {
            return Ingredients { about: own, ..Ingredients::default() };
        }
        let maker = product.producer.and_then(|id| self.sources.catalogue.producer(id));
        let makers = self.paths(maker.into_iter().flat_map(producer_files));
        let from = product.story_file.unwrap_or(product.file);
        let stories = [&product.story, &product.english_story].into_iter().flatten();
        let shown = product.photos.iter().map(|photo| self.path(photo.file)).collect();
        Ingredients {
            about: joined(own, makers),
            photos: joined(shown, self.pictures(from, stories)),
            reference: self.reference(),
            ..of_settings(&["edition", "expiring_days"])
        }
    }

    /// The ledger, for a product that has its code there.
    fn ledger(self, product: &Product) -> Option<FileId> {
        let line = self.sources.catalogue.codes.first().filter(|_| product.code.is_some());
        line.map(|line| line.span.file)
    }

    fn producer(self, id: ProducerId) -> Ingredients {
        let Some(maker) = self.sources.catalogue.producer(id) else {
            return Ingredients::default();
        };
        let stories = [&maker.story, &maker.english_story].into_iter().flatten();
        let shown = maker.photos.iter().map(|photo| self.path(photo.file)).collect();
        Ingredients {
            about: self.paths(producer_files(maker)),
            photos: joined(shown, self.pictures(maker.file, stories)),
            reference: self.reference(),
            ..Ingredients::default()
        }
    }

    fn listing(self) -> Ingredients {
        Ingredients {
            counted: self.all(),
            reference: self.reference(),
            ..of_settings(&["page_size", "min_products", "expiring_days"])
        }
    }

    /// The dossier whose former address it is, where there is one.
    fn redirect(self, index: usize) -> Ingredients {
        let Some(redirect) = self.sources.site.redirects.get(index) else {
            return Ingredients::default();
        };
        let product = self.led_to(redirect);
        Ingredients {
            about: self.paths(
                product.into_iter().flat_map(|product| {
                    std::iter::once(product.file).chain(self.ledger(product))
                }),
            ),
            reference: if product.is_some() { Vec::new() } else { self.reference() },
            ..Ingredients::default()
        }
    }

    /// All of them in one file.
    fn redirects(self) -> Ingredients {
        let products = self.sources.site.redirects.iter().filter_map(|it| self.led_to(it));
        Ingredients {
            about: self.paths(products.map(|product| product.file)),
            reference: self.reference(),
            ..of_settings(&["base_url", "languages"])
        }
    }

    /// The product behind a former address; provinces have such addresses as well.
    fn led_to(self, redirect: &Redirect) -> Option<&'a Product> {
        let mut targets = self.sources.site.routes.iter();
        match targets.find(|(_, _, route)| *route == redirect.to)? {
            (Target::Product(id), _, _) => self.sources.catalogue.product(id),
            _ => None,
        }
    }

    fn cover(self, id: ProductId) -> Ingredients {
        let product = self.sources.catalogue.product(id);
        let group = product.and_then(|it| self.sources.catalogue.scheme.group(it.group.value));
        let drawn = group.map(|group| format!("pictograms/{}.svg", group.slug));
        let drawn = drawn.filter(|path| self.theme_text(path).is_some());
        let drawn = drawn.unwrap_or_else(|| "pictograms/other.svg".to_owned());
        Ingredients {
            about: self.paths(product.map(|product| product.file)),
            theme: vec![self.theme_file("theme.yaml"), self.theme_file(&drawn)],
            settings: vec!["theme"],
            ..Ingredients::default()
        }
    }

    fn asset(self, index: usize) -> Ingredients {
        let names = self.sources.theme.asset_sources(index).iter().map(String::as_str);
        let theme = names.flat_map(|name| self.static_files(name)).collect();
        Ingredients { theme, settings: vec!["theme"], ..Ingredients::default() }
    }

    fn data(self, lang: Lang) -> Ingredients {
        Ingredients {
            counted: self.all(),
            words: self.words(lang),
            reference: self.reference(),
            by_day: true,
            ..Ingredients::default()
        }
    }

    fn feed(self, of: FeedOf, lang: Lang) -> Ingredients {
        let listing = match of {
            FeedOf::Site => None,
            FeedOf::Listing(id) => self.sources.site.listing(id),
        };
        let counted = listing.map_or(self.all(), |listing| listing.products.len());
        let settings = vec!["title", "tagline", "base_url", "issuer"];
        Ingredients { counted, settings, ..self.data(lang) }
    }

    fn pictures(
        self,
        from: FileId,
        stories: impl IntoIterator<Item = &'a Story>,
    ) -> Vec<String> {
        let tree = self.sources.tree;
        let found = stories.into_iter();
        self.paths(found.flat_map(|story| photo::pictures(tree, from, &story.markdown)))
    }
}

/// What shows settings alone.
fn of_settings(keys: &[&'static str]) -> Ingredients {
    Ingredients { settings: keys.to_vec(), ..Ingredients::default() }
}

/// Both lists, without what the first already holds.
fn joined<T: PartialEq>(mut first: Vec<T>, second: Vec<T>) -> Vec<T> {
    for one in second {
        if !first.contains(&one) {
            first.push(one);
        }
    }
    first
}

fn product_files(product: &Product) -> impl Iterator<Item = FileId> {
    let english = product.english_story.as_ref().map(|story| story.span.file);
    std::iter::once(product.file).chain(product.story_file).chain(english)
}

fn producer_files(producer: &Producer) -> impl Iterator<Item = FileId> {
    let english = producer.english_story.as_ref().map(|story| story.span.file);
    std::iter::once(producer.file).chain(english)
}
