//! Files for machines: feeds, sitemap, robots, search description.

use crate::derive::listing::{ListKind, NEWS_MAX, news_day};
use crate::derive::route::Target;
use crate::model::product::ProductId;
use crate::plan;
use crate::plan::artifact::FeedOf;
use crate::render::view::{Supply, card, heading};
use crate::render::{feed, hosting, open_search, robots, root, sitemap};
use crate::text::date::Day;
use crate::text::lang::Lang;

/// Rules for crawlers.
pub fn robots(supply: &Supply<'_>) -> String {
    robots::file(supply.base_url)
}

/// Headers that hosts shall send; empty where the site has no address.
pub fn headers(supply: &Supply<'_>) -> String {
    let named = supply.theme.fingerprinted_paths();
    supply
        .base_url
        .map(|base| hosting::headers(root::path_of(base), &named))
        .unwrap_or_default()
}

/// Addresses that lead elsewhere; empty where the site has no address.
pub fn redirects(supply: &Supply<'_>) -> String {
    let base = supply.base_url.map(root::path_of);
    base.map(|base| hosting::redirects(base, &supply.site.redirects)).unwrap_or_default()
}

/// Description of the search for browsers; empty where the site has no address.
pub fn open_search(supply: &Supply<'_>) -> String {
    let settings = &supply.catalogue.settings;
    let input = open_search::OpenSearch {
        title: supply.text(&settings.title),
        description: supply.text(&settings.description),
        base_url: supply.base_url,
        search_route: &supply.route(Target::Search).unwrap_or_default(),
        own_route: supply.lang.pick(("opensearch.xml", "en/opensearch.xml")),
        icon_route: supply.theme.asset_path("favicon.svg").unwrap_or_default(),
        lang: supply.lang,
    };
    open_search::file(&input).unwrap_or_default()
}

/// The files of the sitemap, as [`plan::sitemap_names`] names them.
pub fn sitemaps(supply: &Supply<'_>) -> Vec<String> {
    let Some(base_url) = supply.base_url else { return Vec::new() };
    let entries: Vec<sitemap::Entry> = plan::mapped(supply.site)
        .map(|(target, _, route)| sitemap::Entry {
            route: route.to_owned(),
            modified: modified(supply, target),
            alternates: alternates(supply, target),
        })
        .collect();
    sitemap::files(base_url, &entries).into_iter().map(|(_, xml)| xml).collect()
}

/// The day of the last decision about a product; other pages have none.
fn modified(supply: &Supply<'_>, target: Target) -> Option<Day> {
    let Target::Product(id) = target else { return None };
    let product = supply.catalogue.product(id)?;
    news_day(product, &supply.site.standing(id))
}

fn alternates(supply: &Supply<'_>, target: Target) -> Vec<(Lang, String)> {
    let languages = &supply.catalogue.settings.languages;
    if languages.len() < 2 {
        return Vec::new();
    }
    let routes = &supply.site.routes;
    languages
        .iter()
        .filter_map(|lang| Some((*lang, routes.of(target, *lang)?.to_owned())))
        .collect()
}

/// News in Atom: valid ratings, the newest decision first.
///
/// Where the site's address is not known its own addresses are relative to the
/// feed, and ids are made of routes, so that a feed also works on a disk.
pub fn feed(supply: &Supply<'_>, of: FeedOf) -> String {
    let site_title = supply.text(&supply.catalogue.settings.title);
    let (route, title, products) = match of {
        FeedOf::Site => {
            let route = supply.route(Target::Home).unwrap_or_default();
            (route, site_title.to_owned(), news(supply, ListKind::New))
        }
        FeedOf::Listing(id) => {
            let Some(kind) = supply.kind_of(id) else { return String::new() };
            let heading = heading::heading(supply, kind).heading;
            let route = supply.route(Target::Listing(id)).unwrap_or_default();
            (route, format!("{heading} · {site_title}"), news(supply, kind))
        }
    };
    let address = Address { base_url: supply.base_url, way: root::way(&route) };
    let entries: Vec<feed::Entry> =
        products.into_iter().filter_map(|(day, id)| entry(supply, &address, day, id)).collect();
    feed::file(&feed::Feed {
        title,
        subtitle: supply.text(&supply.catalogue.settings.tagline).to_owned(),
        id: address.id(&route),
        self_url: address.of(&format!("{route}feed.xml")),
        home_url: address.of(&route),
        updated: entries.iter().map(|entry| entry.updated).max().unwrap_or(last_news(supply)),
        author: supply.text(&supply.catalogue.settings.issuer.name).to_owned(),
        lang: supply.lang,
        entries,
    })
}

fn news(supply: &Supply<'_>, kind: ListKind) -> Vec<(Day, ProductId)> {
    let listing = supply.site.listing_of(kind).and_then(|id| supply.site.listing(id));
    let products = listing.map_or(&[][..], |listing| listing.products.as_slice());
    let dated = products.iter().filter_map(|&id| {
        let standing = supply.site.standing(id);
        Some((news_day(supply.catalogue.product(id)?, &standing)?, id))
    });
    let mut dated: Vec<(Day, ProductId)> = dated.collect();
    dated.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    dated.truncate(NEWS_MAX);
    dated
}

/// The newest decision of the catalogue: an empty feed must not change from day to day.
fn last_news(supply: &Supply<'_>) -> Day {
    let newest = news(supply, ListKind::New).first().map(|(day, _)| *day);
    newest.unwrap_or(supply.site.today)
}

/// How a feed names pages.
struct Address<'a> {
    base_url: Option<&'a str>,
    way: String,
}

impl Address<'_> {
    fn of(&self, route: &str) -> String {
        format!("{}{route}", self.base_url.unwrap_or(&self.way))
    }

    fn id(&self, route: &str) -> String {
        match self.base_url {
            Some(base_url) => format!("{base_url}{route}"),
            None => feed::urn(route),
        }
    }
}

fn entry(
    supply: &Supply<'_>,
    address: &Address<'_>,
    day: Day,
    id: ProductId,
) -> Option<feed::Entry> {
    let card = card::card(supply, id)?;
    let (url, id) = (address.of(&card.href), address.id(&card.href));
    let told = [
        format!("{} · {}", card.rating.label, card.rating.state_label),
        card.producer.name,
        card.place.text,
        card.summary,
        card.notice,
        if card.adult { supply.say("adult.card", &[]) } else { String::new() },
    ];
    let told = told.iter().map(|text| text.trim_end_matches('.'));
    let told: Vec<&str> = told.filter(|text| !text.is_empty()).collect();
    Some(feed::Entry {
        title: card.name,
        id,
        url,
        updated: day,
        summary: format!("{}.", told.join(". ")),
        category: card.group.name,
    })
}
