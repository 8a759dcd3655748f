//! Producers: three for four products, as in the real programme.
//!
//! Every name holds the words "Ví Dụ", every telephone number starts with
//! `0900 000`, so that nobody takes one for real. Kinds follow the programme's
//! figures: 39 % households, 32 % cooperatives, 22 % firms.
//!
//! Never names a person.

use std::collections::BTreeSet;

use dacsan::text::slug::slugify;

use crate::dice::Dice;
use crate::places::{self, Province};
use crate::story;

/// First words of names, with the kind and the share.
const FORMS: [(&str, &str, usize); 7] = [
    ("Hộ kinh doanh", "ho-san-xuat-kinh-doanh", 390),
    ("Hợp tác xã nông nghiệp", "hop-tac-xa", 170),
    ("HTX dịch vụ tổng hợp", "hop-tac-xa", 150),
    ("Công ty TNHH", "doanh-nghiep", 140),
    ("Công ty Cổ phần thực phẩm", "doanh-nghiep", 80),
    ("Cơ sở sản xuất", "co-so-san-xuat", 45),
    ("Tổ hợp tác", "to-hop-tac", 25),
];

/// A producer.
pub(crate) struct Maker {
    /// Its slug, the name of its file.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Index of its province.
    pub(crate) province: usize,
    /// Index of its commune.
    pub(crate) commune: usize,
    /// Which of the three former communes.
    pub(crate) former: usize,
    /// Its telephone number.
    pub(crate) phone: String,
    kind: &'static str,
    number: usize,
}

/// `count` producers, spread over the provinces by their weight.
pub(crate) fn makers(count: usize, provinces: &[Province], seed: u64) -> Vec<Maker> {
    let mut taken = BTreeSet::new();
    (0..count).map(|number| maker(number, provinces, seed, &mut taken)).collect()
}

fn maker(
    number: usize,
    provinces: &[Province],
    seed: u64,
    taken: &mut BTreeSet<String>,
) -> Maker {
    let mut dice = Dice::new(seed, "maker", number);
    let order: Vec<usize> = (0..provinces.len()).collect();
    let weight = |index: &usize| provinces.get(*index).map_or(0, |province| province.weight);
    let province = dice.weighted(&order, weight).copied().unwrap_or(0);
    let communes = provinces.get(province).map_or(1, |province| province.communes.len());
    let commune = dice.below_skewed(communes);
    let (form, kind) = dice
        .weighted(&FORMS, |form| form.2)
        .map_or(("Hợp tác xã", "hop-tac-xa"), |form| (form.0, form.1));
    let bare = format!("{form} Ví Dụ {}", places::name(&mut dice));
    let names = std::iter::once(bare.clone())
        .chain((2..).map(|again: usize| format!("{bare} {again}")));
    let mut free = names.filter(|name| taken.insert(slugify(name)));
    let name = free.next().unwrap_or(bare);
    Maker {
        slug: slugify(&name),
        name,
        province,
        commune,
        former: dice.below(3),
        phone: format!("0900 000 {:03}", dice.between(1, 999)),
        kind,
        number,
    }
}

/// Path below `content/` and text of a producer's file.
pub(crate) fn file(maker: &Maker, provinces: &[Province], seed: u64) -> (String, String) {
    let mut dice = Dice::new(seed, "maker file", maker.number);
    let province = provinces.get(maker.province);
    let commune = province.and_then(|province| province.communes.get(maker.commune));
    let mut lines = vec![format!("name: {}", maker.name), format!("kind: {}", maker.kind)];
    if let Some((province, commune)) = province.zip(commune) {
        lines.push(format!("province: {}", province.name));
        lines.push(format!("commune: {}", commune.name));
        lines.push("former:".to_owned());
        lines.push(format!("  province: {}", commune.former_province));
        lines.push(format!("  district: {}", commune.district));
        let former = commune.former.get(maker.former);
        lines.extend(former.map(|name| format!("  commune: {name}")));
    }
    if maker.kind.ends_with("hop-tac") || maker.kind == "hop-tac-xa" {
        lines.push(format!("members: {}", dice.between(7, 60)));
    }
    lines.push(format!("founded: {}", dice.between(1998, 2023)));
    lines.push("contacts:".to_owned());
    lines.push(format!("  phone: {}", maker.phone));
    if dice.happens(500) {
        lines.push(format!("  email: chu-the-{}@vi-du.example", maker.number));
    }
    lines.push("sources:".to_owned());
    lines.push(format!("  - https://vi-du.example/chu-the/{}", maker.number));
    let facts = lines.join("\n");
    if dice.happens(300) {
        let place = commune.map_or("Ví Dụ", |commune| commune.bare.as_str());
        let told = story::of_maker(&mut dice, &maker.name, place);
        return (
            format!("producers/{}.md", maker.slug),
            format!("---\n{facts}\n---\n{told}\n"),
        );
    }
    (format!("producers/{}.yaml", maker.slug), format!("{facts}\n"))
}
