//! Food, drinks and herbs must say what they are before the law.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// Groups in which legal notices depend on the kind.
const GROUPS: [&str; 3] = ["thuc-pham", "do-uong", "duoc-lieu"];

/// No kind, in a group where notices depend on it.
pub static CODE: Code = Code {
    name: "product-kind-missing",
    severity: Severity::Advice,
    title: ("chưa ghi loại sản phẩm", "no kind"),
    explain: (
        "Trong các nhóm thực phẩm, đồ uống và dược liệu, lời cảnh báo bắt buộc tùy theo sản \
         phẩm là thực phẩm thường, thực phẩm bảo vệ sức khỏe, mỹ phẩm, thuốc hay đồ uống có \
         cồn. Thiếu `kind` thì trang không biết có phải đặt lời cảnh báo hay không.",
        "In food, drinks and herbs, legal notices depend on whether the product is ordinary \
         food, a food supplement, a cosmetic, a medicine or alcohol. Without `kind` the page \
         cannot tell whether it needs one.",
    ),
};

/// Reports food, drinks and herbs without a kind.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let group = context.catalogue.scheme.group(product.group.value);
    let depends = group.is_some_and(|group| GROUPS.contains(&group.slug.as_str()));
    if !depends || product.kind.is_some() {
        return;
    }
    out.push(
        Diagnostic::new(
            &CODE,
            product.group.span,
            "nhóm này cần `kind` để đặt đúng lời cảnh báo",
            "this group needs `kind` for its legal notices",
        )
        .hint(
            "thêm `kind: ordinary-food`, `food-supplement`, `cosmetic`, `medicine` hoặc \
             `alcohol`",
            "add `kind: ordinary-food`, `food-supplement`, `cosmetic`, `medicine` or `alcohol`",
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, place_in_group};
    use crate::model::product::Product;

    fn without_kind(path: &'static str) -> impl FnOnce(&mut Product) {
        move |product| {
            place_in_group(product, path);
            product.kind = None;
        }
    }

    #[test]
    fn fires_in_food_drinks_and_herbs() {
        for path in ["thuc-pham/che-bien", "do-uong/co-con", "duoc-lieu"] {
            check(without_kind(path), &["product-kind-missing"]);
        }
    }

    #[test]
    fn is_silent_in_the_other_groups() {
        for path in ["thu-cong-my-nghe", "sinh-vat-canh", "du-lich"] {
            check(without_kind(path), &[]);
        }
    }
}
