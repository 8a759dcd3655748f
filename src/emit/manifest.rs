//! The manifest: which files of the output folder are ours, and made from what.
//!
//! `.dacsan/manifest.json`, sorted by path: the same content gives the same
//! bytes. A file whose [`Content`] is missing is ours, but what is in it is not
//! known: a build was about to change it and did not end. A manifest that is
//! damaged, of another version or names paths outside the folder is treated as
//! absent; then everything is rendered anew and compared.
//!
//! Never claims a file has bytes that it does not have.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize, Serializer};

use super::{PRIVATE, Wanted, ahead, atomic, order};
use crate::model::failure::Failure;
use crate::source::Hash;

/// Changes with the meaning of a field; every other version is absent to us.
const VERSION: u32 = 1;

/// What a file of ours holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Content {
    /// Hash of everything it was made from.
    pub(super) key: Hash,
    /// Hash of its bytes.
    pub(super) hash: Hash,
    /// How many bytes.
    pub(super) length: u64,
}

/// The files of ours, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// `None` for a file of which it is not known what it holds.
    pub(super) files: BTreeMap<String, Option<Content>>,
    /// Whether it was read from the disk.
    found: bool,
}

#[derive(Deserialize)]
struct Whole<'a> {
    version: u32,
    #[serde(borrow)]
    files: Vec<Row<'a>>,
}

/// The same, to be written.
#[derive(Serialize)]
struct Told<'a> {
    version: u32,
    files: Rows<'a>,
}

struct Rows<'a>(&'a BTreeMap<String, Option<Content>>);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|(path, content)| Row::of(path, *content)))
    }
}

/// Takes only what is there already.
struct Same<R>(R);

impl<R: Read> Write for Same<R> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut there = vec![0; bytes.len()];
        self.0.read_exact(&mut there)?;
        if there == bytes { Ok(bytes.len()) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Serialize, Deserialize)]
struct Row<'a> {
    #[serde(borrow)]
    path: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    key: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    hash: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    length: Option<u64>,
}

impl Manifest {
    /// Reads the manifest of an output folder; empty where there is none to trust.
    pub(super) fn read(out: &Path) -> Self {
        let read = fs::read(path_in(out)).ok();
        let mut manifest = read.and_then(|bytes| Self::parse(&bytes)).unwrap_or_default();
        for path in ahead::noted(out) {
            if let Some(Some(content)) = manifest.files.get_mut(&path) {
                // It is still ours, and made from something else than any build would.
                content.key = Hash::of(b"ahead");
            }
        }
        manifest
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let whole: Whole<'_> = serde_json::from_slice(bytes).ok()?;
        if whole.version != VERSION {
            return None;
        }
        let files = whole.files.into_iter().map(Row::entry).collect::<Option<_>>()?;
        Some(Self { files, found: true })
    }

    /// Writes the manifest, unless these bytes are there already.
    ///
    /// Row by row: of a large site the whole would weigh more than all that is known of it.
    pub(super) fn write(&self, out: &Path) -> Result<(), Failure> {
        let path = path_in(out);
        if self.is_at(&path) {
            return Ok(());
        }
        atomic::write_with(&path, 0, |file| self.put(file)).map_err(|error| {
            Failure::io("không ghi được tệp", "cannot write the file", &path, &error)
        })
    }

    fn put(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &Told { version: VERSION, files: Rows(&self.files) })?;
        out.write_all(b"\n")
    }

    fn is_at(&self, path: &Path) -> bool {
        let Ok(file) = File::open(path) else { return false };
        let mut there = BufReader::new(file);
        let mut same = BufWriter::new(Same(&mut there));
        // The first byte that differs ends it.
        let begins = self.put(&mut same).and_then(|()| same.flush()).is_ok();
        drop(same);
        begins && there.fill_buf().is_ok_and(<[u8]>::is_empty)
    }

    /// Whether the build that wrote it came to its end.
    pub(super) fn is_finished(&self) -> bool {
        self.found && self.files.values().all(Option::is_some)
    }

    /// What a file of ours is known to hold.
    pub(super) fn content(&self, path: &str) -> Option<Content> {
        self.files.get(path).copied().flatten()
    }

    /// Bytes of each of these files; 0 where nothing is known of one.
    pub(super) fn lengths(&self, wanted: &[Wanted]) -> Vec<u64> {
        let length = |file: &Wanted| self.content(&file.path).map_or(0, |it| it.length);
        wanted.iter().map(length).collect()
    }
}

impl<'a> Row<'a> {
    fn of(path: &'a str, content: Option<Content>) -> Self {
        Self {
            path: path.into(),
            key: content.map(|content| content.key.hex().into()),
            hash: content.map(|content| content.hash.hex().into()),
            length: content.map(|content| content.length),
        }
    }

    /// `None` where the row cannot be ours.
    fn entry(self) -> Option<(String, Option<Content>)> {
        // A path that leaves the folder must never lead to a removal.
        if !order::is_below(&self.path) {
            return None;
        }
        let content = match (self.key, self.hash, self.length) {
            (Some(key), Some(hash), Some(length)) => {
                Some(Content { key: Hash::parse(&key)?, hash: Hash::parse(&hash)?, length })
            }
            _ => None,
        };
        Some((self.path.into_owned(), content))
    }
}

/// Where it lies below the output folder.
pub(super) fn path_below() -> String {
    format!("{PRIVATE}/manifest.json")
}

fn path_in(out: &Path) -> PathBuf {
    out.join(path_below())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let content = Content { key: Hash::of(b"key"), hash: Hash::of(b"bytes"), length: 5 };
        let files = [("tỉnh/index.html".to_owned(), Some(content)), ("a\"b".to_owned(), None)];
        Manifest { files: files.into(), found: true }
    }

    fn bytes(manifest: &Manifest) -> Vec<u8> {
        let mut bytes = Vec::new();
        manifest.put(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_manifest_reads_back_and_knows_whether_the_build_ended() {
        let manifest = sample();
        let read = Manifest::parse(&bytes(&manifest)).unwrap();
        assert_eq!(read, manifest);
        assert!(!read.is_finished());
        assert_eq!(read.content("a\"b"), None);
        assert_eq!(read.content("tỉnh/index.html").unwrap().length, 5);
        assert!(!Manifest::default().is_finished());
    }

    #[test]
    fn equal_manifests_are_not_written_again() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join(PRIVATE)).unwrap();
        sample().write(dir.path()).unwrap();
        let before = fs::metadata(path_in(dir.path())).unwrap().modified().unwrap();
        sample().write(dir.path()).unwrap();
        let after = fs::metadata(path_in(dir.path())).unwrap().modified().unwrap();
        assert_eq!(before, after);
        assert_eq!(Manifest::read(dir.path()), sample());
        // What goes on behind the same beginning, or ends before it, is another.
        for other in
            [[bytes(&sample()), b" ".to_vec()].concat(), bytes(&sample())[..9].to_vec()]
        {
            File::create(path_in(dir.path())).unwrap().write_all(&other).unwrap();
            assert!(!sample().is_at(&path_in(dir.path())));
        }
    }

    #[test]
    fn what_cannot_be_trusted_is_absent() {
        for bytes in [
            &b""[..],
            br#"{"version":1,"files":["#,
            br#"{"version":2,"files":[]}"#,
            br#"{"version":1,"files":[{"path":"../etc/passwd"}]}"#,
            br#"{"version":1,"files":[{"path":"/etc/passwd"}]}"#,
            br#"{"version":1,"files":[{"path":"a","key":"x","hash":"x","length":1}]}"#,
            b"\xff\xfe",
        ] {
            assert_eq!(Manifest::parse(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
        assert!(Manifest::parse(br#"{"version":1,"files":[]}"#).unwrap().is_finished());
    }
}
