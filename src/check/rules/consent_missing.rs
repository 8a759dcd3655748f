//! A person's likeness is shown with that person's consent.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::photo::Photo;

/// A portrait without the consent of the person shown.
pub static CODE: Code = Code {
    name: "consent-missing",
    severity: Severity::Warning,
    title: ("ảnh chân dung chưa ghi sự đồng ý", "portrait without consent"),
    explain: (
        "Hình ảnh một người là dữ liệu cá nhân của người ấy; Luật Bảo vệ dữ liệu cá nhân có \
         hiệu lực từ ngày 01/01/2026. Hãy hỏi người trong ảnh, giữ lại lời đồng ý, rồi ghi \
         `consent: true`. Khi người ấy rút lại, bỏ ảnh khỏi hồ sơ là ảnh biến khỏi trang ở lần \
         dựng sau.",
        "The likeness of a person is personal data; the Personal Data Protection Law is in \
         force since 1 January 2026. Ask, keep the answer, then write `consent: true`. If the \
         consent is withdrawn, take the photo out of the dossier and the next build takes it \
         off the page.",
    ),
};

/// Reports photos of the role `portrait` without `consent: true`.
pub fn check(_context: &Context<'_>, photo: &Photo, out: &mut Diagnostics) {
    let Some(role) = photo.role.as_ref().filter(|role| role.value == "portrait") else {
        return;
    };
    let (vi, en) = match photo.consent {
        Some(true) => return,
        Some(false) => (
            "người trong ảnh không đồng ý (`consent: false`)",
            "the person shown does not agree (`consent: false`)",
        ),
        None => (
            "ảnh chân dung cần sự đồng ý, ở đây chưa có `consent`",
            "a portrait needs consent, found no `consent`",
        ),
    };
    out.push(Diagnostic::new(&CODE, role.span, vi, en).hint(
        "hỏi người trong ảnh rồi ghi `consent: true`, hoặc bỏ ảnh",
        "ask, then write `consent: true`, or take the photo out",
    ));
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, text};
    use crate::model::product::Product;

    fn portrait(consent: Option<bool>) -> impl FnOnce(&mut Product) {
        move |product| {
            product.photos[0].role = text("portrait");
            product.photos[0].consent = consent;
        }
    }

    #[test]
    fn fires_on_a_portrait_without_consent() {
        check(portrait(None), &["consent-missing"]);
        check(portrait(Some(false)), &["consent-missing"]);
    }

    #[test]
    fn is_silent_with_consent_and_on_other_photos() {
        check(portrait(Some(true)), &[]);
        check(|it| it.photos[0].role = text("process"), &[]);
        check(|it| it.photos[0].role = None, &[]);
    }
}
