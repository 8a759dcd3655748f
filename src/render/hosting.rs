//! `_headers` and `_redirects`: what hosts shall send with the files.
//!
//! Netlify and Cloudflare read both from the root of what is published; for
//! other servers `docs/nginx.conf` says the same. Addresses begin at the host's
//! root, so a site below a path has that path in front, and the two files then
//! belong into the folder above.
//!
//! A file whose name carries its hash may be kept for a year. Pages get no rule
//! of their own: both hosts let browsers ask each time whether a page is new,
//! and a second rule for one file would be joined with the first.
//!
//! Never replaces the pages that lead elsewhere: a host that reads neither file
//! still serves those, and Netlify serves them rather than the rule.

use crate::derive::route::Redirect;
use crate::plan::COVERS;
use crate::plan::photo::FOLDER as PHOTOS;
use crate::render::csp::CSP;

/// For files whose name carries their hash.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For pictures whose content follows from their name and the theme: a day.
pub const FOR_A_DAY: &str = "public, max-age=86400";

/// What another site learns of a reader who follows a link: the host, not the page.
pub const REFERRER_POLICY: &str = "strict-origin-when-cross-origin";

/// Most lines that Cloudflare reads of `_redirects`.
const REDIRECTS_MAX: usize = 2000;

/// `_headers`; `base` is the site's path on its host, with a slash at its end,
/// `named` the files of the theme that carry their hash.
pub fn headers(base: &str, named: &[&str]) -> String {
    let mut text = rule(
        &format!("{base}*"),
        &[
            ("Content-Security-Policy", CSP),
            ("Referrer-Policy", REFERRER_POLICY),
            ("X-Content-Type-Options", "nosniff"),
        ],
    );
    for folder in [PHOTOS, COVERS] {
        let kept = if folder == COVERS { FOR_A_DAY } else { FOR_EVER };
        text.push_str(&rule(&format!("{base}{folder}/*"), &[("Cache-Control", kept)]));
    }
    for path in named {
        text.push_str(&rule(&format!("{base}{path}"), &[("Cache-Control", FOR_EVER)]));
    }
    text
}

fn rule(path: &str, headers: &[(&str, &str)]) -> String {
    let lines = headers.iter().map(|(name, value)| format!("  {name}: {value}\n"));
    format!("{path}\n{}", lines.collect::<String>())
}

/// `_redirects`: as many as every host reads, in the order of addresses.
pub fn redirects(base: &str, all: &[Redirect]) -> String {
    let first = all.iter().take(REDIRECTS_MAX);
    let lines = first.map(|Redirect { from, to, .. }| format!("{base}{from} {base}{to} 301\n"));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lang::Lang;

    #[test]
    fn what_carries_its_hash_is_kept_and_no_file_has_two_rules_for_one_header() {
        let text = headers("/ocop/", &["static/style-0a1b2c3d.css"]);
        assert_eq!(
            text,
            format!(
                "/ocop/*\n  Content-Security-Policy: {CSP}\n  \
                 Referrer-Policy: strict-origin-when-cross-origin\n  \
                 X-Content-Type-Options: nosniff\n\
                 /ocop/anh/*\n  Cache-Control: public, max-age=31536000, immutable\n\
                 /ocop/bia/*\n  Cache-Control: public, max-age=86400\n\
                 /ocop/static/style-0a1b2c3d.css\n  \
                 Cache-Control: public, max-age=31536000, immutable\n"
            )
        );
    }

    #[test]
    fn redirects_are_as_many_as_hosts_read() {
        let one = |n: usize| Redirect {
            from: format!("p/{n}/"),
            to: "san-pham/gao/".to_owned(),
            lang: Lang::Vi,
        };
        let all: Vec<Redirect> = (0..2001).map(one).collect();
        assert_eq!(redirects("/", &all[..1]), "/p/0/ /san-pham/gao/ 301\n");
        assert_eq!(redirects("/", &all).lines().count(), 2000);
        assert_eq!(redirects("/", &[]), "");
    }

    #[test]
    fn the_example_for_nginx_says_the_same() {
        let text = include_str!("../../docs/nginx.conf");
        for value in [CSP, REFERRER_POLICY, FOR_EVER, FOR_A_DAY, "nosniff", "gzip_static on;"] {
            assert!(text.contains(value), "{value}");
        }
    }
}
