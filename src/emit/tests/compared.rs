//! Tests of [`compare`] and [`fate`]: what differs from a clean build, and why.

use super::*;

/// Texts of which one has a key that did not hash what it shows.
struct Careless<'a>(Files<'a>);

impl Maker for Careless<'_> {
    fn key(&self, index: usize) -> Result<Hash, Failure> {
        Ok(Hash::of(self.0[index].1.to_lowercase().as_bytes()))
    }

    fn make(&self, index: usize) -> Result<(Hash, Vec<u8>), Failure> {
        Ok((self.key(index)?, self.0[index].1.into()))
    }
}

#[test]
fn a_comparison_tells_every_sort_of_difference_and_writes_nothing() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    build(out, &[THREE[0], THREE[1], THREE[2], ("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")]);
    put(&out.join("index.html"), "hand");
    fs::remove_file(out.join("san-pham/gao/index.html")).unwrap();
    put(&out.join("note.txt"), "mine");
    fs::remove_file(out.join("d")).unwrap();
    let before = tree(out);
    let place = ("tinh/index.html", "PLACE");
    let now = [THREE[0], THREE[1], place, ("a", "other"), ("b", "b"), ("n", "n")];
    let (files, maker) = (wanted(&now), Careless(&now));
    let found = compare(out, &files, &maker).unwrap();
    let found: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.sort)).collect();
    assert_eq!(
        found,
        [
            ("a", Sort::Outdated),
            ("c", Sort::Besides),
            ("index.html", Sort::Altered),
            ("n", Sort::Missing),
            ("san-pham/gao/index.html", Sort::Missing),
            ("tinh/index.html", Sort::Unexplained),
        ]
    );
    assert_eq!(tree(out), before);
    let keys = (0..files.len()).map(|index| maker.key(index).unwrap());
    let fates: Vec<Fate> = files.iter().zip(keys).map(|(it, key)| fate(out, it, key)).collect();
    let want = [Fate::Keep, Fate::Create, Fate::Keep, Fate::Update, Fate::Keep, Fate::Create];
    assert_eq!(fates, want);
    assert!(compare(&out.join("none"), &[], &maker).unwrap().is_empty());
}
