//! Writes what a plan says.

use std::fs;
use std::io;
use std::path::Path;

use super::{Change, Plan, below};
use crate::emit;
use crate::model::failure::Failure;

/// Byte order mark, which the tree takes off and which stays where it was.
const MARK: &str = "\u{feff}";

/// Writes the files of a plan; fails at the first that cannot be written.
pub fn write(plan: &Plan, root: &Path) -> Result<(), Failure> {
    for (number, change) in plan.files.iter().enumerate() {
        save(change, root, number)?;
    }
    for (number, change) in plan.own.iter().enumerate() {
        save(change, root, number)?;
    }
    Ok(())
}

fn save(change: &Change, root: &Path, number: usize) -> Result<(), Failure> {
    let path = below(root, &change.path);
    let cannot = |error: &io::Error| {
        Failure::io("không ghi được tệp", "cannot write the file", &path, error)
    };
    let now = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(cannot(&error)),
    };
    let marked = now.as_ref().is_some_and(|bytes| bytes.starts_with(MARK.as_bytes()));
    let bare = now.as_deref().map(|bytes| bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes));
    if bare != change.before.as_deref().map(str::as_bytes) {
        return Err(Failure::machine(
            "tệp vừa được người khác sửa, nên không ghi đè",
            "somebody has just changed the file; it is not overwritten",
        )
        .at(&path)
        .hint("chạy lại lệnh nhập", "run the import again"));
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| {
            Failure::io("không tạo được thư mục", "cannot make the folder", folder, &error)
        })?;
    }
    let mut bytes = if marked { MARK.as_bytes().to_vec() } else { Vec::new() };
    bytes.extend_from_slice(change.after.as_bytes());
    emit::replace(&path, &bytes, number).map_err(|error| cannot(&error))
}
