//! The desk: waits for a save, builds, tells the open pages.
//!
//! [`Desk::work`] builds once and then after every change until it is told to
//! stop. What does not let a build end (a mistake in a template, a full disk, a
//! mistake of the program) is told as well, the pages of before stay, and the
//! next save tries again.
//!
//! Never prints: it reports each round to its caller.

use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::build::{self, Options, Outcome};
use crate::model::failure::{Failure, FailureKind};
use crate::serve::live::Channel;
use crate::serve::overlay;
use crate::serve::watch::{Change, Watcher};
use crate::text::lang::Lang;

/// What came of a round.
pub enum Round<'a> {
    /// A build, and how long it took.
    Built(&'a Outcome, Duration),
    /// A build that could not end.
    Stopped(&'a Failure),
}

/// Everything a desk needs.
pub struct Desk<'a> {
    /// What to build.
    pub options: Options<'a>,
    /// Whom to tell.
    pub channel: &'a Channel,
    /// Language of what is told.
    pub lang: Lang,
    /// Files that were saved since the desk was opened.
    pub edited: BTreeSet<String>,
}

impl Desk<'_> {
    /// Builds now and after every change, until it is time to stop.
    pub fn work(&mut self, watcher: &mut Watcher, report: &mut dyn FnMut(Round<'_>)) {
        self.round(report);
        while let Some(change) = watcher.next(self.options.interrupted) {
            if let Change::Files(files) = change {
                self.edited.extend(files);
            }
            self.round(report);
        }
    }

    fn round(&mut self, report: &mut dyn FnMut(Round<'_>)) {
        let start = Instant::now();
        let options = &self.options;
        let built = catch_unwind(AssertUnwindSafe(|| build::build(options)));
        match built.unwrap_or_else(|panic| Err(bug(&*panic))) {
            Ok(outcome) => {
                let Outcome { tree, findings, .. } = &outcome;
                self.channel.tell(overlay::findings(tree, findings, &self.edited, self.lang));
                report(Round::Built(&outcome, start.elapsed()));
            }
            Err(failure) if failure.kind == FailureKind::Interrupted => {}
            Err(failure) => {
                self.channel.tell(overlay::failure(&failure, self.lang));
                report(Round::Stopped(&failure));
            }
        }
    }
}

/// A mistake of ours as a failure.
fn bug(panic: &(dyn Any + Send)) -> Failure {
    let said = panic.downcast_ref::<&str>().copied();
    let said = said.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    Failure::machine("chương trình gặp lỗi của chính nó", "the program met a mistake of its own")
        .caused_by(&said.unwrap_or("?"))
        .hint(
            "sửa tiếp rồi lưu lại: lần dựng sau sẽ thử lại; xin báo lỗi này cho người viết chương trình",
            "go on and save again: the next build tries anew; please report this mistake",
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_with_its_own_words() {
        for (made, want) in [
            (catch_unwind(|| panic!("thiếu {}", 1)), "thiếu 1"),
            (catch_unwind(|| panic!("lỗi")), "lỗi"),
            (catch_unwind(|| std::panic::panic_any(7)), "?"),
        ] {
            let panic = made.expect_err("a panic");
            assert_eq!(bug(&*panic).source.as_deref(), Some(want));
        }
    }
}
