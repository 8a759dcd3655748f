//! Settings of the catalogue (`content/catalogue.yaml`), every one with its default.

use crate::diag::span::{Span, Spanned};
use crate::text::lang::{Lang, Text};

/// Settings of the whole site.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Name of the catalogue.
    pub title: Text,
    /// A few words below it.
    pub tagline: Text,
    /// One or two sentences for search engines.
    pub description: Text,
    /// Address where it will stand, with a slash at the end; `None` writes no absolute address.
    pub base_url: Option<String>,
    /// Folder below `themes/`.
    pub theme: String,
    /// Languages of the interface, Vietnamese first.
    pub languages: Vec<Lang>,
    /// Slug of the scheme's edition for dossiers that name none.
    pub edition: Option<String>,
    /// The body that publishes.
    pub issuer: Issuer,
    /// Combinations (province × group…) get a page from this many products on.
    pub min_products: usize,
    /// Products on a page of a listing, 1-200.
    pub page_size: usize,
    /// Days before the end at which a rating counts as expiring.
    pub expiring_days: i32,
    /// Whether a dossier without a source is a warning.
    pub demand_sources: bool,
    /// Whether visitors' browsers keep what they need to search without a signal.
    pub offline: bool,
    /// Compressed forms of text files that are written beside them.
    pub precompress: Vec<Encoding>,
    /// For whom declared brochures are laid out as PDF, where the press engine is built in.
    pub brochure_pdf: Vec<PdfFor>,
    /// How heavy the site may become.
    pub budgets: Budgets,
    /// Where the settings stand.
    pub span: Span,
}

/// A way to compress a file beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// Brotli (RFC 7932).
    Brotli,
    /// Gzip (RFC 1952).
    Gzip,
}

impl Encoding {
    /// All, the denser first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What the name of the compressed file ends in, after a dot; also the word for it.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// The encoding behind its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.ending() == word)
    }
}

/// For whom a brochure is laid out as PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PdfFor {
    /// Readers at a screen: tagged, with bookmarks and links.
    Screen,
    /// A print shop: with bleed.
    Shop,
}

impl PdfFor {
    /// All, each with its word.
    pub const ALL: [(Self, &'static str); 2] =
        [(Self::Screen, "screen"), (Self::Shop, "press")];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("screen", |(_, word)| word)
    }

    /// Whom a word means; `None` for `none`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(known, _)| *known)
    }
}

/// Limits that the editors set themselves; `None` sets none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Budgets {
    /// Thousands of bytes of one page.
    pub page_kb: Option<Spanned<u32>>,
    /// Files in the output.
    pub files: Option<Spanned<u32>>,
    /// Millions of bytes of all files.
    pub mb: Option<Spanned<u32>>,
}

/// The body that publishes the catalogue (Decree 42/2022 asks for these).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issuer {
    /// Name of the body.
    pub name: Text,
    /// Person responsible.
    pub responsible: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Telephone as shown.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
}

impl Settings {
    /// Settings of a catalogue whose `catalogue.yaml` says nothing.
    pub fn new(span: Span) -> Self {
        Self {
            title: Text::new("Danh mục sản phẩm OCOP", "OCOP product catalogue"),
            tagline: Text::new("", ""),
            description: Text::new("", ""),
            base_url: None,
            theme: "ocop".to_owned(),
            languages: vec![Lang::Vi, Lang::En],
            edition: None,
            issuer: Issuer::default(),
            min_products: 3,
            page_size: 24,
            expiring_days: 90,
            demand_sources: true,
            offline: true,
            precompress: Vec::new(),
            brochure_pdf: vec![PdfFor::Screen],
            budgets: Budgets::default(),
            span,
        }
    }

    /// Whether the interface is also made in English.
    pub fn has_english(&self) -> bool {
        self.languages.contains(&Lang::En)
    }
}
