//! The table for Excel in a program that was built without the feature `tables`.
//!
//! Says so, and never makes one: tables in .csv need nothing of it.

use crate::derive::table::Part;
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::render::open_data::Data;

/// Always fails.
pub fn workbook(
    _: &Catalogue,
    _: &Data,
    _: &[(Part, Vec<Vec<String>>)],
) -> Result<Vec<u8>, Failure> {
    let failure = Failure::left_out("bảng Excel", "tables of Excel", "tables");
    Err(failure.hint("hoặc xuất ra .csv", "or export .csv"))
}
