//! A lapsed rating: the product keeps its page, its stars go grey with words.

use crate::check::{Context, Ending};
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;
use crate::model::rating::Validity;

/// The best rating has run out.
pub static CODE: Code = Code {
    name: "rating-lapsed",
    severity: Severity::Warning,
    title: ("hạng sao đã hết hạn", "rating has lapsed"),
    explain: (
        "Giấy chứng nhận có hiệu lực 36 tháng. Sản phẩm hết hạn vẫn giữ trang và địa chỉ, \
         nhưng sao chuyển sang màu xám kèm chữ \"đã hết hạn\", không còn trong trang hạng sao \
         và số đếm. Khi có quyết định công nhận lại, thêm một dòng `renewal`.",
        "A certificate runs 36 months. A lapsed product keeps its page and address, but its \
         stars go grey with words and it leaves the pages of its tier and the counters. When \
         it is recognised again, add a `renewal`.",
    ),
};

/// Reports a product whose last rating ended before today.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let Some(ending) = context.ending(product, Validity::Lapsed) else { return };
    let Ending { stars: count, until, span } = ending;
    let ago = until.latest.days_until(context.today);
    let (vi, en) = (until.latest.vietnamese(), until.latest.iso());
    let (at_most_vi, at_most_en) =
        if until.is_exact() { ("", "") } else { ("chậm nhất ", "at the latest ") };
    out.push(
        Diagnostic::new(
            &CODE,
            span,
            format!(
                "hạng {count} sao đã hết hạn {at_most_vi}ngày {vi}, {ago} ngày trước; \
                     trang hiện sao màu xám"
            ),
            format!(
                "{count} stars lapsed {at_most_en}on {en}, {ago} days ago; the page shows \
                     them grey"
            ),
        )
        .hint(
            "nếu đã được công nhận lại, thêm một dòng `renewal`",
            "if it was recognised again, add a `renewal`",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, date, rating};
    use crate::model::rating::Event;

    #[test]
    fn fires_on_the_day_after_the_last() {
        check(|it| it.ratings[0].decided = date("2023-11-22"), &["rating-lapsed"]);
        check(|it| it.ratings[0].decided = date("2022"), &["rating-lapsed"]);
    }

    #[test]
    fn is_silent_on_the_last_day_and_where_another_rating_runs() {
        check(|it| it.ratings[0].decided = date("2023-11-23"), &["rating-expiring"]);
        let old = rating(Event::First, 3, "2019-01-01");
        check(|it| it.ratings.insert(0, old), &[]);
    }
}
