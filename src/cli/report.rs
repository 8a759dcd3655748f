//! Printing: the only file that writes to the terminal.
//!
//! Findings of `check` are its result and go to the standard output; those of
//! `build` accompany it and go to the standard error, as failures do. Colours
//! appear only where a terminal shows them (`NO_COLOR`, `CLICOLOR`, pipes:
//! `anstream` decides). A reader that closed the pipe is [`Stop::Pipe`], which
//! ends the run without complaint.
//!
//! Never decides what is true or what the exit code is.

use std::collections::BTreeMap;
use std::io::{self, Write as _};

use anstream::{AutoStream, ColorChoice};

use crate::cli::options::Verbosity;
use crate::diag::sink::Diagnostics;
use crate::diag::{Diagnostic, Severity, human};
use crate::model::failure::Failure;
use crate::source::Tree;
use crate::text::lang::Lang;
use crate::text::number;

/// Why a command ends before its end.
#[derive(Debug)]
pub enum Stop {
    /// Nobody reads the output any more.
    Pipe,
    /// The machine or the command line does not allow it.
    Failure(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Pipe;
        }
        let failure = Failure::machine("không in ra được", "cannot print").caused_by(&error);
        Self::Failure(failure)
    }
}

/// Which of the two streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Standard output: the result.
    Output,
    /// Standard error: what accompanies it.
    Error,
}

/// Which findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// The least grave ones.
    pub least: Severity,
    /// How many of one code; `None` prints all.
    pub most: Option<usize>,
}

/// The two streams, with language and colours.
pub struct Report {
    lang: Lang,
    output: AutoStream<io::Stdout>,
    error: AutoStream<io::Stderr>,
}

impl Report {
    /// Opens the streams.
    pub fn new(lang: Lang, colour: ColorChoice) -> Self {
        Self {
            lang,
            output: AutoStream::new(io::stdout(), colour),
            error: AutoStream::new(io::stderr(), colour),
        }
    }

    /// Language of what is printed.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Prints text as it is; styles are taken out where no terminal shows them.
    pub fn print(&mut self, stream: Stream, text: &str) -> Result<(), Stop> {
        match stream {
            Stream::Output => {
                self.output.write_all(text.as_bytes())?;
                self.output.flush()?;
            }
            Stream::Error => self.error.write_all(text.as_bytes())?,
        }
        Ok(())
    }

    /// Prints one line.
    pub fn line(&mut self, stream: Stream, text: &str) -> Result<(), Stop> {
        self.print(stream, &format!("{text}\n"))
    }

    /// Prints a failure; a closed stream is no reason for another one.
    pub fn failure(&mut self, failure: &Failure) {
        drop(self.print(Stream::Error, &failure.render(self.lang)));
    }

    /// Prints the findings that are grave enough, an empty line after each.
    ///
    /// A line tells how many of a code were cut, so that one frequent matter does
    /// not hide the rest.
    pub fn findings(
        &mut self,
        stream: Stream,
        tree: &Tree,
        findings: &Diagnostics,
        cut: Cut,
    ) -> Result<(), Stop> {
        let Cut { least, most } = cut;
        let colour = self.has_colours(stream);
        let mut seen: BTreeMap<&'static str, usize> = BTreeMap::new();
        for finding in shown(findings, least) {
            let count = seen.entry(finding.code.name).or_default();
            *count = count.saturating_add(1);
            if most.is_some_and(|most| *count > most) {
                continue;
            }
            let file = finding.span.file;
            let path = tree.get(file).map_or("", |source| source.path.as_str());
            let text = tree.text(file).unwrap_or("");
            let printed = human::render(finding, path, text, self.lang, colour);
            self.print(stream, &format!("{printed}\n"))?;
        }
        for (code, count) in seen {
            let hidden = count.saturating_sub(most.unwrap_or(count));
            if hidden > 0 {
                self.line(stream, &more(code, hidden, self.lang))?;
            }
        }
        Ok(())
    }

    /// Whether a stream shows colours.
    pub fn has_colours(&self, stream: Stream) -> bool {
        let choice = match stream {
            Stream::Output => self.output.current_choice(),
            Stream::Error => self.error.current_choice(),
        };
        choice != ColorChoice::Never
    }
}

/// What is said of findings that are not shown one by one.
fn more(code: &str, hidden: usize, lang: Lang) -> String {
    let count = number::count(hidden, lang);
    match lang {
        Lang::Vi => format!("… và {count} mục {code} nữa: dacsan check\n"),
        Lang::En => format!("… and {count} more of {code}: dacsan check\n"),
    }
}

/// The least grave finding that is printed.
pub fn least(verbosity: Verbosity, advice: bool) -> Severity {
    match verbosity {
        Verbosity::Quiet => Severity::Error,
        Verbosity::Verbose => Severity::Advice,
        Verbosity::Normal if advice => Severity::Advice,
        Verbosity::Normal => Severity::Warning,
    }
}

fn shown(findings: &Diagnostics, least: Severity) -> impl Iterator<Item = &Diagnostic> {
    findings.iter().filter(move |finding| finding.severity() <= least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbosity_decides_what_is_shown() {
        assert_eq!(least(Verbosity::Quiet, true), Severity::Error);
        assert_eq!(least(Verbosity::Normal, false), Severity::Warning);
        assert_eq!(least(Verbosity::Normal, true), Severity::Advice);
        assert_eq!(least(Verbosity::Verbose, false), Severity::Advice);
    }
}
