//! Builds without changes: they say what the last one said, and break off for nothing less.

use std::fs;
use std::time::{Duration, SystemTime};

use dacsan::build::{self, Outcome};

use crate::building::{TODAY, build, options};
use crate::edited::Edited;
use crate::{JAM, RICE, SETTINGS};

const PAGE: &str = "san-pham/mut-qua/index.html";

/// What a run of `dacsan build` prints of an outcome.
fn told(outcome: &Outcome) -> String {
    let findings: Vec<_> = outcome.findings.iter().collect();
    format!("{:?} {:?} {findings:?}", outcome.counts, outcome.weight)
}

fn seal(edited: &Edited) -> std::path::PathBuf {
    edited.out().join(".dacsan/seal")
}

#[test]
fn a_build_without_changes_says_the_same_as_the_one_before() {
    let edited = Edited::new().replace(RICE, "score: 64", "score: 94");
    let first = build(&edited.root(), &edited.out(), TODAY);
    let second = build(&edited.root(), &edited.out(), TODAY);
    assert!(!first.findings.is_empty());
    assert_eq!(told(&first), told(&second));
    assert_eq!(second.summary.kept, first.weight.files);
    assert_eq!((second.summary.created, second.summary.updated), (0, 0));
    // It was the seal that spoke: with another page under it, it is believed.
    let text = fs::read_to_string(seal(&edited)).expect("a seal");
    assert!(text.contains(PAGE));
}

#[test]
fn a_page_that_was_changed_without_its_length_is_made_again() {
    let edited = Edited::new();
    build(&edited.root(), &edited.out(), TODAY);
    let path = edited.out().join(PAGE);
    let bytes = fs::read(&path).expect("a page");
    let other: Vec<u8> = bytes.iter().map(u8::to_ascii_uppercase).collect();
    fs::write(&path, &other).expect("a page of ours");
    let later = SystemTime::UNIX_EPOCH + Duration::from_secs(2_000_000_000);
    fs::File::options()
        .write(true)
        .open(&path)
        .and_then(|it| it.set_modified(later))
        .expect("a time");
    assert_eq!(build(&edited.root(), &edited.out(), TODAY).summary.updated, 1);
    assert_eq!(fs::read(&path).expect("a page"), bytes);
}

#[test]
fn another_day_another_setting_or_a_damaged_seal_break_it() {
    let edited = Edited::new();
    build(&edited.root(), &edited.out(), TODAY);
    assert!(build(&edited.root(), &edited.out(), "2026-12-16").summary.updated > 0);
    assert!(build(&edited.root(), &edited.out(), TODAY).summary.updated > 0);
    let (root, out) = (edited.root(), edited.out());
    let mut options = options(&root, &out, TODAY);
    options.base_url = Some("https://vi-du.vn/".to_owned());
    assert!(build::build(&options).expect("a build").summary.updated > 0);
    assert!(build(&edited.root(), &edited.out(), TODAY).summary.updated > 0);
    let whole = fs::read(seal(&edited)).expect("a seal");
    fs::write(seal(&edited), &whole[..whole.len() / 2]).expect("half a seal");
    let edited = edited.replace(SETTINGS, "page_size: 4", "page_size: 5");
    assert!(build(&edited.root(), &edited.out(), TODAY).summary.removed > 0);
    let edited = edited.replace(JAM, "chín mươi", "tám mươi");
    assert!(build(&edited.root(), &edited.out(), TODAY).summary.updated > 0);
}
