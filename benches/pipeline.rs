//! Stages of a cold build and of a build without changes, on catalogues at hand.
//!
//! `cargo run --release --example synth -- --products 20000 FOLDER` makes one, and
//! `cargo bench --bench pipeline -- FOLDER` prints wall and CPU seconds of each
//! stage; results are written down in `benches/RESULTS.md`. The output goes to a
//! folder that vanishes, on the file system of `TMPDIR`. CPU is the process's own
//! (user and system, both cores), read from the kernel where it tells.
#![expect(clippy::expect_used, reason = "a measurement that cannot run says so and ends")]

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use dacsan::build::{self, Options, PhotoWish};
use dacsan::text::date::Day;
use mimalloc::MiMalloc;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// CPU seconds of this process so far; 0 where the kernel does not tell.
fn cpu_seconds() -> f64 {
    let stat = fs::read("/proc/self/stat").unwrap_or_default();
    let stat = String::from_utf8_lossy(&stat).into_owned();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|it| it.parse::<f64>().ok());
    (ticks(11).unwrap_or(0.0) + ticks(12).unwrap_or(0.0)) / 100.0
}

#[expect(clippy::print_stdout, reason = "the report of the measurement")]
fn measured(what: &str, root: &Path, work: impl FnOnce()) {
    let (start, cpu) = (Instant::now(), cpu_seconds());
    work();
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    println!("{}  {what:<16} wall {wall:>7.2} s   cpu {cpu:>7.2} s", root.display());
}

fn run(root: &Path) -> std::io::Result<()> {
    let out = tempfile::tempdir()?;
    let today = Day::parse_iso("2026-11-24").ok_or(std::io::ErrorKind::InvalidInput)?;
    let built = || {
        let interrupted = AtomicBool::new(false);
        let outcome = build::build(&Options {
            root,
            out: out.path(),
            today,
            base_url: Some("https://vi-du.example/".to_owned()),
            precompress: None,
            only: None,
            interrupted: &interrupted,
            progress: &|_| {},
            cache: &out.path().join(".cache"),
            shared: None,
            photos: PhotoWish::default(),
        });
        drop(outcome.expect("the catalogue builds"));
    };
    measured("read and check", root, || drop(build::check(root, today)));
    measured("cold build", root, built);
    measured("no change", root, built);
    Ok(())
}

fn main() -> std::io::Result<()> {
    // Cargo itself adds `--bench`.
    let folders = std::env::args_os().skip(1).filter(|word| word != "--bench");
    for folder in folders {
        run(Path::new(&folder))?;
    }
    Ok(())
}
