//! The whole index as one script, for catalogues read from a folder.
//!
//! A page opened from a memory stick may fetch nothing, but it may load a
//! script. The script sets one value that the client looks up instead of
//! fetching: the bytes of every file in Base64, by name. Small catalogues have
//! it without asking; of large ones it would be a second index.

use std::fmt::Write as _;

use crate::render::search::{File, Form};

/// Bytes of the whole index up to which the script is written without asking.
pub(super) const SMALL: usize = 1_000_000;

/// The script, of files that are packed already.
pub(super) fn script(files: &[File]) -> File {
    let mut text = String::from("globalThis.dacsanIndex = {\n");
    for file in files {
        // Names hold letters, digits, `-` and `.` alone. Writing into a string never fails.
        let _ = writeln!(text, "\"{}\": \"{}\",", file.file_name(), base64(&file.packed()));
    }
    text.push_str("};\n");
    File::named("disk.js", text.into_bytes(), Form::Plain)
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let all = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4_usize {
            let digit = all >> (18 - 6 * place) & 63;
            let digit = usize::try_from(digit).ok().and_then(|digit| DIGITS.get(digit));
            let filler = place > three.len();
            out.push(if filler { '=' } else { digit.map_or('=', |digit| char::from(*digit)) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_fills_up() {
        assert_eq!(base64(b""), "");
        assert_eq!(base64(b"f"), "Zg==");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"foo"), "Zm9v");
        assert_eq!(base64(b"foob\xff\xfe"), "Zm9vYv/+");
    }
}
