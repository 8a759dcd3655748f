//! Codes of findings about a table that is brought in.
//!
//! What is wrong with a value has the code that it would have in a dossier;
//! these are about rows, columns and what stands in the catalogue already.

use crate::diag::{Code, Severity};

/// All of them.
pub const ALL: &[&Code] = &[
    &CELL_FLAW,
    &CELL_ZERO_LOST,
    &COLUMN_UNKNOWN,
    &IMPORT_CONFLICT,
    &IMPORT_NAMESAKE,
    &IMPORT_UNPLACED,
    &ROW_AMBIGUOUS,
    &ROW_DUPLICATE,
    &ROW_INCOMPLETE,
    &ROW_PASSED_OVER,
    &ROW_WITHOUT_DOSSIER,
    &TABLE_ENCODING,
];

/// A formula gave an error.
pub static CELL_FLAW: Code = Code {
    name: "cell-flaw",
    severity: Severity::Error,
    title: ("ô chứa lỗi của công thức", "a cell holds the error of a formula"),
    explain: (
        "Ô này là kết quả của một công thức bị lỗi, như #REF! hay #N/A, nên không biết giá trị \
         đúng là gì. Hàng được bỏ qua. Hãy sửa công thức, hoặc gõ thẳng giá trị rồi nhập lại.",
        "The cell is the outcome of a broken formula, such as #REF! or #N/A, so nobody knows the \
         value. The row is left out. Mend the formula, or type the value, and import again.",
    ),
};

/// A telephone number that was stored as a number.
pub static CELL_ZERO_LOST: Code = Code {
    name: "cell-zero-lost",
    severity: Severity::Advice,
    title: ("số điện thoại mất số 0 ở đầu", "a telephone number has lost its leading zero"),
    explain: (
        "Bảng tính lưu ô này dưới dạng số nên đã bỏ số 0 ở đầu. Số 0 được thêm lại khi nhập. Để \
         tránh, hãy đặt định dạng của cột điện thoại là “Văn bản”.",
        "The spreadsheet keeps this cell as a number and so has dropped the zero at its start. It \
         is put back. To avoid this, set the column's format to \"Text\".",
    ),
};

/// A heading that says nothing to us.
pub static COLUMN_UNKNOWN: Code = Code {
    name: "column-unknown",
    severity: Severity::Advice,
    title: ("cột không được nhập", "a column is not imported"),
    explain: (
        "Không đoán ra cột này là mục nào của hồ sơ, nên giá trị của cột không được nhập. Nếu \
         cần, ghi tên cột và mục tương ứng vào `content/.import/columns.yaml`, rồi nhập lại.",
        "Nobody can guess which key of a dossier this column is, so its values are not imported. \
         If you need them, say so in `content/.import/columns.yaml` and import again.",
    ),
};

/// Table and dossier both changed.
pub static IMPORT_CONFLICT: Code = Code {
    name: "import-conflict",
    severity: Severity::Warning,
    title: ("bảng và hồ sơ nói khác nhau", "table and dossier say different things"),
    explain: (
        "Giá trị trong bảng khác giá trị trong hồ sơ, và hồ sơ đã được người khác viết hoặc sửa \
         sau lần nhập trước, nên không bị ghi đè. Hãy xem bên nào đúng: sửa hồ sơ bằng tay, hoặc \
         sửa ô trong bảng cho giống hồ sơ.",
        "The value of the table differs from that of the dossier, and a person has written or \
         changed the dossier since the last import, so it is not overwritten. See which is right: \
         change the dossier by hand, or make the cell say the same.",
    ),
};

/// Another producer's product of the same name.
pub static IMPORT_NAMESAKE: Code = Code {
    name: "import-namesake",
    severity: Severity::Warning,
    title: (
        "đã có sản phẩm cùng tên của chủ thể khác",
        "another producer has a product of this name",
    ),
    explain: (
        "Trong tỉnh đã có hồ sơ cùng tên nhưng của chủ thể khác, nên hàng này trở thành hồ sơ \
         mới. Nếu thật ra là một sản phẩm, hãy xoá hồ sơ mới và sửa tên chủ thể trong bảng cho \
         khớp.",
        "The province has a dossier of this name by another producer, so the row becomes a new \
         dossier. If both are one product, delete the new one and make the producer's name in the \
         table agree.",
    ),
};

/// The dossier is written in a way that cannot be changed safely.
pub static IMPORT_UNPLACED: Code = Code {
    name: "import-unplaced",
    severity: Severity::Warning,
    title: ("giá trị không ghi được vào hồ sơ", "a value cannot be put into the dossier"),
    explain: (
        "Hồ sơ viết mục này theo cách mà chương trình không sửa được một cách chắc chắn (ví dụ \
         chủ thể viết ngay trong hồ sơ, hay dạng viết gọn của số sao), nên để nguyên. Hãy mở hồ sơ \
         và ghi giá trị bằng tay.",
        "The dossier writes this key in a way that cannot be changed safely (a producer within \
         the dossier, the short form of stars), so it stays as it is. Open the dossier and write \
         the value by hand.",
    ),
};

/// A row that may mean several dossiers.
pub static ROW_AMBIGUOUS: Code = Code {
    name: "row-ambiguous",
    severity: Severity::Error,
    title: ("hàng có thể là nhiều hồ sơ", "a row may mean several dossiers"),
    explain: (
        "Có nhiều hồ sơ, hoặc nhiều chủ thể, cùng tên trong một tỉnh, nên không biết hàng này là \
         của ai. Hãy thêm cột “Đường dẫn” với tên tệp của hồ sơ, hoặc ghi tên tệp của chủ thể vào \
         cột “Chủ thể”.",
        "Several dossiers, or several producers, of one province have this name, so nobody knows \
         which the row means. Add a column \"Slug\" with the dossier's file name, or write the \
         producer's file name in the column of producers.",
    ),
};

/// Two rows about one product.
pub static ROW_DUPLICATE: Code = Code {
    name: "row-duplicate",
    severity: Severity::Error,
    title: ("hai hàng nói về một sản phẩm", "two rows are about one product"),
    explain: (
        "Hai hàng của bảng có cùng tên, tỉnh và chủ thể, nên chỉ hàng đầu được nhập. Hãy gộp hai \
         hàng, hoặc phân biệt chúng bằng cột “Đường dẫn”. Nhiều quy cách của một sản phẩm thì ghi \
         trong hồ sơ.",
        "Two rows have the same name, province and producer, so only the first is imported. Join \
         them, or tell them apart by a column \"Slug\". Several packs of one product belong in its \
         dossier.",
    ),
};

/// A row without what every dossier needs.
pub static ROW_INCOMPLETE: Code = Code {
    name: "row-incomplete",
    severity: Severity::Error,
    title: ("hàng thiếu ô bắt buộc", "a row lacks a cell that every dossier needs"),
    explain: (
        "Hồ sơ mới cần tên, nhóm, chủ thể, tỉnh và số sao. Hàng thiếu một trong những ô ấy thì \
         không được nhập. Nếu cả bảng có chung một giá trị, thêm nó vào lệnh: --set \"Tỉnh=…\".",
        "A new dossier needs name, group, producer, province and stars. A row without one of them \
         is not imported. What is the same for the whole table can be added to the command: --set \
         \"Province=…\".",
    ),
};

/// A row that is no product.
pub static ROW_PASSED_OVER: Code = Code {
    name: "row-passed-over",
    severity: Severity::Advice,
    title: ("hàng không phải sản phẩm", "a row is no product"),
    explain: (
        "Hàng chỉ có một ô có chữ và không có số sao, như tên một mục hay dòng tổng cộng, nên được \
         bỏ qua.",
        "The row has text in one cell only and no stars, as the title of a part or a line of \
         totals has, so it is passed over.",
    ),
};

/// A table in letters of old fonts.
pub static TABLE_ENCODING: Code = Code {
    name: "table-encoding",
    severity: Severity::Advice,
    title: ("bảng dùng bảng mã cũ", "the table uses an old encoding"),
    explain: (
        "Chữ trong bảng được lưu theo bảng mã cũ (TCVN3, VNI hoặc Windows-1258) và đã được đổi sang \
         Unicode khi nhập. Hãy đọc lại vài hàng của bản xem trước, nhất là chữ hoa có dấu.",
        "The letters of the table are stored in an old encoding (TCVN3, VNI or Windows-1258) and \
         were turned into Unicode. Read some rows of the preview again, capitals above all.",
    ),
};

/// A row of packs or ratings whose dossier is not there.
pub static ROW_WITHOUT_DOSSIER: Code = Code {
    name: "row-without-dossier",
    severity: Severity::Error,
    title: ("hàng không thuộc hồ sơ nào", "a row belongs to no dossier"),
    explain: (
        "Hàng của trang quy cách hoặc công nhận nêu hồ sơ bằng cột “Đường dẫn”, nhưng không có \
         hồ sơ nào như vậy, và bảng chính cũng không tạo hồ sơ ấy. Hàng được bỏ qua. Hãy sửa \
         đường dẫn, hoặc thêm sản phẩm vào bảng chính.",
        "A row of the sheet of packs or ratings names its dossier in the column \"Slug\", but \
         there is none, and the main table makes none. The row is left out. Mend the slug, or add \
         the product to the main table.",
    ),
};
