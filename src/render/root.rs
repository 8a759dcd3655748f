//! Places in a page that are filled at the very end: the way to the root, cards.
//!
//! Cards, menus and prose are made once and stand on many pages. Their
//! addresses begin with [`ROOT`], which [`settle`] replaces by the way from one
//! page up to the site's root, so that a site works in any folder of any host
//! and from a disk. A card stands in a view as its [`card_mark`], so that 24
//! cards cost a view as many numbers, and is copied once, into the page. No text
//! of the site can hold the two letters: they are control characters.
//!
//! Never touches anything without the letters.

use crate::model::product::ProductId;

/// Stands for the way to the site's root, in front of a route.
pub const ROOT: char = '\u{1}';

/// Stands around the number of a product, for its card.
const CARD: char = '\u{2}';

/// The place of a product's card.
pub fn card_mark(id: ProductId) -> String {
    format!("{CARD}{}{CARD}", id.0)
}

/// The way from a page up to the root: `tinh/an-giang/` gives `../../`.
///
/// At the root itself the way is `./`, for an empty address would mean the
/// page and its query.
pub fn way(route: &str) -> String {
    match route.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// The HTML of a page with its places filled; `card` gives the HTML of a card.
pub fn settle<'a>(html: &[u8], way: &str, card: &dyn Fn(ProductId) -> &'a str) -> Vec<u8> {
    let mut out = Vec::with_capacity(html.len().saturating_mul(2));
    settle_into(&mut out, html, way, Some(card));
    out
}

type Cards<'f, 'a> = Option<&'f dyn Fn(ProductId) -> &'a str>;

fn settle_into(out: &mut Vec<u8>, html: &[u8], way: &str, cards: Cards<'_, '_>) {
    let mut rest = html;
    while let Some(at) = memchr::memchr2(1, 2, rest) {
        let (before, from) = rest.split_at(at);
        out.extend_from_slice(before);
        let Some((&mark, after)) = from.split_first() else { break };
        rest = after;
        if mark == 1 {
            out.extend_from_slice(way.as_bytes());
            continue;
        }
        let Some((card, end)) = cards.zip(memchr::memchr(2, after)) else { continue };
        let (number, tail) = after.split_at(end);
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok());
        // A card holds no cards, so this ends.
        if let Some(number) = number {
            settle_into(out, card(ProductId(number)).as_bytes(), way, None);
        }
        rest = tail.get(1..).unwrap_or_default();
    }
    out.extend_from_slice(rest);
}

/// Where a site stands on its host: `https://vi-du.vn/ocop/` gives `/ocop/`.
pub fn path_of(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or("", |(_, rest)| rest);
    rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, way: &str, want: &str) {
        let card = |id: ProductId| if id.0 == 7 { "<b>\u{1}x</b>" } else { "" };
        let settled = settle(html.as_bytes(), way, &card);
        assert_eq!(String::from_utf8(settled).unwrap(), want);
    }

    #[test]
    fn the_path_of_an_address_is_the_root_of_its_links() {
        assert_eq!(path_of("https://vi-du.vn/"), "/");
        assert_eq!(path_of("https://vi-du.vn/ocop/"), "/ocop/");
        assert_eq!(path_of("https://vi-du.vn"), "/");
    }

    #[test]
    fn addresses_lead_up_to_the_root_from_any_depth() {
        let html = "<a href=\"\u{1}tinh/\">x</a>";
        check(html, &way(""), "<a href=\"./tinh/\">x</a>");
        check(html, &way("a/"), "<a href=\"../tinh/\">x</a>");
        check(html, &way("a/b/"), "<a href=\"../../tinh/\">x</a>");
        check(html, "/ocop/", "<a href=\"/ocop/tinh/\">x</a>");
        check("<a href=\"https://x\">", "../", "<a href=\"https://x\">");
    }

    #[test]
    fn cards_are_put_in_their_places_with_their_own_addresses() {
        let mark = card_mark(ProductId(7));
        check(&format!("<li>{mark}</li>{mark}"), "../", "<li><b>../x</b></li><b>../x</b>");
        check(&format!("é{}", card_mark(ProductId(8))), "", "é");
        check("\u{2}x\u{2}y\u{2}z", "", "yz");
    }
}
