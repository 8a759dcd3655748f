//! What a command needs, worked out of what was typed.
//!
//! The typed value wins, then the environment, then the default. This is the
//! only file that reads the environment and the clock, once at the start
//! ([`Environment::read`]); everything after is a function of its answers. Only a
//! preview, which may stay open over midnight, asks again ([`day_of_clock`]).
//! Vietnam has one time zone, UTC+7 all year, so "today" needs no zone data.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anstream::ColorChoice;

use crate::build::Extent;
use crate::cli::args::{self, Shared};
use crate::diag::suggest;
use crate::model::failure::Failure;
use crate::model::settings::Encoding;
use crate::serve::Listen;
use crate::text::date::{Day, PartialDate};
use crate::text::lang::Lang;

/// Seconds by which Vietnam is ahead of UTC.
const AHEAD: i64 = 7 * 3600;

const SECONDS_PER_DAY: i64 = 86_400;

/// Most threads that one may ask for.
const JOBS_MAX: usize = 256;

/// What the surroundings say.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `DACSAN_LANG`.
    pub lang: Option<OsString>,
    /// `DACSAN_CACHE`.
    pub cache: Option<OsString>,
    /// `SOURCE_DATE_EPOCH`: seconds for reproducible builds.
    pub epoch: Option<OsString>,
    /// Seconds since 1970, by the clock.
    pub now: i64,
}

impl Environment {
    /// Reads the environment and the clock.
    pub fn read() -> Self {
        Self {
            lang: std::env::var_os("DACSAN_LANG"),
            cache: std::env::var_os("DACSAN_CACHE").filter(|cache| !cache.is_empty()),
            epoch: std::env::var_os("SOURCE_DATE_EPOCH").filter(|epoch| !epoch.is_empty()),
            now: seconds_of_clock(),
        }
    }
}

/// Seconds since 1970.
#[expect(clippy::disallowed_methods, reason = "the one place that asks the clock")]
fn seconds_of_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// The day in Vietnam by the clock; `None` for a clock that is set beyond reason.
pub fn day_of_clock() -> Option<Day> {
    day_in_vietnam(seconds_of_clock())
}

/// Where the day for which validity is worked out comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// It was named, and stays.
    Named,
    /// The clock: it goes on at midnight.
    Clock,
}

/// How much is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verbosity {
    /// Errors only.
    Quiet,
    /// Errors, warnings, a summary.
    Normal,
    /// Advice as well.
    Verbose,
}

/// What every command needs.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder of the catalogue.
    pub root: PathBuf,
    /// Folder to write to.
    pub out: PathBuf,
    /// Folder for what was costly to make.
    pub cache: PathBuf,
    /// Address of a cache that several machines share; overrides the settings.
    pub shared: Option<String>,
    /// How many photos are made.
    pub extent: Extent,
    /// The day for which validity is worked out.
    pub today: Day,
    /// Where that day comes from.
    pub calendar: Calendar,
    /// Address of the site; overrides the settings.
    pub base_url: Option<String>,
    /// How much is printed.
    pub verbosity: Verbosity,
    /// Whether warnings count for the exit code.
    pub strict: bool,
}

impl Options {
    /// Resolves what was typed.
    pub fn resolve(typed: &Shared, environment: &Environment) -> Result<Self, Failure> {
        let root = typed.root.clone().unwrap_or_else(|| PathBuf::from("."));
        let out = typed.out.clone().unwrap_or_else(|| public_of(&root));
        let named = environment.cache.as_ref().map(PathBuf::from);
        let cache = typed.cache.clone().or(named);
        // An address is that of a shared one; what comes from there is kept here too.
        let address =
            |cache: &PathBuf| cache.to_str().filter(|it| it.contains("://")).map(str::to_owned);
        let shared = cache.as_ref().and_then(address);
        let cache = cache.filter(|_| shared.is_none());
        let cache = cache.unwrap_or_else(|| root.join(".dacsan").join("cache"));
        Ok(Self {
            root,
            out,
            cache,
            shared,
            extent: Extent::All,
            today: today(typed.as_of.as_deref(), environment)?,
            calendar: match (&typed.as_of, &environment.epoch) {
                (None, None) => Calendar::Clock,
                _ => Calendar::Named,
            },
            base_url: typed.base_url.as_deref().map(base_url).transpose()?,
            verbosity: match (typed.quiet, typed.verbose) {
                (true, _) => Verbosity::Quiet,
                (false, true) => Verbosity::Verbose,
                (false, false) => Verbosity::Normal,
            },
            strict: typed.strict,
        })
    }
}

fn public_of(root: &Path) -> PathBuf {
    if root == Path::new(".") { PathBuf::from("public") } else { root.join("public") }
}

/// Language of the messages, looked for before the command line is parsed: help has one too.
pub fn lang(argv: &[OsString], environment: &Environment) -> Result<Lang, Failure> {
    let mut typed = argv.iter().filter_map(|word| word.to_str());
    let mut found = environment.lang.as_ref().and_then(|lang| lang.to_str()).unwrap_or("");
    while let Some(word) = typed.next() {
        if word == "--" {
            break;
        }
        if word == "--lang" {
            found = typed.next().unwrap_or("");
        } else if let Some(value) = word.strip_prefix("--lang=") {
            found = value;
        }
    }
    if found.is_empty() {
        return Ok(Lang::default());
    }
    Lang::parse(found).ok_or_else(|| unknown("--lang", found, &["vi", "en"]))
}

/// When colours are used.
pub fn colour(typed: Option<&str>) -> Result<ColorChoice, Failure> {
    match typed {
        None | Some("auto") => Ok(ColorChoice::Auto),
        Some("always") => Ok(ColorChoice::Always),
        Some("never") => Ok(ColorChoice::Never),
        Some(other) => Err(unknown("--color", other, &["auto", "always", "never"])),
    }
}

/// Compressed forms to write; `None` leaves it to the settings.
pub fn encodings(typed: Option<&str>) -> Result<Option<Vec<Encoding>>, Failure> {
    let Some(typed) = typed else { return Ok(None) };
    let words = typed.split(',').map(str::trim).filter(|word| !matches!(*word, "" | "none"));
    let mut encodings = words
        .map(|word| {
            Encoding::parse(word)
                .ok_or_else(|| unknown("--precompress", word, &["br", "gz", "br,gz", "none"]))
        })
        .collect::<Result<Vec<Encoding>, Failure>>()?;
    encodings.sort_unstable();
    encodings.dedup();
    Ok(Some(encodings))
}

/// How many threads work; each photo takes one and some 60 MB.
pub fn work_with(jobs: Option<&str>) -> Result<(), Failure> {
    let Some(typed) = jobs else { return Ok(()) };
    let threads = typed.parse().ok().filter(|threads| (1..=JOBS_MAX).contains(threads));
    let threads = threads.ok_or_else(|| {
        Failure::usage(
            format!("--jobs cần một số từ 1 đến {JOBS_MAX}, gặp `{typed}`"),
            format!("--jobs wants a number from 1 to {JOBS_MAX}, found `{typed}`"),
        )
    })?;
    // Threads that are there already go on as they are.
    drop(rayon::ThreadPoolBuilder::new().num_threads(threads).build_global());
    Ok(())
}

/// Where the preview listens.
pub fn listen(typed: &args::Listen) -> Result<Listen, Failure> {
    let port = match typed.port.as_deref() {
        None => None,
        Some(written) => Some(written.parse().map_err(|_| {
            Failure::usage(
                format!("--port cần một số từ 0 đến 65535, gặp `{written}`"),
                format!("--port wants a number from 0 to 65535, found `{written}`"),
            )
        })?),
    };
    let host = typed.host.clone().unwrap_or_else(|| "127.0.0.1".to_owned());
    Ok(Listen { host, port })
}

fn unknown(option: &str, found: &str, known: &[&str]) -> Failure {
    let all = |or: &str| known.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(or);
    let failure = Failure::usage(
        format!("{option} nhận {}, ở đây ghi `{found}`", all(" hoặc ")),
        format!("{option} takes {}, found `{found}`", all(" or ")),
    );
    failure.did_you_mean(suggest::nearest(found, known.iter().copied()))
}

fn today(as_of: Option<&str>, environment: &Environment) -> Result<Day, Failure> {
    if let Some(written) = as_of {
        return match PartialDate::parse(written) {
            Some(PartialDate::Day(day)) => Ok(day),
            _ => Err(no_day("--as-of", written)),
        };
    }
    let seconds = match &environment.epoch {
        None => environment.now,
        Some(epoch) => {
            let written = epoch.to_string_lossy();
            written.parse().map_err(|_| no_epoch(&written))?
        }
    };
    day_in_vietnam(seconds).ok_or_else(|| no_epoch(&seconds.to_string()))
}

fn day_in_vietnam(seconds: i64) -> Option<Day> {
    let days = seconds.checked_add(AHEAD)?.div_euclid(SECONDS_PER_DAY);
    let days = i32::try_from(days).ok().filter(|days| days.abs() < 700_000)?;
    Day::new(1970, 1, 1).map(|epoch| epoch.plus_days(days))
}

fn no_day(option: &str, written: &str) -> Failure {
    Failure::usage(
        format!("{option} cần một ngày, gặp `{written}`"),
        format!("{option} wants a day, found `{written}`"),
    )
    .hint("viết 2026-11-24 hoặc 24/11/2026", "write 2026-11-24 or 24/11/2026")
}

fn no_epoch(written: &str) -> Failure {
    Failure::usage(
        format!("SOURCE_DATE_EPOCH cần số giây từ năm 1970, gặp `{written}`"),
        format!("SOURCE_DATE_EPOCH wants seconds since 1970, found `{written}`"),
    )
}

/// An address of a site, with its slash at the end.
fn base_url(written: &str) -> Result<String, Failure> {
    let wrong = || {
        Failure::usage(
            format!(
                "--base-url cần địa chỉ bắt đầu bằng https:// hoặc http://, gặp `{written}`"
            ),
            format!(
                "--base-url wants an address that starts with https:// or http://, found `{written}`"
            ),
        )
    };
    let rest = ["https://", "http://"].iter().find_map(|scheme| written.strip_prefix(scheme));
    let host = rest.ok_or_else(wrong)?.split('/').next().unwrap_or("");
    let strange = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '"' | '<' | '>' | '\\')
    };
    if host.is_empty() || written.contains(strange) {
        return Err(wrong());
    }
    Ok(format!("{}/", written.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn day(as_of: Option<&str>, epoch: Option<&str>, now: i64, want: Option<&str>) {
        let environment =
            Environment { lang: None, cache: None, epoch: epoch.map(OsString::from), now };
        let found = today(as_of, &environment).ok().map(Day::iso);
        assert_eq!(found.as_deref(), want, "{as_of:?} {epoch:?} {now}");
    }

    #[test]
    fn the_day_is_typed_or_given_or_told_by_the_clock_in_vietnam() {
        day(Some("2026-11-24"), Some("0"), 0, Some("2026-11-24"));
        day(Some("24/11/2026"), None, 0, Some("2026-11-24"));
        day(Some("2026-11"), None, 0, None);
        day(Some("hôm nay"), None, 0, None);
        day(None, Some("86400"), 0, Some("1970-01-02"));
        day(None, Some("x"), 0, None);
        day(None, Some("99999999999999999"), 0, None);
        day(None, None, 1_795_539_599, Some("2026-11-24"));
        day(None, None, 1_795_539_600, Some("2026-11-25"));
    }

    #[test]
    fn the_language_is_found_anywhere_on_the_line() {
        let find = |typed: &[&str], env: Option<&str>| {
            let argv: Vec<OsString> = typed.iter().map(OsString::from).collect();
            lang(
                &argv,
                &Environment { lang: env.map(OsString::from), ..Environment::default() },
            )
            .ok()
        };
        assert_eq!(find(&[], None), Some(Lang::Vi));
        assert_eq!(find(&["check", "--lang", "en"], None), Some(Lang::En));
        assert_eq!(find(&["--lang=en", "check"], None), Some(Lang::En));
        assert_eq!(find(&["--lang=vi"], Some("en")), Some(Lang::Vi));
        assert_eq!(find(&[], Some("en")), Some(Lang::En));
        assert_eq!(find(&["--lang", "fr"], None), None);
        assert_eq!(find(&["explain", "--", "--lang=en"], None), Some(Lang::Vi));
    }

    #[test]
    fn compressed_forms_are_named_by_their_endings() {
        let read = |typed| encodings(typed).ok();
        assert_eq!(read(None), Some(None));
        assert_eq!(read(Some("gz,br,gz")), Some(Some(vec![Encoding::Brotli, Encoding::Gzip])));
        assert_eq!(read(Some(" gz ")), Some(Some(vec![Encoding::Gzip])));
        assert_eq!(read(Some("none")), Some(Some(Vec::new())));
        assert_eq!(read(Some("zip")), None);
    }

    #[test]
    fn a_base_address_ends_with_one_slash() {
        for (written, want) in [
            ("https://ocop.vi-du.vn", Some("https://ocop.vi-du.vn/")),
            ("http://vi-du.vn/ocop//", Some("http://vi-du.vn/ocop/")),
            ("vi-du.vn", None),
            ("https://", None),
            ("https:///x", None),
            ("javascript:alert(1)", None),
            ("https://a b", None),
            ("https://a/?q", None),
        ] {
            assert_eq!(base_url(written).ok().as_deref(), want, "{written}");
        }
    }
}
