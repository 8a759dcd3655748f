//! Templates and fonts of brochures: those of the default theme, compiled in, and over
//! them those of the site's own theme, file by file.

use std::collections::BTreeMap;

use crate::source::Hash;

/// Folder of a theme that holds them.
pub const FOLDER: &str = "brochure/";

/// Files of `brochure/` by their path below it.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles {
    files: BTreeMap<String, Vec<u8>>,
    own: BTreeMap<String, Vec<u8>>,
}

macro_rules! files {
    ($($path:literal,)*) => {
        /// Path below `brochure/` and bytes of every file of the default theme, sorted by path.
        const DEFAULT: &[(&str, &[u8])] =
            &[$(($path, include_bytes!(concat!("../../../themes/ocop/brochure/", $path))),)*];
    };
}

files! {
    "booths.typ",
    "cards.typ",
    "catalogue.typ",
    "fonts/BeVietnamPro-Bold.ttf",
    "fonts/BeVietnamPro-Regular.ttf",
    "fonts/BeVietnamPro-SemiBold.ttf",
    "fonts/Lora-MediumItalic.ttf",
    "fonts/Lora-SemiBold.ttf",
    "fonts/NotoEmoji-Regular.ttf",
    "impose.typ",
    "leaflet.typ",
    "lib.typ",
    "price-list.typ",
    "sheet.typ",
    "shelf.typ",
    "volumes.typ",
}

impl ThemeFiles {
    /// The default theme under the files that a site's theme has of its own; their
    /// paths begin below `themes/<name>/`, others than those in `brochure/` are passed over.
    pub fn over_default<'a>(own: impl Iterator<Item = (&'a str, &'a [u8])>) -> Self {
        let own: BTreeMap<String, Vec<u8>> = own
            .filter_map(|(path, bytes)| {
                Some((path.strip_prefix(FOLDER)?.to_owned(), bytes.to_vec()))
            })
            .collect();
        let mut files: BTreeMap<String, Vec<u8>> =
            DEFAULT.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
        files.extend(own.iter().map(|(path, bytes)| (path.clone(), bytes.clone())));
        Self { files, own }
    }

    /// A file by its path below `brochure/`.
    pub(super) fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Whether the file is of the site's own theme.
    pub(super) fn is_own(&self, path: &str) -> bool {
        self.own.contains_key(path)
    }

    /// Hash of every path and file.
    pub fn fingerprint(&self) -> Hash {
        let mut all = Vec::new();
        for (path, bytes) in &self.files {
            all.extend_from_slice(path.as_bytes());
            all.extend_from_slice(Hash::of(bytes).as_bytes());
        }
        Hash::of(&all)
    }

    /// Bytes of every font, in path order.
    pub(super) fn fonts(&self) -> impl Iterator<Item = &[u8]> {
        let fonts = self.files.iter().filter(|(path, _)| is_font(path));
        fonts.map(|(_, bytes)| bytes.as_slice())
    }
}

fn is_font(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|it| ["ttf", "otf", "ttc"].contains(&it.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_and_font_is_compiled_in() {
        let root =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/ocop/brochure");
        let walk = walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok);
        let mut found: Vec<String> = walk
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| {
                Some(entry.path().strip_prefix(&root).ok()?.to_str()?.to_owned())
            })
            .filter(|path| {
                let ending = std::path::Path::new(path).extension();
                ending.is_some_and(|it| it == "typ") || is_font(path)
            })
            .collect();
        found.sort();
        let known: Vec<&str> = DEFAULT.iter().map(|(path, _)| *path).collect();
        assert_eq!(known, found);
    }

    #[test]
    fn a_file_of_the_sites_theme_stands_over_the_default_one() {
        let own: [(&str, &[u8]); 2] = [("brochure/lib.typ", b"own"), ("style.css", b"x")];
        let files = ThemeFiles::over_default(own.into_iter());
        assert_eq!(files.get("lib.typ"), Some(&b"own"[..]));
        assert!(files.is_own("lib.typ"));
        assert!(!files.is_own("cards.typ"));
        assert!(files.get("cards.typ").is_some());
        assert!(files.get("style.css").is_none());
    }
}
