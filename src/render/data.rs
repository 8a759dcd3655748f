//! Files for machines: feeds, sitemap, robots, search description.

use crate::derive::listing::{ListKind, news_day};
use crate::derive::news::{Happened, NEWS_MAX};
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

/// A file of the sitemap, by its place in [`plan::sitemap_names`].
pub fn sitemap(supply: &Supply<'_>, number: usize) -> String {
    let Some(base_url) = supply.base_url else { return String::new() };
    let entries = || {
        plan::mapped(supply.site).map(|(target, _, route)| sitemap::Entry {
            route,
            modified: modified(supply, target),
            alternates: alternates(supply, target),
        })
    };
    sitemap::file(base_url, number, entries)
}

/// The day of the last decision about a product; other pages have none.
fn modified(supply: &Supply<'_>, target: Target) -> Option<Day> {
    let Target::Product(id) = target else { return None };
    let product = supply.catalogue.product(id)?;
    news_day(product, &supply.site.standing(id))
}

fn alternates<'a>(supply: &Supply<'a>, target: Target) -> Vec<(Lang, &'a str)> {
    let languages = &supply.catalogue.settings.languages;
    if languages.len() < 2 {
        return Vec::new();
    }
    let routes = &supply.site.routes;
    languages.iter().filter_map(|lang| Some((*lang, routes.of(target, *lang)?))).collect()
}

/// News in Atom: valid ratings, the newest decision first; of the page of changes
/// everything that it tells, ends as well.
///
/// Where the site's address is not known its own addresses are relative to the
/// feed, and ids are made of routes, so that a feed also works on a disk.
pub fn feed(supply: &Supply<'_>, of: FeedOf) -> String {
    let site_title = supply.text(&supply.catalogue.settings.title);
    let (route, title, told) = match of {
        FeedOf::Site => {
            let route = supply.route(Target::Home).unwrap_or_default();
            (route, site_title.to_owned(), granted(supply, &supply.site.shown))
        }
        FeedOf::Listing(id) => {
            let Some(listing) = supply.site.listing(id) else { return String::new() };
            let heading = heading::heading(supply, listing.kind).heading;
            let route = supply.route(Target::Listing(id)).unwrap_or_default();
            let told = match listing.kind {
                ListKind::New => changes(supply),
                _ => granted(supply, &listing.products),
            };
            (route, format!("{heading} · {site_title}"), told)
        }
    };
    let address = Address { base_url: supply.base_url, way: root::way(&route) };
    let entries: Vec<feed::Entry> =
        told.into_iter().filter_map(|told| entry(supply, &address, told)).collect();
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

/// What an entry tells: the day, the product, and what happened where the feed is of changes.
type Told = (Day, ProductId, Option<Happened>);

/// Valid ratings of these products, the newest decision first.
fn granted(supply: &Supply<'_>, products: &[ProductId]) -> Vec<Told> {
    let dated = products.iter().filter_map(|&id| {
        let standing = supply.site.standing(id);
        Some((news_day(supply.catalogue.product(id)?, &standing)?, id, None))
    });
    let mut dated: Vec<Told> = dated.collect();
    dated.sort_by_key(|(day, _, _)| std::cmp::Reverse(*day));
    dated.truncate(NEWS_MAX);
    dated
}

/// Everything of the page of changes, the newest first.
fn changes(supply: &Supply<'_>) -> Vec<Told> {
    let news = supply.site.news.iter();
    let mut told: Vec<Told> =
        news.map(|news| (news.day, news.product, Some(news.what))).collect();
    told.sort_by_key(|(day, _, _)| std::cmp::Reverse(*day));
    told
}

/// The newest decision of the catalogue: an empty feed must not change from day to day.
fn last_news(supply: &Supply<'_>) -> Day {
    let newest = supply.site.news.iter().map(|news| news.day).max();
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
    (day, id, what): Told,
) -> Option<feed::Entry> {
    let card = card::card(supply, id)?;
    let url = address.of(&card.href);
    // What happens to a product later is another entry, or readers would not show it.
    let id = match what {
        Some(what) => address.id(&format!("{}#{}-{}", card.href, what.slug(), day.iso())),
        None => address.id(&card.href),
    };
    let happened = what.map(|what| supply.say(&format!("news.{}", what.slug()), &[]));
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
        title: match happened {
            Some(happened) => format!("{happened}: {}", card.name),
            None => card.name,
        },
        id,
        url,
        updated: day,
        summary: format!("{}.", told.join(". ")),
        category: card.group.name,
    })
}
