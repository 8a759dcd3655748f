//! Score and stars must agree with the half-open ranges of the scheme: 69.99
//! is three stars, 70 is four (docs/SOURCES.md#scores).

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::rating::{Rating, Score};
use crate::text::lang::Lang;
use crate::text::number;

/// Score and stars contradict each other.
pub static CODE: Code = Code {
    name: "score-stars-mismatch",
    severity: Severity::Error,
    title: ("điểm và số sao không khớp nhau", "score and stars contradict each other"),
    explain: (
        "Mỗi hạng sao có một khoảng điểm: từ 90 điểm là 5 sao, từ 70 đến dưới 90 là 4 sao, từ \
         50 đến dưới 70 là 3 sao. Điểm có số lẻ, nên 69,99 vẫn là 3 sao. Khi điểm và sao trái \
         nhau thì một trong hai bị gõ nhầm; trang không được xuất bản cho đến khi sửa, vì công \
         bố sai hạng sao là thông tin sai sự thật.",
        "Every tier has a range of scores: 90 and more is five stars, 70 to below 90 four, 50 \
         to below 70 three. Scores have decimals, so 69.99 is still three stars. Where score \
         and stars disagree one of them is a slip; the page is withheld until it is put right, \
         because publishing wrong stars is a false claim.",
    ),
};

/// Reports stars that are not those of the score; events that grant nothing
/// keep theirs, for a province may score 90 where the centre then refuses.
pub fn check(context: &Context<'_>, rating: &Rating, out: &mut Diagnostics) {
    let Some((stars, score)) = rating.stars.as_ref().zip(rating.score.as_ref()) else { return };
    let Some(tier) = context.catalogue.scheme.tier_of_score(score.value) else { return };
    if !rating.event.grants() || tier.stars == stars.value {
        return;
    }
    let (want, found) = (tier.stars.count(), stars.value.count());
    let (vi, en) = (written(score.value, Lang::Vi), written(score.value, Lang::En));
    out.push(
        Diagnostic::new(
            &CODE,
            stars.span,
            format!("{vi} điểm là {want} sao, ở đây ghi {found} sao"),
            format!("a score of {en} is {want} stars, found {found}"),
        )
        .label(score.span, "điểm ghi ở đây", "the score stands here")
        .hint("đối chiếu điểm và số sao với quyết định", "compare both with the decision"),
    );
}

fn written(score: Score, lang: Lang) -> String {
    number::decimal(score.0, lang)
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, score, stars};

    #[test]
    fn fires_where_the_score_belongs_to_another_tier() {
        check(|it| it.ratings[0].score = score("90"), &["score-stars-mismatch"]);
        check(|it| it.ratings[0].score = score("69.99"), &["score-stars-mismatch"]);
    }

    #[test]
    fn ranges_are_half_open() {
        check(|it| it.ratings[0].score = score("70"), &[]);
        check(|it| it.ratings[0].score = score("89.99"), &[]);
        let three = |it: &mut crate::model::product::Product| {
            it.ratings[0].stars = stars(3);
            it.ratings[0].score = score("69.99");
        };
        check(three, &[]);
    }
}
