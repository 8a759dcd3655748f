//! Rows to files: dossiers that are made and dossiers that are changed.

pub(super) mod further;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::codes::{ROW_DUPLICATE, ROW_INCOMPLETE};
use super::finding::Finding;
use super::matching::{Index, Maker, Meaning, producer_column};
use super::merge::{self, Views};
use super::reading::{self, Understood};
use super::rows::Candidate;
use super::state::Last;
use super::{Change, Plan, Update, below};
use crate::derive::table::{COLUMNS, Cell, index_of};
use crate::diag::Diagnostic;
use crate::diag::span::Span;
use crate::edit::amend::Dossier;
use crate::edit::draft::scalar;
use crate::model::catalogue::Catalogue;
use crate::model::product::ProductId;
use crate::model::region::ProvinceName;
use crate::source::Tree;
use crate::text::date::Day;
use crate::text::fold::match_key;
use crate::text::slug::{is_slug, slugify};

/// Columns that a new dossier cannot do without.
const NEEDED: [&str; 5] = ["name", "group", "producer", "province", "stars"];

/// The import as far as it is.
pub(super) struct Work<'a> {
    root: &'a Path,
    tree: &'a Tree,
    catalogue: &'a Catalogue,
    index: Index<'a>,
    last: Last,
    /// Rows by what they mean, each with its number.
    targets: BTreeMap<String, usize>,
    /// Slugs of dossiers, and of producers, to be made.
    slugs: BTreeSet<String>,
    /// Producers to be made, by folded name and province: their slugs.
    makers: BTreeMap<(String, String), String>,
    /// Rows of further packs and earlier ratings, by the slug of their dossier.
    further: BTreeMap<String, Vec<further::Further>>,
    /// Dossiers to write, after the producers.
    products: Vec<Change>,
    plan: Plan,
}

impl<'a> Work<'a> {
    pub(super) fn new(
        root: &'a Path,
        (tree, catalogue): (&'a Tree, &'a Catalogue),
        index: Index<'a>,
        (last, plan): (Last, Plan),
    ) -> Self {
        Self {
            root,
            tree,
            catalogue,
            index,
            last,
            targets: BTreeMap::new(),
            slugs: BTreeSet::new(),
            makers: BTreeMap::new(),
            further: BTreeMap::new(),
            products: Vec::new(),
            plan,
        }
    }

    /// The plan, and what this import says.
    pub(super) fn finish(mut self) -> (Plan, Last) {
        self.plan.files.append(&mut self.products);
        (self.plan, self.last)
    }

    /// Takes every row whose cells can be read.
    pub(super) fn rows(&mut self, candidates: &[Candidate], today: Day) {
        let meanings: Vec<Meaning> =
            candidates.iter().map(|row| self.index.meaning(row)).collect();
        let known: Vec<reading::Known<'_>> = candidates
            .iter()
            .zip(&meanings)
            .map(|(candidate, meaning)| reading::Known {
                candidate,
                dossier: match meaning {
                    Meaning::Dossier(id) => Some(self.index.cells(*id)),
                    Meaning::New(_) | Meaning::Unclear(_) => None,
                },
            })
            .collect();
        let understood = reading::read(&known, self.tree, today);
        let errors = self.plan.findings.iter().filter(|finding| finding.is_error());
        let flawed: BTreeSet<(usize, usize)> =
            errors.map(|finding| (finding.place.sheet, finding.place.row)).collect();
        for ((candidate, meaning), row) in candidates.iter().zip(meanings).zip(understood) {
            let place = (candidate.place.sheet, candidate.place.row);
            if flawed.contains(&place) || !self.row(candidate, &meaning, row) {
                self.plan.refused = self.plan.refused.saturating_add(1);
            }
        }
    }

    /// One row; tells whether it was taken.
    fn row(&mut self, candidate: &Candidate, meaning: &Meaning, row: Understood) -> bool {
        let Understood { mut cells, mut findings } = row;
        let maker = self.index.maker(candidate);
        let name = index_of("name");
        match meaning {
            Meaning::Unclear(finding) => findings.push(at(candidate, name, finding.clone())),
            Meaning::New(namesake) => {
                findings.extend(missing(candidate));
                let namesake = namesake.iter().cloned();
                findings.extend(namesake.map(|finding| at(candidate, name, finding)));
            }
            Meaning::Dossier(_) => {}
        }
        if let Maker::Unclear(finding) = &maker {
            findings.push(at(candidate, producer_column(), finding.clone()));
        }
        findings.extend(self.duplicate(candidate, meaning));
        let refused = findings.iter().any(Finding::is_error);
        self.plan.findings.extend(findings);
        if refused {
            return false;
        }
        if let Some(place) = cells.get_mut(producer_column())
            && candidate.says(producer_column())
        {
            *place = Some(self.maker_cell(candidate, &maker));
        }
        match meaning {
            Meaning::Dossier(id) => self.amend(candidate, *id, &cells),
            Meaning::New(_) | Meaning::Unclear(_) => self.create(candidate, &cells),
        }
        true
    }

    /// The producer of a row, as tables show it and as dossiers write it.
    fn maker_cell(&self, candidate: &Candidate, maker: &Maker) -> Cell {
        if let Maker::Known(id) = maker {
            return self.index.shown_maker(*id);
        }
        let name = candidate.value("producer");
        let key = (match_key(name), match_key(candidate.value("province")));
        let slug = self.makers.get(&key).cloned().unwrap_or_else(|| self.maker_slug(name));
        Cell { shown: name.to_owned(), written: slug }
    }

    /// A slug that no producer has.
    fn maker_slug(&self, name: &str) -> String {
        let stem = slugify(name);
        let free = |slug: &String| {
            let path = format!("content/producers/{slug}");
            !self.makers.values().any(|taken| taken == slug) && !self.is_there(&path)
        };
        first_free(&stem, None, free)
    }

    /// Whether a file of this stem is there.
    fn is_there(&self, stem: &str) -> bool {
        [".md", ".yaml", ".yml"].iter().any(|end| {
            let path = format!("{stem}{end}");
            self.tree.find(&path).is_some() || below(self.root, &path).exists()
        }) || below(self.root, stem).exists()
    }

    /// The finding for a row that means what an earlier one means.
    fn duplicate(&mut self, candidate: &Candidate, meaning: &Meaning) -> Option<Finding> {
        let key = match meaning {
            Meaning::Dossier(id) => format!("#{}", id.0),
            Meaning::Unclear(_) => return None,
            Meaning::New(_) if !candidate.value("slug").is_empty() => {
                candidate.value("slug").to_owned()
            }
            Meaning::New(_) => ["name", "province", "producer"]
                .map(|id| match_key(candidate.value(id)))
                .join("|"),
        };
        let row = candidate.place.row;
        let first = *self.targets.entry(key).or_insert(row);
        if first == row {
            return None;
        }
        let finding = Diagnostic::new(
            &ROW_DUPLICATE,
            Span::default(),
            format!("hàng này và hàng {first} nói về cùng một sản phẩm"),
            format!("this row and row {first} are about the same product"),
        )
        .hint("giữ một hàng, hoặc thêm cột “Đường dẫn”", "keep one, or add a column \"Slug\"");
        Some(at(candidate, index_of("name"), finding))
    }

    /// Makes a dossier, and its producer where nobody knows it yet.
    fn create(&mut self, candidate: &Candidate, cells: &[Option<Cell>]) {
        let written = |id: &str| {
            let cell = cells.get(index_of(id)).and_then(Option::as_ref);
            cell.map_or("", |cell| cell.written.as_str())
        };
        self.make_maker(candidate, written("producer"));
        let folder = self.province_folder(candidate);
        let slug =
            self.product_slug(candidate, written("commune"), written("producer"), &folder);
        let mut values: Vec<String> = cells
            .iter()
            .map(|cell| cell.as_ref().map_or_else(String::new, |cell| cell.written.clone()))
            .collect();
        if let Some(value) = values.get_mut(index_of("slug")) {
            value.clear();
        }
        let path = format!("{folder}/{slug}.md");
        let after = self.whole_draft(&slug, candidate.value("slug"), &values);
        self.plan.created.push((path.clone(), candidate.value("name").to_owned()));
        self.products.push(Change { path, before: None, after });
        self.note(&slug, cells, &[]);
        self.slugs.insert(slug);
    }

    fn note(&mut self, slug: &str, cells: &[Option<Cell>], except: &[usize]) {
        for (index, (column, cell)) in COLUMNS.iter().zip(cells).enumerate() {
            if let Some(cell) = cell.as_ref().filter(|_| column.id != "slug")
                && !except.contains(&index)
            {
                self.last.note(slug, column.id, &cell.shown);
            }
        }
    }

    fn province_folder(&self, candidate: &Candidate) -> String {
        let regions = &self.catalogue.regions;
        let id = match regions.resolve(candidate.value("province")) {
            Some(ProvinceName::Present(id) | ProvinceName::Former(_, id)) => Some(id),
            None => None,
        };
        let province = id.and_then(|id| regions.province(id));
        match province {
            Some(province) => format!("content/products/{}", province.slug),
            None => "content/products".to_owned(),
        }
    }

    fn product_slug(
        &self,
        candidate: &Candidate,
        commune: &str,
        maker: &str,
        folder: &str,
    ) -> String {
        let asked = candidate.value("slug");
        let stem =
            if is_slug(asked) { asked.to_owned() } else { slugify(candidate.value("name")) };
        let place = slugify(commune);
        let place = ["xa-", "phuong-", "dac-khu-", "thi-tran-"]
            .iter()
            .find_map(|title| place.strip_prefix(title))
            .unwrap_or(&place);
        let apart = if place.is_empty() { maker } else { place };
        first_free(&stem, Some(apart), |slug| {
            !self.index.has_slug(slug)
                && !self.slugs.contains(slug)
                && !self.is_there(&format!("{folder}/{slug}"))
        })
    }

    /// Makes the file of a producer whom nobody knows.
    fn make_maker(&mut self, candidate: &Candidate, slug: &str) {
        let name = candidate.value("producer");
        let key = (match_key(name), match_key(candidate.value("province")));
        let known = matches!(self.index.maker(candidate), Maker::Known(_));
        if name.is_empty() || known || self.makers.contains_key(&key) {
            return;
        }
        let mut text = format!("name: {}\n", scalar(name));
        for (id, key) in [("province", "province"), ("commune", "commune")] {
            let value = candidate.value(id);
            if !value.is_empty() {
                text.extend([format!("{key}: {}\n", scalar(value))]);
            }
        }
        let former = [
            ("province", "former_province"),
            ("district", "former_district"),
            ("commune", "former_commune"),
        ];
        let former = former.map(|(key, id)| (key, candidate.value(id)));
        let former: Vec<&(&str, &str)> =
            former.iter().filter(|(_, value)| !value.is_empty()).collect();
        if !former.is_empty() {
            text.push_str("former:\n");
            for (key, value) in former {
                text.extend([format!("  {key}: {}\n", scalar(value))]);
            }
        }
        let path = format!("content/producers/{slug}.yaml");
        self.plan.producers.push((path.clone(), name.to_owned()));
        self.plan.files.push(Change { path, before: None, after: text });
        self.makers.insert(key, slug.to_owned());
    }

    /// Changes a dossier.
    fn amend(&mut self, candidate: &Candidate, id: ProductId, cells: &[Option<Cell>]) {
        let Some(product) = self.catalogue.product(id) else { return };
        let path = self.tree.path(product.file).to_owned();
        let Some(text) = self.tree.text(product.file) else { return };
        let is_yaml = !path.to_ascii_lowercase().ends_with(".md");
        let views = Views {
            candidate,
            table: cells,
            product,
            cells: self.index.cells(id),
            last: &self.last,
        };
        let mut merged = merge::merge(&views, text, is_yaml);
        if let Some(rows) = self.further.remove(&product.slug) {
            let before = merged.text.clone().unwrap_or_else(|| text.to_owned());
            let mut dossier = Dossier::product(before, is_yaml);
            self.add_further((product, &rows, true), (&mut dossier, is_yaml), &mut merged);
            merged.text = (dossier.text != text).then_some(dossier.text);
        }
        self.plan.kept = self.plan.kept.saturating_add(merged.kept);
        self.plan.findings.extend(merged.findings);
        self.note(&product.slug, cells, &merged.unsettled);
        let Some(after) = merged.text else {
            self.plan.same = self.plan.same.saturating_add(1);
            return;
        };
        if merged.changes.iter().any(|(column, ..)| *column == producer_column())
            && let Some(Some(maker)) = cells.get(producer_column())
        {
            self.make_maker(candidate, &maker.written);
        }
        let changes = with_headings(merged.changes);
        self.plan.updated.push(Update { path: path.clone(), changes });
        self.products.push(Change { path, before: Some(text.to_owned()), after });
    }
}

/// Changes by column with the column's headings.
fn with_headings(
    changes: Vec<(usize, String, String)>,
) -> Vec<((&'static str, &'static str), String, String)> {
    let heading = |column: usize| COLUMNS.get(column).map_or(("", ""), |it| it.heading);
    changes.into_iter().map(|(column, was, is)| (heading(column), was, is)).collect()
}

/// The first free one of: the stem, the stem with a word that tells it apart, numbered ones.
fn first_free(stem: &str, apart: Option<&str>, free: impl Fn(&String) -> bool) -> String {
    let stem = if stem.is_empty() { "san-pham" } else { stem };
    let apart = apart.filter(|it| !it.is_empty()).map(|it| slugify(&format!("{stem}-{it}")));
    let numbered = (2_u32..).map(|number| {
        let room = slugify(stem).chars().take(70).collect::<String>();
        format!("{}-{number}", room.trim_end_matches('-'))
    });
    let all = std::iter::once(stem.to_owned()).chain(apart).chain(numbered);
    all.into_iter().find(free).unwrap_or_default()
}

fn at(candidate: &Candidate, column: usize, diagnostic: Diagnostic) -> Finding {
    Finding { place: candidate.place_of(column), diagnostic }
}

/// A finding for each cell that a new dossier cannot do without.
fn missing(candidate: &Candidate) -> Vec<Finding> {
    let draft =
        ["nhap", "bannhap", "draft"].contains(&match_key(candidate.value("state")).as_str());
    let needed = if draft { &NEEDED[..1] } else { &NEEDED[..] };
    let lacking = needed.iter().filter(|id| candidate.value(id).is_empty());
    let finding = |id: &&str| {
        let column = COLUMNS.get(index_of(id));
        let (vi, en) = column.map_or(("", ""), |column| column.heading);
        let finding = Diagnostic::new(
            &ROW_INCOMPLETE,
            Span::default(),
            format!("hồ sơ mới cần “{vi}”, ô trống"),
            format!("a new dossier needs \"{en}\", the cell is empty"),
        )
        .hint(
            format!("điền vào bảng, hoặc thêm --set \"{vi}=…\" nếu cả bảng giống nhau"),
            format!("fill it in, or add --set \"{en}=…\" where all rows have the same"),
        );
        at(candidate, index_of(id), finding)
    };
    lacking.map(finding).collect()
}
