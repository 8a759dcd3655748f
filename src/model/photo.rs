//! A photo of a product, producer or place, with what must be said of it.

use crate::diag::span::{FileId, Span, Spanned};
use crate::picture::Format;

/// A photo named by a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The file in the tree.
    pub file: FileId,
    /// Where the dossier names it.
    pub span: Span,
    /// Text for those who do not see it (Circular 26/2020/TT-BTTTT); must be there.
    pub alt: Option<Spanned<String>>,
    /// The same in English.
    pub alt_en: Option<String>,
    /// Name of the photographer or owner.
    pub credit: Option<String>,
    /// Licence or permission under which it is shown.
    pub licence: Option<String>,
    /// What it shows: `cover`, `portrait`, `process`, `place`, `certificate`.
    pub role: Option<Spanned<String>>,
    /// Whether a person shown has agreed; must be stated for portraits.
    pub consent: Option<bool>,
    /// Point that crops keep, in percent from left and top.
    pub focus: (u8, u8),
    /// Size in pixels, read from the file's head.
    pub size: PhotoSize,
    /// Format, told by the file's content.
    pub format: Format,
    /// Whether the camera noted where it was taken.
    pub has_place: bool,
}

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhotoSize {
    /// Pixels across, at least 1.
    pub width: u32,
    /// Pixels down, at least 1.
    pub height: u32,
}
