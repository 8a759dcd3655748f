//! The search index after an edit: only the files that the edit touches are
//! written, and their names change with what they hold.

use crate::edited::{Edited, INDEX};
use crate::{COFFEE, SCARF};

/// What was written of the index, without the marks in names: `+ c0`, `- c0`, `~ core.bin`.
#[track_caller]
fn written(edited: &Edited) -> Vec<String> {
    let lines = edited.rebuild().into_iter().filter(|line| line.contains(INDEX));
    let line = |line: String| {
        let line = line.replacen("tim/du-lieu/", "", 1);
        line.rsplit_once('-')
            .filter(|(mark, _)| mark.len() > 1)
            .map_or(line.clone(), |it| it.0.to_owned())
    };
    let mut lines: Vec<String> = lines.map(line).collect();
    lines.sort();
    lines
}

#[test]
fn a_story_changes_one_file_of_stories() {
    let edited = Edited::new().replace(COFFEE, "bóng cây muồng", "bóng cây keo");
    assert_eq!(
        written(&edited),
        [
            "+ se732",
            "+ stories",
            "- se732",
            "- stories",
            "~ core.bin",
            "~ disk.js",
            "~ files.txt"
        ]
    );
}

#[test]
fn a_price_changes_one_block_of_cards_and_its_column() {
    let edited = Edited::new().replace(SCARF, "price: 350000", "price: 360000");
    assert_eq!(
        written(&edited),
        ["+ c0", "+ cards", "- c0", "- cards", "~ core.bin", "~ disk.js", "~ files.txt"]
    );
}
