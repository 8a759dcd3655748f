//! The table for Excel: headings, drop-downs, and the words that they offer.
//!
//! The first sheet has the columns of the catalogue, one row a product, or none
//! for a new table to be filled in. Columns that choose from a list offer it;
//! the lists stand on the second sheet, so that they are as long as they need to
//! be. Further packs and earlier ratings stand on sheets of their own, where there
//! are any. Text is written as text, so that no cell is ever a formula and no number
//! loses its zeros. The same catalogue gives the same bytes.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Note,
    Workbook, Worksheet, XlsxError,
};

use crate::derive::table::{COLUMNS, NUMBER, Part, index_of};
use crate::model::catalogue::Catalogue;
use crate::model::failure::Failure;
use crate::parse::keys::Need;
use crate::render::open_data::Data;

/// Rows for which drop-downs are made.
const ROWS: u32 = 5000;
/// Name of the sheet of lists.
const LISTS: &str = "Danh mục";

/// The workbook with these rows.
pub fn workbook(
    catalogue: &Catalogue,
    data: &Data,
    parts: &[(Part, Vec<Vec<String>>)],
) -> Result<Vec<u8>, Failure> {
    make(catalogue, data, parts).map_err(|error| {
        Failure::machine("không tạo được bảng", "cannot make the table").caused_by(&error)
    })
}

fn make(
    catalogue: &Catalogue,
    data: &Data,
    parts: &[(Part, Vec<Vec<String>>)],
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed day: the file says what the catalogue says and not when.
    let day = ExcelDateTime::from_ymd(2020, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = book.add_worksheet();
    sheet.set_name("Sản phẩm")?;
    headings(sheet)?;
    for (row, texts) in (1_u32..).zip(data.rows()) {
        for (column, cell) in (0_u16..).zip(texts.cells()).filter(|(_, cell)| !cell.is_empty())
        {
            sheet.write_string(row, column, cell)?;
        }
    }
    let lists = lists(catalogue);
    let last = ROWS.max(u32::try_from(data.products()).unwrap_or(ROWS));
    for (place, (id, words)) in (0_u16..).zip(&lists) {
        let Some(column) = (0_u16..).zip(COLUMNS).find(|(_, it)| it.id == *id) else {
            continue;
        };
        let letter = crate::source::sheet::column_letters(usize::from(place));
        let end = words.len().saturating_add(1);
        let range = format!("='{LISTS}'!${letter}$2:${letter}${end}");
        let choice = DataValidation::new()
            .allow_list_formula(Formula::new(range))
            .set_error_title("Không có trong danh mục")?
            .set_error_message("Chọn một giá trị trong danh sách, hoặc để trống.")?;
        sheet.add_data_validation(1, column.0, last, column.0, &choice)?;
    }
    for (part, rows) in parts.iter().filter(|(_, rows)| !rows.is_empty()) {
        further(book.add_worksheet(), *part, rows)?;
    }
    let second = book.add_worksheet();
    second.set_name(LISTS)?;
    for (column, (id, words)) in (0_u16..).zip(&lists) {
        let heading = COLUMNS.iter().find(|it| it.id == *id).map_or(*id, |it| it.heading.0);
        second.write_string_with_format(0, column, heading, &heading_format())?;
        second.set_column_width(column, 28)?;
        for (row, word) in (1_u32..).zip(words) {
            second.write_string(row, column, word)?;
        }
    }
    book.save_to_buffer()
}

/// The sheet of ratings or packs that the main one has no room for.
fn further(sheet: &mut Worksheet, part: Part, rows: &[Vec<String>]) -> Result<(), XlsxError> {
    sheet.set_name(part.sheet())?;
    let lead =
        ["slug", "name"].map(|id| COLUMNS.get(index_of(id)).map_or(id, |it| it.heading.0));
    let own = part.columns().map(|(_, column)| column.heading.0);
    let headings = lead.into_iter().chain([NUMBER.0]).chain(own);
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.set_column_width(column, if column < 2 { 32 } else { 18 })?;
        sheet.set_column_format(column, &text)?;
        sheet.write_string_with_format(0, column, heading, &heading_format())?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    Ok(())
}

fn heading_format() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x002b_3a67))
        .set_font_color(Color::White)
}

fn headings(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let format = heading_format();
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    for (column, it) in (0_u16..).zip(COLUMNS) {
        let width = match it.id {
            "summary" | "summary_en" | "sources" => 48,
            "name" | "producer" | "slug" => 32,
            "stars" | "score" => 8,
            _ => 18,
        };
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, &text)?;
        sheet.write_string_with_format(0, column, it.heading.0, &format)?;
        if let Some(key) = it.key() {
            let must = if key.need == Need::Must { "Bắt buộc. " } else { "" };
            let note = Note::new(format!("{must}{}.", key.help.0)).add_author_prefix(false);
            sheet.insert_note(0, column, &note)?;
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    let last = u16::try_from(COLUMNS.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(0, 0, ROWS, last)?;
    Ok(())
}

/// What columns choose from, by column id.
fn lists(catalogue: &Catalogue) -> Vec<(&'static str, Vec<String>)> {
    let scheme = &catalogue.scheme;
    let words = |list: &[&str]| list.iter().map(|&word| word.to_owned()).collect();
    let mut subgroups: Vec<String> =
        scheme.subgroups_with_ids().map(|(_, it)| it.name.vi.clone()).collect();
    subgroups.dedup();
    vec![
        ("group", scheme.groups_with_ids().map(|(_, it)| it.name.vi.clone()).collect()),
        ("subgroup", subgroups),
        (
            "province",
            catalogue.regions.provinces_with_ids().map(|(_, it)| it.name.vi.clone()).collect(),
        ),
        (
            "former_province",
            catalogue.regions.formers_with_ids().map(|(_, it)| it.name.vi.clone()).collect(),
        ),
        ("stars", words(&["1", "2", "3", "4", "5"])),
        (
            "event",
            words(&[
                "Lần đầu",
                "Nâng hạng",
                "Công nhận lại",
                "Đề nghị 5 sao",
                "Không đạt",
                "Thu hồi",
            ]),
        ),
        ("level", words(&["Huyện", "Tỉnh", "Trung ương"])),
        ("kind", scheme.product_kinds.iter().map(|it| it.name.vi.clone()).collect()),
        ("state", words(&["Bản nháp", "Chờ duyệt", "Đăng", "Ẩn", "Đã gỡ"])),
    ]
}
