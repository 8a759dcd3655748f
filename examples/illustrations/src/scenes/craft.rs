//! Craft: pearls, lamps, incense, wicker and bamboo.

use super::{Scene, close, wide};
use crate::canvas::{Canvas, through};
use crate::colour::{dark, light, veil};
use crate::props::flower::lotus;
use crate::props::house::lantern;
use crate::props::plant::leaf;
use crate::props::vessel::{Stuff, cup, mouth, silhouette, turned};
use crate::props::wicker::{basket, handle, tray};
use crate::stage::{View, near_leaves, night, porch};

pub(super) const SCENES: &[Scene] = &[
    close("quang-ninh/ngoc-trai-akoya", pearls),
    close("quang-ninh/ngoc-trai-south-sea", golden_pearls),
    close("nghe-an/den-ban-may-tre-duc-phong", rattan_lamp),
    wide("da-nang/den-long-de-lantana", lanterns),
    close("nghe-an/huong-tram-lien-duc", incense),
    close("can-tho/dan-lat-luc-binh-co-do", hyacinth),
];

/// A pearl: not white, but everything about it in soft bands.
fn pearl(c: &mut Canvas, x: f32, y: f32, r: f32, body: &str, blush: &str) {
    let steps = [
        (0.0, "#ffffff".to_owned()),
        (0.2, light(body, 0.75)),
        (0.5, body.to_owned()),
        (0.7, blush.to_owned()),
        (0.9, dark(blush, 0.2)),
        (1.0, light(&dark(body, 0.16), 0.4)),
    ];
    let steps: Vec<(f32, &str)> = steps.iter().map(|(at, colour)| (*at, colour.as_str())).collect();
    let paint = c.around((x - r * 0.3, y - r * 0.34), (r * 1.75, r * 1.75), &steps);
    c.oval((x + r * 0.12, y + r * 0.2), (r * 1.02, r * 0.98), 0.0, "#1a102a59");
    c.oval((x, y), (r, r), 0.0, &paint);
    c.soft(r * 0.04 + 0.5, |c| c.oval((x - r * 0.34, y - r * 0.42), (r * 0.2, r * 0.13), -34.0, "#ffffff"));
    c.soft(r * 0.06 + 0.5, |c| c.oval((x + r * 0.34, y + r * 0.5), (r * 0.34, r * 0.12), -34.0, "#fff2e873"));
}

/// A pearl oyster, open: the upper valve stands up behind, pearls lie in the lower one.
fn oyster(c: &mut Canvas, x: f32, y: f32, size: f32, nacre: &str) {
    c.at(x, y, 0.0, size, |c| {
        c.glaze(|c| c.soft(22.0, |c| c.oval((40.0, 130.0), (460.0, 110.0), 0.0, "#1a102ab0")));
        let fan = |reach: f32, lift: f32| {
            let mut points = Vec::new();
            for at in 0..=16_u8 {
                let angle = (190.0 + f32::from(at) * 10.0_f32).to_radians();
                let wave = if at % 2 == 0 { 1.0 } else { 0.955 };
                points.push((angle.cos() * 410.0 * reach * wave, 20.0 + angle.sin() * 470.0 * reach * wave * lift));
            }
            format!("{} L120 60 L-120 60Z", through(&points))
        };
        let rough = c.along((-400.0, -430.0), (400.0, 60.0), &[(0.0, "#a8979c"), (0.5, "#6f626c"), (1.0, "#3a303e")]);
        c.fill(&fan(1.0, 1.0), &rough);
        let inside = c.around((-60.0, -190.0), (430.0, 360.0), &[(0.0, "#fffaf4"), (0.35, nacre), (0.62, "#d9c6da"), (0.85, "#a9bfd0"), (1.0, "#857a98")]);
        c.fill(&fan(0.92, 1.0), &inside);
        c.within(&fan(0.92, 1.0), |c| {
            for ray in 0..13_u8 {
                let angle = (196.0 + f32::from(ray) * 12.4_f32).to_radians();
                c.line(&format!("M0 50 L{:.0} {:.0}", angle.cos() * 420.0, 20.0 + angle.sin() * 470.0), "#9a8aa61f", 9.0);
            }
            for arc in 1..7_u8 {
                let tone = ["#f6d9e673", "#cfe6e373", "#fff0d073"][usize::from(arc % 3)];
                let reach = f32::from(arc) * 0.14;
                c.soft(8.0, |c| c.line(&fan(reach, 1.0), tone, 24.0));
            }
        });
        let bowl = "M-440 40 C-420 -70 420 -70 440 40 C430 190 190 220 0 220 C-190 220 -430 190 -440 40Z";
        c.fill(bowl, &rough);
        let floor = c.along((-380.0, -40.0), (380.0, 170.0), &[(0.0, "#a99bb0"), (0.35, "#e9dbe4"), (0.65, nacre), (1.0, "#fffaf2")]);
        c.oval((0.0, 44.0), (400.0, 92.0), 0.0, &floor);
        for ring in [0.92, 0.78, 0.6] {
            c.ring((0.0, 48.0), (400.0 * ring, 88.0 * ring), "#ffffff52", 7.0);
        }
        for line in 0..5_u8 {
            let drop = 120.0 + f32::from(line) * 20.0;
            c.line(
                &format!(
                    "M{:.0} {:.0} Q0 {:.0} {:.0} {:.0}",
                    -400.0 + f32::from(line) * 34.0,
                    drop - 40.0,
                    drop + 70.0,
                    400.0 - f32::from(line) * 34.0,
                    drop - 40.0
                ),
                "#b9aeb040",
                5.0,
            );
        }
    });
}

fn pearls(c: &mut Canvas) {
    night(c, "#26395c", (760.0, 420.0), "#bcd0e6");
    c.soft(8.0, |c| {
        for _ in 0..34 {
            let at = (c.dice.between(0.0, 2000.0), c.dice.between(240.0, 900.0));
            let r = c.dice.between(6.0, 26.0);
            c.oval(at, (r, r), 0.0, "#dbe9f63d");
        }
    });
    oyster(c, 760.0, 1190.0, 1.05, "#f4e6e4");
    for (x, y, r) in [(600.0, 1190.0, 74.0), (900.0, 1180.0, 84.0), (750.0, 1210.0, 92.0)] {
        pearl(c, x, y, r, "#ece6e6", "#e3c6cf");
    }
    let mut points = Vec::new();
    for at in 0..30_u8 {
        let t = f32::from(at) / 29.0;
        points.push((1250.0 + 420.0 * t + (t * 7.0).sin() * 90.0, 1240.0 + (t * 5.4).sin() * 110.0 + t * 130.0));
    }
    for (at, (x, y)) in points.iter().enumerate() {
        let r = 30.0 + 10.0 * ((at as f32) / 29.0 * std::f32::consts::PI).sin();
        pearl(c, *x, *y, r, "#efe9e6", "#e6cdd3");
    }
}

fn golden_pearls(c: &mut Canvas) {
    night(c, "#123f4a", (860.0, 400.0), "#e8d29a");
    oyster(c, 1230.0, 1170.0, 1.0, "#f8e6c0");
    for (x, y, r) in [(1130.0, 1160.0, 104.0), (1350.0, 1180.0, 86.0)] {
        pearl(c, x, y, r, "#ecd08a", "#e3ae5c");
    }
    let velvet = "M180 1330 Q480 1180 840 1300 Q900 1400 760 1470 Q420 1520 200 1440Z";
    c.glaze(|c| c.soft(16.0, |c| c.at(20.0, 24.0, 0.0, 1.0, |c| c.fill(velvet, "#1a102aa0"))));
    let paint = c.along((200.0, 1200.0), (800.0, 1480.0), &[(0.0, "#a83a5a"), (0.5, "#7a2040"), (1.0, "#3f1024")]);
    c.fill(velvet, &paint);
    for (x, y, r) in [(400.0, 1340.0, 70.0), (560.0, 1310.0, 84.0), (700.0, 1370.0, 66.0), (500.0, 1410.0, 58.0)] {
        let tone = *c.dice.pick(&["#ecd08a", "#efe4d4", "#d9c3b4"]);
        pearl(c, x, y, r, tone, "#dfb06a");
    }
    c.soft(10.0, |c| {
        for coral in 0..9_u8 {
            let x = 1640.0 + f32::from(coral) * 40.0;
            let tall = c.dice.between(180.0, 460.0);
            let sway = c.dice.between(-60.0, 60.0);
            c.line(&format!("M{x:.0} 980 q{sway:.0} -{:.0} {:.0} -{tall:.0}", tall * 0.5, -sway), "#c2604a8c", 26.0);
        }
    });
}

fn rattan_lamp(c: &mut Canvas) {
    night(c, "#5a3a2c", (820.0, 760.0), "#ffc06a");
    c.glow(|c| {
        let halo = c.around((820.0, 800.0), (1000.0, 820.0), &[(0.0, "#ffcf8a9c"), (0.4, "#ff9f4a3d"), (1.0, "#ff9f4a00")]);
        c.rect((0.0, 0.0), (2000.0, 1500.0), 0.0, &halo);
    });
    // Threads of light on wall and table.
    c.glow(|c| {
        c.soft(7.0, |c| {
            for ray in 0..34_u8 {
                let (sin, cos) = (f32::from(ray) * 0.1848).sin_cos();
                c.line(
                    &format!("M{:.0} {:.0} L{:.0} {:.0}", 820.0 + cos * 380.0, 800.0 + sin * 330.0, 820.0 + cos * 900.0, 800.0 + sin * 760.0),
                    "#ffd9a01f",
                    26.0,
                );
            }
        })
    });
    let foot: &[(f32, f32)] = &[(40.0, 190.0), (60.0, 150.0), (150.0, 40.0), (160.0, 0.0)];
    turned(c, 820.0, 1340.0, foot, "#6b4326", Stuff::Glaze);
    let shade: &[(f32, f32)] = &[(110.0, 700.0), (230.0, 640.0), (340.0, 460.0), (350.0, 320.0), (250.0, 110.0), (120.0, 0.0)];
    let shape = silhouette(820.0, 1170.0, shade);
    let fire = c.around((820.0, 850.0), (380.0, 420.0), &[(0.0, "#fffbe0"), (0.4, "#ffe09a"), (0.8, "#f2a44a"), (1.0, "#c9742c")]);
    c.fill(&shape, &fire);
    c.within(&shape, |c| {
        for rib in 0..30_u8 {
            let t = f32::from(rib) / 29.0 * 2.0 - 1.0;
            let bow = t * 620.0;
            c.line(&format!("M{:.0} 470 Q{:.0} 820 {:.0} 1190", 820.0 + t * 110.0, 820.0 + bow, 820.0 + t * 120.0), "#7a4a20c0", 9.0);
            c.line(&format!("M{:.0} 470 Q{:.0} 820 {:.0} 1190", 818.0 + t * 110.0, 816.0 + bow, 818.0 + t * 120.0), "#e3b06a8c", 3.0);
        }
        for ring in 0..17_u8 {
            let y = 480.0 + f32::from(ring) * 43.0;
            let w = 380.0;
            c.line(&format!("M{:.0} {y:.0} Q820 {:.0} {:.0} {y:.0}", 820.0 - w, y + 92.0, 820.0 + w), "#6b3f1c9c", 7.0);
        }
    });
    for (level, radius) in [(700.0, 110.0), (0.0, 120.0)] {
        c.ring((820.0, 1170.0 - level), (radius, radius * 0.2), "#4a2c16", 14.0);
    }
    c.soft(3.0, |c| {
        crate::props::food::block(c, 1290.0, 1360.0, (380.0, 50.0, 210.0), "#7a3a34");
        crate::props::food::block(c, 1310.0, 1310.0, (340.0, 44.0, 190.0), "#2f4a6b");
    });
    cup(c, 1470.0, 1250.0, 150.0, "#e9dcc4", "#a8702c");
    near_leaves(c, (-60.0, 1560.0), -36.0, "#3a3a2c");
}

fn lanterns(c: &mut Canvas) {
    let sky = c.along((0.0, 0.0), (0.0, 1500.0), &[(0.0, "#16204a"), (0.5, "#3a2f5c"), (1.0, "#6b3f4a")]);
    c.rect((-10.0, -10.0), (2020.0, 1520.0), 0.0, &sky);
    c.soft(7.0, |c| {
        for (x, wide, tone) in [(-60.0, 520.0, "#c98a3a"), (460.0, 460.0, "#b9742e"), (920.0, 560.0, "#d39a44"), (1480.0, 620.0, "#b9702c")] {
            let wall = c.along((0.0, 560.0), (0.0, 1150.0), &[(0.0, tone), (1.0, &dark(tone, 0.5))]);
            c.rect((x, 620.0), (wide - 14.0, 560.0), 0.0, &wall);
            c.fill(&format!("M{:.0} 640 L{:.0} 500 H{:.0} L{:.0} 640Z", x - 24.0, x + 60.0, x + wide - 70.0, x + wide + 12.0), "#4a2a30");
            for door in 0..3_u8 {
                let px = x + 50.0 + f32::from(door) * (wide - 60.0) / 3.0;
                c.rect((px, 780.0), ((wide - 150.0) / 3.2, 400.0), 6.0, "#ffe0a0c0");
                c.rect((px + (wide - 150.0) / 6.6, 780.0), (9.0, 400.0), 0.0, "#6b3f24");
            }
        }
    });
    c.rect((-10.0, 1170.0), (2020.0, 340.0), 0.0, "#241c3c");
    for _ in 0..150 {
        let y = c.dice.between(1176.0, 1500.0);
        let x = c.dice.between(0.0, 2000.0);
        let tone = *c.dice.pick(&["#ffca6a", "#ff8a5a", "#f2607a", "#8ad0c0", "#ffe6b0"]);
        c.line(&format!("M{x:.0} {y:.0} h{:.0}", c_long(y)), &veil(tone, 0.42), 4.0 + (y - 1170.0) * 0.02);
    }
    for (y, sag) in [(120.0, 190.0), (40.0, 120.0)] {
        c.line(&format!("M-20 {y:.0} Q1000 {:.0} 2020 {y:.0}", y + sag * 2.0), "#1a1220", 6.0);
    }
    for (x, y, size, silk, tall) in [
        (250.0, 420.0, 250.0, "#d9303a", 0.86),
        (640.0, 560.0, 330.0, "#e8a02c", 1.15),
        (1080.0, 520.0, 380.0, "#c2306a", 0.84),
        (1500.0, 540.0, 300.0, "#2f8a8a", 1.2),
        (1830.0, 410.0, 240.0, "#8a4ab0", 0.9),
        (880.0, 250.0, 170.0, "#4f9a4a", 1.0),
        (1320.0, 250.0, 170.0, "#e0602c", 1.0),
        (430.0, 210.0, 150.0, "#e8c24a", 0.9),
    ] {
        lantern(c, x, y, size, silk, tall);
    }
    crate::props::house::sampan(c, 620.0, 1350.0, 460.0, "#5a3f30");
    for (x, y) in [(1180.0, 1290.0), (1420.0, 1400.0), (1640.0, 1310.0), (240.0, 1440.0)] {
        c.glow(|c| c.soft(18.0, |c| c.oval((x, y), (70.0, 44.0), 0.0, "#ffb05a8c")));
        lotus(c, x, y + 16.0, 54.0, "#f6a0a8", true);
        c.oval((x, y - 14.0), (9.0, 16.0), 0.0, "#fff0b0");
    }
}

fn c_long(y: f32) -> f32 {
    14.0 + (y - 1170.0) * 0.3
}

fn incense(c: &mut Canvas) {
    night(c, "#46302c", (900.0, 520.0), "#d99a5a");
    let brass = "#b98a3c";
    turned(c, 760.0, 1300.0, &[(210.0, 300.0), (190.0, 270.0), (250.0, 190.0), (220.0, 70.0), (130.0, 30.0), (160.0, 0.0)], brass, Stuff::Glaze);
    mouth(c, 760.0, 1000.0, 210.0, &light(brass, 0.35), "#6b5a4a");
    c.oval((760.0, 1000.0), (180.0, 32.0), 0.0, "#a59a8c");
    for side in [-1.0_f32, 1.0] {
        c.line(&format!("M{:.0} 1060 q{:.0} -10 {:.0} -110", 760.0 + side * 226.0, side * 80.0, side * 30.0), &dark(brass, 0.3), 30.0);
        c.line(&format!("M{:.0} 1056 q{:.0} -10 {:.0} -106", 758.0 + side * 226.0, side * 74.0, side * 26.0), &light(brass, 0.3), 10.0);
    }
    for (x, lean) in [(720.0, -50.0), (760.0, 6.0), (800.0, 56.0)] {
        c.line(&format!("M{x:.0} 1000 L{:.0} 620", x + lean), "#6b3a24", 11.0);
        c.line(&format!("M{:.0} 900 L{:.0} 620", x + lean * 0.26, x + lean), "#a86a3c", 11.0);
        c.glow(|c| c.soft(7.0, |c| c.oval((x + lean, 618.0), (17.0, 17.0), 0.0, "#ff7a2c")));
        c.oval((x + lean, 618.0), (7.0, 9.0), 0.0, "#ffd08a");
    }
    c.glow(|c| {
        c.soft(12.0, |c| {
            for (x, sway, wide) in [(712.0, -90.0, 22.0), (766.0, 110.0, 28.0), (852.0, -70.0, 20.0)] {
                c.line(
                    &format!(
                        "M{x:.0} 610 C{:.0} 480 {:.0} 420 {:.0} 300 S{:.0} 120 {:.0} -40",
                        x + sway,
                        x - sway,
                        x + sway * 0.4,
                        x + sway * 2.0,
                        x + sway * 0.6
                    ),
                    "#f3e0cc66",
                    wide,
                );
            }
        })
    });
    for at in 0..17_u8 {
        let (x, y) = (1200.0 + f32::from(at % 9) * 8.0, 1390.0 - f32::from(at) * 7.0);
        c.line(&format!("M{x:.0} {y:.0} l520 -96"), if at % 2 == 0 { "#9c6238" } else { "#7a4a2a" }, 13.0);
        c.line(&format!("M{:.0} {:.0} l150 -28", x + 390.0, y - 72.0), "#c2303a", 13.0);
    }
    c.line("M1400 1290 q60 70 30 110", "#e0b45a", 16.0);
    for (x, y, r) in [(330.0, 1400.0, 80.0), (450.0, 1440.0, 60.0), (250.0, 1450.0, 56.0)] {
        c.fill(&format!("M{:.0} {y:.0} l{r:.0} -{:.0} l{r:.0} {:.0} l-{:.0} {:.0}z", x - r, r * 0.8, r * 0.6, r * 0.6, r * 0.6), "#6b4530");
        c.fill(&format!("M{:.0} {y:.0} l{r:.0} -{:.0} l{:.0} {:.0}z", x - r, r * 0.8, r * 0.2, r * 1.1), "#a8744a");
    }
}

fn hyacinth(c: &mut Canvas) {
    porch(c, View::Delta, "#8a6744");
    let (x, y) = basket(c, 1330.0, 1260.0, 620.0, 430.0, "#b98f58");
    handle(c, x, y, 600.0, 380.0, "#b98f58");
    let (x, y) = basket(c, 640.0, 1310.0, 760.0, 360.0, "#cda86a");
    for at in 0..7_u8 {
        let turn = -150.0 + f32::from(at) * 20.0;
        let (sin, cos) = f32::to_radians(turn).sin_cos();
        c.line(&format!("M{x:.0} {y:.0} Q{:.0} {:.0} {:.0} {:.0}", x + cos * 120.0, y + sin * 260.0, x + cos * 300.0, y + sin * 330.0), "#5f8f4c", 15.0);
        leaf(c, (x + cos * 290.0, y + sin * 322.0), 170.0, 0.72, turn + 14.0, "#6f9f50");
    }
    for (dx, dy) in [(-60.0, -330.0), (50.0, -360.0), (150.0, -280.0)] {
        for at in 0..9_u8 {
            let (sin, cos) = (f32::from(at) * 2.4).sin_cos();
            let far = 10.0 + f32::from(at) * 6.0;
            crate::props::flower::blossom(c, x + dx + cos * far, y + dy + sin * far, 34.0, "#b9a0e0", "#f0d060");
        }
    }
    tray(c, 1480.0, 1420.0, 420.0, "#c09a60");
}
