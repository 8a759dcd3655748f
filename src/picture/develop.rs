//! All sizes of a picture from one decoding.
//!
//! Every variant is made from the base: the picture at 960 pixels across,
//! turned upright and in the colours of screens. So a variant has the same
//! bytes whether it is made alone or together with the others.

use image::{DynamicImage, RgbaImage};

use super::decode::{Decoded, Note, decode};
use super::look::{self, Look};
use super::recipe::{BASE, JPEG, PAPER, Variant};
use super::sniff::Format;
use super::tone::{self, Rgb};
use super::{Refusal, Size, colour, encode, scale};

/// A variant with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Which.
    pub variant: Variant,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What became of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// Size as shown.
    pub size: Size,
    /// The colour that stands in its place until it has come.
    pub tone: Rgb,
    /// What an eye would say of it.
    pub look: Look,
    /// What an editor may want to know.
    pub notes: Vec<Note>,
    /// The variants asked for, in their order.
    pub made: Vec<Made>,
}

/// Makes the variants that are asked for.
///
/// Costs some 120 ms of one core for a photo of twelve megapixels, and 30 to 90
/// for each large variant; needs [`super::Head::memory`].
pub fn develop(bytes: &[u8], wanted: &[Variant]) -> Result<Developed, Refusal> {
    let decoded = decode(bytes)?;
    let size = decoded.head.size();
    let is_transparent = decoded.is_transparent;
    let mut notes = notes(&decoded);
    let (base, is_true) = upright(decoded, BASE).ok_or(Refusal::Corrupt)?;
    if !is_true {
        notes.push(Note::ProfileIgnored);
    }
    let made = wanted.iter().map(|variant| {
        let at = Size { width: variant.width, height: variant.height };
        let small = scale::to(&base, at, is_transparent)?;
        let bytes = if variant.is_jpeg {
            encode::jpeg(&small, JPEG)
        } else {
            encode::webp(&small, is_transparent, variant.cap())
        };
        Some(Made { variant: *variant, bytes: bytes? })
    });
    let made = made.collect::<Option<_>>().ok_or(Refusal::Corrupt)?;
    let look = look::look(&base).ok_or(Refusal::Corrupt)?;
    Ok(Developed { size, tone: tone::dominant(&base), look, notes, made })
}

/// Size on paper of a picture of `of` whose longer side has at most `longest` pixels.
pub fn paper_size(of: Size, longest: u32) -> Size {
    let side = u64::from(of.width.max(of.height).max(1));
    let width = u64::from(of.width).saturating_mul(u64::from(longest)) / side;
    scale::at_width(of, u32::try_from(width).unwrap_or(u32::MAX))
}

/// A JPEG for paper, at most `width` pixels across.
pub fn print(bytes: &[u8], width: u32) -> Result<(Size, Vec<u8>), Refusal> {
    print_at(bytes, width, PAPER)
}

/// The same of a quality from 1 to 100.
pub fn print_at(bytes: &[u8], width: u32, quality: u8) -> Result<(Size, Vec<u8>), Refusal> {
    let decoded = decode(bytes)?;
    let (pixels, _) = upright(decoded, width).ok_or(Refusal::Corrupt)?;
    let size = Size { width: pixels.width(), height: pixels.height() };
    let bytes = encode::jpeg(&pixels, quality).ok_or(Refusal::Corrupt)?;
    Ok((size, bytes))
}

/// The pixels at most `width` across, upright, in the colours of screens; and
/// whether the colour profile could be used.
fn upright(decoded: Decoded, width: u32) -> Option<(RgbaImage, bool)> {
    let Decoded { head, pixels, is_transparent } = decoded;
    let shown = scale::at_width(head.size(), width);
    let stored = if head.size() == head.stored { shown } else { shown.turned() };
    let mut small = scale::to(&pixels, stored, is_transparent)?;
    drop(pixels);
    let is_true = colour::to_srgb(&mut small, &head);
    let mut small = DynamicImage::ImageRgba8(small);
    small.apply_orientation(head.turn());
    Some((small.into_rgba8(), is_true))
}

fn notes(decoded: &Decoded) -> Vec<Note> {
    let noted = [
        (decoded.is_transparent, Note::Transparent),
        (decoded.head.is_deep, Note::SixteenBits),
        (decoded.head.format == Format::Gif, Note::FirstPicture),
    ];
    noted.into_iter().filter_map(|(is, note)| is.then_some(note)).collect()
}
