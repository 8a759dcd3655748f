//! Rice and what is made of it, and other dry goods.

use super::{Scene, close, wide};
use crate::canvas::Canvas;
use crate::colour::{dark, light, veil};
use crate::land;
use crate::props::food::{grains, heap, lit, noodles};
use crate::props::fruit::ball;
use crate::props::house::stilt_house;
use crate::props::plant::{banana_leaf, leaf, leafy, on, rice_ears, twig};
use crate::props::vessel::{Stuff, bowl, turned};
use crate::props::wicker::{basket, handle, hat, rack, tray};
use crate::stage::{View, near_leaves, porch, room, shadow};

pub(super) const SCENES: &[Scene] = &[
    close("an-giang/gao-dien-tin-st25-lua-tom", delta_rice),
    wide("dien-bien/gao-seng-cu-truong-huong", valley_rice),
    close("hung-yen/gao-nep-cai-hoa-vang-thuy-ninh", sticky_rice),
    close("lao-cai/com-na-lo", young_rice),
    wide("tay-ninh/banh-trang-phoi-suong", dew_dried),
    close("bac-ninh/my-ngu-sac-chu-xuan-truong", five_colours),
    close("thai-nguyen/mien-viet-cuong", glass_noodles),
    close("quang-tri/hat-tieu-cua", pepper),
    close("dong-nai/hat-dieu-rang-muoi-vo-lua-my-le", cashews),
    close("quang-ngai/hanh-tim-binh-hai", shallots),
    close("hai-phong/trung-chan-hung", eggs),
];

const WHITE: &[&str] = &["#f3ecd6", "#fbf6e6", "#e6dcc0", "#efe6cc"];

fn delta_rice(c: &mut Canvas) {
    porch(c, View::Paddies, "#95703f");
    rice_ears(c, 1480.0, 1240.0, 640.0, 8, "#e0b44a", (-150.0, -96.0));
    let (x, y) = basket(c, 1460.0, 1290.0, 560.0, 260.0, "#c49a5a");
    grains(c, (x, y), (256.0, 50.0), 96.0, 1000, (17.0, 6.0), WHITE);
    let (x, y) = bowl(c, 740.0, 1310.0, 560.0, "#eceee8", Some("#2f4f9c"));
    grains(c, (x, y), (248.0, 46.0), 150.0, 760, (21.0, 8.0), &["#f8f4e6", "#fffdf4", "#efe8d4"]);
    crate::props::vessel::steam(c, x, y - 140.0, 320.0);
    c.line("M980 1400 L1290 1210", "#5a3524", 17.0);
    c.line("M1010 1416 L1330 1230", "#6b4230", 17.0);
    near_leaves(c, (-60.0, 1550.0), -34.0, "#6f8f3a");
}

fn valley_rice(c: &mut Canvas) {
    land::ridges(c, &["#f6dfb4", "#bcd8dd"], "#86a5a8", "#4f7d62", 120.0);
    land::mist(c, 650.0, 0.4);
    land::terraces(c, 690.0, &["#a9b24c", "#c2b448", "#d9b345", "#e0ac3c", "#d6a238"], false);
    stilt_house(c, 1500.0, 900.0, 330.0, "#8a6b48");
    stilt_house(c, 1180.0, 840.0, 210.0, "#94754f");
    land::bamboo(c, 1730.0, 930.0, 330.0, "#7fa044");
    land::egrets(c, 620.0, 480.0, 30.0);
    rice_ears(c, 120.0, 1560.0, 900.0, 7, "#e3b040", (-88.0, -34.0));
    rice_ears(c, 1900.0, 1580.0, 700.0, 5, "#e3b040", (-140.0, -92.0));
}

fn sticky_rice(c: &mut Canvas) {
    room(c, "#e2cfa6", "#8a6238");
    hat(c, 1560.0, 1190.0, 640.0, 10.0);
    tray(c, 820.0, 1240.0, 1120.0, "#cba25e");
    grains(c, (820.0, 1226.0), (400.0, 112.0), 150.0, 2100, (14.0, 8.0), WHITE);
    rice_ears(c, 420.0, 1420.0, 620.0, 7, "#dfae45", (-40.0, 6.0));
    c.line("M380 1440 q60 -40 90 -10", "#a3262b", 16.0);
    bowl(c, 1560.0, 1400.0, 330.0, "#8a5a3c", None);
    grains(c, (1560.0, 1275.0), (142.0, 26.0), 60.0, 420, (14.0, 8.0), WHITE);
}

fn young_rice(c: &mut Canvas) {
    porch(c, View::Hills, "#6f4e38");
    for (turn, tone) in [(-24.0, "#4f8f5a"), (20.0, "#3f7a4f"), (0.0, "#5f9f62")] {
        c.at(880.0, 1260.0, turn, 1.0, |c| {
            c.glaze(|c| c.soft(16.0, |c| c.oval((20.0, 40.0), (560.0, 150.0), 0.0, "#3a2c4a66")));
            let paint = c.along((-500.0, -140.0), (500.0, 140.0), &[(0.0, &light(tone, 0.35)), (0.5, tone), (1.0, &dark(tone, 0.3))]);
            c.oval((0.0, 0.0), (560.0, 158.0), 0.0, &paint);
            for vein in 0..14_u8 {
                let (sin, cos) = (f32::from(vein) * 0.4488).sin_cos();
                c.line(&format!("M0 0 L{:.0} {:.0}", cos * 530.0, sin * 148.0), "#dfeab87a", 5.0);
            }
        });
    }
    grains(c, (880.0, 1236.0), (330.0, 84.0), 130.0, 1300, (16.0, 8.0), &["#9fb04a", "#b4c45c", "#8a9c3f", "#c6cf78"]);
    rice_ears(c, 1640.0, 1470.0, 560.0, 7, "#a9b24a", (-160.0, -110.0));
    basket(c, 1620.0, 1180.0, 330.0, 300.0, "#b98a4c");
    c.line("M330 1420 q180 -70 340 -20", "#c9b26a", 15.0);
    near_leaves(c, (2050.0, 1560.0), -142.0, "#5f8f3c");
}

fn dew_dried(c: &mut Canvas) {
    land::sky(c, "#c4d8e4", "#fde2c0", (1480.0, 330.0));
    land::grove(c, 560.0, "#8aa88a", "#4a7060");
    for (x, high) in [(150.0, 620.0), (330.0, 480.0)] {
        land::palm(c, x, 700.0, high, "#5a8a62");
    }
    land::mist(c, 640.0, 0.6);
    let grass = c.along((0.0, 640.0), (0.0, 1500.0), &[(0.0, "#b9c98c"), (1.0, "#5f8050")]);
    c.rect((-20.0, 660.0), (2040.0, 900.0), 0.0, &grass);
    for _ in 0..260 {
        let y = c.dice.between(680.0, 1500.0);
        let x = c.dice.between(0.0, 2000.0);
        let tall = 8.0 + (y - 660.0) * 0.05;
        c.line(&format!("M{x:.0} {y:.0} l{:.0} -{tall:.0}", tall * 0.3), &veil(if y as u32 % 2 == 0 { "#dfe6a8" } else { "#4a6b44" }, 0.5), 3.0);
    }
    for (x, y, size) in [
        (360.0, 800.0, 0.5),
        (1000.0, 780.0, 0.5),
        (1640.0, 800.0, 0.5),
        (80.0, 1010.0, 0.78),
        (900.0, 1000.0, 0.78),
        (1720.0, 1010.0, 0.78),
        (440.0, 1330.0, 1.14),
        (1480.0, 1320.0, 1.14),
    ] {
        papers(c, x, y, size);
    }
    land::mist(c, 900.0, 0.22);
}

/// A slanting rack with round sheets of rice paper, wet with dew.
fn papers(c: &mut Canvas, x: f32, y: f32, size: f32) {
    c.at(x, y, 0.0, size, |c| {
        for leg in [-330.0, 330.0] {
            c.line(&format!("M{leg:.0} -150 l-16 260"), "#8a6a42", 18.0);
        }
        rack(c, (-380.0, -220.0), (800.0, 300.0), 60.0, "#cfae74");
        for row in 0..2_u8 {
            for column in 0..4_u8 {
                let at = (-285.0 + f32::from(column) * 194.0 - f32::from(row) * 26.0, -160.0 + f32::from(row) * 140.0);
                let paint = c.along((at.0 - 90.0, at.1 - 50.0), (at.0 + 90.0, at.1 + 50.0), &[(0.0, "#fffdf4f2"), (0.5, "#f4efe0d9"), (1.0, "#d9d3c4cc")]);
                c.oval((at.0 + 5.0, at.1 + 7.0), (92.0, 60.0), 0.0, "#4a3a2a5c");
                c.oval(at, (92.0, 60.0), 0.0, &paint);
                c.ring(at, (88.0, 57.0), "#ffffffb0", 3.0);
                c.oval((at.0 - 26.0, at.1 - 20.0), (34.0, 12.0), -16.0, "#ffffff8c");
            }
        }
    });
}

fn five_colours(c: &mut Canvas) {
    room(c, "#d9d6c2", "#8a6440");
    banana_leaf(c, 940.0, 1330.0, 1760.0, -2.0);
    for (x, y, tone) in
        [(480.0, 1180.0, "#f0e6c8"), (900.0, 1160.0, "#e6b03c"), (1330.0, 1180.0, "#8fae4a"), (680.0, 1370.0, "#b9486a"), (1150.0, 1380.0, "#7a5a94")]
    {
        noodles(c, x, y, 410.0, tone);
    }
    for (x, y) in [(1590.0, 1360.0), (1680.0, 1420.0), (1540.0, 1440.0)] {
        ball(c, (x, y), (52.0, 50.0), 0.0, "#d8432f");
    }
    leaf(c, (1560.0, 1330.0), 150.0, 0.5, -120.0, "#4f8a3a");
    leafy(c, &[(150.0, 1470.0), (240.0, 1360.0), (300.0, 1240.0)], 5, 130.0, 0.5, "#5f9440");
}

fn glass_noodles(c: &mut Canvas) {
    porch(c, View::Hills, "#7a573c");
    tray(c, 640.0, 1250.0, 960.0, "#c9a264");
    for (x, y) in [(430.0, 1210.0), (800.0, 1230.0), (560.0, 1340.0), (620.0, 1110.0)] {
        noodles(c, x, y, 360.0, "#e3d9bc");
    }
    let (x, y) = bowl(c, 1400.0, 1310.0, 620.0, "#eceee8", Some("#2f4f9c"));
    c.oval((x, y + 8.0), (272.0, 50.0), 0.0, "#c98a4a");
    for strand in 0..90_u8 {
        let from = (x + c.dice.between(-220.0, 160.0), y + c.dice.between(-46.0, 30.0));
        let (reach, bend) = (c.dice.between(60.0, 170.0), c.dice.between(-50.0, 50.0));
        let tone = if strand % 3 == 0 { "#fffdf2c0" } else { "#f0e8d49c" };
        c.line(&format!("M{:.0} {:.0} q{:.0} {bend:.0} {reach:.0} {:.0}", from.0, from.1, reach * 0.5, -bend * 0.2), tone, 9.0);
    }
    for at in 0..9_u8 {
        let turn = c.dice.between(0.0, 360.0);
        let place = (x + c.dice.between(-150.0, 120.0), y + c.dice.between(-40.0, 10.0));
        leaf(c, place, 74.0, 0.5, turn, if at % 2 == 0 { "#5f9a44" } else { "#7fb454" });
    }
    for (dx, dy) in [(-90.0, -30.0), (50.0, -40.0), (110.0, -6.0)] {
        ball(c, (x + dx, y + dy), (40.0, 22.0), 12.0, "#a8643c");
    }
    crate::props::vessel::steam(c, x, y - 40.0, 330.0);
    c.line("M1130 1440 L1720 1400", "#5a3524", 15.0);
    c.line("M1140 1464 L1730 1430", "#6b4230", 15.0);
}

fn pepper(c: &mut Canvas) {
    porch(c, View::Garden, "#6b4b36");
    for points in [
        [(-40.0, 60.0), (220.0, 260.0), (420.0, 560.0), (500.0, 860.0)],
        [(1960.0, 40.0), (1700.0, 200.0), (1560.0, 460.0), (1500.0, 720.0)],
        [(300.0, -40.0), (700.0, 140.0), (1100.0, 120.0), (1560.0, 220.0)],
    ] {
        twig(c, &points, 20.0, "#6f7a4a");
        for knot in 1..7_u8 {
            let (x, y, turn) = on(&points, f32::from(knot) / 7.0);
            leaf(c, (x, y), 230.0, 0.62, turn + if knot % 2 == 0 { -70.0 } else { 80.0 }, "#3f7a48");
            if knot % 2 == 1 {
                for berry in 0..26_u8 {
                    let down = f32::from(berry / 2) * 17.0;
                    let side = if berry % 2 == 0 { -13.0 } else { 13.0 };
                    let tone = *c.dice.pick(&["#6f9a3a", "#8fae3f", "#c4502c", "#5f8a38", "#d9742c"]);
                    ball(c, (x + side, y + 40.0 + down), (15.0, 15.0), 0.0, tone);
                }
            }
        }
    }
    let (x, y) = bowl(c, 800.0, 1300.0, 600.0, "#e6ded0", Some("#8f3a2c"));
    grains(c, (x, y), (264.0, 48.0), 120.0, 620, (15.0, 14.0), &["#2f2622", "#40342d", "#54463a", "#241c1a"]);
    turned(c, 1390.0, 1310.0, &[(150.0, 260.0), (156.0, 240.0), (130.0, 90.0), (170.0, 20.0), (172.0, 0.0)], "#7f7a78", Stuff::Matt);
    crate::props::vessel::mouth(c, 1390.0, 1050.0, 150.0, "#b4b0aa", "#5a5552");
    c.line("M1400 1040 L1540 820", "#6f6a68", 54.0);
    c.line("M1390 1034 L1530 816", "#a8a49e", 18.0);
    for _ in 0..40 {
        let at = (c.dice.between(1060.0, 1750.0), c.dice.between(1340.0, 1460.0));
        ball(c, at, (14.0, 13.0), 0.0, "#3a302a");
    }
}

fn cashews(c: &mut Canvas) {
    room(c, "#dcc9a8", "#7d5436");
    twig(c, &[(-40.0, 330.0), (220.0, 430.0), (460.0, 420.0)], 24.0, "#7a5f46");
    for (x, y, turn) in [(120.0, 390.0, -70.0), (300.0, 430.0, 60.0), (440.0, 420.0, -40.0), (200.0, 420.0, 100.0)] {
        leaf(c, (x, y), 260.0, 0.5, turn, "#4f8a48");
    }
    for (x, y, tone) in [(380.0, 560.0, "#e0502c"), (170.0, 580.0, "#eaa62c")] {
        ball(c, (x, y), (92.0, 124.0), 0.0, tone);
        nut(c, x + 6.0, y + 158.0, 66.0, 200.0, "#8a7f5c");
    }
    let (x, y) = bowl(c, 860.0, 1300.0, 660.0, "#2f5670", None);
    heap(c, (x, y), (276.0, 52.0), 150.0, 130, |c, x, y, share| {
        let turn = c.dice.between(0.0, 360.0);
        let tone = *c.dice.pick(&["#d9a868", "#c98f50", "#e3bd84", "#a86a3c"]);
        nut(c, x, y, 50.0, turn, &lit(tone, share));
    });
    for _ in 0..16 {
        let at = (c.dice.between(1180.0, 1740.0), c.dice.between(1290.0, 1440.0));
        let turn = c.dice.between(0.0, 360.0);
        shadow(c, (at.0, at.1 + 16.0), 32.0);
        nut(c, at.0, at.1, 52.0, turn, "#d3a060");
    }
}

fn nut(c: &mut Canvas, x: f32, y: f32, size: f32, turn: f32, tone: &str) {
    c.at(x, y, turn, 1.0, |c| {
        let bend = format!("M{:.1} {:.1} Q0 {:.1} {:.1} {:.1}", -size * 0.62, size * 0.2, -size * 0.78, size * 0.62, size * 0.2);
        c.line(&bend, &dark(tone, 0.42), size * 0.56);
        c.at(-size * 0.03, -size * 0.04, 0.0, 1.0, |c| c.line(&bend, tone, size * 0.44));
        c.at(-size * 0.05, -size * 0.12, 0.0, 1.0, |c| c.line(&bend, &veil(&light(tone, 0.5), 0.6), size * 0.14));
    });
}

fn shallots(c: &mut Canvas) {
    porch(c, View::Sea, "#8d6746");
    let (x, y) = basket(c, 820.0, 1290.0, 860.0, 300.0, "#c49a5c");
    for (row, count) in [(0_u8, 7), (1, 6), (2, 4)] {
        for at in 0..count {
            let px = x - (count as f32 - 1.0) * 58.0 + at as f32 * 116.0 + c.dice.between(-12.0, 12.0);
            let py = y + 20.0 - f32::from(row) * 78.0;
            onion(c, px, py, 78.0);
        }
    }
    for (x, y) in [(1400.0, 1330.0), (1590.0, 1280.0), (1520.0, 1400.0)] {
        shadow(c, (x, y + 60.0), 70.0);
        onion(c, x, y, 84.0);
    }
    near_leaves(c, (2050.0, 1570.0), -140.0, "#5f8a4a");
}

fn onion(c: &mut Canvas, x: f32, y: f32, r: f32) {
    c.line(&format!("M{x:.0} {:.0} q8 -30 -6 -64", y - r * 0.7), "#b98a6a", r * 0.13);
    ball(c, (x, y), (r * 0.84, r), 0.0, "#8f3a5f");
    for seam in -3..=3_i8 {
        let at = f32::from(seam) * 0.3;
        c.line(&format!("M{x:.0} {:.0} Q{:.0} {y:.0} {x:.0} {:.0}", y - r * 0.98, x + at * r * 1.7, y + r * 0.98), "#f0bcd05c", r * 0.03);
    }
    for root in -3..=3_i8 {
        c.line(&format!("M{x:.0} {:.0} q{:.0} 8 {:.0} 20", y + r * 0.94, f32::from(root) * 4.0, f32::from(root) * 7.0), "#d9c09c", 3.0);
    }
}

fn eggs(c: &mut Canvas) {
    room(c, "#d3d9cc", "#8a6644");
    c.soft(3.0, |c| {
        for straw in 0..90_u8 {
            let x = 420.0 + f32::from(straw) * 9.0;
            let lean = c.dice.between(-90.0, 90.0);
            let tall = c.dice.between(60.0, 170.0);
            c.line(
                &format!("M{x:.0} 1130 q{:.0} -{:.0} {lean:.0} -{tall:.0}", lean * 0.3, tall * 0.6),
                if straw % 2 == 0 { "#e3c87e" } else { "#b9924c" },
                6.0,
            );
        }
    });
    let (x, y) = basket(c, 840.0, 1330.0, 900.0, 260.0, "#b98a4c");
    for (row, count) in [(0_u8, 6), (1, 5), (2, 3)] {
        for at in 0..count {
            let px = x - (count as f32 - 1.0) * 66.0 + at as f32 * 132.0 + c.dice.between(-8.0, 8.0);
            let tone = *c.dice.pick(&["#e9c9a4", "#f0d9bc", "#dcb48a", "#f6e8d4"]);
            let turn = c.dice.between(-24.0, 24.0);
            ball(c, (px, y + 10.0 - f32::from(row) * 92.0), (68.0, 86.0), turn, tone);
        }
    }
    handle(c, x, y, 860.0, 560.0, "#b98a4c");
    for (x, y, turn) in [(1480.0, 1370.0, 70.0), (1650.0, 1320.0, 110.0)] {
        shadow(c, (x, y + 50.0), 76.0);
        ball(c, (x, y), (66.0, 84.0), turn, "#ecd0ac");
    }
    near_leaves(c, (-50.0, 1560.0), -36.0, "#5f8a4a");
}
