//! `import`: what is typed, what is asked, and how a plan is told.
//!
//! Shows what the columns were taken for, every finding at its cell, and what
//! would be written. Writes only when told to: by `--yes`, or by an answer on a
//! terminal. Anywhere else, and with `--dry-run`, the plan is all there is.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::PathBuf;

use crate::cli::new::pairs;
use crate::cli::options::{Options, Verbosity};
use crate::cli::report::{Report, Stop, Stream, least};
use crate::cli::summary::counted;
use crate::cli::words::Words;
use crate::diag::{Severity, human};
use crate::edit::import::{self, Plan, Request, SheetPlan, Update};
use crate::text::lang::Lang;

/// Dossiers that are listed one by one; `--verbose` lists all.
const LISTED: usize = 12;

/// What was typed.
#[derive(Debug, clap::Args)]
pub struct Typed {
    /// The table: .xlsx, .ods, .xls or .csv
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only tell what would be written
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Write without asking
    #[arg(long)]
    yes: bool,
    /// Value of a column for rows that have none, such as `Province=Đồng Tháp`; may be repeated
    #[arg(long, value_name = "COLUMN=VALUE")]
    set: Vec<String>,
}

/// Words of the command.
pub const WORDS: Words = Words {
    help: &[
        ("import", "", "Nhập một bảng (.xlsx, .ods, .csv) thành hồ sơ"),
        ("import", "file", "Bảng cần nhập: .xlsx, .ods, .xls hoặc .csv"),
        ("import", "dry_run", "Chỉ cho biết sẽ ghi những gì"),
        ("import", "yes", "Ghi luôn, không hỏi lại"),
        (
            "import",
            "set",
            "Giá trị của một cột cho hàng để trống, như `Tỉnh=Đồng Tháp`; nêu được nhiều lần",
        ),
    ],
    usage: ("import", "import <bảng> [tuỳ chọn]", "import <table> [options]"),
    examples: (
        "Ví dụ:\n  dacsan import danh-sach.xlsx --dry-run        xem trước, không ghi gì\n  dacsan \
         import danh-sach.xlsx --yes            ghi luôn\n  dacsan import phu-luc.csv --set \
         \"Tỉnh=Đồng Tháp\" --set \"Số quyết định=348/QĐ-UBND\"\n\nNhập lại cùng một bảng không đổi \
         gì. Ô trống không xoá gì. Chỗ đã có người sửa trong hồ sơ thì giữ nguyên.",
        "Examples:\n  dacsan import list.xlsx --dry-run        look first, write nothing\n  dacsan \
         import list.xlsx --yes            write at once\n  dacsan import annex.csv --set \
         \"Province=Đồng Tháp\" --set \"Decision=348/QĐ-UBND\"\n\nThe same table again changes \
         nothing. An empty cell deletes nothing. What a person changed in a dossier stays.",
    ),
};

/// Runs the command.
pub fn run(typed: &Typed, options: &Options, report: &mut Report) -> Result<u8, Stop> {
    let lang = report.lang();
    let request = Request {
        root: options.root.clone(),
        file: typed.file.clone(),
        given: pairs(&typed.set)?,
        today: options.today,
    };
    let plan = import::plan(&request)?;
    let file = typed
        .file
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let quiet = options.verbosity == Verbosity::Quiet;
    if !quiet {
        report.print(Stream::Output, &sheets(&plan.sheets, &file, lang))?;
    }
    findings(&plan, &file, options.verbosity, report)?;
    if !quiet {
        let all = options.verbosity == Verbosity::Verbose;
        report.print(Stream::Output, &changes(&plan, all, lang))?;
        report.print(Stream::Output, &summary(&plan, lang))?;
    }
    let written = !typed.dry_run && (typed.yes || (!plan.is_empty() && agreed(report)?));
    if written {
        import::write(&plan, &options.root)?;
    }
    if !quiet && !plan.is_empty() {
        let text = match (written, typed.dry_run) {
            (true, _) => lang.pick((
                "Đã ghi. Xem lại bằng: dacsan check\n",
                "Written. Look it over with: dacsan check\n",
            )),
            (false, _) => lang.pick((
                "Chưa ghi gì. Để ghi, thêm --yes\n",
                "Nothing is written. To write, add --yes\n",
            )),
        };
        report.print(Stream::Output, text)?;
    }
    let grave = |severity| {
        plan.findings.iter().any(|finding| finding.diagnostic.severity() == severity)
    };
    let warned = options.strict && grave(Severity::Warning);
    Ok(u8::from(grave(Severity::Error) || warned))
}

/// Asks on a terminal; elsewhere nobody has agreed.
fn agreed(report: &mut Report) -> Result<bool, Stop> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Ok(false);
    }
    let question = report.lang().pick(("Ghi những thay đổi này? [c/K] ", "Write this? [y/N] "));
    report.print(Stream::Output, question)?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "c" | "có" | "co" | "y" | "yes"))
}

fn findings(
    plan: &Plan,
    file: &str,
    verbosity: Verbosity,
    report: &mut Report,
) -> Result<(), Stop> {
    let (lang, least) = (report.lang(), least(verbosity, false));
    let colour = report.has_colours(Stream::Output);
    for finding in plan.findings.iter().filter(|it| it.diagnostic.severity() <= least) {
        let place = finding.place.shown(file);
        let text = human::render_at(&finding.diagnostic, &place, lang, colour);
        report.print(Stream::Output, &format!("{text}\n"))?;
    }
    Ok(())
}

/// What the columns were taken for.
fn sheets(sheets: &[SheetPlan], file: &str, lang: Lang) -> String {
    let mut out = String::new();
    for sheet in sheets {
        let name = match sheet.name.as_str() {
            "" => file.to_owned(),
            name => format!("{file}:{name}"),
        };
        let Some(rows) = sheet.rows else {
            let text = lang.pick(("không có hàng tiêu đề, bỏ qua", "no headings, passed over"));
            out.extend([format!("{name}: {text}\n")]);
            continue;
        };
        let rows = counted(rows, lang, "hàng", ("row", "rows"));
        out.extend([format!("{name}: {rows}\n")]);
        for (heading, ours) in &sheet.columns {
            let none = lang.pick(("(không nhập)", "(not imported)"));
            let ours = ours.map_or(none, |pair| lang.pick(pair));
            if ours != heading {
                out.extend([format!("  {heading} → {ours}\n")]);
            }
        }
    }
    out.push('\n');
    out
}

/// What would be written.
fn changes(plan: &Plan, all: bool, lang: Lang) -> String {
    let most = if all { usize::MAX } else { LISTED };
    let mut out = String::new();
    for (path, name) in plan.producers.iter().chain(&plan.created).take(most) {
        out.extend([format!("+ {path}  {name}\n")]);
    }
    let made = plan.producers.len().saturating_add(plan.created.len());
    out.push_str(&more(made, most, lang));
    for Update { path, changes } in plan.updated.iter().take(most) {
        out.extend([format!("~ {path}\n")]);
        for (heading, before, after) in changes {
            let before = if before.is_empty() { "∅" } else { before };
            out.extend([format!("    {}: {before} → {after}\n", lang.pick(*heading))]);
        }
    }
    out.push_str(&more(plan.updated.len(), most, lang));
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn more(count: usize, most: usize, lang: Lang) -> String {
    let hidden = count.saturating_sub(most);
    if hidden == 0 {
        return String::new();
    }
    let files = counted(hidden, lang, "tệp nữa", ("more file", "more files"));
    format!("  … {} {files} (--verbose)\n", lang.pick(("và", "and")))
}

fn summary(plan: &Plan, lang: Lang) -> String {
    let dossiers = |n, vi, one, many| counted(n, lang, vi, (one, many));
    let mut parts = vec![
        dossiers(plan.created.len(), "hồ sơ mới", "new dossier", "new dossiers"),
        dossiers(plan.updated.len(), "hồ sơ thay đổi", "dossier changes", "dossiers change"),
        dossiers(plan.same, "hồ sơ giữ nguyên", "dossier stays", "dossiers stay"),
    ];
    if !plan.producers.is_empty() {
        let n = plan.producers.len();
        parts.push(dossiers(n, "chủ thể mới", "new producer", "new producers"));
    }
    let mut lines = vec![parts.join(", ")];
    let refused =
        counted(plan.refused, lang, "hàng có lỗi", ("row has errors", "rows have errors"));
    if plan.refused > 0 {
        let left = lang.pick(("không nhập", "left out"));
        lines.push(format!("{refused}, {left}"));
    }
    if plan.kept > 0 {
        let kept = counted(plan.kept, lang, "giá trị", ("value", "values"));
        let why = lang.pick((
            "giữ theo hồ sơ: đã có người sửa sau lần nhập trước",
            "kept as a person changed them since the last import",
        ));
        lines.push(format!("{kept} {why}"));
    }
    if plan.passed_over > 0 {
        let rows = counted(plan.passed_over, lang, "hàng", ("row", "rows"));
        let why = lang.pick(("không phải sản phẩm (--verbose)", "are no products (--verbose)"));
        lines.push(format!("{rows} {why}"));
    }
    format!("{}\n", lines.join("\n"))
}
