//! Develops covers without a catalogue, for benches/photos: `develop OUT FILE…`.
//!
//! One worker, as a build has one for each processor.

#![expect(clippy::disallowed_methods, reason = "a program of its own, beside the product")]
#![expect(clippy::expect_used, reason = "a bench ends where it cannot go on")]

use std::fs;
use std::path::PathBuf;

use dacsan::picture::{self, Role};

fn main() {
    let mut words = std::env::args_os().skip(1).map(PathBuf::from);
    let out = words.next().expect("a folder to write to");
    for (n, file) in words.enumerate() {
        let bytes = fs::read(&file).expect("a photo");
        let size = picture::head(&bytes).expect("a head").size();
        let variants = picture::variants(size, Role::Cover);
        let developed = picture::develop(&bytes, &variants).expect("a picture");
        for made in developed.made {
            let name = format!("{n}-{}.{}", made.variant.width, made.variant.ending());
            fs::write(out.join(name), made.bytes).expect("a place to write");
        }
    }
}
