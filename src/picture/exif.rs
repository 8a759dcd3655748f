//! What the camera noted, as far as it matters: direction and place.
//!
//! EXIF is a little TIFF: tables of twelve-byte entries behind offsets. Only
//! two entries of its first table are looked at; whatever does not fit is taken
//! as not being there. Never follows an offset twice, never allocates.

/// What the camera noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exif {
    /// 1 to 8 as EXIF counts them.
    pub(super) orientation: u8,
    /// Whether it says where the picture was taken.
    pub(super) has_place: bool,
}

impl Default for Exif {
    fn default() -> Self {
        Self { orientation: 1, has_place: false }
    }
}

const ORIENTATION: u16 = 0x0112;
const PLACE: u16 = 0x8825;
const LATITUDE: u16 = 2;

/// Reads the block, with or without the words `Exif` before it.
pub(super) fn read(block: &[u8]) -> Exif {
    let block = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
    read_tiff(block).unwrap_or_default()
}

/// Whether an XMP packet says where the picture was taken.
pub(super) fn xmp_has_place(packet: &[u8]) -> bool {
    memchr::memmem::find(packet, b"GPSLatitude").is_some()
}

fn read_tiff(block: &[u8]) -> Option<Exif> {
    let tiff = Tiff {
        block,
        big: match block.get(..4)? {
            b"II*\0" => false,
            b"MM\0*" => true,
            _ => return None,
        },
    };
    let mut found = Exif::default();
    let first = tiff.long(4)?;
    for (tag, at) in tiff.entries(first) {
        match tag {
            ORIENTATION => {
                let value = tiff.short(at.checked_add(8)?).and_then(|it| u8::try_from(it).ok());
                found.orientation = value.filter(|it| (1..=8).contains(it)).unwrap_or(1);
            }
            PLACE => {
                let table = tiff.long(at.checked_add(8)?);
                found.has_place = table
                    .is_some_and(|table| tiff.entries(table).any(|(tag, _)| tag == LATITUDE));
            }
            _ => {}
        }
    }
    Some(found)
}

#[derive(Clone, Copy)]
struct Tiff<'a> {
    block: &'a [u8],
    big: bool,
}

impl<'a> Tiff<'a> {
    fn short(self, at: usize) -> Option<u16> {
        let bytes = *self.block.get(at..)?.first_chunk()?;
        Some(if self.big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn long(self, at: usize) -> Option<usize> {
        let bytes = *self.block.get(at..)?.first_chunk()?;
        let value =
            if self.big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) };
        usize::try_from(value).ok()
    }

    /// Tag and place of each entry of the table.
    fn entries(self, table: usize) -> impl Iterator<Item = (u16, usize)> + use<'a> {
        let count = self.short(table).map_or(0, usize::from);
        (0..count).map_while(move |n| {
            let at = table.checked_add(2)?.checked_add(n.checked_mul(12)?)?;
            Some((self.short(at)?, at))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_is_read_in_both_byte_orders_and_nonsense_is_upright() {
        let big = |value: u8| {
            [b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[value], b"\0\0"]
                .concat()
        };
        assert_eq!(read(&big(6)).orientation, 6);
        assert_eq!(read(&big(99)).orientation, 1);
        let little = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0";
        assert_eq!(read(little).orientation, 8);
        assert_eq!(read(b"MM\0*\xff\xff\xff\xff"), Exif::default());
        assert_eq!(read(b""), Exif::default());
    }

    #[test]
    fn a_place_needs_a_latitude() {
        let table = |tag: u8| {
            let mut block = b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a".to_vec();
            block.extend([0, 0, 0, 0, 0, 1, 0, tag]);
            block.extend([0; 10]);
            block
        };
        assert!(read(&table(2)).has_place);
        assert!(!read(&table(0)).has_place);
    }
}
