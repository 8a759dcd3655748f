//! What the template of a product sees.

use serde::Serialize;

use crate::render::view::card::{CoverView, GroupView};
use crate::render::view::picture::PictureView;
use crate::render::view::place::PlaceView;
use crate::render::view::rating::{EventView, RatingView};

/// A product's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProductView {
    /// The product.
    pub p: DetailView,
    /// Cards of the same producer.
    pub same_producer: Vec<String>,
    /// Cards of neighbours.
    pub related: Vec<String>,
}

/// Everything a page tells of its product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DetailView {
    /// Its name in shortlists.
    pub pick: String,
    /// Group.
    pub group: GroupView,
    /// Subgroups from the upper to the lower.
    pub subgroups: Vec<StepView>,
    /// Group under which an older edition granted the certificate; may be empty.
    pub former_group: String,
    /// Permanent code; empty until one is given.
    pub code: String,
    /// Permanent address: whole where the site's own is known, else its route; may be empty.
    pub permanent: String,
    /// Route of the permanent address; may be empty.
    pub permanent_href: String,
    /// Leading picture.
    pub cover: CoverView,
    /// "Nguyễn Văn A · CC BY 4.0", of the leading picture; may be empty.
    pub cover_note: String,
    /// Name.
    pub name: String,
    /// Language of the name.
    pub name_lang: &'static str,
    /// Stars and validity.
    pub rating: RatingView,
    /// Score of the rating that counts; may be empty.
    pub score: String,
    /// Who makes it.
    pub producer: ProducerLinkView,
    /// Where.
    pub place: PlaceView,
    /// Whether it is for adults only.
    pub adult: bool,
    /// Notices that the law wants.
    pub notices: Vec<String>,
    /// What can be bought.
    pub packs: Vec<PackView>,
    /// Business contacts.
    pub contacts: Vec<ContactView>,
    /// Shops on the web.
    pub shops: Vec<ContactView>,
    /// Traceability address; may be empty.
    pub trace: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Language of the summary.
    pub summary_lang: &'static str,
    /// Story; may be empty.
    pub story_html: String,
    /// Language of the story.
    pub story_lang: &'static str,
    /// Further photos.
    pub photos: Vec<PhotoView>,
    /// Ingredients, storage and the like.
    pub facts: Vec<FactView>,
    /// Facts of a service.
    pub service: Vec<FactView>,
    /// Facts for buyers.
    pub buyer: Vec<FactView>,
    /// Every event of its rating.
    pub history: Vec<EventView>,
    /// Certificates beside the rating.
    pub certificates: Vec<CertificateView>,
    /// Other names.
    pub aka: Vec<String>,
    /// Free words.
    pub tags: Vec<String>,
    /// Sources.
    pub sources: Vec<SourceView>,
    /// "Đối chiếu lần cuối ngày …"; may be empty.
    pub checked: String,
}

/// A step of the classification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepView {
    /// Route.
    pub href: String,
    /// Name.
    pub name: String,
}

/// A link to the producer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProducerLinkView {
    /// Route; `None` where the producer has no page.
    pub href: Option<String>,
    /// Name as registered.
    pub name: String,
    /// Legal form; may be empty.
    pub kind: String,
}

/// A pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackView {
    /// "Hũ thuỷ tinh"; may be empty.
    pub name: String,
    /// "500 g"; may be empty.
    pub net: String,
    /// "85.000 đ"; may be empty.
    pub price: String,
    /// "170.000 đ/kg"; may be empty.
    pub unit_price: String,
    /// "giá ngày 17/05/2026"; may be empty.
    pub price_date: String,
    /// Trade number; may be empty.
    pub gtin: String,
}

/// A contact or shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactView {
    /// Name of its icon.
    pub kind: &'static str,
    /// Where it leads.
    pub href: String,
    /// "Điện thoại".
    pub label: String,
    /// What is shown.
    pub text: String,
}

/// A photo with what must be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoView {
    /// Its files, and what a page says of them.
    #[serde(flatten)]
    pub picture: PictureView,
    /// Text for those who do not see it.
    pub alt: String,
    /// Language of that text.
    pub alt_lang: &'static str,
    /// Photographer; may be empty.
    pub credit: String,
    /// Licence; may be empty.
    pub licence: String,
}

/// A labelled fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactView {
    /// Label in the page's language.
    pub label: String,
    /// Text.
    pub text: String,
    /// Language of the text.
    pub lang: &'static str,
}

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CertificateView {
    /// Its kind.
    pub name: String,
    /// Number; may be empty.
    pub number: String,
    /// What it covers; may be empty.
    pub scope: String,
    /// Who issued it; may be empty.
    pub issuer: String,
    /// Until when; may be empty.
    pub state_label: String,
    /// Whether it has run out.
    pub lapsed: bool,
}

/// A source: the host stands for the address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceView {
    /// Address.
    pub href: String,
    /// Host.
    pub label: String,
}
