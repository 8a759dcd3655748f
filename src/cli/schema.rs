//! `schema`: what a dossier may say, in the form that a program or a person wants.

use crate::build;
use crate::cli::options::Options;
use crate::cli::report::{Report, Stop, Stream};
use crate::cli::words::Words;
use crate::diag::suggest;
use crate::edit::schema::{self, Subject};
use crate::model::failure::Failure;

/// What was typed.
#[derive(Debug, clap::Args)]
pub struct Typed {
    /// Of what: `product`, `producer`, `page` or `settings` (default: product)
    #[arg(value_name = "KIND")]
    subject: Option<String>,
    /// Form: `json` (JSON Schema), `blank` (empty dossier), `guide` (Markdown) or `cms` (Sveltia, Decap)
    #[arg(long, value_name = "FORM")]
    form: Option<String>,
}

/// Words of the command.
pub const WORDS: Words = Words {
    help: &[
        ("schema", "", "In những mục mà một hồ sơ có thể ghi, cho chương trình hoặc cho người"),
        (
            "schema",
            "subject",
            "Của gì: `product`, `producer`, `page` hoặc `settings` (mặc định: product)",
        ),
        (
            "schema",
            "form",
            "Dạng: `json` (JSON Schema), `blank` (hồ sơ trống), `guide` (Markdown), `cms` (Sveltia, Decap)",
        ),
    ],
    usage: ("schema", "schema [loại] [tuỳ chọn]", "schema [kind] [options]"),
    examples: (
        "Ví dụ:\n  dacsan schema > ho-so.schema.json           cho VS Code (YAML) kiểm tra khi gõ\n  \
         dacsan schema --form blank                  hồ sơ trống có lời giải thích\n  dacsan schema \
         --form cms > admin/config.yml  cho Sveltia hoặc Decap CMS",
        "Examples:\n  dacsan schema > dossier.schema.json         VS Code (YAML) checks as you type\n  \
         dacsan schema --form blank --lang en        an empty dossier with comments\n  dacsan schema \
         --form cms > admin/config.yml  for Sveltia or Decap CMS",
    ),
};

/// Runs the command.
pub fn run(typed: &Typed, options: &Options, report: &mut Report) -> Result<u8, Stop> {
    let lang = report.lang();
    let kind = typed.subject.as_deref().unwrap_or("product");
    let subject = Subject::ALL.iter().find(|(name, _)| *name == kind);
    let Some((_, subject)) = subject else {
        let names: Vec<&str> = Subject::ALL.iter().map(|(name, _)| *name).collect();
        return Err(unknown(kind, &names).into());
    };
    let table = subject.table();
    let catalogue = || build::check(&options.root, options.today).map(|it| it.catalogue);
    let text = match typed.form.as_deref().unwrap_or("json") {
        "json" => schema::json(table, &catalogue()?),
        "blank" => schema::blank(table, lang),
        "guide" => schema::guide(lang),
        "cms" => schema::cms(&catalogue()?, lang),
        other => return Err(unknown(other, &["json", "blank", "guide", "cms"]).into()),
    };
    report.print(Stream::Output, &text)?;
    Ok(0)
}

fn unknown(typed: &str, names: &[&str]) -> Failure {
    let all: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let all = all.join(", ");
    let failure = Failure::usage(
        format!("cần một trong {all}, gặp `{typed}`"),
        format!("expected one of {all}, found `{typed}`"),
    );
    failure.did_you_mean(suggest::nearest(typed, names.iter().copied()))
}
