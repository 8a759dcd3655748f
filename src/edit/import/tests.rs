//! Whole imports on the sample catalogue: rows become dossiers, people stay right.

use std::fs;

use super::*;
use crate::edit::scaffold;

/// A sample catalogue in a folder of its own.
struct Office {
    dir: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        scaffold::init(dir.path()).unwrap();
        Self { dir }
    }

    fn request(&self, table: &str) -> Request {
        let file = self.dir.path().join("bang.csv");
        emit(&file, table);
        Request {
            root: self.dir.path().to_owned(),
            file,
            given: Vec::new(),
            today: Day::new(2026, 11, 23).unwrap(),
        }
    }

    fn plan(&self, table: &str) -> Plan {
        plan(&self.request(table)).unwrap()
    }

    fn import(&self, table: &str) -> Plan {
        let plan = self.plan(table);
        write(&plan, self.dir.path()).unwrap();
        plan
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(fs::read(self.dir.path().join(path)).unwrap()).unwrap()
    }
}

fn emit(path: &Path, text: &str) {
    crate::emit::replace(path, text.as_bytes(), 0).unwrap();
}

fn codes(plan: &Plan) -> Vec<(&str, usize, Option<usize>)> {
    let findings = plan.findings.iter();
    findings.map(|it| (it.diagnostic.code.name, it.place.row, it.place.column)).collect()
}

const HEAD: &str =
    "STT,Tên sản phẩm,Nhóm,Chủ thể,Tỉnh,Xã,Số sao,Số quyết định,Ngày,Giá bán,SĐT\n";
const HONEY: &str = "content/products/ha-noi/mat-ong-vi-du.md";

fn honey(price: &str) -> String {
    format!(
        "{HEAD}1,Mật ong Ví Dụ,Thực phẩm,HTX Ong Ví Dụ,Hà Nội,Xã Ví Dụ,Hạng 4 sao,002/QĐ-VD ngày \
         01/04/2026,,{price},0900 000 009\n"
    )
}

#[test]
fn a_row_becomes_a_dossier_and_its_producer() {
    let office = Office::new();
    let plan = office.import(&honey("95.000"));
    assert_eq!(codes(&plan), []);
    assert_eq!(
        office.text(HONEY),
        "---\nname: Mật ong Ví Dụ\ngroup: thuc-pham\nproducer: htx-ong-vi-du\nprovince: Hà \
         Nội\ncommune: Xã Ví Dụ\nratings:\n  - stars: 4\n    decided: 2026-04-01\n    decision: \
         002/QĐ-VD\npacks:\n  - price: 95000\ncontacts:\n  phone: 0900 000 009\n---\n"
    );
    assert_eq!(
        office.text("content/producers/htx-ong-vi-du.yaml"),
        "name: HTX Ong Ví Dụ\nprovince: Hà Nội\ncommune: Xã Ví Dụ\n"
    );
    let again = office.plan(&honey("95.000"));
    assert!(again.is_empty() && again.own.is_empty() && again.same == 1, "{again:?}");
}

#[test]
fn an_office_changes_what_nobody_changed_since() {
    let office = Office::new();
    office.import(&honey("95.000"));
    let plan = office.import(&honey("98.000"));
    let heading = ("Giá (đồng)", "Price (VND)");
    let change = (heading, "95000".to_owned(), "98000".to_owned());
    assert_eq!(plan.updated, [Update { path: HONEY.to_owned(), changes: vec![change] }]);
    assert!(office.text(HONEY).contains("price: 98000\n"));
}

#[test]
fn what_a_person_changed_since_stays() {
    let office = Office::new();
    office.import(&honey("95.000"));
    let edited = office.text(HONEY).replace("price: 95000", "price: 99000   # hỏi lại");
    emit(&office.dir.path().join(HONEY), &edited);
    // The table says what it said: the person's price stays, in silence.
    let plan = office.import(&honey("95.000"));
    assert_eq!((plan.kept, plan.updated.len(), codes(&plan)), (1, 0, vec![]));
    // The table says something new as well: the conflict is told, every time.
    for _ in 0..2 {
        let plan = office.import(&honey("98.000"));
        assert_eq!(codes(&plan), [("import-conflict", 2, Some(9))]);
    }
    assert_eq!(office.text(HONEY), edited);
    // Once they agree, the office may change it again.
    assert_eq!(codes(&office.import(&honey("99.000"))), []);
    office.import(&honey("97.000"));
    assert!(office.text(HONEY).contains("price: 97000   # hỏi lại\n"));
}

#[test]
fn a_new_decision_is_added_after_the_old_one() {
    let office = Office::new();
    office.import(&honey("95.000"));
    let table =
        honey("95.000").replace("002/QĐ-VD ngày 01/04/2026", "009/QĐ-VD ngày 02/10/2026");
    let plan = office.import(&table.replace("Hạng 4 sao", "5"));
    // A province may not grant five stars; the rule of dossiers says so at the cell.
    assert!(office.text(HONEY).contains(
        "    decision: 002/QĐ-VD\n  - event: upgrade\n    stars: 5\n    decided: 2026-10-02\n    \
         decision: 009/QĐ-VD\n"
    ));
    assert_eq!(plan.updated.len(), 1);
}

#[test]
fn bad_rows_are_told_at_their_cells_and_the_others_go_on() {
    let office = Office::new();
    let rows = [
        "1,Mật ong A,Thực phẩm,HTX A,Hà Nội,,4,,2026-02-30,,",
        "2,Mật ong B,Thực fẩm,HTX A,Hà Nội,,4,,2026,,",
        "3,,Thực phẩm,HTX A,Hà Nội,,4,,2026,,",
        "4,Mật ong C,Thực phẩm,HTX A,Hà Nội,,9,,2026,,",
        "5,Mật ong D,Thực phẩm,HTX A,Hà Nọi 9,,4,,2026,,",
        "6,Mật ong E,Thực phẩm,HTX A,Hà Nội,,4,,2026,rẻ,12",
        "7,Mật ong F,Thực phẩm,HTX A,Hà Nội,,4,,2026,,",
        "8,Mật ong F,Thực phẩm,HTX A,Hà Nội,,4,,2026,,",
        "I. PHẦN HAI,,,,,,,,,,",
        "9,Mật ong G,Thực phẩm,,Hà Nội,,,,2026,,",
    ];
    let plan = office.import(&format!("{HEAD}{}\n", rows.join("\n")));
    assert_eq!(
        codes(&plan),
        [
            ("date-impossible", 2, Some(8)),
            ("group-unknown", 3, Some(2)),
            ("row-incomplete", 4, Some(1)),
            ("number-unreadable", 5, Some(6)),
            ("province-unknown", 6, Some(4)),
            ("price-unreadable", 7, Some(9)),
            ("phone-unreadable", 7, Some(10)),
            ("row-duplicate", 9, Some(1)),
            ("row-passed-over", 10, None),
            ("row-incomplete", 11, Some(3)),
            ("row-incomplete", 11, Some(6)),
        ]
    );
    assert_eq!((plan.refused, plan.created.len(), plan.producers.len()), (8, 1, 1));
}

#[test]
fn two_makers_of_one_name_have_two_dossiers() {
    let office = Office::new();
    office.import(&honey("95.000"));
    let table = honey("95.000")
        .replace("HTX Ong Ví Dụ", "Hộ Trần Văn Ví Dụ")
        .replace("Xã Ví Dụ", "Xã Minh Hoạ");
    let plan = office.import(&table);
    assert_eq!(codes(&plan), [("import-namesake", 2, Some(1))]);
    assert_eq!(plan.created[0].0, "content/products/ha-noi/mat-ong-vi-du-minh-hoa.md");
    assert!(office.plan(&table).is_empty());
}

#[test]
fn a_table_without_headings_or_with_an_unknown_column_says_so() {
    let office = Office::new();
    let failure = plan(&office.request("a,b\n1,2\n")).unwrap_err();
    assert!(failure.what.vi.contains("hàng tiêu đề"));
    let table = honey("95.000").replace("STT", "Mức độ");
    assert_eq!(codes(&office.plan(&table)), [("column-unknown", 1, Some(0))]);
    let given = vec![("Cột lạ".to_owned(), "x".to_owned())];
    assert!(plan(&Request { given, ..office.request(&table) }).is_err());
}

#[test]
fn values_for_the_whole_table_fill_empty_cells() {
    let office = Office::new();
    let table = "Tên,Nhóm,Chủ thể,Sao\nTrà A,Đồ uống,HTX Trà,3\n";
    let given = vec![
        ("Tỉnh".to_owned(), "Bến Tre".to_owned()),
        ("Số quyết định".to_owned(), "1/QĐ-UBND".to_owned()),
    ];
    let plan = plan(&Request { given, ..office.request(table) }).unwrap();
    write(&plan, office.dir.path()).unwrap();
    let text = office.text("content/products/vinh-long/tra-a.md");
    assert!(text.contains("province: Vĩnh Long\nformer:\n  province: Bến Tre\n"), "{text}");
    assert!(text.contains("decision: 1/QĐ-UBND\n"));
}

#[test]
fn the_map_of_columns_is_kept_and_believed() {
    let office = Office::new();
    office.import(&honey("95.000"));
    let map = office.text("content/.import/columns.yaml");
    assert!(map.contains("\"Giá bán\": price\n") && map.contains("\"STT\": \"-\"\n"), "{map}");
    emit(
        &office.dir.path().join("content/.import/columns.yaml"),
        &map.replace("\"Giá bán\": price", "\"Giá bán\": capacity"),
    );
    let plan = office.import(&honey("95 hũ"));
    assert_eq!(plan.updated[0].changes[0].0.0, "Sản lượng");
}

#[test]
fn a_file_that_changed_meanwhile_is_not_overwritten() {
    let office = Office::new();
    office.import(&honey("95.000"));
    let plan = office.plan(&honey("98.000"));
    emit(&office.dir.path().join(HONEY), "---\nname: khác\n---\n");
    assert!(write(&plan, office.dir.path()).is_err());
    assert_eq!(office.text(HONEY), "---\nname: khác\n---\n");
}
