//! All that a template can reach: the files of `brochure/`, its fonts, its inputs, one day.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::model::failure::Failure;
use crate::render::brochure::files::ThemeFiles;

/// The closed world of one brochure.
pub(super) struct Closed<'a> {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    files: &'a ThemeFiles,
    attached: Vec<(&'static str, Bytes)>,
    today: Option<Datetime>,
}

/// Every font of the theme.
pub(super) fn fonts(files: &ThemeFiles) -> Vec<Font> {
    files.fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes.to_vec()))).collect()
}

impl<'a> Closed<'a> {
    /// A world whose main file is `main` below `brochure/`.
    pub(super) fn new(
        files: &'a ThemeFiles,
        fonts: Vec<Font>,
        main: &str,
        inputs: Dict,
        day: &str,
    ) -> Result<Self, Failure> {
        Ok(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: id(main)?,
            files,
            attached: Vec::new(),
            today: super::noon(day),
        })
    }

    /// Lets templates read those bytes under that name.
    pub(super) fn attach(mut self, name: &'static str, bytes: Vec<u8>) -> Self {
        self.attached.push((name, Bytes::new(bytes)));
        self
    }

    /// Path of a file as an editor knows it: below the theme, or within the default one.
    pub(super) fn shown(&self, id: FileId) -> (String, bool) {
        let path = id.vpath().get_without_slash();
        (format!("brochure/{path}"), self.files.is_own(path))
    }

    fn bytes(&self, id: FileId) -> FileResult<Bytes> {
        if !matches!(id.root(), VirtualRoot::Project) {
            let why = "packages are switched off / gói mở rộng không dùng được";
            return Err(FileError::Other(Some(why.into())));
        }
        let path = id.vpath().get_without_slash();
        if let Some((_, bytes)) = self.attached.iter().find(|(name, _)| *name == path) {
            return Ok(bytes.clone());
        }
        let found = self.files.get(path).map(|bytes| Bytes::new(bytes.to_vec()));
        found.ok_or(FileError::AccessDenied)
    }
}

/// Handle of a file below `brochure/`.
fn id(path: &str) -> Result<FileId, Failure> {
    let path = VirtualPath::new(path).map_err(|_| {
        Failure::machine("không có mẫu ấn phẩm", "there is no such brochure template").at(path)
    })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Closed<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let bytes = self.bytes(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.trim_start_matches('\u{feff}').to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.bytes(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
