//! The small parts that files of the index are made of.
//!
//! Numbers are unsigned LEB128; lists of keys are front-coded; every file is one
//! raw DEFLATE stream, so that hosts need no setting and the browser opens it
//! with what it has. The check of a file is FNV-1a: it names the file and tells
//! the client whether what came is what the index means.

use std::fmt::Write as _;

use flate2::{Compress, Compression, FlushCompress, Status};

/// Level of DEFLATE, 0-9.
const LEVEL: u32 = 6;

/// Appends a number in seven bits a byte, the low ones first.
pub(super) fn number(mut value: u32, out: &mut Vec<u8>) {
    while value > 0x7f {
        out.push(low_byte(value) | 0x80);
        value >>= 7;
    }
    out.push(low_byte(value));
}

/// Appends the size of a list or text.
pub(super) fn size(value: usize, out: &mut Vec<u8>) {
    number(u32::try_from(value).unwrap_or(u32::MAX), out);
}

/// Appends bytes with their length in front.
pub(super) fn section(bytes: &[u8], out: &mut Vec<u8>) {
    size(bytes.len(), out);
    out.extend_from_slice(bytes);
}

/// Keys in order: bytes shared with the key before, bytes that follow, those bytes.
pub(super) fn front(keys: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = Vec::new();
    for key in keys {
        let key = key.as_ref().as_bytes();
        let alike = key.iter().zip(&last).take_while(|(one, other)| one == other).count();
        let shared = u8::try_from(alike).unwrap_or(u8::MAX);
        let (_, rest) = key.split_at(usize::from(shared));
        let rest = rest.get(..usize::from(u8::MAX)).unwrap_or(rest);
        out.push(shared);
        out.push(u8::try_from(rest.len()).unwrap_or(u8::MAX));
        out.extend_from_slice(rest);
        last.clear();
        last.extend_from_slice(key);
    }
    out
}

/// A column of small numbers: its width in bytes, then the low bytes of all,
/// then the high ones; each byte as the step from the one before.
pub(super) fn column(values: &[u16]) -> Vec<u8> {
    let is_wide = values.iter().any(|value| *value > 0xff);
    let mut out = vec![if is_wide { 2 } else { 1 }];
    for place in 0..if is_wide { 2 } else { 1 } {
        let mut last = 0_u8;
        for value in values {
            let [low, high] = value.to_le_bytes();
            let byte = if place == 0 { low } else { high };
            out.push(byte.wrapping_sub(last));
            last = byte;
        }
    }
    out
}

/// A column of numbers of any size: width in bytes, then their bytes by place, the low ones first.
pub(super) fn planes(values: &[u32]) -> Vec<u8> {
    let most = values.iter().copied().max().unwrap_or(0);
    let width = u8::try_from(most.checked_ilog2().unwrap_or(0) / 8 + 1).unwrap_or(4);
    let mut out = vec![width];
    for place in 0..usize::from(width) {
        let bytes = values.iter().map(|value| value.to_le_bytes());
        out.extend(bytes.filter_map(|bytes| bytes.get(place).copied()));
    }
    out
}

/// A count in one byte: power of two and its three next bits.
pub(super) fn rough(count: u32) -> u8 {
    let power = count.max(1).ilog2();
    let rest = if power >= 3 { count >> (power - 3) } else { count << (3 - power) };
    low_byte(power * 8 + (rest & 7))
}

/// FNV-1a of 32 bits.
pub(super) fn check(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The part of a check that names a file: three bytes.
pub(super) fn tag(bytes: &[u8]) -> [u8; 3] {
    let [a, b, c, _] = check(bytes).to_le_bytes();
    [a, b, c]
}

/// A tag as hexadecimal digits.
pub(super) fn hex(tag: &[u8]) -> String {
    tag.iter().fold(String::new(), |mut digits, byte| {
        // Writing into a string never fails.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Whether a new file of the index may begin at this key, once in `every` times.
///
/// It depends on the key alone, so an edit moves no border but its own.
pub(super) fn is_border(key: &str, every: u32) -> bool {
    (check(key.as_bytes()) >> 8).is_multiple_of(every)
}

fn low_byte(value: u32) -> u8 {
    let [low, ..] = value.to_le_bytes();
    low
}

/// One raw DEFLATE stream.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut stream = Compress::new(Compression::new(LEVEL), false);
    feed(&mut stream, bytes, FlushCompress::Finish)
}

/// What a text of history becomes, flushed so that a stream can go on after it.
pub(super) fn history(text: &[u8]) -> Vec<u8> {
    let mut stream = Compress::new(Compression::new(LEVEL), false);
    feed(&mut stream, text, FlushCompress::Sync)
}

/// What comes after the history: together they are one stream.
pub(super) fn deflate_after(text: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut stream = Compress::new(Compression::new(LEVEL), false);
    feed(&mut stream, text, FlushCompress::Sync);
    feed(&mut stream, bytes, FlushCompress::Finish)
}

fn feed(stream: &mut Compress, bytes: &[u8], flush: FlushCompress) -> Vec<u8> {
    let start = stream.total_in();
    let mut out = Vec::with_capacity(bytes.len() / 2 + 256);
    loop {
        let done = usize::try_from(stream.total_in() - start).unwrap_or(usize::MAX);
        let rest = bytes.get(done..).unwrap_or_default();
        out.reserve(1024);
        // Compressing into memory fails only for a stream used after its end.
        let Ok(status) = stream.compress_vec(rest, &mut out, flush) else { return out };
        let is_settled = out.len() < out.capacity() && !matches!(flush, FlushCompress::Finish);
        let all = usize::try_from(stream.total_in() - start).unwrap_or(0) == bytes.len();
        if status == Status::StreamEnd || (all && is_settled) {
            return out;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn inflate(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        flate2::read::DeflateDecoder::new(bytes).read_to_end(&mut out).unwrap();
        out
    }

    #[test]
    fn numbers_take_seven_bits_a_byte() {
        let mut out = Vec::new();
        for value in [0, 127, 1, 500] {
            number(value, &mut out);
        }
        assert_eq!(out, [0, 127, 1, 0xf4, 3]);
    }

    #[test]
    fn keys_share_their_beginnings() {
        assert_eq!(front(["che", "chè", "ché"]), b"\0\x03che\x02\x02\xc3\xa8\x03\x01\xa9");
    }

    #[test]
    fn columns_widen_where_they_must() {
        assert_eq!(column(&[3, 3, 5, 1]), [1, 3, 0, 2, 252]);
        assert_eq!(column(&[1, 256]), [2, 1, 255, 0, 1]);
        assert_eq!(planes(&[1, 258]), [2, 1, 2, 0, 1]);
        assert_eq!(planes(&[0]), [1, 0]);
    }

    #[test]
    fn rough_counts_are_near() {
        for count in [1_u32, 2, 3, 7, 8, 9, 100, 1000, 99_999] {
            let byte = u32::from(rough(count));
            let back =
                f64::from(8 + byte % 8) / 8.0 * 2_f64.powi(i32::try_from(byte / 8).unwrap());
            assert!((back / f64::from(count) - 1.0).abs() < 0.13, "{count} as {back}");
        }
    }

    #[test]
    fn history_and_what_follows_are_one_stream() {
        let text = "Công ty TNHH, Hợp tác xã ".repeat(9);
        let bytes = "Hợp tác xã Tân Phong".repeat(500);
        let mut whole = history(text.as_bytes());
        whole.extend(deflate_after(text.as_bytes(), bytes.as_bytes()));
        assert_eq!(inflate(&whole), [text.as_bytes(), bytes.as_bytes()].concat());
        assert_eq!(inflate(&deflate(bytes.as_bytes())), bytes.as_bytes());
        assert_eq!(inflate(&deflate(b"")), b"");
    }
}
