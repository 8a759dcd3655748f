//! Cloth: brocade, costumes, sarongs, silk.

use super::{Scene, close, wide};
use crate::canvas::Canvas;
use crate::colour::{light, veil};
use crate::props::cloth::{self, hanging, pile, quilt};
use crate::props::fruit::ball;
use crate::props::plant::leafy;
use crate::props::vessel::{Stuff, band, body, silhouette, turned};
use crate::props::wicker::tray;
use crate::stage::{room, shadow};

pub(super) const SCENES: &[Scene] =
    &[close("lao-cai/tam-trai-trang-tri-tho-cam", brocade), wide("lai-chau/bo-trang-phuc-ha-nhi", costume), close("ha-noi/chan-bong-to-tam-tu-det", silk)];

const RED: cloth::Threads<'_> = ["#a3242f", "#f2c230", "#f6ecd6", "#1f3a6f"];
const BLUE: cloth::Threads<'_> = ["#1f2f6b", "#c23a35", "#f0c14a", "#e9e2cf"];
const GREEN: cloth::Threads<'_> = ["#1f5a4a", "#f2c230", "#fff3dc", "#c2343f"];
const BLACK: cloth::Threads<'_> = ["#231c30", "#d9404a", "#f0c14a", "#4fa08a"];
const PLUM: cloth::Threads<'_> = ["#5a2a5f", "#ef8a1c", "#f6e7c3", "#e0557a"];

fn brocade(c: &mut Canvas) {
    room(c, "#e0d3bf", "#7a5640");
    hanging(c, (1180.0, 60.0), (640.0, 980.0), 74.0, &BLUE);
    c.line("M1130 70 H1870", "#6b4a30", 26.0);
    c.line("M1130 64 H1870", "#c49a66", 8.0);
    pile(c, 640.0, 1330.0, 860.0, 132.0, &[RED, BLACK, GREEN, PLUM]);
    for (x, y, tone) in [(1240.0, 1390.0, "#c2343f"), (1390.0, 1420.0, "#f0c14a"), (1520.0, 1370.0, "#2f4a8a")] {
        spool(c, x, y, tone);
    }
}

fn spool(c: &mut Canvas, x: f32, y: f32, tone: &str) {
    shadow(c, (x, y + 6.0), 64.0);
    body(c, x, y, &[(58.0, 108.0), (66.0, 54.0), (58.0, 0.0)], tone, Stuff::Matt);
    for wrap in 0..10_u8 {
        band(c, x, y - 8.0 - f32::from(wrap) * 10.0, 62.0, &veil(&light(tone, 0.4), 0.4), 3.0);
    }
    c.oval((x, y - 110.0), (54.0, 12.0), 0.0, "#caa26c");
    c.oval((x, y - 111.0), (14.0, 4.0), 0.0, "#4a3020");
}

fn costume(c: &mut Canvas) {
    room(c, "#d3c7b4", "#70503c");
    c.line("M420 250 H1560", "#6b4a30", 30.0);
    c.line("M420 243 H1560", "#c9a06a", 9.0);
    for x in [470.0, 1510.0] {
        c.line(&format!("M{x:.0} 250 V1200"), "#6b4a30", 26.0);
        c.line(&format!("M{:.0} 250 V1200", x - 6.0), "#b98f5c", 8.0);
    }
    // Jacket: dark ground, sleeves of many rings, a breast of silver.
    let jacket = "M760 330 Q990 270 1220 330 L1250 860 Q990 920 730 860Z";
    c.glaze(|c| c.soft(20.0, |c| c.at(26.0, 30.0, 0.0, 1.0, |c| c.fill(jacket, "#3a2c4a99"))));
    for side in [-1.0_f32, 1.0] {
        let sleeve = format!(
            "M{:.0} 332 L{:.0} 420 L{:.0} 640 L{:.0} 600 L{:.0} 500Z",
            990.0 + side * 226.0,
            990.0 + side * 480.0,
            990.0 + side * 446.0,
            990.0 + side * 300.0,
            990.0 + side * 236.0
        );
        c.fill(&sleeve, "#231c30");
        c.within(&sleeve, |c| {
            for (at, tone) in
                ["#c23a35", "#f0c14a", "#2f7a8a", "#f6ecd6", "#c24a7a", "#3f8a4a", "#f0c14a", "#c23a35", "#2f4a9c", "#f6ecd6"].into_iter().enumerate()
            {
                let x = 990.0 + side * (240.0 + at as f32 * 25.0);
                c.fill(&format!("M{x:.0} 300 l{:.0} 380 h{:.0} l{:.0} -380z", side * -8.0, side * 19.0, side * 8.0), tone);
            }
            let fold = c.along((0.0, 340.0), (0.0, 640.0), &[(0.0, "#fff4d833"), (0.4, "#22143a00"), (1.0, "#22143a8c")]);
            c.rect((300.0, 300.0), (1400.0, 400.0), 0.0, &fold);
        });
    }
    let ground = c.along((740.0, 300.0), (1240.0, 900.0), &[(0.0, "#3a3252"), (0.5, "#231c38"), (1.0, "#150f24")]);
    c.fill(jacket, &ground);
    c.within(jacket, |c| {
        cloth::signs(c, (700.0, 690.0), (600.0, 230.0), 58.0, &BLACK);
        c.rect((952.0, 280.0), (76.0, 640.0), 0.0, "#1f3a7a");
        for row in 0..8_u8 {
            let y = 350.0 + f32::from(row) * 42.0;
            for column in -2..=2_i8 {
                let x = 990.0 + f32::from(column) * 62.0;
                c.oval((x + 2.0, y + 4.0), (17.0, 17.0), 0.0, "#0f0a1aa0");
                let silver = c.around((x - 6.0, y - 6.0), (22.0, 22.0), &[(0.0, "#ffffff"), (0.5, "#c9ccd6"), (1.0, "#7a7c8c")]);
                c.oval((x, y), (16.0, 16.0), 0.0, &silver);
            }
        }
        let fold =
            c.along((730.0, 0.0), (1250.0, 0.0), &[(0.0, "#fff4d82e"), (0.3, "#22143a00"), (0.55, "#22143a40"), (0.62, "#fff4d81f"), (1.0, "#22143a73")]);
        c.rect((700.0, 270.0), (600.0, 680.0), 0.0, &fold);
    });
    // Skirt or trousers below, and a head cloth on the table.
    hanging(c, (800.0, 880.0), (380.0, 300.0), 56.0, &["#1f2a4a", "#c23a35", "#f0c14a", "#f6ecd6"]);
    turned(c, 360.0, 1330.0, &[(150.0, 200.0), (176.0, 150.0), (180.0, 40.0), (170.0, 0.0)], "#231c30", Stuff::Matt);
    c.within(&silhouette(360.0, 1330.0, &[(150.0, 200.0), (176.0, 150.0), (180.0, 40.0), (170.0, 0.0)]), |c| {
        for (level, tone) in [(40.0, "#c23a35"), (62.0, "#f0c14a"), (84.0, "#2f7a8a"), (130.0, "#f6ecd6"), (152.0, "#c24a7a")] {
            band(c, 360.0, 1330.0 - level, 180.0, tone, 15.0);
        }
    });
    for at in 0..7_u8 {
        cloth::tassel(c, 220.0 + f32::from(at) * 46.0, 1190.0 + f32::from(at % 2) * 6.0, 120.0, ["#c23a35", "#f0c14a", "#c24a7a"][usize::from(at % 3)]);
    }
    pile(c, 1570.0, 1400.0, 520.0, 92.0, &[BLUE, RED]);
    for ring in 0..3_u8 {
        c.ring((960.0 + f32::from(ring) * 130.0, 1400.0), (86.0, 30.0), "#8a8c9c", 15.0);
        c.ring((958.0 + f32::from(ring) * 130.0, 1396.0), (86.0, 30.0), "#eef0f6", 6.0);
    }
}

fn silk(c: &mut Canvas) {
    room(c, "#e3d6c6", "#84604a");
    quilt(c, 780.0, 1310.0, 980.0, 170.0, 3, "#ecdcc0");
    tray(c, 1560.0, 1330.0, 520.0, "#c9a05c");
    for at in 0..26_u8 {
        let (x, y) = (1390.0 + f32::from(at % 7) * 56.0 + c.dice.between(-10.0, 10.0), 1240.0 + f32::from(at / 7) * 46.0);
        let turn = c.dice.between(-40.0, 40.0);
        let tone = *c.dice.pick(&["#fbf3dc", "#f4dfa0", "#f6e9c4"]);
        ball(c, (x, y), (40.0, 27.0), turn, tone);
        c.line(&format!("M{:.0} {y:.0} q20 -14 44 -2", x - 22.0), "#c9b48a73", 3.0);
    }
    leafy(c, &[(160.0, 1480.0), (260.0, 1390.0), (420.0, 1400.0)], 5, 170.0, 0.62, "#6f9f4c");
    for (at, tone) in ["#f6ecd6", "#f0d9a0"].into_iter().enumerate() {
        spool(c, 1200.0 + at as f32 * 120.0, 1440.0, tone);
    }
}
