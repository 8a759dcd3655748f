//! `new fair` and `new brochure`: a file of keys, judged before it is written.
//!
//! Keys are those of the table that the parser uses, in either language, and
//! come in its order. The file is read in memory together with the catalogue: what
//! would be an error there is told here, and nothing is written.

use std::path::Path;

use super::{Made, create};
use crate::diag::Severity;
use crate::diag::sink::Diagnostics;
use crate::diag::suggest;
use crate::edit::draft::{items, scalar};
use crate::edit::import::{Finding, Place};
use crate::model::failure::Failure;
use crate::parse;
use crate::parse::keys::{BROCHURE, FAIR, Key, Kind, Table};
use crate::source::{Limits, Tree};
use crate::text::slug::slugify;

/// What can be made of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyed {
    /// A fair, with its zones and booths to be filled in.
    Fair,
    /// A brochure.
    Brochure,
}

/// What stands below the keys of a fair, to be taken out of its comment.
const BOOTHS: &str = "\
# Các khu và gian: bỏ dấu # đầu dòng rồi sửa. Gian không ghi `products` có mọi sản phẩm của chủ thể.
# zones:
#   - name: Khu A
#     booths:
#       - number: A1
#         producer: hop-tac-xa-vi-du
#         products: [san-pham-mot, san-pham-hai]
";

/// What stands below the keys of a brochure.
const CHOICE: &str = "\
# Chọn thêm bằng: province, commune, group, subgroup, stars, validity, producer, tags, fair, products…
# Xem mọi mục: dacsan brochure --help
";

impl Keyed {
    /// Its keys.
    pub fn table(self) -> &'static Table {
        match self {
            Self::Fair => &FAIR,
            Self::Brochure => &BROCHURE,
        }
    }

    /// The key that its name goes under.
    fn title(self) -> &'static str {
        match self {
            Self::Fair => "name",
            Self::Brochure => "title",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Fair => "content/fairs",
            Self::Brochure => "content/brochures",
        }
    }

    /// The key behind a word of the command line.
    pub fn key(self, written: &str) -> Result<&'static Key, Failure> {
        let table = self.table();
        table.key(written).ok_or_else(|| {
            Failure::usage(
                format!("{} không nhận mục `{written}`", table.title.0),
                format!("{}: no key is called `{written}`", table.title.1),
            )
            .did_you_mean(suggest::nearest(written, table.names()))
        })
    }
}

/// Makes a file from its name and values by key; values of a list have `;` between them.
pub fn keyed(
    root: &Path,
    what: Keyed,
    name: &str,
    values: &[(String, String)],
) -> Result<Made, Failure> {
    let mut known: Vec<(&'static Key, &str)> = vec![(what.key(what.title())?, name)];
    for (written, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        let key = what.key(written)?;
        known.retain(|(other, _)| other.name != key.name);
        known.push((key, value));
    }
    let place = |key: &Key| what.table().keys.iter().position(|it| it.name == key.name);
    known.sort_by_key(|(key, _)| place(key));
    let mut text: String = known.iter().map(|(key, value)| line(key, value)).collect();
    text.push_str(match what {
        Keyed::Fair => BOOTHS,
        Keyed::Brochure => CHOICE,
    });
    let refused = judge(root, what, &text)?;
    if !refused.is_empty() {
        return Ok(Made::Refused(refused));
    }
    let path = create(root, what.folder(), &slugify(name), "yaml", &text)?;
    Ok(Made::Files(vec![path]))
}

fn line(key: &Key, value: &str) -> String {
    let all: Vec<String> = items(value).map(scalar).collect();
    match (key.kind, all.as_slice()) {
        (Kind::List(_), [_, _, ..]) => format!("{}: [{}]\n", key.name, all.join(", ")),
        _ => format!("{}: {}\n", key.name, scalar(value.trim())),
    }
}

/// What would be an error in the file.
fn judge(root: &Path, what: Keyed, text: &str) -> Result<Vec<Finding>, Failure> {
    // No slug has such a name, so nothing of the catalogue is hidden by it.
    let path = format!("{}/tep-moi-dang-tao.yaml", what.folder());
    let (tree, _) = Tree::read(root, Limits::default())?;
    let texts = tree.iter().filter_map(|(id, file)| Some((file.path.as_str(), tree.text(id)?)));
    let mut files: Vec<(&str, &[u8])> =
        texts.map(|(path, text)| (path, text.as_bytes())).collect();
    files.push((&path, text.as_bytes()));
    files.sort_unstable_by_key(|(path, _)| *path);
    let memory = Tree::from_memory(&files);
    let mut findings = Diagnostics::new();
    parse::catalogue(&memory, &mut findings);
    findings.finish();
    let own = findings.into_iter().filter(|finding| {
        finding.severity() == Severity::Error && memory.path(finding.span.file) == path
    });
    let at = |finding: crate::diag::Diagnostic| {
        let before = text.get(..finding.span.range().start).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        let heading = text.lines().nth(line).and_then(|line| line.split_once(':'));
        let heading = heading.map_or("", |(key, _)| key).to_owned();
        Finding { place: Place { heading, ..Place::default() }, diagnostic: finding }
    };
    Ok(own.map(at).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::scaffold;

    fn set(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    fn made(root: &Path, what: Keyed, name: &str, values: &[(&str, &str)]) -> String {
        let Made::Files(files) = keyed(root, what, name, &set(values)).unwrap() else {
            panic!("refused")
        };
        let text = std::fs::read(root.join(&files[0])).unwrap();
        format!("{}\n{}", files[0], String::from_utf8(text).unwrap())
    }

    #[test]
    fn a_fair_has_its_keys_in_order_and_is_read_by_the_parser() {
        let dir = tempfile::tempdir().unwrap();
        scaffold::init(dir.path()).unwrap();
        let values =
            [("Tỉnh", "dong thap"), ("from", "12/12/2026"), ("dia_diem", "Nhà thi đấu: sân A")];
        let text = made(dir.path(), Keyed::Fair, "Hội chợ Ví Dụ", &values);
        assert!(
            text.starts_with(
                "content/fairs/hoi-cho-vi-du.yaml\nname: Hội chợ Ví Dụ\nfrom: 12/12/2026\n\
                 venue: \"Nhà thi đấu: sân A\"\nprovince: dong thap\n# Các khu"
            ),
            "{text}"
        );
        let second = made(dir.path(), Keyed::Fair, "Hội chợ Ví Dụ", &[]);
        assert!(second.starts_with("content/fairs/hoi-cho-vi-du-2.yaml\n"), "{second}");
        let today = crate::text::date::Day::new(2026, 11, 23).unwrap();
        let checked = crate::build::check(dir.path(), today).unwrap();
        assert_eq!(checked.catalogue.fairs.len(), 2);
        assert_eq!(checked.findings.count(Severity::Error), 0);
        // With its comment signs taken off, the pattern of booths is one that the parser knows.
        let open: String = BOOTHS.lines().skip(1).flat_map(|line| [&line[2..], "\n"]).collect();
        let found = judge(dir.path(), Keyed::Fair, &format!("name: A\n{open}")).unwrap();
        assert!(found.iter().all(|it| it.place.heading.trim_start().starts_with("pro")));
    }

    #[test]
    fn a_brochure_takes_lists_and_says_what_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        scaffold::init(dir.path()).unwrap();
        let values = [("nhom", "thuc-pham; do-uong"), ("loai", "bang-gia"), ("stars", "3..")];
        let text = made(dir.path(), Keyed::Brochure, "Bảng giá Tết", &values);
        assert!(
            text.starts_with(
                "content/brochures/bang-gia-tet.yaml\ntitle: Bảng giá Tết\nkind: bang-gia\n\
                 group: [thuc-pham, do-uong]\nstars: \"3..\"\n"
            ) || text.contains("stars: 3..\n"),
            "{text}"
        );
        let wrong = set(&[("province", "Dong Tap")]);
        let Made::Refused(found) = keyed(dir.path(), Keyed::Brochure, "X", &wrong).unwrap()
        else {
            panic!("made")
        };
        assert_eq!(found[0].place.heading, "province");
        assert!(!dir.path().join("content/brochures/x.yaml").exists());
        let unknown = set(&[("provnce", "x")]);
        let failure = keyed(dir.path(), Keyed::Brochure, "X", &unknown).unwrap_err();
        assert_eq!(failure.hints[0].en, "did you mean `province`?");
    }
}
