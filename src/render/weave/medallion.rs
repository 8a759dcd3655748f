//! The calm place in the middle, and the pictogram on it.
//!
//! The medallion lies on the grid of the cloth, its edge goes in steps of two
//! threads, and two lines of other colours run inside it. Its colours are chosen so
//! that the pictogram shows at least as well as text must.

use std::fmt::Write as _;

use super::dice::Dice;
use super::loom::Cloth;
use super::thread::{Thread, Threads};

/// Least contrast between pictogram and medallion.
const CLEAR: f64 = 4.5;

/// Draws medallion and pictogram, to be laid over the cloth.
pub(super) fn draw(
    dice: &mut Dice,
    threads: &Threads,
    cloth: &Cloth,
    pictogram: &str,
) -> String {
    let (fill, ink) = colours(dice, threads, cloth.field);
    let [first, second, third, _] = threads.inks(fill);
    let inner = if dice.pick([true, false]) { second } else { third };
    let shape = dice.pick([LOZENGE, OCTAGON, HEXAGON]);
    let mut out = format!("<g transform=\"translate(320 240) scale({})\">", cloth.gauge);
    for (grown, thread) in [(5, fill), (3, first), (2, inner), (1, fill)] {
        let outline = shape.outline(cloth.gauge, grown);
        let colour = threads.colour(thread);
        let _ = write!(out, "<path fill=\"{colour}\" d=\"{outline}\"/>");
    }
    let _ = write!(
        out,
        "</g><g color=\"{}\" transform=\"translate(320 240) scale({}) translate(-24 -24)\">\
         {}</g>",
        threads.colour(ink),
        shape.scale,
        pictogram.trim(),
    );
    out
}

/// Colours of the medallion and of the pictogram on it.
fn colours(dice: &mut Dice, threads: &Threads, field: Thread) -> (Thread, Thread) {
    use Thread::{Ecru, Ground, Second};
    let wanted =
        dice.pick([[Second, Ecru, Ground], [Ecru, Second, Ground], [Ground, Second, Ecru]]);
    wanted
        .into_iter()
        .filter(|fill| *fill != field)
        .filter_map(|fill| threads.inks(fill).first().map(|ink| (fill, *ink)))
        .find(|(fill, ink)| threads.contrast(*fill, *ink) >= CLEAR)
        .unwrap_or((Second, Ecru))
}

/// A form with stepped corners; lengths in units of the drawing.
#[derive(Clone, Copy)]
struct Shape {
    /// Half its width.
    wide: i32,
    /// Half its height.
    high: i32,
    /// How much of the half height the steps take.
    slope: i32,
    /// Size of the pictogram.
    scale: &'static str,
}

const LOZENGE: Shape = Shape { wide: 134, high: 134, slope: 134, scale: "3.125" };
const OCTAGON: Shape = Shape { wide: 106, high: 106, slope: 48, scale: "3.75" };
const HEXAGON: Shape = Shape { wide: 142, high: 98, slope: 96, scale: "3.5" };

impl Shape {
    /// The outline in threads, wider by `grown` threads on every side.
    fn outline(self, gauge: i32, grown: i32) -> String {
        let [wide, high] = [self.wide / gauge + grown, self.high / gauge + grown];
        let steps = usize::try_from(self.slope / gauge / 2).unwrap_or(0);
        let cut = self.slope / gauge / 2 * 2;
        let (flat, top) = (high - cut, wide - cut);
        format!(
            "M-{wide}.5 0v-{flat}.5{}h{}{}v{}{}h-{}{}z",
            "h2v-2".repeat(steps),
            2 * top + 1,
            "v2h2".repeat(steps),
            2 * flat + 1,
            "h-2v2".repeat(steps),
            2 * top + 1,
            "v-2h-2".repeat(steps),
        )
    }
}
