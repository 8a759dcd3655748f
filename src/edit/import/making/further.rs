//! Sheets of what a product has several times: earlier ratings, further packs.
//!
//! An export writes them where the main table has no room; here they come back.
//! A row names its dossier by slug and its place in the list by number, so the
//! three views of each value are compared as those of the main table are. A number
//! one beyond the end adds a pack, or a rating where no main row may add one too.
//! What cannot be placed is told and changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::super::codes::ROW_WITHOUT_DOSSIER;
use super::super::finding::Finding;
use super::super::heading::{Headings, LOOKED_AT, Target};
use super::super::merge::{Merged, Step, conflict, list_path, step, unplaced};
use super::super::reading::{self, Understood};
use super::super::rows::{self, Candidate};
use super::super::{Change, Update};
use super::Work;
use crate::derive::table::{Cell, Column, NUMBER, Part, column_of, index_of};
use crate::diag::Diagnostic;
use crate::diag::span::Span;
use crate::diag::suggest;
use crate::edit::amend::{Dossier, Value};
use crate::edit::draft;
use crate::model::product::Product;
use crate::source::sheet::{self, Sheet};
use crate::text::date::Day;
use crate::text::fold::match_key;

/// What a sheet of ratings or packs is like.
#[derive(Debug)]
pub(in super::super) struct Layout {
    part: Part,
    /// Its headings, those of the part and the slug alone being known.
    pub(in super::super) headings: Headings,
    /// Column of the numbers.
    number: usize,
}

/// A row of such a sheet.
#[derive(Debug)]
pub(in super::super) struct Row {
    part: Part,
    candidate: Candidate,
    /// Its place in the list from 0; `None` where the cell holds no number from 1 on.
    index: Option<usize>,
}

/// A row as it was understood.
#[derive(Debug)]
pub(super) struct Further {
    row: Row,
    understood: Understood,
}

impl Further {
    /// What it says in a column of its part.
    fn cell(&self, column: usize) -> Option<&Cell> {
        self.understood.cells.get(column).and_then(Option::as_ref)
    }

    /// What it says, by key of the dossier.
    fn written(&self) -> Vec<(&'static str, String)> {
        let own = self.row.part.columns();
        let said = own.filter_map(|(at, column)| Some((column, self.cell(at)?)));
        said.map(|(column, cell)| (column.name_in_part(), cell.written.clone())).collect()
    }
}

/// The layout of a sheet that names a dossier and a number and else only ratings, or only packs.
pub(in super::super) fn layout(sheet: &Sheet) -> Option<Layout> {
    sheet.rows.iter().take(LOOKED_AT).find_map(|row| {
        let texts: Vec<&str> = row.values.iter().map(|value| value.text.as_str()).collect();
        let is_number =
            |text: &str| [NUMBER.0, NUMBER.1].iter().any(|it| match_key(it) == match_key(text));
        let number = texts.iter().position(|text| is_number(text))?;
        let known: Vec<Option<usize>> = texts.iter().map(|text| column_of(text)).collect();
        let (slug, name) = (index_of("slug"), index_of("name"));
        let own: Vec<usize> = (known.iter().flatten().copied())
            .filter(|column| *column != slug && *column != name)
            .collect();
        let holds = |part: Part, column: usize| part.columns().any(|(at, _)| at == column);
        let part = Part::ALL.into_iter().find(|part| own.iter().all(|it| holds(*part, *it)))?;
        if own.is_empty() || !known.contains(&Some(slug)) {
            return None;
        }
        let target = |column: &Option<usize>| match column {
            Some(column) if *column != name => Target::Column(*column),
            _ => Target::Ignored,
        };
        let columns = texts.iter().zip(&known);
        let columns = columns.map(|(text, column)| ((*text).to_owned(), target(column)));
        let headings = Headings { row: row.number, columns: columns.collect() };
        Some(Layout { part, headings, number })
    })
}

/// The rows below the headings, and what is wrong with their cells.
pub(in super::super) fn rows(
    sheet: (usize, &Sheet),
    layout: &Layout,
) -> (Vec<Row>, Vec<Finding>) {
    let read = rows::read(sheet, &layout.headings, &[]);
    let by_number: BTreeMap<usize, &sheet::Row> =
        sheet.1.rows.iter().map(|row| (row.number, row)).collect();
    let number = |row: usize| -> Option<usize> {
        let own = by_number.get(&row)?;
        own.values.get(layout.number)?.text.trim().parse::<usize>().ok()?.checked_sub(1)
    };
    let all = read.candidates.into_iter().map(|candidate| Row {
        part: layout.part,
        index: number(candidate.place.row),
        candidate,
    });
    (all.collect(), read.findings)
}

impl Work<'_> {
    /// Understands further rows; each waits for the main row of its dossier.
    pub(in super::super) fn wait_with(
        &mut self,
        rows: Vec<Row>,
        mains: &[Candidate],
        today: Day,
    ) {
        // Of two rows with a slug the first counts.
        let by_slug: BTreeMap<&str, &Candidate> =
            mains.iter().rev().map(|main| (main.value("slug"), main)).collect();
        let cells = |row: &Row| -> Vec<Cell> {
            let slug = row.candidate.value("slug");
            if let Some(id) = self.index.of_slug(slug) {
                return self.index.cells(id).to_vec();
            }
            let main = by_slug.get(slug);
            let values = main.map_or(&[][..], |main| main.values.as_slice());
            values.iter().map(|text| Cell::same(text.clone())).collect()
        };
        let cells: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
        let known: Vec<reading::Known<'_>> = (rows.iter().zip(&cells))
            .map(|(row, cells)| reading::Known {
                candidate: &row.candidate,
                dossier: Some(cells.as_slice()).filter(|cells| !cells.is_empty()),
            })
            .collect();
        let understood = reading::read(&known, self.tree, today);
        for (row, understood) in rows.into_iter().zip(understood) {
            let refused = understood.findings.iter().any(Finding::is_error);
            self.plan.findings.extend(understood.findings.iter().cloned());
            if refused {
                self.plan.refused = self.plan.refused.saturating_add(1);
                continue;
            }
            let slug = row.candidate.value("slug").to_owned();
            self.further.entry(slug).or_default().push(Further { row, understood });
        }
        for all in self.further.values_mut() {
            all.sort_by_key(|it| (it.row.part, it.row.index));
        }
    }

    /// Takes up rows whose dossier has no main row in this table.
    pub(in super::super) fn take_up_the_rest(&mut self, mains: &[Candidate]) {
        let named: BTreeSet<&str> = mains.iter().map(|main| main.value("slug")).collect();
        for (slug, rows) in std::mem::take(&mut self.further) {
            // A main row with an error keeps its dossier as it is.
            if named.contains(slug.as_str()) {
                continue;
            }
            let Some(id) = self.index.of_slug(&slug) else {
                let known = self.catalogue.products.iter().map(|it| it.slug.as_str());
                let near = suggest::nearest(&slug, known);
                let finding = no_dossier(&slug).did_you_mean(near);
                let at = |row: &Further| row.row.candidate.place_of(index_of("slug"));
                self.plan.findings.extend(
                    rows.iter()
                        .map(|row| Finding { place: at(row), diagnostic: finding.clone() }),
                );
                self.plan.refused = self.plan.refused.saturating_add(rows.len());
                continue;
            };
            let Some(product) = self.catalogue.product(id) else { continue };
            let path = self.tree.path(product.file).to_owned();
            let Some(text) = self.tree.text(product.file) else { continue };
            let is_yaml = !path.to_ascii_lowercase().ends_with(".md");
            let mut dossier = Dossier::product(text.to_owned(), is_yaml);
            let mut merged = Merged::default();
            self.add_further((product, &rows, false), (&mut dossier, is_yaml), &mut merged);
            self.plan.kept = self.plan.kept.saturating_add(merged.kept);
            self.plan.findings.append(&mut merged.findings);
            if dossier.text == text {
                self.plan.same = self.plan.same.saturating_add(1);
                continue;
            }
            let changes = super::with_headings(merged.changes);
            self.plan.updated.push(Update { path: path.clone(), changes });
            let (before, after) = (Some(text.to_owned()), dossier.text);
            self.products.push(Change { path, before, after });
        }
    }

    /// Puts further rows into a dossier that is there.
    pub(super) fn add_further(
        &mut self,
        (product, rows, has_main): (&Product, &[Further], bool),
        (dossier, is_yaml): (&mut Dossier, bool),
        out: &mut Merged,
    ) {
        let lists: BTreeMap<Part, Vec<Vec<Cell>>> =
            Part::ALL.into_iter().map(|part| (part, part.rows(product))).collect();
        for further in rows {
            let part = further.row.part;
            let list = lists.get(&part).map_or(&[][..], Vec::as_slice);
            let Some(index) = further.row.index else {
                out.findings.push(misplaced(further, list.len()));
                continue;
            };
            // What stands in the main row is decided there.
            if has_main && Some(index) == part.in_main_table(list.len()) {
                continue;
            }
            let may_add = index == list.len() && !(has_main && part == Part::Ratings);
            match list.get(index) {
                Some(now) => {
                    let at = (index, now.as_slice());
                    self.compare((product, further), at, (dossier, is_yaml), out);
                }
                None if may_add && add(dossier, further) => {
                    let mut said =
                        part.columns().filter_map(|(at, _)| Some((at, further.cell(at)?)));
                    if let Some((at, cell)) = said.next() {
                        out.changes.push((at, String::new(), cell.shown.clone()));
                    }
                    self.note_further(&product.slug, further, index);
                }
                None => out.findings.push(misplaced(further, list.len())),
            }
        }
    }

    /// Each value of one rating or pack: table, dossier, last import.
    fn compare(
        &mut self,
        (product, further): (&Product, &Further),
        (index, now): (usize, &[Cell]),
        (dossier, is_yaml): (&mut Dossier, bool),
        out: &mut Merged,
    ) {
        let part = further.row.part;
        for ((at, column), now) in part.columns().zip(now) {
            let Some(cell) = further.cell(at) else { continue };
            let id = name_of(part, index, column);
            let place = || further.row.candidate.place_of(at);
            match step(column, &cell.shown, &now.shown, self.last.of(&product.slug, &id)) {
                Step::Nothing => {}
                Step::Keep => {
                    out.kept = out.kept.saturating_add(1);
                    continue;
                }
                Step::Conflict => {
                    let diagnostic = conflict(&cell.shown, &now.shown);
                    out.findings.push(Finding { place: place(), diagnostic });
                    continue;
                }
                Step::Write => {
                    let path =
                        list_path(dossier, is_yaml, (part.key(), index, column.name_in_part()));
                    let path: Vec<&str> = path.iter().map(String::as_str).collect();
                    if !dossier.set(&path, &Value::One(cell.written.clone())) {
                        let diagnostic = unplaced(&cell.shown);
                        out.findings.push(Finding { place: place(), diagnostic });
                        continue;
                    }
                    out.changes.push((at, now.shown.clone(), cell.shown.clone()));
                }
            }
            self.last.note(&product.slug, &id, &cell.shown);
        }
    }

    fn note_further(&mut self, slug: &str, further: &Further, index: usize) {
        let part = further.row.part;
        for (at, column) in part.columns() {
            if let Some(cell) = further.cell(at) {
                self.last.note(slug, &name_of(part, index, column), &cell.shown);
            }
        }
    }

    /// The text of a new dossier with these values and the further rows of its slug.
    pub(super) fn whole_draft(&mut self, slug: &str, asked: &str, values: &[String]) -> String {
        let rows = self.further.remove(asked).unwrap_or_default();
        let (ratings, packs): (Vec<&Further>, Vec<&Further>) =
            rows.iter().partition(|it| it.row.part == Part::Ratings);
        let mut first = values.to_vec();
        // The last rating stands in the main row, and the oldest comes first.
        let last = ratings.first().map(|oldest| swap(&mut first, Part::Ratings, oldest));
        let has_pack = Part::Packs
            .columns()
            .any(|(at, _)| values.get(at).is_some_and(|value| !value.is_empty()));
        let rest = match packs.split_first() {
            Some((own, rest)) if !has_pack => {
                swap(&mut first, Part::Packs, own);
                rest
            }
            _ => packs.as_slice(),
        };
        let mut dossier = Dossier::product(draft::product(&first).text, false);
        let mut lost = Vec::new();
        lost.extend(ratings.iter().skip(1).filter(|it| !add(&mut dossier, it)));
        if let Some(last) = last.filter(|last| !last.is_empty())
            && !dossier.append(Part::Ratings.key(), &last)
        {
            lost.extend(ratings.last());
        }
        lost.extend(rest.iter().filter(|it| !add(&mut dossier, it)));
        self.plan.findings.extend(lost.into_iter().map(|it| misplaced(it, 0)));
        for (number, further) in ratings.iter().enumerate() {
            self.note_further(slug, further, number);
        }
        for (number, further) in packs.iter().enumerate() {
            self.note_further(slug, further, number.saturating_add(usize::from(has_pack)));
        }
        dossier.text
    }
}

/// Puts the row's values into those of a draft; gives those that stood there.
fn swap(values: &mut [String], part: Part, row: &Further) -> Vec<(&'static str, String)> {
    let mut before = Vec::new();
    for (at, column) in part.columns() {
        let Some(value) = values.get_mut(at) else { continue };
        let new = row.cell(at).map(|cell| cell.written.clone()).unwrap_or_default();
        let old = std::mem::replace(value, new);
        if !old.is_empty() {
            before.push((column.name_in_part(), old));
        }
    }
    before
}

/// Adds a row at the end of its list; tells whether it is there.
fn add(dossier: &mut Dossier, further: &Further) -> bool {
    let values = further.written();
    !values.is_empty() && dossier.append(further.row.part.key(), &values)
}

/// Name of a value in the file of the last import.
fn name_of(part: Part, index: usize, column: &Column) -> String {
    format!("{}.{}.{}", part.key(), index.saturating_add(1), column.name_in_part())
}

fn misplaced(further: &Further, count: usize) -> Finding {
    let part = further.row.part;
    let said = part.columns().find_map(|(at, _)| Some((at, further.cell(at)?)));
    let (at, text) =
        said.map_or((index_of("slug"), ""), |(at, cell)| (at, cell.shown.as_str()));
    let next = count.saturating_add(1);
    let diagnostic = unplaced(text).hint(
        format!("hồ sơ có {count}; cột “{}” cần một số từ 1 đến {next}", NUMBER.0),
        format!("the dossier has {count}; the column \"{}\" wants 1 to {next}", NUMBER.1),
    );
    Finding { place: further.row.candidate.place_of(at), diagnostic }
}

fn no_dossier(slug: &str) -> Diagnostic {
    Diagnostic::new(
        &ROW_WITHOUT_DOSSIER,
        Span::default(),
        format!("không có hồ sơ `{slug}`"),
        format!("there is no dossier `{slug}`"),
    )
}
