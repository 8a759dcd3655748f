//! Woven covers: what stands where a product has no photo.
//!
//! A cover is a piece of brocade in the manner of thổ cẩm. Dice that start from the
//! slug choose drafts from [`charts`], colours from those of the group, and the size
//! of a thread; the bands mirror each other about the middle, where the pictogram of
//! the group lies on a calm medallion. The file holds each motif once, as its half
//! or quarter, and repeats it by `<use>`: small, and sharp at every size.
//!
//! Same slug and colours, same bytes.
//!
//! Cost: a few thousand letters looked at, 3 to 6 KB written.
//!
//! Never draws words; never has scripts, style or links to other files.

mod charts;
mod dice;
mod loom;
mod medallion;
mod thread;

use dice::Dice;
use loom::{Loom, Texture};
use thread::Threads;

/// Draws the cover of one product as a whole SVG file, 640 × 480.
///
/// `weave` holds the colours of the group as `#rrggbb`: ground, second, third,
/// accent, ecru. `pictogram` is the inside of an SVG of 48 × 48 that draws with
/// `currentColor`.
pub fn cover(slug: &str, weave: &[String; 5], pictogram: &str) -> String {
    let drawing = woven(slug, weave, pictogram, Texture::Pattern);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\">{drawing}</svg>\n"
    )
}

/// The same for a rasteriser, as a part of another drawing: 640 × 480 from its origin.
pub fn cover_in_lines(slug: &str, weave: &[String; 5], pictogram: &str) -> String {
    woven(slug, weave, pictogram, Texture::Lines)
}

fn woven(slug: &str, weave: &[String; 5], pictogram: &str, texture: Texture) -> String {
    let mut dice = Dice::of(slug);
    let threads = Threads::of(weave);
    let cloth = Loom::new(&mut dice, &threads).cloth(texture);
    let medallion = medallion::draw(&mut dice, &threads, &cloth, pictogram);
    cloth.svg + &medallion
}

#[cfg(test)]
mod tests;
