//! Site maps: every page for search engines, with its sisters in other languages.
//!
//! One file holds at most [`URLS`] pages, the limit of sitemaps.org (its other
//! limit, 50 MB, is 1,000 bytes a page; ours take some 600). A larger site gets
//! numbered files and an index under the first name. Addresses must be whole,
//! so this needs the site's address.
//!
//! Never invents a date: a page without one has none.

use std::fmt::Write as _;
use std::slice::Chunks;

use crate::text::clean::clean;
use crate::text::date::Day;
use crate::text::html::escape;
use crate::text::lang::Lang;

/// Most pages in one file.
pub const URLS: usize = 50_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                    <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
const FOOT: &str = "</urlset>\n";

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its route.
    pub route: &'a str,
    /// Day of its last change.
    pub modified: Option<Day>,
    /// The page in every language, itself included; empty where there is one only.
    pub alternates: Vec<(Lang, &'a str)>,
}

/// One of the files: the whole map, or the index followed by `sitemap-1.xml` and so on with
/// [`URLS`] pages each, in the order of `entries`.
///
/// `base_url` ends with a slash. Entries are asked for as often as they are needed, so that
/// those of a large site are never held.
pub fn file<'a, I: Iterator<Item = Entry<'a>>>(
    base_url: &str,
    number: usize,
    entries: impl Fn() -> I,
) -> String {
    file_of(base_url, number, entries, URLS)
}

fn file_of<'a, I: Iterator<Item = Entry<'a>>>(
    base_url: &str,
    number: usize,
    entries: impl Fn() -> I,
    most: usize,
) -> String {
    let days: Vec<Option<Day>> = entries().map(|entry| entry.modified).collect();
    if days.len() <= most {
        return urls(base_url, entries());
    }
    match number.checked_sub(1) {
        None => index(base_url, days.chunks(most.max(1))),
        Some(part) => urls(base_url, entries().skip(part.saturating_mul(most)).take(most)),
    }
}

fn urls<'a, I: Iterator<Item = Entry<'a>>>(base_url: &str, entries: I) -> String {
    let mut out = HEAD.to_owned();
    for entry in entries {
        out.push_str(&url(base_url, &entry));
    }
    out.push_str(FOOT);
    out
}

fn url(base_url: &str, entry: &Entry<'_>) -> String {
    let mut out = format!(
        "<url>\n<loc>{}</loc>\n{}",
        address(base_url, entry.route),
        lastmod(entry.modified)
    );
    let is_default = |(lang, _): &&(Lang, &str)| *lang == Lang::default();
    let default =
        entry.alternates.iter().find(is_default).map(|(_, route)| ("x-default", *route));
    let named = entry.alternates.iter().map(|(lang, route)| (lang.code(), *route));
    for (lang, route) in named.chain(default) {
        let href = address(base_url, route);
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>"
        );
    }
    out.push_str("</url>\n");
    out
}

fn index(base_url: &str, parts: Chunks<'_, Option<Day>>) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for (number, part) in (1_usize..).zip(parts) {
        let loc = address(base_url, &format!("sitemap-{number}.xml"));
        let newest = part.iter().copied().flatten().max();
        let _ = write!(out, "<sitemap>\n<loc>{loc}</loc>\n{}</sitemap>\n", lastmod(newest));
    }
    out.push_str("</sitemapindex>\n");
    out
}

fn lastmod(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| format!("<lastmod>{}</lastmod>\n", day.iso()))
}

fn address(base_url: &str, route: &str) -> String {
    escape(&clean(&format!("{base_url}{route}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://ocop.example/";

    fn entry(route: &str, day: i8) -> Entry<'_> {
        Entry { route, modified: Day::new(2026, 11, day), alternates: Vec::new() }
    }

    #[test]
    fn a_small_site_has_one_file() {
        let sisters = vec![(Lang::Vi, "a&b/"), (Lang::En, "en/a&b/")];
        let entries = [Entry { alternates: sisters, ..entry("a&b/", 0) }, entry("", 2)];
        let want = format!(
            "{HEAD}<url>\n<loc>https://ocop.example/a&amp;b/</loc>\n\
             <xhtml:link rel=\"alternate\" hreflang=\"vi\" href=\"https://ocop.example/a&amp;b/\"/>\n\
             <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://ocop.example/en/a&amp;b/\"/>\n\
             <xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://ocop.example/a&amp;b/\"/>\n\
             </url>\n\
             <url>\n<loc>https://ocop.example/</loc>\n<lastmod>2026-11-02</lastmod>\n</url>\n{FOOT}"
        );
        assert_eq!(file(BASE, 0, || entries.iter().cloned()), want);
        assert_eq!(file(BASE, 0, std::iter::empty), format!("{HEAD}{FOOT}"));
    }

    #[test]
    fn a_large_site_has_an_index_and_loses_no_page() {
        let entries =
            || (1..=5).zip(["1/", "2/", "3/", "4/", "5/"]).map(|(day, it)| entry(it, day));
        let made = [0, 1, 2, 3].map(|number| file_of(BASE, number, entries, 2));
        assert_eq!(
            made[0],
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             <sitemap>\n<loc>https://ocop.example/sitemap-1.xml</loc>\n<lastmod>2026-11-02</lastmod>\n</sitemap>\n\
             <sitemap>\n<loc>https://ocop.example/sitemap-2.xml</loc>\n<lastmod>2026-11-04</lastmod>\n</sitemap>\n\
             <sitemap>\n<loc>https://ocop.example/sitemap-3.xml</loc>\n<lastmod>2026-11-05</lastmod>\n</sitemap>\n\
             </sitemapindex>\n"
        );
        let urls: Vec<_> = made[1..].iter().map(|xml| xml.matches("<url>").count()).collect();
        assert_eq!(urls, [2, 2, 1]);
    }
}
