//! Only five stars are decided centrally, so only they are put forward.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::rating::{Event, Rating};

/// Put forward for other than five stars.
pub static CODE: Code = Code {
    name: "put-forward-not-five",
    severity: Severity::Warning,
    title: ("đề nghị công nhận không phải 5 sao", "put forward for other than five stars"),
    explain: (
        "`put-forward` (tiềm năng 5 sao) là sản phẩm được tỉnh chấm từ 90 điểm và trình trung \
         ương công nhận 5 sao. Các hạng khác do cấp tỉnh hoặc huyện công nhận thẳng: hãy dùng \
         `first`, `upgrade` hoặc `renewal`.",
        "`put-forward` is a product that its province scored at 90 or more and sent to the \
         ministry for five stars. Other tiers are granted directly: use `first`, `upgrade` or \
         `renewal`.",
    ),
};

/// Reports putting forward with stars other than five.
pub fn check(_context: &Context<'_>, rating: &Rating, out: &mut Diagnostics) {
    let Some(stars) = rating.stars.as_ref().filter(|_| rating.event == Event::PutForward)
    else {
        return;
    };
    let count = stars.value.count();
    if count == 5 {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            stars.span,
            format!("chỉ đề nghị công nhận 5 sao, ở đây ghi {count} sao"),
            format!("products are put forward for 5 stars, found {count}"),
        )
        .hint(
            "ghi `stars: 5`, hoặc dùng `first`, `upgrade`",
            "write `stars: 5`, or use `first`, `upgrade`",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, rating};
    use crate::model::rating::Event;

    #[test]
    fn fires_below_five_stars() {
        let four = rating(Event::PutForward, 4, "2026-01-01");
        check(|it| it.ratings.push(four), &["put-forward-not-five"]);
    }

    #[test]
    fn is_silent_on_five_stars_and_on_none() {
        for count in [5, 0] {
            let five = rating(Event::PutForward, count, "2026-01-01");
            check(|it| it.ratings.push(five), &[]);
        }
    }
}
