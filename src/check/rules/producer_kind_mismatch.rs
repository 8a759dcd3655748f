//! A producer's name mostly begins with its legal form.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::producer::Producer;
use crate::text::lang::Lang;

/// The stated form differs from what the name's first words tell.
pub static CODE: Code = Code {
    name: "producer-kind-mismatch",
    severity: Severity::Warning,
    title: (
        "loại hình chủ thể không khớp với tên",
        "form of the producer differs from its name",
    ),
    explain: (
        "Chữ đầu của tên cho biết loại hình: \"HTX\", \"Hợp tác xã\", \"Công ty TNHH\", \"Hộ \
         kinh doanh\"… Số liệu theo loại hình dựa vào `kind`, nên hãy sửa `kind`, hoặc sửa tên \
         cho đúng giấy đăng ký. Có thể bỏ `kind`: khi đó loại hình đọc từ tên. \"Cơ sở\" không \
         phải một loại hình theo luật nên không bị nhắc.",
        "The first words of a name tell the form: \"HTX\", \"Hợp tác xã\" (cooperative), \
         \"Công ty TNHH\" (company), \"Hộ kinh doanh\" (household). Counts by form rest on \
         `kind`: correct it, or the name as registered, or leave `kind` out and it is read off \
         the name. \"Cơ sở\" (workshop) is no legal form and is let pass.",
    ),
};

/// Form that names tell without saying anything of the law: households and
/// companies alike call themselves "Cơ sở".
const WORKSHOP: &str = "co-so-san-xuat";

/// Reports a stated form that the name contradicts.
pub fn check(context: &Context<'_>, producer: &Producer, out: &mut Diagnostics) {
    let scheme = &context.catalogue.scheme;
    let Some(stated) = producer.kind.as_ref() else { return };
    let Some(told) = scheme.kind_of_name(&producer.name.value) else { return };
    let kinds = scheme.producer_kind(told).zip(scheme.producer_kind(stated.value));
    let Some((want, found)) = kinds else { return };
    if told == stated.value || want.slug == WORKSHOP {
        return;
    }
    let slug = &want.slug;
    out.push(
        Diagnostic::new(
            &CODE,
            stated.span,
            format!(
                "theo tên thì đây là \"{}\", ở đây ghi \"{}\"",
                want.name.vi, found.name.vi
            ),
            format!(
                "the name tells \"{}\", found \"{}\"",
                want.name.get(Lang::En),
                found.name.get(Lang::En)
            ),
        )
        .label(producer.name.span, "tên ghi ở đây", "the name stands here")
        .hint(
            format!("ghi `kind: {slug}` hoặc bỏ dòng này"),
            format!("write `kind: {slug}` or leave it out"),
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check_catalogue, spanned};
    use crate::model::catalogue::Catalogue;
    use crate::model::scheme::ProducerKindId;

    fn named(name: &str, kind: Option<u16>) -> impl FnOnce(&mut Catalogue) {
        let kind = kind.map(ProducerKindId).map(spanned);
        move |catalogue| {
            catalogue.producers[0].name.value = name.to_owned();
            catalogue.producers[0].kind = kind;
        }
    }

    #[test]
    fn fires_where_the_first_words_tell_another_form() {
        check_catalogue(named("Công ty TNHH Ví Dụ", Some(1)), &["producer-kind-mismatch"]);
        check_catalogue(named("HTX Ví Dụ", Some(2)), &["producer-kind-mismatch"]);
    }

    #[test]
    fn is_silent_where_they_agree_or_tell_nothing() {
        check_catalogue(named("HTX Ví Dụ", Some(1)), &[]);
        check_catalogue(named("HTX Ví Dụ", None), &[]);
        check_catalogue(named("Nguyễn Văn Ví Dụ", Some(2)), &[]);
        check_catalogue(named("Cơ sở Ví Dụ", Some(2)), &[]);
    }
}
