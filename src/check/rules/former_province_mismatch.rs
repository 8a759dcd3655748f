//! A former province lies in one province of today, and in no other.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::place::Place;

/// The former province is part of another province than the one given.
pub static CODE: Code = Code {
    name: "former-province-mismatch",
    severity: Severity::Warning,
    title: (
        "tỉnh cũ không thuộc tỉnh hiện nay",
        "former province is not part of the present one",
    ),
    explain: (
        "Từ ngày 01/07/2025, 63 tỉnh thành gộp thành 34; mỗi tỉnh cũ thuộc trọn một tỉnh hiện \
         nay. Tên ghi ở `former` và ở `province` không đi cùng nhau, nên một trong hai bị \
         nhầm.",
        "On 1 July 2025 the 63 provinces became 34, and each former one lies wholly in one of \
         today. The names under `former` and `province` do not go together, so one of them is \
         a slip.",
    ),
};

/// Reports places whose former province lies elsewhere today.
pub fn check(context: &Context<'_>, place: &Place, out: &mut Diagnostics) {
    let regions = &context.catalogue.regions;
    let Some(written) = place.former.province.as_ref() else { return };
    let Some(former) = regions.former(written.value) else { return };
    if former.merged_into == place.province.value {
        return;
    }
    let name = |id| regions.province(id).map_or("", |province| province.name.vi.as_str());
    let (old, now) = (&former.name.vi, name(former.merged_into));
    let found = name(place.province.value);
    out.push(
        Diagnostic::new(
            &CODE,
            written.span,
            format!("{old} cũ nay thuộc {now}, ở đây ghi {found}"),
            format!("the former {old} is part of {now} today, found {found}"),
        )
        .label(place.province.span, "tỉnh hiện nay", "the present province")
        .hint(
            format!("ghi `province: {now}` hoặc sửa tỉnh ở `former`"),
            format!("write `province: {now}` or correct the one under `former`"),
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, check_catalogue, spanned};
    use crate::model::catalogue::Catalogue;
    use crate::model::region::FormerId;

    #[test]
    fn fires_on_a_former_province_of_elsewhere() {
        let elsewhere = Some(spanned(FormerId(2)));
        check(|it| it.place.former.province = elsewhere, &["former-province-mismatch"]);
        let of_producer = |catalogue: &mut Catalogue| {
            let place = catalogue.producers[0].place.as_mut().expect("the producer's place");
            place.former.province = elsewhere;
        };
        check_catalogue(of_producer, &["former-province-mismatch"]);
    }

    #[test]
    fn is_silent_on_every_part_of_the_province() {
        let vanished = Some(spanned(FormerId(1)));
        check(|it| it.place.former.province = vanished, &[]);
    }
}
