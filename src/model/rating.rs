//! Rating: stars with the decision that granted them, and their validity.
//!
//! A product has a chain of events. [`standing`] works out of the chain and of
//! the day how the product stands: the best rating that counts as valid, else
//! the last one that lapsed. Dates known only to the month or year give a
//! range of ends and are never guessed (docs/SOURCES.md#validity).
//!
//! Never asks for the clock: the day is given.

use crate::diag::span::{Span, Spanned};
use crate::text::date::{Day, PartialDate};

/// One to five stars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stars(u8);

impl Stars {
    /// All tiers, best first.
    pub const ALL: [Self; 5] = [Self(5), Self(4), Self(3), Self(2), Self(1)];

    /// So many stars; `None` outside 1-5.
    pub fn new(count: u8) -> Option<Self> {
        (1..=5).contains(&count).then_some(Self(count))
    }

    /// The number, 1-5.
    pub fn count(self) -> u8 {
        self.0
    }
}

/// Score of a grading, 0.00-100.00, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(pub u16);

impl Score {
    /// Reads `90.86`, `90,86` or `90`; `None` outside 0-100 or with more than two decimals.
    pub fn parse(written: &str) -> Option<Self> {
        let written = written.trim();
        let (whole, decimals) = written.split_once(['.', ',']).unwrap_or((written, ""));
        let digits_only = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty()
            || decimals.len() > 2
            || !digits_only(whole)
            || !digits_only(decimals)
        {
            return None;
        }
        let hundredths: u16 = format!("{decimals:0<2}").parse().ok()?;
        let score = whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(hundredths)?;
        (score <= 10_000).then_some(Self(score))
    }
}

/// Who grants (`docs/SOURCES.md#authorities`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// People's committee of a district (until 30 June 2025).
    District,
    /// People's committee of a province.
    Province,
    /// The ministry.
    Central,
}

/// What happened to a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// First recognition.
    First,
    /// More stars than before.
    Upgrade,
    /// Recognised again after or before the end.
    Renewal,
    /// Put forward for five stars; never drawn as stars.
    PutForward,
    /// Graded and not passed.
    Refused,
    /// Certificate taken back.
    Withdrawn,
}

impl Event {
    /// Whether the event grants stars.
    pub fn grants(self) -> bool {
        matches!(self, Self::First | Self::Upgrade | Self::Renewal)
    }
}

/// One event of a product's rating, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// What happened.
    pub event: Event,
    /// Stars granted, put forward or refused.
    pub stars: Option<Spanned<Stars>>,
    /// Score of the grading.
    pub score: Option<Spanned<Score>>,
    /// Day of the decision, as exact as it is known.
    pub decided: Option<Spanned<PartialDate>>,
    /// Start of validity where the decision sets another one.
    pub from: Option<Spanned<PartialDate>>,
    /// Months of validity.
    pub months: u16,
    /// Number of the decision, "348/QĐ-UBND".
    pub decision: Option<Spanned<String>>,
    /// Who granted it, where the source says so.
    pub level: Option<Spanned<Level>>,
    /// Where the event is written.
    pub span: Span,
}

/// Last day of validity: exact, or a range where the start is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Until {
    /// Valid at least until this day.
    pub earliest: Day,
    /// Valid at most until this day.
    pub latest: Day,
}

impl Until {
    /// Whether the day is known exactly.
    pub fn is_exact(self) -> bool {
        self.earliest == self.latest
    }
}

/// State of a product's stars on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validity {
    /// Surely valid.
    Valid,
    /// Surely valid, and ending within the days that the settings name.
    Expiring,
    /// Valid on some day of the range and not on another: the date is too vague.
    Unsure,
    /// Ended.
    Lapsed,
    /// Taken back.
    Withdrawn,
    /// Stars without any date.
    Undated,
    /// No rating grants stars.
    Unrated,
}

impl Validity {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Valid,
        Self::Expiring,
        Self::Unsure,
        Self::Lapsed,
        Self::Withdrawn,
        Self::Undated,
        Self::Unrated,
    ];

    /// The word for it, as style sheets, scripts and brochures know it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expiring => "expiring",
            Self::Unsure => "unsure",
            Self::Lapsed => "lapsed",
            Self::Withdrawn => "withdrawn",
            Self::Undated => "undated",
            Self::Unrated => "none",
        }
    }

    /// Whether the product counts among the valid ones (tiers, counters, feeds).
    pub fn counts(self) -> bool {
        matches!(self, Self::Valid | Self::Expiring | Self::Unsure)
    }
}

/// How a product stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// State of the stars.
    pub validity: Validity,
    /// Stars of the rating that counts, or of the last that did.
    pub stars: Option<Stars>,
    /// Index of that rating in the chain.
    pub rating: Option<usize>,
    /// End of that rating.
    pub until: Option<Until>,
    /// Whether it was put forward for five stars and not decided since.
    pub put_forward: bool,
}

impl Standing {
    /// No rating grants stars.
    pub const UNRATED: Self = Self {
        validity: Validity::Unrated,
        stars: None,
        rating: None,
        until: None,
        put_forward: false,
    };
}

impl Rating {
    /// Start of validity: the day the decision sets, else the decision's own.
    pub fn start(&self) -> Option<PartialDate> {
        self.from.as_ref().or(self.decided.as_ref()).map(|date| date.value)
    }

    /// End of validity: start + months, clamped at the month's end; the last
    /// day still counts. `None` without a start.
    pub fn until(&self) -> Option<Until> {
        let start = self.start()?;
        Some(Until {
            earliest: start.first().plus_months(self.months),
            latest: start.last().plus_months(self.months),
        })
    }

    /// State of this rating alone on `today`; `ended` is the day on which this
    /// very rating was taken back.
    pub fn validity(
        &self,
        today: Day,
        expiring_days: i32,
        ended: Option<PartialDate>,
    ) -> Validity {
        if !self.event.grants() {
            return Validity::Unrated;
        }
        let withdrawn = ended.is_some_and(|ended| ended.first() <= today);
        let Some((start, until)) = self.start().zip(self.until()) else {
            return if withdrawn { Validity::Withdrawn } else { Validity::Undated };
        };
        // What was taken back after it had run out simply ran out.
        if withdrawn && ended.is_some_and(|ended| ended.first() <= until.latest) {
            return Validity::Withdrawn;
        }
        if today > until.latest {
            return Validity::Lapsed;
        }
        if today < start.first() {
            return Validity::Unrated;
        }
        if today > until.earliest || today < start.last() {
            return Validity::Unsure;
        }
        let days_left = today.days_until(until.earliest);
        if days_left <= expiring_days { Validity::Expiring } else { Validity::Valid }
    }
}

/// Works out how a chain of ratings stands on `today`.
///
/// The best counting rating wins: more stars first, then the later end, then
/// the later entry. A five-star rating that lapses leaves an older four-star
/// one in force where that still runs. A withdrawal ends every rating that
/// started before it (of its own number of stars, where it names one); where
/// dates overlap or are unknown, the order of the chain tells what came first.
/// Without a counting rating an undated one is shown, else the one that ended
/// last.
pub fn standing(ratings: &[Rating], today: Day, expiring_days: i32) -> Standing {
    let mut best: Option<(Rank, Standing)> = None;
    for (index, rating) in ratings.iter().enumerate() {
        let Some(stars) = rating.stars.as_ref().map(|stars| stars.value) else { continue };
        let ended = withdrawal_day(ratings, index);
        let own = rating.validity(today, expiring_days, ended);
        let live = own.counts() || own == Validity::Undated;
        let validity = if live && is_withdrawn_some_day(ratings, index) {
            Validity::Withdrawn
        } else {
            own
        };
        if validity == Validity::Unrated {
            continue;
        }
        let until = rating.until();
        let candidate = Standing {
            validity,
            stars: Some(stars),
            rating: Some(index),
            until,
            put_forward: false,
        };
        let rank = Rank::of(&candidate, ended);
        if best.as_ref().is_none_or(|(best_rank, _)| *best_rank <= rank) {
            best = Some((rank, candidate));
        }
    }
    let standing = best.map_or(Standing::UNRATED, |(_, standing)| standing);
    Standing { put_forward: is_put_forward(ratings, &standing, today), ..standing }
}

/// Order in which candidates win: counting ones by stars and end, then undated
/// ones, then ended ones by their end.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    class: u8,
    stars: u8,
    end: Option<Day>,
}

impl Rank {
    fn of(standing: &Standing, ended: Option<PartialDate>) -> Self {
        let stars = standing.stars.map_or(0, Stars::count);
        let end = standing.until.map(|until| until.latest);
        match standing.validity {
            Validity::Valid | Validity::Expiring | Validity::Unsure => {
                Self { class: 2, stars, end }
            }
            Validity::Undated => Self { class: 1, stars, end },
            // Among ended ratings the last to end tells most about the product.
            Validity::Withdrawn => {
                let taken_back = ended.map(PartialDate::last);
                let end = end.zip(taken_back).map(|(end, day)| end.min(day)).or(end);
                Self { class: 0, stars: 0, end }
            }
            Validity::Lapsed | Validity::Unrated => Self { class: 0, stars: 0, end },
        }
    }
}

/// Whether `event` takes back ratings like `rating`.
fn withdraws(event: &Rating, rating: &Rating) -> bool {
    let same_stars = |stars: &Spanned<Stars>| {
        rating.stars.as_ref().is_some_and(|own| own.value == stars.value)
    };
    event.event == Event::Withdrawn && event.stars.as_ref().is_none_or(same_stars)
}

/// Day of the first withdrawal after the start of the rating at `index`.
fn withdrawal_day(ratings: &[Rating], index: usize) -> Option<PartialDate> {
    let rating = ratings.get(index)?;
    let came_after = |at: usize, day: PartialDate| match rating.start() {
        Some(start) if start.last() < day.first() => true,
        Some(start) if day.last() < start.first() => false,
        _ => at > index,
    };
    let withdrawals = ratings.iter().enumerate().filter(|(_, event)| withdraws(event, rating));
    withdrawals
        .filter_map(|(at, event)| Some((at, event.start()?)))
        .filter(|(at, day)| came_after(*at, *day))
        .map(|(_, day)| day)
        .min_by_key(|day| day.first())
}

/// Whether the rating at `index` was taken back on `today` or before.
pub fn is_withdrawn(ratings: &[Rating], index: usize, today: Day) -> bool {
    withdrawal_day(ratings, index).is_some_and(|day| day.first() <= today)
        || is_withdrawn_some_day(ratings, index)
}

/// Whether a later entry takes the rating at `index` back without saying when.
fn is_withdrawn_some_day(ratings: &[Rating], index: usize) -> bool {
    let Some(rating) = ratings.get(index) else { return false };
    let mut later = ratings.iter().skip(index + 1);
    later.any(|event| withdraws(event, rating) && event.start().is_none())
}

/// Whether the last putting forward is still open on `today`: not answered by
/// a refusal, a withdrawal or five stars, and not older than a grading's months.
fn is_put_forward(ratings: &[Rating], standing: &Standing, today: Day) -> bool {
    if standing.validity.counts() && standing.stars.is_some_and(|stars| stars.count() == 5) {
        return false;
    }
    let happened = |rating: &Rating| rating.start().is_none_or(|start| start.first() <= today);
    let last = ratings
        .iter()
        .enumerate()
        .rfind(|(_, rating)| rating.event == Event::PutForward && happened(rating));
    let Some((index, put_forward)) = last else { return false };
    if put_forward.until().is_some_and(|until| until.latest < today) {
        return false;
    }
    let five = |rating: &Rating| rating.stars.as_ref().is_some_and(|s| s.value.count() == 5);
    let answers = |rating: &&Rating| match rating.event {
        Event::Refused | Event::Withdrawn => true,
        Event::First | Event::Upgrade | Event::Renewal => five(rating),
        Event::PutForward => false,
    };
    !ratings.iter().skip(index + 1).filter(|rating| happened(rating)).any(|r| answers(&r))
}

#[cfg(test)]
mod tests;
