//! A picture of squares of one colour each, as a JPEG that holds nothing but their colours.
//!
//! JPEG keeps blocks of 8 × 8 dots. A block of one colour needs its mean alone, so a cloth whose
//! threads are blocks is exact, small, and written without any transform; and the engine
//! passes a JPEG through as it is.

/// Dots along a side of a square.
pub(super) const SIDE: usize = 8;

/// Lengths of the codes of the categories of differences, as in the standard's own table.
const LENGTHS: [u8; 16] = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];

/// Code and its length of each category 0-11.
const CODES: [(u32, u32); 12] = [
    (0b00, 2),
    (0b010, 3),
    (0b011, 3),
    (0b100, 3),
    (0b101, 3),
    (0b110, 3),
    (0b1110, 4),
    (0b1_1110, 5),
    (0b11_1110, 6),
    (0b111_1110, 7),
    (0b1111_1110, 8),
    (0b1_1111_1110, 9),
];

/// Rows of colours (red, green, blue) as a JPEG; `None` when it would be too large.
pub(super) fn jpeg(
    wide: usize,
    high: usize,
    colours: impl Iterator<Item = [u8; 3]>,
) -> Option<Vec<u8>> {
    let size = |squares: usize| u16::try_from(squares.checked_mul(SIDE)?).ok();
    let mut out = head(size(wide)?, size(high)?);
    let mut bits = Bits { out: &mut out, held: 0, many: 0 };
    let mut before = [0_i32; 3];
    for rgb in colours.take(wide * high) {
        let now = luma_chroma(rgb);
        for (now, before) in now.iter().zip(before.iter_mut()) {
            bits.difference(now - *before);
            // The end of the block: no dot differs from its mean.
            bits.put(0, 1);
            *before = *now;
        }
    }
    bits.end();
    out.extend_from_slice(&[0xFF, 0xD9]);
    Some(out)
}

fn head(wide: u16, high: u16) -> Vec<u8> {
    let [w1, w0] = wide.to_be_bytes();
    let [h1, h0] = high.to_be_bytes();
    let mut out = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    out.extend_from_slice(b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    // One table of steps; 8 makes the stored number the mean itself.
    out.extend_from_slice(&[0xFF, 0xDB, 0, 67, 0]);
    out.extend_from_slice(&[8; 64]);
    out.extend_from_slice(&[
        0xFF, 0xC0, 0, 17, 8, h1, h0, w1, w0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0,
    ]);
    out.extend_from_slice(&[0xFF, 0xC4, 0, 31, 0x00]);
    out.extend_from_slice(&LENGTHS);
    out.extend_from_slice(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    // Of the second kind of code only the end of a block is ever used.
    out.extend_from_slice(&[
        0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
    out.extend_from_slice(&[0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
    out
}

/// Brightness and the two differences of colour, each about 0.
fn luma_chroma([r, g, b]: [u8; 3]) -> [i32; 3] {
    let (r, g, b) = (i32::from(r), i32::from(g), i32::from(b));
    let rounded = |sum: i32| (sum + 500).div_euclid(1000);
    [
        rounded(299 * r + 587 * g + 114 * b) - 128,
        rounded(-169 * r - 331 * g + 500 * b).clamp(-128, 127),
        rounded(500 * r - 419 * g - 81 * b).clamp(-128, 127),
    ]
}

/// Bits on their way into bytes.
struct Bits<'a> {
    out: &'a mut Vec<u8>,
    held: u32,
    many: u32,
}

impl Bits<'_> {
    fn put(&mut self, code: u32, length: u32) {
        self.held = self.held << length | code;
        self.many += length;
        while self.many >= 8 {
            self.many -= 8;
            let byte = u8::try_from(self.held >> self.many & 0xFF).unwrap_or(0);
            self.out.push(byte);
            // A byte of ones alone would begin a mark.
            if byte == 0xFF {
                self.out.push(0);
            }
        }
        self.held &= (1 << self.many) - 1;
    }

    /// A difference: how many bits it has, then those.
    fn difference(&mut self, by: i32) {
        let category = 32 - by.unsigned_abs().leading_zeros();
        let known = usize::try_from(category).ok().and_then(|at| CODES.get(at));
        let (code, length) = known.copied().unwrap_or((0, 2));
        self.put(code, length);
        if category > 0 {
            let low = if by < 0 { by + (1 << category) - 1 } else { by };
            self.put(u32::try_from(low).unwrap_or(0), category);
        }
    }

    fn end(&mut self) {
        if self.many > 0 {
            let rest = 8 - self.many;
            self.put((1 << rest) - 1, rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_square_keeps_its_colour() {
        let colours: Vec<[u8; 3]> = vec![
            [0xC9, 0x8A, 0x1B],
            [0x7C, 0x3A, 0x12],
            [0xF0, 0xC7, 0x63],
            [0x26, 0x30, 0x5E],
            [0xF6, 0xEC, 0xD6],
            [0, 0, 0],
            [255, 255, 255],
            [255, 0, 0],
            [0, 255, 0],
            [0, 0, 255],
            [1, 2, 3],
            [128, 128, 128],
        ];
        let bytes = jpeg(4, 3, colours.iter().copied()).expect("small enough");
        let read = image::load_from_memory(&bytes).expect("a JPEG").into_rgb8();
        assert_eq!(read.dimensions(), (32, 24));
        for (x, y, dot) in read.enumerate_pixels() {
            let square = usize::try_from(y / 8 * 4 + x / 8).expect("small");
            let off = dot.0.iter().zip(colours[square]).map(|(a, b)| a.abs_diff(b)).max();
            assert!(off <= Some(2), "{x},{y}: {:?} {:?}", dot.0, colours[square]);
        }
    }

    #[test]
    fn what_a_jpeg_cannot_hold_is_refused() {
        assert!(jpeg(9000, 1, std::iter::empty()).is_none());
    }
}
