//! Pages of prose: titles, place in the menu, bodies in both languages.

use super::bundle::Bundle;
use super::fields::Fields;
use super::keys::PAGE;
use super::opened;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Span;
use crate::model::page::Page;
use crate::model::story::Story;
use crate::source::Tree;
use crate::text::lang::Text;

/// Place in menus of a page that names none: after those that do.
const LAST: i64 = 100_000;

/// Reads a page; `None` without a title.
pub(super) fn page(bundle: &Bundle, tree: &Tree, out: &mut Diagnostics) -> Option<Page> {
    let opened = opened::open(bundle, tree, out)?;
    let (file, top) = (opened.document.file, opened.document.top);
    let fields = Fields::open(&opened.document.root, &PAGE, top, out);
    if !fields.has("title") && !opened.document.broken {
        fields.demand("title", out);
    }
    let title = fields.both("title", out);
    let summary = fields.both("summary", out).unwrap_or_default();
    let in_menu = fields.flag("menu", out).unwrap_or(false);
    let order = fields.whole("order", out).map_or(LAST, |order| i64::from(order.value));
    let english = opened.english;
    let empty = || Story { markdown: String::new().into(), span: Span::start_of(file) };
    Some(Page {
        slug: bundle.slug.clone(),
        file,
        english_file: english.file,
        title: with_english(title?, english.name),
        summary: with_english(summary, english.summary),
        in_menu,
        order,
        body: opened.document.story.unwrap_or_else(empty),
        english_body: english.story,
    })
}

/// The text with its English side filled in where it has none.
fn with_english(mut text: Text, english: Option<String>) -> Text {
    if text.en.is_empty() {
        text.en = english.unwrap_or_default();
    }
    text
}
