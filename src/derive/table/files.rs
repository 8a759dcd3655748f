//! The files that the catalogue becomes as data.
//!
//! Only their names; what they hold is made by `render`.

use super::parts::Part;

/// Folder of the data in the output.
pub const FOLDER: &str = "data";

/// One of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFile {
    /// Comma-separated values, one row a product, headings in Vietnamese.
    Csv,
    /// The same for every rating, or for every pack, of every product.
    Part(Part),
    /// One JSON object a line.
    JsonLines,
    /// One JSON document.
    Json,
    /// Frictionless `datapackage.json`.
    Package,
}

impl DataFile {
    /// All.
    pub const ALL: [Self; 6] = [
        Self::Csv,
        Self::Part(Part::Ratings),
        Self::Part(Part::Packs),
        Self::JsonLines,
        Self::Json,
        Self::Package,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "san-pham.csv",
            Self::Part(Part::Ratings) => "cong-nhan.csv",
            Self::Part(Part::Packs) => "quy-cach.csv",
            Self::JsonLines => "san-pham.jsonl",
            Self::Json => "san-pham.json",
            Self::Package => "datapackage.json",
        }
    }

    /// Its path in the output.
    pub fn path(self) -> String {
        format!("{FOLDER}/{}", self.name())
    }
}
