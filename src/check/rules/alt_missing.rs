//! Photos speak to those who do not see them through their `alt`.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::photo::Photo;

/// A photo without a description.
pub static CODE: Code = Code {
    name: "alt-missing",
    severity: Severity::Warning,
    title: ("ảnh thiếu lời mô tả", "photo without a description"),
    explain: (
        "`alt` là lời mô tả cho người dùng trình đọc màn hình và khi ảnh không tải được. Trang \
         của cơ quan nhà nước phải có (Thông tư 26/2020/TT-BTTTT). Hãy tả điều nhìn thấy trong \
         ảnh bằng một câu.",
        "`alt` describes the photo to those who use screen readers, and stands in where it \
         does not load. State sites must have it (Circular 26/2020/TT-BTTTT). Say in a \
         sentence what is to be seen.",
    ),
};

/// Reports photos whose `alt` is missing or empty.
pub fn check(_context: &Context<'_>, photo: &Photo, out: &mut Diagnostics) {
    let written = photo.alt.as_ref();
    if written.is_some_and(|alt| !alt.value.trim().is_empty()) {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            written.map_or(photo.span, |alt| alt.span),
            "ảnh cần lời mô tả, ở đây chưa có `alt`",
            "a photo needs a description, found no `alt`",
        )
        .hint("thêm `alt:` tả điều nhìn thấy", "add `alt:` saying what is to be seen"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, check_catalogue, photo, text};

    #[test]
    fn fires_without_words() {
        check(|it| it.photos[0].alt = None, &["alt-missing"]);
        check(|it| it.photos[0].alt = text("  "), &["alt-missing"]);
        let mut silent = photo("anh-bia.jpg");
        silent.alt = None;
        check_catalogue(|it| it.producers[0].photos.push(silent), &["alt-missing"]);
    }

    #[test]
    fn is_silent_on_a_short_description() {
        check(|it| it.photos[0].alt = text("Hạt sen"), &[]);
    }
}
