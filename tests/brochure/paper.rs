//! A PDF as other programs read it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

/// Runs one of poppler's tools on the file and gives what it prints.
#[track_caller]
fn poppler(tool: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> Vec<u8> {
    let folder = TempDir::new().expect("a folder for the test");
    let path = folder.path().join("in.pdf");
    fs::write(&path, pdf).expect("it can be written");
    let ran = Command::new(tool).args(before).arg(&path).args(after).output();
    let ran = ran.unwrap_or_else(|error| panic!("{tool} is wanted (poppler-utils): {error}"));
    assert!(ran.status.success(), "{tool}: {}", String::from_utf8_lossy(&ran.stderr));
    ran.stdout
}

fn words(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

/// All text, in the order of reading.
pub(crate) fn text(pdf: &[u8]) -> String {
    words(poppler("pdftotext", &["-raw"], pdf, &["-"]))
}

/// Text of a page.
pub(crate) fn text_of_page(pdf: &[u8], page: usize) -> String {
    let page = page.to_string();
    words(poppler("pdftotext", &["-f", &page, "-l", &page], pdf, &["-"]))
}

/// What `pdfinfo` tells.
pub(crate) fn information(pdf: &[u8]) -> String {
    words(poppler("pdfinfo", &[], pdf, &[]))
}

/// How many pages.
pub(crate) fn page_count(pdf: &[u8]) -> usize {
    let told = information(pdf);
    let line = told.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.and_then(|it| it.trim().parse().ok()).expect("a number of pages")
}

/// Fonts that the file does not carry, one a line.
pub(crate) fn fonts_not_embedded(pdf: &[u8]) -> String {
    let told = words(poppler("pdffonts", &[], pdf, &[]));
    let rows = told.lines().skip(2).filter(|line| !line.contains(" yes yes "));
    rows.collect::<Vec<_>>().join("\n")
}

/// Addresses that the pages lead to.
pub(crate) fn links(pdf: &[u8]) -> Vec<String> {
    let told = words(poppler("pdfinfo", &["-url"], pdf, &[]));
    let last = told.lines().skip(1).filter_map(|line| line.split_whitespace().last());
    last.map(str::to_owned).collect()
}

/// The boxes of a page: left, bottom, right, top in points.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Boxes {
    media: [f64; 4],
    bleed: [f64; 4],
    trim: [f64; 4],
}

impl Boxes {
    pub(crate) fn media_mm(self) -> (f64, f64) {
        size(self.media)
    }

    pub(crate) fn bleed_mm(self) -> (f64, f64) {
        size(self.bleed)
    }

    pub(crate) fn trim_mm(self) -> (f64, f64) {
        size(self.trim)
    }
}

/// Width and height to the tenth of a millimetre.
fn size([left, bottom, right, top]: [f64; 4]) -> (f64, f64) {
    let mm = |points: f64| (points * 254.0 / 72.0).round() / 10.0;
    (mm(right - left), mm(top - bottom))
}

/// Boxes of every page.
pub(crate) fn boxes(pdf: &[u8]) -> Vec<Boxes> {
    let told = words(poppler("pdfinfo", &["-box", "-f", "1", "-l", "999"], pdf, &[]));
    let mut pages: Vec<Boxes> = Vec::new();
    for line in told.lines().filter(|line| line.starts_with("Page ") && line.contains("Box:")) {
        let (name, numbers) = line.split_once(':').expect("a box has numbers");
        let numbers: Vec<f64> =
            numbers.split_whitespace().map(|it| it.parse().expect("a number")).collect();
        let sides: [f64; 4] = numbers.try_into().expect("four numbers");
        if name.ends_with("MediaBox") {
            pages.push(Boxes::default());
        }
        let page = pages.last_mut().expect("the media box comes first");
        match name.split_whitespace().last() {
            Some("MediaBox") => page.media = sides,
            Some("BleedBox") => page.bleed = sides,
            Some("TrimBox") => page.trim = sides,
            _ => {}
        }
    }
    pages
}

/// A page as grey dots: width, height, bytes.
pub(crate) fn rendered(pdf: &[u8], page: usize, dpi: u32) -> (usize, usize, Vec<u8>) {
    let folder = TempDir::new().expect("a folder for the test");
    let root: PathBuf = folder.path().join("page");
    let (page, dpi) = (page.to_string(), dpi.to_string());
    let after = [root.to_str().expect("a plain path")];
    let before = ["-gray", "-singlefile", "-r", &dpi, "-f", &page, "-l", &page];
    poppler("pdftoppm", &before, pdf, &after);
    let all = fs::read(root.with_extension("pgm")).expect("a page was drawn");
    let mut parts = all.splitn(4, |byte| *byte == b'\n' || *byte == b' ');
    assert_eq!(parts.next(), Some(&b"P5"[..]));
    let mut number = || {
        let part = parts.next().expect("a number");
        std::str::from_utf8(part).expect("digits").parse::<usize>().expect("a number")
    };
    let (wide, high) = (number(), number());
    let dots = all.len() - wide * high;
    (wide, high, all[dots..].to_vec())
}

/// What every code on the page says.
pub(crate) fn codes_on_page(pdf: &[u8], page: usize, dpi: u32) -> Vec<String> {
    let (wide, high, dots) = rendered(pdf, page, dpi);
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(wide, high, |x, y| dots[y * wide + x]);
    let grids = image.detect_grids();
    grids.iter().map(|grid| grid.decode().expect("the code can be read").1).collect()
}

/// A code as the view of a brochure draws it.
pub(crate) fn real_code(url: &str) -> Value {
    // Quality M, made once with another program; it says the address of the test.
    assert_eq!(url, "https://vi-du.vn/p/vd0001/");
    let rows = include_str!("code.txt");
    let dots = rows.lines().enumerate().flat_map(|(y, row)| {
        let dark = row.chars().enumerate().filter(|(_, dot)| *dot == '#');
        dark.map(move |(x, _)| format!("M{x} {y}h1v1h-1z"))
    });
    let path: String = dots.collect();
    json!({"url": url, "size": rows.lines().count(), "path": path})
}

/// A grey photo of 8 × 6 dots.
pub(crate) fn grey_jpeg() -> Vec<u8> {
    include_bytes!("grey.jpg").to_vec()
}
