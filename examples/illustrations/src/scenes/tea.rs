//! Tea, coffee and cocoa.

use super::{Scene, close, wide};
use crate::canvas::{Canvas, through};
use crate::colour::{dark, light, veil};
use crate::land;
use crate::props::flower::{blossom, lotus, rosette};
use crate::props::food::{block, curls, grains, heap, lit};
use crate::props::fruit::ball;
use crate::props::plant::{banana_leaf, foliage, leaf, leafy, on, twig};
use crate::props::vessel::{Stuff, body, bowl, cup, mouth, plate, steam, teapot, turned};
use crate::props::wicker::{hat, tray};
use crate::stage::{View, near_leaves, night, porch, room, runner, shadow};

pub(super) const SCENES: &[Scene] = &[
    close("thai-nguyen/che-dinh-tan-cuong", tan_cuong),
    close("thai-nguyen/che-tom-non-hao-dat", shrimp_buds),
    wide("phu-tho/che-bup-tim-thanh-ba", purple_buds),
    wide("quang-ninh/tra-hoa-vang-ba-che", golden_camellia),
    close("tuyen-quang/hong-tra-hop-100-g", red_tea),
    wide("tuyen-quang/che-shan-tuyet-cong-thanh-500-g", old_trees),
    wide("lam-dong/tra-sen-cau-dat", lotus_tea),
    close("ha-noi/tra-phuc", gift_tea),
    close("lam-dong/ca-phe-phin-giay-arabica-chappi-mountains", drip),
    wide("gia-lai/ca-phe-dak-yang", cherries),
    close("quang-tri/khe-sanh-coffee", morning_cup),
    close("dak-lak/bot-ca-cao-3-in-1-nam-truong-son", cocoa),
];

const CURLED: &[&str] = &["#4f5f35", "#6d7a45", "#39472b", "#8a9258"];

fn tan_cuong(c: &mut Canvas) {
    porch(c, View::TeaHills, "#8a5f3c");
    runner(c, 420.0, 1560.0, "#232f6b", "#c23a35", "#f0c14a");
    teapot(c, 820.0, 1230.0, 480.0, "#8f4a2e", None);
    steam(c, 420.0, 860.0, 260.0);
    for (x, y) in [(1240.0, 1190.0), (1450.0, 1290.0), (1180.0, 1380.0)] {
        cup(c, x, y, 190.0, "#f2ece0", "#b9b84a");
    }
    let (x, y) = bowl(c, 1690.0, 1220.0, 330.0, "#e9e4d2", Some("#2f4f8f"));
    curls(c, (x, y), (142.0, 27.0), 44.0, 300, 34.0, CURLED);
    near_leaves(c, (-40.0, 1540.0), -38.0, "#4f7d3a");
}

fn shrimp_buds(c: &mut Canvas) {
    room(c, "#c9d3b4", "#7a5a3f");
    tray(c, 900.0, 1190.0, 1000.0, "#c9a468");
    curls(c, (900.0, 1180.0), (330.0, 96.0), 110.0, 900, 46.0, CURLED);
    leafy(c, &[(1750.0, 1330.0), (1640.0, 1190.0), (1480.0, 1090.0), (1400.0, 950.0)], 7, 190.0, 0.36, "#5f9440");
    for (x, y, turn) in [(1400.0, 950.0, -100.0), (1420.0, 980.0, -60.0)] {
        leaf(c, (x, y), 130.0, 0.22, turn, "#b9cf7a");
    }
    cup(c, 330.0, 1330.0, 230.0, "#dfe6de", "#a9b04a");
    cup(c, 1420.0, 1400.0, 210.0, "#dfe6de", "#a9b04a");
}

fn purple_buds(c: &mut Canvas) {
    porch(c, View::Hills, "#6f5142");
    let branches: [&[(f32, f32)]; 3] = [
        &[(-40.0, 1180.0), (260.0, 960.0), (520.0, 640.0), (640.0, 380.0)],
        &[(80.0, 1320.0), (420.0, 1040.0), (700.0, 820.0), (980.0, 640.0)],
        &[(-40.0, 760.0), (160.0, 620.0), (300.0, 420.0), (360.0, 240.0)],
    ];
    for points in branches {
        leafy(c, points, 9, 270.0, 0.36, "#55743f");
        let (x, y, turn) = on(points, 0.99);
        for (by, long, tone) in [(-34.0, 210.0, "#6b3560"), (30.0, 200.0, "#7d4470"), (-4.0, 240.0, "#8f5580")] {
            leaf(c, (x, y), long, 0.24, turn + by, tone);
        }
    }
    let (x, y) = bowl(c, 1420.0, 1250.0, 520.0, "#7b86a8", None);
    curls(c, (x, y), (228.0, 42.0), 84.0, 520, 46.0, &["#4b3248", "#5f4460", "#38273a", "#7a5c74"]);
    cup(c, 1010.0, 1380.0, 220.0, "#f0e9e0", "#b07a92");
}

fn golden_camellia(c: &mut Canvas) {
    porch(c, View::Garden, "#6b4c38");
    twig(c, &[(2040.0, 240.0), (1700.0, 330.0), (1300.0, 330.0), (900.0, 460.0), (560.0, 430.0)], 34.0, "#7a5f48");
    for (x, y, turn, long) in [
        (1650.0, 340.0, 60.0, 330.0),
        (1420.0, 320.0, -60.0, 300.0),
        (1180.0, 360.0, 100.0, 320.0),
        (980.0, 430.0, -110.0, 330.0),
        (700.0, 450.0, 130.0, 300.0),
        (560.0, 430.0, 190.0, 330.0),
        (1780.0, 300.0, -110.0, 280.0),
        (820.0, 470.0, 60.0, 260.0),
    ] {
        leaf(c, (x, y), long, 0.42, turn, "#3d6e43");
    }
    for (x, y, size) in [(1290.0, 440.0, 240.0), (760.0, 390.0, 200.0), (1620.0, 520.0, 150.0)] {
        rosette(c, x, y, size, 6, "#f3c93a", "#e08a1c");
    }
    cup(c, 560.0, 1260.0, 330.0, "#eef0e6", "#e9bd4a");
    rosette(c, 560.0, 1062.0, 74.0, 6, "#f3c93a", "#e08a1c");
    let (x, y) = bowl(c, 1330.0, 1300.0, 520.0, "#54738a", None);
    heap(c, (x, y), (215.0, 40.0), 70.0, 30, |c, x, y, share| {
        let tone = lit("#d9a430", share);
        rosette(c, x, y, 44.0, 5, &tone, "#b0701c");
    });
}

fn red_tea(c: &mut Canvas) {
    night(c, "#5a2f2a", (700.0, 520.0), "#f0a050");
    glass_pot(c, 800.0, 1230.0);
    for (x, y) in [(1270.0, 1210.0), (1480.0, 1330.0)] {
        cup(c, x, y, 230.0, "#f4e6d2", "#c4501c");
        steam(c, x, y - 170.0, 260.0);
    }
    plate(c, 330.0, 1350.0, 440.0, "#3f2a2c", None);
    curls(c, (330.0, 1345.0), (130.0, 34.0), 46.0, 260, 40.0, &["#3a2420", "#5a3428", "#8a5a34"]);
    near_leaves(c, (2040.0, 1540.0), -145.0, "#3a4a34");
}

fn glass_pot(c: &mut Canvas, x: f32, y: f32) {
    let r = 270.0;
    let handle = format!(
        "M{:.0} {:.0} C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0}",
        x + r * 0.8,
        y - r * 1.1,
        x + r * 1.7,
        y - r * 1.3,
        x + r * 1.6,
        y - r * 0.3,
        x + r * 0.9,
        y - r * 0.4
    );
    c.line(&handle, "#f7dcb466", 34.0);
    c.line(&handle, "#fff3dc73", 10.0);
    c.fill(
        &format!(
            "M{:.0} {:.0} C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0} l46 -12 C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0}Z",
            x - r * 0.85,
            y - r * 0.5,
            x - r * 1.3,
            y - r * 0.6,
            x - r * 1.2,
            y - r * 1.0,
            x - r * 1.55,
            y - r * 1.3,
            x - r * 1.1,
            y - r * 1.15,
            x - r,
            y - r * 1.0,
            x - r * 0.8,
            y - r * 0.85
        ),
        "#f2cfa073",
    );
    let outline = [(r * 0.5, r * 1.42), (r * 0.55, r * 1.3), (r * 0.92, r * 1.0), (r, r * 0.62), (r * 0.9, r * 0.2), (r * 0.6, 0.0)];
    turned(c, x, y, &outline, "#7a2412", Stuff::Glass);
    let upper = [(r * 0.5, r * 1.42), (r * 0.55, r * 1.3), (r * 0.86, r * 1.07)];
    body(c, x, y, &upper, "#a5694a", Stuff::Glass);
    c.oval((x, y - r * 1.07), (r * 0.84, r * 0.15), 0.0, "#d9743a");
    c.soft(3.0, |c| c.oval((x - r * 0.2, y - r * 1.08), (r * 0.42, r * 0.05), 0.0, "#ffd9a080"));
    body(c, x, y, &[(r * 0.1, r * 1.68), (r * 0.3, r * 1.58), (r * 0.54, r * 1.44), (r * 0.56, r * 1.38)], "#c9a080", Stuff::Glaze);
}

fn old_trees(c: &mut Canvas) {
    land::ridges(c, &["#f2dcc0", "#c4d8dc"], "#8aa5ad", "#4d6f66", 230.0);
    land::mist(c, 900.0, 0.45);
    for (x, high, tone) in [(1560.0, 620.0, "#5f8060"), (240.0, 700.0, "#52755a")] {
        let base = 1190.0;
        twig(c, &[(x, base), (x + 20.0, base - high * 0.3), (x - 50.0, base - high * 0.6)], 44.0, "#7d7368");
        foliage(c, (x - 20.0, base - high * 0.8), (260.0, 190.0), tone, 40.0);
    }
    land::mist(c, 1130.0, 0.5);
    let ground = c.along((0.0, 1120.0), (0.0, 1500.0), &[(0.0, "#7a9a5c"), (1.0, "#33543f")]);
    c.fill("M-20 1220 Q500 1110 1000 1170 T2020 1140 V1500 H-20Z", &ground);
    let bark = "#9a8f80";
    twig(c, &[(880.0, 1330.0), (930.0, 1130.0), (850.0, 930.0), (900.0, 760.0)], 108.0, bark);
    twig(c, &[(900.0, 1100.0), (1080.0, 930.0), (1260.0, 760.0)], 66.0, bark);
    twig(c, &[(870.0, 960.0), (700.0, 800.0), (560.0, 680.0)], 58.0, bark);
    twig(c, &[(880.0, 860.0), (960.0, 660.0), (990.0, 500.0)], 48.0, bark);
    for _ in 0..44 {
        let at = (c.dice.between(830.0, 960.0), c.dice.between(860.0, 1310.0));
        let wide = c.dice.between(8.0, 26.0);
        c.oval(at, (wide, wide * 0.5), 70.0, "#dfe6d0a0");
    }
    for (x, y, rx, ry) in [(560.0, 600.0, 300.0, 190.0), (1300.0, 640.0, 320.0, 210.0), (960.0, 400.0, 380.0, 230.0), (820.0, 640.0, 260.0, 150.0)] {
        foliage(c, (x, y), (rx, ry), "#55813f", 50.0);
    }
    for _ in 0..40 {
        let (x, y) = (c.dice.between(420.0, 1560.0), c.dice.between(240.0, 720.0));
        c.oval((x, y), (9.0, 7.0), 0.0, "#fdfaf0");
    }
    for step in 0..60_u8 {
        let x = f32::from(step) * 35.0;
        let tall = c.dice.between(30.0, 90.0);
        let lean = c.dice.between(-20.0, 40.0);
        c.line(&format!("M{x:.0} 1500 q10 -{:.0} {lean:.0} -{tall:.0}", tall * 0.6), &veil("#9ab86a", 0.7), 7.0);
    }
    hat(c, 1330.0, 1330.0, 300.0, 8.0);
    land::mist(c, 1290.0, 0.18);
}

fn lotus_tea(c: &mut Canvas) {
    room(c, "#d9c9c4", "#8d6b52");
    c.soft(4.0, |c| leaf_pad(c, 1510.0, 560.0, 330.0));
    for (_x, points) in [(1480.0, [(1480.0, 1170.0), (1440.0, 800.0), (1330.0, 480.0)]), (1520.0, [(1520.0, 1170.0), (1560.0, 860.0), (1700.0, 640.0)])] {
        c.line(&through(&points), "#557a44", 17.0);
        c.at(-4.0, 0.0, 0.0, 1.0, |c| c.line(&through(&points), "#8fb060", 6.0));
    }
    lotus(c, 1330.0, 490.0, 330.0, "#f3a9bf", true);
    lotus(c, 1700.0, 660.0, 260.0, "#f0a0ba", false);
    turned(c, 1500.0, 1250.0, &[(96.0, 330.0), (78.0, 290.0), (190.0, 170.0), (170.0, 50.0), (120.0, 0.0)], "#3f5f7d", Stuff::Glaze);
    teapot(c, 660.0, 1240.0, 460.0, "#e9ece6", Some("#2f4f9c"));
    for (x, y) in [(1060.0, 1280.0), (900.0, 1400.0), (320.0, 1390.0)] {
        cup(c, x, y, 190.0, "#eef0ea", "#c9bd5a");
    }
    for (x, y, turn) in [(1250.0, 1400.0, 20.0), (1380.0, 1440.0, -50.0), (1650.0, 1390.0, 80.0)] {
        c.at(x, y, turn, 1.0, |c| {
            let paint = c.along((-70.0, 0.0), (70.0, 0.0), &[(0.0, "#fbe3e6"), (1.0, "#e58aa8")]);
            c.fill("M-80 0 Q0 -60 84 -6 Q10 44 -80 0Z", &paint);
        });
    }
}

fn leaf_pad(c: &mut Canvas, x: f32, y: f32, r: f32) {
    let paint = c.along((x - r, y - r), (x + r, y + r), &[(0.0, "#a9c98a"), (0.5, "#6f9c6a"), (1.0, "#3f6b52")]);
    c.oval((x, y), (r, r * 0.82), -8.0, &paint);
    for vein in 0..16_u8 {
        let (sin, cos) = (f32::from(vein) * 0.393).sin_cos();
        c.line(&format!("M{x:.0} {y:.0} L{:.0} {:.0}", x + cos * r * 0.92, y + sin * r * 0.75), "#dfeac05c", 5.0);
    }
}

fn gift_tea(c: &mut Canvas) {
    night(c, "#4a2023", (820.0, 480.0), "#e8a24a");
    for (x, y, r) in [(1520.0, 300.0, 230.0), (1750.0, 520.0, 150.0)] {
        c.soft(12.0, |c| c.oval((x, y), (r, r), 0.0, "#f0b65a3d"));
    }
    plate(c, 900.0, 1230.0, 1240.0, "#7a1f22", None);
    c.ring((900.0, 1230.0), (600.0, 178.0), "#e3b04f", 7.0);
    teapot(c, 760.0, 1200.0, 420.0, "#2a2230", None);
    c.ring((760.0, 930.0), (96.0, 18.0), "#e3b04f", 6.0);
    for (x, y) in [(1140.0, 1180.0), (1290.0, 1260.0), (1050.0, 1320.0)] {
        cup(c, x, y, 170.0, "#2f2733", "#cfa53a");
    }
    shadow(c, (1680.0, 1270.0), 150.0);
    block(c, 1540.0, 1280.0, (250.0, 330.0, 150.0), "#a3262b");
    c.rect((1540.0, 1070.0), (250.0, 60.0), 0.0, "#e3b04f");
    c.fill("M1665 1040 l60 60 l-60 60 l-60 -60z", "#f6e2a8");
    c.fill("M1665 1068 l32 32 l-32 32 l-32 -32z", "#a3262b");
    twig(c, &[(-20.0, 420.0), (220.0, 480.0), (420.0, 380.0), (560.0, 250.0)], 24.0, "#6b4a3a");
    twig(c, &[(180.0, 470.0), (330.0, 580.0), (470.0, 610.0)], 14.0, "#6b4a3a");
    for _ in 0..26 {
        let t = c.dice.unit();
        let (x, y, _) = on(&[(60.0, 440.0), (220.0, 480.0), (420.0, 380.0), (560.0, 250.0)], t);
        let (dx, dy) = (c.dice.between(-50.0, 60.0), c.dice.between(-60.0, 80.0));
        let size = c.dice.between(26.0, 44.0);
        blossom(c, x + dx, y + dy, size, "#f08aa0", "#f6d36a");
    }
    curls(c, (330.0, 1330.0), (150.0, 44.0), 46.0, 260, 40.0, CURLED);
}

fn drip(c: &mut Canvas) {
    room(c, "#d8bf9f", "#5f4130");
    let (x, y) = (820.0, 1270.0);
    turned(c, x, y, &[(190.0, 400.0), (184.0, 200.0), (168.0, 30.0), (150.0, 0.0)], "#c9b49c", Stuff::Glass);
    body(c, x, y - 20.0, &[(178.0, 190.0), (172.0, 100.0), (158.0, 10.0), (148.0, 0.0)], "#2f1a12", Stuff::Glass);
    body(c, x, y - 20.0, &[(170.0, 72.0), (160.0, 14.0), (148.0, 0.0)], "#ead9b8", Stuff::Glass);
    c.oval((x, y - 210.0), (176.0, 34.0), 0.0, "#5a3420");
    c.line(&format!("M{x} {:.0} V{:.0}", y - 400.0, y - 215.0), "#3a2015", 6.0);
    plate(c, x, y - 402.0, 500.0, "#b9bcc0", None);
    turned_metal(c, x, y - 410.0);
    steam(c, x, y - 720.0, 330.0);
    let (bx, by) = bowl(c, 1420.0, 1260.0, 470.0, "#e4dccb", Some("#2f4f8f"));
    grains(c, (bx, by), (205.0, 38.0), 84.0, 260, (23.0, 15.0), &["#4a2a1a", "#5f3823", "#38200f"]);
    for _ in 0..26 {
        let at = (c.dice.between(980.0, 1850.0), c.dice.between(1290.0, 1450.0));
        bean(c, at.0, at.1, 30.0);
    }
    leafy(c, &[(200.0, 1480.0), (300.0, 1330.0), (420.0, 1240.0)], 5, 190.0, 0.36, "#3f6b43");
}

fn bean(c: &mut Canvas, x: f32, y: f32, size: f32) {
    let turn = c.dice.between(0.0, 180.0);
    c.glaze(|c| c.oval((x + 7.0, y + 9.0), (size, size * 0.6), turn, "#4b3a6680"));
    c.at(x, y, turn, 1.0, |c| {
        let paint = c.along((0.0, -size * 0.6), (0.0, size * 0.6), &[(0.0, "#9a6a44"), (0.5, "#5f3823"), (1.0, "#2f1a10")]);
        c.oval((0.0, 0.0), (size, size * 0.62), 0.0, &paint);
        c.line(&format!("M{:.1} 0 q{:.1} {:.1} {:.1} 0 t{:.1} 0", -size * 0.8, size * 0.4, size * 0.22, size * 0.8, size * 0.8), "#22110a", size * 0.12);
    });
}

fn turned_metal(c: &mut Canvas, x: f32, y: f32) {
    let metal = "#c3c6c9";
    body(c, x, y, &[(150.0, 250.0), (146.0, 120.0), (138.0, 10.0), (130.0, 0.0)], metal, Stuff::Glaze);
    mouth(c, x, y - 250.0, 150.0, &light(metal, 0.4), &dark(metal, 0.3));
    body(c, x, y - 250.0, &[(16.0, 62.0), (24.0, 40.0), (120.0, 24.0), (156.0, 8.0), (156.0, 0.0)], &light(metal, 0.12), Stuff::Glaze);
    c.oval((x, y - 318.0), (24.0, 18.0), 0.0, &dark(metal, 0.55));
}

fn cherries(c: &mut Canvas) {
    porch(c, View::Garden, "#5c4232");
    for points in [
        [(-60.0, 330.0), (420.0, 420.0), (900.0, 330.0), (1300.0, 430.0), (1720.0, 360.0)],
        [(300.0, -60.0), (520.0, 200.0), (820.0, 420.0), (1020.0, 700.0), (1100.0, 900.0)],
    ] {
        twig(c, &points, 26.0, "#7a5c42");
        for knot in 1..8_u8 {
            let (x, y, turn) = on(&points, f32::from(knot) / 8.0);
            leaf(c, (x, y), 340.0, 0.36, turn - 62.0, "#3f7a45");
            leaf(c, (x, y), 320.0, 0.36, turn + 118.0, "#2f6340");
            for berry in 0..9_u8 {
                let (sin, cos) = (f32::from(berry) * 0.7).sin_cos();
                let place = (x + cos * 52.0, y + sin * 40.0 + 10.0);
                let tone = *c.dice.pick(&["#c4262c", "#d8402a", "#a81f2e", "#e07a2c", "#b92430"]);
                ball(c, place, (36.0, 38.0), 0.0, tone);
                c.oval((place.0 + 4.0, place.1 + 30.0), (6.0, 4.0), 0.0, "#5a1218");
            }
        }
    }
    tray(c, 560.0, 1270.0, 720.0, "#c49c62");
    grains(c, (560.0, 1262.0), (250.0, 84.0), 56.0, 300, (20.0, 15.0), &["#c4262c", "#d8402a", "#a81f2e", "#d98a3a"]);
    let (x, y) = bowl(c, 1420.0, 1300.0, 480.0, "#3f4a5c", None);
    grains(c, (x, y), (208.0, 38.0), 74.0, 260, (23.0, 15.0), &["#4a2a1a", "#5f3823", "#38200f"]);
}

fn morning_cup(c: &mut Canvas) {
    porch(c, View::Hills, "#6a4a36");
    plate(c, 860.0, 1260.0, 720.0, "#e6e2d6", Some("#2f4f8f"));
    let (x, y) = (860.0, 1230.0);
    c.line(&format!("M{:.0} {:.0} c150 -30 170 180 -20 170", x + 220.0, y - 230.0), "#cfc9ba", 44.0);
    c.line(&format!("M{:.0} {:.0} c150 -30 170 180 -20 170", x + 214.0, y - 236.0), "#f4f0e4", 20.0);
    turned(c, x, y, &[(250.0, 300.0), (244.0, 210.0), (200.0, 80.0), (130.0, 10.0), (126.0, 0.0)], "#ece7da", Stuff::Glaze);
    mouth(c, x, y - 300.0, 250.0, "#fbf7ea", "#b9a994");
    c.oval((x, y - 292.0), (218.0, 38.0), 0.0, "#3a2015");
    c.oval((x, y - 288.0), (196.0, 31.0), 0.0, "#5a3420");
    c.oval((x - 50.0, y - 296.0), (80.0, 8.0), -4.0, "#b98a5cb0");
    steam(c, x, y - 330.0, 460.0);
    for _ in 0..18 {
        let at = (c.dice.between(1150.0, 1700.0), c.dice.between(1200.0, 1420.0));
        bean(c, at.0, at.1, 34.0);
    }
    leafy(c, &[(1990.0, 1180.0), (1820.0, 1090.0), (1640.0, 1080.0)], 6, 220.0, 0.36, "#3f6b43");
    near_leaves(c, (-60.0, 1530.0), -35.0, "#2f5f43");
}

fn cocoa(c: &mut Canvas) {
    room(c, "#dcc3a2", "#6b4530");
    banana_leaf(c, 860.0, 1290.0, 1650.0, -6.0);
    for (x, y, turn, tone) in [(520.0, 1080.0, -14.0, "#c9702a"), (860.0, 1150.0, 10.0, "#9c4326")] {
        pod(c, x, y, 330.0, turn, tone);
    }
    c.at(1260.0, 1230.0, -10.0, 1.0, |c| {
        ball(c, (0.0, 0.0), (330.0, 170.0), 0.0, "#b4652c");
        c.oval((0.0, -24.0), (290.0, 118.0), 0.0, "#f0dcb0");
        c.oval((0.0, -20.0), (262.0, 98.0), 0.0, "#d3b07a");
        for row in 0..3_u8 {
            for column in 0..7_u8 {
                let place = (-198.0 + f32::from(column) * 66.0, -72.0 + f32::from(row) * 50.0);
                ball(c, place, (36.0, 27.0), 20.0, "#f6ecd8");
            }
        }
    });
    let (x, y) = bowl(c, 1640.0, 1150.0, 360.0, "#f0e8da", None);
    grains(c, (x, y), (156.0, 29.0), 76.0, 700, (8.0, 6.0), &["#6b4028", "#7d4c30", "#5a3420"]);
    for _ in 0..16 {
        let at = (c.dice.between(500.0, 1500.0), c.dice.between(1380.0, 1470.0));
        bean(c, at.0, at.1, 36.0);
    }
}

fn pod(c: &mut Canvas, x: f32, y: f32, long: f32, turn: f32, tone: &str) {
    shadow(c, (x, y + long * 0.42), long * 0.72);
    c.at(x, y, turn, 1.0, |c| {
        let shape = format!(
            "M{:.0} 0 C{:.0} {:.0} {:.0} {:.0} {long:.0} -10 C{:.0} {:.0} {:.0} {:.0} {:.0} 0Z",
            -long,
            -long * 0.8,
            -long * 0.62,
            long * 0.6,
            -long * 0.6,
            long * 0.7,
            long * 0.6,
            -long * 0.8,
            long * 0.6,
            -long
        );
        let paint = c.along((0.0, -long * 0.5), (0.0, long * 0.5), &[(0.0, &light(tone, 0.4)), (0.4, tone), (1.0, &dark(tone, 0.5))]);
        c.fill(&shape, &paint);
        c.within(&shape, |c| {
            for ridge in -3..=3_i8 {
                let by = f32::from(ridge) * long * 0.15;
                c.line(&format!("M{:.0} 0 Q0 {:.0} {long:.0} -10", -long, by * 2.0), &veil(&dark(tone, 0.6), 0.4), 14.0);
                c.line(&format!("M{:.0} -6 Q0 {:.0} {long:.0} -16", -long, by * 2.0 - 16.0), &veil(&light(tone, 0.6), 0.35), 8.0);
            }
        });
        c.line(&format!("M{:.0} 0 l-50 -14", -long), "#5a3a24", 22.0);
    });
}
