//! `robots.txt`: every page may be read, and where the list of pages is.
//!
//! Never hides a page: what is not to be found has `noindex` of its own.

/// The file; without `base_url` it names no site map, whose address must be whole.
pub fn file(base_url: Option<&str>) -> String {
    let sitemap =
        base_url.map_or_else(String::new, |base| format!("\nSitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nDisallow:\n{sitemap}")
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn the_site_map_is_named_where_its_address_is_known() {
        assert_eq!(file(None), "User-agent: *\nDisallow:\n");
        assert_eq!(
            file(Some("https://ocop.example/danh-muc/")),
            "User-agent: *\nDisallow:\n\nSitemap: https://ocop.example/danh-muc/sitemap.xml\n"
        );
    }
}
