//! Colours of a profile to those of screens (sRGB).
//!
//! Done after the picture is made small, where it costs a tenth. A profile of
//! light is never laid over inks or grey.

use image::RgbaImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::head::{Colours, Head};

/// Converts the pixels; `false` where the profile cannot be used.
pub(super) fn to_srgb(pixels: &mut RgbaImage, head: &Head) -> bool {
    let Some(icc) = &head.icc else { return true };
    if head.colours != Colours::Rgb {
        return true;
    }
    convert(pixels, icc).is_some()
}

fn convert(pixels: &mut RgbaImage, icc: &[u8]) -> Option<()> {
    let profile = ColorProfile::new_from_slice(icc).ok()?;
    if profile.color_space != DataColorSpace::Rgb {
        // Pixels of grey PNG files come with profiles of grey: they are as good as sRGB.
        return (profile.color_space == DataColorSpace::Gray).then_some(());
    }
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform =
        profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, options).ok()?;
    let source = pixels.as_raw().clone();
    let mut converted = vec![0; source.len()];
    transform.transform(&source, &mut converted).ok()?;
    *pixels = RgbaImage::from_raw(pixels.width(), pixels.height(), converted)?;
    Some(())
}
