//! From bytes to pixels, or to the reason why not.
//!
//! A JPEG is decoded strictly: cut short or damaged, it is refused. Limits on
//! pixels are looked at before a decoder is asked, and each decoder has a limit
//! on memory besides. A decoder that panics has met a damaged file.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::head::{Head, head, judge_bytes};
use super::sniff::Format;
use super::{Refusal, jpeg, png};

/// Longest side that the JPEG decoder is told; the true limits are the head's.
const SIDE: usize = 20_000;

/// Something an editor may want to know of a picture that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Parts of it are transparent.
    Transparent,
    /// Channels of 16 bits were shortened to 8.
    SixteenBits,
    /// Only the first picture of a GIF is shown.
    FirstPicture,
    /// Its colour profile cannot be used.
    ProfileIgnored,
}

impl Note {
    /// A short name that never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Transparent => "alpha",
            Self::SixteenBits => "16bit",
            Self::FirstPicture => "animated_or_gif",
            Self::ProfileIgnored => "icc_ignored",
        }
    }

    /// Reads what [`Note::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        let all =
            [Self::Transparent, Self::SixteenBits, Self::FirstPicture, Self::ProfileIgnored];
        all.into_iter().find(|note| note.code() == code)
    }
}

/// Pixels as stored, neither turned nor converted.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// What the file says before its pixels.
    pub head: Head,
    /// Red, green, blue and opacity of each pixel.
    pub(super) pixels: RgbaImage,
    /// Whether anything is transparent.
    pub is_transparent: bool,
}

/// Decodes a picture.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    judge_bytes(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    let head = head(bytes)?;
    let decode = || match head.format {
        Format::Jpeg => of_jpeg(bytes, &head),
        Format::Png => of_other(&png::pixels_only(bytes), ImageFormat::Png, &head),
        Format::WebP => of_other(bytes, ImageFormat::WebP, &head),
        Format::Gif => of_other(bytes, ImageFormat::Gif, &head),
    };
    let pixels = catch_unwind(AssertUnwindSafe(decode)).unwrap_or(Err(Refusal::Corrupt))?;
    if (pixels.width(), pixels.height()) != (head.stored.width, head.stored.height) {
        return Err(Refusal::Corrupt);
    }
    let is_transparent =
        head.may_be_transparent && pixels.pixels().any(|pixel| pixel.0.last() != Some(&255));
    Ok(Decoded { head, pixels, is_transparent })
}

fn of_jpeg(bytes: &[u8], head: &Head) -> Result<RgbaImage, Refusal> {
    jpeg::demand_whole(bytes, &jpeg::before(bytes)?)?;
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(SIDE)
        .set_max_height(SIDE);
    let mut heads = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    heads.decode_headers().map_err(|_| Refusal::Corrupt)?;
    let (width, height) = (head.stored.width, head.stored.height);
    // The decoder adds opacity by itself only to what cameras write; inks it makes into light.
    let is_usual =
        matches!(heads.input_colorspace(), Some(ColorSpace::YCbCr | ColorSpace::Luma));
    let wanted = if is_usual { ColorSpace::RGBA } else { ColorSpace::RGB };
    let options = options.jpeg_set_out_colorspace(wanted);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let pixels = decoder.decode().map_err(|_| Refusal::Corrupt)?;
    if is_usual {
        return RgbaImage::from_raw(width, height, pixels).ok_or(Refusal::Corrupt);
    }
    let rgb = RgbImage::from_raw(width, height, pixels).ok_or(Refusal::Corrupt)?;
    Ok(DynamicImage::ImageRgb8(rgb).into_rgba8())
}

fn of_other(bytes: &[u8], format: ImageFormat, head: &Head) -> Result<RgbaImage, Refusal> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(head.memory().saturating_add(16 << 20));
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| Refusal::Corrupt)?;
    let decoded = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Corrupt)?;
    Ok(decoded.into_rgba8())
}
