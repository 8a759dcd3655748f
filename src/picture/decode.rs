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
use super::{Refusal, jpeg, png, svg};

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
        Format::Svg => svg::pixels(bytes),
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
    let before = jpeg::before(bytes)?;
    jpeg::demand_whole(bytes, &before)?;
    if before.is_parted {
        return of_parted_jpeg(bytes, head);
    }
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

/// A JPEG with a scan for each colour, which the other decoder shows as green stripes or with a
/// wrong last row, and no error (etemesi254/zune-image, #419 and #448).
fn of_parted_jpeg(bytes: &[u8], head: &Head) -> Result<RgbaImage, Refusal> {
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    let most = head.memory().saturating_add(16 << 20);
    decoder.set_max_decoding_buffer_size(usize::try_from(most).unwrap_or(usize::MAX));
    let pixels = decoder.decode().map_err(|_| Refusal::Corrupt)?;
    // Inks in this form were never met.
    if decoder.info().map(|info| info.pixel_format) != Some(jpeg_decoder::PixelFormat::RGB24) {
        return Err(Refusal::Corrupt);
    }
    let (width, height) = (head.stored.width, head.stored.height);
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

#[cfg(test)]
mod tests {
    use image::Rgb;
    use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

    use super::*;

    /// Fields of colour with grain, as a JPEG; `parted` has a scan for each colour.
    fn written((width, height): (u16, u16), sampling: SamplingFactor, parted: bool) -> Vec<u8> {
        let fields = [[200, 40, 40], [40, 160, 60], [40, 60, 200], [230, 200, 40]];
        let picture = RgbImage::from_fn(width.into(), height.into(), |x, y| {
            let field: [u8; 3] =
                fields[usize::from(x % 48 < 20) + 2 * usize::from(y % 56 < 24)];
            let grain = u8::try_from((x * 31 + y * 17) % 20).unwrap();
            Rgb(field.map(|part| part + grain))
        });
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 90);
        encoder.set_sampling_factor(sampling);
        encoder.set_optimized_huffman_tables(parted);
        encoder.encode(picture.as_raw(), width, height, ColorType::Rgb).unwrap();
        bytes
    }

    #[test]
    fn a_scan_for_each_colour_gives_the_pixels_of_one_for_all() {
        use SamplingFactor as Sampling;
        for sampling in [Sampling::F_1_1, Sampling::F_2_1, Sampling::F_1_2, Sampling::F_2_2] {
            // Whole blocks, and every kind of remainder at both edges.
            for size in [(88, 88), (96, 96), (97, 81), (71, 103), (9, 8), (1, 1), (250, 131)] {
                let (parted, usual) =
                    (written(size, sampling, true), written(size, sampling, false));
                assert!(jpeg::before(&parted).unwrap().is_parted, "{sampling:?}");
                assert!(!jpeg::before(&usual).unwrap().is_parted);
                let (parted, usual) = (decode(&parted).unwrap(), decode(&usual).unwrap());
                let pairs = parted.pixels.as_raw().iter().zip(usual.pixels.as_raw());
                let off = pairs.map(|(one, other)| one.abs_diff(*other)).max();
                // Two decoders round their own way.
                assert!(off <= Some(6), "{off:?} at {size:?}, {sampling:?}");
            }
        }
    }

    #[test]
    fn a_parted_picture_that_is_cut_short_or_damaged_is_refused() {
        let whole = written((250, 131), SamplingFactor::F_2_2, true);
        for tenths in 1..10 {
            let cut = &whole[..whole.len() * tenths / 10];
            assert!(decode(cut).is_err(), "{tenths}");
        }
        // An end marker does not make it whole.
        let cut = [&whole[..whole.len() / 2], b"\xff\xd9"].concat();
        assert_eq!(decode(&cut).map(|it| it.head.stored), Err(Refusal::Corrupt));
    }
}
