//! What is known of a picture once its pixels were read: one line of text.

use crate::picture::{Look, Note, Refusal, Rgb, Size};

/// Its name in the store.
pub(super) const NAME: &str = "record";

/// What is known of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Record {
    /// It can be shown.
    Read {
        /// Size as shown.
        size: Size,
        /// The colour that stands in its place.
        tone: Rgb,
        /// What an eye would say of it.
        look: Look,
        /// What an editor may want to know.
        notes: Vec<Note>,
    },
    /// It cannot.
    Refused(Refusal),
}

impl Record {
    /// "2000 1500 #c82828 120 345 00000000deadbeef alpha,16bit" or "refused corrupt".
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let line = match self {
            Self::Refused(refusal) => format!("refused {}", refusal.code()),
            Self::Read { size, tone, look, notes } => {
                let notes: Vec<&str> = notes.iter().map(|note| note.code()).collect();
                let Look { light, sharpness, fingerprint } = look;
                let seen = format!("{light} {sharpness} {fingerprint:016x}");
                format!("{} {} {tone} {seen} {}", size.width, size.height, notes.join(","))
            }
        };
        line.into_bytes()
    }

    /// Reads the line; `None` for one of another form.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let line = std::str::from_utf8(bytes).ok()?;
        let parts: Vec<&str> = line.split(' ').collect();
        match *parts.as_slice() {
            ["refused", "corrupt"] => Some(Self::Refused(Refusal::Corrupt)),
            ["refused", "truncated"] => Some(Self::Refused(Refusal::Truncated)),
            [width, height, tone, light, sharpness, fingerprint, notes] => Some(Self::Read {
                size: Size { width: width.parse().ok()?, height: height.parse().ok()? },
                tone: Rgb::parse(tone)?,
                look: Look {
                    light: light.parse().ok()?,
                    sharpness: sharpness.parse().ok()?,
                    fingerprint: u64::from_str_radix(fingerprint, 16).ok()?,
                },
                notes: notes.split(',').filter_map(Note::parse).collect(),
            }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_reads_back() {
        for record in [
            Record::Refused(Refusal::Corrupt),
            Record::Refused(Refusal::Truncated),
            Record::Read {
                size: Size { width: 800, height: 600 },
                tone: Rgb([1, 2, 3]),
                look: Look { light: 120, sharpness: u32::MAX, fingerprint: 0xfedc },
                notes: vec![Note::Transparent, Note::SixteenBits],
            },
            Record::Read {
                size: Size::default(),
                tone: Rgb([0; 3]),
                look: Look::default(),
                notes: Vec::new(),
            },
        ] {
            assert_eq!(Record::parse(&record.to_bytes()), Some(record));
        }
        assert_eq!(Record::parse(b"something else"), None);
        assert_eq!(Record::parse(b"\xff"), None);
    }
}
