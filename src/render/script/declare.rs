//! What a script declares: constants, parameters, functions, classes, and patterns that take things
//! apart.
//!
//! A name that is exported stays as it is, so it is not noted. What stands behind
//! a `=` is skipped; its own functions are looked at when their turn comes.

use crate::render::script::lex::Kind;
use crate::render::script::scope::{Finder, Name, is_reserved};

impl Finder<'_, '_> {
    /// Notes the names that are declared at a token.
    pub(super) fn declare(&mut self, at: usize, inner: &[usize]) -> Option<()> {
        let token = *self.tokens.get(at)?;
        let scope = inner.get(at).copied().unwrap_or(0);
        match (token.kind, token.text) {
            (Kind::Word, _) if self.is_member(at) || self.is_key(at) => {}
            (Kind::Word, "const" | "let") => {
                let keeps = self.before(at) == "export";
                self.declarators(at.saturating_add(1), scope, keeps)?;
            }
            (Kind::Word, "function" | "class") => self.declared(at, scope)?,
            (Kind::Mark, "(") if self.is_parameters(at) => {
                self.list(at.saturating_add(1), token.partner, scope)?;
            }
            (Kind::Mark, "(") if self.is_catch(at) => {
                self.pattern(at.saturating_add(1), scope)?;
            }
            (Kind::Mark, "=>") if self.is_word(at.wrapping_sub(1)) => {
                let scope = inner.get(at.wrapping_sub(1)).copied().unwrap_or(0);
                self.name(at.wrapping_sub(1), scope);
            }
            _ => {}
        }
        Some(())
    }

    fn declared(&mut self, at: usize, scope: usize) -> Option<()> {
        let star = usize::from(self.text(at.saturating_add(1)) == "*");
        let name = at.saturating_add(1 + star);
        if !self.is_word(name) || self.text(name) == "extends" {
            return Some(());
        }
        let is_async = self.before(at) == "async";
        let before = self.before(if is_async { at.wrapping_sub(1) } else { at });
        match before {
            "export" => Some(()),
            "" | ";" | "{" | "}" | ")" | "else" => {
                self.name(name, scope);
                Some(())
            }
            // The name of a value is valid within it alone.
            _ => None,
        }
    }

    fn declarators(&mut self, from: usize, scope: usize, keeps: bool) -> Option<()> {
        let mut at = from;
        loop {
            let known = self.names.len();
            at = self.pattern(at, scope)?;
            if keeps {
                self.names.truncate(known);
            }
            if self.text(at) == "=" {
                at = self.end_of_value(at.saturating_add(1));
            }
            if self.text(at) != "," {
                return Some(());
            }
            at += 1;
        }
    }

    /// Patterns with commas between, up to a bracket.
    fn list(&mut self, from: usize, end: usize, scope: usize) -> Option<()> {
        let mut at = from;
        while at < end {
            match self.text(at) {
                "," | "..." => at += 1,
                _ => {
                    at = self.pattern(at, scope)?;
                    if self.text(at) == "=" {
                        at = self.end_of_value(at.saturating_add(1));
                    }
                }
            }
        }
        (at == end).then_some(())
    }

    /// Notes the names of one pattern; gives the token behind it.
    fn pattern(&mut self, at: usize, scope: usize) -> Option<usize> {
        match self.text(at) {
            "[" => {
                let end = self.partner(at);
                self.list(at.saturating_add(1), end, scope)?;
                Some(end.saturating_add(1))
            }
            "{" => self.properties(at, scope),
            // `of` is a keyword in some places; as a name it would need a parser.
            word if self.is_word(at) && !is_reserved(word) && word != "of" => {
                self.name(at, scope);
                Some(at.saturating_add(1))
            }
            _ => None,
        }
    }

    fn properties(&mut self, open: usize, scope: usize) -> Option<usize> {
        let end = self.partner(open);
        let mut at = open.saturating_add(1);
        while at < end {
            if [",", "..."].contains(&self.text(at)) {
                at += 1;
                continue;
            }
            let key = if self.text(at) == "[" { self.partner(at) } else { at };
            at = if self.text(key.saturating_add(1)) == ":" {
                self.pattern(key.saturating_add(2), scope)?
            } else {
                self.pattern(at, scope)?
            };
            if self.text(at) == "=" {
                at = self.end_of_value(at.saturating_add(1));
            }
        }
        (at == end).then_some(end.saturating_add(1))
    }

    fn name(&mut self, at: usize, scope: usize) {
        let text = self.text(at);
        let is_kept = scope == 0 && !self.is_module;
        if !is_kept && !self.names.iter().any(|name| name.scope == scope && name.text == text) {
            self.names.push(Name { scope, text });
        }
    }
}
