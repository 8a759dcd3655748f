//! QR codes as vectors: one path of merged runs, one unit to a module.
//!
//! Error correction M (a seventh of the code may be dirty or torn), the level
//! that print wants at sizes of 15 mm and up. The quiet zone is left to the
//! layout: four modules on each side.
//!
//! Same text, same path. Never draws a picture of pixels.

use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

/// Modules that must stay empty around a code.
pub const QUIET: usize = 4;

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrView {
    /// What it says.
    pub url: String,
    /// Modules on a side, the quiet zone not counted.
    pub size: usize,
    /// Dark modules as an SVG path.
    pub path: String,
}

/// The code that leads to an address; `None` for one too long for any code.
pub fn code(url: &str) -> Option<QrView> {
    let code = QRBuilder::new(url).ecl(ECL::M).build().ok()?;
    let mut runs = Vec::new();
    for y in 0..code.size {
        let mut row = (0..code.size).map(|x| is_dark(&code, x, y)).chain([false]).enumerate();
        let mut start = None;
        for (x, dark) in row.by_ref() {
            match (start, dark) {
                (None, true) => start = Some(x),
                (Some(from), false) => {
                    let run = x.saturating_sub(from);
                    runs.push(format!("M{from} {y}h{run}v1h-{run}z"));
                    start = None;
                }
                _ => {}
            }
        }
    }
    Some(QrView { url: url.to_owned(), size: code.size, path: runs.concat() })
}

fn is_dark(code: &fast_qr::QRCode, x: usize, y: usize) -> bool {
    let at = y.saturating_mul(code.size).saturating_add(x);
    code.data.get(at).is_some_and(|module| module.value())
}

/// The code as a whole SVG with its quiet zone.
pub fn svg(code: &QrView) -> String {
    let side = code.size.saturating_add(QUIET.saturating_mul(2));
    let path = &code.path;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{QUIET} -{QUIET} {side} {side}\"><path d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the path as a reader's camera would see it, and reads it.
    fn read_back(code: &QrView) -> String {
        const SCALE: usize = 4;
        let side = (code.size + 2 * QUIET) * SCALE;
        let mut dark = vec![false; side * side];
        for run in code.path.split('M').filter(|run| !run.is_empty()) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (length, _) = rest.split_once('v').unwrap();
            let number = |text: &str| text.parse::<usize>().unwrap();
            let (x, y, length) = (number(x) + QUIET, number(y) + QUIET, number(length));
            for row in y * SCALE..(y + 1) * SCALE {
                for column in x * SCALE..(x + length) * SCALE {
                    dark[row * side + column] = true;
                }
            }
        }
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if dark[y * side + x] { 0 } else { 255 }
        });
        let grids = seen.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    #[test]
    fn what_is_drawn_reads_back() {
        for url in [
            "https://ocop.vi-du.vn/p/32222v/",
            "https://vi-du.example/ocop/p/k3t3fm/",
            "https://ocop.vi-du.vn/an-pham/qua-tet-%C4%91%E1%BA%B7c-s%E1%BA%A3n/",
        ] {
            let code = code(url).unwrap();
            assert_eq!(read_back(&code), url);
            assert!(svg(&code).contains(&code.path));
        }
    }

    #[test]
    fn an_address_too_long_has_no_code() {
        assert_eq!(code(&"x".repeat(5000)), None);
    }
}
