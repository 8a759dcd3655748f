//! Builds with a limit of time for pictures: what they leave out, and that the next ones make up for it.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use dacsan::build::{self, Extent, Options, Outcome, PhotoWish};

use crate::building::{TODAY, options};
use crate::edited::Edited;

/// The one product with a photo, and one without.
const PERSIMMON: &str = "hong-treo-gio";
const JAM: &str = "mut-qua";
const PHOTO: &str = "content/products/son-la/hong-treo-gio/bia.jpg";

/// Builds as the server of a place that has an address, with a cache of its own.
fn built(edited: &Edited, out: &Path, extent: Extent) -> Outcome {
    let (root, cache) = (edited.root(), edited.root().join(".dacsan/cache"));
    let photos = PhotoWish { extent, ..PhotoWish::default() };
    let base_url = Some("https://vi-du.vn/".to_owned());
    let options = Options { base_url, cache: &cache, photos, ..options(&root, out, TODAY) };
    build::build(&options).unwrap_or_else(|failure| panic!("no build: {failure:?}"))
}

/// The picture that a product's page names for links, and whether the composed one is there.
fn picture(out: &Path, slug: &str) -> (Option<String>, bool) {
    let page =
        fs::read_to_string(out.join(format!("san-pham/{slug}/index.html"))).expect("a page");
    let named = page.split_once("property=\"og:image\" content=\"");
    let named = named.and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()));
    (named, out.join(format!("bia/{slug}.jpg")).is_file())
}

fn waits(outcome: &Outcome) -> usize {
    outcome.findings.iter().filter(|it| it.code.name == "photos-waiting").count()
}

#[test]
fn pictures_for_links_that_there_is_no_time_for_are_told_and_made_by_the_next_build() {
    let edited = Edited::new();
    let out = edited.out();
    let outcome = built(&edited, &out, Extent::Until(Instant::now()));
    assert_eq!((waits(&outcome), outcome.photos.waiting), (2, 2));
    assert!(outcome.photos.undrawn > 10, "{:?}", outcome.photos);
    assert_eq!(picture(&out, JAM), (None, false));
    assert_eq!(picture(&out, PERSIMMON), (None, false));

    let hour = Instant::now() + Duration::from_hours(1);
    let outcome = built(&edited, &out, Extent::Until(hour));
    assert_eq!((waits(&outcome), outcome.photos.undrawn), (0, 0));
    for slug in [JAM, PERSIMMON] {
        let (named, is_there) = picture(&out, slug);
        assert!(
            is_there && named.expect("a picture").contains(&format!("/bia/{slug}.jpg")),
            "{slug}"
        );
    }
    let whole = out.with_file_name("whole");
    built(&edited, &whole, Extent::All);
    for slug in [JAM, PERSIMMON] {
        let bytes = |out: &Path| fs::read(out.join(format!("bia/{slug}.jpg"))).ok();
        assert!(bytes(&out) == bytes(&whole), "{slug}");
        assert_eq!(picture(&out, slug), picture(&whole, slug));
    }
}

#[test]
fn cloth_is_not_published_in_place_of_a_photo_that_is_still_to_come() {
    let edited = Edited::new();
    // A folder of its own: nothing is drawn anew that was published before.
    let (photo, out) = (edited.root().join(PHOTO), edited.out().with_file_name("other"));
    let bytes = fs::read(&photo).expect("a photo");
    fs::remove_file(&photo).expect("it was there");
    built(&edited, &out, Extent::All);
    assert!(picture(&out, PERSIMMON).1, "its cloth");
    fs::write(&photo, bytes).expect("a place for it");
    let outcome = built(&edited, &out, Extent::Until(Instant::now()));
    assert_eq!(picture(&out, PERSIMMON), (None, false));
    assert_eq!(outcome.photos.undrawn, 1);
    // What was drawn once is there without time.
    assert!(picture(&out, JAM).1);
}
