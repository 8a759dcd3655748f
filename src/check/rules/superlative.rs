//! "The best", "the only one": claims that need proof.

use crate::check::{Context, words};
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// A text claims to be first.
pub static CODE: Code = Code {
    name: "superlative",
    severity: Severity::Advice,
    title: ("lời văn tự nhận là nhất", "words that claim to be the best"),
    explain: (
        "\"Tốt nhất\", \"ngon nhất\", \"số một\", \"duy nhất\", \"hàng đầu\" là lời so sánh \
         cần có bằng chứng. Nếu có, hãy nêu giải thưởng, năm và nơi công bố; nếu không, kể \
         điều làm sản phẩm khác biệt.",
        "\"Tốt nhất\" (best), \"ngon nhất\" (tastiest), \"số một\" (number one), \"duy nhất\" \
         (the only), \"hàng đầu\" (leading) compare, and comparisons need proof. Name the \
         award, its year and who gave it, or tell what sets the product apart.",
    ),
};

/// Claims, in small letters.
const CLAIMS: [&str; 5] = ["tốt nhất", "ngon nhất", "số một", "duy nhất", "hàng đầu"];

/// Reports the first use of every claim in name, summary and story.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    for passage in words::passages(product) {
        for (phrase, span) in passage.find(&CLAIMS, &[]) {
            out.push(
                Diagnostic::new(
                    &CODE,
                    span,
                    format!("\"{phrase}\" cần có bằng chứng"),
                    format!("\"{phrase}\" needs proof"),
                )
                .hint(
                    "nêu giải thưởng và năm, hoặc kể điều làm sản phẩm khác biệt",
                    "name the award and its year, or tell what sets the product apart",
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, story, text};

    #[test]
    fn fires_on_claims() {
        check(|it| it.name.value = "Gạo ngon nhất Ví Dụ".to_owned(), &["superlative"]);
        check(|it| it.summary = text("Sản phẩm HÀNG ĐẦU của vùng."), &["superlative"]);
        let claims = story("Nơi duy nhất\ncòn giữ nghề, chất lượng tốt nhất.");
        check(|it| it.story = Some(claims), &["superlative", "superlative"]);
    }

    #[test]
    fn is_silent_on_other_uses_of_the_words() {
        check(|it| it.summary = text("Nhất là vào mùa đông; thống nhất một cách làm."), &[]);
        check(|it| it.summary = text("Hái từ đầu hàng cây đến cuối vườn."), &[]);
    }
}
