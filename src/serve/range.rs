//! The `Range` header: which bytes of a file are wanted (RFC 9110, 14.2).
//!
//! One range is answered; a list of several, another unit or a malformed
//! value asks for the whole file, as the standard allows. A range that starts
//! after the end is unsatisfiable. Never reads the file.

/// What a `Range` header asks of a file of known length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// The whole file.
    Whole,
    /// These bytes, both ends included.
    Part {
        /// First byte.
        first: u64,
        /// Last byte.
        last: u64,
    },
    /// Bytes that the file does not have.
    Unsatisfiable,
}

/// Reads a `Range` value against a file of `length` bytes.
///
/// `bytes=0-99` names both ends, `bytes=500-` runs to the end, `bytes=-500` is
/// the last 500 bytes. An end after the file's is cut to it.
pub fn parse(value: &str, length: u64) -> Range {
    let Some(spec) = strip_unit(value.trim()) else {
        return Range::Whole;
    };
    let Some((first, last)) = spec.trim().split_once('-') else {
        return Range::Whole;
    };
    match (number(first), number(last)) {
        (Found::Number(first), Found::Nothing) => part(first, length.saturating_sub(1), length),
        (Found::Number(first), Found::Number(last)) if first <= last => {
            part(first, last, length)
        }
        (Found::Nothing, Found::Number(0)) => Range::Unsatisfiable,
        (Found::Nothing, Found::Number(count)) => {
            part(length.saturating_sub(count), length.saturating_sub(1), length)
        }
        _ => Range::Whole,
    }
}

fn strip_unit(value: &str) -> Option<&str> {
    let (unit, spec) = value.split_once('=')?;
    unit.trim_end().eq_ignore_ascii_case("bytes").then_some(spec)
}

fn part(first: u64, last: u64, length: u64) -> Range {
    if first >= length {
        return Range::Unsatisfiable;
    }
    Range::Part { first, last: last.min(length.saturating_sub(1)) }
}

enum Found {
    Number(u64),
    Nothing,
    Garbage,
}

fn number(text: &str) -> Found {
    let text = text.trim();
    if text.is_empty() {
        return Found::Nothing;
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Found::Garbage;
    }
    // More digits than fit lie past the end of every file.
    Found::Number(text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Range, parse};

    #[track_caller]
    fn part(value: &str, length: u64, first: u64, last: u64) {
        assert_eq!(parse(value, length), Range::Part { first, last }, "{value}");
    }

    #[test]
    fn one_range_is_cut_to_the_file() {
        part("bytes=0-0", 10, 0, 0);
        part("bytes=0-99", 10, 0, 9);
        part("bytes=3-5", 10, 3, 5);
        part("bytes=9-", 10, 9, 9);
        part("bytes=0-", 10, 0, 9);
        part("bytes=-1", 10, 9, 9);
        part("bytes=-99", 10, 0, 9);
        part(" Bytes = 1 - 2 ", 10, 1, 2);
        part("bytes=2-99999999999999999999999", 10, 2, 9);
    }

    #[test]
    fn bytes_past_the_end_are_unsatisfiable() {
        for (value, length) in [
            ("bytes=10-", 10),
            ("bytes=10-20", 10),
            ("bytes=-0", 10),
            ("bytes=0-", 0),
            ("bytes=-5", 0),
            ("bytes=99999999999999999999999-", 10),
        ] {
            assert_eq!(parse(value, length), Range::Unsatisfiable, "{value}");
        }
    }

    #[test]
    fn anything_else_means_the_whole_file() {
        for value in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=5-3",
            "bytes=0-1,3-4",
            "items=0-1",
            "bytes=a-b",
            "bytes=1--2",
            "bytes=+1-2",
            "bytes=0x1-2",
        ] {
            assert_eq!(parse(value, 10), Range::Whole, "{value}");
        }
    }
}
