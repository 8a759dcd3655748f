//! A speciality is no medicine: words that promise a cure.

use crate::check::{Context, words};
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::product::Product;

/// A text promises to cure.
pub static CODE: Code = Code {
    name: "cure-words",
    severity: Severity::Advice,
    title: ("lời văn hứa chữa bệnh", "words that promise a cure"),
    explain: (
        "Thực phẩm, đồ uống và mỹ phẩm không phải là thuốc; các từ như \"chữa bệnh\", \"điều \
         trị\", \"thay thế thuốc\", \"giải độc gan\" dễ làm người đọc hiểu nhầm. Hãy kể về \
         nguyên liệu, cách làm và cách dùng. Lời cảnh báo bắt buộc của thực phẩm bảo vệ sức \
         khỏe và thuốc đã khai `kind: medicine` thì không bị nhắc.",
        "Food, drinks and cosmetics are no medicine; words like \"chữa bệnh\" (cures), \"điều \
         trị\" (treats), \"thay thế thuốc\" (replaces medicine) mislead. Tell of the \
         ingredients, the making and the use. The notice that the law asks of food supplements \
         is spared, and so is what is declared as `kind: medicine`.",
    ),
};

/// Promises, in small letters.
const PROMISES: [&str; 6] =
    ["chữa bệnh", "điều trị", "đặc trị", "khỏi bệnh", "thay thế thuốc", "giải độc gan"];

/// Ways in which people shorten the notice, in small letters.
const DENIALS: [&str; 3] = [
    "không có tác dụng thay thế thuốc chữa bệnh",
    "không thay thế thuốc chữa bệnh",
    "không phải là thuốc chữa bệnh",
];

/// Reports the first use of every promise in name, summary and story.
pub fn check(context: &Context<'_>, product: &Product, out: &mut Diagnostics) {
    if is_medicine(context, product) {
        return;
    }
    for passage in words::passages(product) {
        // Nearly all texts promise nothing: the notices are looked at only where one does.
        if passage.find(&PROMISES, &[]).is_empty() {
            continue;
        }
        for (phrase, span) in passage.find(&PROMISES, &spared(context)) {
            out.push(
                Diagnostic::new(
                    &CODE,
                    span,
                    format!("\"{phrase}\" hứa công dụng của thuốc"),
                    format!("\"{phrase}\" promises what only a medicine may"),
                )
                .hint(
                    "kể nguyên liệu, cách làm, cách dùng thay cho công dụng chữa bệnh",
                    "tell of ingredients, making and use instead",
                ),
            );
        }
    }
}

/// Texts that may hold the words: the notices of the law and their short forms.
fn spared(context: &Context<'_>) -> Vec<String> {
    let notices = context.catalogue.scheme.notices.iter();
    let notices = notices.map(|notice| notice.text.vi.to_lowercase());
    notices.chain(DENIALS.map(str::to_owned)).collect()
}

fn is_medicine(context: &Context<'_>, product: &Product) -> bool {
    let kind = product.kind.as_ref();
    let kind = kind.and_then(|kind| context.catalogue.scheme.product_kind(kind.value));
    kind.is_some_and(|kind| kind.slug == "medicine")
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, place_in_group, product_kind, story, text};
    use crate::model::product::Product;

    #[test]
    fn fires_in_name_summary_and_story() {
        check(|it| it.name.value = "Trà giải độc gan Ví Dụ".to_owned(), &["cure-words"]);
        check(|it| it.summary = text("Hỗ trợ điều trị mất ngủ."), &["cure-words"]);
        let promise = story("Uống một tuần là\nkhỏi bệnh, thay thế thuốc.");
        check(|it| it.story = Some(promise), &["cure-words", "cure-words"]);
    }

    #[test]
    fn is_silent_on_the_notice_and_its_short_forms() {
        let notice =
            "THỰC PHẨM này không phải là thuốc và không có tác dụng\nthay thế thuốc chữa bệnh.";
        check(|it| it.story = Some(story(notice)), &[]);
        check(|it| it.summary = text("Sản phẩm không thay thế thuốc chữa bệnh."), &[]);
    }

    #[test]
    fn is_silent_on_other_marks_and_on_medicines() {
        check(|it| it.summary = text("Vị chua bền, không đắng."), &[]);
        let medicine = |it: &mut Product| {
            place_in_group(it, "duoc-lieu");
            it.kind = product_kind("medicine");
            it.summary = text("Thuốc dùng điều trị ho.");
        };
        check(medicine, &[]);
    }
}
