//! Fairs: `content/fairs/<slug>.yaml` or `.md`, with zones and booths.

use super::bundle::Bundle;
use super::codes::reference::PROVINCE_UNKNOWN;
use super::fields::Fields;
use super::keys::{BOOTH, FAIR, ZONE};
use super::opened;
use super::shelf::Shelf;
use super::state;
use super::yaml::Node;
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::model::fair::{Booth, Fair, Zone};
use crate::model::region::{ProvinceId, ProvinceName};
use crate::source::Tree;

/// Reads a fair; `None` without a name.
pub(super) fn fair(
    bundle: &Bundle,
    (tree, shelf): (&Tree, &Shelf<'_>),
    out: &mut Diagnostics,
) -> Option<Fair> {
    let opened = opened::open(bundle, tree, out)?;
    let document = &opened.document;
    let fields = Fields::open(&document.root, &FAIR, document.top, out);
    if !fields.has("name") && !document.broken {
        fields.demand("name", out);
    }
    let name = fields.both("name", out);
    let zones = fields.list("zones").into_iter().map(|node| zone(node, shelf, out)).collect();
    Some(Fair {
        slug: bundle.slug.clone(),
        file: document.file,
        from: fields.date("from", out),
        until: fields.date("until", out),
        venue: fields.both("venue", out).unwrap_or_default(),
        province: province(&fields, shelf, out),
        organiser: fields.both("organiser", out).unwrap_or_default(),
        zones,
        story: opened.story(&fields, out),
        sources: state::urls(&fields, "sources", out),
        name: name?,
    })
}

fn zone(node: &Node, shelf: &Shelf<'_>, out: &mut Diagnostics) -> Zone {
    let fields = Fields::open(node, &ZONE, node.span, out);
    let booths = fields.list("booths").into_iter().filter_map(|node| booth(node, shelf, out));
    Zone { booths: booths.collect(), name: fields.both("name", out).unwrap_or_default() }
}

fn booth(node: &Node, shelf: &Shelf<'_>, out: &mut Diagnostics) -> Option<Booth> {
    let fields = Fields::open(node, &BOOTH, node.span, out);
    if !fields.has("number") {
        fields.demand("number", out);
    }
    let mut products = Vec::new();
    for name in fields.lines("products", out) {
        products.extend(shelf.listed(&name, out).into_iter().map(|it| it.product));
    }
    let producer = fields.line("producer", out).and_then(|name| shelf.producer(&name, out));
    let name = fields.both("name", out).unwrap_or_default();
    Some(Booth { number: fields.line("number", out)?, producer, name, products })
}

fn province(
    fields: &Fields<'_>,
    shelf: &Shelf<'_>,
    out: &mut Diagnostics,
) -> Option<Spanned<ProvinceId>> {
    let written = fields.line("province", out)?;
    match shelf.names.province(&written.value) {
        Some(ProvinceName::Present(id) | ProvinceName::Former(_, id)) => {
            Some(Spanned::new(id, written.span))
        }
        None => {
            let name = &written.value;
            let finding = Diagnostic::new(
                &PROVINCE_UNKNOWN,
                written.span,
                format!("không có tỉnh, thành phố nào là `{name}`"),
                format!("there is no province `{name}`"),
            );
            let near = shelf.names.nearest_province(name);
            out.push(
                near.iter().fold(finding, |finding, near| finding.did_you_mean(Some(near))),
            );
            None
        }
    }
}
