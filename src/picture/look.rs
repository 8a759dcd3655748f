//! What an eye would say of a picture: dark, blurred, seen before.

use image::RgbaImage;

use super::scale::{self, at_width};
use super::{Size, recipe};

/// Width at which a picture is looked at: all are compared at the same size.
const WIDTH: u32 = 320;

/// Mean of light up to which a picture is dark, of 0 to 255.
const DARK: u8 = 45;

/// Contrast between neighbouring dots up to which a picture is blurred.
const BLURRED: u32 = 12;

/// Different bits of 64 up to which two pictures look the same.
const SAME: u32 = 3;

/// What an eye would say of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Mean of its light, 0 to 255.
    pub light: u8,
    /// Contrast between neighbouring dots: the variance of their second difference.
    pub sharpness: u32,
    /// Where it becomes lighter from left to right, on a grid of eight by eight.
    pub fingerprint: u64,
}

impl Look {
    /// Whether there is little to be seen on it.
    pub fn is_dark(self) -> bool {
        self.light <= DARK
    }

    /// Whether no edge on it is sharp.
    pub fn is_blurred(self) -> bool {
        self.sharpness <= BLURRED
    }

    /// Whether both show the same.
    pub fn is_like(self, other: Self) -> bool {
        // A picture without any edge is like every other one of that kind.
        let says_something = ![0, u64::MAX].contains(&self.fingerprint);
        says_something && (self.fingerprint ^ other.fingerprint).count_ones() <= SAME
    }
}

/// Looks at a picture.
pub(super) fn look(base: &RgbaImage) -> Option<Look> {
    let own = Size { width: base.width(), height: base.height() };
    let small = scale::to(base, at_width(own, WIDTH.min(recipe::BASE)), false)?;
    let grid = scale::to(base, Size { width: 9, height: 8 }, false)?;
    Some(Look {
        light: light(&small),
        sharpness: sharpness(&small),
        fingerprint: fingerprint(&grid),
    })
}

fn luma(pixels: &RgbaImage, x: u32, y: u32) -> i64 {
    let [red, green, blue, _] = pixels.get_pixel(x, y).0.map(i64::from);
    (red * 299 + green * 587 + blue * 114) / 1000
}

fn light(pixels: &RgbaImage) -> u8 {
    let (width, height) = pixels.dimensions();
    let all = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let sum: i64 = all.map(|(x, y)| luma(pixels, x, y)).sum();
    u8::try_from(sum / i64::from(width.saturating_mul(height)).max(1)).unwrap_or(255)
}

fn sharpness(pixels: &RgbaImage) -> u32 {
    let (width, height) = pixels.dimensions();
    let (mut count, mut sum, mut squares) = (0_i64, 0_i64, 0_i64);
    for y in 1..height.saturating_sub(1) {
        for x in 1..width.saturating_sub(1) {
            let around = luma(pixels, x - 1, y)
                + luma(pixels, x + 1, y)
                + luma(pixels, x, y - 1)
                + luma(pixels, x, y + 1);
            let difference = 4 * luma(pixels, x, y) - around;
            count += 1;
            sum += difference;
            squares += difference * difference;
        }
    }
    if count == 0 {
        // Too small to be judged.
        return u32::MAX;
    }
    let mean = sum / count;
    u32::try_from(squares / count - mean * mean).unwrap_or(0)
}

fn fingerprint(grid: &RgbaImage) -> u64 {
    let places = (0..8).flat_map(|y| (0..8).map(move |x| (x, y)));
    places.fold(0, |bits, (x, y)| {
        let lighter = luma(grid, x, y) < luma(grid, x + 1, y);
        (bits << 1) | u64::from(lighter)
    })
}

#[cfg(test)]
mod tests {
    use image::Rgba;

    use super::*;

    fn stripes(width: u32, dark: u8, light: u8) -> RgbaImage {
        RgbaImage::from_fn(320, 240, |x, _| {
            let value = if (x / width).is_multiple_of(2) { dark } else { light };
            Rgba([value, value, value, 255])
        })
    }

    #[test]
    fn night_is_dark_and_fog_is_blurred() {
        let sharp = look(&stripes(10, 20, 230)).unwrap();
        assert!(!sharp.is_dark() && !sharp.is_blurred(), "{sharp:?}");
        assert!(look(&stripes(10, 10, 40)).unwrap().is_dark());
        let fog = RgbaImage::from_fn(320, 240, |x, _| {
            let value = u8::try_from(x / 2).unwrap() + 60;
            Rgba([value, value, value, 255])
        });
        assert!(look(&fog).unwrap().is_blurred(), "{:?}", look(&fog));
    }

    #[test]
    fn the_same_in_another_light_and_size_is_alike_and_another_is_not() {
        let one = look(&stripes(40, 30, 200)).unwrap();
        let paler = look(&stripes(40, 60, 180)).unwrap();
        let other = look(&stripes(70, 30, 200)).unwrap();
        assert!(one.is_like(paler), "{one:?} {paler:?}");
        assert!(!one.is_like(other), "{one:?} {other:?}");
    }
}
