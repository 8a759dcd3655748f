//! The recipe: which sizes are made of a picture, and how.
//!
//! A reader on a small screen must not load what a large one needs. A card is
//! half of a phone's screen across or a quarter of a desk's; a page shows a
//! photo across its column. Widths and qualities are the outcome of
//! measurements (benches/RESULTS.md).

use super::scale;
use super::{Format, Size};

/// Everything that decides over the bytes of a variant: part of its key, so that
/// a change here makes every picture anew. Goes up with each such change.
pub const PIPELINE: &str = "dacsan picture 2: strict decoding, Lanczos 3, sRGB, webp 80/70 method 4, jpeg 78, paper 88";

/// Widths of a cover, which stands on cards as well.
const COVER: [u32; 3] = [320, 480, 960];

/// Widths of every other photo.
const GALLERY: [u32; 2] = [320, 960];

/// Width of the largest variant: smaller ones are made from it.
pub(super) const BASE: u32 = 960;

/// Quality of the JPEG that readers without WebP get, and that other sites show.
pub(super) const JPEG: u8 = 78;

/// Quality of the JPEG for paper.
pub(super) const PAPER: u8 = 88;

/// Bytes that a variant up to some width may have before it is made coarser.
const CAPS: [(u32, usize); 3] = [(320, 30_000), (480, 60_000), (960, 200_000)];

/// What a photo is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The first photo of a product or producer: on cards, in previews of other sites.
    Cover,
    /// Any other.
    Gallery,
}

/// One size and format of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variant {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Whether it is the JPEG; else WebP.
    pub is_jpeg: bool,
}

impl Variant {
    /// End of its file's name.
    pub fn ending(self) -> &'static str {
        if self.is_jpeg { "jpg" } else { "webp" }
    }

    /// Its format.
    pub fn format(self) -> Format {
        if self.is_jpeg { Format::Jpeg } else { Format::WebP }
    }

    /// Most bytes before it is made coarser.
    pub(super) fn cap(self) -> usize {
        let cap = CAPS.iter().find(|(width, _)| self.width <= *width);
        cap.map_or(usize::MAX, |(_, bytes)| *bytes)
    }
}

/// The variants of a picture of this size, WebP by width and then the JPEG.
pub fn variants(of: Size, role: Role) -> Vec<Variant> {
    let widths: &[u32] = match role {
        Role::Cover => &COVER,
        Role::Gallery => &GALLERY,
    };
    let mut own: Vec<u32> = widths.iter().map(|width| (*width).min(of.width)).collect();
    own.dedup();
    let at = |width, is_jpeg| {
        let size = scale::at_width(of, width);
        Variant { width: size.width, height: size.height, is_jpeg }
    };
    let webp = own.into_iter().map(|width| at(width, false));
    let jpeg = (role == Role::Cover).then(|| at(BASE, true));
    webp.chain(jpeg).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: u32, role: Role, want: &[(u32, &str)]) {
        let found = variants(Size { width, height: width }, role);
        let found: Vec<(u32, &str)> = found.iter().map(|it| (it.width, it.ending())).collect();
        assert_eq!(found, want);
    }

    #[test]
    fn nothing_is_enlarged_and_a_narrow_photo_keeps_its_width() {
        check(4000, Role::Cover, &[(320, "webp"), (480, "webp"), (960, "webp"), (960, "jpg")]);
        check(4000, Role::Gallery, &[(320, "webp"), (960, "webp")]);
        check(800, Role::Cover, &[(320, "webp"), (480, "webp"), (800, "webp"), (800, "jpg")]);
        check(320, Role::Gallery, &[(320, "webp")]);
        check(200, Role::Cover, &[(200, "webp"), (200, "jpg")]);
    }
}
