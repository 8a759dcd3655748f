//! Compressed forms of files, for hosts that serve them as they lie there.
//!
//! Text is compressed at levels that a build of many thousand pages can pay:
//! brotli 5 and gzip 6. The same bytes give the same bytes: gzip carries no
//! time and no name. Pages always have a compressed form, other text from
//! [`WORTH_IT`] on; pictures have none, for they are compressed already, and
//! nor have redirects and `robots.txt`, which are smaller than what it saves.
//!
//! Never reads the disk.

use std::io::{self, Write as _};

use flate2::{Compression, GzBuilder};

use crate::model::settings::Encoding;
use crate::plan::artifact::{Artifact, Kind};
use crate::render::Renderer;
use crate::render::made::Made;
use crate::source::Hash;

/// Smaller files are sent whole: what compression saves is less than a packet.
pub const WORTH_IT: usize = 1024;

/// Quality of brotli, 0-11.
const BROTLI_QUALITY: i32 = 5;

/// Level of gzip, 0-9.
const GZIP_LEVEL: u32 = 6;

/// Endings of files that hold text.
const TEXT: [&str; 9] = ["css", "csv", "html", "js", "json", "jsonl", "svg", "txt", "xml"];

/// The compressed bytes.
pub fn pack(bytes: &[u8], encoding: Encoding) -> io::Result<Vec<u8>> {
    match encoding {
        Encoding::Brotli => brotli(bytes),
        Encoding::Gzip => {
            let packed = Vec::with_capacity(bytes.len() / 3);
            let level = Compression::new(GZIP_LEVEL);
            let mut writer = GzBuilder::new().mtime(0).write(packed, level);
            writer.write_all(bytes)?;
            writer.finish()
        }
    }
}

#[cfg(feature = "brotli")]
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let mut packed = Vec::with_capacity(bytes.len() / 4);
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    Ok(packed)
}

#[cfg(not(feature = "brotli"))]
fn brotli(_: &[u8]) -> io::Result<Vec<u8>> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "built without the feature `brotli`"))
}

/// Hash of all that a compressed file is made from, given the key of the file itself.
pub fn key(of: Hash, encoding: Encoding) -> Hash {
    let way = match encoding {
        Encoding::Brotli => format!("brotli {BROTLI_QUALITY}"),
        Encoding::Gzip => format!("gzip {GZIP_LEVEL}"),
    };
    Hash::of(&[of.as_bytes(), way.as_bytes()].concat())
}

impl Renderer<'_> {
    /// Whether a compressed form of the artifact saves anything.
    pub fn is_worth_packing(&self, artifact: &Artifact) -> bool {
        let ending = artifact.path.rsplit_once('.').map_or("", |(_, ending)| ending);
        if !TEXT.contains(&ending) {
            return false;
        }
        match artifact.kind {
            Kind::Page(..) | Kind::Listing { .. } | Kind::NotFound(_) => true,
            Kind::Redirect(_)
            | Kind::Robots
            | Kind::Photo(..)
            | Kind::Pdf(..)
            | Kind::Share(_) => false,
            _ => match self.supplies(artifact) {
                Made::Text(text) => text.len() >= WORTH_IT,
                Made::Bytes(bytes) => bytes.len() >= WORTH_IT,
                Made::Index(file) => file.raw.len() >= WORTH_IT,
                Made::Data(data, file) => data.reaches(file, WORTH_IT),
                Made::Page(_) | Made::Photo(..) | Made::Pdf(..) | Made::Share(_) => false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_was_packed_can_be_read_again_and_is_always_the_same() {
        let text = "Chè Shan tuyết, bốn sao. ".repeat(400).into_bytes();
        let mut read = Vec::new();
        let gzip = pack(&text, Encoding::Gzip).unwrap();
        flate2::read::GzDecoder::new(&*gzip).read_to_end(&mut read).unwrap();
        assert_eq!(read, text);
        assert!(gzip.len() < 300, "{}", gzip.len());
        assert_eq!(pack(&text, Encoding::Gzip).unwrap(), gzip);
        assert_eq!(gzip[4..8], [0; 4], "no time");
        assert_eq!(gzip[3], 0, "no name");
    }

    #[test]
    #[cfg(feature = "brotli")]
    fn brotli_can_be_read_again() {
        let text = "Chè Shan tuyết, bốn sao. ".repeat(400).into_bytes();
        let brotli = pack(&text, Encoding::Brotli).unwrap();
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli, &mut read).unwrap();
        assert_eq!(read, text);
        assert!(brotli.len() < 200, "{}", brotli.len());
    }

    #[test]
    fn each_way_and_each_content_has_a_key_of_its_own() {
        let keys = [
            key(Hash::of(b"a"), Encoding::Brotli),
            key(Hash::of(b"a"), Encoding::Gzip),
            key(Hash::of(b"b"), Encoding::Gzip),
        ];
        assert!(keys[0] != keys[1] && keys[1] != keys[2]);
    }
}
