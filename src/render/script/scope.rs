//! Which names of a script belong together: scopes, what they declare, what means it.
//!
//! Knows blocks, functions, arrows, classes, loops and patterns of modules.
//! Names that are exported, imported or declared nowhere stay as they are. What
//! would make a name uncertain (`var`, `with`, `eval`) is given up (`None`).

use std::collections::BTreeMap;

use crate::render::script::lex::{Bracket, Kind, Token};

/// A part of a script with names of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scope {
    /// Its first token.
    pub(super) from: usize,
    /// The token behind its last.
    pub(super) end: usize,
    /// The scope around it; its own index for the outermost.
    pub(super) above: usize,
}

/// A name that a scope declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name<'a> {
    /// Where it is valid.
    pub(super) scope: usize,
    /// As it is written.
    pub(super) text: &'a str,
}

/// Scopes, names, and what each token means.
#[derive(Debug)]
pub(super) struct Scopes<'a> {
    /// All scopes, each behind the one around it.
    pub(super) all: Vec<Scope>,
    /// All names that may be renamed, in the order of their declarations.
    pub(super) names: Vec<Name<'a>>,
    /// For each token the name it means.
    pub(super) means: Vec<Option<usize>>,
}

/// Words of the language, also those that are names in places.
const KEYWORDS: &str = "await break case catch class const continue debugger default delete do else \
                        export extends false finally for function if import in instanceof let new \
                        null return static super switch this throw true try typeof undefined void \
                        while yield";

/// Whether a word is of the language wherever it stands.
pub(super) fn is_reserved(word: &str) -> bool {
    KEYWORDS.split_ascii_whitespace().any(|keyword| keyword == word)
}

/// What no name may be.
pub(super) fn is_keyword(word: &str) -> bool {
    is_reserved(word)
        || ["as", "do", "enum", "eval", "if", "in", "of", "var", "with"].contains(&word)
}

/// Takes a script apart; `is_module` tells whether its outermost names are its own.
pub(super) fn scopes<'a>(tokens: &[Token<'a>], is_module: bool) -> Option<Scopes<'a>> {
    let mut finder = Finder {
        tokens,
        is_module,
        scopes: Vec::new(),
        names: Vec::new(),
        known: BTreeMap::new(),
    };
    finder.scopes.push(Scope { from: 0, end: tokens.len(), above: 0 });
    for at in 0..tokens.len() {
        finder.scope(at)?;
    }
    let inner = finder.settle();
    for at in 0..tokens.len() {
        finder.declare(at, &inner)?;
    }
    finder.known =
        (0..).zip(&finder.names).map(|(at, name)| ((name.scope, name.text), at)).collect();
    let means = (0..tokens.len()).map(|at| finder.meaning(at, &inner)).collect();
    Some(Scopes { all: finder.scopes, names: finder.names, means })
}

/// Finds scopes first, then what they declare (`declare`), then what each word means.
pub(super) struct Finder<'t, 'a> {
    pub(super) tokens: &'t [Token<'a>],
    pub(super) is_module: bool,
    scopes: Vec<Scope>,
    pub(super) names: Vec<Name<'a>>,
    known: BTreeMap<(usize, &'a str), usize>,
}

impl<'a> Finder<'_, 'a> {
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| if token.kind == Kind::Text { "\"" } else { token.text })
    }

    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.text(at))
    }

    pub(super) fn partner(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(usize::MAX, |token| token.partner)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word)
    }

    fn add(&mut self, from: usize, end: usize) {
        self.scopes.push(Scope { from, end, above: 0 });
    }

    /// Adds the scope that begins at a token.
    fn scope(&mut self, at: usize) -> Option<()> {
        let token = *self.tokens.get(at)?;
        match token.text {
            _ if token.kind == Kind::Text => {}
            "var" | "with" | "eval" if token.kind == Kind::Word && !self.is_member(at) => {
                return None;
            }
            "{" if token.holds == Bracket::Block => {
                self.add(at, token.partner.saturating_add(1));
            }
            "(" if self.is_parameters(at) => {
                let end = self.end_of_function(token.partner.saturating_add(1))?;
                self.add(at, end);
            }
            "(" if self.is_catch(at) => {
                let block = token.partner.saturating_add(1);
                self.add(at, self.partner(block).saturating_add(1));
            }
            "(" if self.is_loop(at) => {
                let end = self.end_of_statement(token.partner.saturating_add(1))?;
                self.add(at, end);
            }
            "=>" if self.is_word(at.wrapping_sub(1)) => {
                let end = self.end_of_function(at)?;
                self.add(at.wrapping_sub(1), end);
            }
            _ => {}
        }
        Some(())
    }

    pub(super) fn is_catch(&self, at: usize) -> bool {
        self.before(at) == "catch" && !self.is_member(at.saturating_sub(1))
    }

    fn is_loop(&self, at: usize) -> bool {
        let before = self.before(at);
        before == "for" || (before == "await" && self.before(at.saturating_sub(1)) == "for")
    }

    /// Whether a `(` holds the parameters of a function.
    pub(super) fn is_parameters(&self, at: usize) -> bool {
        let after = self.text(self.partner(at).saturating_add(1));
        if after == "=>" {
            return true;
        }
        let (one, two) = (self.before(at), self.before(at.saturating_sub(1)));
        if one == "function"
            || two == "function"
            || self.before(at.saturating_sub(2)) == "function"
        {
            return after == "{";
        }
        let within = self.tokens.get(at).map_or(Bracket::Other, |token| token.within);
        after == "{"
            && [Bracket::Class, Bracket::Object].contains(&within)
            && ![":", "=", "("].contains(&one)
    }

    /// The end of a function whose body begins here, with its arrow or without.
    fn end_of_function(&self, at: usize) -> Option<usize> {
        let body = if self.text(at) == "=>" { at.saturating_add(1) } else { at };
        if self.text(body) == "{" {
            return Some(self.partner(body).saturating_add(1));
        }
        (body > at).then(|| self.end_of_value(body))
    }

    /// The end of a value: `,`, `;`, a closing bracket, or a new line that ends a statement.
    pub(super) fn end_of_value(&self, from: usize) -> usize {
        let mut questions = 0_usize;
        let mut at = from;
        while let Some(token) = self.tokens.get(at) {
            if at > from && self.is_new_statement(at) {
                return at;
            }
            match (token.kind, token.text) {
                (Kind::Mark, "," | ";" | ")" | "]" | "}") => return at,
                (Kind::Mark, ":") if questions == 0 => return at,
                (Kind::Mark, ":") => questions -= 1,
                (Kind::Mark, "?") => questions += 1,
                (Kind::Mark, "(" | "[" | "{" | "${") => at = token.partner,
                _ => {}
            }
            at += 1;
        }
        at
    }

    /// Whether a statement ended before this token without a `;`.
    fn is_new_statement(&self, at: usize) -> bool {
        let Some((token, before)) =
            self.tokens.get(at).zip(self.tokens.get(at.wrapping_sub(1)))
        else {
            return false;
        };
        let ends = match before.kind {
            Kind::Mark => [")", "]", "}"].contains(&before.text),
            Kind::Word => {
                !is_keyword(before.text)
                    || ["this", "null", "true", "false"].contains(&before.text)
            }
            _ => true,
        };
        let begins = match token.kind {
            Kind::Word => !["in", "of", "instanceof", "as"].contains(&token.text),
            Kind::Mark => ["{", "++", "--", "!", "~"].contains(&token.text),
            Kind::Template => false,
            _ => true,
        };
        token.is_first && ends && begins
    }

    fn end_of_statement(&self, at: usize) -> Option<usize> {
        let paren = at.saturating_add(1);
        match self.text(at) {
            "{" => Some(self.partner(at).saturating_add(1)),
            "if" => {
                let end = self.end_of_statement(self.partner(paren).saturating_add(1))?;
                if self.text(end) == "else" {
                    self.end_of_statement(end.saturating_add(1))
                } else {
                    Some(end)
                }
            }
            "for" | "while" => {
                let paren =
                    if self.text(paren) == "await" { paren.saturating_add(1) } else { paren };
                self.end_of_statement(self.partner(paren).saturating_add(1))
            }
            "do" | "try" | "switch" | "function" | "class" => None,
            _ => {
                let mut end = self.end_of_value(at);
                while [",", ":"].contains(&self.text(end)) {
                    end = self.end_of_value(end.saturating_add(1));
                }
                Some(if self.text(end) == ";" { end.saturating_add(1) } else { end })
            }
        }
    }

    /// Sorts the scopes and finds the one around each; gives the innermost of each token.
    fn settle(&mut self) -> Vec<usize> {
        self.scopes.sort_by_key(|scope| (scope.from, std::cmp::Reverse(scope.end)));
        let mut inner = vec![0; self.tokens.len()];
        let mut open: Vec<usize> = vec![0];
        let mut next = 1;
        for (at, inner) in inner.iter_mut().enumerate() {
            let is_over =
                |scope: &usize| self.scopes.get(*scope).is_some_and(|scope| scope.end <= at);
            while open.len() > 1 && open.last().is_some_and(is_over) {
                open.pop();
            }
            while let Some(scope) = self.scopes.get_mut(next).filter(|scope| scope.from == at) {
                scope.above = open.last().copied().unwrap_or(0);
                open.push(next);
                next += 1;
            }
            *inner = open.last().copied().unwrap_or(0);
        }
        inner
    }

    /// The name that a token means.
    fn meaning(&self, at: usize, inner: &[usize]) -> Option<usize> {
        let token = self.tokens.get(at)?;
        if token.kind != Kind::Word
            || is_reserved(token.text)
            || self.is_member(at)
            || self.is_key(at)
        {
            return None;
        }
        let mut scope = *inner.get(at)?;
        loop {
            let found = self.known.get(&(scope, token.text)).copied();
            let above = self.scopes.get(scope)?.above;
            if found.is_some() || above == scope {
                return found;
            }
            scope = above;
        }
    }

    pub(super) fn is_member(&self, at: usize) -> bool {
        [".", "?."].contains(&self.before(at))
    }

    /// Whether a word is the key of a property, the name of a member, or a label.
    pub(super) fn is_key(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let (before, after) = (self.before(at), self.text(at.saturating_add(1)));
        if ["break", "continue"].contains(&before) && !token.is_first {
            return true;
        }
        let is_first = ["{", "}", ";", "get", "set", "async", "static", "*"].contains(&before)
            || self.is_new_statement(at);
        match token.within {
            Bracket::Object => {
                ["{", ",", "get", "set", "async", "*"].contains(&before)
                    && [":", "("].contains(&after)
            }
            Bracket::Class => is_first && ["(", "=", ";", "}"].contains(&after),
            Bracket::Block => after == ":" && ["", ";", "{", "}", ")"].contains(&before),
            Bracket::Other => false,
        }
    }
}
