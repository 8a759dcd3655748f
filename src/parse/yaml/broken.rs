//! Words for what the YAML parser does not understand.
//!
//! The parser says where it gave up; an editor wants to know what to change.
//! The usual slips (a colon in a value, no space after the colon, quotes,
//! brackets, indentation) each get their own words and place.

use granit_parser::{ErrorKind, ScanError};

use super::{Source, refused_mark};
use crate::diag::{Code, Diagnostic};
use crate::parse::codes::yaml::{
    YAML_BRACKET, YAML_COLON, YAML_INDENT, YAML_QUOTE, YAML_SYNTAX, YAML_TAB, YAML_TOO_DEEP,
};

/// The finding for an error of the parser.
pub(super) fn explain(source: Source<'_>, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(source.text.len());
    let at = source.text.floor_char_boundary(at);
    match error.kind() {
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::InvalidMappingValueWhitespace => colon(source, at),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => keyless(source, at),
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => {
            refused_mark(source, "*", at)
        }
        ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::MissingTagUri => refused_mark(source, "!", at),
        ErrorKind::RecursionLimitExceeded => {
            at_line(source, at, &YAML_TOO_DEEP, "quá nhiều cấp lồng nhau", "too many levels")
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => at_line(
            source,
            at,
            &YAML_TAB,
            "cần dấu cách, gặp dấu tab",
            "expected spaces, found a tab",
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::BlockEntryInFlowCollection => bracket(source, at),
        ErrorKind::UnexpectedCharacter { character } => sign(source, at, *character),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::ExpectedNodeContent => at_line(
            source,
            at,
            &YAML_INDENT,
            "thụt đầu dòng không khớp với các dòng trên",
            "indentation does not fit the lines above",
        )
        .hint(
            "các mục cùng cấp thụt vào cùng số dấu cách",
            "keys of one level stand at the same number of spaces",
        ),
        kind if is_about_quotes(kind) => quote(source, at, kind),
        kind => {
            let said = kind.to_string();
            at_line(source, at, &YAML_SYNTAX, &format!("YAML không đọc được ({said})"), &said)
        }
    }
}

fn is_about_quotes(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::InvalidTrailingSingleQuotedScalar
            | ErrorKind::InvalidTrailingDoubleQuotedScalar
            | ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::DocumentIndicatorInQuotedScalar
    )
}

/// The line around a byte: where it starts, and its text without the line break.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |found| found.saturating_add(1));
    let rest = text.get(start..).unwrap_or_default();
    (start, rest.split(['\n', '\r']).next().unwrap_or_default())
}

fn at_line(
    source: Source<'_>,
    at: usize,
    code: &'static Code,
    vi: &str,
    en: &str,
) -> Diagnostic {
    // Errors at the end of the text are about the last line that says something.
    let said = source.text.get(..at).unwrap_or_default().trim_end().len();
    let (start, line) = match line_at(source.text, at) {
        (_, line) if line.trim().is_empty() => line_at(source.text, said),
        found => found,
    };
    let indent = line.len().saturating_sub(line.trim_start().len());
    let from = start.saturating_add(indent);
    let to = start.saturating_add(line.trim_end().len());
    Diagnostic::new(code, source.span(from, to), vi, en)
}

/// A colon where none may be: within a value, or after a line without its space.
fn colon(source: Source<'_>, at: usize) -> Diagnostic {
    let (start, line) = line_at(source.text, at);
    let before = source.text.get(start..at).unwrap_or_default();
    if let Some((key, _)) = before.split_once(": ") {
        let value = start.saturating_add(key.len()).saturating_add(2);
        let text = source.text.get(value..start.saturating_add(line.len())).unwrap_or_default();
        let text = text.trim_end();
        let lead = text.len().saturating_sub(text.trim_start().len());
        let (value, text) = (value.saturating_add(lead), text.trim_start());
        let key = key.trim().trim_start_matches("- ");
        // Within single quotes only the quote itself must be doubled.
        let quoted = text.replace('\'', "''");
        return Diagnostic::new(
            &YAML_COLON,
            source.span(value, value.saturating_add(text.len())),
            "giá trị có dấu hai chấm cần nằm giữa hai dấu nháy",
            "a value with a colon must stand in quotes",
        )
        .hint(format!("viết `{key}: '{quoted}'`"), format!("write `{key}: '{quoted}'`"));
    }
    if let Some(found) = spaceless(source, start) {
        return found;
    }
    at_line(
        source,
        at,
        &YAML_INDENT,
        "dòng này thụt vào nhiều hơn các mục cùng cấp",
        "the line stands further in than the keys of its level",
    )
    .hint(
        "các mục cùng cấp thụt vào cùng số dấu cách",
        "keys of one level stand at the same number of spaces",
    )
}

/// The line above, where its colon has no space after it (`stars:4`).
fn spaceless(source: Source<'_>, start: usize) -> Option<Diagnostic> {
    let above = start.checked_sub(1)?;
    let (start, line) = line_at(source.text, above);
    let (key, value) = line.split_once(':')?;
    let is_key = |text: &str| !text.trim().is_empty() && !text.contains([' ', '"', '\'', '#']);
    if value.starts_with([' ', '/']) || value.trim().is_empty() || !is_key(key.trim()) {
        return None;
    }
    Some(missing_space(source, start, line.trim_end(), key.trim(), value.trim()))
}

fn missing_space(
    source: Source<'_>,
    start: usize,
    line: &str,
    key: &str,
    value: &str,
) -> Diagnostic {
    let indent = line.len().saturating_sub(line.trim_start().len());
    let span = source.span(start.saturating_add(indent), start.saturating_add(line.len()));
    Diagnostic::new(
        &YAML_SYNTAX,
        span,
        "cần dấu cách sau dấu hai chấm",
        "expected a space after the colon",
    )
    .hint(format!("viết `{key}: {value}`"), format!("write `{key}: {value}`"))
}

/// A line that is no `key: value`.
fn keyless(source: Source<'_>, at: usize) -> Diagnostic {
    let (start, line) = line_at(source.text, at);
    if let Some((key, value)) = line.split_once(':')
        && !key.trim().contains(' ')
        && !value.starts_with(' ')
        && !value.trim().is_empty()
    {
        return missing_space(source, start, line.trim_end(), key.trim(), value.trim());
    }
    at_line(
        source,
        at,
        &YAML_SYNTAX,
        "cần `tên mục: giá trị`, gặp dòng không có dấu hai chấm",
        "expected `key: value`, found a line without a colon",
    )
    .hint(
        "văn bản dài hơn một dòng thì thụt các dòng sau vào hai dấu cách",
        "indent the further lines of a longer text by two spaces",
    )
}

fn bracket(source: Source<'_>, at: usize) -> Diagnostic {
    at_line(
        source,
        at,
        &YAML_BRACKET,
        "dấu ngoặc `[` hoặc `{` chưa được đóng đúng",
        "`[` or `{` is not closed properly",
    )
    .hint(
        "đóng ngoặc, hoặc đặt cả giá trị trong dấu ngoặc kép",
        "close it, or put the whole value in quotes",
    )
}

/// A value that starts with a sign which YAML keeps for itself.
fn sign(source: Source<'_>, at: usize, character: char) -> Diagnostic {
    let (start, line) = line_at(source.text, at);
    let end = start.saturating_add(line.trim_end().len());
    let text = source.text.get(at..end).unwrap_or_default();
    let finding = Diagnostic::new(
        &YAML_SYNTAX,
        source.span(at, end.max(at)),
        format!("giá trị mở đầu bằng `{character}` cần nằm giữa hai dấu nháy"),
        format!("a value that starts with `{character}` must stand in quotes"),
    );
    let quoted = text.replace('\'', "''");
    finding.hint(format!("viết `'{quoted}'`"), format!("write `'{quoted}'`"))
}

fn quote(source: Source<'_>, at: usize, kind: &ErrorKind) -> Diagnostic {
    let (start, line) = line_at(source.text, at);
    let end = start.saturating_add(line.trim_end().len()).max(at);
    let (vi, en) = match kind {
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("sau dấu nháy đóng không được còn chữ", "nothing may follow the closing quote")
        }
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => (
            "dấu `\\` trong ngoặc kép có nghĩa riêng, viết là `\\\\`",
            "a `\\` within double quotes has a meaning, write `\\\\`",
        ),
        _ => ("dấu nháy mở ở đây không được đóng", "the quote that opens here is never closed"),
    };
    Diagnostic::new(&YAML_QUOTE, source.span(at, end), vi, en).hint(
        "đặt cả giá trị trong một cặp dấu nháy đơn",
        "put the whole value in one pair of single quotes",
    )
}
