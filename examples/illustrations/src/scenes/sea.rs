//! From the sea and the salt pans.

use super::{Scene, close, wide};
use crate::canvas::{Canvas, HIGH, WIDE};
use crate::colour::{dark, light, veil};
use crate::land;
use crate::props::food::{chilli, fish, grains, heap, lit, shrimp};
use crate::props::fruit::{ball, citrus_half};
use crate::props::house::tile_house;
use crate::props::plant::{banana_leaf, leaf};
use crate::props::vessel::{Stuff, body, bottle, bowl, turned};
use crate::props::wicker::{barrel, tray};
use crate::stage::{View, near_leaves, night, porch, room, runner};

pub(super) const SCENES: &[Scene] = &[
    close("an-giang/nuoc-mam-phu-quoc-khai-hoan-40-do-dam", barrels),
    close("an-giang/nuoc-mam-thanh-quoc-43-do-dam", by_the_sea),
    wide("nghe-an/nuoc-mam-ha-tho-van-phan", jars_in_the_yard),
    close("thanh-hoa/mam-tom-le-gia", paste),
    wide("ca-mau/muoi-hat-bac-lieu", salt_pans),
    close("ca-mau/muoi-tinh-bac-lieu", fine_salt),
    close("an-giang/tom-kho-anh-chon", dried_shrimp),
    close("an-giang/cua-bien-thuan-phat", crab),
];

fn barrels(c: &mut Canvas) {
    night(c, "#5f4030", (620.0, 420.0), "#f0b468");
    c.soft(5.0, |c| {
        for (x, y) in [(240.0, 1010.0), (1840.0, 1010.0)] {
            barrel(c, x, y, 520.0, 620.0, "#7d5434");
        }
        barrel(c, 1330.0, 1010.0, 480.0, 560.0, "#8a5f3c");
    });
    bottle(c, 760.0, 1290.0, 780.0, "#8f3a10", "#b3202a", "#9c1f2a");
    bottle(c, 1060.0, 1250.0, 680.0, "#a04614", "#b3202a", "#9c1f2a");
    let (x, y) = bowl(c, 1440.0, 1300.0, 330.0, "#f2ece0", Some("#2f4f8f"));
    c.oval((x, y + 6.0), (140.0, 25.0), 0.0, "#a84a14");
    c.oval((x - 40.0, y), (46.0, 5.0), 0.0, "#ffd9a0b0");
    chilli(c, 1600.0, 1400.0, 190.0, -20.0, "#d0262a");
    chilli(c, 420.0, 1390.0, 200.0, 12.0, "#d0262a");
}

fn by_the_sea(c: &mut Canvas) {
    porch(c, View::Sea, "#9c7650");
    bottle(c, 700.0, 1290.0, 820.0, "#a5480f", "#d9a430", "#1f3a7a");
    let (x, y) = bowl(c, 1150.0, 1290.0, 420.0, "#eef0ea", Some("#2f4f9c"));
    c.oval((x, y + 8.0), (180.0, 32.0), 0.0, "#b3561a");
    for (dx, dy, turn) in [(-60.0, 4.0, 10.0), (30.0, 12.0, 80.0), (80.0, 2.0, 40.0), (-10.0, -8.0, 130.0)] {
        c.oval((x + dx, y + 8.0 + dy), (17.0, 9.0), turn, "#d8302c");
        c.oval((x + dx, y + 8.0 + dy), (8.0, 4.0), turn, "#f7d28a");
    }
    tray(c, 1610.0, 1230.0, 500.0, "#cba566");
    for step in 0..11_u8 {
        let x = 1450.0 + f32::from(step % 6) * 52.0;
        let y = 1190.0 + f32::from(step / 6) * 60.0;
        let turn = c.dice.between(-20.0, 20.0);
        fish(c, x, y, 210.0, turn, "#8fa3b4", "#eef2f2");
    }
    citrus_half(c, 360.0, 1350.0, 92.0, "#6f9a2c", "#d9e27a");
    chilli(c, 960.0, 1420.0, 190.0, 8.0, "#d0262a");
    near_leaves(c, (2050.0, 1560.0), -140.0, "#3f7347");
}

fn jars_in_the_yard(c: &mut Canvas) {
    land::sky(c, "#b9d6dc", "#fbe6c0", (420.0, 210.0));
    land::grove(c, 620.0, "#6f9a5c", "#33603f");
    for (x, high) in [(1640.0, 620.0), (1840.0, 500.0), (170.0, 540.0)] {
        land::palm(c, x, 720.0, high, "#4a7f4a");
    }
    tile_house(c, 1090.0, 760.0, 900.0, "#e6cfa2");
    let sand = c.along((0.0, 720.0), (0.0, HIGH), &[(0.0, "#ecd6a4"), (0.5, "#d3b176"), (1.0, "#a37c4e")]);
    c.fill("M-20 760 Q700 720 1300 748 T2020 740 V1510 H-20Z", &sand);
    for _ in 0..130 {
        let y = c.dice.between(770.0, HIGH);
        let x = c.dice.between(0.0, WIDE);
        c.line(&format!("M{x:.0} {y:.0} q40 -4 90 2"), &veil("#7a5a34", 0.16), 4.0);
    }
    for (row, y, size) in [(0_u8, 850.0, 0.44), (1, 970.0, 0.62), (2, 1150.0, 0.86), (3, 1400.0, 1.2)] {
        let count = [8.0, 6.0, 5.0, 3.0][usize::from(row)];
        let mut at = 0.0;
        while at < count {
            let x = (at + 0.5 + if row % 2 == 1 { 0.25 } else { 0.0 }) * WIDE / count - 60.0;
            buried_jar(c, x, y, 250.0 * size);
            at += 1.0;
        }
    }
}

/// A jar sunk into sand up to its belly, with a hat of woven leaf.
fn buried_jar(c: &mut Canvas, x: f32, y: f32, r: f32) {
    turned(c, x, y, &[(r * 0.62, r * 0.92), (r * 0.66, r * 0.82), (r * 0.9, r * 0.6), (r, r * 0.26), (r * 0.97, 0.0)], "#7d4a30", Stuff::Glaze);
    for level in [0.66, 0.6] {
        crate::props::vessel::band(c, x, y - r * level, r * 0.88, &veil("#3a1f18", 0.5), r * 0.018);
    }
    c.oval((x + 4.0, y + r * 0.17), (r * 1.08, r * 0.13), 0.0, "#c49f66");
    let shape =
        format!("M{x:.0} {:.0} L{:.0} {:.0} Q{x:.0} {:.0} {:.0} {:.0}Z", y - r * 1.5, x + r * 0.86, y - r * 0.92, y - r * 0.66, x - r * 0.86, y - r * 0.92);
    let paint = c.along((x - r * 0.8, 0.0), (x + r * 0.8, 0.0), &[(0.0, "#c9a86c"), (0.3, "#f6e6b8"), (0.6, "#dcc086"), (1.0, "#7f6038")]);
    c.fill(&shape, &paint);
    c.within(&shape, |c| {
        for ring in 1..8_u8 {
            let t = f32::from(ring) / 7.0;
            c.line(
                &format!(
                    "M{:.0} {:.0} Q{x:.0} {:.0} {:.0} {:.0}",
                    x - r * 0.9 * t,
                    y - r * (1.5 - 0.58 * t),
                    y - r * (1.5 - 0.58 * t) + r * 0.25 * t,
                    x + r * 0.9 * t,
                    y - r * (1.5 - 0.58 * t)
                ),
                "#7a5a3066",
                r * 0.014,
            );
        }
    });
}

fn paste(c: &mut Canvas) {
    room(c, "#d9c7c0", "#7a5640");
    banana_leaf(c, 980.0, 1350.0, 1700.0, 3.0);
    turned(c, 560.0, 1240.0, &[(150.0, 500.0), (160.0, 470.0), (280.0, 330.0), (290.0, 180.0), (200.0, 10.0), (190.0, 0.0)], "#6f4436", Stuff::Glaze);
    body(c, 560.0, 760.0, &[(30.0, 60.0), (150.0, 30.0), (176.0, 0.0)], "#8a5a44", Stuff::Glaze);
    let (x, y) = bowl(c, 1160.0, 1310.0, 520.0, "#ece6da", Some("#2f4f8f"));
    let purple = c.along((x - 220.0, y - 60.0), (x + 220.0, y + 40.0), &[(0.0, "#b98fa6"), (0.5, "#94647f"), (1.0, "#5f3c58")]);
    c.fill(
        &format!(
            "M{:.0} {y:.0} C{:.0} {:.0} {:.0} {:.0} {:.0} {y:.0} A232 42 0 0 1 {:.0} {y:.0}Z",
            x - 232.0,
            x - 130.0,
            y - 86.0,
            x + 120.0,
            y - 96.0,
            x + 232.0,
            x - 232.0
        ),
        &purple,
    );
    for step in 0..5_u8 {
        let s = f32::from(step) * 40.0;
        c.line(&format!("M{:.0} {:.0} q{:.0} -40 {:.0} 4", x - 170.0 + s, y - 8.0 - s * 0.1, 60.0, 140.0), "#e3bccf80", 9.0);
    }
    for (dx, dy) in [(-60.0, -60.0), (30.0, -66.0), (90.0, -40.0), (-120.0, -30.0)] {
        c.oval((x + dx, y + dy), (20.0, 10.0), 14.0, "#d8302c");
        c.oval((x + dx, y + dy), (9.0, 4.0), 14.0, "#f7d28a");
    }
    citrus_half(c, 1590.0, 1310.0, 104.0, "#6f9a2c", "#d9e27a");
    for at in 0..14_u8 {
        let turn = c.dice.between(0.0, 360.0);
        let place = (1490.0 + f32::from(at % 7) * 38.0, 1150.0 + f32::from(at / 7) * 46.0);
        leaf(c, place, 120.0, 0.5, turn, if at % 3 == 0 { "#6a3f66" } else { "#4f8a44" });
    }
    chilli(c, 300.0, 1420.0, 210.0, 10.0, "#d0262a");
    chilli(c, 850.0, 1420.0, 190.0, -12.0, "#d0262a");
}

fn salt_pans(c: &mut Canvas) {
    land::sky(c, "#8fb8d6", "#fcd9a8", (1400.0, 420.0));
    land::grove(c, 560.0, "#7f9a8a", "#4f7070");
    let pans = c.along((0.0, 560.0), (0.0, HIGH), &[(0.0, "#fbdcb0"), (0.35, "#c3d3d8"), (1.0, "#6f98ac")]);
    c.rect((-20.0, 560.0), (WIDE + 40.0, HIGH), 0.0, &pans);
    for row in 1..8_u8 {
        let t = f32::from(row) / 7.0;
        let y = 560.0 + 960.0 * t.powf(1.8);
        c.line(&format!("M-20 {y:.0} L2020 {:.0}", y + 8.0), "#6b5848", 4.0 + 15.0 * t);
        c.line(&format!("M-20 {:.0} L2020 {:.0}", y - 5.0 * t - 2.0, y + 8.0 - 5.0 * t - 2.0), "#c9a886", 2.0 + 6.0 * t);
    }
    for column in -6..=6_i8 {
        let far = 1000.0 + f32::from(column) * 150.0;
        let near = 1000.0 + f32::from(column) * 720.0;
        c.fill(&format!("M{far:.0} 560 L{:.0} 560 L{:.0} 1510 L{near:.0} 1510Z", far + 4.0, near + 26.0), "#6b5848");
    }
    for _ in 0..150 {
        let t = c.dice.unit();
        let y = 570.0 + 930.0 * t * t;
        let x = c.dice.between(0.0, WIDE);
        c.line(&format!("M{x:.0} {y:.0} h{:.0}", 20.0 + 110.0 * t), "#fffaf05c", 2.0 + 4.0 * t);
    }
    for (y, size) in [(640.0, 0.22), (720.0, 0.36), (850.0, 0.56), (1060.0, 0.9), (1370.0, 1.45)] {
        let mut x = 120.0 * size;
        while x < WIDE + 200.0 {
            let place = x + c.dice.between(-30.0, 30.0) * size;
            if (place - 1000.0).abs() > 150.0 * size {
                salt_heap(c, place, y, 150.0 * size);
            }
            x += 560.0 * size + 40.0;
        }
    }
    for (x, y, size) in [(930.0, 900.0, 1.0), (1120.0, 770.0, 0.6)] {
        salt_maker(c, x, y, size);
    }
}

fn salt_heap(c: &mut Canvas, x: f32, y: f32, r: f32) {
    c.glaze(|c| c.soft(r * 0.06 + 2.0, |c| c.oval((x - r * 0.4, y + r * 0.1), (r * 1.3, r * 0.2), 0.0, "#4a5a7a8c")));
    c.at(x + r * 0.1, y + r * 0.14, 0.0, 1.0, |c| c.fill(&format!("M{:.0} 0 L0 {:.0} L{:.0} 0Z", -r * 0.9, r * 0.5, r * 0.9), "#fff6e63d"));
    let paint = c.along((x - r, y), (x + r, y - r * 0.4), &[(0.0, "#9fb0c8"), (0.45, "#dfe4ea"), (0.7, "#fffdf4"), (1.0, "#fbe6c8")]);
    c.fill(
        &format!(
            "M{:.0} {y:.0} Q{:.0} {:.0} {x:.0} {:.0} Q{:.0} {:.0} {:.0} {y:.0} Q{x:.0} {:.0} {:.0} {y:.0}Z",
            x - r,
            x - r * 0.3,
            y - r * 0.5,
            y - r * 0.92,
            x + r * 0.3,
            y - r * 0.5,
            x + r,
            y + r * 0.2,
            x - r
        ),
        &paint,
    );
    for _ in 0..14 {
        let t = c.dice.between(0.1, 0.95);
        let px = x + c.dice.between(-0.8, 0.8) * r * t;
        let size = r * 0.022;
        c.oval((px, y - r * 0.9 * (1.0 - t)), (size, size), 0.0, "#ffffff");
    }
}

fn salt_maker(c: &mut Canvas, x: f32, y: f32, size: f32) {
    c.at(x, y, 0.0, size, |c| {
        c.glaze(|c| c.soft(7.0, |c| c.oval((-50.0, 4.0), (110.0, 14.0), 0.0, "#4a5a7a8c")));
        c.line("M-14 0 L-8 -90 M20 0 L14 -90", "#33384f", 22.0);
        c.fill("M-34 -80 Q-44 -180 -20 -212 L28 -212 Q50 -170 38 -80Z", "#8a3a4a");
        c.line("M26 -190 Q74 -160 92 -120 M-18 -190 Q30 -150 84 -128", "#a34a58", 20.0);
        c.line("M150 -6 L30 -230", "#7a5a3c", 9.0);
        c.line("M118 4 L182 -14", "#7a5a3c", 15.0);
        c.oval((4.0, -232.0), (20.0, 24.0), 0.0, "#c9956b");
        c.fill("M-64 -234 L4 -290 L72 -234 Q4 -214 -64 -234Z", "#f6e6b8");
        c.fill("M4 -290 L72 -234 Q40 -224 14 -222Z", "#cfae70");
    });
}

fn fine_salt(c: &mut Canvas) {
    porch(c, View::Sea, "#8a6446");
    runner(c, 300.0, 1500.0, "#2a3a78", "#e9e2cf", "#f0c14a");
    let (x, y) = bowl(c, 860.0, 1270.0, 660.0, "#3f6480", None);
    grains(c, (x, y), (290.0, 54.0), 170.0, 1500, (8.0, 6.0), &["#eef0f0", "#fdfcf6", "#dfe4ea"]);
    c.at(x + 60.0, y - 120.0, -32.0, 1.0, |c| {
        c.line("M0 0 L430 0", "#7a5230", 30.0);
        c.line("M0 -6 L430 -6", "#c49a62", 12.0);
        c.oval((-30.0, 0.0), (100.0, 56.0), 0.0, "#9c6e40");
        c.oval((-34.0, -6.0), (84.0, 42.0), 0.0, "#fbfaf2");
    });
    grains(c, (1450.0, 1370.0), (150.0, 34.0), 52.0, 320, (8.0, 6.0), &["#eef0f0", "#fdfcf6", "#d3dae4"]);
    chilli(c, 1560.0, 1200.0, 210.0, 24.0, "#d0262a");
    citrus_half(c, 300.0, 1330.0, 100.0, "#6f9a2c", "#d9e27a");
}

fn dried_shrimp(c: &mut Canvas) {
    porch(c, View::Delta, "#8d6440");
    tray(c, 900.0, 1210.0, 1180.0, "#cda766");
    heap(c, (900.0, 1195.0), (420.0, 116.0), 120.0, 190, |c, x, y, share| {
        let tone = lit(*c.dice.pick(&["#e0703a", "#e88a4c", "#d35f34"]), share);
        let turn = c.dice.between(0.0, 360.0);
        shrimp(c, x, y, 104.0, turn, &tone);
    });
    let (x, y) = bowl(c, 1640.0, 1360.0, 330.0, "#e9e4d6", Some("#2f4f8f"));
    heap(c, (x, y), (128.0, 24.0), 44.0, 34, |c, x, y, share| {
        let turn = c.dice.between(0.0, 360.0);
        shrimp(c, x, y, 84.0, turn, &lit("#e27a44", share));
    });
}

fn crab(c: &mut Canvas) {
    porch(c, View::Delta, "#7d5a40");
    tray(c, 920.0, 1230.0, 1300.0, "#c9a468");
    let tone = "#5f7a62";
    for (x, y, size, turn) in [(700.0, 1130.0, 1.0, -8.0), (1230.0, 1210.0, 1.12, 10.0)] {
        c.glaze(|c| c.soft(16.0, |c| c.oval((x + 30.0, y + 60.0), (300.0 * size, 90.0), 0.0, "#3a2c4a99")));
        c.at(x, y, turn, size, |c| {
            for side in [-1.0_f32, 1.0] {
                for leg in 0..4_u8 {
                    let t = f32::from(leg);
                    c.line(
                        &format!(
                            "M{:.0} {:.0} q{:.0} {:.0} {:.0} {:.0} q{:.0} 20 {:.0} {:.0}",
                            side * 120.0,
                            10.0 + t * 16.0,
                            side * 70.0,
                            -50.0 + t * 24.0,
                            side * (110.0 - t * 8.0),
                            10.0 + t * 20.0,
                            side * 24.0,
                            side * 20.0,
                            60.0
                        ),
                        &dark(tone, 0.12),
                        22.0 - t * 2.0,
                    );
                }
                c.line(&format!("M{:.0} -40 q{:.0} -40 {:.0} -120", side * 110.0, side * 90.0, side * 70.0), &dark(tone, 0.1), 44.0);
                c.at(side * 178.0, -170.0, side * 14.0, 1.0, |c| {
                    ball(c, (0.0, 0.0), (58.0, 84.0), side * 12.0, "#6f8a66");
                    c.fill(
                        &format!("M{:.0} -40 Q{:.0} -130 {:.0} -170 Q{:.0} -110 {:.0} -64Z", -side * 36.0, -side * 50.0, side * 6.0, side * 4.0, side * 2.0),
                        "#7d9470",
                    );
                    c.fill(
                        &format!("M{:.0} -50 Q{:.0} -120 {:.0} -170 Q{:.0} -110 {:.0} -50Z", side * 46.0, side * 60.0, side * 20.0, side * 22.0, side * 14.0),
                        "#566f58",
                    );
                });
            }
            ball(c, (0.0, 0.0), (180.0, 118.0), 0.0, tone);
            for spine in 0..9_u8 {
                let x = -140.0 + f32::from(spine) * 35.0;
                let y = -112.0 + (x / 170.0) * (x / 170.0) * 70.0;
                c.fill(&format!("M{:.0} {y:.0} l12 -24 l12 24z", x - 12.0), &light(tone, 0.2));
            }
            for (x, y) in [(-60.0, -20.0), (60.0, -20.0), (0.0, 30.0)] {
                c.soft(6.0, |c| c.oval((x, y), (36.0, 22.0), 0.0, "#2f463c66"));
            }
            for side in [-1.0_f32, 1.0] {
                c.line(&format!("M{:.0} -104 v-26", side * 34.0), &dark(tone, 0.2), 9.0);
                c.oval((side * 34.0, -134.0), (11.0, 11.0), 0.0, "#1a1418");
            }
            for rope in [-54.0_f32, 0.0, 54.0] {
                c.line(&format!("M{rope:.0} -112 q24 110 0 222"), "#d9b25c", 15.0);
                c.line(&format!("M{:.0} -112 q24 110 0 222", rope - 4.0), "#f6dc98", 5.0);
            }
        });
    }
    near_leaves(c, (2040.0, 1550.0), -142.0, "#3f6b4a");
}
