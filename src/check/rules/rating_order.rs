//! A chain of ratings reads from the oldest to the newest.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// An entry stands below a newer one.
pub static CODE: Code = Code {
    name: "rating-order",
    severity: Severity::Warning,
    title: (
        "các lần công nhận không theo thứ tự thời gian",
        "ratings are not in order of time",
    ),
    explain: (
        "Các lần công nhận được ghi từ cũ đến mới. Thứ tự này cho biết điều gì đến trước khi \
         ngày chỉ biết đến năm, và cho biết lần đề nghị 5 sao nào đã được trả lời.",
        "Ratings are written from the oldest to the newest. The order tells what came first \
         where only years are known, and which putting forward for five stars has been \
         answered.",
    ),
};

/// Reports each entry that is surely older than the one above it.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let dated: Vec<_> = product
        .ratings
        .iter()
        .filter_map(|rating| rating.decided.as_ref().or(rating.from.as_ref()))
        .collect();
    for pair in dated.windows(2) {
        let [above, below] = pair else { continue };
        if below.value.last() >= above.value.first() {
            continue;
        }
        out.push(
            Diagnostic::new(
                &CODE,
                below.span,
                "các lần công nhận ghi từ cũ đến mới; lần này cũ hơn lần ở trên",
                "ratings stand from the oldest to the newest; this one is older than the one \
                 above",
            )
            .label(above.span, "lần mới hơn", "the newer one")
            .hint("xếp lại theo ngày", "put them in order of their days"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, rating};
    use crate::model::rating::Event;

    #[test]
    fn fires_on_an_older_entry_below() {
        let old = rating(Event::First, 3, "2021-05-01");
        check(|it| it.ratings.push(old), &["rating-order"]);
    }

    #[test]
    fn is_silent_on_the_same_day_and_in_a_vague_year() {
        let same = rating(Event::PutForward, 5, "2025-03-10");
        check(|it| it.ratings.push(same), &[]);
        let vague = rating(Event::Renewal, 4, "2025");
        check(|it| it.ratings.push(vague), &[]);
    }
}
