//! Without its own address a site cannot write absolute ones.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};

/// The settings name no address.
pub static CODE: Code = Code {
    name: "base-url-missing",
    severity: Severity::Advice,
    title: ("chưa ghi địa chỉ sẽ đăng", "no address of the site"),
    explain: (
        "Sơ đồ trang cho máy tìm kiếm, bản tin và mã QR cần địa chỉ đầy đủ. Khi thiếu \
         `base_url`, trang không ghi địa chỉ đầy đủ nào; các trang vẫn xem được ở bất cứ đâu \
         nhờ đường dẫn tương đối.",
        "Site map, feeds and QR codes need full addresses. Without `base_url` none is written; \
         the pages themselves can be read anywhere, because their links are relative.",
    ),
};

/// Reports settings without an address.
pub fn check(context: &Context<'_>, out: &mut Diagnostics) {
    let settings = &context.catalogue.settings;
    if settings.base_url.is_some() {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            settings.span,
            "chưa có `base_url`, nên không có địa chỉ đầy đủ",
            "found no `base_url`, so there are no absolute addresses",
        )
        .hint(
            "thêm `base_url: https://…` với địa chỉ sẽ đăng",
            "add `base_url: https://…` with the address of the site",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check_catalogue;

    #[test]
    fn fires_without_an_address() {
        check_catalogue(|it| it.settings.base_url = None, &["base-url-missing"]);
    }

    #[test]
    fn is_silent_with_one() {
        let url = || Some("https://vi-du.example/".to_owned());
        check_catalogue(|it| it.settings.base_url = url(), &[]);
    }
}
