//! Communes that have products: those of today, below their province, and
//! those of yesterday, below their former province.
//!
//! A commune is a name within a province, never a code. Where two names differ
//! only in their marks (Sơn Hà, Sơn Hạ) the first in Vietnamese order keeps the
//! plain address and the others carry the tone as a digit; where a former
//! province had one name in two districts the district is added.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::derive::related::Places;
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};
use crate::model::region::{FormerId, ProvinceId};
use crate::text::collate;
use crate::text::fold;
use crate::text::slug::slugify;

/// Handle of a [`Commune`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CommuneId(pub u32);

/// Where a commune belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommuneParent {
    /// A commune of today.
    Present(ProvinceId),
    /// A commune before 1 July 2025, with its district where known.
    Former(FormerId, Option<String>),
}

/// A commune with products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commune {
    /// Province, or former province and district.
    pub parent: CommuneParent,
    /// "Xã Sa Loong".
    pub name: String,
    /// Address part, unique within the province.
    pub slug: String,
    /// Its products in the standard order.
    pub products: Vec<ProductId>,
}

/// All communes with products.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Communes {
    all: Vec<Commune>,
    present: BTreeMap<ProductId, CommuneId>,
    former: BTreeMap<ProductId, CommuneId>,
}

impl Communes {
    /// The commune behind a handle.
    pub fn get(&self, id: CommuneId) -> Option<&Commune> {
        self.all.get(usize::try_from(id.0).ok()?)
    }

    /// All communes with their handles: by province, then in Vietnamese order.
    pub fn with_ids(&self) -> impl Iterator<Item = (CommuneId, &Commune)> {
        (0u32..).map(CommuneId).zip(&self.all)
    }

    /// Communes of a province of today, in Vietnamese order.
    pub fn of_province(&self, id: ProvinceId) -> impl Iterator<Item = (CommuneId, &Commune)> {
        let next = ProvinceId(id.0.saturating_add(1));
        self.between(CommuneParent::Present(id)..CommuneParent::Present(next))
    }

    /// Communes of a former province, by district, then in Vietnamese order.
    pub fn of_former(&self, id: FormerId) -> impl Iterator<Item = (CommuneId, &Commune)> {
        let next = FormerId(id.0.saturating_add(1));
        self.between(CommuneParent::Former(id, None)..CommuneParent::Former(next, None))
    }

    /// Moves products to where they stand now in their communes; false where a commune is
    /// written in more than one way, so that the first product decides its name.
    pub(super) fn settle(
        &mut self,
        catalogue: &Catalogue,
        places: &Places,
        moved: &[ProductId],
    ) -> bool {
        let own = moved.iter().flat_map(|id| [self.present_of(*id), self.former_of(*id)]);
        let own: BTreeSet<CommuneId> = own.flatten().collect();
        own.into_iter().all(|id| {
            let commune = usize::try_from(id.0).ok().and_then(|at| self.all.get_mut(at));
            let Some(Commune { parent, name, products, .. }) = commune else { return true };
            places.settle(products, moved);
            let first = products.first().and_then(|first| catalogue.product(*first));
            let written = first.map_or_else(Vec::new, |first| places_of(catalogue, first));
            written.iter().any(|(it, written)| it == parent && capitalised(written) == *name)
        })
    }

    /// Communes stand in the order of their parents.
    fn between(
        &self,
        parents: Range<CommuneParent>,
    ) -> impl Iterator<Item = (CommuneId, &Commune)> + use<'_> {
        let start = self.all.partition_point(|commune| commune.parent < parents.start);
        let end = self.all.partition_point(|commune| commune.parent < parents.end);
        let ids = (0u32..).map(CommuneId).skip(start);
        ids.zip(self.all.get(start..end).unwrap_or_default())
    }

    /// The commune of today of a product, where it is known.
    pub fn present_of(&self, id: ProductId) -> Option<CommuneId> {
        self.present.get(&id).copied()
    }

    /// The former commune of a product, where it is known.
    pub fn former_of(&self, id: ProductId) -> Option<CommuneId> {
        self.former.get(&id).copied()
    }
}

/// Gathers the communes of the shown products.
pub fn communes(catalogue: &Catalogue, shown: &[ProductId]) -> Communes {
    let mut found: BTreeMap<(CommuneParent, Vec<u8>), (String, Vec<ProductId>)> =
        BTreeMap::new();
    for &id in shown {
        let Some(product) = catalogue.product(id) else { continue };
        for (parent, name) in places_of(catalogue, product) {
            let key = (parent, collate::sort_key(&fold::nfc(&name).to_lowercase()));
            found.entry(key).or_insert_with(|| (capitalised(&name), Vec::new())).1.push(id);
        }
    }
    let mut communes = Communes::default();
    let mut taken = BTreeSet::new();
    for (index, ((parent, _), (name, products))) in (0u32..).zip(found) {
        let slug = free_slug(&parent, &name, &mut taken);
        let of_product = match &parent {
            CommuneParent::Present(_) => &mut communes.present,
            CommuneParent::Former(..) => &mut communes.former,
        };
        of_product.extend(products.iter().map(|id| (*id, CommuneId(index))));
        communes.all.push(Commune { parent, name, slug, products });
    }
    communes
}

fn places_of(catalogue: &Catalogue, product: &Product) -> Vec<(CommuneParent, String)> {
    let mut places = Vec::new();
    if let Some(commune) = &product.place.commune {
        let parent = CommuneParent::Present(product.place.province.value);
        places.push((parent, commune.value.clone()));
    }
    let former = &product.place.former;
    if let Some((commune, province)) = former.commune.as_ref().zip(catalogue.former_of(product))
    {
        let district = former.district.as_ref().map(|district| capitalised(&district.value));
        places.push((CommuneParent::Former(province, district), commune.value.clone()));
    }
    places
}

/// "xã Phú Cần" → "Xã Phú Cần".
pub fn capitalised(name: &str) -> String {
    let mut letters = name.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

fn free_slug(
    parent: &CommuneParent,
    name: &str,
    taken: &mut BTreeSet<(CommuneParent, String)>,
) -> String {
    let (space, district) = match parent {
        CommuneParent::Present(id) => (CommuneParent::Present(*id), None),
        CommuneParent::Former(id, district) => {
            (CommuneParent::Former(*id, None), district.as_deref())
        }
    };
    let plain = slugify(name);
    let with_district = district.map(|district| format!("{plain}-{}", slugify(district)));
    let with_tones = slugify(&tones_as_digits(name));
    let candidates = [Some(plain.clone()), with_district, Some(with_tones)];
    let numbered = (2..).map(|number: u32| format!("{plain}-{number}"));
    let all = candidates.into_iter().flatten().chain(numbered);
    all.into_iter().find(|slug| taken.insert((space.clone(), slug.clone()))).unwrap_or(plain)
}

/// "Sơn Hạ" → "Sơn Ha5": the tones as in VNI typing (1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng).
fn tones_as_digits(name: &str) -> String {
    name.split(' ').map(syllable_with_digit).collect::<Vec<_>>().join(" ")
}

fn syllable_with_digit(syllable: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let digit = syllable.nfd().find_map(|letter| match letter {
        '\u{301}' => Some('1'),
        '\u{300}' => Some('2'),
        '\u{309}' => Some('3'),
        '\u{303}' => Some('4'),
        '\u{323}' => Some('5'),
        _ => None,
    });
    digit.map_or_else(|| syllable.to_owned(), |digit| format!("{syllable}{digit}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_equal_without_marks_get_different_addresses() {
        let mut taken = BTreeSet::new();
        let parent = CommuneParent::Present(ProvinceId(1));
        assert_eq!(free_slug(&parent, "Xã Sơn Hà", &mut taken), "xa-son-ha");
        assert_eq!(free_slug(&parent, "Xã Sơn Hạ", &mut taken), "xa4-son-ha5");
        let other = CommuneParent::Present(ProvinceId(2));
        assert_eq!(free_slug(&other, "Xã Sơn Hạ", &mut taken), "xa-son-ha");
    }

    #[test]
    fn one_name_in_two_districts_gets_the_district() {
        let mut taken = BTreeSet::new();
        let first = CommuneParent::Former(FormerId(1), Some("Huyện Na Rì".to_owned()));
        let second = CommuneParent::Former(FormerId(1), Some("Huyện Chợ Mới".to_owned()));
        assert_eq!(free_slug(&first, "Xã Tân Sơn", &mut taken), "xa-tan-son");
        assert_eq!(free_slug(&second, "Xã Tân Sơn", &mut taken), "xa-tan-son-huyen-cho-moi");
    }

    #[test]
    fn names_begin_with_a_capital() {
        assert_eq!(capitalised("xã Phú Cần"), "Xã Phú Cần");
        assert_eq!(capitalised("đặc khu Phú Quốc"), "Đặc khu Phú Quốc");
        assert_eq!(capitalised(""), "");
    }
}
