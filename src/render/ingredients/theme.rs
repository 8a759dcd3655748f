//! Files of the theme and reference data behind a page.
//!
//! A file of the site's own theme stands before the one of the program; words
//! are laid over each other, so both count. Templates are followed through all
//! that they extend, include and call.
//!
//! Pure: looks at names in the tree, never at the disk.

use std::collections::BTreeSet;

use super::{Cook, Source};
use crate::render::default_theme;
use crate::render::theme::WORDS;
use crate::text::lang::Lang;

impl Cook<'_> {
    pub(super) fn words(self, lang: Lang) -> Vec<Source> {
        // Words that a language lacks are taken from the Vietnamese ones.
        let of = |lang: Lang| format!("i18n/{}.yaml", lang.code());
        let langs: BTreeSet<Lang> = [lang, Lang::Vi].into();
        langs.into_iter().flat_map(|lang| self.layers(&of(lang))).collect()
    }

    pub(super) fn reference(self) -> Vec<Source> {
        let one = |name: &str| {
            let stem = format!("content/reference/{name}");
            let endings = ["yaml", "yml"].map(|ending| format!("{stem}.{ending}"));
            let own = endings.iter().find(|path| self.sources.tree.find(path).is_some());
            let [default, _] = &endings;
            Source { path: own.unwrap_or(default).clone(), built_in: own.is_none() }
        };
        vec![one("provinces"), one("schemes")]
    }

    pub(super) fn fingerprinted(self) -> Vec<Source> {
        let names = self.sources.theme.fingerprinted_sources();
        names.into_iter().flat_map(|name| self.static_files(name)).collect()
    }

    /// Behind a static file: itself, or the words that it holds.
    pub(super) fn static_files(self, name: &str) -> Vec<Source> {
        match name {
            WORDS => Lang::ALL.into_iter().flat_map(|lang| self.words(lang)).collect(),
            _ => vec![self.theme_file(&format!("static/{name}"))],
        }
    }

    /// Path of a file of the site's own theme.
    fn own_path(self, path: &str) -> String {
        format!("themes/{}/{path}", self.sources.catalogue.settings.theme)
    }

    /// The file of the theme that counts: the site's own, else the one of the program.
    pub(super) fn theme_file(self, path: &str) -> Source {
        let own = self.own_path(path);
        match self.sources.tree.find(&own) {
            Some(_) => Source { path: own, built_in: false },
            None => built_in(path),
        }
    }

    /// The file of the program with the site's own over it, key by key.
    fn layers(self, path: &str) -> Vec<Source> {
        let own = self.own_path(path);
        let there = self.sources.tree.find(&own).is_some();
        let own = there.then_some(Source { path: own, built_in: false });
        own.into_iter().chain([built_in(path)]).collect()
    }

    pub(super) fn theme_text(self, path: &str) -> Option<String> {
        if let Some(file) = self.sources.tree.find(&self.own_path(path)) {
            return self.sources.tree.text(file).map(str::to_owned);
        }
        default_text(path)
    }

    /// A template with its text; `default/<name>` is always the program's own.
    fn template(self, name: &str) -> (Source, Option<String>) {
        if let Some(name) = name.strip_prefix("default/") {
            let path = format!("templates/{name}");
            return (built_in(&path), default_text(&path));
        }
        let path = format!("templates/{name}");
        (self.theme_file(&path), self.theme_text(&path))
    }

    /// A template and all that it extends, includes and calls, in that order.
    pub(super) fn templates(self, first: &str) -> Vec<Source> {
        let mut found: Vec<Source> = Vec::new();
        let mut open = vec![first.to_owned()];
        while let Some(name) = open.pop() {
            let (source, text) = self.template(&name);
            let Some(text) = text.filter(|_| !found.contains(&source)) else { continue };
            found.push(source);
            open.extend(called(&text).into_iter().rev());
        }
        found
    }
}

fn built_in(path: &str) -> Source {
    Source { path: format!("themes/{}/{path}", default_theme::NAME), built_in: true }
}

fn default_text(path: &str) -> Option<String> {
    let (_, bytes) = default_theme::FILES.iter().find(|(known, _)| *known == path)?;
    Some(String::from_utf8_lossy(bytes).into_owned())
}

/// Names of the templates that a template extends, includes, and shows as parts
/// (`parts.bottom`); components (`{{ <name … /> }}`) all stand in one file.
fn called(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for tag in text.split("{%").skip(1) {
        let tag = tag.split("%}").next().unwrap_or("").trim_start_matches('-').trim_start();
        let quoted = ["extends", "include"].iter().find_map(|word| tag.strip_prefix(word));
        names.extend(quoted.and_then(|rest| rest.split('"').nth(1)).map(str::to_owned));
    }
    let parts = text.split("{{ parts.").skip(1);
    let parts = parts.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    names.extend(parts.map(|name| format!("{name}.html")));
    let calls = text
        .split("{{")
        .skip(1)
        .any(|rest| rest.trim_start_matches('-').trim_start().starts_with('<'));
    if calls || text.contains("{% <") {
        names.push("components.html".to_owned());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_followed_through_extends_includes_and_components() {
        let text = "{%- extends \"base.html\" %}{% block x %}{{ <icon name=\"a\" /> }}\
                    {% include \"card.html\" %}{{ title }}{% endblock %}";
        assert_eq!(called(text), ["base.html", "card.html", "components.html"]);
        assert_eq!(called("<p>{{ parts.bottom | safe }}"), ["bottom.html"]);
        assert_eq!(called("{{ a < b }}"), Vec::<String>::new());
    }
}
