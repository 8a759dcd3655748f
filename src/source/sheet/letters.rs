//! Bytes of a text table to letters: UTF-8, UTF-16, Windows-1258, and the old
//! fonts' encodings by way of Windows-1252.
//!
//! A mark at the start decides; then UTF-8 where the bytes are that; then
//! whichever of the old ones gives words that are syllables. Where none does,
//! the table is refused: letters that are guessed wrong would be published.

use encoding_rs::{Encoding as Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use super::legacy;
use crate::model::failure::Failure;
use crate::text::fold;
use crate::text::syllable::percent_of_syllables;

/// Least share of syllables, in percent, for an old encoding to be believed.
const BELIEVED: usize = 60;

/// How letters were stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Unicode: UTF-8, UTF-16 or the inside of a spreadsheet.
    Unicode,
    /// Windows-1258.
    Windows1258,
    /// TCVN3 (ABC), fonts whose names begin with `.Vn`.
    Tcvn3,
    /// VNI for Windows.
    Vni,
}

impl Encoding {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unicode => "Unicode",
            Self::Windows1258 => "Windows-1258",
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }
}

/// The text of the bytes.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), Failure> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return match std::str::from_utf8(rest) {
            Ok(text) => Ok((text.to_owned(), Encoding::Unicode)),
            Err(_) => Err(unknown()),
        };
    }
    let wide = [(&b"\xff\xfe"[..], UTF_16LE), (&b"\xfe\xff"[..], UTF_16BE)];
    if let Some((_, decoder)) = wide.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Ok((read_as(decoder, bytes), Encoding::Unicode));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Encoding::Unicode));
    }
    let plain = read_as(WINDOWS_1252, bytes);
    let marked = fold::nfc(&read_as(WINDOWS_1258, bytes)).into_owned();
    let candidates = [
        (marked, Encoding::Windows1258),
        (legacy::from_tcvn3(&plain), Encoding::Tcvn3),
        (legacy::from_vni(&plain), Encoding::Vni),
    ];
    let share = |text: &str| percent_of_syllables(std::iter::once(text)).unwrap_or(0);
    let judged = candidates.into_iter().map(|(text, encoding)| (share(&text), text, encoding));
    let best = judged.max_by_key(|(share, _, _)| *share);
    match best {
        Some((share, text, encoding)) if share >= BELIEVED => Ok((text, encoding)),
        _ => Err(unknown()),
    }
}

fn read_as(decoder: &'static Decoder, bytes: &[u8]) -> String {
    let (text, _, _) = decoder.decode(bytes);
    text.into_owned()
}

fn unknown() -> Failure {
    Failure::usage(
        "không nhận ra bảng mã của bảng (đã thử UTF-8, UTF-16, Windows-1258, TCVN3, VNI)",
        "the encoding of the table is unknown (tried UTF-8, UTF-16, Windows-1258, TCVN3, VNI)",
    )
    .hint(
        "trong Excel, lưu thành “CSV UTF-8” hoặc .xlsx",
        "in Excel, save it as \"CSV UTF-8\" or .xlsx",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], want: Option<(&str, Encoding)>) {
        let found = decode(bytes).ok();
        let found = found.as_ref().map(|(text, encoding)| (text.as_str(), *encoding));
        assert_eq!(found, want);
    }

    #[test]
    fn encodings_are_recognised() {
        check("Mật ong".as_bytes(), Some(("Mật ong", Encoding::Unicode)));
        check("\u{feff}Mật ong".as_bytes(), Some(("Mật ong", Encoding::Unicode)));
        check(b"\xff\xfeM\0\xad\x1et\0", Some(("Mật", Encoding::Unicode)));
        // "Mật ong, Đồng Tháp": the tones of Windows-1258 follow their letters.
        check(
            b"M\xe2\xf2t ong, \xd0\xf4\xccng Tha\xecp",
            Some(("Mật ong, Đồng Tháp", Encoding::Windows1258)),
        );
        check(b"\xa7\xe5ng Th\xb8p", Some(("Đồng Tháp", Encoding::Tcvn3)));
        check(b"\xd1o\xe0ng Tha\xf9p", Some(("Đồng Tháp", Encoding::Vni)));
        check(b"caf\xe9 \xff\xfe\xfd \x81", None);
        check(b"\xef\xbb\xbfa\xff", None);
    }
}
