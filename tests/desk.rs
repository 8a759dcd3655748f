//! The preview's desk over a real folder: how many builds follow what happens.
//!
//! A checkout of two thousand files, a deleted folder, a renamed root are one
//! build each; a new day is one too, though nothing was saved. A desk works in a
//! thread of its own and is stopped at the end; no test waits longer than a
//! minute for anything.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "these tests are the editor who saves, and end where they cannot go on"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use dacsan::build::{Extent, Options, PhotoWish};
use dacsan::edit::scaffold;
use dacsan::serve::desk::{Desk, Round};
use dacsan::serve::live::Channel;
use dacsan::serve::proof::Proofs;
use dacsan::serve::watch::Watcher;
use dacsan::text::date::Day;
use dacsan::text::lang::Lang;

/// What is waited for at most.
const PATIENCE: Duration = Duration::from_mins(1);

/// Silence that shows that no further build follows.
const SILENCE: Duration = Duration::from_millis(1500);

/// What came of a round: products that are shown, or that it could not end.
type Told = Result<usize, String>;

struct Bench {
    /// Holds the folder until the end.
    _place: tempfile::TempDir,
    root: PathBuf,
    told: Receiver<Told>,
}

impl Bench {
    /// The products of the next build.
    fn next(&self) -> Told {
        self.told.recv_timeout(PATIENCE).expect("a build")
    }

    /// No build follows.
    fn rests(&self) {
        let more = self.told.recv_timeout(SILENCE);
        assert!(more.is_err(), "one build too many: {more:?}");
    }

    fn products(&self) -> PathBuf {
        self.root.join("content/products")
    }
}

/// Lets a desk work while `edit` goes on beside; `day` is days after 23 November 2026.
fn at_work(day: &AtomicI32, edit: impl FnOnce(&Bench)) {
    let place = tempfile::tempdir().expect("a folder");
    let root = place.path().join("danh-muc");
    scaffold::init(&root).expect("a catalogue");
    let out = place.path().join("public");
    fs::create_dir(&out).expect("a folder");
    let stop = AtomicBool::new(false);
    let (tell, told) = mpsc::channel();
    let today =
        || Day::new(2026, 11, 23).expect("a day").plus_days(day.load(Ordering::Relaxed));
    let bench = Bench { root: root.clone(), told, _place: place };
    thread::scope(|scope| {
        let worker = scope.spawn(|| {
            let channel = Channel::new("test".to_owned());
            let proofs = Proofs::default();
            let cache = root.join(".dacsan/cache");
            let mut desk = Desk {
                options: options(&root, (&out, &cache), today(), &stop),
                channel: &channel,
                proofs: &proofs,
                lang: Lang::Vi,
                edited: BTreeSet::new(),
                day: &today,
            };
            let mut watcher = Watcher::new(&root).expect("watches");
            desk.work(&mut watcher, &mut |round| {
                let told = match round {
                    Round::Built(outcome, _) => Ok(outcome.counts.products),
                    Round::Stopped(failure) => Err(failure.what.en.clone()),
                    Round::Glimpsed(..) | Round::Finished(_) | Round::Polling => return,
                };
                drop(tell.send(told));
            });
        });
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| edit(&bench)));
        stop.store(true, Ordering::Relaxed);
        worker.join().expect("the desk ends");
        if let Err(panic) = ended {
            std::panic::resume_unwind(panic);
        }
    });
}

fn options<'a>(
    root: &'a Path,
    (out, cache): (&'a Path, &'a Path),
    today: Day,
    stop: &'a AtomicBool,
) -> Options<'a> {
    Options {
        root,
        out,
        today,
        base_url: None,
        precompress: None,
        only: None,
        interrupted: stop,
        progress: &|_| {},
        cache,
        photos: PhotoWish { extent: Extent::All, progress: &|_| {}, promised: None },
        shared: None,
    }
}

/// A draft: it is read and checked, and has no page that would take time.
fn draft(number: usize) -> String {
    format!("name: Bản nháp số {number}\nstate: draft\n")
}

#[test]
fn a_checkout_of_two_thousand_files_is_one_build() {
    at_work(&AtomicI32::new(0), |bench| {
        assert_eq!(bench.next(), Ok(3));
        let folder = bench.products();
        for number in 0..2000 {
            fs::write(folder.join(format!("nhap-{number}.yaml")), draft(number))
                .expect("saved");
        }
        // A save in the midst of a build stops it; at the end there is one, of everything.
        assert_eq!(bench.next(), Ok(3));
        bench.rests();
        fs::write(folder.join("nhap-0.yaml"), draft(9)).expect("saved");
        assert_eq!(bench.next(), Ok(3));
        bench.rests();
    });
}

#[test]
fn a_deleted_folder_is_one_build_and_comes_back() {
    at_work(&AtomicI32::new(0), |bench| {
        assert_eq!(bench.next(), Ok(3));
        let away = bench.root.join("products-away");
        fs::rename(bench.products(), &away).expect("renamed");
        assert_eq!(bench.next(), Ok(0));
        bench.rests();
        fs::rename(&away, bench.products()).expect("renamed");
        assert_eq!(bench.next(), Ok(3));
        bench.rests();
        fs::remove_dir_all(bench.products()).expect("deleted");
        assert_eq!(bench.next(), Ok(0));
        bench.rests();
    });
}

#[test]
fn a_renamed_root_is_told_and_watched_again_when_it_is_back() {
    at_work(&AtomicI32::new(0), |bench| {
        assert_eq!(bench.next(), Ok(3));
        let away = bench.root.with_file_name("di-noi-khac");
        fs::rename(&bench.root, &away).expect("renamed");
        assert!(bench.next().is_err(), "there is nothing to build from");
        bench.rests();
        fs::rename(&away, &bench.root).expect("renamed");
        assert_eq!(bench.next(), Ok(3));
        bench.rests();
        fs::write(bench.products().join("nhap.yaml"), draft(1)).expect("saved");
        assert_eq!(bench.next(), Ok(3));
        bench.rests();
    });
}

#[test]
fn a_new_day_is_a_build_without_a_save() {
    let day = AtomicI32::new(0);
    at_work(&day, |bench| {
        let page = bench.root.with_file_name("public").join("index.html");
        let shown = |text: &str| fs::read_to_string(&page).expect("a page").contains(text);
        assert_eq!(bench.next(), Ok(3));
        assert!(shown("23/11/2026"));
        bench.rests();
        day.store(1, Ordering::Relaxed);
        assert_eq!(bench.next(), Ok(3));
        assert!(shown("24/11/2026") && !shown("23/11/2026"));
        bench.rests();
    });
}
