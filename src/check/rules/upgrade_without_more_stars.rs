//! An upgrade has more stars than the grant before it.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;
use crate::model::rating::Event;

/// `upgrade` to as many stars as before, or fewer.
pub static CODE: Code = Code {
    name: "upgrade-without-more-stars",
    severity: Severity::Warning,
    title: ("nâng hạng mà số sao không tăng", "upgrade without more stars"),
    explain: (
        "`upgrade` là nâng lên hạng cao hơn lần công nhận trước. Nếu số sao giữ nguyên hoặc \
         giảm thì đó là công nhận lại: `renewal`.",
        "`upgrade` means more stars than the recognition before. With as many or fewer it is a \
         `renewal`.",
    ),
};

/// Reports upgrades that do not exceed the grant before them.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let grants = product.ratings.iter().filter(|rating| rating.event.grants());
    let grants: Vec<_> = grants.filter_map(|it| Some((it.event, it.stars.as_ref()?))).collect();
    for pair in grants.windows(2) {
        let [(_, before), (event, after)] = pair else { continue };
        if *event != Event::Upgrade || after.value > before.value {
            continue;
        }
        let (old, new) = (before.value.count(), after.value.count());
        out.push(
            Diagnostic::new(
                &CODE,
                after.span,
                format!("nâng hạng phải hơn {old} sao của lần trước, ở đây ghi {new} sao"),
                format!("an upgrade exceeds the {old} stars before it, found {new}"),
            )
            .label(before.span, "lần trước", "the grant before")
            .hint(
                "dùng `renewal` nếu là công nhận lại",
                "use `renewal` if it was recognised again",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, rating};
    use crate::model::rating::Event;

    #[test]
    fn fires_on_as_many_stars() {
        let again = rating(Event::Upgrade, 4, "2025-09-01");
        check(|it| it.ratings.push(again), &["upgrade-without-more-stars"]);
    }

    #[test]
    fn is_silent_on_more_stars_and_on_a_renewal() {
        let more = rating(Event::Upgrade, 5, "2025-09-01");
        check(|it| it.ratings.push(more), &[]);
        let again = rating(Event::Renewal, 4, "2025-09-01");
        check(|it| it.ratings.push(again), &[]);
    }
}
