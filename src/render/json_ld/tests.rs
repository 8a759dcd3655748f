//! Nodes compared whole, as they are written.

use super::*;

fn nectar() -> ProductLd {
    ProductLd {
        name: "Mật hoa dừa".to_owned(),
        description: "Cô từ mật hoa.".to_owned(),
        url: Some("https://ocop.example/san-pham/mat-hoa-dua/".to_owned()),
        images: vec!["https://ocop.example/a/1.jpg".to_owned(), "a/2.jpg".to_owned()],
        category: "Thực phẩm".to_owned(),
        maker: Some(MakerLd { name: "Công ty TNHH Trà Vinh Farm".to_owned(), url: None }),
        origin: "Vĩnh Long".to_owned(),
        packs: vec![PackLd {
            name: "500 g".to_owned(),
            price: Some(85_000),
            gtin: Some("8938505974194".to_owned()),
        }],
        rating: Some(RatingLd { stars: 4, valid_until: Day::new(2027, 1, 31) }),
        ..ProductLd::default()
    }
}

#[test]
fn a_product_says_what_is_known() {
    let maker = json!({ "@type": "Organization", "name": "Công ty TNHH Trà Vinh Farm" });
    let want = json!({
        "@type": "Product",
        "@id": "https://ocop.example/san-pham/mat-hoa-dua/#product",
        "name": "Mật hoa dừa",
        "description": "Cô từ mật hoa.",
        "url": "https://ocop.example/san-pham/mat-hoa-dua/",
        "image": ["https://ocop.example/a/1.jpg"],
        "category": "Thực phẩm",
        "brand": maker,
        "manufacturer": maker,
        "countryOfOrigin": { "@type": "Country", "name": "Việt Nam" },
        "gtin13": "8938505974194",
        "offers": {
            "@type": "Offer",
            "name": "500 g",
            "price": "85000",
            "priceCurrency": "VND",
            "gtin13": "8938505974194",
            "url": "https://ocop.example/san-pham/mat-hoa-dua/",
        },
        "award": "OCOP 4 sao, còn hiệu lực đến 31/01/2027",
        "additionalProperty": [
            { "@type": "PropertyValue", "propertyID": "stars", "name": "Hạng sao OCOP", "value": 4, "maxValue": 5 },
            { "@type": "PropertyValue", "propertyID": "validUntil", "name": "Còn hiệu lực đến", "value": "2027-01-31" },
            { "@type": "PropertyValue", "propertyID": "origin", "name": "Nơi làm ra", "value": "Vĩnh Long" },
        ],
    });
    assert_eq!(product(&nectar()), want);
}

#[test]
fn a_product_does_not_say_what_is_not() {
    let bare = ProductLd { name: "Chè".to_owned(), lang: Lang::En, ..ProductLd::default() };
    let country = json!({ "@type": "Country", "name": "Vietnam" });
    let want = json!({ "@type": "Product", "name": "Chè", "countryOfOrigin": country });
    assert_eq!(product(&bare), want);
    let pack =
        |price, gtin: &str| PackLd { price, gtin: Some(gtin.to_owned()), ..PackLd::default() };
    let odd =
        ProductLd { packs: vec![pack(None, "123"), pack(Some(0), "1234567x")], ..bare.clone() };
    assert_eq!(product(&odd), want);
    let odd =
        ProductLd { packs: vec![pack(None, "1234567x")], url: Some("../".to_owned()), ..bare };
    assert_eq!(product(&odd), want);
}

#[test]
fn several_prices_are_a_range() {
    let pack = |price| PackLd { price, ..PackLd::default() };
    let packs = vec![pack(Some(90_000)), pack(None), pack(Some(50_000))];
    let offer = |price| json!({ "@type": "Offer", "price": price, "priceCurrency": "VND" });
    assert_eq!(
        product(&ProductLd { packs, ..ProductLd::default() })["offers"],
        json!({
            "@type": "AggregateOffer",
            "lowPrice": "50000",
            "highPrice": "90000",
            "priceCurrency": "VND",
            "offerCount": 2,
            "offers": [offer("90000"), offer("50000")],
        })
    );
}

#[test]
fn awards_in_words() {
    let rating = |stars| RatingLd { stars, valid_until: None };
    assert_eq!(award(rating(3), Lang::Vi), "OCOP 3 sao");
    assert_eq!(award(rating(1), Lang::En), "OCOP 1 star");
    let dated = RatingLd { stars: 5, valid_until: Day::new(2028, 2, 29) };
    assert_eq!(award(dated, Lang::En), "OCOP 5 stars, valid until 29 February 2028");
}

#[test]
fn an_organization_has_its_address() {
    let input = OrganizationLd {
        name: "HTX Chè La Bằng".to_owned(),
        alternate_names: vec![String::new(), "La Bang Tea Cooperative".to_owned()],
        url: Some("https://ocop.example/chu-the/htx-che-la-bang/".to_owned()),
        commune: "Xã La Bằng".to_owned(),
        province: "Thái Nguyên".to_owned(),
        founded: "2006".to_owned(),
        same_as: vec!["https://labang.example/".to_owned(), "javascript:x".to_owned()],
        ..OrganizationLd::default()
    };
    let want = json!({
        "@type": "Organization",
        "@id": "https://ocop.example/chu-the/htx-che-la-bang/#organization",
        "name": "HTX Chè La Bằng",
        "alternateName": ["La Bang Tea Cooperative"],
        "url": "https://ocop.example/chu-the/htx-che-la-bang/",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Xã La Bằng",
            "addressRegion": "Thái Nguyên",
            "addressCountry": "VN",
        },
        "foundingDate": "2006",
        "sameAs": ["https://labang.example/"],
    });
    assert_eq!(organization(&input), want);
}

#[test]
fn a_site_can_be_searched_where_its_address_is_known() {
    let input = WebSiteLd { name: "Danh mục".to_owned(), ..WebSiteLd::default() };
    let bare = json!({ "@type": "WebSite", "name": "Danh mục", "inLanguage": "vi" });
    assert_eq!(web_site(&input), bare);
    let whole = WebSiteLd {
        url: Some("https://ocop.example/".to_owned()),
        search_url: Some("https://ocop.example/tim/".to_owned()),
        publisher: "Sở Nông nghiệp".to_owned(),
        ..input
    };
    let site = web_site(&whole);
    assert_eq!(site["publisher"], json!({ "@type": "Organization", "name": "Sở Nông nghiệp" }));
    assert_eq!(
        site["potentialAction"]["target"]["urlTemplate"],
        "https://ocop.example/tim/?q={search_term_string}"
    );
}

#[test]
fn trails_and_lists_are_numbered() {
    let trail = [
        ("Trang chủ".to_owned(), "https://ocop.example/".to_owned()),
        ("Chè".to_owned(), String::new()),
    ];
    let want = json!({
        "@type": "BreadcrumbList",
        "itemListElement": [
            { "@type": "ListItem", "position": 1, "name": "Trang chủ", "item": "https://ocop.example/" },
            { "@type": "ListItem", "position": 2, "name": "Chè" },
        ],
    });
    assert_eq!(breadcrumbs(&trail), want);
    let list = item_list("Chè", &["https://ocop.example/a/".to_owned()]);
    let want = json!({
        "@type": "ItemList",
        "name": "Chè",
        "numberOfItems": 1,
        "itemListElement": [{ "@type": "ListItem", "position": 1, "url": "https://ocop.example/a/" }],
    });
    assert_eq!(list, want);
}

#[test]
fn the_script_cannot_be_ended_from_within() {
    let name = "</script><!-- & \u{1}".to_owned();
    let text = script(vec![product(&ProductLd { name, ..ProductLd::default() })]);
    assert_eq!(
        text,
        "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"Product\",\
         \"countryOfOrigin\":{\"@type\":\"Country\",\"name\":\"Việt Nam\"},\
         \"name\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u0001\"}]}"
    );
}
