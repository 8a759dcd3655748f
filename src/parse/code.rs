//! `content/codes.yaml`: the ledger of permanent codes.
//!
//! A line is a code and the slug of its product, present or former (`aliases`
//! count), so that a renamed dossier keeps its code without a change of the
//! ledger. Two codes may lead to one product; the first stands in print.
//!
//! Never gives out a code: `dacsan codes` does.

use std::collections::BTreeMap;

use super::codes::reference::{CODE_DUPLICATE, CODE_SLUG_UNKNOWN, CODE_UNREADABLE};
use super::fields::{line, shape};
use super::front_matter::Document;
use super::yaml::{Entry, NodeKind};
use crate::diag::sink::Diagnostics;
use crate::diag::span::Span;
use crate::diag::{Diagnostic, suggest};
use crate::model::code::{CodeEntry, CodeFault, LENGTH, ProductCode};
use crate::model::product::{Product, ProductId};

/// Reads the ledger and gives each product its code; entries in the order of the file.
pub(super) fn ledger(
    document: &Document,
    products: &mut [Product],
    out: &mut Diagnostics,
) -> Vec<CodeEntry> {
    let entries: &[Entry] = match &document.root.kind {
        NodeKind::Map(entries) => entries,
        NodeKind::Null => &[],
        _ => {
            out.push(shape(&document.root, "các dòng `mã: slug`", "lines `code: slug`"));
            &[]
        }
    };
    let slugs = by_slug(products);
    let mut first: BTreeMap<ProductCode, Span> = BTreeMap::new();
    let mut found = Vec::with_capacity(entries.len());
    for entry in entries {
        let (written, span) = (&entry.key.value, entry.key.span);
        let code = match ProductCode::parse(written) {
            Ok(code) => code,
            Err(fault) => {
                out.push(unreadable(written, span, &fault));
                continue;
            }
        };
        if let Some(before) = first.get(&code) {
            out.push(duplicate(&code, span, *before));
            continue;
        }
        first.insert(code.clone(), span);
        let Some(slug) = line(&entry.value, out) else { continue };
        let product = slugs.get(&slug.value).copied();
        if product.is_none() {
            out.push(unknown(&code, &slug.value, slug.span, &slugs));
        }
        found.push(CodeEntry { code, span, slug, product });
    }
    for entry in found.iter().rev() {
        let index = entry.product.and_then(|id| usize::try_from(id.0).ok());
        if let Some(product) = index.and_then(|index| products.get_mut(index)) {
            product.code = Some(entry.code.clone());
        }
    }
    found
}

/// Products by present slug, else by a former one.
fn by_slug(products: &[Product]) -> BTreeMap<String, ProductId> {
    let ids = || (0u32..).map(ProductId).zip(products);
    let mut slugs = BTreeMap::new();
    for (id, product) in ids() {
        slugs.entry(product.slug.clone()).or_insert(id);
    }
    for (id, product) in ids() {
        for alias in &product.aliases {
            slugs.entry(alias.value.clone()).or_insert(id);
        }
    }
    slugs
}

fn unreadable(written: &str, span: Span, fault: &CodeFault) -> Diagnostic {
    let (vi, en) = match fault {
        CodeFault::Length(found) => (
            format!("cần mã {LENGTH} ký tự, gặp `{written}` có {found}"),
            format!("expected a code of {LENGTH} characters, found `{written}` with {found}"),
        ),
        CodeFault::Letter(letter) => (
            format!("mã không dùng ký tự `{letter}`, gặp `{written}`"),
            format!("codes have no character `{letter}`, found `{written}`"),
        ),
        CodeFault::Check(wanted) => (
            format!("ký tự kiểm tra của `{written}` phải là `{wanted}`"),
            format!("the check character of `{written}` would be `{wanted}`"),
        ),
    };
    Diagnostic::new(&CODE_UNREADABLE, span, vi, en).hint(
        "lấy lại mã cũ từ lịch sử của tệp, hoặc xoá dòng này rồi chạy `dacsan codes`",
        "take the old code back from the file's history, or delete the line and run `dacsan codes`",
    )
}

fn duplicate(code: &ProductCode, span: Span, before: Span) -> Diagnostic {
    Diagnostic::new(
        &CODE_DUPLICATE,
        span,
        format!("mã `{code}` đã thuộc về dòng trước"),
        format!("the code `{code}` belongs to an earlier line"),
    )
    .label(before, "dòng được giữ", "the line that is kept")
    .hint(
        "xoá dòng này rồi chạy `dacsan codes` để cấp mã khác",
        "delete this line and run `dacsan codes` for another code",
    )
}

fn unknown(
    code: &ProductCode,
    slug: &str,
    span: Span,
    slugs: &BTreeMap<String, ProductId>,
) -> Diagnostic {
    let finding = Diagnostic::new(
        &CODE_SLUG_UNKNOWN,
        span,
        format!("không có hồ sơ `{slug}`, nên `/p/{code}/` không dẫn đến đâu"),
        format!("there is no dossier `{slug}`, so `/p/{code}/` leads nowhere"),
    );
    match suggest::nearest(slug, slugs.keys().map(String::as_str)) {
        Some(near) => finding.did_you_mean(Some(near)),
        None => finding.hint(
            "thêm slug cũ vào `aliases` của hồ sơ mới, hoặc giữ hồ sơ với `state: removed`",
            "add the old slug to the new dossier's `aliases`, or keep the dossier with `state: removed`",
        ),
    }
}
