//! Slugs: names as parts of routes, stable for ever.
//!
//! A slug holds `a`-`z`, `0`-`9` and single hyphens between them, at most 80 of
//! them, so that it is the same in every address bar, file system and QR code.
//! The rule must never change: published addresses depend on it.
//!
//! Never looks for collisions; that takes the whole catalogue.

use super::fold::fold;

/// Longest slug in characters.
pub const LONGEST: usize = 80;

/// The slug of a name; empty where the name has no letter or digit of the
/// Latin alphabet. Long names are cut at a hyphen.
///
/// "Rượu Mẫu Sơn 29°" gives `ruou-mau-son-29`.
pub fn slugify(name: &str) -> String {
    let folded = fold(name);
    let parts = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut slug = String::with_capacity(folded.len());
    for part in parts.filter(|part| !part.is_empty()) {
        let hyphen = usize::from(!slug.is_empty());
        let room = LONGEST.saturating_sub(slug.len().saturating_add(hyphen));
        if part.len() > room && hyphen == 1 {
            break;
        }
        if hyphen == 1 {
            slug.push('-');
        }
        slug.extend(part.chars().take(room));
    }
    slug
}

/// Whether the text is a slug as [`slugify`] writes them.
pub fn is_slug(text: &str) -> bool {
    let part_is_good = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.len() <= LONGEST && text.split('-').all(part_is_good)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(name: &str, slug: &str) {
        assert_eq!(slugify(name), slug, "{name}");
        assert_eq!(is_slug(slug), !slug.is_empty());
    }

    #[test]
    fn real_names() {
        check("Mật hoa dừa", "mat-hoa-dua");
        check("Dừa sáp sợi (VICOSAP)", "dua-sap-soi-vicosap");
        check("Cà phê Đăk Rve", "ca-phe-dak-rve");
        check("Rượu Mẫu Sơn 29°", "ruou-mau-son-29");
        check("Công ty TNHH Trà Vinh Farm", "cong-ty-tnhh-tra-vinh-farm");
        check("Đắk R'lấp", "dak-r-lap");
        check("  --Chè -- Shan/Tuyết!  ", "che-shan-tuyet");
        check("Nước mắm 40°N", "nuoc-mam-40-n");
        check("茶", "");
        check("", "");
    }

    #[test]
    fn long_names_are_cut_at_a_hyphen() {
        let name = "Hợp tác xã sản xuất, kinh doanh và dịch vụ nông lâm nghiệp tổng hợp xã \
                    Thượng Giáo huyện Ba Bể";
        check(
            name,
            "hop-tac-xa-san-xuat-kinh-doanh-va-dich-vu-nong-lam-nghiep-tong-hop-xa-thuong",
        );
        check(&"a".repeat(200), &"a".repeat(LONGEST));
    }

    #[test]
    fn what_is_no_slug() {
        for text in ["", "-", "a-", "-a", "a--b", "A", "đ", "a b", "a/b", "..", "a.b", "a_b"] {
            assert!(!is_slug(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_slug_is_one_and_stays(name in "\\PC{0,120}") {
            let slug = slugify(&name);
            prop_assert!(slug.is_empty() || is_slug(&slug));
            prop_assert_eq!(slugify(&slug), slug);
        }
    }
}
