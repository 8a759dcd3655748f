//! What the small numbers in the columns of the index mean.
//!
//! A column holds one number for each product; the vocabulary says which facts
//! a number stands for. Place and goods are pairs (province and former province,
//! group and subgroup), certificates are sets. Only what some product has gets
//! a number, in an order that follows from the reference data, so an edit of
//! one dossier seldom renumbers another.

use std::collections::BTreeMap;

use crate::derive::search::Entry;
use crate::model::catalogue::Catalogue;
use crate::model::region::{FormerId, ProvinceId};
use crate::model::scheme::{CertificateKindId, GroupId, ProducerKindId, SubgroupId};
use crate::text::lang::Text;
use crate::text::token::tokens;

/// A value of a facet with its names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// Stable value in addresses: "an-giang", "thuc-pham/che-bien".
    pub value: String,
    /// Name.
    pub name: Text,
    /// Index of the value above it, within its facet or in the facet above.
    pub parent: Option<usize>,
    /// Other ways to write it.
    pub aliases: Vec<String>,
}

/// The meaning of every column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Provinces of today.
    pub provinces: Vec<Label>,
    /// Former provinces.
    pub formers: Vec<Label>,
    /// Groups.
    pub groups: Vec<Label>,
    /// Subgroups; those above stand first, their parent is one of these or none.
    pub subgroups: Vec<Label>,
    /// Legal forms of producers.
    pub makers: Vec<Label>,
    /// Kinds of certificates.
    pub certificates: Vec<Label>,
    /// Column of places: province and former province.
    pub places: Vec<(usize, Option<usize>)>,
    /// Column of goods: group and subgroup.
    pub goods: Vec<(usize, Option<usize>)>,
    /// Column of certificates: the kinds that a product has.
    pub certificate_sets: Vec<Vec<usize>>,
}

/// Numbers in the order of their first use.
#[derive(Debug, Default)]
struct Numbers<T>(BTreeMap<T, u16>);

impl<T: Ord> Numbers<T> {
    fn of(&mut self, value: T) -> u16 {
        let next = u16::try_from(self.0.len()).unwrap_or(u16::MAX);
        *self.0.entry(value).or_insert(next)
    }

    /// The values in their order, and the new number for each old one.
    fn sorted(self) -> (Vec<T>, Vec<u16>) {
        let mut renumbered = vec![0; self.0.len()];
        let mut values = Vec::with_capacity(self.0.len());
        for (new, (value, old)) in (0u16..).zip(self.0) {
            values.push(value);
            if let Some(place) = renumbered.get_mut(usize::from(old)) {
                *place = new;
            }
        }
        (values, renumbered)
    }
}

/// Gathers a vocabulary while products are gone through.
#[derive(Debug)]
pub(super) struct Words<'a> {
    catalogue: &'a Catalogue,
    places: Numbers<(ProvinceId, Option<FormerId>)>,
    goods: Numbers<(GroupId, Option<SubgroupId>)>,
    makers: Numbers<Option<ProducerKindId>>,
    sets: Numbers<Vec<CertificateKindId>>,
}

impl<'a> Words<'a> {
    /// An empty vocabulary over the reference data.
    pub(super) fn of(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            places: Numbers(BTreeMap::new()),
            goods: Numbers(BTreeMap::new()),
            makers: Numbers(BTreeMap::new()),
            sets: Numbers(BTreeMap::new()),
        }
    }

    /// Number of a place.
    pub(super) fn place(&mut self, province: ProvinceId, former: Option<FormerId>) -> u16 {
        self.places.of((province, former))
    }

    /// Number of a sort of goods.
    pub(super) fn goods(&mut self, group: GroupId, subgroup: Option<SubgroupId>) -> u16 {
        self.goods.of((group, subgroup))
    }

    /// Number of a legal form.
    pub(super) fn maker(&mut self, form: Option<ProducerKindId>) -> u16 {
        self.makers.of(form)
    }

    /// Number of a set of certificates.
    pub(super) fn certificates(
        &mut self,
        kinds: impl Iterator<Item = CertificateKindId>,
    ) -> u16 {
        let mut kinds: Vec<CertificateKindId> = kinds.collect();
        kinds.sort_unstable();
        kinds.dedup();
        self.sets.of(kinds)
    }

    /// The vocabulary; numbers of the entries are put right for it.
    pub(super) fn finish(self, entries: &mut [Entry<'_>]) -> Vocabulary {
        let (places, new_places) = self.places.sorted();
        let (goods, new_goods) = self.goods.sorted();
        let (makers, new_makers) = self.makers.sorted();
        let (sets, new_sets) = self.sets.sorted();
        let new =
            |numbers: &[u16], old: u16| numbers.get(usize::from(old)).copied().unwrap_or(0);
        for entry in entries {
            entry.place = new(&new_places, entry.place);
            entry.goods = new(&new_goods, entry.goods);
            entry.maker = new(&new_makers, entry.maker);
            entry.certificates = new(&new_sets, entry.certificates);
        }
        let mut vocabulary = Vocabulary::default();
        add_places(&mut vocabulary, self.catalogue, &places);
        add_goods(&mut vocabulary, self.catalogue, &goods);
        vocabulary.makers = makers.iter().map(|form| maker(self.catalogue, *form)).collect();
        add_certificates(&mut vocabulary, self.catalogue, &sets);
        vocabulary
    }
}

/// The label's index, added where it is new.
fn index_of(labels: &mut Vec<Label>, label: Label) -> usize {
    labels.iter().position(|known| known.value == label.value).unwrap_or_else(|| {
        labels.push(label);
        labels.len().saturating_sub(1)
    })
}

fn add_places(
    vocabulary: &mut Vocabulary,
    catalogue: &Catalogue,
    places: &[(ProvinceId, Option<FormerId>)],
) {
    let regions = &catalogue.regions;
    for (province, former) in places {
        let Some(province) = regions.province(*province) else { continue };
        let above = index_of(
            &mut vocabulary.provinces,
            Label {
                value: province.slug.clone(),
                name: province.name.clone(),
                parent: None,
                aliases: aliases(catalogue, &province.slug, &province.name.vi),
            },
        );
        let former = former.and_then(|id| regions.former(id)).map(|former| {
            index_of(
                &mut vocabulary.formers,
                Label {
                    value: former.slug.clone(),
                    name: former.name.clone(),
                    parent: Some(above),
                    aliases: aliases(catalogue, &former.slug, &former.name.vi),
                },
            )
        });
        vocabulary.places.push((above, former));
    }
}

/// Other names of a province; those that fold like its own are found anyway.
fn aliases(catalogue: &Catalogue, slug: &str, name: &str) -> Vec<String> {
    let known = catalogue.regions.aliases.iter().filter(|alias| alias.means == slug);
    let mut all: Vec<String> = known.map(|alias| alias.name.clone()).collect();
    // Written with c for k at the end of syllables of the Highlands' languages.
    all.push(name.replace("ắk", "ắc").replace("ăk", "ăc"));
    let folded = |text: &str| tokens(text).map(|token| token.folded).collect::<Vec<_>>();
    all.retain(|alias| folded(alias) != folded(name));
    all.dedup();
    all
}

fn add_goods(
    vocabulary: &mut Vocabulary,
    catalogue: &Catalogue,
    goods: &[(GroupId, Option<SubgroupId>)],
) {
    for (group_id, subgroup) in goods {
        let Some(group) = catalogue.scheme.group(*group_id) else { continue };
        let above = index_of(
            &mut vocabulary.groups,
            Label { value: group.slug.clone(), name: group.name.clone(), ..Label::default() },
        );
        let subgroup =
            subgroup.and_then(|id| add_subgroup(vocabulary, catalogue, &group.slug, id));
        vocabulary.goods.push((above, subgroup));
    }
}

/// Adds a subgroup below those that it belongs to.
fn add_subgroup(
    vocabulary: &mut Vocabulary,
    catalogue: &Catalogue,
    group: &str,
    id: SubgroupId,
) -> Option<usize> {
    let subgroup = catalogue.scheme.subgroup(id)?;
    let parent = subgroup.parent.filter(|parent| *parent != id);
    let parent = parent.and_then(|id| add_subgroup(vocabulary, catalogue, group, id));
    Some(index_of(
        &mut vocabulary.subgroups,
        Label {
            value: format!("{group}/{}", subgroup.path),
            name: subgroup.name.clone(),
            parent,
            aliases: Vec::new(),
        },
    ))
}

fn maker(catalogue: &Catalogue, form: Option<ProducerKindId>) -> Label {
    let form = form.and_then(|form| catalogue.scheme.producer_kind(form));
    form.map_or_else(Label::default, |form| Label {
        value: form.slug.clone(),
        name: form.name.clone(),
        ..Label::default()
    })
}

fn add_certificates(
    vocabulary: &mut Vocabulary,
    catalogue: &Catalogue,
    sets: &[Vec<CertificateKindId>],
) {
    for set in sets {
        let kinds = set.iter().filter_map(|id| catalogue.scheme.certificate_kind(*id));
        let labels = kinds.map(|kind| Label {
            value: kind.slug.clone(),
            name: kind.name.clone(),
            ..Label::default()
        });
        let indices = labels.map(|label| index_of(&mut vocabulary.certificates, label));
        vocabulary.certificate_sets.push(indices.collect());
    }
}
