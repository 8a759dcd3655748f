//! The way of the handbook, typed as it stands there: a fresh folder, `init`, an
//! Excel table of 150 rows with 20 mistakes, mended by what the messages say and
//! nothing else, `check`, `build`.
//!
//! The mistakes are slips in names, each of which the message answers with the
//! right one. Runs the real binary in a temporary folder.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

use std::path::Path;
use std::process::{Command, Output};

use rust_xlsxwriter::Workbook;

const HEADINGS: [&str; 8] = [
    "TT",
    "Tên sản phẩm",
    "Ngành hàng",
    "Tên chủ thể",
    "Tỉnh/TP",
    "Hạng sao",
    "Số QĐ",
    "Ngày ký",
];

fn run(root: &Path, typed: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dacsan"));
    command.env_remove("DACSAN_LANG").current_dir(root).args(typed);
    command.args(["--as-of", "2026-11-23"]).output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The office's table: 150 rows, every seventh of the first 140 with a slip.
fn table() -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for number in 1..=150_usize {
        let (mut group, mut province) = ("Thực phẩm", "Đồng Tháp");
        if number % 7 == 0 && number <= 140 {
            if number % 2 == 0 {
                province = "Đồng Thápp";
            } else {
                group = "Thựcc phẩm";
            }
        }
        rows.push(vec![
            number.to_string(),
            format!("Đặc sản Ví Dụ {number}"),
            group.to_owned(),
            format!("Hợp tác xã Ví Dụ số {}", number % 12),
            province.to_owned(),
            "Hạng 4 sao".to_owned(),
            "Số 001/QĐ-VD".to_owned(),
            "02/03/2026".to_owned(),
        ]);
    }
    rows
}

fn save(rows: &[Vec<String>], path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "DANH SÁCH SẢN PHẨM OCOP").unwrap();
    for (column, heading) in (0_u16..).zip(HEADINGS) {
        sheet.write_string(2, column, heading).unwrap();
    }
    for (row, cells) in (3_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save(path).unwrap();
}

/// What the messages say: row and column of the table, and the right value.
fn told(output: &str) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut place = None;
    for line in output.lines() {
        if let Some((_, rest)) = line.split_once("┌─ ds.xlsx:Sheet1:") {
            let mut parts = rest.split([':', ' ']);
            let row: usize = parts.next().unwrap().parse().unwrap();
            let letter = parts.next().unwrap().bytes().next().unwrap();
            place = Some((row - 4, usize::from(letter - b'A')));
        } else if let Some((_, rest)) = line.split_once("gợi ý: có phải `")
            && let Some((row, column)) = place.take()
        {
            found.push((row, column, rest.split('`').next().unwrap().to_owned()));
        }
    }
    found
}

#[test]
fn an_office_gets_from_a_table_with_mistakes_to_a_catalogue() {
    let dir = tempfile::tempdir().unwrap();
    assert!(run(dir.path(), &["init", "danh-muc"]).status.success());
    let root = dir.path().join("danh-muc");
    let file = root.join("ds.xlsx");
    let mut rows = table();
    save(&rows, &file);

    let looked = run(&root, &["import", "ds.xlsx", "--dry-run"]);
    assert_eq!(looked.status.code(), Some(1), "{}", text(&looked));
    let first = run(&root, &["import", "ds.xlsx", "--yes"]);
    assert!(text(&first).contains("130 hồ sơ mới"), "{}", text(&first));
    let mistakes = told(&text(&first));
    assert_eq!(mistakes.len(), 20, "{}", text(&first));

    for (row, column, right) in mistakes {
        rows[row][column] = right;
    }
    save(&rows, &file);
    let second = run(&root, &["import", "ds.xlsx", "--yes"]);
    assert_eq!(second.status.code(), Some(0), "{}", text(&second));
    assert!(text(&second).contains("20 hồ sơ mới"), "{}", text(&second));
    assert!(text(&second).contains("130 hồ sơ giữ nguyên"), "{}", text(&second));

    let checked = run(&root, &["check"]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked));
    let built = run(&root, &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built));
    let page = root.join("public/san-pham/dac-san-vi-du-150/index.html");
    assert!(page.is_file());
}
