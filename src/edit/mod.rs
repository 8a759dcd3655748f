//! Writing content for an editor: a new catalogue to start from, codes.
//!
//! [`scaffold`] writes files that do not exist yet; [`codes`] adds lines to the
//! ledger of permanent codes. Nothing here ever changes or overwrites what an
//! editor has written.

pub mod codes;
pub mod scaffold;
