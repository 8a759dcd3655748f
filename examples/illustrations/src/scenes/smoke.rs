//! The smokehouse.

use super::{Scene, wide};
use crate::canvas::{Canvas, WIDE};
use crate::props::fruit::ball;
use crate::props::plant::twig;
use crate::stage::night;

pub(super) const SCENES: &[Scene] = &[wide("cao-bang/lap-suon-tam-hoa", smoked_sausage)];

fn smoked_sausage(c: &mut Canvas) {
    night(c, "#4f3328", (980.0, 900.0), "#f08a3c");
    c.soft(6.0, |c| {
        for beam in [120.0, 250.0] {
            c.rect((-40.0, beam), (WIDE + 80.0, 44.0), 8.0, "#2f1d18");
            c.rect((-40.0, beam), (WIDE + 80.0, 12.0), 6.0, "#7a5034");
        }
    });
    c.line("M-40 210 Q1000 236 2040 206", "#c79f62", 28.0);
    c.line("M-40 204 Q1000 230 2040 200", "#f0d59a", 8.0);
    for at in 0..9_u8 {
        let x = 170.0 + f32::from(at) * 208.0;
        let top = 216.0 + 16.0 * (1.0 - ((x - 1000.0) / 1000.0).powi(2));
        let drop = 300.0 + c.dice.between(-20.0, 40.0);
        for side in [-1.0_f32, 1.0] {
            let px = x + side * 38.0;
            for piece in 0..2_u8 {
                let y = top + 40.0 + f32::from(piece) * drop * 0.98;
                let end = y + drop * 0.9;
                sausage(c, (px + side * 10.0, y), (px + side * 16.0, end), 42.0);
            }
        }
        c.line(&format!("M{:.0} {:.0} Q{x:.0} {:.0} {:.0} {:.0}", x - 38.0, top + 44.0, top - 50.0, x + 38.0, top + 44.0), "#f0e0b8", 7.0);
    }
    c.glow(|c| {
        c.soft(40.0, |c| {
            for _ in 0..9 {
                let x = c.dice.between(400.0, 1500.0);
                let sway = c.dice.between(-120.0, 120.0);
                c.line(&format!("M{x:.0} 1280 q{sway:.0} -300 {:.0} -560 t{sway:.0} -520", -sway * 0.5), "#ffdcae21", 90.0);
            }
        })
    });
    // Embers between stones.
    c.soft(26.0, |c| c.oval((980.0, 1330.0), (460.0, 90.0), 0.0, "#ff9a3c8c"));
    for at in 0..9_u8 {
        let x = 600.0 + f32::from(at) * 96.0;
        ball(c, (x, 1380.0 + f32::from(at % 2) * 46.0), (86.0, 62.0), 0.0, "#4a3a3c");
    }
    for at in 0..14_u8 {
        let x = 640.0 + f32::from(at) * 52.0;
        let tall = c.dice.between(60.0, 190.0);
        c.fill(
            &format!(
                "M{:.0} 1350 Q{:.0} {:.0} {x:.0} {:.0} Q{:.0} {:.0} {:.0} 1350Z",
                x - 30.0,
                x - 34.0,
                1350.0 - tall * 0.5,
                1350.0 - tall,
                x + 36.0,
                1350.0 - tall * 0.4,
                x + 30.0
            ),
            if at % 2 == 0 { "#ff8a2cb8" } else { "#ffd27ab8" },
        );
    }
    twig(c, &[(420.0, 1440.0), (760.0, 1390.0), (1010.0, 1400.0)], 46.0, "#6b4a3a");
    twig(c, &[(1560.0, 1450.0), (1240.0, 1400.0), (960.0, 1410.0)], 42.0, "#5a3f34");
}

fn sausage(c: &mut Canvas, from: (f32, f32), to: (f32, f32), thick: f32) {
    let shape = format!("M{:.0} {:.0} Q{:.0} {:.0} {:.0} {:.0}", from.0, from.1 + thick * 0.5, from.0 + 16.0, (from.1 + to.1) * 0.5, to.0, to.1 - thick * 0.5);
    c.line(&shape, "#4a1214", thick * 1.5);
    c.at(-thick * 0.1, 0.0, 0.0, 1.0, |c| c.line(&shape, "#8f2a24", thick * 1.15));
    c.at(-thick * 0.26, 0.0, 0.0, 1.0, |c| c.line(&shape, "#c4553c", thick * 0.5));
    c.at(-thick * 0.34, 0.0, 0.0, 1.0, |c| c.line(&shape, "#f0a078b0", thick * 0.14));
    c.at(thick * 0.46, 0.0, 0.0, 1.0, |c| c.line(&shape, "#ff9a5266", thick * 0.14));
    for _ in 0..12 {
        let t = c.dice.unit();
        let size = c.dice.between(3.0, 6.0);
        let at = (from.0 + c.dice.between(-0.4, 0.4) * thick + 8.0, from.1 + thick * 0.4 + (to.1 - from.1 - thick) * t);
        c.oval(at, (size, size), 0.0, "#f6d0a866");
    }
    c.oval((to.0, to.1 + 4.0), (6.0, 9.0), 0.0, "#f0e0b8");
}
