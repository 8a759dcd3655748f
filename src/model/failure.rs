//! Failures: what the machine or the command line does not allow.
//!
//! A failure ends the run (exit code 2), unlike a finding about content. It
//! says in both languages what could not be done, where, the system's own
//! words for why, and what would help. [`Failure::io`] knows the usual
//! reasons of a disk and adds a hint for each.
//!
//! Never printed here: the command line does that.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::diag::suggest;
use crate::text::lang::{Lang, Text};

/// What sort of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// The command was not understood or does not fit the folder.
    Usage,
    /// Disk, port, memory.
    Machine,
    /// The user stopped the run.
    Interrupted,
}

/// Why the run cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What sort it is.
    pub kind: FailureKind,
    /// What could not be done: lower case, no full stop.
    pub what: Text,
    /// The file or folder concerned.
    pub path: Option<PathBuf>,
    /// The cause in the system's words.
    pub source: Option<Box<str>>,
    /// What would help, one action each.
    pub hints: Vec<Text>,
}

/// The outcome of work that the machine may refuse.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure of any kind.
    pub fn new(kind: FailureKind, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { kind, what: Text::new(vi, en), path: None, source: None, hints: Vec::new() }
    }

    /// The user stopped the run.
    pub fn stopped() -> Self {
        Self::new(
            FailureKind::Interrupted,
            "đã dừng theo yêu cầu; các trang đã ghi đều trọn vẹn",
            "stopped as asked; the pages written so far are whole",
        )
        .hint("chạy lại để ghi nốt phần còn lại", "run again to write the rest")
    }

    /// That failure where somebody wants the run to stop.
    pub fn unless_stopped(stop: &AtomicBool) -> Result<()> {
        if stop.load(Ordering::Relaxed) { Err(Self::stopped()) } else { Ok(()) }
    }

    /// The command does not fit.
    pub fn usage(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(FailureKind::Usage, vi, en)
    }

    /// The machine does not allow it.
    pub fn machine(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(FailureKind::Machine, vi, en)
    }

    /// The system refused an operation on `path`; adds a hint for the usual reasons.
    pub fn io(
        vi: impl Into<String>,
        en: impl Into<String>,
        path: impl Into<PathBuf>,
        error: &io::Error,
    ) -> Self {
        let failure = Self::machine(vi, en).at(path).caused_by(error);
        let Some((vi, en)) = hint_for(error.kind()) else { return failure };
        failure.hint(vi, en)
    }

    /// A part of the program was left out when it was built.
    pub fn left_out(vi: &str, en: &str, feature: &str) -> Self {
        Self::usage(
            format!("chương trình này được biên dịch không kèm {vi}"),
            format!("this program was built without {en}"),
        )
        .hint(
            format!("biên dịch lại: cargo install --path . --features {feature}"),
            format!("build it again: cargo install --path . --features {feature}"),
        )
    }

    /// Names the file or folder concerned.
    #[must_use]
    pub fn at(mut self, path: impl Into<PathBuf>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Keeps the cause in its own words.
    #[must_use]
    pub fn caused_by(mut self, cause: &dyn fmt::Display) -> Self {
        self.source = Some(cause.to_string().into());
        self
    }

    /// Adds an action that would help.
    #[must_use]
    pub fn hint(mut self, vi: impl Into<String>, en: impl Into<String>) -> Self {
        self.hints.push(Text::new(vi, en));
        self
    }

    /// Adds what may have been meant instead, where anything is near.
    #[must_use]
    pub fn did_you_mean(mut self, near: Option<&str>) -> Self {
        self.hints.extend(near.map(suggest::did_you_mean));
        self
    }

    /// The failure as lines to print: what, cause, hints; each ends with a line break.
    pub fn render(&self, lang: Lang) -> String {
        let word = |vi, en| lang.pick((vi, en));
        let place = self.path.as_deref().map_or_else(String::new, |path| {
            let shown = if path.as_os_str().is_empty() { Path::new(".") } else { path };
            format!(": {}", shown.display())
        });
        let mut out = format!("{}: {}{place}\n", word("lỗi", "error"), self.what.get(lang));
        if let Some(source) = &self.source {
            out.push_str(&format_line(word("nguyên nhân", "caused by"), source));
        }
        for hint in &self.hints {
            out.push_str(&format_line(word("gợi ý", "hint"), hint.get(lang)));
        }
        out
    }
}

fn format_line(word: &str, text: &str) -> String {
    format!("  {word}: {text}\n")
}

fn hint_for(kind: io::ErrorKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        io::ErrorKind::PermissionDenied => (
            "kiểm tra quyền đọc, ghi của thư mục, hoặc chọn thư mục khác bằng --out",
            "check the folder's permissions, or choose another folder with --out",
        ),
        io::ErrorKind::ReadOnlyFilesystem => (
            "ổ đĩa chỉ cho đọc: chọn thư mục khác bằng --out",
            "the disk is read-only: choose another folder with --out",
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
            "đĩa đã đầy: giải phóng chỗ trống rồi chạy lại",
            "the disk is full: free some space and run again",
        ),
        io::ErrorKind::NotFound => ("kiểm tra lại đường dẫn", "check the path"),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => (
            "một tệp đang nằm ở chỗ của thư mục: đổi tên hoặc xoá tệp đó",
            "a file stands where a folder is needed: rename or delete it",
        ),
        io::ErrorKind::IsADirectory => (
            "một thư mục đang nằm ở chỗ của tệp: đổi tên hoặc xoá thư mục đó",
            "a folder stands where a file is needed: rename or delete it",
        ),
        io::ErrorKind::InvalidFilename => (
            "tên quá dài hoặc có ký tự hệ thống không nhận: đặt tên ngắn hơn",
            "the name is too long or has characters the system refuses: shorten it",
        ),
        _ => return None,
    })
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.render(Lang::default()).trim_end())
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_why_and_what_helps() {
        let refused = io::Error::new(io::ErrorKind::PermissionDenied, "permission denied");
        let failure = Failure::io(
            "không ghi được tệp",
            "cannot write the file",
            "public/a.html",
            &refused,
        );
        assert_eq!(
            failure.render(Lang::Vi),
            "lỗi: không ghi được tệp: public/a.html\n  nguyên nhân: permission denied\n  \
             gợi ý: kiểm tra quyền đọc, ghi của thư mục, hoặc chọn thư mục khác bằng --out\n"
        );
        assert!(failure.render(Lang::En).starts_with("error: cannot write the file: public/a"));
    }
}
