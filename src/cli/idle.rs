//! Options that every command takes and that mean nothing to some.
//!
//! They are still taken, so that a script may give them to every command alike,
//! but no help, manual or completion names them where they do nothing.

/// Commands and the shared options that do nothing there.
const IDLE: &[(&str, &[&str])] = &[
    ("photos", &["out", "base_url", "as_of"]),
    ("cache", &["out", "base_url", "strict"]),
    ("check", &["out"]),
    ("new", &["out", "cache", "base_url", "strict", "quiet", "verbose"]),
    ("import", &["out", "cache", "base_url"]),
    ("export", &["out", "cache", "base_url", "as_of", "strict", "verbose"]),
    ("why", &["strict", "quiet", "verbose"]),
    ("brochure", &["strict"]),
    ("codes", &["out", "cache", "base_url", "strict"]),
    ("diff", &["out", "cache", "base_url", "strict", "quiet"]),
    ("schema", &["out", "cache", "base_url", "as_of", "strict", "quiet", "verbose"]),
    ("explain", ALL),
    ("init", ALL),
    ("completions", ALL),
    ("man", ALL),
];

/// Those that only a catalogue gives a meaning.
const ALL: &[&str] =
    &["root", "out", "cache", "as_of", "base_url", "strict", "quiet", "verbose", "jobs"];

/// Whether an option means nothing to a command.
pub fn is_idle(command: &str, option: &str) -> bool {
    IDLE.iter().any(|(name, options)| *name == command && options.contains(&option))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::IDLE;
    use crate::cli::args::Args;

    #[test]
    fn only_what_exists_is_named() {
        let all = Args::command();
        for (name, options) in IDLE {
            assert!(all.find_subcommand(name).is_some(), "{name}");
            for option in *options {
                assert!(all.get_arguments().any(|arg| arg.get_id() == *option), "{option}");
            }
        }
    }
}
