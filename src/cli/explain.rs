//! `explain`: what a code means and how to put the matter right.
//!
//! Pure: takes the list of codes, gives text. A code that does not exist is a
//! failure that names the nearest one.

use crate::diag::{Code, suggest};
use crate::model::failure::Failure;
use crate::text::lang::Lang;

/// Widest line of an explanation, in letters.
const WIDTH: usize = 80;

/// Title and explanation of one code.
pub fn one(codes: &[&Code], name: &str, lang: Lang) -> Result<String, Failure> {
    let name = name.trim().trim_matches(['[', ']']);
    let Some(code) = codes.iter().find(|code| code.name == name) else {
        return Err(unknown(codes, name));
    };
    let head =
        format!("{}[{}]: {}", code.severity.word(lang), code.name, lang.pick(code.title));
    Ok(format!("{head}\n\n{}\n", wrapped(lang.pick(code.explain))))
}

/// Every code with its title, in columns.
pub fn all(codes: &[&Code], lang: Lang) -> String {
    let width = codes.iter().map(|code| code.name.len()).max().unwrap_or(0);
    let lines = codes.iter().map(|code| {
        let word = code.severity.word(lang);
        format!("{:width$}  {word:10}  {}\n", code.name, lang.pick(code.title))
    });
    lines.collect()
}

fn unknown(codes: &[&Code], name: &str) -> Failure {
    let failure =
        Failure::usage(format!("không có mã `{name}`"), format!("there is no code `{name}`"));
    let failure =
        failure.did_you_mean(suggest::nearest(name, codes.iter().map(|code| code.name)));
    failure.hint("xem tất cả các mã: dacsan explain", "see all codes: dacsan explain")
}

/// Breaks lines at spaces; line breaks of the text stay.
fn wrapped(text: &str) -> String {
    let paragraphs = text.trim().lines().map(|line| {
        let mut out = String::new();
        let mut column = 0_usize;
        for word in line.split_whitespace() {
            let length = word.chars().count();
            if column > 0 && column.saturating_add(length) >= WIDTH {
                out.push('\n');
                column = 0;
            } else if column > 0 {
                out.push(' ');
                column = column.saturating_add(1);
            }
            out.push_str(word);
            column = column.saturating_add(length);
        }
        out
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, all, one, wrapped};
    use crate::diag::{Code, Severity};
    use crate::text::lang::Lang;

    static LAPSED: Code = Code {
        name: "rating-lapsed",
        severity: Severity::Warning,
        title: ("hạng sao đã hết hạn", "the rating has lapsed"),
        explain: ("Giấy công nhận có hạn 36 tháng.", "A certificate runs for 36 months."),
    };

    #[test]
    fn a_code_is_explained_in_either_language() {
        assert_eq!(
            one(&[&LAPSED], "[rating-lapsed]", Lang::Vi).unwrap(),
            "cảnh báo[rating-lapsed]: hạng sao đã hết hạn\n\nGiấy công nhận có hạn 36 tháng.\n"
        );
        assert_eq!(
            all(&[&LAPSED], Lang::En),
            "rating-lapsed  warning     the rating has lapsed\n"
        );
        let failure = one(&[&LAPSED], "rating-laps", Lang::Vi).unwrap_err();
        assert_eq!(failure.hints.first().unwrap().vi, "có phải `rating-lapsed`?");
        assert_eq!(one(&[&LAPSED], "zzzz", Lang::Vi).unwrap_err().hints.len(), 1);
    }

    #[test]
    fn long_lines_break_at_spaces() {
        let text = wrapped(&"mật ong bạc hà ".repeat(30));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert_eq!(text.lines().count(), 6);
        assert_eq!(wrapped("a\n\nb"), "a\n\nb");
    }
}
