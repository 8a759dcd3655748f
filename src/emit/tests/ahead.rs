//! Pages that were written before the build: it always has the last word.

use super::*;

const RICE: &str = "san-pham/gao/index.html";

fn ahead(out: &Path, path: &str, text: &str) -> usize {
    write_ahead(out, &[(path.to_owned(), text.as_bytes().to_vec())])
}

fn text(out: &Path, path: &str) -> Vec<u8> {
    fs::read(out.join(path)).unwrap()
}

#[test]
fn a_page_that_was_written_ahead_is_made_and_compared_by_the_next_build() {
    let dir = TempDir::new().unwrap();
    let out = dir.path();
    build(out, THREE);
    // As long as the page of before: only the list tells.
    assert_eq!(ahead(out, RICE, "RICE"), 1);
    assert_eq!(text(out, RICE), b"RICE");
    let (summary, rendered) = build_with(out, THREE, &|_| None, &AtomicBool::new(false));
    assert_eq!(summary.unwrap(), done(0, 1, 2, 0));
    assert_eq!(rendered, [RICE]);
    assert_eq!(text(out, RICE), b"rice");
    // What was right is left as it lies there, and nothing is remembered of it.
    ahead(out, RICE, "rice");
    assert_eq!(build(out, THREE), done(0, 0, 3, 0));
    let (_, rendered) = build_with(out, THREE, &|_| None, &AtomicBool::new(false));
    assert_eq!(rendered, Vec::<String>::new());
    // A page that nobody wants any more goes, whatever is in it.
    ahead(out, RICE, "other");
    assert_eq!(build(out, &[THREE[0], THREE[2]]), done(0, 0, 2, 1));
}

#[test]
fn nothing_is_written_ahead_outside_of_what_is_there() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().join("public");
    build(&out, THREE);
    for path in ["../x", "khong-co/index.html", ".dacsan/manifest.json", "/x"] {
        assert_eq!(ahead(&out, path, "x"), 0, "{path}");
    }
    #[cfg(unix)]
    {
        fs::create_dir(dir.path().join("kin")).unwrap();
        std::os::unix::fs::symlink(dir.path().join("kin"), out.join("loi")).unwrap();
        assert_eq!(ahead(&out, "loi/index.html", "x"), 0);
        assert_eq!(fs::read_dir(dir.path().join("kin")).unwrap().count(), 0);
    }
    let _lock = lock::take(&out).unwrap();
    assert_eq!(ahead(&out, RICE, "x"), 0, "a build is at work");
    assert_eq!(text(&out, RICE), b"rice");
}
