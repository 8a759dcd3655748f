//! A product's dossier: from its keys to a [`Product`].
//!
//! What a published dossier must have is demanded here; a draft may lack
//! anything. A dossier stays in the catalogue as soon as name, province and
//! group are known, whatever else is wrong with it: its errors withhold it.

use super::bundle::Bundle;
use super::codes::reference::{CERTIFICATE_UNKNOWN, PRODUCT_KIND_UNKNOWN};
use super::contact;
use super::context::Context;
use super::fields::{self, Fields};
use super::group;
use super::keys::{CERTIFICATE, CHECKED, PACK, PRODUCT, SERVICE};
use super::opened;
use super::photo;
use super::place;
use super::producer::{self, Maker};
use super::rating;
use super::region::slug_text;
use super::state;
use super::yaml::{Node, NodeKind};
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::model::product::{Certificate, Checked, English, Fact, Pack, Product, State};
use crate::model::scheme::{CertificateKindId, ProductKindId};

/// Facts of the product, in the order shown.
const FACTS: [&str; 5] = ["ingredients", "allergens", "storage", "shelf_life", "use"];
/// Facts for buyers.
const BUYER_FACTS: [&str; 4] = ["capacity", "minimum_order", "export_markets", "hs_code"];
/// Facts of a service.
const SERVICE_FACTS: [&str; 6] =
    ["hours", "capacity", "prices", "booking", "languages", "access"];

/// A product with its maker, who may have to join the producers first.
#[derive(Debug)]
pub(super) struct Dossier {
    pub(super) product: Product,
    pub(super) maker: Maker,
}

/// Reads a product's dossier.
pub(super) fn dossier(
    bundle: &Bundle,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Dossier> {
    let mut opened = opened::open(bundle, context.tree, out)?;
    let (file, top) = (opened.document.file, opened.document.top);
    let root = opened.document.root.clone();
    let fields = Fields::open(&root, &PRODUCT, top, out);
    let state = state::state(&fields, out);
    if !opened.document.broken {
        demand(&fields, state, out);
    }
    let place = place::place(&fields, context, out);
    let maker = producer::maker(&fields, (file, place.as_ref()), context, out);
    let english = opened.english(&fields, out);
    let name = fields.line("name", out);
    let grouping = group::grouping(&fields, context, out);
    let rest = Rest {
        aka: fields.plains("aka", out),
        summary: fields.line("summary", out),
        kind: kind(&fields, context, out),
        ratings: rating::ratings(&fields, context, out),
        packs: fields.list("packs").into_iter().map(|item| pack(item, out)).collect(),
        facts: facts(&fields, &FACTS, out),
        buyer_facts: facts(&fields, &BUYER_FACTS, out),
        service: service(&fields, out),
        certificates: certificates(&fields, context, out),
        contacts: contact::contacts(&fields, out),
        shops: contact::shops(&fields, out),
        trace: fields.line("trace", out).and_then(|text| contact::url(&text, out)),
        photos: photo::photos(&fields, file, context, out),
        story: opened.story(&fields, out),
        sources: state::urls(&fields, "sources", out),
        checked: checked(&fields, out),
        aliases: aliases(&fields, out),
        featured: fields.flag("featured", out).unwrap_or(false),
        tags: fields.plains("tags", out),
        register_number: fields.line("code", out),
    };
    let (name, place, grouping) = (name?, place?, grouping?);
    let product = Product {
        slug: bundle.slug.clone(),
        file,
        story_file: opened.story_file,
        state,
        name,
        english: English { name: english.name, summary: english.summary },
        aka: rest.aka,
        summary: rest.summary,
        edition: grouping.edition,
        group: grouping.group,
        former_group: grouping.former_group,
        subgroup: grouping.subgroup,
        producer: None,
        place,
        kind: rest.kind,
        ratings: rest.ratings,
        packs: rest.packs,
        facts: rest.facts,
        buyer_facts: rest.buyer_facts,
        service: rest.service,
        certificates: rest.certificates,
        contacts: rest.contacts,
        shops: rest.shops,
        trace: rest.trace,
        photos: rest.photos,
        story: rest.story,
        english_story: english.story,
        sources: rest.sources,
        checked: rest.checked,
        aliases: rest.aliases,
        featured: rest.featured,
        tags: rest.tags,
        register_number: rest.register_number,
        code: None,
    };
    Some(Dossier { product, maker })
}

/// What is read before it is known whether the product can stay: all its
/// findings are wanted either way.
struct Rest {
    aka: Vec<String>,
    summary: Option<Spanned<String>>,
    kind: Option<Spanned<ProductKindId>>,
    ratings: Vec<crate::model::rating::Rating>,
    packs: Vec<Pack>,
    facts: Vec<Fact>,
    buyer_facts: Vec<Fact>,
    service: Vec<Fact>,
    certificates: Vec<Certificate>,
    contacts: Vec<crate::model::product::Contact>,
    shops: Vec<crate::model::product::Contact>,
    trace: Option<Spanned<String>>,
    photos: Vec<crate::model::photo::Photo>,
    story: Option<crate::model::story::Story>,
    sources: Vec<Spanned<String>>,
    checked: Option<Checked>,
    aliases: Vec<Spanned<String>>,
    featured: bool,
    tags: Vec<String>,
    register_number: Option<Spanned<String>>,
}

/// Reports what is missing. A page that says "đã gỡ" needs less than one that sells.
fn demand(fields: &Fields<'_>, state: State, out: &mut Diagnostics) {
    let wanted: &[&str] = match state {
        State::Draft | State::Hidden => &[],
        State::Removed => &["name", "group", "province"],
        State::Review | State::Published => &["name", "group", "producer", "province"],
    };
    for name in wanted.iter().filter(|name| !fields.has(name)) {
        fields.demand(name, out);
    }
    let rated = !fields.list("ratings").is_empty() || fields.has("stars");
    if matches!(state, State::Review | State::Published) && !rated {
        fields.demand("ratings", out);
    }
}

fn kind(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Spanned<ProductKindId>> {
    let written = fields.line("kind", out)?;
    let names = &context.names.product_kinds;
    let found = names.get(&written.value).map(|id| Spanned::new(id, written.span));
    if found.is_none() {
        out.push(names.unknown(
            &PRODUCT_KIND_UNKNOWN,
            &written,
            ("loại công bố", "sort of product"),
        ));
    }
    found
}

fn pack(item: &Node, out: &mut Diagnostics) -> Pack {
    let fields = Fields::open(item, &PACK, item.span, out);
    Pack {
        name: fields.plain("name", out),
        net: fields.net("net", out),
        price: fields.price("price", out),
        priced_on: fields.date("priced_on", out),
        gtin: fields
            .line("gtin", out)
            .map(|gtin| gtin.map(|text| text.replace([' ', '-'], ""))),
        span: item.span,
    }
}

/// Texts of labelled keys; a list becomes one text.
fn facts(fields: &Fields<'_>, keys: &[&'static str], out: &mut Diagnostics) -> Vec<Fact> {
    let fact = |key: &&'static str| {
        let span = fields.node(key)?.span;
        let text = fields.plains(key, out).join(", ");
        (!text.is_empty()).then(|| Fact { key, text: Spanned::new(text, span) })
    };
    keys.iter().filter_map(fact).collect()
}

fn service(fields: &Fields<'_>, out: &mut Diagnostics) -> Vec<Fact> {
    let Some(fields) = fields.map("service", &SERVICE, out) else { return Vec::new() };
    facts(&fields, &SERVICE_FACTS, out)
}

fn certificates(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Vec<Certificate> {
    let items = fields.list("certificates").into_iter();
    items.filter_map(|item| certificate(item, context, out)).collect()
}

fn certificate(
    item: &Node,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Certificate> {
    let NodeKind::Map(_) = item.kind else {
        let written = fields::line(item, out)?;
        let kind = certificate_kind(&written, context, out)?;
        return Some(Certificate {
            kind,
            number: None,
            scope: None,
            issuer: None,
            expires: None,
        });
    };
    let fields = Fields::open(item, &CERTIFICATE, item.span, out);
    let number = fields.plain("number", out);
    let scope = fields.plain("scope", out);
    let issuer = fields.plain("issuer", out);
    let expires = fields.date("expires", out);
    if !fields.has("kind") {
        fields.demand("kind", out);
    }
    let kind = certificate_kind(&fields.line("kind", out)?, context, out)?;
    Some(Certificate { kind, number, scope, issuer, expires })
}

fn certificate_kind(
    written: &Spanned<String>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Spanned<CertificateKindId>> {
    let names = &context.names.certificates;
    let found = names.get(&written.value).map(|id| Spanned::new(id, written.span));
    if found.is_none() {
        out.push(names.unknown(
            &CERTIFICATE_UNKNOWN,
            written,
            ("loại chứng nhận", "kind of certificate"),
        ));
    }
    found
}

fn checked(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<Checked> {
    let fields = fields.map("checked", &CHECKED, out)?;
    Some(Checked { by: fields.plain("by", out), on: fields.day("on", out) })
}

fn aliases(fields: &Fields<'_>, out: &mut Diagnostics) -> Vec<Spanned<String>> {
    let written = fields.lines("aliases", out);
    written.into_iter().filter_map(|text| slug_text(text, out)).collect()
}
