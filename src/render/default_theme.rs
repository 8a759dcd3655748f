//! The default theme, compiled in, so that a binary alone can build a site.

/// Name of the default theme.
pub const NAME: &str = "ocop";

macro_rules! files {
    ($($path:literal,)*) => {
        /// Path within the theme and bytes of every file, sorted by path.
        pub const FILES: &[(&str, &[u8])] =
            &[$(($path, include_bytes!(concat!("../../themes/ocop/", $path))),)*];
    };
}

files! {
    "i18n/en.yaml",
    "i18n/vi.yaml",
    "pictograms/do-uong.svg",
    "pictograms/du-lich.svg",
    "pictograms/duoc-lieu.svg",
    "pictograms/other.svg",
    "pictograms/sinh-vat-canh.svg",
    "pictograms/thu-cong-my-nghe.svg",
    "pictograms/thuc-pham.svg",
    "static/favicon.svg",
    "static/find.js",
    "static/pick.js",
    "static/print.css",
    "static/qr.js",
    "static/search.js",
    "static/site.js",
    "static/style.css",
    "static/suggest.js",
    "static/tools.css",
    "static/viewer.js",
    "templates/404.html",
    "templates/a-z.html",
    "templates/base.html",
    "templates/body.html",
    "templates/bottom.html",
    "templates/brochure.html",
    "templates/brochures.html",
    "templates/card.html",
    "templates/components.html",
    "templates/data.html",
    "templates/fair.html",
    "templates/find.html",
    "templates/home.html",
    "templates/index.html",
    "templates/listing.html",
    "templates/page.html",
    "templates/photos.html",
    "templates/producer.html",
    "templates/product.html",
    "templates/redirect.html",
    "templates/removed.html",
    "templates/search.html",
    "templates/shortlist.html",
    "templates/sprite.html",
    "templates/tools.html",
    "theme.yaml",
    "worker.js",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_theme_is_compiled_in() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/ocop");
        let walk = walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok);
        let mut found: Vec<String> = walk
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| {
                Some(entry.path().strip_prefix(&root).ok()?.to_str()?.to_owned())
            })
            .collect();
        // Those of brochures are compiled in with the engine that reads them.
        found.retain(|path| !path.starts_with("brochure/"));
        found.sort();
        let known: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        assert_eq!(known, found);
    }
}
