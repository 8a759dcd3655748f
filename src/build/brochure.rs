//! One brochure as a document of its own: the same pipeline as a build, up to
//! one view, then a page for the browser's printer or a PDF for the press.
//!
//! What is asked for is a declared brochure or a choice from the command line;
//! both are read by the same parser. Never writes.

use crate::build::{Options, derive, finish_with};
use crate::derive::brochure::{self, Selection};
use crate::diag::{Diagnostic, suggest};
use crate::model::brochure::Brochure;
use crate::model::failure::Failure;
use crate::parse;
#[cfg(feature = "brochure")]
use crate::render::brochure::Print;
use crate::render::paper;
use crate::render::view::Supply;
use crate::render::view::brochure::{self as view, Drawings};
use crate::source::Hash;
use crate::text::lang::Lang;

/// What is to be printed.
pub struct Wanted<'a> {
    /// Slug of a declared brochure.
    pub declared: Option<&'a str>,
    /// Keys and values of the command line; with a declared brochure there are none.
    pub pairs: Vec<(&'a str, &'a str)>,
    /// A table of products.
    pub list: Option<&'a str>,
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One HTML file with everything in it, cut into pages.
    Html,
    /// PDF of the press engine.
    #[cfg(feature = "brochure")]
    Pdf(Print),
}

/// A finished document.
pub struct Printed {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Products in it.
    pub products: usize,
    /// Its pages, where they are counted.
    pub pages: Option<usize>,
    /// What a person should know before it is printed: dossier or nothing, and words.
    pub remarks: Vec<(String, crate::text::lang::Text)>,
}

/// Pages of a declared brochure as pictures, before they are printed.
pub struct Proof {
    /// Hash of everything that they show.
    pub key: Hash,
    /// Title.
    pub title: String,
    /// Each page as SVG.
    pub pages: Vec<String>,
    /// What a person should know before it is printed: dossier or nothing, and words.
    pub remarks: Vec<(String, crate::text::lang::Text)>,
}

/// Lays a declared brochure out; `None` where the pages of `known` are still right.
#[cfg(feature = "brochure")]
pub(super) fn proof(
    sources: &Supply<'_>,
    slug: &str,
    known: Option<Hash>,
) -> Result<Option<Proof>, Failure> {
    use crate::build::press;
    use crate::render::brochure::{ThemeFiles, proof};

    let written = declared(sources.catalogue.brochures.iter(), slug)?;
    let index = sources.catalogue.brochures.iter().position(|it| it.slug == slug);
    let held = index.and_then(|index| sources.site.brochures.get(&index));
    let Some(held) = held else {
        return Err(Failure::usage(
            format!("ấn phẩm `{slug}` có lỗi hoặc không có sản phẩm nào"),
            format!("the brochure `{slug}` has mistakes or holds no product"),
        )
        .hint("xem `dacsan check`", "see `dacsan check`"));
    };
    let lang = written.languages.first().copied().unwrap_or(Lang::Vi);
    let sources = sources.speaking(lang);
    let theme = ThemeFiles::over_default(sources.theme.brochure_files());
    let linked = view::brochure(&sources, written, held, Drawings::Linked);
    let key = press::key(&linked, press::look(&sources, &theme), "proof")?;
    if known == Some(key) {
        return Ok(None);
    }
    let view = view::brochure(&sources, written, held, Drawings::Whole);
    let made = proof(&view, &Photos(sources, Print::Screen), &theme)?;
    let remarks = made.remarks.into_iter().map(|it| (it.dossier, it.text)).collect();
    Ok(Some(Proof { key, title: view.title.main, pages: made.pages, remarks }))
}

/// Tells how to get what lays brochures out.
#[cfg(not(feature = "brochure"))]
pub(super) fn proof(
    sources: &Supply<'_>,
    slug: &str,
    _: Option<Hash>,
) -> Result<Option<Proof>, Failure> {
    declared(sources.catalogue.brochures.iter(), slug)?;
    Err(Failure::usage(
        format!(
            "chương trình này không kèm máy dàn trang; bản in từ trình duyệt ở /an-pham/{slug}/"
        ),
        format!(
            "this program is built without the press engine; the form for a browser's printer is at /an-pham/{slug}/"
        ),
    )
    .hint(
        "dựng kèm máy dàn trang: cargo run --release --features brochure -- serve",
        "build it with the engine: cargo run --release --features brochure -- serve",
    ))
}

/// Makes the document.
pub fn brochure(
    options: &Options<'_>,
    wanted: &Wanted<'_>,
    form: Form,
) -> Result<Printed, Failure> {
    let derived = derive(options.root, options.today)?;
    let (_, printed) =
        finish_with(options, derived, |stage| print(&stage.sources, wanted, form))?;
    Ok(printed)
}

fn print(sources: &Supply<'_>, wanted: &Wanted<'_>, form: Form) -> Result<Printed, Failure> {
    let written = written(sources, wanted)?;
    let (held, findings) = chosen(sources, &written)?;
    let lang = written.languages.first().copied().unwrap_or(Lang::Vi);
    let sources = sources.speaking(lang);
    let view = view::brochure(&sources, &written, &held, Drawings::Whole);
    let left_out = findings.into_iter().map(|it| (String::new(), it.message));
    let mut printed = match form {
        Form::Html => Printed {
            bytes: paper::document(&sources, view)?.into_bytes(),
            products: held.len(),
            pages: None,
            remarks: Vec::new(),
        },
        #[cfg(feature = "brochure")]
        Form::Pdf(print) => pdf(&sources, &view, print, held.len())?,
    };
    printed.remarks.splice(0..0, left_out);
    Ok(printed)
}

/// The brochure that is asked for: declared, or as the command line says.
pub(super) fn written(sources: &Supply<'_>, wanted: &Wanted<'_>) -> Result<Brochure, Failure> {
    let catalogue = sources.catalogue;
    if let Some(slug) = wanted.declared {
        return declared(catalogue.brochures.iter(), slug).cloned();
    }
    let (mut found, findings) = parse::brochure_typed(&wanted.pairs, wanted.list, catalogue);
    if let Some(finding) = findings.iter().next() {
        return Err(refused(finding));
    }
    "an-pham".clone_into(&mut found.slug);
    Ok(found)
}

/// What it holds, and what is to be said about that; a failure where it holds nothing.
pub(super) fn chosen(
    sources: &Supply<'_>,
    written: &Brochure,
) -> Result<(Selection, Vec<Diagnostic>), Failure> {
    let (held, findings) = brochure::select(&sources.site.choosing(sources.catalogue), written);
    if held.is_empty() {
        let why = findings.iter().find(|it| it.code.name == brochure::BROCHURE_EMPTY.name);
        return Err(why.map_or_else(
            || Failure::usage("ấn phẩm không có sản phẩm nào", "the brochure holds no product"),
            refused,
        ));
    }
    Ok((held, findings))
}

fn declared<'a>(
    mut all: impl Iterator<Item = &'a Brochure> + Clone,
    slug: &str,
) -> Result<&'a Brochure, Failure> {
    let known = all.clone();
    if let Some(found) = all.find(|brochure| brochure.slug == slug) {
        return Ok(found);
    }
    let failure = Failure::usage(
        format!("không có ấn phẩm `{slug}` trong content/brochures/"),
        format!("there is no brochure `{slug}` in content/brochures/"),
    );
    let near = suggest::nearest(slug, known.map(|brochure| brochure.slug.as_str()));
    Err(match near {
        Some(near) => failure.did_you_mean(Some(near)),
        None => failure.hint(
            "viết content/brochures/<tên>.yaml, hoặc chọn bằng --province, --group, --stars…",
            "write content/brochures/<name>.yaml, or choose by --province, --group, --stars…",
        ),
    })
}

/// A finding about the command line has no place: it ends the run with its words.
fn refused(finding: &Diagnostic) -> Failure {
    let failure = Failure::usage(finding.message.vi.clone(), finding.message.en.clone());
    finding
        .hints
        .iter()
        .fold(failure, |failure, hint| failure.hint(hint.vi.clone(), hint.en.clone()))
}

#[cfg(feature = "brochure")]
fn pdf(
    sources: &Supply<'_>,
    view: &view::BrochureView,
    print: Print,
    products: usize,
) -> Result<Printed, Failure> {
    use crate::render::brochure::{ThemeFiles, press};

    let theme = ThemeFiles::over_default(sources.theme.brochure_files());
    let pressed = press(view, print, &Photos(*sources, print), &theme)?;
    let remarks = pressed.remarks.into_iter().map(|it| (it.dossier, it.text)).collect();
    Ok(Printed { bytes: pressed.pdf, products, pages: Some(pressed.pages), remarks })
}

/// Photos of the tree in the size of their place, kept in the store.
#[cfg(feature = "brochure")]
pub(super) struct Photos<'a>(pub(super) Supply<'a>, pub(super) Print);

#[cfg(feature = "brochure")]
impl crate::render::brochure::Pictures for Photos<'_> {
    fn jpeg(&self, key: &str, longest: u32) -> Option<crate::render::brochure::Jpeg> {
        let file = self.0.tree.find(key)?;
        let paper = self.0.darkroom.paper(file, longest, self.1.quality()).ok()??;
        let (width, height) = (paper.size.width, paper.size.height);
        Some(crate::render::brochure::Jpeg { bytes: paper.jpeg, width, height })
    }
}
