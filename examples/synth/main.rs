//! Writes a made-up catalogue of any size, the same in every run.
//!
//! `cargo run --release --example synth -- --products 20000 --seed 1 OUT`
//! writes dossiers, producers and settings for dacsan. With `--for hugo` or
//! `--for zola` it writes the same facts and stories as a site of that
//! generator, with the templates of `benches/peers/`; what dacsan works out
//! (validity, order, neighbours, names of places) is handed to it ready-made.
//! `--languages vi` makes dacsan build the one language that those sites have;
//! `--photos 300` gives three hundred products in a thousand a photo.
//!
//! Everything follows from seed, number and day: no clock, no order of hashes.
//! Never writes into a folder that holds anything.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example speaks for itself")]

mod dice;
mod dossier;
mod folder;
mod goods;
mod hugo;
mod makers;
mod markup;
mod peer;
mod photos;
mod places;
mod ratings;
mod story;
mod words;
mod zola;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use dacsan::diag::sink::Diagnostics;
use dacsan::parse;
use dacsan::source::Tree;
use dacsan::text::date::Day;

use crate::folder::Files;

const USAGE: &str = "usage: synth [--products 1000] [--seed 1] [--as-of 2026-11-24] \
    [--languages vi,en] [--photos 0] [--for dacsan|hugo|zola] OUT";

/// What is asked for.
struct Wish {
    products: usize,
    seed: u64,
    today: Day,
    english: bool,
    /// Products in a thousand that have a photo.
    photos: usize,
    whom: String,
    out: PathBuf,
}

fn wish(mut words: impl Iterator<Item = String>) -> Option<Wish> {
    let mut wish = Wish {
        products: 1000,
        seed: 1,
        today: Day::new(2026, 11, 24)?,
        english: true,
        photos: 0,
        whom: "dacsan".to_owned(),
        out: PathBuf::new(),
    };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--products" => wish.products = words.next()?.parse().ok()?,
            "--seed" => wish.seed = words.next()?.parse().ok()?,
            "--as-of" => wish.today = Day::parse_iso(&words.next()?)?,
            "--languages" => {
                wish.english = match words.next()?.as_str() {
                    "vi" => false,
                    "vi,en" => true,
                    _ => return None,
                }
            }
            "--photos" => wish.photos = words.next()?.parse().ok().filter(|it| *it <= 1000)?,
            "--for" => wish.whom = words.next()?,
            _ if word.starts_with('-') || !wish.out.as_os_str().is_empty() => return None,
            _ => wish.out = PathBuf::from(word),
        }
    }
    let known = ["dacsan", "hugo", "zola"].contains(&wish.whom.as_str());
    let alone = wish.photos == 0 || wish.whom == "dacsan";
    (known && alone && !wish.out.as_os_str().is_empty()).then_some(wish)
}

/// The catalogue as dacsan reads it, paths below the site's folder.
fn catalogue(wish: &Wish) -> Files {
    let empty = parse::catalogue(&Tree::from_memory(&[]), &mut Diagnostics::default());
    let provinces = places::provinces(&empty.regions, wish.seed);
    let makers = makers::makers((wish.products * 3).div_ceil(4), &provinces, wish.seed);
    let supply = dossier::Supply {
        provinces: &provinces,
        makers: &makers,
        seed: wish.seed,
        today: wish.today,
        english: wish.english,
        photos: wish.photos,
    };
    let mut taken = BTreeSet::new();
    let products = (0..wish.products).filter_map(|it| dossier::file(&supply, it, &mut taken));
    let makers = makers.iter().map(|maker| makers::file(maker, &provinces, wish.seed));
    let all = products.chain(makers).map(|(path, text)| (format!("content/{path}"), text));
    all.chain([("content/catalogue.yaml".to_owned(), settings(wish.english))]).collect()
}

/// No pictures for other sites: the peers make none.
fn settings(english: bool) -> String {
    let languages = if english { "vi, en" } else { "vi" };
    format!(
        "title:\n  vi: Danh mục thử Ví Dụ\n  en: Sample catalogue for measuring\n\
         tagline:\n  vi: Sản phẩm hư cấu để đo tốc độ\n  en: Made-up products to measure speed\n\
         description:\n  vi: Danh mục hư cấu, chỉ để đo tốc độ dựng trang.\n  \
         en: A made-up catalogue, only to measure how fast pages are built.\n\
         base_url: https://vi-du.example/\nlanguages: [{languages}]\nedition: \"2023\"\n\
         issuer:\n  name: Văn phòng Ví Dụ (hư cấu)\n  name_en: Sample Office (made up)\n  \
         responsible: Nguyễn Văn Ví Dụ\n  address: Số 1, đường Ví Dụ, xã Ví Dụ\n  \
         phone: 0900 000 001\n  email: van-phong@vi-du.example\n\
         share_pictures: false\nmin_products: 3\npage_size: 24\nexpiring_days: 90\ndemand_sources: true\n"
    )
}

fn run(wish: &Wish) -> Result<(), String> {
    folder::demand_empty(&wish.out)?;
    let own = catalogue(wish);
    let files = match wish.whom.as_str() {
        "dacsan" => own,
        "hugo" => hugo::site(&peer::facts(&own, wish.today)?),
        _ => zola::site(&peer::facts(&own, wish.today)?),
    };
    folder::write(&wish.out, &files)?;
    let photos = files.iter().filter_map(|(path, text)| dossier::photo_of(path, text));
    for (number, path) in photos.enumerate() {
        folder::write_one(&wish.out.join(path), &photos::photo(wish.seed, number)?)?;
    }
    if wish.whom != "dacsan" {
        folder::copy_templates(&wish.whom, &wish.out)?;
    }
    println!("{} files in {}", files.len(), wish.out.display());
    Ok(())
}

fn main() -> ExitCode {
    let Some(wish) = wish(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&wish) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("synth: {sentence}");
            ExitCode::FAILURE
        }
    }
}
