//! Letters of the pictures, and how long a line of them is.

use std::sync::{LazyLock, OnceLock};

use ttf_parser::Face;

use crate::picture::Letters;

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../../../themes/ocop/brochure/fonts/", $name))
    };
}

const NAMES: &[u8] = font!("Lora-SemiBold.ttf");
const WORDS: &[u8] = font!("BeVietnamPro-Regular.ttf");
const STRONG: &[u8] = font!("BeVietnamPro-SemiBold.ttf");

/// A font with its name in drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Font {
    /// Names of products.
    Name,
    /// Other words.
    Word,
    /// Words that weigh more.
    Strong,
}

impl Font {
    /// Attributes of a text in it.
    pub(super) fn attributes(self) -> &'static str {
        match self {
            Self::Name => "font-family=\"Lora\" font-weight=\"600\"",
            Self::Word => "font-family=\"Be Vietnam Pro\" font-weight=\"400\"",
            Self::Strong => "font-family=\"Be Vietnam Pro\" font-weight=\"600\"",
        }
    }

    /// Length of a line at that size, in pixels, without kerning.
    pub(super) fn length(self, line: &str, size: f32) -> f32 {
        static FACES: LazyLock<[Option<Face<'static>>; 3]> =
            LazyLock::new(|| [NAMES, WORDS, STRONG].map(|bytes| Face::parse(bytes, 0).ok()));
        let [name, word, strong] = &*FACES;
        let face = match self {
            Self::Name => name,
            Self::Word => word,
            Self::Strong => strong,
        };
        let Some(face) = face else { return 0.0 };
        let units = f32::from(face.units_per_em());
        let widths = line.chars().map(|letter| {
            let glyph = face.glyph_index(letter).unwrap_or_default();
            f32::from(face.glyph_hor_advance(glyph).unwrap_or_default())
        });
        widths.sum::<f32>() * size / units
    }
}

/// All of them, for the rasteriser.
pub(super) fn all() -> &'static Letters {
    static LETTERS: OnceLock<Letters> = OnceLock::new();
    LETTERS.get_or_init(|| Letters::new(&[NAMES, WORDS, STRONG], "Be Vietnam Pro"))
}

/// A text in lines of at most `width` pixels, at the largest of the sizes at which it
/// fits into its number of lines; at the last it is cut.
pub(super) fn fitted(
    text: &str,
    font: Font,
    width: f32,
    sizes: &[(f32, usize)],
) -> (f32, Vec<String>) {
    let mut last = (0.0, Vec::new());
    for (size, most) in sizes {
        let lines = broken(text, font, width, *size);
        let is_long = |line: &String| font.length(line, *size) > width;
        let fits = lines.len() <= *most && !lines.iter().any(is_long);
        last = (*size, lines);
        if fits {
            return last;
        }
        last.1.truncate(*most);
    }
    if let Some(line) = last.1.last_mut() {
        while !line.is_empty() && font.length(&format!("{line}…"), last.0) > width {
            line.pop();
        }
        *line = format!("{}…", line.trim_end());
    }
    last
}

/// Lines of about the same length, broken at spaces; a longer word has a line of its own.
fn broken(text: &str, font: Font, width: f32, size: f32) -> Vec<String> {
    let first = greedy(text, font, width, size);
    // Narrower as long as no further line is needed: no word is left alone at the end.
    let mut best = first.clone();
    for step in 1..20u8 {
        let narrow = width * (1.0 - f32::from(step) * 0.03);
        let lines = greedy(text, font, narrow, size);
        let fits = lines.iter().all(|line| font.length(line, size) <= width);
        if lines.len() > first.len() || !fits {
            break;
        }
        best = lines;
    }
    best
}

fn greedy(text: &str, font: Font, width: f32, size: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if font.length(&format!("{line} {word}"), size) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_vietnamese_has_a_width() {
        let all = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ";
        let marks = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
        for base in all.chars().filter(|letter| !matches!(letter, 'đ' | 'Đ')) {
            for mark in marks {
                let letter = crate::text::fold::nfc(&format!("{base}{mark}")).into_owned();
                assert_eq!(letter.chars().count(), 1, "{letter}");
                for font in [Font::Name, Font::Word, Font::Strong] {
                    let face = match font {
                        Font::Name => NAMES,
                        Font::Word => WORDS,
                        Font::Strong => STRONG,
                    };
                    let face = Face::parse(face, 0).unwrap();
                    let there = letter.chars().all(|it| face.glyph_index(it).is_some());
                    assert!(there, "{letter} in {font:?}");
                    assert!(font.length(&letter, 100.0) > 20.0);
                }
            }
        }
    }

    #[test]
    fn a_name_is_broken_evenly_made_smaller_and_at_last_cut() {
        let sizes = [(60.0, 3), (40.0, 4)];
        let (size, lines) = fitted("Cao cà gai leo An Xuân", Font::Name, 464.0, &sizes);
        assert_eq!((size, lines.len()), (60.0, 2), "{lines:?}");
        let long = "Bánh tráng sữa nướng mè đen dừa sáp Cầu Kè hộp quà biếu Tết đặc biệt";
        let (size, lines) = fitted(long, Font::Name, 464.0, &sizes);
        assert_eq!((size, lines.join(" ").as_str()), (40.0, long));
        let endless = "Ngon ".repeat(60);
        let (_, lines) = fitted(&endless, Font::Name, 464.0, &sizes);
        assert!(lines.len() == 4 && lines[3].ends_with('…'), "{lines:?}");
        let word = "Ă".repeat(80);
        let (size, lines) = fitted(&word, Font::Name, 464.0, &sizes);
        assert!(Font::Name.length(&lines[0], size) <= 464.0, "{lines:?}");
    }
}
