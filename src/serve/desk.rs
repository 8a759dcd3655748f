//! The desk: waits for a save, shows what it changes first, builds, tells.
//!
//! [`Desk::work`] builds once and then after every change until it is told to
//! stop. Photos that nobody has made yet are promised and made when a page asks for
//! them (`crate::build::Promised`); a few are also made once nothing else is to be
//! done, so that the folder can be published. A saved dossier is glimpsed at once (`crate::build::Memory`): its pages
//! and the page that is looked at are answered from memory while the whole build
//! runs beside; a save during a build stops it, for it would be old. What does
//! not let a build end (a mistake in a template, a full disk, a mistake of the
//! program) is told as well, the pages of before stay, and the next save tries
//! again.
//!
//! Never prints: it reports each round to its caller.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::build::{self, Broken, Extent, Memory, Options, Outcome, PhotoWish};
use crate::diag::sink::Diagnostics;
use crate::model::failure::{Failure, FailureKind};
use crate::serve::change::Change;
use crate::serve::live::Channel;
use crate::serve::overlay;
use crate::serve::proof::Proofs;
use crate::serve::watch::Watcher;
use crate::source::{Hash, Tree};
use crate::text::date::Day;
use crate::text::lang::Lang;

/// What came of a save.
pub enum Round<'a> {
    /// So many pages are answered from memory already, after so long.
    Glimpsed(usize, Duration),
    /// A build, and how long it took.
    Built(&'a Outcome, Duration),
    /// The photos that the round before had promised are there.
    Finished(&'a Outcome),
    /// A build that could not end.
    Stopped(&'a Failure),
    /// The system has no watches left: the folders are looked at from now on.
    Polling,
}

/// Everything a desk needs.
pub struct Desk<'a> {
    /// What to build.
    pub options: Options<'a>,
    /// Whom to tell.
    pub channel: &'a Channel,
    /// Who wants to see pages of brochures.
    pub proofs: &'a Proofs,
    /// Language of what is told.
    pub lang: Lang,
    /// Files that were saved since the desk was opened.
    pub edited: BTreeSet<String>,
    /// The day that is shown; at midnight it is another.
    pub day: &'a (dyn Fn() -> Day + Sync),
}

/// How often it is looked whether the build has ended.
const BUILDING: Duration = Duration::from_millis(4);

/// Promised photos up to which they are made without being asked for: some minutes of work.
const FINISHED: usize = 300;

/// How often it is looked whether to stop.
const IDLE: Duration = Duration::from_millis(100);

type Built = Result<(Outcome, Memory), Box<Broken>>;

impl Desk<'_> {
    /// Builds now and after every change, until it is time to stop.
    pub fn work(&mut self, watcher: &mut Watcher, report: &mut dyn FnMut(Round<'_>)) {
        let stop = self.options.interrupted;
        let mut memory: Option<Memory> = None;
        // What the next build must take up: nothing known means everything.
        let mut pending = Change::All;
        let mut extent = Extent::OnRequest;
        while !stop.load(Ordering::Relaxed) {
            let start = Instant::now();
            self.options.today = (self.day)();
            let reading = match (&pending, &memory) {
                (Change::Files(files), Some(memory)) => memory.reading(&self.options, files),
                _ => None,
            };
            let over = AtomicBool::new(false);
            let options = Options {
                interrupted: &over,
                only: self.options.only.clone(),
                base_url: self.options.base_url.clone(),
                precompress: self.options.precompress.clone(),
                photos: PhotoWish { extent, ..self.options.photos },
                ..self.options
            };
            let (built, change) =
                self.build((&options, reading), (&over, watcher), &mut memory, report);
            if change.is_some() {
                build::write_ahead(self.options.out, &self.channel.fresh_pages());
            }
            let before = std::mem::replace(&mut extent, Extent::OnRequest);
            let next = match built {
                Ok((outcome, kept)) if change.is_none() => {
                    self.channel.settle(self.news(&outcome.tree, &outcome.findings));
                    let open = outcome.photos.promised;
                    report(match before {
                        Extent::OnRequest => Round::Built(&outcome, start.elapsed()),
                        Extent::All | Extent::Until(_) => Round::Finished(&outcome),
                    });
                    // Its findings are held by the memory as well.
                    drop(outcome);
                    memory = Some(kept);
                    self.proofs.outdate();
                    if (1..=FINISHED).contains(&open) {
                        // A few are made while nobody waits for anything; a save stops it.
                        extent = Extent::All;
                        Some(Change::Files(BTreeSet::new()))
                    } else {
                        self.wait(watcher, &mut memory, report)
                    }
                }
                Err(broken)
                    if broken.failure.kind != FailureKind::Interrupted && change.is_none() =>
                {
                    self.channel.tell(overlay::failure(&broken.failure, self.lang));
                    report(Round::Stopped(&broken.failure));
                    memory = memory.or(broken.memory);
                    let change = self.wait(watcher, &mut memory, report);
                    // It failed on something: what it had to take up is still to be taken up.
                    change.map(|change| take_up(&mut pending, change))
                }
                built => {
                    let kept = match built {
                        Ok((_, kept)) => Some(kept),
                        // What it has worked out is of use also where it was stopped.
                        Err(broken) => broken.memory,
                    };
                    match kept {
                        // It has read all there was: only the save is left.
                        Some(kept) => {
                            let is_seen = memory.replace(kept).is_some();
                            if let Some(change) = change.as_ref().filter(|_| !is_seen) {
                                self.glimpse(&mut memory, change, report);
                            }
                            change
                        }
                        // Stopped by a save in the midst: both are still to be taken up.
                        None => change.map(|change| take_up(&mut pending, change)),
                    }
                }
            };
            let Some(next) = next else { return };
            pending = next;
        }
    }

    /// Builds beside the memory, and lets that go as soon as the build can stand in for it;
    /// tells of what was saved meanwhile.
    fn build(
        &mut self,
        (options, reading): (&Options<'_>, Option<(Tree, Diagnostics)>),
        (over, watcher): (&AtomicBool, &mut Watcher),
        memory: &mut Option<Memory>,
        report: &mut dyn FnMut(Round<'_>),
    ) -> (Built, Option<Change>) {
        let stop = self.options.interrupted;
        let (done, is_ready) = (AtomicBool::new(false), AtomicBool::new(false));
        let held = RefCell::new(memory.take());
        let together = thread::scope(|scope| {
            let building = scope.spawn(|| {
                let built = build(options, reading, &is_ready);
                done.store(true, Ordering::Relaxed);
                built
            });
            let ended = || {
                if is_ready.load(Ordering::Relaxed) {
                    drop(held.take());
                }
                if stop.load(Ordering::Relaxed) {
                    over.store(true, Ordering::Relaxed);
                }
                done.load(Ordering::Relaxed)
            };
            let mut change: Option<Change> = None;
            while let Some(more) = watcher.next(BUILDING, &ended) {
                // What is being built is old now.
                over.store(true, Ordering::Relaxed);
                self.glimpse(&mut held.borrow_mut(), &more, report);
                change = Some(match change.take() {
                    Some(change) => change.and(more),
                    None => more,
                });
            }
            (
                building
                    .join()
                    .unwrap_or_else(|panic| Err(Broken::without_memory(bug(&*panic)))),
                change,
            )
        });
        *memory = held.into_inner();
        together
    }

    /// Waits for a save and glimpses it.
    fn wait(
        &mut self,
        watcher: &mut Watcher,
        memory: &mut Option<Memory>,
        report: &mut dyn FnMut(Round<'_>),
    ) -> Option<Change> {
        let stop = self.options.interrupted;
        let is_over = || stop.load(Ordering::Relaxed);
        let shown = self.options.today;
        let day = self.day;
        loop {
            let asked = Cell::new(None);
            let was_polling = watcher.is_polling();
            let change = watcher.next(IDLE, &|| {
                let next = self.proofs.next();
                let is_asked = next.is_some();
                asked.set(next);
                is_asked || is_over() || day() != shown
            });
            if watcher.is_polling() && !was_polling {
                report(Round::Polling);
            }
            if let Some(change) = change {
                self.glimpse(memory, &change, report);
                return Some(change);
            }
            if is_over() {
                return None;
            }
            let Some((slug, known)) = asked.take() else {
                // Midnight: nothing was saved, and yet some certificate may have ended.
                return (day() != shown).then(|| Change::Files(BTreeSet::new()));
            };
            self.prove(memory.as_ref(), &slug, known);
        }
    }

    /// Lays out the pages of a brochure that somebody looks at.
    fn prove(&self, memory: Option<&Memory>, slug: &str, known: Option<Hash>) {
        let made = match memory {
            Some(memory) => {
                let laid_out = || memory.proof(&self.options, slug, known);
                let made = catch_unwind(AssertUnwindSafe(laid_out));
                made.unwrap_or_else(|panic| Err(bug(&*panic)))
            }
            None => Err(Failure::machine(
                "danh mục chưa dựng được lần nào",
                "the catalogue could not be built yet",
            )),
        };
        self.proofs.put(slug, made, self.lang);
    }

    /// Shows at once what can be shown at once.
    fn glimpse(
        &mut self,
        memory: &mut Option<Memory>,
        change: &Change,
        report: &mut dyn FnMut(Round<'_>),
    ) {
        let Change::Files(files) = change else { return };
        self.edited.extend(files.iter().cloned());
        let start = Instant::now();
        let Some(kept) = memory.as_mut() else { return };
        let looked_at = self.channel.looked_at();
        let options = &self.options;
        let seen = catch_unwind(AssertUnwindSafe(|| {
            kept.glimpse(options, files, looked_at.as_deref())
        }));
        match seen {
            // The whole build tells what is wrong, with all that is to be told.
            Ok(None | Some(Err(_))) => {}
            Ok(Some(Ok(glimpse))) => {
                let count = glimpse.pages.len();
                // Nothing is written while a build is at work; then it is as that ends.
                build::write_ahead(self.options.out, &glimpse.pages);
                self.channel.show(glimpse.pages);
                self.channel.tell(self.news(kept.tree(), kept.findings()));
                report(Round::Glimpsed(count, start.elapsed()));
            }
            // It may be half changed: the whole build starts from the files.
            Err(_) => *memory = None,
        }
    }

    fn news(&self, tree: &Tree, findings: &Diagnostics) -> serde_json::Value {
        overlay::findings(tree, findings, &self.edited, self.lang)
    }
}

fn build(
    options: &Options<'_>,
    reading: Option<(Tree, Diagnostics)>,
    is_ready: &AtomicBool,
) -> Built {
    let building = || build::build_beside(options, reading, is_ready);
    let built = catch_unwind(AssertUnwindSafe(building));
    built.unwrap_or_else(|panic| Err(Broken::without_memory(bug(&*panic))))
}

/// What was to be taken up, and this as well.
fn take_up(pending: &mut Change, change: Change) -> Change {
    std::mem::replace(pending, Change::All).and(change)
}

/// A mistake of ours as a failure.
fn bug(panic: &(dyn Any + Send)) -> Failure {
    let said = panic.downcast_ref::<&str>().copied();
    let said = said.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    Failure::machine("chương trình gặp lỗi của chính nó", "the program met a mistake of its own")
        .caused_by(&said.unwrap_or("?"))
        .hint(
            "sửa tiếp rồi lưu lại: lần dựng sau sẽ thử lại; xin báo lỗi này cho người viết chương trình",
            "go on and save again: the next build tries anew; please report this mistake",
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_with_its_own_words() {
        for (made, want) in [
            (catch_unwind(|| panic!("thiếu {}", 1)), "thiếu 1"),
            (catch_unwind(|| panic!("lỗi")), "lỗi"),
            (catch_unwind(|| std::panic::panic_any(7)), "?"),
        ] {
            let panic = made.expect_err("a panic");
            assert_eq!(bug(&*panic).source.as_deref(), Some(want));
        }
    }
}
