//! The chunks of a PNG.
//!
//! The decoder is given pixels alone: everything else that a file may carry is
//! read here within bounds or left out, so that no text or profile that
//! inflates to gigabytes is ever unpacked.

use std::borrow::Cow;
use std::io::Read as _;

use super::exif::{self, Exif};
use super::{Refusal, Size};

const SIGNATURE: usize = 8;

/// Most bytes of a colour profile; those of cameras have some thousands.
const PROFILE: u64 = 4 * 1024 * 1024;

/// Chunks that the pixels need.
const NEEDED: [&[u8; 4]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// What stands before the pixels.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Before {
    pub(super) size: Size,
    pub(super) depth: u8,
    pub(super) has_alpha: bool,
    pub(super) exif: Exif,
    /// The profile; `Some` of nothing where there is one that cannot be used.
    pub(super) icc: Option<Vec<u8>>,
}

/// Reads up to the pixels.
pub(super) fn before(bytes: &[u8]) -> Result<Before, Refusal> {
    let mut found = Before::default();
    let mut at = SIGNATURE;
    loop {
        let chunk = chunk(bytes, at).ok_or(Refusal::Truncated)?;
        match &chunk.kind {
            b"IDAT" | b"IEND" => break,
            b"IHDR" => {
                let &[w1, w2, w3, w4, h1, h2, h3, h4, depth, colour, ..] = chunk.body else {
                    return Err(Refusal::Corrupt);
                };
                found.size.width = u32::from_be_bytes([w1, w2, w3, w4]);
                found.size.height = u32::from_be_bytes([h1, h2, h3, h4]);
                found.depth = depth;
                found.has_alpha = matches!(colour, 4 | 6);
            }
            b"tRNS" => found.has_alpha = true,
            b"eXIf" => found.exif = exif::read(chunk.body),
            b"iCCP" => found.icc = Some(inflate(chunk.body).unwrap_or_default()),
            b"iTXt" => found.exif.has_place |= exif::xmp_has_place(chunk.body),
            _ => {}
        }
        at = chunk.next;
    }
    Ok(found)
}

/// A profile: a name, a zero, the way it is packed, and the packed bytes.
fn inflate(body: &[u8]) -> Option<Vec<u8>> {
    let name = memchr::memchr(0, body)?;
    let packed = body.get(name.checked_add(2)?..)?;
    let mut profile = Vec::new();
    let mut reader = flate2::read::ZlibDecoder::new(packed).take(PROFILE);
    reader.read_to_end(&mut profile).ok()?;
    // A profile that fills the bound is none.
    u64::try_from(profile.len()).ok().filter(|length| *length < PROFILE)?;
    Some(profile)
}

/// The file with nothing but what the pixels need.
pub(super) fn pixels_only(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut kept = bytes.get(..SIGNATURE).unwrap_or_default().to_vec();
    let mut at = SIGNATURE;
    while let Some(chunk) = chunk(bytes, at) {
        if NEEDED.contains(&&chunk.kind) {
            kept.extend_from_slice(bytes.get(at..chunk.next).unwrap_or_default());
        }
        if &chunk.kind == b"IEND" {
            return Cow::Owned(kept);
        }
        at = chunk.next;
    }
    // What is left of a file cut short is for the decoder to refuse.
    Cow::Owned(kept)
}

struct Chunk<'a> {
    kind: [u8; 4],
    body: &'a [u8],
    next: usize,
}

fn chunk(bytes: &[u8], at: usize) -> Option<Chunk<'_>> {
    let rest = bytes.get(at..)?;
    let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
    let kind = *rest.get(4..)?.first_chunk()?;
    let end = length.checked_add(8)?;
    // Pixels need not be there yet to know what stands before them.
    let body = match &kind {
        b"IDAT" => rest.get(8..).map(|it| it.get(..length).unwrap_or(it))?,
        _ => rest.get(8..end)?,
    };
    Some(Chunk { kind, body, next: at.checked_add(end)?.checked_add(4)? })
}
