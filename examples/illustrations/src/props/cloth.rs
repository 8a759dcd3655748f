//! Cloth: folded brocade, hanging panels, cords and tassels.

use crate::canvas::Canvas;
use crate::colour::{dark, light, mix, veil};
use crate::stage::shadow;

/// Threads of a cloth: ground and three more.
pub type Threads<'a> = [&'a str; 4];

/// Rows of woven signs over an area; `scale` is the height of a row.
pub fn signs(c: &mut Canvas, at: (f32, f32), size: (f32, f32), scale: f32, threads: &Threads<'_>) {
    let [_, second, third, fourth] = *threads;
    let rows = (size.1 / scale) as i32 + 1;
    for row in 0..rows {
        let y = at.1 + row as f32 * scale;
        match row % 4 {
            0 => {
                c.rect((at.0, y + scale * 0.2), (size.0, scale * 0.12), 0.0, third);
                c.rect((at.0, y + scale * 0.42), (size.0, scale * 0.16), 0.0, second);
                c.rect((at.0, y + scale * 0.68), (size.0, scale * 0.12), 0.0, third);
            }
            1 | 3 => {
                let half = scale * 0.44;
                let mut x = at.0;
                while x < at.0 + size.0 + half {
                    c.fill(
                        &format!("M{x:.1} {:.1} l{half:.1} {half:.1} l-{half:.1} {half:.1} l-{half:.1} -{half:.1}z", y + scale * 0.06),
                        if row % 4 == 1 { second } else { fourth },
                    );
                    let inner = half * 0.55;
                    c.fill(&format!("M{x:.1} {:.1} l{inner:.1} {inner:.1} l-{inner:.1} {inner:.1} l-{inner:.1} -{inner:.1}z", y + scale * 0.5 - inner), third);
                    x += half * 2.15;
                }
            }
            _ => {
                let step = scale * 0.5;
                let mut x = at.0;
                while x < at.0 + size.0 + step {
                    c.line(
                        &format!("M{x:.1} {:.1} l{:.1} -{:.1} l{:.1} {:.1}", y + scale * 0.8, step / 2.0, scale * 0.55, step / 2.0, scale * 0.55),
                        fourth,
                        scale * 0.1,
                    );
                    c.rect((x + step * 0.38, y + scale * 0.66), (step * 0.24, scale * 0.16), 0.0, third);
                    x += step;
                }
            }
        }
    }
}

/// Folded cloths in a pile, the folds towards the eye.
pub fn pile(c: &mut Canvas, x: f32, y: f32, wide: f32, each: f32, cloths: &[Threads<'_>]) {
    shadow(c, (x, y), wide * 0.5);
    for (at, threads) in cloths.iter().enumerate() {
        let base = y - each * at as f32;
        let inset = c.dice.between(0.0, 26.0) + 6.0 * at as f32;
        let (left, right) = (x - wide / 2.0 + inset, x + wide / 2.0 - inset * 0.6);
        let shape = format!(
            "M{left:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {left:.1} {:.1} L{right:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {right:.1} {:.1}Z",
            base - each * 0.96,
            left - each * 0.5,
            base - each * 0.94,
            left - each * 0.5,
            base - each * 0.02,
            base,
            base,
            right + each * 0.4,
            base,
            right + each * 0.4,
            base - each * 0.9,
            base - each * 0.96
        );
        c.fill(&shape, threads[0]);
        c.within(&shape, |c| {
            signs(c, (left - each, base - each * 0.9), (right - left + each * 2.0, each * 0.8), each * 0.44, threads);
            let round = c.along((0.0, base - each), (0.0, base), &[(0.0, "#fff4d85c"), (0.3, "#fff4d800"), (0.62, "#22143a14"), (1.0, "#22143a9c")]);
            c.rect((left - each, base - each), (right - left + each * 2.0, each), 0.0, &round);
            let across = c.along((left, 0.0), (right, 0.0), &[(0.0, "#fff4d830"), (0.5, "#22143a00"), (1.0, "#22143a70")]);
            c.rect((left - each, base - each), (right - left + each * 2.0, each), 0.0, &across);
        });
    }
}

/// A panel that hangs in soft folds.
pub fn hanging(c: &mut Canvas, at: (f32, f32), size: (f32, f32), scale: f32, threads: &Threads<'_>) {
    let (x, y) = at;
    let (wide, high) = size;
    let hem = format!(
        "M{x:.1} {y:.1} h{wide:.1} v{high:.1} q{:.1} 26 {:.1} 0 t{:.1} 0 t{:.1} 0 t{:.1} 0Z",
        -wide / 8.0,
        -wide / 4.0,
        -wide / 4.0,
        -wide / 4.0,
        -wide / 4.0
    );
    c.glaze(|c| c.soft(18.0, |c| c.at(26.0, 22.0, 0.0, 1.0, |c| c.fill(&hem, "#3a2c4a80"))));
    c.fill(&hem, threads[0]);
    c.within(&hem, |c| {
        signs(c, (x - 40.0, y + scale * 0.4), (wide + 80.0, high), scale, threads);
        for fold in 0..7_u8 {
            let px = x + wide * (f32::from(fold) + 0.5) / 7.0;
            let half = wide / 15.0;
            let paint = c.along(
                (px - half, 0.0),
                (px + half, 0.0),
                &[(0.0, "#22143a00"), (0.35, "#fff4d83d"), (0.6, "#22143a1f"), (0.85, "#22143a6b"), (1.0, "#22143a00")],
            );
            c.rect((px - half, y - 10.0), (half * 2.0, high + 60.0), 0.0, &paint);
        }
        let fall = c.along((0.0, y), (0.0, y + high), &[(0.0, "#22143a3d"), (0.15, "#22143a00"), (1.0, "#22143a38")]);
        c.rect((x, y), (wide, high + 40.0), 0.0, &fall);
    });
}

/// A hanging tassel.
pub fn tassel(c: &mut Canvas, x: f32, y: f32, long: f32, colour: &str) {
    c.line(&format!("M{x:.1} {:.1} V{y:.1}", y - long * 0.5), &dark(colour, 0.1), long * 0.03);
    c.oval((x, y + long * 0.08), (long * 0.09, long * 0.1), 0.0, &light(colour, 0.2));
    for strand in -4..=4_i8 {
        let at = f32::from(strand);
        let shade = mix(colour, if at < 0.0 { "#fff0c8" } else { "#2a1438" }, 0.1 + at.abs() * 0.05);
        c.line(
            &format!(
                "M{:.1} {:.1} q{:.1} {:.1} {:.1} {:.1}",
                x + at * long * 0.012,
                y + long * 0.15,
                at * long * 0.02,
                long * 0.4,
                at * long * 0.03,
                long * 0.8
            ),
            &shade,
            long * 0.035,
        );
    }
}

/// A soft quilt, folded, with stitched lozenges.
pub fn quilt(c: &mut Canvas, x: f32, y: f32, wide: f32, each: f32, count: u8, silk: &str) {
    shadow(c, (x, y), wide * 0.52);
    for fold in 0..count {
        let base = y - each * 0.88 * f32::from(fold);
        let half = wide / 2.0 - 10.0 * f32::from(fold);
        let shape = format!(
            "M{:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1} H{:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}Z",
            x - half,
            base - each,
            x - half - each * 0.6,
            base - each,
            x - half - each * 0.6,
            base,
            x - half,
            base,
            x + half,
            x + half + each * 0.6,
            base,
            x + half + each * 0.6,
            base - each,
            x + half,
            base - each
        );
        let paint = c.along((0.0, base - each), (0.0, base), &[(0.0, &light(silk, 0.55)), (0.35, silk), (1.0, &dark(silk, 0.42))]);
        c.fill(&shape, &paint);
        c.within(&shape, |c| {
            for puff in 0..14_u8 {
                let px = x - half + f32::from(puff) * wide / 13.0;
                let round = c.around((px - 10.0, base - each * 0.66), (wide / 24.0, each * 0.55), &[(0.0, "#fffaf078"), (1.0, "#fffaf000")]);
                c.rect((px - wide / 20.0, base - each), (wide / 10.0, each), 0.0, &round);
                c.line(&format!("M{:.1} {:.1} q8 {:.1} 0 {each:.1}", px + wide / 26.0, base - each, each * 0.5), &veil(&dark(silk, 0.5), 0.34), 4.0);
            }
        });
    }
}
