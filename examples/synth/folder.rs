//! Writing the made-up files, and the templates of the peers beside them.
//!
//! Never writes into a folder that holds anything.

use std::fs;
use std::path::{Path, PathBuf};

/// Paths below the site's folder, and what stands in each file.
pub(crate) type Files = Vec<(String, String)>;

/// The project, where the templates and the theme lie.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// Refuses a folder that holds anything.
pub(crate) fn demand_empty(out: &Path) -> Result<(), String> {
    let Ok(mut entries) = fs::read_dir(out) else { return Ok(()) };
    if entries.next().is_some() {
        return Err(format!("{} is not empty", out.display()));
    }
    Ok(())
}

/// Writes every file, with the folders that it wants.
pub(crate) fn write(out: &Path, files: &Files) -> Result<(), String> {
    let mut made = PathBuf::new();
    for (path, text) in files {
        let path = out.join(path);
        let folder = path.parent().unwrap_or(out);
        if made != folder {
            fs::create_dir_all(folder).map_err(|error| told(folder, &error))?;
            folder.clone_into(&mut made);
        }
        put(&path, text.as_bytes())?;
    }
    Ok(())
}

/// Writes one file into a folder that is there.
pub(crate) fn write_one(path: &Path, bytes: &[u8]) -> Result<(), String> {
    put(path, bytes)
}

#[expect(clippy::disallowed_methods, reason = "made-up content, thrown away after measuring")]
fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| told(path, &error))
}

/// Copies the templates of a peer, and style sheet and icon of the theme.
pub(crate) fn copy_templates(peer: &str, out: &Path) -> Result<(), String> {
    copy(&project().join("benches/peers").join(peer), out)?;
    let statics = out.join("static");
    fs::create_dir_all(&statics).map_err(|error| told(&statics, &error))?;
    for name in ["style.css", "favicon.svg", "site.js"] {
        let own = project().join("themes/ocop/static").join(name);
        put(&statics.join(name), &read(&own)?)?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| told(path, &error))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|error| told(to, &error))?;
    let entries = fs::read_dir(from).map_err(|error| told(from, &error))?;
    for entry in entries.flatten() {
        let (path, into) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &into)?;
        } else {
            put(&into, &read(&path)?)?;
        }
    }
    Ok(())
}
