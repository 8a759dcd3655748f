//! Fruit: round ones by one recipe, and those that need their own skin.

use crate::canvas::Canvas;
use crate::colour::{dark, light, mix, veil};
use crate::stage::shadow;

/// A round thing lit from the upper left, without a shadow on the table.
pub fn ball(c: &mut Canvas, at: (f32, f32), radii: (f32, f32), turn: f32, colour: &str) {
    c.at(at.0, at.1, turn, 1.0, |c| {
        let (sin, cos) = (-turn).to_radians().sin_cos();
        let (lx, ly) = (-0.36 * cos + 0.42 * sin, -0.36 * sin - 0.42 * cos);
        let steps = [(0.0, light(colour, 0.5)), (0.3, light(colour, 0.12)), (0.58, colour.to_owned()), (0.85, dark(colour, 0.34)), (1.0, dark(colour, 0.48))];
        let steps: Vec<(f32, &str)> = steps.iter().map(|(at, colour)| (*at, colour.as_str())).collect();
        let paint = c.around((lx * radii.0, ly * radii.1), (radii.0 * 1.5, radii.1 * 1.5), &steps);
        c.oval((0.0, 0.0), radii, 0.0, &paint);
        // What the table throws back.
        let back = c.around((-lx * radii.0 * 0.9, -ly * radii.1 * 0.95), (radii.0 * 0.6, radii.1 * 0.5), &[(0.0, "#f4c89a52"), (1.0, "#f4c89a00")]);
        c.oval((0.0, 0.0), radii, 0.0, &back);
    });
    let spot = (at.0 - radii.0 * 0.34, at.1 - radii.1 * 0.42);
    c.soft(radii.0 * 0.05 + 1.0, |c| c.oval(spot, (radii.0 * 0.17, radii.1 * 0.1), -32.0, "#fffdf0b8"));
}

/// A citrus fruit with its pores and a leaf.
pub fn citrus(c: &mut Canvas, x: f32, y: f32, r: f32, colour: &str, leafy: bool) {
    ball(c, (x, y), (r, r * 0.93), 0.0, colour);
    for _ in 0..60 {
        let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
        let far = c.dice.unit().sqrt() * r * 0.9;
        let size = r * 0.016;
        c.oval((x + cos * far, y + sin * far * 0.9), (size, size), 0.0, &veil(&dark(colour, 0.5), 0.3));
    }
    c.oval((x - r * 0.05, y - r * 0.78), (r * 0.1, r * 0.05), 0.0, &dark("#6d7a32", 0.3));
    if leafy {
        super::plant::leaf(c, (x - r * 0.05, y - r * 0.8), r * 0.95, 0.42, -28.0, "#4f8a3a");
        super::plant::leaf(c, (x - r * 0.05, y - r * 0.8), r * 0.8, 0.42, -142.0, "#3f7434");
    }
}

/// A cut citrus fruit: rind, pith and segments.
pub fn citrus_half(c: &mut Canvas, x: f32, y: f32, r: f32, rind: &str, flesh: &str) {
    shadow(c, (x, y + r * 0.75), r * 0.7);
    ball(c, (x + r * 0.05, y + r * 0.05), (r * 1.02, r * 1.02), 0.0, rind);
    c.oval((x, y), (r * 0.97, r * 0.97), 0.0, "#fbf2d8");
    for part in 0..11_u8 {
        let turn = f32::from(part) * 32.73 + 8.0;
        c.at(x, y, turn, 1.0, |c| {
            let paint = c.along((r * 0.1, 0.0), (r * 0.82, 0.0), &[(0.0, &light(flesh, 0.4)), (0.5, flesh), (1.0, &dark(flesh, 0.12))]);
            c.fill(
                &format!(
                    "M{:.1} 0 Q{:.1} {:.1} {:.1} {:.1} Q{:.1} 0 {:.1} {:.1} Q{:.1} {:.1} {:.1} 0Z",
                    r * 0.1,
                    r * 0.5,
                    -r * 0.2,
                    r * 0.76,
                    -r * 0.19,
                    r * 0.9,
                    r * 0.76,
                    r * 0.19,
                    r * 0.5,
                    r * 0.2,
                    r * 0.1
                ),
                &paint,
            );
            for drop in 0..5_u8 {
                let at = r * (0.3 + 0.1 * f32::from(drop));
                c.line(&format!("M{at:.1} 0 l{:.1} {:.1}", r * 0.1, if drop % 2 == 0 { r * 0.07 } else { -r * 0.07 }), "#fffbe68c", r * 0.02);
            }
        });
    }
    c.oval((x, y), (r * 0.1, r * 0.1), 0.0, "#fbf2d8");
}

/// A lychee: a red rind of small bosses.
pub fn lychee(c: &mut Canvas, x: f32, y: f32, r: f32, red: &str) {
    ball(c, (x, y), (r, r), 0.0, red);
    for row in -4..=4_i8 {
        for column in -4..=4_i8 {
            let (u, v) = (f32::from(column) * 0.24 + if row % 2 == 0 { 0.12 } else { 0.0 }, f32::from(row) * 0.23);
            let far = u * u + v * v;
            if far > 0.9 {
                continue;
            }
            let lit = 0.5 - u * 0.5 - v * 0.6;
            let size = r * 0.105 * (1.0 - far * 0.35);
            let shade = if lit > 0.4 { light(red, 0.35) } else { dark(red, 0.22) };
            c.oval((x + u * r, y + v * r), (size, size * 0.85), 0.0, &veil(&dark(red, 0.5), 0.45));
            c.oval((x + u * r - size * 0.15, y + v * r - size * 0.22), (size * 0.74, size * 0.6), 0.0, &shade);
        }
    }
}

/// A coconut half with its white flesh, tipped towards the eye.
pub fn coconut_half(c: &mut Canvas, x: f32, y: f32, r: f32, flesh: &str) {
    shadow(c, (x, y + r * 0.72), r * 0.75);
    ball(c, (x, y), (r, r * 0.84), 0.0, "#7a5230");
    for _ in 0..150 {
        let (sin, cos) = c.dice.between(0.1, 3.0).sin_cos();
        let far = c.dice.between(0.7, 0.98);
        let (px, py) = (x + cos * r * far, y + sin * r * 0.84 * far);
        let tone = if cos < 0.1 { veil("#d9ad74", 0.55) } else { veil("#3f2614", 0.5) };
        c.line(&format!("M{px:.1} {py:.1} q{:.1} {:.1} {:.1} {:.1}", r * 0.03, r * 0.04, r * 0.1 * cos, r * 0.1), &tone, r * 0.013);
    }
    let top = y - r * 0.2;
    c.oval((x, top), (r * 0.98, r * 0.6), 0.0, "#5a3a22");
    let paint = c.along((x - r, top - r * 0.5), (x + r, top + r * 0.5), &[(0.0, &light(flesh, 0.7)), (0.5, flesh), (1.0, &mix(flesh, "#c9a88a", 0.3))]);
    c.oval((x, top), (r * 0.93, r * 0.555), 0.0, &paint);
    let hollow = c.along(
        (x - r * 0.7, top - r * 0.4),
        (x + r * 0.5, top + r * 0.45),
        &[(0.0, &mix(flesh, "#8a7468", 0.55)), (0.45, &mix(flesh, "#bfa694", 0.4)), (1.0, &light(flesh, 0.5))],
    );
    c.oval((x, top + r * 0.02), (r * 0.74, r * 0.42), 0.0, &hollow);
    c.soft(r * 0.04, |c| {
        c.oval((x + r * 0.14, top + r * 0.26), (r * 0.4, r * 0.09), -4.0, "#fffdf4b8");
        c.oval((x - r * 0.3, top - r * 0.18), (r * 0.3, r * 0.1), -18.0, "#6b54485c");
    });
}

/// A whole young or old coconut.
pub fn coconut(c: &mut Canvas, x: f32, y: f32, r: f32, husk: &str) {
    shadow(c, (x, y + r * 0.85), r * 0.75);
    ball(c, (x, y), (r * 0.94, r), 0.0, husk);
    for seam in [-0.5_f32, 0.15, 0.7] {
        c.line(
            &format!("M{:.1} {:.1} Q{:.1} {y:.1} {:.1} {:.1}", x, y - r * 0.96, x + seam * r * 1.5, x + seam * r * 0.5, y + r * 0.95),
            &veil(&dark(husk, 0.5), 0.3),
            r * 0.035,
        );
    }
    c.oval((x, y - r * 0.92), (r * 0.24, r * 0.09), 0.0, &mix(husk, "#b98a4f", 0.7));
}

/// A pineapple with its crown.
pub fn pineapple(c: &mut Canvas, x: f32, y: f32, high: f32) {
    let (rx, ry) = (high * 0.3, high * 0.42);
    shadow(c, (x, y), rx);
    let middle = y - ry;
    for blade in 0..13_u8 {
        let turn = -168.0 + f32::from(blade) * 13.0;
        let long = high * (0.34 + 0.3 * (1.0 - ((f32::from(blade) - 6.0) / 7.0).abs()));
        super::plant::leaf(c, (x, middle - ry * 0.9), long, 0.17, turn, if blade % 2 == 0 { "#5f8f4c" } else { "#3d6e4a" });
    }
    ball(c, (x, middle), (rx, ry), 0.0, "#dd9a2e");
    let shape = format!("M{:.1} {middle:.1} a{rx:.1} {ry:.1} 0 1 0 {:.1} 0 a{rx:.1} {ry:.1} 0 1 0 -{:.1} 0Z", x - rx, rx * 2.0, rx * 2.0);
    c.within(&shape, |c| {
        for step in -9..10_i8 {
            let by = f32::from(step) * rx * 0.3;
            c.line(
                &format!(
                    "M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}",
                    x - rx,
                    middle + by - rx,
                    x + rx * 0.1,
                    middle + by + rx * 0.15,
                    x + rx,
                    middle + by + rx * 0.9
                ),
                "#7a4a1a80",
                6.0,
            );
            c.line(
                &format!(
                    "M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}",
                    x + rx,
                    middle + by - rx,
                    x - rx * 0.1,
                    middle + by + rx * 0.15,
                    x - rx,
                    middle + by + rx * 0.9
                ),
                "#7a4a1a80",
                6.0,
            );
        }
        for row in -4..=4_i8 {
            for column in -3..=3_i8 {
                let place = (x + f32::from(column) * rx * 0.33 + if row % 2 == 0 { 0.0 } else { rx * 0.16 }, middle + f32::from(row) * ry * 0.22);
                c.oval(place, (rx * 0.055, rx * 0.04), 0.0, "#f6d98ac0");
                c.oval((place.0 + 2.0, place.1 + 4.0), (rx * 0.03, rx * 0.02), 0.0, "#6b4a1cb0");
            }
        }
    });
}
