//! Prints the SSIMULACRA 2 score of each pair of pictures on the command line: original, distorted.

use ssimulacra2::{ColorPrimaries, Rgb, TransferCharacteristic, compute_frame_ssimulacra2};

fn read(path: &str) -> Rgb {
    let pixels = image::open(path).expect("a picture").into_rgb8();
    let (width, height) = pixels.dimensions();
    let data = pixels.pixels().map(|pixel| pixel.0.map(|part| f32::from(part) / 255.0)).collect();
    let (transfer, primaries) = (TransferCharacteristic::SRGB, ColorPrimaries::BT709);
    let size = [width, height].map(|side| usize::try_from(side).expect("a side"));
    Rgb::new(data, size[0], size[1], transfer, primaries).expect("a frame")
}

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    for pair in paths.chunks_exact(2) {
        let score = compute_frame_ssimulacra2(read(&pair[0]), read(&pair[1])).expect("a score");
        println!("{score:.3}");
    }
}
