//! Which dossier a row means, and which producer.
//!
//! A slug or a code of the register decides. Else a row means the dossier of its
//! name in its province whose producer it names; where it names another
//! producer, it is another product, for many makers call theirs "Mật ong".

use std::collections::BTreeMap;

use super::codes::{IMPORT_NAMESAKE, ROW_AMBIGUOUS};
use super::rows::Candidate;
use crate::derive::table::{Cell, cells, index_of};
use crate::diag::Diagnostic;
use crate::diag::span::Span;
use crate::model::catalogue::Catalogue;
use crate::model::producer::ProducerId;
use crate::model::product::ProductId;
use crate::model::region::{ProvinceId, ProvinceName};
use crate::source::Tree;
use crate::text::fold::match_key;

/// The catalogue by what rows may name.
pub(super) struct Index<'a> {
    catalogue: &'a Catalogue,
    tree: &'a Tree,
    by_slug: BTreeMap<&'a str, ProductId>,
    by_code: BTreeMap<String, ProductId>,
    by_name: BTreeMap<(String, ProvinceId), Vec<ProductId>>,
    producers: BTreeMap<String, Vec<ProducerId>>,
    /// Cells of each product, by its handle.
    cells: Vec<Vec<Cell>>,
}

/// What a row means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A dossier that is there.
    Dossier(ProductId),
    /// One to be made; a finding where another producer has one of that name.
    New(Option<Diagnostic>),
    /// Nobody knows.
    Unclear(Diagnostic),
}

/// Who makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Maker {
    /// A producer that is there.
    Known(ProducerId),
    /// One to be made.
    New,
    /// Nobody knows which.
    Unclear(Diagnostic),
}

impl<'a> Index<'a> {
    /// Indexes a catalogue.
    pub(super) fn new(catalogue: &'a Catalogue, tree: &'a Tree) -> Self {
        let mut index = Self {
            catalogue,
            tree,
            by_slug: BTreeMap::new(),
            by_code: BTreeMap::new(),
            by_name: BTreeMap::new(),
            producers: BTreeMap::new(),
            cells: catalogue.products.iter().map(|it| cells(catalogue, it)).collect(),
        };
        for (id, product) in catalogue.products_with_ids() {
            index.by_slug.insert(&product.slug, id);
            if let Some(code) = &product.code {
                index.by_code.insert(match_key(&code.to_string()), id);
            }
            let key = (match_key(&product.name.value), product.place.province.value);
            index.by_name.entry(key).or_default().push(id);
        }
        for (id, producer) in catalogue.producers_with_ids() {
            let names = [Some(&producer.name.value), producer.former_name.as_ref()];
            let mut keys: Vec<String> =
                names.into_iter().flatten().map(|it| match_key(it)).collect();
            keys.push(match_key(&producer.slug));
            keys.dedup();
            for key in keys {
                let own = index.producers.entry(key).or_default();
                if !own.contains(&id) {
                    own.push(id);
                }
            }
        }
        index
    }

    /// The cells of a product.
    pub(super) fn cells(&self, id: ProductId) -> &[Cell] {
        usize::try_from(id.0).ok().and_then(|at| self.cells.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The dossier of a slug.
    pub(super) fn of_slug(&self, slug: &str) -> Option<ProductId> {
        self.by_slug.get(slug).copied()
    }

    /// Whether a dossier has this slug.
    pub(super) fn has_slug(&self, slug: &str) -> bool {
        self.by_slug.contains_key(slug)
    }

    /// The province that a row names, today's one of a vanished one.
    fn province(&self, candidate: &Candidate) -> Option<ProvinceId> {
        match self.catalogue.regions.resolve(candidate.value("province"))? {
            ProvinceName::Present(id) | ProvinceName::Former(_, id) => Some(id),
        }
    }

    /// What a row means.
    pub(super) fn meaning(&self, candidate: &Candidate) -> Meaning {
        let slug = candidate.value("slug");
        if !slug.is_empty() {
            let known = self.by_slug.get(slug);
            return known.map_or(Meaning::New(None), |id| Meaning::Dossier(*id));
        }
        let code = match_key(candidate.value("code"));
        if let Some(id) = self.by_code.get(&code).filter(|_| !code.is_empty()) {
            return Meaning::Dossier(*id);
        }
        let key = match_key(candidate.value("name"));
        let namesakes: Vec<ProductId> = match self.province(candidate) {
            Some(province) => self.by_name.get(&(key, province)).cloned().unwrap_or_default(),
            None if candidate.value("province").is_empty() => {
                let all = self.by_name.iter().filter(|((name, _), _)| *name == key);
                all.flat_map(|(_, ids)| ids).copied().collect()
            }
            None => Vec::new(),
        };
        self.among(&namesakes, candidate)
    }

    fn among(&self, namesakes: &[ProductId], candidate: &Candidate) -> Meaning {
        let maker = match_key(candidate.value("producer"));
        let same: Vec<ProductId> = namesakes
            .iter()
            .copied()
            .filter(|id| maker.is_empty() || self.is_made_by(*id, &maker))
            .collect();
        match (same.as_slice(), namesakes) {
            ([one], _) => Meaning::Dossier(*one),
            ([], []) => Meaning::New(None),
            ([], [first, ..]) => Meaning::New(Some(self.namesake(*first))),
            (_, _) => Meaning::Unclear(self.unclear(&same)),
        }
    }

    fn is_made_by(&self, id: ProductId, maker: &str) -> bool {
        let producer = self.catalogue.product(id).and_then(|product| product.producer);
        let Some(producer) = producer else { return true };
        self.producers.get(maker).is_some_and(|ids| ids.contains(&producer))
    }

    fn path(&self, id: ProductId) -> &str {
        self.catalogue.product(id).map_or("", |product| self.tree.path(product.file))
    }

    fn namesake(&self, id: ProductId) -> Diagnostic {
        let path = self.path(id);
        Diagnostic::new(
            &IMPORT_NAMESAKE,
            Span::default(),
            format!("`{path}` cùng tên nhưng của chủ thể khác; hàng này là hồ sơ mới"),
            format!("`{path}` has this name but another producer; the row is a new dossier"),
        )
        .hint("sửa tên chủ thể nếu là một", "mend the producer's name if they are one")
    }

    fn unclear(&self, ids: &[ProductId]) -> Diagnostic {
        let paths: Vec<String> =
            ids.iter().take(3).map(|id| format!("`{}`", self.path(*id))).collect();
        let paths = paths.join(", ");
        Diagnostic::new(
            &ROW_AMBIGUOUS,
            Span::default(),
            format!("hàng này có thể là {paths}"),
            format!("the row may mean {paths}"),
        )
        .hint("thêm cột “Đường dẫn”", "add a column \"Slug\"")
    }

    /// The producer that a row names.
    pub(super) fn maker(&self, candidate: &Candidate) -> Maker {
        let key = match_key(candidate.value("producer"));
        let all = self.producers.get(&key).map_or(&[][..], Vec::as_slice);
        let here = self.province(candidate);
        let in_province = |id: &&ProducerId| {
            let place = self.catalogue.producer(**id).and_then(|it| it.place.as_ref());
            place.is_some_and(|place| Some(place.province.value) == here)
        };
        let near: Vec<&ProducerId> = all.iter().filter(in_province).collect();
        match (all, near.as_slice()) {
            ([], _) => Maker::New,
            ([one], _) => Maker::Known(*one),
            (_, [one]) => Maker::Known(**one),
            (_, _) => {
                let slugs: Vec<String> = all
                    .iter()
                    .filter_map(|id| self.catalogue.producer(*id))
                    .map(|producer| format!("`{}`", producer.slug))
                    .collect();
                let slugs = slugs.join(", ");
                let finding = Diagnostic::new(
                    &ROW_AMBIGUOUS,
                    Span::default(),
                    format!("chủ thể này có thể là {slugs}"),
                    format!("the producer may be {slugs}"),
                );
                Maker::Unclear(finding.hint(
                    "ghi tên tệp của chủ thể vào ô",
                    "write the producer's file name into the cell",
                ))
            }
        }
    }

    /// How tables show a producer: the name, or the slug where several have the name.
    pub(super) fn shown_maker(&self, id: ProducerId) -> Cell {
        let Some(own) = self.catalogue.producer(id) else { return Cell::default() };
        let alike =
            self.catalogue.producers.iter().filter(|it| it.name.value == own.name.value);
        let shown = if alike.count() > 1 { &own.slug } else { &own.name.value };
        Cell { shown: shown.clone(), written: own.slug.clone() }
    }
}

/// The column of producers.
pub(super) fn producer_column() -> usize {
    index_of("producer")
}
