//! A file's name copied into `alt` describes nothing.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::photo::Photo;

/// The description is the name of a file.
pub static CODE: Code = Code {
    name: "alt-is-file-name",
    severity: Severity::Warning,
    title: ("lời mô tả ảnh là tên tệp", "description is a file's name"),
    explain: (
        "Trình đọc màn hình đọc `alt` thành tiếng; tên tệp như `IMG_2034.JPG` hay `hat-sen` \
         không cho biết trong ảnh có gì. Hãy tả điều nhìn thấy bằng một câu: \"Hạt sen sấy \
         trong hộp giấy mở nắp\".",
        "Screen readers speak the `alt`; the name of a file, `IMG_2034.JPG` or `hat-sen`, does \
         not tell what is to be seen. Say it in a sentence: \"Hạt sen sấy trong hộp giấy mở \
         nắp\".",
    ),
};

/// Endings of photo files, in small letters.
const ENDINGS: [&str; 7] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic"];

/// Reports an `alt` that is the file's name, with or without its ending, or
/// that looks like another file's.
pub fn check(context: &Context<'_>, photo: &Photo, out: &mut Diagnostics) {
    let Some(alt) = photo.alt.as_ref() else { return };
    let path = context.tree.path(photo.file);
    let file = path.rsplit('/').next().unwrap_or(path);
    if !is_file_name(&alt.value, file) {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            alt.span,
            format!("lời mô tả `{}` là tên tệp", alt.value.trim()),
            format!("the description `{}` is a file's name", alt.value.trim()),
        )
        .hint("tả điều nhìn thấy trong ảnh", "say what is to be seen"),
    );
}

/// Words with Vietnamese marks are a description, even if the file is called
/// by the very same.
fn is_file_name(alt: &str, file: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    let file = file.to_lowercase();
    let ends = ENDINGS.iter().any(|ending| alt.ends_with(ending));
    let camera = !alt.contains(' ') && alt.contains('_') && alt.is_ascii();
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    let same = alt.is_ascii() && !alt.is_empty() && spaced(&alt) == spaced(stem);
    ends || camera || same
}

fn spaced(name: &str) -> String {
    name.replace(['-', '_'], " ")
}

#[cfg(test)]
mod tests {
    use super::is_file_name;
    use crate::check::fixture::{check, photo, text};

    #[test]
    fn fires_on_names_of_files() {
        for alt in ["anh-bia.jpg", "anh-bia", "Anh bia", "IMG_2034", "ảnh bìa.PNG"] {
            check(|it| it.photos[0].alt = text(alt), &["alt-is-file-name"]);
        }
        let mut camera = photo("IMG_2034.JPG");
        camera.alt = text("img 2034");
        check(|it| it.photos.push(camera), &["alt-is-file-name"]);
    }

    #[test]
    fn is_silent_on_words() {
        check(|it| it.photos[0].alt = text("Ảnh bìa"), &[]);
        assert!(!is_file_name("Hạt sen sấy", "Hạt sen sấy.jpg"));
        assert!(!is_file_name("Dried lotus seeds", "hat-sen.jpg"));
        assert!(!is_file_name("", ".jpg"));
    }
}
