//! Watching: what was saved below `content/` and `themes/`.
//!
//! [`Watcher::next`] waits for a change and then until the saving has ended, so
//! that a checkout of two thousand files is one change. The system tells which
//! files; where it has lost count, or a folder came or went, everything counts as
//! changed ([`Change::All`]). Where it has no watches left (each folder needs
//! one), the tree is looked at again and again instead: slower, and said in words.
//!
//! Never reads a file. Names that the tree passes over are passed over here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RemoveKind};
use notify::{Config, ErrorKind, Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::model::failure::Failure;
use crate::serve::change::Change;
use crate::serve::poll;
use crate::source::is_ignored;

/// Folders that are watched, below the root.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Silence after which the saving counts as ended.
const QUIET: Duration = Duration::from_millis(25);

/// Longest wait for that silence.
const LONGEST: Duration = Duration::from_secs(3);

/// How often it is looked whether the folders are still the same.
const LOOKS: Duration = Duration::from_millis(300);

/// Notices changes below a root.
pub struct Watcher {
    root: PathBuf,
    /// The system's own; `None` where the folders are looked at again and again.
    inner: Option<RecommendedWatcher>,
    events: Receiver<notify::Result<Event>>,
    /// What the watched folders are: another folder of the same name is not watched.
    known: [Option<Identity>; 2],
}

/// Tells a folder from another of the same name.
type Identity = (u64, u64);

/// What notices changes, and where it tells of them.
type Eyes = (RecommendedWatcher, Receiver<notify::Result<Event>>);

impl Watcher {
    /// Begins to watch.
    pub fn new(root: &Path) -> Result<Self, Failure> {
        // The system tells whole paths, also where it was asked for `.`.
        let whole = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        Self::with(&whole, native(&whole))
    }

    /// Takes the system's own watching, or polls where its watches have run out.
    fn with(root: &Path, native: notify::Result<Eyes>) -> Result<Self, Failure> {
        let known = identities(root);
        let (inner, events) = match native {
            Ok((watcher, events)) => (Some(watcher), events),
            Err(error) if is_worth_polling(&error.kind) => (None, poll::begin(folders(root))),
            Err(error) => return Err(blind(root, &error)),
        };
        Ok(Self { root: root.to_owned(), inner, events, known })
    }

    /// Whether the system had no watches left.
    pub fn is_polling(&self) -> bool {
        self.inner.is_none()
    }

    /// Waits for the next change; `None` when it is time to stop, for which it looks every `tick`.
    pub fn next(&mut self, tick: Duration, stop: &dyn Fn() -> bool) -> Option<Change> {
        let mut looked = Instant::now();
        let mut change = loop {
            if stop() {
                return None;
            }
            match self.events.recv_timeout(tick) {
                Ok(event) => {
                    if let Some(change) = self.judge(event) {
                        break change;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    if looked.elapsed() > LOOKS {
                        looked = Instant::now();
                        if self.look_at_folders() {
                            break Change::All;
                        }
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        };
        let start = Instant::now();
        while start.elapsed() < LONGEST {
            let Ok(event) = self.events.recv_timeout(QUIET) else { break };
            if let Some(more) = self.judge(event) {
                change = change.and(more);
            }
        }
        Some(if self.look_at_folders() { Change::All } else { change })
    }

    /// Watches anew where a folder is another one now; tells whether one was.
    fn look_at_folders(&mut self) -> bool {
        let now = identities(&self.root);
        if now == self.known {
            return false;
        }
        self.known = now;
        let Some(watcher) = &mut self.inner else { return true };
        for folder in folders(&self.root) {
            // The old one may be gone already.
            drop(watcher.unwatch(&folder));
            if folder.is_dir() {
                // Without a watch the next look at the folders still sees it come and go.
                drop(watcher.watch(&folder, RecursiveMode::Recursive));
            }
        }
        true
    }

    /// What an event means for us.
    fn judge(&mut self, event: notify::Result<Event>) -> Option<Change> {
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                // A new folder took the last watch: from here on only looking helps.
                if !self.is_polling() && is_worth_polling(&error.kind) {
                    (self.inner, self.events) = (None, poll::begin(folders(&self.root)));
                }
                return Some(Change::All);
            }
        };
        if event.need_rescan() {
            return Some(Change::All);
        }
        let of_folder = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Create(CreateKind::File)
            | EventKind::Modify(ModifyKind::Data(_))
            | EventKind::Remove(RemoveKind::File) => false,
            EventKind::Access(_) => return None,
            EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => {
                true
            }
            // Renamed, or not told what: a name that is no file's may be a folder's.
            _ => event.paths.iter().any(|path| path.extension().is_none() || path.is_dir()),
        };
        let paths = event.paths.iter().filter_map(|path| below(&self.root, path));
        let paths: BTreeSet<String> = paths.collect();
        match (paths.is_empty(), of_folder) {
            (true, _) => None,
            (false, true) => Some(Change::All),
            (false, false) => Some(Change::Files(paths)),
        }
    }
}

/// The system's own watching.
fn native(root: &Path) -> notify::Result<Eyes> {
    let (told, events) = mpsc::channel();
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(move |event| drop(told.send(event)), config)?;
    watch(&mut watcher, root)?;
    Ok((watcher, events))
}

fn watch(watcher: &mut dyn notify::Watcher, root: &Path) -> notify::Result<()> {
    // Tells when one of the two folders is made or renamed.
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in folders(root) {
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(())
}

fn folders(root: &Path) -> Vec<PathBuf> {
    FOLDERS.map(|folder| root.join(folder)).to_vec()
}

/// The path below the root, if the tree would read it.
fn below(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let parts: Vec<_> =
        below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let first = parts.first()?;
    let read = FOLDERS.contains(&first.as_ref()) && !parts.iter().any(|part| is_ignored(part));
    read.then(|| parts.join("/"))
}

fn identities(root: &Path) -> [Option<Identity>; 2] {
    FOLDERS.map(|folder| identity(&root.join(folder)))
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    let found = fs::symlink_metadata(path).ok()?;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    fs::symlink_metadata(path).ok().map(|_| (0, 0))
}

fn is_worth_polling(kind: &ErrorKind) -> bool {
    // ENOSPC and EMFILE are what the system says when watches or instances run out.
    let is_full = |error: &std::io::Error| matches!(error.raw_os_error(), Some(24 | 28));
    match kind {
        ErrorKind::MaxFilesWatch => true,
        ErrorKind::Io(error) => is_full(error),
        _ => false,
    }
}

fn blind(root: &Path, error: &notify::Error) -> Failure {
    Failure::machine("không theo dõi được thư mục", "cannot watch the folder")
        .at(root)
        .caused_by(error)
        .hint(
            "xem mà không theo dõi: dacsan serve --no-watch",
            "look at it without watching: dacsan serve --no-watch",
        )
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write as _;

    use super::*;

    fn put(path: &Path, text: &str) {
        File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    fn site() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("content/products")).unwrap();
        put(&dir.path().join("content/products/a.md"), "x");
        dir
    }

    const GO_ON: fn() -> bool = || false;

    /// Time to stop after a few seconds: no test waits for ever.
    fn soon() -> impl Fn() -> bool {
        let start = Instant::now();
        move || start.elapsed() > Duration::from_secs(5)
    }

    const SOON: Duration = Duration::from_millis(20);

    #[test]
    fn saves_are_told_by_path_and_many_at_once_are_one_change() {
        let dir = site();
        let mut watcher = Watcher::new(dir.path()).unwrap();
        assert!(!watcher.is_polling());
        put(&dir.path().join("content/products/a.md"), "y");
        put(&dir.path().join("content/products/.a.md.swp"), "y");
        put(&dir.path().join("content/products/a.md~"), "y");
        let files = BTreeSet::from(["content/products/a.md".to_owned()]);
        assert_eq!(watcher.next(SOON, &GO_ON), Some(Change::Files(files)));
        for n in 0..2000 {
            put(&dir.path().join(format!("content/products/{n}.md")), "x");
        }
        let Some(Change::Files(files)) = watcher.next(SOON, &GO_ON) else {
            panic!("files wanted")
        };
        assert_eq!(files.len(), 2000);
    }

    #[test]
    fn a_root_that_is_named_from_here_is_watched_as_well() {
        let dir = site();
        let here = std::env::current_dir().unwrap();
        let up = "../".repeat(here.components().count() - 1);
        let below = dir.path().strip_prefix("/").unwrap();
        let mut watcher = Watcher::new(&Path::new(&up).join(below)).unwrap();
        put(&dir.path().join("content/products/a.md"), "y");
        let files = BTreeSet::from(["content/products/a.md".to_owned()]);
        assert_eq!(watcher.next(SOON, &soon()), Some(Change::Files(files)));
    }

    #[test]
    fn a_save_by_renaming_is_told_by_both_names() {
        let dir = site();
        let mut watcher = Watcher::new(dir.path()).unwrap();
        put(&dir.path().join("content/products/new.md"), "y");
        let there = dir.path().join("content/products/a.md");
        fs::rename(dir.path().join("content/products/new.md"), there).unwrap();
        let Some(Change::Files(files)) = watcher.next(SOON, &GO_ON) else {
            panic!("files wanted")
        };
        assert!(files.contains("content/products/a.md"), "{files:?}");
    }

    #[test]
    fn folders_that_come_and_go_change_everything_and_are_watched_again() {
        let dir = site();
        let mut watcher = Watcher::new(dir.path()).unwrap();
        fs::create_dir(dir.path().join("content/pages")).unwrap();
        assert_eq!(watcher.next(SOON, &GO_ON), Some(Change::All));
        fs::rename(dir.path().join("content"), dir.path().join("away")).unwrap();
        assert_eq!(watcher.next(SOON, &GO_ON), Some(Change::All));
        fs::create_dir_all(dir.path().join("content/products")).unwrap();
        assert_eq!(watcher.next(SOON, &GO_ON), Some(Change::All));
        put(&dir.path().join("content/products/b.md"), "y");
        assert!(watcher.next(SOON, &GO_ON).is_some());
    }

    #[test]
    fn where_watches_have_run_out_the_folders_are_looked_at() {
        let dir = site();
        let mut watcher =
            Watcher::with(dir.path(), Err(notify::Error::new(ErrorKind::MaxFilesWatch)))
                .unwrap();
        assert!(watcher.is_polling());
        let path = dir.path().join("content/products/a.md");
        let own = || Some(Change::Files(BTreeSet::from(["content/products/a.md".to_owned()])));
        put(&path, "y");
        assert_eq!(watcher.next(SOON, &soon()), own());
        // The same size within the same second, and a time that goes back.
        put(&path, "z");
        assert_eq!(watcher.next(SOON, &soon()), own());
        let file = File::options().write(true).open(&path).unwrap();
        file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(watcher.next(SOON, &soon()), own());
        fs::remove_dir_all(dir.path().join("content/products")).unwrap();
        assert!(watcher.next(SOON, &soon()).is_some());
        assert_eq!(watcher.next(SOON, &soon()), None, "nothing more");
        let other = notify::Error::new(ErrorKind::Generic("odd".to_owned()));
        assert!(Watcher::with(dir.path(), Err(other)).is_err());
    }

    #[test]
    fn the_last_watch_may_go_while_the_preview_runs() {
        let dir = site();
        let mut watcher = Watcher::new(dir.path()).unwrap();
        let full = notify::Error::io(std::io::Error::from_raw_os_error(28));
        assert_eq!(watcher.judge(Err(full)), Some(Change::All));
        assert!(watcher.is_polling());
        put(&dir.path().join("content/products/b.md"), "y");
        assert!(watcher.next(SOON, &soon()).is_some());
    }

    #[test]
    fn lost_events_change_everything() {
        let dir = site();
        let mut watcher = Watcher::new(dir.path()).unwrap();
        let lost = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
        assert_eq!(watcher.judge(Ok(lost)), Some(Change::All));
        assert!(!watcher.is_polling());
    }

    #[test]
    fn it_stops_when_it_shall() {
        let dir = site();
        assert_eq!(Watcher::new(dir.path()).unwrap().next(SOON, &|| true), None);
    }
}
