//! The catalogue as typed facts, in reading order.
//!
//! [`catalogue::Catalogue`] holds everything: [`settings`], the [`scheme`]
//! with its editions and groups, the [`region`]s of today and of yesterday,
//! [`producer`]s, [`product`]s with their [`rating`]s and permanent [`code`]s,
//! and [`page`]s.
//!
//! The model never reads or writes anything, knows nothing of YAML or of
//! templates, and none of its types is serialised.

pub mod brochure;
pub mod catalogue;
pub mod code;
pub mod failure;
pub mod fair;
pub mod page;
pub mod photo;
pub mod place;
pub mod producer;
pub mod product;
pub mod rating;
pub mod region;
pub mod scheme;
pub mod settings;
pub mod story;
