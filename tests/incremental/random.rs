//! Forty edits at random, each followed by the comparison with a clean build.
//!
//! The numbers come from a small generator with a fixed seed, so that every
//! run makes the same edits; a failure names the step and the edit.

use crate::edited::Edited;

/// Edits made one after another.
const STEPS: u32 = 40;

/// The dossiers that are edited.
pub(super) const DOSSIERS: [&str; 6] = [
    "content/products/lam-dong/ca-phe-bot-doi-may.md",
    "content/products/lam-dong/mut-qua.md",
    "content/products/lam-dong/hat-mac-ca.md",
    "content/products/lam-dong/nuoc-ep-dau-tam.md",
    "content/products/son-la/gao-nep-nuong.md",
    "content/products/son-la/khan-tho-cam.md",
];

/// Days of the builds.
const DAYS: [&str; 4] = ["2026-11-23", "2026-12-16", "2027-02-11", "2025-01-01"];

/// A linear congruential generator (Knuth's MMIX numbers).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// A number below `end`, from the better upper bits.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).expect("31 bits") % end
    }

    pub(super) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        let end = u32::try_from(all.len()).expect("a short list");
        all[usize::try_from(self.below(end)).expect("an index")]
    }
}

/// The text with the value of the first line of that key replaced.
pub(super) fn with_value(text: &str, key: &str, value: &str) -> String {
    let mut is_done = false;
    let lines = text.split_inclusive('\n').map(|line| {
        let lead = line.len() - line.trim_start_matches([' ', '-']).len();
        if is_done || !line[lead..].starts_with(key) {
            return line.to_owned();
        }
        is_done = true;
        format!("{}{key} {value}\n", &line[..lead])
    });
    lines.collect()
}

/// One edit; gives its name.
fn edit(dice: &mut Dice, edited: Edited) -> (String, Edited) {
    let path = dice.pick(&DOSSIERS);
    let number = dice.below(90).saturating_add(10);
    let thing = dice.below(12);
    let name = format!("edit {thing} with {number} of {path}");
    let value = |edited: Edited, key: &str, value: &str| {
        let text = with_value(&edited.text(path), key, value);
        edited.file(path, &text)
    };
    let edited = match thing {
        0 => value(edited, "price:", &format!("{number}000")),
        1 => value(edited, "name:", &format!("Sản phẩm Ví Dụ số {number}")),
        2 => value(edited, "stars:", dice.pick(&["3", "4", "5"])),
        3 => value(edited, "decided:", &format!("20{}-03-15", 20 + number % 7)),
        4 => value(edited, "province:", dice.pick(&["Lâm Đồng", "Sơn La", "Khánh Hòa"])),
        5 => value(
            edited,
            "producer:",
            dice.pick(&["hop-tac-xa-doan-ket", "hop-tac-xa-ca-phe-vi-du"]),
        ),
        6 => value(edited, "name:", "[không phải tên"),
        7 => {
            let text = format!("{}\nThêm đoạn {number}.\n", edited.text(path));
            edited.file(path, &text)
        }
        8 => {
            let text = edited.text(path);
            edited.file(&format!("content/products/them/san-pham-{}.md", number % 3), &text)
        }
        9 => {
            let added = format!("content/products/them/san-pham-{}.md", number % 3);
            let is_there = edited.root().join(&added).exists();
            if is_there { edited.delete(&added) } else { edited }
        }
        10 => {
            let settings = "content/catalogue.yaml";
            let size = dice.pick(&["2", "3", "4", "24"]);
            let text = with_value(&edited.text(settings), "page_size:", size);
            edited.file(settings, &text)
        }
        _ => edited.on(dice.pick(&DAYS)),
    };
    (name, edited)
}

#[test]
fn after_any_edits_the_output_is_that_of_a_clean_build() {
    let mut dice = Dice(20_261_123);
    let mut edited = Edited::new();
    let mut written = 0;
    for step in 1..=STEPS {
        let (name, next) = edit(&mut dice, edited);
        // Shown by the test harness only where the comparison fails.
        println!("step {step}: {name}");
        written += next.rebuild().len();
        edited = next;
    }
    assert!(written > 500, "the edits must reach the output: {written} files");
}
