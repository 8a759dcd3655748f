//! Making pictures smaller, never larger.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::RgbaImage;

use super::Size;

/// The size of a picture of `of` that is `width` pixels across; neither side is ever 0.
pub(super) fn at_width(of: Size, width: u32) -> Size {
    let width = width.min(of.width).max(1);
    let (own_width, height) = (u64::from(of.width.max(1)), u64::from(of.height));
    let scaled = height.saturating_mul(u64::from(width)).saturating_add(own_width / 2);
    let height = u32::try_from(scaled / own_width).unwrap_or(u32::MAX);
    Size { width, height: height.max(1) }
}

/// The pixels at that size, by Lanczos; `None` never happens for sizes from [`at_width`].
pub(super) fn to(pixels: &RgbaImage, size: Size, is_transparent: bool) -> Option<RgbaImage> {
    if (pixels.width(), pixels.height()) == (size.width, size.height) {
        return Some(pixels.clone());
    }
    let source =
        ImageRef::new(pixels.width(), pixels.height(), pixels.as_raw(), PixelType::U8x4)
            .ok()?;
    let mut small = Image::new(size.width, size.height, PixelType::U8x4);
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .use_alpha(is_transparent);
    Resizer::new().resize(&source, &mut small, &options).ok()?;
    RgbaImage::from_raw(size.width, size.height, small.into_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(of: (u32, u32), width: u32, want: (u32, u32)) {
        let of = Size { width: of.0, height: of.1 };
        let size = at_width(of, width);
        assert_eq!((size.width, size.height), want, "{of:?} at {width}");
    }

    #[test]
    fn proportions_are_kept_and_nothing_grows_or_vanishes() {
        check((4000, 3000), 320, (320, 240));
        check((801, 603), 320, (320, 241));
        check((200, 150), 320, (200, 150));
        check((6000, 60), 320, (320, 3));
        check((20_000, 10), 320, (320, 1));
        check((1, 1), 320, (1, 1));
    }
}
