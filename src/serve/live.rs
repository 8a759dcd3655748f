//! The channel by which open pages learn of changes.
//!
//! A page carries a script of ours ([`Channel::dress`]) that asks what is new and
//! is answered when something is, or after [`WAIT`]. The answer holds the hash of
//! the page as it lies there now, and the hash of the same without its style
//! sheets, so that the page knows by itself whether it must be loaded again, only
//! put on another style, or nothing; and the [news](super::overlay) for the
//! overlay. Which page asked last is remembered: it is rendered first.
//!
//! Waits without a thread of its own; at most [`WAITING`] pages wait at once.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::serve::answer::{self, Answer, Body};
use crate::serve::gate::Ask;
use crate::serve::mime;
use crate::serve::target;
use crate::source::Hash;
use crate::text::html;

/// Where the script and the answers stand; no page of a catalogue begins so.
const FOLDER: &str = "/_dacsan/";

/// The script of open pages.
const SCRIPT: &str = include_str!("live.js");

/// How long a page waits for news.
const WAIT: Duration = Duration::from_secs(20);

/// How often it is asked whether the server stops.
const TICK: Duration = Duration::from_millis(150);

/// Pages that may wait at one time.
const WAITING: usize = 48;

/// Most bytes of a page that gets the script.
const PAGE_MAX: u64 = 16 << 20;

/// What is new, for every open page.
#[derive(Debug)]
pub struct Channel {
    session: String,
    state: Mutex<State>,
    changed: Condvar,
    waiting: AtomicUsize,
}

#[derive(Debug)]
struct State {
    version: u64,
    news: Arc<serde_json::Value>,
    looked_at: Option<String>,
    /// Pages that are newer than those on the disk, by their path below the folder.
    fresh: BTreeMap<String, String>,
}

impl Channel {
    /// A channel; pages of another session load themselves again.
    pub fn new(session: impl Into<String>) -> Self {
        let state = State {
            version: 0,
            news: Arc::new(json!(null)),
            looked_at: None,
            fresh: BTreeMap::new(),
        };
        Self {
            session: session.into(),
            state: Mutex::new(state),
            changed: Condvar::new(),
            waiting: AtomicUsize::new(0),
        }
    }

    /// The state is plain data and whole after every step: a panic elsewhere cannot spoil it.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells every open page.
    pub fn tell(&self, news: serde_json::Value) {
        let mut state = self.state();
        state.version = state.version.saturating_add(1);
        state.news = Arc::new(news);
        drop(state);
        self.changed.notify_all();
    }

    /// Answers these pages from memory from now on.
    pub fn show(&self, pages: Vec<(String, Vec<u8>)>) {
        let pages = pages.into_iter();
        let pages =
            pages.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
        self.state().fresh.extend(pages);
    }

    /// The pages that are answered from memory.
    pub fn fresh_pages(&self) -> Vec<(String, Vec<u8>)> {
        let pages = self.state();
        let pages = pages.fresh.iter();
        pages.map(|(path, html)| (path.clone(), html.clone().into_bytes())).collect()
    }

    /// Tells every open page; all pages are on the disk now.
    pub fn settle(&self, news: serde_json::Value) {
        self.state().fresh.clear();
        self.tell(news);
    }

    /// A page that is newer than the one on the disk.
    fn fresh(&self, address: &str) -> Option<String> {
        let target = target::parse(address).ok()?;
        let path = match (target.path.as_str(), target.folder) {
            ("", _) => "index.html".to_owned(),
            (path, true) => format!("{path}/index.html"),
            (path, false) => path.to_owned(),
        };
        self.state().fresh.get(&path).cloned()
    }

    /// Address of the page that asked last, as the browser writes it.
    pub fn looked_at(&self) -> Option<String> {
        self.state().looked_at.clone()
    }

    /// The answer to a request of our script, or for a page that is newer than the one on
    /// the disk; `None` for every other address.
    pub(super) fn answer(
        &self,
        folder: &Path,
        ask: &Ask<'_>,
        stop: &dyn Fn() -> bool,
    ) -> Option<Answer> {
        let Some(rest) = ask.target.strip_prefix(FOLDER) else {
            let html = self.fresh(ask.target)?;
            let fields = vec![("Content-Type", mime::of("index.html").to_owned())];
            return Some(Answer {
                status: 200,
                fields,
                body: Body::Words(self.with_script(&html, true)),
            });
        };
        let (name, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some(match name {
            "live.js" => {
                Answer::made("text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec())
            }
            "news" => self.wait(folder, query, stop),
            _ => Answer::words(404, "không có trang này / no such page"),
        })
    }

    fn wait(&self, folder: &Path, query: &str, stop: &dyn Fn() -> bool) -> Answer {
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
        };
        let seen = value("seen").and_then(|seen| seen.parse::<u64>().ok());
        let path = value("path").map(|path| percent_encoding::percent_decode_str(path));
        let path = path.and_then(|path| path.decode_utf8().ok()).unwrap_or_default();
        let start = Instant::now();
        let crowded = self.waiting.fetch_add(1, Ordering::Relaxed) >= WAITING;
        let mut state = self.state();
        state.looked_at = Some(path.clone().into_owned());
        while Some(state.version) == seen && !crowded && !stop() && start.elapsed() < WAIT {
            let waited = self.changed.wait_timeout(state, TICK);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        let (version, news) = (state.version, Arc::clone(&state.news));
        drop(state);
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        if crowded {
            return Answer::words(503, "quá nhiều trang đang mở / too many open pages");
        }
        let page = self.fresh(&path).or_else(|| answer::page(folder, &path));
        let page = page.map(|html| Looks::of(&html));
        let told = json!({
            "session": self.session,
            "version": version,
            "page": page.as_ref().map(|page| &page.whole),
            "body": page.as_ref().map(|page| &page.bare),
            "styles": page.as_ref().map(|page| &page.styles),
            "news": *news,
        });
        Answer::made("application/json; charset=utf-8", told.to_string().into_bytes())
    }

    /// The same answer; a whole page gets the script.
    pub(super) fn dress(&self, answer: Answer) -> Answer {
        let is_html = |(name, value): &(&str, String)| {
            *name == "Content-Type" && value.starts_with("text/html")
        };
        let whole = matches!(answer.status, 200 | 404) && answer.fields.iter().any(is_html);
        match answer.body {
            Body::Stretch { file, first: 0, length } if whole && length <= PAGE_MAX => {
                let mut html = String::new();
                if file.take(length).read_to_string(&mut html).is_err() {
                    return Answer::words(500, "không đọc được trang / cannot read the page");
                }
                // With the script it is another page than the one that the tag names.
                let fields =
                    answer.fields.into_iter().filter(|(name, _)| *name == "Content-Type");
                let (status, fields) = (answer.status, fields.collect());
                let body = Body::Words(self.with_script(&html, status == 200));
                Answer { status, fields, body }
            }
            // Before the first build there are no pages at all: wait here for them.
            Body::Words(words) if answer.status == 404 => {
                let html = format!(
                    "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>dacsan</title></head>\n\
                     <body><p>{}</p></body></html>\n",
                    html::escape(words.trim())
                );
                let fields = vec![("Content-Type", mime::of("index.html").to_owned())];
                Answer {
                    status: 404,
                    fields,
                    body: Body::Words(self.with_script(&html, false)),
                }
            }
            body => Answer { body, ..answer },
        }
    }

    /// A page with the script; what only says that there is no page is none to it.
    fn with_script(&self, html: &str, is_page: bool) -> String {
        let looks = if is_page { Looks::of(html) } else { Looks::default() };
        let version = self.state().version;
        let script = format!(
            "<script src=\"{FOLDER}live.js\" defer data-session=\"{}\" data-version=\"{version}\" \
             data-page=\"{}\" data-body=\"{}\"></script>\n",
            self.session, looks.whole, looks.bare
        );
        match html.find("</head>") {
            Some(at) => {
                let (before, after) = html.split_at(at);
                format!("{before}{script}{after}")
            }
            None => format!("{html}{script}"),
        }
    }
}

/// What can be told of a page without showing it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Looks {
    /// Hash of all of it.
    whole: String,
    /// Hash without its style sheets.
    bare: String,
    /// Addresses of its style sheets.
    styles: Vec<String>,
}

impl Looks {
    fn of(html: &str) -> Self {
        let (mut bare, mut styles) = (String::with_capacity(html.len()), Vec::new());
        let mut rest = html;
        while let Some((before, after)) = rest.split_once("<link ") {
            bare.push_str(before);
            let (link, tail) = after.split_once('>').unwrap_or((after, ""));
            if link.contains("rel=\"stylesheet\"") {
                let href = link.split_once("href=\"").and_then(|(_, it)| it.split_once('"'));
                styles.extend(href.map(|(href, _)| href.to_owned()));
            } else {
                bare.push_str(link);
            }
            rest = tail;
        }
        bare.push_str(rest);
        let hash = |text: &str| Hash::of(text.as_bytes()).short();
        Self { whole: hash(html), bare: hash(&bare), styles }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_no_part_of_the_bare_page() {
        let one =
            Looks::of("<head><link rel=\"stylesheet\" href=\"a.css\"><link rel=\"icon\">x");
        let two =
            Looks::of("<head><link rel=\"stylesheet\" href=\"b.css\"><link rel=\"icon\">x");
        assert_ne!(one.whole, two.whole);
        assert_eq!(one.bare, two.bare);
        assert_eq!(
            (one.styles, two.styles),
            (vec!["a.css".to_owned()], vec!["b.css".to_owned()])
        );
        let three =
            Looks::of("<head><link rel=\"stylesheet\" href=\"a.css\"><link rel=\"icon\">y");
        assert_ne!(three.bare, two.bare);
    }

    #[test]
    fn the_script_stands_at_the_end_of_the_head_or_of_a_page_without_one() {
        let channel = Channel::new("s");
        channel.tell(json!({}));
        let html = channel.with_script("<head></head><p>", true);
        assert!(html.starts_with(
            "<head><script src=\"/_dacsan/live.js\" defer data-session=\"s\" data-version=\"1\""
        ));
        assert!(html.ends_with("</script>\n</head><p>"));
        assert!(channel.with_script("<p>", true).starts_with("<p><script"));
        // Nothing is there yet: the script must not take the words for the page.
        let nothing = channel.with_script("<p>", false);
        assert!(nothing.contains("data-page=\"\" data-body=\"\""), "{nothing}");
    }

    #[test]
    fn who_has_seen_all_waits_and_who_has_not_is_answered_at_once() {
        let channel = Channel::new("s");
        let nowhere = Path::new("khong-co");
        let text = |answer: Answer| match answer.body {
            Body::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
            other => panic!("{other:?}"),
        };
        channel.tell(json!({"a": 1}));
        let told = text(channel.wait(nowhere, "seen=0&path=%2Fa%2F", &|| false));
        assert!(
            told.contains("\"news\":{\"a\":1}") && told.contains("\"page\":null"),
            "{told}"
        );
        assert_eq!(channel.looked_at().as_deref(), Some("/a/"));
        // Stopped: it does not wait on.
        let told = text(channel.wait(nowhere, "seen=1&path=/b/", &|| true));
        assert!(told.contains("\"version\":1"), "{told}");
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| text(channel.wait(nowhere, "seen=1", &|| false)));
            channel.tell(json!(2));
            assert!(waiting.join().unwrap().contains("\"version\":2"));
        });
    }
}
