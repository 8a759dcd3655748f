//! Stages of a cold build and of a build without changes, on generated dossiers.
//!
//! `cargo bench --bench pipeline -- 5000 20000` prints wall and CPU seconds of
//! each; results are written down in `benches/RESULTS.md`. The content is made
//! up from a fixed seed: names of syllables, every group and province, stories
//! of about 150 words. CPU is the process's own (user and system, both cores),
//! read from the kernel where it tells.
#![expect(clippy::expect_used, reason = "a measurement that cannot run says so and ends")]

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use dacsan::build::{self, Options};
use dacsan::text::date::Day;
use dacsan::text::slug::slugify;
use mimalloc::MiMalloc;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const SYLLABLES: [&str; 32] = [
    "mật", "ong", "chè", "gạo", "nếp", "miến", "dong", "cam", "bưởi", "mắm", "cá", "tôm",
    "sen", "quế", "hồi", "gừng", "nghệ", "trà", "hoa", "vàng", "núi", "sông", "đồng", "rừng",
    "biển", "thơm", "ngọt", "sấy", "khô", "tươi", "bột", "tinh",
];

const PROVINCES: [&str; 10] = [
    "Hà Nội",
    "Cao Bằng",
    "Thái Nguyên",
    "Quảng Ninh",
    "Nghệ An",
    "Huế",
    "Đà Nẵng",
    "Lâm Đồng",
    "An Giang",
    "Cà Mau",
];

const GROUPS: [(&str, &str); 6] = [
    ("thuc-pham", "che-bien/tu-gao-ngu-coc"),
    ("thuc-pham", "tho-so-che/mat-ong-nong-san-khac"),
    ("do-uong", "khong-con/do-uong-khong-con-khac"),
    ("duoc-lieu", "tinh-dau-thao-duoc-khac"),
    ("thu-cong-my-nghe", "gia-dung-trang-tri"),
    ("sinh-vat-canh", "cay-canh"),
];

/// A small linear congruential generator: the same catalogue in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let sides = u64::try_from(sides.max(1)).unwrap_or(1);
        usize::try_from((self.0 >> 33) % sides).unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, all: &[T], or: T) -> T {
        all.get(self.below(all.len())).copied().unwrap_or(or)
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.pick(&SYLLABLES, "chè")).collect();
        words.join(" ")
    }
}

fn dossier(dice: &mut Dice, number: usize) -> (String, String) {
    let name = format!("{} {number}", dice.words(3));
    let (group, subgroup) = dice.pick(&GROUPS, ("thuc-pham", "che"));
    let (stars, year) = (3 + dice.below(3), 2022 + dice.below(5));
    let text = format!(
        "---\nname: {name}\nsummary: {summary}\nedition: \"2023\"\ngroup: {group}\nsubgroup: {subgroup}\n\
         producer:\n  name: Hợp tác xã {maker}\nprovince: {province}\ncommune: Xã {commune}\n\
         ratings:\n  - event: first\n    stars: {stars}\n    decided: {year}-0{month}-1{day}\n\
         packs:\n  - name: Hộp\n    net: 500 g\n    price: {price}000\n    priced_on: 2026-05-01\n\
         sources:\n  - https://vi-du.example/{number}\n---\n{story}.\n\n## Cách làm\n\n{more}.\n",
        summary = dice.words(18),
        maker = dice.words(2) + " " + &(number / 2).to_string(),
        province = dice.pick(&PROVINCES, "Hà Nội"),
        commune = dice.words(2),
        month = 1 + dice.below(9),
        day = dice.below(9),
        price = 20 + dice.below(300),
        story = dice.words(90),
        more = dice.words(60),
    );
    (slugify(&name), text)
}

/// CPU seconds of this process so far; 0 where the kernel does not tell.
fn cpu_seconds() -> f64 {
    let stat = fs::read("/proc/self/stat").unwrap_or_default();
    let stat = String::from_utf8_lossy(&stat).into_owned();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|it| it.parse::<f64>().ok());
    (ticks(11).unwrap_or(0.0) + ticks(12).unwrap_or(0.0)) / 100.0
}

#[expect(clippy::print_stdout, reason = "the report of the measurement")]
fn measured(what: &str, count: usize, work: impl FnOnce()) {
    let (start, cpu) = (Instant::now(), cpu_seconds());
    work();
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    println!("{count:>7} products  {what:<16} wall {wall:>7.2} s   cpu {cpu:>7.2} s");
}

fn run(count: usize, root: &Path) -> std::io::Result<()> {
    let folder = root.join("content/products");
    fs::create_dir_all(&folder)?;
    let mut dice = Dice(1);
    for number in 0..count {
        let (slug, text) = dossier(&mut dice, number);
        write(&folder.join(format!("{slug}.md")), &text)?;
    }
    write(&root.join("content/catalogue.yaml"), "title: {vi: Đo, en: Measure}\n")?;
    let today = Day::parse_iso("2026-11-24").ok_or(std::io::ErrorKind::InvalidInput)?;
    let built = || {
        let interrupted = AtomicBool::new(false);
        let outcome = build::build(&Options {
            root,
            out: &root.join("public"),
            today,
            precompress: None,
            base_url: Some("https://vi-du.example/".to_owned()),
            interrupted: &interrupted,
            progress: &|_| {},
        });
        drop(outcome.expect("a generated catalogue builds"));
    };
    measured("read and check", count, || drop(build::check(root, today)));
    measured("cold build", count, built);
    measured("no change", count, built);
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "content for a measurement, thrown away after it"
)]
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    fs::write(path, text)
}

fn main() -> std::io::Result<()> {
    let asked: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let counts = if asked.is_empty() { vec![1000] } else { asked };
    for count in counts {
        let folder = tempfile::tempdir()?;
        run(count, folder.path())?;
    }
    Ok(())
}
