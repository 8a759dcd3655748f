//! Builds that are killed at any moment, and files that are not ours.
//!
//! The real binary builds a catalogue of three hundred dossiers and is killed
//! after a part of the time that a whole build takes; nothing can be tidied up
//! then. Every page that lies in the output must be whole, and the next build
//! must end where a clean one does. Files of other people survive all of it.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::building::{TODAY, below_tests, build};
use crate::folder::{self, Files};
use tempfile::TempDir;

/// Dossiers of the catalogue.
const DOSSIERS: u32 = 300;

/// Builds that are killed.
const ROUNDS: u32 = 10;

/// The longest time that a build is given.
const LONGEST: Duration = Duration::from_secs(5);

/// What somebody else keeps in the output folder.
const FOREIGN: [(&str, &str); 5] = [
    ("CNAME", "vi-du.example\n"),
    (".git/config", "[core]\n"),
    (".gitignore", "*\n"),
    (".nojekyll", ""),
    ("của tôi/ghi chú.txt", "đừng xoá\n"),
];

/// A catalogue like the small one, with many products.
fn catalogue(root: &Path) {
    folder::copy(&below_tests("fixtures/cao-nguyen"), root);
    let model = "content/products/son-la/gao-nep-nuong.md";
    let text = fs::read_to_string(root.join(model)).expect("a dossier");
    let dossier = |number: u32| {
        let name = format!("name: Gạo nếp nương số {number}");
        let text = text.replace("name: Gạo nếp nương Đường Lên Ví Dụ", &name);
        let text = text.replace("net: 5 kg", &format!("net: {} kg", number % 9 + 1));
        (format!("content/products/nhieu/gao-{number}.md"), text.into_bytes())
    };
    folder::write(root, &(1..=DOSSIERS).map(dossier).collect());
    retitle(root, 0);
}

/// Gives the catalogue a title of the round, which stands on every page.
fn retitle(root: &Path, round: u32) {
    let settings = root.join("content/catalogue.yaml");
    let text = fs::read_to_string(&settings).expect("the settings");
    let line = |line: &str| {
        let is_title = line.starts_with("  vi: Đặc sản");
        if is_title {
            format!("  vi: Đặc sản lần {round}\n")
        } else {
            format!("{line}\n")
        }
    };
    let text: String = text.lines().map(line).collect();
    fs::write(settings, text).expect("room on the disk");
}

fn start(root: &Path, out: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dacsan"));
    command.arg("build").arg("--root").arg(root).arg("--out").arg(out);
    command.args(["--as-of", TODAY, "--quiet"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program runs")
}

/// Every page in the output ends as pages do.
fn pages_are_whole(out: &Path) {
    for (path, bytes) in folder::read(out) {
        if path.rsplit('.').next() == Some("html") {
            let text = String::from_utf8(bytes).expect("a page in UTF-8");
            assert!(text.trim_end().ends_with("</html>"), "{path} ends in the middle");
        }
    }
}

#[test]
fn a_build_may_be_killed_at_any_moment() {
    let place = TempDir::new().expect("a folder for the test");
    let (root, out) = (place.path().join("root"), place.path().join("out"));
    catalogue(&root);
    let begin = Instant::now();
    let status = start(&root, &out).wait().expect("the program ends");
    assert!(status.success(), "the first build: {status}");
    let mut whole = begin.elapsed();
    let foreign: Files =
        FOREIGN.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into();
    folder::write(&out, &foreign);
    let mut part: u32 = 7;
    let mut killed = 0;
    for round in 1..=ROUNDS {
        retitle(&root, round);
        let mut child = start(&root, &out);
        // From a twentieth of a whole build to all of it, out of order.
        part = (part + 7) % 20;
        thread::sleep(whole.mul_f64(f64::from(part + 1) / 20.0).min(LONGEST));
        child.kill().expect("the program is killed");
        match child.wait().expect("the program ends").code() {
            None => killed += 1,
            // The machine has become quicker: the next one is killed earlier.
            Some(_) => whole /= 2,
        }
        pages_are_whole(&out);
    }
    assert!(killed > 0, "every build ended before it was killed");
    build(&root, &out, TODAY);
    let clean = place.path().join("clean");
    build(&root, &clean, TODAY);
    let mut wanted = folder::read(&clean);
    wanted.extend(foreign);
    assert_eq!(folder::difference(&wanted, &folder::read(&out)), None);
}
