//! What is asked on a terminal: the whole talk, as it stands there afterwards.
//!
//! The program gets a terminal of its own (a pseudo-terminal) and each answer only once it
//! has asked; when there are no answers left, the end of the input.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use super::support::Site;

/// Runs the program, answers its questions, and writes the talk down.
fn talk(site: Site, typed: &[&str], answers: &[&str]) -> Site {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&ours).expect("a terminal of ours");
    unlockpt(&ours).expect("an open terminal");
    let name = ptsname(&ours, Vec::new()).expect("its name");
    let name = name.to_str().expect("a plain name").to_owned();
    let open = || File::options().read(true).write(true).open(&name).expect("its other end");
    let mut command = site.command(typed);
    command.stdin(open()).stdout(open()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    // Its ends must be the only ones left, or the talk never ends.
    drop(command);
    let mut ours = File::from(ours);
    let (mut said, mut answers, mut part) = (Vec::new(), answers.iter(), [0; 4096]);
    while let Ok(length @ 1..) = ours.read(&mut part) {
        said.extend_from_slice(part.get(..length).unwrap_or_default());
        if said.ends_with(b": ") || said.ends_with(b"] ") {
            let end = "\u{4}".to_owned();
            let answer = answers.next().map_or(end, |answer| format!("{answer}\n"));
            ours.write_all(answer.as_bytes()).expect("it listens");
        }
    }
    let code = child.wait().expect("it ends").code().expect("an exit code");
    assert_eq!(answers.next(), None, "an answer that nothing asked for");
    let said = String::from_utf8(said).expect("text").replace("\r\n", "\n");
    site.append(&format!("$ dacsan {}\nexit code {code}\n{said}", typed.join(" ")))
}

/// Writes down what is in a file.
fn show(site: Site, path: &str) -> Site {
    let bytes = fs::read(site.path(path)).expect("the file that was made");
    let mut text = format!("file {path}\n");
    write!(text, "{}", String::from_utf8_lossy(&bytes)).expect("a string takes it");
    site.append(&text)
}

#[test]
fn what_is_needed_is_asked_on_a_terminal() {
    let site = talk(
        Site::sample(),
        &["new", "san-pham"],
        &["Trà sen", "do uong", "Hợp tác xã Ví Dụ", "dong", "dong thap", "", "4", "", ""],
    );
    let site = show(site, "content/products/dong-thap/tra-sen.md");
    let fair = ["Hội chợ Ví Dụ", "12/12/2026", "", "Nhà thi đấu", "Paris", "ha noi", ""];
    let site = talk(site, &["new", "hoi-cho"], &fair);
    let site = show(site, "content/fairs/hoi-cho-vi-du.yaml");
    let leaflet = ["bang gia", "", "3..", ""];
    let site = talk(site, &["new", "an-pham", "Bảng giá Tết"], &leaflet);
    let site = show(site, "content/brochures/bang-gia-tet.yaml");
    let site =
        talk(site, &["new", "fair", "--lang", "en"], &["Fair", "tomorrow", "", "", "", ""]);
    // The end of the input answers nothing.
    talk(site, &["new", "page"], &[]).equals("new-asked");
}

#[test]
fn a_table_is_brought_in_once_somebody_says_so() {
    let site = Site::sample().variable("NO_COLOR", "1").file("ds.csv", super::editors::TABLE);
    let site = talk(site, &["import", "ds.csv"], &["k"]);
    talk(site, &["import", "ds.csv"], &["c"]).list("content/products").equals("import-asked");
}
