//! `why`: what a file of the output is and what it is made from, in words.
//!
//! Pure: takes the reasons, gives text in two columns.

use std::path::Path;

use crate::build::{Fate, Reasons, Source};
use crate::cli::summary::counted;
use crate::text::lang::Lang;

/// Width of the column of titles, in letters.
const COLUMN: usize = 16;

/// Keys of the settings on one line.
const KEYS: usize = 5;

/// Everything about one file.
pub fn told(reasons: &Reasons, out: &Path, lang: Lang) -> String {
    let made_of = &reasons.ingredients;
    let word = |vi, en| lang.pick((vi, en));
    let mut kind = made_of.kind.get(lang).to_owned();
    if let Some(encoding) = reasons.packed {
        let packed = word("bản nén", "compressed form");
        kind = format!("{kind}; {packed} .{}", encoding.ending());
    }
    let counted = match made_of.counted {
        0 => Vec::new(),
        n => vec![counted(
            n,
            lang,
            "hồ sơ được đăng",
            ("published dossier", "published dossiers"),
        )],
    };
    let settings = match made_of.settings.as_slice() {
        [] => Vec::new(),
        keys => std::iter::once("content/catalogue.yaml".to_owned())
            .chain(keys.chunks(KEYS).map(|keys| format!("  {}", keys.join(", "))))
            .collect(),
    };
    let day = made_of.by_day.then(|| reasons.today.iso());
    let parts = [
        (word("là", "is"), vec![kind]),
        (word("địa chỉ", "address"), made_of.route.iter().cloned().collect()),
        (word("hồ sơ", "dossiers"), made_of.about.clone()),
        (word("thẻ của", "cards of"), made_of.cards.clone()),
        (word("ảnh", "photos"), made_of.photos.clone()),
        (word("đếm, liệt kê", "counts, lists"), counted),
        (word("trong menu", "in menus"), made_of.menu.clone()),
        (word("giao diện", "theme"), sources(&made_of.theme, lang)),
        (word("chữ", "words"), sources(&made_of.words, lang)),
        (word("dữ liệu nền", "reference"), sources(&made_of.reference, lang)),
        (word("thiết lập", "settings"), settings),
        (word("theo ngày", "by the day"), day.into_iter().collect()),
        (word("lần dựng tới", "next build"), vec![fate(reasons.fate, lang).to_owned()]),
    ];
    let lines = parts.iter().map(|(title, lines)| part(title, lines));
    format!("{}\n{}", out.join(&reasons.path).display(), lines.collect::<String>())
}

/// A title with its lines beside it; nothing without lines.
fn part(title: &str, lines: &[String]) -> String {
    let titles = std::iter::once(title).chain(std::iter::repeat(""));
    let row = |(title, line): (&str, &String)| format!("  {title:COLUMN$}{line}\n");
    titles.zip(lines).map(row).collect()
}

fn sources(all: &[Source], lang: Lang) -> Vec<String> {
    let mark = lang.pick((" (kèm chương trình)", " (built in)"));
    let line = |it: &Source| format!("{}{}", it.path, if it.built_in { mark } else { "" });
    all.iter().map(line).collect()
}

fn fate(fate: Fate, lang: Lang) -> &'static str {
    lang.pick(match fate {
        Fate::Create => ("ghi mới, vì chưa có", "writes it, for it is not there"),
        Fate::Update => (
            "dựng lại, vì những thứ làm nên tệp đã đổi",
            "makes it anew, for what it is made from has changed",
        ),
        Fate::Keep => ("giữ nguyên", "leaves it as it is"),
    })
}
