//! Producers: files of their own, or facts within a product's dossier.

use super::bundle::Bundle;
use super::codes::reference::{PRODUCER_AMBIGUOUS, PRODUCER_KIND_UNKNOWN, PRODUCER_UNKNOWN};
use super::contact;
use super::context::Context;
use super::fields::{self, Fields};
use super::keys::{INLINE_PRODUCER, PRODUCER};
use super::opened;
use super::photo;
use super::place;
use super::state;
use super::yaml::NodeKind;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span, Spanned};
use crate::diag::{Diagnostic, suggest};
use crate::model::place::Place;
use crate::model::producer::{Producer, ProducerId};
use crate::model::product::State;
use crate::model::scheme::ProducerKindId;
use crate::text::fold::match_key;
use crate::text::slug;

/// Who a product's dossier says makes it.
#[derive(Debug)]
pub(super) enum Maker {
    /// Nobody, or nobody who is known.
    None,
    /// A producer with a file.
    Known(ProducerId),
    /// A producer described in the dossier.
    Inline(Box<Producer>),
}

/// Reads a producer's file. A file without a usable name still gives a producer
/// named by its slug, so that its products find it; its errors withhold it.
pub(super) fn producer(
    bundle: &Bundle,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Producer> {
    let mut opened = opened::open(bundle, context.tree, out)?;
    let (file, top, broken) =
        (opened.document.file, opened.document.top, opened.document.broken);
    let root = opened.document.root.clone();
    let fields = Fields::open(&root, &PRODUCER, top, out);
    let state = state::state(&fields, out);
    if !fields.has("name") && !broken && state != State::Draft {
        fields.demand("name", out);
    }
    let name = fields.line("name", out);
    let english = opened.english(&fields, out);
    let founded = fields.date("founded", out).map(|date| date.value.year().to_string());
    Some(Producer {
        slug: bundle.slug.clone(),
        file,
        inline: false,
        state,
        name: name.unwrap_or_else(|| Spanned::new(bundle.slug.clone(), top)),
        former_name: fields.plain("former_name", out),
        english_name: english.name,
        kind: kind(&fields, context, out),
        registration: fields.plain("registration", out),
        place: place::place(&fields, context, out),
        members: fields.whole("members", out).map(|members| members.value),
        founded,
        contacts: contact::contacts(&fields, out),
        photos: photo::photos(&fields, file, context, out),
        story: opened.story(&fields, out),
        english_story: english.story,
        sources: state::urls(&fields, "sources", out),
    })
}

fn kind(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Spanned<ProducerKindId>> {
    let written = fields.line("kind", out)?;
    let names = &context.names.producer_kinds;
    let found = names.get(&written.value).map(|id| Spanned::new(id, written.span));
    if found.is_none() {
        out.push(names.unknown(&PRODUCER_KIND_UNKNOWN, &written, ("loại hình", "legal form")));
    }
    found
}

/// Who makes the product that these fields describe.
pub(super) fn maker(
    fields: &Fields<'_>,
    (file, place): (FileId, Option<&Place>),
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Maker {
    let Some(node) = fields.node("producer") else { return Maker::None };
    if let NodeKind::Map(_) = node.kind {
        let inner = Fields::open(node, &INLINE_PRODUCER, fields.key_span("producer"), out);
        return inline(&inner, (file, node.span, place), context, out);
    }
    let Some(written) = fields::line(node, out) else { return Maker::None };
    known(&written, context, out).map_or(Maker::None, Maker::Known)
}

fn inline(
    fields: &Fields<'_>,
    (file, span, place): (FileId, Span, Option<&Place>),
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Maker {
    let kind = kind(fields, context, out);
    let registration = fields.plain("registration", out);
    let contacts = contact::contacts(fields, out);
    if !fields.has("name") {
        fields.demand("name", out);
    }
    let Some(name) = fields.line("name", out) else { return Maker::None };
    let made = slug::slugify(&name.value);
    let slug =
        if made.is_empty() { format!("chu-the-{}-{}", file.0, span.start) } else { made };
    Maker::Inline(Box::new(Producer {
        slug,
        file,
        inline: true,
        state: State::Published,
        name,
        former_name: None,
        english_name: None,
        kind,
        registration,
        place: place.cloned(),
        members: None,
        founded: None,
        contacts,
        photos: Vec::new(),
        story: None,
        english_story: None,
        sources: Vec::new(),
    }))
}

/// The producer of that slug or name.
fn known(
    written: &Spanned<String>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<ProducerId> {
    let (text, producers) = (&written.value, &context.producers);
    if let Some(id) = producers.by_slug.get(text) {
        return Some(*id);
    }
    let named = producers.by_name.get(&match_key(text)).map_or(&[][..], Vec::as_slice);
    match *named {
        [only] => return Some(only),
        [] => {}
        _ => {
            out.push(
                Diagnostic::new(
                    &PRODUCER_AMBIGUOUS,
                    written.span,
                    format!("{} chủ thể cùng tên `{text}`", named.len()),
                    format!("{} producers are called `{text}`", named.len()),
                )
                .hint("viết tên tệp của chủ thể đúng", "write the file name of the right one"),
            );
            return None;
        }
    }
    let finding = Diagnostic::new(
        &PRODUCER_UNKNOWN,
        written.span,
        format!("không có chủ thể nào là `{text}`"),
        format!("there is no producer `{text}`"),
    );
    let near = suggest::nearest(text, producers.shown.iter().map(String::as_str));
    out.push(match near {
        Some(near) => finding.did_you_mean(Some(near)),
        None => finding.hint(
            "tạo tệp trong `content/producers/`, hoặc viết `producer:` với mục con `name`",
            "make a file in `content/producers/`, or write `producer:` with `name` below it",
        ),
    });
    None
}
