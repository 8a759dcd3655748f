//! Turned things: bottles, jars, bowls, cups, pots; one outline swept about an axis.

use std::fmt::Write as _;

use crate::canvas::{Canvas, onward};
use crate::colour::{dark, light, mix, veil};
use crate::stage::shadow;

/// How much an upright circle is flattened by the view from a little above.
pub const TILT: f32 = 0.2;

/// An outline from top to bottom: radius, and height above the foot.
pub type Outline<'a> = &'a [(f32, f32)];

/// What a vessel is made of.
#[derive(Clone, Copy, PartialEq)]
pub enum Stuff {
    /// Glazed clay or porcelain: one clear light.
    Glaze,
    /// Glass with something in it: bright where the light comes out.
    Glass,
    /// Bare clay, wood, paper: no light of its own.
    Matt,
}

/// The whole shape of an outline at a place.
pub fn silhouette(x: f32, y: f32, outline: Outline<'_>) -> String {
    let left: Vec<(f32, f32)> = outline.iter().map(|(r, h)| (x - r, y - h)).collect();
    let right: Vec<(f32, f32)> = outline.iter().rev().map(|(r, h)| (x + r, y - h)).collect();
    let (top, foot) = (outline[0].0, outline[outline.len() - 1].0);
    let mut shape = format!("M{:.1} {:.1}", left[0].0, left[0].1);
    shape.push_str(&onward(&left));
    let end = right[0];
    _ = write!(shape, " A{foot:.1} {:.1} 0 0 0 {:.1} {:.1}", foot * TILT, end.0, end.1);
    shape.push_str(&onward(&right));
    _ = write!(shape, " A{top:.1} {:.1} 0 0 0 {:.1} {:.1}Z", top * TILT, left[0].0, left[0].1);
    shape
}

/// A turned body with its shadow on the table.
pub fn turned(c: &mut Canvas, x: f32, y: f32, outline: Outline<'_>, colour: &str, stuff: Stuff) {
    let wide = outline.iter().map(|(r, _)| *r).fold(0.0, f32::max);
    let foot = outline[outline.len() - 1].0;
    shadow(c, (x, y), foot.max(wide * 0.8));
    body(c, x, y, outline, colour, stuff);
}

/// The body alone.
pub fn body(c: &mut Canvas, x: f32, y: f32, outline: Outline<'_>, colour: &str, stuff: Stuff) {
    let wide = outline.iter().map(|(r, _)| *r).fold(0.0, f32::max);
    let shape = silhouette(x, y, outline);
    let round = roundness(c, x, wide, colour, stuff);
    c.fill(&shape, &round);
    let high = outline[0].1;
    c.within(&shape, |c| {
        if stuff == Stuff::Glass {
            let glow = c.around(
                (x + wide * 0.3, y - high * 0.16),
                (wide * 0.85, high * 0.42),
                &[(0.0, &veil(&light(colour, 0.62), 0.9)), (1.0, &veil(&light(colour, 0.5), 0.0))],
            );
            c.rect((x - wide, y - high), (wide * 2.0, high + 40.0), 0.0, &glow);
        }
        let fall = c.along((0.0, y - high), (0.0, y + wide * TILT), &[(0.0, "#fff4d822"), (0.4, "#22143a00"), (1.0, "#22143a66")]);
        c.rect((x - wide, y - high - 20.0), (wide * 2.0, high + 80.0), 0.0, &fall);
    });
    if stuff != Stuff::Matt {
        shine(c, x, y, outline);
    }
}

fn roundness(c: &mut Canvas, x: f32, wide: f32, colour: &str, stuff: Stuff) -> String {
    let (edge, core) = if stuff == Stuff::Glass { (0.5, 0.34) } else { (0.3, 0.46) };
    let steps = [
        (0.0, dark(colour, edge)),
        (0.1, dark(colour, 0.1)),
        (0.3, light(colour, 0.3)),
        (0.48, colour.to_owned()),
        (0.78, dark(colour, core * 0.7)),
        (0.93, dark(colour, core + 0.1)),
        (1.0, mix(&dark(colour, core * 0.7), "#b9a2c9", 0.14)),
    ];
    let steps: Vec<(f32, &str)> = steps.iter().map(|(at, colour)| (*at, colour.as_str())).collect();
    c.along((x - wide, 0.0), (x + wide, 0.0), &steps)
}

/// The light of the window on a glossy body, and a rim of light on the far side.
fn shine(c: &mut Canvas, x: f32, y: f32, outline: Outline<'_>) {
    let most = outline[0].1;
    let used: Vec<&(f32, f32)> = outline.iter().filter(|(_, h)| *h > most * 0.1 && *h < most * 0.97).collect();
    if used.len() < 2 {
        return;
    }
    let outer: Vec<(f32, f32)> = used.iter().map(|(r, h)| (x - r * 0.74, y - h)).collect();
    let inner: Vec<(f32, f32)> = used.iter().rev().map(|(r, h)| (x - r * 0.56, y - h + 4.0)).collect();
    let mut shape = format!("M{:.1} {:.1}", outer[0].0, outer[0].1);
    shape.push_str(&onward(&outer));
    _ = write!(shape, " L{:.1} {:.1}", inner[0].0, inner[0].1);
    shape.push_str(&onward(&inner));
    shape.push('Z');
    let wide = outline.iter().map(|(r, _)| *r).fold(0.0, f32::max);
    c.soft(2.0 + wide * 0.018, |c| c.fill(&shape, "#fffdf2a6"));
    let rim: Vec<(f32, f32)> = used.iter().map(|(r, h)| (x + r * 0.93, y - h)).collect();
    c.soft(2.0, |c| c.line(&crate::canvas::through(&rim), "#fff1d84d", 3.0 + wide * 0.02));
}

/// An oval seen from above, as the mouth of a vessel.
pub fn mouth(c: &mut Canvas, x: f32, y: f32, radius: f32, lip: &str, inside: &str) {
    c.oval((x, y), (radius, radius * TILT), 0.0, lip);
    let paint = c.along((x - radius, y), (x + radius, y), &[(0.0, &dark(inside, 0.45)), (0.6, inside), (1.0, &light(inside, 0.25))]);
    c.oval((x, y + radius * 0.012), (radius * 0.91, radius * TILT * 0.86), 0.0, &paint);
}

/// A line painted around a turned body at a height.
pub fn band(c: &mut Canvas, x: f32, y: f32, radius: f32, paint: &str, width: f32) {
    let shape = format!("M{:.1} {y:.1} A{radius:.1} {:.1} 0 0 0 {:.1} {y:.1}", x - radius, radius * TILT, x + radius);
    c.line(&shape, paint, width);
}

/// A tall bottle with a stopper; `tag` is the paper about its neck or belly.
pub fn bottle(c: &mut Canvas, x: f32, y: f32, high: f32, liquid: &str, cap: &str, tag: &str) {
    let w = high * 0.155;
    let outline = [
        (w * 0.34, high * 0.93),
        (w * 0.34, high * 0.74),
        (w * 0.5, high * 0.66),
        (w * 0.92, high * 0.58),
        (w, high * 0.5),
        (w, high * 0.2),
        (w * 0.98, high * 0.04),
        (w * 0.9, 0.0),
    ];
    turned(c, x, y, &outline, liquid, Stuff::Glass);
    let shape = silhouette(x, y, &outline);
    c.within(&shape, |c| {
        let empty = silhouette(x, y - high * 0.7, &[(w * 0.4, high * 0.3), (w * 0.4, 0.0)]);
        c.fill(&empty, "#fff6df66");
        label(c, x, y - high * 0.15, w, high * 0.3, tag);
    });
    let stopper = [(w * 0.4, high), (w * 0.42, high * 0.985), (w * 0.42, high * 0.86), (w * 0.4, high * 0.855)];
    body(c, x, y, &stopper, cap, Stuff::Glaze);
    c.oval((x, y - high), (w * 0.4, w * 0.4 * TILT), 0.0, &light(cap, 0.35));
}

/// Paper around a body: a field, two rules, and a woven mark in place of words.
pub fn label(c: &mut Canvas, x: f32, y: f32, radius: f32, high: f32, ink: &str) {
    let drop = radius * TILT;
    let paper = format!(
        "M{:.1} {:.1} A{radius:.1} {drop:.1} 0 0 0 {:.1} {:.1} L{:.1} {:.1} A{radius:.1} {drop:.1} 0 0 1 {:.1} {:.1}Z",
        x - radius,
        y - high,
        x + radius,
        y - high,
        x + radius,
        y,
        x - radius,
        y
    );
    let round = roundness(c, x, radius, "#f6ecd2", Stuff::Matt);
    c.fill(&paper, &round);
    for at in [0.1, 0.9] {
        band(c, x, y - high * at, radius, &veil(ink, 0.85), high * 0.035);
    }
    let middle = y - high * 0.5 + drop * 0.94;
    let size = (high * 0.27).min(radius * 0.52);
    c.fill(&format!("M{x:.1} {:.1} l{size:.1} {size:.1} l-{size:.1} {size:.1} l-{size:.1} -{size:.1}z", middle - size), ink);
    let inner = size * 0.55;
    c.fill(&format!("M{x:.1} {:.1} l{inner:.1} {inner:.1} l-{inner:.1} {inner:.1} l-{inner:.1} -{inner:.1}z", middle - inner), "#f0b93f");
    for side in [-1.0, 1.0] {
        let small = size * 0.34;
        c.fill(
            &format!("M{:.1} {:.1} l{small:.1} {small:.1} l-{small:.1} {small:.1} l-{small:.1} -{small:.1}z", x + side * size * 1.45, middle - small - 3.0),
            &veil(ink, 0.85),
        );
    }
}

/// A wide jar of glass with a cloth tied over its lid.
pub fn jar(c: &mut Canvas, x: f32, y: f32, high: f32, inside: &str, cloth: &str) {
    let w = high * 0.38;
    let outline =
        [(w * 0.72, high * 0.84), (w * 0.74, high * 0.8), (w * 0.98, high * 0.7), (w, high * 0.55), (w, high * 0.14), (w * 0.94, high * 0.02), (w * 0.86, 0.0)];
    turned(c, x, y, &outline, inside, Stuff::Glass);
    let shape = silhouette(x, y, &outline);
    c.within(&shape, |c| label(c, x, y - high * 0.17, w, high * 0.36, &dark(cloth, 0.2)));
    let skirt = [(w * 0.74, high), (w * 0.8, high * 0.95), (w * 0.78, high * 0.86), (w * 0.98, high * 0.74)];
    body(c, x, y, &skirt, cloth, Stuff::Matt);
    for fold in 0..9_u8 {
        let at = f32::from(fold) / 8.0 * 2.0 - 1.0;
        c.line(
            &format!("M{:.1} {:.1} L{:.1} {:.1}", x + at * w * 0.74, y - high * 0.86, x + at * w * 0.95, y - high * 0.74 + w * 0.16 * (1.0 - at * at)),
            &veil(&dark(cloth, 0.5), 0.45),
            5.0,
        );
    }
    band(c, x, y - high * 0.865, w * 0.79, "#e8cf94", 10.0);
    let lid = c.around((x - w * 0.25, y - high * 1.01), (w, w * 0.3), &[(0.0, &light(cloth, 0.4)), (1.0, cloth)]);
    c.oval((x, y - high), (w * 0.74, w * 0.74 * TILT), 0.0, &lid);
}

/// A bowl; what is in it is drawn by the caller in the oval about (x, y - high).
pub fn bowl(c: &mut Canvas, x: f32, y: f32, wide: f32, colour: &str, pattern: Option<&str>) -> (f32, f32) {
    let (r, h) = (wide / 2.0, wide * 0.38);
    let outline = [(r, h), (r * 0.97, h * 0.8), (r * 0.8, h * 0.4), (r * 0.5, h * 0.12), (r * 0.42, h * 0.08), (r * 0.44, 0.0)];
    turned(c, x, y, &outline, colour, Stuff::Glaze);
    if let Some(ink) = pattern {
        let shape = silhouette(x, y, &outline);
        c.within(&shape, |c| {
            band(c, x, y - h * 0.9, r, &veil(ink, 0.85), 6.0);
            band(c, x, y - h * 0.22, r * 0.7, &veil(ink, 0.7), 5.0);
            for step in 0..7_u8 {
                let angle = (f32::from(step) - 3.0) * 0.42;
                let px = x + angle.sin() * r * 0.84;
                let py = y - h * 0.52 + angle.cos() * r * TILT * 0.8;
                let squeeze = angle.cos().max(0.25);
                sprig(c, px, py, r * 0.13, squeeze, ink);
            }
        });
    }
    mouth(c, x, y - h, r, &light(colour, 0.35), &dark(colour, 0.16));
    (x, y - h)
}

/// A flower in one colour, as painters of pots draw it.
pub fn sprig(c: &mut Canvas, x: f32, y: f32, size: f32, squeeze: f32, ink: &str) {
    for petal in 0..6_u8 {
        let (sin, cos) = (f32::from(petal) * 1.047).sin_cos();
        c.oval((x + cos * size * 0.55 * squeeze, y + sin * size * 0.55), (size * 0.34 * squeeze, size * 0.34), 0.0, &veil(ink, 0.75));
    }
    c.oval((x, y), (size * 0.2 * squeeze, size * 0.2), 0.0, "#f4efe2");
    for side in [-1.0, 1.0] {
        c.line(
            &format!("M{x:.1} {:.1} q{:.1} {:.1} {:.1} {:.1}", y + size * 0.8, side * size * 0.4 * squeeze, size * 0.1, side * size * squeeze, -size * 0.2),
            &veil(ink, 0.6),
            size * 0.13,
        );
    }
}

/// A small cup with something to drink in it.
pub fn cup(c: &mut Canvas, x: f32, y: f32, wide: f32, colour: &str, drink: &str) {
    let (r, h) = (wide / 2.0, wide * 0.62);
    let outline = [(r, h), (r * 0.96, h * 0.75), (r * 0.82, h * 0.36), (r * 0.56, h * 0.08), (r * 0.5, 0.0)];
    turned(c, x, y, &outline, colour, Stuff::Glaze);
    mouth(c, x, y - h, r, &light(colour, 0.4), &dark(colour, 0.2));
    let paint = c.along((x - r, 0.0), (x + r, 0.0), &[(0.0, &dark(drink, 0.3)), (0.7, drink), (1.0, &light(drink, 0.4))]);
    c.oval((x, y - h + r * 0.045), (r * 0.84, r * TILT * 0.74), 0.0, &paint);
    c.oval((x - r * 0.3, y - h + r * 0.02), (r * 0.22, r * 0.025), -6.0, "#fffbe8b0");
}

/// A round teapot with a spout to the left and a handle to the right.
pub fn teapot(c: &mut Canvas, x: f32, y: f32, wide: f32, colour: &str, pattern: Option<&str>) {
    let r = wide / 2.0;
    let outline = [(r * 0.42, r * 1.34), (r * 0.6, r * 1.27), (r * 0.93, r * 0.98), (r, r * 0.66), (r * 0.86, r * 0.28), (r * 0.6, r * 0.05), (r * 0.56, 0.0)];
    shadow(c, (x, y), r * 0.95);
    let spout = format!(
        "M{:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1} L{:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}Z",
        x - r * 0.8,
        y - r * 0.36,
        x - r * 1.35,
        y - r * 0.5,
        x - r * 1.25,
        y - r * 1.0,
        x - r * 1.66,
        y - r * 1.3,
        x - r * 1.46,
        y - r * 1.36,
        x - r * 1.1,
        y - r * 1.2,
        x - r * 1.1,
        y - r * 0.95,
        x - r * 0.78,
        y - r * 0.92
    );
    let paint = c.along((x - r * 1.6, y - r * 1.3), (x - r * 0.9, y - r * 0.4), &[(0.0, &light(colour, 0.35)), (0.5, colour), (1.0, &dark(colour, 0.4))]);
    c.fill(&spout, &paint);
    let handle = format!(
        "M{:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
        x + r * 0.82,
        y - r * 1.08,
        x + r * 1.75,
        y - r * 1.45,
        x + r * 1.66,
        y - r * 0.22,
        x + r * 0.86,
        y - r * 0.36
    );
    c.line(&handle, &dark(colour, 0.4), r * 0.17);
    c.at(-r * 0.025, -r * 0.03, 0.0, 1.0, |c| c.line(&handle, &light(colour, 0.1), r * 0.08));
    body(c, x, y, &outline, colour, Stuff::Glaze);
    if let Some(ink) = pattern {
        let shape = silhouette(x, y, &outline);
        c.within(&shape, |c| {
            band(c, x, y - r * 1.12, r * 0.84, &veil(ink, 0.8), 6.0);
            band(c, x, y - r * 0.24, r * 0.86, &veil(ink, 0.7), 5.0);
            for step in 0..5_u8 {
                let angle = (f32::from(step) - 2.0) * 0.5;
                sprig(c, x + angle.sin() * r * 0.9, y - r * 0.8 + angle.cos() * r * 0.16, r * 0.2, angle.cos(), ink);
            }
        });
    }
    let lid = [(r * 0.06, r * 1.55), (r * 0.26, r * 1.5), (r * 0.44, r * 1.37), (r * 0.46, r * 1.31)];
    body(c, x, y, &lid, &light(colour, 0.08), Stuff::Glaze);
    c.oval((x, y - r * 1.6), (r * 0.12, r * 0.1), 0.0, &light(colour, 0.25));
    c.oval((x - r * 0.03, y - r * 1.63), (r * 0.04, r * 0.03), 0.0, "#fffbe8");
}

/// A plate or tray seen from a little above.
pub fn plate(c: &mut Canvas, x: f32, y: f32, wide: f32, colour: &str, rim: Option<&str>) {
    let r = wide / 2.0;
    let tilt = 0.3;
    shadow(c, (x, y + r * 0.1), r * 0.92);
    c.oval((x, y + r * 0.05), (r, r * tilt), 0.0, &dark(colour, 0.42));
    let paint = c.along((x - r, y - r * tilt), (x + r, y + r * tilt), &[(0.0, &light(colour, 0.4)), (0.5, colour), (1.0, &dark(colour, 0.22))]);
    c.oval((x, y), (r, r * tilt), 0.0, &paint);
    if let Some(ink) = rim {
        c.ring((x, y), (r * 0.94, r * tilt * 0.94), &veil(ink, 0.85), r * 0.025);
        for step in 0..20_u8 {
            let (sin, cos) = (f32::from(step) * 0.314).sin_cos();
            sprig(c, x + cos * r * 0.85, y + sin * r * tilt * 0.85, r * 0.055, 1.0, ink);
        }
    }
    let well = c.along((x - r * 0.7, y - r * tilt), (x + r * 0.7, y + r * tilt), &[(0.0, &dark(colour, 0.2)), (0.4, colour), (1.0, &light(colour, 0.35))]);
    c.oval((x, y), (r * 0.74, r * tilt * 0.72), 0.0, &well);
}

/// Warm air over something hot.
pub fn steam(c: &mut Canvas, x: f32, y: f32, high: f32) {
    c.soft(13.0, |c| {
        for wisp in 0..3_u8 {
            let at = x + (f32::from(wisp) - 1.0) * high * 0.13;
            let sway = high * c.dice.between(0.07, 0.16);
            let shape = format!(
                "M{at:.1} {y:.1} c{sway:.1} -{:.1} -{:.1} -{:.1} {:.1} -{:.1} s-{sway:.1} -{:.1} {:.1} -{:.1}",
                high * 0.18,
                sway * 1.3,
                high * 0.3,
                sway * 0.4,
                high * 0.5,
                high * 0.3,
                sway * 0.7,
                high * 0.48
            );
            c.line(&shape, "#fffaf05e", high * 0.055);
        }
    });
}
