//! Facts in Vietnamese words, as the default theme says them.
//!
//! Kept in step with `themes/ocop/i18n/vi.yaml` by eye: a peer may differ in a
//! word, never in a fact.
//!
//! Never speaks English: the peers have one language.

use dacsan::model::catalogue::Catalogue;
use dacsan::model::product::{Contact, ContactKind, Product};
use dacsan::model::rating::{Event, Level, Rating, Standing, Validity};
use dacsan::text::date::{Day, PartialDate};
use dacsan::text::lang::Lang;
use dacsan::text::number;
use serde_json::{Value, json};

/// Short name of a group.
pub(crate) fn group(slug: &str) -> &'static str {
    match slug {
        "thuc-pham" => "Thực phẩm",
        "do-uong" => "Đồ uống",
        "duoc-lieu" => "Dược liệu",
        "thu-cong-my-nghe" => "Thủ công mỹ nghệ",
        "sinh-vat-canh" => "Sinh vật cảnh",
        "du-lich" => "Du lịch",
        _ => "Khác",
    }
}

/// "1.234".
pub(crate) fn count(count: usize) -> String {
    number::count(count, Lang::Vi)
}

fn shown(day: Day) -> String {
    PartialDate::Day(day).display(Lang::Vi)
}

/// Stars and state of a product on the day.
pub(crate) fn rating(product: &Product, standing: &Standing) -> Value {
    let earliest = standing.until.map(|it| shown(it.earliest)).unwrap_or_default();
    let latest = standing.until.map(|it| shown(it.latest)).unwrap_or_default();
    let vague = standing.until.is_some_and(|it| !it.is_exact());
    let (state, long, short) = match standing.validity {
        Validity::Valid if vague => (
            "valid",
            format!("Còn hiệu lực ít nhất đến {earliest}"),
            format!("Ít nhất đến {earliest}"),
        ),
        Validity::Valid => {
            ("valid", format!("Còn hiệu lực đến {latest}"), format!("Đến {latest}"))
        }
        Validity::Expiring if vague => {
            let words = format!("Có thể hết hạn từ {earliest}");
            ("expiring", words.clone(), words)
        }
        Validity::Expiring => {
            ("expiring", format!("Sắp hết hạn: {latest}"), format!("Sắp hết hạn {latest}"))
        }
        Validity::Unsure => (
            "unsure",
            format!("Hết hạn trong khoảng {earliest} – {latest}, chưa rõ ngày"),
            "Chưa rõ ngày hết hạn".to_owned(),
        ),
        Validity::Lapsed => {
            ("lapsed", format!("Đã hết hạn {latest}"), format!("Hết hạn {latest}"))
        }
        Validity::Withdrawn => {
            ("withdrawn", "Đã bị thu hồi".to_owned(), "Đã thu hồi".to_owned())
        }
        Validity::Undated => {
            ("undated", "Chưa rõ ngày công nhận".to_owned(), "Chưa rõ ngày".to_owned())
        }
        Validity::Unrated => {
            ("none", "Chưa được công nhận".to_owned(), "Chưa có sao".to_owned())
        }
    };
    let index = standing.rating.and_then(|index| product.ratings.get(index));
    let score = index.and_then(|rating| rating.score.as_ref());
    let date = index.and_then(|rating| rating.decided.as_ref());
    let exact = standing.until.filter(|it| it.is_exact() && standing.validity.counts());
    json!({
        "stars": standing.stars.map_or(0, dacsan::model::rating::Stars::count),
        "drawn": standing.validity.counts(),
        "state": state, "state_label": long, "short_label": short,
        "until": exact.map(|it| it.latest.iso()),
        "expiring": exact.map(|it| it.latest.plus_days(-90).iso()),
        "put_forward": standing.put_forward,
        "score": score.map(|it| format!("{}/100 điểm", number::decimal(it.value.0, Lang::Vi))),
        "date": date.map_or_else(|| "2000-01-01".to_owned(), |it| it.value.first().iso()),
    })
}

/// Everything that happened to the stars.
pub(crate) fn history(ratings: &[Rating], today: Day) -> Vec<Value> {
    ratings.iter().map(|rating| event(rating, today)).collect()
}

fn event(rating: &Rating, today: Day) -> Value {
    let what = match rating.event {
        Event::First => "Công nhận lần đầu",
        Event::Upgrade => "Nâng hạng",
        Event::Renewal => "Công nhận lại",
        Event::PutForward => "Được đề nghị công nhận 5 sao",
        Event::Refused => "Không đạt",
        Event::Withdrawn => "Thu hồi công nhận",
    };
    let level = rating.level.as_ref().map(|level| match level.value {
        Level::District => " · Cấp huyện công nhận",
        Level::Province => " · Cấp tỉnh công nhận",
        Level::Central => " · Cấp Trung ương công nhận",
    });
    let grants = rating.event.grants();
    let state = rating.until().filter(|_| grants).map(|until| {
        let (earliest, latest) = (shown(until.earliest), shown(until.latest));
        if until.latest < today {
            format!("Đã hết hạn {latest}")
        } else if until.is_exact() {
            format!("Hiệu lực đến {latest}")
        } else {
            format!("Hết hạn trong khoảng {earliest} – {latest}")
        }
    });
    let date = rating.decided.as_ref().map(|date| date.value.display(Lang::Vi));
    let decision = rating.decision.as_ref();
    json!({
        "date": date.unwrap_or_else(|| "Chưa rõ ngày".to_owned()),
        "text": format!("{what}{}", level.unwrap_or_default()),
        "stars": rating.stars.as_ref().filter(|_| grants).map_or(0, |it| it.value.count()),
        "decision": decision.map(|it| format!("Quyết định {}", it.value)).unwrap_or_default(),
        "state": state.unwrap_or_default(),
    })
}

/// Packs with their prices.
pub(crate) fn packs(product: &Product) -> Vec<Value> {
    let pack = |pack: &dacsan::model::product::Pack| {
        let net = pack.net.as_ref().map(|net| &net.value);
        let name = [pack.name.clone(), net.map(|net| net.text.clone())];
        let price = pack.price.as_ref().map(|price| price.value.0);
        let grams = net.and_then(|net| net.grams).filter(|grams| *grams != 1000);
        let unit = price
            .zip(grams)
            .and_then(|(price, grams)| number::price_per_kilogram(price, u64::from(grams)));
        let unit = unit.map(|price| format!("{}/kg", number::dong(price)));
        let day = pack.priced_on.as_ref().map(|it| it.value.display(Lang::Vi));
        let day = day.map(|day| format!("giá ngày {day}"));
        let text = name.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let note = [unit, day].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        json!({
            "text": text,
            "price": price.map(number::dong).unwrap_or_default(),
            "amount": price,
            "note": note,
        })
    };
    product.packs.iter().map(pack).collect()
}

/// The lowest price, as cards show it.
pub(crate) fn card_price(product: &Product) -> Value {
    let prices = product.packs.iter();
    let prices = prices.filter_map(|pack| Some((pack.price.as_ref()?.value.0, pack)));
    let Some((price, pack)) = prices.clone().min_by_key(|(price, _)| *price) else {
        return Value::Null;
    };
    let net = pack.net.as_ref().map(|net| net.value.text.clone());
    json!({
        "from": prices.into_iter().any(|(other, _)| other != price),
        "text": number::dong(price),
        "pack": net.or_else(|| pack.name.clone()).unwrap_or_default(),
    })
}

/// Ways to reach someone.
pub(crate) fn contacts(contacts: &[Contact]) -> Vec<Value> {
    let view = |contact: &Contact| {
        let (kind, label) = match contact.kind {
            ContactKind::Phone => ("phone", "Điện thoại"),
            ContactKind::Zalo => ("zalo", "Zalo"),
            ContactKind::Email => ("email", "Thư điện tử"),
            ContactKind::Facebook => ("facebook", "Facebook"),
            ContactKind::Web | ContactKind::Shop => ("web", "Trang web"),
        };
        json!({ "kind": kind, "label": label, "text": contact.text.value, "href": contact.href })
    };
    contacts.iter().map(view).collect()
}

/// Facts of a product or service.
pub(crate) fn details(product: &Product, catalogue: &Catalogue) -> Vec<Value> {
    let all = product.facts.iter().chain(&product.service);
    let mut details: Vec<Value> =
        all.map(|fact| json!({ "label": label(fact.key), "text": fact.text.value })).collect();
    let kind = product.kind.as_ref();
    let kind = kind.and_then(|kind| catalogue.scheme.product_kind(kind.value));
    details.extend(kind.map(|kind| json!({ "label": "Loại công bố", "text": kind.name.vi })));
    details
}

fn label(key: &str) -> &'static str {
    match key {
        "ingredients" => "Thành phần",
        "storage" => "Bảo quản",
        "shelf_life" => "Hạn sử dụng",
        "hours" => "Giờ mở cửa",
        "capacity" => "Sức chứa",
        "prices" => "Giá dịch vụ",
        "booking" => "Đặt chỗ",
        _ => "Thông tin khác",
    }
}

/// What the law wants beside the product.
pub(crate) fn notices(catalogue: &Catalogue, product: &Product) -> Vec<String> {
    let kind = product.kind.as_ref();
    let kind = kind.and_then(|kind| catalogue.scheme.product_kind(kind.value));
    let Some(kind) = kind else { return Vec::new() };
    let texts = kind.notices.iter().filter_map(|slug| catalogue.scheme.notice(slug));
    let mut notices: Vec<String> = texts.map(|notice| notice.text.vi.clone()).collect();
    if kind.slug == "alcohol" {
        notices.push("18+ Không bán cho người dưới 18 tuổi.".to_owned());
    }
    notices
}
