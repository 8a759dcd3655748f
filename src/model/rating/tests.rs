//! Tests of validity: the real chains of the programme and every rule of
//! [`standing`], a line each.

use super::{Event, Level, Rating, Score, Standing, Stars, Validity, standing};
use crate::diag::span::{FileId, Span, Spanned};
use crate::text::date::{Day, PartialDate};

const SPAN: Span = Span { file: FileId(0), start: 0, end: 0 };

fn day(written: &str) -> Day {
    Day::parse_iso(written).expect("a day of the test")
}

/// Reads a chain: `event stars [date [from]]`, entries parted by `;`; `-` = not given.
fn chain(written: &str) -> Vec<Rating> {
    written.split(';').map(entry).collect()
}

fn entry(written: &str) -> Rating {
    let words: Vec<&str> = written.split_whitespace().collect();
    let event = match words[0] {
        "first" => Event::First,
        "upgrade" => Event::Upgrade,
        "renewal" => Event::Renewal,
        "put-forward" => Event::PutForward,
        "refused" => Event::Refused,
        "withdrawn" => Event::Withdrawn,
        other => panic!("no event {other}"),
    };
    let date = |at: usize| {
        let written = words.get(at).filter(|word| **word != "-")?;
        Some(Spanned::new(PartialDate::parse(written).expect("a date of the test"), SPAN))
    };
    let stars = words.get(1).and_then(|word| Stars::new(word.parse().ok()?));
    Rating {
        event,
        stars: stars.map(|stars| Spanned::new(stars, SPAN)),
        score: None,
        decided: date(2),
        from: date(3),
        months: 36,
        decision: None,
        level: None,
        span: SPAN,
    }
}

fn stand(written: &str, today: &str) -> Standing {
    standing(&chain(written), day(today), 90)
}

/// Expects `Validity stars [+]`, the plus for "put forward for five stars".
#[track_caller]
fn check(written: &str, today: &str, want: &str) {
    let standing = stand(written, today);
    let stars = standing.stars.map_or(0, Stars::count);
    let plus = if standing.put_forward { " +" } else { "" };
    assert_eq!(format!("{:?} {stars}{plus}", standing.validity), want, "{written} on {today}");
}

#[track_caller]
fn check_until(written: &str, today: &str, earliest: &str, latest: &str) {
    let until = stand(written, today).until.expect("an end");
    assert_eq!((until.earliest.iso(), until.latest.iso()), (earliest.into(), latest.into()));
    assert_eq!(until.is_exact(), earliest == latest);
}

#[test]
fn phuong_di_honey_rises_from_four_to_five_stars() {
    let honey = "first 4 2024-09-19; upgrade 5 2025-01-17";
    check(honey, "2024-09-18", "Unrated 0");
    check(honey, "2024-09-19", "Valid 4");
    check(honey, "2025-01-16", "Valid 4");
    check(honey, "2025-01-17", "Valid 5");
    check(honey, "2026-11-24", "Valid 5");
    check(honey, "2028-01-17", "Expiring 5");
    check(honey, "2028-01-18", "Lapsed 5");
    check_until(honey, "2026-11-24", "2028-01-17", "2028-01-17");
}

#[test]
fn tai_hoan_vermicelli_lapses_as_the_last_of_its_chain() {
    let vermicelli = "first 4 2019; upgrade 5 2021-06-30";
    check(vermicelli, "2021-06-29", "Valid 4");
    check(vermicelli, "2021-06-30", "Valid 5");
    check(vermicelli, "2024-06-30", "Expiring 5");
    check(vermicelli, "2024-07-01", "Lapsed 5");
    check(vermicelli, "2026-11-24", "Lapsed 5");
}

#[test]
fn phin_ho_tea_runs_on_by_a_backdated_start() {
    let tea = "first 5 2021-06-30; renewal 5 2024-11 2024-07-01";
    check(tea, "2024-06-30", "Expiring 5");
    check(tea, "2024-07-01", "Valid 5");
    check(tea, "2026-11-24", "Valid 5");
    check_until(tea, "2026-11-24", "2027-07-01", "2027-07-01");
    check(tea, "2027-07-01", "Expiring 5");
    check(tea, "2027-07-02", "Lapsed 5");
}

#[test]
fn le_gia_fish_sauce_is_refused_and_comes_back() {
    let sauce = "first 4 2019-12; put-forward 5 2020-06; refused 5 2020-12; first 5 2025-01";
    check(sauce, "2020-07-01", "Valid 4 +");
    check(sauce, "2021-01-01", "Valid 4");
    check(sauce, "2024-05-01", "Lapsed 4");
    check(sauce, "2026-11-24", "Valid 5");
    check_until(sauce, "2026-11-24", "2028-01-01", "2028-01-31");
}

#[test]
fn tea_below_star_anise_keeps_three_stars_when_the_upgrade_is_refused() {
    let tea = "first 3 2020-06-15; refused 4 2021-01";
    check(tea, "2021-02-01", "Valid 3");
    check(tea, "2026-11-24", "Lapsed 3");
}

#[test]
fn tai_hoan_vermicelli_known_by_its_years_is_not_guessed() {
    let vermicelli = "first 4 2019; upgrade 5 2021";
    check(vermicelli, "2020-12-31", "Valid 4");
    check(vermicelli, "2021-06-30", "Unsure 5");
    check(vermicelli, "2021-12-31", "Valid 5");
    check(vermicelli, "2024-06-30", "Unsure 5");
    check(vermicelli, "2025-01-01", "Lapsed 5");
}

#[test]
fn tuan_cuc_peanut_oil_lapses_as_nobody_asks_for_a_new_grading() {
    check("first 3 2020", "2022-12-31", "Expiring 3");
    check("first 3 2020", "2023-06-30", "Unsure 3");
    check("first 3 2020", "2024-01-01", "Lapsed 3");
    check_until("first 3 2020", "2024-01-01", "2023-01-01", "2023-12-31");
}

#[test]
fn phin_ho_tea_decided_late_is_valid_from_its_backdated_start() {
    let tea = "first 5 2021-06-30; renewal 5 2024-11 2024-07-01";
    let standing = stand(tea, "2024-07-01");
    assert_eq!((standing.validity, standing.rating), (Validity::Valid, Some(1)));
    // Between the two certificates there is no day without stars.
    check("first 5 2021-06-30", "2024-07-01", "Lapsed 5");
}

#[test]
fn last_day_of_validity_still_counts() {
    check("first 3 2024-01-31", "2027-01-31", "Expiring 3");
    check("first 3 2024-01-31", "2027-02-01", "Lapsed 3");
}

#[test]
fn end_is_clamped_at_the_end_of_the_month() {
    check_until("first 3 2024-02-29", "2026-11-24", "2027-02-28", "2027-02-28");
    check_until("first 3 2024-01-31", "2026-11-24", "2027-01-31", "2027-01-31");
    check_until("first 3 2021-02-28", "2023-11-24", "2024-02-28", "2024-02-28");
}

#[test]
fn expiring_begins_ninety_days_before_the_end() {
    check("first 4 2024-01-31", "2026-11-01", "Valid 4");
    check("first 4 2024-01-31", "2026-11-02", "Expiring 4");
}

#[test]
fn months_of_the_decision_itself_win() {
    let mut ratings = chain("first 3 2025-05-10");
    ratings[0].months = 12;
    let validity = |today| standing(&ratings, day(today), 90).validity;
    assert_eq!(validity("2026-05-10"), Validity::Expiring);
    assert_eq!(validity("2026-05-11"), Validity::Lapsed);
}

#[test]
fn five_stars_that_lapse_leave_an_older_four_in_force() {
    let backdated = "renewal 4 2024-03-01; upgrade 5 2024-06-01 2023-06-01";
    check(backdated, "2026-06-01", "Expiring 5");
    check(backdated, "2026-06-02", "Valid 4");
    check(backdated, "2027-03-02", "Lapsed 4");
}

#[test]
fn vague_dates_give_a_range_and_are_never_guessed() {
    check_until("first 4 2023", "2026-11-24", "2026-01-01", "2026-12-31");
    check("first 4 2023", "2025-06-01", "Valid 4");
    check("first 4 2023", "2026-01-01", "Expiring 4");
    check("first 4 2023", "2026-01-02", "Unsure 4");
    check("first 4 2023", "2026-12-31", "Unsure 4");
    check("first 4 2023", "2027-01-01", "Lapsed 4");
    check_until("first 3 2024-02", "2026-11-24", "2027-02-01", "2027-02-28");
}

#[test]
fn a_vague_start_around_today_counts_and_says_so() {
    check("first 4 2026-11", "2026-11-24", "Unsure 4");
    check("first 4 2026-11", "2026-11-30", "Valid 4");
    check("first 4 2026-12", "2026-11-24", "Unrated 0");
}

#[test]
fn ratings_without_any_date_are_undated_and_yield_to_counting_ones() {
    check("first 3 -", "2026-11-24", "Undated 3");
    check("first 3 2025-01-01; upgrade 4 -", "2026-11-24", "Valid 3");
    check("first 4 2019-01-01; renewal 3 -", "2026-11-24", "Undated 3");
}

#[test]
fn chains_without_stars_are_unrated() {
    check("first - 2025-01-01", "2026-11-24", "Unrated 0");
    check("refused 4 2025-01-01", "2026-11-24", "Unrated 0");
    assert_eq!(standing(&[], day("2026-11-24"), 90).validity, Validity::Unrated);
}

#[test]
fn put_forward_is_never_drawn_as_stars() {
    check("put-forward 5 2026-06-01", "2026-11-24", "Unrated 0 +");
    check("first 4 2026-06-01; put-forward 5 2026-06-01", "2026-11-24", "Valid 4 +");
    check("put-forward 5 2026-06-01; first 4 2026-06-01", "2026-11-24", "Valid 4 +");
}

#[test]
fn put_forward_ends_with_its_answer_or_with_its_grading() {
    check("put-forward 5 2026-01-01; refused 5 2026-09-01", "2026-11-24", "Unrated 0");
    check("put-forward 5 2026-01-01; upgrade 5 2026-09-01", "2026-11-24", "Valid 5");
    check(
        "first 4 2025-01-01; put-forward 5 2025-01-01; withdrawn - 2026-01-01",
        "2026-11-24",
        "Withdrawn 4",
    );
    check("put-forward 5 2023-11-23", "2026-11-23", "Unrated 0 +");
    check("put-forward 5 2023-11-23", "2026-11-24", "Unrated 0");
    check("put-forward 5 -", "2026-11-24", "Unrated 0 +");
}

#[test]
fn put_forward_counts_from_its_own_day() {
    let later = "first 4 2026-01-01; put-forward 5 2026-09-01; refused 5 2026-11-01";
    check(later, "2026-08-31", "Valid 4");
    check(later, "2026-09-01", "Valid 4 +");
    check(later, "2026-11-01", "Valid 4");
}

#[test]
fn lapsed_five_stars_may_be_put_forward_again() {
    check("first 5 2022-01-01; put-forward 5 2026-01-01", "2026-11-24", "Lapsed 5 +");
}

#[test]
fn withdrawal_ends_what_started_before_it() {
    let taken = "first 4 2025-01-01; withdrawn - 2026-03-15";
    check(taken, "2026-03-14", "Valid 4");
    check(taken, "2026-03-15", "Withdrawn 4");
    check("first 4 2025-01-01; withdrawn - 2026", "2026-11-24", "Withdrawn 4");
    check("first 4 2025-01-01; withdrawn - 2026-12-01", "2026-11-24", "Valid 4");
    check("withdrawn - 2024-01-01; first 4 2025-01-01", "2026-11-24", "Valid 4");
}

#[test]
fn withdrawal_of_named_stars_leaves_the_others() {
    let five_only = "first 4 2024-09-01; upgrade 5 2025-01-01; withdrawn 5 2026-01-01";
    check(five_only, "2026-11-24", "Valid 4");
    check(&five_only.replace("withdrawn 5", "withdrawn -"), "2026-11-24", "Withdrawn 5");
}

#[test]
fn every_rating_has_its_own_withdrawal() {
    let twice = "first 5 2022-01-01; withdrawn - 2022-06-01; \
                 first 4 2023-01-01; withdrawn - 2025-06-01";
    check(twice, "2022-03-01", "Valid 5");
    check(twice, "2024-03-01", "Valid 4");
    check(twice, "2025-06-01", "Withdrawn 4");
}

#[test]
fn the_order_of_the_chain_decides_where_dates_overlap() {
    check("first 4 2026-03-01; withdrawn - 2026-03-01", "2026-11-24", "Withdrawn 4");
    check("withdrawn - 2026-03-01; first 4 2026-03-01", "2026-11-24", "Valid 4");
    // Its end may fall on 1 January 2027 already, within the ninety days.
    check("first 4 2024; withdrawn - 2024-05; renewal 4 2024", "2026-11-24", "Expiring 4");
    check("first 4 2024; withdrawn - 2024-05; renewal 4 2024", "2026-10-02", "Valid 4");
    check("first 4 2024; withdrawn - 2024-05", "2026-10-02", "Withdrawn 4");
}

#[test]
fn a_withdrawal_without_date_ends_what_stands_before_it() {
    check("first 4 2025-01-01; withdrawn -", "2026-11-24", "Withdrawn 4");
    check("first 4 -; withdrawn -", "2026-11-24", "Withdrawn 4");
    check("first 4 2025-01-01; withdrawn -; first 3 2026-01-01", "2026-11-24", "Valid 3");
    check("first 4 2025-01-01; withdrawn 5", "2026-11-24", "Valid 4");
    check("first 4 2019-01-01; withdrawn -", "2026-11-24", "Lapsed 4");
}

#[test]
fn undated_stars_end_with_a_later_dated_withdrawal() {
    check("first 4 -; withdrawn - 2026-01-01", "2026-11-24", "Withdrawn 4");
    check("first 4 -; withdrawn - 2026-12-01", "2026-11-24", "Undated 4");
}

#[test]
fn among_ended_ratings_the_last_to_end_is_shown() {
    check(
        "first 3 2021-03-01; upgrade 4 2022-01-01; withdrawn 4 2022-06-01",
        "2026-11-24",
        "Lapsed 3",
    );
    check("first 4 2019-01-01; withdrawn - 2024-01-01", "2026-11-24", "Lapsed 4");
}

#[test]
fn of_equal_ratings_the_later_end_and_then_the_later_entry_wins() {
    assert_eq!(stand("renewal 4 2025-06-01; first 4 2025-01-01", "2026-11-24").rating, Some(0));
    assert_eq!(stand("first 4 2025-01-01; renewal 4 2025-01-01", "2026-11-24").rating, Some(1));
}

#[test]
fn scores_have_decimals() {
    #[track_caller]
    fn check(written: &str, want: Option<u16>) {
        assert_eq!(Score::parse(written), want.map(Score), "{written}");
    }
    check("90.86", Some(9086));
    check("69,5", Some(6950));
    check(" 70 ", Some(7000));
    check("0", Some(0));
    check("100", Some(10_000));
    check("100.01", None);
    check("655.37", None);
    check("90.865", None);
    check("-1", None);
    check(".5", None);
    check("9e1", None);
    check("", None);
}

#[test]
fn stars_are_one_to_five() {
    assert_eq!(Stars::new(0), None);
    assert_eq!(Stars::new(6), None);
    assert_eq!(Stars::ALL.map(Stars::count), [5, 4, 3, 2, 1]);
    assert!(Level::District < Level::Province && Level::Province < Level::Central);
}
