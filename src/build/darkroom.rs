//! From originals to prints: which pictures can be shown, and their bytes.
//!
//! Whatever the store has is taken from there; the rest is developed in
//! parallel, covers first, and kept at once, so that a build that is killed has
//! lost one picture at most. How many are worked on at a time is bounded by the
//! memory that their pixels need ([`gate`]), not by their number. The outcome
//! never depends on threads or on what was kept before.
//!
//! A picture that cannot be read is a finding where the content names it; the
//! product keeps its woven cover.

mod codes;
mod gate;
mod prints;
mod record;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

use rayon::prelude::*;

use super::promised::Promised;
use crate::diag::Diagnostic;
use crate::diag::span::FileId;
use crate::emit::Store;
use crate::model::failure::{Failure, FailureKind};
use crate::picture::{
    self, Developed, FILE_BYTES, HEAD_BYTES, Head, Look, Refusal, Rgb, Variant,
};
use crate::plan::photo::{self, Order, Photos, Print};
use crate::source::{Hash, Tree};
pub(super) use codes::CODES;
use codes::PHOTO_DAMAGED;
pub(super) use codes::PHOTOS_WAITING;
pub(super) use gate::Gate;
use record::Record;

/// The colour in a picture's place as long as nobody knows its own.
const PAPER: Rgb = Rgb([224, 220, 212]);

/// How many pictures are made.
#[derive(Debug, Clone, Copy)]
pub enum Extent {
    /// All that are shown.
    All,
    /// Those that can be begun before this moment.
    Until(Instant),
    /// None: a preview makes each when it is asked for.
    OnRequest,
}

/// How far the work on pictures is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhotoProgress {
    /// Pictures that are done.
    pub done: usize,
    /// Pictures that have to be made.
    pub total: usize,
    /// Pixels of originals that are done, in thousands.
    pub kilopixels: u64,
}

/// What is wished of the work.
#[derive(Clone, Copy)]
pub struct PhotoWish<'a> {
    /// How many pictures are made.
    pub extent: Extent,
    /// Told after every picture, from any thread.
    pub progress: &'a (dyn Fn(PhotoProgress) + Sync),
    /// Who keeps what [`Extent::OnRequest`] promises.
    pub promised: Option<&'a Promised>,
}

/// What the work has brought about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PhotoCounts {
    /// Pictures that pages want.
    pub wanted: usize,
    /// Those that were made just now.
    pub made: usize,
    /// Those that cannot be shown.
    pub refused: usize,
    /// Those that there was no time for.
    pub waiting: usize,
    /// Those that are made when they are asked for.
    pub promised: usize,
    /// Pictures for links that there was no time for.
    pub undrawn: usize,
}

/// Originals and what was made of them.
#[derive(Debug)]
pub(super) struct Lab<'a> {
    /// The originals.
    pub(super) tree: &'a Tree,
    /// What was made.
    pub(super) store: &'a Store,
    /// Bounds the memory.
    pub(super) gate: &'a Gate,
}

/// Everything that came of the orders.
#[derive(Debug, Default)]
pub(super) struct Lot {
    /// What pages can show.
    pub(super) photos: Photos,
    /// What editors should put right.
    pub(super) findings: Vec<Diagnostic>,
    /// How much was done.
    pub(super) counts: PhotoCounts,
}

/// What became of one order.
enum Fate {
    Ready(Print),
    Refused(Refusal),
    Waiting,
}

impl Lab<'_> {
    /// Carries out the orders.
    pub(super) fn develop(
        &self,
        orders: &[Order],
        wish: PhotoWish<'_>,
        interrupted: &AtomicBool,
    ) -> Result<Lot, Failure> {
        if !matches!(wish.extent, Extent::OnRequest) {
            self.fetch(orders, interrupted);
        }
        let known: Vec<Option<Fate>> = orders.par_iter().map(|it| self.look_up(it)).collect();
        let open = orders.iter().zip(&known).filter(|(_, fate)| fate.is_none());
        let open: Vec<Order> = open.map(|(order, _)| *order).collect();
        let total = open.len();
        let (done, kilopixels) = (AtomicUsize::new(0), AtomicU64::new(0));
        let one = |order: &Order| -> Result<Fate, Failure> {
            if interrupted.load(Ordering::Relaxed) {
                return Err(stopped());
            }
            let fate = match wish.extent {
                Extent::All => self.make(order)?,
                Extent::Until(end) if Instant::now() < end => self.make(order)?,
                Extent::Until(_) => Fate::Waiting,
                Extent::OnRequest => self.promise(order),
            };
            let pixels = if let Fate::Ready(print) = &fate { print.size.pixels() } else { 0 };
            let before = kilopixels.fetch_add(pixels / 1000, Ordering::Relaxed);
            let done = done.fetch_add(1, Ordering::Relaxed).saturating_add(1);
            let kilopixels = before.saturating_add(pixels / 1000);
            (wish.progress)(PhotoProgress { done, total, kilopixels });
            Ok(fate)
        };
        // One after the other in their order, not in halves: covers come first.
        let made: Result<Vec<Fate>, Failure> =
            open.par_iter().with_max_len(1).map(one).collect();
        let mut made = made?.into_iter();
        let fates = known.into_iter().map(|fate| fate.or_else(|| made.next()));
        let fates = orders.iter().copied().zip(fates.map(|fate| fate.unwrap_or(Fate::Waiting)));
        Ok(self.sum_up(fates, total))
    }

    fn sum_up(&self, fates: impl Iterator<Item = (Order, Fate)>, made: usize) -> Lot {
        let mut lot = Lot::default();
        let mut prints = Vec::new();
        let mut first_waiting = None;
        let mut late = BTreeSet::new();
        for (order, fate) in fates {
            lot.counts.wanted = lot.counts.wanted.saturating_add(1);
            match fate {
                Fate::Ready(print) => {
                    let promised = usize::from(!print.is_ready);
                    lot.counts.promised = lot.counts.promised.saturating_add(promised);
                    prints.push((order.file, print));
                }
                Fate::Refused(refusal) => {
                    lot.counts.refused = lot.counts.refused.saturating_add(1);
                    lot.findings.push(self.refused(&order, &refusal));
                }
                Fate::Waiting => {
                    lot.counts.waiting = lot.counts.waiting.saturating_add(1);
                    first_waiting = first_waiting.or(Some(order.place));
                    late.insert(order.file);
                }
            }
        }
        let unmade = lot.counts.waiting.saturating_add(lot.counts.promised);
        lot.counts.made = made.saturating_sub(unmade);
        lot.photos = Photos::new(prints, late);
        if let Some(place) = first_waiting {
            let (waiting, wanted) = (lot.counts.waiting, lot.counts.wanted);
            lot.findings.push(
                Diagnostic::new(
                    &PHOTOS_WAITING,
                    place,
                    format!(
                        "còn {waiting} trong {wanted} ảnh chưa kịp làm, bắt đầu từ ảnh này"
                    ),
                    format!(
                        "{waiting} of {wanted} photos are still to be made, this one first"
                    ),
                )
                .hint("dựng lại để làm tiếp", "build again to go on"),
            );
        }
        lot
    }

    /// What a former build knew of the picture; `None` where something is missing.
    fn look_up(&self, order: &Order) -> Option<Fate> {
        let key = self.key(order.file);
        match self.record(key)? {
            Record::Refused(refusal) => Some(Fate::Refused(refusal)),
            Record::Read { size, tone, .. } => {
                let variants = picture::variants(size, order.role);
                let has = |variant: &Variant| self.store.has(key, &name(*variant));
                let all = variants.iter().all(has);
                all.then_some(Fate::Ready(Print { key, size, tone, variants, is_ready: true }))
            }
        }
    }

    /// What an eye would say of a picture that was developed.
    pub(super) fn look(&self, order: &Order) -> Option<Look> {
        match self.record(self.key(order.file))? {
            Record::Read { look, .. } => Some(look),
            Record::Refused(_) => None,
        }
    }

    /// A number that only the content of a picture decides: machines share them out by it.
    pub(super) fn number(&self, order: &Order) -> u64 {
        let first = self.key(order.file).as_bytes().first_chunk().copied();
        first.map_or(0, u64::from_be_bytes)
    }

    /// Develops a picture and keeps everything.
    fn make(&self, order: &Order) -> Result<Fate, Failure> {
        let key = self.key(order.file);
        let bytes = match self.bytes(order.file) {
            Ok(bytes) => bytes,
            Err(refusal) => return Ok(Fate::Refused(refusal)),
        };
        let head = match picture::head(&bytes) {
            Ok(head) => head,
            Err(refusal) => return self.refuse(key, refusal),
        };
        let variants = picture::variants(head.size(), order.role);
        let developed = {
            let _room = self.gate.enter(head.memory());
            picture::develop(&bytes, &variants)
        };
        let developed = match developed {
            Ok(developed) => developed,
            Err(refusal) => return self.refuse(key, refusal),
        };
        self.keep_all(key, &developed)?;
        let (size, tone) = (developed.size, developed.tone);
        Ok(Fate::Ready(Print { key, size, tone, variants, is_ready: true }))
    }

    fn keep_all(&self, key: Hash, developed: &Developed) -> Result<(), Failure> {
        for made in &developed.made {
            self.store.put(key, &name(made.variant), &made.bytes)?;
        }
        let Developed { size, tone, look, ref notes, .. } = *developed;
        let record = Record::Read { size, tone, look, notes: notes.clone() };
        self.store.put(key, record::NAME, &record.to_bytes())
    }

    fn refuse(&self, key: Hash, refusal: Refusal) -> Result<Fate, Failure> {
        let record = Record::Refused(refusal.clone());
        // A refusal with a number costs no pixels to find again.
        if Record::parse(&record.to_bytes()).as_ref() == Some(&record) {
            self.store.put(key, record::NAME, &record.to_bytes())?;
        }
        Ok(Fate::Refused(refusal))
    }

    /// A print whose files are made when somebody asks for them.
    fn promise(&self, order: &Order) -> Fate {
        let key = self.key(order.file);
        let size = match self.head(order.file) {
            Ok(head) => head.size(),
            Err(refusal) => return Fate::Refused(refusal),
        };
        // The colour is known as soon as one of its sizes was made.
        let tone = match self.record(key) {
            Some(Record::Read { tone, .. }) => tone,
            _ => PAPER,
        };
        let variants = picture::variants(size, order.role);
        Fate::Ready(Print { key, size, tone, variants, is_ready: false })
    }

    fn record(&self, key: Hash) -> Option<Record> {
        Record::parse(&self.store.here(key, record::NAME)?)
    }

    /// The head, mostly without reading the whole file.
    fn head(&self, file: FileId) -> Result<Head, Refusal> {
        let start = self.tree.start(file, HEAD_BYTES).map_err(|_| Refusal::Truncated)?;
        match picture::head(&start) {
            Err(Refusal::Truncated) => picture::head(&self.bytes(file)?),
            head => head,
        }
    }

    fn key(&self, file: FileId) -> Hash {
        photo::key_of(self.tree.get(file).map_or(Hash::of(b""), |it| it.hash))
    }

    fn bytes(&self, file: FileId) -> Result<Vec<u8>, Refusal> {
        let found = self.tree.length(file);
        if found > FILE_BYTES {
            return Err(Refusal::FileTooBig { found, most: FILE_BYTES });
        }
        let bytes = self.tree.bytes(file).map_err(|_| Refusal::Truncated)?;
        // Saved since the tree was read: it would be kept under the key of another picture.
        let is_own = self.tree.get(file).is_some_and(|it| it.hash == Hash::of(&bytes));
        if is_own { Ok(bytes) } else { Err(Refusal::Truncated) }
    }

    fn refused(&self, order: &Order, refusal: &Refusal) -> Diagnostic {
        let path = self.tree.path(order.file);
        let (words, hint) =
            (refusal.words(path.rsplit('/').next().unwrap_or(path)), refusal.hint());
        Diagnostic::new(&PHOTO_DAMAGED, order.place, words.vi, words.en).hint(hint.vi, hint.en)
    }

    fn unreadable(&self, file: FileId, refusal: &Refusal) -> Failure {
        let words = refusal.words(self.tree.path(file));
        Failure::machine(words.vi, words.en)
    }
}

fn name(variant: Variant) -> String {
    format!("{}.{}", variant.width, variant.ending())
}

fn stopped() -> Failure {
    Failure::new(
        FailureKind::Interrupted,
        "đã dừng theo yêu cầu; ảnh đã làm xong đều được giữ lại",
        "stopped as asked; photos that were finished are kept",
    )
    .hint("chạy lại để làm tiếp", "run again to go on")
}

impl Default for PhotoWish<'_> {
    /// All pictures, and nobody is told.
    fn default() -> Self {
        Self { extent: Extent::All, progress: &|_| {}, promised: None }
    }
}

impl PhotoCounts {
    /// Whether nothing is left to a later build or to a preview.
    pub fn are_all_made(&self) -> bool {
        self.waiting == 0 && self.promised == 0 && self.undrawn == 0
    }

    /// Pictures that are there, made now or before.
    pub fn shown(&self) -> usize {
        self.wanted.saturating_sub(self.refused).saturating_sub(self.waiting)
    }
}
