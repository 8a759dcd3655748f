//! Drinks, with and without alcohol.

use super::{Scene, close, wide};
use crate::canvas::Canvas;
use crate::colour::{dark, light};
use crate::land;
use crate::props::food::grains;
use crate::props::fruit::{ball, citrus_half, coconut, pineapple};
use crate::props::plant::{leaf, leafy, rice_ears};
use crate::props::vessel::{Stuff, band, body, bottle, bowl, cup, silhouette, turned};
use crate::props::wicker::tray;
use crate::stage::{View, boards, near_leaves, porch, room, shadow};

pub(super) const SCENES: &[Scene] = &[
    close("vinh-long/mat-hoa-dua", nectar),
    close("bac-ninh/ruou-nep-cai-hoa-vang", rice_wine),
    close("thai-nguyen/ruou-mo-asuka", apricot_wine),
    wide("an-giang/ruou-thot-not-minh-thien", palmyra),
    close("quang-ninh/nuoc-khoang-quang-hanh-fresh-vi-chanh-muoi", mineral_water),
    close("can-tho/si-ro-khom-huy-minh", pineapple_syrup),
    close("quang-ninh/ruou-sim-quy-chuan", myrtle_wine),
];

/// A glass with something cold in it.
fn tumbler(c: &mut Canvas, x: f32, y: f32, high: f32, drink: &str) {
    let w = high * 0.3;
    turned(c, x, y, &[(w, high), (w * 0.96, high * 0.5), (w * 0.84, high * 0.03), (w * 0.8, 0.0)], &light(drink, 0.5), Stuff::Glass);
    body(c, x, y - high * 0.05, &[(w * 0.93, high * 0.74), (w * 0.9, high * 0.4), (w * 0.8, 0.0)], drink, Stuff::Glass);
    c.oval((x, y - high * 0.79), (w * 0.92, w * 0.18), 0.0, &light(drink, 0.3));
    for (dx, dy, turn) in [(-0.34, -0.84, 12.0), (0.3, -0.8, -20.0), (-0.02, -0.74, 34.0)] {
        c.at(x + dx * w, y + dy * high, turn, 1.0, |c| {
            c.rect((-w * 0.26, -w * 0.24), (w * 0.5, w * 0.46), w * 0.08, "#ffffff6b");
            c.rect((-w * 0.22, -w * 0.22), (w * 0.2, w * 0.08), w * 0.04, "#ffffffb0");
        });
    }
    c.ring((x, y - high), (w, w * 0.2), "#ffffffb8", 5.0);
}

fn nectar(c: &mut Canvas) {
    porch(c, View::Delta, "#8d653c");
    coconut(c, 1570.0, 1110.0, 220.0, "#86a84c");
    coconut(c, 1300.0, 1190.0, 170.0, "#a9823f");
    bottle(c, 640.0, 1300.0, 800.0, "#c97f2a", "#f2ead6", "#3f7a4a");
    tumbler(c, 1010.0, 1330.0, 400.0, "#e2a14a");
    for spray in 0..7_u8 {
        c.at(250.0, 1400.0, -56.0 + f32::from(spray) * 12.0, 1.0, |c| {
            c.line("M0 0 Q150 -30 310 6", "#d9b45c", 9.0);
            for bud in 0..13_u8 {
                let t = f32::from(bud) / 12.0;
                ball(c, (70.0 + 240.0 * t, if bud % 2 == 0 { -16.0 } else { 8.0 }), (12.0, 9.0), 0.0, "#f0dc9c");
            }
        });
    }
    near_leaves(c, (2050.0, 1570.0), -140.0, "#3f7347");
}

fn rice_wine(c: &mut Canvas) {
    room(c, "#dbc9a2", "#6f4a32");
    let glaze = "#6b4a34";
    turned(
        c,
        640.0,
        1280.0,
        &[(96.0, 640.0), (104.0, 610.0), (100.0, 560.0), (250.0, 430.0), (300.0, 290.0), (250.0, 90.0), (190.0, 0.0)],
        glaze,
        Stuff::Glaze,
    );
    body(c, 640.0, 690.0 + 10.0, &[(100.0, 130.0), (150.0, 90.0), (126.0, 10.0), (150.0, -30.0)], "#b3302c", Stuff::Matt);
    band(c, 640.0, 700.0, 122.0, "#f0d59a", 16.0);
    let shape = silhouette(640.0, 1280.0, &[(96.0, 640.0), (104.0, 610.0), (100.0, 560.0), (250.0, 430.0), (300.0, 290.0), (250.0, 90.0), (190.0, 0.0)]);
    c.within(&shape, |c| {
        c.fill("M640 880 l110 130 l-110 130 l-110 -130z", "#c9302c");
        c.fill("M640 920 l76 90 l-76 90 l-76 -90z", "#f4e2b4");
        c.fill("M640 964 l39 46 l-39 46 l-39 -46z", "#c9302c");
    });
    for (x, y) in [(1080.0, 1290.0), (1260.0, 1340.0), (1100.0, 1430.0)] {
        cup(c, x, y, 160.0, "#eef0ea", "#f2eeda");
    }
    let (x, y) = bowl(c, 1580.0, 1290.0, 440.0, "#e9e4d6", Some("#8f3a2c"));
    grains(c, (x, y), (192.0, 35.0), 84.0, 620, (15.0, 9.0), &["#e6c878", "#f0d894", "#d9b45c"]);
    rice_ears(c, 1880.0, 1480.0, 620.0, 6, "#dfae45", (-170.0, -130.0));
}

fn apricot_wine(c: &mut Canvas) {
    porch(c, View::Hills, "#76533c");
    let (x, y) = (660.0, 1300.0);
    let outline = [(150.0, 560.0), (156.0, 520.0), (262.0, 420.0), (276.0, 300.0), (272.0, 60.0), (240.0, 0.0)];
    turned(c, x, y, &outline, "#d99a2c", Stuff::Glass);
    let shape = silhouette(x, y, &outline);
    c.within(&shape, |c| {
        for at in 0..17_u8 {
            let place = (x - 210.0 + f32::from(at % 5) * 104.0 + if (at / 5) % 2 == 0 { 0.0 } else { 50.0 }, y - 20.0 - f32::from(at / 5) * 88.0);
            ball(c, place, (58.0, 54.0), 0.0, if at % 3 == 0 { "#c9902c" } else { "#b97a24" });
        }
        let veil_paint = c.along((x - 276.0, 0.0), (x + 276.0, 0.0), &[(0.0, "#6b3a107a"), (0.3, "#ffd98a3d"), (0.7, "#c9802433"), (1.0, "#5a2c1099")]);
        c.rect((x - 280.0, y - 430.0), (560.0, 500.0), 0.0, &veil_paint);
    });
    c.soft(6.0, |c| c.line(&format!("M{:.0} {:.0} q-14 150 6 280", x - 200.0, y - 390.0), "#fffdf2a0", 26.0));
    body(c, x, y - 556.0, &[(160.0, 90.0), (172.0, 70.0), (170.0, 6.0), (166.0, 0.0)], "#b3302c", Stuff::Glaze);
    tumbler(c, 1080.0, 1340.0, 330.0, "#e6ae48");
    tray(c, 1560.0, 1300.0, 560.0, "#c9a05c");
    for at in 0..9_u8 {
        let place = (1410.0 + f32::from(at % 4) * 92.0 + f32::from(at / 4) * 40.0, 1250.0 + f32::from(at / 4) * 56.0);
        let tone = *c.dice.pick(&["#e6b23f", "#d9c04c", "#eaa54a"]);
        ball(c, place, (58.0, 55.0), 0.0, tone);
        c.line(&format!("M{:.0} {:.0} q-16 50 0 100", place.0, place.1 - 52.0), "#b97a3080", 5.0);
    }
    leaf(c, (1430.0, 1210.0), 170.0, 0.5, -150.0, "#5f9a48");
    leaf(c, (1600.0, 1200.0), 160.0, 0.5, -40.0, "#4f8a45");
    near_leaves(c, (-50.0, 1560.0), -34.0, "#4f7d3a");
}

fn palmyra(c: &mut Canvas) {
    land::sky(c, "#f0b98a", "#fbe6b4", (1360.0, 520.0));
    land::ridges_low(c, 640.0, "#b98f86", "#8a6f78");
    land::paddies(c, 700.0, "#b8b04a");
    for (x, base, high) in [(300.0, 930.0, 620.0), (620.0, 860.0, 470.0), (1690.0, 900.0, 560.0), (1480.0, 840.0, 400.0), (1060.0, 820.0, 340.0)] {
        toddy_palm(c, x, base, high);
    }
    land::egrets(c, 900.0, 360.0, 30.0);
    boards_near(c);
    bottle(c, 820.0, 1460.0, 600.0, "#dfb878", "#7a5230", "#8a4a1c");
    for (x, y) in [(1090.0, 1440.0), (1250.0, 1470.0)] {
        cup(c, x, y, 150.0, "#d9c29a", "#f3ead0");
    }
    for (x, y) in [(500.0, 1400.0), (390.0, 1440.0), (600.0, 1450.0)] {
        ball(c, (x, y), (86.0, 78.0), 0.0, "#3f2c3a");
        c.oval((x - 10.0, y - 62.0), (44.0, 18.0), 0.0, "#8a9a5a");
    }
}

fn boards_near(c: &mut Canvas) {
    c.at(0.0, 360.0, 0.0, 1.0, |c| boards(c, "#8a5f3a"));
}

fn toddy_palm(c: &mut Canvas, x: f32, base: f32, high: f32) {
    let top = base - high;
    c.fill(
        &format!(
            "M{:.0} {base:.0} Q{:.0} {:.0} {:.0} {top:.0} h{:.0} Q{:.0} {:.0} {:.0} {base:.0}Z",
            x - high * 0.036,
            x - high * 0.016,
            base - high * 0.5,
            x - high * 0.018,
            high * 0.036,
            x + high * 0.016,
            base - high * 0.5,
            x + high * 0.036
        ),
        "#5a443c",
    );
    for ring in 0..16_u8 {
        let y = base - high * f32::from(ring) / 16.0;
        c.line(&format!("M{:.0} {y:.0} q{:.0} 6 {:.0} 0", x - high * 0.02, high * 0.02, high * 0.04), "#a58a7080", 3.0);
    }
    c.oval((x, top), (high * 0.1, high * 0.09), 0.0, "#33503a");
    for fan in 0..26_u8 {
        let angle = f32::from(fan) * 41.5 + c.dice.between(-6.0, 6.0);
        let (sin, cos) = angle.to_radians().sin_cos();
        let reach = high * if fan % 2 == 0 { 0.14 } else { 0.06 };
        let (cx, cy) = (x + cos * reach, top + sin * reach * 0.85);
        let tone = if sin < 0.1 { "#6f8a4c" } else { "#3f5f40" };
        c.line(&format!("M{x:.0} {top:.0} L{cx:.0} {cy:.0}"), "#4f5f38", high * 0.012);
        for blade in 0..11_u8 {
            let lean = (angle - 65.0 + f32::from(blade) * 13.0).to_radians();
            let (s, k) = lean.sin_cos();
            let long = high * 0.13;
            c.fill(
                &format!(
                    "M{cx:.1} {cy:.1} L{:.1} {:.1} L{:.1} {:.1}Z",
                    cx + k * long - s * long * 0.11,
                    cy + s * long + k * long * 0.11,
                    cx + k * long * 1.15,
                    cy + s * long * 1.15
                ),
                tone,
            );
            c.fill(
                &format!(
                    "M{cx:.1} {cy:.1} L{:.1} {:.1} L{:.1} {:.1}Z",
                    cx + k * long * 1.15,
                    cy + s * long * 1.15,
                    cx + k * long + s * long * 0.11,
                    cy + s * long - k * long * 0.11
                ),
                &dark(tone, 0.2),
            );
        }
    }
    for nut in 0..5_u8 {
        ball(
            c,
            (x - high * 0.05 + f32::from(nut) * high * 0.025, top + high * 0.03 + f32::from(nut % 2) * high * 0.02),
            (high * 0.022, high * 0.022),
            0.0,
            "#3a2a34",
        );
    }
}

fn mineral_water(c: &mut Canvas) {
    porch(c, View::Sea, "#9a7a58");
    let (x, y) = (620.0, 1300.0);
    let outline = [(52.0, 800.0), (54.0, 720.0), (150.0, 560.0), (156.0, 400.0), (142.0, 330.0), (156.0, 260.0), (154.0, 30.0), (140.0, 0.0)];
    turned(c, x, y, &outline, "#a9d6de", Stuff::Glass);
    let shape = silhouette(x, y, &outline);
    c.within(&shape, |c| {
        crate::props::vessel::label(c, x, y - 290.0, 156.0, 220.0, "#1f6b8a");
        for _ in 0..70 {
            let at = (x + c.dice.between(-130.0, 130.0), y - c.dice.between(10.0, 620.0));
            let size = c.dice.between(3.0, 8.0);
            c.ring(at, (size, size), "#ffffffa0", 2.0);
        }
    });
    body(c, x, y - 770.0, &[(56.0, 70.0), (60.0, 60.0), (60.0, 4.0), (58.0, 0.0)], "#2f7fa8", Stuff::Glaze);
    tumbler(c, 1060.0, 1330.0, 440.0, "#bfe0d6");
    for at in 0..26_u8 {
        let size = 3.0 + f32::from(at % 4);
        c.ring((1000.0 + f32::from(at) * 4.6, 1290.0 - f32::from(at * 7 % 26) * 9.0), (size, size), "#ffffffb0", 2.0);
    }
    citrus_half(c, 1420.0, 1310.0, 120.0, "#7fa430", "#dce68a");
    shadow(c, (1620.0, 1360.0), 100.0);
    ball(c, (1620.0, 1290.0), (112.0, 98.0), 12.0, "#8fae3f");
    leaf(c, (1700.0, 1220.0), 170.0, 0.46, -30.0, "#4f8a3a");
    grains(c, (1310.0, 1440.0), (120.0, 26.0), 34.0, 220, (8.0, 6.0), &["#eef0f0", "#fdfcf6", "#d3dae4"]);
}

fn pineapple_syrup(c: &mut Canvas) {
    porch(c, View::Paddies, "#8a6440");
    pineapple(c, 1480.0, 1280.0, 640.0);
    bottle(c, 620.0, 1300.0, 760.0, "#eeb02c", "#3f7a4a", "#a85a14");
    tumbler(c, 990.0, 1330.0, 400.0, "#f4c24a");
    for (x, y) in [(1180.0, 1420.0), (1330.0, 1440.0), (860.0, 1440.0)] {
        shadow(c, (x, y + 12.0), 90.0);
        c.oval((x, y + 8.0), (100.0, 40.0), 0.0, "#b9801c");
        c.oval((x, y), (100.0, 38.0), 0.0, "#f4cc52");
        c.oval((x, y), (24.0, 9.0), 0.0, "#e3ac34");
        for cut in 0..12_u8 {
            let (sin, cos) = (f32::from(cut) * 0.524).sin_cos();
            c.line(&format!("M{:.0} {:.0} L{:.0} {:.0}", x + cos * 34.0, y + sin * 13.0, x + cos * 90.0, y + sin * 34.0), "#fff0b08c", 5.0);
        }
    }
    near_leaves(c, (-60.0, 1560.0), -34.0, "#5f8a4a");
}

fn myrtle_wine(c: &mut Canvas) {
    porch(c, View::Hills, "#66463a");
    leafy(c, &[(1990.0, 620.0), (1760.0, 700.0), (1540.0, 690.0), (1360.0, 780.0)], 9, 150.0, 0.5, "#5f8a50");
    for (x, y) in [(1740.0, 720.0), (1560.0, 700.0), (1420.0, 770.0)] {
        for at in 0..4_u8 {
            let place = (x - 60.0 + f32::from(at) * 40.0, y + 40.0 + f32::from(at % 2) * 36.0);
            ball(c, place, (30.0, 36.0), 0.0, "#5a2a5f");
            c.oval((place.0, place.1 + 30.0), (14.0, 6.0), 0.0, "#8a5a80");
        }
        crate::props::flower::rosette(c, x + 50.0, y - 40.0, 60.0, 5, "#e58ab8", "#f0d070");
    }
    bottle(c, 640.0, 1300.0, 800.0, "#5a1f4a", "#2a2230", "#7a2a66");
    for (x, y) in [(980.0, 1320.0), (1160.0, 1380.0)] {
        stem_glass(c, x, y, "#7a2258");
    }
    let (x, y) = bowl(c, 1560.0, 1340.0, 420.0, "#e6e2d8", Some("#7a2a66"));
    grains(c, (x, y), (182.0, 34.0), 84.0, 120, (25.0, 24.0), &["#4f2452", "#63306a", "#3f1c46"]);
}

fn stem_glass(c: &mut Canvas, x: f32, y: f32, wine: &str) {
    shadow(c, (x, y), 66.0);
    c.oval((x, y), (66.0, 15.0), 0.0, "#fff6e68c");
    c.line(&format!("M{x:.0} {y:.0} v-130"), "#fff6e6a8", 12.0);
    body(c, x, y - 120.0, &[(66.0, 200.0), (84.0, 130.0), (74.0, 50.0), (20.0, 0.0)], "#d9c4c4", Stuff::Glass);
    body(c, x, y - 124.0, &[(82.0, 110.0), (72.0, 48.0), (20.0, 2.0)], wine, Stuff::Glass);
    c.oval((x, y - 234.0), (82.0, 16.0), 0.0, &light(wine, 0.3));
    c.ring((x, y - 320.0), (66.0, 13.0), "#fffaf0a0", 4.0);
}
