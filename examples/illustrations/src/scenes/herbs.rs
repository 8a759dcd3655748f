//! Medicinal herbs, essential oils and roots.

use super::{Scene, close};
use crate::canvas::Canvas;
use crate::colour::{dark, light};
use crate::props::flower::blossom;
use crate::props::food::{curls, grains, lit};
use crate::props::fruit::ball;
use crate::props::plant::{leaf, leafy, on};
use crate::props::vessel::{Stuff, body, bowl, cup, jar, label, plate, silhouette, steam, turned};
use crate::props::wicker::tray;
use crate::stage::{View, porch, room, shadow};

pub(super) const SCENES: &[Scene] = &[
    close("lao-cai/cao-mem-actiso-sapa", artichoke),
    close("quang-tri/cao-ca-gai-leo-an-xuan", nightshade),
    close("lao-cai/tinh-dau-que-nam-det", cinnamon),
    close("lang-son/tinh-dau-hoi-van-quan", star_anise),
    close("hue/tinh-dau-tram-truong-hai", cajuput),
    close("thai-nguyen/tinh-bot-nghe-nep-do-bac-kan", turmeric),
    close("bac-ninh/dong-trung-ha-thao-kho", cordyceps),
];

/// A small dark bottle with a dropper.
fn vial(c: &mut Canvas, x: f32, y: f32, high: f32, glass: &str, ink: &str) {
    let w = high * 0.24;
    let outline = [(w * 0.42, high * 0.78), (w * 0.42, high * 0.7), (w * 0.94, high * 0.6), (w, high * 0.52), (w, high * 0.05), (w * 0.9, 0.0)];
    turned(c, x, y, &outline, glass, Stuff::Glass);
    let shape = silhouette(x, y, &outline);
    c.within(&shape, |c| label(c, x, y - high * 0.1, w, high * 0.36, ink));
    body(c, x, y - high * 0.74, &[(w * 0.44, high * 0.12), (w * 0.48, high * 0.1), (w * 0.48, 0.0)], "#2a2428", Stuff::Glaze);
    body(c, x, y - high * 0.85, &[(w * 0.16, high * 0.17), (w * 0.26, high * 0.14), (w * 0.26, 0.0)], "#3a3236", Stuff::Glaze);
}

fn artichoke(c: &mut Canvas) {
    porch(c, View::Hills, "#6b4c3a");
    for (x, y, size, stem) in [(1330.0, 760.0, 210.0, 1480.0), (1640.0, 930.0, 160.0, 1700.0)] {
        c.line(&format!("M{x:.0} {y:.0} Q{:.0} {:.0} {stem:.0} 1500", x + 20.0, y + 300.0), "#6f8a5c", size * 0.2);
        for side in [-1.0_f32, 1.0] {
            leaf(c, (x + side * 10.0, y + size * 1.8), size * 2.2, 0.3, if side < 0.0 { 200.0 } else { -16.0 }, "#7d9a80");
        }
        for row in 0..7_u8 {
            let t = f32::from(row) / 6.0;
            let count = 9 - row;
            for at in 0..count {
                let spread = (f32::from(at) - f32::from(count - 1) / 2.0) / f32::from(count.max(2) - 1) * 2.0;
                let px = x + spread * size * (0.88 - 0.5 * t);
                let py = y + size * (0.66 - 1.25 * t) + spread.abs() * size * 0.14;
                let tone = lit("#7f9a6a", 0.75 - 0.35 * (spread + 0.4));
                c.at(px, py, spread * 28.0, 1.0, |c| {
                    let paint = c.along((0.0, -size * 0.46), (0.0, size * 0.2), &[(0.0, "#a06a92"), (0.3, &light(&tone, 0.2)), (1.0, &dark(&tone, 0.36))]);
                    c.fill(
                        &format!(
                            "M0 {:.0} C{:.0} {:.0} {:.0} {:.0} 0 {:.0} C{:.0} {:.0} {:.0} {:.0} 0 {:.0}Z",
                            -size * 0.5,
                            -size * 0.34,
                            -size * 0.16,
                            -size * 0.24,
                            size * 0.24,
                            size * 0.26,
                            size * 0.24,
                            size * 0.24,
                            size * 0.34,
                            -size * 0.16,
                            -size * 0.5
                        ),
                        &paint,
                    );
                });
            }
        }
    }
    turned(c, 560.0, 1300.0, &[(150.0, 330.0), (160.0, 300.0), (196.0, 250.0), (200.0, 60.0), (180.0, 0.0)], "#4a2f28", Stuff::Glass);
    let shape = silhouette(560.0, 1300.0, &[(150.0, 330.0), (160.0, 300.0), (196.0, 250.0), (200.0, 60.0), (180.0, 0.0)]);
    c.within(&shape, |c| label(c, 560.0, 1244.0, 200.0, 160.0, "#3f6b4a"));
    body(c, 560.0, 970.0, &[(164.0, 84.0), (172.0, 70.0), (172.0, 6.0), (168.0, 0.0)], "#3f6b4a", Stuff::Glaze);
    c.oval((560.0, 886.0), (164.0, 32.0), 0.0, "#6f9a70");
    cup(c, 960.0, 1340.0, 250.0, "#eef0e6", "#8a5a2c");
    steam(c, 960.0, 1170.0, 280.0);
    c.at(330.0, 1420.0, -14.0, 1.0, |c| {
        c.line("M0 0 h260", "#9a6a40", 20.0);
        c.oval((-40.0, 0.0), (64.0, 34.0), 0.0, "#7a5230");
        c.oval((-40.0, -5.0), (50.0, 24.0), 0.0, "#2f1c18");
    });
}

fn nightshade(c: &mut Canvas) {
    porch(c, View::Garden, "#70503a");
    for points in [[(2020.0, 420.0), (1740.0, 540.0), (1500.0, 560.0), (1240.0, 720.0)], [(1960.0, 760.0), (1780.0, 800.0), (1600.0, 900.0), (1500.0, 1060.0)]]
    {
        leafy(c, &points, 10, 180.0, 0.46, "#4f8a50");
        for at in 1..6_u8 {
            let (x, y, _) = on(&points, f32::from(at) / 6.0);
            blossom(c, x + 20.0, y + 50.0, 44.0, "#b9a0dc", "#f0c94a");
            for berry in 0..4_u8 {
                ball(
                    c,
                    (x - 46.0 + f32::from(berry) * 26.0, y + 86.0 + f32::from(berry % 2) * 22.0),
                    (16.0, 16.0),
                    0.0,
                    if berry % 2 == 0 { "#d8402a" } else { "#8fae3f" },
                );
            }
        }
    }
    turned(c, 560.0, 1300.0, &[(150.0, 330.0), (160.0, 300.0), (196.0, 250.0), (200.0, 60.0), (180.0, 0.0)], "#3f2a22", Stuff::Glass);
    let shape = silhouette(560.0, 1300.0, &[(150.0, 330.0), (160.0, 300.0), (196.0, 250.0), (200.0, 60.0), (180.0, 0.0)]);
    c.within(&shape, |c| label(c, 560.0, 1244.0, 200.0, 160.0, "#5f4a8a"));
    body(c, 560.0, 970.0, &[(164.0, 84.0), (172.0, 70.0), (172.0, 6.0), (168.0, 0.0)], "#c9a24a", Stuff::Glaze);
    c.oval((560.0, 886.0), (164.0, 32.0), 0.0, "#e9cc7a");
    cup(c, 960.0, 1350.0, 250.0, "#eae4d6", "#7a4a24");
    steam(c, 960.0, 1180.0, 260.0);
    let (x, y) = bowl(c, 1360.0, 1380.0, 360.0, "#5a7a8a", None);
    curls(c, (x, y), (156.0, 28.0), 70.0, 300, 40.0, &["#6f7a4a", "#8a8f5c", "#55603a", "#9a8a5f"]);
}

fn cinnamon(c: &mut Canvas) {
    porch(c, View::Hills, "#72492f");
    vial(c, 620.0, 1300.0, 620.0, "#8a4a18", "#a3402a");
    vial(c, 900.0, 1340.0, 460.0, "#9c5a20", "#a3402a");
    for at in 0..8_u8 {
        let x = 1180.0 + f32::from(at % 4) * 36.0;
        let y = 1350.0 - f32::from(at) * 38.0;
        c.at(x, y, -14.0 + f32::from(at % 3) * 9.0, 1.0, |c| {
            c.glaze(|c| c.soft(6.0, |c| c.rect((10.0, 10.0), (460.0, 60.0), 26.0, "#3a2c4a80")));
            let paint = c.along((0.0, -30.0), (0.0, 34.0), &[(0.0, "#d99a68"), (0.4, "#a9643a"), (1.0, "#5f3020")]);
            c.rect((0.0, -30.0), (470.0, 62.0), 28.0, &paint);
            for grain in 0..7_u8 {
                c.line(&format!("M20 {:.0} q220 {:.0} 430 0", -20.0 + f32::from(grain) * 7.0, c_bend(grain)), "#3f1c1040", 3.0);
            }
            c.oval((468.0, 0.0), (18.0, 30.0), 0.0, "#7a4426");
            c.line("M462 -8 a10 14 0 1 1 -2 18", "#3a1c12", 7.0);
        });
    }
    leafy(c, &[(1990.0, 980.0), (1800.0, 860.0), (1600.0, 820.0)], 6, 260.0, 0.34, "#4f8a48");
    c.line("M1170 1290 q70 90 30 160", "#d9c08a", 12.0);
    for _ in 0..40 {
        let at = (c.dice.between(380.0, 1000.0), c.dice.between(1390.0, 1460.0));
        let turn = c.dice.between(0.0, 180.0);
        c.oval(at, (16.0, 6.0), turn, "#a9643a");
    }
}

fn c_bend(grain: u8) -> f32 {
    if grain % 2 == 0 { 5.0 } else { -4.0 }
}

/// A star of eight boats, some with a seed.
fn star(c: &mut Canvas, x: f32, y: f32, r: f32, turn: f32, squeeze: f32) {
    c.glaze(|c| c.soft(5.0, |c| c.oval((x + r * 0.14, y + r * 0.16), (r * 0.95, r * 0.9 * squeeze), 0.0, "#3a2c4a80")));
    for arm in 0..8_u8 {
        let angle = (turn + f32::from(arm) * 45.0).to_radians();
        let (sin, cos) = angle.sin_cos();
        let tilt = (sin * squeeze).atan2(cos).to_degrees();
        let reach = r * (cos * cos + (sin * squeeze).powi(2)).sqrt();
        c.at(x, y, tilt, 1.0, |c| {
            let tone = if sin < 0.0 { "#a8683c" } else { "#7a4426" };
            c.fill(
                &format!(
                    "M0 0 C{:.0} {:.0} {:.0} {:.0} {reach:.0} 0 C{:.0} {:.0} {:.0} {:.0} 0 0Z",
                    reach * 0.3,
                    -r * 0.24,
                    reach * 0.75,
                    -r * 0.22,
                    reach * 0.75,
                    r * 0.22,
                    reach * 0.3,
                    r * 0.24
                ),
                tone,
            );
            c.fill(
                &format!(
                    "M{:.0} 0 Q{:.0} {:.0} {:.0} 0 Q{:.0} {:.0} {:.0} 0Z",
                    reach * 0.2,
                    reach * 0.55,
                    -r * 0.1,
                    reach * 0.92,
                    reach * 0.55,
                    r * 0.1,
                    reach * 0.2
                ),
                "#e3ab70",
            );
            if arm % 2 == 0 {
                ball(c, (reach * 0.56, 0.0), (r * 0.12, r * 0.075), 0.0, "#5a2c18");
            }
        });
    }
    c.oval((x, y), (r * 0.1, r * 0.1 * squeeze), 0.0, "#5a3018");
}

fn star_anise(c: &mut Canvas) {
    porch(c, View::Hills, "#6b4a36");
    leafy(c, &[(-20.0, 640.0), (200.0, 700.0), (380.0, 660.0), (560.0, 700.0)], 8, 230.0, 0.36, "#4f8550");
    vial(c, 700.0, 1300.0, 660.0, "#7a4a1c", "#2f6b4a");
    tray(c, 1360.0, 1260.0, 860.0, "#c49c62");
    for at in 0..26_u8 {
        let (sin, cos) = (f32::from(at) * 2.4).sin_cos();
        let far = (f32::from(at) / 26.0).sqrt();
        let turn = c.dice.between(0.0, 45.0);
        star(c, 1360.0 + cos * far * 310.0, 1240.0 + sin * far * 88.0 - (1.0 - far) * 50.0, 76.0, turn, 0.6);
    }
    star(c, 420.0, 1400.0, 92.0, 12.0, 0.62);
    star(c, 930.0, 1430.0, 84.0, 30.0, 0.62);
}

fn cajuput(c: &mut Canvas) {
    porch(c, View::Sea, "#8a6a4a");
    for points in [[(2030.0, 520.0), (1780.0, 640.0), (1560.0, 700.0), (1330.0, 880.0)], [(2030.0, 860.0), (1820.0, 880.0), (1640.0, 960.0), (1480.0, 1080.0)]]
    {
        leafy(c, &points, 14, 190.0, 0.17, "#7a9a5c");
        for at in 1..5_u8 {
            let (x, y, _) = on(&points, f32::from(at) / 5.0);
            for bristle in 0..46_u8 {
                let (sin, cos) = (f32::from(bristle) * 0.137).sin_cos();
                let long = c.dice.between(36.0, 60.0);
                c.line(&format!("M{x:.0} {:.0} l{:.0} {:.0}", y + 26.0, cos * long, sin * long), "#fbf4d9c0", 3.0);
            }
        }
    }
    vial(c, 560.0, 1300.0, 660.0, "#3f7a52", "#2f6b4a");
    vial(c, 860.0, 1330.0, 520.0, "#4a8a5c", "#2f6b4a");
    plate(c, 1330.0, 1380.0, 420.0, "#e6e0d0", None);
    for at in 0..14_u8 {
        let turn = c.dice.between(-180.0, 180.0);
        leaf(c, (1330.0 + c_bend(at) * 12.0, 1370.0), 120.0, 0.18, turn * 0.4, "#86a068");
    }
}

fn turmeric(c: &mut Canvas) {
    room(c, "#ecd49a", "#7d5230");
    let (x, y) = bowl(c, 660.0, 1310.0, 640.0, "#3f6480", None);
    grains(c, (x, y), (282.0, 52.0), 170.0, 1700, (6.0, 5.0), &["#eaa21c", "#f2b434", "#dc9212", "#f6c452"]);
    for (x, y, turn, long) in [(1240.0, 1230.0, -18.0, 190.0), (1480.0, 1310.0, 22.0, 200.0), (1330.0, 1390.0, 4.0, 170.0)] {
        shadow(c, (x, y + 40.0), long * 0.86);
        c.at(x, y, turn, 1.0, |c| {
            for (dx, dy, rx, ry, lean) in [(-0.3, -0.34, 0.2, 0.36, 24.0), (0.34, 0.34, 0.2, 0.34, -30.0), (0.5, -0.3, 0.18, 0.3, 40.0)] {
                ball(c, (dx * long, dy * long), (rx * long, ry * long), lean, "#b9762c");
            }
            ball(c, (0.0, 0.0), (long, long * 0.34), 0.0, "#c98834");
            for ring in -4..=4_i8 {
                let at = f32::from(ring) * long * 0.2;
                let half = long * 0.33 * (1.0 - (at / long).powi(2)).sqrt();
                c.line(&format!("M{at:.0} -{half:.0} q{:.0} {half:.0} 0 {:.0}", long * 0.08, half * 2.0), "#6b3f1480", 5.0);
            }
        });
    }
    for (x, y) in [(1600.0, 1430.0), (1700.0, 1390.0), (1510.0, 1440.0)] {
        c.oval((x + 4.0, y + 8.0), (58.0, 27.0), 0.0, "#8a5a1c");
        c.oval((x, y), (58.0, 26.0), 0.0, "#b9762c");
        c.oval((x, y - 1.0), (50.0, 21.0), 0.0, "#f2941c");
        c.oval((x, y - 1.0), (28.0, 11.0), 0.0, "#f7ae3c");
    }
    for turn in [-74.0, -98.0, -52.0] {
        leaf(c, (1830.0, 1330.0), 520.0, 0.22, turn, "#5f9a48");
    }
}

fn cordyceps(c: &mut Canvas) {
    room(c, "#d9c9b4", "#5f4232");
    jar(c, 620.0, 1310.0, 600.0, "#c9752a", "#7a2a2c");
    plate(c, 1280.0, 1310.0, 880.0, "#f0ebdf", Some("#8f3a2c"));
    for at in 0..46_u8 {
        let x = 1010.0 + f32::from(at % 23) * 24.0;
        let y = 1330.0 - f32::from(at / 23) * 70.0;
        let tall = c.dice.between(130.0, 240.0);
        let lean = c.dice.between(-60.0, 60.0);
        let tone = *c.dice.pick(&["#e8892c", "#d9741c", "#f09c40"]);
        let shape = format!("M{x:.0} {y:.0} q{:.0} -{:.0} {lean:.0} -{tall:.0}", lean * 0.2, tall * 0.5);
        c.line(&shape, &dark(tone, 0.4), 17.0);
        c.at(-2.0, -2.0, 0.0, 1.0, |c| c.line(&shape, tone, 11.0));
        c.oval((x + lean, y - tall), (10.0, 17.0), lean * 0.3, &light(tone, 0.25));
    }
    cup(c, 330.0, 1420.0, 180.0, "#7a2a2c", "#d99a3a");
}
