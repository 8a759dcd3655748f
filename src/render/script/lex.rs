//! A script as tokens: words, texts, marks; which bracket belongs to which.
//!
//! Comments are left out. A template is cut at its substitutions: its pieces
//! are tokens of their own between `${` and `}`. What this does not understand
//! is given up (`None`), and the script is published as it is.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or a keyword.
    Word,
    /// `#name`.
    Private,
    /// A number.
    Number,
    /// A text in quotes.
    Text,
    /// A piece of a template.
    Template,
    /// A regular expression.
    Pattern,
    /// Anything else.
    Mark,
}

/// What stands between two brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    /// Statements.
    Block,
    /// An object, or a pattern that takes one apart.
    Object,
    /// Members of a class.
    Class,
    /// `(…)`, `[…]`, or what a template puts in.
    Other,
}

/// A token with what stands around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: Kind,
    /// As it is written.
    pub(super) text: &'a str,
    /// Whether a line ended before it.
    pub(super) is_first: bool,
    /// Of a bracket: the index of the other one.
    pub(super) partner: usize,
    /// The innermost brackets around it.
    pub(super) within: Bracket,
    /// Of an opening bracket: what it holds.
    pub(super) holds: Bracket,
}

/// Marks of several letters, the longest first.
const MARKS: [&str; 32] = [
    ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==",
    "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=",
    "|=", "^=", "<<", ">>",
];

/// Words after which a value begins.
const BEFORE_VALUE: [&str; 14] = [
    "return",
    "typeof",
    "instanceof",
    "in",
    "of",
    "new",
    "delete",
    "void",
    "throw",
    "case",
    "do",
    "else",
    "await",
    "yield",
];

/// The tokens of a script.
pub(super) fn tokens(source: &str) -> Option<Vec<Token<'_>>> {
    let open = vec![Open::new(usize::MAX, Bracket::Block)];
    let mut lexer = Lexer { rest: source, tokens: Vec::new(), open, is_first: true };
    while lexer.step()? {}
    (lexer.open.len() == 1).then_some(lexer.tokens)
}

/// Whether a name may hold this letter.
pub(super) fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// A bracket that is open.
struct Open {
    at: usize,
    holds: Bracket,
    /// `?` that wait for their `:`.
    questions: usize,
    /// Whether the `:` before was that of a choice.
    has_chosen: bool,
    /// Whether the head of a class was seen and its body not yet.
    is_class: bool,
}

impl Open {
    fn new(at: usize, holds: Bracket) -> Self {
        Self { at, holds, questions: 0, has_chosen: false, is_class: false }
    }
}

struct Lexer<'a> {
    rest: &'a str,
    tokens: Vec<Token<'a>>,
    open: Vec<Open>,
    is_first: bool,
}

impl<'a> Lexer<'a> {
    /// Takes one token; false at the end.
    fn step(&mut self) -> Option<bool> {
        self.skip_blanks()?;
        let Some(letter) = self.rest.chars().next() else { return Some(false) };
        let rest = self.rest;
        match letter {
            '"' | '\'' => self.push(Kind::Text, quoted(rest, letter)?),
            '`' => self.template(1)?,
            '#' => {
                let end = 1 + name_length(rest.get(1..)?);
                self.push(Kind::Private, end);
            }
            '0'..='9' => self.push(Kind::Number, number_length(rest)),
            '.' if rest.chars().nth(1).is_some_and(|next| next.is_ascii_digit()) => {
                self.push(Kind::Number, number_length(rest));
            }
            '/' if self.expects_value() => self.push(Kind::Pattern, pattern_length(rest)?),
            _ if is_of_name(letter) => self.word(name_length(rest)),
            '\\' | '@' => return None,
            _ => self.mark(letter)?,
        }
        Some(true)
    }

    fn skip_blanks(&mut self) -> Option<()> {
        loop {
            let trimmed = self.rest.trim_start();
            let (blank, _) = self.rest.split_at(self.rest.len() - trimmed.len());
            self.is_first |= blank.contains('\n');
            self.rest = trimmed;
            if let Some(comment) = trimmed.strip_prefix("//") {
                let end = comment.find('\n').unwrap_or(comment.len());
                self.rest = comment.get(end..)?;
            } else if let Some(comment) = trimmed.strip_prefix("/*") {
                let (inner, rest) = comment.split_once("*/")?;
                self.is_first |= inner.contains('\n');
                self.rest = rest;
            } else {
                return Some(());
            }
        }
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let (text, rest) = self.rest.split_at(length.min(self.rest.len()));
        let within = self.open.last().map_or(Bracket::Block, |open| open.holds);
        let is_first = std::mem::take(&mut self.is_first);
        let (partner, holds) = (usize::MAX, Bracket::Other);
        self.tokens.push(Token { kind, text, is_first, partner, within, holds });
        self.rest = rest;
    }

    fn word(&mut self, length: usize) {
        self.push(Kind::Word, length);
        let is_member = self.before(1).is_some_and(|before| [".", "?."].contains(&before.text));
        let is_class = self.tokens.last().is_some_and(|token| token.text == "class");
        if let Some(open) = self.open.last_mut().filter(|_| is_class && !is_member) {
            open.is_class = true;
        }
    }

    /// The token so many before the last.
    fn before(&self, back: usize) -> Option<&Token<'a>> {
        self.tokens.len().checked_sub(1 + back).and_then(|at| self.tokens.get(at))
    }

    /// Whether a `/` here begins a regular expression.
    fn expects_value(&self) -> bool {
        let Some(last) = self.tokens.last() else { return true };
        match last.kind {
            Kind::Word => BEFORE_VALUE.contains(&last.text),
            Kind::Mark => ![")", "]", "}", "++", "--"].contains(&last.text),
            _ => false,
        }
    }

    /// A piece of a template; `skipped` letters belong to it for sure.
    fn template(&mut self, skipped: usize) -> Option<()> {
        let mut letters = self.rest.char_indices().skip(skipped);
        while let Some((at, letter)) = letters.next() {
            let rest = self.rest.get(at..)?;
            match letter {
                '\\' => drop(letters.next()),
                '`' => {
                    self.push(Kind::Template, at + 1);
                    return Some(());
                }
                '$' if rest.starts_with("${") => {
                    self.push(Kind::Template, at);
                    self.push(Kind::Mark, 2);
                    self.opened(Bracket::Other);
                    return Some(());
                }
                _ => {}
            }
        }
        None
    }

    fn mark(&mut self, letter: char) -> Option<()> {
        match letter {
            '(' | '[' => {
                self.push(Kind::Mark, 1);
                self.opened(Bracket::Other);
            }
            '{' => {
                let holds = self.braces();
                self.push(Kind::Mark, 1);
                self.opened(holds);
            }
            ')' | ']' | '}' => {
                let open = self.open.pop()?;
                let index = self.tokens.len();
                self.push(Kind::Mark, 1);
                self.tokens.get_mut(open.at)?.partner = index;
                let opening = self.tokens.get(open.at)?.text;
                self.tokens.last_mut()?.partner = open.at;
                let fits = match opening {
                    "(" => letter == ')',
                    "[" => letter == ']',
                    _ => letter == '}',
                };
                if opening == "${" {
                    self.template(0)?;
                }
                return fits.then_some(());
            }
            _ => self.sign(letter),
        }
        Some(())
    }

    fn sign(&mut self, letter: char) {
        let is_digit = |c: char| c.is_ascii_digit();
        let fits = |mark: &&&str| {
            let rest = self.rest.strip_prefix(**mark);
            rest.is_some_and(|rest| **mark != "?." || !rest.starts_with(is_digit))
        };
        let length = MARKS.iter().find(fits).map_or(letter.len_utf8(), |mark| mark.len());
        self.push(Kind::Mark, length);
        let Some(open) = self.open.last_mut() else { return };
        match self.tokens.last().map(|token| token.text) {
            Some("?") => open.questions += 1,
            Some(":") => {
                open.has_chosen = open.questions > 0;
                open.questions = open.questions.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn opened(&mut self, holds: Bracket) {
        let at = self.tokens.len().saturating_sub(1);
        if let Some(token) = self.tokens.last_mut() {
            token.holds = holds;
        }
        self.open.push(Open::new(at, holds));
    }

    /// What a `{` here holds.
    fn braces(&mut self) -> Bracket {
        let within = self.open.last().map_or(Bracket::Block, |open| open.holds);
        if self.open.last_mut().is_some_and(|open| std::mem::take(&mut open.is_class)) {
            return Bracket::Class;
        }
        let Some(last) = self.tokens.last() else { return Bracket::Block };
        match last.text {
            ";" | "{" | "}" | ")" | "=>" | "else" | "do" | "try" | "finally" | "static" => {
                Bracket::Block
            }
            ":" => {
                let is_choice = self.open.last().is_some_and(|open| open.has_chosen);
                if within == Bracket::Block && !is_choice {
                    Bracket::Block
                } else {
                    Bracket::Object
                }
            }
            _ => Bracket::Object,
        }
    }
}

fn name_length(rest: &str) -> usize {
    rest.find(|letter| !is_of_name(letter)).unwrap_or(rest.len())
}

/// Also hexadecimal ones, exponents without a sign, and big ones.
fn number_length(rest: &str) -> usize {
    let end = |c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '_');
    rest.find(end).unwrap_or(rest.len())
}

fn quoted(rest: &str, quote: char) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '\n' => return None,
            _ if letter == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn pattern_length(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1);
    let mut is_class = false;
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '\n' => return None,
            '[' => is_class = true,
            ']' => is_class = false,
            '/' if !is_class => return Some(at + 1 + name_length(rest.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}
