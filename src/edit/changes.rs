//! What changed between two states of a catalogue, for people.
//!
//! Products are matched by slug, an alias counting as the slug of before. What
//! matters comes first: new and removed products, stars won or lost, renewed
//! ratings, places and makers; then every other column of the table. Pure: takes
//! two catalogues, gives a list.

use std::collections::BTreeMap;

use crate::derive::table::{COLUMNS, Field, cells};
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, State};

/// What sort of change it is, the most notable first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A product that was not published before.
    New,
    /// More stars than before, or fewer.
    Stars,
    /// The same stars by another decision.
    Renewed,
    /// Another producer or another place.
    Moved,
    /// Another address of the page.
    Renamed,
    /// Other facts.
    Edited,
    /// No longer published.
    Gone,
}

impl Sort {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::New,
        Self::Stars,
        Self::Renewed,
        Self::Moved,
        Self::Renamed,
        Self::Edited,
        Self::Gone,
    ];

    /// Heading of its part (Vietnamese, English).
    pub fn title(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("Sản phẩm mới", "New products"),
            Self::Stars => ("Thay đổi hạng sao", "Stars changed"),
            Self::Renewed => ("Công nhận lại", "Renewed"),
            Self::Moved => ("Đổi chủ thể hoặc địa bàn", "Another producer or place"),
            Self::Renamed => ("Đổi địa chỉ trang", "Another address"),
            Self::Edited => ("Sửa thông tin", "Facts edited"),
            Self::Gone => ("Không còn đăng", "No longer published"),
        }
    }
}

/// One product that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The gravest sort.
    pub sort: Sort,
    /// Its slug today, or that of before where it is gone.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Province and stars, for those who do not know it.
    pub about: String,
    /// Heading (Vietnamese, English), value before and after.
    pub columns: Vec<((&'static str, &'static str), String, String)>,
    /// Whether the story changed.
    pub story: bool,
}

/// Every product that changed, by sort and then by name.
pub fn changes(before: &Catalogue, now: &Catalogue) -> Vec<Change> {
    let shown = |product: &&Product| product.state == State::Published;
    let mut old: BTreeMap<&str, &Product> = BTreeMap::new();
    for product in before.products.iter().filter(shown) {
        old.insert(&product.slug, product);
    }
    let mut out = Vec::new();
    for product in now.products.iter().filter(shown) {
        let own = old.remove(product.slug.as_str());
        let own = own.or_else(|| {
            let aliases = product.aliases.iter();
            aliases.map(|alias| alias.value.as_str()).find_map(|alias| old.remove(alias))
        });
        match own {
            None => out.push(plain(Sort::New, now, product)),
            Some(own) => out.extend(compared((before, own), (now, product))),
        }
    }
    out.extend(old.values().map(|product| plain(Sort::Gone, before, product)));
    out.sort_by(|a, b| (a.sort, &a.name, &a.slug).cmp(&(b.sort, &b.name, &b.slug)));
    out
}

fn plain(sort: Sort, catalogue: &Catalogue, product: &Product) -> Change {
    let province = catalogue.regions.province(product.place.province.value);
    let province = province.map_or("", |province| province.name.vi.as_str());
    let stars = product.ratings.last().and_then(|rating| rating.stars.as_ref());
    let stars =
        stars.map_or_else(String::new, |stars| format!(", {} sao", stars.value.count()));
    Change {
        sort,
        slug: product.slug.clone(),
        name: product.name.value.clone(),
        about: format!("{province}{stars}"),
        columns: Vec::new(),
        story: false,
    }
}

fn compared(before: (&Catalogue, &Product), now: (&Catalogue, &Product)) -> Option<Change> {
    let (was, is) = (cells(before.0, before.1), cells(now.0, now.1));
    let mut change = plain(Sort::Edited, now.0, now.1);
    for (column, (was, is)) in COLUMNS.iter().zip(was.iter().zip(&is)) {
        if was.shown == is.shown || column.field == Field::Code {
            continue;
        }
        let sort = match column.id {
            "stars" => Sort::Stars,
            "decision" | "decided" | "event" => Sort::Renewed,
            "slug" => Sort::Renamed,
            "producer" | "province" | "commune" => Sort::Moved,
            _ => Sort::Edited,
        };
        change.sort = change.sort.min(sort);
        change.columns.push((column.heading, was.shown.clone(), is.shown.clone()));
    }
    let [was, is] = [before.1, now.1].map(|it| it.story.as_ref().map(|story| &story.markdown));
    change.story = was != is;
    (change.story || !change.columns.is_empty()).then_some(change)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::sink::Diagnostics;
    use crate::parse;
    use crate::source::Tree;

    fn catalogue(files: &[(&str, &str)]) -> Catalogue {
        let files: Vec<(String, String)> = files
            .iter()
            .map(|(slug, extra)| {
                let text = format!("name: {slug}\ngroup: thuc-pham\nprovince: Hà Nội\nproducer: {{name: HTX A}}\n{extra}\n");
                (format!("content/products/{slug}.yaml"), text)
            })
            .collect();
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
        parse::catalogue(&Tree::from_memory(&files), &mut Diagnostics::new())
    }

    #[test]
    fn changes_are_told_by_what_matters_most() {
        let before = catalogue(&[
            ("a", "ratings: [{stars: 3, decided: 2023}]"),
            ("b", "ratings: [{stars: 3, decided: 2023}]"),
            ("c", "summary: x"),
            ("d", ""),
            ("e", "summary: same"),
        ]);
        let now = catalogue(&[
            (
                "a",
                "ratings: [{stars: 3, decided: 2023}, {event: upgrade, stars: 4, decided: 2026}]",
            ),
            (
                "b",
                "ratings: [{stars: 3, decided: 2023}, {event: renewal, stars: 3, decided: 2026}]",
            ),
            ("c", "summary: y"),
            ("d2", "aliases: [d]"),
            ("e", "summary: same"),
            ("f", ""),
        ]);
        let found = changes(&before, &now);
        let found: Vec<(Sort, &str)> =
            found.iter().map(|it| (it.sort, it.slug.as_str())).collect();
        assert_eq!(
            found,
            [
                (Sort::New, "f"),
                (Sort::Stars, "a"),
                (Sort::Renewed, "b"),
                (Sort::Renamed, "d2"),
                (Sort::Edited, "c"),
            ]
        );
        let gone = changes(&before, &catalogue(&[("a", "state: removed")]));
        assert!(gone.iter().all(|it| it.sort == Sort::Gone) && gone.len() == 5);
    }
}
