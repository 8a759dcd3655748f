//! One brochure as a document of its own: the same pipeline as a build, up to
//! one view, then a page for the browser's printer or a PDF for the press.
//!
//! What is asked for is a declared brochure or a choice from the command line;
//! both are read by the same parser. Never writes.

use crate::build::{Options, derive, finish_with};
use crate::derive::brochure;
use crate::diag::{Diagnostic, suggest};
use crate::model::brochure::Brochure;
use crate::model::failure::Failure;
use crate::parse;
#[cfg(feature = "brochure")]
use crate::picture;
use crate::render::paper;
use crate::render::view::Supply;
use crate::render::view::brochure::{self as view, Drawings};
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
    Pdf(crate::render::brochure::Print),
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
    let (catalogue, site) = (sources.catalogue, sources.site);
    let typed;
    let written: &Brochure = if let Some(slug) = wanted.declared {
        declared(catalogue.brochures.iter(), slug)?
    } else {
        let (mut found, findings) =
            parse::brochure_typed(&wanted.pairs, wanted.list, catalogue);
        if let Some(finding) = findings.iter().next() {
            return Err(refused(finding));
        }
        "an-pham".clone_into(&mut found.slug);
        typed = found;
        &typed
    };
    let supply = brochure::Supply {
        catalogue,
        standings: &site.standings,
        shown: &site.shown,
        forms: &site.forms,
        today: site.today,
    };
    let (held, findings) = brochure::select(&supply, written);
    if held.is_empty() {
        let why = findings.iter().find(|it| it.code.name == brochure::BROCHURE_EMPTY.name);
        return Err(why.map_or_else(
            || Failure::usage("ấn phẩm không có sản phẩm nào", "the brochure holds no product"),
            refused,
        ));
    }
    let lang = written.languages.first().copied().unwrap_or(Lang::Vi);
    let sources = sources.speaking(lang);
    let view = view::brochure(&sources, written, &held, Drawings::Whole);
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
        Some(near) => {
            failure.hint(format!("có phải `{near}`?"), format!("did you mean `{near}`?"))
        }
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
    print: crate::render::brochure::Print,
    products: usize,
) -> Result<Printed, Failure> {
    use crate::render::brochure::{ThemeFiles, press};

    let theme = ThemeFiles::over_default(sources.theme.brochure_files());
    let pressed = press(view, print, &Photos(*sources), &theme)?;
    let remarks = pressed.remarks.into_iter().map(|it| (it.dossier, it.text)).collect();
    Ok(Printed { bytes: pressed.pdf, products, pages: Some(pressed.pages), remarks })
}

/// Photos of the tree, scaled to the size of their box.
#[cfg(feature = "brochure")]
struct Photos<'a>(Supply<'a>);

#[cfg(feature = "brochure")]
impl crate::render::brochure::Pictures for Photos<'_> {
    fn jpeg(&self, key: &str, longest: u32) -> Option<crate::render::brochure::Jpeg> {
        let bytes = self.0.tree.bytes(self.0.tree.find(key)?).ok()?;
        let head = picture::head(&bytes).ok()?;
        let wanted = picture::paper_size(head.size(), longest);
        let (size, jpeg) = picture::print(&bytes, wanted.width).ok()?;
        Some(crate::render::brochure::Jpeg {
            bytes: jpeg,
            width: size.width,
            height: size.height,
        })
    }
}
