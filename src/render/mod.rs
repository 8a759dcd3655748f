//! Render: from an artifact of the plan to its bytes.
//!
//! [`Renderer::key`] hashes everything a file is made of, [`Renderer::make`]
//! makes it; both come from the same [`made::Made`], so a page cannot show what
//! its key did not hash. Cards are rendered once for each language and copied
//! into every page that shows them; what pages of a section share is made once.
//!
//! Cost: a view and a template a page. Never reads the disk: sizes of photos are
//! asked of a [`crate::plan::photo::Darkroom`].

#[cfg(feature = "brochure")]
pub mod brochure;
pub mod csp;
pub mod data;
pub mod default_theme;
mod draft;
pub mod feed;
pub mod hosting;
pub mod ingredients;
pub mod json_ld;
pub mod ld;
pub mod made;
pub mod names;
pub mod open_data;
pub mod open_search;
pub mod pack;
pub mod page;
pub mod paper;
pub mod qr;
pub mod robots;
pub mod root;
pub mod script;
pub mod search;
pub mod share;
pub mod single;
pub mod sitemap;
pub mod theme;
pub mod view;
pub mod weave;
pub mod words;
pub mod worker;

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use crate::model::failure::Failure;
use crate::model::product::ProductId;
use crate::plan::artifact::{Artifact, Kind};
use crate::render::made::{Made, PageMade};
use crate::render::root::ROOT;
use crate::render::theme::Theme;
use crate::render::view::Supply;
use crate::render::view::card::{self, CardView};
use crate::render::view::frame::{self, MenuItemView};
use crate::source::Hash;
use crate::text::lang::Lang;

/// Makes the bytes of artifacts.
pub struct Renderer<'a> {
    /// What pages are made from, in the first language.
    sources: Supply<'a>,
    /// Cards of each language, by product handle; empty for products not shown.
    cards: Vec<(Lang, Vec<Card>)>,
    /// Shells of each language: one for each main section, the last for none.
    shells: Vec<(Lang, Vec<Shell>)>,
    index: Vec<Arc<search::File>>,
    /// What the files of open data say, once one of them is asked for.
    data: OnceLock<Arc<open_data::Data>>,
}

/// A rendered card.
#[derive(Debug, Clone)]
struct Card {
    html: String,
    hash: Hash,
}

/// What pages of a section share, ready for the engine.
struct Shell {
    context: Context,
    key: Hash,
    menu: Vec<MenuItemView>,
}

/// What the template of a card sees.
#[derive(Serialize)]
struct CardContext<'a> {
    lang: &'static str,
    root: char,
    c: &'a CardView,
}

impl<'a> Renderer<'a> {
    /// Makes the search index, which cannot be stopped; [`Renderer::prepare`] does the rest.
    pub fn indexed(sources: Supply<'a>) -> Self {
        let mut renderer = Self::bare(sources);
        renderer.index =
            search::site::index(&renderer.supply(Lang::Vi)).into_iter().map(Arc::new).collect();
        renderer
    }

    /// Renders the cards; fails where the theme's card template does, and where it is to stop.
    pub fn prepare(&mut self, stop: &AtomicBool) -> Result<(), Failure> {
        for &lang in &self.sources.catalogue.settings.languages {
            let supply = self.supply(lang);
            let cards = self.render_cards(&supply, stop)?;
            self.cards.push((lang, cards));
            self.shells.push((lang, shells(&supply)?));
        }
        Ok(())
    }

    /// Nothing made ready.
    fn bare(sources: Supply<'a>) -> Self {
        Self {
            sources,
            cards: Vec::new(),
            shells: Vec::new(),
            index: Vec::new(),
            data: OnceLock::new(),
        }
    }

    /// What the files of open data say.
    fn data(&self) -> Arc<open_data::Data> {
        let gather = || Arc::new(open_data::published(&self.supply(Lang::Vi)));
        Arc::clone(self.data.get_or_init(gather))
    }

    /// Files of the search index, which only their content names.
    pub fn index(&self) -> impl Iterator<Item = Artifact> {
        self.index
            .iter()
            .enumerate()
            .map(|(index, file)| Artifact { path: file.path.clone(), kind: Kind::Index(index) })
    }

    fn render_cards(
        &self,
        supply: &Supply<'_>,
        stop: &AtomicBool,
    ) -> Result<Vec<Card>, Failure> {
        let rendered: Result<Vec<(ProductId, String)>, Failure> = (self.sources.site.shown)
            .par_iter()
            .filter_map(|id| Some((*id, card::card(supply, *id)?)))
            .map(|(id, card)| {
                Failure::unless_stopped(stop)?;
                Ok((id, self.render_card(supply.lang, &card)?))
            })
            .collect();
        let none = Card { html: String::new(), hash: Hash::of(b"") };
        let mut cards = vec![none; self.sources.catalogue.products.len()];
        for (id, html) in rendered? {
            let index = usize::try_from(id.0).unwrap_or(usize::MAX);
            if let Some(place) = cards.get_mut(index) {
                *place = Card { hash: Hash::of(html.as_bytes()), html };
            }
        }
        Ok(cards)
    }

    fn render_card(&self, lang: Lang, card: &CardView) -> Result<String, Failure> {
        let context = CardContext { lang: lang.code(), root: ROOT, c: card };
        let html = self.sources.theme.render("card.html", &serialised(&context)?)?;
        Ok(html.trim().to_owned())
    }

    /// What views are made from, in a language.
    fn supply(&self, lang: Lang) -> Supply<'a> {
        self.sources.speaking(lang)
    }

    fn card(&self, lang: Lang, id: ProductId) -> Option<&Card> {
        let (_, own) = self.cards.iter().find(|(known, _)| *known == lang)?;
        own.get(usize::try_from(id.0).ok()?)
    }

    fn shell(&self, lang: Lang, route: &str) -> Option<&Shell> {
        let (_, own) = self.shells.iter().find(|(known, _)| *known == lang)?;
        let none = own.last()?;
        match frame::section_of(&none.menu, route) {
            Some(section) => own.get(section),
            None => Some(none),
        }
    }

    /// Hash of everything the artifact is made of.
    pub fn key(&self, artifact: &Artifact) -> Result<Hash, Failure> {
        self.key_of(&self.supplies(artifact))
    }

    /// The same hash and the bytes, from one supply.
    pub fn make(&self, artifact: &Artifact) -> Result<(Hash, Vec<u8>), Failure> {
        let made = self.supplies(artifact);
        let key = self.key_of(&made)?;
        let bytes = match made {
            Made::Page(page) => self.page(&page)?,
            Made::Text(text) => text.into_bytes(),
            Made::Bytes(bytes) => bytes.to_vec(),
            Made::Index(file) => file.packed(),
            Made::Data(data, file) => data.file(file).into_bytes(),
            Made::Photo(file, variant) => self.sources.darkroom.variant(file, variant)?,
            Made::Pdf(pdf, name) => self.sources.darkroom.pdf(pdf, &name)?,
            Made::Share(view) => share::make(&view, self.sources.darkroom)?,
        };
        Ok((key, bytes))
    }

    fn key_of(&self, made: &Made<'_>) -> Result<Hash, Failure> {
        Ok(match made {
            Made::Page(page) => self.page_key(page)?,
            Made::Text(text) => Hash::of(text.as_bytes()),
            Made::Bytes(bytes) => Hash::of(bytes),
            Made::Index(file) => Hash::of(&file.raw),
            Made::Data(data, file) => data.key(*file),
            Made::Share(view) => view.key(),
            Made::Photo(file, variant) => {
                let path = self.sources.photos.get(*file).map(|print| print.path(*variant));
                Hash::of(path.unwrap_or_default().as_bytes())
            }
            Made::Pdf(pdf, _) => pdf.key,
        })
    }

    /// Shell, frame, view and cards: all that the template and [`root::settle`] see.
    fn page_key(&self, page: &PageMade) -> Result<Hash, Failure> {
        draft::with(|all| {
            if let Some(shell) = self.shell(page.lang, &page.frame.route) {
                all.extend_from_slice(shell.key.as_bytes());
            }
            all.extend_from_slice(page.template.as_bytes());
            all.extend_from_slice(page.way.as_bytes());
            for card in page.cards.iter().filter_map(|id| self.card(page.lang, *id)) {
                all.extend_from_slice(card.hash.as_bytes());
            }
            serde_json::to_writer(&mut *all, &page.frame)
                .and_then(|()| serde_json::to_writer(&mut *all, &page.view))
                .map_err(|error| unserialisable(&error))?;
            Ok(Hash::of(all))
        })
    }

    fn page(&self, page: &PageMade) -> Result<Vec<u8>, Failure> {
        let shell = self.shell(page.lang, &page.frame.route);
        let mut context = shell.map(|shell| shell.context.clone()).unwrap_or_default();
        context.extend(serialised(&page.frame)?);
        let view = serialised(&page.view)?;
        debug_assert!(
            !view.contains_key(PARTS),
            "{} hides what all pages share",
            page.template
        );
        context.extend(view);
        let eager = self.eager(page);
        let card = |id| match &eager {
            Some((first, html)) if *first == id => html.as_str(),
            _ => self.card(page.lang, id).map_or("", |card| card.html.as_str()),
        };
        draft::with(|html| {
            let rendered = self.sources.theme.render_into(page.template, &context, html);
            rendered.map_err(|failure| {
                let place = &page.frame.route;
                failure.hint(
                    format!("khi dựng trang /{place}"),
                    format!("while making the page /{place}"),
                )
            })?;
            Ok(root::settle(html.trim_ascii_start(), &page.way, &card))
        })
    }
}

/// Name by which templates have what all pages share; no view has a field of that name.
const PARTS: &str = "parts";

/// What all pages of a language share, as HTML: each a template of its own.
#[derive(Serialize)]
struct Parts {
    body: String,
    find: String,
    tools: String,
    bottom: String,
}

impl Parts {
    fn new(theme: &Theme, shell: &Context) -> Result<Self, Failure> {
        let part = |name: &str| Ok(theme.render(name, shell)?.trim().to_owned());
        Ok(Self {
            body: part("body.html")?,
            find: part("find.html")?,
            tools: part("tools.html")?,
            bottom: part("bottom.html")?,
        })
    }
}

impl Renderer<'_> {
    /// The first card of a list, whose picture is wanted at once.
    fn eager(&self, page: &PageMade) -> Option<(ProductId, String)> {
        let first = *page.cards.first().filter(|_| page.template == "listing.html")?;
        let html = &self.card(page.lang, first)?.html;
        let html = html.replacen("loading=\"lazy\"", "fetchpriority=\"high\"", 1);
        // A size that layout decides is for pictures that wait until there is one.
        Some((first, html.replacen("sizes=\"auto, ", "sizes=\"", 1)))
    }
}

/// The shells of a language, one for each main section and one for none.
fn shells(supply: &Supply<'_>) -> Result<Vec<Shell>, Failure> {
    let theme = supply.theme;
    let none = frame::shell(supply, None);
    let parts = Value::from_serializable(&Parts::new(theme, &serialised(&none)?)?);
    let sections = none.menu.len();
    let currents = (0..sections).map(Some).chain(std::iter::once(None));
    let shell = |current| {
        let view = frame::shell(supply, current);
        let mut all = theme.fingerprint().as_bytes().to_vec();
        serde_json::to_writer(&mut all, &view).map_err(|error| unserialisable(&error))?;
        let mut context = serialised(&view)?;
        // Made of the theme and of this view, so the key knows them.
        context.insert_value(PARTS, parts.clone());
        Ok(Shell { context, key: Hash::of(&all), menu: view.menu })
    };
    currents.map(shell).collect()
}

fn serialised(view: &impl Serialize) -> Result<Context, Failure> {
    Context::from_serialize(view).map_err(|error| unserialisable(&error))
}

/// Views are plain structs of strings and numbers; this is never reached.
fn unserialisable(error: &dyn std::fmt::Display) -> Failure {
    Failure::machine("không ghi được dữ liệu của trang", "cannot serialise the view of a page")
        .caused_by(error)
}
