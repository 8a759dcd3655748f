//! What the search knows of each product, and in which order.
//!
//! [`corpus`] gathers the words to find a product by and the facts to sort and
//! filter by. Facts are small numbers into the [`vocabulary`], so that a column
//! of them compresses well; the order (group, subgroup, first word of the name,
//! validity and stars, place, slug) puts like beside like for the same reason,
//! and the best of a kind into one block of cards. An edit moves a product only
//! when it changes one of these.
//!
//! Never makes bytes: that is `render::search`'s work.

pub mod vocabulary;

use std::cmp::Reverse;

use crate::derive::Site;
use crate::derive::search::vocabulary::{Vocabulary, Words};
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};
use crate::model::rating::{Standing, Stars, Until, Validity};
use crate::text::date::Day;
use crate::text::token::tokens;

/// Everything that the index is made from.
#[derive(Debug, Clone, Default)]
pub struct Corpus<'a> {
    /// Products in the order of the index.
    pub entries: Vec<Entry<'a>>,
    /// What the numbers of their facts mean.
    pub vocabulary: Vocabulary,
}

/// What the search knows of a product. Texts may be empty.
#[derive(Debug, Clone, Default)]
pub struct Entry<'a> {
    /// Handle; of no meaning to the index.
    pub id: Option<ProductId>,
    /// Address part.
    pub slug: &'a str,
    /// Permanent code.
    pub code: &'a str,
    /// Name.
    pub name: &'a str,
    /// Name in English.
    pub english: &'a str,
    /// Who makes it.
    pub producer: &'a str,
    /// Commune of today, as written.
    pub commune: &'a str,
    /// Further words: other names, former district and commune, certificates.
    pub others: Vec<&'a str>,
    /// Summary and stories, as Markdown.
    pub stories: Vec<&'a str>,
    /// Index into [`Vocabulary::places`].
    pub place: u16,
    /// Index into [`Vocabulary::goods`].
    pub goods: u16,
    /// Index into [`Vocabulary::makers`]: legal form of the producer.
    pub maker: u16,
    /// Index into [`Vocabulary::certificate_sets`].
    pub certificates: u16,
    /// Stars and their state.
    pub tier: Tier,
    /// Year of the decision that counts.
    pub year: Option<i16>,
    /// Day of that decision, as early as its precision allows.
    pub decided: Option<Day>,
    /// Last day of validity, where it is known.
    pub until: Option<Day>,
    /// Lowest price in đồng.
    pub price: Option<u64>,
    /// Whether dearer packs exist.
    pub is_price_from: bool,
    /// Whether it is for adults only.
    pub is_for_adults: bool,
    /// The pack of that price.
    pub pack: &'a str,
    /// Path of its picture, where it is not the woven cover; `render` fills it.
    pub cover: String,
}

/// Stars with the state of their validity, as one small number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tier(pub u8);

/// States in the order of their numbers, as pages and client name them.
pub const STATES: [&str; 7] =
    ["valid", "expiring", "unsure", "undated", "lapsed", "withdrawn", "none"];

impl Tier {
    /// Numbers of stars, none included.
    pub const STARS: u8 = 6;

    /// The tier of a standing.
    pub fn of(standing: &Standing) -> Self {
        let state = match standing.validity {
            Validity::Valid => 0,
            Validity::Expiring => 1,
            Validity::Unsure => 2,
            Validity::Undated => 3,
            Validity::Lapsed => 4,
            Validity::Withdrawn => 5,
            Validity::Unrated => 6,
        };
        Self::new(state, standing.stars.map_or(0, Stars::count))
    }

    /// State by its place in [`STATES`], and stars, 0-5.
    pub fn new(state: u8, stars: u8) -> Self {
        Self(state.saturating_mul(Self::STARS).saturating_add(stars.min(Self::STARS - 1)))
    }

    /// Place among equals: valid before undated before lapsed, then by stars; more is better.
    pub fn rank(self) -> u8 {
        let class = match self.0 / Self::STARS {
            0..=2 => 2,
            3 => 1,
            _ => 0,
        };
        class * Self::STARS + self.0 % Self::STARS
    }
}

/// Gathers what the search knows of the shown products.
pub fn corpus<'a>(catalogue: &'a Catalogue, site: &Site) -> Corpus<'a> {
    let mut words = Words::of(catalogue);
    let entries = site.shown.iter().filter_map(|&id| entry(catalogue, site, &mut words, id));
    let mut entries: Vec<Entry<'a>> = entries.collect();
    let vocabulary = words.finish(&mut entries);
    Corpus::sorted(entries, vocabulary)
}

impl<'a> Corpus<'a> {
    /// Puts the entries into the order of the index.
    pub fn sorted(mut entries: Vec<Entry<'a>>, vocabulary: Vocabulary) -> Self {
        entries.sort_by_cached_key(|entry| {
            let first = tokens(entry.name).next().map(|token| token.folded);
            (entry.goods, first, Reverse(entry.tier.rank()), entry.place, entry.slug)
        });
        Self { entries, vocabulary }
    }
}

fn entry<'a>(
    catalogue: &'a Catalogue,
    site: &Site,
    words: &mut Words,
    id: ProductId,
) -> Option<Entry<'a>> {
    let product = catalogue.product(id)?;
    let standing = site.standing(id);
    let producer = product.producer.and_then(|id| catalogue.producer(id));
    let decided = standing.rating.and_then(|index| product.ratings.get(index)?.start());
    let (price, pack, is_price_from) = price(product);
    Some(Entry {
        id: Some(id),
        slug: &product.slug,
        code: product.code.as_ref().map_or("", |code| code.as_str()),
        name: &product.name.value,
        english: product.english.name.as_deref().unwrap_or_default(),
        producer: producer.map_or("", |producer| &producer.name.value),
        commune: product.place.commune.as_ref().map_or("", |commune| &commune.value),
        others: others(catalogue, product),
        stories: stories(product),
        place: words.place(product.place.province.value, catalogue.former_of(product)),
        goods: words.goods(product.group.value, product.subgroup.as_ref().map(|it| it.value)),
        maker: words.maker(product.producer.and_then(|id| site.form(id))),
        certificates: words.certificates(
            product.certificates.iter().map(|certificate| certificate.kind.value),
        ),
        tier: Tier::of(&standing),
        year: decided.map(crate::text::date::PartialDate::year),
        decided: decided.map(crate::text::date::PartialDate::first),
        until: standing.until.and_then(known),
        price,
        is_price_from,
        is_for_adults: false,
        pack,
        cover: String::new(),
    })
}

/// The last day of validity where it is known; a month or a year is no day.
fn known(until: Until) -> Option<Day> {
    until.is_exact().then_some(until.latest)
}

fn price(product: &Product) -> (Option<u64>, &str, bool) {
    let priced =
        product.packs.iter().filter_map(|pack| Some((pack.price.as_ref()?.value.0, pack)));
    let Some((price, pack)) = priced.clone().min_by_key(|(price, _)| *price) else {
        return (None, "", false);
    };
    let net = pack.net.as_ref().map(|net| net.value.text.as_str());
    let dearer = priced.into_iter().any(|(other, _)| other != price);
    (Some(price), net.or(pack.name.as_deref()).unwrap_or_default(), dearer)
}

/// Words that no card shows but people search by.
fn others<'a>(catalogue: &'a Catalogue, product: &'a Product) -> Vec<&'a str> {
    let former = &product.place.former;
    let places = [&former.district, &former.commune].into_iter().flatten();
    let mut others: Vec<&str> = places.map(|place| place.value.as_str()).collect();
    others.extend(product.place.hamlet.as_deref());
    others.extend(product.aka.iter().chain(&product.tags).map(String::as_str));
    let producer = product.producer.and_then(|id| catalogue.producer(id));
    if let Some(producer) = producer {
        let names = [&producer.former_name, &producer.english_name].into_iter().flatten();
        others.extend(names.map(String::as_str));
    }
    let certificates = product.certificates.iter();
    let kinds = certificates.filter_map(|it| catalogue.scheme.certificate_kind(it.kind.value));
    others.extend(kinds.map(|kind| kind.name.vi.as_str()));
    others
}

fn stories(product: &Product) -> Vec<&str> {
    let summary = product.summary.as_ref().map(|summary| summary.value.as_str());
    let summaries = summary.into_iter().chain(product.english.summary.as_deref());
    let stories = [&product.story, &product.english_story].into_iter().flatten();
    summaries.chain(stories.map(|story| &*story.markdown)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_comes_before_lapsed_and_more_stars_before_fewer() {
        let valid = |stars| Tier::new(0, stars).rank();
        let lapsed = |stars| Tier::new(4, stars).rank();
        assert!(valid(5) > valid(3) && valid(3) > lapsed(5) && lapsed(5) > lapsed(4));
        assert!(Tier::new(3, 4).rank() > lapsed(5), "without a date before lapsed");
        assert_eq!(Tier::new(1, 4).rank(), valid(4), "an ending one is valid still");
    }

    #[test]
    fn a_vague_end_is_no_day() {
        let day = |day| Day::new(2027, 3, day).unwrap();
        assert_eq!(known(Until { earliest: day(9), latest: day(9) }), Some(day(9)));
        assert_eq!(known(Until { earliest: day(1), latest: day(31) }), None);
    }

    #[test]
    fn the_order_puts_like_beside_like_and_the_best_first() {
        let entry = |slug, name, stars| Entry {
            slug,
            name,
            tier: Tier::new(0, stars),
            ..Entry::default()
        };
        let entries = vec![
            entry("tra", "Trà sen", 5),
            entry("che-b", "Chè xanh", 3),
            entry("che-a", "Chè Shan", 3),
            entry("che-c", "Chẻ tre", 4),
        ];
        let corpus = Corpus::sorted(entries, Vocabulary::default());
        let slugs: Vec<&str> = corpus.entries.iter().map(|entry| entry.slug).collect();
        assert_eq!(slugs, ["che-c", "che-a", "che-b", "tra"]);
    }
}
