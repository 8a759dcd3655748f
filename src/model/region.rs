//! Provinces of today and of yesterday, and how one became the other.
//!
//! Present and former slugs are two name spaces: `an-giang` is in both, with
//! another meaning. Names are matched without diacritics; codes never, for
//! they changed meaning on 1 July 2025 (docs/SOURCES.md#places).

use crate::text::fold;
use crate::text::lang::Text;

/// Handle of a [`Province`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProvinceId(pub u16);

/// Handle of a [`FormerProvince`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormerId(pub u16);

/// All places known by name.
#[derive(Debug, Clone, Default)]
pub struct Regions {
    /// Regions in which the provinces of today are grouped, in order.
    pub regions: Vec<Region>,
    /// The provinces of today.
    pub provinces: Vec<Province>,
    /// The provinces before 1 July 2025.
    pub formers: Vec<FormerProvince>,
    /// Other ways to write a province ("Sài Gòn", "Daklak").
    pub aliases: Vec<Alias>,
    /// Archipelagos named on the map.
    pub islands: Vec<Island>,
}

/// A group of provinces.
#[derive(Debug, Clone)]
pub struct Region {
    /// Stable slug.
    pub slug: String,
    /// Name.
    pub name: Text,
}

/// A province or city since 1 July 2025.
#[derive(Debug, Clone)]
pub struct Province {
    /// Address part, stable.
    pub slug: String,
    /// "An Giang".
    pub name: Text,
    /// "Tỉnh An Giang".
    pub full_name: Text,
    /// Index into [`Regions::regions`].
    pub region: Option<usize>,
    /// Cell of the tile map: column and row, from 1.
    pub tile: (u8, u8),
    /// What it was made of.
    pub formers: Vec<FormerId>,
}

/// A province before 1 July 2025.
#[derive(Debug, Clone)]
pub struct FormerProvince {
    /// Address part below `/tinh-cu/`.
    pub slug: String,
    /// "Kiên Giang".
    pub name: Text,
    /// The province it is part of today.
    pub merged_into: ProvinceId,
    /// Whether a province of today carries its name.
    pub name_kept: bool,
}

/// Another name of a province.
#[derive(Debug, Clone)]
pub struct Alias {
    /// As people write it.
    pub name: String,
    /// Slug of a present or former province.
    pub means: String,
}

/// An archipelago drawn on the map with its name.
#[derive(Debug, Clone)]
pub struct Island {
    /// "Hoàng Sa".
    pub name: Text,
    /// The province it belongs to.
    pub province: ProvinceId,
    /// Cell of the tile map: column and row, from 1.
    pub tile: (u8, u8),
}

/// What a written name of a province means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProvinceName {
    /// A province of today.
    Present(ProvinceId),
    /// Only a former one; the province of today that holds it.
    Former(FormerId, ProvinceId),
}

/// Key under which names of provinces are equal: "Tỉnh Đăk Lăk" = "daklak".
pub fn province_key(name: &str) -> String {
    let folded = fold::fold(name);
    let mut rest = folded.trim();
    for title in ["tinh ", "thanh pho ", "tp. ", "tp.", "tp "] {
        if let Some(bare) = rest.strip_prefix(title) {
            rest = bare.trim_start();
        }
    }
    fold::match_key(rest)
}

impl Regions {
    /// The province behind a handle.
    pub fn province(&self, id: ProvinceId) -> Option<&Province> {
        self.provinces.get(usize::from(id.0))
    }

    /// The former province behind a handle.
    pub fn former(&self, id: FormerId) -> Option<&FormerProvince> {
        self.formers.get(usize::from(id.0))
    }

    /// All provinces with their handles.
    pub fn provinces_with_ids(&self) -> impl Iterator<Item = (ProvinceId, &Province)> {
        (0u16..).map(ProvinceId).zip(&self.provinces)
    }

    /// All former provinces with their handles.
    pub fn formers_with_ids(&self) -> impl Iterator<Item = (FormerId, &FormerProvince)> {
        (0u16..).map(FormerId).zip(&self.formers)
    }

    /// What a name or slug in the field `province` means: a province of today
    /// before a former one of the same name.
    pub fn resolve(&self, written: &str) -> Option<ProvinceName> {
        let key = province_key(written);
        self.resolve_key(&key).or_else(|| {
            let alias = self.aliases.iter().find(|alias| province_key(&alias.name) == key)?;
            self.resolve_key(&province_key(&alias.means))
        })
    }

    fn resolve_key(&self, key: &str) -> Option<ProvinceName> {
        let present = self.provinces_with_ids().find(|(_, province)| {
            province_key(&province.name.vi) == key || province_key(&province.slug) == key
        });
        if let Some((id, _)) = present {
            return Some(ProvinceName::Present(id));
        }
        self.resolve_former_key(key)
            .map(|(id, former)| ProvinceName::Former(id, former.merged_into))
    }

    fn resolve_former_key(&self, key: &str) -> Option<(FormerId, &FormerProvince)> {
        self.formers_with_ids().find(|(_, former)| {
            province_key(&former.name.vi) == key || province_key(&former.slug) == key
        })
    }

    /// What a name or slug in the field `former.province` means.
    pub fn resolve_former(&self, written: &str) -> Option<FormerId> {
        let key = province_key(written);
        let direct = self.resolve_former_key(&key).map(|(id, _)| id);
        direct.or_else(|| {
            let alias = self.aliases.iter().find(|alias| province_key(&alias.name) == key)?;
            self.resolve_former_key(&province_key(&alias.means)).map(|(id, _)| id)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn province(slug: &str, name: &str, formers: &[u16]) -> Province {
        Province {
            slug: slug.to_owned(),
            name: Text::new(name, ""),
            full_name: Text::new(name, ""),
            region: None,
            tile: (1, 1),
            formers: formers.iter().copied().map(FormerId).collect(),
        }
    }

    fn former(slug: &str, name: &str, merged_into: u16, name_kept: bool) -> FormerProvince {
        let name = Text::new(name, "");
        FormerProvince {
            slug: slug.to_owned(),
            name,
            merged_into: ProvinceId(merged_into),
            name_kept,
        }
    }

    fn alias(name: &str, means: &str) -> Alias {
        Alias { name: name.to_owned(), means: means.to_owned() }
    }

    fn regions() -> Regions {
        Regions {
            provinces: vec![
                province("an-giang", "An Giang", &[0, 1]),
                province("dak-lak", "Đắk Lắk", &[2, 3]),
                province("ho-chi-minh", "Hồ Chí Minh", &[4, 5]),
                province("hue", "Huế", &[6]),
                province("lam-dong", "Lâm Đồng", &[7]),
            ],
            formers: vec![
                former("an-giang", "An Giang", 0, true),
                former("kien-giang", "Kiên Giang", 0, false),
                former("dak-lak", "Đắk Lắk", 1, true),
                former("phu-yen", "Phú Yên", 1, false),
                former("ho-chi-minh", "Hồ Chí Minh", 2, true),
                former("ba-ria-vung-tau", "Bà Rịa - Vũng Tàu", 2, false),
                former("hue", "Thừa Thiên Huế", 3, true),
                former("dak-nong", "Đắk Nông", 4, false),
            ],
            aliases: vec![
                alias("Sài Gòn", "ho-chi-minh"),
                alias("TPHCM", "ho-chi-minh"),
                alias("HCM", "ho-chi-minh"),
                alias("Vũng Tàu", "ba-ria-vung-tau"),
                alias("Huế cũ", "không có"),
            ],
            ..Regions::default()
        }
    }

    /// Expects `slug`, or `former > slug`, or "" for an unknown name.
    #[track_caller]
    fn check(written: &str, want: &str) {
        let regions = regions();
        let slug = |id| regions.province(id).map_or("?", |province| &province.slug);
        let found = match regions.resolve(written) {
            Some(ProvinceName::Present(id)) => slug(id).to_owned(),
            Some(ProvinceName::Former(id, now)) => {
                format!("{} > {}", regions.former(id).map_or("?", |it| &it.slug), slug(now))
            }
            None => String::new(),
        };
        assert_eq!(found, want, "{written}");
    }

    #[test]
    fn names_are_read_with_and_without_marks_title_and_hyphens() {
        for written in
            ["Đắk Lắk", "Đăk Lăk", "Đắc Lắk", "Daklak", "dak-lak", "DAK LAK", "Tỉnh Đắk Lắk"]
        {
            check(written, "dak-lak");
        }
        check("  lâm   đồng ", "lam-dong");
        check("tỉnh Lâm Đồng", "lam-dong");
        check("Thành phố Huế", "hue");
        check("TP. Hồ Chí Minh", "ho-chi-minh");
        check("TP.Hồ Chí Minh", "ho-chi-minh");
    }

    #[test]
    fn other_names_are_read() {
        for written in ["Sài Gòn", "sai gon", "TP.HCM", "TPHCM", "TP HCM"] {
            check(written, "ho-chi-minh");
        }
        check("Vũng Tàu", "ba-ria-vung-tau > ho-chi-minh");
        check("Huế cũ", "");
    }

    #[test]
    fn vanished_names_lead_to_the_province_of_today() {
        check("Kiên Giang", "kien-giang > an-giang");
        check("kien-giang", "kien-giang > an-giang");
        check("Đăk Nông", "dak-nong > lam-dong");
        check("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau > ho-chi-minh");
        check("Bà Rịa Vũng Tàu", "ba-ria-vung-tau > ho-chi-minh");
        check("Thừa Thiên Huế", "hue > hue");
    }

    #[test]
    fn a_name_of_both_times_means_today_in_province_and_yesterday_in_former() {
        check("an-giang", "an-giang");
        let regions = regions();
        assert_eq!(regions.resolve_former("an-giang"), Some(FormerId(0)));
        assert_eq!(regions.resolve_former("Kiên Giang"), Some(FormerId(1)));
        assert_eq!(regions.resolve_former("Sài Gòn"), Some(FormerId(4)));
        assert_eq!(regions.resolve_former("Huế"), Some(FormerId(6)));
        assert_eq!(regions.resolve_former("Bắc Hà"), None);
    }

    #[test]
    fn codes_and_unknown_names_mean_nothing() {
        for written in ["91", "01", "", " ", "tỉnh", "An", "Angola", "Giang"] {
            check(written, "");
        }
    }
}
