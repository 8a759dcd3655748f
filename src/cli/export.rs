//! `export`: what is typed, and what is told.

use std::path::PathBuf;

use crate::cli::options::{Options, Verbosity};
use crate::cli::report::{Report, Stop, Stream};
use crate::cli::summary::counted;
use crate::cli::words::Words;
use crate::edit::export::{self, Rows};
use crate::text::lang::Lang;

/// What was typed.
#[derive(Debug, clap::Args)]
pub struct Typed {
    /// Where to: .xlsx, .csv, .json, .jsonl, or a folder for all of them
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// No rows: a table with drop-downs to be filled in
    #[arg(long)]
    empty: bool,
}

/// Words of the command.
pub const WORDS: Words = Words {
    help: &[
        ("export", "", "Xuất danh mục thành bảng (.xlsx, .csv) hoặc dữ liệu (.json, .jsonl)"),
        ("export", "file", "Ghi vào đâu: .xlsx, .csv, .json, .jsonl, hoặc thư mục để có đủ cả"),
        ("export", "empty", "Không có hàng nào: bảng mẫu với danh sách chọn, để điền vào"),
    ],
    usage: ("export", "export <tệp> [tuỳ chọn]", "export <file> [options]"),
    examples: (
        "Ví dụ:\n  dacsan export danh-muc.xlsx          cả danh mục, mở bằng Excel\n  dacsan export \
         mau.xlsx --empty       bảng mẫu để gửi các xã điền\n  dacsan export du-lieu/               \
         mọi dạng, kèm datapackage.json",
        "Examples:\n  dacsan export catalogue.xlsx         the whole catalogue for Excel\n  dacsan \
         export form.xlsx --empty      a form for the communes to fill in\n  dacsan export data/                  \
         every form, with datapackage.json",
    ),
};

/// Runs the command.
pub fn run(typed: &Typed, options: &Options, report: &mut Report) -> Result<u8, Stop> {
    let lang = report.lang();
    let rows = if typed.empty { Rows::None } else { Rows::All };
    let done = export::export(&options.root, &typed.file, rows)?;
    if options.verbosity != Verbosity::Quiet {
        let products = counted(done.products, lang, "sản phẩm", ("product", "products"));
        for file in &done.files {
            let to = file.display();
            let line = match lang.pick(("Đã ghi", "Wrote")) {
                word if typed.empty => format!("{word} {to}"),
                word => format!("{word} {to}: {products}"),
            };
            report.line(Stream::Output, &line)?;
        }
        if done.left_out > 0 {
            let products = counted(done.left_out, lang, "sản phẩm", ("product", "products"));
            let line = match lang {
                Lang::Vi => format!(
                    "  {products} có nhiều quy cách hoặc nhiều lần công nhận; tệp .csv chỉ ghi quy cách đầu và lần công nhận cuối, xuất .xlsx hoặc một thư mục để có đủ"
                ),
                Lang::En => format!(
                    "  {products} with several packs or ratings; a .csv holds the first pack and the last rating, .xlsx or a folder holds all"
                ),
            };
            report.line(Stream::Output, &line)?;
        }
    }
    Ok(0)
}
