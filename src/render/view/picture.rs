//! A picture in its sizes, as templates see it.
//!
//! Paths are given below the site's root, except in `srcset`, which is ready to
//! be printed: each of its candidates begins with the mark that becomes the way
//! to the root.

use serde::Serialize;

use crate::diag::span::FileId;
use crate::model::photo::Photo;
use crate::picture::Variant;
use crate::plan::photo::Print;
use crate::render::root::ROOT;
use crate::render::view::Supply;
use crate::text::lang::Lang;

/// A picture in its sizes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PictureView {
    /// Path of the largest WebP, or of the drawing.
    pub src: String,
    /// Value of `srcset`: every WebP with its width; empty for drawings.
    pub srcset: String,
    /// Path of the smallest WebP, or of the drawing.
    pub small: String,
    /// Path of the JPEG of a cover, for readers without WebP and for other sites; else empty.
    pub fallback: String,
    /// Pixels across of `src`.
    pub width: u32,
    /// Pixels down of `src`.
    pub height: u32,
    /// `#c82828`: stands in its place until it has come; empty for drawings.
    pub color: String,
    /// The same as one of 64 steps, `000` to `333`: a class, because pages have no inline styles.
    pub tone: String,
    /// `50% 30%`: the point that crops keep.
    pub focus: String,
    /// The same as classes in tenths, ` fx-5 fy-3`, for pages; empty for the middle.
    pub crop: String,
}

impl PictureView {
    /// The file that every program can show: the JPEG, else the largest.
    pub fn known_everywhere(&self) -> &str {
        if self.fallback.is_empty() { &self.src } else { &self.fallback }
    }
}

/// A photo of a dossier.
pub fn of_photo(supply: &Supply<'_>, photo: &Photo) -> Option<PictureView> {
    let (left, top) = photo.focus;
    let focus = format!("{left}% {top}%");
    Some(PictureView { focus, crop: crop(photo.focus), ..of(supply, photo.file)? })
}

/// Classes that keep a point in sight.
fn crop((left, top): (u8, u8)) -> String {
    let tenths = |percent: u8| percent.saturating_add(5) / 10;
    if (left, top) == (50, 50) {
        return String::new();
    }
    format!(" fx-{} fy-{}", tenths(left), tenths(top))
}

/// What a photo shows in the page's language, and the language that this is in.
pub fn words(supply: &Supply<'_>, photo: &Photo) -> (String, &'static str) {
    if let (Lang::En, Some(english)) = (supply.lang, &photo.alt_en) {
        return (english.clone(), Lang::En.code());
    }
    let own = photo.alt.as_ref().map(|alt| alt.value.clone());
    (own.unwrap_or_default(), Lang::Vi.code())
}

/// Any picture of the content.
pub fn of(supply: &Supply<'_>, file: FileId) -> Option<PictureView> {
    view(supply.photos.get(file)?)
}

fn view(print: &Print) -> Option<PictureView> {
    let largest = print.largest()?;
    let webp = || print.variants.iter().filter(|variant| !variant.is_jpeg);
    let candidate =
        |variant: &Variant| format!("{ROOT}{} {}w", print.path(*variant), variant.width);
    let srcset = webp().map(candidate).collect::<Vec<_>>().join(", ");
    let jpeg = print.variants.iter().find(|variant| variant.is_jpeg);
    Some(PictureView {
        src: print.path(largest),
        srcset,
        small: webp().next().map(|it| print.path(*it)).unwrap_or_default(),
        fallback: jpeg.map(|it| print.path(*it)).unwrap_or_default(),
        width: largest.width,
        height: largest.height,
        color: print.tone.to_string(),
        tone: print.tone.step(),
        focus: "50% 50%".to_owned(),
        crop: String::new(),
    })
}

/// A drawing of our own.
pub fn drawn(path: String, (width, height): (u32, u32)) -> PictureView {
    PictureView {
        src: path.clone(),
        small: path,
        width,
        height,
        focus: "50% 50%".to_owned(),
        ..PictureView::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{self, Rgb, Role, Size};
    use crate::source::Hash;

    #[test]
    fn a_point_becomes_classes_in_tenths() {
        assert_eq!(crop((50, 50)), "");
        assert_eq!(crop((50, 40)), " fx-5 fy-4");
        assert_eq!(crop((0, 100)), " fx-0 fy-10");
        assert_eq!(crop((14, 96)), " fx-1 fy-10");
    }

    #[test]
    fn a_cover_has_every_size_and_a_jpeg() {
        let size = Size { width: 2000, height: 1500 };
        let print = Print {
            key: Hash::of(b"x"),
            size,
            tone: Rgb([200, 40, 40]),
            variants: picture::variants(size, Role::Cover),
            is_ready: true,
        };
        let key: String = print.key.hex().chars().take(12).collect();
        let view = view(&print).unwrap();
        assert_eq!((view.width, view.height), (960, 720));
        assert_eq!(view.src, format!("anh/{key}-960.webp"));
        assert_eq!(view.small, format!("anh/{key}-320.webp"));
        assert_eq!(view.known_everywhere(), format!("anh/{key}-960.jpg"));
        let want = [320, 480, 960].map(|w| format!("{ROOT}anh/{key}-{w}.webp {w}w")).join(", ");
        assert_eq!(view.srcset, want);
        assert_eq!((view.color.as_str(), view.tone.as_str()), ("#c82828", "300"));
    }
}
