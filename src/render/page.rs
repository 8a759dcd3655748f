//! Pages: for every artifact its frame and its view, or its bytes.

use crate::derive::listing::{ListKind, ListingId};
use crate::derive::route::Target;
use crate::model::producer::ProducerId;
use crate::model::product::{ProductId, State};
use crate::model::settings::PdfFor;
use crate::picture::{SHARE, Size};
use crate::plan::artifact::{Artifact, Kind};
use crate::plan::pdf;
use crate::render::made::{Made, Marks, PageMade, RemovedView, View};
use crate::render::root;
use crate::render::view::frame::{About, frame};
use crate::render::view::home::home;
use crate::render::view::index::{self, IndexView};
use crate::render::view::letters::{self, LettersView};
use crate::render::view::listing::listing;
use crate::render::view::producer::{self, ProducerView};
use crate::render::view::product::{self, DetailView, ProductView};
use crate::render::view::share::{self, ImageView};
use crate::render::view::shortlist;
use crate::render::view::{CrumbView, Supply, card, crumb, heading};
use crate::render::view::{open_data, prose};
use crate::render::{Renderer, data, ld, paper, weave, worker};
use crate::text::lang::Lang;

/// Cards of the same producer below a product.
const SAME_PRODUCER: usize = 4;

impl<'a> Renderer<'a> {
    /// Makes ready what an artifact needs.
    pub(super) fn supplies(&self, artifact: &Artifact) -> Made<'a> {
        match artifact.kind {
            Kind::Page(target, lang) => self.target(target, lang),
            Kind::Listing { id, number, lang } => self.listing(id, number, lang),
            Kind::Redirect(index) => self.redirect(index),
            Kind::NotFound(lang) => self.not_found(lang),
            Kind::Cover(id) => Made::Text(self.cover(id)),
            Kind::Share(id) => share::view(&self.supply(Lang::Vi), id)
                .map_or(Made::Bytes(b""), |view| Made::Share(Box::new(view))),
            Kind::Photo(file, variant) => Made::Photo(file, variant),
            Kind::Pdf(index, purpose) => self.pdf(index, purpose),
            Kind::Asset(index) => {
                Made::Bytes(self.sources.theme.asset(index).unwrap_or_default())
            }
            Kind::Index(index) => {
                self.index.get(index).cloned().map_or(Made::Bytes(b""), Made::Index)
            }
            Kind::Shelf(index, lang) => Made::Text(shortlist::shelf(&self.supply(lang), index)),
            Kind::Feed(of, lang) => Made::Text(data::feed(&self.supply(lang), of)),
            Kind::OpenSearch(lang) => Made::Text(data::open_search(&self.supply(lang))),
            Kind::Sitemap(index) => Made::Text(data::sitemap(&self.supply(Lang::Vi), index)),
            Kind::Worker => Made::Text(worker::worker(&self.supply(Lang::Vi))),
            Kind::Data(file) => Made::Data(self.data(), file),
            Kind::Robots => Made::Text(data::robots(&self.supply(Lang::Vi))),
            Kind::Headers => Made::Text(data::headers(&self.supply(Lang::Vi))),
            Kind::Redirects => Made::Text(data::redirects(&self.supply(Lang::Vi))),
        }
    }

    fn pdf(&self, index: usize, purpose: PdfFor) -> Made<'a> {
        let pdf = self.sources.pdfs.get(&(index, purpose));
        let written = self.sources.catalogue.brochures.get(index);
        let Some((pdf, written)) = pdf.zip(written) else { return Made::Bytes(b"") };
        Made::Pdf(pdf, pdf::name_of(&written.slug, purpose))
    }

    fn target(&self, target: Target, lang: Lang) -> Made<'a> {
        let supply = self.supply(lang);
        let about = About {
            route: supply.route(target).unwrap_or_default(),
            routes: self.routes(target),
            above: vec![home_crumb(&supply)],
            ..About::default()
        };
        match target {
            Target::Home => home_page(&supply, about),
            Target::Search => {
                let title = supply.say("view.search", &[]);
                made(
                    "search.html",
                    &supply,
                    About { kind: "search", title, ..about },
                    View::Frame {},
                )
            }
            Target::Shortlist => {
                let title = supply.say("pick.title", &[]);
                let about = About { kind: "shortlist", title, noindex: true, ..about };
                made(
                    "shortlist.html",
                    &supply,
                    about,
                    View::Shortlist(shortlist::page(&supply)),
                )
            }
            Target::ProductLetters => letters_page(&supply, about, letters::products(&supply)),
            Target::ProducerLetters => {
                letters_page(&supply, about, letters::producers(&supply))
            }
            Target::Provinces => index_page(&supply, about, index::provinces(&supply)),
            Target::Formers => index_page(&supply, about, index::formers(&supply)),
            Target::Groups => index_page(&supply, about, index::groups(&supply)),
            Target::Tiers => index_page(&supply, about, index::tiers(&supply)),
            Target::Page(index) => prose_page(&supply, about, index),
            Target::Product(id) => product_page(&supply, about, id),
            Target::Producer(id) => producer_page(&supply, about, id),
            Target::Brochures => paper::index_page(&supply, about),
            Target::Brochure(index) => paper::page(&supply, about, index),
            Target::Fairs => paper::fairs_page(&supply, about),
            Target::Fair(id) => paper::fair_page(&supply, about, id),
            Target::Data => data_page(&supply, about),
            // Lists are planned page by page.
            Target::Listing(id) => self.listing(id, 1, lang),
        }
    }

    /// Routes of a page in each language.
    fn routes(&self, target: Target) -> Vec<(Lang, String)> {
        let languages = self.sources.catalogue.settings.languages.iter();
        let routes = &self.sources.site.routes;
        languages
            .filter_map(|lang| Some((*lang, routes.of(target, *lang)?.to_owned())))
            .collect()
    }

    fn listing(&self, id: ListingId, number: usize, lang: Lang) -> Made<'a> {
        let supply = self.supply(lang);
        let Some(list) = self.sources.site.listing(id) else {
            return Made::Text(String::new());
        };
        let heading = heading::heading(&supply, list.kind);
        let marks = Marks::default();
        let card = |id| marks.mark(id);
        let view = listing(&supply, id, list, number, (&heading, &card));
        let routes = &self.sources.site.routes;
        let languages = self.sources.catalogue.settings.languages.iter();
        let title = match number {
            1 => heading.heading.clone(),
            n => supply.say(
                "view.page_title",
                &[("heading", &heading.heading), ("n", &n.to_string())],
            ),
        };
        let intro = [heading.intro.as_str(), view.count_text.as_str()];
        let intro: Vec<&str> = intro.into_iter().filter(|text| !text.is_empty()).collect();
        let about = About {
            kind: "listing",
            route: routes.page(id, number, lang).unwrap_or_default(),
            routes: languages
                .filter_map(|lang| Some((*lang, routes.page(id, number, *lang)?)))
                .collect(),
            description: format!("{}. {}", heading.heading, intro.join(" · ")),
            json_ld: ld::listing(&supply, &heading, list.page(number)),
            above: heading.above,
            title,
            ..About::default()
        };
        with_cards(made("listing.html", &supply, about, View::Listing(Box::new(view))), marks)
    }

    fn redirect(&self, index: usize) -> Made<'a> {
        let Some(redirect) = self.sources.site.redirects.get(index) else {
            return Made::Text(String::new());
        };
        let supply = self.supply(redirect.lang);
        let way = root::way(&redirect.from);
        let to = format!("{way}{}", redirect.to);
        let about = About {
            kind: "redirect",
            route: redirect.from.clone(),
            noindex: true,
            ..About::default()
        };
        // Codes have one page for all languages.
        let routes = &self.sources.site.routes;
        let owner = routes.owner(&redirect.to).filter(|_| redirect.from.starts_with("p/"));
        let english = owner.and_then(|owner| routes.of(owner, Lang::En));
        let english = english.map(|route| format!("{way}{route}")).unwrap_or_default();
        made("redirect.html", &supply, about, View::Redirect { to, english })
    }

    /// Shown under any wrong address, so its links start at the site's root.
    fn not_found(&self, lang: Lang) -> Made<'a> {
        let supply = self.supply(lang);
        let about = About {
            kind: "notfound",
            route: lang.pick(("404.html", "en/404.html")).to_owned(),
            routes: Vec::new(),
            title: supply.say("notfound.title", &[]),
            noindex: true,
            ..About::default()
        };
        let frame = frame(&supply, about);
        let way = self.sources.base_url.map_or("/", root::path_of);
        let page = PageMade {
            template: "404.html",
            frame,
            view: View::Frame {},
            way: way.to_owned(),
            lang,
            cards: Vec::new(),
        };
        Made::Page(Box::new(page))
    }

    fn cover(&self, id: ProductId) -> String {
        let supply = self.supply(Lang::Vi);
        let Some(product) = supply.catalogue.product(id) else { return String::new() };
        let group = card::group(&supply, product).slug;
        let Some(colours) = self.sources.theme.weave(&group) else { return String::new() };
        weave::cover(&product.slug, colours, self.sources.theme.pictogram(&group))
    }
}

pub(super) fn made<'a>(
    template: &'static str,
    supply: &Supply<'_>,
    about: About,
    view: View,
) -> Made<'a> {
    let (way, lang) = (root::way(&about.route), supply.lang);
    let frame = frame(supply, about);
    Made::Page(Box::new(PageMade { template, frame, view, way, lang, cards: Vec::new() }))
}

pub(super) fn with_cards(made: Made<'_>, marks: Marks) -> Made<'_> {
    match made {
        Made::Page(page) => Made::Page(Box::new(PageMade { cards: marks.into_ids(), ..*page })),
        other => other,
    }
}

fn home_page(supply: &Supply<'_>, about: About) -> Made<'static> {
    let marks = Marks::default();
    let view = home(supply, &|id| marks.mark(id));
    let settings = &supply.catalogue.settings;
    let about = About {
        kind: "home",
        above: Vec::new(),
        description: supply.text(&settings.description).to_owned(),
        json_ld: ld::home(supply),
        ..about
    };
    with_cards(made("home.html", supply, about, View::Home(Box::new(view))), marks)
}

fn product_page(supply: &Supply<'_>, about: About, id: ProductId) -> Made<'static> {
    let Some(product) = supply.catalogue.product(id) else {
        return Made::Text(String::new());
    };
    if product.state == State::Removed {
        return removed(supply, about, product.name.value.clone());
    }
    let Some(detail) = product::detail(supply, id) else {
        return Made::Text(String::new());
    };
    let place = heading::heading(supply, ListKind::Province(product.place.province.value));
    let mut above = place.above;
    let province = ListKind::Province(product.place.province.value);
    above.push(crumb(supply.list_route(province), place.heading));
    let description = match detail.summary.as_str() {
        "" => format!("{} · {} · {}", detail.name, detail.producer.name, detail.place.text),
        summary => summary.to_owned(),
    };
    let image = image(supply, id, &detail);
    let about = About {
        kind: "product",
        title: detail.name.clone(),
        json_ld: ld::product(supply, id, &detail, &about.route, &above),
        description,
        above,
        image,
        ..about
    };
    let same = product.producer.map_or(&[][..], |maker| producer::products(supply, maker));
    let same = same.iter().filter(|other| **other != id).take(SAME_PRODUCER);
    let related = supply.site.related.of(supply.catalogue, id);
    let marks = Marks::default();
    let view = ProductView {
        p: detail,
        same_producer: same.map(|id| marks.mark(*id)).collect(),
        related: related.iter().map(|id| marks.mark(*id)).collect(),
    };
    with_cards(made("product.html", supply, about, View::Product(Box::new(view))), marks)
}

/// The picture that other sites show: the composed one, else the photo.
fn image(supply: &Supply<'_>, id: ProductId, detail: &DetailView) -> Option<ImageView> {
    let parts = [&detail.name, &detail.rating.label, &detail.place.text];
    let parts: Vec<&str> =
        parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let alt = parts.join(", ");
    if let Some(path) = share::address(supply, id) {
        let Size { width, height } = SHARE;
        return Some(ImageView { url: supply.url(&path)?, width, height, alt });
    }
    let picture = &detail.cover.picture;
    let url = Some(&picture.fallback).filter(|path| !path.is_empty());
    let url = url.and_then(|path| supply.url(path))?;
    Some(ImageView { url, width: picture.width, height: picture.height, alt })
}

fn producer_page(supply: &Supply<'_>, about: About, id: ProducerId) -> Made<'static> {
    let Some(r) = producer::detail(supply, id) else { return Made::Text(String::new()) };
    let cards = producer::products(supply, id);
    let marks = Marks::default();
    let cards = cards.iter().map(|id| marks.mark(*id)).collect();
    let mut above = about.above;
    above.push(crumb(supply.route(Target::ProducerLetters), supply.say("view.producers", &[])));
    let about = About {
        kind: "producer",
        title: r.name.clone(),
        description: format!("{} · {} · {}", r.name, r.place.text, r.count_text),
        json_ld: ld::producer(supply, &r, &about.route, &above),
        above,
        ..about
    };
    let view = View::Producer(Box::new(ProducerView { r, cards }));
    with_cards(made("producer.html", supply, about, view), marks)
}

fn home_crumb(supply: &Supply<'_>) -> CrumbView {
    crumb(supply.route(Target::Home), supply.say("view.home", &[]))
}

fn removed<'a>(supply: &Supply<'_>, about: About, name: String) -> Made<'a> {
    let about = About { kind: "removed", title: name.clone(), noindex: true, ..about };
    made("removed.html", supply, about, View::Removed { p: RemovedView { name } })
}

pub(super) fn index_page<'a>(supply: &Supply<'_>, about: About, view: IndexView) -> Made<'a> {
    let about = About {
        kind: "index",
        title: view.heading.clone(),
        description: view.intro.clone(),
        ..about
    };
    made("index.html", supply, about, View::Index(view))
}

fn letters_page<'a>(supply: &Supply<'_>, about: About, view: LettersView) -> Made<'a> {
    let about = About { kind: "a-z", title: view.heading.clone(), ..about };
    made("a-z.html", supply, about, View::Letters(view))
}

fn data_page<'a>(supply: &Supply<'_>, about: About) -> Made<'a> {
    let view = open_data::view(supply);
    let about = About {
        kind: "data",
        title: view.heading.clone(),
        description: view.intro.clone(),
        ..about
    };
    made("data.html", supply, about, View::Data(Box::new(view)))
}

fn prose_page<'a>(supply: &Supply<'_>, about: About, index: usize) -> Made<'a> {
    let Some(page) = supply.catalogue.pages.get(index) else {
        return Made::Text(String::new());
    };
    let view = prose::page(supply, page);
    let about = About {
        kind: "text",
        title: view.title.clone(),
        description: view.summary.clone(),
        ..about
    };
    made("page.html", supply, about, View::Prose(Box::new(view)))
}
