//! `codes`: gives a permanent code to every published product without one.
//!
//! A code comes from the hash of the slug, so two people who assign codes on
//! two branches give the same product the same code. Where a code is taken,
//! the next number is tried. New lines go where their code belongs in
//! alphabetical order, which spreads them over the file and keeps merges easy;
//! every line that is there stays as it is, comments too.
//!
//! Writes `content/codes.yaml` alone, and only when something is missing.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use crate::build::Checked;
use crate::model::catalogue::Catalogue;
use crate::model::code::ProductCode;
use crate::model::failure::Failure;
use crate::model::product::State;
use crate::source::Hash;

/// The ledger, below the catalogue's folder.
pub const LEDGER: &str = "content/codes.yaml";

/// How a new ledger begins.
const HEAD: &str = "\
# Sổ mã sản phẩm: mỗi mã QR trong ấn phẩm in dẫn đến /p/<mã>/. Mã đã cấp không bao giờ đổi, không dùng lại.
# Đừng sửa tay: `dacsan codes` tự thêm dòng cho sản phẩm mới. Đổi tên hồ sơ thì ghi tên cũ vào `aliases` của hồ sơ.
# Ledger of permanent codes. Never change or reuse a code; `dacsan codes` adds the lines of new products.
";

/// A new line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The code.
    pub code: ProductCode,
    /// Slug of its product.
    pub slug: String,
}

/// Adds what is missing to the ledger below `root`; returns the new lines, by slug.
///
/// A ledger with errors is refused: what cannot be read might hold codes.
pub fn assign(root: &Path, checked: &Checked) -> Result<Vec<Assigned>, Failure> {
    let path = root.join(LEDGER);
    let file = checked.tree.find(LEDGER);
    let text = file.map_or(Some(""), |file| checked.tree.text(file));
    let broken = file.is_some_and(|file| checked.findings.files_with_errors().contains(&file));
    let Some(text) = text.filter(|_| !broken) else {
        return Err(Failure::usage(
            "sổ mã còn lỗi, chưa cấp mã mới",
            "the ledger has errors; no code is given out",
        )
        .at(path)
        .hint(
            "chạy `dacsan check` và sửa sổ mã trước",
            "run `dacsan check` and mend it first",
        ));
    };
    let new = missing(&checked.catalogue, text);
    if !new.is_empty() {
        write(&path, &with_lines(text, &new)).map_err(|error| {
            Failure::io("không ghi được sổ mã", "cannot write the ledger", path, &error)
        })?;
    }
    Ok(new)
}

/// Codes for published products that have none, by slug.
fn missing(catalogue: &Catalogue, ledger: &str) -> Vec<Assigned> {
    // Codes of lines that could not be read in whole count as taken, too.
    let mut taken: BTreeSet<ProductCode> = ledger.lines().filter_map(code_of_line).collect();
    taken.extend(catalogue.codes.iter().map(|entry| entry.code.clone()));
    let published = catalogue.products.iter().filter(|it| it.state == State::Published);
    let mut slugs: Vec<&str> =
        published.filter(|it| it.code.is_none()).map(|it| it.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    let mut new = Vec::with_capacity(slugs.len());
    for slug in slugs {
        let code = free_code(slug, &taken);
        taken.insert(code.clone());
        new.push(Assigned { code, slug: slug.to_owned() });
    }
    new
}

fn free_code(slug: &str, taken: &BTreeSet<ProductCode>) -> ProductCode {
    let hash = Hash::of(slug.as_bytes());
    let first =
        hash.as_bytes().iter().take(8).fold(0u64, |all, byte| all << 8 | u64::from(*byte));
    let mut codes = (0u64..).map(|step| ProductCode::numbered(first.wrapping_add(step)));
    codes.find(|code| !taken.contains(code)).unwrap_or_else(|| ProductCode::numbered(first))
}

/// The code at the start of a line of the ledger.
fn code_of_line(line: &str) -> Option<ProductCode> {
    let (written, _) = line.split_once(':')?;
    ProductCode::parse(written.trim().trim_matches(['"', '\''])).ok()
}

/// The ledger with new lines, each before the first line with a greater code.
fn with_lines(text: &str, new: &[Assigned]) -> String {
    let mut lines: Vec<String> = if text.trim().is_empty() {
        HEAD.lines().map(str::to_owned).collect()
    } else {
        text.lines().map(str::to_owned).collect()
    };
    for Assigned { code, slug } in new {
        let place =
            lines.iter().position(|line| code_of_line(line).is_some_and(|it| it > *code));
        let place = place.unwrap_or(lines.len());
        lines.insert(place, format!("{code}: {slug}"));
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    lines.into_iter().flat_map(|line| [line, end.to_owned()]).collect()
}

/// Writes beside the file and renames over it, so that a ledger is never half written.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let temporary = path.with_file_name(".codes.yaml.tmp");
    let written = File::create(&temporary)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        drop(fs::remove_file(&temporary));
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(lines: &str) -> Vec<Assigned> {
        let slugs = lines.lines();
        let mut taken = BTreeSet::new();
        let code = |slug: &str| {
            let code = free_code(slug, &taken);
            taken.insert(code.clone());
            Assigned { code, slug: slug.to_owned() }
        };
        slugs.map(code).collect()
    }

    #[test]
    fn a_slug_always_gives_the_same_code_and_a_taken_one_the_next() {
        let one = given("mat-ong\nhat-sen");
        assert_eq!(one, given("mat-ong\nhat-sen"));
        assert_ne!(one[0].code, one[1].code);
        let taken = BTreeSet::from([one[0].code.clone()]);
        let next = free_code("mat-ong", &taken);
        assert_ne!(next, one[0].code);
        assert_eq!(next, free_code("mat-ong", &taken));
    }

    #[test]
    fn lines_find_their_place_and_others_stay() {
        let new = given("mat-ong\nhat-sen\ntra-hoa-vang");
        let fresh = with_lines("", &new);
        assert!(fresh.starts_with(HEAD), "{fresh}");
        let codes: Vec<ProductCode> = fresh.lines().filter_map(code_of_line).collect();
        assert!(codes.is_sorted(), "{fresh}");
        assert_eq!(codes.len(), 3);

        let kept = "# ghi chú\n222222: san-pham-cu # đổi tên 2026\n\nyyyyyj: khac\n";
        let all = with_lines(kept, &new);
        for line in kept.lines() {
            assert!(all.lines().any(|it| it == line), "{line}\n{all}");
        }
        assert_eq!(all.lines().count(), 7);
    }

    #[test]
    fn line_ends_are_kept() {
        let text = with_lines("222222: a\r\n", &given("b"));
        assert_eq!(text.matches("\r\n").count(), 2, "{text:?}");
    }
}
