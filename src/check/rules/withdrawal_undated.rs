//! A withdrawal without a day cannot be placed between two recognitions.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::rating::{Event, Rating};

/// A withdrawal without a date.
pub static CODE: Code = Code {
    name: "withdrawal-undated",
    severity: Severity::Warning,
    title: ("thu hồi không ghi ngày", "withdrawal without a date"),
    explain: (
        "Khi không có ngày thu hồi, mọi lần công nhận ghi phía trên đều coi như đã bị thu hồi. \
         Hãy ghi ngày của quyết định thu hồi để lịch sử của sản phẩm đúng.",
        "Without its day a withdrawal ends every rating written above it. Give the day of the \
         decision so that the product's history is true.",
    ),
};

/// Reports a withdrawal without any date.
pub fn check(_context: &Context<'_>, rating: &Rating, out: &mut Diagnostics) {
    if rating.event != Event::Withdrawn || rating.start().is_some() {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            rating.span,
            "thu hồi không ghi ngày; mọi lần công nhận phía trên coi như đã bị thu hồi",
            "withdrawal without a date; every rating above it counts as withdrawn",
        )
        .hint(
            "thêm `decided:` với ngày quyết định thu hồi",
            "add `decided:` with the day of the withdrawal",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, rating};
    use crate::model::rating::Event;

    #[test]
    fn fires_without_a_date() {
        let undated = rating(Event::Withdrawn, 0, "");
        check(|it| it.ratings.push(undated), &["withdrawal-undated"]);
    }

    #[test]
    fn is_silent_with_the_year_alone() {
        let dated = rating(Event::Withdrawn, 0, "2026");
        check(|it| it.ratings.push(dated), &[]);
    }
}
