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
use loom::Loom;
use thread::Threads;

/// Draws the cover of one product as a whole SVG file, 640 × 480.
///
/// `weave` holds the colours of the group as `#rrggbb`: ground, second, third,
/// accent, ecru. `pictogram` is the inside of an SVG of 48 × 48 that draws with
/// `currentColor`.
pub fn cover(slug: &str, weave: &[String; 5], pictogram: &str) -> String {
    let mut dice = Dice::of(slug);
    let threads = Threads::of(weave);
    let cloth = Loom::new(&mut dice, &threads).cloth();
    let medallion = medallion::draw(&mut dice, &threads, &cloth, pictogram);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\">\
         {}{medallion}</svg>\n",
        cloth.svg
    )
}

/// The same for a rasteriser, to which a pattern costs more than all the rest.
pub fn cover_in_lines(slug: &str, weave: &[String; 5], pictogram: &str) -> String {
    loom::in_lines(&cover(slug, weave, pictogram), &Threads::of(weave))
}

#[cfg(test)]
mod tests;
