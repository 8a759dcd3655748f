//! The last lines of a run: what was counted, how long it took, what is left out.
//!
//! Pure: numbers in, text out, in either language. Every figure comes from the
//! outcome; nothing is counted twice or guessed.

use std::path::Path;
use std::time::Duration;

use crate::build::{Checked, Outcome, Weight, kilobytes};
use crate::cli::drafts;
use crate::diag::Severity;
use crate::diag::sink::Diagnostics;
use crate::text::lang::Lang;
use crate::text::number;

/// Summary of a build: counts, time, what was written, what is left out.
pub fn build(outcome: &Outcome, out: &Path, time: Duration, lang: Lang) -> String {
    let (counts, written) = (&outcome.counts, &outcome.summary);
    let mut lines = vec![format!(
        "{} {}, {}, {} {} {}",
        lang.pick(("Đã dựng", "Built")),
        counted(counts.products, lang, "sản phẩm", ("product", "products")),
        counted(counts.producers, lang, "chủ thể", ("producer", "producers")),
        counted(counts.pages, lang, "trang", ("page", "pages")),
        lang.pick(("trong", "in")),
        seconds(time, lang),
    )];
    let files = [
        counted(written.created, lang, "tệp mới", ("file new", "files new")),
        counted(written.updated, lang, "sửa", ("changed", "changed")),
        counted(written.kept, lang, "giữ nguyên", ("kept", "kept")),
        counted(written.removed, lang, "xoá", ("removed", "removed")),
    ];
    lines.push(format!("  {} → {}", files.join(", "), out.display()));
    lines.push(weight_line(&outcome.weight, lang));
    if counts.withheld > 0 {
        let nouns = ("dossier has", "dossiers have");
        let held = counted(counts.withheld, lang, "hồ sơ có lỗi nên", nouns);
        let rest = lang.pick(("chưa được đăng", "errors and is left out"));
        lines.push(format!("  {held} {rest}"));
    }
    lines.extend(drafts_line(counts.drafts, lang));
    lines.push(format!("  {}", tally(&outcome.findings, lang)));
    joined(&lines)
}

/// "tổng cộng 1.234 tệp, 45,6 MB".
fn weight_line(weight: &Weight, lang: Lang) -> String {
    let files = counted(weight.files, lang, "tệp", ("file", "files"));
    let bytes = number::megabytes(weight.bytes, lang);
    match lang {
        Lang::Vi => format!("  tổng cộng {files}, {bytes}"),
        Lang::En => format!("  {files} in all, {bytes}"),
    }
}

/// The heaviest pages, one a line.
pub fn heaviest(weight: &Weight, lang: Lang) -> String {
    let title = lang.pick(("Các trang nặng nhất, chưa nén:", "Heaviest pages, uncompressed:"));
    let lines = weight.heaviest.iter().map(|page| {
        let bytes = kilobytes(page.bytes, lang);
        format!("  {bytes:>12}  {}\n", page.path)
    });
    format!("{title}\n{}", lines.collect::<String>())
}

/// Summary of a check: counts, time, findings, drafts.
pub fn check(checked: &Checked, least: Severity, time: Duration, lang: Lang) -> String {
    let catalogue = &checked.catalogue;
    let looked_at = format!(
        "{} {}, {}, {} {} {}",
        lang.pick(("Đã xem", "Looked at")),
        counted(catalogue.products.len(), lang, "sản phẩm", ("product", "products")),
        counted(catalogue.producers.len(), lang, "chủ thể", ("producer", "producers")),
        counted(catalogue.pages.len(), lang, "trang viết", ("page of prose", "pages of prose")),
        lang.pick(("trong", "in")),
        seconds(time, lang),
    );
    let mut lines = vec![looked_at, format!("  {}", tally(&checked.findings, lang))];
    if least != Severity::Advice && checked.findings.count(Severity::Advice) > 0 {
        let how = lang.pick(("xem lời khuyên", "see the advice"));
        lines.push(format!("  {how}: dacsan check --advice"));
    }
    lines.extend(drafts_line(drafts::count(catalogue), lang));
    joined(&lines)
}

fn drafts_line(drafts: usize, lang: Lang) -> Option<String> {
    let counted = counted(drafts, lang, "bản nháp", ("draft", "drafts"));
    (drafts > 0).then(|| format!("  {counted} (dacsan check --drafts)"))
}

fn joined(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// "2 lỗi, 1 cảnh báo, 30 lời khuyên"; English minds the plural.
pub fn tally(findings: &Diagnostics, lang: Lang) -> String {
    let count = |severity| findings.count(severity);
    let parts = [
        counted(count(Severity::Error), lang, "lỗi", ("error", "errors")),
        counted(count(Severity::Warning), lang, "cảnh báo", ("warning", "warnings")),
        counted(
            count(Severity::Advice),
            lang,
            "lời khuyên",
            ("piece of advice", "pieces of advice"),
        ),
    ];
    parts.join(", ")
}

/// A number with what is counted: "334 sản phẩm", "1 product".
pub fn counted(n: usize, lang: Lang, vi: &str, en: (&str, &str)) -> String {
    let noun = match (lang, n) {
        (Lang::Vi, _) => vi,
        (Lang::En, 1) => en.0,
        (Lang::En, _) => en.1,
    };
    format!("{} {noun}", number::count(n, lang))
}

/// A span of time: "0,42 giây", "0.42 s".
pub fn seconds(time: Duration, lang: Lang) -> String {
    let hundredths = u64::try_from(time.as_millis() / 10).unwrap_or(u64::MAX);
    format!("{} {}", number::decimal(hundredths, lang), lang.pick(("giây", "s")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_mind_language_and_plural() {
        assert_eq!(counted(1234, Lang::Vi, "tệp", ("file", "files")), "1.234 tệp");
        assert_eq!(counted(1, Lang::En, "tệp", ("file", "files")), "1 file");
        assert_eq!(counted(0, Lang::En, "tệp", ("file", "files")), "0 files");
        assert_eq!(seconds(Duration::from_millis(1427), Lang::Vi), "1,42 giây");
        assert_eq!(seconds(Duration::from_millis(1427), Lang::En), "1.42 s");
    }
}
