//! The catalogue as a table: one row a product, one column a fact.
//!
//! [`COLUMNS`] is the one list of columns: headings of exported tables, what
//! the headings of an office's own table may be called, and where in a dossier
//! the value belongs. [`cells`] says what a product has in each column, in one
//! spelling only, so that two rows say the same where their cells are equal.
//! That holds for export, import and the published data alike.
//!
//! A product with several packs or ratings shows the first pack and the last
//! rating; [`Part`] lists all of them. Never reads a file.

mod cells;
mod columns;
mod files;
mod help;
mod parts;

pub use cells::{Cell, cells, pack_cell, rating_cell};
pub use columns::{COLUMNS, Column, Field, column_of, index_of};
pub use files::{DataFile, FOLDER};
pub use parts::{NUMBER, Part};
