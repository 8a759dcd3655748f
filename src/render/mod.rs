//! Render: from an artifact of the plan to its bytes.
//!
//! [`Renderer::key`] hashes everything a file is made of, [`Renderer::bytes`]
//! makes it; both come from the same [`page::Made`], so a page cannot show what
//! its key did not hash. Cards are rendered once for each language and placed
//! into every page that shows them.
//!
//! Cost: a view and a template a page. Never reads the disk, except photos,
//! which are copied as they are.

pub mod csp;
pub mod data;
pub mod default_theme;
pub mod feed;
pub mod json_ld;
pub mod ld;
pub mod open_search;
pub mod page;
pub mod robots;
pub mod root;
pub mod sitemap;
pub mod theme;
pub mod view;
pub mod weave;
pub mod words;

use rayon::prelude::*;
use serde::Serialize;
use tera::Context;

use crate::derive::Site;
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::model::product::ProductId;
use crate::plan::artifact::Artifact;
use crate::plan::photo::Photos;
use crate::render::page::{Made, PageMade};
use crate::render::root::ROOT;
use crate::render::theme::Theme;
use crate::render::view::Supply;
use crate::render::view::card::{self, CardView};
use crate::source::{Hash, Tree};
use crate::text::lang::Lang;

/// Everything that is rendered.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// Facts.
    pub catalogue: &'a Catalogue,
    /// What follows from them.
    pub site: &'a Site,
    /// Files, for photos.
    pub tree: &'a Tree,
    /// Templates, words and colours.
    pub theme: &'a Theme,
    /// Where photos stand.
    pub photos: &'a Photos,
    /// Address of the site with a slash at the end.
    pub base_url: Option<&'a str>,
}

/// Makes the bytes of artifacts.
pub struct Renderer<'a> {
    sources: Sources<'a>,
    /// Rendered cards of each language, by product handle; empty for products not shown.
    cards: Vec<(Lang, Vec<String>)>,
    sitemaps: Vec<String>,
}

/// What the template of a card sees.
#[derive(Serialize)]
struct CardContext<'a> {
    lang: &'static str,
    root: char,
    c: &'a CardView,
}

impl<'a> Renderer<'a> {
    /// Renders the cards; fails where the theme's card template does.
    pub fn new(sources: Sources<'a>) -> Result<Self, Failure> {
        let mut renderer = Self { sources, cards: Vec::new(), sitemaps: Vec::new() };
        for &lang in &sources.catalogue.settings.languages {
            let cards = renderer.render_cards(lang)?;
            renderer.cards.push((lang, cards));
        }
        renderer.sitemaps = data::sitemaps(&renderer.supply(Lang::Vi));
        Ok(renderer)
    }

    fn render_cards(&self, lang: Lang) -> Result<Vec<String>, Failure> {
        let supply = self.supply(lang);
        let rendered: Result<Vec<(ProductId, String)>, Failure> = (self.sources.site.shown)
            .par_iter()
            .filter_map(|id| Some((*id, card::card(&supply, *id)?)))
            .map(|(id, card)| Ok((id, self.render_card(lang, &card)?)))
            .collect();
        let mut cards = vec![String::new(); self.sources.catalogue.products.len()];
        for (id, html) in rendered? {
            let index = usize::try_from(id.0).unwrap_or(usize::MAX);
            if let Some(place) = cards.get_mut(index) {
                *place = html;
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
        let Sources { catalogue, site, tree, theme, photos, base_url } = self.sources;
        Supply { catalogue, site, theme, photos, tree, base_url, lang }
    }

    fn card(&self, lang: Lang, id: ProductId) -> String {
        let own = self.cards.iter().find(|(known, _)| *known == lang);
        let index = usize::try_from(id.0).unwrap_or(usize::MAX);
        own.and_then(|(_, cards)| cards.get(index)).cloned().unwrap_or_default()
    }

    /// Hash of everything the artifact is made of.
    pub fn key(&self, artifact: &Artifact) -> Result<Hash, Failure> {
        Ok(match self.make(artifact) {
            Made::Page(page) => page_key(&page, self.sources.theme.fingerprint())?,
            Made::Text(text) => Hash::of(text.as_bytes()),
            Made::Bytes(bytes) => Hash::of(bytes),
            Made::File(file) => self.sources.tree.get(file).map_or(Hash::of(b""), |it| it.hash),
        })
    }

    /// The bytes of the artifact.
    pub fn bytes(&self, artifact: &Artifact) -> Result<Vec<u8>, Failure> {
        match self.make(artifact) {
            Made::Page(page) => self.page(&page),
            Made::Text(text) => Ok(text.into_bytes()),
            Made::Bytes(bytes) => Ok(bytes.to_vec()),
            Made::File(file) => self.sources.tree.bytes(file).map_err(|error| {
                let path = self.sources.tree.path(file);
                Failure::io("không đọc được ảnh", "cannot read the photo", path, &error)
            }),
        }
    }

    fn page(&self, page: &PageMade) -> Result<Vec<u8>, Failure> {
        let mut context = serialised(&page.frame)?;
        context.extend(serialised(&page.view)?);
        let html = self.sources.theme.render(page.template, &context).map_err(|failure| {
            let place = &page.frame.route;
            failure.hint(
                format!("khi dựng trang /{place}"),
                format!("while making the page /{place}"),
            )
        })?;
        Ok(page.settle(html.trim_start()).into_bytes())
    }
}

fn page_key(page: &PageMade, theme: Hash) -> Result<Hash, Failure> {
    let mut all = Vec::with_capacity(4096);
    all.extend_from_slice(theme.as_bytes());
    all.extend_from_slice(page.template.as_bytes());
    all.extend_from_slice(page.way.as_bytes());
    serde_json::to_writer(&mut all, &page.frame).map_err(|error| unserialisable(&error))?;
    serde_json::to_writer(&mut all, &page.view).map_err(|error| unserialisable(&error))?;
    Ok(Hash::of(&all))
}

fn serialised(view: &impl Serialize) -> Result<Context, Failure> {
    Context::from_serialize(view).map_err(|error| unserialisable(&error))
}

/// Views are plain structs of strings and numbers; this is never reached.
fn unserialisable(error: &dyn std::fmt::Display) -> Failure {
    Failure::machine("không ghi được dữ liệu của trang", "cannot serialise the view of a page")
        .caused_by(error)
}
