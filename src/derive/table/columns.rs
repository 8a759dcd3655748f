//! The columns of the table, with every name an office gives them.

use crate::text::fold::match_key;

/// Where a column's value stands in a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The name of the file.
    Slug,
    /// The permanent code, which the ledger gives and no table changes.
    Code,
    /// A key of the dossier, or a key within a group of keys.
    Key(&'static [&'static str]),
    /// A key of the last rating.
    Rating(&'static str),
    /// A key of the first pack.
    Pack(&'static str),
}

/// One column.
#[derive(Debug)]
pub struct Column {
    /// Name in data files, `snake_case`.
    pub id: &'static str,
    /// Heading (Vietnamese, English).
    pub heading: (&'static str, &'static str),
    /// Where the value belongs.
    pub field: Field,
    /// Whether a cell may hold several values, with `;` between them.
    pub many: bool,
    /// Further headings that mean the same, without diacritics.
    others: &'static [&'static str],
}

const fn column(
    id: &'static str,
    heading: (&'static str, &'static str),
    field: Field,
    others: &'static [&'static str],
) -> Column {
    Column { id, heading, field, many: false, others }
}

const fn list(
    id: &'static str,
    heading: (&'static str, &'static str),
    field: Field,
    others: &'static [&'static str],
) -> Column {
    Column { id, heading, field, many: true, others }
}

use Field::{Key, Pack, Rating};

/// Every column, in the order in which tables are written.
pub const COLUMNS: &[Column] = &[
    column(
        "slug",
        ("Đường dẫn", "Slug"),
        Field::Slug,
        &["dia chi trang", "ten tep", "ten duong dan"],
    ),
    column(
        "name",
        ("Tên sản phẩm", "Product"),
        Key(&["name"]),
        &[
            "san pham",
            "ten sp",
            "ten",
            "name",
            "product name",
            "ten san pham ocop",
            "san pham ocop",
            "ten san pham dang ky",
            "ten san pham tham gia danh gia",
            "ten san pham/bo san pham",
        ],
    ),
    column(
        "group",
        ("Nhóm sản phẩm", "Group"),
        Key(&["group"]),
        &["nhom", "nganh", "nganh hang", "nganh san pham", "nhom nganh", "nhom sp"],
    ),
    column(
        "subgroup",
        ("Phân nhóm", "Subgroup"),
        Key(&["subgroup"]),
        &["phan nhom san pham", "nhom con", "bo san pham", "phan nganh"],
    ),
    column(
        "producer",
        ("Chủ thể", "Producer"),
        Key(&["producer"]),
        &[
            "ten chu the",
            "chu the san xuat",
            "chu the ocop",
            "don vi",
            "don vi san xuat",
            "co so",
            "co so san xuat",
            "ten co so",
            "to chuc, ca nhan",
            "chu so huu",
            "doanh nghiep",
            "ten chu the san xuat",
            "ten don vi",
        ],
    ),
    column(
        "province",
        ("Tỉnh, thành phố", "Province"),
        Key(&["province"]),
        &["tinh", "tinh/thanh pho", "tinh/tp", "tinh thanh", "tinh, tp"],
    ),
    column(
        "commune",
        ("Xã, phường", "Commune"),
        Key(&["commune"]),
        &[
            "xa",
            "phuong",
            "xa/phuong",
            "xa, phuong, dac khu",
            "xa/phuong/dac khu",
            "ten xa",
            "dia ban",
        ],
    ),
    column(
        "hamlet",
        ("Thôn, đường", "Hamlet or street"),
        Key(&["hamlet"]),
        &["thon", "ap", "ban", "thon/ban/ap", "thon, ban, ap", "so nha, duong"],
    ),
    column(
        "former_province",
        ("Tỉnh trước đây", "Former province"),
        Key(&["former", "province"]),
        &["tinh cu", "tinh (cu)", "tinh truoc sap nhap"],
    ),
    column(
        "former_district",
        ("Huyện trước đây", "Former district"),
        Key(&["former", "district"]),
        &["huyen", "huyen cu", "huyen (cu)", "huyen/thi xa", "quan/huyen", "huyen, thi xa, tp"],
    ),
    column(
        "former_commune",
        ("Xã trước đây", "Former commune"),
        Key(&["former", "commune"]),
        &["xa cu", "xa (cu)", "xa truoc sap nhap"],
    ),
    column(
        "stars",
        ("Số sao", "Stars"),
        Rating("stars"),
        &[
            "sao",
            "hang sao",
            "hang",
            "xep hang",
            "ket qua",
            "phan hang",
            "ket qua phan hang",
            "xep hang sao",
            "hang san pham",
            "ket qua xep hang",
            "dat hang",
        ],
    ),
    column(
        "score",
        ("Điểm", "Score"),
        Rating("score"),
        &["so diem", "tong diem", "diem danh gia", "diem so", "diem trung binh"],
    ),
    column(
        "event",
        ("Lần công nhận", "Event"),
        Rating("event"),
        &["su kien", "hinh thuc", "hinh thuc cong nhan", "loai cong nhan"],
    ),
    column(
        "decision",
        ("Số quyết định", "Decision"),
        Rating("decision"),
        &["quyet dinh", "qd", "so qd", "quyet dinh so", "quyet dinh cong nhan"],
    ),
    column(
        "decided",
        ("Ngày quyết định", "Decided on"),
        Rating("decided"),
        &[
            "ngay",
            "ngay qd",
            "ngay ky",
            "ngay cong nhan",
            "nam cong nhan",
            "nam",
            "thoi gian cong nhan",
            "ngay ban hanh",
            "nam danh gia",
        ],
    ),
    column(
        "level",
        ("Cấp công nhận", "Granted by"),
        Rating("level"),
        &["cap", "cap quyet dinh", "cap danh gia"],
    ),
    column(
        "kind",
        ("Loại công bố", "Legal kind"),
        Key(&["kind"]),
        &["loai", "loai san pham", "phan loai"],
    ),
    column(
        "summary",
        ("Tóm tắt", "Summary"),
        Key(&["summary"]),
        &["mo ta", "mo ta ngan", "gioi thieu", "gioi thieu san pham", "mo ta san pham"],
    ),
    column("pack", ("Quy cách", "Pack"), Pack("name"), &["quy cach dong goi", "bao bi"]),
    column(
        "net",
        ("Khối lượng tịnh", "Net quantity"),
        Pack("net"),
        &["khoi luong", "the tich", "trong luong", "dung tich", "khoi luong/the tich"],
    ),
    column(
        "price",
        ("Giá (đồng)", "Price (VND)"),
        Pack("price"),
        &["gia", "gia ban", "gia ban le", "don gia", "gia ban (dong)", "gia (vnd)"],
    ),
    column(
        "priced_on",
        ("Ngày hỏi giá", "Priced on"),
        Pack("priced_on"),
        &["ngay gia", "ngay bao gia", "thoi diem gia"],
    ),
    column("gtin", ("Mã vạch", "GTIN"), Pack("gtin"), &["ma so ma vach", "ma ean", "barcode"]),
    column("ingredients", ("Thành phần", "Ingredients"), Key(&["ingredients"]), &[]),
    column(
        "allergens",
        ("Chất gây dị ứng", "Allergens"),
        Key(&["allergens"]),
        &["canh bao di ung", "di ung"],
    ),
    column(
        "storage",
        ("Bảo quản", "Storage"),
        Key(&["storage"]),
        &["cach bao quan", "huong dan bao quan"],
    ),
    column("shelf_life", ("Hạn sử dụng", "Shelf life"), Key(&["shelf_life"]), &["hsd"]),
    column("use", ("Cách dùng", "Use"), Key(&["use"]), &["huong dan su dung", "cach su dung"]),
    column(
        "capacity",
        ("Sản lượng", "Capacity"),
        Key(&["capacity"]),
        &["san luong/nam", "san luong nam", "cong suat"],
    ),
    list(
        "phone",
        ("Điện thoại", "Telephone"),
        Key(&["contacts", "phone"]),
        &["sdt", "so dien thoai", "dt", "dien thoai lien he", "so dt", "lien he"],
    ),
    list("zalo", ("Zalo", "Zalo number"), Key(&["contacts", "zalo"]), &["so zalo"]),
    list(
        "email",
        ("Thư điện tử", "E-mail"),
        Key(&["contacts", "email"]),
        &["email", "mail", "dia chi email", "hop thu"],
    ),
    list(
        "web",
        ("Trang web", "Web site"),
        Key(&["contacts", "web"]),
        &["website", "web", "dia chi web", "trang thong tin dien tu"],
    ),
    list(
        "facebook",
        ("Facebook", "Facebook page"),
        Key(&["contacts", "facebook"]),
        &["fanpage", "trang facebook"],
    ),
    column(
        "name_en",
        ("Tên tiếng Anh", "Name in English"),
        Key(&["en", "name"]),
        &["english name", "ten san pham tieng anh"],
    ),
    column(
        "summary_en",
        ("Tóm tắt tiếng Anh", "Summary in English"),
        Key(&["en", "summary"]),
        &["mo ta tieng anh"],
    ),
    list(
        "sources",
        ("Nguồn", "Sources"),
        Key(&["sources"]),
        &["nguon thong tin", "duong link", "link"],
    ),
    column(
        "code",
        ("Mã số", "Code"),
        Field::Code,
        &["ma san pham", "ma sp", "ma ocop", "ma so san pham"],
    ),
    column(
        "register_number",
        ("Số trong sổ", "Number in the register"),
        Key(&["code"]),
        &["so dang ky", "so ho so", "so trong so cua co quan"],
    ),
    column(
        "state",
        ("Trạng thái", "State"),
        Key(&["state"]),
        &["tinh trang", "tinh trang ho so"],
    ),
];

/// The column that a heading means: its name in either language, its id or one
/// of the names that offices use. Diacritics, case and signs do not count.
pub fn column_of(heading: &str) -> Option<usize> {
    let key = match_key(heading);
    if key.is_empty() {
        return None;
    }
    let means = |column: &Column| {
        let own = [column.id, column.heading.0, column.heading.1];
        own.iter().chain(column.others).any(|name| match_key(name) == key)
    };
    COLUMNS.iter().position(means).or_else(|| {
        // "Giá bán (đồng/hộp)": what stands in brackets explains the heading.
        let bare = heading.split(['(', '\n', '[']).next().unwrap_or("").trim();
        (bare.len() < heading.trim().len()).then(|| column_of(bare)).flatten()
    })
}

/// The place of a column by its id; the number of columns where there is none.
pub fn index_of(id: &str) -> usize {
    COLUMNS.iter().position(|column| column.id == id).unwrap_or(COLUMNS.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_one_column() {
        let mut seen: Vec<(String, &str)> = Vec::new();
        for column in COLUMNS {
            let own = [column.id, column.heading.0, column.heading.1];
            let mut keys: Vec<String> =
                own.iter().chain(column.others).map(|name| match_key(name)).collect();
            keys.sort();
            keys.dedup();
            seen.extend(keys.into_iter().map(|key| (key, column.id)));
        }
        seen.sort();
        for pair in seen.windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "{} and {}", pair[0].1, pair[1].1);
        }
    }

    #[test]
    fn headings_of_offices_are_understood() {
        for (heading, id) in [
            ("Tên sản phẩm", Some("name")),
            ("TÊN SẢN PHẨM ", Some("name")),
            ("Chủ thể sản xuất", Some("producer")),
            ("Hạng sao", Some("stars")),
            ("Giá bán (đồng/hộp)", Some("price")),
            ("SĐT", Some("phone")),
            ("Xã/Phường", Some("commune")),
            ("former_district", Some("former_district")),
            ("STT", None),
            ("Ghi chú", None),
            ("", None),
            ("(…)", None),
        ] {
            let found = column_of(heading).map(|at| COLUMNS[at].id);
            assert_eq!(found, id, "{heading}");
        }
        assert_eq!(index_of("name"), 1);
        assert_eq!(index_of("no such"), COLUMNS.len());
    }
}
