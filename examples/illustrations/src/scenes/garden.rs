//! Plants for house and yard: apricot, orchid, bonsai.

use super::{Scene, close};
use crate::canvas::Canvas;
use crate::colour::{dark, light, veil};
use crate::props::flower::{blossom, orchid};
use crate::props::plant::{foliage, leaf, on, twig};
use crate::props::vessel::{Stuff, band, mouth, silhouette, turned};
use crate::stage::{View, near_leaves, porch, room, shadow};

pub(super) const SCENES: &[Scene] =
    &[close("dong-thap/mai-vang-tien-phat", apricot), close("dong-thap/lan-cay-mo", orchids), close("dong-thap/mai-chieu-thuy-nu-mat-khi", water_jasmine)];

fn pot(c: &mut Canvas, x: f32, y: f32, wide: f32, high: f32, glaze: &str, ink: &str) {
    let r = wide / 2.0;
    let outline = [(r, high), (r * 0.97, high * 0.9), (r * 0.94, high * 0.5), (r * 0.74, high * 0.08), (r * 0.76, 0.0)];
    turned(c, x, y, &outline, glaze, Stuff::Glaze);
    c.within(&silhouette(x, y, &outline), |c| {
        band(c, x, y - high * 0.84, r * 0.97, &veil(ink, 0.8), high * 0.05);
        for at in -3..=3_i8 {
            let angle = f32::from(at) * 0.4;
            crate::props::vessel::sprig(c, x + angle.sin() * r * 0.9, y - high * 0.46 + angle.cos() * r * 0.15, high * 0.15, angle.cos(), ink);
        }
    });
    mouth(c, x, y - high, r, &light(glaze, 0.3), "#4a3428");
    c.oval((x, y - high + r * 0.03), (r * 0.86, r * 0.15), 0.0, "#5a4434");
    for _ in 0..24 {
        let at = (x + c.dice.between(-0.75, 0.75) * r, y - high + c.dice.between(-0.06, 0.12) * r);
        c.oval(at, (9.0, 5.0), 0.0, "#7d6450");
    }
}

fn apricot(c: &mut Canvas) {
    room(c, "#ead6b0", "#8a5f40");
    pot(c, 880.0, 1330.0, 560.0, 270.0, "#e9ece4", "#2f4f9c");
    let trunk = [(880.0, 1060.0), (840.0, 930.0), (930.0, 800.0), (860.0, 660.0)];
    twig(c, &trunk, 62.0, "#8a7260");
    let branches: [&[(f32, f32)]; 7] = [
        &[(850.0, 940.0), (660.0, 850.0), (480.0, 860.0), (330.0, 800.0)],
        &[(925.0, 810.0), (1120.0, 760.0), (1300.0, 790.0), (1480.0, 730.0)],
        &[(870.0, 680.0), (700.0, 600.0), (540.0, 610.0), (420.0, 540.0)],
        &[(880.0, 680.0), (1040.0, 580.0), (1220.0, 590.0), (1360.0, 500.0)],
        &[(865.0, 670.0), (820.0, 520.0), (860.0, 420.0), (820.0, 340.0)],
        &[(870.0, 660.0), (980.0, 500.0), (1060.0, 420.0)],
        &[(830.0, 560.0), (700.0, 470.0), (620.0, 420.0)],
    ];
    for points in branches {
        twig(c, points, 22.0, "#8a7260");
    }
    for points in branches {
        for _ in 0..15 {
            let t = c.dice.between(0.2, 1.0);
            let (x, y, _) = on(points, t);
            let (dx, dy) = (c.dice.between(-54.0, 54.0), c.dice.between(-60.0, 44.0));
            let size = c.dice.between(28.0, 44.0);
            if c.dice.unit() < 0.22 {
                let turn = c.dice.between(-160.0, -20.0);
                leaf(c, (x + dx, y + dy), 50.0, 0.4, turn, "#a9b84a");
            }
            blossom(c, x + dx, y + dy, size, "#f6c62c", "#c9601c");
        }
    }
    for _ in 0..16 {
        let at = (c.dice.between(380.0, 1560.0), c.dice.between(1340.0, 1450.0));
        c.oval(at, (20.0, 9.0), at.0 % 90.0, "#f2c230");
    }
}

fn orchids(c: &mut Canvas) {
    porch(c, View::Garden, "#7d5c48");
    pot(c, 720.0, 1330.0, 480.0, 320.0, "#e3ded2", "#7a3f6a");
    for (turn, long) in [(-172.0, 420.0), (-150.0, 360.0), (-8.0, 430.0), (-30.0, 350.0), (-100.0, 250.0)] {
        leaf(c, (720.0, 1010.0), long, 0.3, turn, "#4f8550");
    }
    for (points, colour, size) in [
        ([(710.0, 1010.0), (700.0, 760.0), (780.0, 500.0), (1040.0, 400.0), (1380.0, 520.0)], "#d9589c", 104.0),
        ([(730.0, 1010.0), (690.0, 800.0), (560.0, 560.0), (330.0, 520.0), (200.0, 640.0)], "#f3eef2", 92.0),
    ] {
        let stem = crate::canvas::through(&points);
        c.line(&stem, "#4f6f3c", 13.0);
        c.at(-3.0, -2.0, 0.0, 1.0, |c| c.line(&stem, "#8fb060", 5.0));
        for at in 0..7_u8 {
            let t = 0.48 + f32::from(at) * 0.085;
            let (x, y, _) = on(&points, t);
            let side = if at % 2 == 0 { -46.0 } else { 56.0 };
            c.line(&format!("M{x:.0} {y:.0} l{:.0} {side:.0}", side * 0.2), "#6f8f4c", 7.0);
            orchid(c, x + side * 0.2, y + side, size * (1.06 - 0.05 * f32::from(at)), side * 0.24, colour);
        }
    }
    shadow(c, (1480.0, 1330.0), 150.0);
    turned(c, 1480.0, 1330.0, &[(120.0, 300.0), (126.0, 280.0), (124.0, 20.0), (110.0, 0.0)], "#d9ece4", Stuff::Glass);
    for turn in [-120.0, -90.0, -62.0, -104.0] {
        leaf(c, (1480.0, 1290.0), 180.0, 0.22, turn, "#6fa05a");
    }
    c.rect((1384.0, 1270.0), (192.0, 44.0), 14.0, "#cfe0c8b0");
}

fn water_jasmine(c: &mut Canvas) {
    porch(c, View::Hills, "#6f5240");
    let tray_shape = "M400 1210 L1420 1210 L1350 1340 Q900 1370 470 1340Z";
    shadow(c, (900.0, 1350.0), 470.0);
    let paint = c.along((400.0, 0.0), (1420.0, 0.0), &[(0.0, "#6f8fae"), (0.3, "#a9c3d6"), (0.6, "#4f7396"), (1.0, "#27405f")]);
    c.fill(tray_shape, &paint);
    c.oval((910.0, 1210.0), (512.0, 66.0), 0.0, "#8fb0c6");
    c.oval((910.0, 1210.0), (484.0, 56.0), 0.0, "#5a4a38");
    for _ in 0..150 {
        let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
        let far = c.dice.unit().sqrt();
        let tone = *c.dice.pick(&["#6f9a4c", "#86ae5a", "#557d3f"]);
        c.oval((910.0 + cos * far * 470.0, 1206.0 + sin * far * 50.0), (20.0, 10.0), 0.0, tone);
    }
    let bark = "#9a8670";
    for (points, thick) in [
        (vec![(900.0, 1210.0), (800.0, 1080.0), (960.0, 940.0), (820.0, 780.0), (900.0, 620.0)], 92.0),
        (vec![(850.0, 1130.0), (660.0, 1020.0), (500.0, 1000.0)], 48.0),
        (vec![(930.0, 960.0), (1130.0, 900.0), (1300.0, 920.0)], 46.0),
        (vec![(840.0, 800.0), (660.0, 720.0), (560.0, 700.0)], 38.0),
        (vec![(880.0, 700.0), (1040.0, 640.0), (1140.0, 640.0)], 32.0),
    ] {
        twig(c, &points, thick, bark);
    }
    for (dx, tone) in [(-60.0, "#9a8670"), (50.0, "#8a7660"), (120.0, "#9a8670"), (-140.0, "#8a7660")] {
        c.line(&format!("M{:.0} 1170 q{:.0} 20 {:.0} 44", 890.0 + dx * 0.4, dx * 0.6, dx), &dark(tone, 0.15), 34.0);
    }
    for (x, y, rx, ry) in
        [(480.0, 960.0, 200.0, 96.0), (1310.0, 880.0, 220.0, 100.0), (560.0, 660.0, 190.0, 92.0), (1150.0, 600.0, 200.0, 94.0), (890.0, 520.0, 240.0, 120.0)]
    {
        foliage(c, (x, y), (rx, ry), "#4f8a48", 30.0);
        for _ in 0..16 {
            let at = (x + c.dice.between(-0.85, 0.85) * rx, y + c.dice.between(-0.7, 0.5) * ry);
            blossom(c, at.0, at.1, 14.0, "#fbf8ee", "#f0d880");
        }
    }
    near_leaves(c, (2060.0, 1570.0), -142.0, "#4f7d4a");
}
