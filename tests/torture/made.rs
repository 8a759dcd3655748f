//! Files that are too large to be stored, or that are cut from others.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageFormat, RgbImage};

/// Every file that is made, by name.
pub(super) fn files() -> BTreeMap<String, Vec<u8>> {
    let whole = photo();
    let cut = |bytes: &[u8], tenths: usize| bytes[..bytes.len() * tenths / 10].to_vec();
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    for (n, byte) in damaged[middle..middle + 400].iter_mut().enumerate() {
        *byte = u8::try_from(n * 7919 % 251).expect("below 251");
    }
    let progressive = stored("progressive.jpg");
    let mut png = std::io::Cursor::new(Vec::new());
    noise().write_to(&mut png, ImageFormat::Png).expect("a PNG");
    let files = [
        ("truncated.jpg", cut(&whole, 6)),
        ("truncated_head.jpg", whole[..120].to_vec()),
        ("truncated_prog.jpg", cut(&progressive, 5)),
        ("truncated_thumb.jpg", cut(&with_thumbnail(&whole), 6)),
        ("truncated.png", cut(png.get_ref(), 5)),
        ("corrupt_mid.jpg", damaged),
        (
            "trailing.jpg",
            [whole.as_slice(), &[0; 1000], b"MotionPhoto_Data", &[0; 2000]].concat(),
        ),
        ("parted.jpg", parted(2)),
        ("parted_444.jpg", parted(1)),
        ("bomb_30000_1bit.png", png_of((30_000, 30_000, 1, 0), 30_000 * 3751, None)),
        ("bomb_ztxt.png", png_of((640, 480, 8, 2), 480 * 1921, Some(b"zTXt"))),
        ("bomb_iccp.png", png_of((640, 480, 8, 2), 480 * 1921, Some(b"iCCP"))),
    ];
    files.map(|(name, bytes)| (name.to_owned(), bytes)).into()
}

/// A PNG that says it has so many pixels on each side.
pub(super) fn bomb(side: u32) -> Vec<u8> {
    png_of((side, side, 8, 2), 64 << 20, None)
}

fn stored(name: &str) -> Vec<u8> {
    std::fs::read(super::folder().join(name)).expect("a stored file")
}

/// Four fields of colour with grain, so that the file is not small.
fn noise() -> RgbImage {
    let fields = [[200, 40, 40], [40, 160, 60], [40, 60, 200], [230, 200, 40]];
    RgbImage::from_fn(800, 600, |x, y| {
        let field: [u8; 3] = fields[usize::from(x >= 400) + 2 * usize::from(y >= 300)];
        let grain = (x.wrapping_mul(73_856_093) ^ y.wrapping_mul(19_349_663)) >> 7;
        image::Rgb(
            field.map(|part| part.saturating_add(u8::try_from(grain % 40).expect("small"))),
        )
    })
}

fn photo() -> Vec<u8> {
    let (mut bytes, noise) = (Vec::new(), noise());
    JpegEncoder::new_with_quality(&mut bytes, 85)
        .encode(&noise, 800, 600, ExtendedColorType::Rgb8)
        .expect("a JPEG");
    bytes
}

/// A scan for each colour, and these at the given part of the resolution.
fn parted(part: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 85);
    let sampling = jpeg_encoder::SamplingFactor::from_factors(part, part);
    encoder.set_sampling_factor(sampling.expect("a usual one"));
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(noise().as_raw(), 800, 600, jpeg_encoder::ColorType::Rgb).expect("a JPEG");
    bytes
}

/// The photo with another one, whole, within its EXIF.
fn with_thumbnail(photo: &[u8]) -> Vec<u8> {
    let small = stored("small.jpg");
    let body = [b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0".as_slice(), &small].concat();
    let length = u16::try_from(body.len() + 2).expect("a small thumbnail").to_be_bytes();
    [&photo[..2], b"\xff\xe1", &length, &body, &photo[2..]].concat()
}

/// A PNG of zeros; with a further chunk that inflates to 64 MB.
fn png_of(
    (width, height, depth, colour): (u32, u32, u8, u8),
    zeros: usize,
    bomb: Option<&[u8; 4]>,
) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, colour, 0, 0, 0]];
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(b"IHDR", &head.concat()));
    if let Some(kind) = bomb {
        png.extend(chunk(kind, &[b"k\0\0", packed(64 << 20).as_slice()].concat()));
    }
    png.extend(chunk(b"IDAT", &packed(zeros)));
    png.extend(chunk(b"IEND", b""));
    png
}

fn packed(zeros: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    let block = vec![0; 1 << 16];
    let mut left = zeros;
    while left > 0 {
        let now = left.min(block.len());
        encoder.write_all(&block[..now]).expect("memory");
        left -= now;
    }
    encoder.finish().expect("memory")
}

fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a small chunk").to_be_bytes();
    let mut crc = flate2::Crc::new();
    crc.update(kind);
    crc.update(body);
    [&length[..], kind, body, &crc.sum().to_be_bytes()].concat()
}
