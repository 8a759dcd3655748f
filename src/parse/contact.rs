//! Telephones, Zalo, e-mail, web addresses and shops.
//!
//! Numbers are read by the plan of Viet Nam ([`phone`]): shown in groups, linked as
//! `tel:+84…`. Addresses of the web are taken only as `http` or `https`.

use super::codes::value::{EMAIL_UNREADABLE, PHONE_UNREADABLE, URL_REFUSED};
use super::fields::{self, Fields};
use super::keys::{CONTACTS, SHOP};
use super::yaml::{Node, NodeKind};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::model::product::{Contact, ContactKind};
use crate::text::{html, phone};

/// Market places by the end of their host.
const SHOPS: &[(&str, &str)] = &[
    ("postmart.vn", "Postmart"),
    ("voso.vn", "Voso"),
    ("shopee.vn", "Shopee"),
    ("lazada.vn", "Lazada"),
    ("tiki.vn", "Tiki"),
    ("sendo.vn", "Sendo"),
    ("tiktok.com", "TikTok Shop"),
];

/// Business contacts, in the order of the table.
pub(super) fn contacts(fields: &Fields<'_>, out: &mut Diagnostics) -> Vec<Contact> {
    let Some(fields) = fields.map("contacts", &CONTACTS, out) else { return Vec::new() };
    let mut contacts = Vec::new();
    for text in fields.lines("phone", out) {
        contacts.extend(telephone(&text, out));
    }
    for text in fields.lines("zalo", out) {
        contacts.extend(zalo(&text, out));
    }
    for text in fields.lines("email", out) {
        contacts.extend(email(&text, out));
    }
    for (key, kind) in [("web", ContactKind::Web), ("facebook", ContactKind::Facebook)] {
        for text in fields.lines(key, out) {
            contacts.extend(web(&text, kind, out));
        }
    }
    contacts
}

/// Shops on the web: addresses, or groups of name and address.
pub(super) fn shops(fields: &Fields<'_>, out: &mut Diagnostics) -> Vec<Contact> {
    fields.list("shops").into_iter().filter_map(|item| shop(item, out)).collect()
}

fn shop(item: &Node, out: &mut Diagnostics) -> Option<Contact> {
    let NodeKind::Map(_) = &item.kind else {
        let address = url(&fields::line(item, out)?, out)?;
        let name = Spanned::new(shop_name(&address.value).to_owned(), address.span);
        return Some(Contact { kind: ContactKind::Shop, text: name, href: address.value });
    };
    let fields = Fields::open(item, &SHOP, item.span, out);
    let name = fields.line("name", out);
    if !fields.has("url") {
        fields.demand("url", out);
    }
    let address = url(&fields.line("url", out)?, out)?;
    let text = name
        .unwrap_or_else(|| Spanned::new(shop_name(&address.value).to_owned(), address.span));
    Some(Contact { kind: ContactKind::Shop, text, href: address.value })
}

fn shop_name(address: &str) -> &str {
    let host = host(address);
    let known = SHOPS.iter().find(|(end, _)| {
        host.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    known.map_or(host, |(_, name)| name)
}

/// The host of an address, without `www.`.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// An `http` or `https` address that is written out.
pub(super) fn url(written: &Spanned<String>, out: &mut Diagnostics) -> Option<Spanned<String>> {
    let text = &written.value;
    let lower = text.to_ascii_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    let host = host(&lower);
    let good_host = host.contains('.') && !host.contains('@') || host == "localhost";
    if is_web && html::is_safe_url(text) && !text.contains(char::is_whitespace) && good_host {
        return Some(written.clone());
    }
    let mut finding = Diagnostic::new(
        &URL_REFUSED,
        written.span,
        format!("cần địa chỉ `https://…`, gặp `{text}`"),
        format!("expected an address `https://…`, found `{text}`"),
    );
    let bare =
        !text.contains([':', ' ', '@', '\\']) && !text.starts_with('/') && text.contains('.');
    if bare {
        finding =
            finding.hint(format!("viết `https://{text}`"), format!("write `https://{text}`"));
    }
    out.push(finding);
    None
}

fn web(text: &Spanned<String>, kind: ContactKind, out: &mut Diagnostics) -> Option<Contact> {
    let href = url(text, out)?.value;
    let bare = href.split_once("://").map_or(href.as_str(), |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/');
    Some(Contact { kind, text: Spanned::new(bare.to_owned(), text.span), href })
}

fn email(text: &Spanned<String>, out: &mut Diagnostics) -> Option<Contact> {
    let address = &text.value;
    if is_email(address) {
        let href = format!("mailto:{address}");
        return Some(Contact { kind: ContactKind::Email, text: text.clone(), href });
    }
    out.push(email_finding(text));
    None
}

/// The finding for a text that is no e-mail address.
pub(super) fn email_finding(text: &Spanned<String>) -> Diagnostic {
    let address = &text.value;
    Diagnostic::new(
        &EMAIL_UNREADABLE,
        text.span,
        format!("cần thư điện tử như `ten@vi-du.vn`, gặp `{address}`"),
        format!("expected an e-mail address such as `name@example.vn`, found `{address}`"),
    )
}

/// Whether it has the shape of an e-mail address; nobody is asked whether it lives.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let good = |letter: char| letter.is_ascii_alphanumeric() || "._%+-".contains(letter);
    let part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    !local.is_empty()
        && local.chars().all(good)
        && domain.contains('.')
        && domain.split('.').all(part)
}

fn telephone(text: &Spanned<String>, out: &mut Diagnostics) -> Option<Contact> {
    let Some(number) = phone::number(&text.value) else {
        out.push(no_phone(text));
        return None;
    };
    Some(Contact {
        kind: ContactKind::Phone,
        text: Spanned::new(number.shown, text.span),
        href: number.href,
    })
}

fn zalo(text: &Spanned<String>, out: &mut Diagnostics) -> Option<Contact> {
    let kind = ContactKind::Zalo;
    if host(&text.value) == "zalo.me" {
        return web(text, kind, out);
    }
    let Some(number) = phone::number(&text.value) else {
        out.push(no_phone(text));
        return None;
    };
    let href = format!("https://zalo.me/{}", number.national);
    Some(Contact { kind, text: Spanned::new(number.shown, text.span), href })
}

fn no_phone(text: &Spanned<String>) -> Diagnostic {
    let written = &text.value;
    let digits = phone::digits(written).unwrap_or_default();
    let count = digits.len();
    let finding = Diagnostic::new(
        &PHONE_UNREADABLE,
        text.span,
        format!("cần số điện thoại 10 hoặc 11 chữ số, gặp `{written}`"),
        format!("expected a telephone number of 10 or 11 digits, found `{written}`"),
    );
    if let Some(new) = phone::renumbered(&digits) {
        return finding.hint(
            format!("đầu số 11 chữ số đã đổi năm 2018: viết `{new}`"),
            format!("mobile numbers changed in 2018: write `{new}`"),
        );
    }
    if count == 9 && !digits.starts_with('0') {
        return finding.hint(
            format!("số 0 ở đầu bị mất: viết `0{digits}`"),
            format!("the leading 0 is lost: write `0{digits}`"),
        );
    }
    if count > 15 || written.contains([',', ';', '/']) {
        return finding
            .hint("mỗi số một dòng, thành danh sách", "one number a line, as a list");
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::Span;

    #[test]
    fn refusals_show_the_right_number() {
        let hint = |written: &str| {
            let finding = no_phone(&Spanned::new(written.to_owned(), Span::default()));
            finding.hints.first().map(|hint| hint.en.clone()).unwrap_or_default()
        };
        assert!(hint("01681234567").ends_with("`0381234567`"));
        assert!(hint("912345678").ends_with("`0912345678`"));
        assert!(hint("0912345678, 0987654321").contains("list"));
    }

    #[test]
    fn addresses_of_the_web_are_http() {
        let text = |text: &str| Spanned::new(text.to_owned(), Span::default());
        for good in ["https://vi-du.vn", "http://vi-du.vn/a?b=c#d", "HTTPS://VI-DU.VN"] {
            assert!(url(&text(good), &mut Diagnostics::new()).is_some(), "{good}");
        }
        for bad in [
            "vi-du.vn",
            "javascript:alert(1)",
            "ftp://a.vn",
            "https://",
            "https://a b.vn",
            "/a",
            "//a.vn",
            "mailto:a@b.vn",
            "https://x",
        ] {
            assert!(url(&text(bad), &mut Diagnostics::new()).is_none(), "{bad}");
        }
    }

    #[test]
    fn shops_are_named_after_their_market_place() {
        assert_eq!(shop_name("https://shopee.vn/x"), "Shopee");
        assert_eq!(shop_name("https://www.tiktok.com/@x"), "TikTok Shop");
        assert_eq!(shop_name("https://cua-hang.vi-du.vn/x"), "cua-hang.vi-du.vn");
        assert_eq!(shop_name("https://notshopee.vn"), "notshopee.vn");
    }

    #[test]
    fn e_mail_addresses_have_a_shape() {
        for (text, want) in [
            ("hop-tac-xa@vi-du.example", true),
            ("a.b+c@d.vn", true),
            ("a@b", false),
            ("a b@c.vn", false),
            ("a@b@c.vn", false),
            ("@c.vn", false),
            ("a@.vn", false),
            ("a@b.vn?subject=x", false),
        ] {
            assert_eq!(is_email(text), want, "{text}");
        }
    }
}
