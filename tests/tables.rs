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
    assert_eq!(first.len(), 7);
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

/// A dossier with two earlier ratings and two further packs.
const SEVERAL: &str = "\
---
name: Trà sen Ví Dụ
group: do-uong
producer: hop-tac-xa-vi-du
province: Đồng Tháp
ratings:
  - event: first
    stars: 3
    decided: 2020-01-05
    decision: 1/QĐ-UBND
  - event: upgrade
    stars: 4
    decided: 2022-02-06
    decision: 2/QĐ-UBND
  - event: renewal
    stars: 4
    score: 85.5
    decided: 2025-03-07
    decision: 3/QĐ-UBND
packs:
  - name: hộp
    net: 100 g
    price: 90000
    priced_on: 2026-01-01
  - name: túi # bán ở chợ
    net: 250 g
    price: 180000
    priced_on: 2026-01-01
  - name: thùng
    net: 5 kg
---
Câu chuyện.
";

fn with_several() -> (tempfile::TempDir, std::path::PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("danh-muc");
    scaffold::init(&root).unwrap();
    fs::write(root.join("content/products/tra-sen.md"), SEVERAL).unwrap();
    (dir, root)
}

#[test]
fn every_rating_and_pack_goes_out_and_comes_back() {
    let (dir, root) = with_several();
    let file = dir.path().join("bang.xlsx");
    let done = export::export(&root, &file, Rows::All).unwrap();
    assert_eq!(done.left_out, 0);
    let plan = import::plan(&request(&root, &file)).unwrap();
    assert!(plan.is_empty() && plan.findings.is_empty(), "{:?}", plan.findings);
    assert_eq!((plan.sheets.len(), plan.kept), (4, 0));
    // Into a catalogue that knows none of the products.
    let empty = dir.path().join("trong");
    scaffold::init(&empty).unwrap();
    fs::remove_dir_all(empty.join("content/products")).unwrap();
    let plan = import::plan(&request(&empty, &file)).unwrap();
    assert!(plan.findings.is_empty(), "{:?}", plan.findings);
    import::write(&plan, &empty).unwrap();
    let tables = |root: &Path, to: &str| {
        let folder = dir.path().join(to);
        export::export(root, &folder, Rows::All).unwrap();
        ["cong-nhan.csv", "quy-cach.csv", "san-pham.csv"].map(|name| {
            let mut lines: Vec<String> = fs::read_to_string(folder.join(name))
                .unwrap()
                .lines()
                .map(str::to_owned)
                .collect();
            lines.sort();
            lines
        })
    };
    assert_eq!(tables(&root, "a"), tables(&empty, "b"));
    let again = import::plan(&request(&empty, &file)).unwrap();
    assert!(again.is_empty() && again.kept == 0);
    // A single table of text has no room for them, and says so.
    let done = export::export(&root, &dir.path().join("bang.csv"), Rows::All).unwrap();
    assert_eq!(done.left_out, 1);
}

#[test]
fn further_packs_are_changed_added_and_refused_one_by_one() {
    let (dir, root) = with_several();
    let file = dir.path().join("quy-cach.csv");
    let head = "Đường dẫn,Tên sản phẩm,Thứ tự,Quy cách,Khối lượng tịnh,Giá (đồng)\n";
    fs::write(
        &file,
        format!(
            "{head}tra-sen,Trà sen,2,túi,250 g,180000\ntra-sen,Trà sen,3,thùng,5 kg,2500000\n\
             tra-sen,Trà sen,4,gói,20 g,20000\ntra-sen,Trà sen,9,lạc,1 g,1000\n\
             tra-sne,Trà sen,2,túi,250 g,1\ntra-sen,Trà sen,2,túi,250 g,đắt\n"
        ),
    )
    .unwrap();
    let plan = import::plan(&request(&root, &file)).unwrap();
    let found: Vec<(usize, &str)> =
        plan.findings.iter().map(|it| (it.place.row, it.diagnostic.code.name)).collect();
    assert_eq!(
        found,
        [(5, "import-unplaced"), (6, "row-without-dossier"), (7, "price-unreadable")],
        "{:?}",
        plan.findings
    );
    assert_eq!((plan.updated.len(), plan.refused), (1, 2));
    import::write(&plan, &root).unwrap();
    let text = fs::read_to_string(root.join("content/products/tra-sen.md")).unwrap();
    let want = SEVERAL.replace(
        "    net: 5 kg\n",
        "    net: 5 kg\n    price: 2500000\n  - name: gói\n    net: 20 g\n    price: 20000\n",
    );
    assert_eq!(text, want);
    // Nobody touched it since, so the table may change it again; then a person does.
    fs::write(&file, format!("{head}tra-sen,Trà sen,4,gói,20 g,22000\n")).unwrap();
    let plan = import::plan(&request(&root, &file)).unwrap();
    import::write(&plan, &root).unwrap();
    let path = root.join("content/products/tra-sen.md");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("price: 22000"), "{text}");
    fs::write(&path, text.replace("22000", "25000")).unwrap();
    let plan = import::plan(&request(&root, &file)).unwrap();
    assert!(plan.is_empty() && plan.kept == 1, "{:?}", plan.findings);
    fs::write(&file, format!("{head}tra-sen,Trà sen,4,gói,20 g,23000\n")).unwrap();
    let plan = import::plan(&request(&root, &file)).unwrap();
    assert_eq!(plan.findings[0].diagnostic.code.name, "import-conflict");
    assert!(plan.is_empty());
}
