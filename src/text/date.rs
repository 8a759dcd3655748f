//! Civil dates: days, and dates known only to the month or the year.
//!
//! A [`Day`] is a day on the calendar without time or zone, in the years 1 to
//! 9999. A [`PartialDate`] keeps the precision in which it was written and
//! gives the first and the last day it can mean; it is never guessed further.
//! Months are added as certificates count them: the same day of the later
//! month, clamped at that month's end (`docs/SOURCES.md#validity`).
//!
//! Never asks for the clock.

use std::cmp::Ordering;
use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::lang::Lang;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day of that year, month (1-12) and day (1-31); `None` where the calendar has none.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if year < 1 {
            return None;
        }
        Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `2026-11-24`, nothing else.
    pub fn parse_iso(written: &str) -> Option<Self> {
        match PartialDate::parse_iso(written)? {
            PartialDate::Day(day) => Some(day),
            PartialDate::Month(..) | PartialDate::Year(_) => None,
        }
    }

    /// The year, 1-9999.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1-12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1-31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// `2026-11-24`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }

    /// `24/11/2026`.
    pub fn vietnamese(self) -> String {
        format!("{:02}/{:02}/{}", self.day(), self.month(), self.year())
    }

    /// For sentences: "ngày 24 tháng 11 năm 2026", "24 November 2026".
    ///
    /// Vietnamese days below ten and the months 1 and 2 take a leading zero, as
    /// in official documents (Decree 30/2020/NĐ-CP, annex I).
    pub fn in_words(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => {
                format!("ngày {:02} {}", self.day(), month_vi(self.year(), self.month()))
            }
            Lang::En => format!("{} {}", self.day(), month_en(self.year(), self.month())),
        }
    }

    /// The same day so many months later, clamped at the month's end:
    /// 31 August plus six months is 28 (or 29) February.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        Self(self.0.saturating_add(i32::from(months).months()))
    }

    /// So many days later, or earlier when negative; stops at the calendar's ends.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        // More days than the calendar has would be refused by the span itself.
        let days = days.clamp(-4_000_000, 4_000_000);
        Self(self.0.saturating_add(days.days()).max(Date::constant(1, 1, 1)))
    }

    /// Days from this day to `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        other.number().saturating_sub(self.number())
    }

    /// The day's number in the proleptic Gregorian calendar.
    fn number(self) -> i32 {
        let years_before = i32::from(self.year()).saturating_sub(1);
        let leap_days = years_before / 4 - years_before / 100 + years_before / 400;
        years_before * 365 + leap_days + i32::from(self.0.day_of_year())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.iso())
    }
}

/// A date in the precision in which it is known.
///
/// Ordered by the first day it can mean, then by the last.
#[derive(Debug, Clone, Copy)]
pub enum PartialDate {
    /// The exact day.
    Day(Day),
    /// Year and month (1-12).
    Month(i16, i8),
    /// The year alone.
    Year(i16),
}

impl PartialDate {
    /// Reads `2023`, `2023-05`, `2023-05-17`, `05/2023` and `17/05/2023`
    /// (also `5/2023`, `7/5/2023`); spaces around are forgiven. `None` for
    /// everything else, days that the calendar does not have among it.
    pub fn parse(written: &str) -> Option<Self> {
        let written = written.trim();
        if !written.contains('/') {
            return Self::parse_iso(written);
        }
        let mut parts = written.rsplit('/').map(str::trim);
        let year = whole(parts.next()?, 4..=4)?;
        let month = small(parts.next()?, 1..=2)?;
        let Some(day) = parts.next() else { return Self::month(year, month) };
        if parts.next().is_some() {
            return None;
        }
        Day::new(year, month, small(day, 1..=2)?).map(Self::Day)
    }

    fn parse_iso(written: &str) -> Option<Self> {
        let mut parts = written.split('-');
        let year = whole(parts.next()?, 4..=4)?;
        let Some(month) = parts.next() else { return (year > 0).then_some(Self::Year(year)) };
        let month = small(month, 2..=2)?;
        let Some(day) = parts.next() else { return Self::month(year, month) };
        if parts.next().is_some() {
            return None;
        }
        Day::new(year, month, small(day, 2..=2)?).map(Self::Day)
    }

    fn month(year: i16, month: i8) -> Option<Self> {
        Day::new(year, month, 1).map(|_| Self::Month(year, month))
    }

    /// The first day it can mean.
    pub fn first(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) => clamped(year, month, 1),
            Self::Year(year) => clamped(year, 1, 1),
        }
    }

    /// The last day it can mean.
    pub fn last(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(..) => Day(self.first().0.last_of_month()),
            Self::Year(year) => clamped(year, 12, 31),
        }
    }

    /// Whether the day is known.
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Day(_))
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.first().year()
    }

    /// `2023`, `2023-05` or `2023-05-17`.
    pub fn iso(self) -> String {
        match self {
            Self::Day(day) => day.iso(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
        }
    }

    /// For readers: `17/05/2023` and "17 May 2023", "tháng 5 năm 2023" and "May
    /// 2023", "năm 2023" and "2023".
    pub fn display(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Day(day), Lang::Vi) => day.vietnamese(),
            (Self::Day(day), Lang::En) => day.in_words(lang),
            (Self::Month(year, month), Lang::Vi) => month_vi(year, month),
            (Self::Month(year, month), Lang::En) => month_en(year, month),
            (Self::Year(year), Lang::Vi) => format!("năm {year}"),
            (Self::Year(year), Lang::En) => year.to_string(),
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.first(), self.last()).cmp(&(other.first(), other.last()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for PartialDate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for PartialDate {}

/// A date that exists, whatever the numbers: the variants of [`PartialDate`] are
/// public, so a month of 13 is possible and must not end the run.
fn clamped(year: i16, month: i8, day: i8) -> Day {
    let year = year.clamp(1, 9999);
    Day::new(year, month.clamp(1, 12), day).unwrap_or(Day(Date::constant(1, 1, 1)))
}

fn digits(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<&str> {
    let all_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (all_digits && lengths.contains(&text.len())).then_some(text)
}

fn whole(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<i16> {
    digits(text, lengths)?.parse().ok()
}

fn small(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<i8> {
    digits(text, lengths)?.parse().ok()
}

fn month_vi(year: i16, month: i8) -> String {
    if month < 3 {
        return format!("tháng 0{month} năm {year}");
    }
    format!("tháng {month} năm {year}")
}

fn month_en(year: i16, month: i8) -> String {
    let index = usize::try_from(month).unwrap_or(0).saturating_sub(1);
    let name = MONTHS_EN.get(index).copied().unwrap_or_default();
    format!("{name} {year}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::parse_iso(iso).expect("a day of the test")
    }

    #[track_caller]
    fn check_parse(written: &str, iso: Option<&str>) {
        let found = PartialDate::parse(written).map(PartialDate::iso);
        assert_eq!(found.as_deref(), iso, "{written}");
    }

    #[test]
    fn three_precisions_in_two_spellings() {
        check_parse("2023", Some("2023"));
        check_parse("2023-05", Some("2023-05"));
        check_parse("2023-05-17", Some("2023-05-17"));
        check_parse(" 17/05/2023 ", Some("2023-05-17"));
        check_parse("17 / 05 / 2023", Some("2023-05-17"));
        check_parse("05/2023", Some("2023-05"));
        check_parse("7/5/2023", Some("2023-05-07"));
        check_parse("\u{a0}2023\u{a0}", Some("2023"));
    }

    #[test]
    fn days_that_are_none_are_refused() {
        for written in [
            "",
            "23",
            "20233",
            "2023-13",
            "2023-00",
            "2023-02-29",
            "31/04/2023",
            "2023-5-1",
            "2023/05/17",
            "05/17/2023",
            "17-05-2023",
            "1/2/3/2023",
            "2023-05-17T00:00",
            "0000",
            "-2023",
            "+2023",
            "２０２３",
            "năm 2023",
            "/",
            "//",
            "-",
            "2023-",
            "17/05/",
        ] {
            check_parse(written, None);
        }
        check_parse("2024-02-29", Some("2024-02-29"));
    }

    #[test]
    fn validity_is_clamped_at_the_months_end() {
        #[track_caller]
        fn check(from: &str, months: u16, until: &str) {
            assert_eq!(day(from).plus_months(months).iso(), until);
        }
        check("2023-11-30", 36, "2026-11-30");
        check("2024-02-29", 36, "2027-02-28");
        check("2023-08-31", 6, "2024-02-29");
        check("2022-01-31", 1, "2022-02-28");
        check("2023-11-24", 0, "2023-11-24");
        check("9999-01-01", u16::MAX, "9999-12-31");
    }

    #[test]
    fn days_are_counted_across_leap_years() {
        assert_eq!(day("2026-11-24").days_until(day("2026-11-24")), 0);
        assert_eq!(day("2024-02-28").days_until(day("2024-03-01")), 2);
        assert_eq!(day("2026-11-24").days_until(day("2026-10-31")), -24);
        assert_eq!(day("1900-01-01").days_until(day("2000-01-01")), 36_524);
        assert_eq!(day("2026-11-24").plus_days(90).iso(), "2027-02-22");
        assert_eq!(day("2026-03-01").plus_days(-1).iso(), "2026-02-28");
        assert_eq!(day("2026-03-01").plus_days(i32::MAX).iso(), "9999-12-31");
        assert_eq!(day("2026-03-01").plus_days(i32::MIN).iso(), "0001-01-01");
    }

    #[test]
    fn a_vague_date_spans_its_days() {
        let year = PartialDate::parse("2023").expect("a year");
        assert_eq!(
            (year.first().iso(), year.last().iso()),
            ("2023-01-01".into(), "2023-12-31".into())
        );
        let month = PartialDate::parse("2024-02").expect("a month");
        assert_eq!(month.last().iso(), "2024-02-29");
        assert!(!month.is_exact());
        assert_eq!(PartialDate::Month(2023, 13).first().iso(), "2023-12-01");
    }

    #[test]
    fn order_is_by_first_then_last_day() {
        let mut dates = ["2024", "2023-12-31", "2023", "2023-01", "2023-01-01", "2023-06"]
            .map(|written| PartialDate::parse(written).expect("a date"));
        dates.sort();
        let sorted = dates.map(PartialDate::iso);
        assert_eq!(sorted, ["2023-01-01", "2023-01", "2023", "2023-06", "2023-12-31", "2024"]);
    }

    #[test]
    fn readers_see_their_own_words() {
        let shown = |written: &str| {
            let date = PartialDate::parse(written).expect("a date");
            (date.display(Lang::Vi), date.display(Lang::En))
        };
        assert_eq!(shown("2023-05-17"), ("17/05/2023".into(), "17 May 2023".into()));
        assert_eq!(shown("2023-05"), ("tháng 5 năm 2023".into(), "May 2023".into()));
        assert_eq!(shown("2023"), ("năm 2023".into(), "2023".into()));
        assert_eq!(day("2026-11-24").in_words(Lang::Vi), "ngày 24 tháng 11 năm 2026");
        assert_eq!(day("2026-11-24").in_words(Lang::En), "24 November 2026");
        assert_eq!(day("2024-01-05").in_words(Lang::Vi), "ngày 05 tháng 01 năm 2024");
        assert_eq!(day("2024-01-05").vietnamese(), "05/01/2024");
    }
}
