//! Things to eat in heaps, slabs and bundles.

use crate::canvas::{Canvas, through};
use crate::colour::{dark, light, mix, veil};
use crate::stage::shadow;

/// A heap of small pieces over an oval: `piece` draws one at a place, with how far up the light it is (0 to 1).
pub fn heap(c: &mut Canvas, at: (f32, f32), radii: (f32, f32), rise: f32, count: usize, mut piece: impl FnMut(&mut Canvas, f32, f32, f32)) {
    let mut places = Vec::with_capacity(count);
    for _ in 0..count {
        let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
        let far = c.dice.unit().sqrt();
        let hill = (1.0 - far * far) * rise;
        places.push((sin * far, cos * far, hill));
    }
    places.sort_by(|a, b| (a.0 * radii.1 + a.2 * 0.35).total_cmp(&(b.0 * radii.1 + b.2 * 0.35)));
    for (v, u, hill) in places {
        let lit = (0.55 - 0.35 * u - 0.25 * v + 0.3 * (hill / rise.max(1.0))).clamp(0.0, 1.0);
        piece(c, at.0 + u * radii.0, at.1 + v * radii.1 - hill, lit);
    }
}

/// A colour by how much light falls on it.
pub fn lit(colour: &str, light_share: f32) -> String {
    if light_share > 0.5 { light(colour, (light_share - 0.5) * 0.8) } else { dark(colour, (0.5 - light_share) * 0.9) }
}

/// Grain: rice, peas, pepper; one small oval each.
pub fn grains(c: &mut Canvas, at: (f32, f32), radii: (f32, f32), rise: f32, count: usize, size: (f32, f32), colours: &[&str]) {
    let ground = c.along((at.0 - radii.0, at.1 - rise), (at.0 + radii.0, at.1 + radii.1), &[(0.0, &light(colours[0], 0.2)), (1.0, &dark(colours[0], 0.45))]);
    c.fill(
        &format!(
            "M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1} A{:.1} {:.1} 0 0 1 {:.1} {:.1}Z",
            at.0 - radii.0,
            at.1,
            at.0 - radii.0 * 0.5,
            at.1 - rise * 1.05,
            at.0,
            at.1 - rise * 1.02,
            at.0 + radii.0 * 0.5,
            at.1 - rise * 1.05,
            at.0 + radii.0,
            at.1,
            radii.0,
            radii.1,
            at.0 - radii.0,
            at.1
        ),
        &ground,
    );
    heap(c, at, (radii.0 * 0.97, radii.1 * 0.94), rise, count, |c, x, y, share| {
        let colour = lit(*c.dice.pick(colours), share);
        let turn = c.dice.between(0.0, 180.0);
        c.oval((x + size.0 * 0.12, y + size.1 * 0.3), size, turn, &veil(&dark(&colour, 0.65), 0.4));
        c.oval((x, y), size, turn, &colour);
        c.oval((x - size.0 * 0.2, y - size.1 * 0.3), (size.0 * 0.36, size.1 * 0.3), turn, &veil(&light(&colour, 0.6), 0.65));
    });
}

/// Rolled tea leaves, dried herbs: short curled strokes.
pub fn curls(c: &mut Canvas, at: (f32, f32), radii: (f32, f32), rise: f32, count: usize, size: f32, colours: &[&str]) {
    c.oval((at.0, at.1 - rise * 0.3), (radii.0, radii.1 + rise * 0.3), 0.0, &dark(colours[0], 0.5));
    heap(c, at, radii, rise, count, |c, x, y, share| {
        let colour = lit(*c.dice.pick(colours), share);
        let turn = c.dice.between(0.0, 360.0);
        let bend = c.dice.between(0.3, 0.8) * size;
        c.at(x, y, turn, 1.0, |c| {
            let shape = format!("M{:.1} 0 q{:.1} {:.1} {size:.1} {:.1}", -size / 2.0, size * 0.5, -bend, bend * 0.2);
            c.line(&shape, &dark(&colour, 0.4), size * 0.2);
            c.at(-1.0, -size * 0.04, 0.0, 1.0, |c| c.line(&shape, &colour, size * 0.11));
        });
    });
}

/// A block with a top, a front and a side, as seen from the left and above.
pub fn block(c: &mut Canvas, x: f32, y: f32, size: (f32, f32, f32), colour: &str) {
    let (wide, high, deep) = size;
    let (dx, dy) = (deep * 0.55, -deep * 0.42);
    let front = c.along((x, y - high), (x + wide, y), &[(0.0, &light(colour, 0.12)), (1.0, &dark(colour, 0.12))]);
    c.fill(&format!("M{x:.1} {y:.1} h{wide:.1} v-{high:.1} h-{wide:.1}z"), &front);
    let side = c.along((x + wide, y - high), (x + wide + dx, y), &[(0.0, &dark(colour, 0.3)), (1.0, &dark(colour, 0.46))]);
    c.fill(&format!("M{:.1} {y:.1} l{dx:.1} {dy:.1} v-{high:.1} l-{dx:.1} {:.1}z", x + wide, -dy), &side);
    let top = c.along((x, y - high), (x + wide, y - high + dy), &[(0.0, &light(colour, 0.5)), (1.0, &light(colour, 0.24))]);
    c.fill(&format!("M{x:.1} {:.1} l{dx:.1} {dy:.1} h{wide:.1} l-{dx:.1} {:.1}z", y - high, -dy), &top);
    c.line(&format!("M{x:.1} {:.1} h{wide:.1} l{dx:.1} {dy:.1}", y - high), &veil(&light(colour, 0.7), 0.6), 2.5);
}

/// A round cake lying flat.
pub fn cake(c: &mut Canvas, x: f32, y: f32, r: f32, high: f32, crust: &str) {
    shadow(c, (x, y), r * 0.95);
    let tilt = 0.32;
    let wall = c.along((x - r, 0.0), (x + r, 0.0), &[(0.0, &dark(crust, 0.2)), (0.3, &light(crust, 0.16)), (0.6, crust), (1.0, &dark(crust, 0.45))]);
    c.fill(&format!("M{:.1} {:.1} V{y:.1} A{r:.1} {:.1} 0 0 0 {:.1} {y:.1} V{:.1}Z", x - r, y - high, r * tilt, x + r, y - high), &wall);
    let top = c.around((x - r * 0.3, y - high - r * 0.1), (r * 1.3, r * 0.5), &[(0.0, &light(crust, 0.46)), (0.55, crust), (1.0, &dark(crust, 0.24))]);
    c.oval((x, y - high), (r, r * tilt), 0.0, &top);
    c.ring((x, y - high), (r * 0.97, r * tilt * 0.95), &veil(&light(crust, 0.7), 0.45), 3.0);
}

/// A sweet in twisted paper.
pub fn sweet(c: &mut Canvas, x: f32, y: f32, size: f32, turn: f32, paper: &str) {
    shadow(c, (x, y + size * 0.2), size * 0.5);
    c.at(x, y, turn, 1.0, |c| {
        for side in [-1.0, 1.0] {
            let paint = c.along((side * size * 0.4, 0.0), (side * size, 0.0), &[(0.0, &dark(paper, 0.25)), (1.0, &light(paper, 0.45))]);
            c.fill(
                &format!(
                    "M{:.1} 0 L{:.1} {:.1} L{:.1} {:.1} L{:.1} {:.1} L{:.1} {:.1}Z",
                    side * size * 0.42,
                    side * size * 0.86,
                    -size * 0.27,
                    side * size * 0.78,
                    -size * 0.05,
                    side * size * 0.92,
                    size * 0.12,
                    side * size * 0.8,
                    size * 0.3
                ),
                &paint,
            );
        }
        let paint = c.along((0.0, -size * 0.26), (0.0, size * 0.26), &[(0.0, &light(paper, 0.6)), (0.4, paper), (1.0, &dark(paper, 0.36))]);
        c.rect((-size * 0.5, -size * 0.26), (size, size * 0.52), size * 0.15, &paint);
        for fold in [-0.3, -0.1, 0.12, 0.3] {
            c.line(&format!("M{:.1} {:.1} q{:.1} {:.1} 0 {:.1}", size * fold, -size * 0.24, size * 0.05, size * 0.24, size * 0.48), &veil("#fffaf0", 0.4), 2.5);
        }
        c.rect((-size * 0.4, -size * 0.19), (size * 0.8, size * 0.07), size * 0.03, "#fffdf2a0");
    });
}

/// A bundle of noodles folded over.
pub fn noodles(c: &mut Canvas, x: f32, y: f32, wide: f32, colour: &str) {
    shadow(c, (x, y), wide * 0.5);
    let high = wide * 0.42;
    c.oval((x, y - high * 0.45), (wide * 0.5, high * 0.5), 0.0, &dark(colour, 0.4));
    for strand in 0..64_u8 {
        let t = f32::from(strand) / 63.0;
        let v = t * 2.0 - 1.0;
        let half = wide * 0.5 * (1.0 - v * v * 0.22) * c.dice.between(0.9, 1.04);
        let level = y - high * 0.48 + v * high * 0.44;
        let sag = c.dice.between(-0.1, 0.16) * high;
        let shade = if c.dice.unit() < 0.3 { dark(colour, 0.26) } else { mix(&light(colour, 0.45 * (1.0 - t)), colour, t) };
        let end = level + c.dice.between(-5.0, 5.0);
        c.line(
            &format!("M{:.1} {level:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {end:.1}", x - half, x - half * 0.4, level + sag, x + half * 0.4, level - sag, x + half),
            &veil(&shade, 0.94),
            wide * 0.011,
        );
    }
    for side in [-1.0, 1.0] {
        for strand in 0..12_u8 {
            let r = high * (0.1 + 0.034 * f32::from(strand));
            c.line(
                &format!("M{:.1} {:.1} q{:.1} {r:.1} 0 {:.1}", x + side * wide * 0.46, y - high * 0.48 - r, side * r * 0.8, r * 2.0),
                &veil(&light(colour, 0.3), 0.8),
                wide * 0.01,
            );
        }
    }
}

/// A chilli pepper.
pub fn chilli(c: &mut Canvas, x: f32, y: f32, long: f32, turn: f32, red: &str) {
    c.glaze(|c| {
        c.soft(6.0, |c| {
            c.at(x + 8.0, y + 12.0, turn, 1.0, |c| c.line(&format!("M0 0 Q{:.1} {:.1} {long:.1} 0", long * 0.5, long * 0.2), "#3a2c4a8c", long * 0.13))
        })
    });
    c.at(x, y, turn, 1.0, |c| {
        let shape = format!(
            "M0 {:.1} Q{:.1} {:.1} {long:.1} {:.1} Q{:.1} {:.1} 0 {:.1}Z",
            -long * 0.08,
            long * 0.55,
            -long * 0.02,
            -long * 0.02,
            long * 0.5,
            long * 0.24,
            long * 0.1
        );
        let paint = c.along((0.0, -long * 0.1), (0.0, long * 0.18), &[(0.0, &light(red, 0.4)), (0.35, red), (1.0, &dark(red, 0.45))]);
        c.fill(&shape, &paint);
        c.line(
            &format!("M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}", long * 0.12, -long * 0.02, long * 0.4, long * 0.05, long * 0.7, long * 0.015),
            "#fff6e6a8",
            long * 0.022,
        );
        c.line(&format!("M0 0 q{:.1} {:.1} {:.1} {:.1}", -long * 0.1, -long * 0.02, -long * 0.2, -long * 0.1), "#5f8a3a", long * 0.045);
    });
}

/// A fish lying on its side, head to the left.
pub fn fish(c: &mut Canvas, x: f32, y: f32, long: f32, turn: f32, back: &str, belly: &str) {
    c.at(x, y, turn, 1.0, |c| {
        let high = long * 0.17;
        let tail = format!("M{:.1} 0 L{:.1} {:.1} Q{:.1} 0 {:.1} {:.1}Z", long * 0.36, long * 0.54, -high * 0.9, long * 0.46, long * 0.55, high * 0.9);
        c.fill(&tail, &dark(back, 0.1));
        let fins = format!(
            "M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}Z M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}Z",
            -long * 0.14,
            -high * 0.8,
            long * 0.06,
            -high * 1.75,
            long * 0.24,
            -high * 0.5,
            -long * 0.02,
            high * 0.8,
            long * 0.1,
            high * 1.5,
            long * 0.22,
            high * 0.45
        );
        c.fill(&fins, &dark(back, 0.05));
        let shape = format!(
            "M{:.1} 0 C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1} L{:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} 0Z",
            -long * 0.5,
            -long * 0.36,
            -high * 1.2,
            long * 0.1,
            -high * 1.15,
            long * 0.4,
            -high * 0.16,
            long * 0.4,
            high * 0.16,
            long * 0.1,
            high * 1.15,
            -long * 0.36,
            high * 1.2,
            -long * 0.5
        );
        let paint = c.along((0.0, -high), (0.0, high), &[(0.0, &dark(back, 0.2)), (0.25, back), (0.6, belly), (1.0, &dark(belly, 0.25))]);
        c.fill(&shape, &paint);
        c.within(&shape, |c| {
            for row in -3..=3_i8 {
                for column in 0..17_u8 {
                    let px = -long * 0.28 + f32::from(column) * long * 0.038 + if row % 2 == 0 { 0.0 } else { long * 0.019 };
                    let py = f32::from(row) * high * 0.26;
                    c.line(&format!("M{px:.1} {:.1} q{:.1} {:.1} 0 {:.1}", py - high * 0.13, long * 0.018, high * 0.13, high * 0.26), "#fffaf04d", 2.0);
                }
            }
            c.soft(5.0, |c| c.oval((-long * 0.05, -high * 0.35), (long * 0.32, high * 0.13), 0.0, "#fffdf26e"));
            c.line(
                &format!("M{:.1} {:.1} q{:.1} {:.1} 0 {:.1}", -long * 0.3, -high * 0.75, long * 0.05, high * 0.75, high * 1.5),
                &veil(&dark(back, 0.5), 0.6),
                long * 0.008,
            );
        });
        c.oval((-long * 0.4, -high * 0.24), (long * 0.022, long * 0.022), 0.0, "#f6e7b8");
        c.oval((-long * 0.4, -high * 0.24), (long * 0.012, long * 0.012), 0.0, "#20141c");
    });
}

/// A shrimp, curled.
pub fn shrimp(c: &mut Canvas, x: f32, y: f32, size: f32, turn: f32, colour: &str) {
    c.at(x, y, turn, 1.0, |c| {
        let spine: Vec<(f32, f32)> = (0..8_u8)
            .map(|at| {
                let (sin, cos) = (2.6 - f32::from(at) * 0.5_f32).sin_cos();
                (cos * size * 0.42, -sin * size * 0.36)
            })
            .collect();
        c.line(&through(&spine), &dark(colour, 0.45), size * 0.25);
        c.at(-size * 0.012, -size * 0.02, 0.0, 1.0, |c| {
            for (at, place) in spine.iter().enumerate() {
                let r = size * (0.125 - 0.009 * at as f32);
                c.oval(*place, (r, r * 0.95), 0.0, &if at % 2 == 0 { light(colour, 0.3) } else { colour.to_owned() });
                c.oval((place.0 - r * 0.25, place.1 - r * 0.35), (r * 0.4, r * 0.22), 0.0, "#fff3e08c");
            }
        });
        let tail = spine[7];
        c.fill(
            &format!(
                "M{:.1} {:.1} l{:.1} {:.1} l{:.1} {:.1} l{:.1} {:.1}z",
                tail.0,
                tail.1,
                size * 0.1,
                size * 0.16,
                -size * 0.1,
                -size * 0.03,
                -size * 0.08,
                size * 0.06
            ),
            &dark(colour, 0.15),
        );
        let head = spine[0];
        c.line(
            &format!("M{:.1} {:.1} q{:.1} {:.1} {:.1} {:.1}", head.0, head.1, -size * 0.2, -size * 0.06, -size * 0.36, size * 0.12),
            &veil(colour, 0.8),
            2.0,
        );
        c.oval((head.0 - size * 0.04, head.1 - size * 0.03), (size * 0.022, size * 0.022), 0.0, "#24141a");
    });
}
