//! Words of the theme, in both languages.
//!
//! One flat file per language; `{name}` in a text is filled in. A key that ends
//! in `_one` stands for the count 1 where a language has a singular. A theme
//! that names only some keys keeps the others of the default theme.
//!
//! Never escapes: the template does.

use std::collections::BTreeMap;

use crate::text::lang::Lang;
use crate::text::number;

/// Words by key and language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    vi: BTreeMap<String, String>,
    en: BTreeMap<String, String>,
}

impl Words {
    /// Adds words of a language; later ones replace earlier ones of the same key.
    pub fn add(&mut self, lang: Lang, pairs: impl IntoIterator<Item = (String, String)>) {
        match lang {
            Lang::Vi => self.vi.extend(pairs),
            Lang::En => self.en.extend(pairs),
        }
    }

    fn own(&self, lang: Lang) -> &BTreeMap<String, String> {
        lang.pick((&self.vi, &self.en))
    }

    /// The text of a key as written; Vietnamese where a language lacks it.
    pub fn get(&self, lang: Lang, key: &str) -> Option<&str> {
        self.own(lang).get(key).or_else(|| self.vi.get(key)).map(String::as_str)
    }

    /// Every key of a language.
    pub fn keys(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.own(lang).keys().map(String::as_str)
    }

    /// All texts whose keys begin with one of the prefixes, of both languages, as a module for scripts.
    pub fn module(&self, prefixes: &[&str]) -> String {
        let own = |words: &BTreeMap<String, String>| {
            let all =
                words.iter().filter(|(key, _)| prefixes.iter().any(|it| key.starts_with(it)));
            let all: BTreeMap<&String, &String> = all.collect();
            // Plain strings always serialise.
            serde_json::to_string(&all).unwrap_or_else(|_| "{}".to_owned())
        };
        let (vi, en) = (own(&self.vi), own(&self.en));
        format!("export const words = {{\"vi\":{vi},\"en\":{en}}};\n")
    }

    /// The text of a key with its places filled in; the key itself where nobody wrote one.
    pub fn say(&self, lang: Lang, key: &str, values: &[(&str, &str)]) -> String {
        let one = values.iter().any(|(name, value)| *name == "n" && *value == "1");
        let singular = one.then(|| self.own(lang).get(&format!("{key}_one"))).flatten();
        let text = singular.map(String::as_str).or_else(|| self.get(lang, key)).unwrap_or(key);
        fill(text, values)
    }

    /// A count with its noun: "1.234 sản phẩm".
    pub fn count(&self, lang: Lang, key: &str, n: usize) -> String {
        self.say(lang, key, &[("n", &number::count(n, lang))])
    }
}

/// Fills `{name}`; unknown names stay as they are, so a script may fill them later.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, tail)| {
            let found = values.iter().find(|(known, _)| *known == name)?;
            Some((found.1, tail))
        });
        if let Some((value, tail)) = value {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let pair = |key: &str, text: &str| (key.to_owned(), text.to_owned());
        let mut words = Words::default();
        words.add(Lang::Vi, [pair("count", "{n} sản phẩm"), pair("only.vi", "chỉ tiếng Việt")]);
        words.add(Lang::En, [pair("count", "{n} products"), pair("count_one", "1 product")]);
        words
    }

    #[test]
    fn counts_take_the_singular_where_there_is_one() {
        let words = words();
        assert_eq!(words.count(Lang::Vi, "count", 1), "1 sản phẩm");
        assert_eq!(words.count(Lang::En, "count", 1), "1 product");
        assert_eq!(words.count(Lang::En, "count", 1234), "1,234 products");
    }

    #[test]
    fn missing_words_fall_back_and_unknown_places_stay() {
        let words = words();
        assert_eq!(words.say(Lang::En, "only.vi", &[]), "chỉ tiếng Việt");
        assert_eq!(words.say(Lang::En, "nowhere", &[]), "nowhere");
        assert_eq!(fill("{a} {b} {", &[("a", "{b}")]), "{b} {b} {");
    }
}
