//! `init`: a new small catalogue, complete enough to be built at once.
//!
//! The files are compiled into the binary, so it works without a copy of the
//! project: settings with a comment on each, three made-up products of three
//! groups, two producers, a page, a README. All of it is plainly fictional
//! ("Ví Dụ", 0900 000 001), so that nobody publishes it by mistake.
//!
//! Never overwrites: a folder that holds anything but `.git` is refused, and
//! every file is created anew or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use crate::model::failure::Failure;

/// Names of files that are shown when a folder is refused.
const SHOWN: usize = 8;

/// Paths and texts of the new catalogue.
pub const FILES: &[(&str, &str)] = &[
    (".gitignore", include_str!("sample/gitignore")),
    ("README.md", include_str!("sample/README.md")),
    ("content/catalogue.yaml", include_str!("sample/catalogue.yaml")),
    ("content/pages/gioi-thieu.en.md", include_str!("sample/gioi-thieu.en.md")),
    ("content/pages/gioi-thieu.md", include_str!("sample/gioi-thieu.md")),
    ("content/producers/co-so-may-tre-minh-hoa.yaml", include_str!("sample/co-so.yaml")),
    ("content/producers/hop-tac-xa-vi-du.md", include_str!("sample/hop-tac-xa.md")),
    ("content/products/dong-thap/hat-sen-say-vi-du.md", include_str!("sample/hat-sen.md")),
    ("content/products/dong-thap/nuoc-sen-vi-du.md", include_str!("sample/nuoc-sen.md")),
    ("content/products/ha-noi/gio-may-minh-hoa.md", include_str!("sample/gio-may.md")),
];

/// Writes the new catalogue into `dir`, which is made if need be.
///
/// Returns the paths written, relative to `dir`. Fails without writing
/// anything when the folder already holds files.
pub fn init(dir: &Path) -> Result<Vec<&'static str>, Failure> {
    refuse_full(dir)?;
    let mut written = Vec::with_capacity(FILES.len());
    for (path, text) in FILES {
        let file = dir.join(path);
        let folder = file.parent().unwrap_or(dir);
        fs::create_dir_all(folder).map_err(|error| {
            Failure::io("không tạo được thư mục", "cannot make the folder", folder, &error)
        })?;
        create(&file, text).map_err(|error| {
            Failure::io("không ghi được tệp", "cannot write the file", &file, &error)
        })?;
        written.push(*path);
    }
    Ok(written)
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

fn refuse_full(dir: &Path) -> Result<(), Failure> {
    let cannot_read = |error: &io::Error| {
        Failure::io("không đọc được thư mục", "cannot read the folder", dir, error)
    };
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(cannot_read(&error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| cannot_read(&error))?.file_name();
        if name != ".git" {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    if names.is_empty() {
        return Ok(());
    }
    names.sort();
    let more = if names.len() > SHOWN { ", …" } else { "" };
    let shown = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    Err(Failure::usage(
        format!("thư mục đã có tệp ({shown}{more}), không ghi đè"),
        format!("the folder already holds files ({shown}{more}); nothing is overwritten"),
    )
    .at(dir)
    .hint("chọn một thư mục mới hoặc còn trống", "choose a new or empty folder"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FILES, init};

    #[test]
    fn a_new_catalogue_is_written_once() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("danh-muc");
        assert_eq!(init(&place).unwrap().len(), FILES.len());
        for (path, text) in FILES {
            assert_eq!(fs::read(place.join(path)).unwrap(), text.as_bytes(), "{path}");
        }
        let again = init(&place).unwrap_err();
        assert_eq!(
            again.what.vi,
            "thư mục đã có tệp (.gitignore, README.md, content), không ghi đè"
        );
    }

    #[test]
    fn a_fresh_repository_counts_as_empty() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join(".git")).unwrap();
        assert!(init(dir.path()).is_ok());
    }

    #[test]
    fn samples_are_in_order_and_clean() {
        assert!(FILES.is_sorted());
        for (path, text) in FILES {
            assert!(text.ends_with('\n') && !text.contains(['\t', '\r']), "{path}");
        }
    }
}
