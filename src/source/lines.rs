//! From a byte of a text to its line and column.
//!
//! Lines end with LF or CRLF; both count from 1, columns in characters.
//! Building the index reads the text once; each question is a binary search
//! and a walk along one line.
//!
//! Never fails: a byte beyond the end is the end, one inside a letter its start.

/// Index of the lines of a text.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    /// First byte of every line; the first is 0.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Indexes the lines of a text.
    pub fn new(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at.saturating_add(1));
        Self { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// Line and column of a byte, from 1; the column counts characters.
    pub fn line_col(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|&start| start <= byte);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        (line, before.chars().count().saturating_add(1))
    }

    /// The text of a line (from 1) without its line break; empty beyond the end.
    pub fn line(&self, line: usize) -> &'a str {
        let at = |index: usize| self.starts.get(index).copied();
        let Some(start) = line.checked_sub(1).and_then(at) else { return "" };
        let rest = self.text.get(start..).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "tên: Chè\r\n\nĐắk Lắk\n";
        let lines = Lines::new(text);
        let at = |needle: &str| lines.line_col(text.find(needle).expect("in the text"));
        assert_eq!(at("tên"), (1, 1));
        assert_eq!(at("Chè"), (1, 6));
        assert_eq!(at("Lắk"), (3, 5));
        assert_eq!(lines.line_col(text.find("ắ").expect("in the text") + 1), (3, 2));
        assert_eq!(lines.line_col(9999), (4, 1));
        assert_eq!(lines.line(1), "tên: Chè");
        assert_eq!(
            (lines.line(2), lines.line(4), lines.line(0), lines.line(9)),
            ("", "", "", "")
        );
        assert_eq!(Lines::new("").line_col(0), (1, 1));
    }
}
