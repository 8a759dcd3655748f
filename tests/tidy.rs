//! Rules of the house that no lint knows: who may import whom, how long a file
//! may be, what every file opens with, what must never be written down. The
//! documents beside the code are looked at in [`documents`].
//!
//! Reads the project's own files as text, in path order, and names every
//! offending line. A rule is one function; its list of exceptions stands at its
//! top. Needs no network, no git, and no build of anything else.

#![expect(clippy::disallowed_methods, reason = "these tests read the project's own files")]

#[path = "tidy/documents.rs"]
mod documents;

use std::fs;
use std::path::Path;

/// Longest source file, in lines.
const LINES_MAX: usize = 400;

/// Folders that hold nothing of ours, by the end of their path.
const FOREIGN: &[&str] =
    &[".git", "target", "public", "node_modules", "tests/browser/shots", ".dacsan"];

/// Folders of `src` that may touch the disk, the environment and the network.
const OUTSIDE: &[&str] = &["source", "emit", "serve", "edit", "cli", "main.rs"];

/// Modules of one rank: neither sees the other.
const SIBLINGS: &[(&str, &str)] = &[("serve", "edit")];

/// A text file of the project.
struct File {
    /// Path below the project's folder, with `/` between names.
    path: String,
    text: String,
}

impl File {
    /// Lines with their numbers, without those that only hold a comment.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = (1..).zip(self.text.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// [`File::code`] without the tests at the file's end.
    fn production(&self) -> impl Iterator<Item = (usize, &str)> {
        let all = self.text.lines().count();
        let end = self.text.find("\n#[cfg(test)]\nmod tests");
        let kept = end.map_or(all, |end| self.text.get(..end).unwrap_or("").lines().count());
        self.code().take_while(move |(number, _)| *number <= kept)
    }

    /// Name of the top module: `text` of `src/text/fold.rs`, `build` of `src/build.rs`.
    fn module(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or("");
        below.split('/').next().unwrap_or("").trim_end_matches(".rs")
    }

    /// Whether its name ends in a dot and `end`.
    fn is(&self, end: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|own| own == end)
    }

    fn is_test(&self) -> bool {
        let names = ["tests", "tests.rs", "fixture.rs"];
        self.path.split('/').any(|name| names.contains(&name))
    }
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file of the project, in path order.
fn files() -> Vec<File> {
    let mut found = Vec::new();
    walk(project(), "", &mut found);
    assert!(found.len() > 50, "{} files under {}", found.len(), project().display());
    found
}

fn walk(folder: &Path, below: &str, found: &mut Vec<File>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    for name in names {
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        let full = folder.join(&name);
        let foreign =
            FOREIGN.iter().any(|end| path == *end || path.ends_with(&format!("/{end}")));
        if foreign || full.is_symlink() {
            continue;
        }
        if full.is_dir() {
            walk(&full, &path, found);
        } else if let Ok(text) = fs::read_to_string(&full) {
            found.push(File { path, text });
        }
    }
}

/// Source files of the library.
fn sources() -> Vec<File> {
    let mut all = files();
    all.retain(|file| file.is("rs") && file.path.starts_with("src/"));
    all
}

/// One file by its path; empty when it is not there.
fn text_of(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_default()
}

#[track_caller]
fn nothing(problems: &[String]) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

/// What follows each `lead` in a line, as far as it is a name.
fn names_after<'a>(line: &'a str, lead: &str) -> Vec<&'a str> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let ends = line.match_indices(lead).filter_map(|(at, _)| line.get(at + lead.len()..));
    ends.map(|rest| rest.split(|c| !part(c)).next().unwrap_or("")).collect()
}

/// The modules in the order of `lib.rs`, which is the order of their ranks.
fn ranks() -> Vec<String> {
    let lib = text_of("src/lib.rs");
    let modules =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}

#[test]
fn a_module_uses_only_modules_above_it_in_lib() {
    let ranks = ranks();
    let rank = |name: &str| ranks.iter().position(|known| known == name);
    let mut problems = Vec::new();
    for file in sources() {
        let module = file.module();
        let Some(own) = rank(module) else { continue };
        for (number, line) in file.code() {
            for used in names_after(line, "crate::") {
                let Some(other) = rank(used) else { continue };
                let siblings = SIBLINGS
                    .iter()
                    .any(|pair| *pair == (module, used) || *pair == (used, module));
                if other > own || siblings {
                    problems.push(format!("{}:{number}: {module} uses {used}", file.path));
                }
            }
        }
    }
    assert!(ranks.len() > 8, "modules of lib.rs: {ranks:?}");
    nothing(&problems);
}

#[test]
fn only_the_outer_modules_touch_disk_environment_and_network() {
    let mut problems = Vec::new();
    for file in sources() {
        if file.is_test() || OUTSIDE.contains(&file.module()) || file.path == "src/main.rs" {
            continue;
        }
        for (number, line) in file.production() {
            let direct = line.contains("std::fs") || line.contains("std::env");
            // The type of an address is a value; a socket is not.
            let socket = line.contains("std::net")
                && !["IpAddr;", "Ipv4Addr;", "Ipv6Addr;"].iter().any(|end| line.ends_with(end));
            let grouped = line.contains("std::{") && {
                let mut words = line.split(|c: char| !c.is_alphanumeric());
                words.any(|word| ["fs", "env", "net"].contains(&word))
            };
            if direct || socket || grouped {
                problems.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    nothing(&problems);
}

#[test]
fn model_types_never_cross_a_wire() {
    let may = ["src/render/", "src/emit/", "src/diag/json.rs"];
    let mut problems = Vec::new();
    for file in sources() {
        if may.iter().any(|start| file.path.starts_with(start)) {
            continue;
        }
        for (number, line) in file.production() {
            if names_after(line, "use ").contains(&"serde") || line.contains("serde::") {
                problems.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    nothing(&problems);
}

#[test]
fn no_source_file_is_too_long() {
    let mut problems = Vec::new();
    for file in files() {
        let ours = ["rs", "mjs", "sh"].iter().any(|end| file.is(end));
        let lines = file.text.lines().count();
        if ours && lines > LINES_MAX {
            problems.push(format!("{}: {lines} lines, {LINES_MAX} are allowed", file.path));
        }
    }
    nothing(&problems);
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let bare = |file: &File| {
        let head = file.text.lines().take_while(|line| line.starts_with("//!"));
        !head.map(|line| line.trim_start_matches("//!")).any(|line| line.trim().len() > 10)
    };
    let rust = files().into_iter().filter(|file| file.is("rs")).filter(bare);
    let problems: Vec<String> =
        rust.map(|file| format!("{}: no `//!` at its top", file.path)).collect();
    nothing(&problems);
}

#[test]
fn every_source_file_is_a_module_of_its_parent() {
    let all = sources();
    let declared = |parent: &str, name: &str| {
        let line = |line: &str| {
            let line = line.trim().trim_start_matches("pub(super) ").trim_start_matches("pub ");
            line == format!("mod {name};")
        };
        all.iter().any(|file| file.path == parent && file.text.lines().any(line))
    };
    let mut problems = Vec::new();
    for file in &all {
        let path = file.path.trim_end_matches(".rs");
        let path = path.strip_suffix("/mod").unwrap_or(path);
        let Some((folder, name)) = path.rsplit_once('/') else { continue };
        if folder == "src" && ["lib", "main"].contains(&name) {
            continue;
        }
        let parents = match folder {
            "src" => vec!["src/lib.rs".to_owned()],
            _ => vec![format!("{folder}/mod.rs"), format!("{folder}.rs")],
        };
        if !parents.iter().any(|parent| declared(parent, name)) {
            problems.push(format!(
                "{}: no `mod {name};` in {}",
                file.path,
                parents.join(" or ")
            ));
        }
    }
    nothing(&problems);
}

#[test]
fn names_say_what_a_thing_is() {
    let vague = ["util", "utils", "common", "helper", "helpers", "prelude", "types", "error"];
    let verbs = ["get_", "do_", "handle_"];
    let mut problems = Vec::new();
    for file in sources() {
        let path = file.path.trim_end_matches(".rs");
        if path.split('/').any(|name| vague.contains(&name)) {
            problems.push(format!("{}: a name that says nothing", file.path));
        }
        for (number, line) in file.code() {
            let functions = names_after(line, "fn ");
            if functions.iter().any(|name| verbs.iter().any(|verb| name.starts_with(verb))) {
                problems.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    nothing(&problems);
}

#[test]
fn nothing_is_left_for_later_in_the_text() {
    let marks =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX"), concat!("dbg", "!(")];
    let mut problems = Vec::new();
    for file in files().into_iter().filter(|file| !file.is("lock")) {
        for (number, line) in (1..).zip(file.text.lines()) {
            let words = || line.split(|c: char| !c.is_alphanumeric());
            let found =
                |mark: &&str| words().any(|word| word == *mark) || line.contains("dbg!(");
            // The lock file of the browser tests holds hashes.
            if marks.iter().any(found) && !file.path.ends_with("package-lock.json") {
                problems.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    problems.retain(|problem| !problem.starts_with("tests/tidy.rs"));
    nothing(&problems);
}

#[test]
fn no_host_of_a_registry_and_no_path_of_a_machine_is_written_down() {
    // Put together here, so that this file does not hold them itself.
    let hosts = [
        ["registry.npmjs", "org"],
        ["registry.yarnpkg", "com"],
        ["static.crates", "io"],
        ["index.crates", "io"],
        ["pypi", "org"],
        ["pythonhosted", "org"],
        ["deb.debian", "org"],
        ["security.debian", "org"],
        ["archive.ubuntu", "com"],
        ["repo1.maven", "org"],
        ["proxy.golang", "org"],
    ]
    .map(|parts| parts.join("."));
    let roots =
        ["home", "root", "work", "tmp", "Users", "mnt", "srv"].map(|top| format!("/{top}/"));
    let mut problems = Vec::new();
    for file in files() {
        for (number, line) in (1..).zip(file.text.lines()) {
            let host = hosts.iter().any(|host| line.contains(host.as_str()));
            let path = roots.iter().any(|root| starts_a_path(line, root));
            if host || path {
                let start: String = line.trim().chars().take(80).collect();
                problems.push(format!("{}:{number}: {start}", file.path));
            }
        }
    }
    nothing(&problems);
}

/// Whether `root` stands in the line where a path begins, not within an address or a longer path.
fn starts_a_path(line: &str, root: &str) -> bool {
    let within = |c: char| c.is_alphanumeric() || "-_.~)]}>$*:/".contains(c);
    line.match_indices(root).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !within(c))
    })
}
