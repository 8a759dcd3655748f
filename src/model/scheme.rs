//! Scheme: editions of the programme with groups, subgroups, stars, authorities
//! and kinds. All of it is data (`content/reference/schemes.yaml`), never code.

use crate::model::rating::{Level, Score, Stars};
use crate::text::date::Day;
use crate::text::fold;
use crate::text::lang::Text;

/// Handle of an [`Edition`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionId(pub u16);

/// Handle of a [`Group`] of the current edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupId(pub u16);

/// Handle of a [`Subgroup`] of the current edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SubgroupId(pub u16);

/// Handle of a [`ProducerKind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProducerKindId(pub u16);

/// Handle of a [`ProductKind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProductKindId(pub u16);

/// Handle of a [`CertificateKind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CertificateKindId(pub u16);

/// The programme's rules as data.
#[derive(Debug, Clone, Default)]
pub struct Scheme {
    /// Editions, oldest first.
    pub editions: Vec<Edition>,
    /// Groups of the current edition, in its order.
    pub groups: Vec<Group>,
    /// Subgroups of the current edition, parents before children.
    pub subgroups: Vec<Subgroup>,
    /// Star tiers, five first.
    pub tiers: Vec<StarTier>,
    /// Who may grant what, by date of decision, oldest first.
    pub authorities: Vec<Authority>,
    /// Months a certificate runs unless a rating says otherwise.
    pub months: u16,
    /// Forms of producers.
    pub producer_kinds: Vec<ProducerKind>,
    /// Sorts of product before the law.
    pub product_kinds: Vec<ProductKind>,
    /// Certificates beside the rating.
    pub certificate_kinds: Vec<CertificateKind>,
    /// Notices that the law asks for.
    pub notices: Vec<Notice>,
}

/// One edition of the scheme.
#[derive(Debug, Clone)]
pub struct Edition {
    /// "2018", "2023".
    pub slug: String,
    /// Number of the decision that set it.
    pub document: Option<String>,
    /// Whether new dossiers use it.
    pub current: bool,
    /// Its groups, with what became of each.
    pub groups: Vec<EditionGroup>,
}

/// A group as an edition knew it.
#[derive(Debug, Clone)]
pub struct EditionGroup {
    /// Slug within the edition.
    pub slug: String,
    /// Name in that edition.
    pub name: Text,
    /// Group of the current edition.
    pub becomes: GroupId,
    /// Subgroup of the current edition, where the old group was narrower.
    pub becomes_subgroup: Option<SubgroupId>,
}

/// Product group of the current edition.
#[derive(Debug, Clone)]
pub struct Group {
    /// Address part, stable.
    pub slug: String,
    /// Name.
    pub name: Text,
}

/// Subgroup of the current edition; subgroups nest once.
#[derive(Debug, Clone)]
pub struct Subgroup {
    /// Last part of its path.
    pub slug: String,
    /// Path below the group, "che-bien/tu-gao-ngu-coc".
    pub path: String,
    /// Its group.
    pub group: GroupId,
    /// The subgroup above it.
    pub parent: Option<SubgroupId>,
    /// Name.
    pub name: Text,
    /// Whether the name was read in a source.
    pub verified: bool,
}

/// A tier of stars with its half-open range of scores.
#[derive(Debug, Clone)]
pub struct StarTier {
    /// One to five.
    pub stars: Stars,
    /// Least score of the tier.
    pub min: Score,
    /// First score above it; `None` at the top.
    pub below: Option<Score>,
    /// "Hạng 5 sao".
    pub name: Text,
    /// "Sản phẩm OCOP cấp quốc gia", where it has a title.
    pub title: Option<Text>,
    /// What the tier says of a product.
    pub meaning: Text,
    /// Whether a certificate is granted (three stars and more).
    pub certified: bool,
}

/// Who grants which stars within a span of decision dates.
#[derive(Debug, Clone)]
pub struct Authority {
    /// First day, `None` from the beginning.
    pub from: Option<Day>,
    /// Last day, `None` until today.
    pub until: Option<Day>,
    /// Level for each number of stars.
    pub grants: Vec<(Stars, Level)>,
}

/// Legal form of a producer.
#[derive(Debug, Clone)]
pub struct ProducerKind {
    /// "hop-tac-xa".
    pub slug: String,
    /// Name.
    pub name: Text,
    /// First words that tell it ("HTX", "Hợp tác xã").
    pub prefixes: Vec<String>,
}

/// Sort of product before the law.
#[derive(Debug, Clone)]
pub struct ProductKind {
    /// "food-supplement".
    pub slug: String,
    /// The Vietnamese slug that means the same.
    pub slug_vi: String,
    /// Name.
    pub name: Text,
    /// Slugs of notices that must stand by it.
    pub notices: Vec<String>,
}

/// Sort of certificate.
#[derive(Debug, Clone)]
pub struct CertificateKind {
    /// "vietgap".
    pub slug: String,
    /// Name.
    pub name: Text,
}

/// Text that the law wants beside a product.
#[derive(Debug, Clone)]
pub struct Notice {
    /// "food-supplement".
    pub slug: String,
    /// The words.
    pub text: Text,
}

impl Scheme {
    /// The edition for new dossiers: the one marked current, else the last.
    pub fn current_edition(&self) -> Option<EditionId> {
        let marked = self.editions.iter().position(|edition| edition.current);
        let index = marked.or_else(|| self.editions.len().checked_sub(1))?;
        u16::try_from(index).ok().map(EditionId)
    }

    /// The edition behind a handle.
    pub fn edition(&self, id: EditionId) -> Option<&Edition> {
        self.editions.get(usize::from(id.0))
    }

    /// The group behind a handle.
    pub fn group(&self, id: GroupId) -> Option<&Group> {
        self.groups.get(usize::from(id.0))
    }

    /// The subgroup behind a handle.
    pub fn subgroup(&self, id: SubgroupId) -> Option<&Subgroup> {
        self.subgroups.get(usize::from(id.0))
    }

    /// All groups with their handles, in the edition's order.
    pub fn groups_with_ids(&self) -> impl Iterator<Item = (GroupId, &Group)> {
        (0u16..).map(GroupId).zip(&self.groups)
    }

    /// All subgroups with their handles, parents first.
    pub fn subgroups_with_ids(&self) -> impl Iterator<Item = (SubgroupId, &Subgroup)> {
        (0u16..).map(SubgroupId).zip(&self.subgroups)
    }

    /// Tiers for which a certificate is granted, five stars first.
    pub fn certified_tiers(&self) -> impl Iterator<Item = &StarTier> {
        self.tiers.iter().filter(|tier| tier.certified)
    }

    /// The tier of so many stars.
    pub fn tier(&self, stars: Stars) -> Option<&StarTier> {
        self.tiers.iter().find(|tier| tier.stars == stars)
    }

    /// The tier into which a score falls.
    pub fn tier_of_score(&self, score: Score) -> Option<&StarTier> {
        self.tiers
            .iter()
            .find(|tier| tier.min <= score && tier.below.is_none_or(|below| score < below))
    }

    /// Level that could grant `stars` on `day`; `None` where the data says nothing.
    pub fn granting_level(&self, stars: Stars, day: Day) -> Option<Level> {
        let regime = self.authorities.iter().find(|authority| {
            authority.from.is_none_or(|from| from <= day)
                && authority.until.is_none_or(|until| day <= until)
        })?;
        regime.grants.iter().find(|(granted, _)| *granted == stars).map(|(_, level)| *level)
    }

    /// The form that a name's first words tell, the longest prefix winning.
    ///
    /// "HTX Nông nghiệp Suối Ngọc" is a cooperative; a bare personal name is `None`.
    pub fn kind_of_name(&self, name: &str) -> Option<ProducerKindId> {
        let name = fold::nfc(name.trim()).to_lowercase();
        let mut best: Option<(usize, ProducerKindId)> = None;
        for (id, kind) in (0u16..).map(ProducerKindId).zip(&self.producer_kinds) {
            for prefix in &kind.prefixes {
                let told = begins_with_words(&name, prefix);
                if told && best.is_none_or(|(length, _)| prefix.len() > length) {
                    best = Some((prefix.len(), id));
                }
            }
        }
        best.map(|(_, id)| id)
    }

    /// The form behind a handle.
    pub fn producer_kind(&self, id: ProducerKindId) -> Option<&ProducerKind> {
        self.producer_kinds.get(usize::from(id.0))
    }

    /// The sort of product behind a handle.
    pub fn product_kind(&self, id: ProductKindId) -> Option<&ProductKind> {
        self.product_kinds.get(usize::from(id.0))
    }

    /// The certificate behind a handle.
    pub fn certificate_kind(&self, id: CertificateKindId) -> Option<&CertificateKind> {
        self.certificate_kinds.get(usize::from(id.0))
    }

    /// The notice of that slug.
    pub fn notice(&self, slug: &str) -> Option<&Notice> {
        self.notices.iter().find(|notice| notice.slug == slug)
    }
}

/// Whether `name`, in small letters, begins with the words of `prefix`, which may
/// have lost their marks. A single word must keep them: "Hồ Thị Lan" is a person,
/// not a "Hộ".
fn begins_with_words(name: &str, prefix: &str) -> bool {
    let begins = |prefix: &str| {
        name.strip_prefix(prefix)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', ',', '-']))
    };
    let bare = fold::fold(prefix);
    begins(&fold::nfc(prefix).to_lowercase()) || (bare.contains(' ') && begins(&bare))
}

#[cfg(test)]
mod tests;
