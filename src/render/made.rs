//! What an artifact is made of: a page with its frame and view, or bytes.

use std::cell::RefCell;
use std::sync::Arc;

use serde::Serialize;

use crate::derive::table::DataFile;
use crate::diag::span::FileId;
use crate::model::product::ProductId;
use crate::picture::Variant;
use crate::plan::pdf::Pdf;
use crate::render::open_data::Data;
use crate::render::paper::{BrochureListView, FairPageView, PrintView};
use crate::render::root;
use crate::render::search::File;
use crate::render::view::frame::FrameView;
use crate::render::view::home::HomeView;
use crate::render::view::index::IndexView;
use crate::render::view::letters::LettersView;
use crate::render::view::listing::ListingView;
use crate::render::view::open_data::OpenDataView;
use crate::render::view::producer::ProducerView;
use crate::render::view::product::ProductView;
use crate::render::view::prose::PageView;
use crate::render::view::share::ShareView;
use crate::render::view::shortlist::ShortlistView;
use crate::text::lang::Lang;

/// What an artifact is made of.
pub enum Made<'a> {
    /// A page.
    Page(Box<PageMade>),
    /// Text that is ready.
    Text(String),
    /// Bytes that are ready.
    Bytes(&'a [u8]),
    /// A file of the search index.
    Index(Arc<File>),
    /// A file of the open data.
    Data(Arc<Data>, DataFile),
    /// One size of a photo.
    Photo(FileId, Variant),
    /// A PDF, with its name in the store.
    Pdf(&'a Pdf, String),
    /// A picture for other sites.
    Share(Box<ShareView>),
}

/// Everything of a page.
pub struct PageMade {
    /// Its template.
    pub template: &'static str,
    /// Frame.
    pub frame: FrameView,
    /// View.
    pub view: View,
    /// Way from the page to the site's root.
    pub way: String,
    /// Language of shell and cards.
    pub lang: Lang,
    /// Products whose cards stand on it.
    pub cards: Vec<ProductId>,
}

/// Gives places to cards and remembers which.
#[derive(Default)]
pub(super) struct Marks(RefCell<Vec<ProductId>>);

impl Marks {
    /// The place of a card.
    pub(super) fn mark(&self, id: ProductId) -> String {
        self.0.borrow_mut().push(id);
        root::card_mark(id)
    }

    /// The products whose cards have places.
    pub(super) fn into_ids(self) -> Vec<ProductId> {
        self.0.into_inner()
    }
}

/// The closed values of all pages.
#[derive(Serialize)]
#[serde(untagged)]
pub enum View {
    /// The home page.
    Home(Box<HomeView>),
    /// A list.
    Listing(Box<ListingView>),
    /// A product.
    Product(Box<ProductView>),
    /// A producer.
    Producer(Box<ProducerView>),
    /// A product taken down.
    Removed {
        /// The product.
        p: RemovedView,
    },
    /// An index of terms.
    Index(IndexView),
    /// Names from A to Z.
    Letters(LettersView),
    /// The shortlist.
    Shortlist(ShortlistView),
    /// A page of prose.
    Prose(Box<PageView>),
    /// A page that leads elsewhere.
    Redirect {
        /// Relative address.
        to: String,
        /// That of the same page in English, where this one serves both languages; may be empty.
        english: String,
    },
    /// A brochure cut into pages.
    Brochure(Box<PrintView>),
    /// Brochures to choose from.
    Brochures(BrochureListView),
    /// A fair.
    Fair(Box<FairPageView>),
    /// What the open data are.
    Data(Box<OpenDataView>),
    /// Nothing beyond the frame.
    Frame {},
}

/// A product taken down.
#[derive(Debug, Serialize)]
pub struct RemovedView {
    /// Its name.
    pub(super) name: String,
}
