//! OpenSearch description: lets a browser search the catalogue from its address bar.
//!
//! The format wants whole addresses, so without the site's address there is no
//! description.
//!
//! Never asks a server: the template leads to the site's own search page.

use crate::text::clean::clean;
use crate::text::html::escape;
use crate::text::lang::Lang;

/// Longest `ShortName` in letters that the format allows.
const SHORT_NAME_LONGEST: usize = 16;

/// Longest `LongName` in letters that the format allows.
const LONG_NAME_LONGEST: usize = 48;

/// Longest `Description` in letters that the format allows.
const DESCRIPTION_LONGEST: usize = 1024;

/// What a description says.
#[derive(Debug, Clone, Copy)]
pub struct OpenSearch<'a> {
    /// Name of the catalogue.
    pub title: &'a str,
    /// One or two sentences; empty leaves the title.
    pub description: &'a str,
    /// Address of the site, with a slash at its end.
    pub base_url: Option<&'a str>,
    /// Route of the search page.
    pub search_route: &'a str,
    /// Route of the description itself.
    pub own_route: &'a str,
    /// Route of an icon in SVG; empty for none.
    pub icon_route: &'a str,
    /// Language of the search page.
    pub lang: Lang,
}

/// The file; `None` where the site's address is not known.
pub fn file(input: &OpenSearch<'_>) -> Option<String> {
    let base = escape(input.base_url?);
    let title = one_line(input.title);
    let description = match one_line(input.description) {
        text if text.is_empty() => title.clone(),
        text => text,
    };
    let (short, long) = (cut(&title, SHORT_NAME_LONGEST), cut(&title, LONG_NAME_LONGEST));
    let description = cut(&description, DESCRIPTION_LONGEST);
    let (search, own) = (escape(input.search_route), escape(input.own_route));
    let lang = input.lang.code();
    let icon = match escape(input.icon_route) {
        route if route.is_empty() => String::new(),
        route => {
            format!(
                "<Image width=\"48\" height=\"48\" type=\"image/svg+xml\">{base}{route}</Image>\n"
            )
        }
    };
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{short}</ShortName>\n\
         <LongName>{long}</LongName>\n\
         <Description>{description}</Description>\n\
         <Url type=\"text/html\" method=\"get\" template=\"{base}{search}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{base}{own}\"/>\n\
         {icon}<Language>{lang}</Language>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <OutputEncoding>UTF-8</OutputEncoding>\n\
         </OpenSearchDescription>\n"
    ))
}

fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first whole words of a text, escaped.
fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return escape(text);
    }
    let head: String = text.chars().take(longest.saturating_add(1)).collect();
    match head.rfind(' ') {
        Some(end) => escape(head.get(..end).unwrap_or_default()),
        None => escape(&text.chars().take(longest).collect::<String>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INPUT: OpenSearch<'_> = OpenSearch {
        title: "Đặc sản OCOP & quà quê",
        description: "",
        base_url: Some("https://ocop.example/"),
        search_route: "tim/",
        own_route: "opensearch.xml",
        icon_route: "a/icon.svg",
        lang: Lang::Vi,
    };

    #[test]
    fn a_description_has_whole_addresses() {
        let want = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
            <ShortName>Đặc sản OCOP &amp;</ShortName>\n\
            <LongName>Đặc sản OCOP &amp; quà quê</LongName>\n\
            <Description>Đặc sản OCOP &amp; quà quê</Description>\n\
            <Url type=\"text/html\" method=\"get\" template=\"https://ocop.example/tim/?q={searchTerms}\"/>\n\
            <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"https://ocop.example/opensearch.xml\"/>\n\
            <Image width=\"48\" height=\"48\" type=\"image/svg+xml\">https://ocop.example/a/icon.svg</Image>\n\
            <Language>vi</Language>\n\
            <InputEncoding>UTF-8</InputEncoding>\n\
            <OutputEncoding>UTF-8</OutputEncoding>\n\
            </OpenSearchDescription>\n";
        assert_eq!(file(&INPUT).unwrap(), want);
        assert_eq!(file(&OpenSearch { base_url: None, ..INPUT }), None);
    }

    #[test]
    fn names_keep_within_their_limits() {
        assert_eq!(cut("OCOP Thái Nguyên", 16), "OCOP Thái Nguyên");
        assert_eq!(cut("OCOP Thái Nguyênn", 16), "OCOP Thái");
        assert_eq!(cut(&"a".repeat(20), 16), "a".repeat(16));
        assert_eq!(one_line(" a\n\u{1}b "), "a b");
    }
}
