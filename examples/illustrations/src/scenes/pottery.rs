//! Pottery: blue and white, red lotus, celadon.

use super::{Scene, close};
use crate::canvas::Canvas;
use crate::colour::{light, veil};
use crate::props::flower::{lotus, rosette};
use crate::props::plant::{leaf, leafy};
use crate::props::vessel::{Stuff, band, bowl, cup, mouth, plate, silhouette, sprig, teapot, turned};
use crate::props::wicker::tray;
use crate::stage::{View, near_leaves, night, porch, room, runner};

pub(super) const SCENES: &[Scene] = &[
    close("hai-phong/binh-thien-nga-chu-dau", swan_vase),
    close("hai-phong/binh-ngoc-chu-dau", jade_vase),
    close("ha-noi/bo-bat-dia-hoa-sen-do", lotus_bowls),
    close("ha-noi/bo-san-pham-gom-men-suoi-ngoc", celadon),
];

/// A pear-shaped vase, the classic form of blue and white.
const PEAR: &[(f32, f32)] =
    &[(92.0, 700.0), (70.0, 660.0), (62.0, 560.0), (96.0, 450.0), (210.0, 290.0), (226.0, 190.0), (170.0, 60.0), (128.0, 20.0), (136.0, 0.0)];

fn swan(c: &mut Canvas, x: f32, y: f32, size: f32, ink: &str) {
    c.at(x, y, 0.0, size, |c| {
        c.fill("M-92 20 Q-70 -34 10 -26 Q60 -40 104 -62 Q96 -10 70 14 Q30 46 -40 44 Q-84 44 -92 20Z", &veil(ink, 0.82));
        c.line("M-72 6 Q-112 -40 -78 -84 Q-62 -104 -44 -90", ink, 15.0);
        c.oval((-44.0, -90.0), (14.0, 11.0), 20.0, ink);
        c.line("M-32 -86 l20 8", "#c9772c", 6.0);
        for feather in 0..5_u8 {
            c.line(&format!("M{:.0} {:.0} q40 -6 70 -34", -40.0 + f32::from(feather) * 16.0, 24.0 - f32::from(feather) * 4.0), "#f2efe4b0", 4.0);
        }
    });
}

fn swan_vase(c: &mut Canvas) {
    night(c, "#3b4668", (820.0, 420.0), "#e8cfa0");
    plate(c, 780.0, 1330.0, 640.0, "#4a2c22", None);
    turned(c, 780.0, 1310.0, PEAR, "#eceae0", Stuff::Glaze);
    let shape = silhouette(780.0, 1310.0, PEAR);
    let ink = "#274a94";
    c.within(&shape, |c| {
        for (level, radius, thick) in
            [(640.0, 70.0, 6.0), (560.0, 62.0, 9.0), (450.0, 96.0, 6.0), (400.0, 130.0, 12.0), (92.0, 186.0, 6.0), (60.0, 170.0, 13.0)]
        {
            band(c, 780.0, 1310.0 - level, radius, &veil(ink, 0.85), thick);
        }
        for at in -3..=3_i8 {
            let angle = f32::from(at) * 0.42;
            c.line(&format!("M{:.0} 832 q0 -60 {:.0} -110", 780.0 + angle.sin() * 110.0, angle.sin() * -30.0), &veil(ink, 0.6), 9.0);
        }
        swan(c, 750.0, 1110.0, 1.02, ink);
        swan(c, 920.0, 1090.0, 0.6, &light(ink, 0.14));
        swan(c, 610.0, 1085.0, 0.55, &light(ink, 0.14));
        for wave in 0..5_u8 {
            let y = 1172.0 + f32::from(wave) * 17.0;
            c.line(&format!("M540 {y:.0} q30 -16 60 0 t60 0 t60 0 t60 0 t60 0 t60 0 t60 0 t60 0"), &veil(ink, 0.5), 4.0);
        }
        for (x, y, s) in [(640.0, 960.0, 0.9), (880.0, 965.0, 0.9), (760.0, 930.0, 1.0)] {
            sprig(c, x, y, 30.0 * s, 0.9, ink);
        }
    });
    mouth(c, 780.0, 610.0, 92.0, "#f6f3ea", "#6b6a70");
    c.soft(5.0, |c| {
        turned(c, 1420.0, 1160.0, &[(60.0, 260.0), (50.0, 230.0), (120.0, 150.0), (100.0, 30.0), (80.0, 0.0)], "#dfe0dc", Stuff::Glaze);
        band(c, 1420.0, 1030.0, 116.0, "#274a94c0", 14.0);
    });
    leafy(c, &[(1990.0, 430.0), (1780.0, 560.0), (1560.0, 600.0), (1380.0, 560.0)], 8, 150.0, 0.34, "#4f6f58");
    lotus(c, 1320.0, 1400.0, 150.0, "#f0b4c4", true);
}

fn jade_vase(c: &mut Canvas) {
    room(c, "#d8cfc0", "#6a4634");
    runner(c, 360.0, 1220.0, "#24306b", "#e9c25a", "#f6ecd6");
    let outline: &[(f32, f32)] = &[(120.0, 720.0), (96.0, 690.0), (90.0, 600.0), (230.0, 470.0), (262.0, 380.0), (220.0, 200.0), (150.0, 60.0), (150.0, 0.0)];
    turned(c, 760.0, 1310.0, outline, "#dfe6d9", Stuff::Glaze);
    let shape = silhouette(760.0, 1310.0, outline);
    let ink = "#2f5a9c";
    c.within(&shape, |c| {
        for (level, radius) in [(640.0, 96.0), (610.0, 90.0), (150.0, 196.0), (110.0, 176.0)] {
            band(c, 760.0, 1310.0 - level, radius, &veil(ink, 0.8), 9.0);
        }
        for (x, y, r) in [(700.0, 900.0, 78.0), (880.0, 960.0, 60.0), (580.0, 980.0, 52.0), (760.0, 1080.0, 56.0)] {
            for petal in 0..9_u8 {
                let (sin, cos) = (f32::from(petal) * 0.698).sin_cos();
                c.oval((x + cos * r * 0.6, y + sin * r * 0.6), (r * 0.36, r * 0.24), f32::from(petal) * 40.0, &veil(ink, 0.66));
            }
            c.oval((x, y), (r * 0.3, r * 0.3), 0.0, "#c2603a");
            c.line(&format!("M{:.0} {:.0} q40 60 10 130", x + r * 0.3, y + r * 0.6), &veil(ink, 0.6), 7.0);
        }
        for at in 0..16_u8 {
            let (x, y) = (540.0 + f32::from(at % 8) * 62.0, 860.0 + f32::from(at / 8) * 210.0);
            leaf(c, (x, y), 46.0, 0.4, f32::from(at) * 47.0, "#5f7fb0");
        }
    });
    mouth(c, 760.0, 590.0, 120.0, "#eef2e8", "#6a7068");
    turned(c, 1430.0, 1280.0, &[(96.0, 300.0), (80.0, 270.0), (170.0, 170.0), (150.0, 40.0), (110.0, 0.0)], "#dfe6d9", Stuff::Glaze);
    band(c, 1430.0, 1120.0, 168.0, &veil(ink, 0.8), 14.0);
    band(c, 1430.0, 1150.0, 172.0, "#c2603ab0", 8.0);
    cup(c, 1170.0, 1400.0, 170.0, "#dfe6d9", "#a9b86a");
}

fn lotus_bowls(c: &mut Canvas) {
    porch(c, View::Garden, "#7d5a44");
    for (y, wide) in [(1340.0, 820.0), (1310.0, 720.0)] {
        plate(c, 660.0, y, wide, "#f4efe4", Some("#b3262e"));
    }
    let (x, y) = bowl(c, 660.0, 1290.0, 520.0, "#f6f1e6", None);
    c.within(&silhouette(660.0, 1290.0, &[(260.0, 197.0), (252.0, 158.0), (208.0, 79.0), (130.0, 24.0), (109.0, 16.0), (114.0, 0.0)]), |c| {
        for (px, size) in [(520.0, 80.0), (660.0, 100.0), (800.0, 80.0)] {
            lotus(c, px, 1240.0, size, "#d9384a", true);
        }
        band(c, x, y + 12.0, 258.0, "#b3262ed0", 9.0);
    });
    for level in 0..3_u8 {
        let y = 1330.0 - f32::from(level) * 74.0;
        bowl(c, 1380.0, y, 420.0, "#f6f1e6", None);
    }
    c.within(&silhouette(1380.0, 1182.0, &[(210.0, 160.0), (204.0, 128.0), (168.0, 64.0), (105.0, 20.0), (88.0, 12.0), (92.0, 0.0)]), |c| {
        lotus(c, 1380.0, 1150.0, 84.0, "#d9384a", true);
        lotus(c, 1260.0, 1140.0, 60.0, "#d9384a", true);
        lotus(c, 1500.0, 1140.0, 60.0, "#d9384a", true);
    });
    c.line("M1180 1440 L1700 1390", "#5a2c20", 15.0);
    c.line("M1190 1464 L1710 1420", "#6f3a28", 15.0);
    near_leaves(c, (-50.0, 1570.0), -34.0, "#4f7d4a");
}

fn celadon(c: &mut Canvas) {
    porch(c, View::Hills, "#6b4f3e");
    tray(c, 820.0, 1290.0, 1240.0, "#a9834f");
    teapot(c, 720.0, 1230.0, 420.0, "#8fb8a4", None);
    c.ring((720.0, 1080.0), (204.0, 30.0), "#5f8f7c80", 5.0);
    for (x, y) in [(1110.0, 1190.0), (1290.0, 1260.0), (1060.0, 1340.0), (420.0, 1360.0)] {
        cup(c, x, y, 180.0, "#9cc2ac", "#c3c46a");
    }
    steam(c, 330.0, 880.0, 1.0);
    turned(c, 1620.0, 1190.0, &[(66.0, 420.0), (52.0, 390.0), (50.0, 330.0), (140.0, 210.0), (146.0, 130.0), (96.0, 0.0)], "#86b09c", Stuff::Glaze);
    for (from, to) in [((1620.0, 780.0), (1560.0, 420.0)), ((1625.0, 780.0), (1720.0, 480.0))] {
        c.line(&format!("M{:.0} {:.0} Q{:.0} {:.0} {:.0} {:.0}", from.0, from.1, from.0, to.1 + 120.0, to.0, to.1), "#6b5a44", 11.0);
        for bud in 0..7_u8 {
            let t = 0.3 + f32::from(bud) * 0.11;
            let (x, y) = (from.0 + (to.0 - from.0) * t * t, from.1 + (to.1 - from.1) * t);
            rosette(c, x + if bud % 2 == 0 { 24.0 } else { -22.0 }, y, 34.0, 5, "#f6ecec", "#e0a83a");
        }
    }
    near_leaves(c, (-50.0, 1570.0), -36.0, "#4f7d5a");
}

fn steam(c: &mut Canvas, x: f32, y: f32, size: f32) {
    crate::props::vessel::steam(c, x, y, 260.0 * size);
}
