//! A brochure cut into pages of paper, for printing from a browser.
//!
//! Pages are counted here, so that contents and indexes name them: cover,
//! contents, the products of each section so many a page, indexes, the back.
//! Tables (prices, booths, buyers) flow and are cut by the browser, which
//! repeats their head.
//!
//! Never asks how tall a text is: a card's box keeps its size, whatever is in it.

use serde::Serialize;

use crate::render::paper::PdfView;
use crate::render::view::brochure::{
    BoothView, BrochureView, CardView, ColoursView, EntryView, LetterView, Said, SectionView,
};

/// Lines of an index on a page of A4, in three columns; smaller sheets hold fewer.
const INDEX_LINES: usize = 120;

/// A brochure with its pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintView {
    /// What all pages share; its sections have given their products to the pages.
    pub b: BrochureView,
    /// The style sheet, for a document of its own; empty on the site.
    pub css: String,
    /// The same as files to keep; none in a document of its own.
    pub pdfs: Vec<PdfView>,
    /// How it is laid out: `book`, `table`, `cells` or `singles`.
    pub layout: &'static str,
    /// Pages in order.
    pub pages: Vec<SheetView>,
    /// Sections with the page on which each begins.
    pub contents: Vec<ContentsView>,
}

/// A line of the contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContentsView {
    /// Anchor.
    pub id: String,
    /// Heading.
    pub title: Said,
    /// "12 sản phẩm"; may be empty.
    pub note: Said,
    /// Page.
    pub page: usize,
}

/// A page of paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetView {
    /// Number, from 1.
    pub number: usize,
    /// `cover`, `contents`, `cards`, `index`, `back`, `table`, `cells`, `single`, `signs`.
    pub kind: &'static str,
    /// Anchor, on the first page of a section or index.
    pub id: String,
    /// Heading of the section or index.
    pub title: Said,
    /// "12 sản phẩm".
    pub note: Said,
    /// A sentence on the section, on its first page.
    pub blurb: Said,
    /// Whether the page opens its section.
    pub opens: bool,
    /// Slug of the group whose colour it takes; may be empty.
    pub group: String,
    /// Colours.
    pub colours: Option<ColoursView>,
    /// Products.
    pub cards: Vec<CardView>,
    /// Names of an index.
    pub letters: Vec<LetterView>,
    /// Booths.
    pub booths: Vec<BoothView>,
    /// Free places before the first cell of a sheet of labels.
    pub skip: u32,
}

/// Cuts a brochure into pages.
pub(super) fn pages(mut b: BrochureView) -> PrintView {
    let layout = match b.kind {
        "price-list" | "export-sheet" | "booth-list" => "table",
        "labels" => "cells",
        "shelf-cards" | "table-tents" | "booth-signs" | "sheet" => "singles",
        _ => "book",
    };
    let sections = std::mem::take(&mut b.sections);
    let mut cut = Cut::default();
    match layout {
        "table" => cut.tables(&b, sections),
        "cells" => cut.cells(&b, sections),
        "singles" => cut.singles(&b, sections),
        _ => cut.book(&b, sections),
    }
    let Cut { pages, contents } = cut;
    PrintView { b, css: String::new(), pdfs: Vec::new(), layout, pages, contents }
}

/// Pages made so far.
#[derive(Default)]
struct Cut {
    pages: Vec<SheetView>,
    contents: Vec<ContentsView>,
}

impl Cut {
    /// A page of a kind, not yet in its place.
    fn blank(&self, kind: &'static str) -> SheetView {
        SheetView {
            number: self.pages.len().saturating_add(1),
            kind,
            id: String::new(),
            title: Said::default(),
            note: Said::default(),
            blurb: Said::default(),
            opens: false,
            group: String::new(),
            colours: None,
            cards: Vec::new(),
            letters: Vec::new(),
            booths: Vec::new(),
            skip: 0,
        }
    }

    fn list(&mut self, id: &str, title: &Said, note: &Said) {
        let page = self.pages.len().saturating_add(1);
        let (title, note) = (title.clone(), note.clone());
        self.contents.push(ContentsView { id: id.to_owned(), title, note, page });
    }

    /// Cover, contents, sections, indexes, back.
    fn book(&mut self, b: &BrochureView, sections: Vec<SectionView>) {
        let cards = sections.iter().flat_map(|section| &section.cards);
        let cards = leading(cards.collect());
        self.pages.push(SheetView { cards, ..self.blank("cover") });
        self.pages.push(self.blank("contents"));
        let per_page = usize::try_from(b.per_page.max(1)).unwrap_or(1);
        for section in sections {
            if !section.title.main.is_empty() {
                self.list(&section.id, &section.title, &section.note);
            }
            self.section("cards", per_page, section);
        }
        let word = |key: &str| b.words.get(key).cloned().unwrap_or_default();
        let indexes = [
            ("muc-luc-san-pham", "index_products", &b.products_index),
            ("muc-luc-chu-the", "index_producers", &b.producers_index),
            ("muc-luc-tinh", "index_provinces", &b.provinces_index),
            ("muc-luc-gian", "index_booths", &b.booths_index),
        ];
        for (id, key, letters) in indexes {
            // An index of one entry tells nothing.
            if entries(letters) > 1 {
                self.list(id, &word(key), &Said::default());
                self.index(id, &word(key), letters, lines_of(b.paper));
            }
        }
        self.pages.push(self.blank("back"));
    }

    /// The products of a section, so many a page.
    fn section(&mut self, kind: &'static str, per_page: usize, section: SectionView) {
        let SectionView { id, title, note, blurb, colours, cards, .. } = section;
        let mut opens = true;
        let mut rest = cards.into_iter().peekable();
        while rest.peek().is_some() {
            let cards: Vec<CardView> = rest.by_ref().take(per_page).collect();
            let first = cards.first().map(|card| card.group.clone()).unwrap_or_default();
            self.pages.push(SheetView {
                id: if opens { id.clone() } else { String::new() },
                title: title.clone(),
                note: note.clone(),
                blurb: blurb.clone(),
                opens,
                group: if id == first { first } else { String::new() },
                colours: Some(colours.clone()),
                cards,
                ..self.blank(kind)
            });
            opens = false;
        }
    }

    /// An index, cut where its lines fill a page; a letter may go over.
    fn index(&mut self, id: &str, title: &Said, letters: &[LetterView], room: usize) {
        let mut page: Vec<LetterView> = Vec::new();
        let mut lines = 0usize;
        let mut opens = true;
        for letter in letters {
            let mut entries: Vec<EntryView> = Vec::new();
            lines = lines.saturating_add(2);
            for entry in &letter.entries {
                let high =
                    1usize.saturating_add(entry.note.chars().count().div_ceil(36).min(2));
                if lines.saturating_add(high) > room {
                    let part = std::mem::take(&mut entries);
                    if !part.is_empty() {
                        page.push(LetterView { letter: letter.letter.clone(), entries: part });
                    }
                    self.index_page((id, title, opens), std::mem::take(&mut page));
                    (lines, opens) = (2, false);
                }
                lines = lines.saturating_add(high);
                entries.push(entry.clone());
            }
            if !entries.is_empty() {
                page.push(LetterView { letter: letter.letter.clone(), entries });
            }
        }
        if !page.is_empty() {
            self.index_page((id, title, opens), page);
        }
    }

    fn index_page(
        &mut self,
        (id, title, opens): (&str, &Said, bool),
        letters: Vec<LetterView>,
    ) {
        self.pages.push(SheetView {
            id: if opens { id.to_owned() } else { String::new() },
            title: title.clone(),
            opens,
            letters,
            ..self.blank("index")
        });
    }

    /// One flowing table; sections are groups of rows.
    fn tables(&mut self, b: &BrochureView, sections: Vec<SectionView>) {
        if b.kind == "booth-list" {
            let zones = b.fair.iter().flat_map(|fair| &fair.zones);
            for zone in zones {
                self.pages.push(SheetView {
                    title: zone.name.clone(),
                    booths: zone.booths.clone(),
                    ..self.blank("table")
                });
            }
            return;
        }
        for section in sections {
            self.section("table", usize::MAX, section);
        }
    }

    /// Sheets of labels: as many as the grid has places, the first ones maybe used up.
    fn cells(&mut self, b: &BrochureView, sections: Vec<SectionView>) {
        let (columns, rows) = b.grid.split_once('x').unwrap_or(("3", "7"));
        let side = |text: &str, other: usize| text.parse::<usize>().unwrap_or(other).max(1);
        let places = side(columns, 3).saturating_mul(side(rows, 7));
        let start = usize::try_from(b.start.saturating_sub(1)).unwrap_or(0) % places;
        let mut all = sections.into_iter().flat_map(|section| section.cards).peekable();
        let mut skip = start;
        while all.peek().is_some() {
            let cards = all.by_ref().take(places.saturating_sub(skip)).collect();
            let skipped = u32::try_from(skip).unwrap_or(0);
            self.pages.push(SheetView { cards, skip: skipped, ..self.blank("cells") });
            skip = 0;
        }
    }

    /// One product, or one booth, on each page.
    fn singles(&mut self, b: &BrochureView, sections: Vec<SectionView>) {
        if let Some(fair) = b.fair.as_ref().filter(|_| b.kind == "booth-signs") {
            for (zone, booth) in
                fair.zones.iter().flat_map(|zone| zone.booths.iter().map(move |it| (zone, it)))
            {
                self.pages.push(SheetView {
                    title: zone.name.clone(),
                    booths: vec![booth.clone()],
                    ..self.blank("signs")
                });
            }
            return;
        }
        for section in sections {
            self.section("single", 1, section);
        }
    }
}

/// Three products for the cover: photos before woven covers, spread over the brochure.
fn leading(mut all: Vec<&CardView>) -> Vec<CardView> {
    let step = all.len().div_ceil(3).max(1);
    all = all
        .chunks(step)
        .filter_map(|part| part.iter().min_by_key(|it| it.picture.kind))
        .copied()
        .collect();
    all.into_iter().cloned().collect()
}

fn entries(letters: &[LetterView]) -> usize {
    letters.iter().map(|letter| letter.entries.len()).sum()
}

/// Lines of an index on a sheet.
fn lines_of(paper: &str) -> usize {
    match paper {
        "a3" => INDEX_LINES.saturating_mul(2),
        "a5" => INDEX_LINES.saturating_div(2),
        _ => INDEX_LINES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(names: usize) -> Vec<LetterView> {
        let entry = |n: usize| EntryView {
            name: format!("Sản phẩm {n}"),
            note: "Hợp tác xã Ví Dụ".to_owned(),
            numbers: vec![1],
        };
        vec![LetterView { letter: "S".to_owned(), entries: (0..names).map(entry).collect() }]
    }

    #[test]
    fn an_index_goes_over_pages_without_losing_a_name() {
        for names in [1, 9, 10, 59, 60, 61, 500] {
            let mut cut = Cut::default();
            cut.index("x", &Said::default(), &letters(names), 120);
            let held = cut.pages.iter().map(|page| entries(&page.letters)).sum::<usize>();
            assert_eq!(held, names);
            assert!(cut.pages.iter().all(|page| entries(&page.letters) <= 59), "{names}");
            assert_eq!(cut.pages.iter().filter(|page| page.opens).count(), 1);
        }
    }
}
