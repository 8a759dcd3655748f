//! One producer in two files, or twice in line, splits its products in two.

use std::collections::BTreeMap;

use crate::check::{Context, titles};
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::place::Place;
use crate::model::producer::Producer;
use crate::text::fold;

/// Two producers of one name in one place.
pub static CODE: Code = Code {
    name: "producer-duplicate",
    severity: Severity::Warning,
    title: ("chủ thể có vẻ ghi hai lần", "producer seems to be entered twice"),
    explain: (
        "Hai chủ thể cùng tên (không kể dấu, hoa thường) ở cùng một xã hầu như luôn là một. \
         Ghi hai lần thì sản phẩm chia ra hai trang. Hãy giữ một tệp và cho mọi sản phẩm gọi \
         tệp ấy ở `producer`. Trùng tên ở hai xã khác nhau thì không bị nhắc.",
        "Two producers of one name (marks and case aside) in one commune are nearly always \
         one. Entered twice, its products are split over two pages. Keep one file and let \
         every product name it under `producer`. One name in two communes is let pass.",
    ),
};

/// Reports each producer whose name and place are those of an earlier one.
pub fn check(context: &Context<'_>, out: &mut Diagnostics) {
    let mut by_name: BTreeMap<String, Vec<&Producer>> = BTreeMap::new();
    for producer in context.producers() {
        let same = by_name.entry(fold::match_key(&producer.name.value)).or_default();
        if let Some(first) = same.iter().find(|first| is_one_place(first, producer)) {
            out.push(finding(first, producer));
            continue;
        }
        same.push(producer);
    }
}

/// Whether both are in one province and, as far as is known, in one commune.
fn is_one_place(first: &Producer, second: &Producer) -> bool {
    let province = |place: &Place| place.province.value;
    let commune = |producer: &Producer| {
        let commune = producer.place.as_ref()?.commune.as_ref()?;
        Some(titles::key(&commune.value))
    };
    let one_province =
        first.place.as_ref().map(province) == second.place.as_ref().map(province);
    let communes = commune(first).zip(commune(second));
    one_province && communes.is_none_or(|(first, second)| first == second)
}

fn finding(first: &Producer, second: &Producer) -> Diagnostic {
    let (name, slug) = (&second.name.value, &first.slug);
    Diagnostic::new(
        &CODE,
        second.name.span,
        format!("\"{name}\" cùng tên và cùng nơi với một chủ thể đã ghi"),
        format!("\"{name}\" has the name and place of a producer entered before"),
    )
    .label(first.name.span, "chủ thể ghi trước", "the one entered before")
    .hint(
        format!("giữ một tệp và ghi `producer: {slug}` ở các sản phẩm"),
        format!("keep one file and write `producer: {slug}` in the products"),
    )
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{another_product, check_catalogue, producer, text};
    use crate::model::catalogue::Catalogue;
    use crate::model::producer::{Producer, ProducerId};

    fn with(second: Producer) -> impl FnOnce(&mut Catalogue) {
        move |catalogue| {
            let mut product = another_product(catalogue);
            product.producer = Some(ProducerId(1));
            catalogue.products.push(product);
            catalogue.producers.push(second);
        }
    }

    #[test]
    fn fires_on_one_name_in_one_place() {
        check_catalogue(with(producer("hợp tác xã VÍ DỤ")), &["producer-duplicate"]);
        let mut vague = producer("Hợp tác xã Ví Dụ");
        vague.place.as_mut().expect("a place").commune = None;
        check_catalogue(with(vague), &["producer-duplicate"]);
    }

    #[test]
    fn is_silent_on_one_name_in_two_communes_and_on_two_names() {
        let mut elsewhere = producer("Hợp tác xã Ví Dụ");
        elsewhere.place.as_mut().expect("a place").commune = text("Xã Mẫu");
        check_catalogue(with(elsewhere), &[]);
        check_catalogue(with(producer("Hợp tác xã Mẫu")), &[]);
    }
}
