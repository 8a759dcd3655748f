//! Telephones, Zalo, e-mail, web addresses and shops.
//!
//! Numbers are normalised to the plan of Viet Nam: shown in groups, linked as
//! `tel:+84…`. Addresses of the web are taken only as `http` or `https`.

use super::codes::value::{EMAIL_UNREADABLE, PHONE_UNREADABLE, URL_REFUSED};
use super::fields::{self, Fields};
use super::keys::{CONTACTS, SHOP};
use super::yaml::{Node, NodeKind};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::model::product::{Contact, ContactKind};
use crate::text::html;

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

/// Prefixes of eleven-digit mobile numbers and what became of them in 2018.
const OLD_MOBILE: &[(&str, &str)] = &[
    ("0120", "070"),
    ("0121", "079"),
    ("0122", "077"),
    ("0126", "076"),
    ("0128", "078"),
    ("0123", "083"),
    ("0124", "084"),
    ("0125", "085"),
    ("0127", "081"),
    ("0129", "082"),
    ("0162", "032"),
    ("0163", "033"),
    ("0164", "034"),
    ("0165", "035"),
    ("0166", "036"),
    ("0167", "037"),
    ("0168", "038"),
    ("0169", "039"),
    ("0186", "056"),
    ("0188", "058"),
    ("0199", "059"),
];

/// Business contacts, in the order of the table.
pub(super) fn contacts(fields: &Fields<'_>, out: &mut Diagnostics) -> Vec<Contact> {
    let Some(fields) = fields.map("contacts", &CONTACTS, out) else { return Vec::new() };
    let mut contacts = Vec::new();
    for text in fields.lines("phone", out) {
        contacts.extend(phone(&text, out));
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

/// A number of the telephone plan.
#[derive(Debug, PartialEq, Eq)]
struct Number {
    /// In groups, for people.
    shown: String,
    /// For `tel:`.
    dial: String,
    /// With its leading 0, digits only.
    national: String,
}

fn phone(text: &Spanned<String>, out: &mut Diagnostics) -> Option<Contact> {
    let Some(number) = number(&text.value) else {
        out.push(no_phone(text));
        return None;
    };
    let href = format!("tel:{}", number.dial);
    Some(Contact {
        kind: ContactKind::Phone,
        text: Spanned::new(number.shown, text.span),
        href,
    })
}

fn zalo(text: &Spanned<String>, out: &mut Diagnostics) -> Option<Contact> {
    let kind = ContactKind::Zalo;
    if host(&text.value) == "zalo.me" {
        return web(text, kind, out);
    }
    let Some(number) = number(&text.value) else {
        out.push(no_phone(text));
        return None;
    };
    let href = format!("https://zalo.me/{}", number.national);
    Some(Contact { kind, text: Spanned::new(number.shown, text.span), href })
}

fn no_phone(text: &Spanned<String>) -> Diagnostic {
    let written = &text.value;
    let digits = digits(written).unwrap_or_default();
    let count = digits.len();
    let finding = Diagnostic::new(
        &PHONE_UNREADABLE,
        text.span,
        format!("cần số điện thoại 10 hoặc 11 chữ số, gặp `{written}`"),
        format!("expected a telephone number of 10 or 11 digits, found `{written}`"),
    );
    let old = OLD_MOBILE.iter().find_map(|(old, new)| {
        let rest = digits.strip_prefix(old)?;
        (rest.len() == 7).then(|| format!("{new}{rest}"))
    });
    if let Some(new) = old {
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

/// The number that was meant, where that is sure: a mobile number of before 2018,
/// or one that a spreadsheet took the zero from. `None` for any other.
pub fn right_phone(written: &str) -> Option<String> {
    if number(written).is_some() {
        return None;
    }
    let digits = digits(written)?;
    let old = OLD_MOBILE.iter().find_map(|(old, new)| {
        let rest = digits.strip_prefix(old)?;
        (rest.len() == 7).then(|| format!("{new}{rest}"))
    });
    let zero = || (!digits.starts_with('0')).then(|| format!("0{digits}"));
    old.or_else(zero).filter(|right| number(right).is_some())
}

/// The digits, with `+84` turned into 0; `None` for other signs than are usual.
fn digits(written: &str) -> Option<String> {
    let usual = |letter: char| letter.is_ascii_digit() || " .-()+–".contains(letter);
    if !written.chars().all(usual) || written.rfind('+').is_some_and(|at| at > 0) {
        return None;
    }
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let abroad = written.starts_with('+') || (digits.len() == 11 && digits.starts_with("84"));
    match digits.strip_prefix("84") {
        // "+84 (0) 912…" has the 0 as well.
        Some(rest) if abroad => Some(format!("0{}", rest.strip_prefix('0').unwrap_or(rest))),
        _ => Some(digits),
    }
}

fn number(written: &str) -> Option<Number> {
    let national = digits(written)?;
    let hotline = national.starts_with("1800") || national.starts_with("1900");
    if hotline && (8..=10).contains(&national.len()) {
        let (area, rest) = national.split_at_checked(4)?;
        let shown = format!("{area} {rest}");
        return Some(Number { shown, dial: national.clone(), national });
    }
    let dial = format!("+84{}", national.strip_prefix('0')?);
    let second = national.chars().nth(1)?;
    let groups = match (national.len(), second) {
        (10, '3' | '5' | '7' | '8' | '9') => [4, 7],
        // Hà Nội and Thành phố Hồ Chí Minh have short areas.
        (11, '2') if national.starts_with("024") || national.starts_with("028") => [3, 7],
        (11, '2') => [4, 8],
        _ => return None,
    };
    let [first, second] = groups;
    let parts = [national.get(..first)?, national.get(first..second)?, national.get(second..)?];
    Some(Number { shown: parts.join(" "), dial, national })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::Span;

    #[track_caller]
    fn check(written: &str, shown: &str, dial: &str) {
        let number = number(written).unwrap();
        assert_eq!((number.shown.as_str(), number.dial.as_str()), (shown, dial), "{written}");
    }

    #[test]
    fn numbers_are_shown_in_groups_and_dialled_from_abroad() {
        check("0900 000 001", "0900 000 001", "+84900000001");
        check("0900000001", "0900 000 001", "+84900000001");
        check("0900.000.001", "0900 000 001", "+84900000001");
        check("+84 900 000 001", "0900 000 001", "+84900000001");
        check("+84 (0) 900-000-001", "0900 000 001", "+84900000001");
        check("84900000001", "0900 000 001", "+84900000001");
        check("0209 3123 456", "0209 3123 456", "+842093123456");
        check("(024) 3123 4567", "024 3123 4567", "+842431234567");
        check("1900 1234", "1900 1234", "19001234");
        check("1800 123456", "1800 123456", "1800123456");
    }

    #[test]
    fn other_numbers_are_refused() {
        for written in [
            "900000001",
            "0900 000 01",
            "0100000000",
            "01234567890",
            "+1 555 010 0000",
            "abc",
            "",
            "090000000x",
        ] {
            assert_eq!(number(written), None, "{written}");
        }
    }

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
