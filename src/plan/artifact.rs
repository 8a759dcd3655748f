//! Artifact: one file of the output, and what it is made of.

use crate::derive::listing::ListingId;
use crate::derive::route::Target;
use crate::derive::table::DataFile;
use crate::diag::span::FileId;
use crate::model::product::ProductId;
use crate::model::settings::PdfFor;
use crate::picture::Variant;
use crate::text::lang::Lang;

/// One file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder, with `/` between its parts.
    pub path: String,
    /// What it is made of.
    pub kind: Kind,
}

/// What sort of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page other than a list.
    Page(Target, Lang),
    /// A page of a list, counted from 1.
    Listing {
        /// The list.
        id: ListingId,
        /// Which of its pages.
        number: usize,
        /// Language of the interface.
        lang: Lang,
    },
    /// A page that leads elsewhere, by its index in the site.
    Redirect(usize),
    /// What a wrong address answers.
    NotFound(Lang),
    /// The woven cover of a product without photo.
    Cover(ProductId),
    /// The picture of a product for other sites.
    Share(ProductId),
    /// One size of a photo of the content.
    Photo(FileId, Variant),
    /// A brochure as PDF, by its index in the catalogue.
    Pdf(usize, PdfFor),
    /// A file of the theme, by its index in the theme.
    Asset(usize),
    /// A shelf with what the shortlist shows of products, by its index.
    Shelf(usize, Lang),
    /// A file of the search index, by its place in the index.
    Index(usize),
    /// News in Atom.
    Feed(FeedOf, Lang),
    /// Description of the search for browsers.
    OpenSearch(Lang),
    /// A file of the sitemap.
    Sitemap(usize),
    /// The service worker.
    Worker,
    /// A file of the open data.
    Data(DataFile),
    /// Rules for crawlers.
    Robots,
    /// Headers that hosts shall send, for hosts that read `_headers`.
    Headers,
    /// Addresses that lead elsewhere, for hosts that read `_redirects`.
    Redirects,
}

/// Of what a feed tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedOf {
    /// The whole catalogue.
    Site,
    /// One list.
    Listing(ListingId),
}
