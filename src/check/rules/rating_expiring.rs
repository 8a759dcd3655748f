//! A rating that ends soon: time to apply for the next grading.

use crate::check::{Context, Ending};
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;
use crate::model::rating::Validity;

/// The rating ends within the days that the settings name.
pub static CODE: Code = Code {
    name: "rating-expiring",
    severity: Severity::Advice,
    title: ("hạng sao sắp hết hạn", "rating is about to lapse"),
    explain: (
        "Hạng sao hết hạn trong số ngày đặt ở `expiring_days` (mặc định 90). Hãy nhắc chủ thể \
         nộp hồ sơ đánh giá lại; khi có quyết định mới, thêm một dòng `renewal`.",
        "The rating ends within `expiring_days` (90 unless set). Remind the producer to apply \
         again; when the new decision comes, add a `renewal`.",
    ),
};

/// Reports a product whose rating is valid and ends soon.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let Some(ending) = context.ending(product, Validity::Expiring) else { return };
    let Ending { stars: count, until, span } = ending;
    let left = context.today.days_until(until.earliest);
    let (vi, en) = (until.earliest.vietnamese(), until.earliest.iso());
    let (at_least_vi, at_least_en) =
        if until.is_exact() { ("", "") } else { ("sớm nhất ", "at the earliest ") };
    out.push(
        Diagnostic::new(
            &CODE,
            span,
            format!("hạng {count} sao hết hạn {at_least_vi}ngày {vi}, còn {left} ngày"),
            format!("{count} stars lapse {at_least_en}on {en}, {left} days from now"),
        )
        .hint("nhắc chủ thể nộp hồ sơ đánh giá lại", "remind the producer to apply again"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, date};

    #[test]
    fn fires_ninety_days_before_the_end() {
        check(|it| it.ratings[0].decided = date("2024-02-21"), &["rating-expiring"]);
    }

    #[test]
    fn is_silent_a_day_earlier() {
        check(|it| it.ratings[0].decided = date("2024-02-22"), &[]);
    }
}
