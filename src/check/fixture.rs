//! The good catalogue of the tests: one made-up product, one producer, no
//! finding on 23 November 2026. A test spoils one thing and names the codes
//! that must come of it, no more and no fewer.

mod world;

use world::{GROUPS, KINDS, SUBGROUPS};

use super::run;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span, Spanned};
use crate::model::catalogue::Catalogue;
use crate::model::photo::{Photo, PhotoSize};
use crate::model::place::{FormerPlace, Place};
use crate::model::producer::{Producer, ProducerId};
use crate::model::product::{
    Certificate, Contact, ContactKind, Dong, English, Pack, Product, ProductId, State,
};
use crate::model::rating::{Event, Rating, Score, Stars};
use crate::model::region::{FormerId, ProvinceId};
use crate::model::scheme::{
    CertificateKindId, EditionId, GroupId, ProducerKindId, ProductKindId, SubgroupId,
};
use crate::model::settings::Settings;
use crate::model::story::Story;
use crate::picture::Format;
use crate::source::Tree;
use crate::text::date::{Day, PartialDate};

/// Where everything of the fixture stands.
pub(super) const SPAN: Span = Span { file: FileId(0), start: 0, end: 0 };

/// The day of the tests.
const TODAY: &str = "2026-11-23";

/// Folder and files of the photos that [`photo`] may name.
const PHOTOS: [&str; 2] = ["anh-bia.jpg", "IMG_2034.JPG"];

/// Spoils the one product and expects these codes.
#[track_caller]
pub(super) fn check(spoil: impl FnOnce(&mut Product), want: &[&str]) {
    check_catalogue(|catalogue| spoil(&mut catalogue.products[0]), want);
}

/// Spoils the catalogue and expects these codes.
#[track_caller]
pub(super) fn check_catalogue(spoil: impl FnOnce(&mut Catalogue), want: &[&str]) {
    let findings = run_on(spoil);
    let found: Vec<_> = findings.iter().map(|finding| finding.code.name).collect();
    let messages: Vec<_> = findings.iter().map(|finding| finding.message.vi.as_str()).collect();
    assert_eq!(found, want, "{messages:#?}");
}

/// The findings of the spoilt catalogue, for tests of places and words.
pub(super) fn run_on(spoil: impl FnOnce(&mut Catalogue)) -> Diagnostics {
    let mut catalogue = catalogue();
    spoil(&mut catalogue);
    run(&catalogue, &tree(), Day::parse_iso(TODAY).expect("a day of the test"))
}

/// A value at the fixture's place.
pub(super) fn spanned<T>(value: T) -> Spanned<T> {
    Spanned::new(value, SPAN)
}

/// A text of a field.
#[expect(clippy::unnecessary_wraps, reason = "fields are optional")]
pub(super) fn text(text: &str) -> Option<Spanned<String>> {
    Some(spanned(text.to_owned()))
}

/// A date in any precision; `None` for an empty text.
pub(super) fn date(written: &str) -> Option<Spanned<PartialDate>> {
    if written.is_empty() {
        return None;
    }
    Some(spanned(PartialDate::parse(written).expect("a date of the test")))
}

/// So many stars; `None` for 0.
pub(super) fn stars(count: u8) -> Option<Spanned<Stars>> {
    Stars::new(count).map(spanned)
}

/// A score of a grading.
pub(super) fn score(written: &str) -> Option<Spanned<Score>> {
    Score::parse(written).map(spanned)
}

/// An event; 0 stars and an empty date are not given.
pub(super) fn rating(event: Event, count: u8, decided: &str) -> Rating {
    Rating {
        event,
        stars: stars(count),
        score: None,
        decided: date(decided),
        from: None,
        months: 36,
        decision: None,
        level: None,
        span: SPAN,
    }
}

/// A pack with a dated price.
pub(super) fn pack(price: u64) -> Pack {
    Pack {
        name: None,
        net: None,
        price: Some(spanned(Dong(price))),
        priced_on: date("2026-10"),
        gtin: None,
        span: SPAN,
    }
}

/// A certificate with its last day.
pub(super) fn certificate(expires: &str) -> Certificate {
    Certificate {
        kind: spanned(CertificateKindId(0)),
        number: None,
        scope: None,
        issuer: None,
        expires: date(expires),
    }
}

/// A sort of product by its slug.
pub(super) fn product_kind(slug: &str) -> Option<Spanned<ProductKindId>> {
    let index = KINDS.iter().position(|kind| *kind == slug).expect("a kind of the test");
    u16::try_from(index).ok().map(|index| spanned(ProductKindId(index)))
}

/// Group and subgroup by path, "thuc-pham/che-bien"; without a subgroup "thuc-pham".
pub(super) fn place_in_group(product: &mut Product, path: &str) {
    let (group, below) = path.split_once('/').unwrap_or((path, ""));
    let position = GROUPS.iter().position(|slug| *slug == group).expect("a group of the test");
    let handle = |index: usize| u16::try_from(index).expect("few");
    product.group = spanned(GroupId(handle(position)));
    let subgroup = SUBGROUPS.iter().position(|(_, slug, _)| *slug == below);
    product.subgroup = subgroup.map(|index| spanned(SubgroupId(handle(index))));
}

/// A story that begins its file.
pub(super) fn story(markdown: &str) -> Story {
    Story { markdown: markdown.into(), span: Span::new(FileId(0), 0, markdown.len()) }
}

/// A good photo of one of the fixture's files.
pub(super) fn photo(file: &str) -> Photo {
    let file = tree().find(&format!("content/products/hat-sen/{file}")).expect("a photo");
    Photo {
        file,
        span: SPAN,
        alt: text("Hạt sen sấy trong hộp giấy mở nắp"),
        alt_en: None,
        credit: None,
        licence: None,
        role: text("cover"),
        consent: None,
        focus: (50, 50),
        size: PhotoSize { width: 1200, height: 900 },
        format: Format::Jpeg,
        has_place: false,
    }
}

/// A producer with its own file, elsewhere than the good one's commune.
pub(super) fn producer(name: &str) -> Producer {
    Producer {
        slug: "hop-tac-xa-vi-du".to_owned(),
        file: FileId(0),
        inline: false,
        state: State::Published,
        name: spanned(name.to_owned()),
        former_name: None,
        english_name: None,
        kind: Some(spanned(ProducerKindId(1))),
        registration: None,
        place: Some(place()),
        members: None,
        founded: None,
        contacts: Vec::new(),
        photos: Vec::new(),
        story: None,
        english_story: None,
        sources: Vec::new(),
    }
}

/// A business telephone.
pub(super) fn contact() -> Contact {
    Contact {
        kind: ContactKind::Phone,
        text: spanned("0900 000 001".to_owned()),
        href: "tel:+84900000001".to_owned(),
    }
}

/// A product like the good one, under another handle.
pub(super) fn another_product(catalogue: &Catalogue) -> Product {
    catalogue.product(ProductId(0)).expect("the good product").clone()
}

fn tree() -> Tree {
    let paths = PHOTOS.map(|name| format!("content/products/hat-sen/{name}"));
    let files: Vec<(&str, &[u8])> =
        paths.iter().map(|path| (path.as_str(), [0xff, 0xd8].as_slice())).collect();
    Tree::from_memory(&files)
}

fn catalogue() -> Catalogue {
    let mut settings = Settings::new(SPAN);
    settings.base_url = Some("https://ocop.vi-du.example/".to_owned());
    Catalogue {
        settings,
        scheme: world::scheme(),
        regions: world::regions(),
        producers: vec![producer("Hợp tác xã Ví Dụ")],
        products: vec![product()],
        pages: Vec::new(),
        codes: Vec::new(),
        fairs: Vec::new(),
        brochures: Vec::new(),
    }
}

fn product() -> Product {
    Product {
        slug: "hat-sen".to_owned(),
        file: FileId(0),
        story_file: None,
        state: State::Published,
        name: spanned("Hạt sen sấy Ví Dụ".to_owned()),
        english: English::default(),
        aka: Vec::new(),
        summary: text("Hạt sen sấy giòn đóng hộp giấy."),
        edition: EditionId(0),
        group: spanned(GroupId(0)),
        former_group: None,
        subgroup: Some(spanned(SubgroupId(0))),
        producer: Some(ProducerId(0)),
        place: place(),
        kind: product_kind("ordinary-food"),
        ratings: vec![rating(Event::First, 4, "2025-03-10")],
        packs: Vec::new(),
        facts: Vec::new(),
        buyer_facts: Vec::new(),
        service: Vec::new(),
        certificates: Vec::new(),
        contacts: vec![contact()],
        shops: Vec::new(),
        trace: None,
        photos: vec![photo("anh-bia.jpg")],
        story: Some(story("Sen nở từ tháng năm.\n\n## Mùa vụ\n\nHái khi trời còn mát.\n")),
        english_story: None,
        sources: vec![spanned("https://vi-du.example/quyet-dinh-001".to_owned())],
        checked: None,
        aliases: Vec::new(),
        featured: false,
        tags: Vec::new(),
        register_number: None,
        code: None,
    }
}

fn place() -> Place {
    Place {
        province: spanned(ProvinceId(0)),
        commune: text("Xã Ví Dụ"),
        hamlet: None,
        former: FormerPlace {
            province: Some(spanned(FormerId(0))),
            district: text("huyện Ví Dụ"),
            commune: text("xã Ví Dụ"),
        },
    }
}
