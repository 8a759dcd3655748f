//! Flowers: lotus, camellia, orchid, apricot blossom, and plain five-petalled ones.

use crate::canvas::Canvas;
use crate::colour::{dark, light, mix, veil};

/// One pointed petal, standing up from `at`.
fn petal(c: &mut Canvas, at: (f32, f32), long: f32, broad: f32, turn: f32, colour: &str, tip: &str) {
    c.at(at.0, at.1, turn, 1.0, |c| {
        let half = long * broad;
        let paint = c.along((0.0, 0.0), (0.0, -long), &[(0.0, &light(colour, 0.5)), (0.45, colour), (1.0, tip)]);
        let shape = format!(
            "M0 0 C{:.1} {:.1} {:.1} {:.1} 0 {:.1} C{:.1} {:.1} {:.1} {:.1} 0 0Z",
            -half * 1.2,
            -long * 0.3,
            -half,
            -long * 0.78,
            -long,
            half,
            -long * 0.78,
            half * 1.2,
            -long * 0.3
        );
        c.fill(&shape, &paint);
        c.within(&shape, |c| {
            c.fill(&format!("M0 0 C{:.1} {:.1} {:.1} {:.1} 0 {:.1}Z", half * 1.3, -long * 0.3, half, -long * 0.78, -long), &veil(&dark(colour, 0.5), 0.2));
            for vein in -2..=2_i8 {
                let x = f32::from(vein) * half * 0.34;
                c.line(&format!("M0 0 Q{x:.1} {:.1} {:.1} {:.1}", -long * 0.5, x * 0.4, -long * 0.94), &veil(&dark(tip, 0.2), 0.28), 1.6);
            }
        });
    });
}

/// A lotus, open or as a bud.
pub fn lotus(c: &mut Canvas, x: f32, y: f32, size: f32, colour: &str, open: bool) {
    let tip = mix(colour, "#c2255c", 0.45);
    if !open {
        for (turn, long) in [(-17.0, 0.92), (17.0, 0.92), (-6.0, 1.0), (8.0, 1.0), (0.0, 1.04)] {
            petal(c, (x, y), size * long, 0.24, turn, colour, &tip);
        }
        return;
    }
    for (row, turns) in [(0, &[-64.0_f32, -40.0, -14.0, 14.0, 40.0, 64.0][..]), (1, &[-78.0, -52.0, 52.0, 78.0]), (2, &[-30.0, 0.0, 30.0])] {
        for turn in turns {
            let long = [1.0, 0.92, 0.8][row] * size;
            petal(c, (x, y), long, 0.21, *turn, &light(colour, 0.1 * row as f32), &tip);
        }
    }
    c.oval((x, y - size * 0.34), (size * 0.13, size * 0.07), 0.0, "#e8c34a");
    for turn in [-98.0, 98.0, -26.0, 26.0, -58.0, 58.0] {
        let long = if f32::abs(turn) > 90.0 { 0.8 } else { 0.62 };
        petal(c, (x, y + size * 0.03), size * long, 0.24, turn, &light(colour, 0.22), &tip);
    }
}

/// A round flower of broad petals around a heart of stamens (camellia, apricot, tea).
pub fn rosette(c: &mut Canvas, x: f32, y: f32, size: f32, petals: u8, colour: &str, heart: &str) {
    for layer in 0..2_u8 {
        for at in 0..petals {
            let turn = f32::from(at) * 360.0 / f32::from(petals) + f32::from(layer) * 180.0 / f32::from(petals) + c.dice.between(-5.0, 5.0);
            let far = size * (0.56 - 0.2 * f32::from(layer));
            let (sin, cos) = turn.to_radians().sin_cos();
            let shade = if sin < 0.1 { light(colour, 0.22) } else { dark(colour, 0.1) };
            let place = (x + cos * far, y + sin * far * 0.9);
            // Deep at the heart, bright at the rim.
            let (deep, bright) = (mix(&dark(&shade, 0.22), heart, 0.3), light(&shade, 0.42));
            let paint = c.along((x, y), (x + cos * size * 1.02, y + sin * size * 0.95), &[(0.12, &deep), (0.5, &shade), (0.86, &bright), (1.0, &shade)]);
            c.oval((place.0 + 2.0, place.1 + 3.0), (size * 0.45, size * 0.36), turn, &veil(&dark(colour, 0.6), 0.42));
            c.oval(place, (size * 0.44, size * 0.35), turn, &paint);
        }
    }
    c.oval((x, y), (size * 0.2, size * 0.18), 0.0, &dark(heart, 0.15));
    for _ in 0..22 {
        let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
        let far = size * c.dice.between(0.06, 0.28);
        let place = (x + cos * far, y + sin * far * 0.85);
        c.line(&format!("M{x:.1} {y:.1} L{:.1} {:.1}", place.0, place.1), &veil(heart, 0.8), size * 0.022);
        c.oval(place, (size * 0.035, size * 0.035), 0.0, &light(heart, 0.5));
    }
}

/// A moth orchid seen from the front.
pub fn orchid(c: &mut Canvas, x: f32, y: f32, size: f32, turn: f32, colour: &str) {
    let deep = mix(colour, "#7a1458", 0.4);
    c.at(x, y, turn, 1.0, |c| {
        for angle in [-90.0_f32, 32.0, 148.0] {
            let (sin, cos) = angle.to_radians().sin_cos();
            let paint = c.around((0.0, 0.0), (size, size), &[(0.0, &deep), (0.5, colour), (1.0, &light(colour, 0.5))]);
            c.oval((cos * size * 0.5, sin * size * 0.5), (size * 0.5, size * 0.26), angle, &paint);
        }
        for side in [-1.0, 1.0] {
            let paint = c.around((side * size * 0.1, 0.0), (size, size * 0.8), &[(0.0, &deep), (0.35, colour), (1.0, &light(colour, 0.6))]);
            let shape = format!(
                "M0 0 C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} 0 0Z",
                side * size * 0.2,
                -size * 0.6,
                side * size * 0.95,
                -size * 0.62,
                side * size,
                -size * 0.08,
                side * size * 0.98,
                size * 0.36,
                side * size * 0.3,
                size * 0.3
            );
            c.fill(&shape, &paint);
            for vein in 0..5_u8 {
                let lift = -0.4 + 0.16 * f32::from(vein);
                c.line(
                    &format!("M0 0 Q{:.1} {:.1} {:.1} {:.1}", side * size * 0.4, size * lift * 0.8, side * size * 0.82, size * lift),
                    &veil(&deep, 0.4),
                    size * 0.014,
                );
            }
        }
        c.fill(
            &format!(
                "M{:.1} 0 Q0 {:.1} {:.1} 0 Q{:.1} {:.1} 0 {:.1} Q{:.1} {:.1} {:.1} 0Z",
                -size * 0.16,
                -size * 0.16,
                size * 0.16,
                size * 0.24,
                size * 0.22,
                size * 0.36,
                -size * 0.24,
                size * 0.22,
                -size * 0.16
            ),
            &deep,
        );
        c.oval((0.0, size * 0.02), (size * 0.08, size * 0.06), 0.0, "#f4d35e");
    });
}

/// Five small petals, for blossom on twigs.
pub fn blossom(c: &mut Canvas, x: f32, y: f32, size: f32, colour: &str, heart: &str) {
    let start = c.dice.between(0.0, 72.0);
    for at in 0..5_u8 {
        let turn = start + f32::from(at) * 72.0;
        let (sin, cos) = turn.to_radians().sin_cos();
        let shade = if sin < 0.0 { light(colour, 0.25) } else { dark(colour, 0.1) };
        c.oval((x + cos * size * 0.5, y + sin * size * 0.5), (size * 0.46, size * 0.38), turn, &shade);
    }
    for at in 0..7_u8 {
        let (sin, cos) = (f32::from(at) * 0.9).sin_cos();
        c.oval((x + cos * size * 0.2, y + sin * size * 0.2), (size * 0.06, size * 0.06), 0.0, heart);
    }
    c.oval((x, y), (size * 0.12, size * 0.12), 0.0, &dark(heart, 0.2));
}
