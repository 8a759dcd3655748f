//! Places: the provinces with their weight, and communes with made-up names.
//!
//! A province of today has about a hundred communes; each was made of three
//! former ones of one district of one former province, as since July 2025. The
//! names are of plausible syllables; within a province no two are equal without
//! their marks. Large provinces hold more products than small ones.
//!
//! Never uses the list of real communes.

use std::collections::BTreeSet;

use dacsan::model::region::Regions;
use dacsan::text::slug::slugify;

use crate::dice::Dice;

/// Communes of a province.
const COMMUNES: usize = 97;

/// Districts of a former province.
const DISTRICTS: usize = 9;

const FIRST: [&str; 40] = [
    "Tân",
    "Phú",
    "An",
    "Bình",
    "Long",
    "Hòa",
    "Thạnh",
    "Vĩnh",
    "Mỹ",
    "Hưng",
    "Quang",
    "Đông",
    "Tây",
    "Nam",
    "Bắc",
    "Thanh",
    "Xuân",
    "Hồng",
    "Kim",
    "Ngọc",
    "Yên",
    "Nghĩa",
    "Trung",
    "Đại",
    "Thượng",
    "Hạ",
    "Nậm",
    "Cam",
    "Sơn",
    "Hải",
    "Cẩm",
    "Liên",
    "Phước",
    "Thuận",
    "Lộc",
    "Đức",
    "Minh",
    "Hiệp",
    "Quảng",
    "Văn",
];

const SECOND: [&str; 36] = [
    "Phong", "Lâm", "Sơn", "Giang", "Hải", "Thủy", "Lộc", "Thịnh", "Thành", "Hưng", "Khê",
    "Xuân", "Lập", "Phú", "Đông", "Châu", "Quý", "Điền", "Mỹ", "Tiến", "Thắng", "Hợp", "Hội",
    "Trạch", "Cương", "Lĩnh", "Bình", "An", "Hòa", "Lương", "Sa", "Thọ", "Ninh", "Vân",
    "Khánh", "Tường",
];

/// Products in ten thousand, by province; the others share what is left.
const WEIGHTS: [(&str, usize); 34] = [
    ("ha-noi", 900),
    ("ho-chi-minh", 430),
    ("thanh-hoa", 430),
    ("gia-lai", 420),
    ("quang-ninh", 320),
    ("nghe-an", 410),
    ("dong-thap", 400),
    ("an-giang", 380),
    ("lam-dong", 400),
    ("vinh-long", 390),
    ("can-tho", 370),
    ("thai-nguyen", 340),
    ("bac-ninh", 330),
    ("hai-phong", 330),
    ("phu-tho", 350),
    ("lao-cai", 320),
    ("ninh-binh", 330),
    ("hung-yen", 300),
    ("tuyen-quang", 300),
    ("da-nang", 300),
    ("dak-lak", 300),
    ("tay-ninh", 250),
    ("dong-nai", 260),
    ("ca-mau", 260),
    ("quang-ngai", 240),
    ("quang-tri", 230),
    ("ha-tinh", 220),
    ("khanh-hoa", 200),
    ("son-la", 170),
    ("lang-son", 130),
    ("hue", 130),
    ("cao-bang", 110),
    ("lai-chau", 110),
    ("dien-bien", 90),
];

/// A commune with what it was before.
pub(crate) struct Commune {
    /// "Xã Tân Phong".
    pub(crate) name: String,
    /// "Tân Phong".
    pub(crate) bare: String,
    /// Name of the former province.
    pub(crate) former_province: String,
    /// "huyện Phú Lâm".
    pub(crate) district: String,
    /// "xã An Khê".
    pub(crate) former: Vec<String>,
}

/// A province with its communes.
pub(crate) struct Province {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Share of products.
    pub(crate) weight: usize,
    /// Its communes.
    pub(crate) communes: Vec<Commune>,
}

/// Two syllables that read like the name of a place.
pub(crate) fn name(dice: &mut Dice) -> String {
    let first = dice.pick(&FIRST);
    let mut second = dice.pick(&SECOND);
    while second == first {
        second = dice.pick(&SECOND);
    }
    format!("{first} {second}")
}

/// All provinces.
pub(crate) fn provinces(regions: &Regions, seed: u64) -> Vec<Province> {
    let provinces = regions.provinces.iter().enumerate();
    let province = |(number, province): (usize, &dacsan::model::region::Province)| {
        let mut dice = Dice::new(seed, "province", number);
        let formers = province.formers.iter().filter_map(|id| regions.former(*id));
        let formers: Vec<&str> = formers.map(|former| former.name.vi.as_str()).collect();
        let weight = WEIGHTS.iter().find(|(slug, _)| *slug == province.slug);
        Province {
            slug: province.slug.clone(),
            name: province.name.vi.clone(),
            weight: weight.map_or(100, |(_, weight)| *weight),
            communes: communes(&mut dice, &formers),
        }
    };
    provinces.map(province).collect()
}

fn communes(dice: &mut Dice, formers: &[&str]) -> Vec<Commune> {
    let (mut today, mut before) = (BTreeSet::new(), BTreeSet::new());
    let districts: Vec<String> = (0..DISTRICTS)
        .map(|number| {
            let title = if number == 0 { "thị xã" } else { "huyện" };
            format!("{title} {}", fresh(dice, &mut before))
        })
        .collect();
    (0..COMMUNES)
        .map(|number| {
            let bare = fresh(dice, &mut today);
            let title = if number % 6 == 0 { "Phường" } else { "Xã" };
            let old_title = if number % 6 == 0 { "phường" } else { "xã" };
            Commune {
                name: format!("{title} {bare}"),
                bare,
                former_province: dice.pick(formers).to_owned(),
                district: districts.get(dice.below(DISTRICTS)).cloned().unwrap_or_default(),
                former: (0..3)
                    .map(|_| format!("{old_title} {}", fresh(dice, &mut before)))
                    .collect(),
            }
        })
        .collect()
}

/// A name that differs from those before it also without its marks.
fn fresh(dice: &mut Dice, taken: &mut BTreeSet<String>) -> String {
    loop {
        let name = name(dice);
        if taken.insert(slugify(&name)) {
            return name;
        }
    }
}
