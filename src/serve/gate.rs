//! The gate: which requests are looked at at all.
//!
//! Only `GET` and `HEAD`, only without a body, only under a name of this
//! machine. The check of `Host` keeps a page of another site, whose name was
//! turned to this machine (DNS rebinding), from reading the preview. Pure: it
//! judges the header fields it is given and never answers by itself.

use std::net::IpAddr;

/// How a request asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The page.
    Get,
    /// Its header fields alone.
    Head,
    /// Anything that would change something.
    Other,
}

/// A request as it came, header fields in the order sent.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// How it asks.
    pub method: Method,
    /// For what.
    pub target: &'a str,
    /// Names and values of the header fields.
    pub fields: &'a [(String, String)],
}

impl<'a> Ask<'a> {
    /// The first field of that name, in any case.
    pub fn field(&self, name: &str) -> Option<&'a str> {
        self.all(name).next()
    }

    /// Every field of that name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let wanted = move |(found, _): &&(String, String)| found.eq_ignore_ascii_case(name);
        self.fields.iter().filter(wanted).map(|(_, value)| value.as_str())
    }
}

/// Why a request is turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Neither `GET` nor `HEAD`.
    Method,
    /// It carries a body, or frames one.
    Body,
    /// No `Host`, or more than one.
    NoHost,
    /// A name that is not this machine's.
    WrongHost,
}

/// Lets a request in, or says why not. `host` is the name the server was told to listen on.
pub fn admit(ask: &Ask<'_>, host: &str) -> Result<(), Refusal> {
    if ask.field("Transfer-Encoding").is_some() {
        return Err(Refusal::Body);
    }
    if ask.all("Content-Length").any(|length| length.trim() != "0") {
        return Err(Refusal::Body);
    }
    let mut names = ask.all("Host");
    let (Some(name), None) = (names.next(), names.next()) else {
        return Err(Refusal::NoHost);
    };
    if !is_ours(name, host) {
        return Err(Refusal::WrongHost);
    }
    if ask.method == Method::Other {
        return Err(Refusal::Method);
    }
    Ok(())
}

/// Whether a `Host` value names this server, whatever its port.
///
/// A server told to listen on all addresses answers to every bare address:
/// rebinding needs a name.
fn is_ours(value: &str, host: &str) -> bool {
    let name = without_port(value.trim());
    let known = ["localhost", "127.0.0.1", "::1"];
    if known.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        return true;
    }
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if name.eq_ignore_ascii_case(bare) {
        return true;
    }
    let everywhere = bare.parse::<IpAddr>().is_ok_and(|address| address.is_unspecified());
    everywhere && name.parse::<IpAddr>().is_ok()
}

/// `[::1]:8080` → `::1`, `localhost:8080` → `localhost`.
fn without_port(value: &str) -> &str {
    if let Some(rest) = value.strip_prefix('[') {
        return match rest.split_once(']') {
            Some((name, port)) if port.is_empty() || is_port(port) => name,
            _ => "",
        };
    }
    match value.split_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        Some(_) => "",
        None => value,
    }
}

fn is_port(text: &str) -> bool {
    text.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Ask, Method, Refusal, admit, is_ours};

    fn fields(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[track_caller]
    fn check(method: Method, list: &[(&str, &str)], want: Result<(), Refusal>) {
        let fields = fields(list);
        let ask = Ask { method, target: "/", fields: &fields };
        assert_eq!(admit(&ask, "127.0.0.1"), want, "{list:?}");
    }

    #[test]
    fn a_plain_request_is_let_in() {
        check(Method::Get, &[("host", "localhost:8080")], Ok(()));
        check(Method::Head, &[("HOST", "127.0.0.1")], Ok(()));
        check(Method::Get, &[("Host", "[::1]:8080"), ("Content-Length", "0")], Ok(()));
    }

    #[test]
    fn bodies_strange_methods_and_hosts_are_turned_away() {
        let host = ("Host", "localhost");
        check(Method::Other, &[host], Err(Refusal::Method));
        check(Method::Get, &[host, ("Content-Length", "5")], Err(Refusal::Body));
        check(Method::Get, &[host, ("Content-Length", "+0")], Err(Refusal::Body));
        check(
            Method::Get,
            &[host, ("Content-Length", "0"), ("Content-Length", "5")],
            Err(Refusal::Body),
        );
        check(Method::Get, &[host, ("Transfer-Encoding", "chunked")], Err(Refusal::Body));
        check(Method::Get, &[host, ("transfer-encoding", "identity")], Err(Refusal::Body));
        check(Method::Get, &[], Err(Refusal::NoHost));
        check(Method::Get, &[host, host], Err(Refusal::NoHost));
        check(Method::Get, &[("Host", "evil.example")], Err(Refusal::WrongHost));
    }

    #[test]
    fn only_names_of_this_machine_are_ours() {
        for (value, host, want) in [
            ("LOCALHOST:1", "127.0.0.1", true),
            ("may-ban.local:8080", "may-ban.local", true),
            ("192.168.1.9:8080", "0.0.0.0", true),
            ("[fe80::1]:8080", "::", true),
            ("[fe80::1]:8080", "[::]", true),
            ("evil.example", "0.0.0.0", false),
            ("192.168.1.9", "127.0.0.1", false),
            ("localhost.evil.example", "127.0.0.1", false),
            ("localhost:8080@evil.example", "127.0.0.1", false),
            ("[::1]evil", "127.0.0.1", false),
            ("[::1", "127.0.0.1", false),
            ("", "127.0.0.1", false),
        ] {
            assert_eq!(is_ours(value, host), want, "{value} at {host}");
        }
    }
}
