//! The wanted files by path, and what may stand in the list at all.
//!
//! A path twice, two paths that differ only in case (one file on many disks),
//! a file where another wants a folder, a path that leaves the output folder:
//! each is a mistake of the program, not of the content, and is told as such
//! before anything is touched. Pure.

use super::Wanted;
use crate::model::failure::Failure;

/// The wanted files in order.
#[derive(Debug)]
pub(super) struct Order {
    /// Places in the list, by path.
    pub(super) by_path: Vec<usize>,
    /// Lower-case paths, sorted, each with its place in the list.
    folded: Vec<(String, usize)>,
}

impl Order {
    /// The wanted file that a disk without regard for case would take for `path`.
    pub(super) fn twin(&self, path: &str) -> Option<usize> {
        let folded = path.to_lowercase();
        let at = self.folded.binary_search_by(|(known, _)| known.cmp(&folded)).ok()?;
        self.folded.get(at).map(|(_, index)| *index)
    }
}

/// Sorts the list, or says what is wrong with it.
pub(super) fn of(wanted: &[Wanted]) -> Result<Order, Failure> {
    if let Some(bad) = wanted.iter().find(|file| !is_below(&file.path)) {
        return Err(bug(&format!("a path leaves the output folder: {:?}", bad.path)));
    }
    let mut by_path: Vec<usize> = (0..wanted.len()).collect();
    by_path.sort_by_key(|index| wanted.get(*index).map(|file| file.path.as_str()));
    let mut folded: Vec<(String, usize)> =
        wanted.iter().map(|file| file.path.to_lowercase()).zip(0..).collect();
    folded.sort_unstable();
    let order = Order { by_path, folded };
    demand_room(&order)?;
    Ok(order)
}

fn demand_room(order: &Order) -> Result<(), Failure> {
    let twice = order.folded.windows(2).find_map(|pair| match pair {
        [(one, _), (two, _)] if one == two => Some(one),
        _ => None,
    });
    if let Some(path) = twice {
        return Err(bug(&format!("two files have one path: {path:?}")));
    }
    for (path, _) in &order.folded {
        let mut above = folders_of(path);
        if let Some(folder) = above.find(|folder| order.twin(folder).is_some()) {
            return Err(bug(&format!("a file stands in the way of {path:?}: {folder:?}")));
        }
    }
    Ok(())
}

/// Whether a path stays below the output folder and out of its dotfiles.
pub(super) fn is_below(path: &str) -> bool {
    let strange = |c: char| c.is_control() || matches!(c, '\\' | ':');
    let part = |part: &str| !matches!(part, "" | "." | "..");
    !path.starts_with('.') && !path.contains(strange) && path.split('/').all(part)
}

/// The folders above a path, the nearest first, without the output folder itself.
pub(super) fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    let above = |path: &'_ str| path.rfind('/');
    std::iter::successors(above(path), move |at| above(path.get(..*at)?))
        .filter_map(move |at| path.get(..at))
}

fn bug(what: &str) -> Failure {
    Failure::machine(
        "danh sách tệp cần ghi mâu thuẫn với nhau (lỗi của chương trình)",
        "the files to write contradict each other (a mistake of the program)",
    )
    .caused_by(&what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paths: &[&str], want: Option<&str>) {
        let file = |path: &&str| Wanted { path: (*path).to_owned() };
        let wanted: Vec<Wanted> = paths.iter().map(file).collect();
        let found = of(&wanted).err().and_then(|failure| failure.source);
        assert_eq!(found.as_deref(), want, "{paths:?}");
    }

    #[test]
    fn contradictions_are_told_before_anything_is_touched() {
        check(&["b", "a/b", "a/c", "index.html"], None);
        check(&["a", "b", "a"], Some("two files have one path: \"a\""));
        check(&["Trà/x", "trà/X"], Some("two files have one path: \"trà/x\""));
        check(&["a/b/c", "A"], Some("a file stands in the way of \"a/b/c\": \"a\""));
        for path in ["", "/a", "a//b", "../a", "a/..", ".dacsan/x", "a/", "C:x", "a\\b", "a\0"]
        {
            let want = format!("a path leaves the output folder: {path:?}");
            check(&["a", path], Some(&want));
        }
    }

    #[test]
    fn the_order_is_by_path_and_twins_are_found_without_case() {
        let file = |path: &str| Wanted { path: path.to_owned() };
        let order = of(&[file("b"), file("a/Đ"), file("a-x")]).unwrap();
        assert_eq!(order.by_path, [2, 1, 0]);
        assert_eq!(order.twin("A/đ"), Some(1));
        assert_eq!(order.twin("c"), None);
        assert_eq!(folders_of("a/b/c").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(folders_of("a").count(), 0);
    }
}
