//! A producer's file that no product names.

use std::collections::BTreeSet;

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::producer::ProducerId;
use crate::model::product::State;

/// No product names the producer.
pub static CODE: Code = Code {
    name: "producer-unused",
    severity: Severity::Advice,
    title: ("chủ thể chưa có sản phẩm nào", "producer without products"),
    explain: (
        "Không hồ sơ nào gọi tệp này ở `producer`, nên trang của chủ thể không liệt kê sản \
         phẩm nào. Có thể tên tệp bị gõ khác đi trong hồ sơ, hoặc tệp đã thừa.",
        "No dossier names this file under `producer`, so the producer's page lists nothing. \
         Perhaps the dossiers write the file's name in another way, or the file is left over.",
    ),
};

/// Reports producers with a file of their own that no product names, be it a
/// draft or a hidden one.
pub fn check(context: &Context<'_>, out: &mut Diagnostics) {
    let products = context.catalogue.products.iter();
    let used: BTreeSet<ProducerId> = products.filter_map(|product| product.producer).collect();
    for (id, producer) in context.catalogue.producers_with_ids() {
        let alive = matches!(producer.state, State::Review | State::Published);
        if !alive || producer.inline || used.contains(&id) {
            continue;
        }
        let slug = &producer.slug;
        out.push(
            Diagnostic::new(
                &CODE,
                producer.name.span,
                "không sản phẩm nào của chủ thể này",
                "no product names this producer",
            )
            .hint(
                format!("ghi `producer: {slug}` ở các sản phẩm, hoặc xóa tệp"),
                format!("write `producer: {slug}` in its products, or delete the file"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check_catalogue, producer};
    use crate::model::catalogue::Catalogue;
    use crate::model::product::State;

    fn with_second(state: State, inline: bool) -> impl FnOnce(&mut Catalogue) {
        let mut second = producer("Hợp tác xã Mẫu");
        (second.state, second.inline) = (state, inline);
        move |catalogue| catalogue.producers.push(second)
    }

    #[test]
    fn fires_on_a_file_that_no_product_names() {
        check_catalogue(with_second(State::Published, false), &["producer-unused"]);
    }

    #[test]
    fn is_silent_on_drafts_and_on_producers_in_line() {
        check_catalogue(with_second(State::Draft, false), &[]);
        check_catalogue(with_second(State::Hidden, false), &[]);
        check_catalogue(with_second(State::Published, true), &[]);
    }

    #[test]
    fn is_silent_where_a_draft_names_it() {
        check_catalogue(|it| it.products[0].state = State::Draft, &[]);
    }
}
