//! Tables and catalogues: what goes out comes back unchanged, what comes in
//! broken is told cell by cell.
//!
//! The catalogue of this project is exported and brought in again; a table of
//! 5,000 rows has 300 errors of every kind. Reads the project's own content,
//! writes to temporary folders only.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test ends where it cannot go on, and writes tables"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use dacsan::edit::export::{self, Rows};
use dacsan::edit::import::{self, Request};
use dacsan::edit::scaffold;
use dacsan::text::date::Day;

fn request(root: &Path, file: &Path) -> Request {
    Request {
        root: root.to_owned(),
        file: file.to_owned(),
        given: Vec::new(),
        today: Day::new(2026, 11, 23).unwrap(),
    }
}

#[test]
fn an_export_brought_in_again_changes_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dir = tempfile::tempdir().unwrap();
    for name in ["danh-muc.csv", "danh-muc.xlsx"] {
        let file = dir.path().join(name);
        let done = export::export(root, &file, Rows::All).unwrap();
        let plan = import::plan(&request(root, &file)).unwrap();
        let findings: Vec<String> = plan
            .findings
            .iter()
            .map(|it| format!("{}: {}", it.place.shown(name), it.diagnostic.message.en))
            .collect();
        assert_eq!(findings, Vec::<String>::new(), "{name}");
        assert_eq!((plan.updated.len(), plan.created.len(), plan.kept), (0, 0, 0), "{name}");
        assert!(plan.is_empty());
        assert_eq!(plan.same, done.products, "{name}");
        assert!(done.products >= 100);
    }
}

#[test]
fn an_export_has_the_same_bytes_every_time() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("danh-muc");
    scaffold::init(&root).unwrap();
    let bytes = |folder: &str| {
        let done = export::export(&root, &dir.path().join(folder), Rows::All).unwrap();
        done.files.iter().map(|file| fs::read(file).unwrap()).collect::<Vec<_>>()
    };
    let first = bytes("a");
    assert_eq!(first.len(), 5);
    assert_eq!(first, bytes("b"));
}

/// Ways in which a row may be wrong: a change of the good row, and the code.
const FLAWS: [(&str, &str, &str); 12] = [
    (",Thực phẩm,", ",Thực fẩm 9,", "group-unknown"),
    (",Đồng Tháp,", ",Đồng Tap 77,", "province-unknown"),
    (",Đồng Tháp,", ",87,", "province-code"),
    (",4 sao,", ",6 sao,", "number-unreadable"),
    (",4 sao,", ",,", "row-incomplete"),
    (",Hợp tác xã Ví Dụ,", ",,", "row-incomplete"),
    (",02/03/2026,", ",30/02/2026,", "date-impossible"),
    (",02/03/2026,", ",hôm qua,", "date-unreadable"),
    (",78.5,", ",178.5,", "number-unreadable"),
    (",95.000,", ",chín lăm,", "price-unreadable"),
    (",0900 000 001,", ",12,", "phone-unreadable"),
    (",a@vi-du.example", ",không có", "email-unreadable"),
];

#[test]
fn of_five_thousand_rows_three_hundred_bad_ones_are_told_and_the_rest_go_in() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("danh-muc");
    scaffold::init(&root).unwrap();
    let mut table = String::from(
        "STT,Tên sản phẩm,Nhóm,Chủ thể,Tỉnh,Số sao,Điểm,Ngày quyết định,Giá,SĐT,Email\n",
    );
    let mut wanted = Vec::new();
    for number in 1..=5000_usize {
        let mut row = format!(
            "{number},Sản phẩm số {number},Thực phẩm,Hợp tác xã Ví Dụ,Đồng Tháp,4 \
             sao,78.5,02/03/2026,95.000,0900 000 001,a@vi-du.example"
        );
        if number % 16 == 0 && wanted.len() < 300 {
            let (good, bad, code) = FLAWS[wanted.len() % FLAWS.len()];
            assert!(row.contains(good), "{good}");
            row = row.replacen(good, bad, 1);
            wanted.push((number + 1, code));
        }
        writeln!(table, "{row}").unwrap();
    }
    let file = dir.path().join("bang.csv");
    fs::write(&file, &table).unwrap();
    let plan = import::plan(&request(&root, &file)).unwrap();
    let found: Vec<(usize, &str)> =
        plan.findings.iter().map(|it| (it.place.row, it.diagnostic.code.name)).collect();
    assert_eq!(found, wanted);
    assert!(plan.findings.iter().all(|it| it.place.column.is_some()));
    assert_eq!((plan.refused, plan.created.len()), (300, 4700));
    import::write(&plan, &root).unwrap();
    let again = import::plan(&request(&root, &file)).unwrap();
    assert!(again.is_empty());
    assert_eq!((again.same, again.refused), (4700, 300));
}
