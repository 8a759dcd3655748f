//! Where photos of dossiers stand in the output.
//!
//! A photo keeps the words of its file name and gets the start of its content
//! hash, so that a changed picture has another address and caches cannot show
//! the old one.

use std::collections::BTreeMap;

use crate::derive::Site;
use crate::diag::span::FileId;
use crate::model::catalogue::Catalogue;
use crate::source::Tree;
use crate::text::markdown;
use crate::text::slug::slugify;

/// Folder of photos in the output.
pub const FOLDER: &str = "anh";

/// Output path of every photo that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Photos {
    paths: BTreeMap<FileId, String>,
}

impl Photos {
    /// Output path of a photo.
    pub fn path(&self, file: FileId) -> Option<&str> {
        self.paths.get(&file).map(String::as_str)
    }

    /// Every photo with its output path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &str)> {
        self.paths.iter().map(|(file, path)| (*file, path.as_str()))
    }
}

/// Photos of shown products and producers, and pictures within their stories.
pub fn photos(catalogue: &Catalogue, site: &Site, tree: &Tree) -> Photos {
    let products = site.shown.iter().filter_map(|id| catalogue.product(*id));
    let producers = site.producers.iter().filter_map(|id| catalogue.producer(*id));
    let mut files: Vec<FileId> = Vec::new();
    for product in products {
        files.extend(product.photos.iter().map(|photo| photo.file));
        for story in [&product.story, &product.english_story].into_iter().flatten() {
            files.extend(pictures(
                tree,
                product.story_file.unwrap_or(product.file),
                &story.markdown,
            ));
        }
    }
    for producer in producers {
        files.extend(producer.photos.iter().map(|photo| photo.file));
        for story in [&producer.story, &producer.english_story].into_iter().flatten() {
            files.extend(pictures(tree, producer.file, &story.markdown));
        }
    }
    for page in site.pages.iter().filter_map(|index| catalogue.pages.get(*index)) {
        for story in std::iter::once(&page.body).chain(&page.english_body) {
            files.extend(pictures(tree, page.file, &story.markdown));
        }
    }
    let paths = files.into_iter().filter_map(|file| Some((file, path_of(tree, file)?)));
    Photos { paths: paths.collect() }
}

/// Pictures within a story of the file `from`.
pub fn pictures(tree: &Tree, from: FileId, text: &str) -> Vec<FileId> {
    let images = markdown::links(text).into_iter().filter(|link| link.image);
    images.filter_map(|link| beside(tree, from, &link.href)).collect()
}

/// The file that a relative address in `from` names, within `content/` only.
pub fn beside(tree: &Tree, from: FileId, href: &str) -> Option<FileId> {
    let below = href.strip_prefix('/');
    let folder = tree.path(from).rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = match below {
        Some(_) => vec!["content"],
        None => folder.split('/').collect(),
    };
    let decoded =
        percent_encoding::percent_decode_str(below.unwrap_or(href)).decode_utf8().ok()?;
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    let path = parts.join("/");
    if !path.starts_with("content/") {
        return None;
    }
    tree.find(&path).filter(|file| is_picture(tree.path(*file)))
}

/// Formats that browsers show and that carry no script.
fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|it| ["jpg", "jpeg", "png", "webp", "gif"].contains(&it.as_str()))
}

fn path_of(tree: &Tree, file: FileId) -> Option<String> {
    let source = tree.get(file)?;
    let name = source.path.rsplit('/').next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.')?;
    let hash = source.hash.tag();
    let stem = slugify(stem);
    let stem = if stem.is_empty() { "anh" } else { &stem };
    Some(format!("{FOLDER}/{stem}-{hash}.{}", ending.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_found_beside_the_story_and_never_outside_content() {
        let tree = Tree::from_memory(&[
            ("content/products/a/index.md", b"x"),
            ("content/products/a/Vườn chè.JPG", b"x"),
            ("content/anh/b.png", b"x"),
            ("content/products/a/c.svg", b"x"),
            ("themes/ocop/d.png", b"x"),
        ]);
        let from = tree.find("content/products/a/index.md").expect("there");
        let found =
            |href: &str| beside(&tree, from, href).map(|file| tree.path(file).to_owned());
        assert_eq!(found("Vườn chè.JPG").as_deref(), Some("content/products/a/Vườn chè.JPG"));
        assert_eq!(
            found("V%C6%B0%E1%BB%9Dn%20ch%C3%A8.JPG").as_deref(),
            Some("content/products/a/Vườn chè.JPG")
        );
        assert_eq!(found("../../anh/b.png").as_deref(), Some("content/anh/b.png"));
        assert_eq!(found("/anh/b.png").as_deref(), Some("content/anh/b.png"));
        assert_eq!(found("c.svg"), None);
        assert_eq!(found("../../../themes/ocop/d.png"), None);
        assert_eq!(found("../../../../../../etc/passwd"), None);
    }
}
