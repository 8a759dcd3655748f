//! Photos that tell where they were taken.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::photo::Photo;

/// The original holds the place where it was taken.
pub static CODE: Code = Code {
    name: "photo-has-place",
    severity: Severity::Warning,
    title: ("ảnh gốc ghi toạ độ nơi chụp", "original that tells where it was taken"),
    explain: (
        "Điện thoại ghi toạ độ nơi chụp vào tệp ảnh: thường là vườn hay nhà của chủ thể. Trang đăng không bao giờ kèm toạ độ, \
         nhưng ai mở được kho hồ sơ thì đọc được. `dacsan photos optimise --yes` bỏ toạ độ khỏi ảnh gốc; tắt hẳn bằng cách \
         không cho ứng dụng máy ảnh dùng vị trí.",
        "Phones write the place into the file: mostly the garden or the home of the producer. Published pictures never carry \
         it, but whoever can open the folder of dossiers can read it. `dacsan photos optimise --yes` takes it out of the \
         originals; to be rid of it for good, do not let the camera use the location.",
    ),
};

/// Reports originals with coordinates.
pub fn check(context: &Context<'_>, photo: &Photo, out: &mut Diagnostics) {
    if !photo.has_place {
        return;
    }
    let path = context.tree.path(photo.file);
    let name = path.rsplit('/').next().unwrap_or(path);
    out.push(
        Diagnostic::new(
            &CODE,
            photo.span,
            format!("`{name}` ghi toạ độ nơi chụp"),
            format!("`{name}` tells where it was taken"),
        )
        .hint(
            "bỏ toạ độ bằng `dacsan photos optimise --yes`",
            "take it out with `dacsan photos optimise --yes`",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check;

    #[test]
    fn fires_on_coordinates() {
        check(|it| it.photos[0].has_place = true, &["photo-has-place"]);
    }

    #[test]
    fn is_silent_without() {
        check(|it| it.photos[0].has_place = false, &[]);
    }
}
