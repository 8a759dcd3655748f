//! The picture that other sites show beside a link: a drawing, with a photo in it.
//!
//! Facebook and Zalo show 1200 × 630 pixels and load what is heavier than some
//! hundred KB late or not at all; so a picture comes out coarser where it would
//! weigh more than [`MOST`].

use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};

use super::drawing::{Letters, raster};
use super::{Size, encode, scale};

/// Size of the picture (developers.facebook.com, "Images in link shares").
pub const SHARE: Size = Size { width: 1200, height: 630 };

/// Part of it that a photo takes, from the left.
pub const SHARE_PHOTO: Size = Size { width: 640, height: 630 };

/// Pixels across that a photo must have to be enlarged to its part without a blur.
pub const SHARE_LEAST: u32 = 480;

/// Bytes that it may have, unless even the coarsest has more.
const MOST: usize = 100_000;

/// Qualities of JPEG from which one is chosen, with the percent of the first one's bytes that
/// pictures of cloth and of photos have at most.
const QUALITIES: [(u8, usize); 4] = [(78, 100), (70, 84), (60, 71), (48, 60)];

/// A photo, and the point in percent that must stay in sight.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// A JPEG.
    pub jpeg: &'a [u8],
    /// From left and top.
    pub focus: (u8, u8),
}

/// Draws the picture, lays the photo over its left part, and gives a JPEG.
///
/// `None` where drawing or photo cannot be read.
pub fn share(drawing: &str, letters: &Letters, photo: Option<Placed<'_>>) -> Option<Vec<u8>> {
    let mut canvas = raster(drawing, SHARE, letters)?;
    if let Some(photo) = photo {
        let part = cut(photo)?;
        let bytes = |width: u32| usize::try_from(width).unwrap_or(usize::MAX).saturating_mul(4);
        let (whole, own) = (bytes(SHARE.width), bytes(SHARE_PHOTO.width));
        for (row, placed) in canvas.chunks_exact_mut(whole).zip(part.chunks_exact(own)) {
            row.get_mut(..own)?.copy_from_slice(placed);
        }
    }
    // The drawing covers everything: nothing is transparent.
    fitted(&DynamicImage::ImageRgba8(canvas).into_rgb8())
}

/// A JPEG of at most [`MOST`] bytes, where one of the qualities has no more.
///
/// How much the finest one is too heavy says which other will do, so hardly any needs a third.
fn fitted(canvas: &RgbImage) -> Option<Vec<u8>> {
    let [(finest, _), others @ ..] = QUALITIES;
    let mut bytes = encode::small_jpeg(canvas, finest)?;
    let whole = bytes.len();
    let likely = |(_, percent): &&(u8, usize)| whole.saturating_mul(*percent) / 100 <= MOST;
    let last = others.len().saturating_sub(1);
    let first = others.iter().position(|it| likely(&it)).unwrap_or(last);
    for (quality, _) in others.iter().skip(first) {
        if bytes.len() <= MOST {
            break;
        }
        bytes = encode::small_jpeg(canvas, *quality)?;
    }
    Some(bytes)
}

/// The photo at the size of its part, cut about its focus.
fn cut(photo: Placed<'_>) -> Option<RgbaImage> {
    let whole = image::load_from_memory_with_format(photo.jpeg, ImageFormat::Jpeg).ok()?;
    let (width, height) = (whole.width(), whole.height());
    let Size { width: across, height: down } = SHARE_PHOTO;
    // The largest window of the part's proportions.
    let by_height = scaled(height, across, down);
    let window = if by_height <= width {
        Size { width: by_height, height }
    } else {
        Size { width, height: scaled(width, down, across) }
    };
    let (left, top) = photo.focus;
    let at = |side: u32, window: u32, percent: u8| {
        let middle = scaled(side, u32::from(percent.min(100)), 100);
        middle.saturating_sub(window / 2).min(side.saturating_sub(window))
    };
    let (x, y) = (at(width, window.width, left), at(height, window.height, top));
    let window = whole.crop_imm(x, y, window.width, window.height);
    scale::to(&DynamicImage::into_rgba8(window), SHARE_PHOTO, false)
}

/// `length` times `of` by `by`, at least 1.
fn scaled(length: u32, of: u32, by: u32) -> u32 {
    let scaled = u64::from(length) * u64::from(of) / u64::from(by.max(1));
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use image::Rgba;

    use super::*;

    const LETTERS: &[u8] =
        include_bytes!("../../themes/ocop/brochure/fonts/BeVietnamPro-Regular.ttf");

    fn letters() -> Letters {
        Letters::new(&[LETTERS], "Be Vietnam Pro")
    }

    /// Red at the left, blue in the middle, green at the right.
    fn flag() -> Vec<u8> {
        let flag = RgbaImage::from_fn(1200, 600, |x, _| match x {
            0..400 => Rgba([220, 20, 20, 255]),
            400..800 => Rgba([20, 20, 220, 255]),
            _ => Rgba([20, 220, 20, 255]),
        });
        encode::jpeg(&flag, 90).unwrap()
    }

    fn at(jpeg: &[u8], x: u32, y: u32) -> usize {
        let pixel = image::load_from_memory(jpeg).unwrap().into_rgb8().get_pixel(x, y).0;
        let most = pixel.iter().max().unwrap();
        pixel.iter().position(|part| part == most).unwrap()
    }

    #[test]
    fn the_focus_of_the_photo_is_in_sight() {
        let flag = flag();
        let drawn = |focus| {
            let photo = Some(Placed { jpeg: &flag, focus });
            share("<svg xmlns='http://www.w3.org/2000/svg'/>", &letters(), photo).unwrap()
        };
        assert_eq!(at(&drawn((0, 50)), 100, 300), 0);
        assert_eq!(at(&drawn((50, 50)), 320, 300), 2);
        assert_eq!(at(&drawn((100, 50)), 600, 300), 1);
    }

    #[test]
    fn letters_are_drawn_the_same_each_time_and_nothing_from_outside() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
            width='1200' height='630'><rect width='1200' height='630' fill='white'/>\
            <image href='/etc/passwd' width='10' height='10'/>\
            <text x='20' y='300' font-size='120' font-family='Be Vietnam Pro'>Ượng ễ</text></svg>";
        let one = share(svg, &letters(), None).unwrap();
        assert_eq!(one, share(svg, &letters(), None).unwrap());
        assert!(one.len() < MOST);
        let dark = image::load_from_memory(&one).unwrap().into_luma8();
        let dark = dark.pixels().filter(|pixel| pixel.0[0] < 80).count();
        assert!(dark > 5_000, "{dark}");
        assert_eq!(share("<svg", &letters(), None), None);
    }
}
