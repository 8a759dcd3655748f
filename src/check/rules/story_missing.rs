//! The product's story is what a catalogue has over a table.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// No story, or an empty one.
pub static CODE: Code = Code {
    name: "story-missing",
    severity: Severity::Advice,
    title: ("chưa có câu chuyện sản phẩm", "no story"),
    explain: (
        "Câu chuyện kể nguồn gốc và nơi làm, ai làm và từ bao giờ, nguyên liệu, bàn tay người \
         thợ, điều đã đổi thay nhờ chương trình: 200 đến 600 chữ, viết dưới dòng `---`. Bộ \
         tiêu chí cũng chấm điểm câu chuyện sản phẩm.",
        "The story tells origin and place, who makes it and since when, the material, the work \
         of hands, what the programme changed: 200 to 600 words below the `---`. The criteria \
         score it, too.",
    ),
};

/// Reports a product without a Vietnamese story.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    if product.story.as_ref().is_some_and(|story| !story.is_empty()) {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            product.name.span,
            "chưa có câu chuyện sản phẩm",
            "the product has no story",
        )
        .hint(
            "viết câu chuyện dưới dòng `---` thứ hai",
            "write the story below the second `---`",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, story};

    #[test]
    fn fires_without_words() {
        check(|it| it.story = None, &["story-missing"]);
        check(|it| it.story = Some(story(" \n\n")), &["story-missing"]);
    }

    #[test]
    fn is_silent_on_a_short_one() {
        check(|it| it.story = Some(story("Sen nở từ tháng năm.")), &[]);
    }
}
