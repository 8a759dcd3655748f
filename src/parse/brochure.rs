//! Brochures: `content/brochures/<slug>.yaml`, and the same keys from the command line.
//!
//! Every name is looked up at once, so that a slip is reported at its place
//! with the nearest known name and nothing is missing in print in silence.
//!
//! Never decides which products are in: that takes the day.

use super::bundle::Bundle;
use super::codes::brochure::CHOICE_UNREADABLE;
use super::codes::reference::{
    CERTIFICATE_UNKNOWN, GROUP_UNKNOWN, PRODUCER_KIND_UNKNOWN, PROVINCE_UNKNOWN,
    SUBGROUP_UNKNOWN,
};
use super::fields::{self, Fields};
use super::keys::brochure::VALIDITIES;
use super::keys::{BROCHURE, LANGUAGES};
use super::names::{self, Index, Names};
use super::opened;
use super::shelf::Shelf;
use super::table;
use super::yaml::{Entry, Node, NodeKind};
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span, Spanned};
use crate::diag::{Code, Diagnostic};
use crate::model::brochure::{Arranged, Brochure, BrochureKind, Choice, Listed, Order, Paper};
use crate::model::catalogue::Catalogue;
use crate::model::rating::Stars;
use crate::model::region::ProvinceName;
use crate::source::{Tree, sheet};
use crate::text::lang::{Lang, Text};

/// Reads a declared brochure; `None` for a bundle without a file of facts.
pub(super) fn brochure(
    bundle: &Bundle,
    (tree, shelf): (&Tree, &Shelf<'_>),
    out: &mut Diagnostics,
) -> Option<Brochure> {
    let opened = opened::open(bundle, tree, out)?;
    let document = &opened.document;
    let fields = Fields::open(&document.root, &BROCHURE, document.top, out);
    let has_list = fields.node("list").is_some();
    let mut found = read(&fields, shelf, has_list, out);
    found.slug.clone_from(&bundle.slug);
    found.file = Some(document.file);
    found.choice.listed.extend(listed_in_file(&fields, (tree, document.file), shelf, out));
    Some(found)
}

/// Reads a brochure from pairs of key and value, as the command line gives
/// them; a key may stand several times. Findings have no place in any file.
pub fn typed(
    pairs: &[(&str, &str)],
    list: Option<&str>,
    catalogue: &Catalogue,
) -> (Brochure, Diagnostics) {
    let mut out = Diagnostics::new();
    let span = Span::default();
    let names = Names::new(&catalogue.scheme, &catalogue.regions);
    let products = (catalogue.products.as_slice(), catalogue.codes.as_slice());
    let shelf = Shelf::new(&names, products, &catalogue.producers, &catalogue.fairs);
    let mut entries: Vec<Entry> = Vec::new();
    for (key, value) in pairs {
        let item = Node { span, kind: NodeKind::Line((*value).to_owned()) };
        match entries.iter_mut().find(|entry| entry.key.value == *key) {
            Some(Entry { value: Node { kind: NodeKind::List(items), .. }, .. }) => {
                items.push(item);
            }
            Some(entry) => {
                let first = std::mem::replace(&mut entry.value.kind, NodeKind::Null);
                let first = Node { span, kind: first };
                entry.value.kind = NodeKind::List(vec![first, item]);
            }
            None => {
                let key = Spanned::new((*key).to_owned(), span);
                entries.push(Entry { key, value: item });
            }
        }
    }
    let root = Node { span, kind: NodeKind::Map(entries) };
    let fields = Fields::open(&root, &BROCHURE, span, &mut out);
    let mut found = read(&fields, &shelf, list.is_some(), &mut out);
    if let Some(text) = list {
        let place = table::Place::At(span);
        found.choice.listed.extend(table::listed(text, place, &shelf, &mut out));
    }
    (found, out)
}

fn read(
    fields: &Fields<'_>,
    shelf: &Shelf<'_>,
    has_list: bool,
    out: &mut Diagnostics,
) -> Brochure {
    let choice = choice(fields, shelf, out);
    let word = |name: &str, out: &mut Diagnostics| fields.choice(name, out).map(|it| it.value);
    let kind = word("kind", out).and_then(BrochureKind::parse);
    let arranged = match word("arrange", out) {
        Some("province") => Arranged::Province,
        Some("stars") => Arranged::Stars,
        Some("booth") => Arranged::Booth,
        Some("none") => Arranged::Whole,
        // A list in the editor's own order stays one list.
        None if !choice.has_query() && (has_list || !choice.listed.is_empty()) => {
            Arranged::Whole
        }
        _ => Arranged::Group,
    };
    let order = match word("order", out) {
        Some("name") => Order::Name,
        Some("province") => Order::Province,
        Some("producer") => Order::Producer,
        Some("given") => Order::Given,
        None if !choice.has_query() => Order::Given,
        _ => Order::Standard,
    };
    Brochure {
        slug: String::new(),
        file: None,
        span: fields.top,
        title: fields.both("title", out).unwrap_or_default(),
        subtitle: fields.both("subtitle", out).unwrap_or_default(),
        kind: kind.unwrap_or(BrochureKind::Catalogue),
        paper: word("paper", out).and_then(Paper::parse),
        per_page: fields.whole("per_page", out).map(|number| number.value),
        grid: grid(fields, out),
        start: fields.whole("start", out).map_or(1, |number| number.value),
        languages: languages(fields, out),
        arranged,
        order,
        choice,
        listed: fields.flag("publish", out).unwrap_or(true),
    }
}

fn languages(fields: &Fields<'_>, out: &mut Diagnostics) -> Vec<Lang> {
    let mut found = Vec::new();
    for item in fields.list("languages") {
        let lang = fields::word(item, LANGUAGES, out).and_then(|word| Lang::parse(word.value));
        found.extend(lang.filter(|lang| !found.contains(lang)));
    }
    if found.is_empty() { vec![Lang::Vi] } else { found }
}

fn choice(fields: &Fields<'_>, shelf: &Shelf<'_>, out: &mut Diagnostics) -> Choice {
    let mut choice = Choice {
        stars: stars(fields, out),
        lapsed: fields.flag("lapsed", out).unwrap_or(false),
        alcohol: fields.flag("alcohol", out).unwrap_or(true),
        booths: fields.plains("booth", out),
        ..Choice::default()
    };
    for item in fields.list("validity") {
        choice.validity.extend(fields::word(item, VALIDITIES, out).map(|word| word.value));
    }
    provinces(fields, shelf, &mut choice, out);
    let names = shelf.names;
    let groups = indexed(
        fields,
        ("group", &names.groups, &GROUP_UNKNOWN),
        ("nhóm sản phẩm", "product group"),
        out,
    );
    choice.groups = groups.into_iter().map(|written| written.group).collect();
    choice.subgroups = indexed(
        fields,
        ("subgroup", &names.all_subgroups, &SUBGROUP_UNKNOWN),
        ("phân nhóm", "subgroup"),
        out,
    );
    choice.forms = indexed(
        fields,
        ("producer_kind", &names.producer_kinds, &PRODUCER_KIND_UNKNOWN),
        ("loại hình", "legal form"),
        out,
    );
    choice.certificates = indexed(
        fields,
        ("certificate", &names.certificates, &CERTIFICATE_UNKNOWN),
        ("loại chứng nhận", "kind of certificate"),
        out,
    );
    for name in fields.lines("commune", out) {
        choice.communes.extend(shelf.commune(&name, out));
    }
    for name in fields.lines("tags", out) {
        choice.tags.extend(shelf.tag(&name, out));
    }
    for name in fields.lines("producer", out) {
        choice.producers.extend(shelf.producer(&name, out));
    }
    choice.fair = fields.line("fair", out).and_then(|name| shelf.fair(&name, out));
    for name in fields.lines("products", out) {
        choice.listed.extend(shelf.listed(&name, out));
    }
    for name in fields.lines("exclude", out) {
        choice.excluded.extend(shelf.listed(&name, out).into_iter().map(|it| it.product));
    }
    choice
}

/// Handles behind the names of a key; unknown ones are reported.
fn indexed<T: Copy>(
    fields: &Fields<'_>,
    (key, index, code): (&str, &Index<T>, &'static Code),
    what: (&str, &str),
    out: &mut Diagnostics,
) -> Vec<T> {
    let mut found = Vec::new();
    for name in fields.lines(key, out) {
        match index.get(&name.value) {
            Some(id) => found.push(id),
            None => out.push(index.unknown(code, &name, what)),
        }
    }
    found
}

/// A former name means the area of before; a name of both times means today.
fn provinces(
    fields: &Fields<'_>,
    shelf: &Shelf<'_>,
    choice: &mut Choice,
    out: &mut Diagnostics,
) {
    let known = shelf.names;
    let nowhere = |name: &Spanned<String>, near: Option<&str>| {
        names::unknown(&PROVINCE_UNKNOWN, name, ("tỉnh, thành phố", "province"), near)
    };
    for name in fields.lines("province", out) {
        match known.province(&name.value) {
            Some(ProvinceName::Present(id)) => choice.provinces.push(id),
            Some(ProvinceName::Former(id, _)) => choice.formers.push(id),
            None => out.push(nowhere(&name, known.nearest_province(&name.value))),
        }
    }
    for name in fields.lines("former_province", out) {
        match known.former(&name.value) {
            Some(id) => choice.formers.push(id),
            None => out.push(nowhere(&name, known.nearest_former(&name.value))),
        }
    }
}

/// "4", "4..", "..3", "3..4".
fn stars(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<(Stars, Stars)> {
    let written = fields.line("stars", out)?;
    let found = star_range(&written.value);
    if found.is_none() {
        out.push(unreadable(
            &written,
            (
                "cần số sao như `4`, `4..` hoặc `3..4`",
                "expected stars such as `4`, `4..` or `3..4`",
            ),
        ));
    }
    found
}

fn star_range(written: &str) -> Option<(Stars, Stars)> {
    let bare: String = written.chars().filter(|letter| !letter.is_whitespace()).collect();
    let bare = bare.replace(['–', '—', '-'], "..");
    let one = |text: &str, open: u8| {
        let count = if text.is_empty() { open } else { text.parse().ok()? };
        Stars::new(count)
    };
    let (least, most) = match bare.split_once("..") {
        Some(("", "")) => return None,
        Some((least, most)) => (one(least, 1)?, one(most, 5)?),
        None => (one(&bare, 0)?, one(&bare, 0)?),
    };
    (least <= most).then_some((least, most))
}

fn grid(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<(u32, u32)> {
    let written = fields.line("grid", out)?;
    let sides = written.value.split_once(['x', 'X', '×', '*']);
    let side = |text: &str| text.trim().parse().ok().filter(|n| (1..=20).contains(n));
    let found = sides.and_then(|(columns, rows)| Some((side(columns)?, side(rows)?)));
    if found.is_none() {
        out.push(unreadable(
            &written,
            ("cần số cột và số hàng như `3x7`", "expected columns and rows such as `3x7`"),
        ));
    }
    found
}

/// A finding about a way to choose that is not understood.
pub(super) fn unreadable(written: &Spanned<String>, (vi, en): (&str, &str)) -> Diagnostic {
    let found = &written.value;
    Diagnostic::new(
        &CHOICE_UNREADABLE,
        written.span,
        format!("{vi}, gặp `{found}`"),
        format!("{en}, found `{found}`"),
    )
}

fn listed_in_file(
    fields: &Fields<'_>,
    (tree, own): (&Tree, FileId),
    shelf: &Shelf<'_>,
    out: &mut Diagnostics,
) -> Vec<Listed> {
    let Some(written) = fields.line("list", out) else { return Vec::new() };
    let folder = tree.path(own).rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = tree.find(&format!("{folder}/{}", written.value.trim_start_matches("./")));
    let Some(file) = file else {
        out.push(unreadable(&written, NO_TABLE));
        return Vec::new();
    };
    if let Some(text) = tree.text(file) {
        return table::listed(text, table::Place::Within(file), shelf, out);
    }
    let ending = tree.path(file).rsplit_once('.').map_or("", |(_, ending)| ending);
    let book = tree.bytes(file).ok().map(|bytes| sheet::of_bytes(bytes, ending));
    match book {
        Some(Ok(book)) => {
            table::listed(&book.as_text(), table::Place::At(written.span), shelf, out)
        }
        Some(Err(failure)) => {
            let Text { vi, en } = failure.what;
            out.push(unreadable(&written, (&vi, &en)));
            Vec::new()
        }
        None => {
            out.push(unreadable(&written, NO_TABLE));
            Vec::new()
        }
    }
}

/// What is wanted of `list`.
const NO_TABLE: (&str, &str) = (
    "cần một tệp .csv, .xlsx hoặc .ods cạnh ấn phẩm",
    "expected a file .csv, .xlsx or .ods beside the brochure",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, want: Option<(u8, u8)>) {
        let found = star_range(written).map(|(least, most)| (least.count(), most.count()));
        assert_eq!(found, want, "{written}");
    }

    #[test]
    fn stars_are_a_number_or_a_range() {
        check("4", Some((4, 4)));
        check("4..", Some((4, 5)));
        check("..3", Some((1, 3)));
        check(" 3 .. 4 ", Some((3, 4)));
        check("3-4", Some((3, 4)));
        for wrong in ["", "..", "0", "6", "5..4", "bốn", "3..x", "4...", "-1"] {
            let open = star_range(wrong);
            assert!(open.is_none() || wrong == "-1", "{wrong}");
        }
    }
}
