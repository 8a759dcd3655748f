//! A brochure of the whole country as a set: a volume for each province, and one that tells
//! which is which.
//!
//! One volume after the other is laid out, handed over and forgotten, so the set needs no more
//! memory than its thickest volume. The volume of contents comes last, because it tells how
//! many pages the others have. Never writes.

use super::brochure::{Photos, Wanted, chosen, written};
use crate::build::{Options, derive, finish_with};
use crate::derive::brochure::{self, Section, SectionBy, Selection};
use crate::model::brochure::{Arranged, Brochure};
use crate::model::failure::Failure;
use crate::render::brochure::{Pressed, Print, ThemeFiles, press};
use crate::render::view::Supply;
use crate::render::view::brochure::{self as view, Drawings, VolumeView};
use crate::text::lang::{Lang, Text};

/// A finished volume.
pub struct Volume {
    /// Name of its file: "07-an-giang.pdf".
    pub name: String,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// Products in it; 0 for the one of contents.
    pub products: usize,
    /// Its pages.
    pub pages: usize,
    /// What a person should know before it is printed: dossier or nothing, and words.
    pub remarks: Vec<(String, Text)>,
}

/// Makes the set and hands over one volume after the other.
pub fn volumes(
    options: &Options<'_>,
    wanted: &Wanted<'_>,
    print: Print,
    take: &mut dyn FnMut(Volume) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let derived = derive(options.root, options.today)?;
    finish_with(options, derived, |stage| {
        let sources = &stage.sources;
        let asked = written(sources, wanted)?;
        let lang = asked.languages.first().copied().unwrap_or(Lang::Vi);
        let sources = sources.speaking(lang);
        let by_province = Brochure { arranged: Arranged::Province, ..asked.clone() };
        let (whole, _) = chosen(&sources, &by_province)?;
        let theme = ThemeFiles::over_default(sources.theme.brochure_files());
        let photos = Photos(sources, print);
        let make = |view: &view::BrochureView| press(view, print, &photos, &theme);
        let mut told = Vec::new();
        for (number, section) in (1_usize..).zip(&whole.sections) {
            let part = part(&sources, &asked, section, (number, whole.sections.len()));
            let held = cut(&sources, &part, section);
            let pressed = make(&view::brochure(&sources, &part, &held, Drawings::Whole))?;
            told.push(VolumeView { number, pages: pressed.pages });
            let name = format!("{number:02}-{}.pdf", slug(&sources, section));
            take(volume(name, held.len(), pressed))?;
        }
        let contents = view::volumes(&sources, &by_province, &whole, &told);
        take(volume("00-muc-luc.pdf".to_owned(), 0, make(&contents)?))
    })
    .map(|_| ())
}

fn volume(name: String, products: usize, pressed: Pressed) -> Volume {
    let remarks = pressed.remarks.into_iter().map(|it| (it.dossier, it.text)).collect();
    Volume { name, pdf: pressed.pdf, products, pages: pressed.pages, remarks }
}

/// The brochure of one volume: titled after its province, cut as the editor said, else by group.
fn part(
    sources: &Supply<'_>,
    asked: &Brochure,
    section: &Section,
    (number, all): (usize, usize),
) -> Brochure {
    let arranged = match asked.arranged {
        Arranged::Province | Arranged::Booth => Arranged::Group,
        other => other,
    };
    let name = match section.by {
        SectionBy::Province(id) => sources.catalogue.regions.province(id),
        _ => None,
    };
    let name = name.map(|province| province.full_name.clone()).unwrap_or_default();
    let subtitle = Text::new(
        format!("{} · tập {number} trong {all}", name.get(Lang::Vi)),
        format!("{} · volume {number} of {all}", name.get(Lang::En)),
    );
    let slug = format!("{}-{}", asked.slug, slug(sources, section));
    Brochure { slug, subtitle, arranged, ..asked.clone() }
}

fn cut(sources: &Supply<'_>, part: &Brochure, section: &Section) -> Selection {
    brochure::cut(&sources.site.choosing(sources.catalogue), part, section.products.clone())
}

fn slug(sources: &Supply<'_>, section: &Section) -> String {
    match section.by {
        SectionBy::Province(id) => {
            let province = sources.catalogue.regions.province(id);
            province.map(|it| it.slug.clone()).unwrap_or_default()
        }
        _ => String::new(),
    }
}
