//! Size, direction and colours of a picture, without its pixels.

use image::metadata::Orientation;

use super::exif::Exif;
use super::sniff::{Format, sniff};
use super::{FILE_BYTES, HEAD_BYTES, Refusal, jpeg, png, svg, webp};

/// Longest side in pixels.
const LONGEST_SIDE: u32 = 20_000;
/// Most pixels of a JPEG, whose decoder works in strips.
const JPEG_PIXELS: u64 = 120_000_000;
/// Most pixels of other pictures.
const OTHER_PIXELS: u64 = 50_000_000;

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Size {
    /// Width times height.
    pub fn pixels(self) -> u64 {
        u64::from(self.width).saturating_mul(u64::from(self.height))
    }

    /// Width and height exchanged.
    #[must_use]
    pub fn turned(self) -> Self {
        Self { width: self.height, height: self.width }
    }
}

/// How colours are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Grey.
    Grey,
    /// Light of three colours.
    Rgb,
    /// Four inks, as for print.
    Ink,
}

/// What a file says before its pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts of a file")]
pub struct Head {
    /// Format.
    pub format: Format,
    /// Size as stored.
    pub stored: Size,
    /// Direction as EXIF counts it, from 1 to 8.
    pub(super) orientation: u8,
    /// How colours are stored.
    pub colours: Colours,
    /// Whether a channel has 16 bits.
    pub is_deep: bool,
    /// Whether it may be transparent.
    pub may_be_transparent: bool,
    /// Whether it is a JPEG that needs all of its pixels at once.
    pub progressive: bool,
    /// Whether it says where it was taken.
    pub has_place: bool,
    /// Colour profile; `Some` of nothing where there is one that cannot be used.
    pub(super) icc: Option<Vec<u8>>,
}

impl Head {
    /// Size as shown.
    pub fn size(&self) -> Size {
        if self.orientation >= 5 { self.stored.turned() } else { self.stored }
    }

    /// How the pixels must be turned.
    pub(super) fn turn(&self) -> Orientation {
        Orientation::from_exif(self.orientation).unwrap_or(Orientation::NoTransforms)
    }

    /// Bytes of memory that decoding needs at its peak, as measured.
    pub fn memory(&self) -> u64 {
        let each = match (self.format, self.progressive, self.is_deep) {
            // A canvas, and layers of it.
            (Format::Svg, _, _) => 40,
            (Format::Jpeg, false, _) if self.colours != Colours::Ink => 5,
            (Format::Jpeg, _, _) | (_, _, false) => 8,
            (_, _, true) => 12,
        };
        self.stored.pixels().saturating_mul(each)
    }
}

/// Reads the head of a picture.
///
/// `start` may be the first [`super::HEAD_BYTES`] of a file: where more is
/// needed, the refusal is [`Refusal::Truncated`].
pub fn head(start: &[u8]) -> Result<Head, Refusal> {
    let found = match sniff(start)? {
        Format::Jpeg => of_jpeg(start)?,
        Format::Png => of_png(start)?,
        Format::WebP => of_webp(start)?,
        Format::Gif => of_gif(start)?,
        Format::Svg => of_svg(start)?,
    };
    judge(&found)?;
    Ok(found)
}

/// Whether a file of so many bytes is read at all.
pub(super) fn judge_bytes(found: u64) -> Result<(), Refusal> {
    let too_big = Refusal::FileTooBig { found, most: FILE_BYTES };
    if found > FILE_BYTES { Err(too_big) } else { Ok(()) }
}

fn judge(head: &Head) -> Result<(), Refusal> {
    let (size, pixels) = (head.stored, head.stored.pixels());
    if pixels == 0 {
        return Err(Refusal::Corrupt);
    }
    let found = size.width.max(size.height);
    if found > LONGEST_SIDE {
        return Err(Refusal::SideTooLong { found, most: LONGEST_SIDE });
    }
    let most = if head.format == Format::Jpeg { JPEG_PIXELS } else { OTHER_PIXELS };
    if pixels > most {
        let (found, most) = (pixels / 1_000_000, most / 1_000_000);
        return Err(Refusal::TooManyPixels { found, most });
    }
    Ok(())
}

fn of_jpeg(start: &[u8]) -> Result<Head, Refusal> {
    let before = jpeg::before(start)?;
    Ok(Head {
        colours: before.colours(),
        progressive: before.progressive || before.is_parted,
        icc: Some(before.icc).filter(|icc| !icc.is_empty()),
        ..plain(Format::Jpeg, before.size.ok_or(Refusal::Corrupt)?, before.exif)
    })
}

fn of_png(start: &[u8]) -> Result<Head, Refusal> {
    let before = png::before(start)?;
    Ok(Head {
        is_deep: before.depth == 16,
        may_be_transparent: before.has_alpha,
        icc: before.icc,
        ..plain(Format::Png, before.size, before.exif)
    })
}

fn of_webp(start: &[u8]) -> Result<Head, Refusal> {
    let before = webp::before(start)?;
    Ok(Head {
        may_be_transparent: before.has_alpha,
        icc: before.icc,
        ..plain(Format::WebP, before.size, before.exif)
    })
}

fn of_gif(start: &[u8]) -> Result<Head, Refusal> {
    let &[w1, w2, h1, h2] =
        start.get(6..).and_then(<[u8]>::first_chunk).ok_or(Refusal::Truncated)?;
    let of = |low, high| u32::from(u16::from_le_bytes([low, high]));
    let size = Size { width: of(w1, w2), height: of(h1, h2) };
    Ok(Head { may_be_transparent: true, ..plain(Format::Gif, size, Exif::default()) })
}

fn of_svg(start: &[u8]) -> Result<Head, Refusal> {
    // A part of it is no whole document; that a whole one is damaged shows when it is read.
    if u64::try_from(start.len()) == Ok(HEAD_BYTES) {
        return Err(Refusal::Truncated);
    }
    let size = svg::size(start)?;
    Ok(Head { may_be_transparent: true, ..plain(Format::Svg, size, Exif::default()) })
}

fn plain(format: Format, stored: Size, exif: Exif) -> Head {
    Head {
        format,
        stored,
        orientation: exif.orientation,
        colours: Colours::Rgb,
        is_deep: false,
        may_be_transparent: false,
        progressive: false,
        has_place: exif.has_place,
        icc: None,
    }
}
