//! Dossiers: one product a file, as an office would write it.
//!
//! A product belongs to a producer and stands in the producer's commune. The
//! first products take one producer each, so that nobody is left without; the
//! others go to producers that have one already, to some more than to others.
//!
//! Never reads a clock: prices date from the year before the given day.

use std::collections::BTreeSet;

use dacsan::text::date::Day;
use dacsan::text::slug::slugify;

use crate::dice::Dice;
use crate::goods::{GOODS, Goods, QUALITIES};
use crate::makers::Maker;
use crate::places::{self, Province};
use crate::ratings;
use crate::story::{self, Subject};

/// What all dossiers of a run share.
pub(crate) struct Supply<'a> {
    /// Provinces with their communes.
    pub(crate) provinces: &'a [Province],
    /// Producers.
    pub(crate) makers: &'a [Maker],
    /// Seed of the run.
    pub(crate) seed: u64,
    /// Day on which ratings stand as they should.
    pub(crate) today: Day,
    /// Whether names and summaries are also given in English.
    pub(crate) english: bool,
    /// Products in a thousand that have a photo.
    pub(crate) photos: usize,
}

/// The line of a dossier that names its photo.
const PHOTO: &str = "photos:\n  - file: anh.jpg";

/// Where the photo of a dossier lies, if it names one.
pub(crate) fn photo_of(path: &str, text: &str) -> Option<String> {
    let folder = path.strip_suffix("index.md")?;
    text.contains(PHOTO).then(|| format!("{folder}anh.jpg"))
}

struct Named {
    vi: String,
    en: String,
}

/// Path below `content/` and text of the product `number`.
pub(crate) fn file(
    supply: &Supply<'_>,
    number: usize,
    taken: &mut BTreeSet<String>,
) -> Option<(String, String)> {
    let mut dice = Dice::new(supply.seed, "product", number);
    let makers = supply.makers;
    let chosen = if number < makers.len() { number } else { dice.below_skewed(makers.len()) };
    let maker = makers.get(chosen)?;
    let province = supply.provinces.get(maker.province)?;
    let commune = province.communes.get(maker.commune)?;
    let goods = dice.weighted(GOODS, |goods| goods.share)?;
    let name = named(&mut dice, goods, &commune.bare, taken);
    let slug = slugify(&name.vi);
    let (small, commune_small) = (small(&name.vi), small(&commune.name));
    let subject = Subject {
        product: &small,
        place: &commune_small,
        province: &province.name,
        group: goods.group,
    };
    let mut lines = vec![format!("name: {}", name.vi)];
    lines.push(format!("summary: \"{}\"", story::summary(&mut dice, &subject)));
    if supply.english {
        lines.push(format!("en:\n  name: {}", name.en));
        lines.push(format!("  summary: A made-up product of {}.", province.name));
    }
    lines.push("edition: \"2023\"".to_owned());
    lines.push(format!("group: {}\nsubgroup: {}", goods.group, goods.subgroup));
    lines.push(format!("producer: {}", maker.slug));
    lines.push(format!("province: {}\ncommune: {}", province.name, commune.name));
    lines.push(format!("former:\n  province: {}", commune.former_province));
    lines.push(format!("  district: {}", commune.district));
    lines.extend(commune.former.get(maker.former).map(|name| format!("  commune: {name}")));
    lines.push(format!("kind: {}", goods.kind));
    lines.push(ratings::ratings(&mut dice, supply.today).trim_end().to_owned());
    lines.extend(offer(&mut dice, goods, supply.today));
    lines.extend(facts(&mut dice, goods, &small));
    if dice.happens(800) {
        lines.push(format!("contacts:\n  phone: {}", maker.phone));
        if dice.happens(400) {
            lines.push(format!("  zalo: {}", maker.phone));
        }
    }
    lines.push(format!("sources:\n  - https://vi-du.example/quyet-dinh/{number}"));
    if dice.happens(3) {
        lines.push("featured: true".to_owned());
    }
    let told = story::of_product(&mut dice, &subject);
    // Dice of its own: the rest of the dossier does not depend on it.
    let has_photo = Dice::new(supply.seed, "has photo", number).happens(supply.photos);
    if has_photo {
        lines.push(format!("{PHOTO}\n    alt: Ảnh vẽ bằng máy cho {small}"));
        lines.push("    role: cover\n    credit: Người Ví Dụ".to_owned());
    }
    let folder = &province.slug;
    let path = if has_photo {
        format!("products/{folder}/{slug}/index.md")
    } else {
        format!("products/{folder}/{slug}.md")
    };
    Some((path, format!("---\n{}\n---\n{told}\n", lines.join("\n"))))
}

/// A name that no product before has.
fn named(dice: &mut Dice, goods: &Goods, commune: &str, taken: &mut BTreeSet<String>) -> Named {
    let (vi, en) = dice.pick(goods.nouns);
    let (quality, quality_en) =
        if dice.happens(350) { dice.pick(&QUALITIES) } else { ("", "") };
    let brand = if dice.happens(600) { commune.to_owned() } else { places::name(dice) };
    let whole = |again: usize| {
        let number = if again > 1 { format!("số {again}") } else { String::new() };
        let vi = joined(&[vi, quality, &brand, &number]);
        let number = if again > 1 { again.to_string() } else { String::new() };
        let end = if quality_en.is_empty() { String::new() } else { format!("({quality_en})") };
        Named { vi, en: joined(&[&brand, &small(en), &end, &number]) }
    };
    let mut free = (1..).map(whole).filter(|name| taken.insert(slugify(&name.vi)));
    free.next().unwrap_or(Named { vi: vi.to_owned(), en: en.to_owned() })
}

fn joined(parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.copied().collect::<Vec<_>>().join(" ")
}

/// The name with a small first letter, for the middle of a sentence.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_lowercase().collect::<String>());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// Packs with prices, or the terms of a service.
fn offer(dice: &mut Dice, goods: &Goods, today: Day) -> Vec<String> {
    let thousands = dice.between(goods.price.0, goods.price.1);
    if goods.kind == "service" {
        return vec![
            "service:\n  hours: 7:00-17:30 hằng ngày".to_owned(),
            format!("  capacity: {} khách", dice.between(12, 80)),
            format!("  prices: từ {thousands}.000 đ một khách"),
            "  booking: Gọi trước một ngày".to_owned(),
        ];
    }
    if dice.happens(150) {
        return Vec::new();
    }
    let (name, sizes) = dice.pick(goods.packs);
    let day =
        today.plus_days(i32::try_from(dice.between(10, 330)).unwrap_or(0).saturating_neg());
    let mut lines = vec!["packs:".to_owned()];
    let sizes = if sizes.is_empty() { &[""][..] } else { sizes };
    let kept = dice.between(1, sizes.len());
    for (step, net) in sizes.iter().take(kept).enumerate() {
        lines.push(format!("  - name: {name}"));
        if !net.is_empty() {
            lines.push(format!("    net: {net}"));
        }
        let price = thousands.saturating_mul(step + 1).saturating_mul(10 - step) / 10;
        lines.push(format!("    price: {}000\n    priced_on: {}", price.max(2), day.iso()));
    }
    lines
}

fn facts(dice: &mut Dice, goods: &Goods, small: &str) -> Vec<String> {
    if matches!(goods.kind, "craft" | "plant" | "service") || dice.happens(200) {
        return Vec::new();
    }
    let places = [
        "Nơi khô mát, tránh nắng",
        "Nhiệt độ thường, đậy kín sau khi mở",
        "Ngăn mát, dùng sớm sau khi mở",
    ];
    vec![
        format!("ingredients: Nguyên liệu chính của {small} {} %", dice.between(85, 99)),
        format!("storage: {}", dice.pick(&places)),
        format!("shelf_life: {} tháng kể từ ngày sản xuất", dice.between(3, 24)),
    ]
}
