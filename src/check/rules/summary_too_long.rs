//! Summaries are set on cards and in print, where space is fixed.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// Characters that a card holds.
const MOST: usize = 250;

/// A summary of more than 250 characters.
pub static CODE: Code = Code {
    name: "summary-too-long",
    severity: Severity::Warning,
    title: ("tóm tắt dài hơn 250 ký tự", "summary of more than 250 characters"),
    explain: (
        "Tóm tắt đứng trên thẻ sản phẩm, trong kết quả tìm kiếm và bản in, nơi chỗ có hạn. \
         Phần kể dài hãy viết ở thân bài, dưới dòng `---`.",
        "The summary stands on cards, in search results and in print, where space is fixed. \
         Tell the long version in the story below the `---`.",
    ),
};

/// Reports summaries that are too long for cards.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let Some(summary) = product.summary.as_ref() else { return };
    let length = summary.value.chars().count();
    if length <= MOST {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            summary.span,
            format!("tóm tắt có nhiều nhất {MOST} ký tự, ở đây có {length}"),
            format!("expected at most {MOST} characters, found {length}"),
        )
        .hint(
            "rút gọn, chuyển phần còn lại xuống câu chuyện",
            "shorten it, move the rest to the story",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, text};

    #[test]
    fn fires_above_two_hundred_and_fifty_characters() {
        check(|it| it.summary = text(&"ế".repeat(251)), &["summary-too-long"]);
    }

    #[test]
    fn is_silent_at_two_hundred_and_fifty() {
        check(|it| it.summary = text(&"ế".repeat(250)), &[]);
    }
}
