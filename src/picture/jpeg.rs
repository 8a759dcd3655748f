//! The segments of a JPEG: what stands before the pixels, and whether the
//! pixels end.
//!
//! The walk skips each segment by its length, so that the end marker of a
//! thumbnail within EXIF is never taken for the end of the picture.

use super::exif::{self, Exif};
use super::{Colours, Refusal, Size};

/// Scans from which on a file is a trap rather than a picture; cameras write ten.
const SCANS: usize = 100;

/// What stands before the pixels.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Before {
    pub(super) size: Option<Size>,
    pub(super) components: u8,
    pub(super) progressive: bool,
    /// Whether its first scan has not every colour, though it is no progressive one.
    pub(super) is_parted: bool,
    pub(super) exif: Exif,
    pub(super) icc: Vec<u8>,
    /// Where the first scan starts.
    scan: usize,
}

impl Before {
    pub(super) fn colours(&self) -> Colours {
        match self.components {
            1 => Colours::Grey,
            4 => Colours::Ink,
            _ => Colours::Rgb,
        }
    }
}

/// Reads up to the first scan.
pub(super) fn before(bytes: &[u8]) -> Result<Before, Refusal> {
    let mut found = Before::default();
    let mut profile: Vec<(u8, &[u8])> = Vec::new();
    let mut at = 2;
    loop {
        let (marker, body, next) = segment(bytes, at)?;
        match marker {
            0xda => {
                let colours = *body.first().ok_or(Refusal::Corrupt)?;
                found.is_parted = !found.progressive && colours < found.components;
                break;
            }
            0xd9 => return Err(Refusal::Truncated),
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                found.progressive = matches!(marker, 0xc2 | 0xc6 | 0xca | 0xce);
                let &[_, h1, h2, w1, w2, components, ..] = body else {
                    return Err(Refusal::Corrupt);
                };
                let of = |high, low| u32::from(u16::from_be_bytes([high, low]));
                found.size = Some(Size { width: of(w1, w2), height: of(h1, h2) });
                found.components = components;
            }
            0xe1 if body.starts_with(b"Exif\0\0") => found.exif = exif::read(body),
            0xe1 if body.starts_with(b"http://ns.adobe.com/") => {
                found.exif.has_place |= exif::xmp_has_place(body);
            }
            0xe2 => profile.extend(
                body.strip_prefix(b"ICC_PROFILE\0")
                    .and_then(|part| Some((*part.first()?, part.get(2..)?))),
            ),
            _ => {}
        }
        at = next;
    }
    profile.sort_by_key(|(number, _)| *number);
    found.icc = profile.into_iter().flat_map(|(_, part)| part).copied().collect();
    found.scan = at;
    Ok(found)
}

/// Whether the pixels go on to an end marker, through a bearable number of scans.
pub(super) fn demand_whole(bytes: &[u8], before: &Before) -> Result<(), Refusal> {
    let (mut at, mut scans) = (before.scan, 0_usize);
    loop {
        let (marker, _, next) = segment(bytes, at)?;
        match marker {
            0xd9 => return Ok(()),
            0xda => {
                scans = scans.saturating_add(1);
                if scans > SCANS {
                    return Err(Refusal::Corrupt);
                }
                at = after_scan(bytes, next)?;
            }
            _ => at = next,
        }
    }
}

/// The place of the first marker behind the coded pixels that start here.
fn after_scan(bytes: &[u8], start: usize) -> Result<usize, Refusal> {
    let coded = bytes.get(start..).ok_or(Refusal::Truncated)?;
    let marks = memchr::memchr_iter(0xff, coded);
    // Within coded pixels stand stuffed bytes, restarts and filling only.
    let end = marks.into_iter().find(|at| {
        let next = at.checked_add(1).and_then(|next| coded.get(next));
        next.is_some_and(|next| !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff))
    });
    end.and_then(|end| start.checked_add(end)).ok_or(Refusal::Truncated)
}

/// Marker, body and the place behind the segment that starts here.
fn segment(bytes: &[u8], at: usize) -> Result<(u8, &[u8], usize), Refusal> {
    let rest = bytes.get(at..).ok_or(Refusal::Truncated)?;
    let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
    let marker = *rest.get(fill).ok_or(Refusal::Truncated)?;
    if fill == 0 {
        return Err(Refusal::Corrupt);
    }
    let rest = rest.get(fill..).and_then(|rest| rest.get(1..)).unwrap_or_default();
    let start = at.saturating_add(fill).saturating_add(1);
    if matches!(marker, 0x01 | 0xd0..=0xd9) {
        return Ok((marker, &[], start));
    }
    let length = rest.first_chunk().ok_or(Refusal::Truncated)?;
    let length = usize::from(u16::from_be_bytes(*length));
    let body = rest.get(2..length.max(2)).ok_or(Refusal::Truncated)?;
    Ok((marker, body, start.saturating_add(length.max(2))))
}
