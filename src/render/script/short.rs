//! A script in few bytes: short names, no comments, no blanks.
//!
//! Names that a module keeps to itself become as short as their scope allows;
//! `#private` members too. Everything else is copied token by token: texts,
//! templates, patterns, properties, exported and imported names. Line ends stay
//! where leaving them out might join two statements. A script that is not
//! understood wholly is only freed of lines that are comments.
//!
//! Same script, same bytes. Cost: a few passes over the tokens.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::script::lex::{Kind, Token, tokens};
use crate::render::script::scope::{Scopes, is_keyword, scopes};
use crate::render::script::write::Writer;

/// Letters of short names, the commonest of scripts first.
const LETTERS: &[u8; 53] = b"etnsriaocludhpmfgybvwxkSTNECLAOMPDBIRHFUzjqVWGXKJQYZ_";

/// The script with short names, or as it is where it is not understood.
pub(super) fn shortened(source: &str) -> String {
    in_few_bytes(source).unwrap_or_else(|| without_comments(source))
}

/// The source without lines that are comments: readers of the theme have them, browsers need none.
fn without_comments(source: &str) -> String {
    let kept = source.split_inclusive('\n').filter(|line| !line.trim_start().starts_with("//"));
    kept.collect()
}

fn in_few_bytes(source: &str) -> Option<String> {
    let tokens = tokens(source)?;
    let is_statement =
        |token: &Token<'_>| ["import", "export"].contains(&token.text) && token.is_first;
    let is_module = tokens.iter().any(is_statement);
    let found = scopes(&tokens, is_module)?;
    let names = names(&tokens, &found);
    let members = members(&tokens);
    let mut writer = Writer::of(&tokens);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let meant = found.means.get(at).copied().flatten().and_then(|name| names.get(name));
        if token.text == "import" && token.is_first && token.kind == Kind::Word {
            at = writer.import(at);
            continue;
        }
        if writer.joins(at) {
            writer.join();
            at += 1;
            continue;
        }
        match (token.kind, meant) {
            (Kind::Word, Some(name)) if writer.is_shorthand(at) => {
                writer.put(at, &format!("{}:{name}", token.text));
            }
            (Kind::Word, Some(name)) => writer.put(at, name),
            // Nothing is assigned to twice that was not before.
            (Kind::Word, None) if token.text == "const" && writer.is_free(at) => {
                writer.put(at, "let");
            }
            (Kind::Private, _) => {
                writer.put(at, members.get(token.text).map_or(token.text, String::as_str));
            }
            (Kind::Number, _) if token.text.starts_with("0.") => {
                writer.put(at, token.text.get(1..)?);
            }
            // `(a) =>` is `a =>`; a `;` before a `}` says nothing, unless it is a statement of its own.
            (Kind::Mark, _) if writer.is_needless(at) => {}
            _ => writer.put(at, token.text),
        }
        at += 1;
    }
    Some(writer.finish())
}

/// The short form of each name.
fn names(tokens: &[Token<'_>], found: &Scopes<'_>) -> Vec<String> {
    let words = tokens.iter().zip(&found.means);
    let free = words.filter(|(token, means)| token.kind == Kind::Word && means.is_none());
    let reserved: BTreeSet<&str> = free.map(|(token, _)| token.text).collect();
    let mut names = vec![String::new(); found.names.len()];
    for (number, scope) in found.all.iter().enumerate() {
        let within = found.means.get(scope.from..scope.end).unwrap_or_default();
        let above = found.all.get(scope.above);
        // What a function declares must not be named like what it is given, used or not.
        let is_body = number > 0 && above.is_some_and(|above| above.end == scope.end);
        let given = found
            .names
            .iter()
            .zip(&names)
            .filter(|(name, _)| is_body && name.scope == scope.above);
        let mut taken: BTreeSet<String> = given.map(|(_, short)| short.clone()).collect();
        taken.extend(within.iter().flatten().filter_map(|name| names.get(*name).cloned()));
        let mut next = 0;
        for (at, _) in found.names.iter().enumerate().filter(|(_, name)| name.scope == number) {
            let fresh = loop {
                let name = short(next);
                next += 1;
                if !taken.contains(&name)
                    && !reserved.contains(name.as_str())
                    && !is_keyword(&name)
                {
                    break name;
                }
            };
            if let Some(place) = names.get_mut(at) {
                place.push_str(&fresh);
            }
        }
    }
    names
}

/// Short forms of private members, the commonest first.
fn members<'a>(tokens: &[Token<'a>]) -> BTreeMap<&'a str, String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for token in tokens.iter().filter(|token| token.kind == Kind::Private) {
        *counts.entry(token.text).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    counts
        .into_iter()
        .zip(0..)
        .map(|((name, _), at)| (name, format!("#{}", short(at))))
        .collect()
}

/// The short name of that number.
fn short(number: usize) -> String {
    let letter =
        |at: usize| LETTERS.get(at % LETTERS.len()).map_or('_', |letter| char::from(*letter));
    let mut name = String::from(letter(number));
    let mut rest = number / LETTERS.len();
    while rest > 0 {
        rest -= 1;
        name.push(letter(rest));
        rest /= LETTERS.len();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, want: &str) {
        assert_eq!(shortened(source).trim_end(), want);
    }

    #[test]
    fn names_get_short_and_properties_stay() {
        check(
            "export const total = (list) => list.reduce((sum, item) => sum + item.price, 0);",
            "export let total=e=>e.reduce((e,t)=>e+t.price,0);",
        );
        check(
            "export function card({ name, price = 0.5, ...rest }) { return { name, price, rest }; }",
            "export function card({name:e,price:t=.5,...n}){return{name:e,price:t,rest:n}}",
        );
    }

    #[test]
    fn texts_templates_and_patterns_stay() {
        check(
            "export const said = (name) => `${name} // ${`a ${name}`}` + \"name // \" + /[/\"]name/u.source;",
            "export let said=e=>`${e} // ${`a ${e}`}`+\"name // \"+/[/\"]name/u.source;",
        );
    }

    #[test]
    fn what_a_block_declares_is_its_own() {
        check(
            "export const run = (open) => { for (const item of open) { const open = item; use(open); } return open; };",
            "export let run=e=>{for(let t of e){let e=t;use(e)}return e};",
        );
        // A body must not declare what its parameters are called, used or not.
        check(
            "export const f = (unused) => { const own = 1; return own; };",
            "export let f=e=>{let t=1;return t};",
        );
    }

    #[test]
    fn global_names_are_never_taken_and_never_changed() {
        check(
            "export const f = (name) => e(name, history, location.name);",
            "export let f=t=>e(t,history,location.name);",
        );
        // The outermost names of a script that is no module belong to the page.
        check("const shown = 1;\nconst f = (a) => a + shown;", "let shown=1,f=e=>e+shown;");
    }

    #[test]
    fn private_members_and_members_of_classes() {
        check(
            "export class A { #secret = 1; get value() { return this.#secret; } static of(value) { return new A(value); } }",
            "export class A{#e=1;get value(){return this.#e}static of(e){return new A(e)}}",
        );
    }

    #[test]
    fn line_ends_that_may_end_a_statement_stay() {
        check("let a = 1\nlet b = a\n;[b].map(String)", "let a=1\nlet b=a;[b].map(String)");
        check("if (a) {\n  b();\n}\nc();\nwhile (d());\n", "if(a){b()}c();while(d());");
        check("export const f = () => {\n}\nf()", "export let f=()=>{}\nf()");
    }

    #[test]
    fn what_is_not_understood_is_left_as_it_is() {
        let odd = "var a = 1; // one\n// two\nwith (a) {}\n";
        assert_eq!(shortened(odd), "var a = 1; // one\nwith (a) {}\n");
        assert_eq!(shortened("const f = (of) => of; // x\n"), "const f = (of) => of; // x\n");
        for broken in [
            "const a = `",
            "f(]",
            "\"",
            "/*",
            "const {",
            "a => {",
            "=> b",
            "\u{0}",
            "for (",
            "class {",
        ] {
            shortened(broken);
        }
    }

    /// What each name of a script means, by the order in which names come up.
    fn meanings(source: &str) -> Vec<usize> {
        let tokens = tokens(source).unwrap();
        let found = scopes(&tokens, true).unwrap();
        let mut known = Vec::new();
        let meant = found.means.iter().flatten();
        meant
            .map(|name| {
                known.iter().position(|it| it == name).unwrap_or_else(|| {
                    known.push(*name);
                    known.len() - 1
                })
            })
            .collect()
    }

    #[test]
    fn scripts_of_the_theme_mean_the_same_in_few_bytes() {
        let scripts = [
            include_str!("../../../themes/ocop/static/search.js"),
            include_str!("../../../themes/ocop/static/find.js"),
            include_str!("../../../themes/ocop/static/pick.js"),
            include_str!("../../../themes/ocop/static/qr.js"),
            include_str!("../../../themes/ocop/static/suggest.js"),
        ];
        for source in scripts {
            let short = in_few_bytes(source).unwrap();
            assert!(short.len() * 10 < source.len() * 7, "{}", short.len());
            assert_eq!(meanings(source), meanings(&short));
        }
    }
}
