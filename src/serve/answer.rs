//! The answer: what to send for a request that the gate let in.
//!
//! Finds the file below the folder, follows links only while they stay within
//! it, and decides between the whole file, a part of it, "not modified", a
//! redirect to the address with a slash, and the site's own page for a missing
//! address. Reads file facts and opens the file; never writes, never sends.

use std::fs::{self, File, Metadata};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::serve::Maker;
use crate::serve::gate::{self, Ask, Method};
use crate::serve::mime;
use crate::serve::range::{self, Range};
use crate::serve::target::{self, Target};

/// Bytes to send.
#[derive(Debug)]
pub enum Body {
    /// A few words of our own.
    Words(String),
    /// Bytes made for the request.
    Bytes(Vec<u8>),
    /// A stretch of a file.
    Stretch {
        /// The open file.
        file: File,
        /// First byte.
        first: u64,
        /// How many.
        length: u64,
    },
}

/// What to send.
#[derive(Debug)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Header fields beside those that every answer carries.
    pub fields: Vec<(&'static str, String)>,
    /// The bytes; a `HEAD` sends their length alone.
    pub body: Body,
}

impl Answer {
    /// A status with a line of plain text.
    pub fn words(status: u16, words: &str) -> Self {
        Self {
            status,
            fields: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
            body: Body::Words(format!("{words}\n")),
        }
    }

    /// Bytes that were made for the request.
    pub fn made(kind: &str, bytes: Vec<u8>) -> Self {
        let fields = vec![("Content-Type", kind.to_owned())];
        Self { status: 200, fields, body: Body::Bytes(bytes) }
    }

    /// The same with another field.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.fields.push((name, value.to_owned()));
        self
    }

    /// The refusal of the gate in words.
    pub fn refused(refusal: gate::Refusal) -> Self {
        match refusal {
            gate::Refusal::Method => {
                Self::words(405, "chỉ nhận GET và HEAD / GET and HEAD only")
                    .with("Allow", "GET, HEAD")
            }
            gate::Refusal::Body => Self::words(400, "không nhận phần thân / no request bodies"),
            gate::Refusal::NoHost => {
                Self::words(400, "cần đúng một Host / exactly one Host wanted")
            }
            gate::Refusal::WrongHost => {
                Self::words(421, "tên máy này không ở đây / that host is not served here")
            }
        }
    }
}

/// A file that may be sent.
struct Found {
    path: PathBuf,
    facts: Metadata,
}

/// Answers one request from the folder; `folder` is canonical. What is not there
/// is asked of the maker.
pub fn answer(folder: &Path, ask: &Ask<'_>, maker: Option<&Maker<'_>>) -> Answer {
    let target = match target::parse(ask.target) {
        Ok(target) => target,
        Err(target::Refusal::Malformed) => {
            return Answer::words(400, "địa chỉ không đọc được / malformed address");
        }
        Err(target::Refusal::TooLong) => {
            return Answer::words(414, "địa chỉ quá dài / address too long");
        }
        Err(target::Refusal::Hidden) => return missing(folder, ""),
    };
    match find(folder, &target) {
        Place::File(found) => {
            send(&found, ask).unwrap_or_else(|| missing(folder, &target.path))
        }
        Place::FolderWithoutSlash => {
            Answer::words(301, "xem địa chỉ có gạch chéo cuối / see the address with a slash")
                .with("Location", &target.with_slash())
        }
        Place::Nowhere => match maker.and_then(|make| make(&target.path)) {
            Some(bytes) => Answer::made(mime::of(&target.path), bytes),
            None => missing(folder, &target.path),
        },
    }
}

/// The text of the page at an address; `None` where no page answers.
pub fn page(folder: &Path, address: &str) -> Option<String> {
    let target = target::parse(address).ok()?;
    let Place::File(found) = find(folder, &target) else { return None };
    let kind = mime::of(&found.path.to_string_lossy());
    let read = || String::from_utf8(fs::read(&found.path).ok()?).ok();
    kind.starts_with("text/html").then(read).flatten()
}

enum Place {
    File(Found),
    FolderWithoutSlash,
    Nowhere,
}

fn find(folder: &Path, target: &Target) -> Place {
    let Some(found) = inside(folder, &target.path) else {
        return Place::Nowhere;
    };
    match (found.facts.is_dir(), target.folder) {
        (true, true) => match inside(folder, &join(&target.path, "index.html")) {
            Some(index) if index.facts.is_file() => Place::File(index),
            _ => Place::Nowhere,
        },
        (true, false) => Place::FolderWithoutSlash,
        (false, false) if found.facts.is_file() => Place::File(found),
        (false, _) => Place::Nowhere,
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

/// What lies at `path`, unless a link on the way leaves the folder or shows a hidden name.
fn inside(folder: &Path, path: &str) -> Option<Found> {
    let resolved = fs::canonicalize(folder.join(path)).ok()?;
    let below = resolved.strip_prefix(folder).ok()?;
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    if below.iter().any(hidden) {
        return None;
    }
    let facts = fs::metadata(&resolved).ok()?;
    Some(Found { path: resolved, facts })
}

/// The site's own page for a missing address, in the language of the address.
fn missing(folder: &Path, path: &str) -> Answer {
    let english = path == "en" || path.starts_with("en/");
    let pages: &[&str] = if english { &["en/404.html", "404.html"] } else { &["404.html"] };
    for page in pages {
        let Some(found) = inside(folder, page).filter(|found| found.facts.is_file()) else {
            continue;
        };
        let Ok(file) = File::open(&found.path) else { continue };
        return Answer {
            status: 404,
            fields: vec![("Content-Type", mime::of(page).to_owned())],
            body: Body::Stretch { file, first: 0, length: found.facts.len() },
        };
    }
    Answer::words(404, "không có trang này / no such page")
}

/// `None` when the file cannot be opened after all.
fn send(found: &Found, ask: &Ask<'_>) -> Option<Answer> {
    let length = found.facts.len();
    let tag = tag(&found.facts);
    if ask.field("If-None-Match").is_some_and(|list| names(list, &tag)) {
        let unchanged =
            Answer { status: 304, fields: Vec::new(), body: Body::Words(String::new()) };
        return Some(unchanged.with("ETag", &tag));
    }
    let (status, first, count, extent) = match wanted(ask, &tag, length) {
        Range::Whole => (200, 0, length, None),
        Range::Part { first, last } => {
            let count = last.saturating_sub(first).saturating_add(1);
            (206, first, count, Some(format!("bytes {first}-{last}/{length}")))
        }
        Range::Unsatisfiable => {
            let refused = Answer::words(416, "ngoài khoảng của tệp / outside the file");
            return Some(refused.with("Content-Range", &format!("bytes */{length}")));
        }
    };
    let file = File::open(&found.path).ok()?;
    let kind = mime::of(&found.path.to_string_lossy());
    let mut fields = vec![("Content-Type", kind.to_owned()), ("ETag", tag)];
    fields.push(("Accept-Ranges", "bytes".to_owned()));
    fields.extend(extent.map(|extent| ("Content-Range", extent)));
    Some(Answer { status, fields, body: Body::Stretch { file, first, length: count } })
}

fn wanted(ask: &Ask<'_>, tag: &str, length: u64) -> Range {
    let same = ask.field("If-Range").is_none_or(|known| known.trim() == tag);
    match ask.field("Range") {
        Some(value) if same && ask.method == Method::Get => range::parse(value, length),
        _ => Range::Whole,
    }
}

/// Tag of a file's state: its size and the time of its last change.
fn tag(facts: &Metadata) -> String {
    let changed = facts.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let changed = changed.map_or(0, |since| since.as_nanos());
    format!("\"{:x}-{changed:x}\"", facts.len())
}

/// Whether a list of tags holds this one; `W/` makes no difference here.
fn names(list: &str, tag: &str) -> bool {
    list.split(',')
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_list_of_tags_is_compared_weakly() {
        for (list, want) in [
            ("\"5-a\"", true),
            ("W/\"5-a\"", true),
            ("\"x\", \"5-a\"", true),
            ("*", true),
            ("\"5-ab\"", false),
            ("5-a", false),
            ("", false),
        ] {
            assert_eq!(names(list, "\"5-a\""), want, "{list}");
        }
    }
}
