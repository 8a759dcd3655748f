//! Views of made-up brochures, as the layout gets them: every name here is invented.

use serde_json::{Value, json};

/// A text in the brochure's languages.
pub(crate) fn said(main: &str, second: &str) -> Value {
    json!({"main": main, "main_lang": "vi", "second": second})
}

/// Words of the layouts.
fn words() -> Value {
    let pairs = [
        ("ask", "Liên hệ", "On request"),
        ("booth", "Gian", "Booth"),
        ("certificates", "Chứng nhận", "Certificates"),
        ("contact", "Liên hệ", "Contact"),
        ("contents", "Mục lục", "Contents"),
        ("decision", "Quyết định công nhận", "Decision"),
        ("for_buyers", "Cho người mua hàng", "For buyers"),
        ("how_to_read", "Cách đọc danh mục", "How to read this catalogue"),
        ("index_booths", "Tra theo gian hàng", "Booths"),
        ("index_producers", "Tra theo chủ thể", "Producers"),
        ("index_products", "Tra theo tên sản phẩm", "Products by name"),
        ("index_provinces", "Tra theo tỉnh thành", "Provinces"),
        ("more_products", "sản phẩm khác", "more products"),
        ("notes", "Ghi chú", "Notes"),
        ("number_short", "STT", "No."),
        ("pack", "Quy cách", "Pack"),
        ("price_head", "Giá", "Price"),
        ("price_list", "Bảng giá", "Price list"),
        ("producer", "Chủ thể", "Producer"),
        ("product", "Sản phẩm", "Product"),
        ("qr_alt", "Mã QR dẫn đến", "QR code leading to"),
        ("scan", "Quét để xem hồ sơ đầy đủ", "Scan for the full page"),
        ("star", "sao", "stars"),
        ("stars_head", "Hạng sao", "Stars"),
    ];
    let words = pairs.map(|(key, vi, en)| (key.to_owned(), said(vi, en)));
    Value::Object(words.into_iter().collect())
}

/// A code of 21 × 21 modules that leads nowhere; only its place matters.
fn code(url: &str) -> Value {
    json!({"url": url, "size": 21, "path": "M0 0h7v1h-7zM14 0h7v1h-7zM0 14h1v7h-1z"})
}

/// A card with all that a dossier may have; `number` from 1.
pub(crate) fn card(number: u32, name: &str) -> Value {
    let url = format!("https://vi-du.vn/p/vd{number:04}/");
    let stars = 3 + number % 3;
    json!({
        "number": number, "slug": format!("vd-{number}"), "code": format!("vd{number:04}"),
        "name": said(name, "A made-up speciality"), "aka": "",
        "group": "thuc-pham", "group_name": said("Thực phẩm", "Food"),
        "colours": {"deep": "#7c3a12", "strong": "#8a4b00", "tint": "#f6ecd6"},
        "stars": stars, "state": "valid", "stars_label": said(&format!("OCOP {stars} sao"), "stars"),
        "validity": said("Còn hiệu lực đến 17/05/2027", "Valid until 17 May 2027"),
        "decision": "348/QĐ-UBND, 17/05/2024",
        "summary": said("Một đặc sản minh hoạ, làm để thử trang in.", "Made up to try the pages."),
        "story": [], "producer": "Hợp tác xã Ví Dụ", "producer_form": said("Hợp tác xã", "Cooperative"),
        "producer_sort": "vi du", "place": said("Xã Ví Dụ, Lâm Đồng", ""),
        "place_before": said("trước 7/2025: huyện Minh Hoạ, Lâm Đồng", ""), "province": "Lâm Đồng",
        "packs": [{"name": "Hũ", "net": "500 g", "price": "185.000 ₫", "unit_price": "370.000 ₫/kg",
                   "priced_on": said("10/2026", "")}],
        "price": said("185.000 ₫ / 500 g", ""),
        "certificates": [{"name": said("VietGAP", ""), "number": "VG-1", "until": said("Đến 2027", "")}],
        "contacts": [{"kind": "phone", "label": said("Điện thoại", "Telephone"), "text": "0209 3000 123",
                      "href": "tel:+842093000123"}],
        "facts": [{"label": said("Bảo quản", "Storage"), "text": said("Nơi khô ráo.", "Keep dry.")}],
        "notices": [], "adult": false, "qr": code(&url), "address": format!("vi-du.vn/p/vd{number:04}"),
        "picture": {"kind": "woven", "key": "vd", "svg": CLOTH, "alt": "", "width": 640, "height": 480,
                    "credit": "", "hash": "", "focus": [50, 50]},
        "booth": format!("A{number:02}"), "dossier": format!("content/products/lam-dong/vd-{number}.md"),
    })
}

const CLOTH: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\">\
    <path fill=\"#c98a1b\" d=\"M0 0h640v480H0z\"/><path fill=\"#26305e\" d=\"M0 200h640v80H0z\"/></svg>";

/// A brochure of those cards in one section.
pub(crate) fn brochure(kind: &str, paper: &str, per_page: u32, cards: &[Value]) -> Value {
    let entries: Vec<Value> = cards
        .iter()
        .map(|it| json!({"name": it["name"]["main"], "note": "Lâm Đồng", "numbers": [it["number"]]}))
        .collect();
    let booths: Vec<Value> = cards
        .iter()
        .map(|it| {
            json!({"number": it["booth"], "producer": said(it["producer"].as_str().unwrap_or(""), ""),
                   "place": it["place"], "products": [it["name"]["main"]], "numbers": [it["number"]], "qr": it["qr"]})
        })
        .collect();
    let letters = json!([{"letter": "V", "entries": entries}]);
    json!({
        "slug": "vi-du", "kind": kind, "paper": paper, "per_page": per_page, "grid": "3x7", "start": 1,
        "languages": ["vi", "en"],
        "title": said("Đặc sản ví dụ", "Made-up specialities"), "subtitle": said("Danh mục minh hoạ", "A sample"),
        "site": {"name": said("Danh mục ví dụ", "Sample catalogue"), "url": "vi-du.vn", "issuer": said("Đơn vị ví dụ", "Sample office"),
                 "responsible": "", "address": "", "phone": "", "email": "", "qr": code("https://vi-du.vn/")},
        "as_of": said("Tính đến ngày 24/11/2026", "As of 24 November 2026"), "as_of_iso": "2026-11-24",
        "summary": said(&format!("{} sản phẩm", cards.len()), ""), "stats": [],
        "star_guide": [{"stars": 5, "title": said("5 sao", "5 stars"), "meaning": said("Cấp quốc gia.", "National.")},
                       {"stars": 3, "title": said("3 sao", "3 stars"), "meaning": said("Từ 50 đến dưới 70 điểm.", "50 to under 70 points.")}],
        "guide_note": said("Mỗi lần công nhận có hiệu lực 36 tháng.", "A recognition runs for 36 months."),
        "words": words(), "arranged": "group",
        "sections": [{"id": "thuc-pham", "title": said("Thực phẩm", "Food"), "note": said("sản phẩm", "products"),
                      "colours": {"deep": "#7c3a12", "strong": "#8a4b00", "tint": "#f6ecd6"}, "tile": null, "cards": cards}],
        "products_index": letters, "producers_index": letters, "provinces_index": letters, "booths_index": letters,
        "map": [{"name": "Lâm Đồng", "col": 1, "row": 1, "count": 1, "island": false}, {"name": "Huế", "col": 2, "row": 1, "count": 0, "island": false}],
        "fair": {"name": said("Hội chợ ví dụ", "Sample fair"), "dates": said("05/01/2027", ""), "place": said("Nhà triển lãm ví dụ", ""),
                 "organiser": said("", ""), "zones": [{"name": said("Khu A", "Zone A"), "booths": booths}]},
        "notices": [said("Không bán đồ uống có cồn cho người dưới 18 tuổi.", "Not for sale to anyone under 18.")],
    })
}

/// So many cards with plain names.
pub(crate) fn cards(count: u32) -> Vec<Value> {
    (1..=count).map(|number| card(number, &format!("Đặc sản số {number}"))).collect()
}
