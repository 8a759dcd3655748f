//! Tests of the pictures for other sites, without photos.

use super::svg::draw;
use super::*;
use crate::diag::span::FileId;
use crate::picture::Variant;
use crate::plan::pdf::Pdf;
use crate::plan::photo::Paper;
use crate::render::view::rating::RatingView;

/// Keeps nothing and has no photo.
struct Dark;

impl Darkroom for Dark {
    fn variant(&self, _: FileId, _: Variant) -> Result<Vec<u8>, Failure> {
        Err(undrawn())
    }

    fn pdf(&self, _: &Pdf, _: &str) -> Result<Vec<u8>, Failure> {
        Err(undrawn())
    }

    fn paper(&self, _: FileId, _: u32, _: u8) -> Result<Option<Paper>, Failure> {
        Ok(None)
    }
}

fn view(name: &str, stars: u8, drawn: bool) -> ShareView {
    let rating = RatingView {
        drawn,
        stars,
        label: format!("{stars} sao"),
        state: "valid",
        state_label: String::new(),
        short_label: "Đến 17/01/2028".to_owned(),
        until_iso: String::new(),
        expiring_iso: String::new(),
        put_forward_label: String::new(),
    };
    let weave = ["#2f6f3a", "#173f2a", "#8fb04a", "#e5b13a", "#f4efd9"].map(str::to_owned);
    ShareView::sample(name, rating, weave)
}

#[test]
fn the_picture_has_its_size_and_few_bytes_and_is_the_same_each_time() {
    let view = view("Cao cà gai leo An Xuân", 5, true);
    let one = make(&view, &Dark).unwrap();
    assert_eq!(one, make(&view, &Dark).unwrap());
    assert!(one.len() <= 100_000, "{}", one.len());
    let read = image::load_from_memory(&one).unwrap();
    assert_eq!((read.width(), read.height()), (1200, 630));
}

#[test]
fn names_cannot_break_out_of_the_drawing() {
    let drawn = draw(&view("Bánh <script>alert(1)</script> & \"kẹo\"", 3, true));
    assert!(!drawn.contains("<script>"));
    assert!(make(&view("Bánh </text><image href='x'/> & kẹo", 3, true), &Dark).is_ok());
}

#[test]
fn stars_that_do_not_count_are_not_gold() {
    let gold = |svg: &str| svg.matches("fill=\"#f0b93f\" transform").count();
    assert_eq!(gold(&draw(&view("Chè", 4, true))), 4);
    assert_eq!(gold(&draw(&view("Chè", 4, false))), 0);
}

#[test]
fn the_key_follows_everything_that_is_shown() {
    let one = view("Chè", 4, true);
    assert_eq!(one.key(), view("Chè", 4, true).key());
    assert_ne!(one.key(), view("Trà", 4, true).key());
    assert_ne!(one.key(), view("Chè", 4, false).key());
    let mut other = one.clone();
    other.focus = (10, 10);
    assert_ne!(one.key(), other.key());
}
