//! The last digit of a GTIN is worked out of the others (GS1).

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// A GTIN of another length, or whose check digit is another.
pub static CODE: Code = Code {
    name: "gtin-check-digit",
    severity: Severity::Warning,
    title: ("mã GTIN sai chữ số kiểm tra", "GTIN with another check digit"),
    explain: (
        "Mã GTIN dưới mã vạch có 8, 12, 13 hoặc 14 chữ số; chữ số cuối tính ra từ các chữ số \
         trước. Nếu không khớp thì có chữ số bị gõ nhầm, và máy quét sẽ không tìm thấy sản \
         phẩm.",
        "The GTIN below a bar code has 8, 12, 13 or 14 digits, the last worked out of the \
         others. Where it differs a digit is a slip, and scanners will not find the product.",
    ),
};

/// Reports GTINs that no scanner would accept.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    for gtin in product.packs.iter().filter_map(|pack| pack.gtin.as_ref()) {
        let digits: Vec<u32> =
            gtin.value.chars().filter_map(|digit| digit.to_digit(10)).collect();
        let count = gtin.value.chars().count();
        if digits.len() != count || !matches!(count, 8 | 12 | 13 | 14) {
            out.push(Diagnostic::new(
                &CODE,
                gtin.span,
                format!("GTIN có 8, 12, 13 hoặc 14 chữ số, ở đây ghi `{}`", gtin.value),
                format!("expected 8, 12, 13 or 14 digits, found `{}`", gtin.value),
            ));
            continue;
        }
        let Some((found, payload)) = digits.split_last() else { continue };
        let want = check_digit(payload);
        if want == *found {
            continue;
        }
        out.push(
            Diagnostic::new(
                &CODE,
                gtin.span,
                format!("chữ số kiểm tra phải là {want}, ở đây là {found}"),
                format!("expected the check digit {want}, found {found}"),
            )
            .hint("gõ lại mã in dưới mã vạch", "type the number below the bar code again"),
        );
    }
}

/// Check digit of the digits before it: from the right, weights 3 and 1 in turn.
fn check_digit(payload: &[u32]) -> u32 {
    let weights = [3, 1].into_iter().cycle();
    let sum: u32 =
        payload.iter().rev().zip(weights).map(|(digit, weight)| digit * weight).sum();
    (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, pack, text};
    use crate::model::product::Product;

    fn with(gtin: &str) -> impl FnOnce(&mut Product) {
        let mut pack = pack(85_000);
        pack.gtin = text(gtin);
        move |product| product.packs.push(pack)
    }

    #[test]
    fn fires_on_another_digit_and_another_length() {
        for gtin in ["8934563138164", "893456313816", "893456313816X", ""] {
            check(with(gtin), &["gtin-check-digit"]);
        }
    }

    #[test]
    fn is_silent_on_every_length_of_gtin() {
        for gtin in ["8934563138165", "96385074", "012345678905", "10614141000415"] {
            check(with(gtin), &[]);
        }
    }
}
