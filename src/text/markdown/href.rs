//! Addresses of links: which may stand in a page, and how they are written there.
//!
//! [`is_usable`] is stricter than `html::is_safe_url` in one point: the host of
//! a web address must be one that a browser can look up. [`encode`] writes the
//! letters that an address may not hold as `%xx`, as browsers would, and leaves
//! those that are already so.
//!
//! Never asks whether something answers there.

use std::net::Ipv4Addr;

use crate::text::html::is_safe_url;

/// Whether an address may become a link: safe in the sense of
/// [`is_safe_url`], and with a proper host where it has one.
///
/// A name before the host (`https://ocop.gov.vn@evil.example/`) is refused, as
/// it only ever serves to mislead.
pub fn is_usable(url: &str) -> bool {
    is_safe_url(url) && authority(url).is_none_or(is_proper)
}

/// Whether an address leads to another site.
pub(super) fn is_external(url: &str) -> bool {
    authority(url).is_some()
}

/// Whether an address can be that of an image: no mail, no telephone.
pub(super) fn is_loadable(url: &str) -> bool {
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
    !["mailto", "tel"].iter().any(|other| scheme.eq_ignore_ascii_case(other))
}

/// The address with `%xx` for every letter that may not stand in one.
pub(super) fn encode(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let mut in_fragment = false;
    for (at, letter) in url.char_indices() {
        let escaped = match letter {
            ' ' => "%20",
            '"' => "%22",
            '<' => "%3C",
            '>' => "%3E",
            '[' => "%5B",
            ']' => "%5D",
            '^' => "%5E",
            '`' => "%60",
            '{' => "%7B",
            '|' => "%7C",
            '}' => "%7D",
            '%' if !begins_escape(url, at) => "%25",
            '#' if in_fragment => "%23",
            _ => "",
        };
        in_fragment = in_fragment || letter == '#';
        if escaped.is_empty() {
            out.push(letter);
        }
        out.push_str(escaped);
    }
    out
}

fn begins_escape(url: &str, at: usize) -> bool {
    let digits = url.as_bytes().get(at.saturating_add(1)..at.saturating_add(3));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Host and port of a web address.
fn authority(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once(':')?;
    if !["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) {
        return None;
    }
    rest.strip_prefix("//")?.split(['/', '?', '#']).next()
}

fn is_proper(authority: &str) -> bool {
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok()
    };
    if !port.is_none_or(is_port) || !host.split('.').all(is_label) {
        return false;
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    // Browsers take a host that ends in a number for an IPv4 address.
    let is_number = last.starts_with(|letter: char| letter.is_ascii_digit())
        && last.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'x');
    !is_number || host.parse::<Ipv4Addr>().is_ok()
}

fn is_label(label: &str) -> bool {
    let allowed = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    !label.is_empty()
        && label.chars().all(allowed)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_that_can_be_looked_up() {
        for url in [
            "https://ocop.gov.vn",
            "https://ocop.gov.vn:8443/a?b#c",
            "http://127.0.0.1/",
            "HTTPS://Chè.vn/",
            "http://xn--ch-8ja.vn/",
            "http://localhost:8000/",
            "/a",
            "#b",
            "mailto:a@example.vn",
            "tel:+84209300000",
            "https://a_b.example/x@y:z",
        ] {
            assert!(is_usable(url), "{url}");
        }
    }

    #[test]
    fn hosts_that_cannot() {
        for url in [
            "https://ocop.gov.vn@evil.example/",
            "https://a b/",
            "https://a..b/",
            "https://.a/",
            "https://a./",
            "https://-a.vn/",
            "https://a-.vn/",
            "https://a:/",
            "https://a:x/",
            "https://a:99999/",
            "https://a:+1/",
            "https://1.2.3.999/",
            "https://1.2.3/",
            "https://0x7f/",
            "https://[::1]/",
            "https://a%2eb/",
            "https://a<b/",
            "https://a\"b/",
            "javascript:alert(1)",
            "//a/",
            "",
        ] {
            assert!(!is_usable(url), "{url}");
        }
    }

    #[test]
    fn letters_that_may_not_stand_are_encoded_once() {
        assert_eq!(encode("/a b\"<>[]^`{|}c"), "/a%20b%22%3C%3E%5B%5D%5E%60%7B%7C%7Dc");
        assert_eq!(encode("/100%/%C3%A8/%e"), "/100%25/%C3%A8/%25e");
        assert_eq!(encode("/a#b#c"), "/a#b%23c");
        assert_eq!(
            encode("https://vi.wikipedia.org/wiki/Chè?a=b&c"),
            "https://vi.wikipedia.org/wiki/Chè?a=b&c"
        );
    }

    #[test]
    fn other_sites_are_told_from_pages() {
        assert!(is_external("HTTPS://example.vn/"));
        for url in ["/https://a", "mailto:a@b", "#a", "a", "?q=http://a"] {
            assert!(!is_external(url), "{url}");
        }
    }
}
