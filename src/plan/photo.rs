//! Which photos are shown, in which sizes, and where these stand in the output.
//!
//! [`orders`] lists what has to be developed; [`Photos`] is what became of it. A
//! variant is called after the hash of the original and of the recipe, so that
//! a changed picture has another address, two products with the same picture
//! share its files, and caches cannot show the old one. Originals are never
//! published.

use std::collections::{BTreeMap, BTreeSet};

use crate::derive::Site;
use crate::diag::span::{FileId, Span};
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::model::product::ProductId;
use crate::model::story::Story;
use crate::picture::{PIPELINE, Rgb, Role, Size, Variant};
use crate::plan::pdf::Pdf;
use crate::source::{Hash, Tree};
use crate::text::markdown;

/// Folder of photos in the output.
pub const FOLDER: &str = "anh";

/// Hexadecimal digits of the key in the name of a variant.
const DIGITS: usize = 12;

/// A picture that pages want to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The original.
    pub file: FileId,
    /// What it is for.
    pub role: Role,
    /// Where the content names it.
    pub place: Span,
}

/// A picture that pages can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// Hash of original and recipe.
    pub key: Hash,
    /// Size of the original as shown.
    pub size: Size,
    /// The colour that stands in its place until it has come.
    pub tone: Rgb,
    /// Its variants: WebP by width, then the JPEG of a cover.
    pub variants: Vec<Variant>,
    /// Whether the files are there; else a preview makes them when they are asked for.
    pub is_ready: bool,
}

impl Print {
    /// Path of a variant in the output.
    pub fn path(&self, variant: Variant) -> String {
        let key: String = self.key.hex().chars().take(DIGITS).collect();
        format!("{FOLDER}/{key}-{}.{}", variant.width, variant.ending())
    }

    /// The largest WebP.
    pub fn largest(&self) -> Option<Variant> {
        self.variants.iter().rev().find(|variant| !variant.is_jpeg).copied()
    }
}

/// Every picture that pages can show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Photos {
    prints: BTreeMap<FileId, Print>,
    late: BTreeSet<FileId>,
    undrawn: BTreeSet<ProductId>,
}

impl FromIterator<(FileId, Print)> for Photos {
    fn from_iter<I: IntoIterator<Item = (FileId, Print)>>(prints: I) -> Self {
        Self { prints: prints.into_iter().collect(), ..Self::default() }
    }
}

impl Photos {
    /// Pictures that can be shown, and originals that there was no time for.
    pub fn new(prints: Vec<(FileId, Print)>, late: BTreeSet<FileId>) -> Self {
        Self { late, ..prints.into_iter().collect() }
    }

    /// The same, where there was no time for the pictures for links of some products.
    #[must_use]
    pub fn without(self, undrawn: &[ProductId]) -> Self {
        Self { undrawn: undrawn.iter().copied().collect(), ..self }
    }

    /// Whether an original can perhaps be shown by a later build.
    pub fn is_late(&self, file: FileId) -> bool {
        self.late.contains(&file)
    }

    /// Whether a later build draws the picture for links to a product.
    pub fn is_undrawn(&self, id: ProductId) -> bool {
        self.undrawn.contains(&id)
    }

    /// What became of an original; `None` where it cannot be shown.
    pub fn get(&self, file: FileId) -> Option<&Print> {
        self.prints.get(&file)
    }

    /// Every picture with its original.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Print)> {
        self.prints.iter().map(|(file, print)| (*file, print))
    }
}

/// Gives the bytes of pictures and PDFs; asked from many threads.
pub trait Darkroom: Sync {
    /// A variant of an original.
    fn variant(&self, file: FileId, variant: Variant) -> Result<Vec<u8>, Failure>;

    /// A JPEG for paper of that quality (1 to 100) whose longer side has at most `longest`
    /// pixels; `None` where the original cannot be shown.
    fn paper(&self, file: FileId, longest: u32, quality: u8) -> Result<Option<Paper>, Failure>;

    /// The bytes of a finished PDF, by its name in the store.
    fn pdf(&self, pdf: &Pdf, name: &str) -> Result<Vec<u8>, Failure>;

    /// Something costly that was made before, by the hash of all it was made from.
    fn kept(&self, _key: Hash, _name: &str) -> Option<Vec<u8>> {
        None
    }

    /// Keeps it for the next time.
    fn keep(&self, _key: Hash, _name: &str, _bytes: &[u8]) -> Result<(), Failure> {
        Ok(())
    }
}

/// A picture for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The JPEG.
    pub jpeg: Vec<u8>,
    /// Its size.
    pub size: Size,
    /// Size of the original as shown.
    pub original: Size,
}

/// Hash of an original, by the hash of its bytes, and of the recipe.
pub fn key_of(original: Hash) -> Hash {
    Hash::of(&[original.as_bytes().as_slice(), PIPELINE.as_bytes()].concat())
}

/// Pictures of shown products, producers and pages, each once: covers first, then in the order
/// in which the site shows them.
pub fn orders(catalogue: &Catalogue, site: &Site, tree: &Tree) -> Vec<Order> {
    let mut all = Vec::new();
    let products = || site.shown.iter().filter_map(|id| catalogue.product(*id));
    let covers = products().filter_map(|product| product.photos.first());
    all.extend(covers.map(|it| Order { file: it.file, role: Role::Cover, place: it.span }));
    let mut gallery = |file, place| all.push(Order { file, role: Role::Gallery, place });
    for product in products() {
        product.photos.iter().skip(1).for_each(|photo| gallery(photo.file, photo.span));
        let from = product.story_file.unwrap_or(product.file);
        for story in [&product.story, &product.english_story].into_iter().flatten() {
            in_story(tree, from, story, &mut gallery);
        }
    }
    for maker in site.producers.iter().filter_map(|id| catalogue.producer(*id)) {
        maker.photos.iter().for_each(|photo| gallery(photo.file, photo.span));
        for story in [&maker.story, &maker.english_story].into_iter().flatten() {
            in_story(tree, maker.file, story, &mut gallery);
        }
    }
    for page in site.pages.iter().filter_map(|index| catalogue.pages.get(*index)) {
        for story in std::iter::once(&page.body).chain(&page.english_body) {
            in_story(tree, page.file, story, &mut gallery);
        }
    }
    once(all)
}

fn in_story(tree: &Tree, from: FileId, story: &Story, add: &mut impl FnMut(FileId, Span)) {
    for (file, range) in placed(tree, from, &story.markdown) {
        let at = |byte: usize| {
            story.span.start.saturating_add(u32::try_from(byte).unwrap_or(u32::MAX))
        };
        add(file, Span { file: story.span.file, start: at(range.start), end: at(range.end) });
    }
}

/// The first order of each picture; a cover has every size that others need.
fn once(all: Vec<Order>) -> Vec<Order> {
    let mut seen = BTreeSet::new();
    all.into_iter().filter(|order| seen.insert(order.file)).collect()
}

/// Pictures within a story of the file `from`.
pub fn pictures(tree: &Tree, from: FileId, text: &str) -> Vec<FileId> {
    placed(tree, from, text).map(|(file, _)| file).collect()
}

/// Pictures within a text, with their bytes in it.
fn placed(
    tree: &Tree,
    from: FileId,
    text: &str,
) -> impl Iterator<Item = (FileId, std::ops::Range<usize>)> {
    let images = markdown::links(text).into_iter().filter(|link| link.image);
    images.filter_map(move |link| Some((beside(tree, from, &link.href)?, link.range)))
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
