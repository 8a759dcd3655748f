//! Photos too small for wide screens and print.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::photo::Photo;

/// Pixels across from which a photo is sharp on a page.
const LEAST: u32 = 1200;

/// A photo of less than 1200 pixels across.
pub static CODE: Code = Code {
    name: "photo-small",
    severity: Severity::Advice,
    title: ("ảnh hẹp hơn 1200 điểm ảnh", "photo of less than 1200 pixels across"),
    explain: (
        "Ảnh hẹp hơn 1200 điểm ảnh nhòe trên màn hình lớn và trong bản in; trang không phóng \
         to ảnh. Ảnh gửi qua Zalo thường bị thu nhỏ: hãy xin tệp gốc, hoặc gửi dưới dạng tệp.",
        "A photo of less than 1200 pixels is blurred on wide screens and in print; it is never \
         enlarged. Photos sent over Zalo are mostly shrunk: ask for the original, or for the \
         photo as a file.",
    ),
};

/// Reports narrow photos.
pub fn check(_context: &Context<'_>, photo: &Photo, out: &mut Diagnostics) {
    let width_px = photo.size.width;
    if width_px >= LEAST {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            photo.span,
            format!("ảnh nên rộng từ {LEAST} điểm ảnh, ảnh này rộng {width_px}"),
            format!("expected at least {LEAST} pixels across, found {width_px}"),
        )
        .hint("xin tệp ảnh gốc", "ask for the original file"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check;

    #[test]
    fn fires_below_twelve_hundred_pixels() {
        check(|it| it.photos[0].size.width = 1199, &["photo-small"]);
    }

    #[test]
    fn is_silent_from_twelve_hundred_on_whatever_the_height() {
        check(|it| it.photos[0].size.width = 1200, &[]);
        check(|it| it.photos[0].size.height = 400, &[]);
    }
}
