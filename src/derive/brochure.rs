//! What a brochure holds on the day: products in order, cut into sections.
//!
//! The conditions of the choice are asked one after another, each on what the
//! former left, so that an empty brochure can say which condition emptied it.
//! Named products pass the query but not the rules of print: lapsed ones and
//! alcohol stay out unless the brochure says otherwise.
//!
//! Cost: one pass over the shown products for each condition. Never reads the
//! tree, never lays anything out.

mod conditions;
mod sections;

use std::collections::{BTreeMap, BTreeSet};

use crate::derive::listing::{standing_of, validity_class};
use crate::diag::span::Span;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::brochure::{Brochure, Choice};
use crate::model::catalogue::Catalogue;
use crate::model::fair::{Booth, Fair};
use crate::model::product::ProductId;
use crate::model::rating::{Standing, Stars};
use crate::model::region::ProvinceId;
use crate::model::scheme::{GroupId, ProducerKindId};
use crate::text::date::Day;
use crate::text::fold::match_key;
use crate::text::lang::Text;

/// A brochure holds nothing.
pub static BROCHURE_EMPTY: Code = Code {
    name: "brochure-empty",
    severity: Severity::Error,
    title: ("ấn phẩm không có sản phẩm nào", "brochure without any product"),
    explain: (
        "Không sản phẩm nào qua được mọi điều kiện chọn, nên ấn phẩm không được dựng. Thông báo kể số sản phẩm còn lại sau từng \
         điều kiện. Sản phẩm đã hết hạn để ngoài; muốn lấy cả chúng thì ghi `lapsed: true`.",
        "No product passes all conditions, so the brochure is not made. The message tells how many were left after each \
         condition. Lapsed products stay out; `lapsed: true` lets them in.",
    ),
};

/// A named product stays out.
pub static BROCHURE_LEFT_OUT: Code = Code {
    name: "brochure-left-out",
    severity: Severity::Warning,
    title: ("sản phẩm được nêu tên nhưng không vào ấn phẩm", "named product that stays out"),
    explain: (
        "Sản phẩm đã hết hạn, chưa đăng, hoặc là đồ uống có cồn trong ấn phẩm ghi `alcohol: false` thì không được in. Hãy bỏ tên \
         khỏi danh sách, cập nhật hồ sơ, hoặc ghi `lapsed: true`.",
        "A product that has lapsed, that is not published, or that is alcohol in a brochure with `alcohol: false` is not \
         printed. Take it off the list, renew its dossier, or write `lapsed: true`.",
    ),
};

/// What a brochure holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Sections in order; none is empty.
    pub sections: Vec<Section>,
}

/// A part of a brochure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What its products have in common.
    pub by: SectionBy,
    /// The products, in order.
    pub products: Vec<ProductId>,
}

/// What the products of a section have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionBy {
    /// Nothing.
    Whole,
    /// Group.
    Group(GroupId),
    /// Province of today.
    Province(ProvinceId),
    /// Stars; `None` for products without.
    Stars(Option<Stars>),
    /// Booth: zone, booth and number; `usize::MAX` for products at none.
    Booth(usize, usize, String),
}

impl Selection {
    /// All products in the order of print.
    pub fn products(&self) -> impl Iterator<Item = ProductId> + '_ {
        self.sections.iter().flat_map(|section| section.products.iter().copied())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.sections.iter().map(|section| section.products.len()).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }
}

/// What a selection is made from.
#[derive(Clone, Copy)]
pub struct Supply<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// How each product stands, by handle.
    pub standings: &'a [Standing],
    /// Shown products in the standard order.
    pub shown: &'a [ProductId],
    /// Legal form of each producer, by handle.
    pub forms: &'a [Option<ProducerKindId>],
    /// The day.
    pub today: Day,
}

/// Chooses, orders and cuts; findings say why something is not there.
pub fn select(supply: &Supply<'_>, brochure: &Brochure) -> (Selection, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let choice = &brochure.choice;
    let mut steps: Vec<(Text, usize)> = Vec::new();
    let named: Vec<ProductId> = choice.listed.iter().map(|it| it.product).collect();
    let mut left: Vec<ProductId> = Vec::new();
    if choice.has_query() || choice.listed.is_empty() {
        left = supply.shown.to_vec();
        steps.push((Text::new("được đăng", "published"), left.len()));
        for (label, keep) in conditions::conditions(supply, choice) {
            left.retain(|id| supply.catalogue.product(*id).is_some_and(|it| keep(*id, it)));
            steps.push((label, left.len()));
        }
    }
    let chosen: BTreeSet<ProductId> = left.iter().copied().collect();
    left.extend(named.iter().filter(|id| !chosen.contains(id)));
    let shown: BTreeSet<ProductId> = supply.shown.iter().copied().collect();
    let mut seen = BTreeSet::new();
    left.retain(|id| seen.insert(*id) && !choice.excluded.contains(id));
    let refused = |id: &ProductId| refusal(supply, choice, &shown, *id);
    findings.extend(choice.listed.iter().filter_map(|listed| {
        let product = supply.catalogue.product(listed.product)?;
        Some(left_out(listed.span, &product.slug, refused(&listed.product)?))
    }));
    let only_lapsed =
        !left.is_empty() && left.iter().all(|id| refused(id) == Some(Refusal::Lapsed));
    left.retain(|id| refused(id).is_none());
    steps.push((Text::new("được in", "may be printed"), left.len()));
    if left.is_empty() {
        findings.push(empty(brochure, &steps, only_lapsed));
    }
    (Selection { sections: sections::sections(supply, brochure, left, &named) }, findings)
}

/// Products that were chosen already, ordered and cut anew.
pub fn cut(supply: &Supply<'_>, brochure: &Brochure, products: Vec<ProductId>) -> Selection {
    let named: Vec<ProductId> = brochure.choice.listed.iter().map(|it| it.product).collect();
    Selection { sections: sections::sections(supply, brochure, products, &named) }
}

/// Why a product may not be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    Unpublished,
    Lapsed,
    Alcohol,
}

impl Refusal {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Unpublished => ("hồ sơ chưa được đăng", "its dossier is not published"),
            Self::Lapsed => ("giấy chứng nhận đã hết hạn", "its certificate has lapsed"),
            Self::Alcohol => ("đồ uống có cồn", "it is an alcoholic drink"),
        }
    }
}

/// Why a product may not be printed; `None` where it may.
fn refusal(
    supply: &Supply<'_>,
    choice: &Choice,
    shown: &BTreeSet<ProductId>,
    id: ProductId,
) -> Option<Refusal> {
    if !shown.contains(&id) {
        return Some(Refusal::Unpublished);
    }
    let validity = standing_of(supply.standings, id).validity;
    let wanted = choice.lapsed || choice.validity.contains(&validity.slug());
    if validity_class(validity) == 2 && !wanted {
        return Some(Refusal::Lapsed);
    }
    let product = supply.catalogue.product(id)?;
    (!choice.alcohol && supply.catalogue.is_alcohol(product)).then_some(Refusal::Alcohol)
}

/// The finding at a named product that stays out.
fn left_out(at: Span, slug: &str, refusal: Refusal) -> Diagnostic {
    let (vi, en) = refusal.words();
    Diagnostic::new(
        &BROCHURE_LEFT_OUT,
        at,
        format!("`{slug}` không được in: {vi}"),
        format!("`{slug}` is not printed: {en}"),
    )
    .hint(
        "bỏ khỏi danh sách, hoặc cập nhật hồ sơ",
        "take it off the list, or renew its dossier",
    )
}

/// Products at the booths of the choice, each with the first booth that shows it.
pub fn at_fair(supply: &Supply<'_>, choice: &Choice) -> BTreeMap<ProductId, SectionBy> {
    let fair = choice.fair.and_then(|id| supply.catalogue.fair(id));
    let Some(fair) = fair else { return BTreeMap::new() };
    let mut found = BTreeMap::new();
    for (zone_index, zone) in fair.zones.iter().enumerate() {
        for (index, booth) in zone.booths.iter().enumerate() {
            let number = &booth.number.value;
            let wanted = |it: &String| match_key(it) == match_key(number);
            if !choice.booths.is_empty() && !choice.booths.iter().any(wanted) {
                continue;
            }
            for id in products_of(supply.catalogue, supply.shown, booth) {
                let place = SectionBy::Booth(zone_index, index, number.clone());
                found.entry(id).or_insert(place);
            }
        }
    }
    found
}

/// What a booth shows: the products named, else all of its producer.
pub fn products_of(
    catalogue: &Catalogue,
    shown: &[ProductId],
    booth: &Booth,
) -> Vec<ProductId> {
    if !booth.products.is_empty() {
        return booth.products.iter().copied().filter(|id| shown.contains(id)).collect();
    }
    let of_maker = |id: &ProductId| {
        let maker = catalogue.product(*id).and_then(|product| product.producer);
        booth.producer.is_some() && maker == booth.producer
    };
    shown.iter().copied().filter(of_maker).collect()
}

/// Every product that a fair shows.
pub fn of_fair(catalogue: &Catalogue, shown: &[ProductId], fair: &Fair) -> BTreeSet<ProductId> {
    fair.booths().flat_map(|booth| products_of(catalogue, shown, booth)).collect()
}

/// The finding that tells how many were left after each condition.
fn empty(brochure: &Brochure, steps: &[(Text, usize)], only_lapsed: bool) -> Diagnostic {
    let told = |pick: fn(&Text) -> &str| {
        let steps = steps.iter().map(|(label, n)| format!("{} {n}", pick(label)));
        steps.collect::<Vec<_>>().join(", ")
    };
    let (vi, en) = (told(|text| &text.vi), told(|text| &text.en));
    let hint = if only_lapsed {
        (
            "mọi sản phẩm được chọn đều đã hết hạn; muốn in cả chúng thì ghi `lapsed: true`, trên dòng lệnh là `--lapsed`",
            "every chosen product has lapsed; to print them all the same write `lapsed: true`, on the command line `--lapsed`",
        )
    } else {
        (
            "bớt điều kiện cuối cùng làm số còn lại về 0",
            "relax the condition that brings the number down to 0",
        )
    };
    Diagnostic::new(
        &BROCHURE_EMPTY,
        brochure.span,
        format!("không sản phẩm nào qua mọi điều kiện: {vi}"),
        format!("no product passes all conditions: {en}"),
    )
    .hint(hint.0, hint.1)
}
