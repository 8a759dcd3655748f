//! The files of a site: `content/` and `themes/`, read once, in one order.
//!
//! A [`Tree`] holds every text file and the size and hash of every other one,
//! sorted by path, so that a [`FileId`] tells the order too. What cannot be
//! read becomes a finding and an entry without a body ([`Body::Unreadable`]);
//! the rest goes on. The hash of the bytes is the truth about a file:
//! modification times never stand in for it (a [`Glance`] only tells where to look).
//! Reading 20,000 dossiers costs about half a second of one core.
//!
//! Never follows symbolic links, never reads outside the two folders, never
//! writes.

mod codes;
mod glance;
mod hash;
pub mod history;
mod lines;
mod memory;
mod scan;
pub mod sheet;
mod update;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

pub use codes::CODES;
pub use glance::{Glance, Stamp};
pub use hash::Hash;
pub use lines::Lines;
pub use scan::is_ignored;

use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;
use crate::model::failure::Failure;

/// How much the tree is willing to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one text file.
    pub text_bytes: u64,
    /// Bytes of one photo or other file.
    pub binary_bytes: u64,
    /// Levels of folders below `content/` or `themes/`.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { text_bytes: 1024 * 1024, binary_bytes: 100 * 1024 * 1024, depth: 32 }
    }
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The text, without a byte order mark at its start; line ends as stored.
    Text(Arc<str>),
    /// A photo, a font: its size; [`Tree::bytes`] reads it.
    Binary {
        /// Size in bytes.
        len: u64,
    },
    /// It is there and could not be read; a finding says why.
    Unreadable,
}

/// One file of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path from the root with `/` between its parts, as stored on the disk.
    pub path: String,
    /// What is in it.
    pub body: Body,
    /// Hash of the bytes as stored; of nothing for an unreadable file.
    pub hash: Hash,
}

/// Every file of a site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    root: Option<PathBuf>,
    files: Vec<SourceFile>,
    /// Bytes of binary files of a tree from memory.
    memory: BTreeMap<FileId, Vec<u8>>,
    /// Texts of a tree that was only glanced at, as far as they were asked for.
    late: Vec<OnceLock<Option<String>>>,
}

impl Tree {
    /// Reads `content/` and `themes/` below the root.
    ///
    /// A failure only where there is no `content/`; everything else that goes
    /// wrong is a finding.
    pub fn read(root: &Path, limits: Limits) -> Result<(Self, Diagnostics), Failure> {
        Self::read_part(root, None, limits)
    }

    /// The same without the products outside a folder such as `content/products/son-la/`.
    pub fn read_part(
        root: &Path,
        only: Option<&str>,
        limits: Limits,
    ) -> Result<(Self, Diagnostics), Failure> {
        scan::read(root, only, limits)
    }

    /// The tree with a few files read again, new or gone; `findings` are those that
    /// reading this one gave, `only` and `limits` as then.
    ///
    /// `None` where one of them is a folder: then everything must be read.
    pub fn updated(
        &self,
        findings: &Diagnostics,
        paths: &BTreeSet<String>,
        (only, limits): (Option<&str>, Limits),
    ) -> Option<(Self, Diagnostics)> {
        update::updated(self, findings, paths, (only, limits))
    }

    /// Reads one text file of it again, in place; what reading it found.
    ///
    /// `None` where the tree has no such file, or it is no plain file any more.
    pub fn reread(&mut self, path: &str, limits: Limits) -> Option<(FileId, Diagnostics)> {
        let id = self.find(path)?;
        let (file, findings) = update::reread(self.root.as_deref()?, id, path, limits)?;
        *self.files.get_mut(usize::try_from(id.0).ok()?)? = file;
        Some((id, findings))
    }

    /// A tree from paths and bytes, for tests; findings are dropped.
    pub fn from_memory(files: &[(&str, &[u8])]) -> Self {
        Self::from_memory_with_findings(files).0
    }

    /// A tree from paths and bytes, with the findings that reading it would give.
    pub fn from_memory_with_findings(files: &[(&str, &[u8])]) -> (Self, Diagnostics) {
        memory::read(files, Limits::default())
    }

    /// The files with their handles, by path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0u32..).map(FileId).zip(&self.files)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The file behind a handle.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(usize::try_from(id.0).ok()?)
    }

    /// The handle of the file with exactly this path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        u32::try_from(index).ok().map(FileId)
    }

    /// The text of a file; `None` for photos and for what could not be read.
    pub fn text(&self, id: FileId) -> Option<&str> {
        let file = self.get(id)?;
        match &file.body {
            Body::Text(text) => Some(text),
            Body::Binary { .. } if scan::has_ending(&file.path, &scan::TEXT) => {
                let late = self.late.get(usize::try_from(id.0).ok()?)?;
                let read = || glance::read_late(&self.disk_path(id)?);
                late.get_or_init(read).as_deref()
            }
            Body::Binary { .. } | Body::Unreadable => None,
        }
    }

    /// The text of a file, to be held by whoever needs a part of it.
    pub fn shared(&self, id: FileId) -> Option<&Arc<str>> {
        match &self.get(id)?.body {
            Body::Text(text) => Some(text),
            Body::Binary { .. } | Body::Unreadable => None,
        }
    }

    /// The path of a file, empty for a handle of another tree.
    pub fn path(&self, id: FileId) -> &str {
        self.get(id).map_or("", |file| &file.path)
    }

    /// The folder it was read from; `None` for a tree from memory.
    pub fn root(&self) -> Option<&Path> {
        self.root.as_deref()
    }

    /// Where a file lies on the disk; `None` for a tree from memory.
    pub fn disk_path(&self, id: FileId) -> Option<PathBuf> {
        Some(self.root.as_ref()?.join(&self.get(id)?.path))
    }

    /// The first bytes of a file, at most `most`, read from the disk where they are not held.
    pub fn start(&self, id: FileId, most: u64) -> io::Result<Vec<u8>> {
        let (Some(path), Some(Body::Binary { .. })) =
            (self.disk_path(id), self.get(id).map(|file| &file.body))
        else {
            let mut bytes = self.bytes(id)?;
            bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
            return Ok(bytes);
        };
        let mut start = Vec::new();
        std::fs::File::open(path)?.take(most).read_to_end(&mut start)?;
        Ok(start)
    }

    /// How many bytes a file has; 0 for one that could not be read.
    pub fn length(&self, id: FileId) -> u64 {
        match self.get(id).map(|file| &file.body) {
            Some(Body::Text(text)) => u64::try_from(text.len()).unwrap_or(u64::MAX),
            Some(Body::Binary { len }) => *len,
            Some(Body::Unreadable) | None => 0,
        }
    }

    /// The bytes of a file, read from the disk where they are not held.
    pub fn bytes(&self, id: FileId) -> io::Result<Vec<u8>> {
        let file = self.get(id).ok_or(io::ErrorKind::NotFound)?;
        match (&file.body, &self.root) {
            (Body::Text(text), _) => Ok(text.as_bytes().to_vec()),
            (Body::Unreadable, _) => Err(io::ErrorKind::InvalidData.into()),
            (Body::Binary { .. }, Some(root)) => std::fs::read(root.join(&file.path)),
            (Body::Binary { .. }, None) => {
                self.memory.get(&id).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
            }
        }
    }
}
