//! `check --fix`: mends the dossiers, or shows how it would.
//!
//! Each file is written whole or not at all, and only where its bytes change.

use std::fs;

use crate::build;
use crate::cli::options::{Options, Verbosity};
use crate::cli::report::{Report, Stop, Stream};
use crate::cli::summary::counted;
use crate::edit::mend;
use crate::emit;
use crate::model::failure::Failure;
use crate::parse::keys::{PAGE, PRODUCER, PRODUCT, Table};
use crate::text::difference;

/// Folders of dossiers with the keys of each.
const FOLDERS: [(&str, &Table); 3] = [
    ("content/products/", &PRODUCT),
    ("content/producers/", &PRODUCER),
    ("content/pages/", &PAGE),
];

/// Mends every dossier; with `dry_run` prints a unified diff instead.
pub fn run(options: &Options, dry_run: bool, report: &mut Report) -> Result<u8, Stop> {
    let lang = report.lang();
    let checked = build::check(&options.root, options.today)?;
    let tree = &checked.tree;
    let mut changed = 0_usize;
    for (id, file) in tree.iter() {
        let table = FOLDERS.iter().find(|(folder, _)| file.path.starts_with(folder));
        let (Some((_, table)), Some(text)) = (table, tree.text(id)) else { continue };
        let is_yaml = !file.path.to_ascii_lowercase().ends_with(".md");
        let mended = mend::mend(text, is_yaml, table, &checked.catalogue.regions);
        let path = tree.disk_path(id).unwrap_or_default();
        let stored = fs::read(&path).map_err(|error| {
            Failure::io("không đọc được tệp", "cannot read the file", &path, &error)
        })?;
        if stored == mended.as_bytes() {
            continue;
        }
        changed = changed.saturating_add(1);
        if dry_run {
            let before = String::from_utf8_lossy(&stored);
            let diff = difference::unified(&file.path, &before, &mended);
            report.print(Stream::Output, &diff)?;
            continue;
        }
        emit::replace(&path, mended.as_bytes(), changed).map_err(|error| {
            Failure::io("không ghi được tệp", "cannot write the file", &path, &error)
        })?;
        if options.verbosity != Verbosity::Quiet {
            report.line(Stream::Output, &format!("~ {}", file.path))?;
        }
    }
    if options.verbosity != Verbosity::Quiet && !dry_run {
        let files = counted(changed, lang, "tệp được sửa", ("file mended", "files mended"));
        report.line(Stream::Output, &files)?;
    }
    Ok(0)
}
