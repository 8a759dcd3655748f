//! Places to visit: villages, islands of the delta, valleys in blossom.

use super::{Scene, wide};
use crate::canvas::{Canvas, HIGH};
use crate::colour::{dark, light, veil};
use crate::land;
use crate::props::flower::{blossom, lotus};
use crate::props::house::{roofed_bridge, sampan, stilt_house, tile_house};
use crate::props::plant::{foliage, leaf, on, rice_ears, twig};
use crate::props::wicker::hat;

pub(super) const SCENES: &[Scene] = &[
    wide("ninh-binh/ecohost-hai-hau", bridge_village),
    wide("phu-tho/du-lich-homestay-ban-lac", stilt_valley),
    wide("phu-tho/du-lich-cong-dong-hang-kia", plum_mountain),
    wide("vinh-long/diem-du-lich-cong-dong-con-chim", river_island),
    wide("cao-bang/lan-s-homestay", karst),
];

fn bridge_village(c: &mut Canvas) {
    land::sky(c, "#a9cfdc", "#fde6ba", (1490.0, 260.0));
    land::grove(c, 600.0, "#7fa566", "#3a6a4a");
    for (x, high) in [(180.0, 470.0), (330.0, 380.0), (1760.0, 520.0), (1900.0, 400.0)] {
        land::palm(c, x, 720.0, high, "#4f8350");
    }
    tile_house(c, 420.0, 720.0, 520.0, "#e9d2a4");
    tile_house(c, 1660.0, 710.0, 460.0, "#e3c796");
    land::bamboo(c, 1380.0, 720.0, 330.0, "#7fa044");
    let bank = c.along((0.0, 690.0), (0.0, 1000.0), &[(0.0, "#a9bf6a"), (1.0, "#5f8a4c")]);
    c.fill("M-20 720 Q500 690 1000 716 T2020 706 V980 H-20Z", &bank);
    land::water(c, 800.0, HIGH, "#5f8f8a", "#d9e6c8");
    c.at(0.0, 1640.0, 0.0, 1.0, |c| {
        c.faint(0.26, |c| {
            c.within("M0 -820 H2000 V-300 H0Z", |c| {
                c.soft(7.0, |c| c.fill("M520 -800 L640 -640 H1360 L1480 -800Z", "#7a3f34"));
            })
        })
    });
    roofed_bridge(c, 1000.0, 860.0, 940.0);
    sampan(c, 520.0, 1090.0, 460.0, "#7a5638");
    for (x, y, r) in [
        (1480.0, 1230.0, 150.0),
        (1700.0, 1340.0, 190.0),
        (1300.0, 1380.0, 150.0),
        (1830.0, 1180.0, 120.0),
        (1560.0, 1440.0, 160.0),
        (200.0, 1400.0, 170.0),
        (420.0, 1460.0, 150.0),
    ] {
        c.oval((x + 8.0, y + 12.0), (r, r * 0.34), 0.0, "#22403c80");
        let paint = c.along((x - r, y - r * 0.3), (x + r, y + r * 0.3), &[(0.0, "#a9cc80"), (0.5, "#6fa062"), (1.0, "#3f7350")]);
        c.oval((x, y), (r, r * 0.34), 0.0, &paint);
        for vein in 0..9_u8 {
            let (sin, cos) = (f32::from(vein) * 0.698).sin_cos();
            c.line(&format!("M{x:.0} {y:.0} l{:.0} {:.0}", cos * r * 0.9, sin * r * 0.3), "#dfeac04d", 4.0);
        }
    }
    for (x, y, size, open) in [
        (1560.0, 1210.0, 110.0, true),
        (1760.0, 1290.0, 140.0, true),
        (1380.0, 1330.0, 120.0, false),
        (270.0, 1370.0, 130.0, true),
        (1850.0, 1140.0, 80.0, false),
    ] {
        c.line(&format!("M{x:.0} {y:.0} v60"), "#557a44", 9.0);
        lotus(c, x, y, size, "#f3a0b8", open);
    }
    land::egrets(c, 900.0, 330.0, 30.0);
}

fn stilt_valley(c: &mut Canvas) {
    land::ridges(c, &["#f8e2bc", "#b4d6dc"], "#7f9fa8", "#3f6f5a", 60.0);
    land::mist(c, 600.0, 0.42);
    land::paddies(c, 640.0, "#a3b848");
    land::bamboo(c, 140.0, 960.0, 620.0, "#7fa044");
    for (x, y, wide) in [(1480.0, 820.0, 360.0), (1130.0, 780.0, 260.0), (640.0, 1080.0, 760.0)] {
        stilt_house(c, x, y, wide, "#94744c");
    }
    for (x, high) in [(1750.0, 520.0), (1880.0, 420.0)] {
        land::palm(c, x, 860.0, high, "#4f8350");
    }
    c.fill("M640 1080 Q900 1130 1100 1260 T1500 1510 H1180 Q1000 1300 820 1200 T560 1090Z", "#d3bb86");
    for at in 0..9_u8 {
        let (x, y) = (1240.0 + f32::from(at) * 84.0, 1180.0 + f32::from(at % 3) * 50.0);
        foliage(c, (x, y + 70.0), (66.0, 48.0), "#5f9448", 22.0);
        blossom(c, x, y + 50.0, 22.0, "#f08aa0", "#f6d36a");
        blossom(c, x + 30.0, y + 84.0, 19.0, "#f6b04a", "#f6d36a");
    }
    rice_ears(c, 1950.0, 1580.0, 700.0, 6, "#c9b848", (-140.0, -92.0));
    hat(c, 330.0, 1400.0, 320.0, -8.0);
    land::egrets(c, 1000.0, 420.0, 30.0);
}

fn plum_mountain(c: &mut Canvas) {
    land::ridges(c, &["#fbe0d0", "#c6d3e4"], "#94a0bc", "#5a6f82", 130.0);
    land::mist(c, 800.0, 0.5);
    let slope = c.along((0.0, 820.0), (0.0, HIGH), &[(0.0, "#a9b47a"), (1.0, "#5a6f4a")]);
    c.fill("M-20 900 Q500 800 1000 880 T2020 850 V1510 H-20Z", &slope);
    stilt_house(c, 1430.0, 1010.0, 400.0, "#7d6450");
    stilt_house(c, 1750.0, 950.0, 250.0, "#86705a");
    for (x, y, r) in [(1150.0, 960.0, 90.0), (1290.0, 930.0, 70.0), (1640.0, 1040.0, 80.0), (300.0, 940.0, 90.0), (820.0, 900.0, 70.0)] {
        c.line(&format!("M{x:.0} {:.0} v{:.0}", y + r, -r * 0.8), "#6b5648", 9.0);
        for _ in 0..120 {
            let (sin, cos) = c.dice.between(0.0, std::f32::consts::TAU).sin_cos();
            let far = c.dice.unit().sqrt() * r;
            let tone = *c.dice.pick(&["#fdf6f2", "#f9e3e4", "#ffffff", "#eacfd6"]);
            c.oval((x + cos * far, y + sin * far * 0.7), (9.0, 7.0), 0.0, tone);
        }
    }
    c.line("M-20 1330 Q400 1250 800 1300 T1500 1270 T2020 1310", "#8a8078", 46.0);
    for stone in 0..42_u8 {
        let x = f32::from(stone) * 49.0;
        let y = 1300.0 - 26.0 * (x / 330.0).sin();
        c.oval((x, y), (34.0, 25.0), 0.0, if stone % 2 == 0 { "#a39a90" } else { "#7d746e" });
        c.oval((x - 7.0, y - 9.0), (18.0, 9.0), 0.0, "#d6cdc08c");
    }
    let branches: [&[(f32, f32)]; 4] = [
        &[(-60.0, 620.0), (220.0, 500.0), (520.0, 430.0), (860.0, 300.0)],
        &[(160.0, 530.0), (380.0, 330.0), (640.0, 190.0), (900.0, 120.0)],
        &[(340.0, 460.0), (560.0, 560.0), (760.0, 560.0)],
        &[(-60.0, 250.0), (160.0, 210.0), (420.0, 90.0)],
    ];
    for (at, points) in branches.iter().enumerate() {
        twig(c, points, 46.0 - 8.0 * at as f32, "#5f4c46");
    }
    for points in branches {
        for _ in 0..44 {
            let t = c.dice.between(0.1, 1.0);
            let (x, y, _) = on(points, t);
            let (dx, dy) = (c.dice.between(-50.0, 50.0), c.dice.between(-56.0, 56.0));
            let size = c.dice.between(22.0, 40.0);
            blossom(c, x + dx, y + dy, size, "#fbf3f0", "#e8b04a");
        }
    }
}

fn river_island(c: &mut Canvas) {
    land::sky(c, "#9fcfd6", "#fdeac0", (620.0, 240.0));
    land::grove(c, 620.0, "#7fae70", "#3f7550");
    land::water(c, 620.0, HIGH, "#6f9482", "#efe6c0");
    c.fill("M980 760 Q1400 660 2020 690 V900 Q1500 880 980 760Z", "#6f9a54");
    for (x, base, high) in [(1160.0, 750.0, 420.0), (1330.0, 760.0, 540.0), (1560.0, 770.0, 600.0), (1760.0, 780.0, 520.0), (1920.0, 790.0, 640.0)] {
        land::palm(c, x, base, high, "#468050");
    }
    stilt_house(c, 1500.0, 850.0, 400.0, "#a3834f");
    c.line("M1330 870 L1080 930", "#7a5a3c", 17.0);
    for post in 0..5_u8 {
        let x = 1100.0 + f32::from(post) * 52.0;
        c.line(&format!("M{x:.0} {:.0} v70", 926.0 - f32::from(post) * 13.0), "#5f4630", 9.0);
    }
    for at in 0..26_u8 {
        let x = 1640.0 + f32::from(at) * 16.0;
        leaf(c, (x, 930.0), 300.0, 0.08, -118.0 + f32::from(at) * 2.2, if at % 2 == 0 { "#4f8a50" } else { "#6fa25c" });
    }
    sampan(c, 620.0, 1060.0, 640.0, "#7d5838");
    for (x, y) in [(500.0, 1040.0), (560.0, 1034.0), (440.0, 1036.0)] {
        c.oval((x, y), (34.0, 30.0), 0.0, "#7fa24a");
        c.oval((x - 9.0, y - 10.0), (12.0, 9.0), 0.0, "#c3d68a");
    }
    for (x, y) in [(240.0, 1330.0), (420.0, 1410.0), (1180.0, 1390.0), (1400.0, 1300.0), (760.0, 1440.0)] {
        for turn in [-150.0, -110.0, -70.0, -30.0] {
            leaf(c, (x, y), 100.0, 0.62, turn, "#6fa052");
        }
        blossom(c, x, y - 74.0, 32.0, "#b9a0e0", "#f0d060");
        blossom(c, x + 34.0, y - 54.0, 28.0, "#c6b0e8", "#f0d060");
    }
    crate::stage::near_leaves(c, (-60.0, -60.0), 40.0, "#3f7347");
    land::egrets(c, 960.0, 360.0, 34.0);
}

fn karst(c: &mut Canvas) {
    land::sky(c, "#a9c9d8", "#fbe6c6", (420.0, 230.0));
    for (layer, tone, y) in [(0_u8, "#a3b8bd", 560.0), (1, "#7a9a94", 640.0), (2, "#54806f", 740.0)] {
        for at in 0..7_u8 {
            let x = f32::from(at) * 330.0 - 120.0 + f32::from(layer) * 130.0 + c.dice.between(-40.0, 40.0);
            let (w, h) = (c.dice.between(150.0, 230.0), c.dice.between(260.0, 430.0) - f32::from(layer) * 60.0);
            let paint = c.along((x - w, y - h), (x + w * 0.7, y), &[(0.0, &light(tone, 0.35)), (0.5, tone), (1.0, &dark(tone, 0.24))]);
            c.fill(
                &format!(
                    "M{:.0} {:.0} C{:.0} {:.0} {:.0} {:.0} {x:.0} {:.0} C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0}Z",
                    x - w,
                    y + 60.0,
                    x - w * 0.86,
                    y - h * 0.8,
                    x - w * 0.44,
                    y - h,
                    y - h,
                    x + w * 0.4,
                    y - h,
                    x + w * 0.8,
                    y - h * 0.7,
                    x + w,
                    y + 60.0
                ),
                &paint,
            );
        }
        land::mist(c, y + 30.0, 0.34);
    }
    land::paddies(c, 740.0, "#b3b452");
    land::water(c, 900.0, 1130.0, "#5f948f", "#cfe6d9");
    c.line("M-20 900 Q700 880 2020 896", "#7d9a54", 22.0);
    c.line("M-20 1132 Q900 1110 2020 1136", "#8aa45a", 30.0);
    stone_house(c, 1380.0, 1220.0, 640.0);
    land::bamboo(c, 230.0, 1150.0, 640.0, "#7fa044");
    foliage(c, (1800.0, 1080.0), (190.0, 150.0), "#5f9050", 34.0);
    twig(c, &[(1800.0, 1290.0), (1796.0, 1180.0)], 34.0, "#6b5a48");
    c.fill("M1330 1220 Q1200 1330 1000 1510 H1330 Q1380 1340 1440 1220Z", "#d9c79a");
    waterwheel(c, 620.0, 1040.0, 190.0);
    rice_ears(c, 80.0, 1580.0, 760.0, 6, "#c9b24a", (-88.0, -40.0));
}

fn stone_house(c: &mut Canvas, x: f32, y: f32, w: f32) {
    c.glaze(|c| c.soft(14.0, |c| c.oval((x + w * 0.14, y + 4.0), (w * 0.6, w * 0.05), 0.0, "#3a2c4a99")));
    let wall = c.along((x - w * 0.4, 0.0), (x + w * 0.4, 0.0), &[(0.0, "#cfc6b4"), (0.6, "#a59a8a"), (1.0, "#6f665f")]);
    let shape = format!("M{:.0} {y:.0} v{:.0} h{:.0} v{:.0}z", x - w * 0.42, -w * 0.34, w * 0.84, w * 0.34);
    c.fill(&shape, &wall);
    c.within(&shape, |c| {
        for _ in 0..150 {
            let at = (x + c.dice.between(-0.42, 0.42) * w, y - c.dice.between(0.0, 0.34) * w);
            let wide = c.dice.between(14.0, 30.0);
            let tone = *c.dice.pick(&["#8a8078", "#bdb2a2", "#9a8f84", "#d3c9b8"]);
            c.rect(at, (wide, wide * 0.55), 6.0, &veil(tone, 0.7));
        }
    });
    c.rect((x - w * 0.05, y - w * 0.22), (w * 0.12, w * 0.22), 2.0, "#5a3826");
    for side in [-0.28, 0.2] {
        c.rect((x + w * side, y - w * 0.22), (w * 0.1, w * 0.11), 2.0, "#f6d88a");
        c.line(&format!("M{:.0} {:.0} v{:.0}", x + w * (side + 0.05), y - w * 0.22, w * 0.11), "#5a3826", 5.0);
    }
    let roof = format!(
        "M{:.0} {:.0} L{:.0} {:.0} H{:.0} L{:.0} {:.0}Z",
        x - w * 0.5,
        y - w * 0.31,
        x - w * 0.36,
        y - w * 0.56,
        x + w * 0.36,
        x + w * 0.5,
        y - w * 0.31
    );
    let paint = c.along((x - w * 0.4, y - w * 0.56), (x + w * 0.4, y - w * 0.3), &[(0.0, "#9a8f8c"), (0.5, "#6f666a"), (1.0, "#453d48")]);
    c.fill(&roof, &paint);
    c.within(&roof, |c| {
        for row in 0..9_u8 {
            let level = y - w * (0.55 - 0.028 * f32::from(row));
            let mut px = x - w * 0.52;
            while px < x + w * 0.52 {
                c.line(&format!("M{px:.0} {level:.0} q{:.0} {:.0} {:.0} 0", w * 0.012, w * 0.02, w * 0.024), "#2a243080", 3.0);
                px += w * 0.024;
            }
        }
    });
    c.line(&format!("M{:.0} {:.0} H{:.0}", x - w * 0.37, y - w * 0.56, x + w * 0.37), "#3f363f", 13.0);
}

fn waterwheel(c: &mut Canvas, x: f32, y: f32, r: f32) {
    c.oval((x + 10.0, y + r), (r, r * 0.12), 0.0, "#2a4a4a80");
    for (radius, wide) in [(1.0, 15.0), (0.84, 9.0), (0.2, 17.0)] {
        c.ring((x, y), (r * radius * 0.86, r * radius), "#6b4a30", wide);
        c.ring((x - 3.0, y - 3.0), (r * radius * 0.86, r * radius), "#b98f5c", wide * 0.36);
    }
    for spoke in 0..18_u8 {
        let (sin, cos) = (f32::from(spoke) * 0.349).sin_cos();
        c.line(&format!("M{:.0} {:.0} L{:.0} {:.0}", x + cos * r * 0.17, y + sin * r * 0.2, x + cos * r * 0.86, y + sin * r), "#7a5838", 6.0);
        c.line(&format!("M{:.0} {:.0} l{:.0} {:.0}", x + cos * r * 0.86, y + sin * r, cos * 26.0 - sin * 16.0, sin * 26.0 + cos * 16.0), "#94704a", 13.0);
    }
    c.line(&format!("M{:.0} {:.0} L{x:.0} {y:.0} L{:.0} {:.0}", x - r * 0.5, y + r * 1.1, x + r * 0.5, y + r * 1.1), "#5f4228", 17.0);
}
