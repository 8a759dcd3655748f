//! The page of a producer.

use serde::Serialize;

use crate::model::producer::{Producer, ProducerId};
use crate::model::product::ProductId;
use crate::render::view::place::{self, PlaceView};
use crate::render::view::product::{self, ContactView, PhotoView, SourceView};
use crate::render::view::{Supply, prose};

/// A producer's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProducerView {
    /// The producer.
    pub r: MakerDetailView,
    /// Cards of its products.
    pub cards: Vec<String>,
}

/// Everything a page tells of its producer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MakerDetailView {
    /// Legal form; may be empty.
    pub kind: String,
    /// Name as registered.
    pub name: String,
    /// Where.
    pub place: PlaceView,
    /// First photo.
    pub photo: Option<PhotoView>,
    /// Story; may be empty.
    pub story_html: String,
    /// Language of the story.
    pub story_lang: &'static str,
    /// "3 sản phẩm".
    pub count_text: String,
    /// Business contacts.
    pub contacts: Vec<ContactView>,
    /// Name it had before; may be empty.
    pub former_name: String,
    /// Registration number; may be empty.
    pub registration: String,
    /// Year it was founded; may be empty.
    pub founded: String,
    /// Number of members; may be empty.
    pub members: String,
    /// Sources.
    pub sources: Vec<SourceView>,
}

/// Shown products of a producer.
pub fn products<'a>(supply: &Supply<'a>, id: ProducerId) -> &'a [ProductId] {
    supply.site.products_of.get(&id).map_or(&[], Vec::as_slice)
}

/// The detail of a shown producer.
pub fn detail(supply: &Supply<'_>, id: ProducerId) -> Option<MakerDetailView> {
    let producer = supply.catalogue.producer(id)?;
    let story = prose::story(
        supply,
        producer.file,
        producer.story.as_ref(),
        producer.english_story.as_ref(),
    );
    let products = products(supply, id);
    Some(MakerDetailView {
        kind: supply.form(id),
        name: producer.name.value.clone(),
        place: place(supply, producer, products),
        photo: producer.photos.first().and_then(|photo| product::photo(supply, photo)),
        story_html: story.html,
        story_lang: story.lang,
        count_text: supply.count("count.products", products.len()),
        contacts: product::contacts(supply, &producer.contacts),
        former_name: producer.former_name.clone().unwrap_or_default(),
        registration: producer.registration.clone().unwrap_or_default(),
        founded: producer.founded.clone().unwrap_or_default(),
        members: producer.members.map(|members| members.to_string()).unwrap_or_default(),
        sources: product::sources(&producer.sources),
    })
}

/// Its own place, else that of its first product.
fn place(supply: &Supply<'_>, producer: &Producer, products: &[ProductId]) -> PlaceView {
    if let Some(own) = &producer.place {
        return place::of(supply, own);
    }
    let first = products.first().and_then(|id| Some((*id, supply.catalogue.product(*id)?)));
    match first {
        Some((id, product)) => place::of_product(supply, id, &product.place),
        None => PlaceView {
            href: None,
            text: String::new(),
            hamlet: String::new(),
            former_text: String::new(),
        },
    }
}
