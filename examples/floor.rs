//! The floor: a plain program that reads the same files and writes the same
//! number of files of the same sizes, and does nothing else.
//!
//! `floor list FOLDER` prints size and path of every file below a folder; with
//! that list, `floor copy SOURCE LIST INTO` reads every file below `SOURCE` and
//! writes the listed files into a new folder, on all cores. No builder of the
//! same site can cost less than that (`benches/compare.sh` measures both).
//!
//! What it writes is no site: the bytes are filler.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example speaks for itself")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rayon::prelude::*;
use walkdir::WalkDir;

/// Files below a folder with their sizes, by path.
fn files(folder: &Path) -> io::Result<Vec<(PathBuf, u64)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push((entry.path().to_owned(), entry.metadata()?.len()));
        }
    }
    Ok(files)
}

fn list(folder: &Path) -> io::Result<()> {
    for (path, size) in files(folder)? {
        let below = path.strip_prefix(folder).unwrap_or(&path);
        println!("{size} {}", below.display());
    }
    Ok(())
}

fn copy(source: &Path, plan: &Path, into: &Path) -> io::Result<()> {
    let sizes: Vec<usize> = WalkDir::new(source)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .collect::<Vec<_>>()
        .par_iter()
        .map(|entry| fs::read(entry.path()).map(|bytes| bytes.len()))
        .collect::<io::Result<_>>()?;
    let plan = String::from_utf8_lossy(&fs::read(plan)?).into_owned();
    let wanted: Vec<(usize, PathBuf)> =
        plan.lines().filter_map(|line| wanted(line, into)).collect();
    let folders: BTreeSet<&Path> =
        wanted.iter().filter_map(|(_, path)| path.parent()).collect();
    for folder in folders {
        fs::create_dir_all(folder)?;
    }
    let longest = wanted.iter().map(|(size, _)| *size).max().unwrap_or(0);
    let filler: Vec<u8> = b"dac san ".iter().copied().cycle().take(longest).collect();
    wanted
        .par_iter()
        .try_for_each(|(size, path)| put(path, filler.get(..*size).unwrap_or(&[])))?;
    let (read, written) =
        (sizes.iter().sum::<usize>(), wanted.iter().map(|it| it.0).sum::<usize>());
    println!(
        "{} files, {read} bytes read; {} files, {written} bytes written",
        sizes.len(),
        wanted.len()
    );
    Ok(())
}

fn wanted(line: &str, into: &Path) -> Option<(usize, PathBuf)> {
    let (size, path) = line.split_once(' ')?;
    Some((size.parse().ok()?, into.join(path)))
}

#[expect(clippy::disallowed_methods, reason = "the plainest way to write, for comparison")]
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["list", folder] => list(Path::new(folder)),
        ["copy", source, plan, into] => {
            copy(Path::new(source), Path::new(plan), Path::new(into))
        }
        _ => {
            eprintln!("usage: floor list FOLDER | floor copy SOURCE LIST INTO");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("floor: {error}");
            ExitCode::FAILURE
        }
    }
}
