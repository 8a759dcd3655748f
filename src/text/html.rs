//! Escaping for HTML, and the list of addresses a link may have.
//!
//! The only place that escapes. [`escape`] serves text and quoted attributes
//! alike; [`escape_json_script`] makes JSON safe inside a `<script>`;
//! [`is_safe_url`] refuses every link that could run code or leave the site
//! unseen.
//!
//! Never parses HTML: markup that an editor typed becomes text.

/// Text for an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

/// Appends the escaped text to a buffer.
pub fn escape_into(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
}

/// JSON for the inside of a `<script>`: no tag can end it, no old parser trips
/// over its line separators. The value stays the same.
pub fn escape_json_script(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            _ => out.push(letter),
        }
    }
    out
}

/// Whether a link may point there: `http`, `https`, `mailto` and `tel`
/// addresses, and addresses within the site.
///
/// Refused: every other scheme, `//host` and its backslash disguises (they
/// leave the site while looking like a path), control characters (browsers drop
/// them, so `java\tscript:` would run), spaces around, and nothing at all.
pub fn is_safe_url(url: &str) -> bool {
    let hidden = |letter: char| letter.is_control() || letter == '\\';
    if url.is_empty() || url.contains(hidden) || url.trim() != url || url.starts_with("//") {
        return false;
    }
    let Some((scheme, rest)) = url.split_once(':') else { return true };
    if scheme.contains(['/', '?', '#']) {
        return true;
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let host = rest.strip_prefix("//").unwrap_or_default();
            !host.is_empty() && !host.starts_with(['/', '?', '#'])
        }
        "mailto" | "tel" => !rest.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_letters_are_escaped() {
        assert_eq!(
            escape(r#"<a href="x" title='y'>Bắc & Nam</a>"#),
            "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;Bắc &amp; Nam&lt;/a&gt;"
        );
        assert_eq!(escape("&amp;"), "&amp;amp;");
    }

    #[test]
    fn json_cannot_end_its_script() {
        assert_eq!(
            escape_json_script("{\"a\":\"</script><!--&\u{2028}\u{2029}\"}"),
            "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\"}"
        );
    }

    #[test]
    fn links_that_are_safe() {
        for url in [
            "https://ocop.gov.vn/",
            "HTTP://example.vn",
            "mailto:a@example.vn",
            "tel:+84209300000",
            "/san-pham/mat-hoa-dua/",
            "#cau-chuyen",
            "?q=che",
            "anh.jpg",
            "../a/b:c",
            "/a:b",
            ".",
            "https://zalo.me/0900000000",
            "#a:b",
            "?a:b",
            "anh che.jpg",
        ] {
            assert!(is_safe_url(url), "{url:?}");
        }
    }

    #[test]
    fn links_that_are_not() {
        for url in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:x",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "zalo://x",
            "ftp://x",
            "http:evil",
            "https://",
            "https:///x",
            "mailto:",
            "a:b",
            "chè:xanh",
            "/a\u{0}b",
            " /a",
            "/a ",
            "\u{a0}/a",
            "blob:x",
            ":x",
        ] {
            assert!(!is_safe_url(url), "{url:?}");
        }
    }
}
