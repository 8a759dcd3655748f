//! The chunks of a WebP.

use super::exif::{self, Exif};
use super::{Refusal, Size};

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Before {
    pub(super) size: Size,
    pub(super) has_alpha: bool,
    pub(super) exif: Exif,
    pub(super) icc: Option<Vec<u8>>,
}

const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;

/// Reads the chunks; up to the pixels where nothing of interest comes after them.
pub(super) fn before(bytes: &[u8]) -> Result<Before, Refusal> {
    let mut found = Before::default();
    let mut flags = 0;
    let mut at = 12;
    while let Some((kind, body, next)) = chunk(bytes, at) {
        let body = body.ok_or(Refusal::Truncated);
        match kind {
            b"VP8X" => {
                let &[own, _, _, _, w1, w2, w3, h1, h2, h3, ..] = body? else {
                    return Err(Refusal::Corrupt);
                };
                let of = |it: [u8; 3]| {
                    let [low, middle, high] = it;
                    u32::from_le_bytes([low, middle, high, 0]).saturating_add(1)
                };
                found.size = Size { width: of([w1, w2, w3]), height: of([h1, h2, h3]) };
                flags = own;
                found.has_alpha = own & ALPHA != 0;
            }
            b"VP8 " | b"VP8L" | b"ANMF" => {
                let start = bytes.get(at.saturating_add(8)..).unwrap_or_default();
                if found.size == Size::default() {
                    still(kind, start, &mut found).ok_or(Refusal::Truncated)?;
                }
                if flags & (EXIF | XMP) == 0 {
                    return Ok(found);
                }
            }
            b"ICCP" => found.icc = Some(body?.to_vec()),
            b"EXIF" => found.exif = exif::read(body?),
            b"XMP " => found.exif.has_place |= exif::xmp_has_place(body?),
            _ => {}
        }
        at = next;
    }
    if at < bytes.len() || found.size == Size::default() {
        return Err(Refusal::Truncated);
    }
    Ok(found)
}

/// Size of a picture without a frame around it.
fn still(kind: &[u8], start: &[u8], found: &mut Before) -> Option<()> {
    if kind == b"VP8L" {
        let bits = u32::from_le_bytes(*start.get(1..)?.first_chunk()?);
        found.size = Size { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
        found.has_alpha = bits & 0x1000_0000 != 0;
        return Some(());
    }
    let &[w1, w2, h1, h2] = start.get(6..)?.first_chunk()?;
    let of = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
    found.size = Size { width: of(w1, w2), height: of(h1, h2) };
    Some(())
}

type Chunk<'a> = (&'a [u8; 4], Option<&'a [u8]>, usize);

/// Name, body where all of it is there, and the place behind the chunk.
fn chunk(bytes: &[u8], at: usize) -> Option<Chunk<'_>> {
    let rest = bytes.get(at..)?;
    let kind = rest.first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*rest.get(4..)?.first_chunk()?)).ok()?;
    let body = rest.get(8..length.checked_add(8)?);
    let padded = length.checked_add(length & 1)?;
    Some((kind, body, at.checked_add(8)?.checked_add(padded)?))
}
