//! The output folder stands apart from the content.
//!
//! Writing into `content/` or `themes/`, or over the folder that holds them,
//! would mix pages with what they are made from; such an output folder is
//! refused before anything is read. Links and `..` are resolved as far as the
//! path exists. Reads the disk only to resolve names.

use std::io;
use std::path::{Component, Path, PathBuf};

use crate::model::failure::Failure;

/// Folders of the catalogue that are never written to.
const SOURCES: [&str; 2] = ["content", "themes"];

/// Refuses an output folder that holds the catalogue or lies in one of its sources.
pub fn demand_apart(root: &Path, out: &Path) -> Result<(), Failure> {
    let seen = |path: &Path| {
        resolve(path).map_err(|error| {
            Failure::io("không tìm được thư mục", "cannot find the folder", path, &error)
        })
    };
    let (real_root, real_out) = (seen(root)?, seen(out)?);
    if real_root.starts_with(&real_out) {
        return Err(refused(
            out,
            "thư mục kết quả trùng với thư mục của danh mục hoặc chứa nó",
            "the output folder is the catalogue's own folder or holds it",
        ));
    }
    for source in SOURCES {
        let real = seen(&root.join(source))?;
        if real_out.starts_with(&real) || real.starts_with(&real_out) {
            return Err(refused(
                out,
                &format!("thư mục kết quả nằm trong `{source}` hoặc chứa nó"),
                &format!("the output folder lies in `{source}` or holds it"),
            ));
        }
    }
    Ok(())
}

fn refused(out: &Path, vi: &str, en: &str) -> Failure {
    Failure::usage(vi, en).at(out).hint(
        "chọn thư mục riêng cho kết quả bằng --out, chẳng hạn `--out public`",
        "choose a folder of its own with --out, for example `--out public`",
    )
}

/// The real place of a path whose last parts need not exist.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    for above in absolute.ancestors() {
        let (Ok(mut real), Ok(rest)) = (above.canonicalize(), absolute.strip_prefix(above))
        else {
            continue;
        };
        for part in rest.components() {
            match part {
                Component::ParentDir => drop(real.pop()),
                Component::Normal(name) => real.push(name),
                _ => {}
            }
        }
        return Ok(real);
    }
    Ok(absolute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(out: &str, want: Option<&str>) {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("site");
        std::fs::create_dir_all(root.join("content/products")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.join("content"), dir.path().join("link")).unwrap();
        let found = demand_apart(&root, &root.join(out)).err().map(|failure| failure.what.en);
        assert_eq!(found.as_deref(), want, "{out}");
    }

    #[test]
    fn pages_never_go_among_what_they_are_made_from() {
        let whole = Some("the output folder is the catalogue's own folder or holds it");
        let content = Some("the output folder lies in `content` or holds it");
        check("public", None);
        check("a/b/c", None);
        check("../elsewhere", None);
        check("contents", None);
        check("not-there/../public", None);
        check(".", whole);
        check("..", whole);
        check("public/..", whole);
        check("content", content);
        check("content/products", content);
        check("content/new/deep", content);
        check("not-there/../content/x", content);
        check("themes/ocop", Some("the output folder lies in `themes` or holds it"));
        #[cfg(unix)]
        check("../link/x", content);
    }
}
