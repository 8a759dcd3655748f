//! Pages of a booklet on sheets: two on each side, in the order in which a stapled
//! stack of folded sheets is read.
//!
//! A second pass of the engine places the pages of the finished PDF. Bookmarks and
//! links go, which paper does not have.

use typst::foundations::{Dict, IntoValue as _};
use typst_layout::PagedDocument;

use crate::model::failure::Failure;
use crate::render::brochure::files::ThemeFiles;
use crate::render::brochure::{Order, world};

/// Millimetres by which the inner sheet of a stapled pair of leaves stands out (paper of about 0.1 mm).
const CREEP: f64 = 0.1;

/// The sheets, and how many sides they have.
pub(super) fn booklet(
    pdf: &[u8],
    pages: usize,
    order: &Order,
    theme: &ThemeFiles,
) -> Result<(Vec<u8>, usize), Failure> {
    let mut inputs = Dict::new();
    let count = i64::try_from(pages).unwrap_or(i64::MAX);
    inputs.insert("pages".into(), count.into_value());
    inputs.insert("paper".into(), order.paper.as_str().into_value());
    inputs.insert("creep".into(), CREEP.into_value());
    let fonts = world::fonts(theme);
    let world = world::Closed::new(theme, fonts, "impose.typ", inputs, &order.day)?
        .attach("in.pdf", pdf.to_vec());
    let document: PagedDocument = super::compile(&world)?;
    let sheets = super::write(&world, &document, order)?;
    let sides = document.pages().len();
    drop(document);
    drop(world);
    typst::comemo::evict(0);
    Ok((sheets, sides))
}
