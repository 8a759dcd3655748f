//! Bamboo, rattan and rush: trays, baskets, lamps, racks, barrels.

use crate::canvas::Canvas;
use crate::colour::{dark, light, mix, veil};
use crate::props::vessel::{self, Stuff, TILT};
use crate::stage::shadow;

/// The flattening of a tray.
pub const TRAY: f32 = 0.36;

/// A round tray of woven bamboo (mẹt).
pub fn tray(c: &mut Canvas, x: f32, y: f32, wide: f32, straw: &str) {
    let r = wide / 2.0;
    shadow(c, (x, y + r * 0.16), r * 0.94);
    c.oval((x, y + r * 0.06), (r, r * TRAY), 0.0, &dark(straw, 0.5));
    c.oval((x, y), (r, r * TRAY), 0.0, &light(straw, 0.1));
    c.ring((x, y), (r * 0.965, r * TRAY * 0.955), &dark(straw, 0.3), r * 0.03);
    let oval = format!(
        "M{:.1} {y:.1} a{:.1} {:.1} 0 1 0 {:.1} 0 a{:.1} {:.1} 0 1 0 -{:.1} 0Z",
        x - r * 0.93,
        r * 0.93,
        r * TRAY * 0.92,
        r * 1.86,
        r * 0.93,
        r * TRAY * 0.92,
        r * 1.86
    );
    let floor = c.along((x - r, y - r * TRAY), (x + r, y + r * TRAY), &[(0.0, &dark(straw, 0.26)), (0.4, straw), (1.0, &light(straw, 0.22))]);
    c.fill(&oval, &floor);
    c.within(&oval, |c| {
        let cell = r * 0.066;
        let rows = (r * TRAY * 2.0 / (cell * 0.5)) as i32;
        for row in 0..rows {
            for column in 0..32 {
                let px = x - r + column as f32 * cell + if row % 2 == 0 { 0.0 } else { cell * 0.5 };
                let py = y - r * TRAY + row as f32 * cell * 0.5;
                let tone = if (row + column) % 3 == 0 { veil(&light(straw, 0.5), 0.5) } else { veil(&dark(straw, 0.5), 0.22) };
                c.rect((px, py), (cell * 0.8, cell * 0.32), cell * 0.1, &tone);
            }
        }
    });
    c.ring((x, y - r * 0.012), (r * 0.985, r * TRAY * 0.98), &veil(&light(straw, 0.55), 0.85), r * 0.02);
    for tie in 0..22_u8 {
        let (sin, cos) = (f32::from(tie) * 0.2856).sin_cos();
        c.oval((x + cos * r * 0.972, y + sin * r * TRAY * 0.97), (r * 0.012, r * 0.022), cos * 40.0, &dark(straw, 0.55));
    }
}

/// A weave of strips within a turned outline.
pub fn weave(c: &mut Canvas, x: f32, y: f32, outline: vessel::Outline<'_>, straw: &str, cell: f32) {
    let wide = outline.iter().map(|(r, _)| *r).fold(0.0, f32::max);
    let high = outline[0].1;
    let shape = vessel::silhouette(x, y, outline);
    c.within(&shape, |c| {
        let rows = ((high + wide * TILT) / (cell * 0.62)) as i32 + 2;
        for row in 0..rows {
            let level = y + wide * TILT - row as f32 * cell * 0.62;
            let count = (wide * std::f32::consts::PI / cell) as i32;
            for column in 0..=count {
                let angle = (column as f32 + if row % 2 == 0 { 0.0 } else { 0.5 }) / count as f32 * std::f32::consts::PI - std::f32::consts::FRAC_PI_2;
                let (sin, cos) = angle.sin_cos();
                let px = x + sin * wide;
                let py = level + (cos - 1.0) * wide * TILT;
                let half = cell * 0.46 * cos.max(0.12);
                let lit = 0.55 - 0.5 * sin;
                let shade = if lit > 0.5 { light(straw, (lit - 0.5) * 0.7) } else { dark(straw, (0.5 - lit) * 0.75) };
                c.rect((px - half, py - cell * 0.3), (half * 2.0, cell * 0.56), cell * 0.2, &dark(&shade, 0.42));
                c.rect((px - half, py - cell * 0.31), (half * 1.8, cell * 0.4), cell * 0.18, &shade);
                c.rect((px - half * 0.8, py - cell * 0.29), (half * 1.2, cell * 0.09), cell * 0.04, &veil(&light(&shade, 0.6), 0.6));
            }
        }
    });
}

/// A basket without a lid. Returns the middle of its mouth.
pub fn basket(c: &mut Canvas, x: f32, y: f32, wide: f32, high: f32, straw: &str) -> (f32, f32) {
    let r = wide / 2.0;
    let outline = [(r, high), (r * 0.98, high * 0.7), (r * 0.88, high * 0.25), (r * 0.76, 0.0)];
    vessel::turned(c, x, y, &outline, &dark(straw, 0.4), Stuff::Matt);
    weave(c, x, y, &outline, straw, wide * 0.062);
    vessel::mouth(c, x, y - high, r, &light(straw, 0.15), &dark(straw, 0.6));
    c.ring((x, y - high), (r * 0.97, r * TILT * 0.95), &light(straw, 0.2), r * 0.06);
    for tie in 0..30_u8 {
        let (sin, cos) = (f32::from(tie) * 0.2094).sin_cos();
        c.line(
            &format!("M{:.1} {:.1} l{:.1} {:.1}", x + cos * r * 0.94, y - high + sin * r * TILT * 0.92 - r * 0.03, r * 0.03, r * 0.06),
            &veil(&dark(straw, 0.6), 0.5),
            r * 0.016,
        );
    }
    (x, y - high)
}

/// A handle over a basket's mouth.
pub fn handle(c: &mut Canvas, x: f32, y: f32, wide: f32, high: f32, straw: &str) {
    let shape = format!(
        "M{:.1} {y:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {y:.1}",
        x - wide / 2.0,
        x - wide * 0.5,
        y - high * 1.3,
        x + wide * 0.5,
        y - high * 1.3,
        x + wide / 2.0
    );
    c.line(&shape, &dark(straw, 0.5), 30.0);
    c.at(-3.0, -4.0, 0.0, 1.0, |c| c.line(&shape, straw, 20.0));
    c.at(-5.0, -8.0, 0.0, 1.0, |c| c.line(&shape, &veil(&light(straw, 0.6), 0.7), 6.0));
}

/// A conical hat of palm leaf, lying on the table or leaning.
pub fn hat(c: &mut Canvas, x: f32, y: f32, wide: f32, turn: f32) {
    let (r, h) = (wide / 2.0, wide * 0.46);
    c.glaze(|c| c.soft(16.0, |c| c.oval((x + r * 0.3, y + 14.0), (r * 1.15, r * 0.2), 0.0, "#4b3a6680")));
    c.at(x, y, turn, 1.0, |c| {
        let shape = format!("M0 -{h:.1} L{r:.1} -14 Q0 {:.1} -{r:.1} -14Z", r * 0.2);
        let paint = c.along((-r, 0.0), (r, 0.0), &[(0.0, "#cdb07a"), (0.32, "#fbefcd"), (0.55, "#ead6a2"), (1.0, "#94744a")]);
        c.fill(&shape, &paint);
        c.within(&shape, |c| {
            for ring in 1..17_u8 {
                let t = f32::from(ring) / 16.0;
                c.line(
                    &format!("M{:.1} {:.1} Q0 {:.1} {:.1} {:.1}", -r * t, -h + (h - 14.0) * t, -h + (h - 14.0) * t + r * 0.25 * t, r * t, -h + (h - 14.0) * t),
                    "#8a68387a",
                    2.6,
                );
            }
            for rib in -15..=15_i8 {
                c.line(&format!("M0 -{h:.1} L{:.1} 20", f32::from(rib) * r / 14.0), "#fff8e05c", 2.0);
            }
        });
    });
}

/// Sticks side by side, as a drying rack; things lie on it.
pub fn rack(c: &mut Canvas, at: (f32, f32), size: (f32, f32), lean: f32, bamboo: &str) {
    let (x, y) = at;
    let (wide, deep) = size;
    c.glaze(|c| {
        c.soft(18.0, |c| c.fill(&format!("M{:.1} {:.1} h{wide:.1} l{:.1} {deep:.1} h-{wide:.1}z", x + 40.0, y + 50.0, -lean), "#4b3a6680"));
    });
    let shape = format!("M{x:.1} {y:.1} h{wide:.1} l{:.1} {deep:.1} h-{wide:.1}z", -lean);
    c.fill(&shape, &mix(bamboo, "#4a3a2a", 0.5));
    c.within(&shape, |c| {
        let count = 26;
        for stick in 0..=count {
            let t = stick as f32 / count as f32;
            let level = y + deep * t * (0.6 + 0.4 * t);
            let shade = mix(bamboo, if stick % 3 == 0 { "#fff0c0" } else { "#8a5f2c" }, 0.22);
            c.rect((x - lean - 20.0, level), (wide + lean.abs() * 2.0, 8.0 + 9.0 * t), 4.0, &dark(&shade, 0.25));
            c.rect((x - lean - 20.0, level), (wide + lean.abs() * 2.0, 4.0 + 4.0 * t), 3.0, &light(&shade, 0.2));
        }
    });
    for t in [0.0, 1.0] {
        let level = y + deep * t;
        let start = x - lean * t;
        c.rect((start - 20.0, level - 12.0), (wide + 40.0, 20.0 + 10.0 * t), 9.0, &dark(bamboo, 0.35));
        c.rect((start - 20.0, level - 12.0), (wide + 40.0, 10.0 + 4.0 * t), 6.0, &light(bamboo, 0.15));
    }
}

/// A tall barrel of staves with bamboo hoops, as fish sauce ripens in.
pub fn barrel(c: &mut Canvas, x: f32, y: f32, wide: f32, high: f32, wood: &str) {
    let r = wide / 2.0;
    let outline = [(r * 0.94, high), (r, high * 0.6), (r * 1.02, high * 0.3), (r * 0.98, 0.0)];
    vessel::turned(c, x, y, &outline, wood, Stuff::Matt);
    let shape = vessel::silhouette(x, y, &outline);
    c.within(&shape, |c| {
        for stave in -9..=9_i8 {
            let angle = f32::from(stave) * 0.16;
            c.line(&format!("M{:.1} {:.1} V{:.1}", x + angle.sin() * r, y - high - 20.0, y + 90.0), &veil(&dark(wood, 0.7), 0.45), 3.0);
        }
    });
    for level in [0.1, 0.16, 0.48, 0.54, 0.86, 0.92] {
        vessel::band(c, x, y - high * level, r * 1.015, &dark("#b98f55", 0.3), high * 0.03);
        vessel::band(c, x, y - high * level - 2.0, r * 1.01, "#c9a468", high * 0.014);
    }
    vessel::mouth(c, x, y - high, r * 0.94, &light(wood, 0.25), &dark(wood, 0.55));
}
