//! Extremes of content: whatever a dossier says, no word leaves the paper or its box, and no
//! two words lie on each other. Looked at in the laid-out frames, before a file is written.

use dacsan::render::brochure::inspect::{Leaf, Run};
use dacsan::render::brochure::{Print, lay_out};
use dacsan::text::lang::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::view::{brochure, card, said};
use super::{KINDS, theme};

/// Names and texts at the edges of what can be.
const EDGES: [&str; 9] = [
    "",
    "Ổ",
    "Nước mắm cá cơm nhĩ 40 độ đạm",
    "ThựcPhẩmBảoVệSứcKhoẻKhôngCóMộtKhoảngTrắngNàoĐểXuốngDòngCảVìNgườiGõQuênMấtPhímCáchTrênBànPhímCủaMình",
    "Bánh đậu xanh thượng hạng Rồng Vàng Hoàng Gia nhân sầu riêng hạt sen trứng muối hộp quà biếu Tết phiên bản giới hạn dành riêng cho hội chợ xuân các tỉnh đồng bằng sông Hồng và trung du miền núi phía Bắc năm hai nghìn không trăm hai mươi bảy",
    "ỆỄỀẾỂ ỘỖỒỐỔ ƯỰỮỪỨỬ ẶẴẰẮẲ",
    "gjpqy,;|()[] gjpqyç",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38",
    "https://vi-du.vn/mot/dia/chi/rat/dai/khong/co/khoang/trang/nao/ca?va=tham-so&rat=nhieu#cuoi",
];

/// The 500 letters that a name can have at most.
fn endless() -> String {
    "Đặc sản tên dài ".repeat(32).chars().take(500).collect()
}

fn edge() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => proptest::sample::select(EDGES.to_vec()).prop_map(str::to_owned),
        1 => Just(endless()),
        2 => "[A-Za-zÀ-ỹ ]{0,120}",
    ]
}

/// A card whose texts are all at some edge.
fn extreme() -> impl Strategy<Value = Value> {
    let texts = proptest::collection::vec(edge(), 10);
    (texts, 0..6_u32, 0..5_usize, any::<bool>()).prop_map(|(texts, stars, many, adult)| {
        let mut it = card(1, "Ổ");
        let text = |at: usize| texts[at].as_str();
        it["name"] = said(if text(0).trim().is_empty() { "Ổ" } else { text(0) }, text(1));
        it["summary"] = said(text(2), text(3));
        it["producer"] = text(4).into();
        it["place"] = said(text(5), "");
        it["place_before"] = said(text(6), "");
        it["validity"] = said(text(7), "");
        it["story"] = json!([said(text(8), ""), said(text(2), "")]);
        it["stars"] = stars.into();
        it["adult"] = adult.into();
        let pack = json!({"name": text(9), "net": "500 g", "price": "185.000 ₫", "unit_price": "", "priced_on": said("10/2026", "")});
        it["packs"] = vec![pack; many].into();
        it["certificates"] = vec![json!({"name": said(text(9), ""), "number": "", "until": said("", "")}); many].into();
        it["contacts"] = vec![json!({"kind": "web", "label": said("Web", ""), "text": text(8), "href": "https://vi-du.vn/"}); many].into();
        it["notices"] = vec![said("Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.", ""); many.min(2)].into();
        it
    })
}

/// The part of a run that can be seen: left, top, right, bottom; `None` where it is cut off.
fn seen(run: &Run) -> Option<[f64; 4]> {
    let [left, top, right, bottom] = run.clip;
    // Inner edges: the height of a small letter, so that marks and tails may touch.
    let own = [
        run.left + 0.2,
        run.base - run.size * 0.45,
        run.right - 0.2,
        run.base - run.size * 0.05,
    ];
    let cut = [own[0].max(left), own[1].max(top), own[2].min(right), own[3].min(bottom)];
    (cut[2] - cut[0] > 0.3 && cut[3] - cut[1] > 0.3 && !run.text.trim().is_empty())
        .then_some(cut)
}

fn apart(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1]
}

/// What is wrong with a page, in words; empty where nothing is.
fn wrong(leaf: &Leaf) -> Vec<String> {
    let all: Vec<(&Run, [f64; 4])> =
        leaf.runs.iter().filter_map(|run| Some((run, seen(run)?))).collect();
    let mut wrong = Vec::new();
    for (at, (run, own)) in all.iter().enumerate() {
        let outside =
            own[0] < 0.0 || own[1] < 0.0 || own[2] > leaf.width || own[3] > leaf.height;
        if outside {
            wrong.push(format!("`{}` leaves the paper: {own:.1?}", run.text));
        }
        for (other, place) in all.iter().skip(at + 1) {
            if !apart(own, place) {
                wrong.push(format!(
                    "`{}` and `{}`: {own:.1?} {place:.1?}",
                    run.text, other.text
                ));
            }
        }
    }
    wrong
}

#[track_caller]
fn nothing_wrong(view: &Value) -> Result<(), TestCaseError> {
    let leaves = lay_out(view, Print::Screen, &theme());
    let leaves = leaves.map_err(|it| TestCaseError::fail(it.render(Lang::En)))?;
    for (page, leaf) in leaves.iter().enumerate() {
        let wrong = wrong(leaf);
        prop_assert!(wrong.is_empty(), "{} page {}: {:#?}", view["kind"], page + 1, wrong);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_extreme_leaves_its_box(
        cards in proptest::collection::vec(extreme(), 1..4),
        kind in proptest::sample::select(KINDS.to_vec()),
    ) {
        let mut cards = cards;
        for (at, it) in cards.iter_mut().enumerate() {
            it["number"] = (at + 1).into();
        }
        let (kind, paper, per_page) = kind;
        nothing_wrong(&brochure(kind, paper, per_page, &cards))?;
    }
}

#[test]
fn the_longest_name_is_cut_at_a_word_and_says_so() {
    for (kind, paper, per_page) in KINDS {
        let view = brochure(kind, paper, per_page, &[card(1, &endless()), card(2, "Mật ong")]);
        nothing_wrong(&view).unwrap_or_else(|error| panic!("{kind} {paper}: {error}"));
    }
}
