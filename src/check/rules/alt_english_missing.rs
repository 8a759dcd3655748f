//! Pages in English want the descriptions of photos in English too.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// A photo without an English description, in a dossier that speaks English otherwise.
pub static CODE: Code = Code {
    name: "alt-english-missing",
    severity: Severity::Advice,
    title: ("ảnh thiếu lời mô tả tiếng Anh", "photo without a description in English"),
    explain: (
        "Hồ sơ đã có tên hoặc lời kể tiếng Anh, nhưng ảnh chỉ có lời mô tả tiếng Việt: trên trang tiếng Anh, người dùng \
         trình đọc màn hình nghe tiếng Việt. Hãy thêm `alt_en`, một câu tả điều nhìn thấy.",
        "The dossier has a name or a story in English, but the photo is described in Vietnamese alone: on the English page \
         those who use screen readers hear Vietnamese. Add `alt_en`, a sentence on what is to be seen.",
    ),
};

/// Reports photos that only speak Vietnamese where their dossier speaks both.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let english = &product.english;
    let speaks = english.name.is_some() || english.summary.is_some();
    let speaks = speaks || product.english_story.is_some();
    if !speaks || !context.catalogue.settings.has_english() {
        return;
    }
    for photo in &product.photos {
        let Some(alt) = photo.alt.as_ref().filter(|_| photo.alt_en.is_none()) else { continue };
        out.push(
            Diagnostic::new(
                &CODE,
                alt.span,
                "lời mô tả chỉ có tiếng Việt, hồ sơ có cả tiếng Anh",
                "described in Vietnamese alone, the dossier speaks English too",
            )
            .hint("thêm `alt_en:` bằng tiếng Anh", "add `alt_en:` in English"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check;
    use crate::model::product::Product;

    fn english(product: &mut Product) {
        product.english.name = Some("Dried lotus seeds".to_owned());
    }

    #[test]
    fn fires_where_only_the_photo_is_silent() {
        check(english, &["alt-english-missing"]);
    }

    #[test]
    fn is_silent_with_both_or_with_none() {
        check(|_| {}, &[]);
        let both = |product: &mut Product| {
            english(product);
            product.photos[0].alt_en = Some("Lotus seeds in a bowl".to_owned());
        };
        check(both, &[]);
    }
}
