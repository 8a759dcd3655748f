//! Pages as they must look: small pictures of every kind, compared dot by dot.
//!
//! Renderers differ in the last shade from release to release, so a page passes when hardly
//! any of its dots differs by more than an eye would see. What differs is written out: wanted,
//! found, and the places marked.

use std::fs;
use std::path::PathBuf;

use image::{GrayImage, ImageBuffer, Luma};

use super::paper::rendered;
use super::view::{brochure, cards};
use super::{KINDS, pressed};
use dacsan::render::brochure::Print;

/// Dots per inch of the stored pages.
const DPI: u32 = 24;

/// Shades by which a dot may differ.
const SHADE: u8 = 24;

/// Dots of ten thousand that may differ by more.
const MANY: usize = 30;

fn stored() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/brochure")
}

fn page(pdf: &[u8], number: usize) -> GrayImage {
    let (wide, high, dots) = rendered(pdf, number, DPI);
    let size = |side: usize| u32::try_from(side).expect("a page is small");
    GrayImage::from_raw(size(wide), size(high), dots).expect("as many dots as the size says")
}

/// Pages one beside the other.
fn strip(pages: &[GrayImage]) -> GrayImage {
    let wide = pages.iter().map(|page| page.width() + 2).sum();
    let high = pages.iter().map(GrayImage::height).max().unwrap_or(1);
    let mut strip = ImageBuffer::from_pixel(wide, high, Luma([128]));
    let mut x = 0;
    for page in pages {
        image::imageops::replace(&mut strip, page, x, 0);
        x += i64::from(page.width()) + 2;
    }
    strip
}

/// Dots that an eye would see differ.
fn differing(a: &GrayImage, b: &GrayImage) -> usize {
    a.as_raw().iter().zip(b.as_raw()).filter(|(a, b)| a.abs_diff(**b) > SHADE).count()
}

#[test]
fn every_kind_looks_as_it_must() {
    let mut problems = Vec::new();
    for (kind, paper, per_page) in KINDS {
        let made = pressed(&brochure(kind, paper, per_page, &cards(7)), Print::Screen);
        let pages: Vec<GrayImage> =
            (1..=made.pages.min(6)).map(|at| page(&made.pdf, at)).collect();
        let found = strip(&pages);
        let name = format!("{kind}-{paper}-{per_page}.png");
        let path = stored().join(&name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(stored()).expect("a folder");
            found.save(&path).expect("it can be written");
            continue;
        }
        let wanted = image::open(&path).expect("a stored page").into_luma8();
        let same_size = wanted.dimensions() == found.dimensions();
        let off = if same_size { differing(&wanted, &found) } else { usize::MAX };
        if off > found.as_raw().len() * MANY / 10_000 {
            let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("brochure");
            fs::create_dir_all(&folder).expect("a folder");
            let show = strip(&[wanted, found]);
            show.save(folder.join(&name)).expect("it can be written");
            problems.push(format!(
                "{name}: {off} dots differ; wanted beside found in {}",
                folder.display()
            ));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
