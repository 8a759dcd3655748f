//! Looking at folders again and again, where the system has no watches left.
//!
//! Every round takes size, times and number of each file; what differs from the
//! round before is told as the system would tell it. Times count to the
//! nanosecond and in both directions: a second save within one second, and a
//! file that was put back from a copy, are noticed too, which the poller of
//! `notify` does not do (it compares whole seconds, and only later ones).
//!
//! Cost: a walk a round; a round begins [`PAUSE`] after the last, or four times
//! as long as that took. Ends when nobody listens. Never reads a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::Event;
use notify::event::{CreateKind, DataChange, EventKind, ModifyKind, RemoveKind};
use walkdir::WalkDir;

use crate::source::{Stamp, is_ignored};

/// Rest between two rounds.
const PAUSE: Duration = Duration::from_millis(500);

/// Path of each file, with its size and what else the system notes of it.
type Seen = BTreeMap<PathBuf, (u64, Option<Stamp>)>;

/// Begins to look; what changes from now on comes out of the receiver.
pub(super) fn begin(folders: Vec<PathBuf>) -> Receiver<notify::Result<Event>> {
    let (told, events) = mpsc::channel();
    let mut seen = look(&folders);
    // It ends by itself: the first event that nobody takes is the last.
    drop(thread::spawn(move || {
        loop {
            let start = Instant::now();
            let now = look(&folders);
            if !tell(&seen, &now, &told) {
                return;
            }
            seen = now;
            thread::sleep(PAUSE.max(start.elapsed().saturating_mul(4)));
        }
    }));
    events
}

fn look(folders: &[PathBuf]) -> Seen {
    let read = |entry: &walkdir::DirEntry| !is_ignored(&entry.file_name().to_string_lossy());
    let walks = folders.iter().filter(|folder| folder.is_dir());
    let walks = walks.flat_map(|folder| WalkDir::new(folder).into_iter().filter_entry(read));
    let stamped = walks.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let look = |entry: walkdir::DirEntry| {
        let found = entry.metadata().ok()?;
        Some((entry.into_path(), (found.len(), Stamp::of(&found))))
    };
    stamped.filter_map(look).collect()
}

/// Tells every difference; false where nobody listens any more.
fn tell(before: &Seen, now: &Seen, told: &Sender<notify::Result<Event>>) -> bool {
    let event = |kind, path: &Path| Ok(Event::new(kind).add_path(path.to_owned()));
    let mut all = Vec::new();
    for (path, stamp) in now {
        match before.get(path) {
            None => all.push(event(EventKind::Create(CreateKind::File), path)),
            Some(old) if old != stamp => {
                all.push(event(EventKind::Modify(ModifyKind::Data(DataChange::Any)), path));
            }
            Some(_) => {}
        }
    }
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    all.extend(gone.map(|path| event(EventKind::Remove(RemoveKind::File), path)));
    // An access is passed over by whoever listens, and shows whether anybody does.
    let probe = Event::new(EventKind::Access(notify::event::AccessKind::Any));
    all.push(Ok(probe));
    all.into_iter().all(|event| told.send(event).is_ok())
}
