//! `dacsan serve`: builds, shows, and builds again when something is saved.
//!
//! Holds the command's own options and words. Never decides what is shown:
//! that is the work of `crate::serve`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use crate::build::{self, Promised};
use crate::cli::options::{Calendar, Options, Verbosity, day_of_clock};
use crate::cli::report::{Cut, Report, Stop, Stream, least};
use crate::cli::{args, summary};
use crate::model::failure::Failure;
use crate::serve::desk::{Desk, Round};
use crate::serve::live::Channel;
use crate::serve::proof::Proofs;
use crate::serve::watch::Watcher;
use crate::serve::{Extras, Listen, Server};
use crate::text::lang::Lang;

/// Findings of one code that a round shows.
const SHOWN_OF_A_CODE: usize = 3;

/// Whether the folder is watched.
#[derive(Debug, Default, clap::Args)]
pub struct Live {
    /// Show what is there: do not build, do not watch
    #[arg(long)]
    pub no_watch: bool,
    /// Build only the products below this folder of `content/products/`, into a folder of its own
    #[arg(long, value_name = "DIR", conflicts_with = "no_watch")]
    pub only: Option<PathBuf>,
}

/// Runs the command.
pub fn run(
    options: &Options,
    (listen, live): (&args::Listen, &Live),
    stop: &Arc<AtomicBool>,
    report: &mut Report,
) -> Result<(), Stop> {
    let listen = super::options::listen(listen)?;
    warn_of_the_network(&listen, report)?;
    if live.no_watch || !cfg!(feature = "watch") {
        return still(options, &listen, stop, report);
    }
    let options = part(options, live.only.as_deref());
    let only = live.only.as_deref().map(|folder| below_products(&options.root, folder));
    let mut watcher = Watcher::new(&options.root)?;
    make_folder(&options.out)?;
    let server = Server::open(&options.out, &listen)?;
    let lang = report.lang();
    announce(&server, &options, report)?;
    if watcher.is_polling() && options.verbosity != Verbosity::Quiet {
        report.line(Stream::Error, lang.pick(POLLING))?;
    }
    let session = format!("{}-{}", std::process::id(), server.port());
    let channel = Channel::new(session);
    let proofs = Proofs::default();
    let today = options.today;
    let by_clock = options.calendar == Calendar::Clock;
    let day = || day_of_clock().filter(|_| by_clock).unwrap_or(today);
    let mut desk = Desk {
        options: super::wish(&options, None, stop, &|_| {}),
        channel: &channel,
        proofs: &proofs,
        lang,
        edited: std::collections::BTreeSet::new(),
        day: &day,
    };
    desk.options.only = only.transpose()?;
    let promised = Promised::new(&options.cache);
    desk.options.photos.promised = Some(&promised);
    let make = |path: &str| promised.make(path);
    let extras = Extras { live: Some(&channel), proofs: Some(&proofs), maker: Some(&make) };
    thread::scope(|scope| {
        let serving = scope.spawn(|| server.run(stop, extras));
        let mut told = Ok(());
        desk.work(&mut watcher, &mut |round| {
            if told.is_ok() {
                told = tell(&round, &options, report);
            }
        });
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        match serving.join() {
            Ok(ended) => ended.map_err(Stop::from).and(told),
            Err(_) => told,
        }
    })
}

/// Words when the tree is looked at again and again.
const POLLING: (&str, &str) = (
    "Hệ thống hết chỗ theo dõi thư mục (fs.inotify.max_user_watches): dacsan xem lại cây thư mục nhiều lần mỗi giây, chậm hơn một chút.",
    "The system has no watches left (fs.inotify.max_user_watches): the folders are looked at again and again, a little slower.",
);

/// Shows a folder as it lies there.
fn still(
    options: &Options,
    listen: &Listen,
    stop: &AtomicBool,
    report: &mut Report,
) -> Result<(), Stop> {
    let server = Server::open(&options.out, listen)?;
    announce(&server, options, report)?;
    server.run(stop, Extras::default())?;
    Ok(())
}

fn announce(server: &Server, options: &Options, report: &mut Report) -> Result<(), Stop> {
    if options.verbosity == Verbosity::Quiet {
        return Ok(());
    }
    let (before, after) = report
        .lang()
        .pick((("Xem thử tại", "(Ctrl-C để dừng)"), ("Look at it at", "(Ctrl-C to stop)")));
    report.line(Stream::Output, &format!("{before} {} {after}", server.url()))
}

/// Others on the network can look too, and should know whom they let in.
fn warn_of_the_network(listen: &Listen, report: &mut Report) -> Result<(), Stop> {
    let name = listen.host.trim_start_matches('[').trim_end_matches(']');
    let own = name.eq_ignore_ascii_case("localhost")
        || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    if own {
        return Ok(());
    }
    let words = match report.lang() {
        Lang::Vi => format!(
            "Lưu ý: máy khác trong mạng xem được bản thử này, kể cả bản chưa công bố (--host {name})."
        ),
        Lang::En => format!(
            "Note: other machines of the network can see this preview, unpublished pages too (--host {name})."
        ),
    };
    report.line(Stream::Error, &words)
}

/// With `--only` the output goes beside the usual one: most pages would be gone from it.
fn part(options: &Options, only: Option<&Path>) -> Options {
    let mut options = options.clone();
    if only.is_some() {
        let name = options.out.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| "public".to_owned());
        options.out = options.out.with_file_name(format!("{name}-part"));
    }
    options
}

/// A folder as typed, as the path below the root that the tree gives it.
fn below_products(root: &Path, folder: &Path) -> Result<String, Failure> {
    let typed = folder.to_string_lossy().replace('\\', "/");
    let typed = typed.trim_start_matches("./").trim_matches('/');
    let candidates =
        [typed.to_owned(), format!("content/{typed}"), format!("content/products/{typed}")];
    let found = candidates
        .into_iter()
        .find(|path| path.starts_with("content/products") && root.join(path).is_dir());
    found.map(|path| format!("{path}/")).ok_or_else(|| {
        Failure::usage(
            "không có thư mục này trong content/products/",
            "there is no such folder in content/products/",
        )
        .at(folder)
    })
}

fn make_folder(out: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(out).map_err(|error| {
        Failure::io("không tạo được thư mục", "cannot make the folder", out, &error)
    })
}

/// One round in a line or two, with the gravest findings.
fn tell(round: &Round<'_>, options: &Options, report: &mut Report) -> Result<(), Stop> {
    let lang = report.lang();
    match round {
        Round::Glimpsed(..) | Round::Finished(_) => Ok(()),
        Round::Polling if options.verbosity == Verbosity::Quiet => Ok(()),
        Round::Polling => report.line(Stream::Error, lang.pick(POLLING)),
        Round::Stopped(failure) => {
            report.failure(failure);
            Ok(())
        }
        Round::Built(outcome, time) => {
            let cut =
                Cut { least: least(Verbosity::Quiet, false), most: Some(SHOWN_OF_A_CODE) };
            report.findings(Stream::Error, &outcome.tree, &outcome.findings, cut)?;
            if options.verbosity == Verbosity::Quiet {
                return Ok(());
            }
            let build::Summary { created, updated, removed, .. } = outcome.summary;
            let parts = [
                summary::counted(created, lang, "tệp mới", ("file new", "files new")),
                summary::counted(updated, lang, "sửa", ("changed", "changed")),
                summary::counted(removed, lang, "xoá", ("removed", "removed")),
            ];
            let line = format!(
                "{} {}: {}; {}",
                lang.pick(("Dựng trong", "Built in")),
                summary::seconds(*time, lang),
                parts.join(", "),
                summary::tally(&outcome.findings, lang),
            );
            report.line(Stream::Output, &format!("{line}{}", promised(&outcome.photos, lang)))
        }
    }
}

/// Photos that wait for somebody to look at them; who publishes the folder must know.
fn promised(counts: &build::PhotoCounts, lang: Lang) -> String {
    let open = counts.promised;
    match (open, lang) {
        (0, _) => String::new(),
        (_, Lang::Vi) => format!(
            "; {} làm khi có người xem, `dacsan build` làm hết",
            summary::counted(open, lang, "ảnh", ("", ""))
        ),
        (_, Lang::En) => format!(
            "; {} made when looked at, `dacsan build` makes all",
            summary::counted(open, lang, "", ("photo", "photos"))
        ),
    }
}
