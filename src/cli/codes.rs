//! `codes`: gives out permanent codes and says which.
//!
//! The ledger is the only file that is written; a run with nothing to do
//! changes nothing.

use crate::build;
use crate::cli::options::{Options, Verbosity};
use crate::cli::report::{Report, Stop, Stream};
use crate::cli::summary::counted;
use crate::edit::codes::{self, Assigned, LEDGER};
use crate::text::lang::Lang;

/// New lines that are shown; the ledger holds them all.
const SHOWN: usize = 12;

/// Runs the command.
pub fn run(options: &Options, report: &mut Report) -> Result<u8, Stop> {
    let checked = build::check(&options.root, options.today)?;
    let new = codes::assign(&options.root, &checked)?;
    if options.verbosity != Verbosity::Quiet {
        let all = checked.catalogue.codes.len().saturating_add(new.len());
        report.print(Stream::Output, &told(&new, all, report.lang()))?;
    }
    Ok(0)
}

fn told(new: &[Assigned], all: usize, lang: Lang) -> String {
    let codes = |n| counted(n, lang, "mã", ("code", "codes"));
    if new.is_empty() {
        return match lang {
            Lang::Vi => format!("Sản phẩm nào cũng đã có mã ({} trong {LEDGER})\n", codes(all)),
            Lang::En => format!("Every product has its code ({} in {LEDGER})\n", codes(all)),
        };
    }
    let head = match lang {
        Lang::Vi => {
            format!("Đã cấp {} mới, {LEDGER} nay có {}:\n", codes(new.len()), codes(all))
        }
        Lang::En => {
            format!("Gave out {}; {LEDGER} now holds {}:\n", codes(new.len()), codes(all))
        }
    };
    let shown = new.iter().take(SHOWN).map(|it| format!("  {}  {}\n", it.code, it.slug));
    let rest = new.len().saturating_sub(SHOWN);
    let more = match (rest, lang) {
        (0, _) => String::new(),
        (_, Lang::Vi) => format!("  … và {rest} mã nữa\n"),
        (_, Lang::En) => format!("  … and {rest} more\n"),
    };
    std::iter::once(head).chain(shown).chain(std::iter::once(more)).collect()
}
