//! The wire: bytes of a connection to our [`Ask`], our [`Answer`] to bytes.
//!
//! HTTP/1.1 as far as a preview needs it: requests without a body, answers of
//! known length. A head must be complete within [`PATIENCE`], hold at most
//! [`HEAD_MAX`] bytes and be written strictly (one space, CRLF, no folded
//! lines, no space before a colon), so that no two readers could disagree about
//! where a request ends. After anything else the connection is closed.
//!
//! What is decided about a request stands in [`super::gate`] and
//! [`super::answer`]; this file only carries.

use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::serve::answer::{Answer, Body};
use crate::serve::gate::Method;

/// How long a client may take for a request, or stay silent between two.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// How long it may take to accept a portion of an answer.
const SLOWNESS: Duration = Duration::from_secs(20);

/// How often a silent connection looks whether it is time to stop.
pub(super) const TICK: Duration = Duration::from_millis(150);

/// Most bytes of a head.
const HEAD_MAX: usize = 16 * 1024;

/// Most header fields.
const FIELDS_MAX: usize = 100;

/// Fields of every answer.
const ALWAYS: [(&str, &str); 5] = [
    ("Server", "dacsan"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-cache"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// The head of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) method: Method,
    pub(super) target: String,
    /// Names and values in the order sent.
    pub(super) fields: Vec<(String, String)>,
    /// Whether the client may ask again on this connection.
    pub(super) stays: bool,
}

/// What came.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// A whole head.
    Head(Head),
    /// Something that is no request; told with this status.
    Nonsense(u16),
    /// Nothing more: closed, silent for too long, or time to stop.
    Nothing,
}

/// A connection, with what came and is not yet read.
pub(super) struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Wire {
    pub(super) fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nonblocking(false)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(TICK))?;
        stream.set_write_timeout(Some(SLOWNESS))?;
        Ok(Self { stream, buffer: Vec::new() })
    }

    /// Waits for the next request.
    pub(super) fn next(
        &mut self,
        stop: &dyn Fn() -> bool,
        patience: &dyn Fn() -> Duration,
    ) -> Came {
        let start = Instant::now();
        loop {
            let end = end_of_head(&self.buffer);
            if end.unwrap_or(self.buffer.len()) > HEAD_MAX {
                return Came::Nonsense(431);
            }
            if let Some(end) = end {
                let head: Vec<u8> = self.buffer.drain(..end).collect();
                return parse(&head).map_or_else(Came::Nonsense, Came::Head);
            }
            if stop() || start.elapsed() > patience() {
                return if self.buffer.is_empty() {
                    Came::Nothing
                } else {
                    Came::Nonsense(408)
                };
            }
            let mut portion = [0; 4096];
            match self.stream.read(&mut portion) {
                Ok(0) => return Came::Nothing,
                Ok(count) => self.buffer.extend(portion.iter().take(count)),
                Err(error) if is_silence(&error) => {}
                Err(_) => return Came::Nothing,
            }
        }
    }

    /// Sends an answer; to a `HEAD` without its body.
    pub(super) fn send(&mut self, answer: Answer, head: Option<&Head>) -> io::Result<()> {
        let stays = head.is_some_and(|head| head.stays);
        let bare = head.is_some_and(|head| head.method == Method::Head) || answer.status == 304;
        let length = match &answer.body {
            Body::Words(words) => u64::try_from(words.len()).unwrap_or(u64::MAX),
            Body::Bytes(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            Body::Stretch { length, .. } => *length,
        };
        let own = answer.fields.iter().map(|(name, value)| (*name, value.as_str()));
        let length = (answer.status != 304).then(|| length.to_string());
        let ending = [
            length.as_deref().map(|length| ("Content-Length", length)),
            Some(("Connection", if stays { "keep-alive" } else { "close" })),
        ];
        let fields = ALWAYS.into_iter().chain(own).chain(ending.into_iter().flatten());
        // A value of a file name or an address never ends its line.
        let fields = fields.filter(|(_, value)| !value.contains(['\r', '\n', '\0']));
        let lines: String =
            fields.flat_map(|(name, value)| [name, ": ", value, "\r\n"]).collect();
        let text =
            format!("HTTP/1.1 {} {}\r\n{lines}\r\n", answer.status, reason(answer.status));
        self.stream.write_all(text.as_bytes())?;
        if bare {
            return Ok(());
        }
        match answer.body {
            Body::Words(words) => self.stream.write_all(words.as_bytes()),
            Body::Bytes(bytes) => self.stream.write_all(&bytes),
            Body::Stretch { mut file, first, length } => {
                file.seek(SeekFrom::Start(first))?;
                let sent = io::copy(&mut file.take(length), &mut self.stream)?;
                // A file that became shorter: the client must not take it for whole.
                if sent == length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
            }
        }
    }

    /// Ends the connection so that the client still gets what was sent.
    pub(super) fn close(mut self) {
        drop(self.stream.shutdown(std::net::Shutdown::Write));
        // Unread bytes would turn the end into a reset, which throws the answer away.
        let start = Instant::now();
        let mut rest = [0; 4096];
        while start.elapsed() < TICK && self.stream.read(&mut rest).is_ok_and(|count| count > 0)
        {
        }
    }
}

fn is_silence(error: &io::Error) -> bool {
    use io::ErrorKind::{Interrupted, TimedOut, WouldBlock};
    matches!(error.kind(), Interrupted | TimedOut | WouldBlock)
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, b"\r\n\r\n").map(|at| at.saturating_add(4))
}

/// Reads a head, or gives the status with which it is refused.
fn parse(bytes: &[u8]) -> Result<Head, u16> {
    let text = std::str::from_utf8(bytes).map_err(|_| 400_u16)?;
    let mut lines = text.trim_end_matches("\r\n").split("\r\n");
    let first = lines.next().unwrap_or_default();
    let &[method, target, version] = first.split(' ').collect::<Vec<_>>().as_slice() else {
        return Err(400);
    };
    let modern = match version {
        "HTTP/1.1" => true,
        "HTTP/1.0" => false,
        _ => return Err(505),
    };
    let mut fields = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':').ok_or(400_u16)?;
        let strange = |c: char| c.is_control() && c != '\t';
        if name.is_empty() || !name.bytes().all(is_token) || value.contains(strange) {
            return Err(400);
        }
        fields.push((name.to_owned(), value.trim().to_owned()));
        if fields.len() > FIELDS_MAX {
            return Err(431);
        }
    }
    let method = match method {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        _ if !method.is_empty() && method.bytes().all(is_token) => Method::Other,
        _ => return Err(400),
    };
    let mut connection =
        fields.iter().filter(|(name, _)| name.eq_ignore_ascii_case("Connection"));
    let closes = connection.any(|(_, value)| value.to_ascii_lowercase().contains("close"));
    let stays = modern && !closes && method != Method::Other;
    Ok(Head { method, target: target.to_owned(), fields, stays })
}

/// Letters that a name of a field or a method may have (RFC 9110, section 5.6.2).
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        414 => "URI Too Long",
        416 => "Range Not Satisfiable",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Answer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(head: &str, status: u16) {
        assert_eq!(parse(head.as_bytes()), Err(status), "{head:?}");
    }

    #[test]
    fn a_plain_head_is_read() {
        let head = parse(b"GET /a?b HTTP/1.1\r\nHost: x\r\nX-A:  b c \r\n\r\n").unwrap();
        assert_eq!(
            (head.method, head.target.as_str(), head.stays),
            (Method::Get, "/a?b", true)
        );
        let fields = [("Host", "x"), ("X-A", "b c")].map(|(n, v)| (n.to_owned(), v.to_owned()));
        assert_eq!(head.fields, fields);
        assert!(!parse(b"GET / HTTP/1.0\r\n\r\n").unwrap().stays);
        assert!(!parse(b"GET / HTTP/1.1\r\nconnection: Close\r\n\r\n").unwrap().stays);
        assert_eq!(parse(b"PUT / HTTP/1.1\r\n\r\n").unwrap().method, Method::Other);
    }

    #[test]
    fn whatever_two_readers_might_take_differently_is_refused() {
        refused("GET  / HTTP/1.1\r\n\r\n", 400);
        refused("GET / HTTP/1.1 \r\n\r\n", 400);
        refused("GET /\r\n\r\n", 400);
        refused("GET / HTTP/2\r\n\r\n", 505);
        refused("G T / HTTP/1.1\r\n\r\n", 400);
        refused("(GET) / HTTP/1.1\r\n\r\n", 400);
        refused("GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400);
        refused("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400);
        refused("GET / HTTP/1.1\r\nHost: x\nEvil: y\r\n\r\n", 400);
        refused("GET / HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n", 400);
        refused("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400);
        refused(&format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(101)), 431);
        assert_eq!(parse(b"GET /\xff HTTP/1.1\r\n\r\n"), Err(400));
    }
}
