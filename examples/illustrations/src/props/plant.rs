//! Leaves, twigs and foliage.

use crate::canvas::{Canvas, through};
use crate::colour::{dark, light, mix, veil};

/// A leaf from its stalk at `at`: length, breadth as a share of it, direction in degrees.
pub fn leaf(c: &mut Canvas, at: (f32, f32), long: f32, broad: f32, turn: f32, colour: &str) {
    let half = long * broad * 0.62;
    let lit = light(colour, 0.26);
    let deep = dark(colour, 0.28);
    c.at(at.0, at.1, turn, 1.0, |c| {
        let paint = c.along((0.0, 0.0), (long, 0.0), &[(0.0, &deep), (0.5, colour), (1.0, &mix(colour, "#d8c95a", 0.18))]);
        c.fill(
            &format!(
                "M0 0 C{:.1} {:.1} {:.1} {:.1} {long:.1} 0 C{:.1} {half:.1} {:.1} {half:.1} 0 0Z",
                long * 0.28,
                -half,
                long * 0.72,
                -half,
                long * 0.72,
                long * 0.28
            ),
            &paint,
        );
        c.fill(
            &format!("M0 0 C{:.1} {:.1} {:.1} {:.1} {long:.1} 0 Q{:.1} {:.1} 0 0Z", long * 0.28, -half, long * 0.72, -half, long * 0.5, -half * 0.12),
            &veil(&lit, 0.62),
        );
        c.line(&format!("M0 0 Q{:.1} {:.1} {:.1} 0", long * 0.5, -half * 0.12, long * 0.95), &veil(&light(colour, 0.62), 0.75), (long * 0.014).max(1.2));
        if long > 70.0 {
            for vein in 1..6_u8 {
                let x = long * (0.12 + 0.14 * f32::from(vein));
                let reach = half * 0.62 * (1.0 - (x / long - 0.5).abs() * 1.1);
                for side in [-1.0, 1.0] {
                    c.line(
                        &format!("M{x:.1} 0 q{:.1} {:.1} {:.1} {:.1}", long * 0.05, side * reach * 0.4, long * 0.1, side * reach),
                        &veil(&light(colour, 0.55), 0.3),
                        (long * 0.006).max(1.0),
                    );
                }
            }
        }
    });
}

/// A twig through some points, thick at its beginning.
pub fn twig(c: &mut Canvas, points: &[(f32, f32)], thick: f32, bark: &str) {
    let shape = through(points);
    c.line(&shape, &dark(bark, 0.35), thick);
    c.at(-thick * 0.1, -thick * 0.16, 0.0, 1.0, |c| {
        c.line(&shape, bark, thick * 0.62);
        c.line(&shape, &veil(&light(bark, 0.5), 0.5), thick * 0.2);
    });
}

/// A point and the direction on a smooth row of points, at `t` of 0 to 1.
pub fn on(points: &[(f32, f32)], t: f32) -> (f32, f32, f32) {
    let place = t.clamp(0.0, 0.999) * (points.len() - 1) as f32;
    let at = place as usize;
    let part = place - at as f32;
    let (a, b) = (points[at], points[at + 1]);
    let angle = (b.1 - a.1).atan2(b.0 - a.0).to_degrees();
    (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part, angle)
}

/// A twig with leaves on both sides.
pub fn leafy(c: &mut Canvas, points: &[(f32, f32)], count: u8, long: f32, broad: f32, green: &str) {
    twig(c, points, long * 0.1, &mix(green, "#6b4a2c", 0.6));
    for at in 0..count {
        let (x, y, angle) = on(points, (f32::from(at) + 0.6) / f32::from(count));
        let side = if at % 2 == 0 { -1.0 } else { 1.0 };
        let spread = c.dice.between(38.0, 66.0);
        let size = long * c.dice.between(0.8, 1.1);
        let shade = mix(green, if side < 0.0 { "#cfd66f" } else { "#123a34" }, c.dice.between(0.05, 0.25));
        leaf(c, (x, y), size, broad, angle + side * spread, &shade);
    }
    let (x, y, angle) = on(points, 0.999);
    leaf(c, (x, y), long, broad, angle, green);
}

/// A mass of leaves, lit from the upper left.
pub fn foliage(c: &mut Canvas, at: (f32, f32), radii: (f32, f32), green: &str, leaf_long: f32) {
    // Clumps first, so that the edge is not an oval; then leaves, the lit ones last.
    for _ in 0..26 {
        let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
        let far = c.dice.between(0.3, 0.86);
        let size = c.dice.between(0.2, 0.36);
        let shade = dark(green, 0.3 + 0.2 * (sin + cos * 0.5).max(0.0));
        c.oval((at.0 + cos * far * radii.0, at.1 + sin * far * radii.1), (radii.0 * size, radii.1 * size), 0.0, &shade);
    }
    c.oval(at, (radii.0 * 0.7, radii.1 * 0.7), 0.0, &dark(green, 0.42));
    let count = ((radii.0 * radii.1 / (leaf_long * leaf_long) * 17.0) as u32).min(1400);
    for step in 0..count {
        let t = step as f32 / count.max(1) as f32;
        let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
        let far = c.dice.unit().sqrt() * c.dice.between(0.9, 1.08);
        let (dx, dy) = (cos * far, sin * far);
        let lit = (0.5 - 0.4 * dx - 0.55 * dy).clamp(0.0, 1.0) * (0.3 + 0.75 * t);
        let shade = if lit > 0.45 { light(green, (lit - 0.45) * 0.85) } else { dark(green, (0.45 - lit) * 0.9) };
        let turn = c.dice.between(20.0, 160.0);
        let size = leaf_long * c.dice.between(0.6, 1.1);
        c.at(at.0 + dx * radii.0 - size * 0.2, at.1 + dy * radii.1 - size * 0.3, turn, 1.0, |c| {
            c.fill(&format!("M0 0 Q{:.1} {:.1} {size:.1} 0 Q{:.1} {:.1} 0 0Z", size * 0.5, -size * 0.36, size * 0.5, size * 0.36), &shade);
        });
    }
}

/// A banana leaf lying on the table: broad, ribbed, with a torn edge.
pub fn banana_leaf(c: &mut Canvas, x: f32, y: f32, long: f32, turn: f32) {
    let broad = long * 0.17;
    let shape = format!(
        "M{:.1} 0 C{:.1} {:.1} {:.1} {:.1} {:.1} 0 C{:.1} {broad:.1} {:.1} {broad:.1} {:.1} 0Z",
        -long / 2.0,
        -long * 0.34,
        -broad * 1.1,
        long * 0.3,
        -broad * 1.1,
        long / 2.0,
        long * 0.3,
        -long * 0.34,
        -long / 2.0
    );
    c.glaze(|c| c.soft(10.0, |c| c.at(x + 16.0, y + 20.0, turn, 1.0, |c| c.fill(&shape, "#3a2c4a8c"))));
    c.at(x, y, turn, 1.0, |c| {
        let paint = c.along((0.0, -broad), (0.0, broad), &[(0.0, "#8fb653"), (0.47, "#5f9440"), (0.53, "#4a7f3a"), (1.0, "#2f5f34")]);
        c.fill(&shape, &paint);
        c.within(&shape, |c| {
            for rib in 0..70_u8 {
                let at = -long / 2.0 + f32::from(rib) * long / 69.0;
                let tone = if rib % 3 == 0 { "#dfe79a55" } else { "#1f4a3044" };
                c.line(&format!("M{at:.1} 0 q{:.1} {:.1} {:.1} {:.1}", long * 0.03, -broad * 0.5, long * 0.1, -broad), tone, 2.4);
                c.line(&format!("M{at:.1} 0 q{:.1} {:.1} {:.1} {:.1}", long * 0.03, broad * 0.5, long * 0.1, broad), tone, 2.4);
            }
        });
        c.line(&format!("M{:.1} 0 L{:.1} 0", -long / 2.0, long / 2.0), "#c8d67e", 9.0);
    });
}

/// Ears of rice, heavy with grain, from a common foot.
pub fn rice_ears(c: &mut Canvas, x: f32, y: f32, long: f32, count: u8, gold: &str, spread: (f32, f32)) {
    for ear in 0..count {
        let t = if count > 1 { f32::from(ear) / f32::from(count - 1) } else { 0.5 };
        let angle = (spread.0 + (spread.1 - spread.0) * t + c.dice.between(-4.0, 4.0)).to_radians();
        let (sin, cos) = angle.sin_cos();
        let side = if cos < 0.0 { -1.0 } else { 1.0 };
        let size = long * c.dice.between(0.86, 1.08);
        let points = [
            (x, y),
            (x + cos * size * 0.4, y + sin * size * 0.45),
            (x + cos * size * 0.75, y + sin * size * 0.68),
            (x + cos * size * 0.95 + side * size * 0.1, y + sin * size * 0.66),
            (x + cos * size + side * size * 0.24, y + sin * size * 0.5),
        ];
        c.line(&through(&points), &mix(gold, "#5f7a2f", 0.55), size * 0.012);
        for grain in 0..26_u8 {
            let t = 0.46 + 0.54 * f32::from(grain) / 25.0;
            let (px, py, along) = on(&points, t);
            let out = if grain % 2 == 0 { 34.0 } else { -34.0 };
            let shade = mix(gold, if grain % 3 == 0 { "#fff0b0" } else { "#8a5a1c" }, c.dice.between(0.1, 0.36));
            let swell = size * 0.021;
            c.at(px, py, along + out, 1.0, |c| {
                c.oval((swell * 1.1, 0.0), (swell * 1.35, swell * 0.58), 0.0, &dark(&shade, 0.28));
                c.oval((swell * 1.05, -swell * 0.1), (swell * 1.15, swell * 0.4), 0.0, &shade);
            });
        }
    }
}
