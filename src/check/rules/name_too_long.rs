//! Names longer than any on a real certificate mostly hold a description.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// Characters of the longest name that cards and labels hold; the longest of
/// 334 real names has 79 (measured November 2026).
const MOST: usize = 80;

/// A name of more than 80 characters.
pub static CODE: Code = Code {
    name: "name-too-long",
    severity: Severity::Advice,
    title: ("tên sản phẩm dài hơn 80 ký tự", "name of more than 80 characters"),
    explain: (
        "Tên trên giấy chứng nhận hiếm khi quá 80 ký tự; tên dài hơn thường lẫn mô tả hoặc quy \
         cách. Thẻ sản phẩm và nhãn kệ khó đọc khi tên quá dài: hãy chuyển phần mô tả sang \
         `summary`, quy cách sang `packs`.",
        "Names on certificates rarely exceed 80 characters; longer ones mostly hold a \
         description or a pack size. Cards and shelf labels suffer: move the description to \
         `summary` and sizes to `packs`.",
    ),
};

/// Reports names that are too long for cards.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let length = product.name.value.chars().count();
    if length <= MOST {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            product.name.span,
            format!("tên nên có nhiều nhất {MOST} ký tự, ở đây có {length}"),
            format!("expected at most {MOST} characters, found {length}"),
        )
        .hint("chuyển phần mô tả sang `summary`", "move the description to `summary`"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check;

    #[test]
    fn fires_above_eighty_characters() {
        check(|it| it.name.value = "ố".repeat(81), &["name-too-long"]);
    }

    #[test]
    fn is_silent_at_eighty() {
        check(|it| it.name.value = "ố".repeat(80), &[]);
    }
}
