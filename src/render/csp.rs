//! What a page may load: nothing but the site's own files.
//!
//! The policy stands in a `<meta>` of every page, so it also holds on hosts
//! where nobody can set headers. `frame-ancestors` and reports work in headers
//! only and are therefore not in it.
//!
//! Never allows an inline script or style: the pages have none.

/// The value of `Content-Security-Policy`.
pub const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
                       img-src 'self'; font-src 'self'; manifest-src 'self'; \
                       connect-src 'self'; form-action 'self'; base-uri 'none'";

#[cfg(test)]
mod tests {
    use super::CSP;

    #[test]
    fn nothing_foreign_and_nothing_inline() {
        for part in ["unsafe", "http", "*", "data:", "  ", "\""] {
            assert!(!CSP.contains(part), "{part}");
        }
        for directive in CSP.split("; ") {
            let source = directive.split_once(' ').unwrap().1;
            assert!(["'self'", "'none'"].contains(&source), "{directive}");
        }
    }
}
