//! Configuration of a CMS that keeps its content in git: Sveltia CMS or Decap
//! CMS, which read the same file (`admin/config.yml`).
//!
//! The keys of a dossier become widgets, in the order of their table. Groups of
//! keys become objects, lists become lists. The branch and the repository are the
//! site's own business and stand there as an example.

use super::names;
use crate::edit::draft::scalar;
use crate::model::catalogue::Catalogue;
use crate::parse::keys::{Key, Kind, Need, PAGE, PRODUCER, PRODUCT, Table, Word};
use crate::text::lang::Lang;

/// The configuration with labels in one language.
pub fn cms(catalogue: &Catalogue, lang: Lang) -> String {
    let mut out = String::from(
        "# Đặt tệp này ở admin/config.yml của trang; sửa repo và branch cho đúng kho của bạn.\n\
         # Put this at admin/config.yml of the site; set repo and branch to your own.\n\
         backend:\n  name: github\n  repo: vi-du/danh-muc\n  branch: main\n\
         media_folder: content/products\npublic_folder: \"\"\nslug:\n  encoding: ascii\n  \
         clean_accents: true\ncollections:\n",
    );
    let parts: [(&str, (&str, &str), &str, &Table); 3] = [
        ("products", ("Sản phẩm", "Products"), "content/products", &PRODUCT),
        ("producers", ("Chủ thể", "Producers"), "content/producers", &PRODUCER),
        ("pages", ("Trang viết", "Pages"), "content/pages", &PAGE),
    ];
    for (name, label, folder, table) in parts {
        let title = if name == "pages" { "title" } else { "name" };
        out.extend([format!(
            "  - name: {name}\n    label: {}\n    folder: {folder}\n    create: true\n    \
             extension: md\n    format: yaml-frontmatter\n    identifier_field: {title}\n    \
             slug: \"{{{{slug}}}}\"\n    nested:\n      depth: 4\n    fields:\n",
            scalar(lang.pick(label))
        )]);
        let maker = Maker { catalogue, lang };
        for key in table.keys.iter().filter(|key| key.name != "story") {
            maker.field(key, 6, &mut out);
        }
        let body = lang.pick(("Câu chuyện", "Story"));
        out.extend([format!(
            "      - name: body\n        label: {body}\n        widget: markdown\n        \
             required: false\n"
        )]);
    }
    out
}

struct Maker<'a> {
    catalogue: &'a Catalogue,
    lang: Lang,
}

impl Maker<'_> {
    fn field(&self, key: &Key, indent: usize, out: &mut String) {
        let lead = " ".repeat(indent);
        let required = key.need == Need::Must && !matches!(key.kind, Kind::List(_));
        let help = scalar(self.lang.pick(key.help));
        out.extend([format!(
            "{lead}- name: {}\n{lead}  label: {help}\n{lead}  required: {required}\n",
            key.name
        )]);
        self.widget(key.kind, indent.saturating_add(2), out);
    }

    fn widget(&self, kind: Kind, indent: usize, out: &mut String) {
        let lead = " ".repeat(indent);
        let mut plain = |widget: &str| out.extend([format!("{lead}widget: {widget}\n")]);
        match kind {
            Kind::Prose => plain("markdown"),
            Kind::Flag => plain("boolean"),
            Kind::Path => plain("image"),
            Kind::Stars => out.extend([format!(
                "{lead}widget: number\n{lead}value_type: int\n{lead}min: 1\n{lead}max: 5\n"
            )]),
            Kind::Whole(least, most) => out.extend([format!(
                "{lead}widget: number\n{lead}value_type: int\n{lead}min: {least}\n{lead}max: {most}\n"
            )]),
            Kind::Choice(words) => Self::select(words.iter().map(|word: &Word| word.name.to_owned()), &lead, out),
            Kind::Reference(crate::parse::keys::Reference::Producer) => out.extend([format!(
                "{lead}widget: relation\n{lead}collection: producers\n{lead}search_fields: [name]\n\
                 {lead}value_field: \"{{{{slug}}}}\"\n{lead}display_fields: [name]\n"
            )]),
            Kind::Reference(reference) => {
                Self::select(names(reference, self.catalogue).into_iter(), &lead, out);
            }
            Kind::Map(table) => {
                out.extend([format!("{lead}widget: object\n{lead}collapsed: true\n{lead}fields:\n")]);
                self.fields(table, indent, out);
            }
            Kind::List(Kind::Map(table)) => {
                out.extend([format!("{lead}widget: list\n{lead}fields:\n")]);
                self.fields(table, indent, out);
            }
            Kind::List(Kind::Either(one, other)) => {
                let inner = one.table().or_else(|| other.table());
                match inner {
                    Some(table) => {
                        out.extend([format!("{lead}widget: list\n{lead}fields:\n")]);
                        self.fields(table, indent, out);
                    }
                    None => plain("list"),
                }
            }
            Kind::List(_) => plain("list"),
            // The shorter way of two: a producer's file rather than its facts.
            Kind::Either(one, _) => self.widget(*one, indent, out),
            Kind::Both => {
                out.extend([format!("{lead}widget: object\n{lead}fields:\n")]);
                for name in ["vi", "en"] {
                    let required = name == "vi";
                    out.extend([format!(
                        "{lead}  - name: {name}\n{lead}    label: {name}\n{lead}    required: \
                         {required}\n{lead}    widget: string\n"
                    )]);
                }
            }
            _ => plain("string"),
        }
    }

    fn fields(&self, table: &Table, indent: usize, out: &mut String) {
        for key in table.keys {
            self.field(key, indent.saturating_add(2), out);
        }
    }

    fn select(options: impl Iterator<Item = String>, lead: &str, out: &mut String) {
        let all: Vec<String> = options.map(|option| scalar(&option)).collect();
        out.extend([format!("{lead}widget: select\n{lead}options: [{}]\n", all.join(", "))]);
    }
}
