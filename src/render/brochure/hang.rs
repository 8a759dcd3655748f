//! Photos hung into laid-out pages, each as large as its place asks for.
//!
//! The layout sees no more of a photo than its shape: a plain drawing of that size. Once
//! every place is known, the photo is scaled for each of them and put in. So one that is
//! small on its card and large before its section is sharp in both and nowhere heavier than
//! it must be, and a layout stays as small in memory as if there were no photos at all.
//!
//! Never looks at words, never moves anything.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use typst::foundations::Bytes;
use typst::layout::{Abs, Axes, Frame, FrameItem, Transform};
use typst::visualize::{Image, ImageKind, SvgImage};
use typst_layout::{Page, PagedDocument};

use crate::render::brochure::inspect;
use crate::render::brochure::photo::{self, Pictures};
use crate::render::brochure::{Print, Remark};
use crate::text::lang::Text;

/// Dots per inch below which a print shop sees single dots.
const COARSE: f64 = 250.0;

/// Sizes go up in such steps of pixels, so that places of nearly one size share a file.
const STEP: u32 = 16;

/// A photo on its way into the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// Dossier that it belongs to.
    pub dossier: String,
    /// Key of the photo.
    pub key: String,
}

/// Photos by the hash of what stands in their place.
pub(super) type Places = BTreeMap<u128, Placed>;

/// A photo in the size of one of its places.
type Wanted = (String, u32);

/// What stands in the place of photo number `n` while pages are laid out.
pub(super) fn stand_in(n: usize, (width, height): (u32, u32)) -> Bytes {
    Bytes::from_string(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\
         <path id=\"p{n}\" fill=\"#e4dfd3\" d=\"M0 0h{width}v{height}H0z\"/></svg>"
    ))
}

/// The same pages with their photos, and what is to be said about these.
pub(super) fn hang(
    mut document: PagedDocument,
    places: &Places,
    (pictures, print): (&dyn Pictures, Print),
) -> (PagedDocument, Vec<Remark>) {
    if places.is_empty() {
        return (document, Vec::new());
    }
    let info = std::mem::take(document.info_mut());
    let mut pages: Vec<Page> = document.pages().to_vec();
    drop(document);
    let mut wanted: BTreeMap<Wanted, String> = BTreeMap::new();
    let mut largest: BTreeMap<String, f64> = BTreeMap::new();
    for page in &pages {
        look(&page.frame, Transform::identity(), &mut |image, inches| {
            let Some(placed) = photo_of(image, places) else { return };
            wanted.insert((placed.key.clone(), pixels(inches, print)), placed.dossier.clone());
            let own = largest.entry(placed.key.clone()).or_insert(inches);
            *own = own.max(inches);
        });
    }
    let made: BTreeMap<&Wanted, (u32, SvgImage)> = wanted
        .par_iter()
        .filter_map(|(wish, _)| Some((wish, drawn(wish, pictures)?)))
        .collect();
    for page in &mut pages {
        put(&mut page.frame, Transform::identity(), places, &|image, inches| {
            let key = &photo_of(image, places)?.key;
            let (_, svg) = made.get(&(key.clone(), pixels(inches, print)))?;
            let alt = image.alt().map(Into::into);
            Some(Image::new(ImageKind::Svg(svg.clone()), alt, image.scaling()))
        });
    }
    let remarks = remarks(&wanted, &made, &largest, print);
    (PagedDocument::new(pages.into_iter().collect(), info), remarks)
}

fn photo_of<'a>(image: &Image, places: &'a Places) -> Option<&'a Placed> {
    let ImageKind::Svg(svg) = image.kind() else { return None };
    places.get(&typst::utils::hash128(svg.data()))
}

/// Pixels of the longer side that a place asks for, whose longer side has so many inches.
fn pixels(inches: f64, print: Print) -> u32 {
    let steps = (inches * f64::from(print.resolution()) / f64::from(STEP)).ceil();
    // A place is smaller than any sheet: at most some thousands.
    (1..=1024).find(|n| f64::from(*n) >= steps).unwrap_or(1024) * STEP
}

fn drawn((key, longest): &Wanted, pictures: &dyn Pictures) -> Option<(u32, SvgImage)> {
    let jpeg = pictures.jpeg(key, *longest)?;
    let data = Bytes::from_string(photo::wrapped(&jpeg));
    Some((jpeg.width.max(jpeg.height), SvgImage::new(data).ok()?))
}

/// Shows every image with the inches of its longer side.
fn look(frame: &Frame, at: Transform, see: &mut impl FnMut(&Image, f64)) {
    inspect::walk(frame, at, inspect::OPEN, &mut |item, here, _| {
        if let FrameItem::Image(image, size, _) = item {
            see(image, inches(*size, here));
        }
    });
}

fn has_photo(frame: &Frame, places: &Places) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_photo(&group.frame, places),
        FrameItem::Image(image, ..) => photo_of(image, places).is_some(),
        _ => false,
    })
}

fn inches(size: Axes<Abs>, at: Transform) -> f64 {
    let (across, down) = (at.sx.get().hypot(at.ky.get()), at.sy.get().hypot(at.kx.get()));
    (size.x.to_inches() * across).max(size.y.to_inches() * down)
}

/// Puts other images in; frames without photos are not touched, for they may be shared.
fn put(
    frame: &mut Frame,
    at: Transform,
    places: &Places,
    other: &impl Fn(&Image, f64) -> Option<Image>,
) {
    if !has_photo(frame, places) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => {
                put(&mut group.frame, at.pre_concat(group.transform), places, other);
            }
            FrameItem::Image(image, size, _) => {
                if let Some(new) = other(image, inches(*size, at)) {
                    *image = new;
                }
            }
            _ => {}
        }
        true
    });
}

/// Photos that cannot be read, and those whose dots would show, by their largest place.
fn remarks(
    wanted: &BTreeMap<Wanted, String>,
    made: &BTreeMap<&Wanted, (u32, SvgImage)>,
    largest: &BTreeMap<String, f64>,
    print: Print,
) -> Vec<Remark> {
    let mut unreadable = BTreeSet::new();
    let mut coarse: BTreeMap<&String, f64> = BTreeMap::new();
    for (wish, dossier) in wanted {
        let (Some((longest, _)), Some(inches)) = (made.get(wish), largest.get(&wish.0)) else {
            unreadable.insert(dossier);
            continue;
        };
        // Of several sizes of one photo the largest stands in the largest place.
        let dpi = f64::from(*longest) / inches.max(f64::EPSILON);
        let own = coarse.entry(dossier).or_insert(dpi);
        *own = own.max(dpi);
    }
    if print == Print::Screen {
        coarse.clear();
    }
    let coarse = coarse.into_iter().filter(|(_, dpi)| *dpi < COARSE - 0.5);
    let coarse = coarse.map(|(dossier, dpi)| Remark {
        what: "photo-coarse",
        dossier: dossier.clone(),
        text: Text::new(
            format!("ảnh in ra chỉ có {dpi:.0} điểm trên inch, cần ít nhất {COARSE:.0}; thay ảnh lớn hơn, hoặc chọn ô nhỏ hơn"),
            format!("the photo prints at {dpi:.0} dots per inch, {COARSE:.0} are needed; send a larger one, or choose smaller boxes"),
        ),
    });
    let unreadable = unreadable.into_iter().map(|dossier| Remark {
        what: "photo-unreadable",
        dossier: dossier.clone(),
        text: Text::new(
            "không đọc được ảnh; chỗ của ảnh để trống",
            "the photo cannot be read; its place stays empty",
        ),
    });
    unreadable.chain(coarse).collect()
}
