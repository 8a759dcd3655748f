//! Writing content for an editor: so far, a new catalogue to start from.
//!
//! [`scaffold`] writes files that do not exist yet. Nothing here ever changes
//! or overwrites a file that an editor has written.

pub mod scaffold;
