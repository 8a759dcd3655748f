//! A finding for people: the line it is about, with carets under the value.
//!
//! ```text
//! cảnh báo[rating-expired]: hạng sao đã hết hạn 24 ngày
//!   ┌─ content/products/ha-giang/mat-ong.md:9:16
//! 9 │   valid_until: 2026-10-31
//!   │                ^^^^^^^^^^ hiệu lực 36 tháng
//!   = gợi ý: nhập quyết định mới
//!   = giải thích: dacsan explain rating-expired
//! ```
//!
//! The layout is that of `annotate-snippets`, the printer of the Rust compiler:
//! it knows wide letters, tabs and spans over several lines. Here its gutter
//! is drawn in box characters and its blank lines are left out.
//!
//! Pure: returns a string, asks for no terminal, and takes any span, also one
//! beyond the text's end or inside a letter.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::text::lang::Lang;

/// Widest line before the source is cut; terminals wrap the rest.
const WIDTH: usize = 110;

/// The finding as lines of text, the last ending with a line break.
///
/// `source` is the text of the finding's file as the tree gives it, empty
/// where there is none. Labels in other files are named in words only.
pub fn render(
    finding: &Diagnostic,
    path: &str,
    source: &str,
    lang: Lang,
    colour: bool,
) -> String {
    let snippet =
        Snippet::source(source).path(path).annotations(annotations(finding, source, lang));
    printed(title(finding, lang).element(snippet), finding, lang, colour)
}

fn title(finding: &Diagnostic, lang: Lang) -> annotate_snippets::Title<'_> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
    };
    level
        .with_name(finding.severity().word(lang))
        .primary_title(finding.message.get(lang))
        .id(finding.code.name)
}

/// A group with its hints, as text.
fn printed(group: Group<'_>, finding: &Diagnostic, lang: Lang, colour: bool) -> String {
    let hint = Level::HELP.with_name(lang.pick(("gợi ý", "hint")));
    let hints = finding.hints.iter().map(|text| hint.clone().message(text.get(lang)));
    let explain = Level::NOTE
        .with_name(lang.pick(("giải thích", "explained by")))
        .message(format!("dacsan explain {}", finding.code.name));
    let group = group.elements(hints).element(explain);
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let printed = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH).render(&[group]);
    box_drawn(&printed)
}

/// The finding at a place that is no text, such as a cell of a table.
pub fn render_at(finding: &Diagnostic, place: &str, lang: Lang, colour: bool) -> String {
    let title = title(finding, lang).element(Origin::path(place));
    printed(title, finding, lang, colour)
}

/// The carets under the finding's own place, dashes under further ones.
fn annotations<'a>(finding: &'a Diagnostic, source: &str, lang: Lang) -> Vec<Annotation<'a>> {
    let here = |label: &&super::Label| label.span == finding.span;
    let own = finding.labels.iter().find(here).map(|label| label.text.get(lang));
    let primary = AnnotationKind::Primary.span(within(source, finding.span.range())).label(own);
    let others = finding
        .labels
        .iter()
        .filter(|label| label.span != finding.span && label.span.file == finding.span.file);
    let secondary = others.map(|label| {
        let range = within(source, label.span.range());
        AnnotationKind::Context.span(range).label(label.text.get(lang))
    });
    std::iter::once(primary).chain(secondary).collect()
}

/// The range cut to the text and widened to whole letters.
fn within(source: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = source.floor_char_boundary(range.start.min(source.len()));
    let end = source.ceil_char_boundary(range.end.min(source.len()));
    start..end.max(start)
}

/// Gutters in box characters, lines of nothing but a gutter left out.
fn box_drawn(printed: &str) -> String {
    let mut out = String::with_capacity(printed.len().saturating_add(64));
    for line in printed.lines() {
        let bare = without_colours(line);
        let gutter =
            bare.trim_start_matches(|letter: char| letter == ' ' || letter.is_ascii_digit());
        let drawn =
            if gutter.trim_end() == "|" && !bare.starts_with(|c: char| c.is_ascii_digit()) {
                continue;
            } else if gutter.starts_with("--> ") {
                line.replacen("-->", " ┌─", 1)
            } else if gutter.starts_with("::: ") {
                line.replacen(":::", " ├─", 1)
            } else if gutter.starts_with('|') {
                line.replacen('|', "│", 1)
            } else {
                line.to_owned()
            };
        out.push_str(drawn.trim_end());
        out.push('\n');
    }
    out
}

/// The line without escape sequences for colours (`ESC [ … m`).
fn without_colours(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        out.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::super::span::{FileId, Span};
    use super::*;

    static EXPIRED: Code = Code {
        name: "rating-expired",
        severity: Severity::Warning,
        title: ("hạng sao đã hết hạn", "the stars have lapsed"),
        explain: ("", ""),
    };

    const SOURCE: &str =
        "---\nname: Mật ong bạc hà\nratings:\n  - stars: 4\n---\n\nChuyện kể.\n";

    fn finding(start: usize, end: usize) -> Diagnostic {
        let span = Span::new(FileId(0), start, end);
        Diagnostic::new(
            &EXPIRED,
            span,
            "hạng sao đã hết hạn 24 ngày",
            "the stars lapsed 24 days ago",
        )
    }

    fn shown(finding: &Diagnostic, source: &str) -> String {
        render(finding, "content/products/mat-ong.md", source, Lang::Vi, false)
    }

    #[test]
    fn carets_stand_under_the_value() {
        let start = SOURCE.find("Mật").expect("in the source");
        let end = start + "Mật ong bạc hà".len();
        let span = Span::new(FileId(0), start, end);
        let finding = finding(start, end)
            .label(span, "theo quyết định 1048/QĐ-UBND", "by decision 1048/QĐ-UBND")
            .hint("nhập quyết định mới", "enter the new decision");
        assert_eq!(
            shown(&finding, SOURCE),
            "cảnh báo[rating-expired]: hạng sao đã hết hạn 24 ngày\n\
             \x20 ┌─ content/products/mat-ong.md:2:7\n\
             2 │ name: Mật ong bạc hà\n\
             \x20 │       ^^^^^^^^^^^^^^ theo quyết định 1048/QĐ-UBND\n\
             \x20 = gợi ý: nhập quyết định mới\n\
             \x20 = giải thích: dacsan explain rating-expired\n"
        );
    }

    #[test]
    fn english_on_request() {
        let text = render(&finding(0, 3), "a.md", SOURCE, Lang::En, false);
        assert!(text.starts_with("warning[rating-expired]: the stars lapsed 24 days ago\n"));
        assert!(text.ends_with("= explained by: dacsan explain rating-expired\n"));
    }

    #[test]
    fn colours_change_nothing_but_colours() {
        let finding = finding(4, 8);
        let coloured = render(&finding, "content/products/mat-ong.md", SOURCE, Lang::Vi, true);
        assert!(coloured.contains("\u{1b}["));
        let bare: String = coloured
            .lines()
            .map(|line| without_colours(line).trim_end().to_owned() + "\n")
            .collect();
        assert_eq!(bare, shown(&finding, SOURCE));
    }

    #[test]
    fn any_span_is_printed() {
        let inside_a_letter = SOURCE.find('ậ').expect("in the source") + 1;
        for (start, end) in
            [(0, 0), (9999, 99_999), (inside_a_letter, inside_a_letter), (0, 9999)]
        {
            assert!(shown(&finding(start, end), SOURCE).contains("mat-ong.md"));
            assert!(shown(&finding(start, end), "").contains("mat-ong.md"));
            assert!(shown(&finding(start, end), "\r\n\r\n").contains("mat-ong.md"));
        }
    }

    #[test]
    fn a_second_place_is_underlined_too() {
        let at = SOURCE.find("stars").expect("in the source");
        let finding = finding(at + 7, at + 8).label(
            Span::new(FileId(0), 4, 8),
            "của sản phẩm này",
            "of this product",
        );
        assert_eq!(
            shown(&finding, SOURCE),
            "cảnh báo[rating-expired]: hạng sao đã hết hạn 24 ngày\n\
             \x20 ┌─ content/products/mat-ong.md:4:12\n\
             2 │ name: Mật ong bạc hà\n\
             \x20 │ ---- của sản phẩm này\n\
             3 │ ratings:\n\
             4 │   - stars: 4\n\
             \x20 │            ^\n\
             \x20 = giải thích: dacsan explain rating-expired\n"
        );
    }

    #[test]
    fn columns_count_letters() {
        let source = "tên: Chè, Đắk: x\n";
        let at = source.find('x').expect("in the source");
        let text = shown(&finding(at, at + 1), source);
        assert!(text.contains(":1:16\n"), "{text}");
    }
}
