//! Draws the illustrations of the example catalogue.
//!
//! Each scene is drawn as an SVG by code (`scenes/`), rendered, painted over pixel by pixel (`paint.rs`)
//! and written as a JPEG of 2000 × 1500 beside the dossier it belongs to. The scenes show kinds of
//! products, not anybody's packaging: there are no words and no marks on them, and the dossiers say in
//! credit and alternative text that they are illustrations. The same program gives the same pictures.
//!
//! `cargo run --release -p dacsan-illustrations -- content/products`
//! draws them all; `--only tra,gom` those whose name has one of the words; `--size 0.4` smaller ones;
//! `--sheet sheet.png` puts them all on one sheet to look at instead.

mod canvas;
mod colour;
mod dice;
mod land;
mod paint;
mod props;
mod scenes;
mod stage;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use image::RgbImage;
use image::imageops::{self, FilterType};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::canvas::{Canvas, HIGH, WIDE};
use crate::scenes::Scene;

/// Largest file of a picture, and of one with so much grass or water that it would suffer.
const BYTES: [usize; 2] = [104_000, 146_000];
/// Below this quality a picture suffers.
const QUALITY_LEAST: u8 = 44;

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

struct Order {
    folder: PathBuf,
    only: Vec<String>,
    size: f32,
    sheet: Option<PathBuf>,
}

#[expect(clippy::disallowed_methods, reason = "one picture after the other; a broken one is drawn again")]
fn main() -> Outcome<()> {
    let order = order(std::env::args().skip(1))?;
    let wanted = |scene: &&Scene| order.only.is_empty() || order.only.iter().any(|word| scene.dossier.contains(word.as_str()));
    let scenes: Vec<&Scene> = scenes::ALL.iter().flat_map(|part| part.iter()).filter(wanted).collect();
    if let Some(path) = &order.sheet {
        return sheet(&draw_all(&scenes, order.size, |_, _| Ok(()))?, path);
    }
    draw_all(&scenes, order.size, |scene, picture| {
        let (bytes, quality) = encode(picture)?;
        println!("{}: {} bytes, quality {quality}", scene.dossier, bytes.len());
        Ok(std::fs::write(order.folder.join(format!("{}.jpg", scene.dossier)), bytes)?)
    })?;
    Ok(())
}

fn order(words: impl Iterator<Item = String>) -> Outcome<Order> {
    let mut order = Order { folder: PathBuf::from("content/products"), only: Vec::new(), size: 1.0, sheet: None };
    let mut words = words;
    while let Some(word) = words.next() {
        let mut next = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--only" => order.only = next()?.split(',').map(str::to_owned).collect(),
            "--size" => order.size = next()?.parse()?,
            "--sheet" => order.sheet = Some(PathBuf::from(next()?)),
            _ => order.folder = PathBuf::from(word),
        }
    }
    Ok(order)
}

/// Draws the scenes on four threads and does with each what `done` says; the order of the results is that of the scenes.
fn draw_all(scenes: &[&Scene], size: f32, done: impl Fn(&Scene, &RgbImage) -> Outcome<()> + Sync) -> Outcome<Vec<RgbImage>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut drawn = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(scene) = scenes.get(at) else { return drawn };
            let picture = draw(scene, size).and_then(|picture| done(scene, &picture).map(|()| picture));
            drawn.push((at, picture.map_err(|error| format!("{}: {error}", scene.dossier))));
        }
    };
    let mut drawn: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    });
    drawn.sort_by_key(|(at, _)| *at);
    drawn.into_iter().map(|(_, picture)| Ok(picture?)).collect()
}

fn draw(scene: &Scene, size: f32) -> Outcome<RgbImage> {
    let seed = scene.dossier.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    let mut canvas = Canvas::new(seed);
    let near = scene.near;
    canvas.at(WIDE * 0.47 * (1.0 - near), HIGH * 0.91 * (1.0 - near), 0.0, near, scene.draw);
    let tree = Tree::from_str(&canvas.svg(), &Options::default())?;
    // Dabs are some ten pixels wide: what is drawn finer than this would be painted over.
    let drawn = size * 0.7;
    let (wide, high) = ((WIDE * drawn).round() as u32, (HIGH * drawn).round() as u32);
    let mut pixmap = Pixmap::new(wide, high).ok_or("no size")?;
    resvg::render(&tree, Transform::from_scale(drawn, drawn), &mut pixmap.as_mut());
    let pixels = pixmap.pixels().iter().map(|pixel| [f32::from(pixel.red()), f32::from(pixel.green()), f32::from(pixel.blue())]).collect();
    let painted = paint::paint(paint::Picture { wide: wide as usize, high: high as usize, pixels }, drawn);
    let (wide, high) = ((WIDE * size).round() as u32, (HIGH * size).round() as u32);
    let full = paint::enlarge(&painted, wide as usize, high as usize);
    let bytes = full.pixels.iter().flat_map(|pixel| pixel.map(|value| value.round().clamp(0.0, 255.0) as u8)).collect();
    RgbImage::from_raw(wide, high, bytes).ok_or_else(|| "no picture".into())
}

/// The best quality that fits.
fn encode(picture: &RgbImage) -> Outcome<(Vec<u8>, u8)> {
    match encode_within(picture, BYTES[0]) {
        Ok(small) if small.1 >= QUALITY_LEAST => Ok(small),
        _ => encode_within(picture, BYTES[1]),
    }
}

/// The best quality within some bytes, found by halving.
fn encode_within(picture: &RgbImage, most: usize) -> Outcome<(Vec<u8>, u8)> {
    let (mut low, mut high) = (16_u8, 84_u8);
    let mut best = None;
    while low <= high {
        let quality = low.midpoint(high);
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, quality);
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        encoder.encode(picture.as_raw(), picture.width() as u16, picture.height() as u16, ColorType::Rgb)?;
        if bytes.len() <= most {
            best = Some((bytes, quality));
            low = quality + 1;
        } else {
            high = quality - 1;
        }
    }
    best.ok_or_else(|| format!("more than {most} bytes at quality 16").into())
}

/// All pictures small on one sheet.
fn sheet(pictures: &[RgbImage], path: &Path) -> Outcome<()> {
    let columns = if pictures.len() > 4 { 4 } else { 2 };
    let (wide, high) = if columns == 4 { (480, 360) } else { (960, 720) };
    let rows = pictures.len().div_ceil(columns) as u32;
    let mut sheet = RgbImage::new(columns as u32 * wide, rows * high);
    for (at, picture) in pictures.iter().enumerate() {
        let small = imageops::resize(picture, wide - 6, high - 6, FilterType::CatmullRom);
        imageops::replace(&mut sheet, &small, i64::from((at % columns) as u32 * wide), i64::from((at / columns) as u32 * high));
    }
    sheet.save(path)?;
    Ok(())
}
