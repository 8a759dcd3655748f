//! `provinces.yaml`: the provinces of today and of before.
//!
//! Slugs are resolved here; an entry that names a slug which is not there is
//! reported and passed over, so that the rest can be used.

use std::collections::BTreeMap;

use super::codes::field::NUMBER_UNREADABLE;
use super::codes::reference::{REFERENCE_UNKNOWN, SLUG_UNREADABLE};
use super::fields::Fields;
use super::keys::reference::{ALIAS, FORMER_PROVINCE, ISLAND, PROVINCE, PROVINCES, REGION};
use super::yaml::Node;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::diag::{Diagnostic, suggest};
use crate::model::region::{
    Alias, FormerId, FormerProvince, Island, Province, ProvinceId, Region, Regions,
};
use crate::text::lang::Text;
use crate::text::slug;

/// The project's own data.
pub(super) const DEFAULT: &str = include_str!("../../content/reference/provinces.yaml");

/// Reads the places from their tree.
pub(super) fn regions(root: &Node, out: &mut Diagnostics) -> Regions {
    let fields = Fields::open(root, &PROVINCES, root.span, out);
    let mut regions = Regions::default();
    for item in fields.list("regions") {
        let fields = Fields::open(item, &REGION, item.span, out);
        if let Some((slug, name)) = head(&fields, out) {
            regions.regions.push(Region { slug: slug.value, name });
        }
    }
    let slugs: Slugs<usize> = regions
        .regions
        .iter()
        .enumerate()
        .map(|(at, region)| (region.slug.clone(), at))
        .collect();
    let mut made_of: Vec<Vec<Spanned<String>>> = Vec::new();
    for item in fields.list("provinces") {
        let fields = Fields::open(item, &PROVINCE, item.span, out);
        if let Some((province, former)) = province(&fields, &slugs, out) {
            regions.provinces.push(province);
            made_of.push(former);
        }
    }
    let provinces: Slugs<ProvinceId> =
        regions.provinces_with_ids().map(|(id, it)| (it.slug.clone(), id)).collect();
    for item in fields.list("former_provinces") {
        let fields = Fields::open(item, &FORMER_PROVINCE, item.span, out);
        regions.formers.extend(former(&fields, &provinces, out));
    }
    let formers: Slugs<FormerId> =
        regions.formers_with_ids().map(|(id, it)| (it.slug.clone(), id)).collect();
    for (province, slugs) in regions.provinces.iter_mut().zip(made_of) {
        province.formers =
            slugs.iter().filter_map(|slug| resolve(slug, &formers, out)).collect();
    }
    for item in fields.list("aliases") {
        let fields = Fields::open(item, &ALIAS, item.span, out);
        regions.aliases.extend(alias(&fields, &provinces, &formers, out));
    }
    for item in fields.list("islands") {
        let fields = Fields::open(item, &ISLAND, item.span, out);
        regions.islands.extend(island(&fields, &provinces, out));
    }
    regions
}

/// Handles by slug.
pub(super) type Slugs<T> = BTreeMap<String, T>;

/// Slug and name of an entry; both must be there.
pub(super) fn head(
    fields: &Fields<'_>,
    out: &mut Diagnostics,
) -> Option<(Spanned<String>, Text)> {
    let slug = slug_of(fields, "slug", out);
    let name = must(fields, "name", out).and_then(|()| fields.both("name", out));
    Some((slug?, name?))
}

/// Reports a key that is not there.
pub(super) fn must(fields: &Fields<'_>, name: &str, out: &mut Diagnostics) -> Option<()> {
    if fields.has(name) {
        return Some(());
    }
    fields.demand(name, out);
    None
}

/// A text that must be a slug.
pub(super) fn slug_of(
    fields: &Fields<'_>,
    name: &str,
    out: &mut Diagnostics,
) -> Option<Spanned<String>> {
    must(fields, name, out)?;
    slug_text(fields.line(name, out)?, out)
}

/// The text, if it is a slug.
pub(super) fn slug_text(
    written: Spanned<String>,
    out: &mut Diagnostics,
) -> Option<Spanned<String>> {
    if slug::is_slug(&written.value) {
        return Some(written);
    }
    let text = &written.value;
    let right = slug::slugify(text);
    let finding = Diagnostic::new(
        &SLUG_UNREADABLE,
        written.span,
        format!("cần slug, gặp `{text}`"),
        format!("expected a slug, found `{text}`"),
    );
    out.push(if right.is_empty() {
        finding
    } else {
        finding.hint(format!("viết `{right}`"), format!("write `{right}`"))
    });
    None
}

/// The handle behind a slug; a slug that is not there is reported.
pub(super) fn resolve<T: Copy>(
    slug: &Spanned<String>,
    known: &Slugs<T>,
    out: &mut Diagnostics,
) -> Option<T> {
    let found = known.get(&slug.value).copied();
    if found.is_none() {
        let name = &slug.value;
        let finding = Diagnostic::new(
            &REFERENCE_UNKNOWN,
            slug.span,
            format!("không có slug `{name}` trong danh sách của nó"),
            format!("no slug `{name}` in its list"),
        );
        out.push(
            finding.did_you_mean(suggest::nearest(name, known.keys().map(String::as_str))),
        );
    }
    found
}

/// Column and row of the tile map.
fn tile(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<(u8, u8)> {
    must(fields, "tile", out)?;
    let numbers = fields.lines("tile", out);
    let cell =
        |text: &Spanned<String>| text.value.parse().ok().filter(|cell| (1..=50).contains(cell));
    let cells: Vec<Option<u8>> = numbers.iter().map(cell).collect();
    if let [Some(column), Some(row)] = *cells.as_slice() {
        return Some((column, row));
    }
    let span = fields.node("tile").map_or(fields.span, |node| node.span);
    out.push(Diagnostic::new(
        &NUMBER_UNREADABLE,
        span,
        "cần hai số từ 1 đến 50: cột và hàng",
        "expected two numbers from 1 to 50: column and row",
    ));
    None
}

type Parts = (Province, Vec<Spanned<String>>);

fn province(
    fields: &Fields<'_>,
    regions: &Slugs<usize>,
    out: &mut Diagnostics,
) -> Option<Parts> {
    let head = head(fields, out);
    let full_name = fields.both("full_name", out);
    let region = slug_of(fields, "region", out).and_then(|slug| resolve(&slug, regions, out));
    let tile = tile(fields, out);
    let former = fields.lines("former", out);
    let (slug, name) = head?;
    let full_name = full_name.unwrap_or_else(|| name.clone());
    let (slug, formers) = (slug.value, Vec::new());
    Some((Province { slug, name, full_name, region, tile: tile?, formers }, former))
}

fn former(
    fields: &Fields<'_>,
    provinces: &Slugs<ProvinceId>,
    out: &mut Diagnostics,
) -> Option<FormerProvince> {
    let head = head(fields, out);
    let merged_into =
        slug_of(fields, "merged_into", out).and_then(|slug| resolve(&slug, provinces, out));
    let name_kept = fields.flag("name_kept", out).unwrap_or(false);
    let (slug, name) = head?;
    Some(FormerProvince { slug: slug.value, name, merged_into: merged_into?, name_kept })
}

fn alias(
    fields: &Fields<'_>,
    provinces: &Slugs<ProvinceId>,
    formers: &Slugs<FormerId>,
    out: &mut Diagnostics,
) -> Option<Alias> {
    must(fields, "name", out)?;
    let name = fields.plain("name", out)?;
    let means = slug_of(fields, "means", out)?;
    if !provinces.contains_key(&means.value) {
        resolve(&means, formers, out)?;
    }
    Some(Alias { name, means: means.value })
}

fn island(
    fields: &Fields<'_>,
    provinces: &Slugs<ProvinceId>,
    out: &mut Diagnostics,
) -> Option<Island> {
    let name = must(fields, "name", out).and_then(|()| fields.both("name", out));
    let province =
        slug_of(fields, "province", out).and_then(|slug| resolve(&slug, provinces, out));
    let tile = tile(fields, out);
    Some(Island { name: name?, province: province?, tile: tile? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::FileId;
    use crate::parse::front_matter::{DATA_LIMIT, data};

    #[test]
    fn our_own_places_are_clean_and_whole() {
        let mut out = Diagnostics::new();
        let document = data(FileId(0), DEFAULT, DATA_LIMIT, &mut out);
        let regions = regions(&document.root, &mut out);
        assert_eq!(out.iter().collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
        assert_eq!((regions.provinces.len(), regions.formers.len()), (34, 63));
        let parts: usize =
            regions.provinces.iter().map(|province| province.formers.len()).sum();
        assert_eq!(parts, 63);
        let mut tiles: Vec<(u8, u8)> =
            regions.provinces.iter().map(|province| province.tile).collect();
        tiles.extend(regions.islands.iter().map(|island| island.tile));
        tiles.sort_unstable();
        tiles.dedup();
        assert_eq!(tiles.len(), 36);
        assert!(regions.provinces.iter().all(|province| province.region.is_some()));
        for (id, former) in regions.formers_with_ids() {
            let holder = regions.province(former.merged_into).unwrap();
            assert!(holder.formers.contains(&id), "{}", former.slug);
        }
    }
}
