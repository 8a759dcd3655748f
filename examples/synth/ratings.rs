//! Ratings: chains of events with the skew of the real programme.
//!
//! 72 % three stars, 26 % four, 1.5 % five, the rest put forward for five; a
//! quarter has lapsed, an eighth was renewed, some rose, a few are known to the
//! year or not at all. Who grants follows the day of the decision
//! (docs/SOURCES.md#authorities).
//!
//! Never uses the number of a real decision: all end in `QĐ-VD`.

use dacsan::text::date::Day;

use crate::dice::Dice;

/// How exactly a day is known.
#[derive(Clone, Copy, PartialEq)]
enum Known {
    Day,
    Month,
    Year,
    Never,
}

/// The lines of `ratings:` of a dossier.
pub(crate) fn ratings(dice: &mut Dice, today: Day) -> String {
    let tier = dice.below(1000);
    let stars = match tier {
        0..720 => 3,
        980..995 => 5,
        _ => 4,
    };
    let known = match dice.below(100) {
        0..3 => Known::Never,
        3..7 => Known::Year,
        7..9 => Known::Month,
        _ => Known::Day,
    };
    let mut lines = String::from("ratings:\n");
    let latest = match dice.below(1000) {
        0..250 => {
            let decided = back(today, dice.between(37 * 30 + 10, 78 * 30));
            lines.push_str(&event(dice, "first", stars, decided, known));
            decided
        }
        250..375 => {
            let decided = back(today, dice.between(30, 35 * 30));
            let before = back(decided, dice.between(34 * 30, 37 * 30));
            lines.push_str(&event(dice, "first", stars, before, Known::Day));
            lines.push_str(&event(dice, "renewal", stars, decided, known));
            decided
        }
        375..440 if stars > 3 => {
            let decided = back(today, dice.between(30, 35 * 30));
            let before = back(decided, dice.between(8 * 30, 24 * 30));
            lines.push_str(&event(dice, "first", stars - 1, before, Known::Day));
            lines.push_str(&event(dice, "upgrade", stars, decided, known));
            decided
        }
        _ => {
            let decided = back(today, dice.between(5, 35 * 30));
            lines.push_str(&event(dice, "first", stars, decided, known));
            decided
        }
    };
    if tier >= 995 && known == Known::Day {
        let day = latest.plus_days(20).min(today);
        lines.push_str(&event(dice, "put-forward", 5, day, Known::Day));
    }
    lines
}

fn back(day: Day, days: usize) -> Day {
    day.plus_days(i32::try_from(days).unwrap_or(0).saturating_neg())
}

fn event(dice: &mut Dice, event: &str, stars: usize, decided: Day, known: Known) -> String {
    let score = match stars {
        5 => dice.between(9000, 9860),
        4 => dice.between(7000, 8990),
        _ => dice.between(5000, 6990),
    };
    let iso = decided.iso();
    let date = match known {
        Known::Day => iso.as_str(),
        Known::Month => iso.get(..7).unwrap_or_default(),
        Known::Year => iso.get(..4).unwrap_or_default(),
        Known::Never => "",
    };
    let mut lines = vec![format!("  - event: {event}"), format!("    stars: {stars}")];
    if dice.happens(700) {
        lines.push(format!("    score: {}.{:02}", score / 100, score % 100));
    }
    if !date.is_empty() {
        lines.push(format!("    decided: {date}"));
    }
    if known == Known::Day && event != "put-forward" {
        lines.push(format!("    decision: {:03}/QĐ-VD", dice.between(1, 3999)));
        lines.push(format!("    level: {}", level(stars, &iso)));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Who grants so many stars on a day.
fn level(stars: usize, iso: &str) -> &'static str {
    match stars {
        5 => "central",
        3 if ("2023-02-24".."2025-07-06").contains(&iso) => "district",
        _ => "province",
    }
}
