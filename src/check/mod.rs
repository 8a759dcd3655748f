//! Checks: what an editor should put right in a catalogue that could be read.
//!
//! Every rule stands in a file of its own under [`rules`], with its [`Code`],
//! its words in both languages and its tests; [`RULES`] is the one list of
//! them. A rule looks at one thing of a [`Scope`] and pushes findings. Dossiers
//! that are hidden or removed are left alone, and what a draft still lacks is
//! not reported before it is handed in for review.
//!
//! Cost: one pass over the catalogue for each rule. Never changes the
//! catalogue, never reads the clock: the day is given.

pub mod rules;
mod titles;
mod words;

#[cfg(test)]
mod fixture;

use crate::diag::Code;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Span;
use crate::model::catalogue::Catalogue;
use crate::model::photo::Photo;
use crate::model::place::Place;
use crate::model::producer::Producer;
use crate::model::product::{Product, State};
use crate::model::rating::{self, Rating, Until, Validity};
use crate::model::story::Story;
use crate::source::Tree;
use crate::text::date::Day;

/// What every rule may look at besides the thing it checks.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Everything that was read.
    pub catalogue: &'a Catalogue,
    /// The files, for the names of photos.
    pub tree: &'a Tree,
    /// The day for which the site is made.
    pub today: Day,
}

/// What a rule looks at, one after the other.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// The catalogue as a whole.
    Whole(fn(&Context<'_>, &mut Diagnostics)),
    /// Each product, drafts included.
    Product(fn(&Context<'_>, &Product, &mut Diagnostics)),
    /// Each product that is handed in: what it lacks.
    Want(fn(&Context<'_>, &Product, &mut Diagnostics)),
    /// Each rating of a product.
    Rating(fn(&Context<'_>, &Rating, &mut Diagnostics)),
    /// Each producer.
    Producer(fn(&Context<'_>, &Producer, &mut Diagnostics)),
    /// Each place of a product or producer.
    Place(fn(&Context<'_>, &Place, &mut Diagnostics)),
    /// Each photo of a product or producer.
    Photo(fn(&Context<'_>, &Photo, &mut Diagnostics)),
    /// Each story of a product or producer and each page, in either language.
    Story(fn(&Context<'_>, &Story, &mut Diagnostics)),
}

/// A rule: its code and what it looks at.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The only code that it reports.
    pub code: &'static Code,
    /// The function, with what it is given.
    pub scope: Scope,
}

macro_rules! rules {
    ($($scope:ident $name:ident,)*) => {
        /// Every rule, in the order in which they are documented.
        pub const RULES: &[Rule] = &[
            $(Rule { code: &rules::$name::CODE, scope: Scope::$scope(rules::$name::check) },)*
        ];

        /// The codes of [`RULES`].
        pub const CODES: &[&Code] = &[$(&rules::$name::CODE,)*];
    };
}

rules! {
    Rating score_stars_mismatch,
    Rating level_mismatch,
    Rating rating_in_future,
    Rating rating_without_stars,
    Rating stars_uncertified,
    Rating put_forward_not_five,
    Rating withdrawal_undated,
    Rating decision_format,
    Product rating_lapsed,
    Product rating_expiring,
    Product rating_undated,
    Product rating_order,
    Product upgrade_without_more_stars,
    Product name_too_long,
    Product summary_too_long,
    Product price_undated,
    Product price_odd,
    Product gtin_check_digit,
    Product certificate_lapsed,
    Product product_kind_mismatch,
    Product cure_words,
    Product superlative,
    Product edition_unverified,
    Want summary_missing,
    Want story_missing,
    Want photo_missing,
    Want contact_missing,
    Want source_missing,
    Want product_kind_missing,
    Want former_missing,
    Place former_province_mismatch,
    Place commune_title_missing,
    Photo alt_missing,
    Product alt_english_missing,
    Photo alt_is_file_name,
    Photo consent_missing,
    Photo photo_small,
    Photo photo_heavy,
    Photo photo_ending,
    Photo photo_has_place,
    Story heading_level,
    Producer producer_kind_mismatch,
    Whole producer_duplicate,
    Whole producer_unused,
    Whole commune_near_duplicate,
    Whole base_url_missing,
    Whole code_missing,
}

/// Runs every rule over the catalogue as of `today`; findings come sorted.
pub fn run(catalogue: &Catalogue, tree: &Tree, today: Day) -> Diagnostics {
    let context = Context { catalogue, tree, today };
    let mut out = Diagnostics::new();
    for rule in RULES {
        run_rule(rule.scope, &context, &mut out);
    }
    out.finish();
    out
}

/// Runs the rules about single products over one of them.
pub fn run_one(
    (catalogue, tree): (&Catalogue, &Tree),
    today: Day,
    product: &Product,
) -> Diagnostics {
    let context = Context { catalogue, tree, today };
    let mut out = Diagnostics::new();
    if !is_alive(product.state) {
        return out;
    }
    for rule in RULES {
        match rule.scope {
            Scope::Product(check) => check(&context, product, &mut out),
            Scope::Want(check) if product.state != State::Draft => {
                check(&context, product, &mut out);
            }
            Scope::Rating(check) => {
                product.ratings.iter().for_each(|rating| check(&context, rating, &mut out));
            }
            Scope::Place(check) => check(&context, &product.place, &mut out),
            Scope::Photo(check) => {
                product.photos.iter().for_each(|photo| check(&context, photo, &mut out));
            }
            Scope::Story(check) => {
                let stories = [&product.story, &product.english_story].into_iter().flatten();
                stories.for_each(|story| check(&context, story, &mut out));
            }
            Scope::Whole(_) | Scope::Want(_) | Scope::Producer(_) => {}
        }
    }
    out.finish();
    out
}

fn run_rule(scope: Scope, context: &Context<'_>, out: &mut Diagnostics) {
    match scope {
        Scope::Whole(check) => check(context, out),
        Scope::Product(check) => context.products().for_each(|it| check(context, it, out)),
        Scope::Want(check) => {
            let handed_in = context.products().filter(|product| product.state != State::Draft);
            handed_in.for_each(|product| check(context, product, out));
        }
        Scope::Rating(check) => {
            let ratings = context.products().flat_map(|product| &product.ratings);
            ratings.for_each(|rating| check(context, rating, out));
        }
        Scope::Producer(check) => context.producers().for_each(|it| check(context, it, out)),
        Scope::Place(check) => {
            let makers = context.producers().filter_map(|producer| producer.place.as_ref());
            let places = context.products().map(|product| &product.place).chain(makers);
            places.for_each(|place| check(context, place, out));
        }
        Scope::Photo(check) => {
            let makers = context.producers().flat_map(|producer| &producer.photos);
            let photos = context.products().flat_map(|product| &product.photos).chain(makers);
            photos.for_each(|photo| check(context, photo, out));
        }
        Scope::Story(check) => context.stories().for_each(|story| check(context, story, out)),
    }
}

impl<'a> Context<'a> {
    /// Products that are shown or on their way to it.
    pub fn products(&self) -> impl Iterator<Item = &'a Product> + use<'a> {
        let products = self.catalogue.products.iter();
        products.filter(|product| is_alive(product.state))
    }

    /// Producers that are shown or on their way to it.
    pub fn producers(&self) -> impl Iterator<Item = &'a Producer> + use<'a> {
        let producers = self.catalogue.producers.iter();
        producers.filter(|producer| is_alive(producer.state))
    }

    /// The rating by which a product stands today, where that is in this state
    /// and ends some day.
    fn ending(&self, product: &Product, state: Validity) -> Option<Ending> {
        let days = self.catalogue.settings.expiring_days;
        let standing = rating::standing(&product.ratings, self.today, days);
        let rating = product.ratings.get(standing.rating?)?;
        let date = rating.from.as_ref().or(rating.decided.as_ref());
        let span = date.map_or(rating.span, |date| date.span);
        let ending = Ending { stars: standing.stars?.count(), until: standing.until?, span };
        (standing.validity == state).then_some(ending)
    }

    fn stories(&self) -> impl Iterator<Item = &'a Story> + use<'a> {
        let products = self.products().flat_map(|it| [&it.story, &it.english_story]);
        let producers = self.producers().flat_map(|it| [&it.story, &it.english_story]);
        let bodies = self
            .catalogue
            .pages
            .iter()
            .flat_map(|page| std::iter::once(&page.body).chain(&page.english_body));
        products.chain(producers).flatten().chain(bodies)
    }
}

/// A rating with its end.
struct Ending {
    stars: u8,
    until: Until,
    /// Where its date stands.
    span: Span,
}

fn is_alive(state: State) -> bool {
    matches!(state, State::Draft | State::Review | State::Published)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_named_once_titled_and_explained_in_both_languages() {
        let mut names: Vec<_> = CODES.iter().map(|code| code.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
        for code in CODES {
            let texts = [code.title.0, code.title.1, code.explain.0, code.explain.1];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", code.name);
            assert!(!code.title.0.ends_with('.') && !code.title.1.ends_with('.'));
        }
    }

    #[test]
    fn the_good_catalogue_of_the_tests_has_no_findings() {
        fixture::check_catalogue(|_| {}, &[]);
    }

    #[test]
    fn hidden_and_removed_dossiers_are_left_alone() {
        for state in [State::Hidden, State::Removed] {
            let spoil = |product: &mut Product| {
                product.state = state;
                product.summary = None;
                product.ratings.clear();
            };
            fixture::check(spoil, &[]);
        }
    }

    #[test]
    fn drafts_may_lack_things() {
        let spoil = |product: &mut Product| {
            product.state = State::Draft;
            product.summary = None;
            product.story = None;
            product.sources.clear();
            product.photos.clear();
        };
        fixture::check(spoil, &[]);
    }
}
