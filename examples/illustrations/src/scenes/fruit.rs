//! Fruit and vegetables, fresh from branch and bed.

use super::{Scene, close, wide};
use crate::canvas::Canvas;
use crate::colour::{dark, light, veil};
use crate::props::fruit::{ball, citrus, citrus_half, lychee};
use crate::props::plant::{leaf, leafy, on, twig};
use crate::props::wicker::{basket, tray};
use crate::stage::{View, near_leaves, porch, room, shadow};

pub(super) const SCENES: &[Scene] = &[
    wide("bac-ninh/vai-thieu-luc-ngan", lychees),
    close("lang-son/quyt-vang-bac-son", mandarins),
    close("can-tho/buoi-da-xanh-thuan-phat", pomelo),
    close("lam-dong/bo-ld-034-binh-minh", avocado),
];

fn lychees(c: &mut Canvas) {
    porch(c, View::Garden, "#7d5638");
    for points in [[(-60.0, 240.0), (400.0, 300.0), (820.0, 260.0), (1180.0, 360.0)], [(2060.0, 160.0), (1700.0, 260.0), (1400.0, 300.0), (1180.0, 460.0)]] {
        twig(c, &points, 28.0, "#7a5f46");
        for at in 0..9_u8 {
            let (x, y, turn) = on(&points, (f32::from(at) + 0.5) / 9.0);
            let side = if at % 2 == 0 { -58.0 } else { 64.0 };
            leaf(c, (x, y), 290.0, 0.34, turn + side, if at % 3 == 0 { "#5f9a48" } else { "#3f7a45" });
        }
    }
    for (x, y, count) in [(560.0, 330.0, 13), (1100.0, 430.0, 17), (1560.0, 330.0, 11)] {
        for at in 0..count {
            let row = (at as f32).sqrt().floor();
            let place = at as f32 - row * row - row;
            let (px, py) = (x + place * 76.0 + c.dice.between(-14.0, 14.0), y + row * 112.0 + c.dice.between(-12.0, 12.0));
            c.line(&format!("M{x:.0} {:.0} Q{:.0} {:.0} {px:.0} {:.0}", y - 40.0, (x + px) / 2.0, y + row * 60.0 - 40.0, py - 50.0), "#6b5a3a", 8.0);
            let tone = *c.dice.pick(&["#c4303a", "#d3423a", "#b4283c", "#d9573f"]);
            lychee(c, px, py, 64.0, tone);
        }
    }
    tray(c, 760.0, 1270.0, 900.0, "#cba566");
    for at in 0..17_u8 {
        let (x, y) = (480.0 + f32::from(at % 6) * 104.0 + f32::from(at / 6) * 30.0, 1180.0 + f32::from(at / 6) * 58.0);
        let tone = *c.dice.pick(&["#c4303a", "#d3423a", "#b4283c"]);
        lychee(c, x, y, 62.0, tone);
    }
    shadow(c, (1430.0, 1370.0), 70.0);
    ball(c, (1430.0, 1330.0), (68.0, 62.0), 0.0, "#f3efe6");
    c.fill("M1362 1330 q66 80 136 4 q-6 70 -68 72 q-62 -6 -68 -76z", "#c4404a");
    shadow(c, (1600.0, 1400.0), 64.0);
    ball(c, (1600.0, 1350.0), (64.0, 58.0), 0.0, "#efe9dd");
    leaf(c, (1290.0, 1410.0), 230.0, 0.34, -14.0, "#3f7a45");
}

fn mandarins(c: &mut Canvas) {
    porch(c, View::Hills, "#83583a");
    let (x, y) = basket(c, 740.0, 1310.0, 880.0, 300.0, "#b98a4c");
    for (row, count) in [(0_u8, 5), (1, 4), (2, 2)] {
        for at in 0..count {
            let px = x - (count as f32 - 1.0) * 80.0 + at as f32 * 160.0;
            let leafy = row == 2 || at == 1;
            let tone = *c.dice.pick(&["#ef9420", "#f2a530", "#e8851a"]);
            citrus(c, px, y - 6.0 - f32::from(row) * 118.0, 96.0, tone, leafy);
        }
    }
    citrus_half(c, 1400.0, 1290.0, 112.0, "#ee931f", "#f7a932");
    shadow(c, (1630.0, 1330.0), 96.0);
    citrus(c, 1630.0, 1260.0, 106.0, "#ef9420", true);
    for (at, x) in [(0.0, 1280.0), (1.0, 1380.0), (2.0, 1480.0)] {
        ball(c, (x, 1440.0 - at * 8.0), (54.0, 27.0), -20.0 + at * 16.0, "#f2a132");
        c.line(&format!("M{:.0} {:.0} q50 -20 90 0", x - 46.0, 1436.0 - at * 8.0), "#fbe3b0a0", 6.0);
    }
    near_leaves(c, (2050.0, 1560.0), -140.0, "#3f7347");
}

fn pomelo(c: &mut Canvas) {
    porch(c, View::Delta, "#86603c");
    for (x, y, r) in [(520.0, 1080.0, 240.0), (1440.0, 1090.0, 220.0)] {
        shadow(c, (x, y + r * 0.86), r * 0.86);
        c.at(x, y, 0.0, 1.0, |c| {
            ball(c, (0.0, r * 0.05), (r * 0.98, r * 0.95), 0.0, "#8fae3f");
            for _ in 0..110 {
                let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
                let far = c.dice.unit().sqrt() * r * 0.9;
                c.oval((cos * far, r * 0.05 + sin * far * 0.94), (3.4, 2.6), 0.0, "#4f6b2480");
            }
            c.line(&format!("M0 {:.0} q8 -30 -6 -56", -r * 0.86), "#6b5a34", 18.0);
            leaf(c, (0.0, -r * 0.94), 250.0, 0.46, -24.0, "#4f8a3a");
            leaf(c, (0.0, -r * 0.94), 220.0, 0.46, -158.0, "#3f7434");
        });
    }
    citrus_half(c, 960.0, 1210.0, 220.0, "#98b446", "#ea7f86");
    for (at, x) in [(0.0, 560.0), (1.0, 1330.0), (2.0, 1560.0)] {
        shadow(c, (x, 1420.0), 110.0);
        c.at(x, 1400.0, -12.0 + at * 14.0, 1.0, |c| {
            let paint = c.along((0.0, -60.0), (0.0, 60.0), &[(0.0, "#f6b0ac"), (0.5, "#e8757c"), (1.0, "#b84a5a")]);
            c.fill("M-140 10 Q-20 -110 140 4 Q20 70 -140 10Z", &paint);
            for drop in 0..9_u8 {
                c.line(&format!("M{:.0} {:.0} l34 -22", -100.0 + f32::from(drop) * 23.0, 14.0 - f32::from(drop % 3) * 16.0), "#fde6e0a0", 7.0);
            }
            c.line("M-140 10 Q20 70 140 4", "#f6eddc", 12.0);
        });
    }
    near_leaves(c, (-50.0, 1560.0), -34.0, "#4f7d3a");
}

fn avocado(c: &mut Canvas) {
    room(c, "#d3dbb8", "#7d5a3c");
    tray(c, 800.0, 1260.0, 1080.0, "#c49a5c");
    for (x, y, turn) in [(530.0, 1130.0, -30.0), (800.0, 1060.0, 14.0)] {
        pear_shape(c, x, y, 210.0, turn, "#5f7a34", None);
    }
    pear_shape(c, 1060.0, 1180.0, 230.0, 24.0, "#55702f", Some("#e9dd8a"));
    pear_shape(c, 1520.0, 1250.0, 220.0, -24.0, "#55702f", Some("#e9dd8a"));
    leafy(c, &[(250.0, 1480.0), (340.0, 1350.0), (480.0, 1300.0)], 5, 190.0, 0.4, "#4f7d42");
}

fn pear_shape(c: &mut Canvas, x: f32, y: f32, r: f32, turn: f32, skin: &str, flesh: Option<&str>) {
    shadow(c, (x, y + r * 0.7), r * 0.8);
    c.at(x, y, turn, 1.0, |c| {
        let shape = |k: f32| format!("M0 {:.0} C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0} C{:.0} {:.0} {:.0} {:.0} 0 {:.0} C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0} C{:.0} {:.0} {:.0} {:.0} 0 {:.0}Z", -r * 1.2 * k, r * 0.4 * k, -r * 1.2 * k, r * 0.42 * k, -r * 0.5 * k, r * 0.7 * k, r * 0.05, r * 0.95 * k, r * 0.5 * k, r * 0.5 * k, r * 0.95 * k, r * 0.95 * k, -r * 0.5 * k, r * 0.95 * k, -r * 0.95 * k, r * 0.5 * k, -r * 0.7 * k, r * 0.05, -r * 0.42 * k, -r * 0.5 * k, -r * 0.4 * k, -r * 1.2 * k, -r * 1.2 * k);
        let paint = c.around((-r * 0.3, -r * 0.2), (r * 1.4, r * 1.6), &[(0.0, &light(skin, 0.42)), (0.45, skin), (1.0, &dark(skin, 0.5))]);
        c.fill(&shape(1.0), &paint);
        let Some(flesh) = flesh else {
            for _ in 0..60 {
                let at = (c.dice.between(-0.6, 0.6) * r, c.dice.between(-0.6, 0.7) * r);
                c.oval(at, (4.0, 3.0), 0.0, &veil(&light(skin, 0.5), 0.4));
            }
            return;
        };
        let paint = c.around((0.0, r * 0.2), (r, r * 1.3), &[(0.0, &light(flesh, 0.3)), (0.6, flesh), (0.86, "#c3cf6a"), (1.0, "#8fae4a")]);
        c.fill(&shape(0.92), &paint);
        c.oval((0.0, r * 0.28), (r * 0.37, r * 0.38), 0.0, "#a8863f");
        ball(c, (0.0, r * 0.26), (r * 0.33, r * 0.34), 0.0, "#7a4a2a");
    });
}
