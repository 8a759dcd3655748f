//! Bundles: the files that make one dossier or page.
//!
//! `<slug>.md` or `<slug>.yaml`, the two as a pair, `<slug>.en.md` beside them,
//! and `<slug>/index.md` with its photos are all one dossier. Folders above
//! order the files for people and mean nothing. READMEs are for people too.

use std::collections::BTreeMap;

use super::codes::reference::{ENGLISH_ALONE, FILE_NAME, FILE_OUTSIDE, SLUG_DUPLICATE};
use crate::diag::sink::Diagnostics;
use crate::diag::span::{FileId, Span};
use crate::diag::{Diagnostic, suggest};
use crate::source::Tree;
use crate::text::slug;

/// Folders of `content/` that are read, with what stands in them.
const FOLDERS: [&str; 6] =
    ["brochures", "fairs", "pages", "producers", "products", "reference"];

/// The files of one dossier or page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bundle {
    pub(super) slug: String,
    /// `.md` file.
    pub(super) story: Option<FileId>,
    /// `.yaml` file.
    pub(super) data: Option<FileId>,
    /// `.en.md` file.
    pub(super) english: Option<FileId>,
}

impl Bundle {
    /// The file that holds the facts, for findings about the whole.
    pub(super) fn main(&self) -> Option<FileId> {
        self.data.or(self.story)
    }
}

/// Bundles of each kind, by path.
#[derive(Debug, Default)]
pub(super) struct Bundles {
    pub(super) products: Vec<Bundle>,
    pub(super) producers: Vec<Bundle>,
    pub(super) pages: Vec<Bundle>,
    pub(super) fairs: Vec<Bundle>,
    pub(super) brochures: Vec<Bundle>,
}

/// Sorts the files of the tree into bundles.
pub(super) fn bundles(tree: &Tree, out: &mut Diagnostics) -> Bundles {
    let mut bundles = Bundles::default();
    for (folder, into) in [
        ("content/products/", &mut bundles.products),
        ("content/producers/", &mut bundles.producers),
        ("content/pages/", &mut bundles.pages),
        ("content/fairs/", &mut bundles.fairs),
        ("content/brochures/", &mut bundles.brochures),
    ] {
        *into = of_folder(tree, folder, out);
    }
    for (id, file) in tree.iter() {
        if let Some(finding) = outside(id, &file.path) {
            out.push(finding);
        }
    }
    bundles
}

/// What a file is within its bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Story,
    Data,
    English,
}

fn of_folder(tree: &Tree, folder: &str, out: &mut Diagnostics) -> Vec<Bundle> {
    let mut found: BTreeMap<&str, Bundle> = BTreeMap::new();
    for (id, file) in tree.iter() {
        let Some((stem, part)) = file.path.strip_prefix(folder).and_then(split) else {
            continue;
        };
        let bundle = found.entry(stem).or_default();
        let place = match part {
            Part::Story => &mut bundle.story,
            Part::Data => &mut bundle.data,
            Part::English => &mut bundle.english,
        };
        match *place {
            None => *place = Some(id),
            Some(first) => out.push(duplicate(stem, id, first, tree)),
        }
    }
    let mut bundles: Vec<Bundle> = Vec::with_capacity(found.len());
    let mut taken: BTreeMap<String, FileId> = BTreeMap::new();
    let mut named: Vec<(&str, Bundle)> = found.into_iter().collect();
    // The order of a file and its folder differs from that of their stems.
    named.sort_by_key(|(_, bundle)| bundle.main());
    for (stem, bundle) in named {
        let Some(main) = bundle.main() else {
            out.extend(bundle.english.map(|file| english_alone(file, tree)));
            continue;
        };
        let slug = slug_of(stem, main, out);
        if let Some(first) = taken.get(&slug) {
            out.push(duplicate(&slug, main, *first, tree));
            continue;
        }
        taken.insert(slug.clone(), main);
        bundles.push(Bundle { slug, ..bundle });
    }
    bundles
}

/// Stem of the bundle and the file's part in it: `a/b.en.md` is the English of `a/b`.
fn split(path: &str) -> Option<(&str, Part)> {
    let (stem, ending) = path.rsplit_once('.')?;
    let (stem, part) = match ending.to_ascii_lowercase().as_str() {
        "md" => match stem.strip_suffix(".en") {
            Some(stem) => (stem, Part::English),
            None => (stem, Part::Story),
        },
        "yaml" | "yml" => (stem, Part::Data),
        _ => return None,
    };
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    if name.eq_ignore_ascii_case("readme") {
        return None;
    }
    // `a/index` is `a`; at the top there is no folder to be named after.
    if name == "index" && !folder.is_empty() {
        Some((folder, part))
    } else {
        Some((stem, part))
    }
}

fn slug_of(stem: &str, file: FileId, out: &mut Diagnostics) -> String {
    let (_, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    if slug::is_slug(name) {
        return name.to_owned();
    }
    let made = slug::slugify(name);
    // A name without any Latin letter still needs an address.
    let right = if made.is_empty() { format!("tep-{}", file.0) } else { made };
    out.push(
        Diagnostic::new(
            &FILE_NAME,
            Span::start_of(file),
            format!("tên `{name}` không phải là slug, trang có địa chỉ `{right}`"),
            format!("the name `{name}` is no slug, the page's address is `{right}`"),
        )
        .hint(format!("đổi tên thành `{right}`"), format!("rename it to `{right}`")),
    );
    right
}

fn duplicate(slug: &str, second: FileId, first: FileId, tree: &Tree) -> Diagnostic {
    let path = tree.path(first);
    Diagnostic::new(
        &SLUG_DUPLICATE,
        Span::start_of(second),
        format!("địa chỉ `{slug}` đã thuộc về `{path}`"),
        format!("the address `{slug}` belongs to `{path}` already"),
    )
    .label(Span::start_of(first), "hồ sơ được giữ", "the one that is kept")
    .hint("đổi tên tệp này", "rename this file")
}

fn english_alone(file: FileId, tree: &Tree) -> Diagnostic {
    let path = tree.path(file);
    let wanted =
        path.strip_suffix(".en.md").map_or_else(String::new, |stem| format!("{stem}.md"));
    Diagnostic::new(
        &ENGLISH_ALONE,
        Span::start_of(file),
        format!("cần `{wanted}` bên cạnh, chưa có"),
        format!("expected `{wanted}` beside it, found none"),
    )
}

/// The finding for a text file in a folder that nobody reads.
fn outside(file: FileId, path: &str) -> Option<Diagnostic> {
    let below = path.strip_prefix("content/")?;
    let (stem, ending) = below.rsplit_once('.')?;
    let is_text = ["md", "yaml", "yml"].contains(&ending.to_ascii_lowercase().as_str());
    let (_, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    if !is_text
        || name.eq_ignore_ascii_case("readme")
        || matches!(below, "catalogue.yaml" | "catalogue.yml" | "codes.yaml")
    {
        return None;
    }
    let folder = below.split_once('/').map_or("", |(folder, _)| folder);
    if FOLDERS.contains(&folder) {
        return None;
    }
    let finding = Diagnostic::new(
        &FILE_OUTSIDE,
        Span::start_of(file),
        "tệp này không nằm trong thư mục nào được đọc",
        "the file stands in no folder that is read",
    );
    let near = match folder {
        "" => None,
        "san-pham" => Some("products"),
        "chu-the" => Some("producers"),
        "trang" => Some("pages"),
        "hoi-cho" => Some("fairs"),
        "an-pham" => Some("brochures"),
        _ => suggest::nearest(folder, FOLDERS.into_iter()),
    };
    Some(match near {
        Some(near) => finding.hint(
            format!("chuyển vào `content/{near}/`"),
            format!("move it to `content/{near}/`"),
        ),
        None => finding.hint(
            "chuyển vào `content/products/`, `content/producers/` hoặc `content/pages/`",
            "move it to `content/products/`, `content/producers/` or `content/pages/`",
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paths: &[&str], slugs: &[&str], codes: &[&str]) {
        let files: Vec<(&str, &[u8])> =
            paths.iter().map(|path| (*path, b"x".as_slice())).collect();
        let mut out = Diagnostics::new();
        let found = bundles(&Tree::from_memory(&files), &mut out);
        let got: Vec<&str> = found.products.iter().map(|bundle| bundle.slug.as_str()).collect();
        assert_eq!(got, slugs, "{paths:?}");
        let names: Vec<&str> = out.iter().map(|finding| finding.code.name).collect();
        assert_eq!(names, codes, "{paths:?}");
    }

    #[test]
    fn files_of_one_dossier_belong_together() {
        check(&["content/products/a.md"], &["a"], &[]);
        check(&["content/products/x/y/a.md"], &["a"], &[]);
        check(&["content/products/x/a/index.md", "content/products/x/a/bia.jpg"], &["a"], &[]);
        check(
            &["content/products/a.yaml", "content/products/a.md", "content/products/a.en.md"],
            &["a"],
            &[],
        );
        check(
            &["content/products/a/index.yaml", "content/products/a/index.en.md"],
            &["a"],
            &[],
        );
        check(&["content/products/README.md"], &[], &[]);
    }

    #[test]
    fn odd_files_are_reported() {
        check(&["content/products/Mật ong.md"], &["mat-ong"], &["file-name"]);
        check(
            &["content/products/x/a.md", "content/products/y/a.md"],
            &["a"],
            &["slug-duplicate"],
        );
        check(
            &["content/products/a.md", "content/products/a/index.md"],
            &["a"],
            &["slug-duplicate"],
        );
        check(
            &["content/products/a.yaml", "content/products/a.yml"],
            &["a"],
            &["slug-duplicate"],
        );
        check(&["content/products/a.en.md"], &[], &["english-alone"]);
        check(&["content/product/a.md"], &[], &["file-outside"]);
        check(
            &["content/a.md", "content/catalogue.yaml", "content/README.md"],
            &[],
            &["file-outside"],
        );
    }
}
