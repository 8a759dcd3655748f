//! Communes are written with their title, for a ward and a commune may share
//! a name.

use crate::check::{Context, titles};
use crate::diag::sink::Diagnostics;
use crate::diag::span::Spanned;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::place::Place;

/// The name of a commune without its title.
pub static CODE: Code = Code {
    name: "commune-title-missing",
    severity: Severity::Advice,
    title: ("tên xã thiếu chữ Xã, Phường hoặc Đặc khu", "name of a commune without its title"),
    explain: (
        "Tên đơn vị hành chính gồm cả chữ đứng trước: `Xã Sa Loong`, `Phường Buôn Hồ`, `Đặc \
         khu Phú Quốc`; trước ngày 01/07/2025 là xã, phường, thị trấn. Có chữ ấy thì trang của \
         xã mới mang đúng tên.",
        "The name of a commune includes its title: `Xã Sa Loong`, `Phường Buôn Hồ`, `Đặc khu \
         Phú Quốc`; before 1 July 2025 it was xã, phường or thị trấn. With it the commune's \
         page bears the right name.",
    ),
};

/// Reports names of communes, present and former, without a title.
pub fn check(_context: &Context<'_>, place: &Place, out: &mut Diagnostics) {
    if let Some(name) = untitled(place.commune.as_ref(), &titles::PRESENT) {
        out.push(finding(name, "`Xã`, `Phường` hoặc `Đặc khu`", "`Xã`, `Phường` or `Đặc khu`"));
    }
    if let Some(name) = untitled(place.former.commune.as_ref(), &titles::FORMER) {
        out.push(finding(
            name,
            "`xã`, `phường` hoặc `thị trấn`",
            "`xã`, `phường` or `thị trấn`",
        ));
    }
}

fn untitled<'a>(
    name: Option<&'a Spanned<String>>,
    titles: &[&str],
) -> Option<&'a Spanned<String>> {
    name.filter(|name| !titles::has_title(&name.value, titles))
}

fn finding(name: &Spanned<String>, vi: &str, en: &str) -> Diagnostic {
    let found = name.value.as_str();
    Diagnostic::new(
        &CODE,
        name.span,
        format!("trước tên cần có {vi}, ở đây ghi `{found}`"),
        format!("expected {en} before the name, found `{found}`"),
    )
    .hint("ghi cả tên như trên giấy tờ", "write the name in full as on papers")
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{check, text};

    #[test]
    fn fires_on_a_bare_name_and_on_a_title_of_the_other_time() {
        // Another name than the producer's, lest the two look like one misspelt.
        for name in ["Mẫu", "thị trấn Mẫu", "Xã"] {
            check(|it| it.place.commune = text(name), &["commune-title-missing"]);
        }
        for name in ["Ví Dụ", "Đặc khu Ví Dụ"] {
            check(|it| it.place.former.commune = text(name), &["commune-title-missing"]);
        }
    }

    #[test]
    fn is_silent_on_titles_of_their_time_and_without_a_name() {
        for name in ["Xã Mẫu", "phường Mẫu", "Đặc khu Mẫu"] {
            check(|it| it.place.commune = text(name), &[]);
        }
        check(|it| it.place.former.commune = text("Thị trấn Ví Dụ"), &[]);
        check(|it| (it.place.commune, it.place.former.commune) = (None, None), &[]);
    }
}
