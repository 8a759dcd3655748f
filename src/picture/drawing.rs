//! Drawings (SVG) to pixels.
//!
//! Letters come from fonts that are given, never from those of the machine, so
//! the same drawing has the same pixels everywhere. A drawing reaches nothing
//! outside itself: pictures that it names, by address or within itself, are
//! left out.
//!
//! Cost: 5 to 30 ms for a picture of 1200 × 630 pixels.

use std::sync::Arc;

use image::RgbaImage;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, ImageHrefResolver, Tree};

use super::Size;

/// Fonts that drawings may use.
#[derive(Clone)]
pub struct Letters {
    fonts: Arc<usvg::fontdb::Database>,
    family: String,
}

impl Letters {
    /// Fonts as files of TrueType; `family` stands in for families that are not there.
    pub fn new(files: &[&'static [u8]], family: &str) -> Self {
        let mut fonts = usvg::fontdb::Database::new();
        for file in files {
            fonts.load_font_data(file.to_vec());
        }
        Self { fonts: Arc::new(fonts), family: family.to_owned() }
    }
}

/// The pixels of a drawing of this size; `None` where it cannot be read.
pub(super) fn raster(svg: &str, size: Size, letters: &Letters) -> Option<RgbaImage> {
    let options = usvg::Options {
        fontdb: Arc::clone(&letters.fonts),
        font_family: letters.family.clone(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = Tree::from_str(svg, &options).ok()?;
    let mut canvas = Pixmap::new(size.width, size.height)?;
    resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
    RgbaImage::from_raw(size.width, size.height, canvas.take_demultiplied())
}
