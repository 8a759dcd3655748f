//! Producer (chủ thể): the cooperative, company, household or person that
//! makes a product and holds its certificate.

use crate::diag::span::{FileId, Spanned};
use crate::model::photo::Photo;
use crate::model::place::Place;
use crate::model::product::{Contact, State};
use crate::model::scheme::ProducerKindId;
use crate::model::story::Story;

/// Handle of a [`Producer`] in its catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProducerId(pub u32);

/// Who makes a product.
#[derive(Debug, Clone)]
pub struct Producer {
    /// Address part; of an inline producer, made from its name.
    pub slug: String,
    /// The producer's own file, or the dossier that names it inline.
    pub file: FileId,
    /// Whether the dossier of a product carries the facts instead of a file.
    pub inline: bool,
    /// Whether it is shown.
    pub state: State,
    /// Legal name as of today.
    pub name: Spanned<String>,
    /// Names it had before.
    pub former_name: Option<String>,
    /// Name in English, typed by a person.
    pub english_name: Option<String>,
    /// Kind as written; `None` leaves it to [`crate::model::scheme::Scheme::kind_of_name`].
    pub kind: Option<Spanned<ProducerKindId>>,
    /// Business or cooperative registration number.
    pub registration: Option<String>,
    /// Where it is.
    pub place: Option<Place>,
    /// Number of members, of a cooperative.
    pub members: Option<u32>,
    /// Year it was founded.
    pub founded: Option<String>,
    /// Business contacts.
    pub contacts: Vec<Contact>,
    /// Photos of people and place.
    pub photos: Vec<Photo>,
    /// Story in Vietnamese.
    pub story: Option<Story>,
    /// Story in English.
    pub english_story: Option<Story>,
    /// Addresses of the sources.
    pub sources: Vec<Spanned<String>>,
}
