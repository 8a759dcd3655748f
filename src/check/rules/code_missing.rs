//! What is printed must answer for years: only a permanent code does.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::State;

/// Published products without a permanent code, in a catalogue that prints.
pub static CODE: Code = Code {
    name: "code-missing",
    severity: Severity::Warning,
    title: ("sản phẩm chưa có mã cố định", "product without a permanent code"),
    explain: (
        "Mã QR trên ấn phẩm dẫn đến /p/<mã>/, địa chỉ không đổi dù hồ sơ đổi tên hay chuyển tỉnh. Sản phẩm chưa có mã thì mã \
         QR in ra dẫn thẳng đến tên tệp hôm nay, có ngày sẽ hỏng. Chạy `dacsan codes` rồi đưa content/codes.yaml vào git. \
         Danh mục không có ấn phẩm và chưa có sổ mã thì không bị nhắc.",
        "The QR codes of brochures lead to /p/<code>/, an address that never changes, whatever the dossier is called and \
         wherever it moves. For a product without a code the printed QR leads to today's name of its file, and breaks one \
         day. Run `dacsan codes` and put content/codes.yaml into git. A catalogue without brochures and without a ledger is \
         not reminded.",
    ),
};

/// Reports all of them at once, at the first.
pub fn check(context: &Context<'_>, out: &mut Diagnostics) {
    let catalogue = context.catalogue;
    if catalogue.brochures.is_empty() && catalogue.codes.is_empty() {
        return;
    }
    let published = catalogue.products.iter().filter(|it| it.state == State::Published);
    let mut without = published.filter(|product| product.code.is_none());
    let Some(first) = without.next() else { return };
    let rest = without.count();
    let (vi, en) = match rest {
        0 => (
            "sản phẩm này chưa có mã cố định".to_owned(),
            "it has no permanent code".to_owned(),
        ),
        rest => (
            format!("sản phẩm này và {rest} sản phẩm nữa chưa có mã cố định"),
            format!("it and {rest} more have no permanent code"),
        ),
    };
    out.push(
        Diagnostic::new(&CODE, first.name.span, vi, en)
            .hint("chạy `dacsan codes` trước khi in", "run `dacsan codes` before printing"),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check_catalogue;
    use crate::diag::span::{Span, Spanned};
    use crate::model::catalogue::Catalogue;
    use crate::model::code::{CodeEntry, ProductCode};
    use crate::model::product::State;

    fn ledger(catalogue: &mut Catalogue) {
        let slug = Spanned::new("mot-san-pham-khac".to_owned(), Span::default());
        let code = ProductCode::numbered(7);
        catalogue.codes.push(CodeEntry { code, span: Span::default(), slug, product: None });
    }

    #[test]
    fn fires_where_others_have_codes() {
        check_catalogue(ledger, &["code-missing"]);
    }

    #[test]
    fn is_silent_without_a_ledger_and_for_what_is_not_published() {
        check_catalogue(|_| {}, &[]);
        let hide = |catalogue: &mut Catalogue| {
            ledger(catalogue);
            catalogue.products[0].state = State::Hidden;
        };
        check_catalogue(hide, &[]);
    }
}
