//! Writing content for an editor: a new catalogue, a table brought in, a table
//! given back.
//!
//! [`scaffold`] and [`fresh`] write files that do not exist yet; [`import`] makes and amends
//! dossiers from a table and never changes what a person changed since; [`export`]
//! gives the catalogue as a table ([`workbook`] for Excel). [`draft`] writes a new
//! dossier, [`codes`] adds lines to the ledger of permanent codes, [`amend`] changes one value of a dossier and
//! leaves every other byte as it is. [`schema`] says what a dossier may hold, [`changes`]
//! what changed between two states of a catalogue; [`mend`] puts right what is sure.

pub mod amend;
pub mod changes;
pub mod codes;
pub mod draft;
pub mod export;
pub mod fresh;
pub mod import;
pub mod mend;
pub mod optimise;
pub mod scaffold;
pub mod schema;
#[cfg(feature = "tables")]
pub mod workbook;
#[cfg(not(feature = "tables"))]
pub mod workbook_left_out;

use crate::diag::Code;
#[cfg(not(feature = "tables"))]
pub use workbook_left_out as workbook;

/// Codes of findings about tables.
pub const CODES: &[&Code] = import::codes::ALL;
