//! Photos whose name says another format than their content.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::photo::Photo;

/// The name's ending is that of another format.
pub static CODE: Code = Code {
    name: "photo-ending",
    severity: Severity::Advice,
    title: ("đuôi tên tệp không đúng định dạng ảnh", "ending of another format"),
    explain: (
        "Ảnh được đọc theo nội dung nên trang vẫn hiện đúng, nhưng nhiều chương trình tin vào đuôi tên và sẽ không mở được. \
         Hãy đổi đuôi cho đúng, cả trong hồ sơ.",
        "Photos are read by their content, so the page is right, but many programs trust the ending and will not open the \
         file. Correct the ending, in the dossier as well.",
    ),
};

/// Reports endings of another format.
pub fn check(context: &Context<'_>, photo: &Photo, out: &mut Diagnostics) {
    let path = context.tree.path(photo.file);
    let Some((_, ending)) = path.rsplit_once('.') else { return };
    if photo.format.has_ending(ending) {
        return;
    }
    let format = photo.format.name();
    out.push(
        Diagnostic::new(
            &CODE,
            photo.span,
            format!("nội dung là {format}, đuôi tên là `.{ending}`"),
            format!("the content is {format}, the ending `.{ending}`"),
        )
        .hint("đổi đuôi tên tệp", "rename the file"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check;
    use crate::picture::Format;

    #[test]
    fn fires_on_another_format() {
        check(|it| it.photos[0].format = Format::WebP, &["photo-ending"]);
    }

    #[test]
    fn is_silent_on_the_right_one() {
        check(|it| it.photos[0].format = Format::Jpeg, &[]);
    }
}
