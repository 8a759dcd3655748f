//! The cache that several machines share: which, and what is said of it.

use super::Options;
use crate::diag::{Code, Diagnostic, Severity};
use crate::emit::{Store, Traffic, Trouble};
use crate::model::catalogue::Catalogue;
use crate::model::settings::Settings;

/// Codes of this file.
pub(super) const CODES: &[&Code] = &[&CACHE_UNUSED];

/// A shared cache that was of no use.
static CACHE_UNUSED: Code = Code {
    name: "cache-unused",
    severity: Severity::Warning,
    title: ("không dùng được kho ảnh chung", "the shared cache was of no use"),
    explain: (
        "`cache` trong `content/catalogue.yaml` (hay `--cache`) chỉ tới một kho ảnh chung cho nhiều máy, nhưng kho không trả \
         lời, không cho đọc hoặc không cho ghi. Danh mục vẫn được dựng đủ, chỉ lâu hơn; ảnh làm ra nằm trong kho của máy này. \
         Khoá và địa chỉ máy chủ lấy từ biến môi trường (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, \
         `AWS_ENDPOINT_URL`; `GOOGLE_APPLICATION_CREDENTIALS`), không bao giờ ghi trong nội dung.",
        "`cache` in `content/catalogue.yaml` (or `--cache`) names a cache for several machines, but it does not answer, or may \
         not be read or written. The catalogue is built whole all the same, only slower; what was made lies in the cache of \
         this machine. Keys and the server's address come from the environment (`AWS_ACCESS_KEY_ID`, \
         `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT_URL`; `GOOGLE_APPLICATION_CREDENTIALS`) and never stand in \
         the content.",
    ),
};

/// The store of this machine, and the shared one behind it.
pub(super) fn store(options: &Options<'_>, catalogue: &Catalogue) -> Store {
    let own = catalogue.settings.cache.as_ref().map(|url| url.value.as_str());
    Store::at(options.cache).sharing(options.shared.or(own))
}

/// What an editor should know of it.
pub(super) fn judge(traffic: Option<&Traffic>, settings: &Settings) -> Option<Diagnostic> {
    let place = settings.cache.as_ref().map_or(settings.span, |url| url.span);
    let say = |vi: String, en: String| Diagnostic::new(&CACHE_UNUSED, place, vi, en);
    Some(match traffic?.trouble.as_ref()? {
        Trouble::Absent => say(
            "chương trình này được dịch không kèm kho ảnh chung".to_owned(),
            "this program was compiled without the shared cache".to_owned(),
        )
        .hint(
            "dịch với `--features remote-cache`, hoặc bỏ `cache`",
            "compile with `--features remote-cache`, or leave `cache` out",
        ),
        Trouble::Address(why) => say(
            format!("không dùng được địa chỉ kho ảnh chung: {why}"),
            format!("the address of the shared cache cannot be used: {why}"),
        )
        .hint(
            "viết như `s3://ten-kho/thu-muc`, `gs://…` hoặc `file:///…`",
            "write it as `s3://bucket/folder`, `gs://…` or `file:///…`",
        ),
        Trouble::NotReadable(why) => say(
            format!("kho ảnh chung không cho đọc: {why}"),
            format!("the shared cache may not be read: {why}"),
        )
        .hint("xem lại khoá trong biến môi trường", "look at the keys in the environment"),
        Trouble::NotWritable(why) => say(
            format!("kho ảnh chung không cho ghi, ảnh làm ra chỉ nằm ở máy này: {why}"),
            format!("the shared cache may not be written, what was made stays here: {why}"),
        )
        .hint("xem lại quyền ghi của khoá", "look at what the keys may write"),
        Trouble::Away(why) => say(
            format!("kho ảnh chung không trả lời: {why}"),
            format!("the shared cache does not answer: {why}"),
        )
        .hint("dựng lại khi kho chạy", "build again when it does"),
    })
}
