//! Keys of brochures and of fairs.

use super::words::{Word, word};
use super::{Kind, LANGUAGES, Reference};

use Kind::{Both, Choice, Date, Flag, Line, List, Map, Prose, Url, Whole};

/// What is made of a choice of products.
pub const BROCHURE_KINDS: &[Word] = &[
    word("catalogue", "danh-muc", &["catalog", "quyen"]),
    word("booklet", "so-tay", &["sach-nho", "sach-a5"]),
    word("leaflet", "to-gap", &["to-roi", "to-gap-ba"]),
    word("price-list", "bang-gia", &["pricelist"]),
    word("shelf-cards", "the-ke", &["the-ke-hang", "shelf-card"]),
    word("table-tents", "the-ban", &["the-de-ban", "table-tent"]),
    word("labels", "nhan-dan", &["nhan", "label"]),
    word("booth-signs", "bien-gian", &["bien-gian-hang", "booth-sign"]),
    word("booth-list", "danh-sach-gian", &["danh-sach-gian-hang"]),
    word("sheet", "to-san-pham", &["to-roi-san-pham"]),
    word("export-sheet", "to-xuat-khau", &["export"]),
];

/// Sheets of paper.
pub const PAPERS: &[Word] = &[
    word("a3", "kho-a3", &[]),
    word("a4", "kho-a4", &[]),
    word("a5", "kho-a5", &[]),
    word("a6", "kho-a6", &[]),
    word("a7", "kho-a7", &[]),
];

/// What makes sections.
pub const ARRANGED: &[Word] = &[
    word("group", "nhom", &["theo-nhom", "groups"]),
    word("province", "tinh", &["theo-tinh", "provinces"]),
    word("stars", "sao", &["hang-sao"]),
    word("booth", "gian", &["gian-hang", "booths"]),
    word("none", "khong", &["mot-phan"]),
];

/// Order within a section.
pub const ORDERS: &[Word] = &[
    word("standard", "chuan", &["sao", "stars"]),
    word("name", "ten", &["a-z"]),
    word("province", "tinh", &[]),
    word("producer", "chu-the", &[]),
    word("given", "nhu-danh-sach", &["giu-nguyen"]),
];

/// States of validity.
pub const VALIDITIES: &[Word] = &[
    word("valid", "con-han", &["con-hieu-luc"]),
    word("expiring", "sap-het-han", &[]),
    word("unsure", "chua-ro", &[]),
    word("undated", "chua-ro-ngay", &[]),
    word("lapsed", "het-han", &["da-het-han"]),
];

table! {
    /// A brochure.
    BROCHURE ("ấn phẩm", "brochure")
    "title" "tieu_de" Want Both => ("tiêu đề trên bìa", "title on the cover");
    "subtitle" "phu_de" May Both => ("dòng dưới tiêu đề", "line below the title");
    "kind" "loai" May Choice(BROCHURE_KINDS)
        => ("loại ấn phẩm: danh mục, bảng giá, thẻ kệ…", "what to make: catalogue, price list, shelf cards…");
    "paper" "kho_giay" May Choice(PAPERS) => ("khổ giấy", "sheet of paper");
    "per_page" "moi_trang" May Whole(1, 12)
        => ("số sản phẩm trên một trang", "products on a page");
    "grid" "luoi" May Line
        => ("số cột x số hàng của tờ nhãn, `3x7`", "columns x rows of a sheet of labels, `3x7`");
    "start" "bat_dau" May Whole(1, 200)
        => ("nhãn trống đầu tiên của tờ đầu", "first free label of the first sheet");
    "languages" "ngon_ngu" May List(&Choice(LANGUAGES))
        => ("một hoặc hai ngôn ngữ", "one or two languages");
    "arrange" "chia_phan" May Choice(ARRANGED) => ("chia phần theo gì", "what makes sections");
    "order" "xep" May Choice(ORDERS) => ("thứ tự trong mỗi phần", "order within a section");
    "province" "tinh" May List(&Kind::Reference(Reference::Province))
        => ("tỉnh, thành phố; tên cũ cũng được", "provinces; former names too");
    "former_province" "tinh_cu" May List(&Kind::Reference(Reference::FormerProvince))
        => ("tỉnh trước 07/2025", "provinces before July 2025");
    "commune" "xa" May List(&Line) => ("xã, phường, đặc khu", "communes");
    "group" "nhom" May List(&Kind::Reference(Reference::Group)) => ("nhóm", "groups");
    "subgroup" "phan_nhom" May List(&Kind::Reference(Reference::Subgroup))
        => ("phân nhóm", "subgroups");
    "stars" "sao" May Line => ("số sao: `4`, `4..`, `3..4`", "stars: `4`, `4..`, `3..4`");
    "validity" "hieu_luc" May List(&Choice(VALIDITIES))
        => ("tình trạng hiệu lực", "states of validity");
    "producer_kind" "loai_chu_the" May List(&Kind::Reference(Reference::ProducerKind))
        => ("loại chủ thể", "legal forms of producers");
    "producer" "chu_the" May List(&Kind::Reference(Reference::Producer))
        => ("chủ thể", "producers");
    "certificate" "chung_nhan" May List(&Kind::Reference(Reference::Certificate))
        => ("chứng nhận còn hạn", "certificates in force");
    "tags" "the" May List(&Line) => ("nhãn của hồ sơ", "tags of dossiers");
    "fair" "hoi_cho" May Kind::Slug => ("tên tệp trong `content/fairs/`", "a file of `content/fairs/`");
    "booth" "gian" May List(&Line) => ("số gian hàng", "numbers of booths");
    "products" "san_pham" May List(&Line)
        => ("slug, mã, hoặc liên kết của sổ chọn", "slugs, codes, or the link of a shortlist");
    "list" "danh_sach" May Kind::Path
        => ("tệp .csv hoặc .xlsx cạnh ấn phẩm, cột `code` hoặc `slug`",
            "a .csv or .xlsx file beside the brochure with a column `code` or `slug`");
    "exclude" "tru" May List(&Line) => ("sản phẩm để ngoài", "products to leave out");
    "lapsed" "het_han" May Flag
        => ("lấy cả sản phẩm đã hết hạn", "whether lapsed products are in");
    "alcohol" "do_uong_co_con" May Flag
        => ("lấy cả đồ uống có cồn", "whether alcoholic drinks are in");
    "publish" "dang" May Flag => ("có trên trang ấn phẩm không", "whether the site lists it");
}

table! {
    /// A fair.
    FAIR ("hội chợ", "fair")
    "name" "ten" Must Both => ("tên hội chợ", "name of the fair");
    "from" "tu_ngay" Want Date => ("ngày mở", "first day");
    "until" "den_ngay" May Date => ("ngày bế mạc", "last day");
    "venue" "dia_diem" Want Both => ("nơi họp", "where it is held");
    "province" "tinh" Want Kind::Reference(Reference::Province)
        => ("tỉnh, thành phố", "province");
    "organiser" "don_vi_to_chuc" May Both => ("đơn vị tổ chức", "who holds it");
    "zones" "khu" May List(&Map(&ZONE)) => ("các khu", "zones");
    "story" "bai_viet" May Prose => ("giới thiệu", "what there is to tell");
    "sources" "nguon" Want List(&Url) => ("nguồn", "sources");
}

table! {
    /// A zone of a fair.
    ZONE ("khu của hội chợ", "zone of a fair")
    "name" "ten" May Both => ("tên khu", "name of the zone");
    "booths" "gian" Want List(&Map(&BOOTH)) => ("các gian", "booths");
}

table! {
    /// A booth of a fair.
    BOOTH ("gian hàng", "booth")
    "number" "so" Must Line => ("số gian", "number of the booth");
    "producer" "chu_the" Want Kind::Reference(Reference::Producer) => ("chủ thể", "producer");
    "name" "ten" May Both => ("tên trên biển, nếu khác", "name on its sign, where another");
    "products" "san_pham" May List(&Line)
        => ("slug hoặc mã; bỏ trống là mọi sản phẩm của chủ thể",
            "slugs or codes; all products of the producer where there are none");
}
