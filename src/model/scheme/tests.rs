//! Tests of the programme's rules: tiers, authorities, forms of producers.

use super::*;

fn text(vi: &str) -> Text {
    Text::new(vi, "")
}

fn tier(stars: u8, min: &str, below: Option<&str>) -> StarTier {
    StarTier {
        stars: Stars::new(stars).unwrap(),
        min: Score::parse(min).unwrap(),
        below: below.and_then(Score::parse),
        name: text(""),
        title: None,
        meaning: text(""),
        certified: stars >= 3,
    }
}

fn authority(from: Option<&str>, until: Option<&str>, three: Level) -> Authority {
    let grants = [(3, three), (4, Level::Province), (5, Level::Central)];
    Authority {
        from: from.and_then(Day::parse_iso),
        until: until.and_then(Day::parse_iso),
        grants: grants.map(|(stars, level)| (Stars::new(stars).unwrap(), level)).to_vec(),
    }
}

fn kind(slug: &str, prefixes: &[&str]) -> ProducerKind {
    let prefixes = prefixes.iter().map(|prefix| (*prefix).to_owned()).collect();
    ProducerKind { slug: slug.to_owned(), name: text(slug), prefixes }
}

fn scheme() -> Scheme {
    Scheme {
        tiers: vec![
            tier(5, "90", None),
            tier(4, "70", Some("90")),
            tier(3, "50", Some("70")),
            tier(2, "30", Some("50")),
            tier(1, "0", Some("30")),
        ],
        authorities: vec![
            authority(None, Some("2023-02-23"), Level::Province),
            authority(Some("2023-02-24"), Some("2025-07-05"), Level::District),
            authority(Some("2025-07-06"), None, Level::Province),
        ],
        producer_kinds: vec![
            kind("doanh-nghiep", &["Công ty TNHH", "Công ty Cổ phần", "Công ty"]),
            kind("hop-tac-xa", &["HTX", "Hợp tác xã"]),
            kind("to-hop-tac", &["Tổ hợp tác", "THT"]),
            kind("ho-kinh-doanh", &["Hộ kinh doanh", "HKD", "Hộ"]),
            kind("co-so-san-xuat", &["Cơ sở"]),
            kind("co-so-sua", &["Cơ sở sữa"]),
        ],
        ..Scheme::default()
    }
}

#[test]
fn scores_fall_into_half_open_ranges() {
    let scheme = scheme();
    for (score, want) in [
        ("100", 5),
        ("90.86", 5),
        ("90", 5),
        ("89.99", 4),
        ("70", 4),
        ("69.99", 3),
        ("69.5", 3),
        ("50", 3),
        ("49.99", 2),
        ("30", 2),
        ("29.99", 1),
        ("0", 1),
    ] {
        let tier = scheme.tier_of_score(Score::parse(score).unwrap());
        assert_eq!(tier.map(|tier| tier.stars.count()), Some(want), "{score}");
    }
    assert!(Scheme::default().tier_of_score(Score(9000)).is_none());
}

#[test]
fn who_may_grant_depends_on_the_day_of_the_decision() {
    let scheme = scheme();
    for (stars, day, want) in [
        (3, "2019-05-01", Some(Level::Province)),
        (3, "2023-02-23", Some(Level::Province)),
        (3, "2023-02-24", Some(Level::District)),
        (3, "2025-07-05", Some(Level::District)),
        (3, "2025-07-06", Some(Level::Province)),
        (4, "2024-01-01", Some(Level::Province)),
        (5, "2021-06-30", Some(Level::Central)),
        (5, "2026-11-24", Some(Level::Central)),
        (2, "2024-01-01", None),
    ] {
        let level =
            scheme.granting_level(Stars::new(stars).unwrap(), Day::parse_iso(day).unwrap());
        assert_eq!(level, want, "{stars} stars on {day}");
    }
}

#[test]
fn first_words_tell_the_form_of_a_producer() {
    let scheme = scheme();
    for (name, want) in [
        ("HTX Nông nghiệp Suối Ngọc", Some("hop-tac-xa")),
        ("Hợp tác xã Miến dong Tài Hoan", Some("hop-tac-xa")),
        ("HỢP TÁC XÃ CHÈ HẢO ĐẠT", Some("hop-tac-xa")),
        ("HTX. Cam Cao Phong", Some("hop-tac-xa")),
        ("htx", Some("hop-tac-xa")),
        ("Công ty TNHH MTV Trà Vinh Farm", Some("doanh-nghiep")),
        ("Công ty cổ phần Lê Gia", Some("doanh-nghiep")),
        ("Hộ Nguyễn Văn An", Some("ho-kinh-doanh")),
        ("Cơ sở Yến sào Huân Hoa", Some("co-so-san-xuat")),
        ("Cơ sở sữa Ba Vì", Some("co-so-sua")),
        ("Hop tac xa Suoi Ngoc", Some("hop-tac-xa")),
        ("Hồ Thị Lan", None),
        ("Ho Thi Lan", None),
        ("HTXNN Bình Minh", None),
        ("Nguyễn Thị Công", None),
        ("", None),
    ] {
        let kind = scheme.kind_of_name(name).and_then(|id| scheme.producer_kind(id));
        assert_eq!(kind.map(|kind| kind.slug.as_str()), want, "{name}");
    }
}

#[test]
fn the_current_edition_is_the_marked_one_or_the_last() {
    let edition = |slug: &str, current| Edition {
        slug: slug.to_owned(),
        document: None,
        current,
        groups: Vec::new(),
    };
    let mut scheme = scheme();
    assert_eq!(scheme.current_edition(), None);
    scheme.editions = vec![edition("2018", false), edition("2023", true), edition("x", false)];
    assert_eq!(scheme.current_edition(), Some(EditionId(1)));
    scheme.editions.truncate(1);
    assert_eq!(scheme.current_edition(), Some(EditionId(0)));
}
