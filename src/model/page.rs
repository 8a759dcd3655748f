//! A page of prose: what the programme is, how stars are awarded.

use crate::diag::span::FileId;
use crate::model::story::Story;
use crate::text::lang::Text;

/// A page under `content/pages/`.
#[derive(Debug, Clone)]
pub struct Page {
    /// Address part, the file's name.
    pub slug: String,
    /// The Vietnamese file.
    pub file: FileId,
    /// The file of the English body, where there is one.
    pub english_file: Option<FileId>,
    /// Title in both languages.
    pub title: Text,
    /// One or two sentences for lists and search engines.
    pub summary: Text,
    /// Whether menus list it.
    pub in_menu: bool,
    /// Place in menus, smaller first.
    pub order: i64,
    /// Vietnamese body.
    pub body: Story,
    /// English body; `None` shows the Vietnamese one, marked with its language.
    pub english_body: Option<Story>,
}
