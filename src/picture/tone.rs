//! The colour that stands in a picture's place until it has come.

use std::fmt;

use image::RgbaImage;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rgb(pub [u8; 3]);

impl fmt::Display for Rgb {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Rgb {
    /// Reads what its display wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|it| it.len() == 6 && it.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at.checked_add(2)?)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Its nearest of 64 tones, as three digits from 0 to 3: a style sheet has a class for each.
    pub fn step(self) -> String {
        let step = |part: u8| char::from(b'0'.saturating_add(part / 64));
        self.0.map(step).iter().collect()
    }
}

#[derive(Clone, Copy, Default)]
struct Bin {
    count: u64,
    sums: [u64; 3],
}

/// The mean of the most frequent sort of colour.
pub(super) fn dominant(pixels: &RgbaImage) -> Rgb {
    let mut bins = [Bin::default(); 64];
    for [red, green, blue, opacity] in pixels.as_raw().as_chunks().0 {
        if *opacity < 128 {
            continue;
        }
        let place = (red / 64) * 16 + (green / 64) * 4 + blue / 64;
        if let Some(bin) = bins.get_mut(usize::from(place)) {
            bin.count += 1;
            for (sum, part) in bin.sums.iter_mut().zip([red, green, blue]) {
                *sum += u64::from(*part);
            }
        }
    }
    // The first of equal ones: `max_by_key` would take the last.
    let best = bins.iter().rev().max_by_key(|bin| bin.count).copied().unwrap_or_default();
    if best.count == 0 {
        return Rgb([255; 3]);
    }
    Rgb(best.sums.map(|sum| u8::try_from(sum / best.count).unwrap_or(255)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_colour_wins_and_reads_back() {
        let mut pixels = RgbaImage::from_pixel(4, 4, image::Rgba([200, 40, 40, 255]));
        for x in 0..3 {
            pixels.put_pixel(x, 0, image::Rgba([0, 0, 250, 255]));
        }
        let colour = dominant(&pixels);
        assert_eq!(colour.to_string(), "#c82828");
        assert_eq!(Rgb::parse("#c82828"), Some(colour));
        assert_eq!(Rgb::parse("#c8282"), None);
        assert_eq!(colour.step(), "300");
    }

    #[test]
    fn nothing_but_transparency_is_white() {
        let pixels = RgbaImage::from_pixel(2, 2, image::Rgba([0, 0, 0, 0]));
        assert_eq!(dominant(&pixels), Rgb([255; 3]));
    }
}
