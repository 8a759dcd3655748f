//! What was saved, as the desk is told of it.
//!
//! Never looks at the disk.

use std::collections::BTreeSet;

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// These files, by their path below the root.
    Files(BTreeSet<String>),
    /// More than can be told.
    All,
}

impl Change {
    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Files(mut files), Self::Files(more)) => {
                files.extend(more);
                Self::Files(files)
            }
            _ => Self::All,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_to_do_grows_until_everything_is() {
        let files = |paths: &[&str]| {
            Change::Files(paths.iter().map(|path| (*path).to_owned()).collect())
        };
        assert_eq!(files(&["a"]).and(files(&["b"])), files(&["a", "b"]));
        assert_eq!(Change::All.and(files(&["b"])), Change::All);
        assert_eq!(files(&["a"]).and(Change::All), Change::All);
    }
}
