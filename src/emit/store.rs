//! What was costly to make, kept from build to build.
//!
//! A folder per key (the hash of all that the things were made from), two
//! levels deep, with a file per thing. Every file begins with the hash of the
//! rest: bytes that a broken disk or another program changed are as good as not
//! there and are made again. Files are written whole or not at all, so several
//! builds may share a store, and a build may be killed at any moment without
//! losing what is in it.
//!
//! Behind it there may be a cache that several machines share (`shared`): what is
//! not here is asked for there, and what is kept here is sent there too.
//!
//! Never holds anything that could not be made again.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::atomic;
use super::shared::{Shared, Traffic};
use crate::model::failure::Failure;
use crate::source::Hash;

/// Bytes of the hash before those of the thing.
const SEAL: usize = 32;

/// Hexadecimal digits of the upper of the two levels.
const UPPER: usize = 2;

/// A folder of kept things.
#[derive(Debug)]
pub struct Store {
    root: PathBuf,
    /// What other machines have made.
    shared: Option<Shared>,
    /// Tells apart temporary files of one run.
    written: AtomicUsize,
}

/// What was thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Keys whose things are still there.
    pub kept: usize,
    /// Keys whose things are gone.
    pub removed: usize,
    /// Bytes that they took.
    pub bytes: u64,
}

impl Store {
    /// The store in a folder, which is made when something is first kept.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), shared: None, written: AtomicUsize::new(0) }
    }

    /// The same, with a cache behind it that several machines share.
    #[must_use]
    pub fn sharing(mut self, url: Option<&str>) -> Self {
        self.shared = url.map(Shared::at);
        self
    }

    /// Whether other machines may have made what is not here.
    pub fn is_shared(&self) -> bool {
        self.shared.is_some()
    }

    /// Brings things here that other machines have made, as far as `go_on` allows.
    pub fn fetch(&self, wanted: &[(Hash, String)], go_on: &(dyn Fn() -> bool + Sync)) {
        let Some(shared) = &self.shared else { return };
        let open: Vec<&(Hash, String)> =
            wanted.iter().filter(|(key, name)| !self.has(*key, name)).collect();
        let names: Vec<String> = open.iter().map(|(key, name)| below(*key, name)).collect();
        shared.fetch(&names, go_on, &|index, sealed| {
            let Some((key, name)) = open.get(index).copied() else { return false };
            if !is_sound(&sealed) {
                return false;
            }
            // Where the disk is full the build says so when it writes for itself.
            drop(self.write(*key, name, &sealed));
            true
        });
    }

    /// Waits until everything was sent; what went over the line.
    pub fn settle(&self) -> Option<Traffic> {
        self.shared.as_ref().map(Shared::settle)
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether there is a file for this thing, sound or not.
    pub fn has(&self, key: Hash, name: &str) -> bool {
        self.folder(key).join(name).is_file()
    }

    /// A thing as it was kept on this machine; `None` where it is not there or not sound.
    pub fn here(&self, key: Hash, name: &str) -> Option<Vec<u8>> {
        unsealed(fs::read(self.folder(key).join(name)).ok()?)
    }

    /// The same, asking other machines where there is none.
    pub fn get(&self, key: Hash, name: &str) -> Option<Vec<u8>> {
        self.here(key, name).or_else(|| {
            self.is_shared().then(|| self.fetch(&[(key, name.to_owned())], &|| true))?;
            self.here(key, name)
        })
    }

    /// Keeps a thing on this machine alone: one that another machine may make otherwise.
    pub fn put_here(&self, key: Hash, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.write(key, name, &sealed_with_hash(bytes))
    }

    /// Keeps a thing.
    pub fn put(&self, key: Hash, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let sealed = sealed_with_hash(bytes);
        self.write(key, name, &sealed)?;
        if let Some(shared) = &self.shared {
            shared.send(&below(key, name), self.folder(key).join(name));
        }
        Ok(())
    }

    fn write(&self, key: Hash, name: &str, sealed: &[u8]) -> Result<(), Failure> {
        let folder = self.folder(key);
        let n = self.written.fetch_add(1, Ordering::Relaxed);
        fs::create_dir_all(&folder)
            .and_then(|()| atomic::write_own(&folder.join(name), sealed, n))
            .map_err(|error| self.unwritable(&error))
    }

    /// Throws away the things of all keys but these, and temporary files of killed builds.
    pub fn sweep(&self, used: &BTreeSet<Hash>) -> Result<Swept, Failure> {
        let mut swept = Swept::default();
        for upper in folders(&self.root).map_err(|error| self.unwritable(&error))? {
            for folder in folders(&upper).map_err(|error| self.unwritable(&error))? {
                let name = folder.file_name().unwrap_or_default().to_string_lossy();
                // What does not carry a key's name is not ours.
                let Some(key) = Hash::parse(&name) else { continue };
                if used.contains(&key) {
                    swept.kept = swept.kept.saturating_add(1);
                    continue;
                }
                swept.bytes = swept.bytes.saturating_add(bytes_in(&folder));
                fs::remove_dir_all(&folder).map_err(|error| self.unwritable(&error))?;
                swept.removed = swept.removed.saturating_add(1);
            }
        }
        Ok(swept)
    }

    fn folder(&self, key: Hash) -> PathBuf {
        let hex = key.hex();
        self.root.join(upper(&hex)).join(&hex)
    }

    fn unwritable(&self, error: &io::Error) -> Failure {
        Failure::io("không ghi được kho ảnh", "cannot write the cache", &self.root, error)
            .hint("chỉ một thư mục khác bằng --cache", "name another folder with --cache")
    }
}

fn upper(hex: &str) -> &str {
    hex.get(..UPPER).unwrap_or_default()
}

/// Where a thing lies below a store or in a bucket.
fn below(key: Hash, name: &str) -> String {
    let hex = key.hex();
    format!("{}/{hex}/{name}", upper(&hex))
}

/// The bytes behind their hash.
fn sealed_with_hash(bytes: &[u8]) -> Vec<u8> {
    [Hash::of(bytes).as_bytes().as_slice(), bytes].concat()
}

/// Whether the hash in front is that of the bytes behind it.
fn is_sound(sealed: &[u8]) -> bool {
    let parts = sealed.split_at_checked(SEAL);
    parts.is_some_and(|(seal, bytes)| Hash::of(bytes).as_bytes().as_slice() == seal)
}

/// The bytes behind their hash, where it is theirs.
fn unsealed(mut sealed: Vec<u8>) -> Option<Vec<u8>> {
    is_sound(&sealed).then(|| sealed.split_off(SEAL))
}

/// The folders in a folder, by name; none where it is not there.
fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn bytes_in(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let lengths = entries.filter_map(|entry| Some(entry.metadata().ok()?.len()));
    lengths.fold(0, u64::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(folder.path().join("cache"));
        (folder, store)
    }

    #[test]
    fn what_is_kept_comes_back_and_what_was_damaged_does_not() {
        let (_folder, store) = store();
        let key = Hash::of(b"key");
        assert_eq!(store.get(key, "a"), None);
        store.put(key, "a", b"bytes").unwrap();
        assert_eq!(store.get(key, "a").as_deref(), Some(b"bytes".as_slice()));
        let path = store.folder(key).join("a");
        let mut damaged = fs::read(&path).unwrap();
        *damaged.last_mut().unwrap() ^= 1;
        fs::remove_file(&path).unwrap();
        atomic::write_own(&path, &damaged, 0).unwrap();
        assert!(store.has(key, "a"));
        assert_eq!(store.get(key, "a"), None);
        atomic::write_own(&path, b"short", 0).unwrap();
        assert_eq!(store.get(key, "a"), None);
    }

    #[test]
    fn only_unused_keys_are_swept_and_nothing_foreign() {
        let (_folder, store) = store();
        let (used, unused) = (Hash::of(b"used"), Hash::of(b"unused"));
        store.put(used, "a", b"1").unwrap();
        store.put(unused, "a", b"22").unwrap();
        fs::create_dir_all(store.root().join("notes").join("mine")).unwrap();
        let swept = store.sweep(&BTreeSet::from([used])).unwrap();
        assert_eq!(swept, Swept { kept: 1, removed: 1, bytes: 34 });
        assert!(store.has(used, "a") && !store.has(unused, "a"));
        assert!(store.root().join("notes").join("mine").is_dir());
    }
}
