//! What a file is, told by its first bytes; its name is never asked.

use super::Refusal;

/// Formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JPEG of any kind.
    Jpeg,
    /// PNG; of an animated one the still picture.
    Png,
    /// WebP; of an animated one the first picture.
    WebP,
    /// GIF, its first picture.
    Gif,
    /// A drawing of lines and areas.
    Svg,
}

impl Format {
    /// Whether a file of this format may have that ending, without its dot.
    pub fn has_ending(self, ending: &str) -> bool {
        let own: &[&str] = match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png", "apng"],
            Self::WebP => &["webp"],
            Self::Gif => &["gif"],
            Self::Svg => &["svg"],
        };
        own.contains(&ending.to_ascii_lowercase().as_str())
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Svg => "SVG",
        }
    }
}

/// Brands of the container that phones of Apple write.
const HEIC: [&[u8]; 8] =
    [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];

/// The format of a file, or what it is instead.
pub fn sniff(bytes: &[u8]) -> Result<Format, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let within =
        |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|it| it.starts_with(magic));
    if starts(b"\xff\xd8\xff") {
        return Ok(Format::Jpeg);
    }
    if starts(b"\x89PNG\r\n\x1a\n") {
        return Ok(Format::Png);
    }
    if starts(b"RIFF") && within(8, b"WEBP") {
        return Ok(Format::WebP);
    }
    if starts(b"GIF87a") || starts(b"GIF89a") {
        return Ok(Format::Gif);
    }
    if within(4, b"ftyp") {
        return Err(container(bytes));
    }
    if starts(b"II*\0") || starts(b"MM\0*") {
        return Err(Refusal::Tiff);
    }
    if starts(b"BM") && within(6, &[0, 0, 0, 0]) {
        return Err(Refusal::Bmp);
    }
    if starts(b"%PDF") {
        return Err(Refusal::Pdf);
    }
    text(bytes)
}

/// What a file of the family of MP4 holds: the brands stand at its start.
fn container(bytes: &[u8]) -> Refusal {
    let length = bytes.first_chunk::<4>().map_or(0, |length| u32::from_be_bytes(*length));
    let end = usize::try_from(length).unwrap_or(0).clamp(12, 256);
    let brands = bytes.get(8..end.min(bytes.len())).unwrap_or_default();
    let has = |wanted: &[&[u8]]| brands.chunks(4).any(|brand| wanted.contains(&brand));
    if has(&[b"avif", b"avis"]) {
        Refusal::Avif
    } else if has(&HEIC) {
        Refusal::Heic
    } else {
        Refusal::Video
    }
}

/// What a file of text is.
fn text(bytes: &[u8]) -> Result<Format, Refusal> {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    Err(if start.starts_with("version https://git-lfs") {
        Refusal::LfsPointer
    } else if start.starts_with("<!doctype html") || start.starts_with("<html") {
        Refusal::Html
    } else if start.starts_with('<') && start.contains("<svg") {
        return Ok(Format::Svg);
    } else {
        Refusal::NotImage
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], want: &Result<Format, Refusal>) {
        assert_eq!(&sniff(bytes), want, "{bytes:?}");
    }

    #[test]
    fn content_tells_the_format() {
        check(b"\xff\xd8\xff\xe0", &Ok(Format::Jpeg));
        check(b"GIF89a", &Ok(Format::Gif));
        check(b"RIFF\0\0\0\0WEBPVP8 ", &Ok(Format::WebP));
        check(b"", &Err(Refusal::Empty));
        check(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", &Err(Refusal::Heic));
        check(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif", &Err(Refusal::Avif));
        check(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", &Err(Refusal::Video));
        check(b"\0\0\0\x14ftypmif1\0\0\0\0mif1avif", &Err(Refusal::Heic));
        check(b"BM plain words", &Err(Refusal::NotImage));
        check(b"\xef\xbb\xbf <?xml version='1.0'?><svg/>", &Ok(Format::Svg));
        check(b"<!DOCTYPE HTML><p>404", &Err(Refusal::Html));
        check(b"version https://git-lfs.github.com/spec/v1\n", &Err(Refusal::LfsPointer));
    }

    #[test]
    fn endings_are_compared_without_case() {
        assert!(Format::Jpeg.has_ending("JPG"));
        assert!(!Format::Png.has_ending("jpg"));
    }
}
