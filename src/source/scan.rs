//! Walks the folders and reads the files.
//!
//! The walk is single (it is bound by the directory calls), reading and
//! hashing run in parallel over the sorted list, so the result never depends
//! on threads. Skipped without a word: names that start with a dot, backup and
//! swap files of editors, leftovers of desktops ([`is_ignored`]). Links are
//! skipped with a finding.
//!
//! Never follows a link, never leaves the two folders.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;
use walkdir::WalkDir;

use super::codes;
use super::glance::Stamp;
use super::{Body, Hash, Limits, SourceFile, Tree};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span};
use crate::model::failure::Failure;

/// The folders that are read, below the root.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Where products lie.
const PRODUCTS: &str = "content/products/";

/// Endings of files that are text; everything else is bytes.
pub(super) const TEXT: [&str; 10] =
    ["yaml", "yml", "md", "html", "css", "js", "svg", "txt", "json", "csv"];

/// Whether a file or folder of this name is passed over in silence: hidden
/// ones, editors' backups and swap files, leftovers of Windows and macOS.
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || name.starts_with("~$")
        || has_ending(name, &["swp", "swo", "bak", "tmp", "orig"])
        || ["thumbs.db", "desktop.ini", "__macosx"]
            .contains(&name.to_ascii_lowercase().as_str())
}

pub(super) fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// A file that the walk met.
pub(super) struct Found {
    pub(super) path: String,
    pub(super) len: u64,
}

/// What the walk met at one path.
pub(super) enum Entry {
    File { len: u64, stamp: Option<Stamp> },
    Link,
    BadName,
    Refused(String),
}

/// A file as read, with its findings.
pub(super) struct Loaded {
    pub(super) file: SourceFile,
    pub(super) findings: Vec<Diagnostic>,
}

pub(super) fn read(
    root: &Path,
    only: Option<&str>,
    limits: Limits,
) -> Result<(Tree, Diagnostics), Failure> {
    if !root.join("content").is_dir() {
        return Err(no_content(root));
    }
    let entries = walk(root, only, limits);
    let entries: Vec<(FileId, (String, Entry))> = (0u32..).map(FileId).zip(entries).collect();
    let loaded: Vec<Loaded> = entries
        .into_par_iter()
        .map(|(id, (path, entry))| load(root, id, path, entry, limits))
        .collect();
    let mut tree = Tree { root: Some(root.to_owned()), ..Tree::default() };
    let mut findings = Diagnostics::new();
    for Loaded { file, findings: own } in loaded {
        tree.files.push(file);
        findings.extend(own);
    }
    judge_paths(&tree.files, &mut findings);
    findings.finish();
    Ok((tree, findings))
}

fn no_content(root: &Path) -> Failure {
    Failure::usage(
        "không thấy thư mục `content` của danh mục",
        "there is no `content` folder of a catalogue",
    )
    .at(root)
    .hint("chỉ chỗ khác bằng --root", "name another place with --root")
    .hint(
        "tạo danh mục mới bằng `dacsan init <thư-mục>`",
        "make one with `dacsan init <folder>`",
    )
}

/// Everything worth a place in the tree, by path.
pub(super) fn walk(root: &Path, only: Option<&str>, limits: Limits) -> BTreeMap<String, Entry> {
    let mut entries = BTreeMap::new();
    for folder in FOLDERS {
        let start = root.join(folder);
        // A theme's folder may be missing: the default theme is compiled in.
        if fs::symlink_metadata(&start).is_err() {
            continue;
        }
        let kept = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !is_ignored(&entry.file_name().to_string_lossy())
        };
        // One level more than allowed, so that too deep a folder is noticed.
        let walk = WalkDir::new(&start).max_depth(limits.depth).follow_links(false);
        for entry in walk.follow_root_links(false).into_iter().filter_entry(kept) {
            match entry {
                Ok(entry) => note(root, &entry, &mut entries),
                Err(error) => {
                    let path = error.path().unwrap_or(&start).to_owned();
                    let cause = error.into_io_error().map(|error| error.to_string());
                    let refused = Entry::Refused(cause.unwrap_or_default());
                    entries.insert(path_below(root, &path).0, refused);
                }
            }
        }
    }
    entries.retain(|path, _| is_wanted(path, only));
    entries
}

/// Whether a path is read: products may be left out but for one folder of them.
pub(super) fn is_wanted(path: &str, only: Option<&str>) -> bool {
    only.is_none_or(|only| !path.starts_with(PRODUCTS) || path.starts_with(only))
}

fn note(root: &Path, entry: &walkdir::DirEntry, entries: &mut BTreeMap<String, Entry>) {
    let (path, is_utf8) = path_below(root, entry.path());
    let kind = entry.file_type();
    let met = if !is_utf8 && !kind.is_dir() {
        Entry::BadName
    } else if kind.is_symlink() {
        Entry::Link
    } else if kind.is_dir() {
        return;
    } else if kind.is_file() {
        match entry.metadata() {
            Ok(metadata) => Entry::File { len: metadata.len(), stamp: Stamp::of(&metadata) },
            Err(error) => Entry::Refused(error.to_string()),
        }
    } else {
        // Opening a pipe or a device would wait for ever.
        not_regular()
    };
    entries.insert(path, met);
}

/// A pipe, a device, a socket.
pub(super) fn not_regular() -> Entry {
    Entry::Refused("not a regular file".to_owned())
}

/// The path below the root with `/`, and whether it is UTF-8 throughout.
fn path_below(root: &Path, path: &Path) -> (String, bool) {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts = below.components().map(|part| part.as_os_str().to_string_lossy());
    let joined = parts.collect::<Vec<_>>().join("/");
    (joined, below.to_str().is_some())
}

pub(super) fn load(
    root: &Path,
    id: FileId,
    path: String,
    entry: Entry,
    limits: Limits,
) -> Loaded {
    let start = Span::start_of(id);
    match entry {
        Entry::Link => unreadable(
            path,
            Diagnostic::new(
                &codes::SYMLINK,
                start,
                "liên kết tượng trưng bị bỏ qua",
                "the symbolic link is passed over",
            )
            .hint("thay liên kết bằng tệp thật", "put the real file in its place"),
        ),
        Entry::BadName => unreadable(
            path,
            Diagnostic::new(
                &codes::PATH_NOT_UTF8,
                start,
                "tên tệp có byte không thuộc UTF-8",
                "the file name has bytes that are not UTF-8",
            )
            .hint("đổi tên tệp", "rename the file"),
        ),
        Entry::Refused(cause) => unreadable(path, refused(id, &cause)),
        Entry::File { len, stamp: _ } => {
            let disk_path = root.join(&path);
            let found = Found { path, len };
            match load_file(&disk_path, id, &found, limits) {
                Ok(loaded) => loaded,
                Err(error) => unreadable(found.path, refused(id, &error.to_string())),
            }
        }
    }
}

fn load_file(disk: &Path, id: FileId, found: &Found, limits: Limits) -> io::Result<Loaded> {
    if has_ending(&found.path, &TEXT) {
        // A file may have grown since the walk: one byte more than allowed is enough to know.
        let mut bytes = Vec::new();
        fs::File::open(disk)?
            .take(limits.text_bytes.saturating_add(1))
            .read_to_end(&mut bytes)?;
        return Ok(load_bytes(id, found, bytes, limits));
    }
    if found.len > limits.binary_bytes {
        return Ok(unreadable(
            found.path.clone(),
            too_large(id, found.len, limits.binary_bytes),
        ));
    }
    let hash = Hash::of_reader(fs::File::open(disk)?)?;
    let body = Body::Binary { len: found.len };
    let file = SourceFile { path: found.path.clone(), body, hash };
    Ok(Loaded { file, findings: Vec::new() })
}

/// Judges bytes that are at hand.
pub(super) fn load_bytes(id: FileId, found: &Found, bytes: Vec<u8>, limits: Limits) -> Loaded {
    let path = found.path.clone();
    let hash = Hash::of(&bytes);
    let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let is_text = has_ending(&path, &TEXT);
    let limit = if is_text { limits.text_bytes } else { limits.binary_bytes };
    if len > limit {
        return unreadable(path, too_large(id, found.len.max(len), limit));
    }
    if !is_text {
        let file = SourceFile { path, body: Body::Binary { len }, hash };
        return Loaded { file, findings: Vec::new() };
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            return unreadable(path, not_utf8(id, error.as_bytes(), at));
        }
    };
    let Some(bare) = text.strip_prefix('\u{feff}') else {
        let file = SourceFile { path, body: Body::Text(text.into()), hash };
        return Loaded { file, findings: Vec::new() };
    };
    let file = SourceFile { path, body: Body::Text(bare.into()), hash };
    let finding = Diagnostic::new(
        &codes::BYTE_ORDER_MARK,
        Span::start_of(id),
        "tệp bắt đầu bằng dấu BOM (EF BB BF)",
        "the file starts with a byte order mark (EF BB BF)",
    )
    .hint("lưu lại với mã hoá “UTF-8”, không kèm BOM", "save as \"UTF-8\" without BOM");
    Loaded { file, findings: vec![finding] }
}

fn unreadable(path: String, finding: Diagnostic) -> Loaded {
    let file = SourceFile { path, body: Body::Unreadable, hash: Hash::of(b"") };
    Loaded { file, findings: vec![finding] }
}

fn refused(id: FileId, cause: &str) -> Diagnostic {
    Diagnostic::new(
        &codes::FILE_UNREADABLE,
        Span::start_of(id),
        format!("không đọc được: {cause}"),
        format!("cannot be read: {cause}"),
    )
    .hint("kiểm tra quyền truy cập và ổ đĩa", "check the permissions and the disk")
}

fn too_large(id: FileId, len: u64, limit: u64) -> Diagnostic {
    let (kb, limit_kb) = (len.div_ceil(1024), limit / 1024);
    Diagnostic::new(
        &codes::FILE_TOO_LARGE,
        Span::start_of(id),
        format!("tệp nặng {kb} KB, nhiều nhất là {limit_kb} KB"),
        format!("the file has {kb} KB, the most is {limit_kb} KB"),
    )
    .hint("để ảnh thành tệp riêng", "keep pictures as files of their own")
}

fn not_utf8(id: FileId, bytes: &[u8], at: usize) -> Diagnostic {
    let bad = bytes.get(at).copied().unwrap_or_default();
    let before = bytes.get(..at).unwrap_or_default();
    let line = before.split(|&byte| byte == b'\n').count();
    let span = Span::new(id, at, at.saturating_add(1));
    let finding = Diagnostic::new(
        &codes::NOT_UTF8,
        span,
        format!("cần mã hoá UTF-8, gặp byte `{bad:02X}` ở dòng {line}"),
        format!("expected UTF-8, found byte `{bad:02X}` in line {line}"),
    );
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return finding.hint(
            "tệp theo mã UTF-16: mở ra và lưu lại với mã hoá UTF-8",
            "the file is UTF-16: open it and save it as UTF-8",
        );
    }
    finding.hint("mở tệp ra và lưu lại với mã hoá UTF-8", "open the file and save it as UTF-8")
}

/// Finds paths that would be one on Windows or macOS.
pub(super) fn judge_paths(files: &[SourceFile], findings: &mut Diagnostics) {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    for (id, file) in (0u32..).map(FileId).zip(files) {
        let key = file.path.to_lowercase().nfc().collect();
        let Some(earlier) = first.get(&key) else {
            first.insert(key, &file.path);
            continue;
        };
        findings.push(
            Diagnostic::new(
                &codes::PATH_COLLISION,
                Span::start_of(id),
                format!("trên Windows và macOS, tệp này trùng với `{earlier}`"),
                format!("on Windows and macOS this is the same file as `{earlier}`"),
            )
            .hint("đổi tên một trong hai tệp", "rename one of the two"),
        );
    }
}
