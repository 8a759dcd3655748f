//! Originals that burden whoever fetches the catalogue.

use crate::check::Context;
use crate::diag::sink::Diagnostics;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::photo::Photo;

/// Bytes from which an original is heavy: a photo of 2000 pixels has a tenth of them.
const MOST: u64 = 5_000_000;

/// An original of more than five megabytes.
pub static CODE: Code = Code {
    name: "photo-heavy",
    severity: Severity::Advice,
    title: ("ảnh gốc nặng", "heavy original"),
    explain: (
        "Trang chỉ dùng bản đã thu nhỏ nên khách không phải tải ảnh gốc, nhưng ai sao chép danh mục (git, máy dựng) đều phải \
         mang theo nó mãi. `dacsan photos optimise` cho biết thu nhỏ được bao nhiêu, thêm `--yes` thì ghi: còn 2000 điểm ảnh, \
         đủ cho trang và bản in khổ A4.",
        "Pages show small versions, so visitors never fetch the original, but everyone who copies the catalogue (git, a \
         machine that builds) carries it for ever. `dacsan photos optimise` tells how much can be saved, and writes with \
         `--yes`: 2000 pixels remain, enough for pages and for print at A4.",
    ),
};

/// Reports heavy originals.
pub fn check(context: &Context<'_>, photo: &Photo, out: &mut Diagnostics) {
    if let Some(found) = finding(photo, context.tree.length(photo.file)) {
        out.push(found);
    }
}

fn finding(photo: &Photo, bytes: u64) -> Option<Diagnostic> {
    if bytes <= MOST {
        return None;
    }
    let (found, most) = (bytes / 1_000_000, MOST / 1_000_000);
    let finding = Diagnostic::new(
        &CODE,
        photo.span,
        format!("ảnh gốc nặng {found} MB, nên dưới {most} MB"),
        format!("the original has {found} MB, less than {most} is better"),
    );
    Some(finding.hint("chạy `dacsan photos optimise`", "run `dacsan photos optimise`"))
}

#[cfg(test)]
mod tests {
    use super::finding;
    use crate::check::fixture::{check, photo};

    #[test]
    fn fires_above_five_megabytes() {
        let found = finding(&photo("anh-bia.jpg"), 7_400_000).unwrap();
        assert_eq!(found.code.name, "photo-heavy");
        assert_eq!(found.message.vi, "ảnh gốc nặng 7 MB, nên dưới 5 MB");
    }

    #[test]
    fn is_silent_up_to_there() {
        assert!(finding(&photo("anh-bia.jpg"), 5_000_000).is_none());
        check(|_| {}, &[]);
    }
}
