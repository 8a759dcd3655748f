//! `check --drafts`: what is being written, and what each draft still lacks.
//!
//! Looks at dossiers in the states "draft" and "review" and names the parts
//! that a good page has and the dossier has not. Pure: takes the catalogue,
//! gives text; errors inside a draft are told by the findings, not here.

use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, State};
use crate::source::Tree;
use crate::text::lang::Lang;

/// How many dossiers are being written.
pub fn count(catalogue: &Catalogue) -> usize {
    catalogue.products.iter().filter(|product| is_draft(product)).count()
}

/// One line a draft: file, name, state, what is missing.
pub fn list(catalogue: &Catalogue, tree: &Tree, lang: Lang) -> String {
    let drafts = catalogue.products.iter().filter(|product| is_draft(product));
    let lines = drafts.map(|product| {
        let path = tree.get(product.file).map_or("", |source| source.path.as_str());
        let state = match product.state {
            State::Review => lang.pick(("chờ duyệt", "in review")),
            _ => lang.pick(("bản nháp", "draft")),
        };
        let missing = missing(product, lang);
        let rest = if missing.is_empty() {
            lang.pick(("đủ các mục", "complete")).to_owned()
        } else {
            format!("{} {}", lang.pick(("còn thiếu", "lacks")), missing.join(", "))
        };
        format!("{path}: {} ({state}): {rest}\n", product.name.value)
    });
    lines.collect()
}

fn is_draft(product: &Product) -> bool {
    matches!(product.state, State::Draft | State::Review)
}

fn missing(product: &Product, lang: Lang) -> Vec<&'static str> {
    let priced = product.packs.iter().any(|pack| pack.price.is_some());
    let parts = [
        (product.summary.is_none(), ("tóm tắt", "a summary")),
        (product.producer.is_none(), ("chủ thể", "a producer")),
        (product.subgroup.is_none(), ("phân nhóm", "a subgroup")),
        (product.place.commune.is_none(), ("xã", "a commune")),
        (product.kind.is_none(), ("loại công bố", "a legal kind")),
        (product.ratings.is_empty(), ("hạng sao", "a rating")),
        (product.service.is_empty() && product.packs.is_empty(), ("quy cách", "packs")),
        (product.service.is_empty() && !priced, ("giá", "a price")),
        (product.photos.is_empty(), ("ảnh", "a photo")),
        (product.contacts.is_empty() && product.shops.is_empty(), ("liên hệ", "a contact")),
        (product.story.is_none(), ("câu chuyện", "a story")),
        (product.sources.is_empty(), ("nguồn", "sources")),
    ];
    parts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, name)| lang.pick(name)).collect()
}
