//! The two languages of a catalogue, and a text written in both.
//!
//! Vietnamese comes first and is always there; English may be empty, and then
//! the Vietnamese stands in ([`Text::get`]). Whoever shows the stand-in to a
//! reader of English marks it with its own `lang` ([`Text::lang_of`]).
//!
//! Never translates.

/// A language of the site and of the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Every language, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The tag used in HTML and on the command line, `vi` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Reads a tag; `None` for any other language.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == tag)
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// Picks one of a pair (Vietnamese, English).
    pub fn pick<T>(self, pair: (T, T)) -> T {
        match self {
            Self::Vi => pair.0,
            Self::En => pair.1,
        }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text {
    /// The Vietnamese text.
    pub vi: String,
    /// The English text; empty where nobody has written one.
    pub en: String,
}

impl Text {
    /// A text from its two sides.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// One text for both languages: a proper name, a number.
    pub fn same(text: impl Into<String>) -> Self {
        let vi = text.into();
        Self { en: vi.clone(), vi }
    }

    /// The text in `lang`; Vietnamese where there is no English.
    pub fn get(&self, lang: Lang) -> &str {
        match self.lang_of(lang) {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// The language that [`Text::get`] really answers in.
    pub fn lang_of(&self, lang: Lang) -> Lang {
        if self.en.is_empty() { Lang::Vi } else { lang }
    }

    /// Whether both sides are empty.
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Text};

    #[test]
    fn missing_english_falls_back_to_vietnamese() {
        let name = Text::new("Mật hoa dừa", "");
        assert_eq!(name.get(Lang::En), "Mật hoa dừa");
        assert_eq!(name.lang_of(Lang::En), Lang::Vi);
        let both = Text::new("Mật hoa dừa", "Coconut nectar");
        assert_eq!(both.get(Lang::En), "Coconut nectar");
        assert_eq!(both.get(Lang::Vi), "Mật hoa dừa");
        assert_eq!(Text::same("OCOP").get(Lang::En), "OCOP");
    }

    #[test]
    fn tags_read_back() {
        for lang in Lang::ALL {
            assert_eq!(Lang::parse(lang.code()), Some(lang));
            assert_eq!(lang.other().other(), lang);
        }
        assert_eq!(Lang::parse("fr"), None);
    }
}
