//! Certificates beside the rating lapse on their own.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;
use crate::text::lang::Lang;

/// A certificate whose last day is past.
pub static CODE: Code = Code {
    name: "certificate-lapsed",
    severity: Severity::Warning,
    title: ("chứng nhận đã hết hạn", "certificate has lapsed"),
    explain: (
        "VietGAP, HACCP, hữu cơ và các chứng nhận khác có hạn riêng, không theo hạng sao. \
         Trang ghi chứng nhận này là đã hết hạn; hãy điền bản mới hoặc bỏ dòng này.",
        "VietGAP, HACCP, organic and other certificates have terms of their own. The page \
         marks this one as lapsed; enter the new one or take the entry out.",
    ),
};

/// Reports certificates that ended before today.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    for certificate in &product.certificates {
        let Some(expires) = certificate.expires.as_ref() else { continue };
        let last = expires.value.last();
        if last >= context.today {
            continue;
        }
        let kind = context.catalogue.scheme.certificate_kind(certificate.kind.value);
        let name = kind.map(|kind| kind.name.clone()).unwrap_or_default();
        let days = last.days_until(context.today);
        out.push(
            Diagnostic::new(
                &CODE,
                expires.span,
                format!("chứng nhận {} đã hết hạn {days} ngày", name.vi),
                format!("certificate {} lapsed {days} days ago", name.get(Lang::En)),
            )
            .hint(
                "điền chứng nhận mới hoặc bỏ dòng này",
                "enter the new one or take this entry out",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{certificate, check};

    #[test]
    fn fires_on_the_day_after_the_last() {
        check(|it| it.certificates.push(certificate("2026-11-22")), &["certificate-lapsed"]);
    }

    #[test]
    fn is_silent_on_the_last_day_and_within_a_vague_year() {
        check(|it| it.certificates.push(certificate("2026-11-23")), &[]);
        check(|it| it.certificates.push(certificate("2026")), &[]);
    }
}
