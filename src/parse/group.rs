//! Edition, group and subgroup of a product, as any edition wrote them.

use super::codes::reference::{
    EDITION_UNKNOWN, GROUP_UNKNOWN, SUBGROUP_ELSEWHERE, SUBGROUP_UNKNOWN,
};
use super::context::Context;
use super::fields::Fields;
use super::names::WrittenGroup;
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::model::product::FormerGroup;
use crate::model::scheme::{EditionId, GroupId, SubgroupId};

/// Where a product stands in the scheme.
#[derive(Debug)]
pub(super) struct Grouping {
    pub(super) edition: EditionId,
    pub(super) group: Spanned<GroupId>,
    pub(super) former_group: Option<FormerGroup>,
    pub(super) subgroup: Option<Spanned<SubgroupId>>,
}

/// Reads the three keys; `None` without a group that is known.
pub(super) fn grouping(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Grouping> {
    let stated = edition(fields, context, out);
    let written = fields.line("group", out)?;
    let own = stated.unwrap_or(context.edition);
    let Some(found) = find(own, &written.value, context) else {
        let names = &context.names.groups;
        out.push(names.unknown(&GROUP_UNKNOWN, &written, ("nhóm sản phẩm", "product group")));
        return None;
    };
    let group = Spanned::new(found.group, written.span);
    let former_group = found.former.and_then(|(edition, position)| {
        let group = context.scheme.edition(edition)?.groups.get(position)?;
        // The first edition that knew the group stands for it unless the dossier says which.
        Some(FormerGroup { name: group.name.clone(), edition: stated.unwrap_or(edition) })
    });
    let former_edition = former_group.as_ref().map(|former| former.edition);
    let subgroup = subgroup(fields, found.group, context, out)
        .or_else(|| found.subgroup.map(|id| Spanned::new(id, written.span)));
    let edition = stated.or(former_edition).unwrap_or(context.edition);
    Some(Grouping { edition, group, former_group, subgroup })
}

/// The edition that a dossier or the settings name.
pub(super) fn edition(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<EditionId> {
    let written = fields.line("edition", out)?;
    let found = context.names.editions.get(&written.value);
    if found.is_none() {
        let names = &context.names.editions;
        out.push(names.unknown(&EDITION_UNKNOWN, &written, ("ấn bản", "edition")));
    }
    found
}

/// The edition's own groups first, then those of today, then any.
fn find(edition: EditionId, written: &str, context: &Context<'_>) -> Option<WrittenGroup> {
    let names = &context.names;
    let own = names.edition_groups.get(usize::from(edition.0));
    own.and_then(|groups| groups.get(written)).or_else(|| names.groups.get(written))
}

fn subgroup(
    fields: &Fields<'_>,
    group: GroupId,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Spanned<SubgroupId>> {
    let written = fields.line("subgroup", out)?;
    let own = context.names.subgroups.get(usize::from(group.0))?;
    if let Some(id) = own.get(&written.value) {
        return Some(Spanned::new(id, written.span));
    }
    let finding = elsewhere(&written, context)
        .unwrap_or_else(|| own.unknown(&SUBGROUP_UNKNOWN, &written, ("phân nhóm", "subgroup")));
    out.push(finding);
    None
}

fn elsewhere(written: &Spanned<String>, context: &Context<'_>) -> Option<Diagnostic> {
    let name = &written.value;
    let (_, last) = name.rsplit_once('/').unwrap_or(("", name));
    let all = &context.names.all_subgroups;
    let id = all.get(name).or_else(|| all.get(last))?;
    let subgroup = context.scheme.subgroup(id)?;
    let group = context.scheme.group(subgroup.group)?;
    Some(
        Diagnostic::new(
            &SUBGROUP_ELSEWHERE,
            written.span,
            format!("phân nhóm `{name}` thuộc nhóm `{}`", group.slug),
            format!("the subgroup `{name}` belongs to the group `{}`", group.slug),
        )
        .hint(
            format!("viết `group: {}`, hoặc chọn phân nhóm khác", group.slug),
            format!("write `group: {}`, or choose another subgroup", group.slug),
        ),
    )
}
