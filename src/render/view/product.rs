//! The page of a product.

mod parts;

pub use parts::{
    CertificateView, ContactView, DetailView, FactView, PackView, PhotoView, ProducerLinkView,
    ProductView, SourceView, StepView,
};

use crate::derive::listing::ListKind;
use crate::derive::route::Target;
use crate::derive::shortlist;
use crate::diag::span::Spanned;
use crate::model::photo::Photo;
use crate::model::product::{
    Certificate, Contact, ContactKind, Fact, Pack, Product, ProductId,
};
use crate::model::scheme::SubgroupId;
use crate::render::view::Supply;
use crate::render::view::card;
use crate::render::view::picture;
use crate::render::view::place;
use crate::render::view::prose;
use crate::render::view::rating;
use crate::text::date::PartialDate;
use crate::text::fold;
use crate::text::lang::Lang;
use crate::text::number;

/// The detail of a shown product.
pub fn detail(supply: &Supply<'_>, id: ProductId) -> Option<DetailView> {
    let product = supply.catalogue.product(id)?;
    let (name, name_lang) = card::name(supply, product);
    let (summary, summary_lang) = card::summary(supply, product);
    let file = product.story_file.unwrap_or(product.file);
    let story =
        prose::story(supply, file, product.story.as_ref(), product.english_story.as_ref());
    let permanent_href = card::permanent(product);
    let permanent = supply.url(&permanent_href).unwrap_or_else(|| permanent_href.clone());
    Some(DetailView {
        code: card::code(product),
        permanent: if permanent_href.is_empty() { String::new() } else { permanent },
        permanent_href,
        pick: shortlist::key(product),
        group: card::group(supply, product),
        subgroups: subgroups(supply, product.subgroup.as_ref().map(|id| id.value)),
        former_group: former_group(supply, product),
        cover: card::cover(supply, id, product),
        cover_note: product.photos.first().map(|it| cover_note(supply, it)).unwrap_or_default(),
        name,
        name_lang,
        rating: rating::rating(supply, id),
        score: rating::score(supply, id, product),
        producer: producer(supply, product),
        place: place::of_product(supply, id, &product.place),
        adult: card::is_for_adults(supply, product),
        notices: card::notices(supply, product),
        packs: product.packs.iter().map(|pack| pack_view(supply, pack)).collect(),
        contacts: contacts(supply, own_contacts(supply, product)),
        shops: contacts(supply, &product.shops),
        trace: text_of(product.trace.as_ref()),
        summary,
        summary_lang,
        story_html: story.html,
        story_lang: story.lang,
        photos: photos(supply, product),
        facts: facts(supply, product),
        service: labelled(supply, "service", &product.service),
        buyer: labelled(supply, "buyer", &product.buyer_facts),
        history: rating::history(supply, product),
        certificates: product.certificates.iter().map(|it| certificate(supply, it)).collect(),
        aka: product.aka.clone(),
        tags: product.tags.clone(),
        sources: sources(&product.sources),
        checked: checked(supply, product),
    })
}

fn text_of(text: Option<&Spanned<String>>) -> String {
    text.map(|text| text.value.clone()).unwrap_or_default()
}

/// A product without contacts of its own is reached through its producer.
fn own_contacts<'a>(supply: &Supply<'a>, product: &'a Product) -> &'a [Contact] {
    if !product.contacts.is_empty() {
        return &product.contacts;
    }
    let producer = product.producer.and_then(|id| supply.catalogue.producer(id));
    producer.map_or(&[], |producer| producer.contacts.as_slice())
}

fn subgroups(supply: &Supply<'_>, lowest: Option<SubgroupId>) -> Vec<StepView> {
    let mut steps = Vec::new();
    let mut next = lowest;
    while let Some(id) = next {
        let Some(subgroup) = supply.catalogue.scheme.subgroup(id) else { break };
        let name = supply.text(&subgroup.name).to_owned();
        steps.extend(
            supply.list_route(ListKind::Subgroup(id)).map(|href| StepView { href, name }),
        );
        next = subgroup.parent;
    }
    steps.reverse();
    steps
}

fn former_group(supply: &Supply<'_>, product: &Product) -> String {
    let Some(former) = &product.former_group else { return String::new() };
    let edition = supply.catalogue.scheme.edition(former.edition);
    let edition = edition.map_or("", |edition| edition.slug.as_str());
    let group = supply.text(&former.name);
    supply.say("former_group", &[("group", group), ("edition", edition)])
}

fn producer(supply: &Supply<'_>, product: &Product) -> ProducerLinkView {
    let Some((id, producer)) =
        product.producer.and_then(|id| Some((id, supply.catalogue.producer(id)?)))
    else {
        return ProducerLinkView { href: None, name: String::new(), kind: String::new() };
    };
    ProducerLinkView {
        href: supply.route(Target::Producer(id)),
        name: producer.name.value.clone(),
        kind: supply.form(id),
    }
}

/// A pack with its prices.
pub fn pack_view(supply: &Supply<'_>, pack: &Pack) -> PackView {
    let net = pack.net.as_ref().map(|net| &net.value);
    let price = pack.price.as_ref().map(|price| price.value.0);
    let grams = net.and_then(|net| net.grams).map(u64::from);
    // A pack of one kilogram has its unit price on it already.
    let per_kilogram = price.zip(grams.filter(|grams| *grams != 1000));
    let per_kilogram =
        per_kilogram.and_then(|(price, grams)| number::price_per_kilogram(price, grams));
    let priced_on = pack.priced_on.as_ref().filter(|_| price.is_some());
    PackView {
        name: pack.name.clone().unwrap_or_default(),
        net: net.map(|net| net.text.clone()).unwrap_or_default(),
        price: price.map(number::dong).unwrap_or_default(),
        unit_price: per_kilogram
            .map(|price| format!("{}/kg", number::dong(price)))
            .unwrap_or_default(),
        price_date: priced_on.map(|day| price_date(supply, day.value)).unwrap_or_default(),
        gtin: text_of(pack.gtin.as_ref()),
    }
}

/// "giá ngày 17/05/2026", "giá tháng 5 năm 2026".
fn price_date(supply: &Supply<'_>, day: PartialDate) -> String {
    let key = if day.is_exact() { "price.on" } else { "price.vague" };
    supply.say(key, &[("date", &day.display(supply.lang))])
}

/// Contacts with their labels.
pub fn contacts(supply: &Supply<'_>, contacts: &[Contact]) -> Vec<ContactView> {
    let view = |contact: &Contact| {
        let kind = contact_kind(contact.kind);
        let label = match contact.kind {
            ContactKind::Shop => contact.text.value.clone(),
            _ => supply.say(&format!("contact.{kind}"), &[]),
        };
        ContactView {
            kind,
            href: contact.href.clone(),
            label,
            text: contact.text.value.clone(),
        }
    };
    contacts.iter().map(view).collect()
}

fn contact_kind(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Phone => "phone",
        ContactKind::Zalo => "zalo",
        ContactKind::Email => "email",
        ContactKind::Web | ContactKind::Shop => "web",
        ContactKind::Facebook => "facebook",
    }
}

/// Photos behind the cover; a portrait without consent is not shown.
fn photos(supply: &Supply<'_>, product: &Product) -> Vec<PhotoView> {
    let rest = product.photos.iter().skip(1);
    rest.filter_map(|photo| self::photo(supply, photo)).collect()
}

/// A photo as pages show it.
pub fn photo(supply: &Supply<'_>, photo: &Photo) -> Option<PhotoView> {
    let (alt, alt_lang) = picture::words(supply, photo);
    Some(PhotoView {
        picture: picture::of_photo(supply, photo)?,
        alt,
        alt_lang,
        credit: credit(supply, photo),
        licence: photo.licence.clone().unwrap_or_default(),
    })
}

/// Who made a photo. A drawing is called one in the page's language.
fn credit(supply: &Supply<'_>, photo: &Photo) -> String {
    let credit = photo.credit.clone().unwrap_or_default();
    let is_drawn = ["minh hoa", "illustration"].contains(&fold::fold(&credit).as_str());
    if is_drawn { supply.say("photo.illustration", &[]) } else { credit }
}

/// Credit and licence of the leading picture, on one line.
fn cover_note(supply: &Supply<'_>, photo: &Photo) -> String {
    let licence = photo.licence.clone().unwrap_or_default();
    let parts = [credit(supply, photo), licence];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn facts(supply: &Supply<'_>, product: &Product) -> Vec<FactView> {
    let mut facts = labelled(supply, "fact", &product.facts);
    let kind = product.kind.as_ref();
    let kind = kind.and_then(|kind| supply.catalogue.scheme.product_kind(kind.value));
    facts.extend(kind.map(|kind| FactView {
        label: supply.say("fact.kind", &[]),
        text: supply.text(&kind.name).to_owned(),
        lang: kind.name.lang_of(supply.lang).code(),
    }));
    facts
}

fn labelled(supply: &Supply<'_>, space: &str, facts: &[Fact]) -> Vec<FactView> {
    let view = |fact: &Fact| FactView {
        label: supply.say(&format!("{space}.{}", fact.key), &[]),
        text: fact.text.value.clone(),
        lang: Lang::Vi.code(),
    };
    facts.iter().map(view).collect()
}

/// A certificate with its state on the day.
pub fn certificate(supply: &Supply<'_>, certificate: &Certificate) -> CertificateView {
    let kind = supply.catalogue.scheme.certificate_kind(certificate.kind.value);
    let expires = certificate.expires.as_ref().map(|date| date.value);
    let lapsed = expires.is_some_and(|date| date.last() < supply.site.today);
    let key = if lapsed { "certificate.lapsed" } else { "certificate.valid" };
    let state = expires.map(|date| supply.say(key, &[("until", &date.display(supply.lang))]));
    CertificateView {
        name: kind.map(|kind| supply.text(&kind.name).to_owned()).unwrap_or_default(),
        number: certificate.number.clone().unwrap_or_default(),
        scope: certificate.scope.clone().unwrap_or_default(),
        issuer: certificate.issuer.clone().unwrap_or_default(),
        state_label: state.unwrap_or_default(),
        lapsed,
    }
}

/// Sources by their host.
pub fn sources(sources: &[Spanned<String>]) -> Vec<SourceView> {
    let view = |source: &Spanned<String>| {
        let bare =
            source.value.split_once("://").map_or(source.value.as_str(), |(_, rest)| rest);
        let host = bare.split(['/', '?', '#']).next().unwrap_or(bare);
        let label = host.strip_prefix("www.").unwrap_or(host).to_owned();
        SourceView { href: source.value.clone(), label }
    };
    sources.iter().map(view).collect()
}

fn checked(supply: &Supply<'_>, product: &Product) -> String {
    let on = product.checked.as_ref().and_then(|checked| checked.on);
    let Some(day) = on else { return String::new() };
    let date = PartialDate::Day(day).display(supply.lang);
    supply.say("checked", &[("date", &date)])
}
