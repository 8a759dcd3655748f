//! The pattern drafts of the loom, as weavers keep them: one letter for one thread.
//!
//! `.` leaves the field bare; `#`, `+` and `o` are the first, second and third ink
//! of the band. A draft is only the left half of its motif: the last column is the
//! motif's axis, the first column the axis it shares with its neighbour, so a draft
//! of `n + 1` columns repeats every `2 n` threads. A mirrored draft is also only
//! the upper half, and its last row is the axis.
//!
//! Never holds colours or places: [`super`] decides those.

use std::fmt::Write as _;

/// One motif as drafted.
pub(super) struct Chart {
    /// Whether the rows are the upper half of a motif that is the same below.
    pub(super) mirrored: bool,
    /// The threads, from the top.
    pub(super) rows: &'static [&'static str],
}

impl Chart {
    /// Threads from top to bottom of the whole motif.
    pub(super) fn height(&self) -> i32 {
        let rows = length(self.rows);
        if self.mirrored { 2 * rows - 1 } else { rows }
    }

    /// Threads from one motif to the next.
    pub(super) fn period(&self) -> i32 {
        2 * self.columns() - 2
    }

    /// The draft's threads of one mark, as runs of a path one thread wide.
    ///
    /// The axis of the motif stands at 0, the top of the draft at 0.
    pub(super) fn path(&self, mark: char) -> String {
        let mut out = String::new();
        let mut pen = None;
        for (y, row) in (0..).zip(self.rows) {
            for (x, length) in runs(row, mark) {
                let _ = match pen {
                    None => write!(out, "M-{}.5 {y}.5h{length}", self.columns() - 1 - x),
                    Some((at, line)) => write!(out, "m{} {}h{length}", x - at, y - line),
                };
                pen = Some((x + length, y));
            }
        }
        out
    }

    fn columns(&self) -> i32 {
        self.rows.first().map_or(0, |row| length(row.as_bytes()))
    }
}

/// Start and length of every run of `mark`.
fn runs(row: &str, mark: char) -> Vec<(i32, i32)> {
    let mut found: Vec<(i32, i32)> = Vec::new();
    for (x, letter) in (0..).zip(row.chars()) {
        match found.last_mut() {
            _ if letter != mark => {}
            Some((start, length)) if *start + *length == x => *length += 1,
            _ => found.push((x, 1)),
        }
    }
    found
}

fn length<T>(items: &[T]) -> i32 {
    i32::try_from(items.len()).unwrap_or(i32::MAX)
}

const fn whole(rows: &'static [&'static str]) -> Chart {
    Chart { mirrored: false, rows }
}

const fn half(rows: &'static [&'static str]) -> Chart {
    Chart { mirrored: true, rows }
}

/// Motifs of the broad band in the middle; all mirrored.
pub(super) static BROAD: [Chart; 8] = [
    // Lozenges within lozenges.
    half(&[
        "##..oo....###",
        "#..oo....####",
        "..oo....####.",
        ".oo....####.+",
        "oo....####.++",
        "o....####.+++",
        "....####.+++.",
        "...####.+++.o",
        "..####.+++.oo",
        ".####.+++.ooo",
        "####.+++.ooo.",
        "###.+++.ooo.#",
        "##.+++.ooo.##",
    ]),
    // The star with eight rays.
    half(&[
        "oooo..++.......",
        "ooo..++.#......",
        "oo..++..##.....",
        "o..++...###....",
        "..++....####...",
        ".++.....#####..",
        "++......######.",
        "+.......######.",
        ".+++++++.#####.",
        "..+++++++.####.",
        "...+++++++.###.",
        "....+++++++.##.",
        ".....+++++++.#.",
        "......+++++++..",
        "..............o",
    ]),
    // A net of lozenges.
    half(&[
        "ooo..+...##",
        "oo..+...##.",
        "o..+...##.o",
        "..+...##..o",
        ".+...##...o",
        "+...##.....",
        "...##.....+",
        "..##.....++",
        ".##.....++.",
        "##.....++..",
        "#.ooo.++..#",
    ]),
    // A chequered lozenge.
    half(&[
        "###..oo......+",
        "##..oo......++",
        "#..oo......++.",
        "..oo......++..",
        ".oo......++..#",
        "oo......++..##",
        "o......++..#..",
        "......++..##..",
        ".....++..#..##",
        "....++..##..##",
        "...++..#..##oo",
        "..++..##..##oo",
        ".++..#..##oo##",
        "++..##..##oo##",
    ]),
    // Ram's horns round a lozenge.
    half(&[
        "+++..oo........",
        "++..oo..#######",
        "+..oo...#.....#",
        "..oo....#.....#",
        ".oo.....#..#..#",
        "oo......#..#..#",
        "o.......####..#",
        "..............#",
        ".######.......#",
        ".#....#.......#",
        ".#....#.......+",
        ".#..###......++",
        ".#..........++.",
        ".#.........++.o",
        ".#########++.oo",
    ]),
    // Hooked lozenges.
    half(&[
        "#...........#",
        "..........###",
        "++...###.###.",
        "+....#.####..",
        "...#.#..##..o",
        "...####....oo",
        "#.....#...oo.",
        "##.####..oo.+",
        ".###....oo.++",
        "#.####.oo.++.",
        "+#..#.oo.++..",
        "++#..oo.++..#",
        "+++#oo.++..##",
    ]),
    // A tree and its reflection.
    half(&[
        "+++.......#",
        "++.......##",
        "+.....#...#",
        ".....###..#",
        "......###.#",
        "..#....####",
        ".###....###",
        "..###....##",
        "...###..o.#",
        "#...###.oo#",
        "##...######",
        "oo#...#####",
        "ooo#....###",
        "oooo#.....#",
    ]),
    // The flower of four petals.
    half(&[
        "............++",
        ".##........+++",
        ".####.......++",
        "..#####......+",
        "..##+####....o",
        "...##++##....o",
        "...##+++##...o",
        "....##++##...o",
        "....####+##..o",
        "......#####..o",
        "........####.o",
        ".+........##..",
        "+++..........o",
        "++++ooooooo.oo",
    ]),
];

/// Motifs of the bands beside it.
pub(super) static MIDDLE: [Chart; 13] = [
    // Small lozenges.
    half(&[".....#", "....##", "...##.", "..##.o", ".##.oo", "+#.ooo"]),
    // Running crosses.
    half(&["....##", "o...##", "oo..##", "o.####", "..####"]),
    // Hourglasses.
    half(&["..#####", "+..####", "++..###", "+++..##", "++++..#"]),
    // Saltires.
    half(&["##..++", ".##..+", "..##..", "o..##.", "oo..##", "ooo..#"]),
    // Feathered edges, as warp-dyed thread shows them.
    half(&["......#.#", "....#.###", "..#.###o#", "..####o.o", "#.##o.o.o", "####.o.+o"]),
    // Frets, face to face.
    whole(&["######.", "#....#.", "#.##.#.", "#.#..#.", "#.####.", "#......", "#######"]),
    // Zigzag.
    whole(&["#.+...", "##.+..", ".##.+.", "o.##.+", ".o.##.", "..o.##", "...o.#"]),
    // Firs.
    whole(&[
        "+.....#", "...#..#", "..#.#.#", ".#.#.##", "..#.#.#", "...#.##", "+...#.#", "++...##",
        "+++...#", "++++.##",
    ]),
    // Birds, face to face.
    whole(&[
        ".............",
        "........##...",
        ".......####..",
        "..#....##....",
        "..#######...+",
        "...######..++",
        "....###...+++",
        "....#.#....++",
        "...##.##....+",
    ]),
    // Small stars.
    half(&[
        "ooo.....", "oo..#...", "o...##..", "....###.", ".+++.##.", "..+++.#.", "...+++..",
        ".......o",
    ]),
    // Dancers, hand in hand.
    whole(&[
        ".....##", ".....##", "......#", "..#####", ".##.###", "##..###", "...+++o", "..++++o",
        ".+++++o", "....##.", "...###.",
    ]),
    // Combs.
    whole(&["#.#.#.#", "#.#.#.#", "#.#.#.#", "#######", "......+", "...+.++", "+.++++o"]),
    // Mountains.
    whole(&["+++++.#", "++++.##", "+++.###", "++.##o#", "+.##ooo", ".##ooo+"]),
];

/// Motifs of the borders.
pub(super) static NARROW: [Chart; 8] = [
    whole(&["...#", "..##", ".###"]),
    whole(&["..#", "##."]),
    whole(&["..###", "..###", "++..."]),
    half(&["...#", "+.##"]),
    whole(&[".##", "...", ".++"]),
    whole(&["...#..+", "..##.++", ".##.++."]),
    whole(&["#.#.#", "#####"]),
    whole(&["####...", "#..#..+", "#..####"]),
];
