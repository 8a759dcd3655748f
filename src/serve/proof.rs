//! Proofs: pages of a declared brochure as pictures, before they are printed.
//!
//! `/__brochure/<slug>/` shows them, and asks on for newer ones while it is open. The
//! desk lays them out: when somebody asks for the first time, and after every build while
//! somebody looks. A brochure that shows nothing of what was saved keeps its pages, and a page
//! that came out the same is not sent again. Without the press engine the address answers with
//! a sentence that tells how to get it.
//!
//! Never lays anything out itself, never writes.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::build::Proof;
use crate::model::failure::Failure;
use crate::serve::answer::Answer;
use crate::serve::target;
use crate::source::Hash;
use crate::text::html;
use crate::text::lang::Lang;

/// Where proofs stand; no page of a catalogue begins so.
const FOLDER: &str = "__brochure";

/// The script of the page, at an address that no brochure can have.
const SCRIPT: &str = include_str!("proof.js");

/// The look of the page.
const STYLE: &str = include_str!("proof.css");

/// How long a first look waits for the pages.
const PATIENCE: Duration = Duration::from_mins(2);

/// How long an open page waits for newer ones.
const WAIT: Duration = Duration::from_secs(15);

/// How long a brochure is laid out anew after the last time somebody asked for it.
const LOOKED_AT: Duration = Duration::from_mins(1);

/// How often it is asked whether the server stops.
const TICK: Duration = Duration::from_millis(150);

/// What was laid out, for everybody who looks.
#[derive(Debug, Default)]
pub struct Proofs {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Goes up with every build.
    round: u64,
    /// When each brochure was asked for last.
    asked: BTreeMap<String, Instant>,
    made: BTreeMap<String, Made>,
}

/// The pages of a brochure, with the round for which they hold.
#[derive(Debug, Clone)]
struct Made {
    round: u64,
    shown: Arc<Shown>,
}

/// What is shown of a brochure.
#[derive(Debug)]
enum Shown {
    Pages {
        key: Hash,
        title: String,
        /// Words about the pages, ready to be shown.
        remarks: Vec<String>,
        /// Tag and drawing of each.
        pages: Vec<(String, String)>,
    },
    /// Why there are none.
    Words(String),
}

impl Proofs {
    /// The state is plain data and whole after every step: a panic elsewhere cannot spoil it.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was laid out before may be old now.
    pub fn outdate(&self) {
        let mut state = self.state();
        state.round = state.round.saturating_add(1);
    }

    /// A brochure that somebody looks at and whose pages may be old, with the key of those.
    pub fn next(&self) -> Option<(String, Option<Hash>)> {
        let mut state = self.state();
        let State { asked, made, round } = &mut *state;
        asked.retain(|_, at| at.elapsed() < LOOKED_AT);
        // Pages that nobody looks at any more are laid out again when somebody does.
        made.retain(|slug, _| asked.contains_key(slug));
        let round = *round;
        let old = |slug: &&String| made.get(*slug).is_none_or(|it| it.round != round);
        let slug = asked.keys().find(old)?.clone();
        let key = made.get(&slug).and_then(|made| match *made.shown {
            Shown::Pages { key, .. } => Some(key),
            Shown::Words(_) => None,
        });
        Some((slug, key))
    }

    /// Takes what the desk has made of a brochure; `None` where its pages are still right.
    pub fn put(&self, slug: &str, made: Result<Option<Proof>, Failure>, lang: Lang) {
        let mut state = self.state();
        let round = state.round;
        let shown = match made {
            Ok(Some(proof)) => Some(Shown::of(proof, lang)),
            Ok(None) => None,
            Err(failure) => Some(Shown::Words(failure.render(lang))),
        };
        match (shown.map(Arc::new), state.made.get_mut(slug)) {
            (Some(shown), _) => {
                state.made.insert(slug.to_owned(), Made { round, shown });
            }
            (None, Some(made)) => made.round = round,
            (None, None) => {}
        }
        drop(state);
        self.changed.notify_all();
    }

    /// The answer to an address of ours; `None` for every other.
    pub(super) fn answer(&self, target: &str, stop: &dyn Fn() -> bool) -> Option<Answer> {
        let target = target::parse(target).ok()?;
        let mut parts = target.path.split('/');
        if parts.next() != Some(FOLDER) {
            return None;
        }
        let missing = || Answer::words(404, "không có trang này / no such page");
        Some(match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Answer::words(
                404,
                "gõ tên ấn phẩm vào sau: /__brochure/ten-an-pham/ / put the name of a brochure behind it",
            ),
            (Some("-"), Some("proof.js"), None) => {
                Answer::made("text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec())
            }
            (Some(_), None, None) if !target.folder => Answer::words(
                301,
                "xem địa chỉ có gạch chéo cuối / see the address with a slash",
            )
            .with("Location", &target.with_slash()),
            (Some(slug), None, None) => self.page(slug, stop),
            (Some(slug), Some("news"), None) => {
                let query = target.query.as_deref().unwrap_or_default();
                self.news(slug, query.strip_prefix("seen="), stop)
            }
            (Some(slug), Some(name), None) => self.picture(slug, name).unwrap_or_else(missing),
            _ => missing(),
        })
    }

    /// Waits until the brochure's pages are those of the last build.
    fn wait(
        &self,
        slug: &str,
        patience: Duration,
        enough: &dyn Fn(&Made, u64) -> bool,
        stop: &dyn Fn() -> bool,
    ) -> Option<Arc<Shown>> {
        let start = Instant::now();
        let mut state = self.state();
        loop {
            state.asked.insert(slug.to_owned(), Instant::now());
            if let Some(made) = state.made.get(slug).filter(|it| enough(it, state.round)) {
                return Some(Arc::clone(&made.shown));
            }
            if stop() || start.elapsed() > patience {
                return state.made.get(slug).map(|made| Arc::clone(&made.shown));
            }
            let waited = self.changed.wait_timeout(state, TICK);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn page(&self, slug: &str, stop: &dyn Fn() -> bool) -> Answer {
        let fresh = |made: &Made, round| made.round == round;
        match self.wait(slug, PATIENCE, &fresh, stop).as_deref() {
            Some(shown @ Shown::Pages { .. }) => {
                Answer::made("text/html; charset=utf-8", page(slug, shown).into_bytes())
            }
            Some(Shown::Words(words)) => Answer::words(501, words.trim()),
            None => Answer::words(503, "chưa dàn trang xong / not laid out yet"),
        }
    }

    fn news(&self, slug: &str, seen: Option<&str>, stop: &dyn Fn() -> bool) -> Answer {
        let new = |made: &Made, _| Some(made.shown.tag().as_str()) != seen;
        let shown = self.wait(slug, WAIT, &new, stop);
        let told = match shown.as_deref() {
            Some(shown @ Shown::Pages { pages, remarks, .. }) => json!({
                "key": shown.tag(),
                "pages": pages.iter().map(|(tag, _)| tag).collect::<Vec<_>>(),
                "words": remarks,
            }),
            Some(shown @ Shown::Words(words)) => {
                json!({"key": shown.tag(), "pages": null, "words": [words.trim()]})
            }
            None => json!({"key": seen, "pages": null, "words": []}),
        };
        Answer::made("application/json; charset=utf-8", told.to_string().into_bytes())
    }

    /// "3.svg": the drawing of the third page.
    fn picture(&self, slug: &str, name: &str) -> Option<Answer> {
        let number: usize = name.strip_suffix(".svg")?.parse().ok()?;
        let shown = Arc::clone(&self.state().made.get(slug)?.shown);
        let Shown::Pages { pages, .. } = &*shown else { return None };
        let (_, svg) = pages.get(number.checked_sub(1)?)?;
        Some(Answer::made("image/svg+xml", svg.clone().into_bytes()))
    }
}

impl Shown {
    fn of(proof: Proof, lang: Lang) -> Self {
        let remarks = proof.remarks.iter().map(|(dossier, text)| match dossier.as_str() {
            "" => text.get(lang).to_owned(),
            dossier => format!("{dossier}: {}", text.get(lang)),
        });
        Self::Pages {
            key: proof.key,
            title: proof.title,
            remarks: remarks.collect(),
            pages: proof
                .pages
                .into_iter()
                .map(|svg| (Hash::of(svg.as_bytes()).tag(), svg))
                .collect(),
        }
    }

    /// Tells what is shown from what was shown before.
    fn tag(&self) -> String {
        match self {
            Self::Pages { key, .. } => key.tag(),
            Self::Words(words) => Hash::of(words.as_bytes()).tag(),
        }
    }
}

/// The page around the pictures.
fn page(slug: &str, shown: &Shown) -> String {
    let Shown::Pages { title, remarks, pages, .. } = shown else { return String::new() };
    let (slug, title) = (html::escape(slug), html::escape(title));
    let pictures = (1_usize..).zip(pages).map(|(n, (tag, _))| {
        format!("<li><img src=\"{n}.svg?{tag}\" alt=\"Trang {n}\" loading=\"lazy\"></li>")
    });
    let pictures = pictures.collect::<Vec<_>>().join("\n");
    let words = remarks.iter().map(|it| format!("<li>{}</li>", html::escape(it)));
    let words = words.collect::<Vec<_>>().join("\n");
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} – bản dàn trang</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header><h1>{title}</h1>\n<p><span id=\"count\">{}</span> trang · \
         <a href=\"/an-pham/{slug}/\">bản in từ trình duyệt</a> · PDF: <code>dacsan brochure {slug}</code></p>\n\
         <ul id=\"words\">\n{words}</ul></header>\n\
         <main><ol id=\"pages\" data-seen=\"{}\">\n{pictures}</ol></main>\n\
         <script src=\"/{FOLDER}/-/proof.js\"></script>\n</body>\n</html>\n",
        pages.len(),
        shown.tag(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::answer::Body;
    use crate::text::lang::Text;

    fn proof(pages: &[&str]) -> Proof {
        Proof {
            key: Hash::of(pages.concat().as_bytes()),
            title: "Đặc sản <An Giang>".to_owned(),
            pages: pages.iter().map(|it| (*it).to_owned()).collect(),
            remarks: vec![("a.md".to_owned(), Text::new("ảnh thô", "coarse"))],
        }
    }

    /// Asks while a desk answers once.
    fn asked(proofs: &Proofs, address: &str, made: Result<Option<Proof>, Failure>) -> Answer {
        std::thread::scope(|scope| {
            let answer = scope.spawn(|| proofs.answer(address, &|| false));
            let (slug, _) = loop {
                if let Some(next) = proofs.next() {
                    break next;
                }
                std::thread::yield_now();
            };
            proofs.put(&slug, made, Lang::Vi);
            answer.join().expect("an answer").expect("ours")
        })
    }

    fn text(answer: Answer) -> String {
        match answer.body {
            Body::Words(words) => words,
            Body::Bytes(bytes) => String::from_utf8(bytes).expect("text"),
            Body::Stretch { .. } => String::new(),
        }
    }

    #[test]
    fn pages_are_shown_as_pictures_with_what_is_to_be_said() {
        let proofs = Proofs::default();
        let answer =
            asked(&proofs, "/__brochure/an-giang/", Ok(Some(proof(&["<svg/>", "<b/>"]))));
        assert_eq!(answer.status, 200);
        let html = text(answer);
        assert!(html.contains("Đặc sản &lt;An Giang&gt;"), "{html}");
        assert!(html.contains("src=\"2.svg?") && html.contains("a.md: ảnh thô"), "{html}");
        let picture = proofs.answer("/__brochure/an-giang/2.svg?x", &|| false).expect("ours");
        assert_eq!((picture.status, text(picture)), (200, "<b/>".to_owned()));
        for address in
            ["/__brochure/an-giang/3.svg", "/__brochure/an-giang/0.svg", "/__brochure"]
        {
            assert_eq!(
                proofs.answer(address, &|| false).expect("ours").status,
                404,
                "{address}"
            );
        }
        assert!(proofs.answer("/an-pham/an-giang/", &|| false).is_none());
    }

    #[test]
    fn an_open_page_is_told_of_what_changed_and_of_nothing_else() {
        let proofs = Proofs::default();
        let html = text(asked(&proofs, "/__brochure/a/", Ok(Some(proof(&["1", "2"])))));
        let (_, rest) = html.split_once("data-seen=\"").expect("a mark");
        let news =
            format!("/__brochure/a/news?seen={}", rest.split('"').next().expect("a mark"));
        proofs.outdate();
        let (slug, key) = proofs.next().expect("somebody looks");
        assert_eq!((slug.as_str(), key), ("a", Some(proof(&["1", "2"]).key)));
        // The same pages: the next ones are waited for.
        proofs.put("a", Ok(None), Lang::Vi);
        assert!(proofs.next().is_none());
        proofs.outdate();
        let told = text(asked(&proofs, &news, Ok(Some(proof(&["1", "3"])))));
        let told: serde_json::Value = serde_json::from_str(&told).expect("news");
        let tag = |page: &str| Hash::of(page.as_bytes()).tag();
        assert_eq!(told["pages"], json!([tag("1"), tag("3")]));
    }

    #[test]
    fn why_there_are_none_is_told_in_words() {
        let proofs = Proofs::default();
        let failure = Failure::usage("không có ấn phẩm `x`", "there is no brochure `x`");
        let answer = asked(&proofs, "/__brochure/x/", Err(failure));
        assert_eq!(answer.status, 501);
        assert!(text(answer).contains("không có ấn phẩm `x`"));
    }
}
