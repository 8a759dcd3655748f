//! Rules of the documents: README, CHANGELOG, ARCHITECTURE, Cargo.toml and the
//! licences speak of what is there, and of all of it that a reader looks for.
//!
//! Reads them as text; never runs a command that they name.

use std::path::Path;

use super::{files, nothing, project, text_of};

#[test]
fn the_changelog_has_an_open_section_with_something_in_it() {
    let text = text_of("CHANGELOG.md");
    let mut lines = text.lines().skip_while(|line| !line.starts_with("## "));
    assert_eq!(lines.next(), Some("## Unreleased"));
    let open = lines.take_while(|line| !line.starts_with("## "));
    assert!(open.filter(|line| line.starts_with("- ")).count() > 0, "nothing in it");
}

/// Names of the commands, as they are typed.
fn commands() -> Vec<String> {
    let args = text_of("src/cli/args.rs");
    let body = args.split_once("pub enum Command {").map_or("", |(_, body)| body);
    let body = body.split("\n}").next().unwrap_or("");
    let variant = |line: &str| {
        let name = line.strip_prefix("    ")?.split([' ', ',', '(']).next()?;
        let first = name.chars().next()?;
        first.is_ascii_uppercase().then(|| name.to_lowercase())
    };
    body.lines().filter_map(variant).collect()
}

#[test]
fn the_readme_names_every_command_and_no_other() {
    let (readme, commands) = (text_of("README.md"), commands());
    assert!(commands.len() >= 5, "{commands:?}");
    let mentioned: Vec<&str> = readme
        .split("dacsan ")
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next())
        .collect();
    for command in &commands {
        assert!(
            mentioned.contains(&command.as_str()),
            "README does not name `dacsan {command}`"
        );
    }
    // Commands stand in code, where the program's name follows a backtick or opens a line.
    let typed = readme.split(['`', '\n']).filter_map(|code| code.strip_prefix("dacsan "));
    for code in typed {
        let word = code.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let known = word.is_empty() || commands.iter().any(|command| command == word);
        assert!(known, "README names `dacsan {word}`");
    }
}

#[test]
fn paths_and_links_of_the_documents_lead_somewhere() {
    let tops =
        ["src/", "tests/", "themes/", "content/", "docs/", "benches/", "public/", ".ci/"];
    let mut problems = Vec::new();
    for file in files() {
        let top = !file.path.contains('/') || file.path.starts_with("docs/");
        if !top || !file.is("md") {
            continue;
        }
        let folder = Path::new(&file.path).parent().unwrap_or(Path::new(""));
        for (number, line) in (1..).zip(file.text.lines()) {
            let links = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
            let links = links.filter(|link| !link.contains(':') && !link.starts_with('#'));
            let links = links.map(|link| folder.join(link.split('#').next().unwrap_or("")));
            let open = |path: &str| path.contains(['<', '*', '{', ' ', '…']);
            let code = line.split('`').skip(1).step_by(2);
            let code = code.filter(|path| tops.iter().any(|top| path.starts_with(top)));
            let code = code
                .filter(|path| !open(path))
                .map(|path| path.split('#').next().unwrap_or("").into());
            for path in links.chain(code) {
                if !project().join(&path).exists() {
                    problems.push(format!("{}:{number}: no {}", file.path, path.display()));
                }
            }
        }
    }
    nothing(&problems);
}

#[test]
fn every_rule_that_names_a_source_finds_it() {
    let sources = text_of("docs/SOURCES.md");
    let mut problems = Vec::new();
    for file in files().into_iter().filter(|file| file.path != "docs/SOURCES.md") {
        for rest in file.text.split("SOURCES.md#").skip(1) {
            let anchor = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next();
            let anchor = anchor.unwrap_or("");
            let marked = [format!("id=\"{anchor}\""), format!("{{#{anchor}}}")];
            let heading = |line: &str| {
                let title = line.strip_prefix('#').unwrap_or("").trim_start_matches('#').trim();
                title.to_lowercase().replace(' ', "-") == anchor
            };
            let named = marked.iter().any(|mark| sources.contains(mark.as_str()))
                || sources.lines().any(heading);
            if !anchor.is_empty() && !named {
                problems.push(format!("{}: no #{anchor} in docs/SOURCES.md", file.path));
            }
        }
    }
    nothing(&problems);
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let text = text_of("Cargo.toml");
    let mut problems = Vec::new();
    let (mut within, mut before) = (false, "");
    for line in text.lines() {
        if line.starts_with('[') {
            within = line.contains("dependencies");
        } else if within && line.contains('=') && !before.starts_with('#') {
            problems.push(format!("Cargo.toml: {line}"));
        }
        before = line;
    }
    nothing(&problems);
}

#[test]
fn the_licence_is_there_in_full() {
    assert!(text_of("Cargo.toml").contains("license = \"MIT OR Apache-2.0\""));
    assert!(text_of("LICENSE-MIT").contains("Permission is hereby granted, free of charge"));
    assert!(text_of("LICENSE-APACHE").contains("TERMS AND CONDITIONS FOR USE"));
    assert!(text_of("LICENSE").contains("MIT OR Apache-2.0"));
}
