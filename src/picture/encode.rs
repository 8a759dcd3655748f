//! From pixels to files that hold nothing else.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage, RgbaImage};
use jpeg_encoder::SamplingFactor;
use webp::{Encoder, WebPConfig};

/// Quality of WebP, and that of pictures which come out heavier than they may be.
const WEBP: (f32, f32) = (80.0, 70.0);

/// Work that the encoder puts in, of 0 to 6.
const METHOD: i32 = 4;

/// What shows through transparent parts where a format knows none: the card's ground.
const GROUND: [u8; 3] = [255, 255, 255];

/// A WebP; coarser where it would be heavier than `most` bytes.
pub(super) fn webp(pixels: &RgbaImage, is_transparent: bool, most: usize) -> Option<Vec<u8>> {
    let fine = webp_at(pixels, is_transparent, WEBP.0)?;
    if fine.len() <= most { Some(fine) } else { webp_at(pixels, is_transparent, WEBP.1) }
}

fn webp_at(pixels: &RgbaImage, is_transparent: bool, quality: f32) -> Option<Vec<u8>> {
    let mut config = WebPConfig::new().ok()?;
    config.quality = quality;
    config.method = METHOD;
    config.thread_level = 0;
    let (width, height) = pixels.dimensions();
    let encoded = if is_transparent {
        Encoder::from_rgba(pixels.as_raw(), width, height).encode_advanced(&config)
    } else {
        Encoder::from_rgb(&opaque(pixels), width, height).encode_advanced(&config)
    };
    encoded.ok().map(|memory| memory.to_vec())
}

/// A JPEG; transparent parts show the ground.
pub(super) fn jpeg(pixels: &RgbaImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (width, height) = pixels.dimensions();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode(&opaque(pixels), width, height, ExtendedColorType::Rgb8)
        .ok()?;
    Some(bytes)
}

/// A JPEG with colours at half the resolution, as cameras write it: fewer bytes than [`jpeg`]
/// where colours meet in sharp edges. In one scan: the encoder's own tables would make a scan
/// of each colour, which some readers show as green stripes.
pub(super) fn small_jpeg(pixels: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let (width, height) =
        (u16::try_from(pixels.width()).ok()?, u16::try_from(pixels.height()).ok()?);
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode(pixels.as_raw(), width, height, jpeg_encoder::ColorType::Rgb).ok()?;
    Some(bytes)
}

/// Three channels, laid over the ground.
fn opaque(pixels: &RgbaImage) -> Vec<u8> {
    let over = |[red, green, blue, opacity]: &[u8; 4]| {
        let lay = |(own, ground): (&u8, u8)| {
            if *opacity == 255 {
                return *own;
            }
            let (own, ground, opacity) =
                (u32::from(*own), u32::from(ground), u32::from(*opacity));
            let sum = own * opacity + ground * (255 - opacity) + 127;
            u8::try_from(sum / 255).unwrap_or(255)
        };
        let [r, g, b] = GROUND;
        [lay((red, r)), lay((green, g)), lay((blue, b))]
    };
    pixels.as_raw().as_chunks().0.iter().flat_map(over).collect()
}
