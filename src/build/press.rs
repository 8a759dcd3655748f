//! PDFs of declared brochures: made before the plan, because pages tell of their size, and
//! kept in the store, so that only those are laid out anew that show what has changed.
//!
//! The store has one place for each brochure, with the PDF and a record of what it was made
//! from and what there is to say about it. Without the press engine there are none. Other
//! machines get neither: the place does not change with the content.
//!
//! One brochure after the other: each needs the memory of a whole layout. Ends between two
//! of them when the user stops the run.

use crate::diag::{Code, Diagnostic, Severity};
use crate::model::failure::Failure;
use crate::plan::pdf::Pdfs;

use super::{Kept, Options};

/// Codes of this file.
pub(super) const CODES: &[&Code] = &[&BROCHURE_REMARK];

/// Something on the pages that may look wrong in print.
static BROCHURE_REMARK: Code = Code {
    name: "brochure-remark",
    severity: Severity::Warning,
    title: ("có chỗ cần xem trước khi in", "something to look at before it is printed"),
    explain: (
        "Khi dàn trang ấn phẩm thành PDF, máy thấy ảnh quá thô cho ô của nó, ký tự không phông nào có, chữ tràn mép giấy hoặc \
         ảnh không đọc được. PDF vẫn được làm. Thông báo nêu tên hồ sơ; hãy sửa ở đó, hoặc chọn ô nhỏ hơn (`per_page`).",
        "While a brochure was laid out as PDF, a photo was too coarse for its box, a letter was in no font, words ran off the \
         paper, or a photo could not be read. The PDF is made all the same. The message names the dossier: put it right there, \
         or choose smaller boxes (`per_page`).",
    ),
};

/// The PDFs of all declared brochures, and what is to be said about them.
#[cfg(not(feature = "brochure"))]
#[expect(clippy::unnecessary_wraps, reason = "called like the engine's own, which can fail")]
pub(super) fn pdfs(_: &Kept, _: &Options<'_>) -> Result<(Pdfs, Vec<Diagnostic>), Failure> {
    let _ = &BROCHURE_REMARK;
    Ok((Pdfs::new(), Vec::new()))
}

#[cfg(feature = "brochure")]
pub(super) use engine::{key, look, pdfs};

#[cfg(feature = "brochure")]
mod engine {
    use std::sync::atomic::Ordering;

    use super::{BROCHURE_REMARK, Diagnostic, Failure, Kept, Options, Pdfs};
    use crate::build::brochure::Photos;
    use crate::emit::Store;
    use crate::model::brochure::Brochure;
    use crate::model::failure::FailureKind;
    use crate::model::settings::PdfFor;
    use crate::picture::PIPELINE;
    use crate::plan::pdf::{self, Pdf};
    use crate::render::brochure::{EDITION, Print, ThemeFiles, press};
    use crate::render::view::Supply;
    use crate::render::view::brochure::{self as view, BrochureView, Drawings};
    use crate::source::Hash;
    use crate::text::lang::{Lang, Text};

    /// The PDFs of all declared brochures, and what is to be said about them.
    pub(in super::super) fn pdfs(
        kept: &Kept,
        options: &Options<'_>,
    ) -> Result<(Pdfs, Vec<Diagnostic>), Failure> {
        let sources = kept.supply(options);
        let (catalogue, site) = (sources.catalogue, sources.site);
        let (mut pdfs, mut findings) = (Pdfs::new(), Vec::new());
        let theme = ThemeFiles::over_default(sources.theme.brochure_files());
        let bench = Bench { sources, store: &kept.store, look: look(&sources, &theme), theme };
        for (&index, held) in &site.brochures {
            let Some(written) = catalogue.brochures.get(index).filter(|it| it.listed) else {
                continue;
            };
            let lang = written.languages.first().copied().unwrap_or(Lang::Vi);
            let view =
                |drawings| view::brochure(&sources.speaking(lang), written, held, drawings);
            let linked = view(Drawings::Linked);
            for &purpose in &catalogue.settings.brochure_pdf {
                if options.interrupted.load(Ordering::Relaxed) {
                    return Err(stopped());
                }
                let key = key(&linked, bench.look, purpose.word())?;
                let record = match bench.known(written, purpose, key) {
                    Some(record) => record,
                    None => bench.make(written, purpose, (key, &view(Drawings::Whole)))?,
                };
                let (place, pages) = (pdf::place_of(&written.slug), record.pages);
                pdfs.insert((index, purpose), Pdf { key, place, pages, bytes: record.bytes });
                findings.extend(record.remarks.into_iter().map(|it| it.finding(written)));
            }
        }
        // What both files have is said once.
        findings.dedup_by(|one, other| one.message == other.message && one.span == other.span);
        Ok((pdfs, findings))
    }

    /// Hash of everything that laid-out pages are made from; `look` as [`look`] gives it.
    pub(in super::super) fn key(
        view: &BrochureView,
        look: Hash,
        purpose: &str,
    ) -> Result<Hash, Failure> {
        let version = env!("CARGO_PKG_VERSION");
        let mut all = format!("{EDITION}\0{version}\0{PIPELINE}\0{purpose}\0").into_bytes();
        all.extend_from_slice(look.as_bytes());
        serde_json::to_writer(&mut all, view).map_err(|error| {
            Failure::machine(
                "không đọc được dữ liệu của ấn phẩm",
                "cannot read the data of the brochure",
            )
            .caused_by(&error)
        })?;
        Ok(Hash::of(&all))
    }

    /// What is needed to lay out one brochure after the other.
    struct Bench<'a> {
        sources: Supply<'a>,
        store: &'a Store,
        theme: ThemeFiles,
        /// Hash of what pages may see of the theme.
        look: Hash,
    }

    /// What is kept beside a PDF.
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Record {
        key: Hash,
        pages: usize,
        bytes: u64,
        remarks: Vec<Said>,
    }

    /// A remark about the pages.
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Said {
        dossier: String,
        text: Text,
    }

    impl Said {
        fn finding(self, written: &Brochure) -> Diagnostic {
            let Text { vi, en } = self.text;
            let about = |text: String| match self.dossier.as_str() {
                "" => text,
                dossier => format!("{dossier}: {text}"),
            };
            Diagnostic::new(&BROCHURE_REMARK, written.span, about(vi), about(en))
        }
    }

    impl Bench<'_> {
        /// What a former run has made of the same.
        fn known(&self, written: &Brochure, purpose: PdfFor, key: Hash) -> Option<Record> {
            let place = pdf::place_of(&written.slug);
            let record = Record::parse(&self.store.here(place, &record_name(purpose))?)?;
            let there = self.store.has(place, &pdf::name_of(&written.slug, purpose));
            (record.key == key && there).then_some(record)
        }

        fn make(
            &self,
            written: &Brochure,
            purpose: PdfFor,
            (key, view): (Hash, &BrochureView),
        ) -> Result<Record, Failure> {
            let print = match purpose {
                PdfFor::Screen => Print::Screen,
                PdfFor::Shop => Print::Press { marks: false },
            };
            let pressed = press(view, print, &Photos(self.sources, print), &self.theme)?;
            let remarks = pressed.remarks.into_iter();
            let record = Record {
                key,
                pages: pressed.pages,
                bytes: u64::try_from(pressed.pdf.len()).unwrap_or(u64::MAX),
                remarks: remarks
                    .map(|it| Said { dossier: it.dossier, text: it.text })
                    .collect(),
            };
            let place = pdf::place_of(&written.slug);
            // The record last: it never tells of a file that is not there.
            self.store.put_here(place, &pdf::name_of(&written.slug, purpose), &pressed.pdf)?;
            self.store.put_here(place, &record_name(purpose), &record.to_bytes())?;
            Ok(record)
        }
    }

    fn record_name(purpose: PdfFor) -> String {
        format!("{}.txt", purpose.word())
    }

    /// Templates, fonts, colours of the cloth and drawings on it.
    pub(in super::super) fn look(sources: &Supply<'_>, theme: &ThemeFiles) -> Hash {
        let groups = sources.catalogue.scheme.groups.iter().map(|group| group.slug.as_str());
        let cloth = groups.chain(["other"]).map(|group| {
            let (threads, drawing) =
                (sources.theme.weave(group), sources.theme.pictogram(group));
            format!("{group}\0{threads:?}\0{drawing}\0")
        });
        let cloth: String = cloth.collect();
        Hash::of(&[theme.fingerprint().as_bytes().as_slice(), cloth.as_bytes()].concat())
    }

    impl Record {
        fn to_bytes(&self) -> Vec<u8> {
            let Self { key, pages, bytes, remarks } = self;
            let mut lines = vec![format!("{}\t{pages}\t{bytes}", key.hex())];
            // Words of ours, and names of files; neither has a tab or a line end.
            lines.extend(remarks.iter().map(|it| {
                [it.dossier.as_str(), &it.text.vi, &it.text.en]
                    .map(|text| text.replace(['\t', '\n'], " "))
                    .join("\t")
            }));
            lines.join("\n").into_bytes()
        }

        fn parse(bytes: &[u8]) -> Option<Self> {
            let mut lines = std::str::from_utf8(bytes).ok()?.split('\n');
            let mut head = lines.next()?.split('\t');
            let (key, pages, bytes) = (head.next()?, head.next()?, head.next()?);
            let remark = |line: &str| {
                let mut parts = line.split('\t');
                let dossier = parts.next()?.to_owned();
                Some(Said { dossier, text: Text::new(parts.next()?, parts.next()?) })
            };
            Some(Self {
                key: Hash::parse(key)?,
                pages: pages.parse().ok()?,
                bytes: bytes.parse().ok()?,
                remarks: lines.map(remark).collect::<Option<_>>()?,
            })
        }
    }

    fn stopped() -> Failure {
        Failure::new(
            FailureKind::Interrupted,
            "đã dừng theo yêu cầu; PDF đã làm xong đều được giữ lại",
            "stopped as asked; PDFs that were finished are kept",
        )
        .hint("chạy lại để làm tiếp", "run again to go on")
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_record_reads_back() {
            let text = Text::new("ảnh thô", "coarse");
            let remarks = vec![Said { dossier: "content/products/a.md".to_owned(), text }];
            for remarks in [Vec::new(), remarks] {
                let record = Record { key: Hash::of(b"x"), pages: 12, bytes: 345, remarks };
                assert_eq!(Record::parse(&record.to_bytes()), Some(record));
            }
            assert_eq!(Record::parse(b""), None);
            assert_eq!(Record::parse(b"x\t1\t2"), None);
        }
    }
}
