//! Sweets, cakes, dried fruit and honey.

use super::{Scene, close};
use crate::canvas::Canvas;
use crate::colour::{dark, light, veil};
use crate::props::flower::rosette;
use crate::props::food::{block, cake, grains, heap, lit, sweet};
use crate::props::fruit::{ball, coconut, coconut_half};
use crate::props::plant::{banana_leaf, leaf, leafy};
use crate::props::vessel::{bowl, cup, jar, plate, teapot};
use crate::props::wicker::tray;
use crate::stage::{View, near_leaves, porch, room, runner, shadow};

pub(super) const SCENES: &[Scene] = &[
    close("gia-lai/mat-ong-phuong-di", honey_jar),
    close("dien-bien/mat-ong-dien-bien", comb),
    close("da-nang/banh-dua-nuong-quy-thu", coconut_cakes),
    close("hai-phong/banh-dau-sau-rieng-rong-vang-hoang-gia", bean_cakes),
    close("vinh-long/keo-dua-sau-rieng-la-dua", coconut_sweets),
    close("vinh-long/khoai-lang-tim-say", purple_chips),
    close("vinh-long/sau-rieng-say-thang-hoa", durian),
    close("vinh-long/dua-sap-soi-vicosap", wax_coconut),
    close("vinh-long/duong-hoa-dua", coconut_sugar),
    close("ha-tinh/cu-do-thanh-dat", peanut_brittle),
    close("dong-thap/sen-say", lotus_seeds),
];

fn dipper(c: &mut Canvas, x: f32, y: f32, turn: f32) {
    c.at(x, y, turn, 1.0, |c| {
        c.line("M0 0 L0 -460", "#8a5f38", 24.0);
        c.line("M-5 0 L-5 -460", "#d9ad72", 8.0);
        for ring in 0..6_u8 {
            let r = [34.0, 50.0, 58.0, 58.0, 48.0, 32.0][usize::from(ring)];
            let y = 10.0 + f32::from(ring) * 25.0;
            c.oval((0.0, y), (r, 13.0), 0.0, "#7a5028");
            c.oval((-r * 0.14, y - 4.0), (r * 0.82, 8.0), 0.0, "#e9b25a");
        }
        c.oval((0.0, 150.0), (34.0, 22.0), 0.0, "#e89a22");
    });
}

fn honey_jar(c: &mut Canvas) {
    porch(c, View::Garden, "#8a5c36");
    leafy(c, &[(-20.0, 720.0), (180.0, 640.0), (380.0, 690.0), (560.0, 620.0)], 8, 180.0, 0.4, "#4f8a45");
    for (x, y) in [(250.0, 700.0), (430.0, 640.0), (540.0, 700.0)] {
        rosette(c, x, y, 58.0, 5, "#f6efe4", "#e8b23a");
    }
    jar(c, 760.0, 1290.0, 640.0, "#d0801a", "#b3302c");
    let (x, y) = bowl(c, 1340.0, 1310.0, 480.0, "#f1ece0", Some("#2f4f9c"));
    c.oval((x, y + 6.0), (212.0, 38.0), 0.0, "#d8891c");
    c.oval((x + 50.0, y + 12.0), (120.0, 18.0), 0.0, "#f6bd4e");
    c.oval((x - 90.0, y - 4.0), (60.0, 7.0), -4.0, "#fff0c8c0");
    dipper(c, x + 20.0, y - 120.0, 28.0);
    c.line(&format!("M{:.0} {:.0} Q{:.0} {:.0} {:.0} {:.0}", x - 48.0, y + 20.0, x - 44.0, y, x - 40.0, y - 6.0), "#e89a22", 14.0);
    for (x, y, turn) in [(420.0, 470.0, 20.0), (1090.0, 620.0, -20.0), (1560.0, 800.0, 10.0)] {
        bee(c, x, y, turn);
    }
    near_leaves(c, (2040.0, 1560.0), -140.0, "#4f7d3a");
}

fn bee(c: &mut Canvas, x: f32, y: f32, turn: f32) {
    c.at(x, y, turn, 1.0, |c| {
        for side in [-1.0_f32, 1.0] {
            c.oval((side * 12.0 - 4.0, -26.0), (15.0, 30.0), side * 28.0, "#fffdf4a6");
        }
        c.oval((0.0, 0.0), (36.0, 22.0), 0.0, "#d9941f");
        for stripe in [-14.0_f32, 2.0, 18.0] {
            c.line(&format!("M{stripe:.0} -19 q7 19 0 38"), "#33201a", 8.0);
        }
        c.oval((-34.0, -2.0), (15.0, 15.0), 0.0, "#4a2f20");
    });
}

fn comb(c: &mut Canvas) {
    room(c, "#ecd6a0", "#8f5e30");
    shadow(c, (1370.0, 1330.0), 330.0);
    block(c, 1080.0, 1340.0, (520.0, 150.0, 260.0), "#d9982c");
    c.within("M1080 1190 l143 -109 h520 l-143 109z", |c| {
        for row in 0..8_u8 {
            for column in 0..20_u8 {
                let y = 1088.0 + f32::from(row) * 15.5;
                let x = 1060.0 + f32::from(column) * 38.0 + (8.0 - f32::from(row)) * 20.0 + if row % 2 == 0 { 19.0 } else { 0.0 };
                c.oval((x, y), (17.0, 7.6), 0.0, "#b06a14");
                c.oval((x + 2.0, y + 1.0), (14.0, 5.6), 0.0, if (row + column) % 4 == 0 { "#f6c95c" } else { "#e8a32a" });
            }
        }
    });
    for (x, long) in [(1140.0, 120.0), (1290.0, 150.0), (1430.0, 100.0), (1540.0, 140.0)] {
        c.line(&format!("M{x:.0} 1194 v{long:.0}"), "#f0ae34", 22.0);
        c.line(&format!("M{:.0} 1194 v{:.0}", x - 5.0, long * 0.8), "#fbdc8a", 6.0);
    }
    jar(c, 620.0, 1310.0, 620.0, "#c9761a", "#2f4f8f");
    dipper(c, 960.0, 1330.0, 76.0);
    c.soft(2.0, |c| c.oval((870.0, 1400.0), (120.0, 26.0), 0.0, "#e89a22d0"));
    for (x, y) in [(300.0, 1360.0), (380.0, 1420.0), (250.0, 1440.0)] {
        rosette(c, x, y, 60.0, 6, "#f4efe6", "#e8b23a");
    }
    bee(c, 1250.0, 1010.0, -14.0);
    bee(c, 860.0, 720.0, 12.0);
}

fn coconut_cakes(c: &mut Canvas) {
    porch(c, View::Delta, "#8d623c");
    coconut_half(c, 1530.0, 1190.0, 220.0, "#f6f1e4");
    plate(c, 780.0, 1290.0, 1080.0, "#2f5670", Some("#d9b25c"));
    for (x, y) in [(560.0, 1210.0), (800.0, 1180.0), (1010.0, 1220.0), (660.0, 1310.0), (920.0, 1320.0), (640.0, 1120.0), (880.0, 1090.0), (770.0, 1010.0)] {
        cake(c, x, y, 142.0, 40.0, "#dba85c");
        for _ in 0..22 {
            let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
            let far = c.dice.unit().sqrt() * 118.0;
            let turn = c.dice.between(0.0, 180.0);
            c.oval((x + cos * far, y - 40.0 + sin * far * 0.32), (15.0, 4.0), turn * 0.2, if turn > 90.0 { "#fff4dcd0" } else { "#b97a34b0" });
        }
    }
    for _ in 0..30 {
        let at = (c.dice.between(1250.0, 1760.0), c.dice.between(1360.0, 1460.0));
        let turn = c.dice.between(0.0, 180.0);
        c.oval(at, (26.0, 6.0), turn, "#fbf6e8");
    }
    near_leaves(c, (-50.0, 1560.0), -36.0, "#3f7347");
}

fn bean_cakes(c: &mut Canvas) {
    room(c, "#dfd2b0", "#7a4f34");
    runner(c, 260.0, 1420.0, "#8a2430", "#e9c25a", "#f6ecd6");
    plate(c, 780.0, 1290.0, 940.0, "#f0ede2", Some("#2f4f9c"));
    for (row, y) in [(0_u8, 1210.0), (1, 1300.0)] {
        for at in 0..4_u8 {
            let x = 470.0 + f32::from(at) * 152.0 - f32::from(row) * 34.0;
            block(c, x, y, (112.0, 62.0, 96.0), "#e3bd5a");
        }
    }
    for at in 0..3_u8 {
        block(c, 590.0 + f32::from(at) * 152.0, 1170.0, (112.0, 62.0, 96.0), "#ecc968");
    }
    teapot(c, 1500.0, 1220.0, 340.0, "#6f3a2c", None);
    cup(c, 1330.0, 1400.0, 170.0, "#f2ece0", "#b9b84a");
    cup(c, 1560.0, 1420.0, 170.0, "#f2ece0", "#b9b84a");
    grains(c, (300.0, 1420.0), (120.0, 30.0), 34.0, 170, (14.0, 11.0), &["#d9b24a", "#e6c768", "#c79c38"]);
}

fn coconut_sweets(c: &mut Canvas) {
    porch(c, View::Delta, "#94683e");
    coconut(c, 1600.0, 1130.0, 210.0, "#7fa24a");
    tray(c, 820.0, 1260.0, 1060.0, "#cba566");
    for at in 0..24_u8 {
        let (x, y) = (520.0 + f32::from(at % 6) * 122.0 + c.dice.between(-20.0, 20.0), 1110.0 + f32::from(at / 6) * 74.0 + c.dice.between(-14.0, 14.0));
        let turn = c.dice.between(-40.0, 40.0);
        let tone = if at % 3 == 0 {
            "#e9cf6a"
        } else if at % 3 == 1 {
            "#8fb860"
        } else {
            "#f4ecd4"
        };
        sweet(c, x, y, 96.0, turn, tone);
    }
    for turn in [-62.0, -40.0, -84.0, -104.0] {
        leaf(c, (1430.0, 1440.0), 480.0, 0.12, turn, "#4f9448");
    }
    coconut_half(c, 1660.0, 1330.0, 150.0, "#f6f1e4");
}

fn purple_chips(c: &mut Canvas) {
    porch(c, View::Garden, "#8a6140");
    tray(c, 820.0, 1260.0, 1120.0, "#cba566");
    heap(c, (820.0, 1240.0), (420.0, 118.0), 150.0, 130, |c, x, y, share| {
        let turn = c.dice.between(0.0, 180.0);
        let tone = lit(*c.dice.pick(&["#7a3f86", "#8f559c", "#663072"]), share);
        c.oval((x + 4.0, y + 9.0), (62.0, 30.0), turn * 0.3, "#2a143a80");
        c.oval((x, y), (62.0, 30.0), turn * 0.3, &dark(&tone, 0.2));
        c.oval((x - 2.0, y - 4.0), (57.0, 25.0), turn * 0.3, &tone);
        c.oval((x - 12.0, y - 8.0), (24.0, 8.0), turn * 0.3, &veil(&light(&tone, 0.5), 0.5));
    });
    for (x, y, turn, long) in [(1530.0, 1170.0, -18.0, 250.0), (1600.0, 1320.0, 12.0, 270.0)] {
        shadow(c, (x, y + 66.0), long * 0.8);
        ball(c, (x, y), (long, long * 0.36), turn, "#7f4468");
        for _ in 0..7 {
            let at = (x + c.dice.between(-0.6, 0.6) * long, y + c.dice.between(-0.1, 0.2) * long);
            c.line(&format!("M{:.0} {:.0} q20 -6 40 2", at.0, at.1), "#3f1c3c80", 5.0);
        }
    }
    c.oval((1806.0, 1376.0), (44.0, 74.0), 12.0, "#6f3a80");
    c.oval((1808.0, 1376.0), (32.0, 58.0), 12.0, "#a36ab4");
    leafy(c, &[(260.0, 1470.0), (330.0, 1390.0), (460.0, 1420.0)], 5, 120.0, 0.7, "#5f9448");
}

fn durian(c: &mut Canvas) {
    porch(c, View::Garden, "#84592f");
    durian_whole(c, 1330.0, 1080.0, 290.0);
    plate(c, 740.0, 1310.0, 880.0, "#eee8d8", Some("#3f7a4a"));
    heap(c, (740.0, 1290.0), (270.0, 60.0), 130.0, 44, |c, x, y, share| {
        let tone = lit("#f0cf68", share);
        block(c, x - 46.0, y + 22.0, (80.0, 46.0, 52.0), &tone);
    });
    c.at(1560.0, 1370.0, -12.0, 1.0, |c| {
        ball(c, (0.0, 0.0), (210.0, 92.0), 0.0, "#8a9a4a");
        c.oval((0.0, -16.0), (186.0, 64.0), 0.0, "#f4ecd0");
        for x in [-104.0_f32, 0.0, 104.0] {
            ball(c, (x, -24.0), (74.0, 46.0), 0.0, "#f2cc58");
        }
    });
    near_leaves(c, (-50.0, 1560.0), -34.0, "#4f7d3a");
}

fn durian_whole(c: &mut Canvas, x: f32, y: f32, r: f32) {
    shadow(c, (x, y + r * 0.8), r * 0.9);
    c.line(&format!("M{x:.0} {:.0} q14 -60 -10 -120", y - r * 0.9), "#7a6238", 40.0);
    ball(c, (x, y), (r * 0.92, r), 0.0, "#8a9440");
    for row in -6..=6_i8 {
        for column in -7..=7_i8 {
            let (u, v) = (f32::from(column) * 0.15 + if row % 2 == 0 { 0.075 } else { 0.0 }, f32::from(row) * 0.155);
            let far = u * u * 1.15 + v * v;
            if far > 0.96 {
                continue;
            }
            let share = (0.55 - u * 0.5 - v * 0.5).clamp(0.0, 1.0);
            let tone = lit("#93a048", share);
            let size = r * 0.105;
            let (px, py) = (x + u * r, y + v * r);
            let tip = (px + u * size * 1.5, py + v * size * 1.3 - size * 0.5);
            c.fill(
                &format!("M{:.0} {:.0} L{:.0} {:.0} L{:.0} {:.0}Z", px - size, py + size * 0.4, tip.0, tip.1, px + size * 0.2, py + size * 0.7),
                &light(&tone, 0.2),
            );
            c.fill(
                &format!("M{:.0} {:.0} L{:.0} {:.0} L{:.0} {:.0}Z", px + size * 0.2, py + size * 0.7, tip.0, tip.1, px + size, py + size * 0.2),
                &dark(&tone, 0.34),
            );
        }
    }
}

fn wax_coconut(c: &mut Canvas) {
    porch(c, View::Delta, "#8a6038");
    banana_leaf(c, 960.0, 1350.0, 1760.0, 2.0);
    coconut(c, 1480.0, 1070.0, 230.0, "#9c7a4a");
    coconut_half(c, 640.0, 1170.0, 290.0, "#f8f4ea");
    c.soft(9.0, |c| c.oval((640.0, 1112.0), (150.0, 76.0), -4.0, "#fffffcd8"));
    coconut_half(c, 1150.0, 1260.0, 230.0, "#f8f4ea");
    let (x, y) = bowl(c, 1590.0, 1380.0, 400.0, "#35607a", None);
    heap(c, (x, y), (160.0, 30.0), 80.0, 110, |c, x, y, share| {
        let turn = c.dice.between(-30.0, 30.0);
        c.at(x, y, turn, 1.0, |c| {
            c.line("M-44 4 q40 -14 88 0", &veil("#8a7a6a", 0.5), 13.0);
            c.line("M-44 0 q40 -16 88 -2", &lit("#f4eede", share), 11.0);
        });
    });
}

fn coconut_sugar(c: &mut Canvas) {
    room(c, "#e2c89c", "#7a5030");
    let (x, y) = bowl(c, 780.0, 1300.0, 660.0, "#f0ebdf", Some("#8f5a2c"));
    grains(c, (x, y), (292.0, 54.0), 160.0, 1500, (9.0, 7.0), &["#b9793a", "#c98c4c", "#a86a2e", "#d9a566"]);
    for (x, y) in [(1240.0, 1380.0), (1350.0, 1400.0), (1290.0, 1330.0), (1470.0, 1410.0)] {
        cake(c, x, y, 72.0, 50.0, "#b5742f");
    }
    coconut_half(c, 1560.0, 1180.0, 200.0, "#f6f1e4");
    for spray in 0..9_u8 {
        let turn = -64.0 + f32::from(spray) * 11.0;
        c.at(190.0, 1250.0, turn, 1.0, |c| {
            c.line("M0 0 Q180 -30 360 10", "#d9b45c", 9.0);
            for bud in 0..16_u8 {
                let t = f32::from(bud) / 15.0;
                let side = if bud % 2 == 0 { -12.0 } else { 12.0 };
                ball(c, (80.0 + 280.0 * t, side - 18.0 * (1.0 - (2.0 * t - 1.0).powi(2)) + 6.0), (12.0, 9.0), 0.0, "#f0dc9c");
            }
        });
    }
}

fn peanut_brittle(c: &mut Canvas) {
    porch(c, View::Paddies, "#875a38");
    for (x, y, r) in [(620.0, 1240.0, 330.0), (1060.0, 1310.0, 300.0)] {
        shadow(c, (x, y + 20.0), r * 0.98);
        for (dy, tone) in [(0.0, "#e9d5a8"), (-46.0, "#b9702c"), (-78.0, "#f0e0b8")] {
            c.oval((x, y + dy + 12.0), (r, r * 0.34), 0.0, &dark(tone, 0.4));
            let paint = c.along((x - r, y + dy - r * 0.3), (x + r, y + dy + r * 0.3), &[(0.0, &light(tone, 0.35)), (0.6, tone), (1.0, &dark(tone, 0.25))]);
            c.oval((x, y + dy), (r, r * 0.34), 0.0, &paint);
            if tone == "#b9702c" {
                for at in 0..26_u8 {
                    let (sin, cos) = (0.1 + f32::from(at) * 0.117).sin_cos();
                    ball(c, (x + cos * r * 0.97, y + dy + sin * r * 0.33 + 14.0), (21.0, 15.0), 0.0, "#d9a868");
                }
            }
        }
        for _ in 0..90 {
            let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
            let far = c.dice.unit().sqrt() * r * 0.9;
            c.oval((x + cos * far, y - 78.0 + sin * far * 0.34), (7.0, 4.0), cos * 40.0, if sin > 0.0 { "#b98a4a" } else { "#fff6dc" });
        }
    }
    c.soft(1.0, |c| c.fill("M1180 1230 l120 -40 l30 60z", "#8a5c3800"));
    grains(c, (1540.0, 1330.0), (190.0, 50.0), 70.0, 130, (27.0, 17.0), &["#d9a060", "#c98a4c", "#e3b47c"]);
    for at in 0..3_u8 {
        let x = 1400.0 + f32::from(at) * 120.0;
        ball(c, (x, 1440.0), (60.0, 30.0), f32::from(at) * 30.0, "#d3b27a");
        ball(c, (x + 44.0, 1436.0), (40.0, 27.0), f32::from(at) * 30.0, "#d3b27a");
    }
    near_leaves(c, (2050.0, 1560.0), -142.0, "#6f8f3a");
}

fn lotus_seeds(c: &mut Canvas) {
    room(c, "#cfdccb", "#7d5a40");
    for (x, y, r, turn) in [(1420.0, 1120.0, 190.0, -14.0), (1650.0, 1290.0, 150.0, 16.0)] {
        shadow(c, (x, y + r * 0.9), r * 0.7);
        c.at(x, y, turn, 1.0, |c| {
            let cone = format!("M{:.0} 0 Q{:.0} {:.0} -16 {:.0} L16 {:.0} Q{:.0} {:.0} {r:.0} 0Z", -r, -r * 0.6, r * 0.7, r * 0.98, r * 0.98, r * 0.6, r * 0.7);
            let paint = c.along((-r, 0.0), (r, 0.0), &[(0.0, "#7f9a4c"), (0.35, "#a9c06a"), (1.0, "#41683f")]);
            c.fill(&cone, &paint);
            c.oval((0.0, 0.0), (r, r * 0.42), 0.0, "#b9c97a");
            c.oval((0.0, 4.0), (r * 0.94, r * 0.37), 0.0, "#98ae5a");
            for at in 0..13_u8 {
                let ring = if at < 4 { 0.32 } else { 0.72 };
                let (sin, cos) = (f32::from(at) * if at < 4 { 1.57 } else { 0.698 }).sin_cos();
                let place = (cos * ring * r, sin * ring * r * 0.38);
                c.oval(place, (r * 0.12, r * 0.07), 0.0, "#5f7a3a");
                ball(c, (place.0, place.1 - 3.0), (r * 0.09, r * 0.055), 0.0, "#e6dca8");
            }
        });
    }
    let (x, y) = bowl(c, 760.0, 1310.0, 680.0, "#eceee6", Some("#c2486a"));
    heap(c, (x, y), (290.0, 54.0), 150.0, 190, |c, x, y, share| {
        let turn = c.dice.between(0.0, 180.0);
        let tone = lit(*c.dice.pick(&["#e6cf9a", "#f0dfb4", "#d9b878"]), share);
        ball(c, (x, y), (36.0, 30.0), turn, &tone);
        c.oval((x, y + 14.0), (7.0, 4.0), 0.0, "#7a5a34b0");
    });
    for (x, y, turn) in [(1180.0, 1420.0, 20.0), (1300.0, 1440.0, -30.0), (240.0, 1430.0, 60.0)] {
        c.at(x, y, turn, 1.0, |c| {
            let paint = c.along((-70.0, 0.0), (70.0, 0.0), &[(0.0, "#fbe3e6"), (1.0, "#e58aa8")]);
            c.fill("M-80 0 Q0 -60 84 -6 Q10 44 -80 0Z", &paint);
        });
    }
}
