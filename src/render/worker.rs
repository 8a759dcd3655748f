//! The service worker at the site's root: what it keeps stands in front of the theme's text.
//!
//! It changes only with the files that every visitor needs, never with a
//! dossier, so visitors do not fetch a new one for each edit. A catalogue that
//! wants none publishes one that takes itself away, because browsers keep a
//! worker whose file is gone.
//!
//! Pure.

use crate::derive::route::Target;
use crate::render::search;
use crate::render::view::Supply;
use crate::source::Hash;
use crate::text::lang::Lang;

/// Where it stands.
pub const PATH: &str = "sw.js";

/// Pages that work without a signal from the first visit on.
const PAGES: [Target; 3] = [Target::Home, Target::Search, Target::Shortlist];

/// The text of the worker.
pub fn worker(supply: &Supply<'_>) -> String {
    let text = supply.theme.worker();
    let shell = supply.catalogue.settings.offline.then(|| shell(supply));
    let json = serde_json::to_string(&shell).unwrap_or_else(|_| "null".to_owned());
    let build = Hash::of(format!("{json}{text}").as_bytes()).tag();
    let lost = supply.route(Target::Search).unwrap_or_default();
    let index = search::FOLDER;
    format!(
        "const BUILD = \"{build}\";\nconst INDEX = \"{index}/\";\nconst LOST = \"{lost}\";\n\
         const SHELL = {json};\n\n{text}"
    )
}

/// Style sheets, scripts, and the pages in every language.
fn shell(supply: &Supply<'_>) -> Vec<String> {
    let named = supply.theme.fingerprinted_paths().into_iter();
    let files = named.filter(|path| !path.contains(".classic.")).map(str::to_owned);
    let languages = supply.catalogue.settings.languages.iter();
    let pages = languages.flat_map(|lang: &Lang| {
        let routes = &supply.site.routes;
        PAGES.iter().filter_map(|page| routes.of(*page, *lang).map(str::to_owned))
    });
    files.chain(pages).collect()
}
