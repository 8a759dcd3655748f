// Words of the made-up catalogue: places, goods, people, phrases of stories. Producers are invented.

const list = (text) => text.split("|");

// Provinces of today with the former ones of which each was made.
export const PROVINCES = {
  "Hà Nội": list("Hà Nội"),
  "Huế": list("Thừa Thiên Huế"),
  "Lai Châu": list("Lai Châu"),
  "Điện Biên": list("Điện Biên"),
  "Sơn La": list("Sơn La"),
  "Lạng Sơn": list("Lạng Sơn"),
  "Quảng Ninh": list("Quảng Ninh"),
  "Thanh Hóa": list("Thanh Hóa"),
  "Nghệ An": list("Nghệ An"),
  "Hà Tĩnh": list("Hà Tĩnh"),
  "Cao Bằng": list("Cao Bằng"),
  "Tuyên Quang": list("Tuyên Quang|Hà Giang"),
  "Lào Cai": list("Lào Cai|Yên Bái"),
  "Thái Nguyên": list("Thái Nguyên|Bắc Kạn"),
  "Phú Thọ": list("Phú Thọ|Vĩnh Phúc|Hòa Bình"),
  "Bắc Ninh": list("Bắc Ninh|Bắc Giang"),
  "Hưng Yên": list("Hưng Yên|Thái Bình"),
  "Hải Phòng": list("Hải Phòng|Hải Dương"),
  "Ninh Bình": list("Ninh Bình|Hà Nam|Nam Định"),
  "Quảng Trị": list("Quảng Trị|Quảng Bình"),
  "Đà Nẵng": list("Đà Nẵng|Quảng Nam"),
  "Quảng Ngãi": list("Quảng Ngãi|Kon Tum"),
  "Gia Lai": list("Gia Lai|Bình Định"),
  "Khánh Hòa": list("Khánh Hòa|Ninh Thuận"),
  "Lâm Đồng": list("Lâm Đồng|Đắk Nông|Bình Thuận"),
  "Đắk Lắk": list("Đắk Lắk|Phú Yên"),
  "Thành phố Hồ Chí Minh": list("Thành phố Hồ Chí Minh|Bình Dương|Bà Rịa - Vũng Tàu"),
  "Đồng Nai": list("Đồng Nai|Bình Phước"),
  "Tây Ninh": list("Tây Ninh|Long An"),
  "Cần Thơ": list("Cần Thơ|Sóc Trăng|Hậu Giang"),
  "Vĩnh Long": list("Vĩnh Long|Bến Tre|Trà Vinh"),
  "Đồng Tháp": list("Đồng Tháp|Tiền Giang"),
  "Cà Mau": list("Cà Mau|Bạc Liêu"),
  "An Giang": list("An Giang|Kiên Giang"),
};

export const NORTHERN_MOUNTAINS = new Set(list("Lai Châu|Điện Biên|Sơn La|Lạng Sơn|Cao Bằng|Tuyên Quang|Hà Giang|Lào Cai|Yên Bái|Bắc Kạn|Hòa Bình|Thái Nguyên"));
export const HIGHLANDS = new Set(list("Kon Tum|Gia Lai|Đắk Lắk|Đắk Nông|Lâm Đồng"));

export const GROUPS = list("Thực phẩm|Đồ uống|Dược liệu và sản phẩm từ dược liệu|Thủ công mỹ nghệ|Sinh vật cảnh|Du lịch cộng đồng");

// Group, subgroup, English name, kind, varieties, share.
export const KINDS = [
  [0, "Rau, củ, quả tươi", "fresh fruit", "cam", list("sành|Vinh|Cao Phong|xoàn|lòng vàng|V2"), 3],
  [0, "Rau, củ, quả tươi", "fresh fruit", "bưởi", list("Diễn|da xanh|Năm Roi|Phúc Trạch|Đoan Hùng|Tân Triều|đỏ"), 3],
  [0, "Rau, củ, quả tươi", "fresh fruit", "vải thiều", list("sớm|Lục Ngạn|Thanh Hà|lai"), 2],
  [0, "Rau, củ, quả tươi", "fresh fruit", "xoài", list("cát Hòa Lộc|cát Chu|tượng da xanh|Đài Loan|tròn"), 2],
  [0, "Rau, củ, quả tươi", "fresh fruit", "thanh long", list("ruột đỏ|ruột trắng|sấy dẻo|vỏ vàng"), 2],
  [0, "Rau, củ, quả tươi", "fresh fruit", "sầu riêng", list("Ri6|Dona|chuồng bò|cấp đông"), 2],
  [0, "Rau, củ, quả tươi", "fresh fruit", "dưa lưới", list("ruột cam|ruột xanh|nhà màng|Hoàng Kim"), 2],
  [0, "Rau, củ, quả tươi", "fresh fruit", "dứa", list("mật|Queen|MD2|gai"), 1],
  [0, "Rau, củ, quả tươi", "fresh fruit", "dừa", list("xiêm xanh|sáp|xiêm lùn|gọt kim cương"), 2],
  [0, "Rau, củ, quả tươi", "fresh fruit", "na", list("dai|bở|hoàng hậu|Chi Lăng"), 1],
  [0, "Rau, củ, quả tươi", "fresh fruit", "nhãn", list("lồng|xuồng cơm vàng|chín muộn|Hương Chi"), 2],
  [0, "Rau, củ, quả tươi", "fresh fruit", "dâu tây", list("New Zealand|Hana|chín đỏ|giống Nhật"), 1],
  [0, "Rau, củ, quả tươi", "fresh fruit", "chuối", list("tiêu hồng|ngự|già Nam Mỹ|tây thái"), 1],
  [0, "Rau, củ, quả tươi", "vegetables", "rau má", list("sạch|sấy lạnh|hữu cơ"), 1],
  [0, "Rau, củ, quả tươi", "vegetables", "khoai lang", list("mật|tím Nhật|Lệ Cần|hoàng long"), 2],
  [0, "Rau, củ, quả tươi", "vegetables", "su su", list("quả|ngọn|VietGAP"), 1],
  [0, "Rau, củ, quả tươi", "vegetables", "tỏi", list("Lý Sơn|cô đơn|tía|một nhánh"), 2],
  [0, "Rau, củ, quả tươi", "vegetables", "hành tím", list("Vĩnh Châu|phi|sấy"), 1],
  [0, "Rau, củ, quả tươi", "vegetables", "củ cải", list("trắng|muối|sấy khô"), 1],
  [0, "Gạo, ngũ cốc", "rice", "gạo", list("ST25|nếp cái hoa vàng|Séng Cù|tám xoan|Bao thai|lứt đỏ|nàng nhen|Điện Biên|Khẩu Nậm Xít|tẻ râu"), 6],
  [0, "Gạo, ngũ cốc", "rice", "gạo nếp", list("nương|Tú Lệ|Khẩu Tan|cẩm|Thầu Dầu"), 2],
  [0, "Gạo, ngũ cốc", "bean", "đậu", list("xanh tách vỏ|đen xanh lòng|đỏ|nành rang|Hà Lan"), 1],
  [0, "Gạo, ngũ cốc", "bean", "lạc", list("đỏ|rang tỏi ớt|sen|rang húng lìu"), 1],
  [0, "Gạo, ngũ cốc", "cashew", "hạt điều", list("rang muối|vỏ lụa|mật ong|tỏi ớt|rang củi"), 3],
  [0, "Gạo, ngũ cốc", "macadamia", "mắc ca", list("nứt vỏ|nhân sấy|sữa|rang bơ"), 2],
  [0, "Thịt, trứng, sữa", "pork", "thịt lợn", list("gác bếp|đen sấy|chua|hun khói|mán"), 2],
  [0, "Thịt, trứng, sữa", "beef", "thịt trâu", list("gác bếp|khô|hun khói"), 2],
  [0, "Thịt, trứng, sữa", "beef", "bò một nắng", list("Krông Pa|muối kiến vàng|sợi"), 1],
  [0, "Thịt, trứng, sữa", "sausage", "lạp xưởng", list("tôm|tươi|hun khói|gác bếp|heo"), 2],
  [0, "Thịt, trứng, sữa", "ham", "giò lụa", list("truyền thống|gói lá chuối|thượng hạng"), 1],
  [0, "Thịt, trứng, sữa", "ham", "chả", list("quế|mực|cá thác lác|cốm|tôm"), 2],
  [0, "Thịt, trứng, sữa", "fermented pork", "nem chua", list("Thanh Hóa|lá ổi|Lai Vung|tai"), 2],
  [0, "Thịt, trứng, sữa", "chicken", "gà", list("Tiên Yên|đồi Yên Thế|Đông Tảo|ủ muối|đen H’Mông|ri"), 2],
  [0, "Thịt, trứng, sữa", "egg", "trứng", list("gà thảo dược|vịt muối|vịt biển|gà ác|cút"), 2],
  [0, "Thịt, trứng, sữa", "milk", "sữa chua", list("nếp cẩm|dê|trân châu|Ba Vì"), 1],
  [0, "Thủy sản", "fish", "cá", list("kho làng Vũ Đại|bống kho tiêu|cơm khô|lóc khô|thính|linh ủ chua|hồi hun khói|tầm phi lê|dứa một nắng"), 5],
  [0, "Thủy sản", "shrimp", "tôm", list("khô|chua|sú sấy|rim|nõn"), 3],
  [0, "Thủy sản", "squid", "mực", list("một nắng|khô|rim me|trứng|lá"), 2],
  [0, "Thủy sản", "crab", "cua", list("Cà Mau|đồng xay|gạch|biển hấp"), 1],
  [0, "Thủy sản", "oyster", "hàu", list("sữa Thái Bình Dương|ruốc|sấy"), 1],
  [0, "Thủy sản", "fish cake", "ruốc", list("cá hồi|tôm|nấm|hàu|heo"), 2],
  [0, "Gia vị, nước chấm", "fish sauce", "nước mắm", list("Phú Quốc|cốt nhĩ|Cái Rồng|Ba Làng|truyền thống|cá cơm|Nam Ô|Cửa Khe|rươi|hạ thổ"), 6],
  [0, "Gia vị, nước chấm", "shrimp paste", "mắm tôm", list("Ba Làng|Hậu Lộc|chua|cà|chưng"), 2],
  [0, "Gia vị, nước chấm", "fermented fish", "mắm", list("ruốc Huế|cá linh|nêm|tép|cua đồng"), 2],
  [0, "Gia vị, nước chấm", "soy sauce", "tương", list("Bần|nếp|ớt Mường Khương|đậu nành Nam Đàn"), 2],
  [0, "Gia vị, nước chấm", "salt", "muối", list("tôm Tây Ninh|kiến vàng|hạt dổi|ớt xanh|hầm|chấm chéo"), 3],
  [0, "Gia vị, nước chấm", "pepper", "tiêu", list("đen Chư Sê|sọ|Phú Quốc|rừng|Vĩnh Linh|ngâm"), 3],
  [0, "Gia vị, nước chấm", "seasoning", "hạt dổi", list("rừng|rang|xay"), 1],
  [0, "Gia vị, nước chấm", "cinnamon", "quế", list("thanh Văn Yên|bột Trà My|chi|điếu thuốc"), 2],
  [0, "Gia vị, nước chấm", "star anise", "hoa hồi", list("khô|Lạng Sơn|loại một"), 1],
  [0, "Gia vị, nước chấm", "oil", "dầu lạc", list("nguyên chất|ép lạnh|truyền thống"), 2],
  [0, "Gia vị, nước chấm", "coconut oil", "dầu dừa", list("ép lạnh|nguyên chất|dưỡng da"), 1],
  [0, "Gia vị, nước chấm", "vinegar", "giấm", list("táo mèo|gạo|mơ|sim"), 1],
  [0, "Gia vị, nước chấm", "turmeric", "bột nghệ", list("vàng|đen|mật ong|tinh"), 2],
  [0, "Bánh kẹo, mứt", "cake", "bánh", list("đậu xanh|gai|cáy|tẻ|chưng gấc|tráng phơi sương|đa nem|phồng tôm|pía|ít lá gai|in|phu thê|cốm|đa cua|khô mè"), 6],
  [0, "Bánh kẹo, mứt", "sticky rice cake", "bánh chưng", list("gù|đen|Bờ Đậu|lá riềng|Tranh Khúc"), 2],
  [0, "Bánh kẹo, mứt", "candy", "kẹo", list("dừa|lạc|Sìu Châu|cu đơ|gương|chuối|dồi"), 2],
  [0, "Bánh kẹo, mứt", "jam", "mứt", list("gừng|dừa non|me|dâu tằm|sen|tắc"), 2],
  [0, "Bánh kẹo, mứt", "dried fruit", "mít sấy", list("giòn|dẻo|thập cẩm"), 1],
  [0, "Bánh kẹo, mứt", "dried fruit", "xoài sấy", list("dẻo|muối ớt|không đường"), 1],
  [0, "Bánh kẹo, mứt", "dried persimmon", "hồng treo gió", list("Đà Lạt|dẻo|nguyên quả|Bảo Lâm"), 2],
  [0, "Bánh kẹo, mứt", "sugar", "đường thốt nốt", list("bột|thẻ|nguyên chất|hữu cơ"), 1],
  [0, "Mì, miến, bún, phở", "noodles", "miến dong", list("Bình Liêu|Tài Hoan|Phja Đén|sạch|đao Giới Phiên|Bắc Kạn"), 4],
  [0, "Mì, miến, bún, phở", "rice noodles", "mì gạo", list("Chũ|lứt|rau củ|Hùng Lô|gấc"), 2],
  [0, "Mì, miến, bún, phở", "rice noodles", "bún khô", list("gạo lứt|ngũ sắc|Đa Mai"), 2],
  [0, "Mì, miến, bún, phở", "pho", "phở khô", list("Lộc Bình|hai tô|gạo lứt|ngô"), 1],
  [0, "Mật ong", "honey", "mật ong", list("bạc hà|hoa nhãn|rừng U Minh|hoa cà phê|hoa vải|sú vẹt|hoa yên bạch|rừng nguyên sinh|ngâm nghệ|tam thất"), 7],
  [0, "Nấm, măng", "mushroom", "nấm", list("hương khô|linh chi|mối|bào ngư|rơm|mèo"), 3],
  [0, "Nấm, măng", "bamboo shoot", "măng", list("khô lưỡi lợn|chua|nứa|sặt|vầu|trúc"), 3],
  [1, "Chè", "tea", "chè", list("Shan tuyết|Tân Cương|móc câu|ô long|đinh|nõn tôm|sen Tây Hồ|Thái Nguyên|Suối Giàng|xanh|vằng"), 9],
  [1, "Chè", "herbal tea", "trà", list("hoa vàng|gừng|túi lọc cà gai leo|atiso|hoa cúc|khổ qua|sâm|mãng cầu|sả|giảo cổ lam"), 5],
  [1, "Cà phê, ca cao", "coffee", "cà phê", list("Arabica|Robusta|Culi|Moka|rang xay|hòa tan|phin giấy|chồn|bột|Fine Robusta|mật ong|hạt rang mộc"), 9],
  [1, "Cà phê, ca cao", "cocoa", "ca cao", list("bột|socola đen|hạt rang|sữa"), 2],
  [1, "Rượu", "wine", "rượu", list("ngô Bản Phố|cần|Mẫu Sơn|men lá|Bàu Đá|nếp cái hoa vàng|Gò Đen|Làng Vân|sim|mơ|táo mèo|Thóc San Lùng|vang nho|Kim Sơn"), 6],
  [1, "Nước giải khát", "juice", "nước ép", list("dứa|chanh leo|gấc|nho|táo"), 2],
  [1, "Nước giải khát", "syrup", "siro", list("dâu tằm|mơ|atiso|chanh đào"), 1],
  [1, "Nước giải khát", "bird nest", "yến sào", list("chưng đường phèn|tinh chế|thô|hạt sen|Khánh Hòa"), 3],
  [1, "Nước giải khát", "soy milk", "sữa hạt", list("sen|điều|óc chó|ngô"), 1],
  [2, "Dược liệu", "cordyceps", "đông trùng hạ thảo", list("sấy thăng hoa|khô|tươi|nuôi cấy|nguyên con"), 3],
  [2, "Dược liệu", "ginseng", "sâm", list("Ngọc Linh|Bố Chính|cau|dây|Lai Châu"), 3],
  [2, "Dược liệu", "herb", "cà gai leo", list("khô|cao|túi lọc|giải độc gan"), 2],
  [2, "Dược liệu", "herb", "tam thất", list("bột|nụ hoa|mật ong|bắc"), 2],
  [2, "Dược liệu", "herb", "ba kích", list("tím|rượu|khô|Ba Chẽ"), 1],
  [2, "Dược liệu", "herbal extract", "cao", list("atiso|chè vằng|dây thìa canh|xương ngựa|lá"), 3],
  [2, "Tinh dầu", "essential oil", "tinh dầu", list("sả chanh|tràm|bưởi|quế|bạc hà|màng tang|hồi"), 5],
  [2, "Mỹ phẩm thảo dược", "soap", "xà phòng", list("thảo dược|nghệ|dừa|sả|bồ kết"), 1],
  [2, "Mỹ phẩm thảo dược", "shampoo", "dầu gội", list("bồ kết|thảo dược|vỏ bưởi|hà thủ ô"), 2],
  [2, "Mỹ phẩm thảo dược", "medicine bath", "thuốc tắm", list("người Dao đỏ|lá rừng|cho bé"), 1],
  [3, "Gốm sứ", "ceramics", "gốm", list("Bát Tràng|Phù Lãng|Chu Đậu|Bàu Trúc|Lái Thiêu|Thanh Hà|men lam"), 4],
  [3, "Gốm sứ", "ceramics", "ấm chén", list("men rạn|tử sa|hoa sen|vẽ tay"), 2],
  [3, "Mây tre đan", "bamboo weaving", "giỏ", list("mây tre|cói|lục bình|tre ghép"), 2],
  [3, "Mây tre đan", "mat", "chiếu", list("cói Nga Sơn|Định Yên|lác|hoa"), 2],
  [3, "Mây tre đan", "conical hat", "nón lá", list("Làng Chuông|bài thơ Huế|Gò Găng|Ba Đồn"), 2],
  [3, "Dệt, thêu", "brocade", "thổ cẩm", list("Mai Châu|Lùng Tám|Mỹ Nghiệp|A Lưới|Chăm|Ba Na"), 3],
  [3, "Dệt, thêu", "silk", "lụa", list("Vạn Phúc|tơ tằm|Mã Châu|Nha Xá|tơ sen"), 2],
  [3, "Dệt, thêu", "embroidery", "tranh thêu", list("Văn Lâm|tay|hoa sen|phong cảnh"), 1],
  [3, "Gỗ, đá, kim loại", "wood", "tượng gỗ", list("Phật Di Lặc|mỹ nghệ|trắc|mít"), 2],
  [3, "Gỗ, đá, kim loại", "silver", "chạm bạc", list("Đồng Xâm|người Dao|trang sức"), 1],
  [3, "Gỗ, đá, kim loại", "lacquer", "sơn mài", list("Hạ Thái|Tương Bình Hiệp|vỏ trứng"), 1],
  [3, "Gỗ, đá, kim loại", "painting", "tranh", list("Đông Hồ|đá quý Lục Yên|gạo|dừa"), 2],
  [3, "Nhang, nến", "incense", "hương", list("trầm|quế|thảo mộc|Thủy Xuân|bài"), 2],
  [4, "Hoa", "flower", "hoa lan", list("hồ điệp|rừng|đai châu|kiếm"), 1],
  [4, "Hoa", "flower", "hoa hồng", list("cổ Sa Pa|Mê Linh|sấy|bất tử"), 1],
  [4, "Cây cảnh", "bonsai", "cây cảnh", list("bonsai|si cổ|mai vàng|đào thế|quất Văn Giang|tùng la hán"), 2],
  [5, "Homestay", "homestay", "homestay", list("nhà sàn|bản làng|vườn cây|rẻo cao|miệt vườn"), 2],
  [5, "Điểm du lịch", "tour", "du lịch sinh thái", list("làng nghề|cộng đồng|miệt vườn|suối khoáng|rừng tràm|trải nghiệm"), 2],
];

// Syllables of communes: lowlands, northern mountains, highlands.
export const LOW_FIRST = list(
  "Tân|Phú|Hòa|An|Bình|Long|Vĩnh|Thanh|Hưng|Đông|Tây|Nam|Bắc|Thạch|Hải|Quảng|Xuân|Kim|Ngọc|Minh|Mỹ|Phước|Hương|Sơn|Trường|Yên|Đại|Cẩm|Văn|Thượng|Hoàng|Đức|Nghĩa|Lộc|Giao|Quang|Bảo|Trung|Thuận|Cao",
);
export const LOW_SECOND = list(
  "Phong|Lộc|Hội|Thành|Sơn|Giang|Thủy|Khê|Lâm|Châu|Trạch|Thịnh|Xuyên|Lạc|Đồng|Hiệp|Trị|Lợi|Bình|Tiến|Hưng|Tân|Phú|Hà|Mai|Liên|Trung|Long|Quý|Điền|Kiên|Ninh|Đô|Vân|Hậu|Lương|Đài|Khánh|Nhân|Quế|Tường|Viên|Cường|Thọ|Đường|Hồng",
);
export const NORTH_FIRST = list(
  "Chiềng|Mường|Nậm|Bản|Tả|Pa|Lùng|Sín|Na|Khau|Pù|Nà|Thượng|Hồng|Yên|Tủa|Sa|Phình|Co|Tà",
);
export const NORTH_SECOND = list(
  "Mai|Khoa|Cắn|Lay|Phìn|Hồ|Sàng|Chải|Ban|Ơn|Sung|Giôn|Hặc|Lằn|Khương|Bú|La|Chùm|Vạt|Nhé|Pồn|Tè|Thàng|Sủ|Lư|Vì|Mạ|Ty|Vây|Ngần",
);
export const HIGH_FIRST = list(
  "Ea|Krông|Ia|Đắk|Cư|Buôn|Kon|Chư|Đạ|Ya",
);
export const HIGH_SECOND = list(
  "Tul|Năng|Pa|Grai|Hleo|Kar|Drăng|Knuếc|Rve|Bông|Sê|Tôr|Hao|Plông|Braih|Wer|Tẻh|Ktur|Mnang|Nuôl|Phê|Súp|Kao|Lâm",
);

// Names of people and of brands.
export const FAMILY = list(
  "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Lò|Vàng|Giàng|Sùng|Y|Lường|Hà|Đinh|Mai|Cao|Triệu|Nông|Bế|Ksor",
);
export const MIDDLE = list(
  "Văn|Thị|Đức|Minh|Ngọc|Thanh|Quốc|Hữu|Xuân|Kim|Thành|Bích|Mỹ|Công|Đình|A|Thu|Hồng|Anh|Tuấn",
);
export const GIVEN = list(
  "Hùng|Dũng|Lan|Hương|Hoa|Mai|Tuấn|Sơn|Hải|Nam|Phương|Thảo|Trang|Linh|Hạnh|Đạt|Quân|Khánh|Tâm|Phúc|Thắng|Bình|Hằng|Yến|Loan|Vinh|Cường|Nhung|Nga|Tùng|Súa|Páo|Dơ|Ếm|Nhâm|Điệp|Thúy|Trí|Nghĩa|Đào|Chiến|Lợi",
);
export const BRAND_FIRST = list(
  "Hoa|Minh|Thiên|Đại|Kim|Phúc|Bảo|An|Hương|Tâm|Ngọc|Việt|Nông|Sơn|Thảo|Hồng|Trường|Tây|Cao|Xanh|Mộc|Thái|Gia|Vạn|Lộc|Hải|Đất|Bản|Rừng|Sương",
);
export const BRAND_SECOND = list(
  "Ban|Trí|Phát|Nguyên|Long|Đức|Thịnh|Khang|Việt|Quê|Sen|Mai|Farm|Sơn|Nguyên|Dược|An|Xanh|Bắc|Lâm|Nhiên|Hưng|Gia|Lộc|Tiên|Thành|Việt|Sạch|Food|Organic|Sa|Đông|Cúc|Tuyền|Trang|Thủy|Vàng|Green",
);
export const BRAND_FOREIGN = list(
  "Vinafarm|Kova|Sahaco|Mekofood|Datviet|Hagimex|Toka|Banme|Ladora|Vietgreen|Nutria|Cofivina|Agrimex|Lavita|Sunfood|Tanaco|Dakmark|Zenna|Biovina|Hafuco",
);

// Beginnings and ends of syllables.
export const ONSETS = list(
  "b|c|ch|d|đ|g|gi|h|kh|l|m|n|ng|nh|ph|qu|r|s|t|th|tr|v|x",
);
export const RHYMES = list(
  "a|ai|am|an|ang|anh|ao|au|ăn|ăng|âm|ân|âu|ay|e|em|en|eo|ê|êm|ên|ênh|iên|iêu|iêt|im|in|inh|o|oa|oai|oan|oang|oi|om|on|ong|ô|ôi|ôm|ôn|ông|ơ|ơi|ơm|ơn|u|ua|ui|um|un|ung|uôn|uông|uy|uyên|ư|ưa|ưng|ươi|ươn|ương|ươu",
);

// Phrases of stories.
export const PHRASES = {
  places: list("thổ nhưỡng phù sa|khí hậu mát mẻ|nguồn nước khe núi|sương mù quanh năm|đất đỏ bazan|đất đồi trung du|vùng bãi bồi ven sông|gió biển mặn mòi|biên độ nhiệt ngày đêm lớn|cánh rừng nguyên sinh|đầm phá nước lợ|thung lũng đá vôi|nắng gió miền Trung|rừng ngập mặn|đồng bằng châu thổ"),
  processes: list("sấy lạnh|phơi nắng tự nhiên|ủ men truyền thống|chưng cất thủ công|rang củi|ép nguội|đóng gói hút chân không|lên men trong chum sành|hấp cách thủy|sấy thăng hoa|xay cối đá|nhuộm chàm|dệt khung gỗ|nung lò củi|phơi sương|muối chượp trong thùng gỗ bời lời|sao chảo gang"),
  certificates: list("VietGAP|GlobalGAP|HACCP|ISO 22000|hữu cơ Việt Nam|chỉ dẫn địa lý|nhãn hiệu tập thể|mã số vùng trồng|FDA|Halal|tem truy xuất nguồn gốc QR|giấy chứng nhận an toàn thực phẩm|sở hữu trí tuệ|USDA Organic|EU Organic"),
  traits: list("vị ngọt thanh|hương thơm dịu|màu vàng óng|độ giòn tự nhiên|hậu vị ngọt sâu|vị đậm đà|sợi dai mềm|màu cánh gián|mùi khói bếp|vị chua nhẹ|nước xanh trong|độ ẩm thấp|hoa văn tinh xảo|chất liệu bền chắc|lớp men mịn"),
  markets: list("siêu thị GO!|chuỗi WinMart|sàn Postmart|sàn Voso|Shopee|hội chợ xuân|Hội chợ OCOP Quảng Ninh|thị trường Nhật Bản|thị trường châu Âu|Hàn Quốc|các trạm dừng nghỉ|điểm bán hàng OCOP|khách du lịch|TikTok Shop|Trung Quốc"),
  people: list("dân tộc Thái|đồng bào Mông|người Dao đỏ|bà con Tày|người Mường|người Khmer|người Chăm|người Ê Đê|ngư dân ven biển|nghệ nhân cao tuổi|phụ nữ địa phương|hộ nghèo|thanh niên khởi nghiệp|đồng bào Cơ Tu|hội viên nông dân"),
  feasts: list("lễ hội Lồng Tồng|Tết Nguyên đán|rằm tháng Bảy|lễ cưới hỏi|ngày mùa|lễ hội Hoa Ban|hội Gióng|lễ cúng cơm mới|mùa nước nổi|phiên chợ vùng cao|lễ hội Ok Om Bok|mùa hoa tam giác mạch"),
};
