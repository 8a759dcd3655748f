//! Fields that several kinds of dossiers share: state, addresses, sources.

use super::contact;
use super::fields::Fields;
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::model::product::State;

/// How far a dossier is; published unless it says otherwise.
pub(super) fn state(fields: &Fields<'_>, out: &mut Diagnostics) -> State {
    match fields.choice("state", out).map(|word| word.value) {
        Some("draft") => State::Draft,
        Some("review") => State::Review,
        Some("hidden") => State::Hidden,
        Some("removed") => State::Removed,
        _ => State::Published,
    }
}

/// Addresses of the web in a list.
pub(super) fn urls(
    fields: &Fields<'_>,
    name: &str,
    out: &mut Diagnostics,
) -> Vec<Spanned<String>> {
    let written = fields.lines(name, out);
    written.iter().filter_map(|text| contact::url(text, out)).collect()
}
