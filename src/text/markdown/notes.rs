//! Footnotes: taken out of the text and numbered in the order of their use.
//!
//! Notes that nobody refers to come last, so that no word of an editor is
//! lost. Labels are compared without regard to case, as Markdown does.
//!
//! Never writes HTML.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use pulldown_cmark::{Event, Tag, TagEnd};

/// The footnotes of a text.
#[derive(Debug)]
pub(super) struct Notes<'a> {
    numbers: BTreeMap<String, usize>,
    bodies: Vec<Vec<Event<'a>>>,
}

impl<'a> Notes<'a> {
    /// Takes the notes out of the events of a text.
    pub(super) fn split(events: impl Iterator<Item = Event<'a>>) -> (Vec<Event<'a>>, Self) {
        let mut body = Vec::new();
        let mut found: Vec<(String, Vec<Event<'a>>)> = Vec::new();
        let mut depth = 0_usize;
        for event in events {
            match &event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    if depth == 0 {
                        found.push((label.to_lowercase(), Vec::new()));
                    }
                    depth = depth.saturating_add(1);
                }
                Event::End(TagEnd::FootnoteDefinition) => depth = depth.saturating_sub(1),
                _ => match found.last_mut().filter(|_| depth > 0) {
                    Some((_, note)) => note.push(event),
                    None => body.push(event),
                },
            }
        }
        let notes = Self::number(&body, found);
        (body, notes)
    }

    /// The number of a note, from 1; `None` for a label without a note.
    pub(super) fn number_of(&self, label: &str) -> Option<usize> {
        self.numbers.get(&label.to_lowercase()).copied()
    }

    /// The notes with their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &[Event<'a>])> {
        (1..).zip(self.bodies.iter().map(Vec::as_slice))
    }

    fn number(body: &[Event<'a>], found: Vec<(String, Vec<Event<'a>>)>) -> Self {
        let mut places = BTreeMap::new();
        for (place, (label, _)) in found.iter().enumerate() {
            places.entry(label.clone()).or_insert(place);
        }
        let mut order = Vec::new();
        let mut seen = BTreeSet::new();
        let mut waiting: VecDeque<String> = references(body).collect();
        while let Some(label) = waiting.pop_front() {
            let Some(&place) = places.get(&label) else { continue };
            if seen.insert(place) {
                order.push(place);
                let note = found.get(place);
                waiting.extend(note.into_iter().flat_map(|(_, note)| references(note)));
            }
        }
        order.extend((0..found.len()).filter(|place| !seen.contains(place)));
        let ranks: BTreeMap<usize, usize> = order.into_iter().zip(1..).collect();
        let rank = |place: usize| ranks.get(&place).copied().unwrap_or_default();
        let numbers = places.into_iter().map(|(label, place)| (label, rank(place))).collect();
        let mut ranked: Vec<_> = found.into_iter().enumerate().collect();
        ranked.sort_by_key(|(place, _)| rank(*place));
        Self { numbers, bodies: ranked.into_iter().map(|(_, (_, note))| note).collect() }
    }
}

fn references<'e>(events: &'e [Event<'_>]) -> impl Iterator<Item = String> + 'e {
    events.iter().filter_map(|event| match event {
        Event::FootnoteReference(label) => Some(label.to_lowercase()),
        _ => None,
    })
}
