//! `check`: what is typed, and its findings in the form that is asked for.
//!
//! The findings are the result and go to the standard output. `--since` leaves
//! out files that a revision of git has as they are, `--counts` gives numbers in
//! place of findings, `--expiring` a list of the ratings that end soon.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use crate::build::{self, Checked};
use crate::cli::options::{Options, Verbosity};
use crate::cli::report::{Cut, Report, Stop, Stream, least};
use crate::cli::words::Words;
use crate::cli::{drafts, exit_code, summary};
use crate::diag::machine::{self, Placed};
use crate::diag::sink::Diagnostics;
use crate::diag::{Diagnostic, Severity, json, suggest};
use crate::model::failure::Failure;
use crate::model::product::State;
use crate::model::rating::{self, Validity};
use crate::source::{Lines, Tree, history};
use crate::text::date::Day;
use crate::text::lang::Lang;
use crate::text::number;

/// What was typed.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Typed {
    /// List drafts with what each still lacks
    #[arg(long)]
    drafts: bool,
    /// Print advice as well, not only its number
    #[arg(long)]
    advice: bool,
    /// Form of the findings: `human`, `json` (one a line), `sarif`, `github` or `junit`
    #[arg(long, value_name = "FORM")]
    format: Option<String>,
    /// Only files that changed since a revision of git, such as `HEAD` or `main`
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Print how many findings there are of each code and in each folder, not the findings
    #[arg(long)]
    counts: bool,
    /// Mend what is sure: line ends, accents, false Đ, tabs, keys, dates, numbers, merged provinces
    #[arg(long)]
    fix: bool,
    /// With `--fix`: print the difference and write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// Look at the pixels of photos too: damaged, blurred, dark, the same in two dossiers
    #[arg(long)]
    photos: bool,
    /// List ratings that end within so many days, the first to end first
    #[arg(long, value_name = "DAYS")]
    expiring: Option<String>,
}

/// Words of the command.
pub const WORDS: Words = Words {
    help: &[
        ("check", "", "Xem lại nội dung mà không ghi gì"),
        ("check", "drafts", "Liệt kê các bản nháp và những mục còn thiếu"),
        ("check", "advice", "In cả lời khuyên, không chỉ số lượng"),
        (
            "check",
            "format",
            "Dạng của kết quả: `human`, `json` (mỗi dòng một mục), `sarif`, `github` hoặc `junit`",
        ),
        (
            "check",
            "since",
            "Chỉ xem những tệp đã đổi từ một bản trong git, như `HEAD` hoặc `main`",
        ),
        ("check", "counts", "In số lượng theo mã và theo thư mục thay cho từng mục"),
        (
            "check",
            "fix",
            "Tự sửa chỗ chắc chắn: cuối dòng, dấu rời, chữ Đ sai, tab, tên mục, ngày, số điện thoại, tỉnh đã hợp nhất",
        ),
        ("check", "photos", "Xem cả điểm ảnh: ảnh hỏng, nhòe, tối, trùng ở hai hồ sơ"),
        ("check", "dry_run", "Đi cùng `--fix`: in chỗ sẽ khác và không ghi gì"),
        (
            "check",
            "expiring",
            "Liệt kê các công nhận sẽ hết hạn trong ngần này ngày, gần nhất trước",
        ),
    ],
    usage: ("check", "check [tuỳ chọn]", "check [options]"),
    examples: (
        "Ví dụ:\n  dacsan check                     mọi chỗ cần sửa\n  dacsan check --since \
         main        chỉ những hồ sơ vừa sửa\n  dacsan check --expiring 90       hồ sơ sắp hết \
         hạn\n  dacsan check --fix --dry-run     xem trước những chỗ tự sửa được\n  dacsan check --format sarif      cho máy chủ kiểm tra",
        "Examples:\n  dacsan check                     everything to put right\n  dacsan check \
         --since main        only dossiers that were changed\n  dacsan check --expiring 90       \
         ratings that end soon\n  dacsan check --format sarif      for a server that checks",
    ),
};

/// Form of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Human,
    Json,
    Sarif,
    Github,
    Junit,
}

const FORMATS: [(&str, Format); 5] = [
    ("human", Format::Human),
    ("json", Format::Json),
    ("sarif", Format::Sarif),
    ("github", Format::Github),
    ("junit", Format::Junit),
];

fn format(typed: Option<&str>) -> Result<Format, Failure> {
    let Some(typed) = typed else { return Ok(Format::Human) };
    if let Some((_, format)) = FORMATS.iter().find(|(name, _)| *name == typed) {
        return Ok(*format);
    }
    let names = || FORMATS.iter().map(|(name, _)| *name);
    let all: Vec<String> = names().map(|name| format!("`{name}`")).collect();
    let all = all.join(", ");
    let failure = Failure::usage(
        format!("--format cần một trong {all}, gặp `{typed}`"),
        format!("--format wants one of {all}, found `{typed}`"),
    );
    Err(failure.did_you_mean(suggest::nearest(typed, names())))
}

/// Runs the command.
pub fn run(
    typed: &Typed,
    options: &Options,
    stop: &AtomicBool,
    report: &mut Report,
) -> Result<u8, Stop> {
    let start = Instant::now();
    let lang = report.lang();
    let format = format(typed.format.as_deref())?;
    if typed.fix {
        return super::fix::run(options, typed.dry_run, report);
    }
    let within = typed.expiring.as_deref().map(days).transpose()?;
    let changed =
        typed.since.as_ref().map(|it| history::changed_since(&options.root, it)).transpose()?;
    // Part of the content has no weight.
    let mut checked = if typed.photos {
        super::photos::checked(options, stop, lang)?
    } else if changed.is_some() {
        build::check(&options.root, options.today)?
    } else {
        build::check_weight(&super::wish(options, None, stop, &|_| {}))?
    };
    if let Some(changed) = &changed {
        checked.findings = of_files(&checked, changed);
    }
    let code = exit_code(&checked.findings, options.strict);
    if typed.drafts {
        let drafts = drafts::list(&checked.catalogue, &checked.tree, lang);
        let nothing = lang.pick(("không có bản nháp nào\n", "there are no drafts\n"));
        report.print(Stream::Output, if drafts.is_empty() { nothing } else { &drafts })?;
        return Ok(code);
    }
    if let Some(days) = within {
        report.print(Stream::Output, &expiring(&checked, options.today, days, lang))?;
        return Ok(code);
    }
    let least = least(options.verbosity, typed.advice);
    if typed.counts {
        report.print(Stream::Output, &counts(&checked, least, lang))?;
        return Ok(code);
    }
    if format != Format::Human {
        report.print(Stream::Output, &for_machines(format, &checked, least, lang))?;
        return Ok(code);
    }
    let cut = Cut { least, most: None };
    report.findings(Stream::Output, &checked.tree, &checked.findings, cut)?;
    if options.verbosity != Verbosity::Quiet {
        let text = summary::check(&checked, least, start.elapsed(), lang);
        report.print(Stream::Output, &text)?;
    }
    Ok(code)
}

/// The findings in files that changed.
fn of_files(checked: &Checked, changed: &BTreeSet<String>) -> Diagnostics {
    let own = checked.findings.iter();
    own.filter(|it| changed.contains(checked.tree.path(it.span.file))).cloned().collect()
}

/// Line and column of both ends of a finding.
fn ends(tree: &Tree, finding: &Diagnostic) -> ((usize, usize), (usize, usize)) {
    let lines = Lines::new(tree.text(finding.span.file).unwrap_or(""));
    let range = finding.span.range();
    (lines.line_col(range.start), lines.line_col(range.end))
}

fn for_machines(format: Format, checked: &Checked, least: Severity, lang: Lang) -> String {
    let tree = &checked.tree;
    let shown = checked.findings.iter().filter(|finding| finding.severity() <= least);
    let placed: Vec<Placed<'_>> = shown
        .map(|finding| {
            let (start, end) = ends(tree, finding);
            Placed { finding, path: tree.path(finding.span.file), start, end }
        })
        .collect();
    match format {
        Format::Sarif => machine::sarif(&placed, env!("CARGO_PKG_VERSION"), lang),
        Format::Github => machine::github(&placed, lang),
        Format::Junit => machine::junit(&placed, lang),
        Format::Human | Format::Json => {
            let line = |it: &Placed<'_>| json::line(it.finding, it.path, it.start, it.end);
            placed.iter().flat_map(|it| [line(it), "\n".to_owned()]).collect()
        }
    }
}

/// How many findings of each code, and in each folder that has any.
fn counts(checked: &Checked, least: Severity, lang: Lang) -> String {
    let mut codes: BTreeMap<(Severity, &str), (usize, &str)> = BTreeMap::new();
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in checked.findings.iter().filter(|finding| finding.severity() <= least) {
        let title = lang.pick(finding.code.title);
        let code = codes.entry((finding.severity(), finding.code.name)).or_insert((0, title));
        code.0 = code.0.saturating_add(1);
        let path = checked.tree.path(finding.span.file);
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folder = folders.entry(folder).or_default();
        *folder = folder.saturating_add(1);
    }
    let width = codes.keys().map(|(_, name)| name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for ((severity, name), (count, title)) in &codes {
        let (count, word) = (number::count(*count, lang), severity.word(lang));
        out.extend([format!("{count:>7}  {word:10}  {name:width$}  {title}\n")]);
    }
    if !folders.is_empty() {
        out.push('\n');
    }
    for (folder, count) in folders {
        out.extend([format!("{:>7}  {folder}/\n", number::count(count, lang))]);
    }
    out.extend([format!("{}\n", summary::tally(&checked.findings, lang))]);
    out
}

fn days(written: &str) -> Result<i32, Failure> {
    let days = written.parse().ok().filter(|days| (0..=3660).contains(days));
    days.ok_or_else(|| {
        Failure::usage(
            format!("--expiring cần số ngày từ 0 đến 3660, gặp `{written}`"),
            format!("--expiring wants days from 0 to 3660, found `{written}`"),
        )
    })
}

/// Published products whose stars end within so many days, the first to end first.
fn expiring(checked: &Checked, today: Day, within: i32, lang: Lang) -> String {
    let products = checked.catalogue.products.iter();
    let shown = products.filter(|product| product.state == State::Published);
    let mut ending: Vec<(Day, String)> = Vec::new();
    for product in shown {
        let standing = rating::standing(&product.ratings, today, within);
        let (Some(until), Some(stars)) = (standing.until, standing.stars) else { continue };
        let left = today.days_until(until.earliest);
        let ends = match standing.validity {
            Validity::Expiring | Validity::Unsure => left <= within,
            _ => false,
        };
        if !ends {
            continue;
        }
        let producer = product.producer.and_then(|id| checked.catalogue.producer(id));
        let producer = producer.map_or("", |producer| producer.name.value.as_str());
        let day = if until.is_exact() {
            until.latest.vietnamese()
        } else {
            format!("{} – {}", until.earliest.vietnamese(), until.latest.vietnamese())
        };
        let name = &product.name.value;
        let path = checked.tree.path(product.file);
        let line = format!("{day}  {}★  {name}  {producer}  {path}\n", stars.count());
        ending.push((until.earliest, line));
    }
    if ending.is_empty() {
        return match lang {
            Lang::Vi => format!("không công nhận nào hết hạn trong {within} ngày tới\n"),
            Lang::En => format!("no rating ends within {within} days\n"),
        };
    }
    ending.sort();
    ending.into_iter().map(|(_, line)| line).collect()
}
