//! Places in the files that were read.
//!
//! A [`Span`] is a range of bytes in the text of one file, as the tree hands
//! that text out (a byte order mark at its start is already off and counts
//! nothing). Lines and columns are worked out only when a finding is printed.
//!
//! Never holds text itself, so spans are `Copy` and cost 12 bytes.

/// Handle of a file of the tree. Handles are given in the order of paths, so
/// sorting by handle is sorting by path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// A range of bytes in a file: `start` included, `end` not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// Byte after the last; equal to `start` for a mere point.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to `end`. Offsets beyond 4 GB are clamped (the
    /// tree refuses text files far smaller than that).
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: offset(start), end: offset(end.max(start)) }
    }

    /// The start of a file: for findings about the file as a whole.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The smallest span that holds both; `other` in another file is ignored.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        if self.file != other.file {
            return self;
        }
        Self {
            file: self.file,
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The bytes as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        let offset = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        offset(self.start)..offset(self.end)
    }
}

/// A value with the place where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }

    /// The same place with the value borrowed.
    pub fn as_ref(&self) -> Spanned<&T> {
        Spanned { value: &self.value, span: self.span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_join_only_within_a_file() {
        let first = Span::new(FileId(1), 4, 9);
        assert_eq!(first.to(Span::new(FileId(1), 0, 5)), Span::new(FileId(1), 0, 9));
        assert_eq!(first.to(Span::new(FileId(2), 0, 5)), first);
        assert_eq!(Span::new(FileId(1), 9, 4).range(), 9..9);
    }

    #[test]
    fn spanned_keeps_its_place() {
        let span = Span::new(FileId(0), 2, 3);
        assert_eq!(Spanned::new("5", span).map(str::len), Spanned::new(1, span));
    }
}
