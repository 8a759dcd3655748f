//! `photos` and `cache`: developing photos without building, shrinking the
//! originals, sweeping what is no longer needed.
//!
//! Originals are only written when told to by `--yes`; everything else only
//! tells.

use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use crate::build::{self, Checked, Developed, Extent, PhotoCounts, Shard, Traffic};
use crate::cli::options::{Options, Verbosity};
use crate::cli::progress::Bar;
use crate::cli::report::{Cut, Report, Stop, Stream, least};
use crate::cli::summary::counted;
use crate::cli::words::Words;
use crate::diag::sink::Diagnostics;
use crate::diag::{Diagnostic, suggest};
use crate::edit::optimise::{self, Shrunk};
use crate::model::failure::Failure;
use crate::text::lang::Lang;
use crate::text::number;

/// What was typed after `photos`.
#[derive(Debug, clap::Args)]
pub struct Typed {
    /// `optimise` shrinks the originals to 2000 pixels and takes camera notes out of them
    #[arg(value_name = "ACTION")]
    action: Option<String>,
    /// Write the originals; without it `optimise` only tells what it would do
    #[arg(long)]
    yes: bool,
    /// Develop only this part of the photos, such as `3/16`, so that machines share the work
    #[arg(long, value_name = "N/M")]
    shard: Option<String>,
    /// Begin no further photo after this time, such as `20m` or `90s`
    #[arg(long, value_name = "TIME")]
    photo_budget: Option<String>,
}

/// What was typed after `cache`.
#[derive(Debug, clap::Args)]
pub struct CacheTyped {
    /// `gc` throws away what no photo of the catalogue needs
    #[arg(value_name = "ACTION")]
    action: String,
}

/// Words of `photos`.
pub const WORDS: Words = Words {
    help: &[
        ("photos", "", "Làm ảnh, xét ảnh, thu nhỏ ảnh gốc"),
        (
            "photos",
            "action",
            "`optimise` thu nhỏ ảnh gốc còn 2000 điểm ảnh và bỏ ghi chép của máy ảnh",
        ),
        ("photos", "yes", "Ghi ảnh gốc; không có thì `optimise` chỉ cho biết sẽ làm gì"),
        (
            "photos",
            "shard",
            "Chỉ làm một phần ảnh, như `3/16`, để nhiều máy cùng chia nhau làm",
        ),
        ("photos", "photo_budget", "Quá thời gian này thì không làm thêm ảnh: `20m`, `90s`"),
    ],
    usage: ("photos", "photos [optimise] [tuỳ chọn]", "photos [optimise] [options]"),
    examples: (
        "Ví dụ:\n  dacsan photos                       làm mọi ảnh, nói ảnh nào mờ, tối, trùng\n  \
         dacsan photos optimise              xem ảnh gốc nào thu nhỏ được\n  dacsan photos \
         optimise --yes        thu nhỏ, bỏ toạ độ nơi chụp\n  dacsan photos --shard 3/16          \
         phần thứ ba trong mười sáu phần",
        "Examples:\n  dacsan photos                       develop all, tell which are blurred, dark, \
         repeated\n  dacsan photos optimise              see which originals can be shrunk\n  \
         dacsan photos optimise --yes        shrink them, take out where they were taken\n  \
         dacsan photos --shard 3/16          the third of sixteen parts",
    ),
};

/// Words of `cache`.
pub const CACHE_WORDS: Words = Words {
    help: &[
        ("cache", "", "Dọn kho ảnh đã làm"),
        ("cache", "action", "`gc` bỏ những gì không ảnh nào của danh mục còn cần"),
    ],
    usage: ("cache", "cache gc [tuỳ chọn]", "cache gc [options]"),
    examples: (
        "Ví dụ:\n  dacsan cache gc                          bỏ ảnh đã làm mà danh mục không còn dùng",
        "Example:\n  dacsan cache gc                          drop developed photos that nothing shows any more",
    ),
};

/// Runs `photos`.
pub fn run(
    typed: &Typed,
    options: &Options,
    stop: &AtomicBool,
    report: &mut Report,
) -> Result<u8, Stop> {
    match typed.action.as_deref() {
        None => develop(typed, options, stop, report),
        Some("optimise" | "optimize") => shrink(typed.yes, options, stop, report),
        Some(other) => Err(no_action(other, "optimise").into()),
    }
}

/// Runs `cache`.
pub fn run_cache(
    typed: &CacheTyped,
    options: &Options,
    stop: &AtomicBool,
    report: &mut Report,
) -> Result<u8, Stop> {
    if typed.action != "gc" {
        return Err(no_action(&typed.action, "gc").into());
    }
    let lang = report.lang();
    let swept = build::sweep(&super::wish(options, None, stop, &|_| {}))?;
    let size = number::megabytes(swept.bytes, lang);
    let line = match lang {
        Lang::Vi => format!("Đã bỏ {} ảnh ({size}), giữ {} ảnh", swept.removed, swept.kept),
        Lang::En => {
            let removed = counted(swept.removed, lang, "ảnh", ("photo", "photos"));
            format!("Removed {removed} ({size}), kept {}", swept.kept)
        }
    };
    report.line(Stream::Output, &line)?;
    Ok(0)
}

fn develop(
    typed: &Typed,
    options: &Options,
    stop: &AtomicBool,
    report: &mut Report,
) -> Result<u8, Stop> {
    let (start, lang) = (Instant::now(), report.lang());
    let shard = typed.shard.as_deref().map(shard).transpose()?;
    let extent = extent(typed.photo_budget.as_deref())?;
    let Developed { checked, counts, traffic } =
        developed(options, stop, lang, (extent, shard))?;
    let of_photos = |finding: &Diagnostic| {
        let name = finding.code.name;
        // That there is none is said by `check`.
        let of_one = name.starts_with("photo") && name != "photo-missing";
        let of_one = of_one || name == "cache-unused";
        of_one || name.starts_with("alt") || name == "consent-missing"
    };
    let mut findings = Diagnostics::new();
    findings.extend(checked.findings.iter().filter(|it| of_photos(it)).cloned());
    findings.finish();
    let cut = Cut { least: least(options.verbosity, true), most: None };
    report.findings(Stream::Output, &checked.tree, &findings, cut)?;
    if options.verbosity != Verbosity::Quiet {
        let text = summary(counts, start.elapsed(), lang);
        report.line(Stream::Output, &text)?;
        if let Some(traffic) = &traffic {
            report.line(Stream::Output, &exchanged(traffic, lang))?;
        }
    }
    Ok(super::exit_code(&findings, options.strict))
}

/// What `check --photos` finds: everything, with the judgement of pixels among it.
pub fn checked(options: &Options, stop: &AtomicBool, lang: Lang) -> Result<Checked, Failure> {
    developed(options, stop, lang, (options.extent, None)).map(|developed| developed.checked)
}

/// Develops photos behind a bar.
fn developed(
    options: &Options,
    stop: &AtomicBool,
    lang: Lang,
    (extent, shard): (Extent, Option<Shard>),
) -> Result<Developed, Failure> {
    let bar = Bar::of_photos(lang, options.verbosity != Verbosity::Quiet);
    let tell = |progress: build::PhotoProgress| bar.tell(progress.done, progress.total);
    let mut wish = super::wish(options, None, stop, &|_| {});
    wish.photos.extent = extent;
    wish.photos.progress = &tell;
    let outcome = build::photos(&wish, shard);
    bar.finish();
    outcome
}

/// "12 ảnh: làm mới 3, có sẵn 9, hỏng 0, còn chờ 0 (1,2 s)".
fn summary(counts: PhotoCounts, took: Duration, lang: Lang) -> String {
    let PhotoCounts { wanted, made, refused, waiting, .. } = counts;
    let known = counts.shown().saturating_sub(made);
    let seconds = took.as_secs_f64();
    match lang {
        Lang::Vi => format!(
            "{wanted} ảnh: làm mới {made}, có sẵn {known}, không đọc được {refused}, còn chờ {waiting} ({seconds:.1} s)"
        ),
        Lang::En => format!(
            "{}: {made} developed, {known} kept, {refused} unreadable, {waiting} waiting ({seconds:.1} s)",
            counted(wanted, lang, "ảnh", ("photo", "photos"))
        ),
    }
}

/// "Kho chung: lấy về 12, gửi lên 3".
fn exchanged(traffic: &Traffic, lang: Lang) -> String {
    let Traffic { fetched, sent, damaged, .. } = traffic;
    let line = match lang {
        Lang::Vi => format!("Kho chung: lấy về {fetched} tệp, gửi lên {sent}"),
        Lang::En => {
            let files = counted(*fetched, lang, "tệp", ("file", "files"));
            format!("Shared cache: {files} fetched, {sent} sent")
        }
    };
    match (damaged, lang) {
        (0, _) => line,
        (_, Lang::Vi) => format!("{line}, {damaged} tệp hỏng đã làm lại"),
        (_, Lang::En) => format!("{line}, {damaged} damaged and made anew"),
    }
}

fn shrink(
    write: bool,
    options: &Options,
    stop: &AtomicBool,
    report: &mut Report,
) -> Result<u8, Stop> {
    let lang = report.lang();
    let all = optimise::optimise(&options.root, write, stop)?;
    let size = |bytes| build::kilobytes(bytes, lang);
    for Shrunk { path, before, after, had_place } in &all {
        let place = match (had_place, lang) {
            (false, _) => "",
            (true, Lang::Vi) => ", bỏ toạ độ",
            (true, Lang::En) => ", without its place",
        };
        let line = format!("{path}: {} → {}{place}", size(*before), size(*after));
        report.line(Stream::Output, &line)?;
    }
    let saved = all.iter().map(|it| it.before.saturating_sub(it.after));
    let saved = number::megabytes(saved.fold(0, u64::saturating_add), lang);
    let photos = counted(all.len(), lang, "ảnh", ("photo", "photos"));
    let line = match (lang, write, all.is_empty()) {
        (Lang::Vi, _, true) => "Không ảnh gốc nào cần thu nhỏ".to_owned(),
        (Lang::En, _, true) => "No original needs shrinking".to_owned(),
        (Lang::Vi, true, _) => format!("Đã thu nhỏ {photos}, bớt {saved}"),
        (Lang::En, true, _) => format!("Shrank {photos}, {saved} less"),
        (Lang::Vi, false, _) => {
            format!(
                "Thu nhỏ được {photos}, bớt {saved}; ghi bằng `dacsan photos optimise --yes`"
            )
        }
        (Lang::En, false, _) => {
            format!(
                "{photos} can be shrunk, {saved} less; write with `dacsan photos optimise --yes`"
            )
        }
    };
    report.line(Stream::Output, &line)?;
    Ok(0)
}

/// How many photos are made in the time that was typed.
pub fn extent(typed: Option<&str>) -> Result<Extent, Failure> {
    let Some(typed) = typed else { return Ok(Extent::All) };
    let (number, unit) = typed.split_at(typed.trim_end_matches(char::is_alphabetic).len());
    let seconds = match unit {
        "" | "s" => Some(1),
        "m" => Some(60),
        "h" => Some(3600),
        _ => None,
    };
    let seconds = seconds.zip(number.parse::<u64>().ok());
    let seconds = seconds.and_then(|(unit, number)| number.checked_mul(unit));
    let end = seconds.and_then(|it| Instant::now().checked_add(Duration::from_secs(it)));
    end.map(Extent::Until).ok_or_else(|| {
        Failure::usage(
            format!("cần một khoảng thời gian như `20m`, `90s`, `1h`, gặp `{typed}`"),
            format!("expected a time such as `20m`, `90s`, `1h`, found `{typed}`"),
        )
    })
}

/// `3/16` as a part counted from 0.
fn shard(typed: &str) -> Result<Shard, Failure> {
    let parts = typed.split_once('/');
    let parts = parts.and_then(|(n, m)| Some((n.parse::<u64>().ok()?, m.parse::<u64>().ok()?)));
    match parts {
        Some((n, of)) if (1..=of).contains(&n) => Ok(Shard { part: n - 1, of }),
        _ => Err(Failure::usage(
            format!("cần một phần như `3/16`, gặp `{typed}`"),
            format!("expected a part such as `3/16`, found `{typed}`"),
        )),
    }
}

fn no_action(typed: &str, known: &'static str) -> Failure {
    let failure = Failure::usage(
        format!("không có việc `{typed}`"),
        format!("there is no action `{typed}`"),
    );
    match suggest::nearest(typed, [known].into_iter()) {
        Some(near) => failure.did_you_mean(Some(near)),
        None => failure.hint(format!("chỉ có `{known}`"), format!("there is only `{known}`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_from_one() {
        assert_eq!(shard("1/16").unwrap(), Shard { part: 0, of: 16 });
        assert_eq!(shard("16/16").unwrap(), Shard { part: 15, of: 16 });
        for wrong in ["0/16", "17/16", "3", "a/b", "3/0", ""] {
            assert!(shard(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_time_has_a_number_and_a_unit() {
        assert!(matches!(extent(None), Ok(Extent::All)));
        for right in ["20m", "90s", "1h", "30"] {
            assert!(matches!(extent(Some(right)), Ok(Extent::Until(_))), "{right}");
        }
        for wrong in ["m", "20x", "-1m", "", "99999999999999999999h"] {
            assert!(extent(Some(wrong)).is_err(), "{wrong}");
        }
    }
}
