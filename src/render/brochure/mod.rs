//! Press PDF: a view of a brochure laid out as pages, and those as a PDF file.
//!
//! Typst does the setting; its templates and fonts stand in `brochure/` of the theme.
//! The view goes in as values, never as markup, so what an editor typed prints as
//! itself. The world of a template is closed: its theme's `brochure/` folder, the
//! pictures of the view, a given day; no disk, no network, no packages, no clock.
//!
//! Photos are put in when the pages are laid out ([`hang`]), as JPEG within SVG: the engine
//! then passes them through instead of keeping every pixel in memory.
//!
//! Same view, pictures and theme, same bytes.
//!
//! Only with the feature `brochure`. Never reads the disk, never chooses products.

mod blocks;
mod boxes;
mod cloth;
mod files;
mod hang;
mod impose;
pub mod inspect;
mod photo;
mod report;
mod value;
mod world;

use rayon::prelude::*;
use serde::Serialize;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_svg::SvgOptions;

use crate::model::failure::Failure;
use crate::text::lang::Text;

pub use files::{FOLDER, ThemeFiles};
pub use photo::{Jpeg, Pictures};

/// Everything in this folder that decides over the bytes of a file beside view and theme: goes up
/// with each change of it, so that PDFs which are kept are made anew.
pub const EDITION: &str = "dacsan press 1, typst 0.15.1";

/// What the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Print {
    /// To be read on a screen: PDF/A-2a and PDF/UA-1, tagged, with bookmarks and links, no bleed.
    Screen,
    /// For a print shop: PDF/A-2b, 3 mm bleed, single pages in order.
    Press {
        /// Whether crop marks stand outside the bleed.
        marks: bool,
    },
    /// For the office printer: two pages of a booklet on each side of a sheet, to be folded and stapled.
    Imposed,
}

impl Print {
    /// Millimetres of colour beyond the trim.
    fn bleed(self) -> f64 {
        if matches!(self, Self::Press { .. }) { 3.0 } else { 0.0 }
    }

    /// Millimetres beyond the bleed, for marks.
    fn slug(self) -> f64 {
        if self == (Self::Press { marks: true }) { 7.0 } else { 0.0 }
    }

    /// Dots per inch that photos are wanted in: a screen's, or a little over what shops ask for.
    fn resolution(self) -> u32 {
        if self == Self::Screen { 112 } else { 254 }
    }

    /// Quality of the JPEG that a photo becomes: on a screen and at 254 dots per inch what is
    /// saved is not seen.
    pub fn quality(self) -> u8 {
        if self == Self::Screen { 68 } else { 80 }
    }

    /// Number that the count of pages must be a multiple of.
    fn multiple(self, kind: &str) -> i64 {
        match self {
            Self::Screen if kind != "booklet" => 1,
            _ => 4,
        }
    }

    fn standards(self) -> &'static [PdfStandard] {
        match self {
            Self::Screen => &[PdfStandard::A_2a, PdfStandard::Ua_1],
            Self::Press { .. } => &[PdfStandard::A_2b],
            // Pages of a finished PDF can be placed on sheets only outside of PDF/A.
            Self::Imposed => &[],
        }
    }
}

/// A finished file, and what there is to say about it.
#[derive(Debug, Clone)]
pub struct Pressed {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// What a person should know before it is printed.
    pub remarks: Vec<Remark>,
}

/// Something about the pages that may look wrong in print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What sort: `photo-coarse`, `letter-missing`, `text-outside`, `photo-unreadable`.
    pub what: &'static str,
    /// Path of the dossier concerned; empty where it is the whole.
    pub dossier: String,
    /// What is the matter, with the number that decides.
    pub text: Text,
}

/// Lays a view out; `kind`, `paper`, `slug` and `as_of_iso` are read from it, the rest by the templates.
///
/// Fails where a template of the theme has a mistake, with file, line and hint.
pub fn press(
    view: &impl Serialize,
    print: Print,
    pictures: &dyn Pictures,
    theme: &ThemeFiles,
) -> Result<Pressed, Failure> {
    let view = serialised(view)?;
    let order = Order::of(&view, print);
    let (world, mut values) = prepare(view, &order, theme)?;
    let document = compile(&world)?;
    // What was kept for the next layout is dead weight while the file is written.
    typst::comemo::evict(0);
    let mut remarks = values.remarks();
    remarks.extend(inspect::outside(&document));
    let places = values.places();
    drop(values);
    let (document, about_photos) = hang::hang(document, &places, (pictures, print));
    remarks.extend(about_photos);
    let pdf = write(&world, &document, &order)?;
    let pages = document.pages().len();
    drop(document);
    drop(world);
    typst::comemo::evict(0);
    if print == Print::Imposed {
        let (pdf, pages) = impose::booklet(&pdf, pages, &order, theme)?;
        return Ok(Pressed { pdf, pages, remarks });
    }
    Ok(Pressed { pdf: boxes::with_bleed_box(pdf, order.print.slug()), pages, remarks })
}

/// Pages as pictures.
#[derive(Debug, Clone)]
pub struct Pictured {
    /// Each page as SVG, photos within.
    pub pages: Vec<String>,
    /// What a person should know before it is printed.
    pub remarks: Vec<Remark>,
}

/// Layouts whose parts are kept for the next one of a preview.
const REMEMBERED: usize = 2;

/// Lays a view out as pictures, for a look before it is printed. What is laid out again soon
/// after costs less, because the engine keeps the parts.
pub fn proof(
    view: &impl Serialize,
    pictures: &dyn Pictures,
    theme: &ThemeFiles,
) -> Result<Pictured, Failure> {
    let view = serialised(view)?;
    let order = Order::of(&view, Print::Screen);
    let (world, mut values) = prepare(view, &order, theme)?;
    let document = compile(&world)?;
    let mut remarks = values.remarks();
    remarks.extend(inspect::outside(&document));
    let (document, about) = hang::hang(document, &values.places(), (pictures, Print::Screen));
    remarks.extend(about);
    let pages = document.pages().par_iter();
    let pages = pages.map(|page| typst_svg::svg(page, &SvgOptions::default())).collect();
    typst::comemo::evict(REMEMBERED);
    Ok(Pictured { pages, remarks })
}

/// The pages as they are laid out, without a file: what stands where.
pub fn lay_out(
    view: &impl Serialize,
    print: Print,
    theme: &ThemeFiles,
) -> Result<Vec<inspect::Leaf>, Failure> {
    let view = serialised(view)?;
    let order = Order::of(&view, print);
    let (world, _) = prepare(view, &order, theme)?;
    let leaves = inspect::leaves(&compile(&world)?);
    drop(world);
    typst::comemo::evict(0);
    Ok(leaves)
}

fn serialised(view: &impl Serialize) -> Result<serde_json::Value, Failure> {
    serde_json::to_value(view).map_err(|error| {
        Failure::machine(
            "không đọc được dữ liệu của ấn phẩm",
            "cannot read the data of the brochure",
        )
        .caused_by(&error)
    })
}

fn prepare<'a>(
    view: serde_json::Value,
    order: &'a Order,
    theme: &'a ThemeFiles,
) -> Result<(world::Closed<'a>, value::Values<'a>), Failure> {
    let fonts = world::fonts(theme);
    let mut values = value::Values::new(fonts.clone(), order);
    let inputs = values.inputs(view);
    let main = format!("{}.typ", template(&order.kind));
    Ok((world::Closed::new(theme, fonts, &main, inputs, &order.day)?, values))
}

/// What the view says about the file as a whole.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    kind: String,
    paper: String,
    slug: String,
    day: String,
    print: Print,
}

impl Order {
    fn of(view: &serde_json::Value, print: Print) -> Self {
        let text =
            |key: &str| view.get(key).and_then(|it| it.as_str()).unwrap_or("").to_owned();
        Self {
            kind: text("kind"),
            paper: text("paper"),
            slug: text("slug"),
            day: text("as_of_iso"),
            print,
        }
    }
}

/// The template that lays a kind out.
fn template(kind: &str) -> &'static str {
    match kind {
        "price-list" => "price-list",
        "leaflet" => "leaflet",
        "shelf-cards" | "table-tents" | "labels" => "shelf",
        "booth-signs" | "booth-list" => "booths",
        "sheet" | "export-sheet" => "sheet",
        "volumes" => "volumes",
        _ => "catalogue",
    }
}

fn compile(world: &world::Closed) -> Result<PagedDocument, Failure> {
    let compiled = typst::compile::<PagedDocument>(world);
    compiled.output.map_err(|errors| {
        typst::comemo::evict(0);
        report::failure(world, &errors)
    })
}

fn write(
    world: &world::Closed,
    document: &PagedDocument,
    order: &Order,
) -> Result<Vec<u8>, Failure> {
    let standards = PdfStandards::new(order.print.standards()).map_err(|error| {
        Failure::machine("chuẩn PDF không hợp nhau", "the PDF standards do not go together")
            .caused_by(&error.message())
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("dacsan {} {}", order.slug, order.kind)),
        creator: Smart::Custom(Some(format!("dacsan {}", env!("CARGO_PKG_VERSION")))),
        timestamp: noon(&order.day).map(Timestamp::new_utc),
        standards,
        tagged: order.print == Print::Screen,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| report::failure(world, &errors))
}

/// The day of the brochure, as the engine writes dates.
pub(crate) fn noon(iso: &str) -> Option<Datetime> {
    let mut parts = iso.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Datetime::from_ymd_hms(year, month, day, 12, 0, 0)
}
