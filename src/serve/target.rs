//! The request target: from what a client typed to a path below the folder.
//!
//! Decodes percent signs once, then refuses everything that could leave the
//! folder or name a hidden file: `.` and `..`, names with a leading dot,
//! backslashes, control characters, doubled slashes, bytes that are not UTF-8.
//! Pure: whether the file exists, and where links lead, is asked later.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// Longest target that is looked at, in bytes.
pub const TARGET_MAX: usize = 4096;

/// Characters that are escaped in a `Location`.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'\\')
    .add(b'{')
    .add(b'}');

/// A target that stays within the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Decoded names joined by `/`, without slashes at either end; empty is the folder itself.
    pub path: String,
    /// Whether a slash stood at the end.
    pub folder: bool,
    /// What followed `?`, as sent.
    pub query: Option<String>,
}

/// Why a target is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not an address of this server's own form.
    Malformed,
    /// Longer than [`TARGET_MAX`].
    TooLong,
    /// Leads out of the folder or to a hidden name: there is no such page.
    Hidden,
}

impl Target {
    /// The same address with a slash at the end, for a redirect.
    ///
    /// Always starts with exactly one slash, so it never names another host.
    pub fn with_slash(&self) -> String {
        let mut location = String::from("/");
        location.extend(utf8_percent_encode(&self.path, ESCAPED));
        location.push('/');
        if let Some(query) = self.query.as_deref().filter(|query| is_graphic(query)) {
            location.push('?');
            location.push_str(query);
        }
        location
    }
}

/// Reads a request target such as `/tinh/an-giang/?x=1`.
pub fn parse(raw: &str) -> Result<Target, Refusal> {
    if raw.len() > TARGET_MAX {
        return Err(Refusal::TooLong);
    }
    let (path, query) = match raw.split_once('?') {
        Some((path, query)) => (path, Some(query.to_owned())),
        None => (raw, None),
    };
    let path = path.strip_prefix('/').ok_or(Refusal::Malformed)?;
    let decoded = decode(path)?;
    if decoded.chars().any(char::is_control) {
        return Err(Refusal::Malformed);
    }
    let folder = decoded.is_empty() || decoded.ends_with('/');
    let path = decoded.strip_suffix('/').unwrap_or(&decoded);
    if !path.is_empty() && path.split('/').any(is_forbidden) {
        return Err(Refusal::Hidden);
    }
    Ok(Target { path: path.to_owned(), folder, query })
}

fn decode(path: &str) -> Result<String, Refusal> {
    let mut rest = path;
    while let Some((_, after)) = rest.split_once('%') {
        let digits = after.as_bytes().get(..2).ok_or(Refusal::Malformed)?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(Refusal::Malformed);
        }
        rest = after;
    }
    let decoded = percent_decode_str(path).decode_utf8().map_err(|_| Refusal::Malformed)?;
    Ok(decoded.into_owned())
}

/// Empty names, hidden names, and characters that part names on other systems.
fn is_forbidden(name: &str) -> bool {
    name.is_empty() || name.starts_with('.') || name.contains(['\\', ':'])
}

fn is_graphic(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::{Refusal, TARGET_MAX, parse};

    #[track_caller]
    fn leads(raw: &str, path: &str, folder: bool) {
        let target = parse(raw).unwrap();
        assert_eq!((target.path.as_str(), target.folder), (path, folder), "{raw}");
    }

    #[test]
    fn plain_and_encoded_names_lead_into_the_folder() {
        leads("/", "", true);
        leads("/?q=mat+ong", "", true);
        leads("/index.html", "index.html", false);
        leads("/tinh/an-giang/", "tinh/an-giang", true);
        leads("/tinh/an-giang", "tinh/an-giang", false);
        leads("/m%E1%BA%ADt%20ong/", "mật ong", true);
        leads("/a%2Fb", "a/b", false);
        leads("/a%252e%252e/b", "a%2e%2e/b", false);
        leads("/a..b/c.", "a..b/c.", false);
    }

    #[test]
    fn ways_out_and_hidden_names_are_refused() {
        for (raw, want) in [
            ("/../etc/passwd", Refusal::Hidden),
            ("/a/../../b", Refusal::Hidden),
            ("/%2e%2e/b", Refusal::Hidden),
            ("/%2e%2e%2fb", Refusal::Hidden),
            ("/..%5cb", Refusal::Hidden),
            ("/a%5C..%5Cb", Refusal::Hidden),
            ("/./a", Refusal::Hidden),
            ("/.dacsan/manifest", Refusal::Hidden),
            ("/a/.git/config", Refusal::Hidden),
            ("//evil.example/", Refusal::Hidden),
            ("/a//b", Refusal::Hidden),
            ("/C:/windows", Refusal::Hidden),
            ("http://evil.example/", Refusal::Malformed),
            ("*", Refusal::Malformed),
            ("", Refusal::Malformed),
            ("/a%00b", Refusal::Malformed),
            ("/a%0d%0aX: y", Refusal::Malformed),
            ("/a\rb", Refusal::Malformed),
            ("/%", Refusal::Malformed),
            ("/%2", Refusal::Malformed),
            ("/%zz", Refusal::Malformed),
            ("/%FF", Refusal::Malformed),
            ("/%C0%AE%C0%AE/", Refusal::Malformed),
        ] {
            assert_eq!(parse(raw), Err(want), "{raw}");
        }
        let long = format!("/{}", "a".repeat(TARGET_MAX));
        assert_eq!(parse(&long), Err(Refusal::TooLong));
    }

    #[test]
    fn a_redirect_stays_on_this_host_and_keeps_the_query() {
        for (raw, want) in [
            ("/tinh", "/tinh/"),
            ("/tim?q=a%20b", "/tim/?q=a%20b"),
            ("/m%E1%BA%ADt%20ong", "/m%E1%BA%ADt%20ong/"),
            ("/a%3Fb", "/a%3Fb/"),
            ("/a?q=\r\nX: y", "/a/"),
        ] {
            assert_eq!(parse(raw).unwrap().with_slash(), want, "{raw}");
        }
    }
}
