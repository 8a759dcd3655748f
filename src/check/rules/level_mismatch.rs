//! Who may grant which stars depends on the day of the decision: three regimes
//! so far (docs/SOURCES.md#authorities).

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::rating::{Level, Rating};

/// The level could not grant these stars on that day.
pub static CODE: Code = Code {
    name: "level-mismatch",
    severity: Severity::Warning,
    title: (
        "cấp công nhận không khớp với ngày quyết định",
        "level could not grant these stars on that day",
    ),
    explain: (
        "Thẩm quyền công nhận đã đổi hai lần: trước ngày 24/02/2023 cấp tỉnh công nhận 3 và 4 \
         sao; sau đó cấp huyện công nhận 3 sao, cấp tỉnh 4 sao; từ ngày 06/07/2025 cấp tỉnh \
         lại công nhận cả 3 và 4 sao. Hạng 5 sao luôn do trung ương công nhận. Hãy xem lại \
         `level`, số sao và ngày quyết định.",
        "Authority changed twice: before 24 February 2023 provinces granted three and four \
         stars; then districts granted three and provinces four; since 6 July 2025 provinces \
         grant both again. Five stars always come from the ministry. Compare `level`, stars \
         and day with the decision.",
    ),
};

/// Reports a level that no day of the decision's date allows.
pub fn check(context: &Context<'_>, rating: &Rating, out: &mut Diagnostics) {
    let (Some(level), Some(stars), Some(decided)) =
        (rating.level.as_ref(), rating.stars.as_ref(), rating.decided.as_ref())
    else {
        return;
    };
    let scheme = &context.catalogue.scheme;
    let on = |day| scheme.granting_level(stars.value, day);
    let (Some(first), Some(last)) = (on(decided.value.first()), on(decided.value.last()))
    else {
        return;
    };
    if !rating.event.grants() || first == level.value || last == level.value {
        return;
    }
    let (want, found, count) = (words(last), words(level.value), stars.value.count());
    out.push(
        Diagnostic::new(
            &CODE,
            level.span,
            format!(
                "vào ngày quyết định, {count} sao do {} công nhận, ở đây ghi {}",
                want.0, found.0
            ),
            format!(
                "on the day of the decision {count} stars were granted by the {}, found the {}",
                want.1, found.1
            ),
        )
        .label(decided.span, "ngày quyết định", "day of the decision")
        .hint("xem lại cơ quan ký quyết định", "look up who signed the decision"),
    );
}

fn words(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::District => ("cấp huyện", "district"),
        Level::Province => ("cấp tỉnh", "province"),
        Level::Central => ("trung ương", "ministry"),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, date, spanned, stars};
    use crate::model::product::Product;
    use crate::model::rating::Level;

    fn granted(by: Level, count: u8, decided: &str) -> impl FnOnce(&mut Product) {
        let decided = date(decided);
        move |product| {
            let rating = &mut product.ratings[0];
            rating.stars = stars(count);
            rating.level = Some(spanned(by));
            rating.decided = decided;
        }
    }

    #[test]
    fn fires_outside_the_regime_of_the_day() {
        check(granted(Level::District, 4, "2024-09-19"), &["level-mismatch"]);
        check(granted(Level::District, 3, "2025-07-06"), &["level-mismatch"]);
        check(granted(Level::Province, 3, "2024-09-19"), &["level-mismatch"]);
        check(granted(Level::Province, 5, "2025-01-17"), &["level-mismatch"]);
    }

    #[test]
    fn is_silent_within_it_and_where_the_date_leaves_it_open() {
        check(granted(Level::Province, 4, "2024-09-19"), &[]);
        check(granted(Level::District, 3, "2025-07-05"), &[]);
        check(granted(Level::Province, 3, "2025-07-06"), &[]);
        check(granted(Level::District, 3, "2025"), &[]);
        check(granted(Level::Province, 3, "2025"), &[]);
    }
}
