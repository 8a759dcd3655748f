//! `build --verify`: which files are not those of a clean build, in words.
//!
//! Pure: takes what was found, gives text.

use crate::build::{Difference, Sort};
use crate::cli::summary::counted;
use crate::text::lang::Lang;
use crate::text::number;

/// Files of one sort that are named; `--verbose` names all.
const NAMED: usize = 12;

/// What the comparison of so many files has found.
pub fn told(files: usize, differences: &[Difference], all: bool, lang: Lang) -> String {
    let looked_at = counted(files, lang, "tệp", ("file", "files"));
    if differences.is_empty() {
        return match lang {
            Lang::Vi => format!("Đã so {looked_at}: đúng như một lần dựng mới\n"),
            Lang::En => format!("Compared {looked_at}: just as a clean build\n"),
        };
    }
    let differ = number::count(differences.len(), lang);
    let mut text = match lang {
        Lang::Vi => format!("Đã so {looked_at}: {differ} tệp khác với một lần dựng mới\n"),
        Lang::En if differences.len() == 1 => {
            format!("Compared {looked_at}: 1 differs from a clean build\n")
        }
        Lang::En => format!("Compared {looked_at}: {differ} differ from a clean build\n"),
    };
    for sort in Sort::ALL {
        let paths: Vec<&str> = differences
            .iter()
            .filter(|difference| difference.sort == sort)
            .map(|difference| difference.path.as_str())
            .collect();
        text.push_str(&section(sort, &paths, all, lang));
    }
    text
}

fn section(sort: Sort, paths: &[&str], all: bool, lang: Lang) -> String {
    if paths.is_empty() {
        return String::new();
    }
    let most = if all { paths.len() } else { NAMED };
    let lines = paths.iter().take(most).map(|path| format!("    {path}\n"));
    let rest = match paths.len().saturating_sub(most) {
        0 => String::new(),
        hidden => {
            let hidden = number::count(hidden, lang);
            format!("    … {hidden} {} --verbose\n", lang.pick(("tệp nữa:", "more:")))
        }
    };
    format!("  {}\n{}{rest}", lang.pick(title(sort)), lines.collect::<String>())
}

fn title(sort: Sort) -> (&'static str, &'static str) {
    match sort {
        Sort::Missing => ("còn thiếu; dựng lại là có:", "missing; a build writes them:"),
        Sort::Outdated => ("đã cũ; dựng lại là đúng:", "out of date; a build mends them:"),
        Sort::Altered => (
            "bị sửa sau khi dựng; xoá đi rồi dựng lại:",
            "changed after they were built; delete them and build:",
        ),
        Sort::Unexplained => (
            "khác mà khoá không đổi (lỗi của chương trình, hãy báo lại); xoá đi rồi dựng lại:",
            "other bytes under the same key (a mistake of the program, please report it); delete them and build:",
        ),
        Sort::Besides => (
            "thừa, từ lần dựng trước; dựng lại là mất:",
            "left over from a former build; a build removes them:",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut_and_sorts_keep_their_order() {
        let one = |n: usize| Difference { path: format!("{n:02}"), sort: Sort::Outdated };
        let mut all: Vec<Difference> = (0..14).map(one).collect();
        all.push(Difference { path: "a".to_owned(), sort: Sort::Missing });
        let text = told(1500, &all, false, Lang::Vi);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "Đã so 1.500 tệp: 15 tệp khác với một lần dựng mới");
        assert_eq!(lines[1..3], ["  còn thiếu; dựng lại là có:", "    a"]);
        assert_eq!(lines.last(), Some(&"    … 2 tệp nữa: --verbose"));
        assert_eq!(told(1500, &all, true, Lang::En).lines().count(), 18);
        assert_eq!(told(1, &[], false, Lang::En), "Compared 1 file: just as a clean build\n");
    }
}
