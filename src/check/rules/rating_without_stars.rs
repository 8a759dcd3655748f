//! A recognition without stars says nothing.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::rating::Rating;

/// A granting event names no stars.
pub static CODE: Code = Code {
    name: "rating-without-stars",
    severity: Severity::Warning,
    title: ("lần công nhận không ghi số sao", "rating without stars"),
    explain: (
        "Công nhận lần đầu, nâng hạng và công nhận lại đều cấp một số sao. Không có số sao thì \
         lần công nhận này không được tính.",
        "First recognition, upgrade and renewal each grant a number of stars. Without it the \
         rating does not count.",
    ),
};

/// Reports a granting event without stars; refusals and withdrawals need none.
pub fn check(_context: &Context<'_>, rating: &Rating, out: &mut Diagnostics) {
    if !rating.event.grants() || rating.stars.is_some() {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            rating.span,
            "lần công nhận này không ghi số sao nên không được tính",
            "this rating names no stars and does not count",
        )
        .hint(
            "thêm `stars: 3`, `4` hoặc `5` theo quyết định",
            "add `stars: 3`, `4` or `5` as decided",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, rating};
    use crate::model::rating::Event;

    #[test]
    fn fires_on_a_grant_without_stars() {
        let bare = rating(Event::Renewal, 0, "2025-06-01");
        check(|it| it.ratings.push(bare), &["rating-without-stars"]);
    }

    #[test]
    fn is_silent_on_a_withdrawal_without_stars() {
        let withdrawn = rating(Event::Withdrawn, 0, "2026-01-01");
        check(|it| it.ratings.push(withdrawn), &[]);
    }
}
