//! Pictures as editors send them, and as enemies would: seventy-odd files, each
//! with the verdict that is due (`tests/torture/expected.json`).
//!
//! Small files are stored; what is large or cut short is made here. A verdict is
//! size, notes and the colours of four places, or the reason of a refusal.
//! `either` may be refused or shown, but must neither crash nor take long.
//!
//! Whatever is published is looked at by a reader of its own: a walk over
//! segments and chunks that shares no line with the program, and a crate for
//! EXIF that must find what the camera noted in the original and nothing in
//! what we made of it.

#![expect(clippy::disallowed_methods, reason = "these tests read files of their own")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test ends where it cannot go on")]
#![expect(clippy::indexing_slicing, reason = "a test ends where it cannot go on")]

#[path = "torture/large.rs"]
mod large;
#[path = "torture/made.rs"]
mod made;
#[path = "torture/naked.rs"]
mod naked;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use dacsan::picture::{self, Developed, Format, Role, Size};
use serde_json::Value;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/torture"))
}

/// Every verdict with the bytes it is about.
fn cases() -> BTreeMap<String, (Value, Vec<u8>)> {
    let text = fs::read_to_string(folder().join("expected.json")).expect("the verdicts");
    let verdicts: BTreeMap<String, Value> = serde_json::from_str(&text).expect("JSON");
    let mut made = made::files();
    let bytes = |name: &str| {
        made.remove(name).unwrap_or_else(|| {
            fs::read(folder().join(name)).unwrap_or_else(|_| panic!("{name}"))
        })
    };
    let named: Vec<(String, Value)> = verdicts.into_iter().collect();
    let mut bytes = bytes;
    named.into_iter().map(|(name, verdict)| (name.clone(), (verdict, bytes(&name)))).collect()
}

fn cover(bytes: &[u8]) -> Result<Developed, picture::Refusal> {
    let head = picture::head(bytes)?;
    picture::develop(bytes, &picture::variants(head.size(), Role::Cover))
}

#[test]
fn every_file_gets_the_verdict_that_is_due() {
    let mut problems = Vec::new();
    let cases = cases();
    assert!(cases.len() > 70, "{} cases", cases.len());
    for (name, (verdict, bytes)) in &cases {
        let start = Instant::now();
        let found = cover(bytes);
        let seconds = start.elapsed().as_secs();
        let problem = match (verdict["result"].as_str(), found) {
            (Some("either"), _) if seconds < 30 => None,
            (Some("error"), Err(refusal)) => {
                let due = verdict["code"].as_str();
                (due != Some(refusal.code()))
                    .then(|| format!("{}, due {due:?}", refusal.code()))
            }
            (Some("ok"), Ok(developed)) => judge(name, verdict, bytes, &developed),
            (due, found) => {
                Some(format!("{:?} after {seconds} s, due {due:?}", found.map(|it| it.size)))
            }
        };
        problems.extend(problem.map(|problem| format!("{name}: {problem}")));
    }
    assert!(
        problems.is_empty(),
        "{} of {}:\n{}",
        problems.len(),
        cases.len(),
        problems.join("\n")
    );
}

/// What is wrong with a picture that is shown.
fn judge(name: &str, verdict: &Value, bytes: &[u8], found: &Developed) -> Option<String> {
    let number =
        |value: &Value| u32::try_from(value.as_u64().expect("a number")).expect("small");
    let due = Size { width: number(&verdict["w"]), height: number(&verdict["h"]) };
    if found.size != due {
        return Some(format!("{:?}, due {due:?}", found.size));
    }
    let mut notes: Vec<&str> = found.notes.iter().map(|note| note.code()).collect();
    let head = picture::head(bytes).expect("it was read");
    let ending = name.rsplit_once('.').expect("an ending").1;
    if !head.format.has_ending(ending) {
        notes.push("wrong_extension");
    }
    if due.width < 640 {
        notes.push("small");
    }
    notes.sort_unstable();
    let wanted: Vec<&str> =
        verdict["warn"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    if notes != wanted {
        return Some(format!("{notes:?}, due {wanted:?}"));
    }
    for made in &found.made {
        if let Some(problem) = naked::problem(&made.bytes) {
            return Some(format!("{:?}: {problem}", made.variant));
        }
        let read = image::load_from_memory(&made.bytes).expect("what we made can be read");
        if (read.width(), read.height()) != (made.variant.width, made.variant.height) {
            return Some(format!("{:?} is {} x {}", made.variant, read.width(), read.height()));
        }
    }
    colours(verdict, found)
}

/// Whether the four quarters have their colours in every variant.
fn colours(verdict: &Value, found: &Developed) -> Option<String> {
    let quarters: Vec<Vec<u8>> = serde_json::from_value(verdict["probe"].clone()).ok()?;
    // Compression is allowed a little more than conversion.
    let tolerance = verdict["tol"].as_u64().expect("a number") + 4;
    for made in &found.made {
        let pixels = image::load_from_memory(&made.bytes).expect("an image").into_rgb8();
        let (width, height) = pixels.dimensions();
        let places = [(1, 1), (3, 1), (1, 3), (3, 3)];
        // So few rows are all edge.
        if height < 8 {
            continue;
        }
        for (due, (x, y)) in quarters.iter().zip(places) {
            let own = pixels.get_pixel(width * x / 4, height * y / 4).0;
            let off = due.iter().zip(own).map(|(due, own)| due.abs_diff(own)).max();
            if u64::from(off.expect("three")) > tolerance {
                return Some(format!("{own:?} at {x},{y} of {:?}, due {due:?}", made.variant));
            }
        }
    }
    None
}

#[test]
fn nothing_of_the_camera_is_published() {
    let original = fs::read(folder().join("gps.jpg")).expect("the photo");
    let read = |bytes: &[u8]| {
        exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes.to_vec()))
    };
    let noted = read(&original).expect("the camera noted something");
    let latitude = noted.get_field(exif::Tag::GPSLatitude, exif::In::PRIMARY);
    assert!(latitude.is_some(), "the original holds its place");
    assert!(picture::head(&original).expect("a head").has_place);
    let developed = cover(&original).expect("it is shown");
    let (_, paper) = picture::print(&original, 640).expect("it is printed");
    let published = developed.made.into_iter().map(|made| made.bytes).chain([paper]);
    for bytes in published {
        assert!(read(&bytes).is_err(), "a reader finds notes");
        for word in ["SERIAL", "PhoneMaker", "Nguyen", "private note", "Exif", "GPS"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word}");
        }
        assert_eq!(naked::problem(&bytes), None);
    }
    // The reader does find what it looks for.
    assert!(naked::problem(&original).is_some());
    let trailing = [developed_jpeg(), b"film".to_vec()].concat();
    assert_eq!(naked::problem(&trailing), Some("4 bytes behind the end".to_owned()));
}

fn developed_jpeg() -> Vec<u8> {
    let original = fs::read(folder().join("s444.jpg")).expect("a photo");
    picture::print(&original, 100).expect("it is printed").1
}

#[test]
fn a_variant_has_the_same_bytes_alone_and_with_others_on_any_number_of_threads() {
    let bytes = fs::read(folder().join("p3.jpg")).expect("a photo");
    let all = cover(&bytes).expect("it is shown");
    assert_eq!(all.made.len(), 4);
    for made in &all.made {
        let alone = picture::develop(&bytes, &[made.variant]).expect("it is shown");
        assert_eq!(alone.made[0].bytes, made.bytes, "{:?}", made.variant);
    }
    let threads = rayon::ThreadPoolBuilder::new().num_threads(4).build().expect("threads");
    let many: Vec<Developed> = threads.install(|| {
        use rayon::prelude::*;
        (0..4).into_par_iter().map(|_| cover(&bytes).expect("it is shown")).collect()
    });
    assert!(many.iter().all(|one| *one == all));
}

#[test]
fn transparency_is_kept_in_webp_and_never_black_in_jpeg() {
    let bytes = fs::read(folder().join("alpha.png")).expect("a picture");
    let developed = cover(&bytes).expect("it is shown");
    for made in developed.made {
        let pixel = image::load_from_memory(&made.bytes).expect("an image").into_rgba8();
        let pixel = pixel.get_pixel(pixel.width() / 4, pixel.height() / 4).0;
        match made.variant.format() {
            Format::WebP => assert_eq!(pixel[3], 0, "{pixel:?}"),
            _ => assert!(pixel.iter().all(|part| *part > 250), "{pixel:?}"),
        }
    }
}

#[test]
fn nothing_is_enlarged() {
    let bytes = fs::read(folder().join("small.jpg")).expect("a photo");
    let sizes: Vec<(u32, u32)> = cover(&bytes)
        .expect("it is shown")
        .made
        .iter()
        .map(|made| (made.variant.width, made.variant.height))
        .collect();
    assert_eq!(sizes, [(200, 150), (200, 150)]);
}
