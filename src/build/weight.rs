//! How heavy the output is, and whether that is too much.
//!
//! Counts every file that we write, compressed forms included, because hosts
//! count them too. A thousand is a thousand here (1 MB = 1,000,000 bytes), as
//! hosts reckon. Pages are weighed as they are sent without compression.
//!
//! Never stops a build: what is too heavy is a warning.

use crate::diag::span::{Span, Spanned};
use crate::diag::{Code, Diagnostic, Severity};
use crate::emit::Wanted;
use crate::model::settings::Settings;
use crate::text::lang::Lang;
use crate::text::number;

/// Pages that are named as the heaviest.
const NAMED: usize = 10;

/// Most files that the free plans of common hosts take (docs/SOURCES.md#host-limits).
const HOST_FILES: usize = 20_000;

/// Most bytes that they take (docs/SOURCES.md#host-limits).
const HOST_BYTES: u64 = 1_000_000_000;

/// Codes of this file.
pub(super) const CODES: &[&Code] = &[&HOST_LIMIT_FILES, &HOST_LIMIT_BYTES, &BUDGET_EXCEEDED];

/// More files than hosts take.
static HOST_LIMIT_FILES: Code = Code {
    name: "host-limit-files",
    severity: Severity::Warning,
    title: ("nhiều tệp hơn mức máy chủ thường nhận", "more files than hosts take"),
    explain: (
        "Gói miễn phí của nhiều nơi đăng trang chỉ nhận 20.000 tệp. Danh mục vẫn được dựng đủ. Hãy chọn nơi đăng khác, tắt \
         `precompress`, tăng `page_size` hoặc `min_products`, hoặc chỉ để một thứ tiếng.",
        "The free plans of many hosts take 20,000 files. The catalogue is built in full all the same. Choose another host, \
         switch `precompress` off, raise `page_size` or `min_products`, or keep one language.",
    ),
};

/// More bytes than hosts take.
static HOST_LIMIT_BYTES: Code = Code {
    name: "host-limit-bytes",
    severity: Severity::Warning,
    title: ("nặng hơn mức máy chủ thường nhận", "heavier than hosts take"),
    explain: (
        "Gói miễn phí của nhiều nơi đăng trang chỉ nhận 1 GB. Danh mục vẫn được dựng đủ. Phần nặng nhất thường là ảnh: hãy thu \
         nhỏ ảnh trong hồ sơ, hoặc chọn nơi đăng khác.",
        "The free plans of many hosts take 1 GB. The catalogue is built in full all the same. Photos usually weigh most: make \
         those of the dossiers smaller, or choose another host.",
    ),
};

/// A limit of the settings is passed.
static BUDGET_EXCEEDED: Code = Code {
    name: "budget-exceeded",
    severity: Severity::Warning,
    title: ("danh mục vượt hạn mức tự đặt", "the catalogue is over its budget"),
    explain: (
        "Mục `budgets` của content/catalogue.yaml đặt hạn mức: `page_kb` là nghìn byte của một trang, `files` là số tệp, `mb` \
         là triệu byte của cả danh mục. Vượt hạn mức là một cảnh báo của `check` và `build`; với `--strict`, cả hai kết thúc \
         bằng mã 1. Có hạn mức thì `check` phải dựng thử mọi trang, lâu như một lần dựng. Hãy xem các trang nặng nhất bằng `dacsan build --verbose`, rồi làm nhẹ trang hoặc nâng hạn mức.",
        "The key `budgets` of content/catalogue.yaml sets limits: `page_kb` is thousands of bytes of one page, `files` is the \
         number of files, `mb` is millions of bytes of the whole catalogue. Passing one is a warning of `check` and `build`; \
         under `--strict` both end with code 1. With a budget, `check` makes every page to weigh it and takes as long as a \
         build. Look at the heaviest pages with `dacsan build --verbose`, then make them lighter or raise \
         the budget.",
    ),
};

/// A page with its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heavy {
    /// Path below the output folder.
    pub path: String,
    /// Bytes.
    pub bytes: u64,
}

/// How heavy the output is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weight {
    /// Files, compressed forms included.
    pub files: usize,
    /// Bytes of all files.
    pub bytes: u64,
    /// The heaviest pages, the heaviest first.
    pub heaviest: Vec<Heavy>,
    /// Pages over the budget of a page.
    pub(super) over: usize,
}

/// Weighs the files of a build.
pub(super) fn weigh(wanted: &[Wanted], lengths: &[u64], settings: &Settings) -> Weight {
    let all = wanted.iter().zip(lengths);
    let pages = all.filter(|(file, _)| file.path.rsplit_once('.').is_some_and(is_page));
    let mut pages: Vec<(&str, u64)> =
        pages.map(|(file, bytes)| (file.path.as_str(), *bytes)).collect();
    let most = settings.budgets.page_kb.map_or(u64::MAX, |budget| thousands(budget.value, 1));
    let over = pages.iter().filter(|(_, bytes)| *bytes > most).count();
    let order = |one: &(&str, u64), other: &(&str, u64)| {
        other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0))
    };
    if pages.len() > NAMED {
        pages.select_nth_unstable_by(NAMED, order);
        pages.truncate(NAMED);
    }
    pages.sort_unstable_by(order);
    let heavy = |(path, bytes): (&str, u64)| Heavy { path: path.to_owned(), bytes };
    Weight {
        files: wanted.len(),
        bytes: lengths.iter().copied().fold(0, u64::saturating_add),
        heaviest: pages.into_iter().map(heavy).collect(),
        over,
    }
}

fn is_page((_, ending): (&str, &str)) -> bool {
    ending == "html"
}

fn thousands(number: u32, times: u32) -> u64 {
    u64::from(number).saturating_mul(1000_u64.saturating_pow(times))
}

/// What is to be said about the weight, at the place of the settings.
pub(super) fn judge(weight: &Weight, settings: &Settings) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if weight.files > HOST_FILES {
        findings.push(over(&HOST_LIMIT_FILES, settings.span, |lang| {
            (files(weight.files, lang), files(HOST_FILES, lang))
        }));
    }
    if weight.bytes > HOST_BYTES {
        findings.push(over(&HOST_LIMIT_BYTES, settings.span, |lang| {
            (number::megabytes(weight.bytes, lang), number::megabytes(HOST_BYTES, lang))
        }));
    }
    let budgets = &settings.budgets;
    let most = |budget: Spanned<u32>| usize::try_from(budget.value).unwrap_or(usize::MAX);
    if let Some(budget) = budgets.files.filter(|budget| weight.files > most(*budget)) {
        findings.push(over(&BUDGET_EXCEEDED, budget.span, |lang| {
            (files(weight.files, lang), files(most(budget), lang))
        }));
    }
    if let Some(budget) = budgets.mb.filter(|it| weight.bytes > thousands(it.value, 2)) {
        findings.push(over(&BUDGET_EXCEEDED, budget.span, |lang| {
            (
                number::megabytes(weight.bytes, lang),
                number::megabytes(thousands(budget.value, 2), lang),
            )
        }));
    }
    findings.extend(budgets.page_kb.and_then(|budget| heavy_pages(weight, budget)));
    findings
}

fn over(
    code: &'static Code,
    span: Span,
    words: impl Fn(Lang) -> (String, String),
) -> Diagnostic {
    let ((found_vi, most_vi), (found_en, most_en)) = (words(Lang::Vi), words(Lang::En));
    Diagnostic::new(
        code,
        span,
        format!("kết quả có {found_vi}, mức là {most_vi}"),
        format!("the output has {found_en}, the limit is {most_en}"),
    )
    .hint(
        "xem các trang nặng nhất: dacsan build --verbose",
        "see the heaviest pages: dacsan build --verbose",
    )
}

fn heavy_pages(weight: &Weight, budget: Spanned<u32>) -> Option<Diagnostic> {
    let heaviest = weight.heaviest.first().filter(|_| weight.over > 0)?;
    let (count, path) = (weight.over, &heaviest.path);
    let told = |lang| {
        let most = kilobytes(thousands(budget.value, 1), lang);
        (number::count(count, lang), most, kilobytes(heaviest.bytes, lang))
    };
    let ((count_vi, most_vi, bytes_vi), (count_en, most_en, bytes_en)) =
        (told(Lang::Vi), told(Lang::En));
    let (noun, verb) = if count == 1 { ("page", "is") } else { ("pages", "are") };
    Some(
        Diagnostic::new(
            &BUDGET_EXCEEDED,
            budget.span,
            format!("{count_vi} trang nặng hơn {most_vi}; nặng nhất là {path}: {bytes_vi}"),
            format!(
                "{count_en} {noun} {verb} over {most_en}; the heaviest is {path}: {bytes_en}"
            ),
        )
        .hint(
            "xem mười trang nặng nhất: dacsan build --verbose",
            "see the ten heaviest pages: dacsan build --verbose",
        ),
    )
}

fn files(count: usize, lang: Lang) -> String {
    let noun = match (lang, count) {
        (Lang::Vi, _) => "tệp",
        (Lang::En, 1) => "file",
        (Lang::En, _) => "files",
    };
    format!("{} {noun}", number::count(count, lang))
}

/// Thousands of bytes: "38,21 KB".
pub fn kilobytes(bytes: u64, lang: Lang) -> String {
    format!("{} KB", number::decimal(bytes.div_ceil(10), lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::FileId;

    fn site(lengths: &[u64]) -> Vec<Wanted> {
        let path = |index: usize| format!("p{index:06}/index.html");
        let file = |index| Wanted { path: path(index) };
        (0..lengths.len()).map(file).collect()
    }

    fn told(lengths: &[u64], settings: &Settings) -> Vec<(&'static str, String, String)> {
        let weight = weigh(&site(lengths), lengths, settings);
        let findings = judge(&weight, settings).into_iter();
        findings.map(|it| (it.code.name, it.message.vi, it.message.en)).collect()
    }

    #[test]
    fn the_heaviest_pages_come_first_and_only_pages_are_named() {
        let lengths: Vec<u64> = (0..30).map(|n| n % 15).collect();
        let mut wanted = site(&lengths);
        wanted[14].path = "anh/a.jpg".to_owned();
        let weight = weigh(&wanted, &lengths, &Settings::new(Span::default()));
        assert_eq!((weight.files, weight.bytes, weight.heaviest.len()), (30, 210, 10));
        let first: Vec<&str> = weight.heaviest.iter().map(|it| it.path.as_str()).collect();
        assert_eq!(
            first[..3],
            ["p000029/index.html", "p000013/index.html", "p000028/index.html"]
        );
    }

    #[test]
    fn limits_of_hosts_are_named_once_they_are_passed() {
        let settings = Settings::new(Span::default());
        assert_eq!(told(&vec![50_000; 20_000], &settings), []);
        let found = told(&vec![50_000; 20_001], &settings);
        assert_eq!(
            found,
            [
                (
                    "host-limit-files",
                    "kết quả có 20.001 tệp, mức là 20.000 tệp".to_owned(),
                    "the output has 20,001 files, the limit is 20,000 files".to_owned(),
                ),
                (
                    "host-limit-bytes",
                    "kết quả có 1.000,05 MB, mức là 1.000 MB".to_owned(),
                    "the output has 1,000.05 MB, the limit is 1,000 MB".to_owned(),
                ),
            ]
        );
    }

    #[test]
    fn budgets_of_the_settings_are_told_at_their_place() {
        let mut settings = Settings::new(Span::default());
        let at = |value, start| Some(Spanned::new(value, Span::new(FileId(1), start, start)));
        settings.budgets.page_kb = at(60, 7);
        settings.budgets.files = at(2, 8);
        settings.budgets.mb = at(1, 9);
        let lengths = [60_000, 999_999, 61_234];
        let weight = weigh(&site(&lengths), &lengths, &settings);
        let findings = judge(&weight, &settings);
        let places: Vec<u32> = findings.iter().map(|finding| finding.span.start).collect();
        assert_eq!(places, [8, 9, 7]);
        assert_eq!(
            findings[2].message.vi,
            "2 trang nặng hơn 60 KB; nặng nhất là p000001/index.html: 1.000 KB"
        );
        assert_eq!(told(&[60_000], &settings), []);
        let one = told(&[60_001], &settings);
        assert_eq!(
            one[0].2,
            "1 page is over 60 KB; the heaviest is p000000/index.html: 60.01 KB"
        );
    }
}
