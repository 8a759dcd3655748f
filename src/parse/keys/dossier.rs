//! Keys of products and producers.

use super::words::{EVENTS, LEVELS, ROLES, STATES};
use super::{Kind, Reference};

use Kind::{Choice, Date, Day, Either, Flag, Line, List, Map, Prose, Score, Slug, Stars, Url};

table! {
    /// A product dossier.
    PRODUCT ("hồ sơ sản phẩm", "product dossier")
    "name" "ten" Must Line => ("tên trên giấy chứng nhận", "name on the certificate");
    "summary" "tom_tat" Want Line
        => ("tóm tắt, nhiều nhất 250 ký tự", "summary of at most 250 characters");
    "en" "tieng_anh" May Map(&ENGLISH)
        => ("bản dịch tiếng Anh do người viết", "English typed by a person");
    "aka" "ten_khac" May List(&Line)
        => ("tên gọi khác, chỉ để tìm kiếm", "other names, for search only");
    "edition" "an_ban" May Kind::Reference(Reference::Edition)
        => ("ấn bản bộ tiêu chí, như `2023`", "edition of the criteria, such as `2023`");
    "group" "nhom" Must Kind::Reference(Reference::Group)
        => ("nhóm sản phẩm: slug, tên hoặc số", "product group: slug, name or number");
    "subgroup" "phan_nhom" Want Kind::Reference(Reference::Subgroup)
        => ("phân nhóm trong nhóm", "subgroup within the group");
    "producer" "chu_the" Must
        Either(&Kind::Reference(Reference::Producer), &Map(&INLINE_PRODUCER))
        => ("chủ thể: tên tệp trong `content/producers/`",
            "producer: a file name in `content/producers/`");
    "province" "tinh" Must Kind::Reference(Reference::Province)
        => ("tỉnh, thành phố ngày nay", "province or city of today");
    "commune" "xa" Want Line
        => ("xã, phường, đặc khu ngày nay", "commune, ward or special zone of today");
    "hamlet" "thon" May Line => ("thôn, bản, ấp, đường", "hamlet or street");
    "former" "truoc_day" Want Map(&FORMER)
        => ("tên địa danh trước ngày 01/07/2025", "names of the place before 1 July 2025");
    "kind" "loai_cong_bo" Want Kind::Reference(Reference::ProductKind)
        => ("loại công bố theo luật", "sort of product before the law");
    "ratings" "cong_nhan" Must List(&Map(&RATING))
        => ("các lần công nhận, cũ trước mới sau", "ratings, oldest first");
    "stars" "so_sao" May Stars
        => ("số sao, viết gọn thay cho `ratings`", "stars, the short form of `ratings`");
    "year" "nam" May Date
        => ("năm hoặc ngày công nhận của dạng viết gọn", "year or day of the short form");
    "packs" "quy_cach" Want List(&Map(&PACK))
        => ("quy cách: khối lượng, giá", "packs: net quantity, price");
    "ingredients" "thanh_phan" Want Line => ("thành phần", "ingredients");
    "allergens" "chat_gay_di_ung" Want Line => ("chất gây dị ứng", "allergens");
    "storage" "bao_quan" Want Line => ("cách bảo quản", "how to store it");
    "shelf_life" "han_su_dung" Want Line => ("hạn sử dụng", "shelf life");
    "use" "cach_dung" Want Line => ("cách dùng", "how to use it");
    "service" "dich_vu" May Map(&SERVICE)
        => ("dịch vụ du lịch, thay cho quy cách", "a tourism service, in place of packs");
    "certificates" "chung_nhan" May
        List(&Either(&Map(&CERTIFICATE), &Kind::Reference(Reference::Certificate)))
        => ("chứng nhận khác: VietGAP, HACCP…", "other certificates: VietGAP, HACCP…");
    "contacts" "lien_he" Want Map(&CONTACTS) => ("liên hệ kinh doanh", "business contacts");
    "shops" "gian_hang" May List(&Either(&Url, &Map(&SHOP)))
        => ("gian hàng trên mạng", "shops on the web");
    "trace" "truy_xuat" May Url => ("địa chỉ truy xuất nguồn gốc", "traceability address");
    "photos" "anh" Want List(&Either(&Kind::Path, &Map(&PHOTO)))
        => ("ảnh, ảnh đầu là bìa", "photos, the first is the cover");
    "capacity" "san_luong" May Line => ("sản lượng một năm", "output a year");
    "minimum_order" "dat_toi_thieu" May Line => ("số lượng đặt tối thiểu", "smallest order");
    "export_markets" "thi_truong_xuat_khau" May Line
        => ("thị trường xuất khẩu", "export markets");
    "hs_code" "ma_hs" May Line => ("mã HS", "HS code");
    "sources" "nguon" Want List(&Url)
        => ("địa chỉ nguồn của thông tin", "addresses of the sources");
    "checked" "doi_chieu" Want Map(&CHECKED)
        => ("ai đối chiếu, ngày nào", "who checked it, and when");
    "state" "trang_thai" May Choice(STATES)
        => ("bản nháp, chờ duyệt, đăng, ẩn, đã gỡ",
            "draft, review, published, hidden, removed");
    "aliases" "dia_chi_cu" May List(&Slug) => ("slug từng dùng", "slugs it had before");
    "featured" "noi_bat" May Flag
        => ("trang chủ có thể giới thiệu", "the home page may lead with it");
    "tags" "tu_khoa" May List(&Line) => ("từ khoá", "words to find it by");
    "code" "ma_so" May Line => ("số của sản phẩm trong sổ của cơ quan", "number in the office's own register");
    "story" "cau_chuyen" Want Prose
        => ("câu chuyện, nếu không viết dưới dòng `---`",
            "story, unless it stands below the `---`");
}

table! {
    /// Translations within a dossier.
    ENGLISH ("bản tiếng Anh", "English")
    "name" "ten" May Line => ("tên tiếng Anh", "name in English");
    "summary" "tom_tat" May Line => ("tóm tắt tiếng Anh", "summary in English");
    "story" "cau_chuyen" May Prose => ("câu chuyện tiếng Anh", "story in English");
}

table! {
    /// Front matter of `<slug>.en.md`.
    ENGLISH_FILE ("tệp tiếng Anh", "English file")
    "name" "ten" May Line => ("tên tiếng Anh", "name in English");
    "title" "tieu_de" May Line => ("tiêu đề tiếng Anh", "title in English");
    "summary" "tom_tat" May Line => ("tóm tắt tiếng Anh", "summary in English");
}

table! {
    /// A producer's file.
    PRODUCER ("hồ sơ chủ thể", "producer")
    "name" "ten" Must Line => ("tên pháp lý ngày nay", "legal name of today");
    "former_name" "ten_cu" May Line => ("tên trước đây", "name it had before");
    "en" "tieng_anh" May Map(&ENGLISH)
        => ("bản dịch tiếng Anh do người viết", "English typed by a person");
    "kind" "loai_hinh" Want Kind::Reference(Reference::ProducerKind)
        => ("loại hình: hợp tác xã, hộ kinh doanh…", "legal form: cooperative, household…");
    "registration" "ma_dang_ky" May Line => ("số đăng ký kinh doanh", "registration number");
    "province" "tinh" Want Kind::Reference(Reference::Province)
        => ("tỉnh, thành phố ngày nay", "province or city of today");
    "commune" "xa" Want Line
        => ("xã, phường, đặc khu ngày nay", "commune, ward or special zone of today");
    "hamlet" "thon" May Line => ("thôn, bản, ấp, đường", "hamlet or street");
    "former" "truoc_day" May Map(&FORMER)
        => ("tên địa danh trước ngày 01/07/2025", "names of the place before 1 July 2025");
    "members" "thanh_vien" May Kind::Whole(1, 1_000_000)
        => ("số thành viên", "number of members");
    "founded" "thanh_lap" May Date => ("năm thành lập", "year of foundation");
    "contacts" "lien_he" Want Map(&CONTACTS) => ("liên hệ kinh doanh", "business contacts");
    "photos" "anh" May List(&Either(&Kind::Path, &Map(&PHOTO))) => ("ảnh", "photos");
    "sources" "nguon" Want List(&Url)
        => ("địa chỉ nguồn của thông tin", "addresses of the sources");
    "state" "trang_thai" May Choice(STATES)
        => ("bản nháp, chờ duyệt, đăng, ẩn, đã gỡ",
            "draft, review, published, hidden, removed");
    "story" "cau_chuyen" May Prose
        => ("lời kể, nếu không viết dưới dòng `---`",
            "story, unless it stands below the `---`");
}

table! {
    /// A producer within a product's dossier.
    INLINE_PRODUCER ("chủ thể viết trong hồ sơ", "producer within a dossier")
    "name" "ten" Must Line => ("tên pháp lý ngày nay", "legal name of today");
    "kind" "loai_hinh" May Kind::Reference(Reference::ProducerKind)
        => ("loại hình: hợp tác xã, hộ kinh doanh…", "legal form: cooperative, household…");
    "registration" "ma_dang_ky" May Line => ("số đăng ký kinh doanh", "registration number");
    "contacts" "lien_he" May Map(&CONTACTS) => ("liên hệ kinh doanh", "business contacts");
}

table! {
    /// Names of a place before 1 July 2025.
    FORMER ("địa danh trước đây", "former place")
    "province" "tinh" May Kind::Reference(Reference::FormerProvince)
        => ("tỉnh, thành phố trước đây", "former province");
    "district" "huyen" May Line
        => ("huyện, thị xã, thành phố thuộc tỉnh", "district, town or city");
    "commune" "xa" May Line
        => ("xã, phường, thị trấn trước đây", "former commune, ward or township");
}

table! {
    /// One event of a rating.
    RATING ("lần công nhận", "rating")
    "event" "su_kien" Want Choice(EVENTS)
        => ("lần đầu, nâng hạng, công nhận lại…", "first, upgrade, renewal…");
    "stars" "so_sao" Must Stars => ("số sao, 1 đến 5", "stars, 1 to 5");
    "score" "diem" May Score => ("điểm, 0 đến 100", "score, 0 to 100");
    "decided" "ngay" Want Date => ("ngày của quyết định", "day of the decision");
    "from" "hieu_luc_tu" May Date
        => ("ngày bắt đầu hiệu lực, nếu khác", "start of validity, where another");
    "months" "so_thang" May Kind::Whole(1, 120)
        => ("số tháng hiệu lực, thường là 36", "months of validity, as a rule 36");
    "decision" "quyet_dinh" Want Line
        => ("số quyết định, như `348/QĐ-UBND`",
            "number of the decision, such as `348/QĐ-UBND`");
    "level" "cap" May Choice(LEVELS)
        => ("cấp công nhận: huyện, tỉnh, trung ương",
            "who granted: district, province, central");
}

table! {
    /// One pack.
    PACK ("quy cách", "pack")
    "name" "ten" Want Line
        => ("tên quy cách: hộp, chai, túi…", "name of the pack: box, bottle, bag…");
    "net" "khoi_luong" Want Kind::Net
        => ("khối lượng hoặc thể tích tịnh", "net weight or volume");
    "price" "gia" Want Kind::Price => ("giá bằng đồng", "price in đồng");
    "priced_on" "ngay_gia" Want Date
        => ("ngày hoặc tháng hỏi giá", "day or month in which the price was asked");
    "gtin" "ma_vach" May Line => ("mã số dưới mã vạch", "number below the bar code");
}

table! {
    /// A certificate beside the rating.
    CERTIFICATE ("chứng nhận", "certificate")
    "kind" "loai" Must Kind::Reference(Reference::Certificate)
        => ("loại chứng nhận", "kind of certificate");
    "number" "so" May Line => ("số trên giấy", "number on it");
    "scope" "pham_vi" May Line => ("phạm vi", "what it covers");
    "issuer" "noi_cap" May Line => ("nơi cấp", "who issued it");
    "expires" "het_han" Want Date => ("ngày hết hạn", "last day of validity");
}

table! {
    /// Business contacts.
    CONTACTS ("liên hệ", "contacts")
    "phone" "dien_thoai" Want List(&Kind::Phone)
        => ("số điện thoại kinh doanh", "business telephone");
    "zalo" "so_zalo" May List(&Kind::Phone) => ("số Zalo", "number on Zalo");
    "email" "thu_dien_tu" May List(&Kind::Email) => ("thư điện tử", "e-mail");
    "web" "trang_web" May List(&Url) => ("trang web", "web site");
    "facebook" "trang_facebook" May List(&Url) => ("trang Facebook", "Facebook page");
}

table! {
    /// A shop on the web.
    SHOP ("gian hàng", "shop")
    "name" "ten" May Line => ("tên sàn hoặc gian hàng", "name of the market place or shop");
    "url" "dia_chi" Must Url => ("địa chỉ gian hàng", "address of the shop");
}

table! {
    /// Facts of a service.
    SERVICE ("dịch vụ", "service")
    "hours" "gio_mo_cua" Want Line => ("giờ mở cửa", "opening hours");
    "capacity" "suc_chua" May Line => ("sức chứa", "how many guests");
    "prices" "bang_gia" Want Line => ("giá dịch vụ", "prices");
    "booking" "dat_cho" Want Line => ("cách đặt chỗ", "how to book");
    "languages" "ngon_ngu" May Line => ("ngôn ngữ phục vụ", "languages spoken");
    "access" "duong_di" May Line => ("đường đi, tiếp cận", "how to get there, accessibility");
}

table! {
    /// A photo.
    PHOTO ("ảnh", "photo")
    "file" "tep" Must Kind::Path => ("tệp ảnh, tính từ hồ sơ", "the file, from the dossier");
    "alt" "mo_ta" Must Line
        => ("lời tả cho người không nhìn thấy ảnh",
            "what it shows, for those who do not see it");
    "alt_en" "mo_ta_tieng_anh" May Line
        => ("lời tả bằng tiếng Anh", "the same in English");
    "role" "vai_tro" May Choice(ROLES)
        => ("bìa, chân dung, quy trình, nơi chốn, chứng nhận",
            "cover, portrait, process, place, certificate");
    "credit" "tac_gia" Want Line => ("người chụp hoặc chủ ảnh", "photographer or owner");
    "licence" "giay_phep" May Line => ("giấy phép sử dụng", "licence");
    "consent" "dong_y" May Flag => ("người trong ảnh đã đồng ý", "the person shown has agreed");
    "focus" "tam_diem" May Kind::Point
        => ("điểm giữ lại khi cắt, phần trăm từ trái và từ trên",
            "point that crops keep, percent from left and top");
}

table! {
    /// Last check.
    CHECKED ("lần đối chiếu", "check")
    "by" "nguoi" May Line => ("người đối chiếu", "who checked");
    "on" "ngay" May Day => ("ngày đối chiếu", "day of the check");
}
