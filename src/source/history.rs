//! What git knows of the catalogue: which files changed since a revision.
//!
//! Asks the `git` program, which whoever keeps a catalogue in git has; a library
//! for it would be the largest dependency of all. Where it is missing, where the
//! folder is in no repository or the revision is unknown, the failure says so.
//!
//! Never changes anything, never runs hooks, pagers or filters.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::Tree;
use crate::model::failure::Failure;

/// Folders of the catalogue, as git shall look at them.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Paths below the root that differ from the revision, new files included.
pub fn changed_since(root: &Path, revision: &str) -> Result<BTreeSet<String>, Failure> {
    let commit = commit(root, revision)?;
    let mut typed =
        vec!["diff", "--name-only", "--no-ext-diff", "--relative", "-z", &commit, "--"];
    typed.extend(FOLDERS);
    let changed = git(root, &typed)?;
    let mut typed = vec!["ls-files", "--others", "--exclude-standard", "-z", "--"];
    typed.extend(FOLDERS);
    let new = git(root, &typed)?;
    let paths = changed.split(|byte| *byte == 0).chain(new.split(|byte| *byte == 0));
    let paths = paths.filter(|path| !path.is_empty());
    Ok(paths.map(|path| String::from_utf8_lossy(path).into_owned()).collect())
}

/// The text files of the catalogue as they were at a revision.
pub fn tree_at(root: &Path, revision: &str) -> Result<Tree, Failure> {
    let commit = commit(root, revision)?;
    let mut typed = vec!["ls-tree", "-r", "-z", "--name-only", &commit, "--"];
    typed.extend(FOLDERS);
    let listed = git(root, &typed)?;
    let paths: Vec<String> = listed
        .split(|byte| *byte == 0)
        .filter(|path| !path.is_empty())
        .map(|path| String::from_utf8_lossy(path).into_owned())
        .filter(|path| is_text(path))
        .collect();
    let wanted: Vec<String> = paths.iter().map(|path| format!("{commit}:./{path}\n")).collect();
    let output = feed(root, &["cat-file", "--batch"], wanted.concat().as_bytes())?;
    let mut files: Vec<(&str, &[u8])> = Vec::with_capacity(paths.len());
    let mut rest = output.as_slice();
    for path in &paths {
        // `<hash> blob <size>`, the bytes, a line break.
        let Some(end) = rest.iter().position(|byte| *byte == b'\n') else { break };
        let (head, after) = rest.split_at(end);
        let after = after.get(1..).unwrap_or_default();
        let size = String::from_utf8_lossy(head);
        let size = size.rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
        let Some(bytes) = size.and_then(|size| after.get(..size)) else {
            rest = after;
            continue;
        };
        files.push((path, bytes));
        rest = after.get(bytes.len().saturating_add(1)..).unwrap_or_default();
    }
    Ok(Tree::from_memory(&files))
}

/// Dossiers and settings; photos are not looked at.
fn is_text(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["md", "yaml", "yml"].contains(&ending.to_ascii_lowercase().as_str())
}

/// The full name of a revision.
fn commit(root: &Path, revision: &str) -> Result<String, Failure> {
    let unknown = || {
        Failure::usage(
            format!("git không biết bản `{revision}`"),
            format!("git knows no revision `{revision}`"),
        )
        .hint(
            "thử `HEAD`, `HEAD~1`, `main` hoặc một nhãn",
            "try `HEAD`, `HEAD~1`, `main` or a tag",
        )
    };
    git(root, &["rev-parse", "--is-inside-work-tree"]).map_err(|failure| {
        match failure.source {
            Some(_) if failure.path.is_none() => failure,
            _ => Failure::usage(
                "thư mục không nằm trong kho git",
                "the folder is in no git repository",
            )
            .at(root)
            .hint("bỏ tuỳ chọn --since", "leave out --since"),
        }
    })?;
    let name = format!("{revision}^{{commit}}");
    let typed = ["rev-parse", "--verify", "--quiet", "--end-of-options", &name];
    let found = git(root, &typed).map_err(|_| unknown())?;
    let text = String::from_utf8_lossy(&found);
    text.split_whitespace().next().map(str::to_owned).ok_or_else(unknown)
}

fn git(root: &Path, typed: &[&str]) -> Result<Vec<u8>, Failure> {
    feed(root, typed, b"")
}

/// Runs git in the folder; a failure with the path of the folder where git itself refuses.
fn feed(root: &Path, typed: &[&str], input: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args([
        "-c",
        "core.quotePath=false",
        "-c",
        "core.fsmonitor=false",
    ]);
    command.args(typed.iter().map(OsStr::new)).env("GIT_OPTIONAL_LOCKS", "0");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| missing(&error))?;
    let mut stdin = child.stdin.take();
    let input = input.to_vec();
    // Fed from a thread of its own, or both sides would wait for each other.
    let feeder = std::thread::spawn(move || {
        stdin.as_mut().map_or(Ok(()), |stdin| io::Write::write_all(stdin, &input))
    });
    let output = child.wait_with_output().map_err(|error| missing(&error))?;
    drop(feeder.join());
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("").to_owned();
    Err(Failure::machine("git không làm được", "git refuses").at(root).caused_by(&said))
}

fn missing(error: &io::Error) -> Failure {
    Failure::machine("không chạy được git", "cannot run git")
        .caused_by(error)
        .hint("cài git, hoặc bỏ tuỳ chọn --since", "install git, or leave out --since")
}
