//! `photos optimise`: originals as large as anyone needs them, without what the
//! camera noted.
//!
//! A repository of photos grows with every phone. JPEG originals of more than
//! 2000 pixels are made that large, and those that tell where they were taken
//! are written again without it. A file is only replaced where the new one is
//! lighter or tells less, and where it was read back whole; it is written
//! beside and renamed over. Pictures that are no JPEG stay as they are.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::emit;
use crate::model::failure::Failure;
use crate::picture::{self, Format};
use crate::source::{Limits, Tree};

/// Longest side that print on A4 needs.
const LONGEST: u32 = 2000;

/// Percent of its bytes up to which a new file is worth the change.
const WORTH_IT: u64 = 90;

/// An original that was made smaller, or could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shrunk {
    /// Path from the catalogue's folder.
    pub path: String,
    /// Bytes before.
    pub before: u64,
    /// Bytes after.
    pub after: u64,
    /// Whether it told where it was taken.
    pub had_place: bool,
}

/// Shrinks the originals; `write` is false to only tell what would be done.
pub fn optimise(
    root: &Path,
    write: bool,
    interrupted: &AtomicBool,
) -> Result<Vec<Shrunk>, Failure> {
    let (tree, _) = Tree::read(root, Limits::default())?;
    let mut all = Vec::new();
    for (n, (file, source)) in tree.iter().enumerate() {
        if interrupted.load(Ordering::Relaxed) {
            break;
        }
        let is_content = source.path.starts_with("content/");
        let (true, Some(place)) = (is_content, tree.disk_path(file)) else { continue };
        let start = tree.start(file, picture::HEAD_BYTES).unwrap_or_default();
        if picture::sniff(&start) != Ok(Format::Jpeg) {
            continue;
        }
        let Ok(bytes) = tree.bytes(file) else { continue };
        let Some((new, had_place)) = smaller(&bytes) else { continue };
        if write {
            emit::replace(&place, &new, n).map_err(|error| {
                Failure::io("không ghi được ảnh", "cannot write the photo", &place, &error)
            })?;
        }
        let length = |bytes: &[u8]| u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        all.push(Shrunk {
            path: source.path.clone(),
            before: length(&bytes),
            after: length(&new),
            had_place,
        });
    }
    Ok(all)
}

/// The better file and whether the old one told its place; `None` where the old one stays.
fn smaller(bytes: &[u8]) -> Option<(Vec<u8>, bool)> {
    let head = picture::head(bytes).ok()?;
    let size = head.size();
    let is_large = size.width.max(size.height) > LONGEST;
    if !is_large && !head.has_place {
        return None;
    }
    let paper = picture::paper_size(size, LONGEST);
    let (_, new) = picture::print(bytes, paper.width).ok()?;
    let most = u64::try_from(bytes.len()).ok()?.saturating_mul(WORTH_IT) / 100;
    let is_lighter = u64::try_from(new.len()).ok()? <= most;
    // What cannot be read back is no photo to replace one with.
    let is_whole = picture::decode(&new).is_ok_and(|new| new.head.size() == paper);
    (is_whole && (is_lighter || head.has_place)).then_some((new, head.has_place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let pixels = image::RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([u8::try_from(x % 251).unwrap(), u8::try_from(y % 241).unwrap(), 90])
        });
        image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95)
            .encode(&pixels, width, height, image::ExtendedColorType::Rgb8)
            .unwrap();
        bytes
    }

    #[test]
    fn large_ones_shrink_once_and_small_ones_stay() {
        assert_eq!(smaller(&jpeg(400, 300)), None);
        let (new, had_place) = smaller(&jpeg(2400, 300)).unwrap();
        assert!(!had_place);
        let size = picture::head(&new).unwrap().size();
        assert_eq!((size.width, size.height), (2000, 250));
        assert_eq!(smaller(&new), None);
    }

    #[test]
    fn a_damaged_original_stays_as_it_is() {
        let whole = jpeg(2400, 300);
        assert_eq!(smaller(&whole[..whole.len() / 2]), None);
    }

    #[test]
    fn originals_are_only_written_when_told_to() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("content/products/a/b.jpg");
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        let before = jpeg(2400, 300);
        emit::replace(&place, &before, 0).unwrap();
        let stop = AtomicBool::new(false);
        let told = optimise(folder.path(), false, &stop).unwrap();
        assert_eq!(told.len(), 1);
        assert_eq!(std::fs::read(&place).unwrap(), before);
        let done = optimise(folder.path(), true, &stop).unwrap();
        assert_eq!(done, told);
        assert!(std::fs::read(&place).unwrap().len() < before.len());
        assert_eq!(optimise(folder.path(), true, &stop).unwrap(), []);
    }
}
