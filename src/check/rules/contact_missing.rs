//! A reader who wants to buy must reach someone.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// Neither the product nor its producer has a contact.
pub static CODE: Code = Code {
    name: "contact-missing",
    severity: Severity::Advice,
    title: ("chưa có cách liên hệ", "no contact"),
    explain: (
        "Người mua cần ít nhất một cách liên hệ: điện thoại, Zalo, thư điện tử hay trang web \
         của cơ sở. Ghi ở `contacts` của sản phẩm, hoặc một lần ở tệp của chủ thể cho mọi sản \
         phẩm. Chỉ ghi liên hệ kinh doanh, không ghi số riêng.",
        "Buyers need one way to reach the maker: telephone, Zalo, e-mail or web site. Give it \
         under `contacts` of the product, or once in the producer's file for all its products. \
         Business contacts only, never private numbers.",
    ),
};

/// Reports a product for which nobody can be reached.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let producer = product.producer.and_then(|id| context.catalogue.producer(id));
    let of_producer = producer.is_some_and(|producer| !producer.contacts.is_empty());
    if of_producer || !product.contacts.is_empty() {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            product.name.span,
            "sản phẩm và chủ thể đều chưa có cách liên hệ",
            "neither the product nor its producer has a contact",
        )
        .hint(
            "thêm `contacts:` với điện thoại hoặc Zalo kinh doanh",
            "add `contacts:` with a business telephone or Zalo number",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, check_catalogue, contact};
    use crate::model::catalogue::Catalogue;

    #[test]
    fn fires_where_nobody_can_be_reached() {
        check(|it| it.contacts.clear(), &["contact-missing"]);
    }

    #[test]
    fn is_silent_where_the_producer_can_be_reached() {
        let spoil = |catalogue: &mut Catalogue| {
            catalogue.products[0].contacts.clear();
            catalogue.producers[0].contacts.push(contact());
        };
        check_catalogue(spoil, &[]);
    }
}
