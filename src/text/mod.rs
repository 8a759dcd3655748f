//! Leaves: strings, dates and numbers, as Vietnamese readers expect them.
//!
//! Everything here is a pure function or a small value; nothing knows of
//! products, files or findings. In reading order: [`lang`] (a text in two
//! languages), [`fold`] (accents off, for search and comparison), [`collate`]
//! (the order of the alphabet), [`slug`] (route parts), [`date`], [`number`]
//! and [`html`] (escaping, the only place that does it).
//!
//! Never reads a locale, a clock or the disk.

pub mod clean;
pub mod collate;
pub mod date;
pub mod difference;
pub mod fold;
pub mod html;
pub mod lang;
pub mod markdown;
pub mod number;
pub mod phone;
pub mod slug;
pub mod syllable;
pub mod token;
