//! Media type of a file by the end of its name.
//!
//! A fixed table of what a catalogue holds; anything else is bytes to save.
//! Text types name UTF-8, because every file we write is UTF-8. Never looks
//! into a file: the browser is told not to sniff either.

/// Type of a file name's extension, in any case: `SVG` is `svg`.
pub fn of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((_, extension)) = name.rsplit_once('.') else {
        return "application/octet-stream";
    };
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "geojson" => "application/geo+json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "txt" | "md" | "yaml" | "yml" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_last_extension_decides_in_any_case() {
        for (path, want) in [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/style.0123abcd.css", "text/css; charset=utf-8"),
            ("assets/site.JS", "text/javascript; charset=utf-8"),
            ("anh/mat-ong.JPEG", "image/jpeg"),
            ("favicon.svg", "image/svg+xml; charset=utf-8"),
            ("feed.xml", "application/xml; charset=utf-8"),
            ("thu.muc/khong-duoi", "application/octet-stream"),
            ("LICENSE", "application/octet-stream"),
            ("a.exe", "application/octet-stream"),
        ] {
            assert_eq!(of(path), want, "{path}");
        }
    }
}
