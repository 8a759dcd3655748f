//! Photos on their way into a page.

use std::fmt::Write as _;

/// A photo made small enough for its box.
#[derive(Debug, Clone)]
pub struct Jpeg {
    /// The file.
    pub bytes: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// Where photos come from; asked from many threads.
pub trait Pictures: Sync {
    /// The photo of that key, its longer side at most `longest` pixels; `None` where it cannot be read.
    fn jpeg(&self, key: &str, longest: u32) -> Option<Jpeg>;
}

/// No photos at all.
impl Pictures for () {
    fn jpeg(&self, _: &str, _: u32) -> Option<Jpeg> {
        None
    }
}

/// The photo within an SVG: its bytes are passed through and never unpacked to pixels.
pub(super) fn wrapped(jpeg: &Jpeg) -> String {
    let (w, h) = (jpeg.width, jpeg.height);
    let mut svg = String::with_capacity(jpeg.bytes.len() * 4 / 3 + 256);
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\">\
         <image width=\"{w}\" height=\"{h}\" href=\"data:image/jpeg;base64,"
    );
    base64(&jpeg.bytes, &mut svg);
    svg.push_str("\"/></svg>");
    svg
}

/// Bytes in letters, as a drawing holds them.
pub(super) fn base64(bytes: &[u8], out: &mut String) {
    const LETTERS: &[u8; 64] =
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let all = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4_usize {
            let six = usize::try_from(all >> (18 - 6 * place) & 63).unwrap_or(0);
            let letter = LETTERS.get(six).copied().unwrap_or(b'A');
            out.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_base_64() {
        for (bytes, wanted) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            let mut out = String::new();
            base64(bytes.as_bytes(), &mut out);
            assert_eq!(out, wanted);
        }
    }

    #[test]
    fn a_wrapped_photo_keeps_its_size() {
        let svg = wrapped(&Jpeg { bytes: vec![0xFF, 0xD8], width: 1200, height: 900 });
        assert!(svg.contains("viewBox=\"0 0 1200 900\""), "{svg}");
        assert!(svg.ends_with("base64,/9g=\"/></svg>"), "{svg}");
    }
}
