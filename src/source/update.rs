//! A tree after a few files were saved: the rest is taken over as it was read.
//!
//! Gives what reading everything anew would give, as long as the named files
//! are all that changed. Files may be new or gone; then handles shift, because
//! they tell the order of paths.
//!
//! Cost: the named files, and a copy of the list of all (texts are shared).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::glance::Stamp;
use super::scan::{self, Entry, Loaded};
use super::{Body, Limits, SourceFile, Tree, codes};
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span};

/// The tree with these files read again; `findings` are those of reading `tree`.
pub(super) fn updated(
    tree: &Tree,
    findings: &Diagnostics,
    paths: &BTreeSet<String>,
    (only, limits): (Option<&str>, Limits),
) -> Option<(Tree, Diagnostics)> {
    let root = tree.root.as_deref()?;
    let mut entries: BTreeMap<&str, Entry> = BTreeMap::new();
    for path in paths.iter().filter(|path| scan::is_wanted(path, only)) {
        match look(root, path) {
            Seen::Entry(entry) => drop(entries.insert(path, entry)),
            Seen::Nothing => {}
            // What is below it has not been named.
            Seen::Folder => return None,
        }
    }
    let kept = tree.files.iter().map(|file| file.path.as_str());
    let kept = kept.filter(|path| !paths.contains(*path));
    let mut all: Vec<&str> = kept.chain(entries.keys().copied()).collect();
    all.sort_unstable();
    let same_paths = all.iter().copied().eq(tree.files.iter().map(|file| file.path.as_str()));
    let mut next = Tree { root: tree.root.clone(), ..Tree::default() };
    let mut out = Diagnostics::new();
    let mut ids: BTreeMap<FileId, FileId> = BTreeMap::new();
    for (id, path) in (0u32..).map(FileId).zip(all) {
        if let Some(entry) = entries.remove(path) {
            let Loaded { file, findings } =
                scan::load(root, id, path.to_owned(), entry, limits);
            next.files.push(file);
            out.extend(findings);
        } else {
            let old = tree.find(path)?;
            next.files.push(SourceFile::clone(tree.get(old)?));
            ids.insert(old, id);
        }
    }
    let collision = |finding: &&Diagnostic| finding.code == &codes::PATH_COLLISION;
    let moved = findings.iter().filter(|finding| same_paths || !collision(finding));
    out.extend(moved.filter_map(|finding| moved_to(finding, &ids)));
    if !same_paths {
        scan::judge_paths(&next.files, &mut out);
    }
    out.finish();
    Some((next, out))
}

/// One text file read again.
pub(super) fn reread(
    root: &Path,
    id: FileId,
    path: &str,
    limits: Limits,
) -> Option<(SourceFile, Diagnostics)> {
    let Seen::Entry(entry @ Entry::File { .. }) = look(root, path) else { return None };
    let Loaded { file, findings } = scan::load(root, id, path.to_owned(), entry, limits);
    matches!(file.body, Body::Text(_)).then(|| (file, findings.into_iter().collect()))
}

enum Seen {
    Entry(Entry),
    Folder,
    Nothing,
}

fn look(root: &Path, path: &str) -> Seen {
    let place = root.join(path);
    let Ok(found) = fs::symlink_metadata(&place) else { return Seen::Nothing };
    let kind = found.file_type();
    if kind.is_dir() {
        return Seen::Folder;
    }
    Seen::Entry(if kind.is_symlink() {
        Entry::Link
    } else if kind.is_file() {
        Entry::File { len: found.len(), stamp: Stamp::of(&found) }
    } else {
        scan::not_regular()
    })
}

/// The same finding in the new tree; `None` for one of a file that was read again.
fn moved_to(finding: &Diagnostic, ids: &BTreeMap<FileId, FileId>) -> Option<Diagnostic> {
    let place = |span: Span| Some(Span { file: *ids.get(&span.file)?, ..span });
    let mut finding = Diagnostic { span: place(finding.span)?, ..finding.clone() };
    for label in &mut finding.labels {
        label.span = place(label.span)?;
    }
    Some(finding)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write as _;

    use super::*;

    fn put(root: &Path, path: &str, bytes: &[u8]) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        File::create(path).unwrap().write_all(bytes).unwrap();
    }

    #[test]
    fn a_few_files_read_again_give_what_reading_all_gives() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        put(root, "content/b.md", b"\xef\xbb\xbfbe");
        put(root, "content/d.md", b"de");
        put(root, "content/e.md", b"\xff");
        let (mut tree, mut findings) = Tree::read(root, Limits::default()).unwrap();
        let steps: [(&str, Option<&[u8]>); 7] = [
            ("content/d.md", Some(b"\xef\xbb\xbfde")),
            ("content/a.md", Some(b"a")),
            ("content/B.md", Some(b"be")),
            ("content/e.md", Some(b"e")),
            ("content/b.md", None),
            ("content/c.jpg", Some(b"\xff\xd8")),
            ("content/a.md", Some(b"\xff\xfe")),
        ];
        for (path, bytes) in steps {
            match bytes {
                Some(bytes) => put(root, path, bytes),
                None => fs::remove_file(root.join(path)).unwrap(),
            }
            let paths = BTreeSet::from([path.to_owned()]);
            (tree, findings) =
                tree.updated(&findings, &paths, (None, Limits::default())).unwrap();
            let (whole, found) = Tree::read(root, Limits::default()).unwrap();
            assert_eq!((&tree, &findings), (&whole, &found), "{path}");
        }
        fs::create_dir(root.join("content/new")).unwrap();
        let paths = BTreeSet::from(["content/new".to_owned()]);
        assert_eq!(tree.updated(&findings, &paths, (None, Limits::default())), None);
    }
}
