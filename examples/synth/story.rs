//! Stories: 150 to 300 words of plain Vietnamese under two headings.
//!
//! Sentences come from the lists below, each at most once in a story, with the
//! product, the place and numbers filled in. They read like the stories of the
//! example catalogue without telling anything of anyone.
//!
//! Never claims what the law forbids or wants proof of.

use crate::dice::Dice;

/// What a sentence may speak of.
pub(crate) struct Subject<'a> {
    /// Name of the product in small letters.
    pub(crate) product: &'a str,
    /// Name of the commune.
    pub(crate) place: &'a str,
    /// Name of the province.
    pub(crate) province: &'a str,
    /// Group, which chooses the sentences.
    pub(crate) group: &'a str,
}

const OPENINGS: &[&str] = &[
    "Ở {xa}, {tinh}, nhắc đến {ten} là người ta nhớ những buổi sáng cả xóm dậy từ khi chưa tỏ mặt người.",
    "Người {xa} làm {ten} đã nhiều đời, lúc đầu chỉ để dùng trong nhà, sau mới đem ra chợ phiên.",
    "Chuyện của {ten} bắt đầu từ một góc sân ở {xa}, nơi mấy gia đình góp công, góp đất và góp cả kinh nghiệm.",
    "Mỗi năm đến mùa, con đường vào {xa} lại rộn tiếng xe chở hàng, trong đó có {ten}.",
    "Giữa {tinh}, {xa} là một vùng đất không rộng, nhưng {ten} ở đây có nét riêng khó lẫn.",
    "Khách lần đầu ghé {xa} thường hỏi vì sao {ten} lại gắn với nơi này lâu đến vậy.",
];

const LAND: &[&str] = &[
    "Đất ở đây là đất thịt pha cát, thoát nước nhanh sau mưa và giữ được độ ẩm trong những tháng khô.",
    "Sương buổi sớm tan chậm, nắng trưa không gắt, ban đêm trời dịu hẳn, cây cối vì thế lớn đều.",
    "Con suối chảy ngang làng cho nước quanh năm, kể cả vào những tháng ít mưa.",
    "Từ bờ đê nhìn xuống, ruộng và vườn xen nhau thành từng ô, mỗi ô một màu theo mùa.",
    "Gió từ phía núi thổi về mang theo hơi lạnh, người làm nghề nhìn gió mà tính ngày phơi.",
    "Khoảng {so} héc-ta đất của xã được dành cho nghề, chia thành từng lô có sổ theo dõi.",
    "Mùa nước lên để lại một lớp phù sa mỏng, đủ để vụ sau không phải bón nhiều.",
    "Người già trong làng vẫn phân biệt đất từng khoảnh bằng cách bốc một nắm rồi bóp nhẹ trong tay.",
    "Vườn nằm trên sườn đồi thoai thoải, hàng nọ cách hàng kia chừng {nho} mét để nắng lọt tới gốc.",
];

const MAKING: &[&str] = &[
    "Nguyên liệu được chọn từ sáng sớm, loại bỏ phần dập, phần non rồi mới rửa bằng nước sạch.",
    "Mỗi mẻ chỉ làm chừng {nho} chục cân để người đứng bếp còn kịp để ý màu và mùi.",
    "Sau khi sơ chế, mọi thứ được trải mỏng trên nong tre, cứ nửa giờ lại đảo một lần.",
    "Lửa giữ đều bằng củi nhỏ, già lửa thì khét, non lửa thì để không được lâu.",
    "Công đoạn lâu hơn cả là chờ: chờ ráo, chờ nguội, chờ hương lắng lại rồi mới đóng gói.",
    "Người thợ lành nghề chỉ cần nghe tiếng reo trong chảo là biết lúc nào phải hạ lửa.",
    "Từ mẻ đầu đến lúc thành phẩm mất khoảng {nho} ngày, gặp trời nồm thì lâu hơn.",
    "Nhiệt độ và thời gian của từng mẻ được ghi vào sổ, mẻ nào chưa ưng thì giữ lại để dùng trong nhà.",
    "Bao bì ghi rõ ngày làm, hạn dùng, số lô và số điện thoại để người mua hỏi khi cần.",
    "Máy sấy thay cho sân phơi vào mùa mưa, nhưng khâu chọn lựa vẫn làm bằng tay.",
    "Mỗi lô giữ lại một mẫu nhỏ, cất trên kệ có dán nhãn, để đối chiếu về sau.",
    "Hàng đạt thì đóng gói ngay trong ngày, xếp nơi khô mát và tránh nắng.",
];

const CRAFT: &[&str] = &[
    "Nguyên liệu mang về phải ngâm, phơi rồi chẻ, mỗi việc đều có người quen tay phụ trách.",
    "Một sản phẩm đi qua chừng {nho} đôi tay trước khi được treo lên giá.",
    "Hoa văn giữ theo lối cũ, chỉ đổi đôi chút về kích cỡ cho hợp với nhà bây giờ.",
    "Người mới học thường mất vài tháng mới đan được một vòng đều, không hở.",
    "Màu lấy từ lá và vỏ cây, nhúng nhiều lần, mỗi lần lại phơi cho khô hẳn.",
    "Lúc rảnh việc đồng, cả nhà ngồi quanh hiên, người lớn làm phần khó, trẻ nhỏ phụ xếp sợi.",
    "Sản phẩm hoàn thành được kiểm lại từng mối nối, chỗ nào lỏng thì tháo ra làm lại.",
    "Mỗi chiếc lệch nhau một chút, đó là dấu của bàn tay chứ không phải của khuôn máy.",
    "Bề mặt được chuốt nhiều lượt bằng mảnh sành cho tới khi vuốt tay không thấy gợn.",
    "Thợ trong làng có chừng {so} người, già trẻ đều có, ai cũng nhớ món đầu tiên mình làm.",
];

const VISIT: &[&str] = &[
    "Khách đến được mời chén nước vối, nghe kể chuyện làng rồi mới bắt đầu đi dạo.",
    "Đường quanh vườn dài chừng {nho} cây số, đi bộ thong thả hết một buổi sáng.",
    "Bữa trưa nấu bằng rau trong vườn và cá dưới ao, khách có thể vào bếp cùng chủ nhà.",
    "Nhà sàn có chỗ nghỉ cho khoảng {so} người, chăn màn giặt phơi sau mỗi đoàn.",
    "Buổi chiều, người lớn tuổi trong làng chỉ cách đan, cách dệt cho ai muốn thử.",
    "Lối đi có biển chỉ dẫn, chỗ dốc có tay vịn để trẻ nhỏ và người lớn tuổi đi cho an toàn.",
    "Rác được phân loại tại chỗ, chai nhựa mang theo thì mang về.",
    "Mùa nào cũng có việc để xem: khi thì gặt lúa, khi thì hái quả, khi thì kéo vó.",
    "Tối đến, bếp lửa giữa sân là nơi mọi người ngồi lại, nghe hát và chuyện trò.",
    "Khách đi đông nên gọi trước ít hôm để nhà bếp kịp chuẩn bị.",
];

const PEOPLE: &[&str] = &[
    "Cơ sở hiện có {so} lao động, phần đông là người trong xã, lúc vào vụ thuê thêm bà con lân cận.",
    "Trước kia mỗi nhà làm một kiểu, nay cả nhóm thống nhất cách làm và cùng ghi chép.",
    "Người trẻ đi xa trở về, mang theo cách bán hàng mới, còn người lớn tuổi giữ lại kinh nghiệm cũ.",
    "Mỗi tháng một lần, các thành viên họp để xem sổ, bàn giá và chia việc cho tháng sau.",
    "Từ ngày tham gia chương trình mỗi xã một sản phẩm, nhãn mác được làm lại, khu sản xuất được lát nền sạch sẽ.",
    "Có năm mưa kéo dài, hàng làm ra ít hẳn, nhưng không ai bỏ nghề.",
    "Lứa học việc gần đây có {nho} bạn, học xong thì ở lại làm cùng.",
    "Tiền bán được trích một phần để sửa đường vào xưởng và mua thêm dụng cụ.",
    "Những người làm lâu năm vẫn nhắc nhau rằng làm kỹ thì chậm, nhưng khách sẽ quay lại.",
    "Phụ nữ trong xã có thêm việc lúc nông nhàn mà không phải đi xa.",
];

const SEASON: &[&str] = &[
    "Tháng {thang} hằng năm là lúc bận rộn, đơn đặt hàng đến từ nhiều nơi.",
    "Hàng được bán ở chợ huyện, ở cửa hàng của xã và gửi theo xe đi các tỉnh.",
    "Vài năm nay, khách đặt qua điện thoại nhiều hơn, hàng gói cẩn thận rồi gửi trong ngày.",
    "Ai mua làm quà thường chọn gói nhỏ, gia đình dùng hằng ngày thì chọn gói lớn cho tiện.",
    "Giá giữ ổn định trong cả vụ, chỉ thay đổi khi nguyên liệu khan hiếm.",
    "Cuối vụ, mọi người ngồi lại tính xem năm sau nên làm thêm bao nhiêu.",
    "Dự định sắp tới là mở một góc trưng bày để khách ghé xem cách làm.",
    "Năm vừa rồi cơ sở làm được chừng {so} tạ, đủ cho các mối quen và còn dư một ít.",
    "Người mua xa có thể hỏi trước để biết mùa này còn hàng hay không.",
];

const FIRST_HEADINGS: [&str; 6] =
    ["Đất và nước", "Nơi làm ra", "Từ vườn nhà", "Một vùng đất", "Chuyện của làng", "Khởi đầu"];

const SECOND_HEADINGS: [&str; 6] =
    ["Cách làm", "Người làm", "Mùa vụ", "Giữ nghề", "Hôm nay", "Từng công đoạn"];

/// The story of a product.
pub(crate) fn of_product(dice: &mut Dice, subject: &Subject<'_>) -> String {
    let making = match subject.group {
        "thu-cong-my-nghe" | "sinh-vat-canh" => CRAFT,
        "du-lich" => VISIT,
        _ => MAKING,
    };
    let words = dice.between(150, 270);
    let opening = [said(dice, OPENINGS, subject, 1), said(dice, PEOPLE, subject, 1)].concat();
    let mut parts = vec![opening.join(" "), format!("## {}", dice.pick(&FIRST_HEADINGS))];
    let land = dice.between(2, 4);
    parts.push(said(dice, LAND, subject, land).join(" "));
    parts.push(format!("## {}", dice.pick(&SECOND_HEADINGS)));
    let rest = words.saturating_sub(count(&parts));
    parts.extend(paragraphs(dice, &[making, SEASON], subject, rest));
    parts.join("\n\n")
}

/// A few words on a producer.
pub(crate) fn of_maker(dice: &mut Dice, name: &str, place: &str) -> String {
    let subject =
        Subject {
            product: "sản phẩm của làng", place, province: "quê nhà", group: ""
        };
    let told = said(dice, PEOPLE, &subject, 3).join(" ");
    format!("{name} là một chủ thể **hư cấu** ở {place}, chỉ có trong danh mục thử. {told}")
}

/// A summary for cards.
pub(crate) fn summary(dice: &mut Dice, subject: &Subject<'_>) -> String {
    let ends = [
        "làm theo mẻ nhỏ, đóng gói trong ngày",
        "chọn lựa bằng tay, có sổ theo dõi từng lô",
        "do người trong xã cùng làm, bán quanh năm",
        "giữ cách làm cũ, nhãn mác ghi đủ ngày và lô",
        "nguyên liệu lấy trong vùng, làm đúng mùa",
        "quen thuộc với chợ phiên, nay có thêm gói nhỏ làm quà",
    ];
    let end = dice.pick(&ends);
    format!(
        "Sản phẩm hư cấu: {} của {}, {}; {end}.",
        subject.product, subject.place, subject.province
    )
}

/// Two paragraphs, one of each list, with about so many words together.
fn paragraphs(
    dice: &mut Dice,
    lists: &[&[&str]],
    subject: &Subject<'_>,
    words: usize,
) -> Vec<String> {
    let mut left = words;
    let mut parts = Vec::new();
    for (number, list) in lists.iter().enumerate() {
        let own = if number + 1 == lists.len() { left } else { left / 3 * 2 };
        let sentences = said(dice, list, subject, list.len());
        let mut taken = 0;
        let kept: Vec<String> = sentences
            .into_iter()
            .take_while(|sentence| {
                let fits = taken < own || taken == 0;
                taken += words_of(sentence);
                fits
            })
            .collect();
        let paragraph = kept.join(" ");
        left = left.saturating_sub(words_of(&paragraph));
        parts.push(paragraph);
    }
    parts
}

/// `count` different sentences of a list, filled in.
fn said(dice: &mut Dice, list: &[&str], subject: &Subject<'_>, count: usize) -> Vec<String> {
    let mut order: Vec<&str> = list.to_vec();
    for index in (1..order.len()).rev() {
        order.swap(index, dice.below(index + 1));
    }
    let chosen = order.into_iter().take(count);
    chosen.map(|sentence| filled(dice, sentence, subject)).collect()
}

fn filled(dice: &mut Dice, sentence: &str, subject: &Subject<'_>) -> String {
    sentence
        .replace("{ten}", subject.product)
        .replace("{xa}", subject.place)
        .replace("{tinh}", subject.province)
        .replace("{so}", &dice.between(11, 60).to_string())
        .replace("{nho}", &dice.between(2, 9).to_string())
        .replace("{thang}", &dice.between(1, 12).to_string())
}

fn count(parts: &[String]) -> usize {
    parts.iter().map(|part| words_of(part)).sum()
}

fn words_of(text: &str) -> usize {
    text.split_whitespace().count()
}
