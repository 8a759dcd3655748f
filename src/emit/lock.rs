//! The lock of an output folder: one build at a time.
//!
//! `.dacsan/lock` is locked by the system for as long as the build lives, so a
//! killed build leaves nothing to clear by hand. Never waits: the second build
//! says that another one is running. A file system without locks (some network
//! drives) is let through, because otherwise nobody could build there.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use super::PRIVATE;
use crate::model::failure::Failure;

/// The lock; it ends with the value.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

/// Takes the lock of the output folder, or says who holds it.
pub(super) fn take(out: &Path) -> Result<Lock, Failure> {
    let folder = out.join(PRIVATE);
    make_private(&folder)?;
    let path = folder.join("lock");
    let refused = |error: &io::Error| {
        Failure::io("không khoá được thư mục", "cannot lock the folder", &path, error)
    };
    let opened = File::options().create(true).write(true).truncate(false).open(&path);
    let file = opened.map_err(|error| refused(&error))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(taken(out)),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
            Ok(Lock { _file: file })
        }
        Err(TryLockError::Error(error)) => Err(refused(&error)),
    }
}

fn make_private(folder: &Path) -> Result<(), Failure> {
    match fs::create_dir(folder) {
        Ok(()) => Ok(()),
        // A link here would let the manifest be written anywhere.
        Err(_) if fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir()) => Ok(()),
        Err(error) => {
            Err(Failure::io("không tạo được thư mục", "cannot make the folder", folder, &error))
        }
    }
}

fn taken(out: &Path) -> Failure {
    Failure::machine(
        "một lần dựng khác đang ghi vào thư mục này",
        "another build is writing to this folder",
    )
    .at(out)
    .hint(
        "chờ lần dựng kia xong, hoặc ghi vào thư mục khác bằng --out",
        "wait until that build ends, or write to another folder with --out",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_lock_is_refused_until_the_first_ends() {
        let dir = tempfile::tempdir().unwrap();
        let first = take(dir.path()).unwrap();
        let failure = take(dir.path()).unwrap_err();
        assert_eq!(failure.what.en, "another build is writing to this folder");
        assert_eq!(failure.path.as_deref(), Some(dir.path()));
        drop(first);
        assert!(take(dir.path()).is_ok());
    }

    #[test]
    fn something_else_in_place_of_our_folder_is_named() {
        let dir = tempfile::tempdir().unwrap();
        drop(File::create(dir.path().join(PRIVATE)).unwrap());
        let failure = take(dir.path()).unwrap_err();
        assert_eq!(failure.path, Some(dir.path().join(PRIVATE)));
        assert_eq!(failure.hints.len(), 1);
    }
}
