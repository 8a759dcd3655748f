//! Words that some keys choose from, in English and Vietnamese.

/// One word of a list.
#[derive(Debug)]
pub struct Word {
    /// The word in English: what the program goes by.
    pub name: &'static str,
    /// The same in Vietnamese, as a slug.
    pub vi: &'static str,
    /// Further ways to write it, as slugs.
    pub others: &'static [&'static str],
}

pub(super) const fn word(
    name: &'static str,
    vi: &'static str,
    others: &'static [&'static str],
) -> Word {
    Word { name, vi, others }
}

/// States of a dossier.
pub const STATES: &[Word] = &[
    word("draft", "ban-nhap", &["nhap"]),
    word("review", "cho-duyet", &["duyet"]),
    word("published", "dang", &["da-dang", "cong-khai"]),
    word("hidden", "an", &["da-an"]),
    word("removed", "da-go", &["go"]),
];

/// Events of a rating.
pub const EVENTS: &[Word] = &[
    word("first", "lan-dau", &["cong-nhan-lan-dau", "cong-nhan"]),
    word("upgrade", "nang-hang", &["nang-sao"]),
    word("renewal", "cong-nhan-lai", &["danh-gia-lai"]),
    word("put-forward", "de-nghi-5-sao", &["tiem-nang-5-sao", "tiem-nang"]),
    word("refused", "khong-dat", &[]),
    word("withdrawn", "thu-hoi", &["da-thu-hoi"]),
];

/// Who grants.
pub const LEVELS: &[Word] = &[
    word("district", "huyen", &["cap-huyen"]),
    word("province", "tinh", &["cap-tinh", "thanh-pho"]),
    word("central", "trung-uong", &["cap-trung-uong", "quoc-gia", "cap-quoc-gia"]),
];

/// What a photo shows.
pub const ROLES: &[Word] = &[
    word("cover", "bia", &["anh-bia"]),
    word("portrait", "chan-dung", &[]),
    word("process", "quy-trinh", &["che-bien", "san-xuat"]),
    word("place", "noi-chon", &["dia-diem"]),
    word("certificate", "chung-nhan", &["giay-chung-nhan"]),
];

/// Yes and no.
pub const FLAGS: &[Word] =
    &[word("true", "co", &["yes", "dung"]), word("false", "khong", &["no", "sai"])];

/// Languages of the interface.
pub const LANGUAGES: &[Word] =
    &[word("vi", "tieng-viet", &["vietnamese"]), word("en", "tieng-anh", &["english"])];

/// Compressed forms of files.
pub const ENCODINGS: &[Word] = &[word("br", "brotli", &[]), word("gz", "gzip", &[])];

/// For whom brochures are laid out as PDF.
pub const PDFS: &[Word] = &[
    word("screen", "man-hinh", &["xem"]),
    word("press", "nha-in", &["in"]),
    word("none", "khong", &["tat"]),
];

/// Terms of use of the published data.
pub const LICENCES: &[Word] = &[
    word("cc0-1-0", "khong-dieu-kien", &["cc0"]),
    word("cc-by-4-0", "ghi-nguon", &["cc-by"]),
    word("cc-by-sa-4-0", "ghi-nguon-chia-se-cung-giay-phep", &["cc-by-sa"]),
    word("odc-by-1-0", "ghi-nguon-odc", &["odc-by"]),
    word("odbl-1-0", "odbl", &[]),
];
