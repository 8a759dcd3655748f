//! Whole files or none: a temporary file beside the place, then a rename.
//!
//! The temporary file is made anew (never through a link), lies in the same
//! folder so that the rename stays on one disk, and is removed again when
//! anything goes wrong. Its name is ours alone, so that a later build can tell
//! what a killed one left behind.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Replaces what lies at `path`, a link included, by a file with these bytes.
///
/// `n` tells apart files that are written to one folder at the same time.
pub(super) fn write(path: &Path, bytes: &[u8], n: usize) -> io::Result<()> {
    replace(path, bytes, &path.with_file_name(format!(".dacsan-{n}.tmp")))
}

/// The same with what `fill` writes, so that it is never held whole.
pub(super) fn write_with(
    path: &Path,
    n: usize,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    replace_with(path, &path.with_file_name(format!(".dacsan-{n}.tmp")), |file| {
        let mut out = BufWriter::with_capacity(1 << 16, file);
        fill(&mut out)?;
        out.flush()
    })
}

/// The same where other programs may write the same place: the temporary file is named after
/// this run as well.
pub(super) fn write_own(path: &Path, bytes: &[u8], n: usize) -> io::Result<()> {
    let run = std::process::id();
    replace(path, bytes, &path.with_file_name(format!(".dacsan-{run}-{n}.tmp")))
}

fn replace(path: &Path, bytes: &[u8], temporary: &Path) -> io::Result<()> {
    replace_with(path, temporary, |mut file| file.write_all(bytes))
}

fn replace_with(
    path: &Path,
    temporary: &Path,
    fill: impl FnOnce(File) -> io::Result<()>,
) -> io::Result<()> {
    let written = create(temporary).and_then(fill).and_then(|()| fs::rename(temporary, path));
    if written.is_err() {
        // The first error is the one to tell; what stays is swept by the next build.
        drop(fs::remove_file(temporary));
    }
    written
}

/// Only a killed build can have left a file of this name: the folder is locked.
fn create(temporary: &Path) -> io::Result<File> {
    match File::create_new(temporary) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(temporary)?;
            File::create_new(temporary)
        }
        created => created,
    }
}

/// Whether a file name is one that [`write`] gives.
pub(super) fn is_temporary(name: &str) -> bool {
    let number = name.strip_prefix(".dacsan-").and_then(|rest| rest.strip_suffix(".tmp"));
    number.is_some_and(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_leftovers_are_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.html");
        write(&path, b"first and longer", 7).unwrap();
        drop(File::create(dir.path().join(".dacsan-7.tmp")).unwrap());
        write(&path, b"second", 7).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_in_the_way_is_an_error_and_nothing_is_left() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("a.html/b")).unwrap();
        assert!(write(&dir.path().join("a.html"), b"x", 0).is_err());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn only_our_names_are_temporary() {
        for (name, want) in [
            (".dacsan-0.tmp", true),
            (".dacsan-1234.tmp", true),
            (".dacsan-.tmp", false),
            (".dacsan-1a.tmp", false),
            (".dacsan-1.tmp~", false),
            ("dacsan-1.tmp", false),
        ] {
            assert_eq!(is_temporary(name), want, "{name}");
        }
    }
}
