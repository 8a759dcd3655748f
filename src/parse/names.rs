//! Names of the reference data, folded once: what a written name means.
//!
//! Folding every name for every dossier would cost more than reading it, so the
//! keys are made once for the whole catalogue. Slugs and names share one key
//! (`thuc-pham` and "Thực phẩm"); diacritics, case and hyphens do not count.

use std::collections::BTreeMap;

use crate::diag::span::Spanned;
use crate::diag::{Code, Diagnostic, suggest};
use crate::model::region::{FormerId, ProvinceName, Regions, province_key};
use crate::model::scheme::{
    CertificateKindId, EditionId, GroupId, ProducerKindId, ProductKindId, Scheme, SubgroupId,
};
use crate::text::fold::match_key;

/// Handles by folded name; the first of equal names wins.
#[derive(Debug, Clone)]
pub(super) struct Index<T> {
    by_key: BTreeMap<String, T>,
    /// Names as shown in hints.
    shown: Vec<String>,
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self { by_key: BTreeMap::new(), shown: Vec::new() }
    }
}

impl<T: Copy> Index<T> {
    /// Adds ways to write a thing; the first is the one that hints show.
    pub(super) fn add<'n, N: IntoIterator<Item = &'n str>>(&mut self, id: T, names: N) {
        for (position, name) in names.into_iter().enumerate() {
            let key = match_key(name);
            if key.is_empty() {
                continue;
            }
            self.by_key.entry(key).or_insert(id);
            if position < 2 {
                self.shown.push(name.to_owned());
            }
        }
    }

    /// What the name means.
    pub(super) fn get(&self, written: &str) -> Option<T> {
        self.by_key.get(&match_key(written)).copied()
    }

    /// The finding for a name that means nothing.
    pub(super) fn unknown(
        &self,
        code: &'static Code,
        written: &Spanned<String>,
        what: (&str, &str),
    ) -> Diagnostic {
        let near = suggest::nearest(&written.value, self.shown.iter().map(String::as_str));
        unknown(code, written, what, near)
    }
}

/// The finding for a name that means nothing, with the nearest known one.
pub(super) fn unknown(
    code: &'static Code,
    written: &Spanned<String>,
    (vi, en): (&str, &str),
    near: Option<&str>,
) -> Diagnostic {
    let name = &written.value;
    let finding = Diagnostic::new(
        code,
        written.span,
        format!("không có {vi} nào là `{name}`"),
        format!("there is no {en} `{name}`"),
    );
    finding.did_you_mean(near)
}

/// A group as a dossier may write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenGroup {
    pub(super) group: GroupId,
    /// Subgroup that an older, narrower group became.
    pub(super) subgroup: Option<SubgroupId>,
    /// Edition and position there, of a group that has another name today.
    pub(super) former: Option<(EditionId, usize)>,
}

/// Every name of the reference data.
#[derive(Debug, Default)]
pub(super) struct Names {
    provinces: BTreeMap<String, ProvinceName>,
    formers: BTreeMap<String, FormerId>,
    shown_provinces: Vec<String>,
    shown_formers: Vec<String>,
    pub(super) editions: Index<EditionId>,
    pub(super) groups: Index<WrittenGroup>,
    /// Groups of each edition, in the order of editions; numbers among the names.
    pub(super) edition_groups: Vec<Index<WrittenGroup>>,
    /// Subgroups of each group.
    pub(super) subgroups: Vec<Index<SubgroupId>>,
    /// Subgroups of any group, for telling where one belongs.
    pub(super) all_subgroups: Index<SubgroupId>,
    pub(super) product_kinds: Index<ProductKindId>,
    pub(super) producer_kinds: Index<ProducerKindId>,
    pub(super) certificates: Index<CertificateKindId>,
}

impl Names {
    /// Folds all names.
    pub(super) fn new(scheme: &Scheme, regions: &Regions) -> Self {
        let mut names = Self::default();
        names.add_places(regions);
        names.add_groups(scheme);
        for (id, edition) in (0u16..).map(EditionId).zip(&scheme.editions) {
            let document = edition.document.as_deref();
            names.editions.add(id, std::iter::once(edition.slug.as_str()).chain(document));
        }
        for (id, kind) in (0u16..).map(ProductKindId).zip(&scheme.product_kinds) {
            let ways = [&kind.slug, &kind.slug_vi, &kind.name.vi, &kind.name.en];
            names.product_kinds.add(id, ways.map(String::as_str));
        }
        for (id, kind) in (0u16..).map(ProducerKindId).zip(&scheme.producer_kinds) {
            let ways = [&kind.slug, &kind.name.vi, &kind.name.en];
            names.producer_kinds.add(id, ways.map(String::as_str));
        }
        for (id, kind) in (0u16..).map(CertificateKindId).zip(&scheme.certificate_kinds) {
            let ways = [&kind.slug, &kind.name.vi, &kind.name.en];
            names.certificates.add(id, ways.map(String::as_str));
        }
        names
    }

    fn add_places(&mut self, regions: &Regions) {
        for (id, province) in regions.provinces_with_ids() {
            for name in [&province.name.vi, &province.slug] {
                self.provinces.entry(province_key(name)).or_insert(ProvinceName::Present(id));
            }
            self.shown_provinces.push(province.name.vi.clone());
        }
        for (id, former) in regions.formers_with_ids() {
            for name in [&former.name.vi, &former.slug] {
                let key = province_key(name);
                let means = ProvinceName::Former(id, former.merged_into);
                self.provinces.entry(key.clone()).or_insert(means);
                self.formers.entry(key).or_insert(id);
            }
            self.shown_formers.push(former.name.vi.clone());
        }
        for alias in &regions.aliases {
            let key = province_key(&alias.name);
            if let Some(means) = regions.resolve(&alias.means) {
                self.provinces.entry(key.clone()).or_insert(means);
            }
            if let Some(former) = regions.resolve_former(&alias.means) {
                self.formers.entry(key).or_insert(former);
            }
        }
    }

    fn add_groups(&mut self, scheme: &Scheme) {
        let mut current = Index::default();
        for ((id, group), number) in scheme.groups_with_ids().zip(1u16..) {
            let written = WrittenGroup { group: id, subgroup: None, former: None };
            let number = number.to_string();
            let ways = [&group.slug, &group.name.vi, &group.name.en, &number];
            current.add(written, ways.map(String::as_str));
            self.groups.add(written, ways.map(String::as_str));
            let mut subgroups = Index::default();
            // Paths before last slugs, parents before children, so that the exact way wins.
            let own = || scheme.subgroups_with_ids().filter(|(_, sub)| sub.group == id);
            for (sub_id, sub) in own() {
                let whole = format!("{}/{}", group.slug, sub.path);
                subgroups.add(sub_id, [sub.path.as_str(), whole.as_str()]);
            }
            for (sub_id, sub) in own() {
                let ways = [&sub.slug, &sub.name.vi, &sub.name.en];
                subgroups.add(sub_id, ways.map(String::as_str));
                let ways = [&sub.path, &sub.slug, &sub.name.vi];
                self.all_subgroups.add(sub_id, ways.map(String::as_str));
            }
            self.subgroups.push(subgroups);
        }
        for (id, edition) in (0u16..).map(EditionId).zip(&scheme.editions) {
            let mut own = Index::default();
            for (position, group) in edition.groups.iter().enumerate() {
                let today = scheme.group(group.becomes);
                let renamed = today
                    .is_none_or(|today| match_key(&today.name.vi) != match_key(&group.name.vi));
                let written = WrittenGroup {
                    group: group.becomes,
                    subgroup: group.becomes_subgroup,
                    former: renamed.then_some((id, position)),
                };
                let number = position.saturating_add(1).to_string();
                let ways = [&group.slug, &group.name.vi, &group.name.en, &number];
                own.add(written, ways.map(String::as_str));
                self.groups.add(written, ways.map(String::as_str).into_iter().take(3));
            }
            let own = if edition.groups.is_empty() { current.clone() } else { own };
            self.edition_groups.push(own);
        }
    }

    /// What a name in `province` means.
    pub(super) fn province(&self, written: &str) -> Option<ProvinceName> {
        self.provinces.get(&province_key(written)).copied()
    }

    /// What a name in `former.province` means.
    pub(super) fn former(&self, written: &str) -> Option<FormerId> {
        self.formers.get(&province_key(written)).copied()
    }

    /// The province whose name is nearest, present ones first.
    pub(super) fn nearest_province(&self, written: &str) -> Option<&str> {
        let known = self.shown_provinces.iter().chain(&self.shown_formers);
        suggest::nearest(written, known.map(String::as_str))
    }

    /// The former province whose name is nearest.
    pub(super) fn nearest_former(&self, written: &str) -> Option<&str> {
        suggest::nearest(written, self.shown_formers.iter().map(String::as_str))
    }
}
