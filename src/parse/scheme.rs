//! `schemes.yaml`: editions, groups, stars, authorities and kinds of the programme.
//!
//! Slugs are resolved here; an entry that names a slug which is not there is
//! reported and passed over.

use super::fields::Fields;
use super::keys::reference::{
    AUTHORITY, CERTIFICATE_KIND, EDITION, GRANTS, GROUP, NOTICE, OLD_GROUP, PRODUCER_KIND,
    PRODUCT_KIND, SCHEME, SUBGROUP, TIER,
};
use super::rating::word_level;
use super::region::{Slugs, head, must, resolve, slug_of};
use super::yaml::Node;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::model::rating::Stars;
use crate::model::scheme::{
    Authority, CertificateKind, Edition, EditionGroup, Group, GroupId, Notice, ProducerKind,
    ProductKind, Scheme, StarTier, Subgroup, SubgroupId,
};

/// The project's own data.
pub(super) const DEFAULT: &str = include_str!("../../content/reference/schemes.yaml");
/// Months of validity where the data say nothing (Decision 148/QĐ-TTg).
const MONTHS: u16 = 36;

/// Reads the scheme from its tree.
pub(super) fn scheme(root: &Node, out: &mut Diagnostics) -> Scheme {
    let fields = Fields::open(root, &SCHEME, root.span, out);
    let months =
        fields.whole("months", out).and_then(|months| u16::try_from(months.value).ok());
    let mut scheme = Scheme { months: months.unwrap_or(MONTHS), ..Scheme::default() };
    groups(&fields, &mut scheme, out);
    scheme.editions =
        items(&fields, "editions", &EDITION, out, |fields, out| edition(fields, &scheme, out));
    scheme.tiers = items(&fields, "stars", &TIER, out, tier);
    scheme.authorities = items(&fields, "authorities", &AUTHORITY, out, authority);
    scheme.producer_kinds =
        items(&fields, "producer_kinds", &PRODUCER_KIND, out, |fields, out| {
            let (slug, name) = head(fields, out)?;
            Some(ProducerKind {
                slug: slug.value,
                name,
                prefixes: fields.plains("prefixes", out),
            })
        });
    scheme.notices = items(&fields, "notices", &NOTICE, out, |fields, out| {
        let slug = slug_of(fields, "slug", out);
        must(fields, "text", out)?;
        Some(Notice { slug: slug?.value, text: fields.both("text", out)? })
    });
    let notices: Slugs<usize> = scheme
        .notices
        .iter()
        .enumerate()
        .map(|(at, notice)| (notice.slug.clone(), at))
        .collect();
    scheme.product_kinds =
        items(&fields, "product_kinds", &PRODUCT_KIND, out, |fields, out| {
            product_kind(fields, &notices, out)
        });
    scheme.certificate_kinds =
        items(&fields, "certificates", &CERTIFICATE_KIND, out, |fields, out| {
            let (slug, name) = head(fields, out)?;
            Some(CertificateKind { slug: slug.value, name })
        });
    scheme
}

/// The entries of a list, each read from its group of keys.
fn items<T>(
    fields: &Fields<'_>,
    name: &str,
    table: &'static super::keys::Table,
    out: &mut Diagnostics,
    mut read: impl FnMut(&Fields<'_>, &mut Diagnostics) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for item in fields.list(name) {
        let fields = Fields::open(item, table, item.span, out);
        found.extend(read(&fields, out));
    }
    found
}

fn groups(fields: &Fields<'_>, scheme: &mut Scheme, out: &mut Diagnostics) {
    for item in fields.list("groups") {
        let fields = Fields::open(item, &GROUP, item.span, out);
        let Some((slug, name)) = head(&fields, out) else { continue };
        let Ok(id) = u16::try_from(scheme.groups.len()).map(GroupId) else { return };
        scheme.groups.push(Group { slug: slug.value, name });
        subgroups(&fields, (id, None), scheme, out);
    }
}

/// Subgroups below a group or below a subgroup, parents first.
fn subgroups(
    fields: &Fields<'_>,
    (group, parent): (GroupId, Option<SubgroupId>),
    scheme: &mut Scheme,
    out: &mut Diagnostics,
) {
    for item in fields.list("subgroups") {
        let fields = Fields::open(item, &SUBGROUP, item.span, out);
        let Some((slug, name)) = head(&fields, out) else { continue };
        let Ok(id) = u16::try_from(scheme.subgroups.len()).map(SubgroupId) else { return };
        let above =
            parent.and_then(|parent| scheme.subgroup(parent)).map(|above| above.path.clone());
        let slug = slug.value;
        let path = above.map_or_else(|| slug.clone(), |above| format!("{above}/{slug}"));
        let verified = fields.flag("verified", out).unwrap_or(false);
        scheme.subgroups.push(Subgroup { slug, path, group, parent, name, verified });
        subgroups(&fields, (group, Some(id)), scheme, out);
    }
}

fn edition(fields: &Fields<'_>, scheme: &Scheme, out: &mut Diagnostics) -> Option<Edition> {
    let slug = slug_of(fields, "slug", out);
    let document = fields.plain("document", out);
    let current = fields.flag("current", out).unwrap_or(false);
    let groups =
        items(fields, "groups", &OLD_GROUP, out, |fields, out| old_group(fields, scheme, out));
    Some(Edition { slug: slug?.value, document, current, groups })
}

fn old_group(
    fields: &Fields<'_>,
    scheme: &Scheme,
    out: &mut Diagnostics,
) -> Option<EditionGroup> {
    let head = head(fields, out);
    must(fields, "becomes", out)?;
    let becomes = fields.line("becomes", out)?;
    let mut known: Slugs<(GroupId, Option<SubgroupId>)> = Slugs::new();
    for (id, group) in scheme.groups_with_ids() {
        known.insert(group.slug.clone(), (id, None));
    }
    for (id, subgroup) in scheme.subgroups_with_ids() {
        let group = scheme.group(subgroup.group)?;
        known.insert(format!("{}/{}", group.slug, subgroup.path), (subgroup.group, Some(id)));
    }
    let (becomes, becomes_subgroup) = resolve(&becomes, &known, out)?;
    let (slug, name) = head?;
    Some(EditionGroup { slug: slug.value, name, becomes, becomes_subgroup })
}

fn tier(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<StarTier> {
    for name in ["stars", "min", "name", "meaning"] {
        must(fields, name, out);
    }
    let stars = fields.stars("stars", out);
    let min = fields.score("min", out);
    let below = fields.score("below", out).map(|score| score.value);
    let name = fields.both("name", out);
    let title = fields.both("title", out);
    let meaning = fields.both("meaning", out).unwrap_or_default();
    let certified = fields.flag("certified", out).unwrap_or(false);
    let (stars, min) = (stars?.value, min?.value);
    Some(StarTier { stars, min, below, name: name?, title, meaning, certified })
}

fn authority(fields: &Fields<'_>, out: &mut Diagnostics) -> Option<Authority> {
    let from = fields.day("from", out);
    let until = fields.day("until", out);
    must(fields, "grants", out)?;
    let levels = fields.map("grants", &GRANTS, out)?;
    let mut grants = Vec::new();
    for (name, count) in [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5)] {
        let level = levels.choice(name, out).and_then(|word| word_level(word.value));
        grants.extend(Stars::new(count).zip(level));
    }
    Some(Authority { from, until, grants })
}

fn product_kind(
    fields: &Fields<'_>,
    notices: &Slugs<usize>,
    out: &mut Diagnostics,
) -> Option<ProductKind> {
    let head = head(fields, out);
    let slug_vi = fields.plain("slug_vi", out);
    let named: Vec<Spanned<String>> = fields.lines("notices", out);
    let known = named.into_iter().filter(|slug| resolve(slug, notices, out).is_some());
    let notices = known.map(|slug| slug.value).collect();
    let (slug, name) = head?;
    let slug_vi = slug_vi.unwrap_or_else(|| slug.value.clone());
    Some(ProductKind { slug: slug.value, slug_vi, name, notices })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostic;
    use crate::diag::span::FileId;
    use crate::model::rating::{Level, Score};
    use crate::parse::front_matter::{DATA_LIMIT, data};
    use crate::text::date::Day;

    fn ours() -> (Scheme, Diagnostics) {
        let mut out = Diagnostics::new();
        let document = data(FileId(0), DEFAULT, DATA_LIMIT, &mut out);
        let scheme = scheme(&document.root, &mut out);
        (scheme, out)
    }

    #[test]
    fn our_own_scheme_is_clean_and_whole() {
        let (scheme, out) = ours();
        assert_eq!(out.iter().collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
        assert_eq!((scheme.groups.len(), scheme.tiers.len(), scheme.months), (6, 5, 36));
        assert_eq!(scheme.edition(scheme.current_edition().unwrap()).unwrap().slug, "2023");
        let old = &scheme.editions[0].groups;
        assert_eq!(old.len(), 6);
        let joined = old.iter().filter(|group| group.becomes == GroupId(3)).count();
        assert_eq!(joined, 2);
        let paths: Vec<&str> = scheme.subgroups.iter().map(|sub| sub.path.as_str()).collect();
        assert!(paths.contains(&"che-bien/tu-gao-ngu-coc"), "{paths:?}");
        let kind =
            scheme.product_kinds.iter().find(|kind| kind.slug == "food-supplement").unwrap();
        assert_eq!(kind.notices, ["food-supplement"]);
    }

    #[test]
    fn our_own_stars_and_authorities_agree_with_the_decisions() {
        let (scheme, _) = ours();
        let stars = |count| Stars::new(count).unwrap();
        for (score, want) in
            [("90", 5), ("89,99", 4), ("70", 4), ("69.5", 3), ("50", 3), ("30", 2), ("0", 1)]
        {
            let tier = scheme.tier_of_score(Score::parse(score).unwrap()).unwrap();
            assert_eq!(tier.stars, stars(want), "{score}");
        }
        for (day, want) in [
            ("2023-02-23", Level::Province),
            ("2023-02-24", Level::District),
            ("2025-07-06", Level::Province),
        ] {
            let day = Day::parse_iso(day).unwrap();
            assert_eq!(scheme.granting_level(stars(3), day), Some(want));
            assert_eq!(scheme.granting_level(stars(5), day), Some(Level::Central));
        }
    }
}
