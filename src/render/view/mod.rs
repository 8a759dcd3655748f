//! Views: the closed values that templates see, and nothing else.
//!
//! Everything a page shows is worked out here, as text ready to be printed;
//! templates only place it. Views are the only types of this folder that are
//! serialised, and the key of a page is the hash of its view.

pub mod brochure;
pub mod card;
pub mod facets;
pub mod frame;
pub mod heading;
pub mod home;
pub mod index;
pub mod letters;
pub mod listing;
pub mod open_data;
pub mod picture;
pub mod place;
pub mod producer;
pub mod product;
pub mod prose;
pub mod rating;
pub mod share;
pub mod shortlist;

use serde::Serialize;

use crate::derive::Site;
use crate::derive::listing::{ListKind, ListingId};
use crate::derive::route::Target;
use crate::model::catalogue::Catalogue;
use crate::model::producer::ProducerId;
use crate::model::region::{FormerProvince, Province};
use crate::plan::pdf::Pdfs;
use crate::plan::photo::{Darkroom, Photos};
use crate::render::theme::Theme;
use crate::source::Tree;
use crate::text::lang::{Lang, Text};

/// Everything that views are made from.
#[derive(Clone, Copy)]
pub struct Supply<'a> {
    /// Facts.
    pub catalogue: &'a Catalogue,
    /// What follows from them.
    pub site: &'a Site,
    /// Words, colours and pictures of the theme.
    pub theme: &'a Theme,
    /// Which photos can be shown, and where they stand in the output.
    pub photos: &'a Photos,
    /// Finished PDFs of brochures.
    pub pdfs: &'a Pdfs,
    /// Gives the bytes of both.
    pub darkroom: &'a dyn Darkroom,
    /// Paths of files, for pictures within stories.
    pub tree: &'a Tree,
    /// Address of the site with a slash at the end.
    pub base_url: Option<&'a str>,
    /// Language of the page.
    pub lang: Lang,
}

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Route, or a whole address.
    pub href: String,
    /// Words.
    pub label: String,
    /// Words beside it; may be empty.
    pub note: String,
}

/// A step of the breadcrumbs; the last has no address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CrumbView {
    /// Route.
    pub href: Option<String>,
    /// Words.
    pub label: String,
}

impl<'a> Supply<'a> {
    /// The same for pages of another language.
    #[must_use]
    pub fn speaking(&self, lang: Lang) -> Self {
        Self { lang, ..*self }
    }

    /// Words of the theme.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.theme.words().say(self.lang, key, values)
    }

    /// A count with its noun.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.theme.words().count(self.lang, key, n)
    }

    /// A text of the data in the page's language.
    pub fn text(&self, text: &'a Text) -> &'a str {
        text.get(self.lang)
    }

    /// Route of a page in the page's language.
    pub fn route(&self, target: Target) -> Option<String> {
        self.site.routes.of(target, self.lang).map(str::to_owned)
    }

    /// Route of a list, where it has a page.
    pub fn list_route(&self, kind: ListKind) -> Option<String> {
        self.route(Target::Listing(self.site.listing_of(kind)?))
    }

    /// How many products a list holds; 0 where there is no such list.
    pub fn list_size(&self, kind: ListKind) -> usize {
        let listing = self.site.listing_of(kind).and_then(|id| self.site.listing(id));
        listing.map_or(0, |listing| listing.products.len())
    }

    /// A link to a list with its size as note; `None` where it has no page.
    pub fn list_link(&self, kind: ListKind, label: impl Into<String>) -> Option<LinkView> {
        let note = self.count("count.products", self.list_size(kind));
        Some(LinkView { href: self.list_route(kind)?, label: label.into(), note })
    }

    /// A link without a note.
    pub fn link(&self, target: Target, label: impl Into<String>) -> Option<LinkView> {
        Some(LinkView { href: self.route(target)?, label: label.into(), note: String::new() })
    }

    /// The whole address of a route, where the site's own is known.
    pub fn url(&self, route: &str) -> Option<String> {
        self.base_url.map(|base| format!("{base}{route}"))
    }

    /// How many products there are, in words, also where there are none.
    pub fn size(&self, n: usize) -> String {
        if n == 0 { self.say("count.none", &[]) } else { self.count("count.products", n) }
    }

    /// A sentence on a group; empty where the theme has none.
    pub fn group_intro(&self, slug: &str) -> String {
        let intro = self.theme.words().get(self.lang, &format!("group_intro.{slug}"));
        intro.unwrap_or_default().to_owned()
    }

    /// "Hợp nhất từ An Giang, Kiên Giang"; empty for a province that stayed as it was.
    pub fn merged_from(&self, province: &Province) -> String {
        let regions = &self.catalogue.regions;
        let formers = province.formers.iter().filter_map(|id| regions.former(*id));
        let names: Vec<&str> = formers.map(|former| self.text(&former.name)).collect();
        match names.as_slice() {
            [] | [_] => String::new(),
            names => self.say("view.merged_from", &[("provinces", &names.join(", "))]),
        }
    }

    /// "Nay thuộc An Giang".
    pub fn merged_into(&self, former: &FormerProvince) -> String {
        let now = self.catalogue.regions.province(former.merged_into);
        let now = now.map_or("", |province| self.text(&province.name));
        self.say("view.merged_into", &[("province", now)])
    }

    /// Legal form of a producer in words; may be empty.
    pub fn form(&self, id: ProducerId) -> String {
        let form = self.site.form(id);
        let form = form.and_then(|form| self.catalogue.scheme.producer_kind(form));
        form.map(|form| self.text(&form.name).to_owned()).unwrap_or_default()
    }

    /// The kind of a list.
    pub fn kind_of(&self, id: ListingId) -> Option<ListKind> {
        self.site.listing(id).map(|listing| listing.kind)
    }
}

/// A step with an address.
pub fn crumb(href: Option<String>, label: impl Into<String>) -> CrumbView {
    CrumbView { href, label: label.into() }
}
