//! What changed of late: recognised, raised, renewed, taken back, ended.
//!
//! Told from the dates of the ratings against the day of the site, so a reader
//! of the page `/moi/` sees what happened without anybody keeping a list. A
//! product stands here once: by the rating that counts, or by how it ended. Of
//! ratings that count the newest are told however old they are, for a page of
//! news is never to be empty; ends are told for a year.
//!
//! What dates do not tell (a producer who moved, a fact that was mended) is for
//! `dacsan diff`, which compares two states in git. Never asks for the clock.

use std::cmp::Reverse;

use crate::derive::listing::{news_day, standing_of};
use crate::model::catalogue::Catalogue;
use crate::model::product::{Product, ProductId};
use crate::model::rating::{Event, Standing, Validity};
use crate::text::date::Day;

/// How many products with valid ratings, and how many with ended ones, the page tells of.
pub const NEWS_MAX: usize = 48;

/// Days for which it is told that a rating ended.
const ENDS_DAYS: i32 = 365;

/// What happened, in the order in which the page tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// Recognised for the first time.
    First,
    /// More stars than before.
    Raised,
    /// Recognised again.
    Renewed,
    /// Certificate taken back.
    Withdrawn,
    /// The validity ran out.
    Lapsed,
}

impl Happened {
    /// Word of it in anchors, ids and the keys of the theme's words.
    pub fn slug(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Raised => "raised",
            Self::Renewed => "renewed",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }
}

/// One product of which there is something to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// What happened.
    pub what: Happened,
    /// When: the first possible day where the date is vague, for an end the first day without.
    pub day: Day,
    /// To which product.
    pub product: ProductId,
}

/// Everything that is to be told, by what happened, the newest first.
pub fn news(
    catalogue: &Catalogue,
    standings: &[Standing],
    shown: &[ProductId],
    today: Day,
) -> Vec<News> {
    let of = |id: &ProductId| Some((*id, catalogue.product(*id)?, standing_of(standings, *id)));
    let all = || shown.iter().filter_map(of);
    let granted = all().filter_map(|(id, product, standing)| granted(id, product, &standing));
    let ended = all().filter_map(|(id, product, standing)| ended(id, product, &standing));
    let since = today.plus_days(ENDS_DAYS.saturating_neg());
    let ended = ended.filter(|news| news.day > since && news.day <= today);
    let mut told = newest(granted.collect());
    told.extend(newest(ended.collect()));
    told.sort_by_key(|news| (news.what, Reverse(news.day)));
    told
}

fn newest(mut all: Vec<News>) -> Vec<News> {
    all.sort_by_key(|news| Reverse(news.day));
    all.truncate(NEWS_MAX);
    all
}

fn granted(product: ProductId, dossier: &Product, standing: &Standing) -> Option<News> {
    let day = news_day(dossier, standing)?;
    let what = match dossier.ratings.get(standing.rating?)?.event {
        Event::Upgrade => Happened::Raised,
        Event::Renewal => Happened::Renewed,
        Event::First | Event::PutForward | Event::Refused | Event::Withdrawn => Happened::First,
    };
    Some(News { what, day, product })
}

/// Ends on a day that is known exactly, or at least to the month.
fn ended(product: ProductId, dossier: &Product, standing: &Standing) -> Option<News> {
    let (what, day) = match standing.validity {
        Validity::Lapsed => (Happened::Lapsed, standing.until?.latest.plus_days(1)),
        Validity::Withdrawn => {
            let mut taken = dossier.ratings.iter().rev();
            let taken = taken.find(|rating| rating.event == Event::Withdrawn)?;
            (Happened::Withdrawn, taken.decided.as_ref()?.value.first())
        }
        _ => return None,
    };
    Some(News { what, day, product })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::sink::Diagnostics;
    use crate::model::rating;
    use crate::parse;
    use crate::source::Tree;

    /// Slug, what is told of it, and the day.
    fn told(dossiers: &[(&str, &str)]) -> Vec<(String, &'static str, String)> {
        let files: Vec<(String, String)> = (dossiers.iter())
            .map(|(slug, ratings)| {
                let text = format!(
                    "name: {slug}\ngroup: thuc-pham\nprovince: Hà Nội\nproducer: {{name: HTX A}}\n\
                     ratings: [{ratings}]\n"
                );
                (format!("content/products/{slug}.yaml"), text)
            })
            .collect();
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
        let catalogue = parse::catalogue(&Tree::from_memory(&files), &mut Diagnostics::new());
        let today = Day::new(2026, 11, 23).unwrap();
        let standings: Vec<Standing> = (catalogue.products.iter())
            .map(|product| rating::standing(&product.ratings, today, 90))
            .collect();
        let shown: Vec<ProductId> = catalogue.products_with_ids().map(|(id, _)| id).collect();
        let all = news(&catalogue, &standings, &shown, today).into_iter();
        let line = |news: News| {
            let slug = catalogue.product(news.product).unwrap().slug.clone();
            (slug, news.what.slug(), news.day.iso())
        };
        all.map(line).collect()
    }

    #[test]
    fn each_product_is_told_once_by_what_happened_last() {
        let found = told(&[
            ("a", "{stars: 3, decided: 2026-03-01}"),
            ("b", "{stars: 3, decided: 2026-05-01}"),
            (
                "c",
                "{stars: 3, decided: 2024-01-01}, {event: upgrade, stars: 4, decided: 2026-02-01}",
            ),
            (
                "d",
                "{stars: 3, decided: 2022-01-01}, {event: renewal, stars: 3, decided: 2026-01-05}",
            ),
            ("e", "{stars: 3, decided: 2023-11-22}"),
            ("f", "{stars: 3, decided: 2025-01-01}, {event: withdrawn, decided: 2026-06-30}"),
            ("g", "{stars: 3, decided: 2020-01-01}"),
            ("h", "{stars: 3}"),
        ]);
        let found: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|(slug, what, day)| (slug.as_str(), *what, day.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("b", "first", "2026-05-01"),
                ("a", "first", "2026-03-01"),
                ("c", "raised", "2026-02-01"),
                ("d", "renewed", "2026-01-05"),
                ("f", "withdrawn", "2026-06-30"),
                ("e", "lapsed", "2026-11-23"),
            ]
        );
    }

    #[test]
    fn the_last_valid_day_is_no_end_yet() {
        let what = |decided: &str| {
            let found = told(&[("a", &format!("{{stars: 3, decided: {decided}}}"))]);
            found.first().map(|(_, what, _)| *what)
        };
        assert_eq!(what("2023-11-23"), Some("first"));
        assert_eq!(what("2023-11-22"), Some("lapsed"));
        assert_eq!(what("2022-11-23"), Some("lapsed"));
        assert_eq!(what("2022-11-22"), None);
    }
}
