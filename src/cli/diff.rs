//! `diff`: what changed in the catalogue since a revision of git, for people.
//!
//! As text for a terminal, or as Markdown for a pull request. Text of dossiers
//! is escaped in Markdown, so that a name cannot become a heading or a mention.

use crate::build;
use crate::cli::options::{Options, Verbosity};
use crate::cli::report::{Report, Stop, Stream};
use crate::cli::words::Words;
use crate::diag::sink::Diagnostics;
use crate::edit::changes::{self, Change, Sort};
use crate::model::failure::Failure;
use crate::parse;
use crate::source::history;
use crate::text::lang::Lang;
use crate::text::number;

/// Facts of one product that are shown; `--verbose` shows all.
const SHOWN: usize = 6;

/// What was typed.
#[derive(Debug, clap::Args)]
pub struct Typed {
    /// Revision of git to compare with, such as `main` or `HEAD~1` (default: HEAD)
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Form: `text` or `markdown`
    #[arg(long, value_name = "FORM")]
    format: Option<String>,
}

/// Words of the command.
pub const WORDS: Words = Words {
    help: &[
        ("diff", "", "Cho biết danh mục đã đổi gì so với một bản trong git"),
        (
            "diff",
            "since",
            "Bản trong git để so sánh, như `main` hoặc `HEAD~1` (mặc định: HEAD)",
        ),
        ("diff", "format", "Dạng: `text` hoặc `markdown`"),
    ],
    usage: ("diff", "diff [tuỳ chọn]", "diff [options]"),
    examples: (
        "Ví dụ:\n  dacsan diff                               so với lần ghi nhận cuối\n  dacsan diff \
         --since main --format markdown  để dán vào yêu cầu hợp nhất",
        "Examples:\n  dacsan diff                               against the last commit\n  dacsan diff \
         --since main --format markdown  to paste into a pull request",
    ),
};

/// Runs the command.
pub fn run(typed: &Typed, options: &Options, report: &mut Report) -> Result<u8, Stop> {
    let lang = report.lang();
    let is_markdown = match typed.format.as_deref() {
        None | Some("text") => false,
        Some("markdown" | "md") => true,
        Some(other) => {
            return Err(Failure::usage(
                format!("--format cần `text` hoặc `markdown`, gặp `{other}`"),
                format!("--format wants `text` or `markdown`, found `{other}`"),
            )
            .into());
        }
    };
    let since = typed.since.as_deref().unwrap_or("HEAD");
    let before = history::tree_at(&options.root, since)?;
    let before = parse::catalogue(&before, &mut Diagnostics::new());
    let now = build::check(&options.root, options.today)?.catalogue;
    let all = changes::changes(&before, &now);
    let most = if options.verbosity == Verbosity::Verbose { usize::MAX } else { SHOWN };
    let teller = Teller { lang, is_markdown, most };
    report.print(Stream::Output, &teller.told(&all, since))?;
    Ok(0)
}

struct Teller {
    lang: Lang,
    is_markdown: bool,
    most: usize,
}

impl Teller {
    fn told(&self, all: &[Change], since: &str) -> String {
        if all.is_empty() {
            return match self.lang {
                Lang::Vi => format!("không có gì thay đổi so với {since}\n"),
                Lang::En => format!("nothing changed since {since}\n"),
            };
        }
        let mut out = String::new();
        for sort in Sort::ALL {
            let own: Vec<&Change> = all.iter().filter(|change| change.sort == sort).collect();
            if own.is_empty() {
                continue;
            }
            let title = self.lang.pick(sort.title());
            let count = number::count(own.len(), self.lang);
            let mark = if self.is_markdown { "### " } else { "" };
            out.extend([format!("{mark}{title} ({count})\n")]);
            if self.is_markdown {
                out.push('\n');
            }
            out.extend(own.into_iter().map(|change| self.one(change)));
            out.push('\n');
        }
        out.pop();
        out
    }

    fn one(&self, change: &Change) -> String {
        let name = self.text(&change.name);
        let about = self.text(&change.about);
        let bold = if self.is_markdown { "**" } else { "" };
        let lead = if self.is_markdown { "-" } else { " " };
        let mut out = format!("{lead} {bold}{name}{bold} ({about})\n");
        for (heading, before, after) in change.columns.iter().take(self.most) {
            let none = "∅".to_owned();
            let was = if before.is_empty() { none.clone() } else { self.text(before) };
            let is = if after.is_empty() { none } else { self.text(after) };
            let heading = self.lang.pick(*heading);
            let mark = if self.is_markdown { "  - " } else { "      " };
            out.extend([format!("{mark}{heading}: {was} → {is}\n")]);
        }
        let mark = if self.is_markdown { "  - " } else { "      " };
        let hidden = change.columns.len().saturating_sub(self.most);
        if hidden > 0 {
            let more = self.lang.pick(("mục nữa", "more"));
            out.extend([format!("{mark}… {hidden} {more}\n")]);
        }
        if change.story {
            let story = self.lang.pick(("câu chuyện được sửa", "the story was edited"));
            out.extend([format!("{mark}{story}\n")]);
        }
        out
    }

    /// Text of a dossier, with every sign that Markdown would act on made plain.
    fn text(&self, text: &str) -> String {
        if !self.is_markdown {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            if "\\`*_{}[]<>()#+!|@~&".contains(letter) {
                out.push('\\');
            }
            out.push(if letter == '\n' { ' ' } else { letter });
        }
        out
    }
}
