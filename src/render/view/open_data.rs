//! The page that explains the open data: files, terms, columns, day.

use serde::Serialize;

use crate::derive::table::{COLUMNS, Column, DataFile, Part};
use crate::model::product::Product;
use crate::render::open_data::{STANDING, type_of};
use crate::render::view::Supply;

/// What the open data are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenDataView {
    /// Heading.
    pub heading: String,
    /// A sentence or two.
    pub intro: String,
    /// The files.
    pub files: Vec<DataFileView>,
    /// Terms of use: a sentence.
    pub terms: String,
    /// Address of the licence; empty where nobody named one.
    pub licence_href: String,
    /// Name of the licence.
    pub licence: String,
    /// How to name the source.
    pub credit: String,
    /// Columns that a product has once.
    pub columns: Vec<ColumnView>,
    /// Columns of ratings and of packs.
    pub tables: Vec<PartView>,
    /// Columns worked out for the day.
    pub worked: Vec<ColumnView>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataFileView {
    /// Path below the site's root.
    pub href: String,
    /// Its name.
    pub name: &'static str,
    /// "CSV".
    pub form: &'static str,
    /// What it holds.
    pub text: String,
    /// How many rows, in words; empty where that says nothing.
    pub rows: String,
}

/// The columns of a list within a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartView {
    /// Anchor.
    pub id: &'static str,
    /// Title.
    pub title: String,
    /// Columns.
    pub columns: Vec<ColumnView>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnView {
    /// Heading in the tables, always Vietnamese.
    pub heading: &'static str,
    /// Name in JSON.
    pub name: &'static str,
    /// Text, number, date, list.
    pub kind: String,
    /// What it says.
    pub help: String,
}

/// The view of the page.
pub fn view(supply: &Supply<'_>) -> OpenDataView {
    let settings = &supply.catalogue.settings;
    let say = |key: &str| supply.say(key, &[]);
    let issuer = supply.text(&settings.issuer.name);
    let title = supply.text(&settings.title);
    let publisher = if issuer.is_empty() { title } else { issuer };
    let terms = match settings.data_licence {
        Some(_) => say("data.terms"),
        None => supply.say("data.no_terms", &[("publisher", publisher)]),
    };
    let day = supply.site.today.iso();
    let place = supply.base_url.unwrap_or(title);
    OpenDataView {
        heading: say("data.title"),
        intro: say("data.intro"),
        files: DataFile::ALL.into_iter().map(|it| file(supply, it)).collect(),
        terms,
        licence_href: settings.data_licence.map_or("", |it| it.url()).to_owned(),
        licence: settings.data_licence.map_or("", |it| it.title()).to_owned(),
        credit: [publisher, title, &day, place].join(" · "),
        columns: main_columns(supply),
        tables: Part::ALL.into_iter().map(|part| part_view(supply, part)).collect(),
        worked: worked(supply),
    }
}

fn file(supply: &Supply<'_>, file: DataFile) -> DataFileView {
    let shown = supply.site.shown.iter().filter_map(|id| supply.catalogue.product(*id));
    let all = |count: &dyn Fn(&Product) -> usize| shown.map(count).sum::<usize>();
    let (form, key, rows) = match file {
        DataFile::Csv => ("CSV", "data.file.products", Some(supply.site.shown.len())),
        DataFile::Part(Part::Ratings) => {
            ("CSV", "data.file.ratings", Some(all(&|it| it.ratings.len())))
        }
        DataFile::Part(Part::Packs) => {
            ("CSV", "data.file.packs", Some(all(&|it| it.packs.len())))
        }
        DataFile::JsonLines => ("JSON Lines", "data.file.lines", Some(supply.site.shown.len())),
        DataFile::Json => ("JSON", "data.file.json", None),
        DataFile::Package => ("Data Package", "data.file.package", None),
    };
    DataFileView {
        href: file.path(),
        name: file.name(),
        form,
        text: supply.say(key, &[]),
        rows: rows.map(|n| supply.count("count.rows", n)).unwrap_or_default(),
    }
}

fn main_columns(supply: &Supply<'_>) -> Vec<ColumnView> {
    COLUMNS.iter().map(|it| column(supply, it, it.id)).collect()
}

fn part_view(supply: &Supply<'_>, part: Part) -> PartView {
    let title = match part {
        Part::Ratings => "data.file.ratings",
        Part::Packs => "data.file.packs",
    };
    let columns = part.columns().map(|(_, it)| column(supply, it, it.name_in_part()));
    PartView { id: part.key(), title: supply.say(title, &[]), columns: columns.collect() }
}

fn column(supply: &Supply<'_>, column: &'static Column, name: &'static str) -> ColumnView {
    // What helps to write a dossier is not always what helps to read a table.
    let own = supply.theme.words().get(supply.lang, &format!("data.column.{}", column.id));
    let of_key = || column.key().map(|key| supply.lang.pick(key.help).replace('`', ""));
    let help = own.map(str::to_owned).or_else(of_key).unwrap_or_default();
    let kind = supply.say(&format!("data.kind.{}", type_of(column)), &[]);
    ColumnView { heading: column.heading.0, name, kind, help }
}

fn worked(supply: &Supply<'_>) -> Vec<ColumnView> {
    let view = |it: &'static crate::render::open_data::Worked| ColumnView {
        heading: it.heading.0,
        name: it.id,
        kind: supply.say(&format!("data.kind.{}", it.kind), &[]),
        help: supply.lang.pick(it.help).replace('`', ""),
    };
    STANDING.iter().map(view).collect()
}
