//! Facts come from somewhere; the page names where.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// No source, though the settings ask for one.
pub static CODE: Code = Code {
    name: "source-missing",
    severity: Severity::Warning,
    title: ("chưa ghi nguồn", "no source"),
    explain: (
        "Nguồn là địa chỉ của quyết định, thông báo hay bài báo mà các dữ kiện được lấy ra; \
         trang in nguồn bằng chữ nhỏ để người đọc kiểm chứng. Ghi ở `sources`. Nếu danh mục \
         không cần nguồn, đặt `demand_sources: false` trong `catalogue.yaml`.",
        "A source is the address of the decision, announcement or article from which the facts \
         were taken; the page shows it in small print so that readers can verify. Give it \
         under `sources`. A catalogue that needs none sets `demand_sources: false` in \
         `catalogue.yaml`.",
    ),
};

/// Reports a product without a source where the settings ask for one.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    if !context.catalogue.settings.demand_sources {
        return;
    }
    if product.sources.iter().any(|source| !source.value.trim().is_empty()) {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            product.name.span,
            "chưa ghi nguồn của các dữ kiện",
            "the facts name no source",
        )
        .hint(
            "thêm `sources:` với địa chỉ của quyết định hoặc bài báo",
            "add `sources:` with the address of the decision or article",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, check_catalogue};
    use crate::model::catalogue::Catalogue;

    #[test]
    fn fires_without_a_source() {
        check(|it| it.sources.clear(), &["source-missing"]);
        check(|it| it.sources[0].value.clear(), &["source-missing"]);
    }

    #[test]
    fn is_silent_where_the_settings_ask_for_none() {
        let spoil = |catalogue: &mut Catalogue| {
            catalogue.settings.demand_sources = false;
            catalogue.products[0].sources.clear();
        };
        check_catalogue(spoil, &[]);
    }
}
