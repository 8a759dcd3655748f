//! The wire: `tiny_http`'s requests to our [`Ask`], our [`Answer`] to its responses.
//!
//! The library reads header fields without a limit of time and would, on
//! dropping a request, set aside as many bytes as its `Content-Length` claims.
//! So a request with a body is answered on a thread of its own, and one that
//! claims more than [`CLAIM_MAX`] is never dropped but forgotten with its
//! connection. All that is decided about a request stands in [`super::gate`]
//! and [`super::answer`]; this file only carries.

use std::io::{self, Read, Seek as _, SeekFrom};
use std::path::Path;
use std::thread;

use tiny_http::{Header, Request, Response, StatusCode};

use crate::serve::answer::{self, Answer, Body};
use crate::serve::gate::{self, Ask, Method};

/// Most bytes of a refused body that are read to be thrown away.
const CLAIM_MAX: usize = 1 << 20;

/// Fields of every answer.
const ALWAYS: [(&str, &str); 5] = [
    ("Server", "dacsan"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-cache"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// Answers one request; a client that went away is no failure.
pub fn carry(request: Request, folder: &Path, host: &str) {
    let fields: Vec<(String, String)> = request
        .headers()
        .iter()
        .map(|field| (field.field.to_string(), field.value.to_string()))
        .collect();
    let method = match request.method() {
        tiny_http::Method::Get => Method::Get,
        tiny_http::Method::Head => Method::Head,
        _ => Method::Other,
    };
    let target = request.url().to_owned();
    let ask = Ask { method, target: &target, fields: &fields };
    match gate::admit(&ask, host) {
        Ok(()) => respond(request, answer::answer(folder, &ask)),
        Err(refusal) => turn_away(request, refusal),
    }
}

fn turn_away(request: Request, refusal: gate::Refusal) {
    let answer = Answer::refused(refusal);
    match request.body_length() {
        None | Some(0) => respond(request, answer),
        Some(claim) if claim > CLAIM_MAX => std::mem::forget(request),
        // The rest of the body may be long in coming: the workers do not wait for it.
        Some(_) => drop(thread::spawn(move || respond(request, answer))),
    }
}

fn respond(request: Request, answer: Answer) {
    let Ok((length, reader)) = open(answer.body) else {
        return drop(request.respond(Response::empty(StatusCode(500))));
    };
    let own = answer.fields.iter().map(|(name, value)| (*name, value.as_str()));
    let fields = ALWAYS.into_iter().chain(own);
    let headers =
        fields.filter_map(|(name, value)| Header::from_bytes(name, value).ok()).collect();
    let response = Response::new(StatusCode(answer.status), headers, reader, length, None)
        .with_chunked_threshold(usize::MAX);
    drop(request.respond(response));
}

fn open(body: Body) -> io::Result<(Option<usize>, Box<dyn Read>)> {
    Ok(match body {
        Body::Words(words) => {
            (Some(words.len()), Box::new(io::Cursor::new(words.into_bytes())))
        }
        Body::Stretch { mut file, first, length } => {
            file.seek(SeekFrom::Start(first))?;
            (usize::try_from(length).ok(), Box::new(file.take(length)))
        }
    })
}
