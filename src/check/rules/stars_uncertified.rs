//! One and two stars are gradings without a certificate.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::rating::Rating;

/// One or two stars, for which no certificate is granted.
pub static CODE: Code = Code {
    name: "stars-uncertified",
    severity: Severity::Advice,
    title: (
        "hạng 1 và 2 sao không được cấp giấy chứng nhận",
        "one and two stars carry no certificate",
    ),
    explain: (
        "Giấy chứng nhận và nhãn hiệu OCOP chỉ dành cho sản phẩm từ 3 sao còn hiệu lực. Sản \
         phẩm 1 và 2 sao vẫn có trang, nhưng không mang nhãn OCOP; hãy cân nhắc có nên đăng \
         không.",
        "Certificate and OCOP mark are for valid products of three stars and more. A product \
         of one or two stars has its page without the mark; consider whether to publish it.",
    ),
};

/// Reports stars of a tier without certificate.
pub fn check(context: &Context<'_>, rating: &Rating, out: &mut Diagnostics) {
    let Some(stars) = rating.stars.as_ref().filter(|_| rating.event.grants()) else { return };
    let certified =
        context.catalogue.scheme.tier(stars.value).is_none_or(|tier| tier.certified);
    if certified {
        return;
    }
    let count = stars.value.count();
    out.push(Diagnostic::new(
        &CODE,
        stars.span,
        format!("{count} sao không được cấp giấy chứng nhận; trang sẽ không mang nhãn OCOP"),
        format!("{count} stars carry no certificate; the page will not bear the OCOP mark"),
    ));
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, stars};

    #[test]
    fn fires_below_three_stars() {
        check(|it| it.ratings[0].stars = stars(2), &["stars-uncertified"]);
    }

    #[test]
    fn is_silent_from_three_stars_on() {
        check(|it| it.ratings[0].stars = stars(3), &[]);
    }
}
