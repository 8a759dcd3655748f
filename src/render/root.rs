//! Addresses that do not know yet how deep their page lies.
//!
//! Cards, menus and prose are made once and stand on many pages. Their
//! addresses begin with [`ROOT`], a letter that no text of the site can hold;
//! [`settle`] replaces it by the way from one page up to the site's root. So a
//! site works in any folder of any host, and from a disk.
//!
//! Never touches addresses without the letter.

/// Stands for the way to the site's root, in front of a route.
pub const ROOT: char = '\u{1}';

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

/// The HTML of a page with its addresses settled.
pub fn settle(html: &str, way: &str) -> String {
    html.replace(ROOT, way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_up_to_the_root_from_any_depth() {
        let html = "<a href=\"\u{1}tinh/\">x</a>";
        assert_eq!(settle(html, &way("")), "<a href=\"./tinh/\">x</a>");
        assert_eq!(settle(html, &way("a/")), "<a href=\"../tinh/\">x</a>");
        assert_eq!(settle(html, &way("a/b/")), "<a href=\"../../tinh/\">x</a>");
        assert_eq!(settle(html, "/ocop/"), "<a href=\"/ocop/tinh/\">x</a>");
        assert_eq!(settle("<a href=\"https://x\">", "../"), "<a href=\"https://x\">");
    }
}
