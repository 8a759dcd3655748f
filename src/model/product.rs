//! Product: one rated speciality with everything a reader may see of it.

use crate::diag::span::{FileId, Span, Spanned};
use crate::model::code::ProductCode;
use crate::model::photo::Photo;
use crate::model::place::Place;
use crate::model::producer::ProducerId;
use crate::model::rating::Rating;
use crate::model::scheme::{CertificateKindId, EditionId, GroupId, ProductKindId, SubgroupId};
use crate::model::story::Story;
use crate::text::date::{Day, PartialDate};
use crate::text::lang::Text;

/// Handle of a [`Product`] in its catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProductId(pub u32);

/// How far a dossier is on its way to the public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Being written; never shown.
    Draft,
    /// Waiting for a second pair of eyes; never shown.
    Review,
    /// Shown.
    Published,
    /// Kept but not shown, and its address answers nothing.
    Hidden,
    /// Taken down; its address answers with a plain "đã gỡ".
    Removed,
}

/// A product of the programme.
#[derive(Debug, Clone)]
pub struct Product {
    /// Address part, stable for ever.
    pub slug: String,
    /// The dossier.
    pub file: FileId,
    /// The second file of a pair (`<slug>.md` beside `<slug>.yaml`).
    pub story_file: Option<FileId>,
    /// Whether it is shown.
    pub state: State,
    /// Name on the certificate.
    pub name: Spanned<String>,
    /// Translations typed by people.
    pub english: English,
    /// Other names; feed search only.
    pub aka: Vec<String>,
    /// At most 250 characters, for cards and print.
    pub summary: Option<Spanned<String>>,
    /// Edition of the scheme under which the group was written.
    pub edition: EditionId,
    /// Group of the current edition.
    pub group: Spanned<GroupId>,
    /// Name of the group in an older edition, where the dossier gives that one.
    pub former_group: Option<FormerGroup>,
    /// Subgroup of the current edition.
    pub subgroup: Option<Spanned<SubgroupId>>,
    /// Who makes it; `None` only in drafts.
    pub producer: Option<ProducerId>,
    /// Where it is made.
    pub place: Place,
    /// What it is before the law; drives notices.
    pub kind: Option<Spanned<ProductKindId>>,
    /// Every event of its rating, as written.
    pub ratings: Vec<Rating>,
    /// What can be bought.
    pub packs: Vec<Pack>,
    /// Ingredients, allergens, storage, use and the like, in the order shown.
    pub facts: Vec<Fact>,
    /// Facts for buyers: capacity, minimum order, markets, HS code.
    pub buyer_facts: Vec<Fact>,
    /// Facts of a service: hours, capacity, prices, booking.
    pub service: Vec<Fact>,
    /// Certificates, each with its own expiry.
    pub certificates: Vec<Certificate>,
    /// Business contacts.
    pub contacts: Vec<Contact>,
    /// Shops on the web.
    pub shops: Vec<Contact>,
    /// Traceability address.
    pub trace: Option<Spanned<String>>,
    /// Photos, the first is the cover.
    pub photos: Vec<Photo>,
    /// Story in Vietnamese.
    pub story: Option<Story>,
    /// Story in English.
    pub english_story: Option<Story>,
    /// Addresses of the sources of the facts.
    pub sources: Vec<Spanned<String>>,
    /// Who checked it last, and when.
    pub checked: Option<Checked>,
    /// Slugs it had before.
    pub aliases: Vec<Spanned<String>>,
    /// Whether the home page may lead with it.
    pub featured: bool,
    /// Free words to find it by.
    pub tags: Vec<String>,
    /// Number in the office's own register, where it has one.
    pub register_number: Option<Spanned<String>>,
    /// Permanent code of the ledger; `None` until `dacsan codes` has given one.
    pub code: Option<ProductCode>,
}

impl Product {
    /// Gives back the room that its lists have left over: they do not grow any more.
    pub fn settle(&mut self) {
        self.ratings.shrink_to_fit();
        self.packs.shrink_to_fit();
        for facts in [&mut self.facts, &mut self.buyer_facts, &mut self.service] {
            facts.shrink_to_fit();
        }
        self.certificates.shrink_to_fit();
        for contacts in [&mut self.contacts, &mut self.shops] {
            contacts.shrink_to_fit();
        }
        self.sources.shrink_to_fit();
    }
}

/// Translations of the short fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct English {
    /// Name in English.
    pub name: Option<String>,
    /// Summary in English.
    pub summary: Option<String>,
}

/// Group under which an older edition granted the certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerGroup {
    /// Name of the group in that edition.
    pub name: Text,
    /// The edition.
    pub edition: EditionId,
}

/// One pack on sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// "Hũ thuỷ tinh", "Combo quà".
    pub name: Option<String>,
    /// Net quantity.
    pub net: Option<Spanned<Net>>,
    /// Price.
    pub price: Option<Spanned<Dong>>,
    /// Day on which the price was true.
    pub priced_on: Option<Spanned<PartialDate>>,
    /// GTIN-8, -12, -13 or -14 as text, leading zeros kept.
    pub gtin: Option<Spanned<String>>,
    /// Where the pack is written.
    pub span: Span,
}

/// Whole đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dong(pub u64);

/// Net quantity of a pack as shown, with its weight where that can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Net {
    /// "500 g", with a no-break space.
    pub text: String,
    /// Grams (of "g", "kg"); millilitres are not weights.
    pub grams: Option<u32>,
}

/// A labelled fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Key of its label, e.g. `storage`.
    pub key: &'static str,
    /// The text.
    pub text: Spanned<String>,
}

/// A certificate beside the rating (`VietGAP`, HACCP, geographical indication…).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Kind known to the scheme data.
    pub kind: Spanned<CertificateKindId>,
    /// Number on it.
    pub number: Option<String>,
    /// What it covers.
    pub scope: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Last day of validity.
    pub expires: Option<Spanned<PartialDate>>,
}

/// Ways to reach someone; business ones only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContactKind {
    /// Telephone.
    Phone,
    /// Zalo account, by its number.
    Zalo,
    /// E-mail.
    Email,
    /// Web site.
    Web,
    /// Facebook page.
    Facebook,
    /// Shop on a market place; the label names it.
    Shop,
}

/// One contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Sort of contact.
    pub kind: ContactKind,
    /// What is shown: "0209 3xxx xxx", "Postmart".
    pub text: Spanned<String>,
    /// Where it leads: `tel:+84…`, `https://zalo.me/…`, `mailto:…`, `https://…`.
    pub href: String,
}

/// Last check by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Who.
    pub by: Option<String>,
    /// When.
    pub on: Option<Day>,
}
