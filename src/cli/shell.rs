//! `completions` and `man`: what a shell and `man` want, from the definitions
//! of the command line themselves.

use std::path::{Path, PathBuf};

use crate::cli::report::{Report, Stop, Stream};
use crate::cli::words::{self, Words};
use crate::diag::suggest;
use crate::emit;
use crate::model::failure::Failure;
use crate::text::lang::Lang;

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// What was typed after `completions`.
#[derive(Debug, clap::Args)]
pub struct CompletionsTyped {
    /// Shell: `bash`, `zsh`, `fish`, `powershell` or `elvish`
    #[arg(value_name = "SHELL")]
    shell: String,
}

/// What was typed after `man`.
#[derive(Debug, clap::Args)]
pub struct ManTyped {
    /// Folder for the pages; without it the main page is printed
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Words of `completions`.
pub const COMPLETIONS: Words = Words {
    help: &[
        ("completions", "", "In kịch bản gợi ý lệnh cho trình dòng lệnh"),
        (
            "completions",
            "shell",
            "Trình dòng lệnh: `bash`, `zsh`, `fish`, `powershell` hoặc `elvish`",
        ),
    ],
    usage: ("completions", "completions <trình>", "completions <shell>"),
    examples: (
        "Ví dụ:\n  dacsan completions bash > ~/.local/share/bash-completion/completions/dacsan",
        "Example:\n  dacsan completions bash > ~/.local/share/bash-completion/completions/dacsan",
    ),
};

/// Words of `man`.
pub const MAN: Words = Words {
    help: &[
        ("man", "", "Ghi các trang hướng dẫn cho lệnh `man`"),
        ("man", "dir", "Thư mục để ghi; không nêu thì in trang chính"),
    ],
    usage: ("man", "man [thư-mục]", "man [folder]"),
    examples: (
        "Ví dụ:\n  dacsan man ~/.local/share/man/man1",
        "Example:\n  dacsan --lang en man ~/.local/share/man/man1",
    ),
};

/// Prints the completions of a shell.
pub fn completions(typed: &CompletionsTyped, report: &mut Report) -> Result<u8, Stop> {
    let name = typed.shell.to_lowercase();
    if !SHELLS.contains(&name.as_str()) {
        return Err(unknown_shell(&typed.shell).into());
    }
    let out = script(&name, words::command(report.lang()))?;
    report.print(Stream::Output, &String::from_utf8_lossy(&out))?;
    Ok(0)
}

#[cfg(feature = "manual")]
fn script(shell: &str, mut command: clap::Command) -> Result<Vec<u8>, Failure> {
    use clap_complete::Shell;
    let shell = shell.parse::<Shell>().map_err(|_| unknown_shell(shell))?;
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command, "dacsan", &mut out);
    Ok(out)
}

#[cfg(not(feature = "manual"))]
fn script(_: &str, _: clap::Command) -> Result<Vec<u8>, Failure> {
    Err(Failure::left_out("gợi ý lệnh", "completions", "manual"))
}

fn unknown_shell(typed: &str) -> Failure {
    let names = || SHELLS.iter().copied();
    let all: Vec<String> = names().map(|name| format!("`{name}`")).collect();
    let all = all.join(", ");
    let failure = Failure::usage(
        format!("cần một trong {all}, gặp `{typed}`"),
        format!("expected one of {all}, found `{typed}`"),
    );
    failure.did_you_mean(suggest::nearest(typed, names()))
}

/// Writes the manual pages, or prints the first.
pub fn man(typed: &ManTyped, report: &mut Report) -> Result<u8, Stop> {
    let lang = report.lang();
    let pages = pages(lang)?;
    let Some(dir) = &typed.dir else {
        let first = pages.first().map_or(String::new(), |(_, text)| text.clone());
        report.print(Stream::Output, &first)?;
        return Ok(0);
    };
    std::fs::create_dir_all(dir).map_err(|error| {
        Failure::io("không tạo được thư mục", "cannot make the folder", dir, &error)
    })?;
    for (number, (name, text)) in pages.iter().enumerate() {
        save(&dir.join(name), text, number)?;
    }
    let word = lang.pick(("Đã ghi", "Wrote"));
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    report.line(Stream::Output, &format!("{word} {}: {}", dir.display(), names.join(", ")))?;
    Ok(0)
}

fn save(path: &Path, text: &str, number: usize) -> Result<(), Failure> {
    emit::replace(path, text.as_bytes(), number).map_err(|error| {
        Failure::io("không ghi được tệp", "cannot write the file", path, &error)
    })
}

/// File names and texts of the pages, the program's own first.
fn pages(lang: Lang) -> Result<Vec<(String, String)>, Failure> {
    let mut whole = words::command(lang);
    whole.build();
    let mut pages = vec![page("dacsan", whole.clone())?];
    for command in whole.get_subcommands() {
        let name = format!("dacsan-{}", command.get_name());
        pages.push(page(&name, command.clone().display_name(name.as_str()))?);
    }
    Ok(pages)
}

#[cfg(not(feature = "manual"))]
fn page(_: &str, _: clap::Command) -> Result<(String, String), Failure> {
    Err(Failure::left_out("trang hướng dẫn", "manual pages", "manual"))
}

#[cfg(feature = "manual")]
fn page(name: &str, command: clap::Command) -> Result<(String, String), Failure> {
    let mut out = Vec::new();
    // A date would make two builds differ.
    let man = clap_mangen::Man::new(command).date("").manual("dacsan");
    man.render(&mut out).map_err(|error| {
        Failure::machine("không tạo được trang hướng dẫn", "cannot make the manual page")
            .caused_by(&error)
    })?;
    Ok((format!("{name}.1"), String::from_utf8_lossy(&out).into_owned()))
}
