//! In a merged province the old name tells readers where a product is from.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// The province was merged of several, and which of them is not given.
pub static CODE: Code = Code {
    name: "former-missing",
    severity: Severity::Advice,
    title: ("chưa ghi tỉnh trước ngày 01/07/2025", "no province before 1 July 2025"),
    explain: (
        "Tỉnh này hợp nhất từ nhiều tỉnh cũ. Người mua vẫn tìm theo tên cũ, và trang ghi \"trước \
         đây\" bên cạnh tên mới; giấy chứng nhận cấp trước ngày 01/07/2025 cũng mang tên cũ. \
         Hãy ghi ở `former`.",
        "This province was merged of several. Buyers still search by the old name, the page \
         shows it beside the new one, and certificates from before 1 July 2025 bear it. Give \
         it under `former`.",
    ),
};

/// Reports products of a merged province that do not name the former one.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let regions = &context.catalogue.regions;
    let place = &product.place;
    let Some(province) = regions.province(place.province.value) else { return };
    if place.former.province.is_some() || province.formers.len() < 2 {
        return;
    }
    let formers = province.formers.iter().filter_map(|id| regions.former(*id));
    let names: Vec<&str> = formers.map(|former| former.name.vi.as_str()).collect();
    let (name, names) = (&province.name.vi, names.join(", "));
    out.push(
        Diagnostic::new(
            &CODE,
            place.province.span,
            format!("{name} hợp nhất từ {names}; chưa rõ sản phẩm ở tỉnh nào trước đây"),
            format!("{name} was merged of {names}; which of them it was is not given"),
        )
        .hint(
            "thêm `province` vào mục `former` với tên tỉnh cũ",
            "add `province` below `former` with the old name",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, spanned};
    use crate::model::product::Product;
    use crate::model::region::ProvinceId;

    #[test]
    fn fires_in_a_merged_province() {
        check(|it| it.place.former.province = None, &["former-missing"]);
    }

    #[test]
    fn is_silent_in_a_province_that_stayed_as_it_was() {
        let unmerged = |it: &mut Product| {
            it.place.province = spanned(ProvinceId(1));
            it.place.former.province = None;
        };
        check(unmerged, &[]);
    }
}
