//! `catalogue.yaml`: settings of the site, every one with its default.

use super::codes::field::VALUE_UNKNOWN;
use super::codes::reference::EDITION_UNKNOWN;
use super::contact;
use super::fields::{self, Fields};
use super::keys::{BUDGETS, ENCODINGS, ISSUER, LANGUAGES, LICENCES, PDFS, SETTINGS, Word};
use super::names::Names;
use super::region::slug_text;
use super::yaml::Node;
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{Span, Spanned};
use crate::model::scheme::Scheme;
use crate::model::settings::{Budgets, Encoding, Issuer, Licence, PdfFor, Settings};
use crate::text::lang::{Lang, Text};

/// Reads the settings from their tree.
pub(super) fn settings(
    root: &Node,
    top: Span,
    reference: (&Names, &Scheme),
    out: &mut Diagnostics,
) -> Settings {
    let fields = Fields::open(root, &SETTINGS, top, out);
    let mut settings = Settings::new(top);
    let text = |name: &str, into: &mut Text, out: &mut Diagnostics| {
        if let Some(text) = fields.both(name, out) {
            *into = text;
        }
    };
    text("title", &mut settings.title, out);
    text("tagline", &mut settings.tagline, out);
    text("description", &mut settings.description, out);
    settings.base_url = base_url(&fields, out);
    if let Some(theme) = fields.line("theme", out).and_then(|theme| slug_text(theme, out)) {
        settings.theme = theme.value;
    }
    if let Some(languages) = languages(&fields, out) {
        settings.languages = languages;
    }
    settings.edition = edition(&fields, reference, out);
    settings.issuer = issuer(&fields, out);
    let number = |name: &str, out: &mut Diagnostics| {
        fields.whole(name, out).and_then(|number| usize::try_from(number.value).ok())
    };
    settings.min_products = number("min_products", out).unwrap_or(settings.min_products);
    settings.page_size = number("page_size", out).unwrap_or(settings.page_size);
    let days = number("expiring_days", out).and_then(|days| i32::try_from(days).ok());
    settings.expiring_days = days.unwrap_or(settings.expiring_days);
    settings.demand_sources =
        fields.flag("demand_sources", out).unwrap_or(settings.demand_sources);
    settings.offline = fields.flag("offline", out).unwrap_or(settings.offline);
    settings.open_data = fields.flag("open_data", out).unwrap_or(settings.open_data);
    settings.data_licence = licence(&fields, out);
    settings.share_pictures =
        fields.flag("share_pictures", out).unwrap_or(settings.share_pictures);
    settings.precompress = set(&fields.list("precompress"), ENCODINGS, Encoding::parse, out);
    if fields.node("brochure_pdf").is_some() {
        settings.brochure_pdf = set(&fields.list("brochure_pdf"), PDFS, PdfFor::parse, out);
    }
    settings.cache = cache(&fields, out);
    settings.budgets = budgets(&fields, out);
    settings
}

/// Schemes of a shared cache.
const CACHES: [&str; 3] = ["s3://", "gs://", "file:///"];

fn cache(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<Spanned<String>> {
    let written = fields.line("cache", out)?;
    let rest = CACHES.iter().find_map(|scheme| written.value.strip_prefix(scheme));
    if rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace)) {
        return Some(written);
    }
    let found = &written.value;
    out.push(
        Diagnostic::new(
            &VALUE_UNKNOWN,
            written.span,
            format!("cần địa chỉ `s3://…`, `gs://…` hoặc `file:///…`, gặp `{found}`"),
            format!("expected an address `s3://…`, `gs://…` or `file:///…`, found `{found}`"),
        )
        .hint("viết như `s3://ten-kho/thu-muc`", "write it as `s3://bucket/folder`"),
    );
    None
}

/// The address with a slash at its end, without query or fragment.
fn base_url(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<String> {
    let url = contact::url(&fields.line("base_url", out)?, out)?;
    let bare = url.value.split(['?', '#']).next().unwrap_or_default();
    Some(format!("{}/", bare.trim_end_matches('/')))
}

fn languages(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<Vec<Lang>> {
    let node = fields.node("languages")?;
    let mut languages: Vec<Lang> = Vec::new();
    for item in fields.list("languages") {
        languages.extend(
            fields::word(item, LANGUAGES, out).and_then(|word| Lang::parse(word.value)),
        );
    }
    if !languages.contains(&Lang::Vi) {
        out.push(
            Diagnostic::new(
                &VALUE_UNKNOWN,
                node.span,
                "cần `vi` trong các ngôn ngữ, chưa có",
                "expected `vi` among the languages, found none",
            )
            .hint("viết `languages: [vi, en]`", "write `languages: [vi, en]`"),
        );
        languages.push(Lang::Vi);
    }
    languages.sort_unstable();
    languages.dedup();
    Some(languages)
}

/// What the words of a list mean, each once and in their own order.
fn set<T: Ord>(
    list: &[&Node],
    words: &'static [Word],
    parse: impl Fn(&str) -> Option<T>,
    out: &mut Diagnostics,
) -> Vec<T> {
    let items = list.iter().filter_map(|item| fields::word(item, words, out));
    let mut found: Vec<T> = items.filter_map(|word| parse(word.value)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn licence(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<Licence> {
    let word = fields::word(fields.node("data_licence")?, LICENCES, out)?;
    Licence::parse(word.value)
}

fn budgets(fields: &Fields<'_>, out: &mut Diagnostics) -> Budgets {
    let Some(fields) = fields.map("budgets", &BUDGETS, out) else { return Budgets::default() };
    Budgets {
        page_kb: fields.whole("page_kb", out),
        files: fields.whole("files", out),
        mb: fields.whole("mb", out),
    }
}

fn edition(
    fields: &Fields<'_>,
    (names, scheme): (&Names, &Scheme),
    out: &mut Diagnostics,
) -> Option<String> {
    let written = fields.line("edition", out)?;
    let Some(id) = names.editions.get(&written.value) else {
        out.push(names.editions.unknown(&EDITION_UNKNOWN, &written, ("ấn bản", "edition")));
        return None;
    };
    scheme.edition(id).map(|edition| edition.slug.clone())
}

fn issuer(fields: &Fields<'_>, out: &mut Diagnostics) -> Issuer {
    let Some(fields) = fields.map("issuer", &ISSUER, out) else { return Issuer::default() };
    let mut name = fields.both("name", out).unwrap_or_default();
    if let Some(english) = fields.plain("name_en", out) {
        name.en = english;
    }
    let email = fields.line("email", out).and_then(|email| {
        if contact::is_email(&email.value) {
            return Some(email.value);
        }
        out.push(contact::email_finding(&email));
        None
    });
    Issuer {
        name,
        responsible: fields.plain("responsible", out),
        address: fields.plain("address", out),
        phone: fields.plain("phone", out),
        email,
    }
}
