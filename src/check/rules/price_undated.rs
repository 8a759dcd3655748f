//! A price is true on a day; without it nobody knows whether it still is.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// A price without the day on which it was true.
pub static CODE: Code = Code {
    name: "price-undated",
    severity: Severity::Warning,
    title: ("giá không ghi ngày", "price without its day"),
    explain: (
        "Giá thay đổi, còn trang thì đứng yên cho đến lần dựng sau. Người mua cần biết giá \
         đúng vào lúc nào: thêm `priced_on` với ngày hoặc tháng hỏi giá.",
        "Prices change while the page stands still until the next build. Buyers need to know \
         when it was true: add `priced_on` with the day or month in which it was asked.",
    ),
};

/// Reports each price without `priced_on`.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    for pack in product.packs.iter().filter(|pack| pack.priced_on.is_none()) {
        let Some(price) = pack.price.as_ref() else { continue };
        out.push(
            Diagnostic::new(
                &CODE,
                price.span,
                "giá cần kèm ngày, ở đây chưa có `priced_on`",
                "a price needs its day, found no `priced_on`",
            )
            .hint(
                "thêm `priced_on: 2026-11` (tháng hỏi giá)",
                "add `priced_on: 2026-11`, when it was asked",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, pack};

    #[test]
    fn fires_on_a_price_without_day() {
        let mut undated = pack(85_000);
        undated.priced_on = None;
        check(|it| it.packs.push(undated), &["price-undated"]);
    }

    #[test]
    fn is_silent_with_a_day_and_without_a_price() {
        check(|it| it.packs.push(pack(85_000)), &[]);
        let mut unpriced = pack(85_000);
        (unpriced.price, unpriced.priced_on) = (None, None);
        check(|it| it.packs.push(unpriced), &[]);
    }
}
