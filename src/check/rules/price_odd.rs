//! Prices that are off by thousands: "85" meaning 85,000 đồng, or digits typed twice.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;
use crate::text::number;

/// Least and greatest price that anyone has asked for a pack.
const SANE: std::ops::RangeInclusive<u64> = 1_000..=1_000_000_000;

/// A price below 1,000 đồng or above one billion.
pub static CODE: Code = Code {
    name: "price-odd",
    severity: Severity::Warning,
    title: ("giá bất thường", "price out of the ordinary"),
    explain: (
        "Giá ghi bằng đồng, không phải nghìn đồng: 85 nghìn ghi là `85000`. Giá dưới 1.000 đ \
         hoặc trên 1 tỷ đồng hầu như luôn là gõ thiếu hoặc thừa số 0.",
        "Prices are in đồng, not in thousands: 85 thousand is `85000`. Below 1,000 đồng or \
         above one billion there are nearly always zeros missing or too many.",
    ),
};

/// Reports prices outside 1,000 đồng to one billion.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let prices = product.packs.iter().filter_map(|pack| pack.price.as_ref());
    for price in prices.filter(|price| !SANE.contains(&price.value.0)) {
        let found = number::dong(price.value.0);
        out.push(
            Diagnostic::new(
                &CODE,
                price.span,
                format!("giá thường từ 1.000 đ đến 1 tỷ đồng, ở đây là {found}"),
                format!("expected 1,000 đồng to one billion, found {found}"),
            )
            .hint(
                "ghi giá bằng đồng: 85 nghìn là `85000`",
                "write đồng: 85 thousand is `85000`",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, pack};

    #[test]
    fn fires_below_a_thousand_and_above_a_billion() {
        check(|it| it.packs.push(pack(999)), &["price-odd"]);
        check(|it| it.packs.push(pack(1_000_000_001)), &["price-odd"]);
    }

    #[test]
    fn is_silent_between() {
        check(|it| it.packs.push(pack(1_000)), &[]);
        check(|it| it.packs.push(pack(1_000_000_000)), &[]);
    }
}
