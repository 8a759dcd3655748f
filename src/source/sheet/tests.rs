//! Tables of every format, read as a spreadsheet shows them.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;

/// Rows as numbers and texts.
fn shown(sheet: &Sheet) -> Vec<(usize, Vec<&str>)> {
    let texts = |row: &'_ Row| row.number;
    let rows = sheet.rows.iter();
    rows.map(|row| (texts(row), row.values.iter().map(|it| it.text.as_str()).collect()))
        .collect()
}

fn saved(name: &str, bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    std::io::Write::write_all(&mut fs::File::create(&path).unwrap(), bytes).unwrap();
    (dir, path)
}

#[test]
fn rows_of_text_are_numbered_as_a_spreadsheet_would() {
    let text = "Tên;Giá\n\n\"Mật\nong\";  1.000 \n;\nChè;2\n";
    let (_dir, path) = saved("a.csv", text.as_bytes());
    let book = read(&path).unwrap();
    assert_eq!(
        shown(&book.sheets[0]),
        [(1, vec!["Tên", "Giá"]), (3, vec!["Mật\nong", "1.000"]), (5, vec!["Chè", "2"])]
    );
}

#[test]
fn a_mark_before_a_formula_is_taken_off() {
    let (_dir, path) = saved("a.csv", "x\n'+84 900\n'=1+1\n'quoted'\n".as_bytes());
    let book = read(&path).unwrap();
    let texts: Vec<&str> = shown(&book.sheets[0]).iter().map(|(_, row)| row[0]).collect();
    assert_eq!(texts, ["x", "+84 900", "=1+1", "'quoted'"]);
}

#[test]
fn a_workbook_is_read_as_shown() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Trống").unwrap();
    let sheet = workbook.add_worksheet().set_name("Danh sách").unwrap();
    sheet.write_string(2, 1, "Mật  ong\u{a0}bạc hà ").unwrap();
    sheet.write_number(2, 2, 90.86).unwrap();
    sheet.write_number(2, 3, 209_123_456).unwrap();
    let day = ExcelDateTime::from_ymd(2026, 3, 2).unwrap();
    let format = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_datetime_with_format(2, 4, &day, &format).unwrap();
    sheet.write_string(1_048_575, 16_383, "xa").unwrap();
    let (_dir, path) = saved("a.xlsx", &workbook.save_to_buffer().unwrap());
    let book = read(&path).unwrap();
    let names: Vec<&str> = book.sheets.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Trống", "Danh sách"]);
    let want = ["", "Mật ong bạc hà", "90.86", "209123456", "2026-03-02"];
    assert_eq!(shown(&book.sheets[1]), [(3, want.to_vec())]);
    assert_eq!(book.sheets[1].rows[0].values[3].sort, Sort::Number);
}

#[test]
fn old_fonts_are_converted_sheet_by_sheet() {
    let text = "Tªn s¶n phÈm,Chñ thÓ\nMËt ong b¹c hµ,Hîp t¸c x· VÝ Dô\n";
    let (_dir, path) = saved("a.csv", text.as_bytes());
    let book = read(&path).unwrap();
    assert_eq!(book.encoding, Encoding::Tcvn3);
    assert_eq!(shown(&book.sheets[0])[1].1, ["Mật ong bạc hà", "Hợp tác xã Ví Dụ"]);
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    for (name, bytes) in [
        ("a.xlsx", &b"not a spreadsheet"[..]),
        ("a.xlsx", b""),
        ("a.ods", b"PK\x03\x04 broken"),
        ("a.docx", b"PK"),
        ("a.csv", b"caf\xe9 \xff\xfe\x81"),
    ] {
        let (_dir, path) = saved(name, bytes);
        let failure = read(&path).unwrap_err();
        assert!(!failure.hints.is_empty(), "{name}: {failure:?}");
    }
}

#[test]
fn columns_have_letters() {
    let letters = [0, 25, 26, 51, 52, 701, 702].map(column_letters);
    assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
}
