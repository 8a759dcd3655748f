//! The real binary: arguments, exit codes, and every word that it says.
//!
//! Each test runs one or more commands on a small site and compares the whole
//! outcome with a file under `tests/cli/` (see [`support`]). A new case is one
//! function of a few lines.

#![expect(clippy::expect_used, clippy::panic, reason = "a test ends where it cannot go on")]

#[path = "cli/editors.rs"]
mod editors;
mod support;
#[cfg(unix)]
#[path = "cli/terminal.rs"]
mod terminal;

use std::fs::File;
use std::process::Stdio;

use support::Site;

/// A dossier of the sample catalogue, spoiled in many tests.
const LOTUS: &str = "content/products/dong-thap/hat-sen-say-vi-du.md";

/// A sample catalogue of which one dossier has three errors.
fn with_errors() -> Site {
    Site::sample()
        .edit(LOTUS, "decided: 2026-03-02", "decided: 2026-02-30")
        .edit(LOTUS, "producer: hop-tac-xa-vi-du ", "producer: hop-tac-xa-vi-dụ-2 ")
        .edit(LOTUS, "storage: ", "storrage: ")
}

/// A sample catalogue of which one dossier has a warning: the source is missing.
fn with_warnings() -> Site {
    Site::sample().edit(LOTUS, "sources:\n  - https://vi-du.example/quyet-dinh-001\n", "")
}

#[test]
fn help_and_version_speak_both_languages() {
    Site::new()
        .run(["--version"])
        .run(["-V"])
        .run(["--help"])
        .run(["--lang", "en", "--help"])
        .equals("help");
}

#[test]
fn every_command_has_its_own_help() {
    Site::new()
        .run(["build", "--help"])
        .run(["serve", "-h"])
        .run(["check", "--help"])
        .run(["why", "--help"])
        .run(["explain", "--help"])
        .run(["init", "--help"])
        .run(["import", "--help"])
        .run(["export", "--help"])
        .run(["new", "--help"])
        .run(["schema", "--help"])
        .run(["diff", "--help"])
        .run(["completions", "--help"])
        .run(["man", "--help"])
        .run(["check", "--help", "--lang=en"])
        .equals("help-of-commands");
}

#[test]
fn what_was_mistyped_is_named_with_the_nearest_word() {
    Site::new()
        .run(["biuld"])
        .run(["build", "--strikt"])
        .run(["check", "--format", "jsn"])
        .run(["check", "--format"])
        .run(["build", "--lang", "fr"])
        .run(["init"])
        .run(["why"])
        .run(["build", "--precompress", "zip"])
        .run(["--lang", "en", "biuld"])
        .run(["--lang", "en", "build", "-q", "-v"])
        .equals("mistyped");
}

#[test]
fn a_day_or_an_address_that_is_none_is_refused() {
    Site::sample()
        .run(["check", "--as-of", "hôm-nay"])
        .run(["build", "--as-of=30/02/2026"])
        .run(["build", "--lang", "en", "--as-of", "2026-11"])
        .run(["build", "--base-url", "vi-du.vn"])
        .run(["serve", "--port", "http"])
        .equals("values");
}

#[test]
fn a_folder_without_content_is_no_catalogue() {
    Site::new()
        .run(["check"])
        .run(["build", "--root", "nơi-khác"])
        .run(["--lang", "en", "build"])
        .list(".")
        .equals("no-content");
}

#[test]
fn init_build_and_check_go_through_without_a_finding() {
    Site::new()
        .run(["init", "danh-muc"])
        .run(["build", "--root", "danh-muc"])
        .run(["check", "--root", "danh-muc"])
        .list("danh-muc")
        .equals("init");
}

#[test]
fn init_never_writes_into_a_folder_that_holds_files() {
    Site::new()
        .file("cũ/ghi-chú.txt", "của tôi")
        .run(["init", "cũ"])
        .run(["--lang", "en", "init", "cũ"])
        .run(["--lang", "en", "init", "new"])
        .list("cũ")
        .equals("init-refused");
}

#[test]
fn a_clean_site_has_nothing_to_tell() {
    Site::sample()
        .run(["check"])
        .run(["check", "--lang", "en"])
        .run(["check", "--advice"])
        .run(["check", "--drafts"])
        .run(["check", "--format", "json"])
        .run(["check", "--quiet"])
        .equals("check-clean");
}

#[test]
fn errors_are_shown_at_their_place_and_end_with_one() {
    with_errors()
        .run(["check"])
        .run(["check", "--lang", "en"])
        .run(["check", "--quiet"])
        .equals("check-errors");
}

#[test]
fn errors_as_json_are_one_object_a_line() {
    with_errors().run(["check", "--format", "json"]).equals("check-json");
}

#[test]
fn a_draft_is_listed_with_what_it_lacks() {
    Site::sample()
        .file(
            "content/products/ha-noi/tra-sen-vi-du.md",
            "---\nname: Trà sen Ví Dụ\ngroup: do-uong\nprovince: Hà Nội\nstate: draft\n---\n",
        )
        .run(["check"])
        .run(["check", "--drafts"])
        .run(["check", "--drafts", "--lang", "en"])
        .equals("check-drafts");
}

#[test]
fn a_code_is_explained_and_an_unknown_one_gets_the_nearest() {
    Site::new()
        .run(["explain", "rating-lapsed"])
        .run(["explain", "[rating-lapsed]", "--lang", "en"])
        .run(["explain", "rating-laps"])
        .run(["explain", "zzzz"])
        .equals("explain");
}

#[test]
fn all_codes_are_listed() {
    Site::new().run(["explain"]).run(["explain", "--lang", "en"]).equals("explain-all");
}

#[test]
fn a_second_build_keeps_all_and_an_edit_changes_what_it_must() {
    Site::sample()
        .run(["build"])
        .run(["build"])
        .edit(LOTUS, "storage: Nơi khô mát", "storage: Nơi khô ráo")
        .run(["build", "--lang", "en"])
        .run(["build", "--quiet"])
        .equals("build-twice");
}

#[test]
fn warnings_count_only_when_strict() {
    with_warnings()
        .run(["build"])
        .run(["build", "--strict"])
        .run(["check", "--strict", "--lang", "en"])
        .equals("build-strict");
}

#[test]
fn a_dossier_with_errors_is_left_out_and_the_rest_is_built() {
    with_errors()
        .run(["build"])
        .run(["build", "--quiet", "--lang", "en"])
        .list("public")
        .equals("build-errors");
}

#[test]
fn pages_never_go_among_the_content() {
    Site::sample()
        .run(["build", "--out", "content/public"])
        .run(["build", "--out", "."])
        .run(["build", "--out", "themes"])
        .run(["build", "--lang", "en", "--out", "content/../content"])
        .list(".")
        .equals("out-refused");
}

#[test]
fn a_file_of_the_output_is_explained() {
    Site::sample()
        .run(["why", "san-pham/hat-sen-say-vi-du"])
        .run(["build", "--quiet"])
        .run(["why", "public/san-pham/hat-sen-say-vi-du/index.html", "/nhom/thuc-pham/"])
        .edit(LOTUS, "storage: Nơi khô mát", "storage: Nơi khô ráo")
        .run([
            "why",
            "--lang",
            "en",
            "/en/products/hat-sen-say-vi-du/",
            "bia/nuoc-sen-vi-du.svg",
        ])
        .run(["why", "--lang", "en", "robots.txt"])
        .run(["why", "san-pham/hat-sen-xay-vi-du"])
        .run(["why", "--lang", "en", "zzzz"])
        .equals("why");
}

#[test]
fn an_output_is_compared_with_a_clean_build() {
    Site::sample()
        .run(["build", "--verify", "--out", "trống"])
        .list(".")
        .run(["build", "--quiet"])
        .run(["build", "--verify"])
        .file("public/index.html", "của tôi")
        .file("public/ghi-chú.txt", "của tôi")
        .edit(LOTUS, "storage: Nơi khô mát", "storage: Nơi khô ráo")
        .run(["build", "--verify"])
        .run(["build", "--verify", "--quiet", "--lang", "en"])
        .run(["build", "--quiet"])
        .run(["build", "--verify", "--lang", "en"])
        .equals("verify");
}

#[test]
fn compressed_forms_and_files_for_hosts_are_written_when_asked_for() {
    Site::sample()
        .run(["build", "--base-url", "https://vi-du.example/", "--precompress", "br,gz"])
        .list("public/chu-the")
        .list("public/static")
        .run(["build", "--lang", "en"])
        .list("public/chu-the")
        .equals("precompress");
}

#[test]
fn what_is_too_heavy_is_told_at_the_budget() {
    Site::sample()
        .edit(
            "content/catalogue.yaml",
            "demand_sources: true",
            "demand_sources: true\nbudgets:\n  page_kb: 1\n  files: 5\n  mb: 100",
        )
        .run(["build"])
        .run(["build", "--strict", "--lang", "en", "--quiet"])
        .run(["check", "--lang", "en"])
        .run(["check", "--strict", "--quiet"])
        .run(["explain", "budget-exceeded"])
        .equals("budgets");
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let site = Site::sample().run(["build"]);
    let lock =
        File::open(site.path("public/.dacsan/lock")).expect("the lock of the first build");
    lock.lock().expect("nobody else builds here");
    let site = site.run(["build"]).run(["build", "--lang", "en"]);
    drop(lock);
    site.run(["build"]).equals("build-at-once");
}

#[test]
fn the_language_may_come_from_the_surroundings() {
    Site::new()
        .variable("DACSAN_LANG", "en")
        .run(["check"])
        .run(["check", "--lang", "vi"])
        .equals("surroundings");
}

#[test]
fn a_reader_that_leaves_is_no_mistake() {
    let site = Site::new();
    let mut child = site
        .command(&["explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
