//! Ratings of a product: a list of events, or the short form of stars and year.

use super::codes::field::TEXT_IGNORED;
use super::context::Context;
use super::fields::Fields;
use super::keys::RATING;
use super::yaml::Node;
use crate::diag::Diagnostic;
use crate::diag::sink::Diagnostics;
use crate::diag::span::{Span, Spanned};
use crate::model::rating::{Event, Level, Rating};

/// Every event as written, in the dossier's order.
pub(super) fn ratings(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Vec<Rating> {
    let items = fields.list("ratings");
    let short = ["stars", "year"].into_iter().find(|name| fields.has(name));
    let Some(short) = short else {
        let events = items.into_iter().enumerate();
        return events.filter_map(|(at, item)| event(item, at == 0, context, out)).collect();
    };
    if items.is_empty() {
        return short_form(fields, context, out).into_iter().collect();
    }
    out.push(
        Diagnostic::new(
            &TEXT_IGNORED,
            fields.key_span(short),
            format!("`{short}` không được dùng vì đã có `ratings`"),
            format!("`{short}` is not used, for there is `ratings`"),
        )
        .hint("bỏ mục này", "take it out"),
    );
    let events = items.into_iter().enumerate();
    events.filter_map(|(at, item)| event(item, at == 0, context, out)).collect()
}

/// `stars: 4` and `year: 2023`.
fn short_form(
    fields: &Fields<'_>,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Rating> {
    let stars = fields.stars("stars", out);
    let decided = fields.rating_date("year", out);
    let places = [stars.as_ref().map(|it| it.span), decided.as_ref().map(|it| it.span)];
    let span = places.into_iter().flatten().reduce(Span::to)?;
    Some(Rating {
        event: Event::First,
        stars,
        score: None,
        decided,
        from: None,
        months: context.scheme.months,
        decision: None,
        level: None,
        span,
    })
}

fn event(
    item: &Node,
    is_first: bool,
    context: &Context<'_>,
    out: &mut Diagnostics,
) -> Option<Rating> {
    let fields = Fields::open(item, &RATING, item.span, out);
    let event = fields.choice("event", out);
    let stars = fields.stars("stars", out);
    let score = fields.score("score", out);
    let decided = fields.rating_date("decided", out);
    let from = fields.rating_date("from", out);
    let months =
        fields.whole("months", out).and_then(|months| u16::try_from(months.value).ok());
    let decision = fields.line("decision", out);
    let level = fields.choice("level", out);
    let event = match event {
        Some(word) => word_event(word.value)?,
        None if fields.has("event") => return None,
        // The first entry is the first recognition; of later ones nobody can tell.
        None if is_first => Event::First,
        None => {
            fields.demand("event", out);
            return None;
        }
    };
    let level = level.and_then(|word| Some(Spanned::new(word_level(word.value)?, word.span)));
    let months = months.unwrap_or(context.scheme.months);
    Some(Rating {
        event,
        stars,
        score,
        decided,
        from,
        months,
        decision,
        level,
        span: item.span,
    })
}

fn word_event(word: &str) -> Option<Event> {
    Some(match word {
        "first" => Event::First,
        "upgrade" => Event::Upgrade,
        "renewal" => Event::Renewal,
        "put-forward" => Event::PutForward,
        "refused" => Event::Refused,
        "withdrawn" => Event::Withdrawn,
        _ => return None,
    })
}

/// The level behind its word.
pub(super) fn word_level(word: &str) -> Option<Level> {
    Some(match word {
        "district" => Level::District,
        "province" => Level::Province,
        "central" => Level::Central,
        _ => return None,
    })
}
