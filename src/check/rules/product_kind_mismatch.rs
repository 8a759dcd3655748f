//! What a product is before the law must fit its group, for legal notices
//! follow from the kind.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Span;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;
use crate::model::scheme::{ProductKind, Scheme};
use crate::text::lang::Lang;

/// The kind contradicts group, subgroup or name.
pub static CODE: Code = Code {
    name: "product-kind-mismatch",
    severity: Severity::Warning,
    title: (
        "loại sản phẩm không khớp với nhóm, phân nhóm hoặc tên",
        "kind does not fit group, subgroup or name",
    ),
    explain: (
        "`kind` cho biết sản phẩm là gì trước pháp luật, và từ đó trang tự đặt lời cảnh báo \
         bắt buộc: thực phẩm bảo vệ sức khỏe phải có câu \"không phải là thuốc\", đồ uống có \
         cồn có lời nhắc 18+. Ghi sai loại thì thiếu lời cảnh báo. Hãy xem lại `kind`, `group` \
         và `subgroup`.",
        "`kind` says what a product is before the law, and the page sets the notices that \
         follow from it: a food supplement must say that it is no medicine, alcohol bears an \
         18+ notice. With another kind the notice is missing. Look at `kind`, `group` and \
         `subgroup` again.",
    ),
};

/// Kinds that each group may hold; groups and kinds not named here pass.
const ALLOWED: [(&str, &[&str]); 6] = [
    ("thuc-pham", &["ordinary-food", "food-supplement"]),
    ("do-uong", &["ordinary-food", "food-supplement", "alcohol"]),
    ("duoc-lieu", &["ordinary-food", "food-supplement", "cosmetic", "medicine", "plant"]),
    ("thu-cong-my-nghe", &["craft"]),
    ("sinh-vat-canh", &["plant"]),
    ("du-lich", &["service"]),
];

/// The subgroup of alcoholic drinks.
const ALCOHOLIC: &str = "co-con";

/// Words in the name of a food supplement, with the mark in either place.
const SUPPLEMENT: [&str; 2] = ["bảo vệ sức khỏe", "bảo vệ sức khoẻ"];

/// Reports a stated kind that contradicts the group, the subgroup or the name;
/// the first contradiction is enough.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    let scheme = &context.catalogue.scheme;
    let Some(stated) = product.kind.as_ref() else { return };
    let Some(kind) = scheme.product_kind(stated.value) else { return };
    let finding = against_group(scheme, product, kind, stated.span)
        .or_else(|| against_subgroup(scheme, product, kind, stated.span))
        .or_else(|| against_name(product, kind, stated.span));
    out.extend(finding);
}

fn against_group(
    scheme: &Scheme,
    product: &Product,
    kind: &ProductKind,
    span: Span,
) -> Option<Diagnostic> {
    let group = scheme.group(product.group.value)?;
    let (_, kinds) = ALLOWED.iter().find(|(slug, _)| *slug == group.slug)?;
    let known = ALLOWED.iter().any(|(_, kinds)| kinds.contains(&kind.slug.as_str()));
    if !known || kinds.contains(&kind.slug.as_str()) {
        return None;
    }
    let finding = Diagnostic::new(
        &CODE,
        span,
        format!("loại \"{}\" không thuộc nhóm \"{}\"", kind.name.vi, group.name.vi),
        format!(
            "kind \"{}\" does not belong to the group \"{}\"",
            kind.name.get(Lang::En),
            group.name.get(Lang::En),
        ),
    );
    let finding = finding.label(product.group.span, "nhóm ghi ở đây", "the group stands here");
    Some(finding.hint("sửa `kind` hoặc `group`", "correct `kind` or `group`"))
}

/// Alcohol belongs into its subgroup, and nothing else does.
fn against_subgroup(
    scheme: &Scheme,
    product: &Product,
    kind: &ProductKind,
    span: Span,
) -> Option<Diagnostic> {
    let written = product.subgroup.as_ref()?;
    let subgroup = scheme.subgroup(written.value)?;
    let alcoholic = subgroup.path.split('/').next() == Some(ALCOHOLIC);
    if alcoholic == (kind.slug == "alcohol") {
        return None;
    }
    let finding = Diagnostic::new(
        &CODE,
        span,
        format!("loại \"{}\" không thuộc phân nhóm \"{}\"", kind.name.vi, subgroup.name.vi),
        format!(
            "kind \"{}\" does not belong to the subgroup \"{}\"",
            kind.name.get(Lang::En),
            subgroup.name.get(Lang::En),
        ),
    );
    let finding =
        finding.label(written.span, "phân nhóm ghi ở đây", "the subgroup stands here");
    Some(finding.hint("sửa `kind` hoặc `subgroup`", "correct `kind` or `subgroup`"))
}

fn against_name(product: &Product, kind: &ProductKind, span: Span) -> Option<Diagnostic> {
    let name = product.name.value.to_lowercase();
    let says_so = SUPPLEMENT.iter().any(|words| name.contains(words));
    if !says_so || kind.slug != "ordinary-food" {
        return None;
    }
    let finding = Diagnostic::new(
        &CODE,
        span,
        format!("tên ghi \"{}\", ở đây ghi loại \"{}\"", SUPPLEMENT[0], kind.name.vi),
        format!("the name says \"{}\", found \"{}\"", SUPPLEMENT[0], kind.name.get(Lang::En)),
    );
    let finding = finding.label(product.name.span, "tên ghi ở đây", "the name stands here");
    Some(finding.hint("ghi `kind: food-supplement`", "write `kind: food-supplement`"))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, place_in_group, product_kind};
    use crate::model::product::Product;

    fn of(path: &str, kind: &str) -> impl FnOnce(&mut Product) {
        move |product| {
            place_in_group(product, path);
            product.kind = product_kind(kind);
        }
    }

    #[test]
    fn fires_on_a_kind_of_another_group() {
        for (path, kind) in [
            ("thuc-pham", "craft"),
            ("thuc-pham/che-bien", "alcohol"),
            ("do-uong", "medicine"),
            ("duoc-lieu", "alcohol"),
            ("thu-cong-my-nghe", "ordinary-food"),
            ("sinh-vat-canh", "craft"),
            ("du-lich", "plant"),
        ] {
            check(of(path, kind), &["product-kind-mismatch"]);
        }
    }

    #[test]
    fn fires_on_alcohol_among_soft_drinks_and_the_other_way_round() {
        check(of("do-uong/khong-con", "alcohol"), &["product-kind-mismatch"]);
        check(of("do-uong/co-con", "ordinary-food"), &["product-kind-mismatch"]);
        check(of("do-uong/co-con/ruou-trang", "ordinary-food"), &["product-kind-mismatch"]);
    }

    #[test]
    fn fires_on_a_supplement_stated_as_ordinary_food() {
        for words in ["bảo vệ sức khỏe", "Bảo vệ sức khoẻ"] {
            let name = format!("Thực phẩm {words} Ví Dụ");
            check(move |it| it.name.value = name, &["product-kind-mismatch"]);
        }
    }

    #[test]
    fn is_silent_where_kind_and_group_agree() {
        for (path, kind) in [
            ("do-uong/co-con/ruou-trang", "alcohol"),
            ("do-uong", "alcohol"),
            ("do-uong/khong-con", "ordinary-food"),
            ("duoc-lieu", "cosmetic"),
            ("thu-cong-my-nghe", "craft"),
            ("sinh-vat-canh", "plant"),
            ("du-lich", "service"),
        ] {
            check(of(path, kind), &[]);
        }
        let supplement = |it: &mut Product| {
            it.name.value = "Thực phẩm bảo vệ sức khỏe Ví Dụ".to_owned();
            it.kind = product_kind("food-supplement");
        };
        check(supplement, &[]);
    }
}
