//! A product without a photo is seldom looked at.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// No photo.
pub static CODE: Code = Code {
    name: "photo-missing",
    severity: Severity::Advice,
    title: ("chưa có ảnh", "no photo"),
    explain: (
        "Thẻ và trang của sản phẩm không có ảnh chỉ có hình vẽ thay thế. Hãy đặt ảnh rộng từ \
         1200 điểm ảnh cạnh hồ sơ và ghi ở `photos` cùng lời mô tả `alt`.",
        "Without a photo, card and page show a drawing in its stead. Put one of at least 1200 \
         pixels across beside the dossier and name it in `photos` with its `alt`.",
    ),
};

/// Reports a product without photos.
pub fn check(_context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    if !product.photos.is_empty() {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            product.name.span,
            "chưa có ảnh nào; thẻ dùng hình vẽ thay thế",
            "no photo; the card shows a drawing in its stead",
        )
        .hint("thêm `photos:` với `file` và `alt`", "add `photos:` with `file` and `alt`"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check;

    #[test]
    fn fires_without_photos() {
        check(|it| it.photos.clear(), &["photo-missing"]);
    }

    #[test]
    fn is_silent_with_one() {
        check(|it| it.photos.truncate(1), &[]);
    }
}
