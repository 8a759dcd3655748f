//! Cards, search results and print show the summary, never a cut of the story.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// No summary, or an empty one.
pub static CODE: Code = Code {
    name: "summary-missing",
    severity: Severity::Advice,
    title: ("chưa có tóm tắt", "no summary"),
    explain: (
        "Tóm tắt (nhiều nhất 250 ký tự) đứng trên thẻ sản phẩm, trong kết quả tìm kiếm và bản \
         in. Phần này không bao giờ cắt từ câu chuyện, nên thiếu tóm tắt thì những chỗ ấy \
         không có lời giới thiệu.",
        "The summary (at most 250 characters) stands on cards, in search results and in print. \
         It is never cut out of the story, so without one those places say nothing of the \
         product.",
    ),
};

/// Reports a product without a summary.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let written = product.summary.as_ref().filter(|it| !it.value.trim().is_empty());
    if written.is_some() {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            product.summary.as_ref().map_or(product.name.span, |summary| summary.span),
            "chưa có tóm tắt; thẻ sản phẩm không có lời giới thiệu",
            "no summary; the card says nothing of the product",
        )
        .hint("thêm `summary:` với một, hai câu", "add `summary:` with a sentence or two"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, text};

    #[test]
    fn fires_without_words() {
        check(|it| it.summary = None, &["summary-missing"]);
        check(|it| it.summary = text(" "), &["summary-missing"]);
    }

    #[test]
    fn is_silent_on_a_short_one() {
        check(|it| it.summary = text("Hạt sen sấy."), &[]);
    }
}
