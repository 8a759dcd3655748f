//! A glance at the tree: names, sizes and times, without reading any file.
//!
//! Tells whether anything may have changed since a build ended. What was
//! changed so shortly before that end that its time might not show a further
//! change makes the glance worthless ([`Glance::settled_before`]), as in git.
//! A hint only: the content is the truth, and who sees a difference reads it.
//!
//! Cost: the walk and a `stat` for each file.

use std::fs::{self, Metadata};
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::scan::{self, Entry};
use super::{Body, Hash, Limits, SourceFile, Tree};

/// Clocks of file systems are coarser than processors: git's own margin is one second.
const MARGIN: Duration = Duration::from_secs(2);

/// How the files stand.
#[derive(Debug, Clone)]
pub struct Glance {
    /// Hash of paths, sizes and times.
    pub hash: Hash,
    newest: Duration,
    tree: Tree,
}

impl Glance {
    /// Looks at everything that [`Tree::read_part`] would read.
    ///
    /// `None` where something stands there that cannot be told by a glance.
    pub fn at(root: &Path, only: Option<&str>, limits: Limits) -> Option<Self> {
        let mut tree = Tree { root: Some(root.to_owned()), ..Tree::default() };
        let (mut all, mut newest) = (Vec::new(), Duration::ZERO);
        for (path, entry) in scan::walk(root, only, limits) {
            let Entry::File { len, stamp } = entry else { return None };
            let stamp = stamp?;
            all.extend_from_slice(path.as_bytes());
            all.push(0);
            all.extend(len.to_le_bytes());
            for time in [stamp.changed, stamp.noted] {
                all.extend(time.as_nanos().to_le_bytes());
                newest = newest.max(time);
            }
            all.extend(stamp.number.to_le_bytes());
            tree.files.push(SourceFile {
                path,
                body: Body::Binary { len },
                hash: Hash::of(b""),
            });
        }
        tree.late = vec![OnceLock::new(); tree.files.len()];
        Some(Self { hash: Hash::of(&all), newest, tree })
    }

    /// Whether every file had its last change well before that time.
    pub fn settled_before(&self, time: SystemTime) -> bool {
        let time = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        self.newest.saturating_add(MARGIN) < time
    }

    /// The tree; texts are read when they are asked for, nothing is hashed.
    pub fn into_tree(self) -> Tree {
        self.tree
    }
}

/// What the file system notes of a file besides its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Last change of the content.
    changed: Duration,
    /// Last change of content, name or rights, which nobody can turn back.
    noted: Duration,
    /// Number of the file.
    number: u64,
}

impl Stamp {
    /// `None` where the system does not tell, or tells a time before 1970.
    #[cfg(unix)]
    pub fn of(metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let seconds = u64::try_from(metadata.ctime()).ok()?;
        let nanos = u32::try_from(metadata.ctime_nsec()).ok()?;
        Some(Self {
            changed: changed(metadata)?,
            noted: Duration::new(seconds, nanos),
            number: metadata.ino(),
        })
    }

    /// `None` where the system does not tell, or tells a time before 1970.
    #[cfg(not(unix))]
    pub fn of(metadata: &Metadata) -> Option<Self> {
        let changed = changed(metadata)?;
        Some(Self { changed, noted: changed, number: 0 })
    }
}

fn changed(metadata: &Metadata) -> Option<Duration> {
    metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()
}

/// The text of a file that was only glanced at.
pub(super) fn read_late(path: &Path) -> Option<String> {
    let text = String::from_utf8(fs::read(path).ok()?).ok()?;
    Some(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write as _;

    use super::*;

    fn put(path: &Path, text: &str) {
        File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn a_glance_sees_every_change_and_reads_what_is_asked_for() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("content")).unwrap();
        let path = dir.path().join("content/a.md");
        put(&path, "\u{feff}mật ong");
        let glance = || Glance::at(dir.path(), None, Limits::default()).unwrap();
        let first = glance();
        assert_eq!(first.hash, glance().hash);
        // The same length, and the time turned back: the system still notes that it was written.
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        fs::remove_file(&path).unwrap();
        put(&path, "\u{feff}mật ozg");
        File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        assert_ne!(first.hash, glance().hash);
        put(&dir.path().join("content/b.jpg"), "x");
        let tree = glance().into_tree();
        let text = |path: &str| tree.text(tree.find(path).unwrap()).map(str::to_owned);
        assert_eq!(text("content/a.md").as_deref(), Some("mật ozg"));
        assert_eq!(text("content/b.jpg"), None);
    }

    #[test]
    fn what_was_changed_just_before_is_not_believed() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("content")).unwrap();
        put(&dir.path().join("content/a.md"), "x");
        let changed =
            fs::metadata(dir.path().join("content/a.md")).unwrap().modified().unwrap();
        let glance = Glance::at(dir.path(), None, Limits::default()).unwrap();
        assert!(!glance.settled_before(changed));
        assert!(!glance.settled_before(changed + Duration::from_millis(1900)));
        assert!(glance.settled_before(changed + Duration::from_secs(3)));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_nothing_for_a_glance() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("content")).unwrap();
        std::os::unix::fs::symlink("x", dir.path().join("content/a.md")).unwrap();
        assert!(Glance::at(dir.path(), None, Limits::default()).is_none());
    }
}
