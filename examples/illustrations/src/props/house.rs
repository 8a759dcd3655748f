//! Houses, boats, bridges and lanterns, as one sees them from afar or in the evening.

use crate::canvas::Canvas;
use crate::colour::{dark, light, mix, veil};

/// A house on stilts with a thatched roof. (x, y) is the middle of its foot.
pub fn stilt_house(c: &mut Canvas, x: f32, y: f32, wide: f32, thatch: &str) {
    let (w, h) = (wide, wide * 0.72);
    c.glaze(|c| c.soft(14.0, |c| c.oval((x + w * 0.16, y + 6.0), (w * 0.62, w * 0.07), 0.0, "#3a2c4a99")));
    c.rect((x - w * 0.4, y - h * 0.32), (w * 0.8, h * 0.3), 0.0, "#3b2a22");
    for post in 0..5_u8 {
        let px = x - w * 0.4 + f32::from(post) * w * 0.2;
        c.line(&format!("M{px:.1} {y:.1} V{:.1}", y - h * 0.36), "#5f4630", w * 0.022);
        c.line(&format!("M{:.1} {y:.1} V{:.1}", px - w * 0.006, y - h * 0.36), "#a9845a", w * 0.007);
    }
    let wall = c.along((x - w * 0.42, 0.0), (x + w * 0.42, 0.0), &[(0.0, "#b98d5a"), (0.5, "#9a7044"), (1.0, "#5f4532")]);
    c.rect((x - w * 0.42, y - h * 0.62), (w * 0.84, h * 0.28), 0.0, &wall);
    for plank in 0..22_u8 {
        let px = x - w * 0.42 + f32::from(plank) * w * 0.04;
        c.line(&format!("M{px:.1} {:.1} V{:.1}", y - h * 0.62, y - h * 0.34), "#4a32245c", 2.0);
    }
    for window in [-0.27, -0.05, 0.17] {
        c.rect((x + w * window, y - h * 0.56), (w * 0.11, h * 0.14), 3.0, "#f9d98a");
        c.line(&format!("M{:.1} {:.1} v{:.1}", x + w * (window + 0.055), y - h * 0.56, h * 0.14), "#6b4a2c", 4.0);
    }
    c.rect((x - w * 0.47, y - h * 0.37), (w * 0.94, h * 0.035), 3.0, "#7a5836");
    c.rect((x - w * 0.47, y - h * 0.37), (w * 0.94, h * 0.012), 2.0, "#c79f6a");
    for rail in 0..24_u8 {
        let px = x - w * 0.46 + f32::from(rail) * w * 0.04;
        c.line(&format!("M{px:.1} {:.1} v{:.1}", y - h * 0.37, -h * 0.07), "#6b4e30", 2.5);
    }
    c.line(&format!("M{:.1} {:.1} H{:.1}", x - w * 0.47, y - h * 0.44, x + w * 0.47), "#8a6842", 5.0);
    c.line(&format!("M{:.1} {y:.1} L{:.1} {:.1}", x - w * 0.6, x - w * 0.44, y - h * 0.35), "#7a5836", 8.0);
    c.line(&format!("M{:.1} {y:.1} L{:.1} {:.1}", x - w * 0.54, x - w * 0.38, y - h * 0.35), "#7a5836", 8.0);
    let roof = format!(
        "M{:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1} H{:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}Z",
        x - w * 0.58,
        y - h * 0.55,
        x - w * 0.5,
        y - h * 0.72,
        x - w * 0.36,
        y - h,
        x - w * 0.3,
        y - h * 1.06,
        x + w * 0.3,
        x + w * 0.36,
        y - h,
        x + w * 0.5,
        y - h * 0.72,
        x + w * 0.58,
        y - h * 0.55,
        y - h * 0.6,
        x - w * 0.58,
        y - h * 0.55
    );
    let paint = c.along((x - w * 0.4, y - h * 1.05), (x + w * 0.5, y - h * 0.5), &[(0.0, &light(thatch, 0.34)), (0.45, thatch), (1.0, &dark(thatch, 0.46))]);
    c.fill(&roof, &paint);
    c.within(&roof, |c| {
        for straw in 0..120_u8 {
            let t = f32::from(straw) / 119.0 * 2.0 - 1.0;
            let top = x + t * w * 0.3;
            let tone = if straw % 3 == 0 { veil(&light(thatch, 0.5), 0.4) } else { veil(&dark(thatch, 0.6), 0.3) };
            let from = y - h * (1.06 - 0.3 * c.dice.unit());
            c.line(&format!("M{top:.1} {from:.1} L{:.1} {:.1}", x + t * w * 0.6, y - h * 0.52), &tone, 2.6);
        }
    });
    c.line(&format!("M{:.1} {:.1} H{:.1}", x - w * 0.31, y - h * 1.06, x + w * 0.31), &dark(thatch, 0.35), w * 0.022);
    for side in [-1.0, 1.0] {
        c.line(&format!("M{:.1} {:.1} l{:.1} {:.1}", x + side * w * 0.3, y - h * 1.05, side * w * 0.035, -h * 0.07), &dark(thatch, 0.35), w * 0.014);
    }
}

/// A house of the delta: brick walls and a roof of tiles with a swept ridge.
pub fn tile_house(c: &mut Canvas, x: f32, y: f32, wide: f32, wall: &str) {
    let (w, h) = (wide, wide * 0.56);
    c.glaze(|c| c.soft(14.0, |c| c.oval((x + w * 0.14, y + 4.0), (w * 0.6, w * 0.05), 0.0, "#3a2c4a99")));
    let face = c.along((x - w * 0.44, 0.0), (x + w * 0.44, 0.0), &[(0.0, &light(wall, 0.35)), (0.6, wall), (1.0, &dark(wall, 0.3))]);
    c.rect((x - w * 0.44, y - h * 0.5), (w * 0.88, h * 0.5), 0.0, &face);
    for door in 0..5_u8 {
        let px = x - w * 0.33 + f32::from(door) * w * 0.145;
        c.rect((px, y - h * 0.4), (w * 0.09, h * 0.4), 2.0, "#5a3826");
        c.line(&format!("M{:.1} {:.1} v{:.1}", px + w * 0.045, y - h * 0.4, h * 0.4), "#8a5f3c", 3.0);
    }
    for post in 0..6_u8 {
        let px = x - w * 0.37 + f32::from(post) * w * 0.148;
        c.line(&format!("M{px:.1} {y:.1} v{:.1}", -h * 0.5), "#7a4f30", w * 0.016);
    }
    let roof = format!(
        "M{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}Z",
        x - w * 0.54,
        y - h * 0.44,
        x - w * 0.44,
        y - h * 0.6,
        x - w * 0.38,
        y - h,
        y - h * 0.95,
        x + w * 0.38,
        y - h,
        x + w * 0.44,
        y - h * 0.6,
        x + w * 0.54,
        y - h * 0.44,
        y - h * 0.49,
        x - w * 0.54,
        y - h * 0.44
    );
    let paint = c.along((x - w * 0.4, y - h), (x + w * 0.4, y - h * 0.4), &[(0.0, "#c96f4a"), (0.5, "#9c4a32"), (1.0, "#5f2c28")]);
    c.fill(&roof, &paint);
    c.within(&roof, |c| {
        for row in 0..9_u8 {
            let level = y - h * (0.98 - 0.062 * f32::from(row));
            let mut px = x - w * 0.56;
            while px < x + w * 0.56 {
                c.line(&format!("M{px:.1} {level:.1} q{:.1} {:.1} {:.1} 0", w * 0.011, h * 0.035, w * 0.022), "#3f1a1c6b", 3.0);
                px += w * 0.022;
            }
        }
    });
    c.line(
        &format!(
            "M{:.1} {:.1} q{:.1} {:.1} {:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1} q{:.1} {:.1} {:.1} {:.1}",
            x - w * 0.43,
            y - h * 1.09,
            w * 0.02,
            h * 0.08,
            w * 0.06,
            h * 0.09,
            y - h * 0.95,
            x + w * 0.37,
            y - h,
            w * 0.04,
            -h * 0.01,
            w * 0.06,
            -h * 0.09
        ),
        "#6b2f2a",
        w * 0.02,
    );
}

/// A bridge with a tiled roof over it, as villages of the north have.
pub fn roofed_bridge(c: &mut Canvas, x: f32, y: f32, wide: f32) {
    let w = wide;
    let arch = format!(
        "M{:.1} {y:.1} Q{x:.1} {:.1} {:.1} {y:.1} L{:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}Z",
        x - w * 0.56,
        y - w * 0.26,
        x + w * 0.56,
        x + w * 0.56,
        y + w * 0.05,
        y - w * 0.2,
        x - w * 0.56,
        y + w * 0.05
    );
    for part in 0..7_u8 {
        let t = (f32::from(part) - 3.0) / 3.0;
        let base = y - w * 0.13 * (1.0 - t * t);
        let px = x + t * w * 0.4;
        c.line(&format!("M{px:.1} {base:.1} v{:.1}", -w * 0.15), "#5f3f2a", w * 0.014);
        c.line(&format!("M{px:.1} {:.1} v{:.1}", y + w * 0.1, -w * 0.16), "#4a3428", w * 0.02);
    }
    c.fill(&arch, "#7a5a3c");
    let roof = format!(
        "M{:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1} L{:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}Z",
        x - w * 0.52,
        y - w * 0.13,
        y - w * 0.33,
        x + w * 0.52,
        y - w * 0.13,
        x + w * 0.42,
        y - w * 0.26,
        y - w * 0.5,
        x - w * 0.42,
        y - w * 0.26
    );
    let paint = c.along((x - w * 0.4, y - w * 0.4), (x + w * 0.5, y - w * 0.1), &[(0.0, "#cf7a52"), (0.5, "#a04e36"), (1.0, "#5f2c28")]);
    c.fill(&roof, &paint);
    c.within(&roof, |c| {
        for row in 0..8_u8 {
            let lift = w * 0.016 * f32::from(row);
            c.line(
                &format!("M{:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}", x - w * 0.54, y - w * 0.14 - lift, y - w * 0.345 - lift, x + w * 0.54, y - w * 0.14 - lift),
                "#3f1a1c59",
                4.0,
            );
        }
    });
    c.line(&format!("M{:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}", x - w * 0.43, y - w * 0.265, y - w * 0.505, x + w * 0.43, y - w * 0.265), "#6b2f2a", w * 0.016);
    c.line(&format!("M{:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}", x - w * 0.5, y - w * 0.05, y - w * 0.25, x + w * 0.5, y - w * 0.05), "#8a6842", w * 0.01);
}

/// A slender boat with someone in a conical hat rowing it.
pub fn sampan(c: &mut Canvas, x: f32, y: f32, long: f32, wood: &str) {
    c.glaze(|c| c.soft(8.0, |c| c.oval((x, y + long * 0.06), (long * 0.5, long * 0.04), 0.0, "#2a2c4a8c")));
    let hull = format!(
        "M{:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}Z",
        x - long * 0.52,
        y - long * 0.07,
        y + long * 0.05,
        x + long * 0.52,
        y - long * 0.08,
        y + long * 0.17,
        x - long * 0.52,
        y - long * 0.07
    );
    let paint = c.along((0.0, y - long * 0.05), (0.0, y + long * 0.08), &[(0.0, &light(wood, 0.3)), (1.0, &dark(wood, 0.5))]);
    c.fill(&hull, &paint);
    c.line(
        &format!("M{:.1} {:.1} Q{x:.1} {:.1} {:.1} {:.1}", x - long * 0.52, y - long * 0.07, y + long * 0.05, x + long * 0.52, y - long * 0.08),
        &light(wood, 0.5),
        long * 0.012,
    );
    let px = x + long * 0.2;
    c.fill(
        &format!(
            "M{:.1} {:.1} q{:.1} {:.1} {:.1} {:.1} l{:.1} {:.1} q{:.1} {:.1} {:.1} {:.1}z",
            px - long * 0.05,
            y,
            long * 0.0,
            -long * 0.14,
            long * 0.045,
            -long * 0.17,
            long * 0.02,
            0.0,
            long * 0.05,
            long * 0.04,
            long * 0.045,
            long * 0.17
        ),
        "#6b3550",
    );
    c.oval((px + long * 0.005, y - long * 0.19), (long * 0.02, long * 0.025), 0.0, "#c9996b");
    c.fill(
        &format!(
            "M{:.1} {:.1} L{:.1} {:.1} L{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}Z",
            px - long * 0.07,
            y - long * 0.19,
            px + long * 0.005,
            y - long * 0.26,
            px + long * 0.08,
            y - long * 0.19,
            px,
            y - long * 0.175,
            px - long * 0.07,
            y - long * 0.19
        ),
        "#f3e3b4",
    );
    c.line(&format!("M{:.1} {:.1} L{:.1} {:.1}", px - long * 0.06, y - long * 0.13, px - long * 0.2, y + long * 0.1), "#6d4c30", long * 0.012);
}

/// A silk lantern, lit from within.
pub fn lantern(c: &mut Canvas, x: f32, y: f32, size: f32, silk: &str, tall: f32) {
    let (rx, ry) = (size * 0.5, size * 0.5 * tall);
    c.line(&format!("M{x:.1} {:.1} V{:.1}", y - ry - size * 0.6, y - ry), "#2a1a1c", size * 0.016);
    c.glow(|c| {
        let halo = c.around((x, y), (rx * 2.6, ry * 2.4), &[(0.0, &veil(silk, 0.6)), (1.0, &veil(silk, 0.0))]);
        c.oval((x, y), (rx * 2.6, ry * 2.4), 0.0, &halo);
    });
    let hot = mix(silk, "#fff2b8", 0.78);
    let paint = c.around((x, y + ry * 0.1), (rx * 1.1, ry * 1.1), &[(0.0, &hot), (0.45, &light(silk, 0.3)), (0.85, silk), (1.0, &dark(silk, 0.3))]);
    c.oval((x, y), (rx, ry), 0.0, &paint);
    for rib in -4..=4_i8 {
        let at = f32::from(rib) / 4.4;
        c.line(&format!("M{x:.1} {:.1} Q{:.1} {y:.1} {x:.1} {:.1}", y - ry, x + at * rx * 2.0, y + ry), &veil(&dark(silk, 0.45), 0.5), size * 0.012);
    }
    c.rect((x - rx * 0.34, y - ry - size * 0.03), (rx * 0.68, size * 0.07), 3.0, "#6b4320");
    c.rect((x - rx * 0.34, y + ry - size * 0.04), (rx * 0.68, size * 0.07), 3.0, "#6b4320");
    super::cloth::tassel(c, x, y + ry + size * 0.06, size * 0.42, silk);
}
