//! Photos: small pictures that look like nothing, each another one.
//!
//! A round thing on a table before a wall, in colours of its own and with the grain
//! of a camera, so that it weighs what a photo of its size weighs. Made one after
//! another while they are written: a hundred thousand do not fit a memory.
//!
//! Never shows anything real.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder as _};

use crate::dice::Dice;

/// Pixels across and down.
const SIZE: (u32, u32) = (1200, 900);

/// Quality of the JPEG, as cameras take it.
const QUALITY: u8 = 80;

/// The photo of the product `number`.
pub(crate) fn photo(seed: u64, number: usize) -> Result<Vec<u8>, String> {
    let mut dice = Dice::new(seed, "photo", number);
    let mut colour = || [0; 3].map(|_: i32| i32::try_from(dice.between(40, 210)).unwrap_or(0));
    let (wall, table, thing) = (colour(), colour(), colour());
    let (width, height) = SIZE;
    let (centre, radius) = (dice.between(400, 800), dice.between(160, 300));
    let number = |n: usize| i32::try_from(n).unwrap_or(0);
    let (x0, y0, radius) = (number(centre), 480, number(radius));
    let mut pixels = Vec::new();
    for y in 0..i32::try_from(height).unwrap_or(0) {
        // One row of grain, moved along: drawing lots for each pixel takes longer than the rest.
        let grain: Vec<i32> = (0..16).map(|_| number(dice.below(9)) - 4).collect();
        for (x, grain) in (0..i32::try_from(width).unwrap_or(0)).zip(grain.iter().cycle()) {
            let (dx, dy) = (x - x0, y - y0);
            let inside = dx * dx + dy * dy < radius * radius;
            let ground = if y < 560 { wall } else { table };
            let light = if inside { (dx + dy) / -6 } else { (x - 600) / 20 };
            let base = if inside { thing } else { ground };
            pixels.extend(
                base.map(|it| u8::try_from((it + light + grain).clamp(0, 255)).unwrap_or(0)),
            );
        }
    }
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
    encoder
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .map_err(|error| error.to_string())?;
    Ok(out)
}
