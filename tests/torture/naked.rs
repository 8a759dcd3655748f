//! Whether a published picture holds nothing but pixels.

/// What it holds besides; `None` where it holds nothing.
pub(super) fn problem(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(b"\xff\xd8") { jpeg(bytes) } else { webp(bytes) }
}

/// Only the plain JFIF head, tables, frame and scan, and nothing behind the end.
fn jpeg(bytes: &[u8]) -> Option<String> {
    let mut at = 2;
    loop {
        let marker = bytes[at + 1];
        if bytes[at] != 0xff {
            return Some(format!("no marker at {at}"));
        }
        let length = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        match marker {
            0xe0 if bytes[at + 4..].starts_with(b"JFIF\0") && length == 16 => {}
            0xdb | 0xc0 | 0xc4 => {}
            0xda => break,
            other => return Some(format!("segment {other:x}")),
        }
        at += 2 + length;
    }
    let end = bytes[at..].windows(2).position(|pair| pair == b"\xff\xd9")?;
    let behind = bytes.len() - (at + end + 2);
    (behind > 0).then(|| format!("{behind} bytes behind the end"))
}

/// Only pixels and their opacity.
fn webp(bytes: &[u8]) -> Option<String> {
    let long = |at: usize| {
        let bytes = bytes[at..at + 4].try_into().expect("four bytes");
        usize::try_from(u32::from_le_bytes(bytes)).expect("a small file")
    };
    if !bytes.starts_with(b"RIFF") || &bytes[8..12] != b"WEBP" {
        return Some("neither JPEG nor WebP".to_owned());
    }
    if long(4) + 8 != bytes.len() {
        return Some("bytes behind the end".to_owned());
    }
    let mut at = 12;
    while at < bytes.len() {
        let kind = &bytes[at..at + 4];
        let flags = bytes[at + 8];
        match kind {
            b"VP8 " | b"ALPH" | b"VP8L" => {}
            // Of what may be noted in the extended head, only that there is opacity.
            b"VP8X" if flags & !0x10 == 0 => {}
            other => return Some(format!("chunk {}", String::from_utf8_lossy(other))),
        }
        at += 8 + long(at + 4).next_multiple_of(2);
    }
    None
}
