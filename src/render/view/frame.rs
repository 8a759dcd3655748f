//! The frame of a page: head, menus, breadcrumbs, colophon.

use serde::Serialize;

use crate::derive::listing::ListKind;
use crate::derive::route::Target;
use crate::render::csp::CSP;
use crate::render::root::ROOT;
use crate::render::view::share::ImageView;
use crate::render::view::{CrumbView, Supply, crumb, prose};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::phone;

/// Name and version of the program, as pages state it.
pub const GENERATOR: &str = concat!("dacsan ", env!("CARGO_PKG_VERSION"));

/// Modules of the search page, the one that imports the others first.
const FIND: [&str; 3] = ["find.js", "search.js", "words.js"];

/// Folder of the search index, with a slash.
const INDEX: &str = "tim/du-lieu/";

/// What all pages of a language and a section share; made once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShellView {
    /// Language of the interface.
    pub lang: &'static str,
    /// Placeholder of the way to the site's root.
    pub root: char,
    /// Content-Security-Policy.
    pub csp: &'static str,
    /// Name and version of the program.
    pub generator: &'static str,
    /// Files of the theme and of the site.
    pub assets: AssetsView,
    /// Name and publisher.
    pub site: SiteView,
    /// Main sections.
    pub menu: Vec<MenuItemView>,
    /// Pages of the programme.
    pub pages_menu: Vec<PageItemView>,
    /// Brochures and fairs, where there are any.
    pub print_menu: Vec<PageItemView>,
    /// News and open data.
    pub data_menu: Vec<PageItemView>,
    /// Route of the search.
    pub search_href: String,
    /// Route of the shortlist.
    pub shortlist_href: String,
    /// The day for which the site is made.
    pub as_of: DayView,
}

/// What every page says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FrameView {
    /// Sort of page, for the style sheet.
    pub kind: &'static str,
    /// Route of the page.
    pub route: String,
    /// Title for the browser.
    pub page_title: String,
    /// A sentence for search engines; may be empty.
    pub description: String,
    /// Whether search engines shall leave it out.
    pub robots_noindex: bool,
    /// Whole address of the page; may be empty.
    pub canonical: String,
    /// The page in each language, by whole address.
    pub alternates: Vec<AlternateView>,
    /// The page in the other language.
    pub other_lang_href: Option<String>,
    /// For social networks.
    pub og: OpenGraphView,
    /// Structured data, safe within a script element; may be empty.
    pub json_ld: String,
    /// Steps from the home page.
    pub breadcrumbs: Vec<CrumbView>,
}

/// The page in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlternateView {
    /// `vi` or `en`.
    pub lang: &'static str,
    /// Whole address.
    pub href: String,
}

/// Paths of files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AssetsView {
    /// Style sheet.
    pub css: String,
    /// Style sheet of the search and the shortlist.
    pub tools: String,
    /// Style sheet of pages of paper.
    pub print: String,
    /// Script.
    pub js: String,
    /// Icon.
    pub icon: String,
    /// Scripts that the search page wants at once.
    pub find: Vec<String>,
    /// Folder of the search index.
    pub index: &'static str,
    /// Whether the service worker is wanted.
    pub offline: bool,
    /// Feed of the whole catalogue.
    pub feed: String,
    /// Description of the search; may be empty.
    pub opensearch: String,
}

/// Name and publisher of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SiteView {
    /// Name.
    pub title: String,
    /// A few words; may be empty.
    pub tagline: String,
    /// A sentence; may be empty.
    pub description: String,
    /// Whether there is an English side.
    pub has_english: bool,
    /// Who publishes.
    pub issuer: IssuerView,
}

/// The publisher; every field may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IssuerView {
    /// Name of the body.
    pub name: String,
    /// Person responsible.
    pub responsible: String,
    /// Postal address.
    pub address: String,
    /// Telephone as shown.
    pub phone: String,
    /// Telephone as dialled; empty where it is no number of the plan.
    pub phone_href: String,
    /// E-mail.
    pub email: String,
}

/// For social networks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenGraphView {
    /// `website` or `article`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// A sentence; may be empty.
    pub description: String,
    /// `vi_VN` or `en_GB`.
    pub locale: &'static str,
    /// The picture beside a link.
    pub image: Option<ImageView>,
}

/// A main section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MenuItemView {
    /// Route.
    pub href: String,
    /// Words.
    pub label: String,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// A page of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageItemView {
    /// Route.
    pub href: String,
    /// Title.
    pub title: String,
}

/// A day for machines and for readers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayView {
    /// `2026-11-24`.
    pub iso: String,
    /// As shown.
    pub text: String,
}

/// What a page says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Sort of page.
    pub kind: &'static str,
    /// Route of the page.
    pub route: String,
    /// Its title without the name of the site; empty on the home page.
    pub title: String,
    /// A sentence; may be empty.
    pub description: String,
    /// Steps to it, without itself.
    pub above: Vec<CrumbView>,
    /// Routes of the page in each language, Vietnamese first.
    pub routes: Vec<(Lang, String)>,
    /// Whether search engines shall leave it out.
    pub noindex: bool,
    /// The picture beside a link.
    pub image: Option<ImageView>,
    /// Structured data; may be empty.
    pub json_ld: String,
}

/// The shell of a language, with one of the main sections marked as current.
pub fn shell(supply: &Supply<'_>, current: Option<usize>) -> ShellView {
    let pages = prose::menu(supply).into_iter();
    ShellView {
        lang: supply.lang.code(),
        root: ROOT,
        csp: CSP,
        generator: GENERATOR,
        assets: assets(supply),
        site: site(supply),
        menu: menu(supply, current),
        pages_menu: pages
            .map(|link| PageItemView { href: link.href, title: link.label })
            .collect(),
        print_menu: page_items(
            supply,
            &[(Target::Brochures, "brochure.list_title"), (Target::Fairs, "fair.title")],
        ),
        data_menu: (supply.list_route(ListKind::New).into_iter())
            .map(|href| PageItemView { href, title: supply.say("view.new", &[]) })
            .chain(page_items(supply, &[(Target::Data, "data.title")]))
            .collect(),
        search_href: supply.route(Target::Search).unwrap_or_default(),
        shortlist_href: supply.route(Target::Shortlist).unwrap_or_default(),
        as_of: DayView {
            iso: supply.site.today.iso(),
            text: PartialDate::Day(supply.site.today).display(supply.lang),
        },
    }
}

/// Those of these pages that there are, with their titles.
fn page_items(supply: &Supply<'_>, all: &[(Target, &str)]) -> Vec<PageItemView> {
    let item = |(target, key): &(Target, &str)| {
        Some(PageItemView { href: supply.route(*target)?, title: supply.say(key, &[]) })
    };
    all.iter().filter_map(item).collect()
}

/// The frame around a page.
pub fn frame(supply: &Supply<'_>, about: About) -> FrameView {
    let title = supply.text(&supply.catalogue.settings.title).to_owned();
    let page_title = match about.title.as_str() {
        "" => title.clone(),
        own => format!("{own} · {title}"),
    };
    let og_title = if about.title.is_empty() { title } else { about.title.clone() };
    let canonical = supply.url(&about.route).filter(|_| !about.noindex).unwrap_or_default();
    FrameView {
        kind: about.kind,
        page_title,
        robots_noindex: about.noindex,
        canonical,
        other_lang_href: other_language(supply, &about.routes),
        alternates: alternates(supply, &about.routes),
        og: OpenGraphView {
            kind: if about.kind == "product" { "article" } else { "website" },
            title: og_title,
            description: about.description.clone(),
            locale: supply.lang.pick(("vi_VN", "en_GB")),
            image: about.image,
        },
        description: about.description,
        json_ld: about.json_ld,
        breadcrumbs: breadcrumbs(about.above, &about.title),
        route: about.route,
    }
}

fn breadcrumbs(mut above: Vec<CrumbView>, title: &str) -> Vec<CrumbView> {
    if !above.is_empty() {
        above.push(crumb(None, title));
    }
    above
}

/// Search engines want whole addresses here, so without the site's own there are none.
fn alternates(supply: &Supply<'_>, routes: &[(Lang, String)]) -> Vec<AlternateView> {
    if routes.len() < 2 {
        return Vec::new();
    }
    let view = |(lang, route): &(Lang, String)| {
        Some(AlternateView { lang: lang.code(), href: supply.url(route)? })
    };
    routes.iter().filter_map(view).collect()
}

/// The page in the other language, else that language's home page.
fn other_language(supply: &Supply<'_>, routes: &[(Lang, String)]) -> Option<String> {
    let other = supply.lang.other();
    let same = routes.iter().find(|(lang, _)| *lang == other).map(|(_, route)| route.clone());
    same.or_else(|| supply.site.routes.of(Target::Home, other).map(str::to_owned))
}

fn assets(supply: &Supply<'_>) -> AssetsView {
    let asset = |name: &str| supply.theme.asset_path(name).unwrap_or_default().to_owned();
    let folder = supply.lang.pick(("", "en/"));
    let published = supply.base_url.is_some();
    let if_published = |path: String| if published { path } else { String::new() };
    AssetsView {
        css: asset("style.css"),
        tools: asset("tools.css"),
        print: asset("print.css"),
        js: asset("site.js"),
        icon: asset("favicon.svg"),
        find: FIND.iter().map(|name| asset(name)).collect(),
        index: INDEX,
        offline: supply.catalogue.settings.offline,
        feed: format!("{folder}feed.xml"),
        opensearch: if_published(format!("{folder}opensearch.xml")),
    }
}

fn site(supply: &Supply<'_>) -> SiteView {
    let settings = &supply.catalogue.settings;
    let issuer = &settings.issuer;
    let phone = issuer.phone.clone().unwrap_or_default();
    SiteView {
        title: supply.text(&settings.title).to_owned(),
        tagline: supply.text(&settings.tagline).to_owned(),
        description: supply.text(&settings.description).to_owned(),
        has_english: settings.has_english(),
        issuer: IssuerView {
            name: supply.text(&issuer.name).to_owned(),
            responsible: issuer.responsible.clone().unwrap_or_default(),
            address: issuer.address.clone().unwrap_or_default(),
            phone_href: dialled(&phone),
            phone,
            email: issuer.email.clone().unwrap_or_default(),
        },
    }
}

/// "0209 387 1234" → `tel:+842093871234`; empty for what is no number.
fn dialled(written: &str) -> String {
    phone::number(written).map(|number| number.href).unwrap_or_default()
}

fn menu(supply: &Supply<'_>, current: Option<usize>) -> Vec<MenuItemView> {
    let sections = [
        (supply.list_route(ListKind::Products), "view.products"),
        (supply.route(Target::Provinces), "view.provinces"),
        (supply.route(Target::Groups), "view.groups"),
        (supply.route(Target::Tiers), "view.stars"),
        (supply.route(Target::ProducerLetters), "view.producers"),
        (prose::menu(supply).into_iter().next().map(|page| page.href), "view.programme"),
    ];
    let known = sections.into_iter().filter_map(|(href, key)| Some((href?, key)));
    let item = |(index, (href, key)): (usize, (String, &str))| MenuItemView {
        href,
        label: supply.say(key, &[]),
        current: current == Some(index),
    };
    known.enumerate().map(item).collect()
}

/// The main section to which a route belongs.
pub fn section_of(menu: &[MenuItemView], route: &str) -> Option<usize> {
    menu.iter().position(|item| route.starts_with(&item.href))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_are_dialled_from_abroad() {
        assert_eq!(dialled("0209 387 1234"), "tel:+842093871234");
        assert_eq!(dialled("+84 209 387 1234"), "tel:+842093871234");
        assert_eq!(dialled("1800 1234"), "tel:18001234");
        assert_eq!(dialled("0209 387 1234, 12"), "");
        assert_eq!(dialled(""), "");
    }
}
