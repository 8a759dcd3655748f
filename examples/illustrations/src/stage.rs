//! Where a still life stands: a wall with light from a window, a dark room, a table before a view.

use crate::canvas::{Canvas, HIGH, WIDE};
use crate::colour::{dark, light, mix, veil};
use crate::land;

/// Height at which every table begins.
pub const EDGE: f32 = 930.0;

/// A wall with the light of a window on it, something out of focus before it, and a table.
pub fn room(c: &mut Canvas, wall: &str, table: &str) {
    let (bright, deep) = (light(wall, 0.45), dark(wall, 0.4));
    let paint = c.along((200.0, 0.0), (WIDE, 1100.0), &[(0.0, &bright), (0.45, wall), (1.0, &deep)]);
    c.rect((0.0, 0.0), (WIDE, HIGH), 0.0, &paint);
    let slide = c.dice.between(-160.0, 240.0);
    window_light(c, slide);
    c.soft(8.0, |c| match (slide.abs() as u32) % 3 {
        0 => trays_on_the_wall(c, wall),
        1 => open_window(c, wall),
        _ => pot_in_the_corner(c, wall),
    });
    boards(c, table);
}

/// Slanting panes of light with the shadow of leaves in them.
fn window_light(c: &mut Canvas, slide: f32) {
    c.soft(16.0, |c| {
        for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let (x, y) = (330.0 + slide + column as f32 * 330.0, 170.0 + row as f32 * 360.0);
            let slip = row as f32 * 130.0;
            let shape = format!("M{:.0} {:.0} l300 -55 l118 322 l-300 55z", x + slip, y - column as f32 * 60.0);
            c.fill(&shape, &veil("#fff2cf", 0.52));
        }
    });
    c.soft(12.0, |c| {
        for _ in 0..34 {
            let at = (c.dice.between(400.0, 1250.0) + slide, c.dice.between(100.0, 860.0));
            let turn = c.dice.between(10.0, 70.0);
            let long = c.dice.between(45.0, 100.0);
            c.oval(at, (long, long * 0.26), turn, &veil("#3b3350", 0.13));
        }
    });
}

fn trays_on_the_wall(c: &mut Canvas, wall: &str) {
    let straw = mix("#c9a05c", wall, 0.32);
    for (x, y, r) in [(1560.0, 420.0, 210.0), (1850.0, 640.0, 150.0), (1330.0, 690.0, 90.0)] {
        c.oval((x + 18.0, y + 24.0), (r, r), 0.0, &veil("#3a2c4a", 0.3));
        let paint = c.around((x - r * 0.3, y - r * 0.3), (r * 1.6, r * 1.6), &[(0.0, &light(&straw, 0.3)), (1.0, &dark(&straw, 0.3))]);
        c.oval((x, y), (r, r), 0.0, &paint);
        for ring in [0.97, 0.8, 0.6, 0.4, 0.2] {
            c.ring((x, y), (r * ring, r * ring), &veil(&dark(&straw, 0.5), 0.34), 7.0);
        }
    }
}

fn open_window(c: &mut Canvas, wall: &str) {
    let frame = dark(&mix("#7a5034", wall, 0.25), 0.12);
    c.rect((1370.0, 170.0), (520.0, 640.0), 8.0, &frame);
    let view = c.along((1400.0, 200.0), (1700.0, 800.0), &[(0.0, "#fbf3cf"), (0.5, "#bcd6a8"), (1.0, "#6f9c74")]);
    c.rect((1404.0, 204.0), (452.0, 572.0), 0.0, &view);
    for _ in 0..24 {
        let at = (c.dice.between(1420.0, 1840.0), c.dice.between(430.0, 760.0));
        let size = c.dice.between(20.0, 60.0);
        let green = *c.dice.pick(&["#4f8250", "#7fae62", "#a9cc80"]);
        c.oval(at, (size, size * 0.7), 0.0, &veil(green, 0.5));
    }
    for bar in 1..5_u8 {
        c.rect((1404.0 + f32::from(bar) * 90.0, 204.0), (13.0, 572.0), 4.0, &frame);
    }
    c.rect((1340.0, 800.0), (580.0, 34.0), 6.0, &light(&frame, 0.16));
}

fn pot_in_the_corner(c: &mut Canvas, wall: &str) {
    let clay = mix("#9c5f42", wall, 0.3);
    for leaf in 0..11_u8 {
        let turn = -160.0 + f32::from(leaf) * 14.0;
        let long = c.dice.between(300.0, 520.0);
        crate::props::plant::leaf(c, (1640.0, 760.0), long, 0.16, turn, &mix("#4f7d4a", wall, 0.24));
    }
    crate::props::vessel::body(c, 1640.0, 960.0, &[(130.0, 240.0), (150.0, 180.0), (140.0, 60.0), (110.0, 0.0)], &clay, crate::props::vessel::Stuff::Glaze);
}

/// A table of boards, seen from a little above.
pub fn boards(c: &mut Canvas, wood: &str) {
    let (far, near) = (light(wood, 0.28), dark(wood, 0.3));
    let paint = c.along((300.0, EDGE), (900.0, HIGH), &[(0.0, &far), (0.4, wood), (1.0, &near)]);
    c.rect((0.0, EDGE), (WIDE, HIGH - EDGE), 0.0, &paint);
    for board in 0..5_u8 {
        let t = f32::from(board) / 5.0;
        let y = EDGE + (HIGH - EDGE) * t * t.sqrt();
        c.line(&format!("M0 {y:.0} L2000 {:.0}", y + 3.0), &veil(&dark(wood, 0.7), 0.4), 2.0 + 5.0 * t);
        c.line(&format!("M0 {:.0} L2000 {:.0}", y + 5.0, y + 8.0), &veil(&light(wood, 0.7), 0.35), 2.0 + 3.0 * t);
    }
    for _ in 0..70 {
        let y = c.dice.between(EDGE + 8.0, HIGH);
        let x = c.dice.between(-200.0, WIDE);
        let long = c.dice.between(160.0, 620.0);
        let shade = if c.dice.unit() < 0.6 { veil(&dark(wood, 0.55), 0.14) } else { veil(&light(wood, 0.6), 0.16) };
        let bend = c.dice.between(-7.0, 7.0);
        let wide = c.dice.between(2.0, 7.0) * (0.5 + (y - EDGE) / 500.0);
        c.line(&format!("M{x:.0} {y:.0} q{:.0} {bend:.0} {long:.0} 0", long / 2.0), &shade, wide);
    }
    c.soft(60.0, |c| {
        c.oval((620.0, EDGE + 210.0), (760.0, 130.0), -4.0, &veil("#fff0c8", 0.34));
    });
    c.soft(7.0, |c| {
        c.rect((-40.0, EDGE - 16.0), (WIDE + 80.0, 18.0), 0.0, &veil("#22143a", 0.28));
    });
}

/// A dark room with one lamp; the table takes the light's colour.
pub fn night(c: &mut Canvas, tone: &str, lamp: (f32, f32), glow: &str) {
    let (deep, half) = (dark(tone, 0.55), mix(tone, glow, 0.35));
    c.rect((0.0, 0.0), (WIDE, HIGH), 0.0, &deep);
    let paint = c.around(lamp, (1250.0, 1000.0), &[(0.0, &half), (0.5, tone), (1.0, &deep)]);
    c.rect((0.0, 0.0), (WIDE, EDGE), 0.0, &paint);
    let top = mix(&dark(tone, 0.3), glow, 0.22);
    let bottom = dark(tone, 0.72);
    let paint = c.along((0.0, EDGE), (0.0, HIGH), &[(0.0, &top), (1.0, &bottom)]);
    c.rect((0.0, EDGE), (WIDE, HIGH - EDGE), 0.0, &paint);
    c.soft(40.0, |c| {
        c.oval((lamp.0, EDGE + 210.0), (760.0, 130.0), 0.0, &veil(glow, 0.34));
    });
    c.soft(5.0, |c| {
        c.rect((0.0, EDGE - 4.0), (WIDE, 7.0), 0.0, &veil(&light(glow, 0.4), 0.35));
    });
}

/// What lies behind a table outdoors, out of focus.
#[derive(Clone, Copy)]
pub enum View {
    /// Blue ridges in the mist.
    Hills,
    /// Rows of tea on round hills.
    TeaHills,
    /// Water and far islands.
    Sea,
    /// A river between palms.
    Delta,
    /// Leaves with the sun behind them.
    Garden,
    /// Paddies before a village hedge.
    Paddies,
}

/// A table before a view.
pub fn porch(c: &mut Canvas, view: View, table: &str) {
    c.soft(9.0, |c| match view {
        View::Hills => land::ridges(c, &["#f4d9b8", "#cfe0e2"], "#6f93a3", "#33594f", 330.0),
        View::TeaHills => {
            land::ridges(c, &["#f7e3bd", "#cfe3d3"], "#87a99b", "#4d7b57", 250.0);
            land::tea_rows(c, 600.0, "#6f9a3c", 31.0);
        }
        View::Sea => {
            land::sky(c, "#a9d3e0", "#fbe3bf", (520.0, 240.0));
            land::islands(c, 620.0, "#6f97a6");
            land::water(c, 620.0, 960.0, "#4f9aa6", "#bfe3dc");
        }
        View::Delta => {
            land::sky(c, "#bfe0d8", "#fdecc4", (520.0, 200.0));
            land::grove(c, 640.0, "#5f8f5c", "#2f5f45");
            land::water(c, 640.0, 960.0, "#7d9c78", "#e9e0b4");
            for (x, high) in [(190.0, 560.0), (1560.0, 700.0), (1800.0, 600.0)] {
                land::palm(c, x, 800.0, high, "#3f7347");
            }
        }
        View::Garden => garden(c),
        View::Paddies => {
            land::ridges(c, &["#cfe6ea", "#fbeccb"], "#8fb2b4", "#5f8f74", 330.0);
            land::grove(c, 660.0, "#5f8f4c", "#36683f");
            land::paddies(c, 680.0, "#b6bf4a");
        }
    });
    boards(c, table);
}

fn garden(c: &mut Canvas) {
    let paint = c.along((300.0, 0.0), (1500.0, 1000.0), &[(0.0, "#f3edb4"), (0.4, "#a9c878"), (1.0, "#3f6f4c")]);
    c.rect((-100.0, -100.0), (WIDE + 200.0, HIGH + 200.0), 0.0, &paint);
    c.soft(20.0, |c| {
        for at in 0..90 {
            let place = (c.dice.between(-60.0, WIDE + 60.0), c.dice.between(-60.0, 900.0));
            let size = c.dice.between(40.0, 130.0);
            let green = *c.dice.pick(&["#5d8f4b", "#7fae57", "#3d6e45", "#a9cc72", "#2f5a40"]);
            let share = if at < 60 { 0.4 } else { 0.22 };
            let turn = c.dice.between(0.0, 180.0);
            c.oval(place, (size, size * 0.6), turn, &veil(green, share));
        }
    });
    c.soft(5.0, |c| {
        for _ in 0..26 {
            let place = (c.dice.between(0.0, 1300.0), c.dice.between(0.0, 640.0));
            let size = c.dice.between(18.0, 60.0);
            c.oval(place, (size, size), 0.0, &veil("#fff6cc", 0.22));
        }
    });
}

/// A strip of brocade laid across the table, in perspective.
pub fn runner(c: &mut Canvas, left: f32, right: f32, ground: &str, second: &str, third: &str) {
    let lean = 210.0;
    let shape = format!("M{} {EDGE} L{} {EDGE} L{} 1500 L{} 1500Z", left + lean, right + lean * 0.2, right - lean * 0.1, left);
    let (lit, shade) = (light(ground, 0.14), dark(ground, 0.3));
    let paint = c.along((0.0, EDGE), (0.0, HIGH), &[(0.0, &lit), (1.0, &shade)]);
    c.fill(&shape, &paint);
    c.within(&shape, |c| {
        for row in 0..12_u8 {
            let t = f32::from(row) / 11.0;
            let y = EDGE + 570.0 * t.powf(1.35);
            let high = 11.0 + 34.0 * t;
            let start = left + lean * (1.0 - t) - 20.0;
            let wide = right - left + 60.0;
            if row % 3 == 1 {
                let count = 16.0;
                for at in 0..17_u8 {
                    let x = start + wide * f32::from(at) / count;
                    let half = wide / count * 0.46;
                    c.fill(&format!("M{x:.0} {:.0} l{half:.0} {high:.0} l-{half:.0} {high:.0} l-{half:.0} -{high:.0}z", y - high), second);
                    c.fill(
                        &format!(
                            "M{x:.0} {:.0} l{:.0} {:.0} l-{:.0} {:.0} l-{:.0} -{:.0}z",
                            y - high * 0.45,
                            half * 0.45,
                            high * 0.45,
                            half * 0.45,
                            high * 0.45,
                            half * 0.45,
                            high * 0.45
                        ),
                        third,
                    );
                }
            } else {
                let colour = if row % 3 == 0 { third } else { second };
                c.rect((start, y), (wide, high * 0.22), 0.0, &veil(colour, 0.9));
            }
        }
    });
}

/// The soft shadow of a thing that stands at `at` and is `radius` wide.
pub fn shadow(c: &mut Canvas, at: (f32, f32), radius: f32) {
    c.glaze(|c| {
        c.soft(radius * 0.11 + 8.0, |c| {
            c.oval((at.0 + radius * 0.62, at.1 + radius * 0.04), (radius * 1.25, radius * 0.27), 3.0, &veil("#4b3a66", 0.52));
        });
        c.soft(7.0, |c| {
            c.oval((at.0 + radius * 0.06, at.1), (radius * 1.02, radius * 0.22), 0.0, &veil("#2d1c3c", 0.62));
        });
    });
}

/// Leaves near the eye, out of focus, in a corner.
pub fn near_leaves(c: &mut Canvas, at: (f32, f32), turn: f32, green: &str) {
    c.soft(15.0, |c| {
        for leaf in 0..5_u8 {
            let angle = turn + f32::from(leaf) * 24.0 - 48.0;
            let long = 330.0 + 40.0 * f32::from(leaf % 3);
            crate::props::plant::leaf(c, at, long, 0.34, angle, &mix(green, "#16302c", 0.12 * f32::from(leaf)));
        }
    });
}
