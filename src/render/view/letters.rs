//! Names from A to Z, of products and of producers.

use serde::Serialize;

use crate::derive::letters::{Letter, letters};
use crate::derive::route::Target;
use crate::model::producer::ProducerId;
use crate::model::product::ProductId;
use crate::render::view::Supply;
use crate::render::view::rating;
use crate::text::collate;
use crate::text::slug::slugify;

/// An index from A to Z.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LettersView {
    /// Heading.
    pub heading: String,
    /// Letters that have names.
    pub letters: Vec<LetterView>,
}

/// The names of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// Anchor.
    pub id: String,
    /// "Đ".
    pub letter: String,
    /// Names.
    pub items: Vec<NameView>,
}

/// A name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NameView {
    /// State of the stars; may be empty.
    pub state: &'static str,
    /// Route.
    pub href: String,
    /// Name.
    pub label: String,
    /// Province, or how many products.
    pub note: String,
}

/// Products from A to Z.
pub fn products(supply: &Supply<'_>) -> LettersView {
    let name = |id: &ProductId| {
        let product = supply.catalogue.product(*id);
        product.map(|product| product.name.value.clone()).unwrap_or_default()
    };
    let slug = |id: &ProductId| {
        let product = supply.catalogue.product(*id);
        product.map(|product| product.slug.clone()).unwrap_or_default()
    };
    let sorted = letters(supply.site.shown.iter().copied(), name, slug);
    LettersView {
        heading: supply.say("view.a_z", &[]),
        letters: view(sorted, &|id| product(supply, id)),
    }
}

fn product(supply: &Supply<'_>, id: ProductId) -> Option<NameView> {
    let product = supply.catalogue.product(id)?;
    let province = supply.catalogue.regions.province(product.place.province.value)?;
    let rating = rating::rating(supply, id);
    let parts =
        [rating.label.as_str(), rating.short_label.as_str(), supply.text(&province.name)];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(NameView {
        state: rating.state,
        href: supply.route(Target::Product(id))?,
        label: product.name.value.clone(),
        note: parts.join(" · "),
    })
}

/// Producers from A to Z, without the words of their legal form.
pub fn producers(supply: &Supply<'_>) -> LettersView {
    let name = |id: &ProducerId| {
        let producer = supply.catalogue.producer(*id);
        let name = producer.map_or("", |producer| producer.name.value.as_str());
        collate::producer_sort_name(name).to_owned()
    };
    let slug = |id: &ProducerId| {
        let producer = supply.catalogue.producer(*id);
        producer.map(|producer| producer.slug.clone()).unwrap_or_default()
    };
    let sorted = letters(supply.site.producers.iter().copied(), name, slug);
    LettersView {
        heading: supply.say("view.all_producers", &[]),
        letters: view(sorted, &|id| producer(supply, id)),
    }
}

fn producer(supply: &Supply<'_>, id: ProducerId) -> Option<NameView> {
    let products = super::producer::products(supply, id);
    let first = products.first().and_then(|id| supply.catalogue.product(*id));
    let province = first
        .and_then(|product| supply.catalogue.regions.province(product.place.province.value));
    let province = province.map_or("", |province| supply.text(&province.name));
    let count = supply.count("count.products", products.len());
    Some(NameView {
        state: "",
        href: supply.route(Target::Producer(id))?,
        label: supply.catalogue.producer(id)?.name.value.clone(),
        note: format!("{count} · {province}"),
    })
}

fn view<T: Copy>(
    letters: Vec<Letter<T>>,
    name: &dyn Fn(T) -> Option<NameView>,
) -> Vec<LetterView> {
    let letter = |letter: Letter<T>| LetterView {
        id: anchor(&letter.initial),
        letter: letter.initial,
        items: letter.entries.into_iter().filter_map(name).collect(),
    };
    letters.into_iter().map(letter).collect()
}

/// Anchor of a heading: Ă and Â must not share that of A.
fn anchor(initial: &str) -> String {
    let code = initial.chars().next().map_or(0, u32::from);
    match slugify(initial) {
        plain if plain.is_empty() => "chu-khac".to_owned(),
        plain if initial.is_ascii() => format!("chu-{plain}"),
        plain => format!("chu-{plain}-{code:x}"),
    }
}
