//! Settings of the catalogue (`content/catalogue.yaml`), every one with its default.

use crate::diag::span::{Span, Spanned};
use crate::text::lang::{Lang, Text};

/// Settings of the whole site.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "switches, each with a key of its own")]
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
    /// Whether the catalogue is published as data as well.
    pub open_data: bool,
    /// Under what terms the data may be used; `None` where nobody said.
    pub data_licence: Option<Licence>,
    /// Whether each product gets a picture for other sites to show beside a link.
    pub share_pictures: bool,
    /// Compressed forms of text files that are written beside them.
    pub precompress: Vec<Encoding>,
    /// For whom declared brochures are laid out as PDF, where the press engine is built in.
    pub brochure_pdf: Vec<PdfFor>,
    /// Address of a cache for photos that several machines share: `s3://…`, `gs://…`, `file://…`.
    pub cache: Option<Spanned<String>>,
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

/// Terms of use that fit data, of those that the Open Definition lists as conformant
/// (docs/SOURCES.md#open-data).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Licence {
    /// Creative Commons Zero 1.0: no conditions.
    Cc0,
    /// Creative Commons Attribution 4.0.
    CcBy,
    /// Creative Commons Attribution-ShareAlike 4.0.
    CcBySa,
    /// Open Data Commons Attribution 1.0.
    OdcBy,
    /// Open Database Licence 1.0.
    Odbl,
}

impl Licence {
    /// All, the freest first.
    pub const ALL: [Self; 5] = [Self::Cc0, Self::CcBy, Self::CcBySa, Self::OdcBy, Self::Odbl];

    /// Name in the SPDX list; settings write it in small letters with hyphens.
    pub fn spdx(self) -> &'static str {
        match self {
            Self::Cc0 => "CC0-1.0",
            Self::CcBy => "CC-BY-4.0",
            Self::CcBySa => "CC-BY-SA-4.0",
            Self::OdcBy => "ODC-By-1.0",
            Self::Odbl => "ODbL-1.0",
        }
    }

    /// Its whole name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Cc0 => "Creative Commons Zero 1.0",
            Self::CcBy => "Creative Commons Attribution 4.0",
            Self::CcBySa => "Creative Commons Attribution-ShareAlike 4.0",
            Self::OdcBy => "Open Data Commons Attribution 1.0",
            Self::Odbl => "Open Database License 1.0",
        }
    }

    /// Where its text stands.
    pub fn url(self) -> &'static str {
        match self {
            Self::Cc0 => "https://creativecommons.org/publicdomain/zero/1.0/",
            Self::CcBy => "https://creativecommons.org/licenses/by/4.0/",
            Self::CcBySa => "https://creativecommons.org/licenses/by-sa/4.0/",
            Self::OdcBy => "https://opendatacommons.org/licenses/by/1-0/",
            Self::Odbl => "https://opendatacommons.org/licenses/odbl/1-0/",
        }
    }

    /// The licence behind the word of the settings.
    pub fn parse(word: &str) -> Option<Self> {
        let slug = |licence: &Self| licence.spdx().to_ascii_lowercase().replace('.', "-");
        Self::ALL.into_iter().find(|licence| slug(licence) == word)
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
            open_data: true,
            data_licence: None,
            share_pictures: true,
            precompress: Vec::new(),
            brochure_pdf: vec![PdfFor::Screen],
            cache: None,
            budgets: Budgets::default(),
            span,
        }
    }

    /// Whether the interface is also made in English.
    pub fn has_english(&self) -> bool {
        self.languages.contains(&Lang::En)
    }
}
