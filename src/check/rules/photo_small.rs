//! Photos too small for cards, pages or print.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::photo::Photo;
use crate::text::lang::Text;

/// Pixels across from which a photo is sharp everywhere.
const LEAST: u32 = 1200;

/// Pixels across of the smallest picture that a card shows.
const CARD: u32 = 320;

/// Pixels across of the largest picture that a page shows.
const PAGE: u32 = 960;

/// Pixels to the inch from which print looks sharp at the distance of reading.
const PRINT: u32 = 250;

/// A photo of less than 1200 pixels across.
pub static CODE: Code = Code {
    name: "photo-small",
    severity: Severity::Advice,
    title: ("ảnh hẹp hơn 1200 điểm ảnh", "photo of less than 1200 pixels across"),
    explain: (
        "Dưới 320 điểm ảnh thì nhòe ngay trên thẻ sản phẩm, dưới 960 thì nhòe trên trang, dưới 1200 thì chỉ in nét được khổ nhỏ \
         (bản in cần chừng 250 điểm ảnh mỗi inch); trang không phóng to ảnh. Ảnh gửi qua Zalo thường bị thu nhỏ: hãy xin tệp \
         gốc, hoặc gửi dưới dạng tệp.",
        "Below 320 pixels a photo is blurred even on a card, below 960 on its page, below 1200 it prints sharp only at a small \
         size (print wants some 250 pixels to the inch); it is never enlarged. Photos sent over Zalo are mostly shrunk: ask \
         for the original, or for the photo as a file.",
    ),
};

/// Reports narrow photos.
pub fn check(_context: &Context<'_>, photo: &Photo, out: &mut Diagnostics) {
    let width_px = photo.size.width;
    if width_px >= LEAST {
        return;
    }
    let Text { vi, en } = words(width_px);
    out.push(
        Diagnostic::new(&CODE, photo.span, vi, en)
            .hint("xin tệp ảnh gốc", "ask for the original file"),
    );
}

/// For what a photo of this width is too small.
fn words(width_px: u32) -> Text {
    if width_px < CARD {
        return Text::new(
            format!("ảnh rộng {width_px} điểm ảnh, nhòe cả trên thẻ sản phẩm (cần {CARD})"),
            format!("{width_px} pixels across: blurred even on a card, which wants {CARD}"),
        );
    }
    if width_px < PAGE {
        return Text::new(
            format!(
                "ảnh rộng {width_px} điểm ảnh, đủ cho thẻ nhưng nhòe trên trang (cần {PAGE})"
            ),
            format!(
                "{width_px} pixels across: enough for cards, blurred on its page, which wants {PAGE}"
            ),
        );
    }
    // An inch has 254 tenths of a millimetre.
    let mm = width_px * 254 / PRINT / 10;
    Text::new(
        format!(
            "ảnh rộng {width_px} điểm ảnh, đủ cho trang nhưng chỉ in nét đến {mm} mm (nên từ {LEAST})"
        ),
        format!(
            "{width_px} pixels across: enough for pages, prints sharp up to {mm} mm ({LEAST} are better)"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::check::fixture::check;

    #[test]
    fn fires_below_twelve_hundred_pixels() {
        check(|it| it.photos[0].size.width = 1199, &["photo-small"]);
        check(|it| it.photos[0].size.width = 1, &["photo-small"]);
    }

    #[test]
    fn is_silent_from_twelve_hundred_on_whatever_the_height() {
        check(|it| it.photos[0].size.width = 1200, &[]);
        check(|it| it.photos[0].size.height = 400, &[]);
    }

    #[test]
    fn says_for_what_it_is_too_small() {
        for (width, want) in [
            (319, "thẻ sản phẩm (cần 320)"),
            (320, "nhòe trên trang (cần 960)"),
            (959, "nhòe trên trang (cần 960)"),
            (960, "in nét đến 97 mm"),
            (1199, "in nét đến 121 mm"),
        ] {
            let said = words(width).vi;
            assert!(said.contains(want), "{said}");
        }
    }
}
