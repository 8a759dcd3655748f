//! Compressed forms: beside their files, with their content, gone when switched off.

use std::io::Read as _;

use crate::building::{TODAY, build, options};
use crate::edited::Edited;
use crate::folder::{self, Files};
use crate::{RICE, SETTINGS};

const ON: &str = "demand_sources: true\nprecompress: [br, gz]";

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// What is in the compressed form of a file.
fn unpacked(files: &Files, path: &str, ending: &str) -> Option<Vec<u8>> {
    let bytes = files.get(&format!("{path}.{ending}"))?;
    let mut text = Vec::new();
    match ending {
        "gz" => drop(flate2::read::GzDecoder::new(&**bytes).read_to_end(&mut text).ok()?),
        _ => brotli::BrotliDecompress(&mut &**bytes, &mut text).ok()?,
    }
    Some(text)
}

/// Endings of files that hold text.
const TEXT: [&str; 9] = ["css", "csv", "html", "js", "json", "jsonl", "svg", "txt", "xml"];

#[test]
fn compressed_forms_hold_what_their_files_hold_and_follow_every_edit() {
    let edited = Edited::new().replace(SETTINGS, "demand_sources: true", ON);
    let written = edited.rebuild();
    assert!(written.iter().all(|line| line.starts_with('+')), "{}", written.join("\n"));
    let edited = edited.replace(RICE, "net: 5 kg", "net: 6 kg");
    let lines = edited.rebuild();
    let pages = lines.iter().filter(|line| ending(line) == "html");
    for page in pages {
        for ending in ["br", "gz"] {
            assert!(lines.contains(&format!("{page}.{ending}")), "{page} {ending}");
        }
    }
    let files = folder::read(&edited.out());
    for (path, bytes) in &files {
        let text = TEXT.contains(&ending(path));
        let is_redirect = bytes.starts_with(b"<!doctype html>") && bytes.len() < 1024;
        let wanted = text && bytes.len() >= 1024 && !is_redirect;
        for ending in ["br", "gz"] {
            let found = unpacked(&files, path, ending);
            assert_eq!(found.is_some(), wanted, "{path} {ending}");
            assert!(found.is_none_or(|found| found == *bytes), "{path} {ending}");
        }
    }
    let edited = edited.replace(SETTINGS, "[br, gz]", "[gz]");
    let lines = edited.rebuild();
    assert!(
        !lines.is_empty() && lines.iter().all(|it| it.starts_with('-') && ending(it) == "br")
    );
    let edited = edited.replace(SETTINGS, "\nprecompress: [gz]", "");
    let lines = edited.rebuild();
    assert!(
        !lines.is_empty() && lines.iter().all(|it| it.starts_with('-') && ending(it) == "gz")
    );
}

#[test]
fn what_is_typed_stands_above_the_settings() {
    let edited = Edited::new().replace(SETTINGS, "demand_sources: true", ON);
    let (root, out) = (edited.root(), edited.out());
    let mut options = options(&root, &out, TODAY);
    options.precompress = Some(Vec::new());
    let none = dacsan::build::build(&options).expect("a build");
    assert_eq!((none.summary.created, none.summary.removed), (0, 0));
    let both = build(&root, &out, TODAY);
    assert!(both.summary.created > 200, "{:?}", both.summary);
    assert_eq!(both.weight.files, none.weight.files + both.summary.created);
    let differences = dacsan::build::verify(&options).expect("a comparison").differences;
    assert_eq!(differences.len(), both.summary.created, "all of them are too many now");
}
