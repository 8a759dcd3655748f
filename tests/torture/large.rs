//! The five files that are too large to be stored, made one after the other and thrown away.

use std::time::Instant;

use dacsan::picture::{FILE_BYTES, Size};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

use super::{cover, made};

/// Four fields of colour, row by row: a closure for each pixel would take a minute.
fn fields(width: u32, height: u32) -> Vec<u8> {
    let half = usize::try_from(width / 2).expect("a width");
    let row = |left: [u8; 3], right: [u8; 3]| [left.repeat(half), right.repeat(half)].concat();
    let rows = usize::try_from(height / 2).expect("a height");
    let top = row([200, 40, 40], [40, 160, 60]).repeat(rows);
    [top, row([40, 60, 200], [230, 200, 40]).repeat(rows)].concat()
}

fn baseline(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 60)
        .encode(&fields(width, height), width, height, ExtendedColorType::Rgb8)
        .expect("a JPEG");
    bytes
}

fn progressive(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 60);
    encoder.set_progressive(true);
    let pixels = fields(width.into(), height.into());
    encoder.encode(&pixels, width, height, ColorType::Rgb).expect("a JPEG");
    bytes
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let pixels = RgbImage::from_raw(width, height, fields(width, height)).expect("pixels");
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}

#[track_caller]
fn shown(name: &str, bytes: &[u8], width: u32, height: u32) {
    let start = Instant::now();
    let found = cover(bytes).unwrap_or_else(|refusal| panic!("{name}: {}", refusal.code()));
    assert_eq!(found.size, Size { width, height }, "{name}");
    let due = [[200_u8, 40, 40], [40, 160, 60], [40, 60, 200], [230, 200, 40]];
    let pixels = image::load_from_memory(&found.made[0].bytes).expect("an image").into_rgb8();
    let (width, height) = pixels.dimensions();
    for (due, (x, y)) in due.iter().zip([(1, 1), (3, 1), (1, 3), (3, 3)]) {
        let own = pixels.get_pixel(width * x / 4, height * y / 4).0;
        let off = due.iter().zip(own).map(|(due, own)| due.abs_diff(own)).max();
        assert!(off.expect("three") <= 14, "{name}: {own:?}, due {due:?}");
    }
    assert!(start.elapsed().as_secs() < 120, "{name}: {:?}", start.elapsed());
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], due: &str) {
    let start = Instant::now();
    let found = cover(bytes).map(|it| it.size).map_err(|refusal| refusal.code());
    assert_eq!(found, Err(due), "{name}");
    assert!(start.elapsed().as_secs() < 5, "{name}: {:?}", start.elapsed());
}

#[test]
fn large_files_get_the_verdict_that_is_due() {
    shown("huge_12000x9000.jpg", &baseline(12_000, 9_000), 12_000, 9_000);
    shown("huge_prog_12000x9000.jpg", &progressive(12_000, 9_000), 12_000, 9_000);
    shown("big_27mp.png", &png(6_000, 4_500), 6_000, 4_500);
    // Its head decides; the zeros behind it are cut, for nobody gets so far.
    refused("bomb_30000_rgb.png", &made::bomb(30_000), "too_large");
    let mut fat = baseline(800, 600);
    fat.resize(fat.len() + (45 << 20), 0);
    assert!(u64::try_from(fat.len()).expect("a length") > FILE_BYTES);
    refused("fat_45mb.jpg", &fat, "file_too_big");
}
