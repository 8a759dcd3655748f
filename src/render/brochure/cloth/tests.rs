//! Covers laid flat: every thread where it was drawn.

use super::*;
use crate::render::weave;

const INKS: [&str; 5] = ["#c98a1b", "#7c3a12", "#f0c763", "#26305e", "#f6ecd6"];

#[test]
fn every_cover_can_be_laid_flat() {
    let inks = INKS.map(str::to_owned);
    for number in 0..60 {
        let web = weave::cover(&format!("dac-san-{number}"), &inks, "<path d=\"M0 0h9\"/>");
        let flat = flattened(&web).unwrap_or_else(|| panic!("{web}"));
        assert!(!flat.contains("<use"), "{flat}");
        assert!(flat.contains("<path d=\"M0 0h9\"/>"), "the pictogram stays");
        assert_eq!(flat.matches("<g").count(), flat.matches("</g>").count());
    }
}

/// The colour at a thread of the picture, counted from its corner.
fn thread(flat: &str, x: u32, y: u32) -> [u8; 3] {
    let data = flat.split_once("base64,").expect("a picture").1;
    let data = data.split_once('"').expect("it ends").0;
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let six = |c: char| letters.find(c).map(|at| u32::try_from(at).expect("small"));
    let (mut bytes, mut held, mut many) = (Vec::new(), 0_u32, 0);
    for value in data.chars().filter_map(six) {
        held = held << 6 | value;
        many += 6;
        if many >= 8 {
            many -= 8;
            bytes.push(u8::try_from(held >> many & 0xFF).expect("a byte"));
        }
    }
    let read = image::load_from_memory(&bytes).expect("a JPEG").into_rgb8();
    read.get_pixel(x * 8 + 4, y * 8 + 4).0
}

#[test]
fn threads_and_fields_lie_where_they_were_drawn() {
    let web = "<svg viewBox=\"0 0 640 480\"><defs><g id=\"w1\"><path stroke=\"#ffffff\" d=\"M-0.5 0.5h1m-2 1h2\"/></g>\
        <g id=\"w2\"><path fill=\"#808080\" d=\"M-49-.3h98v2.3h-98z\"/><use href=\"#w1\" transform=\"scale(-1 1)\"/></g></defs>\
        <path fill=\"#000000\" d=\"M0 0h640v480H0z\"/><g transform=\"translate(320 240) scale(40)\"><use href=\"#w2\" y=\"-0.5\"/>\
        <path fill=\"url(#t)\" d=\"M-64.5-64.5h129v129h-129z\"/></g></svg>";
    let flat = flattened(web).expect("a cover");
    // 16 × 12 threads about a middle one: 17 × 13. The field is the middle row and the next.
    let (black, grey, white) = ([0; 3], [128; 3], [255; 3]);
    for (x, y, colour) in [
        (8, 5, black),
        (0, 6, grey),
        (7, 6, grey),
        (8, 6, white),
        (9, 6, grey),
        (16, 6, grey),
        (7, 7, grey),
        (8, 7, white),
        (9, 7, white),
        (10, 7, grey),
        (8, 8, black),
    ] {
        assert_eq!(thread(&flat, x, y), colour, "{x},{y}");
    }
    assert!(!flat.contains("url(#t)"), "{flat}");
}

#[test]
fn a_drawing_of_another_make_is_not_touched() {
    for odd in [
        "",
        "<svg/>",
        "<svg><defs></defs><g transform=\"translate(320 240) scale(5)\"><circle/></g></svg>",
    ] {
        assert_eq!(flattened(odd), None, "{odd}");
    }
}
