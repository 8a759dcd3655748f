//! A catalogue in a folder of its own, and the real binary run on it.
//!
//! Every command and its whole outcome (exit code, standard output, standard
//! error) goes into a transcript, which [`Site::equals`] compares with a file
//! under `tests/cli/`. `UPDATE_EXPECT=1 cargo test --test cli` writes those
//! files anew; then read the difference before keeping it.
//!
//! The day is always [`TODAY`]; times and hashes in names are replaced by a
//! mark, and the surroundings that the program listens to are cleared. Nothing
//! outside the temporary folder is written but the stored files.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The day of every run.
pub(super) const TODAY: &str = "2026-11-23";

/// Variables that the program or its libraries would listen to.
const CLEARED: [&str; 8] = [
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "DACSAN_LANG",
    "NO_COLOR",
    "RAYON_NUM_THREADS",
    "RUST_BACKTRACE",
    "SOURCE_DATE_EPOCH",
];

/// A folder with files, and what was said about it so far.
pub(super) struct Site {
    folder: TempDir,
    variables: Vec<(&'static str, &'static str)>,
    transcript: String,
}

impl Site {
    /// An empty folder.
    pub(super) fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        Self { folder, variables: Vec::new(), transcript: String::new() }
    }

    /// The catalogue that `dacsan init` writes.
    pub(super) fn sample() -> Self {
        let site = Self::new();
        let output = site.output(&["init", "."]);
        assert_eq!(output.status.code(), Some(0), "init: {output:?}");
        site
    }

    /// Adds or replaces a file.
    pub(super) fn file(self, path: &str, text: &str) -> Self {
        let place = self.path(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a new folder");
        save(&place, text);
        self
    }

    /// Replaces the one occurrence of a text in a file.
    pub(super) fn edit(self, path: &str, before: &str, after: &str) -> Self {
        let text = load(&self.path(path)).expect("the file to edit");
        assert_eq!(text.matches(before).count(), 1, "{before:?} in {path}");
        self.file(path, &text.replace(before, after))
    }

    /// Sets a variable of the surroundings for the runs that follow.
    pub(super) fn variable(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// Where a file of the site lies.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs the program in the folder and writes down all that it says.
    pub(super) fn run<const N: usize>(self, typed: [&str; N]) -> Self {
        let output = self.output(&typed);
        let code = output.status.code().map_or("none".to_owned(), |code| code.to_string());
        let set = self.variables.iter().map(|(name, value)| format!("{name}={value} "));
        let line = format!("$ {}dacsan {}", set.collect::<String>(), typed.join(" "));
        let mut text = format!("{}\nexit code {code}\n", line.trim_end());
        for (name, bytes) in [("output", &output.stdout), ("error", &output.stderr)] {
            let said = self.settled(&String::from_utf8_lossy(bytes));
            if said.is_empty() {
                continue;
            }
            let end = if said.ends_with('\n') { "" } else { "\n(no line break)\n" };
            write!(text, "--- {name}\n{said}{end}").expect("a string takes it");
        }
        self.append(&text)
    }

    /// Runs git in the folder, with a name and a time of its own.
    pub(super) fn git(&self, typed: &[&str]) {
        let mut command = Command::new("git");
        command.current_dir(self.folder.path()).args([
            "-c",
            "user.name=t",
            "-c",
            "user.email=t@t",
        ]);
        let output = command.args(typed).output().expect("git");
        assert!(output.status.success(), "{typed:?}: {output:?}");
    }

    /// Writes down the files below a folder of the site, private ones left out.
    pub(super) fn list(self, folder: &str) -> Self {
        let root = self.path(folder);
        let all = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter();
        let seen = all.filter_entry(|entry| entry.file_name() != ".dacsan");
        let mut text = format!("files of {folder}/\n");
        for entry in seen.map(|entry| entry.expect("a readable folder")) {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(&root).expect("a path below");
                let line = without_hashes(&path.to_string_lossy());
                writeln!(text, "  {line}").expect("a string takes it");
            }
        }
        self.append(&text)
    }

    /// Compares the transcript with `tests/cli/<name>.txt`.
    #[track_caller]
    pub(super) fn equals(self, name: &str) {
        let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cli/{name}.txt"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            save(&place, &self.transcript);
            return;
        }
        let stored = load(&place).unwrap_or_default();
        if stored == self.transcript {
            return;
        }
        let (line, before, after) = first_difference(&stored, &self.transcript);
        panic!(
            "tests/cli/{name}.txt differs in line {line}\nstored: {before}\nfound:  {after}\n\n\
             {}\nto accept it: UPDATE_EXPECT=1 cargo test --test cli",
            self.transcript
        );
    }

    /// The program as it is called in every test.
    pub(super) fn command(&self, typed: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dacsan"));
        for name in CLEARED {
            command.env_remove(name);
        }
        command.env("DACSAN_CACHE", self.folder.path().join(".cache"));
        command.envs(self.variables.iter().copied());
        command.current_dir(self.folder.path()).stdin(Stdio::null()).args(typed);
        if !typed.iter().any(|word| word.starts_with("--as-of")) {
            command.args(["--as-of", TODAY]);
        }
        command
    }

    pub(super) fn output(&self, typed: &[&str]) -> Output {
        self.command(typed).output().expect("the program runs")
    }

    /// Adds to the transcript.
    pub(super) fn append(mut self, text: &str) -> Self {
        if !self.transcript.is_empty() {
            self.transcript.push('\n');
        }
        self.transcript.push_str(text);
        self
    }

    /// The text without what differs from run to run.
    fn settled(&self, text: &str) -> String {
        let folder = self.folder.path();
        let real = folder.canonicalize().expect("the folder is there");
        let text = text.replace(&*real.to_string_lossy(), "<site>");
        let text = text.replace(&*folder.to_string_lossy(), "<site>");
        let text: String = text.split_inclusive('\n').map(without_time).collect();
        without_weight(&text)
    }
}

/// "trong 0,42 giây" and "in 0.42 s" at the end of a line without the number.
fn without_time(line: &str) -> String {
    for unit in [" giây\n", " s\n"] {
        let Some((before, number)) =
            line.strip_suffix(unit).and_then(|rest| rest.rsplit_once(' '))
        else {
            continue;
        };
        if number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
            return format!("{before} <time>{unit}");
        }
    }
    line.to_owned()
}

/// "12,4 KB" and "2.58 MB" without the number, so that a new style sheet is no new transcript.
fn without_weight(text: &str) -> String {
    let number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    let words: Vec<&str> = text.split(' ').collect();
    let next = words.iter().skip(1).chain([&""]);
    let settled = words.iter().zip(next).map(|(word, next)| {
        let unit = ["KB", "MB"].iter().any(|unit| next.starts_with(unit));
        if unit && number(word) { "<weight>" } else { word }
    });
    settled.collect::<Vec<_>>().join(" ")
}

/// A path with every hash in a name (8 hexadecimal digits, or 16 and more)
/// replaced by a mark, so that a new style sheet is no new transcript.
fn without_hashes(path: &str) -> String {
    let is_hash = |part: &str| {
        (part.len() == 8 || part.len() >= 16) && part.chars().all(|c| c.is_ascii_hexdigit())
    };
    let parts = path.split_inclusive(|c: char| !c.is_ascii_alphanumeric()).map(|part| {
        let name = part.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        if is_hash(name) { part.replace(name, "<hash>") } else { part.to_owned() }
    });
    parts.collect()
}

fn first_difference<'a>(stored: &'a str, found: &'a str) -> (usize, &'a str, &'a str) {
    let (mut before, mut after) = (stored.lines(), found.lines());
    let mut line = 1;
    loop {
        match (before.next(), after.next()) {
            (Some(one), Some(two)) if one == two => line += 1,
            (None, None) => return (line, "(the same lines)", "(other line breaks)"),
            (one, two) => return (line, one.unwrap_or("(end)"), two.unwrap_or("(end)")),
        }
    }
}

fn save(place: &Path, text: &str) {
    let mut file = File::create(place).expect("a file to write");
    file.write_all(text.as_bytes()).expect("room on the disk");
}

fn load(place: &Path) -> Option<String> {
    String::from_utf8(fs::read(place).ok()?).ok()
}
