//! Land: skies, ridges in the mist, water, terraces, paddies, palms and houses.

use std::fmt::Write as _;

use crate::canvas::{Canvas, HIGH, WIDE, onward, through};
use crate::colour::{dark, light, mix, veil};

/// A sky with a low sun and long clouds.
pub fn sky(c: &mut Canvas, high: &str, low: &str, sun: (f32, f32)) {
    let paint = c.along((0.0, 0.0), (0.0, 900.0), &[(0.0, high), (1.0, low)]);
    c.rect((-100.0, -100.0), (WIDE + 200.0, HIGH + 200.0), 0.0, &paint);
    let glow = c.around(sun, (900.0, 620.0), &[(0.0, "#fff3cfd0"), (0.25, "#fff0c070"), (1.0, "#fff0c000")]);
    c.rect((-100.0, -100.0), (WIDE + 200.0, HIGH + 200.0), 0.0, &glow);
    c.oval(sun, (62.0, 62.0), 0.0, "#fffbe6");
    c.soft(16.0, |c| {
        for _ in 0..22 {
            let at = (c.dice.between(-100.0, WIDE), c.dice.between(40.0, 430.0));
            let long = c.dice.between(120.0, 420.0);
            c.oval(at, (long, long * 0.075), -2.0, &veil("#fffaf0", 0.34));
            c.oval((at.0 + 40.0, at.1 + long * 0.06), (long * 0.8, long * 0.05), -2.0, &veil(&dark(high, 0.2), 0.2));
        }
    });
}

/// The upper edge of a ridge.
fn crest(c: &mut Canvas, y: f32, rise: f32, step: f32) -> Vec<(f32, f32)> {
    let mut points = vec![(-120.0, y)];
    let mut x = -120.0;
    let mut up = true;
    while x < WIDE + 200.0 {
        x += c.dice.between(step * 0.6, step * 1.4);
        let lift = c.dice.between(0.25, 1.0) * rise;
        points.push((x, if up { y - lift } else { y - lift * 0.25 }));
        up = !up;
    }
    points
}

/// Closes a crest down to the sheet's lower edge.
fn closed(points: &[(f32, f32)]) -> String {
    let mut shape = through(points);
    _ = write!(shape, " L{} {HIGH} L-120 {HIGH}Z", WIDE + 400.0);
    shape
}

/// A sky and ridges one behind the other, each lighter than the one before it, with mist between.
pub fn ridges(c: &mut Canvas, air: &[&str; 2], far: &str, near: &str, top: f32) {
    sky(c, air[1], air[0], (560.0, 210.0));
    for layer in 0..5_u8 {
        let t = f32::from(layer) / 4.0;
        let colour = mix(&mix(far, air[0], 0.55 - 0.55 * t), near, t * t);
        let y = top + 130.0 + 92.0 * f32::from(layer);
        let points = crest(c, y, 190.0 - 70.0 * t, 210.0 + 60.0 * t);
        let foot = mix(&colour, air[0], 0.62 - 0.35 * t);
        let paint = c.along((0.0, y - 170.0), (0.0, y + 170.0), &[(0.0, &colour), (1.0, &foot)]);
        c.fill(&closed(&points), &paint);
        let lit: Vec<(f32, f32)> = points.iter().map(|point| (point.0 - 3.0, point.1 + 5.0)).collect();
        c.line(&through(&lit), &veil(&light(&colour, 0.6), 0.32), 7.0);
        c.soft(24.0, |c| {
            for _ in 0..3 {
                let at = (c.dice.between(0.0, WIDE), y + 80.0);
                c.oval(at, (420.0, 38.0), 0.0, &veil("#fffaf0", 0.3));
            }
        });
    }
}

/// Steep islands of limestone in the sea.
pub fn islands(c: &mut Canvas, y: f32, tone: &str) {
    for at in 0..9_u8 {
        let far = at < 5;
        let x = f32::from(at) * 240.0 - 60.0 + c.dice.between(-70.0, 70.0);
        let (wide, high) = (c.dice.between(90.0, 190.0), c.dice.between(90.0, 230.0) * if far { 0.7 } else { 1.0 });
        let colour = if far { mix(tone, "#fbe6c8", 0.5) } else { tone.to_owned() };
        let shape = format!(
            "M{:.0} {y} C{:.0} {:.0} {:.0} {:.0} {x:.0} {:.0} C{:.0} {:.0} {:.0} {:.0} {:.0} {y}Z",
            x - wide,
            x - wide * 0.8,
            y - high * 0.9,
            x - wide * 0.5,
            y - high * 0.95,
            y - high,
            x + wide * 0.45,
            y - high * 1.02,
            x + wide * 0.6,
            y - high * 0.5,
            x + wide
        );
        let foot = mix(&colour, "#fff2dc", 0.35);
        let paint = c.along((x - wide, y - high), (x + wide * 0.6, y), &[(0.0, &light(&colour, 0.3)), (0.5, &colour), (1.0, &foot)]);
        c.fill(&shape, &paint);
    }
}

/// Water with the sky in it.
pub fn water(c: &mut Canvas, top: f32, bottom: f32, deep: &str, bright: &str) {
    let paint = c.along((0.0, top), (0.0, bottom), &[(0.0, bright), (1.0, deep)]);
    c.rect((-100.0, top), (WIDE + 200.0, bottom - top + 60.0), 0.0, &paint);
    for _ in 0..120 {
        let t = c.dice.unit();
        let y = top + (bottom - top) * t * t;
        let long = 20.0 + 190.0 * t * c.dice.between(0.4, 1.0);
        let x = c.dice.between(-50.0, WIDE);
        let tone = if c.dice.unit() < 0.6 { veil("#fffbe8", 0.3) } else { veil(&dark(deep, 0.4), 0.22) };
        c.line(&format!("M{x:.0} {y:.0} q{:.0} {:.0} {long:.0} 0", long / 2.0, 3.0 + 5.0 * t), &tone, 2.0 + 5.0 * t);
    }
}

/// A far hedge of trees.
pub fn grove(c: &mut Canvas, y: f32, green: &str, deep: &str) {
    for row in 0..2_u8 {
        let mut x = -60.0;
        while x < WIDE + 80.0 {
            let size = c.dice.between(40.0, 95.0);
            let colour = if row == 0 { mix(green, "#f2efcf", 0.3) } else { mix(green, deep, c.dice.between(0.1, 0.9)) };
            let base = y - 30.0 + 36.0 * f32::from(row);
            c.oval((x, base - size * 0.4), (size, size * 0.75), 0.0, &colour);
            c.oval((x - size * 0.25, base - size * 0.65), (size * 0.5, size * 0.3), 0.0, &veil(&light(&colour, 0.5), 0.5));
            x += size * 0.8;
        }
    }
}

/// Paddies in strips, up to the eye.
pub fn paddies(c: &mut Canvas, top: f32, tone: &str) {
    let (far, near) = (light(tone, 0.35), dark(tone, 0.18));
    let paint = c.along((0.0, top), (0.0, HIGH), &[(0.0, &far), (0.4, tone), (1.0, &near)]);
    c.rect((-100.0, top), (WIDE + 200.0, HIGH - top + 100.0), 0.0, &paint);
    for row in 1..9_u8 {
        let t = f32::from(row) / 8.0;
        let y = top + (HIGH - top) * t * t;
        c.line(&format!("M-10 {y:.0} Q900 {:.0} 2010 {:.0}", y - 18.0 * t, y + 12.0), &veil(&dark(tone, 0.5), 0.4), 3.0 + 9.0 * t);
        c.line(&format!("M-10 {:.0} Q900 {:.0} 2010 {:.0}", y - 6.0, y - 24.0 * t - 6.0, y + 5.0), &veil("#fbf3bd", 0.5), 2.0 + 5.0 * t);
    }
    for _ in 0..420 {
        let t = c.dice.unit();
        let y = top + 12.0 + (HIGH - top) * t * t;
        let x = c.dice.between(0.0, WIDE);
        let tall = 10.0 + 46.0 * t;
        let shade = if c.dice.unit() < 0.5 { veil(&dark(tone, 0.35), 0.4) } else { veil(&light(tone, 0.6), 0.5) };
        let lean = c.dice.between(-0.3, 0.4) * tall;
        c.line(&format!("M{x:.0} {y:.0} q{:.0} -{:.0} {lean:.0} -{tall:.0}", lean * 0.2, tall * 0.6), &shade, 1.5 + 3.5 * t);
    }
}

/// Hills combed with rows of tea.
pub fn tea_rows(c: &mut Canvas, top: f32, green: &str, gap: f32) {
    for hill in 0..4_u8 {
        let t = f32::from(hill) / 3.0;
        let (x, y) = ([1500.0, 420.0, 1750.0, 700.0][usize::from(hill)], top + 60.0 + 150.0 * f32::from(hill));
        let (wide, rise) = (760.0 + 260.0 * t, 190.0 + 60.0 * t);
        let colour = mix(&mix(green, "#e9efc8", 0.45 - 0.4 * t), "#1f4a35", 0.12 * t);
        let shape =
            format!("M{:.0} {HIGH} C{:.0} {:.0} {:.0} {:.0} {:.0} {HIGH}Z", x - wide * 1.3, x - wide * 0.6, y - rise, x + wide * 0.6, y - rise, x + wide * 1.3);
        let shade = dark(&colour, 0.38);
        let lit = light(&colour, 0.35);
        let paint = c.along((x - wide * 0.6, y - rise), (x + wide, y + 420.0), &[(0.0, &lit), (0.4, &colour), (1.0, &shade)]);
        c.fill(&shape, &paint);
        c.within(&shape, |c| {
            let space = gap * (0.7 + 0.8 * t);
            for row in 0..22_u8 {
                let by = f32::from(row) * space;
                let rowed = format!(
                    "M{:.0} {:.0} Q{x:.0} {:.0} {:.0} {:.0}",
                    x - wide * 1.4,
                    y + 330.0 + by * 1.3,
                    y - rise * 1.2 + by * 1.12,
                    x + wide * 1.4,
                    y + 330.0 + by * 1.3
                );
                c.line(&rowed, &veil(&dark(&colour, 0.62), 0.55), space * 0.42);
                c.at(-4.0, -space * 0.28, 0.0, 1.0, |c| c.line(&rowed, &veil(&light(&colour, 0.55), 0.55), space * 0.2));
            }
        });
    }
}

/// Terraces that follow the slope; `tones` from the far ones to the near ones.
pub fn terraces(c: &mut Canvas, top: f32, tones: &[&str], flooded: bool) {
    let count = 15_u8;
    for row in 0..count {
        let t = f32::from(row) / f32::from(count - 1);
        let y = top + (HIGH + 40.0 - top) * t.powf(1.45);
        let tone = tones[(t * (tones.len() as f32 - 0.01)) as usize];
        let wave = 40.0 + 70.0 * t;
        let points: Vec<(f32, f32)> = (0..9_u8)
            .map(|at| {
                let x = f32::from(at) * 270.0 - 90.0;
                let slope = (x - 900.0) * (x - 900.0) / 9_000.0 * (0.35 + 0.2 * t);
                (x, y - slope * 0.6 + (x / 260.0 + f32::from(row) * 0.9).sin() * wave * 0.55 + c.dice.between(-8.0, 8.0))
            })
            .collect();
        let (lit, deep) = (light(tone, 0.35), dark(tone, 0.26));
        let face = c.along((300.0, y - 80.0), (900.0, y + 190.0), &[(0.0, &lit), (0.35, tone), (1.0, &deep)]);
        c.fill(&closed(&points), &face);
        if flooded && row % 2 == 0 {
            c.line(&through(&points), &veil("#e9f3ee", 0.75), 10.0 + 16.0 * t);
        }
        let bank: Vec<(f32, f32)> = points.iter().map(|point| (point.0, point.1 - 3.0 - 5.0 * t)).collect();
        c.line(&through(&bank), &veil(&light(tone, 0.75), 0.85), 3.0 + 6.0 * t);
        let foot: Vec<(f32, f32)> = points.iter().map(|point| (point.0, point.1 + 6.0 + 8.0 * t)).collect();
        c.line(&through(&foot), &veil(&dark(tone, 0.6), 0.32), 6.0 + 9.0 * t);
        for _ in 0..46 {
            let at = c.dice.between(0.0, 7.99);
            let (left, right) = (points[at as usize], points[at as usize + 1]);
            let part = at - at.floor();
            let place = (left.0 + (right.0 - left.0) * part, left.1 + (right.1 - left.1) * part);
            let tall = 6.0 + 22.0 * t;
            let below = c.dice.between(12.0, 26.0 + 70.0 * t);
            let shade = if c.dice.unit() < 0.5 { veil(&light(tone, 0.6), 0.55) } else { veil(&dark(tone, 0.4), 0.3) };
            c.line(&format!("M{:.0} {:.0} l{:.0} -{tall:.0}", place.0, place.1 + below + tall, tall * 0.3), &shade, 2.0 + 3.0 * t);
        }
    }
}

/// A coconut or areca palm.
pub fn palm(c: &mut Canvas, x: f32, base: f32, high: f32, green: &str) {
    let lean = c.dice.between(-0.12, 0.16) * high;
    let top = (x + lean, base - high);
    let trunk = format!("M{x:.0} {base:.0} Q{:.0} {:.0} {:.0} {:.0}", x + lean * 0.1, base - high * 0.5, top.0, top.1);
    c.line(&trunk, "#6d5a48", high * 0.034);
    c.at(-high * 0.007, 0.0, 0.0, 1.0, |c| c.line(&trunk, &veil("#d9c3a0", 0.6), high * 0.01));
    for frond in 0..11_u8 {
        let angle = -200.0 + f32::from(frond) * 22.0 + c.dice.between(-7.0, 7.0);
        let (sin, cos) = angle.to_radians().sin_cos();
        let long = high * c.dice.between(0.34, 0.44);
        let droop = long * (0.3 + 0.35 * cos.abs());
        let tip = (top.0 + cos * long, top.1 + sin * long * 0.6 + droop);
        let knee = (top.0 + cos * long * 0.55, top.1 + sin * long * 0.62);
        let shade = if sin < -0.2 { light(green, 0.25) } else { dark(green, 0.22) };
        let thick = long * 0.11;
        let shape = format!(
            "M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}Z",
            top.0,
            top.1,
            knee.0,
            knee.1 - thick,
            tip.0,
            tip.1,
            knee.0,
            knee.1 + thick * 1.5,
            top.0,
            top.1
        );
        c.fill(&shape, &shade);
        for slit in 2..9_u8 {
            let t = f32::from(slit) / 9.0;
            let u = 1.0 - t;
            let px = u * u * top.0 + 2.0 * u * t * knee.0 + t * t * tip.0;
            let py = u * u * top.1 + 2.0 * u * t * knee.1 + t * t * tip.1;
            let drop = thick * 1.7 * (1.0 - t * 0.5);
            c.line(&format!("M{px:.1} {py:.1} l{:.1} {drop:.1}", cos * drop * 0.35), &shade, high * 0.008);
        }
    }
}

/// A clump of bamboo.
pub fn bamboo(c: &mut Canvas, x: f32, base: f32, high: f32, green: &str) {
    for stem in 0..7_u8 {
        let lean = (f32::from(stem) - 3.0) * high * 0.07;
        let foot = x + f32::from(stem) * high * 0.018;
        let tip = (foot + lean * 2.0, base - high * c.dice.between(0.8, 1.0));
        let bow = [(foot, base), (foot + lean * 0.3, base - high * 0.5), tip];
        c.line(&through(&bow), &dark(green, 0.2), high * 0.014);
        for _ in 0..16 {
            let t = c.dice.between(0.4, 1.0);
            let place = (foot + (tip.0 - foot) * t, base + (tip.1 - base) * t);
            let angle = c.dice.between(10.0, 170.0);
            let shade = mix(green, if c.dice.unit() < 0.5 { "#d9e29a" } else { "#1f4a35" }, 0.35);
            let long = high * c.dice.between(0.07, 0.12);
            crate::props::plant::leaf(c, place, long, 0.2, angle, &shade);
        }
    }
}

/// A line of mist.
pub fn mist(c: &mut Canvas, y: f32, share: f32) {
    c.soft(30.0, |c| {
        for _ in 0..7 {
            let at = (c.dice.between(-100.0, WIDE + 100.0), y + c.dice.between(-26.0, 26.0));
            let long = c.dice.between(260.0, 520.0);
            c.oval(at, (long, 34.0), 0.0, &veil("#fffaf2", share));
        }
    });
}

/// A flock of egrets, far away.
pub fn egrets(c: &mut Canvas, x: f32, y: f32, size: f32) {
    for _ in 0..7 {
        let at = (x + c.dice.between(-170.0, 170.0), y + c.dice.between(-60.0, 60.0));
        let wing = size * c.dice.between(0.7, 1.2);
        let points = [
            (at.0 - wing, at.1 - wing * 0.25),
            (at.0 - wing * 0.4, at.1 - wing * 0.3),
            at,
            (at.0 + wing * 0.5, at.1 - wing * 0.42),
            (at.0 + wing, at.1 - wing * 0.2),
        ];
        let curve = format!("M{:.1} {:.1}{}", points[0].0, points[0].1, onward(&points));
        c.line(&curve, "#fffdf4", size * 0.16);
    }
}

/// Low ridges on the horizon, for plains.
pub fn ridges_low(c: &mut Canvas, y: f32, far: &str, near: &str) {
    for (layer, colour) in [far, near].into_iter().enumerate() {
        let base = y + 40.0 * layer as f32;
        let points = crest(c, base, 150.0 - 60.0 * layer as f32, 300.0);
        let foot = mix(colour, "#fbe6c0", 0.5);
        let paint = c.along((0.0, base - 140.0), (0.0, base + 90.0), &[(0.0, colour), (1.0, &foot)]);
        c.fill(&closed(&points), &paint);
    }
}
