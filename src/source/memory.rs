//! A tree from bytes in memory: tests build whole sites without a disk.
//!
//! The rules are those of the disk (names to ignore, encodings, sizes,
//! colliding paths), through the same functions. Later entries of one path
//! replace earlier ones.
//!
//! Never touches the disk.

use std::collections::BTreeMap;

use super::scan::{Found, Loaded, is_ignored, judge_paths, load_bytes};
use super::{Body, Limits, Tree};
use crate::diag::sink::Diagnostics;
use crate::diag::span::FileId;

pub(super) fn read(files: &[(&str, &[u8])], limits: Limits) -> (Tree, Diagnostics) {
    let sorted: BTreeMap<&str, &[u8]> = files.iter().copied().collect();
    let kept = sorted.into_iter().filter(|(path, _)| !path.split('/').any(is_ignored));
    let mut tree = Tree::default();
    let mut findings = Diagnostics::new();
    for (id, (path, bytes)) in (0u32..).map(FileId).zip(kept) {
        let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let found = Found { path: path.to_owned(), len };
        let Loaded { file, findings: own } = load_bytes(id, &found, bytes.to_vec(), limits);
        if matches!(file.body, Body::Binary { .. }) {
            tree.memory.insert(id, bytes.to_vec());
        }
        tree.files.push(file);
        findings.extend(own);
    }
    judge_paths(&tree.files, &mut findings);
    findings.finish();
    (tree, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_path_and_sorted() {
        let tree = Tree::from_memory(&[
            ("content/products/b.md", b"b"),
            ("content/products/a/index.md", b"a"),
            ("content/products/a.md", b"a2"),
            ("content/products/a/anh.jpg", &[0xff, 0xd8, 0xff]),
            ("content/.git/config", b"x"),
            ("content/products/b.md~", b"x"),
        ]);
        let paths: Vec<_> = tree.iter().map(|(_, file)| file.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "content/products/a.md",
                "content/products/a/anh.jpg",
                "content/products/a/index.md",
                "content/products/b.md",
            ]
        );
        for (id, file) in tree.iter() {
            assert_eq!(tree.find(&file.path), Some(id));
        }
        assert_eq!(tree.find("content/products/c.md"), None);
        let photo = tree.find("content/products/a/anh.jpg").expect("there");
        assert_eq!(tree.text(photo), None);
        assert_eq!(tree.bytes(photo).expect("held"), [0xff, 0xd8, 0xff]);
        let dossier = tree.find("content/products/a.md").expect("there");
        assert_eq!(tree.text(dossier), Some("a2"));
        assert_eq!(tree.bytes(dossier).expect("held"), b"a2");
        assert!(tree.bytes(FileId(99)).is_err());
        assert_eq!((tree.len(), tree.root(), tree.path(FileId(99))), (4, None, ""));
    }
}
