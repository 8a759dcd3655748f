//! Pictures as bytes: what a file is, and what becomes of it.
//!
//! [`head`] reads size, direction and what the camera noted, from the first
//! bytes alone; [`develop()`] decodes once and makes every size a page may ask
//! for; [`print()`] makes one size for paper. All of them are functions from
//! bytes to values: the same bytes give the same bytes, on any number of
//! threads, and nothing but pixels goes from the one to the other, so no place,
//! name or date of the camera is ever published.
//!
//! What is damaged is refused: a file cut short never becomes a picture that is
//! half grey. Never reads the disk, never knows of products.

mod colour;
mod decode;
mod develop;
mod drawing;
mod encode;
mod exif;
mod head;
mod jpeg;
mod look;
mod png;
mod recipe;
mod refusal;
mod scale;
mod share;
mod sniff;
mod svg;
mod tone;
mod webp;

pub use decode::{Decoded, Note, decode};
pub use develop::{Developed, Made, develop, paper_size, print, print_at};
pub use drawing::Letters;
pub use head::{Colours, Head, Size, head};
pub use look::Look;
pub use recipe::{PIPELINE, Role, Variant, variants};
pub use refusal::{Refusal, Undrawn};
pub use share::{Placed, SHARE, SHARE_LEAST, SHARE_PHOTO, share};
pub use sniff::{Format, sniff};
pub use tone::Rgb;

/// Most bytes of a picture's file.
pub const FILE_BYTES: u64 = 40_000_000;

/// Bytes from which [`head()`] mostly knows all it wants.
pub const HEAD_BYTES: u64 = 128 * 1024;
