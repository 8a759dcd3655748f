//! What is made: subgroups with their share, names, packs and prices.
//!
//! Shares follow the example catalogue (199 of 294 are food). Names are made of
//! a noun, now and then a quality, and the name of a place or brand.
//!
//! Never holds a real product.

/// A family of goods, one for a subgroup.
pub(crate) struct Goods {
    /// Slug of the group.
    pub(crate) group: &'static str,
    /// Path of the subgroup within the group.
    pub(crate) subgroup: &'static str,
    /// What it is before the law.
    pub(crate) kind: &'static str,
    /// Share among all goods.
    pub(crate) share: usize,
    /// Vietnamese and English nouns.
    pub(crate) nouns: &'static [(&'static str, &'static str)],
    /// Packs, each with its sizes.
    pub(crate) packs: &'static [(&'static str, &'static [&'static str])],
    /// Price of the smallest pack in thousands of đồng, from and to.
    pub(crate) price: (usize, usize),
}

const BOXES: &[(&str, &[&str])] = &[
    ("Hộp giấy", &["250 g", "500 g", "1 kg"]),
    ("Túi hút chân không", &["200 g", "500 g", "1 kg"]),
];
const BAGS: &[(&str, &[&str])] =
    &[("Túi giấy", &["100 g", "200 g", "500 g"]), ("Hộp thiếc", &["150 g", "300 g"])];
const JARS: &[(&str, &[&str])] =
    &[("Hũ thuỷ tinh", &["200 g", "350 g", "500 g"]), ("Hũ sành", &["500 g", "1 kg"])];
const BOTTLES: &[(&str, &[&str])] =
    &[("Chai thuỷ tinh", &["330 ml", "500 ml", "750 ml"]), ("Can", &["2 l", "5 l"])];
const FRESH: &[(&str, &[&str])] =
    &[("Thùng giấy", &["3 kg", "5 kg", "10 kg"]), ("Túi lưới", &["1 kg", "2 kg"])];
const SMALL: &[(&str, &[&str])] =
    &[("Hộp", &["30 g", "50 g", "100 g"]), ("Lọ", &["50 ml", "100 ml"])];
const PIECES: &[(&str, &[&str])] = &[("Cỡ nhỏ", &[]), ("Cỡ vừa", &[]), ("Cỡ lớn", &[])];

/// A shorthand for one family.
macro_rules! goods {
    ($group:literal, $subgroup:literal, $kind:literal, $share:literal, $packs:ident,
     $low:literal .. $high:literal, [$(($vi:literal, $en:literal)),+ $(,)?]) => {
        Goods {
            group: $group,
            subgroup: $subgroup,
            kind: $kind,
            share: $share,
            nouns: &[$(($vi, $en)),+],
            packs: $packs,
            price: ($low, $high),
        }
    };
}

/// Every family.
pub(crate) const GOODS: &[Goods] = &[
    goods!(
        "thuc-pham",
        "che-bien/tu-rau-cu-qua-hat",
        "ordinary-food",
        41,
        BOXES,
        35..180,
        [
            ("Hạt sen sấy", "Dried lotus seeds"),
            ("Mít sấy giòn", "Crisp jackfruit"),
            ("Chuối sấy dẻo", "Soft dried banana"),
            ("Khoai lang sấy", "Dried sweet potato"),
            ("Mứt gừng", "Candied ginger"),
            ("Măng khô", "Dried bamboo shoots"),
            ("Kẹo lạc", "Peanut brittle"),
            ("Dưa món", "Pickled vegetables"),
        ]
    ),
    goods!(
        "thuc-pham",
        "che-bien/tu-thit-trung-sua-thuy-san",
        "ordinary-food",
        29,
        BOXES,
        60..320,
        [
            ("Chả cá", "Fish cakes"),
            ("Ruốc thịt", "Pork floss"),
            ("Cá khô", "Dried fish"),
            ("Lạp sườn", "Smoked sausage"),
            ("Tôm khô", "Dried shrimp"),
            ("Nem chua", "Fermented pork"),
            ("Khô gà lá chanh", "Chicken floss with lime leaves"),
        ]
    ),
    goods!(
        "thuc-pham",
        "tuoi-song/rau-cu-qua-hat-tuoi",
        "ordinary-food",
        25,
        FRESH,
        40..200,
        [
            ("Cam sành", "Green oranges"),
            ("Bưởi da xanh", "Green-skin pomelos"),
            ("Thanh long ruột đỏ", "Red dragon fruit"),
            ("Ổi lê", "Pear guavas"),
            ("Rau cải", "Mustard greens"),
            ("Vải thiều", "Lychees"),
            ("Na dai", "Custard apples"),
        ]
    ),
    goods!(
        "thuc-pham",
        "che",
        "ordinary-food",
        23,
        BAGS,
        60..450,
        [
            ("Chè xanh", "Green tea"),
            ("Chè shan", "Shan tea"),
            ("Hồng trà", "Black tea"),
            ("Chè ướp hoa nhài", "Jasmine tea"),
            ("Chè ướp sen", "Lotus tea"),
        ]
    ),
    goods!(
        "thuc-pham",
        "tho-so-che/gao-ngu-coc-hat",
        "ordinary-food",
        17,
        BOXES,
        25..90,
        [
            ("Gạo tẻ thơm", "Fragrant rice"),
            ("Gạo nếp nương", "Upland sticky rice"),
            ("Gạo lứt", "Brown rice"),
            ("Đậu xanh", "Mung beans"),
            ("Lạc đỏ", "Red peanuts"),
        ]
    ),
    goods!(
        "thuc-pham",
        "che-bien/tu-gao-ngu-coc",
        "ordinary-food",
        17,
        BOXES,
        25..110,
        [
            ("Miến dong", "Canna noodles"),
            ("Bún khô", "Dried rice noodles"),
            ("Bánh đa nem", "Rice paper"),
            ("Bánh cốm", "Young-rice cakes"),
            ("Cơm cháy", "Rice crackers"),
        ]
    ),
    goods!(
        "thuc-pham",
        "gia-vi/tuong-nuoc-mam-gia-vi-long",
        "ordinary-food",
        13,
        BOTTLES,
        45..210,
        [
            ("Nước mắm", "Fish sauce"),
            ("Tương bần", "Soybean sauce"),
            ("Mắm tép", "Fermented shrimp"),
            ("Giấm gạo", "Rice vinegar"),
        ]
    ),
    goods!(
        "thuc-pham",
        "ca-phe-ca-cao",
        "ordinary-food",
        10,
        BAGS,
        80..260,
        [
            ("Cà phê bột", "Ground coffee"),
            ("Cà phê hạt rang", "Roasted coffee beans"),
            ("Bột ca cao", "Cocoa powder"),
        ]
    ),
    goods!(
        "thuc-pham",
        "tho-so-che/mat-ong-nong-san-khac",
        "ordinary-food",
        9,
        JARS,
        90..380,
        [
            ("Mật ong hoa nhãn", "Longan honey"),
            ("Mật ong hoa rừng", "Wildflower honey"),
            ("Mật ong bạc hà", "Mint honey"),
            ("Mật mía", "Cane molasses"),
        ]
    ),
    goods!(
        "thuc-pham",
        "gia-vi/gia-vi-khac",
        "ordinary-food",
        7,
        JARS,
        30..150,
        [
            ("Muối ớt", "Chilli salt"),
            ("Hạt tiêu", "Pepper"),
            ("Bột nghệ", "Turmeric powder"),
            ("Bột quế", "Cinnamon powder"),
        ]
    ),
    goods!(
        "thuc-pham",
        "tuoi-song/thit-thuy-san-trung-sua-tuoi",
        "ordinary-food",
        6,
        FRESH,
        90..400,
        [("Trứng gà", "Hen eggs"), ("Thịt lợn đen", "Black pork"), ("Cá trắm", "Grass carp"),]
    ),
    goods!(
        "thuc-pham",
        "che-bien/do-an-nhanh",
        "ordinary-food",
        2,
        BOXES,
        30..90,
        [
            ("Phở khô ăn liền", "Instant rice noodles"),
            ("Cháo sen ăn liền", "Instant lotus porridge"),
        ]
    ),
    goods!(
        "do-uong",
        "co-con/do-uong-co-con-khac",
        "alcohol",
        10,
        BOTTLES,
        90..420,
        [
            ("Rượu mơ", "Apricot liqueur"),
            ("Rượu vang mận", "Plum wine"),
            ("Rượu táo mèo", "Hawthorn liqueur"),
        ]
    ),
    goods!(
        "do-uong",
        "co-con/ruou-trang",
        "alcohol",
        8,
        BOTTLES,
        70..300,
        [("Rượu men lá", "Leaf-yeast spirit"), ("Rượu nếp", "Sticky-rice spirit"),]
    ),
    goods!(
        "do-uong",
        "khong-con/do-uong-khong-con-khac",
        "ordinary-food",
        7,
        BOTTLES,
        20..95,
        [
            ("Nước sen", "Lotus drink"),
            ("Trà gừng mật ong", "Ginger honey drink"),
            ("Nước ép chanh leo", "Passion-fruit juice"),
        ]
    ),
    goods!(
        "do-uong",
        "khong-con/nuoc-khoang-nuoc-tinh-khiet",
        "ordinary-food",
        1,
        BOTTLES,
        8..20,
        [("Nước khoáng", "Mineral water"),]
    ),
    goods!(
        "duoc-lieu",
        "tinh-dau-thao-duoc-khac",
        "ordinary-food",
        23,
        SMALL,
        60..280,
        [
            ("Tinh dầu sả", "Lemongrass oil"),
            ("Tinh dầu tràm", "Cajuput oil"),
            ("Trà atisô", "Artichoke tea"),
            ("Trà dây", "Vine tea"),
            ("Ba kích khô", "Dried morinda root"),
        ]
    ),
    goods!(
        "duoc-lieu",
        "thuc-pham-chuc-nang-thuoc",
        "food-supplement",
        12,
        SMALL,
        120..650,
        [
            ("Viên nghệ", "Turmeric tablets"),
            ("Cao đinh lăng", "Polyscias extract"),
            ("Đông trùng hạ thảo khô", "Dried cordyceps"),
        ]
    ),
    goods!(
        "duoc-lieu",
        "my-pham-tu-thao-duoc",
        "cosmetic",
        1,
        SMALL,
        45..220,
        [("Xà phòng bồ kết", "Soapberry soap"), ("Dầu gội bưởi", "Pomelo shampoo"),]
    ),
    goods!(
        "thu-cong-my-nghe",
        "gia-dung-trang-tri",
        "craft",
        18,
        PIECES,
        80..900,
        [
            ("Giỏ mây", "Rattan basket"),
            ("Bình gốm", "Ceramic vase"),
            ("Tranh tre", "Bamboo picture"),
            ("Bộ ấm chén", "Tea set"),
            ("Chiếu cói", "Sedge mat"),
        ]
    ),
    goods!(
        "thu-cong-my-nghe",
        "vai-may-mac",
        "craft",
        4,
        PIECES,
        150..1200,
        [("Khăn thổ cẩm", "Brocade scarf"), ("Khăn lụa", "Silk scarf"),]
    ),
    goods!(
        "sinh-vat-canh",
        "cay-canh",
        "plant",
        2,
        PIECES,
        200..3000,
        [("Bonsai sanh", "Fig bonsai"), ("Cây mai vàng", "Yellow apricot tree"),]
    ),
    goods!(
        "sinh-vat-canh",
        "hoa",
        "plant",
        1,
        PIECES,
        60..500,
        [("Hoa lan hồ điệp", "Moth orchid"), ("Hoa cúc chậu", "Potted daisies"),]
    ),
    goods!(
        "du-lich",
        "cong-dong-sinh-thai-diem-du-lich",
        "service",
        8,
        PIECES,
        150..900,
        [
            ("Du lịch cộng đồng bản", "Village stay"),
            ("Vườn sinh thái", "Eco garden"),
            ("Trải nghiệm làng nghề", "Craft village visit"),
        ]
    ),
];

/// Qualities that stand behind the noun now and then.
pub(crate) const QUALITIES: [(&str, &str); 8] = [
    ("hữu cơ", "organic"),
    ("đặc biệt", "special"),
    ("thượng hạng", "fine"),
    ("truyền thống", "traditional"),
    ("loại một", "first grade"),
    ("thủ công", "handmade"),
    ("sạch", "clean"),
    ("vùng cao", "highland"),
];
