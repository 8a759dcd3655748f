//! Stars whose date is unknown, or too vague to tell whether they still run.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;
use crate::model::rating::{self, Rating, Until, Validity};
use crate::text::lang::Lang;

/// Nobody can tell until when the stars are valid.
pub static CODE: Code = Code {
    name: "rating-undated",
    severity: Severity::Advice,
    title: ("không rõ hạng sao còn hiệu lực đến bao giờ", "end of the rating is unknown"),
    explain: (
        "Không có ngày quyết định, hoặc chỉ biết năm hay tháng, thì không nói chắc được hạng \
         sao còn hiệu lực hay không. Trang ghi \"chưa rõ ngày\" chứ không đoán. Hãy tìm ngày \
         trên quyết định và điền vào `decided`.",
        "Without the day of the decision, or with its year or month alone, nobody can tell \
         whether the stars still run. The page says so and never guesses. Look the day up on \
         the decision and give it as `decided`.",
    ),
};

/// Reports stars without any date, and dates within whose range the end falls.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let days = context.catalogue.settings.expiring_days;
    let standing = rating::standing(&product.ratings, context.today, days);
    let rating = standing.rating.and_then(|index| product.ratings.get(index));
    let finding = match (standing.validity, rating, standing.until) {
        (Validity::Undated, Some(rating), _) => undated(rating),
        (Validity::Unsure, Some(rating), Some(until)) => vague(rating, until),
        _ => return,
    };
    out.push(finding.hint(
        "ghi đủ ngày của quyết định ở `decided`",
        "give the day of the decision as `decided`",
    ));
}

fn undated(rating: &Rating) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        rating.span,
        "số sao không có ngày quyết định; trang ghi \"chưa rõ ngày\"",
        "stars without the date of a decision; the page says that it is unknown",
    )
}

fn vague(rating: &Rating, until: Until) -> Diagnostic {
    let date = rating.from.as_ref().or(rating.decided.as_ref());
    let known = |lang| date.map(|date| date.value.display(lang)).unwrap_or_default();
    let (vi, en) = (known(Lang::Vi), known(Lang::En));
    let (from_vi, to_vi) = (until.earliest.vietnamese(), until.latest.vietnamese());
    let (from_en, to_en) = (until.earliest.iso(), until.latest.iso());
    Diagnostic::new(
        &CODE,
        date.map_or(rating.span, |date| date.span),
        format!("chỉ biết {vi}, nên hạng sao hết hạn trong khoảng {from_vi} đến {to_vi}"),
        format!("only {en} is known, so the rating ends between {from_en} and {to_en}"),
    )
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, date};

    #[test]
    fn fires_without_a_date_and_where_it_is_too_vague() {
        check(|it| it.ratings[0].decided = None, &["rating-undated"]);
        check(|it| it.ratings[0].decided = date("2023"), &["rating-undated"]);
    }

    #[test]
    fn is_silent_where_the_year_is_enough() {
        check(|it| it.ratings[0].decided = date("2025"), &[]);
    }
}
