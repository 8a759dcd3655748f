//! Why a file of the output is there: what it is and what it is made from.
//!
//! A path may be typed as it lies on the disk, as it stands below the output
//! folder, or as the address of a page, whole or below the site's root.
//!
//! Never writes.

use std::path::Path;

use super::stage::Stage;
use super::{Options, conduct};
use crate::diag::suggest;
use crate::emit::{self, Fate, Maker as _};
use crate::model::failure::Failure;
use crate::model::settings::Encoding;
use crate::plan;
use crate::render::ingredients::Ingredients;
use crate::text::date::Day;

/// Why one file is there.
#[derive(Debug, Clone)]
pub struct Reasons {
    /// Path below the output folder.
    pub path: String,
    /// The way in which it is compressed; `None` for the file itself.
    pub packed: Option<Encoding>,
    /// What it is made from.
    pub ingredients: Ingredients,
    /// The day for which the site is made.
    pub today: Day,
    /// What the next build would do with it.
    pub fate: Fate,
}

/// Why each of these files is there, in the order typed.
///
/// Fails at the first path that no build would write, and names the nearest one.
pub fn why(options: &Options<'_>, typed: &[String]) -> Result<Vec<Reasons>, Failure> {
    conduct(options, |stage| typed.iter().map(|typed| one(options, stage, typed)).collect())
        .map(|(_, reasons)| reasons)
}

fn one(options: &Options<'_>, stage: &Stage<'_>, typed: &str) -> Result<Reasons, Failure> {
    let path = below(options.out, stage.sources.base_url, typed);
    let found = candidates(&path).into_iter().find_map(|path| {
        let index = stage.wanted.iter().position(|file| file.path == path)?;
        Some((index, stage.wanted.get(index)?, stage.artifact(index)?))
    });
    let Some((index, file, (artifact, packed))) = found else {
        return Err(unknown(stage, typed, &path));
    };
    Ok(Reasons {
        path: file.path.clone(),
        packed,
        ingredients: stage.renderer.ingredients(artifact),
        today: options.today,
        fate: emit::fate(options.out, file, stage.key(index)?),
    })
}

/// What was typed as a path below the output folder, which may be typed in any
/// way that ends in its name.
fn below(out: &Path, base_url: Option<&str>, typed: &str) -> String {
    let typed = base_url.and_then(|base| typed.strip_prefix(base)).unwrap_or(typed);
    let typed = typed.split(['?', '#']).next().unwrap_or_default().replace('\\', "/");
    let name = out.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let parts: Vec<&str> = typed.split('/').filter(|it| !matches!(*it, "" | ".")).collect();
    let last =
        parts.iter().rposition(|part| *part == name).map_or(0, |at| at.saturating_add(1));
    parts.get(last..).unwrap_or_default().join("/")
}

/// The files that a path may mean: itself, or the page at that address.
fn candidates(path: &str) -> [String; 2] {
    let route = if path.is_empty() { String::new() } else { format!("{path}/") };
    [path.to_owned(), plan::file_of(&route)]
}

fn unknown(stage: &Stage<'_>, typed: &str, path: &str) -> Failure {
    let failure = Failure::usage(
        format!("không lần dựng nào ghi `{typed}`"),
        format!("no build would write `{typed}`"),
    );
    let paths = stage.wanted.iter().map(|file| file.path.as_str());
    let pages = paths.clone().filter_map(|path| path.strip_suffix("/index.html"));
    let near = suggest::nearest(path, pages).or_else(|| suggest::nearest(path, paths));
    let failure = failure.did_you_mean(near);
    failure.hint(
        "ghi đường dẫn trong thư mục kết quả hoặc địa chỉ của trang; xem hồ sơ có lỗi hay còn là bản nháp bằng `dacsan check`",
        "write a path below the output folder or the address of a page; `dacsan check` tells of dossiers with errors and of drafts",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, want: &str) {
        let found = below(Path::new("public"), Some("https://vi-du.vn/ocop/"), typed);
        assert_eq!(found, want, "{typed}");
    }

    #[test]
    fn a_page_may_be_typed_in_any_way() {
        check("public/a/index.html", "a/index.html");
        check("./public/a/", "a");
        check("public", "");
        check("/danh-muc/public/a/index.html", "a/index.html");
        check("/san-pham/gao/", "san-pham/gao");
        check("san-pham/gao", "san-pham/gao");
        check("https://vi-du.vn/ocop/san-pham/gao/?q#x", "san-pham/gao");
        check("/", "");
        assert_eq!(candidates(""), ["", "index.html"]);
        assert_eq!(candidates("a"), ["a", "a/index.html"]);
    }
}
