//! Warm edits: how long after a save the pages that are looked at are ready.
//!
//! `cargo bench --bench warm -- FOLDER` works on a catalogue that
//! `examples/synth` made, and changes it: fifty edits in turn of a story, a price,
//! a name and a number of stars, each followed by the glimpse of a preview (the
//! product's own pages and the page that is looked at, which is the product's own
//! or the first of its list of all products). The whole build that follows in a
//! preview is measured for a few of them. Results are in `benches/RESULTS.md`.
#![expect(clippy::expect_used, reason = "a measurement that cannot run says so and ends")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use dacsan::build::{self, Memory, Options, PhotoWish};
use dacsan::text::date::Day;
use mimalloc::MiMalloc;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Edits that are measured.
const EDITS: usize = 50;

/// Whole builds that are measured.
const BUILDS: usize = 3;

/// The kinds of edit, in turn.
const KINDS: [&str; 4] = ["story", "price", "name", "stars"];

/// Dossiers below a folder, in the order of their paths.
fn dossiers(root: &Path) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(root.join("content/products")).sort_by_file_name();
    let files = all.into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    files.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect()
}

/// The text after an edit; `None` where the dossier has no such line.
fn edited(text: &str, kind: &str, step: usize) -> Option<String> {
    let line = |key: &str| text.lines().find(|line| line.trim_start().starts_with(key));
    Some(match kind {
        "story" => format!("{text}\nThêm một câu ở lần đo {step}.\n"),
        "price" => {
            let old = line("price:").or_else(|| line("- price:"))?;
            let (key, _) = old.split_once("price:")?;
            text.replacen(old, &format!("{key}price: {}", 10_000 + step * 1000), 1)
        }
        "name" => text.replacen(line("name:")?, &format!("name: Sản phẩm đo thứ {step}"), 1),
        _ => {
            let (stars, score) = if step.is_multiple_of(2) { (4, 75) } else { (3, 55) };
            let old = line("stars:").or_else(|| line("- stars:"))?;
            let (key, _) = old.split_once("stars:")?;
            let text = text.replacen(old, &format!("{key}stars: {stars}"), 1);
            let old = text.lines().find(|line| line.trim_start().starts_with("score:"));
            match old.and_then(|old| Some((old, old.split_once("score:")?.0))) {
                Some((old, key)) => text.replacen(old, &format!("{key}score: {score}"), 1),
                None => text,
            }
        }
    })
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Megabytes that this process holds (`VmRSS:`) or has held at most (`VmHWM:`); 0 where the
/// kernel does not tell.
fn resident(which: &str) -> u64 {
    let status = fs::read("/proc/self/status").unwrap_or_default();
    let status = String::from_utf8_lossy(&status).into_owned();
    let line = status.lines().find_map(|line| line.strip_prefix(which));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}

fn held() -> String {
    format!("{} MB held, {} MB at most so far", resident("VmRSS:"), resident("VmHWM:"))
}

/// The build after a save, beside the memory until that can go, as in the preview.
fn follow(options: &Options<'_>, memory: Memory, files: &BTreeSet<String>) -> Memory {
    let is_ready = AtomicBool::new(false);
    let reading = memory.reading(options, files);
    let mut memory = Some(memory);
    thread::scope(|scope| {
        let building = scope.spawn(|| build::build_beside(options, reading, &is_ready));
        while !building.is_finished() {
            if is_ready.load(Ordering::Relaxed) {
                drop(memory.take());
            }
            thread::sleep(Duration::from_millis(4));
        }
        let built = building.join().expect("no panic");
        built.map_err(|broken| broken.failure).expect("a build").1
    })
}

#[expect(clippy::print_stdout, reason = "the report of the measurement")]
fn run(root: &Path) -> std::io::Result<()> {
    let out = tempfile::tempdir()?;
    let interrupted = AtomicBool::new(false);
    let cache = out.path().join(".cache");
    let options = Options {
        root,
        out: out.path(),
        today: Day::parse_iso("2026-11-24").ok_or(std::io::ErrorKind::InvalidInput)?,
        base_url: None,
        precompress: None,
        only: None,
        interrupted: &interrupted,
        progress: &|_| {},
        cache: &cache,
        shared: None,
        photos: PhotoWish::default(),
    };
    let (_, mut memory) = build::build_and_keep(&options, None).expect("a build");
    println!("{}: {} after the first build", root.display(), held());
    let all = dossiers(root);
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut builds = Vec::new();
    for step in 0..EDITS {
        let kind = KINDS.get(step % KINDS.len()).copied().unwrap_or("story");
        let start = (step * 7919) % all.len();
        let found = all.iter().cycle().skip(start).take(200).find_map(|path| {
            let text = String::from_utf8(fs::read(path).ok()?).ok()?;
            Some((path, edited(&text, kind, step)?))
        });
        let Some((path, text)) = found else { continue };
        File::create(path)?.write_all(text.as_bytes())?;
        let below = path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
        let files = BTreeSet::from([below]);
        let looked_at = (step % 8 < 4).then_some("/san-pham/");
        let start = Instant::now();
        let glimpse = memory.glimpse(&options, &files, looked_at).expect("a dossier");
        let time = start.elapsed().as_secs_f64() * 1000.0;
        assert!(!glimpse.expect("pages").pages.is_empty(), "{kind}");
        times.entry(kind).or_default().push(time);
        if builds.len() < BUILDS && step % 16 == 15 {
            let start = Instant::now();
            memory = follow(&options, memory, &files);
            builds.push(start.elapsed().as_secs_f64() * 1000.0);
        }
    }
    let mut every: Vec<f64> = times.values().flatten().copied().collect();
    for (kind, times) in &mut times {
        let most = times.iter().copied().fold(0.0, f64::max);
        println!("{kind:<6} median {:>7.2} ms, most {most:>7.2} ms", median(times));
    }
    println!("all    median {:>7.2} ms", median(&mut every));
    println!("whole build after an edit, median {:.0} ms; {}", median(&mut builds), held());
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
