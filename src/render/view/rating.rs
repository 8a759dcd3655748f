//! Stars with their words and the state of their validity.

use serde::Serialize;

use crate::model::product::{Product, ProductId};
use crate::model::rating::{self, Event, Level, Rating, Stars, Until, Validity};
use crate::render::view::Supply;
use crate::text::date::{Day, PartialDate};
use crate::text::number;

/// A rating as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RatingView {
    /// Whether the stars are gold; lapsed ones are grey.
    pub drawn: bool,
    /// Number of stars, 0 for none.
    pub stars: u8,
    /// "4 sao"; empty for none.
    pub label: String,
    /// `valid`, `expiring`, `unsure`, `lapsed`, `withdrawn`, `undated`, `none`.
    pub state: &'static str,
    /// "Còn hiệu lực đến 31/01/2027".
    pub state_label: String,
    /// The same for cards.
    pub short_label: String,
    /// Last valid day where it is known exactly, for the reader's browser.
    pub until_iso: String,
    /// Day from which it counts as expiring.
    pub expiring_iso: String,
    /// "Được đề nghị công nhận 5 sao"; empty otherwise.
    pub put_forward_label: String,
}

/// One event of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventView {
    /// Date as far as it is known.
    pub date: String,
    /// What happened, and who granted it.
    pub text: String,
    /// Stars granted; 0 for none.
    pub stars: u8,
    /// Number of the decision in words.
    pub decision: String,
    /// Until when it was or is valid.
    pub state_label: String,
}

/// The rating of a product on the site's day.
pub fn rating(supply: &Supply<'_>, id: ProductId) -> RatingView {
    let standing = supply.site.standing(id);
    let stars = standing.stars.map_or(0, Stars::count);
    let state = state(standing.validity);
    let exact = standing.until.filter(|until| {
        until.is_exact() && matches!(standing.validity, Validity::Valid | Validity::Expiring)
    });
    let days = supply.catalogue.settings.expiring_days;
    // A vague date ends on an unknown day: its words name the first possible one.
    let vague = standing.until.is_some_and(|until| !until.is_exact());
    let words = match standing.validity {
        Validity::Valid if vague => "valid_vague",
        Validity::Expiring if vague => "expiring_vague",
        _ => state,
    };
    RatingView {
        drawn: standing.validity.counts(),
        stars,
        label: match stars {
            0 => String::new(),
            n => supply.say("stars.label", &[("n", &n.to_string())]),
        },
        state,
        state_label: until_words(supply, &format!("state.{words}"), standing.until),
        short_label: until_words(supply, &format!("short.{words}"), standing.until),
        until_iso: exact.map(|until| until.latest.iso()).unwrap_or_default(),
        expiring_iso: exact
            .map(|until| until.latest.plus_days(days.saturating_neg()).iso())
            .unwrap_or_default(),
        put_forward_label: if standing.put_forward {
            supply.say("put_forward", &[])
        } else {
            String::new()
        },
    }
}

/// The slug of a state, as style sheet and script know it.
pub fn state(validity: Validity) -> &'static str {
    validity.slug()
}

fn until_words(supply: &Supply<'_>, key: &str, until: Option<Until>) -> String {
    let shown = |day: Option<Day>| {
        day.map(|day| PartialDate::Day(day).display(supply.lang)).unwrap_or_default()
    };
    let earliest = shown(until.map(|until| until.earliest));
    let latest = shown(until.map(|until| until.latest));
    supply.say(key, &[("until", &latest), ("earliest", &earliest), ("latest", &latest)])
}

/// Everything that happened to a product's stars, in the order written.
pub fn history(supply: &Supply<'_>, product: &Product) -> Vec<EventView> {
    let ratings = product.ratings.iter().enumerate();
    let withdrawn = |index| rating::is_withdrawn(&product.ratings, index, supply.site.today);
    ratings.map(|(index, rating)| event(supply, rating, withdrawn(index))).collect()
}

fn event(supply: &Supply<'_>, rating: &Rating, withdrawn: bool) -> EventView {
    let date = rating.decided.as_ref().or(rating.from.as_ref());
    let date = match date {
        Some(date) => date.value.display(supply.lang),
        None => supply.say("history.unknown_date", &[]),
    };
    let granted = rating.event.grants().then_some(rating.level.as_ref()).flatten();
    let level = granted.map(|level| supply.say(level_key(level.value), &[]));
    let what = supply.say(event_key(rating.event), &[]);
    EventView {
        date,
        text: [Some(what), level].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        stars: match (rating.event.grants(), &rating.stars) {
            (true, Some(stars)) => stars.value.count(),
            _ => 0,
        },
        decision: match &rating.decision {
            Some(number) => supply.say("history.decision", &[("decision", &number.value)]),
            None => String::new(),
        },
        state_label: match (rating.event.grants(), withdrawn) {
            (true, true) => supply.say("state.withdrawn", &[]),
            _ => ended(supply, rating),
        },
    }
}

fn ended(supply: &Supply<'_>, rating: &Rating) -> String {
    let Some(until) = rating.until().filter(|_| rating.event.grants()) else {
        return String::new();
    };
    let key = if until.latest < supply.site.today {
        "history.lapsed"
    } else if until.is_exact() {
        "history.valid"
    } else {
        "history.unsure"
    };
    until_words(supply, key, Some(until))
}

fn event_key(event: Event) -> &'static str {
    match event {
        Event::First => "event.first",
        Event::Upgrade => "event.upgrade",
        Event::Renewal => "event.renewal",
        Event::PutForward => "event.put-forward",
        Event::Refused => "event.refused",
        Event::Withdrawn => "event.withdrawn",
    }
}

fn level_key(level: Level) -> &'static str {
    match level {
        Level::District => "level.district",
        Level::Province => "level.province",
        Level::Central => "level.central",
    }
}

/// Score of the rating that counts: "90,86/100 điểm"; empty where unknown.
pub fn score(supply: &Supply<'_>, id: ProductId, product: &Product) -> String {
    let index = supply.site.standing(id).rating;
    let rating = index.and_then(|index| product.ratings.get(index));
    let Some(score) = rating.and_then(|rating| rating.score.as_ref()) else {
        return String::new();
    };
    let shown = number::decimal(score.value.0, supply.lang);
    supply.say("score", &[("score", &shown)])
}
