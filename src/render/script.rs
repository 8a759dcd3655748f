//! Scripts of the theme: names that carry a hash, twins for pages opened from a disk.
//!
//! Scripts name each other plainly (`"./search.js"`); here each such name
//! becomes the file's real one, whose hash covers everything that the file
//! names in turn, so that a page and its scripts are always of one build.
//! Browsers load no module from a disk, so a file that exports something gets a
//! twin beside it, `<name>.classic.js`: the same source, with what it imports
//! in front, kept under its name in `dacsanParts`.
//!
//! The twin is made line by line, so modules keep to `import { a } from "./b.js";`
//! and to `export` in front of a declaration at the start of a line.
//!
//! What readers of the theme need and browsers do not is left out (`short`).
//!
//! Pure; never reads a disk.

mod declare;
mod lex;
mod scope;
mod short;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use crate::source::Hash;

/// A script as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// Its name, or that of its twin.
    pub name: String,
    /// The name that carries the hash.
    pub named: String,
    /// The scripts of the theme that it is made of, by name.
    pub made_of: Vec<String>,
    /// Its text.
    pub text: String,
}

/// Everything to be published for scripts given by name and text.
pub fn scripts(sources: &BTreeMap<String, String>) -> Vec<Script> {
    let mut done = BTreeMap::new();
    for name in sources.keys() {
        settle(name, sources, &mut Vec::new(), &mut done);
    }
    let mut all = Vec::new();
    for (name, script) in &done {
        let is_module = script.text.lines().any(|line| line.starts_with("export "));
        all.extend(is_module.then(|| twin(name, script, &done)));
        all.push(script.clone());
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

/// Settles what a script names, then the script; a circle keeps its plain names.
fn settle(
    name: &str,
    sources: &BTreeMap<String, String>,
    above: &mut Vec<String>,
    done: &mut BTreeMap<String, Script>,
) {
    let Some(source) = sources.get(name).filter(|_| !done.contains_key(name)) else { return };
    above.push(name.to_owned());
    let mut text = short::shortened(source);
    let mut made_of = BTreeSet::from([name.to_owned()]);
    for other in sources.keys().filter(|other| source.contains(&literal(other))) {
        if above.contains(other) {
            continue;
        }
        settle(other, sources, above, done);
        let Some(script) = done.get(other) else { continue };
        text = text.replace(&literal(other), &literal(&script.named));
        made_of.extend(script.made_of.iter().cloned());
    }
    above.pop();
    let stem = name.strip_suffix(".js").unwrap_or(name);
    let named = format!("{stem}-{}.js", Hash::of(text.as_bytes()).tag());
    let made_of = made_of.into_iter().collect();
    done.insert(name.to_owned(), Script { name: name.to_owned(), named, made_of, text });
}

fn literal(name: &str) -> String {
    format!("\"./{name}\"")
}

fn twin(name: &str, script: &Script, done: &BTreeMap<String, Script>) -> Script {
    let twin = |name: &str| name.strip_suffix(".js").unwrap_or(name).to_owned() + ".classic.js";
    let mut text = String::from("self.dacsanParts ??= {};\n");
    write_part(script, done, &mut BTreeSet::new(), &mut text);
    Script {
        name: twin(name),
        named: twin(&script.named),
        made_of: script.made_of.clone(),
        text,
    }
}

/// The parts that a script imports, each once, then the script.
fn write_part(
    script: &Script,
    done: &BTreeMap<String, Script>,
    written: &mut BTreeSet<String>,
    out: &mut String,
) {
    if !written.insert(script.named.clone()) {
        return;
    }
    let part = part(&script.text);
    for import in &part.imports {
        if let Some(other) = done.values().find(|other| other.named == *import) {
            write_part(other, done, written, out);
        }
    }
    let (named, exports) = (&script.named, part.exports.join(", "));
    out.extend(["dacsanParts[\"", named, "\"] ??= (() => {\n"]);
    out.extend([&part.body, "return { ", &exports, " };\n})();\n"]);
}

/// A module taken apart.
#[derive(Default)]
struct Part {
    imports: Vec<String>,
    exports: Vec<String>,
    body: String,
}

fn part(text: &str) -> Part {
    let mut part = Part::default();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("import {") {
            let mut whole = line.to_owned();
            while !whole.contains(';') {
                let Some(next) = lines.next() else { break };
                whole.push_str(next.trim());
            }
            part.import(&whole);
        } else if let Some(declared) = line.strip_prefix("export ") {
            part.exports.push(declared_name(declared).to_owned());
            part.body.push_str(declared);
            part.body.push('\n');
        } else {
            part.body.push_str(line);
            part.body.push('\n');
        }
    }
    part
}

impl Part {
    /// `import { a, b as c } from "./x.js";` takes them out of what was made before.
    fn import(&mut self, whole: &str) {
        let names = whole.split_once('{').and_then(|(_, rest)| rest.split_once('}'));
        let from = whole.split('"').nth(1).and_then(|from| from.strip_prefix("./"));
        let Some(((names, _), from)) = names.zip(from) else { return };
        let names = names.replace(" as ", ": ");
        let names = names.trim().trim_end_matches(',');
        self.body.extend(["const { ", names, " } = dacsanParts[\"", from, "\"];\n"]);
        self.imports.push(from.to_owned());
    }
}

/// The name in `const a = …`, `async function b(…`, `class C …`.
fn declared_name(declared: &str) -> &str {
    let words = declared.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$');
    let keywords = ["async", "function", "const", "let", "class", ""];
    words.into_iter().find(|word| !keywords.contains(word)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(sources: &[(&str, &str)]) -> Vec<Script> {
        let sources = sources.iter().map(|(name, text)| ((*name).into(), (*text).into()));
        scripts(&sources.collect())
    }

    fn find<'a>(all: &'a [Script], name: &str) -> &'a Script {
        all.iter().find(|script| script.name == name).unwrap()
    }

    #[test]
    fn a_name_within_a_script_carries_the_hash_of_all_it_leads_to() {
        let site = ("site.js", "load(\"./find.js\");\n");
        let find_js = ("find.js", "import { a } from \"./a.js\";\nexport const b = a;\n");
        let before = made(&[site, find_js, ("a.js", "export const a = 1;\n")]);
        let after = made(&[site, find_js, ("a.js", "export const a = 2;\n")]);
        let named = |all: &[Script]| find(all, "site.js").named.clone();
        assert_ne!(named(&before), named(&after));
        let script = find(&before, "site.js");
        assert!(script.text.contains(&literal(&find(&before, "find.js").named)));
        assert_eq!(script.made_of, ["a.js", "find.js", "site.js"]);
    }

    #[test]
    fn a_twin_holds_what_it_imports_and_gives_what_it_exports() {
        let all = made(&[
            ("a.js", "export function one() {}\nexport async function two() {}\n"),
            (
                "b.js",
                "import {\n  one,\n  two as deux,\n} from \"./a.js\";\nexport class C {}\n",
            ),
        ]);
        let a = &find(&all, "a.js").named;
        let twin = find(&all, "b.classic.js");
        assert_eq!(twin.named, find(&all, "b.js").named.replace(".js", ".classic.js"));
        let b = &find(&all, "b.js").named;
        let want = format!(
            "self.dacsanParts ??= {{}};\n\
             dacsanParts[\"{a}\"] ??= (() => {{\n\
             function one(){{}}\nasync function two(){{}}\n\
             return {{ one, two }};\n}})();\n\
             dacsanParts[\"{b}\"] ??= (() => {{\n\
             const {{ one, two: deux }} = dacsanParts[\"{a}\"];\nclass C{{}}\n\
             return {{ C }};\n}})();\n"
        );
        assert_eq!(twin.text, want);
    }

    #[test]
    fn scripts_that_export_nothing_have_no_twin_and_circles_end() {
        let all = made(&[("a.js", "load(\"./b.js\")"), ("b.js", "load(\"./a.js\")")]);
        assert_eq!(all.len(), 2);
        assert!(find(&all, "b.js").text.contains("\"./a.js\""));
    }
}
