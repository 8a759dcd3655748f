//! The shell: from a command line to an exit code.
//!
//! [`words`] parses what was typed into [`args`], [`options`] resolves it, one
//! `match` runs the command, [`report`] prints. Exit codes: 0 clean or with
//! warnings; 1 content has errors (or warnings under `--strict`), or files that
//! `build --verify` looked at differ; 2 the command
//! line or the machine did not allow it, or the user stopped a build. A reader
//! that closes the pipe ends the run with 0.
//!
//! Ctrl-C asks the work to stop at the next whole file; a second one leaves at
//! once. Never decides anything about content.

pub mod args;
pub mod brochure;
pub mod check;
pub mod codes;
pub mod diff;
pub mod drafts;
pub mod examples;
pub mod explain;
pub mod export;
pub mod fix;
pub mod idle;
pub mod import;
pub mod new;
pub mod options;
pub mod photos;
pub mod progress;
pub mod report;
pub mod schema;
pub mod serve;
pub mod shell;
pub mod summary;
pub mod verify;
pub mod why;
pub mod words;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;

use crate::build::{self, Checked};
use crate::cli::args::{Args, Command};
use crate::cli::options::{Environment, Options, Verbosity};
use crate::cli::report::{Cut, Report, Stop, Stream, least};
use crate::cli::summary::counted;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Severity};
use crate::edit::{self, scaffold};
use crate::model::failure::Failure;
use crate::model::settings::Encoding;
use crate::text::lang::Lang;

const CONTENT_HAS_ERRORS: u8 = 1;
const NOT_ALLOWED: u8 = 2;

/// Findings of one code that a build shows; `check` shows all.
const SHOWN_OF_A_CODE: usize = 3;

/// Exit code of a run that is left at the second Ctrl-C, as shells expect it.
const LEFT: i32 = 130;

/// Runs the program with the words of its command line, its own name first.
pub fn run(argv: impl Iterator<Item = OsString>) -> ExitCode {
    let argv: Vec<OsString> = argv.collect();
    let environment = Environment::read();
    let (lang, wrong) = match options::lang(&argv, &environment) {
        Ok(lang) => (lang, None),
        Err(failure) => (Lang::default(), Some(failure)),
    };
    let mut report = Report::new(lang, anstream::ColorChoice::Auto);
    let outcome = match wrong {
        Some(failure) => Err(failure.into()),
        None => parse_and_run(&argv, &environment, &mut report),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(Stop::Pipe) => ExitCode::SUCCESS,
        Err(Stop::Failure(failure)) => {
            report.failure(&failure);
            ExitCode::from(NOT_ALLOWED)
        }
    }
}

fn parse_and_run(
    argv: &[OsString],
    environment: &Environment,
    report: &mut Report,
) -> Result<u8, Stop> {
    let lang = report.lang();
    let matched = words::command(lang).try_get_matches_from(argv);
    let args = match matched.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => args,
        Err(text) if text.kind() == ErrorKind::DisplayHelp => {
            report.print(Stream::Output, &text.render().ansi().to_string())?;
            return Ok(0);
        }
        Err(text) if text.kind() == ErrorKind::DisplayVersion => {
            report.print(Stream::Output, &text.render().to_string())?;
            return Ok(0);
        }
        Err(error) => return Err(words::failure(&error).into()),
    };
    let options = Options::resolve(&args.shared, environment)?;
    options::work_with(args.shared.jobs.as_deref())?;
    *report = Report::new(lang, options::colour(args.shared.color.as_deref())?);
    match args.command {
        None => {
            let stop = stop_on_signal()?;
            serve::run(&options, (&args.listen, &args.live), &stop, report)?;
            Ok(0)
        }
        Some(Command::Build { precompress, verify, photo_budget }) => {
            let mut options = options;
            options.extent = photos::extent(photo_budget.as_deref())?;
            let encodings = options::encodings(precompress.as_deref())?;
            let stop = stop_on_signal()?;
            let run = if verify { verify_output } else { build };
            run(&options, encodings, &stop, report)
        }
        Some(Command::Serve { listen, live }) => {
            serve::run(&options, (&listen, &live), &stop_on_signal()?, report)?;
            Ok(0)
        }
        Some(Command::Photos(typed)) => {
            photos::run(&typed, &options, &*stop_on_signal()?, report)
        }
        Some(Command::Cache(typed)) => {
            photos::run_cache(&typed, &options, &*stop_on_signal()?, report)
        }
        Some(Command::Check(typed)) => {
            check::run(&typed, &options, &*stop_on_signal()?, report)
        }
        Some(Command::Diff(typed)) => diff::run(&typed, &options, report),
        Some(Command::Schema(typed)) => schema::run(&typed, &options, report),
        Some(Command::New(typed)) => new::run(&typed, &options, report),
        Some(Command::Completions(typed)) => shell::completions(&typed, report),
        Some(Command::Man(typed)) => shell::man(&typed, report),
        Some(Command::Export(typed)) => export::run(&typed, &options, report),
        Some(Command::Import(typed)) => import::run(&typed, &options, report),
        Some(Command::Why { paths }) => {
            let stop = AtomicBool::new(false);
            let reasons = build::why(&wish(&options, None, &stop, &|_| {}), &paths)?;
            let told = reasons.iter().map(|it| why::told(it, &options.out, lang));
            report.print(Stream::Output, &told.collect::<Vec<_>>().join("\n"))?;
            Ok(0)
        }
        Some(Command::Brochure(typed)) => brochure::run(&typed, &options, report),
        Some(Command::Codes) => codes::run(&options, report),
        Some(Command::Explain { code }) => {
            let codes = codes();
            let text = match code {
                Some(name) => explain::one(&codes, &name, lang)?,
                None => explain::all(&codes, lang),
            };
            report.print(Stream::Output, &text)?;
            Ok(0)
        }
        Some(Command::Init { dir }) => init(&dir, report),
    }
}

/// Every code that a finding can have, by name.
fn codes() -> Vec<&'static Code> {
    let mut codes = build::codes();
    codes.extend(edit::CODES);
    codes.sort_by_key(|code| code.name);
    codes
}

/// A flag that Ctrl-C sets; a second one ends the program where it stands.
fn stop_on_signal() -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if seen.swap(true, Ordering::Relaxed) {
            leave();
        }
    })
    .map_err(|error| {
        Failure::machine("không bắt được Ctrl-C", "cannot listen for Ctrl-C").caused_by(&error)
    })?;
    Ok(stop)
}

#[expect(clippy::exit, reason = "the user asked twice; every file written so far is whole")]
fn leave() {
    std::process::exit(LEFT);
}

/// What the conductor is asked for.
fn wish<'a>(
    options: &'a Options,
    precompress: Option<Vec<Encoding>>,
    interrupted: &'a AtomicBool,
    progress: &'a (dyn Fn(build::Progress) + Sync),
) -> build::Options<'a> {
    build::Options {
        root: &options.root,
        out: &options.out,
        today: options.today,
        base_url: options.base_url.clone(),
        precompress,
        only: None,
        interrupted,
        progress,
        cache: &options.cache,
        shared: options.shared.as_deref(),
        photos: build::PhotoWish { extent: options.extent, ..build::PhotoWish::default() },
    }
}

fn build(
    options: &Options,
    precompress: Option<Vec<Encoding>>,
    stop: &AtomicBool,
    report: &mut Report,
) -> Result<u8, Stop> {
    let start = Instant::now();
    let lang = report.lang();
    let bar = progress::Bar::new(lang, options.verbosity != Verbosity::Quiet);
    let tell = |progress: build::Progress| bar.tell(progress.done, progress.total);
    let photos = progress::Bar::of_photos(lang, options.verbosity != Verbosity::Quiet);
    let tell_photos = |it: build::PhotoProgress| {
        photos.tell(it.done, it.total);
        if it.done == it.total {
            photos.finish();
        }
    };
    let mut wish = wish(options, precompress, stop, &tell);
    wish.photos.progress = &tell_photos;
    let outcome = build::build(&wish);
    photos.finish();
    bar.finish();
    let outcome = outcome?;
    let least = least(options.verbosity, false);
    let most = (options.verbosity != Verbosity::Verbose).then_some(SHOWN_OF_A_CODE);
    report.findings(Stream::Error, &outcome.tree, &outcome.findings, Cut { least, most })?;
    if options.verbosity != Verbosity::Quiet {
        let text = summary::build(&outcome, &options.out, start.elapsed(), lang);
        report.print(Stream::Output, &text)?;
    }
    if options.verbosity == Verbosity::Verbose {
        report.print(Stream::Output, &summary::heaviest(&outcome.weight, lang))?;
    }
    Ok(exit_code(&outcome.findings, options.strict))
}

/// `build --verify`: the findings of the content accompany it, as they do a build.
fn verify_output(
    options: &Options,
    precompress: Option<Vec<Encoding>>,
    stop: &AtomicBool,
    report: &mut Report,
) -> Result<u8, Stop> {
    let lang = report.lang();
    let found = build::verify(&wish(options, precompress, stop, &|_| {}))?;
    let Checked { tree, findings, .. } = &found.checked;
    let cut = Cut { least: least(options.verbosity, false), most: Some(SHOWN_OF_A_CODE) };
    report.findings(Stream::Error, tree, findings, cut)?;
    let all = options.verbosity == Verbosity::Verbose;
    let text = verify::told(found.files, &found.differences, all, lang);
    if options.verbosity != Verbosity::Quiet || !found.differences.is_empty() {
        report.print(Stream::Output, &text)?;
    }
    let code = exit_code(findings, options.strict);
    Ok(if found.differences.is_empty() { code } else { CONTENT_HAS_ERRORS })
}

fn init(dir: &Path, report: &mut Report) -> Result<u8, Stop> {
    let written = scaffold::init(dir)?;
    let (lang, place) = (report.lang(), dir.display());
    let files = counted(written.len(), lang, "tệp", ("file", "files"));
    let text = match lang {
        Lang::Vi => format!(
            "Đã tạo {files} trong {place}\nTiếp theo:\n  cd {place}\n  dacsan          dựng và xem thử\n  dacsan check    xem những chỗ cần sửa\n"
        ),
        Lang::En => format!(
            "Wrote {files} to {place}\nNext:\n  cd {place}\n  dacsan          build and look at it\n  dacsan check    see what to put right\n"
        ),
    };
    report.print(Stream::Output, &text)?;
    Ok(0)
}

fn exit_code(findings: &Diagnostics, strict: bool) -> u8 {
    let errors = findings.count(Severity::Error) > 0;
    let warnings = findings.count(Severity::Warning) > 0;
    if errors || (strict && warnings) { CONTENT_HAS_ERRORS } else { 0 }
}
