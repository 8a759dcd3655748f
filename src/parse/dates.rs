//! Dates as editors write them, with a reason where the calendar has none.
//!
//! Reading is [`PartialDate::parse`]; here stand only the words for what it
//! refuses: a day that does not exist is told apart from a text that is no date,
//! and a date in another order is shown in the right one.

use super::codes::field::{DATE_IMPLAUSIBLE, DATE_IMPOSSIBLE, DATE_UNREADABLE};
use super::fields::Fields;
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::text::date::{Day, PartialDate};

/// Year in which the programme began (Decision 490/QĐ-TTg).
const FIRST_YEAR: i16 = 2018;
/// A year beyond this one is a slip.
const LAST_YEAR: i16 = 2100;

impl Fields<'_> {
    /// A day, a month or a year.
    pub(super) fn date(
        &self,
        name: &str,
        out: &mut Diagnostics,
    ) -> Option<Spanned<PartialDate>> {
        let text = self.line(name, out)?;
        let Some(date) = PartialDate::parse(&text.value) else {
            out.push(refuse(&text));
            return None;
        };
        if date.year() > LAST_YEAR {
            out.push(implausible(
                &text,
                &format!("không quá năm {LAST_YEAR}"),
                &format!("a year up to {LAST_YEAR}"),
            ));
        }
        Some(Spanned::new(date, text.span))
    }

    /// A date of a rating: not before the programme.
    pub(super) fn rating_date(
        &self,
        name: &str,
        out: &mut Diagnostics,
    ) -> Option<Spanned<PartialDate>> {
        let date = self.date(name, out)?;
        if date.value.year() < FIRST_YEAR {
            let text = Spanned::new(date.value.iso(), date.span);
            out.push(implausible(
                &text,
                &format!("từ năm {FIRST_YEAR} trở đi"),
                &format!("a year from {FIRST_YEAR} on"),
            ));
        }
        Some(date)
    }

    /// An exact day.
    pub(super) fn day(&self, name: &str, out: &mut Diagnostics) -> Option<Day> {
        let date = self.date(name, out)?;
        if let PartialDate::Day(day) = date.value {
            return Some(day);
        }
        let written = date.value.iso();
        out.push(Diagnostic::new(
            &DATE_UNREADABLE,
            date.span,
            format!("cần đủ ngày, tháng, năm, gặp `{written}`"),
            format!("expected day, month and year, found `{written}`"),
        ));
        None
    }
}

fn implausible(text: &Spanned<String>, vi: &str, en: &str) -> Diagnostic {
    let written = &text.value;
    Diagnostic::new(
        &DATE_IMPLAUSIBLE,
        text.span,
        format!("cần {vi}, gặp `{written}`"),
        format!("expected {en}, found `{written}`"),
    )
}

/// The finding for a text that is no date.
fn refuse(text: &Spanned<String>) -> Diagnostic {
    let written = &text.value;
    let parts = Parts::of(written);
    if let Some((vi, en)) = parts.and_then(Parts::reason) {
        return Diagnostic::new(
            &DATE_IMPOSSIBLE,
            text.span,
            format!("`{written}` không có trên lịch: {vi}"),
            format!("`{written}` is on no calendar: {en}"),
        )
        .hint("xem lại ngày ghi trong nguồn", "look the day up in the source");
    }
    let finding = Diagnostic::new(
        &DATE_UNREADABLE,
        text.span,
        format!("cần ngày như `2023-05-17`, `2023-05` hoặc `2023`, gặp `{written}`"),
        format!("expected a date such as `2023-05-17`, `2023-05` or `2023`, found `{written}`"),
    );
    match parts.and_then(Parts::iso) {
        Some(right) => finding.hint(format!("viết `{right}`"), format!("write `{right}`")),
        None => finding,
    }
}

/// Numbers of a date in whatever order and with whatever signs between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts {
    year: i16,
    month: i8,
    day: Option<i8>,
}

impl Parts {
    fn of(written: &str) -> Option<Self> {
        let numbers: Vec<&str> = written.trim().split(['-', '/', '.', ' ']).collect();
        let number = |text: &str, longest: usize| {
            let good = !text.is_empty()
                && text.len() <= longest
                && text.bytes().all(|b| b.is_ascii_digit());
            good.then(|| text.parse::<i16>().ok()).flatten()
        };
        let small = |text: &str| number(text, 2).and_then(|value| i8::try_from(value).ok());
        let year = |text: &str| (text.len() == 4).then(|| number(text, 4)).flatten();
        match *numbers.as_slice() {
            [a, b, c] if a.len() == 4 => {
                Some(Self { year: year(a)?, month: small(b)?, day: Some(small(c)?) })
            }
            [a, b, c] => Some(Self { year: year(c)?, month: small(b)?, day: Some(small(a)?) }),
            [a, b] if a.len() == 4 => {
                Some(Self { year: year(a)?, month: small(b)?, day: None })
            }
            [a, b] => Some(Self { year: year(b)?, month: small(a)?, day: None }),
            _ => None,
        }
    }

    /// Why the calendar has no such day.
    fn reason(self) -> Option<(String, String)> {
        let Self { year, month, day } = self;
        if !(1..=12).contains(&month) {
            return Some((
                format!("tháng chỉ từ 1 đến 12, gặp {month}"),
                format!("months run from 1 to 12, found {month}"),
            ));
        }
        let last = PartialDate::parse(&format!("{year:04}-{month:02}"))?.last().day();
        let day = day?;
        ((day < 1) || (day > last)).then(|| {
            (
                format!("tháng {month} năm {year} có {last} ngày"),
                format!("that month has {last} days"),
            )
        })
    }

    fn iso(self) -> Option<String> {
        let Self { year, month, day } = self;
        let Some(day) = day else {
            return Some(format!("{year:04}-{month:02}"));
        };
        Day::new(year, month, day).map(Day::iso)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::Span;

    #[track_caller]
    fn check(written: &str, code: &str, hint: Option<&str>) {
        let finding = refuse(&Spanned::new(written.to_owned(), Span::default()));
        assert_eq!(finding.code.name, code, "{written}");
        let hints: Vec<&str> = finding.hints.iter().map(|hint| hint.en.as_str()).collect();
        assert_eq!(hints.first().copied(), hint, "{written}");
    }

    #[test]
    fn days_off_the_calendar_are_told_from_texts() {
        check("2023-02-30", "date-impossible", Some("look the day up in the source"));
        check("31/04/2024", "date-impossible", Some("look the day up in the source"));
        check("2023-13-01", "date-impossible", Some("look the day up in the source"));
        check("13/2023", "date-impossible", Some("look the day up in the source"));
        check("2023-00", "date-impossible", Some("look the day up in the source"));
        check("17-05-2023", "date-unreadable", Some("write `2023-05-17`"));
        check("17.5.2023", "date-unreadable", Some("write `2023-05-17`"));
        check("2023/5/7", "date-unreadable", Some("write `2023-05-07`"));
        check("5-2023", "date-unreadable", Some("write `2023-05`"));
        check("17/05/23", "date-unreadable", None);
        check("tháng 5 năm 2023", "date-unreadable", None);
        check("hôm qua", "date-unreadable", None);
    }
}
