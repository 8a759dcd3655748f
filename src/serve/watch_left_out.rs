//! Watching in a program that was built without the feature `watch`.
//!
//! Never watches: the preview then shows what is there, as with `--no-watch`.

use std::path::Path;
use std::time::Duration;

use crate::model::failure::Failure;
use crate::serve::change::Change;

/// There is none.
pub enum Watcher {}

impl Watcher {
    /// Always fails.
    pub fn new(_: &Path) -> Result<Self, Failure> {
        Err(Failure::left_out("phần theo dõi tệp", "watching", "watch"))
    }

    /// Whether the system had no watches left.
    pub fn is_polling(&self) -> bool {
        match *self {}
    }

    /// Waits for the next change.
    pub fn next(&mut self, _: Duration, _: &dyn Fn() -> bool) -> Option<Change> {
        match *self {}
    }
}
