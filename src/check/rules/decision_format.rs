//! Numbers of decisions have one shape: number, year if any, `QĐ`, issuer.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::rating::Rating;

/// The number does not look like that of a decision.
pub static CODE: Code = Code {
    name: "decision-format",
    severity: Severity::Warning,
    title: ("số quyết định không đúng dạng", "number does not look like a decision's"),
    explain: (
        "Số quyết định gồm số thứ tự, dấu gạch chéo, `QĐ` và cơ quan ban hành: `348/QĐ-UBND`, \
         `2361/QĐ-BNNMT`, `377/QĐ-BNN-VPĐP`. Chỉ ghi số, không ghi chữ \"Quyết định số\".",
        "The number of a decision is its running number, a slash, `QĐ` and the issuer: \
         `348/QĐ-UBND`, `2361/QĐ-BNNMT`, `377/QĐ-BNN-VPĐP`. Write the number alone, without \
         \"Quyết định số\".",
    ),
};

/// Reports numbers of another shape.
pub fn check(_context: &Context<'_>, rating: &Rating, out: &mut Diagnostics) {
    let Some(decision) = rating.decision.as_ref() else { return };
    if has_shape(decision.value.trim()) {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            decision.span,
            format!("số quyết định có dạng `348/QĐ-UBND`, ở đây ghi `{}`", decision.value),
            format!("expected a number like `348/QĐ-UBND`, found `{}`", decision.value),
        )
        .hint("chép số in trên quyết định", "copy the number as printed on the decision"),
    );
}

/// Whether it reads `348/QĐ-UBND` or, of old, `26/2020/QĐ-UBND`.
fn has_shape(number: &str) -> bool {
    let parts: Vec<&str> = number.split('/').collect();
    let (running, year, issuer) = match parts.as_slice() {
        [running, issuer] => (*running, None, *issuer),
        [running, year, issuer] => (*running, Some(*year), *issuer),
        _ => return false,
    };
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let running = running.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let issuer = issuer.strip_prefix("QĐ-").unwrap_or_default();
    let letters =
        issuer.chars().all(|letter| letter.is_alphanumeric() || "-&.".contains(letter));
    digits(running)
        && year.is_none_or(|year| digits(year) && year.len() == 4)
        && !issuer.is_empty()
        && letters
}

#[cfg(test)]
mod tests {
    use super::has_shape;
    use crate::check::fixture::{check, text};

    #[test]
    fn fires_on_another_shape() {
        check(|it| it.ratings[0].decision = text("QĐ 348"), &["decision-format"]);
        for number in [
            "348",
            "348/QD-UBND",
            "Quyết định số 348/QĐ-UBND",
            "348/QĐ-",
            "/QĐ-UBND",
            "1/20/QĐ-UBND",
        ] {
            assert!(!has_shape(number), "{number}");
        }
    }

    #[test]
    fn is_silent_on_numbers_as_printed() {
        check(|it| it.ratings[0].decision = text("348/QĐ-UBND"), &[]);
        for number in [
            "2890/QĐ-BNN-VPĐP",
            "148/QĐ-TTg",
            "2361/QĐ-BNNMT",
            "26/2020/QĐ-UBND",
            "12a/QĐ-UBND",
        ] {
            assert!(has_shape(number), "{number}");
        }
    }
}
