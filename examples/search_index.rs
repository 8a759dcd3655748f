//! Makes the search index of a catalogue that is given as lines of JSON.
//!
//! `cargo run --release --example search_index -- IN.jsonl OUT` writes what a
//! build would write into `tim/du-lieu/`, without pages, and the module that
//! reads it as it is published, `static/search.js`: the tests of quality and the
//! benchmark ask for catalogues of any size that are not dossiers. The facts go
//! through the same code as those of a build, from the corpus on.
//!
//! Says how long it took and how much it wrote. Never reads the clock for the index itself.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example speaks for itself")]
#![expect(clippy::disallowed_methods, reason = "an example reads and writes its own files")]

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use dacsan::derive::search::vocabulary::{Label, Vocabulary};
use dacsan::derive::search::{Corpus, Entry, Tier};
use dacsan::render::script;
use dacsan::render::search::{self, Addresses, FromDisk};
use dacsan::text::date::Day;
use dacsan::text::lang::Text;
use dacsan::text::slug::slugify;
use serde::Deserialize;

const MODULE: &str = "search.js";

/// A product as `tests/search/support/catalogue.mjs` writes it.
#[derive(Debug, Deserialize)]
struct Row {
    slug: String,
    name: String,
    producer: String,
    commune: String,
    unit: String,
    province: String,
    old: String,
    group: String,
    sub: String,
    en: String,
    star: u8,
    year: i16,
    price: u64,
    story: String,
    id: u32,
}

fn main() -> ExitCode {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let [from, to] = typed.as_slice() else {
        eprintln!("usage: search_index IN.jsonl OUT");
        return ExitCode::from(2);
    };
    match run(Path::new(from), Path::new(to)) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(from: &Path, to: &Path) -> io::Result<String> {
    let lines = BufReader::with_capacity(1 << 20, std::fs::File::open(from)?).lines();
    let rows: Vec<Row> = lines
        .map(|line| serde_json::from_str(&line?).map_err(io::Error::from))
        .collect::<io::Result<_>>()?;
    let start = Instant::now();
    let communes: Vec<String> =
        rows.iter().map(|row| format!("{} {}", capital(&row.unit), row.commune)).collect();
    let codes: Vec<String> = rows.iter().map(|row| row.id.to_string()).collect();
    let corpus = corpus(&rows, &communes, &codes);
    let addresses = Addresses {
        vietnamese: "san-pham/".to_owned(),
        english: String::new(),
        covers: "bia/".to_owned(),
        synonyms: search::synonyms(),
    };
    let files = search::files(&corpus, &addresses, FromDisk::Never);
    let packed = search::packed(&files);
    let took = start.elapsed();
    std::fs::create_dir_all(to.join(search::FOLDER))?;
    for (path, bytes) in &packed {
        std::fs::write(to.join(path), bytes)?;
    }
    std::fs::create_dir_all(to.join("static"))?;
    std::fs::write(to.join("static").join(MODULE), published())?;
    let size: usize = packed.iter().map(|(_, bytes)| bytes.len()).sum();
    let (count, products) = (packed.len(), rows.len());
    Ok(format!("{products} products, {count} files, {size} bytes, {} ms", took.as_millis()))
}

/// The module of the theme as a browser gets it, under its plain name.
fn published() -> String {
    let source = include_str!("../themes/ocop/static/search.js").to_owned();
    let made = script::scripts(&BTreeMap::from([(MODULE.to_owned(), source)]));
    made.into_iter().find(|script| script.name == MODULE).map_or_else(String::new, |it| it.text)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Numbers values in their alphabetical order.
fn numbered<K: Ord + Clone>(keys: impl Iterator<Item = K>) -> BTreeMap<K, u16> {
    let mut all: Vec<K> = keys.collect();
    all.sort();
    all.dedup();
    all.into_iter().zip(0u16..).collect()
}

fn label(name: &str, english: &str) -> Label {
    let value = format!("{} {english}", slugify(name)).trim().replace(' ', "-");
    Label { value, name: Text::new(name, english), ..Label::default() }
}

fn index_of(labels: &mut Vec<Label>, label: Label) -> usize {
    labels.iter().position(|known| known.value == label.value).unwrap_or_else(|| {
        labels.push(label);
        labels.len().saturating_sub(1)
    })
}

fn corpus<'a>(rows: &'a [Row], communes: &'a [String], codes: &'a [String]) -> Corpus<'a> {
    let places = numbered(rows.iter().map(|row| (&row.province, &row.old)));
    let goods = numbered(rows.iter().map(|row| (&row.group, &row.sub, &row.en)));
    let mut vocabulary = Vocabulary {
        makers: vec![Label::default()],
        certificate_sets: vec![Vec::new()],
        ..Vocabulary::default()
    };
    for (province, former) in places.keys() {
        let above = index_of(&mut vocabulary.provinces, label(province, ""));
        let former = index_of(&mut vocabulary.formers, label(former, ""));
        vocabulary.places.push((above, Some(former)));
    }
    for (group, sub, english) in goods.keys() {
        let above = index_of(&mut vocabulary.groups, label(group, ""));
        let below = index_of(&mut vocabulary.subgroups, label(sub, english));
        vocabulary.goods.push((above, Some(below)));
    }
    let numbers = |row: &Row| {
        let place = places.get(&(&row.province, &row.old));
        let goods = goods.get(&(&row.group, &row.sub, &row.en));
        (place.copied().unwrap_or(0), goods.copied().unwrap_or(0))
    };
    let entries = rows.iter().zip(communes).zip(codes).map(|((row, commune), code)| Entry {
        slug: &row.slug,
        code,
        name: &row.name,
        producer: &row.producer,
        commune,
        stories: vec![&row.story],
        place: numbers(row).0,
        goods: numbers(row).1,
        tier: Tier::new(0, row.star),
        year: Some(row.year),
        decided: Day::new(row.year, 1, 1),
        price: Some(row.price),
        ..Entry::default()
    });
    Corpus::sorted(entries.collect(), vocabulary)
}
