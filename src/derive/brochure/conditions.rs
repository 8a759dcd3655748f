//! The conditions of a choice, each with the words that tell of it.
//!
//! Only those that are set; pure questions about one product.

use crate::derive::brochure::{Supply, at_fair};
use crate::derive::listing::standing_of;
use crate::model::brochure::Choice;
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};
use crate::model::scheme::SubgroupId;
use crate::text::fold::match_key;
use crate::text::lang::Text;

pub(super) type Keep<'a> = Box<dyn Fn(ProductId, &Product) -> bool + 'a>;

/// The conditions that are set, each with its words.
pub(super) fn conditions<'a>(
    supply: &'a Supply<'a>,
    choice: &'a Choice,
) -> Vec<(Text, Keep<'a>)> {
    let mut all = of_place_and_group(supply, choice);
    all.extend(of_maker(supply, choice));
    all.extend(of_fair_and_stars(supply, choice));
    all
}

/// Province, commune, group, subgroup.
fn of_place_and_group<'a>(supply: &'a Supply<'a>, choice: &'a Choice) -> Vec<(Text, Keep<'a>)> {
    let mut all: Vec<(Text, Keep<'a>)> = Vec::new();
    let mut add = |is_set: bool, vi: &str, en: &str, keep: Keep<'a>| {
        if is_set {
            all.push((Text::new(vi, en), keep));
        }
    };
    let catalogue = supply.catalogue;
    add(
        !choice.provinces.is_empty() || !choice.formers.is_empty(),
        "đúng tỉnh",
        "of the province",
        Box::new(|_, product| {
            choice.provinces.contains(&product.place.province.value)
                || catalogue.former_of(product).is_some_and(|id| choice.formers.contains(&id))
        }),
    );
    add(
        !choice.communes.is_empty(),
        "đúng xã",
        "of the commune",
        Box::new(|_, product| {
            let commune = product.place.commune.as_ref();
            commune.is_some_and(|name| choice.communes.contains(&match_key(&name.value)))
        }),
    );
    add(
        !choice.groups.is_empty(),
        "đúng nhóm",
        "of the group",
        Box::new(|_, product| choice.groups.contains(&product.group.value)),
    );
    add(
        !choice.subgroups.is_empty(),
        "đúng phân nhóm",
        "of the subgroup",
        Box::new(|_, product| {
            let own = product.subgroup.as_ref().map(|id| id.value);
            is_below(catalogue, own, &choice.subgroups)
        }),
    );
    all
}

/// Legal form, producer, certificates, tags.
fn of_maker<'a>(supply: &'a Supply<'a>, choice: &'a Choice) -> Vec<(Text, Keep<'a>)> {
    let mut all: Vec<(Text, Keep<'a>)> = Vec::new();
    let mut add = |is_set: bool, vi: &str, en: &str, keep: Keep<'a>| {
        if is_set {
            all.push((Text::new(vi, en), keep));
        }
    };
    add(
        !choice.forms.is_empty(),
        "đúng loại chủ thể",
        "of the legal form",
        Box::new(|_, product| {
            let index = product.producer.and_then(|id| usize::try_from(id.0).ok());
            let form = index.and_then(|index| supply.forms.get(index).copied().flatten());
            form.is_some_and(|form| choice.forms.contains(&form))
        }),
    );
    add(
        !choice.producers.is_empty(),
        "đúng chủ thể",
        "of the producer",
        Box::new(|_, product| {
            product.producer.is_some_and(|id| choice.producers.contains(&id))
        }),
    );
    add(
        !choice.certificates.is_empty(),
        "có chứng nhận còn hạn",
        "with the certificate in force",
        Box::new(|_, product| {
            product.certificates.iter().any(|it| {
                choice.certificates.contains(&it.kind.value)
                    && it.expires.as_ref().is_none_or(|day| day.value.last() >= supply.today)
            })
        }),
    );
    add(
        !choice.tags.is_empty(),
        "có nhãn",
        "with the tag",
        Box::new(|_, product| {
            product.tags.iter().any(|it| choice.tags.contains(&match_key(it)))
        }),
    );
    all
}

/// Booths, stars, validity.
fn of_fair_and_stars<'a>(supply: &'a Supply<'a>, choice: &'a Choice) -> Vec<(Text, Keep<'a>)> {
    let mut all: Vec<(Text, Keep<'a>)> = Vec::new();
    let mut add = |is_set: bool, vi: &str, en: &str, keep: Keep<'a>| {
        if is_set {
            all.push((Text::new(vi, en), keep));
        }
    };
    let at_fair = at_fair(supply, choice);
    add(
        choice.fair.is_some(),
        "có gian ở hội chợ",
        "with a booth at the fair",
        Box::new(move |id, _| at_fair.contains_key(&id)),
    );
    add(
        choice.stars.is_some(),
        "đúng số sao",
        "of so many stars",
        Box::new(|id, _| {
            let own = standing_of(supply.standings, id).stars;
            choice
                .stars
                .zip(own)
                .is_some_and(|((least, most), own)| least <= own && own <= most)
        }),
    );
    add(
        !choice.validity.is_empty(),
        "đúng tình trạng hiệu lực",
        "in the state of validity",
        Box::new(|id, _| {
            choice.validity.contains(&standing_of(supply.standings, id).validity.slug())
        }),
    );
    all
}

fn is_below(catalogue: &Catalogue, own: Option<SubgroupId>, wanted: &[SubgroupId]) -> bool {
    let above = |id: SubgroupId| catalogue.scheme.subgroup(id).and_then(|it| it.parent);
    std::iter::successors(own, |id| above(*id)).any(|id| wanted.contains(&id))
}
