//! The stage as a whole: real files, hostile files, and what becomes of them.

use proptest::prelude::*;

use super::catalogue;
use crate::diag::sink::Diagnostics;
use crate::model::catalogue::Catalogue;
use crate::model::product::{ContactKind, State};
use crate::model::rating::Event;
use crate::model::settings::Encoding;
use crate::source::Tree;

/// The files that `init` writes.
const SAMPLE: &[(&str, &str)] = &[
    ("content/catalogue.yaml", include_str!("../edit/sample/catalogue.yaml")),
    ("content/pages/gioi-thieu.en.md", include_str!("../edit/sample/gioi-thieu.en.md")),
    ("content/pages/gioi-thieu.md", include_str!("../edit/sample/gioi-thieu.md")),
    (
        "content/producers/co-so-may-tre-minh-hoa.yaml",
        include_str!("../edit/sample/co-so.yaml"),
    ),
    ("content/producers/hop-tac-xa-vi-du.md", include_str!("../edit/sample/hop-tac-xa.md")),
    (
        "content/products/dong-thap/hat-sen-say-vi-du.md",
        include_str!("../edit/sample/hat-sen.md"),
    ),
    (
        "content/products/dong-thap/nuoc-sen-vi-du.md",
        include_str!("../edit/sample/nuoc-sen.md"),
    ),
    ("content/products/ha-noi/gio-may-minh-hoa.md", include_str!("../edit/sample/gio-may.md")),
];

fn read(files: &[(&str, &str)]) -> (Catalogue, Vec<String>) {
    let bytes: Vec<(&str, &[u8])> =
        files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    let tree = Tree::from_memory(&bytes);
    let mut out = Diagnostics::new();
    let catalogue = catalogue(&tree, &mut out);
    out.finish();
    let shown = |finding: &crate::diag::Diagnostic| {
        format!(
            "{}: {}: {}",
            tree.path(finding.span.file),
            finding.code.name,
            finding.message.en
        )
    };
    (catalogue, out.iter().map(shown).collect())
}

#[track_caller]
fn one(front_matter: &str) -> (Catalogue, Vec<String>) {
    let producer = ("content/producers/htx-vi-du.yaml", "name: HTX Ví Dụ\n");
    read(&[producer, ("content/products/mau.md", &format!("---\n{front_matter}---\n"))])
}

const GOOD: &str = "name: Mẫu\ngroup: thuc-pham\nproducer: htx-vi-du\nprovince: Hà Nội\nstars: 4\nyear: 2023\n";

#[test]
fn the_sample_is_clean() {
    let (catalogue, findings) = read(SAMPLE);
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(
        (catalogue.products.len(), catalogue.producers.len(), catalogue.pages.len()),
        (3, 2, 1)
    );
    let seeds = &catalogue.products[0];
    assert_eq!((seeds.slug.as_str(), seeds.state), ("hat-sen-say-vi-du", State::Published));
    assert_eq!(seeds.english.name.as_deref(), Some("Ví Dụ dried lotus seeds"));
    assert_eq!(
        catalogue.scheme.subgroup(seeds.subgroup.unwrap().value).unwrap().path,
        "che-bien/tu-rau-cu-qua-hat"
    );
    assert_eq!(
        catalogue.regions.province(seeds.place.province.value).unwrap().slug,
        "dong-thap"
    );
    assert_eq!(seeds.ratings[0].score.unwrap().value.0, 7850);
    assert_eq!(seeds.packs[0].net.as_ref().unwrap().value.grams, Some(250));
    assert_eq!(seeds.contacts[0].href, "tel:+84900000001");
    assert_eq!(
        (seeds.contacts[1].kind, seeds.contacts[1].href.as_str()),
        (ContactKind::Zalo, "https://zalo.me/0900000001")
    );
    assert!(seeds.featured && seeds.story.is_some());
    assert_eq!(catalogue.producer(seeds.producer.unwrap()).unwrap().slug, "hop-tac-xa-vi-du");
    let page = &catalogue.pages[0];
    assert_eq!((page.title.en.as_str(), page.in_menu, page.order), ("About", true, 10));
    assert!(page.english_body.is_some());
    assert_eq!(catalogue.settings.issuer.name.en, "Sample Office (made up)");
}

#[test]
fn bodies_know_where_they_start() {
    let (catalogue, _) = read(SAMPLE);
    let (_, text) = SAMPLE[5];
    let story = catalogue.products[0].story.as_ref().unwrap();
    assert_eq!(text[story.span.range()], *story.markdown);
}

#[test]
fn vietnamese_keys_mean_the_same() {
    let text = "tên: Mẫu\nnhóm: Thực phẩm\nchủ thể: HTX Ví Dụ\ntỉnh: Hà Nội\ncông nhận:\n  - sự kiện: lần đầu\n    số sao: 4 sao\n    ngày: 17/05/2023\n    cấp: tỉnh\ntrạng thái: chờ duyệt\nnổi bật: có\n";
    let (catalogue, findings) = one(text);
    assert_eq!(findings, Vec::<String>::new());
    let product = &catalogue.products[0];
    assert_eq!((product.state, product.featured), (State::Review, true));
    assert_eq!(product.ratings[0].decided.unwrap().value.iso(), "2023-05-17");
    assert_eq!(product.producer.map(|id| id.0), Some(0));
}

#[test]
fn groups_of_old_editions_are_carried_over() {
    for (written, group, subgroup, former) in [
        ("group: 1", "thuc-pham", None, None),
        ("group: thực phẩm", "thuc-pham", None, None),
        ("group: thao-duoc", "duoc-lieu", None, Some("Thảo dược")),
        (
            "edition: \"2018\"\ngroup: 4",
            "thu-cong-my-nghe",
            Some("vai-may-mac"),
            Some("Vải và may mặc"),
        ),
        (
            "group: Vải và may mặc",
            "thu-cong-my-nghe",
            Some("vai-may-mac"),
            Some("Vải và may mặc"),
        ),
        (
            "group: do-uong\nsubgroup: do-uong-khong-con-khac",
            "do-uong",
            Some("khong-con/do-uong-khong-con-khac"),
            None,
        ),
        ("group: thuc-pham\nsubgroup: Chè", "thuc-pham", Some("che"), None),
    ] {
        let (catalogue, findings) = one(&GOOD.replace("group: thuc-pham", written));
        assert_eq!(findings, Vec::<String>::new(), "{written}");
        let product = &catalogue.products[0];
        let scheme = &catalogue.scheme;
        assert_eq!(scheme.group(product.group.value).unwrap().slug, group, "{written}");
        let path =
            product.subgroup.map(|sub| scheme.subgroup(sub.value).unwrap().path.as_str());
        assert_eq!(path, subgroup, "{written}");
        let name = product.former_group.as_ref().map(|former| former.name.vi.as_str());
        assert_eq!(name, former, "{written}");
    }
}

#[test]
fn provinces_are_known_by_any_of_their_names() {
    for (written, present, former) in [
        ("Hà Nội", "ha-noi", None),
        ("ha noi", "ha-noi", None),
        ("Thành phố Hà Nội", "ha-noi", None),
        ("TP. Hồ Chí Minh", "ho-chi-minh", None),
        ("Sài Gòn", "ho-chi-minh", None),
        ("Daklak", "dak-lak", None),
        ("an-giang", "an-giang", None),
        ("Kiên Giang", "an-giang", Some("kien-giang")),
    ] {
        let (catalogue, _) = one(&GOOD.replace("Hà Nội", written));
        let place = &catalogue.products[0].place;
        let regions = &catalogue.regions;
        assert_eq!(regions.province(place.province.value).unwrap().slug, present, "{written}");
        let was =
            place.former.province.map(|id| regions.former(id.value).unwrap().slug.as_str());
        assert_eq!(was, former, "{written}");
    }
}

#[test]
fn the_short_form_is_one_rating() {
    let (catalogue, findings) = one(GOOD);
    assert_eq!(findings, Vec::<String>::new());
    let [rating] = catalogue.products[0].ratings.as_slice() else { panic!() };
    assert_eq!((rating.event, rating.months), (Event::First, 36));
    assert_eq!(rating.decided.unwrap().value.iso(), "2023");
}

#[test]
fn producers_within_dossiers_join_the_others() {
    let inline = |slug: &str, name: &str| {
        let text = GOOD
            .replace("producer: htx-vi-du", &format!("producer:\n  name: {name}\n  kind: htx"));
        (
            format!("content/products/{slug}.md"),
            format!("---\n{}---\n", text.replace("  kind: htx", "  kind: Hợp tác xã")),
        )
    };
    let files = [inline("a", "HTX Mới"), inline("b", "HTX Mới"), inline("c", "HTX Ví Dụ")];
    let mut all = vec![("content/producers/htx-vi-du.yaml", "name: Khác\n")];
    all.extend(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let (catalogue, findings) = read(&all);
    assert_eq!(findings, Vec::<String>::new());
    let slugs: Vec<&str> =
        catalogue.producers.iter().map(|producer| producer.slug.as_str()).collect();
    assert_eq!(slugs, ["htx-vi-du", "htx-moi", "htx-vi-du-2"]);
    let makers: Vec<u32> =
        catalogue.products.iter().map(|product| product.producer.unwrap().0).collect();
    assert_eq!(makers, [1, 1, 2]);
    assert!(catalogue.producers[1].inline && catalogue.producers[1].place.is_some());
}

#[test]
fn facts_and_story_may_be_two_files() {
    let (catalogue, findings) = read(&[
        ("content/producers/htx-vi-du.yaml", "name: HTX Ví Dụ\n"),
        ("content/products/x/mau.yaml", GOOD),
        ("content/products/x/mau.md", "Câu chuyện.\n"),
        ("content/products/x/mau.en.md", "---\nname: Sample\n---\nStory.\n"),
    ]);
    assert_eq!(findings, Vec::<String>::new());
    let product = &catalogue.products[0];
    assert!(product.story_file.is_some());
    assert_eq!(&*product.story.as_ref().unwrap().markdown, "Câu chuyện.\n");
    assert_eq!(&*product.english_story.as_ref().unwrap().markdown, "Story.\n");
    assert_eq!(product.english.name.as_deref(), Some("Sample"));
}

#[test]
fn drafts_may_lack_anything() {
    let (catalogue, findings) = one("name: Mẫu\nstate: draft\n");
    assert_eq!((findings.len(), catalogue.products.len()), (0, 0));
    let (catalogue, findings) = one("name: Mẫu\nstate: bản nháp\ngroup: 1\nprovince: Huế\n");
    assert_eq!((findings.len(), catalogue.products.len()), (0, 1));
}

#[test]
fn a_text_that_breaks_off_keeps_what_stood_before() {
    let (catalogue, findings) = one(&format!("{GOOD}summary: Chè: loại 1\ntags: [a\n"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(catalogue.products.len(), 1);
}

#[test]
fn a_producer_with_a_broken_file_is_still_found() {
    let (catalogue, findings) = read(&[
        ("content/producers/htx-vi-du.yaml", "\tname: x\n"),
        ("content/products/mau.md", &format!("---\n{GOOD}---\n")),
    ]);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(catalogue.products[0].producer.map(|id| id.0), Some(0));
}

#[test]
fn odd_letters_are_read_as_meant() {
    let text = GOOD.replace("Mẫu", "Ð\u{e0}i hoa\u{300}\u{a0}x").replace('\n', "\r\n");
    let (catalogue, findings) = one(&text);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(catalogue.products[0].name.value, "Đài hoà x");
    let (catalogue, _) = read(&[(
        "content/products/mau.yaml",
        "\u{feff}name: 007\ngroup: 1\nprovince: Huế\ncode: no\n",
    )]);
    let product = &catalogue.products[0];
    assert_eq!(
        (product.name.value.as_str(), product.register_number.as_ref().unwrap().value.as_str()),
        ("007", "no")
    );
}

#[test]
fn weight_and_compression_are_settings() {
    let text =
        "title: Mẫu\nprecompress: [gzip, br, br]\nhan_muc:\n  page_kb: 60\n  số tệp: 500\n";
    let (catalogue, findings) = read(&[("content/catalogue.yaml", text)]);
    assert_eq!(findings, Vec::<String>::new());
    let settings = &catalogue.settings;
    assert_eq!(settings.precompress, [Encoding::Brotli, Encoding::Gzip]);
    let budgets = &settings.budgets;
    assert_eq!(budgets.page_kb.map(|budget| budget.value), Some(60));
    assert_eq!((budgets.files.map(|budget| budget.value), budgets.mb), (Some(500), None));
    let (_, findings) = read(&[(
        "content/catalogue.yaml",
        "title: Mẫu\nprecompress: zip\nbudgets: {mb: 0, pages: 3}\n",
    )]);
    assert_eq!(findings.len(), 3, "{findings:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC*", yaml in "(---\n)?([a-zđ]{1,6}:? ?[\\[\\]{}'\"#|>&*!%@`~0-9\t -]{0,6}\n? ?){0,8}(---\n)?") {
        for path in ["content/products/a.md", "content/producers/a.yaml", "content/pages/a.md", "content/catalogue.yaml", "content/reference/schemes.yaml", "content/reference/provinces.yaml"] {
            read(&[(path, &text)]);
            read(&[(path, &yaml)]);
        }
    }

    #[test]
    fn any_value_is_read_without_a_panic(key in 0usize..40, value in "[^\n]{0,40}") {
        let key = super::keys::PRODUCT.keys[key % super::keys::PRODUCT.keys.len()].name;
        let (_, findings) = one(&format!("{GOOD}{key}: {value}\n"));
        for finding in findings {
            prop_assert!(finding.len() < 2000);
        }
    }

    #[test]
    fn spans_stay_within_the_file(cut in 0usize..700, junk in "[\\[\\]{}'\":#\t\u{1}Ðé-]{0,3}") {
        let text = SAMPLE[5].1;
        let cut = text.floor_char_boundary(cut);
        let broken = format!("{}{junk}{}", &text[..cut], &text[cut..]);
        let bytes: Vec<(&str, &[u8])> = vec![("content/products/a.md", broken.as_bytes())];
        let tree = Tree::from_memory(&bytes);
        let mut out = Diagnostics::new();
        catalogue(&tree, &mut out);
        for finding in &out {
            let span = finding.span;
            let file = tree.text(span.file).unwrap_or_default();
            prop_assert!(file.get(span.range()).is_some(), "{finding:?}");
        }
    }
}
