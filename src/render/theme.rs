//! Theme: templates, words, drawings and static files.
//!
//! The default theme is compiled in; a site's theme under `themes/<name>/` may
//! replace any single file of it, and its words key by key. Templates are
//! compiled once; a template of the site may extend the one it replaces as
//! `default/<name>`.
//!
//! Never reads the disk: the tree has read the files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{Context, Kwargs, State, Tera, Value};

use crate::diag::span::FileId;
use crate::model::failure::Failure;
use crate::parse::flat;
use crate::plan::STATIC;
use crate::render::default_theme;
use crate::render::script;
use crate::render::words::Words;
use crate::source::{Hash, Tree};
use crate::text::lang::Lang;

/// Colours of a woven cover: ground, second, third, accent, ecru.
pub type Weave = [String; 5];

/// Files whose address carries their hash because pages name them; scripts all do.
const FINGERPRINTED: [&str; 4] = ["style.css", "tools.css", "print.css", "favicon.svg"];

/// Script with the words of scripts; made of `i18n/`.
pub const WORDS: &str = "words.js";

/// How the keys of those words begin.
const SCRIPT_WORDS: [&str; 2] = ["find.", "group."];

/// A static file of the theme.
#[derive(Debug, Clone)]
struct Asset {
    name: String,
    path: String,
    /// Names of the files of the theme that it is made of.
    made_of: Vec<String>,
    bytes: Vec<u8>,
}

/// A theme, ready to render.
pub struct Theme {
    engine: Tera,
    words: Arc<Words>,
    pictograms: BTreeMap<String, String>,
    weaves: BTreeMap<String, Weave>,
    assets: Vec<Asset>,
    worker: String,
    brochure: Files,
    fingerprint: Hash,
}

/// Bytes of the theme's files by their path within the theme.
type Files = BTreeMap<String, Vec<u8>>;

impl Theme {
    /// Loads the theme of that name over the default one.
    ///
    /// Fails with the engine's own report where a template cannot be compiled,
    /// and where a theme is named that has no folder.
    pub fn load(tree: &Tree, name: &str) -> Result<Self, Failure> {
        let own = own_files(tree, name)?;
        let files = merged(&own);
        let words = Arc::new(words(&own));
        let groups = flat::pairs(&text(&files, "theme.yaml"));
        let fingerprint = fingerprint(&files);
        Ok(Self {
            engine: engine(&own, &words)?,
            pictograms: pictograms(&files),
            weaves: weaves(&groups),
            assets: assets(&files, &words),
            worker: text(&files, "worker.js"),
            brochure: brochure(own.clone()),
            words,
            fingerprint,
        })
    }

    /// Words in both languages.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Drawing of a group within a square of 48; that of "other" where it has none.
    pub fn pictogram(&self, group: &str) -> &str {
        let own = self.pictograms.get(group).or_else(|| self.pictograms.get("other"));
        own.map_or("", String::as_str)
    }

    /// Colours of the covers of a group; `None` where the theme names none at all.
    pub fn weave(&self, group: &str) -> Option<&Weave> {
        self.weaves.get(group).or_else(|| self.weaves.get("other"))
    }

    /// What the service worker does.
    pub fn worker(&self) -> &str {
        &self.worker
    }

    /// Hash of everything that pages may see of the theme.
    pub fn fingerprint(&self) -> Hash {
        self.fingerprint
    }

    /// Output paths of the static files.
    pub fn asset_paths(&self) -> Vec<String> {
        self.assets.iter().map(|asset| asset.path.clone()).collect()
    }

    /// Output path of a static file by its name below `static/`.
    pub fn asset_path(&self, name: &str) -> Option<&str> {
        let asset = self.assets.iter().find(|asset| asset.name == name)?;
        Some(&asset.path)
    }

    fn fingerprinted(&self) -> impl Iterator<Item = &Asset> {
        self.assets.iter().filter(|asset| !asset.path.ends_with(&format!("/{}", asset.name)))
    }

    /// Output paths of the static files that carry their hash.
    pub fn fingerprinted_paths(&self) -> Vec<&str> {
        self.fingerprinted().map(|asset| asset.path.as_str()).collect()
    }

    /// Names below `static/` of the files that those are made of.
    pub fn fingerprinted_sources(&self) -> BTreeSet<&str> {
        self.fingerprinted().flat_map(|asset| &asset.made_of).map(String::as_str).collect()
    }

    /// Names below `static/` of the files that a static file is made of.
    pub fn asset_sources(&self, index: usize) -> &[String] {
        self.assets.get(index).map_or(&[], |asset| asset.made_of.as_slice())
    }

    /// Bytes of a static file by its name below `static/`.
    pub fn asset_named(&self, name: &str) -> Option<&[u8]> {
        let asset = self.assets.iter().find(|asset| asset.name == name)?;
        Some(&asset.bytes)
    }

    /// Bytes of a static file.
    pub fn asset(&self, index: usize) -> Option<&[u8]> {
        self.assets.get(index).map(|asset| asset.bytes.as_slice())
    }

    /// The site's own files for press PDFs, by their path within the theme.
    pub fn brochure_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.brochure.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Renders a template to the end of a buffer.
    pub fn render_into(
        &self,
        template: &str,
        context: &Context,
        out: &mut Vec<u8>,
    ) -> Result<(), Failure> {
        self.engine.render_to(template, context, out).map_err(|error| broken(&error))
    }

    /// Renders a template.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, Failure> {
        self.engine.render(template, context).map_err(|error| broken(&error))
    }
}

/// The files of the site's own theme, by their path within it.
fn own_files(tree: &Tree, name: &str) -> Result<Files, Failure> {
    let folder = format!("themes/{name}/");
    let below = tree
        .iter()
        .filter_map(|(id, file)| Some((file.path.strip_prefix(&folder)?.to_owned(), id)));
    let read = |(path, id): (String, FileId)| {
        let bytes = tree.bytes(id).map_err(|error| {
            Failure::io(
                "không đọc được tệp của giao diện",
                "cannot read a file of the theme",
                &path,
                &error,
            )
        })?;
        Ok((path, bytes))
    };
    let files: Files = below.map(read).collect::<Result<_, Failure>>()?;
    if files.is_empty() && name != default_theme::NAME {
        return Err(Failure::usage(
            format!("không có giao diện `{name}`"),
            format!("there is no theme `{name}`"),
        )
        .at(format!("themes/{name}"))
        .hint(
            format!(
                "sửa `theme` trong content/catalogue.yaml, ví dụ `{}`",
                default_theme::NAME
            ),
            format!(
                "correct `theme` in content/catalogue.yaml, for example `{}`",
                default_theme::NAME
            ),
        ));
    }
    Ok(files)
}

fn brochure(mut own: Files) -> Files {
    own.retain(|path, _| path.starts_with("brochure/"));
    own
}

fn merged(own: &Files) -> Files {
    let default = default_theme::FILES.iter();
    let mut files: Files =
        default.map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    files.extend(own.iter().map(|(path, bytes)| (path.clone(), bytes.clone())));
    files
}

fn text(files: &Files, path: &str) -> String {
    let bytes = files.get(path).map_or(&[][..], Vec::as_slice);
    String::from_utf8_lossy(bytes).into_owned()
}

/// Words of the default theme, then those of the site's own over them.
fn words(own: &Files) -> Words {
    let mut words = Words::default();
    for lang in Lang::ALL {
        let path = format!("i18n/{}.yaml", lang.code());
        let default = default_theme::FILES.iter().find(|(known, _)| *known == path);
        let default = default.map_or(&[][..], |(_, bytes)| bytes);
        words.add(lang, flat::pairs(&String::from_utf8_lossy(default)));
        words.add(lang, flat::pairs(&text(own, &path)));
    }
    words
}

fn pictograms(files: &Files) -> BTreeMap<String, String> {
    let drawings = files.keys().filter_map(|path| {
        let slug = path.strip_prefix("pictograms/")?.strip_suffix(".svg")?;
        Some((slug.to_owned(), text(files, path).trim().to_owned()))
    });
    drawings.collect()
}

/// Reads `groups.<slug>.weave.<n>`.
fn weaves(pairs: &[(String, String)]) -> BTreeMap<String, Weave> {
    let mut weaves: BTreeMap<String, Weave> = BTreeMap::new();
    for (key, colour) in pairs {
        let Some(rest) = key.strip_prefix("groups.") else { continue };
        let Some((slug, index)) = rest.split_once(".weave.") else { continue };
        let Some(index) = index.parse::<usize>().ok().filter(|_| is_colour(colour)) else {
            continue;
        };
        let weave = weaves.entry(slug.to_owned()).or_default();
        if let Some(place) = weave.get_mut(index) {
            place.clone_from(colour);
        }
    }
    weaves.retain(|_, weave| weave.iter().all(|colour| !colour.is_empty()));
    weaves
}

/// `#rgb` or `#rrggbb`: the colour goes into an attribute.
fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn assets(files: &Files, words: &Words) -> Vec<Asset> {
    let is_script = |name: &str| name.strip_suffix(".js").is_some_and(|it| !it.contains('/'));
    let own = || {
        let all = files.iter();
        all.filter_map(|(path, bytes)| Some((path.strip_prefix("static/")?, bytes)))
    };
    let sources = own()
        .filter(|(name, _)| is_script(name))
        .map(|(name, bytes)| (name.to_owned(), String::from_utf8_lossy(bytes).into_owned()))
        .chain([(WORDS.to_owned(), words.module(&SCRIPT_WORDS))]);
    let scripts = script::scripts(&sources.collect()).into_iter().map(|script| Asset {
        path: format!("{STATIC}/{}", script.named),
        name: script.name,
        made_of: script.made_of,
        bytes: script.text.into_bytes(),
    });
    let others = own().filter(|(name, _)| !is_script(name)).map(|(name, bytes)| Asset {
        name: name.to_owned(),
        path: asset_path(name, bytes),
        made_of: vec![name.to_owned()],
        bytes: bytes.clone(),
    });
    let mut assets: Vec<Asset> = others.chain(scripts).collect();
    assets.sort_by(|a, b| a.name.cmp(&b.name));
    assets
}

fn asset_path(name: &str, bytes: &[u8]) -> String {
    let named = name.rsplit_once('.').filter(|_| FINGERPRINTED.contains(&name));
    match named {
        Some((stem, ending)) => {
            let hash = Hash::of(bytes).tag();
            format!("{STATIC}/{stem}-{hash}.{ending}")
        }
        None => format!("{STATIC}/{name}"),
    }
}

fn fingerprint(files: &Files) -> Hash {
    let mut all = Vec::new();
    let seen = files.iter().filter(|(path, _)| !path.starts_with("static/"));
    for (path, bytes) in seen {
        all.extend_from_slice(path.as_bytes());
        all.push(0);
        all.extend_from_slice(Hash::of(bytes).as_bytes());
    }
    Hash::of(&all)
}

fn engine(own: &Files, words: &Arc<Words>) -> Result<Tera, Failure> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes(["theme/", "default/"]).map_err(|error| broken(&error))?;
    let said = Arc::clone(words);
    // Most words have no places to fill, and each is a value of the engine once.
    let plain = Lang::ALL.map(|lang| plain(&said, lang));
    tera.register_filter("t", move |key: &str, values: Kwargs, _: &State<'_>| {
        let lang = values.get::<&str>("lang")?.and_then(Lang::parse).unwrap_or_default();
        let [vi, en] = &plain;
        if let Some(value) = lang.pick((vi, en)).get(key).filter(|_| values.iter().count() == 1)
        {
            return Ok(value.clone());
        }
        translate(&said, lang, key, &values).map(Value::from)
    });
    let default = default_theme::FILES.iter().map(|(path, bytes)| (*path, *bytes));
    let default = default.filter_map(|(path, bytes)| template(path, bytes, "default/"));
    let own = own.iter().filter_map(|(path, bytes)| template(path, bytes, "theme/"));
    let all: Vec<(String, String)> = default.chain(own).collect();
    tera.add_raw_templates(all).map_err(|error| broken(&error))?;
    Ok(tera)
}

fn template(path: &str, bytes: &[u8], space: &str) -> Option<(String, String)> {
    let name = path.strip_prefix("templates/")?;
    Some((format!("{space}{name}"), String::from_utf8_lossy(bytes).into_owned()))
}

/// Words as they stand on pages where nothing is filled in.
fn plain(words: &Words, lang: Lang) -> BTreeMap<String, Value> {
    let all = words.keys(Lang::Vi).chain(words.keys(lang));
    all.map(|key| (key.to_owned(), Value::from(words.say(lang, key, &[])))).collect()
}

/// The filter `t`: `{{ "count.products" | t(lang=lang, n=3) }}`.
fn translate(
    words: &Words,
    lang: Lang,
    key: &str,
    values: &Kwargs,
) -> tera::TeraResult<String> {
    if words.get(lang, key).is_none() {
        let near = crate::diag::suggest::nearest(key, words.keys(Lang::Vi));
        let near = near.map(|near| format!("; có phải `{near}`?")).unwrap_or_default();
        return Err(tera::Error::message(format!("không có chữ `{key}` trong i18n{near}")));
    }
    let filled: Vec<(String, String)> =
        values.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    let filled: Vec<(&str, &str)> =
        filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Ok(words.say(lang, key, &filled))
}

fn broken(error: &tera::Error) -> Failure {
    let failure =
        Failure::usage("mẫu giao diện có lỗi", "a template of the theme has a mistake")
            .caused_by(error);
    if error.to_string().contains("Circular extend") {
        return failure.hint(
            "để mở rộng mẫu gốc cùng tên, viết {% extends \"default/<tên>\" %}",
            "to extend the default template of the same name, write {% extends \"default/<name>\" %}",
        );
    }
    failure.hint(
        "sửa tệp trong themes/<giao diện>/templates/; trang đã dựng trước đó vẫn còn nguyên",
        "correct the file in themes/<theme>/templates/; the pages built before are untouched",
    )
}
