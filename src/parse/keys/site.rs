//! Keys of pages and of the settings.

use super::words::{ENCODINGS, LANGUAGES, LICENCES, PDFS};
use super::{Kind, Reference};

use Kind::{Both, Choice, Email, Flag, Line, List, Map, Url, Whole};

table! {
    /// A text in both languages.
    BOTH ("văn bản hai thứ tiếng", "text in both languages")
    "vi" "tieng_viet" Must Line => ("tiếng Việt", "Vietnamese");
    "en" "tieng_anh" May Line => ("tiếng Anh", "English");
}

table! {
    /// A page of prose.
    PAGE ("trang viết", "page")
    "title" "tieu_de" Must Both => ("tiêu đề", "title");
    "summary" "tom_tat" Want Both
        => ("một, hai câu cho danh sách và máy tìm kiếm",
            "a sentence or two for lists and search engines");
    "menu" "trong_menu" May Flag => ("có trong menu không", "whether menus list it");
    "order" "thu_tu" May Whole(0, 100_000)
        => ("thứ tự trong menu, nhỏ trước", "place in menus, smaller first");
}

table! {
    /// Settings of the catalogue.
    SETTINGS ("thiết lập", "settings")
    "title" "ten" Want Both => ("tên danh mục", "name of the catalogue");
    "tagline" "khau_hieu" May Both => ("vài chữ dưới tên", "a few words below it");
    "description" "gioi_thieu" Want Both
        => ("một, hai câu cho máy tìm kiếm", "a sentence or two for search engines");
    "base_url" "dia_chi" Want Url
        => ("địa chỉ sẽ đăng danh mục", "address where the catalogue will stand");
    "theme" "giao_dien" May Kind::Slug => ("thư mục trong `themes/`", "folder below `themes/`");
    "languages" "ngon_ngu" May List(&Choice(LANGUAGES))
        => ("ngôn ngữ của giao diện", "languages of the interface");
    "edition" "an_ban" May Kind::Reference(Reference::Edition)
        => ("bộ tiêu chí cho hồ sơ không ghi riêng", "edition for dossiers that name none");
    "issuer" "don_vi" Want Map(&ISSUER) => ("đơn vị ban hành", "the body that publishes");
    "min_products" "so_san_pham_toi_thieu" May Whole(1, 1000)
        => ("số sản phẩm để danh sách kết hợp có trang riêng",
            "products that a combined list needs to have a page");
    "page_size" "so_san_pham_mot_trang" May Whole(1, 200)
        => ("số sản phẩm trên một trang danh sách", "products on a page of a list");
    "expiring_days" "so_ngay_bao_truoc" May Whole(0, 1000)
        => ("báo sắp hết hạn trước ngần này ngày",
            "days before the end at which a rating counts as expiring");
    "demand_sources" "nhac_nguon" May Flag
        => ("nhắc hồ sơ chưa ghi nguồn", "remind of dossiers without sources");
    "offline" "xem_khi_mat_mang" May Flag
        => ("trình duyệt của khách giữ lại dữ liệu để tìm khi mất mạng",
            "visitors' browsers keep what they need to search without a signal");
    "open_data" "du_lieu_mo" May Flag
        => ("đăng cả danh mục thành tệp dữ liệu trong `/data/`",
            "publish the catalogue as data files under `/data/` too");
    "data_licence" "giay_phep_du_lieu" May Choice(LICENCES)
        => ("giấy phép dùng lại dữ liệu", "terms under which the data may be used");
    "share_pictures" "anh_chia_se" May Flag
        => ("làm ảnh 1200 × 630 để Zalo, Facebook hiện kèm liên kết",
            "make a picture of 1200 × 630 that other sites show beside a link");
    "precompress" "nen_san" May List(&Choice(ENCODINGS))
        => ("ghi kèm bản nén của tệp văn bản", "write compressed forms of text files too");
    "brochure_pdf" "pdf_an_pham" May List(&Choice(PDFS))
        => ("làm PDF của ấn phẩm cho ai: màn hình, nhà in, hay không làm",
            "for whom brochures become PDF: screen, press, or none");
    "cache" "kho_anh_chung" May Line
        => ("kho ảnh chung cho nhiều máy: `s3://…`, `gs://…`, `file:///…`",
            "cache for photos that several machines share: `s3://…`, `gs://…`, `file:///…`");
    "budgets" "han_muc" May Map(&BUDGETS)
        => ("danh mục được nặng đến đâu", "how heavy the catalogue may become");
}

table! {
    /// Limits on the weight of the output.
    BUDGETS ("hạn mức", "budgets")
    "page_kb" "trang_kb" May Whole(1, 100_000)
        => ("nghìn byte của một trang", "thousands of bytes of one page");
    "files" "so_tep" May Whole(1, 100_000_000)
        => ("số tệp của cả danh mục", "files of the whole catalogue");
    "mb" "tong_mb" May Whole(1, 10_000_000)
        => ("triệu byte của cả danh mục", "millions of bytes of the whole catalogue");
}

table! {
    /// The body that publishes.
    ISSUER ("đơn vị ban hành", "issuer")
    "name" "ten" Want Both => ("tên đơn vị", "name of the body");
    "name_en" "ten_tieng_anh" May Line => ("tên tiếng Anh", "name in English");
    "responsible" "nguoi_chiu_trach_nhiem" May Line
        => ("người chịu trách nhiệm", "person responsible");
    "address" "dia_chi" May Line => ("địa chỉ", "postal address");
    "phone" "dien_thoai" May Line => ("điện thoại", "telephone");
    "email" "thu_dien_tu" May Email => ("thư điện tử", "e-mail");
}
