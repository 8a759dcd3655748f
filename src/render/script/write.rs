//! Tokens as text again, with no more blanks, brackets and ends of lines than they need.
//!
//! A line end stays where leaving it out might join two statements.

use crate::render::script::lex::{Bracket, Kind, Token, is_of_name};

/// Tokens on their way to text.
pub(super) struct Writer<'t, 'a> {
    tokens: &'t [Token<'a>],
    out: String,
}

impl<'t, 'a> Writer<'t, 'a> {
    /// Nothing yet.
    pub(super) fn of(tokens: &'t [Token<'a>]) -> Self {
        Self { tokens, out: String::new() }
    }

    /// All of it, as lines.
    pub(super) fn finish(mut self) -> String {
        self.end_line();
        self.out
    }

    /// Lets a declaration go on the one before.
    pub(super) fn join(&mut self) {
        self.out.pop();
        self.out.push(',');
    }

    /// Writes a token as a text, with what must stand before it.
    pub(super) fn put(&mut self, at: usize, text: &str) {
        if let Some(token) = self.tokens.get(at) {
            let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
            let is_line = before.is_some_and(|before| keeps_line(before, token));
            let is_needed =
                token.text == "export" || !self.ends_statement(at.saturating_sub(1));
            if is_line && is_needed {
                self.end_line();
            } else if before.is_some_and(|before| before.kind != Kind::Template)
                && self.would_join(token, text)
            {
                self.out.push(' ');
            }
        }
        self.out.push_str(text);
    }

    fn end_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn would_join(&self, token: &Token<'_>, text: &str) -> bool {
        let last = self.out.chars().next_back();
        let first = text.chars().next();
        let Some((last, first)) = last.zip(first) else { return false };
        let is_part = |letter: char| is_of_name(letter) || letter == '#';
        match token.kind {
            Kind::Template => false,
            Kind::Mark => {
                (last == first && "+-".contains(first)) || (last == '/' && first == '/')
            }
            _ => (is_of_name(last) && is_part(first)) || (last == '/' && first == '/'),
        }
    }

    /// Copies an import whole; gives the token behind it.
    pub(super) fn import(&mut self, from: usize) -> usize {
        let rest = self.tokens.iter().enumerate().skip(from);
        let end = rest.clone().find(|(at, token)| *at > from && token.text == ";");
        let end = end.map_or(self.tokens.len(), |(at, _)| at + 1);
        self.end_line();
        for (at, token) in rest.take(end - from) {
            let is_tight = at == from || [",", ";"].contains(&token.text);
            self.out.push_str(if is_tight { "" } else { " " });
            self.out.push_str(token.text);
        }
        self.out.push('\n');
        end
    }

    fn text(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .filter(|token| token.kind != Kind::Text)
            .map_or("", |token| token.text)
    }

    /// Whether brackets hold the whole value of an arrow, `=> (a ? b : c)`, and could go.
    fn is_bracketed_value(&self, open: usize) -> bool {
        let close = self.tokens.get(open).map_or(0, |token| token.partner);
        let is_whole = ["", ",", ";", ")", "]", "}"].contains(&self.text(close + 1));
        if open == 0 || self.text(open - 1) != "=>" || !is_whole || self.text(open + 1) == "{" {
            return false;
        }
        let mut at = open + 1;
        while at < close {
            let Some(token) = self.tokens.get(at) else { return false };
            match (token.kind, token.text) {
                (Kind::Mark, ",") => return false,
                (Kind::Mark, "(" | "[" | "{" | "${") => at = token.partner,
                _ => {}
            }
            at += 1;
        }
        true
    }

    /// Whether a `}` ends a statement or a member for sure, so that the end of its line says nothing.
    fn ends_statement(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.text == "}") else {
            return false;
        };
        let Some(before) = token.partner.checked_sub(1) else { return false };
        match self.text(before) {
            "else" | "try" | "finally" => true,
            ")" => {
                let head = self.tokens.get(before).map_or(usize::MAX, |token| token.partner);
                let is_member =
                    self.tokens.get(head).is_some_and(|token| token.within == Bracket::Class);
                let word = |back: usize| head.checked_sub(back).map_or("", |at| self.text(at));
                let is_async = word(3) == "async";
                let start = word(if is_async { 4 } else { 3 });
                let is_function = word(2) == "function"
                    && ["", ";", "{", "}", ")", "export"].contains(&start);
                let is_head =
                    ["if", "for", "while", "switch", "catch", "await"].contains(&word(1));
                is_member || is_function || (is_head && ![".", "?."].contains(&word(2)))
            }
            _ => false,
        }
    }

    /// Whether a word is a keyword here and no property.
    pub(super) fn is_free(&self, at: usize) -> bool {
        let before = self.text(at.wrapping_sub(1));
        ![".", "?."].contains(&before) && ![":", "("].contains(&self.text(at + 1))
    }

    /// Whether a `;` is all that a loop or a condition does.
    fn is_empty_statement(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let open = self.tokens.get(before).map_or(0, |token| token.partner);
        let head = if open == usize::MAX { "" } else { self.text(open.wrapping_sub(1)) };
        match self.text(before) {
            ";" | "{" | "else" | "do" => true,
            ")" => ["for", "while", "if", "with", "await"].contains(&head),
            _ => false,
        }
    }

    /// Whether a declaration may go on the one before it: `const a = 1; const b = 2;`.
    pub(super) fn joins(&self, at: usize) -> bool {
        let is_declaration = |at: usize| ["const", "let"].contains(&self.text(at));
        let is_own =
            |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
        if !is_declaration(at) || !is_own(at) || at < 2 || self.text(at - 1) != ";" {
            return false;
        }
        let mut place = at - 1;
        while let Some(before) = place.checked_sub(1) {
            let (Some(token), Some(next)) = (self.tokens.get(before), self.tokens.get(place))
            else {
                return false;
            };
            if keeps_line(token, next) && !self.ends_statement(before) {
                return false;
            }
            place = match token.text {
                ";" | "{" | "(" | "[" | "${" if token.kind == Kind::Mark => return false,
                ")" | "]" | "}" if token.kind == Kind::Mark => token.partner,
                "const" | "let" if is_own(before) => {
                    return self.text(before.wrapping_sub(1)) != "export";
                }
                _ => before,
            };
        }
        false
    }

    pub(super) fn is_needless(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let is_lone = |open: usize| {
            let name = self.tokens.get(open + 1).is_some_and(|token| token.kind == Kind::Word);
            let before = open.checked_sub(1).and_then(|at| self.tokens.get(at));
            let is_free =
                before.is_none_or(|before| before.kind == Kind::Mark && before.text != ")");
            let close = open.saturating_add(2);
            name && is_free && self.text(close) == ")" && self.text(close + 1) == "=>"
        };
        match token.text {
            "(" => is_lone(at) || self.is_bracketed_value(at),
            ")" => {
                let open = token.partner;
                (open.saturating_add(2) == at && is_lone(open)) || self.is_bracketed_value(open)
            }
            ";" => self.text(at + 1) == "}" && !self.is_empty_statement(at),
            _ => false,
        }
    }

    /// Whether a word is key and value of a property at once.
    pub(super) fn is_shorthand(&self, at: usize) -> bool {
        let near = |at: Option<usize>| {
            at.and_then(|at| self.tokens.get(at)).map_or("", |token| token.text)
        };
        let is_within =
            self.tokens.get(at).is_some_and(|token| token.within == Bracket::Object);
        is_within
            && ["{", ","].contains(&near(at.checked_sub(1)))
            && [",", "}", "="].contains(&near(at.checked_add(1)))
    }
}

/// Whether the end of a line between two tokens may end a statement.
fn keeps_line(before: &Token<'_>, token: &Token<'_>) -> bool {
    if !token.is_first {
        return false;
    }
    if token.text == "export" {
        return true;
    }
    let ends = match before.kind {
        Kind::Mark => [")", "]", "}", "++", "--"].contains(&before.text),
        _ => true,
    };
    let goes_on = token.kind == Kind::Mark
        && !["(", "[", "{", "++", "--", "+", "-", "!", "~", "/"].contains(&token.text);
    ends && !goes_on
}
