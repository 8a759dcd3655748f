//! From the view to the engine's values: nothing is ever read as markup.
//!
//! On the way words that no line could hold get places to break, letters that no font
//! has become `?` with a remark, and pictures become bytes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use typst::foundations::{Array, Bytes, Dict, IntoValue as _, Str, Value};
use typst::text::Font;

use crate::render::brochure::cloth;
use crate::render::brochure::hang::{self, Placed, Places};
use crate::render::brochure::{Order, Print, Remark};
use crate::text::lang::Text;

/// Letters of the longest word that is left whole.
const WORD_MAX: usize = 16;

/// Letters of a longer word after which it may be broken: no box is narrower.
const PIECE: usize = 6;

/// Keys whose text is not set in type: addresses, drawings, handles.
const RAW: [&str; 14] = [
    "url", "path", "svg", "href", "hash", "key", "slug", "id", "deep", "strong", "tint",
    "dossier", "kind", "state",
];

/// Makes the inputs of a template.
pub(super) struct Values<'a> {
    fonts: Vec<Font>,
    order: &'a Order,
    known: BTreeSet<char>,
    missing: BTreeMap<char, String>,
    places: Places,
    /// Numbers of photos by their keys.
    photos: BTreeMap<String, usize>,
}

impl<'a> Values<'a> {
    /// Nothing made yet.
    pub(super) fn new(fonts: Vec<Font>, order: &'a Order) -> Self {
        Self {
            fonts,
            order,
            known: BTreeSet::new(),
            missing: BTreeMap::new(),
            places: Places::new(),
            photos: BTreeMap::new(),
        }
    }

    /// `sys.inputs` of the templates: the view, and how it will be printed.
    pub(super) fn inputs(&mut self, view: Json) -> Dict {
        let print = self.order.print;
        let mut how = Dict::new();
        how.insert("bleed".into(), print.bleed().into_value());
        how.insert("slug".into(), print.slug().into_value());
        how.insert("marks".into(), (print == Print::Press { marks: true }).into_value());
        how.insert("multiple".into(), print.multiple(&self.order.kind).into_value());
        let mut inputs = Dict::new();
        inputs.insert("view".into(), self.value(view, "", ""));
        inputs.insert("print".into(), how.into_value());
        inputs
    }

    /// What was found on the way.
    pub(super) fn remarks(&mut self) -> Vec<Remark> {
        let missing = std::mem::take(&mut self.missing).into_iter();
        missing.map(|(letter, dossier)| {
            let code = format!("U+{:04X}", u32::from(letter));
            Remark {
                what: "letter-missing",
                dossier,
                text: Text::new(
                    format!("không phông nào có ký tự {code}; in ra dấu `?`. Thêm phông vào brochure/fonts/ của giao diện, hoặc bỏ ký tự"),
                    format!("no font has the letter {code}; it prints as `?`. Add a font to brochure/fonts/ of the theme, or leave the letter out"),
                ),
            }
        })
        .collect()
    }

    /// Every photo by the hash of what stands in its place.
    pub(super) fn places(&mut self) -> Places {
        std::mem::take(&mut self.places)
    }

    fn value(&mut self, json: Json, key: &str, dossier: &str) -> Value {
        match json {
            Json::Null => Value::None,
            Json::Bool(it) => it.into_value(),
            Json::Number(it) => match it.as_i64() {
                Some(whole) => whole.into_value(),
                None => it.as_f64().unwrap_or(0.0).into_value(),
            },
            Json::String(it) if RAW.contains(&key) => Str::from(it).into_value(),
            Json::String(it) => Str::from(self.text(&it, dossier)).into_value(),
            Json::Array(them) => {
                let all: Array =
                    them.into_iter().map(|it| self.value(it, key, dossier)).collect();
                all.into_value()
            }
            Json::Object(fields) => {
                let own = fields.get("dossier").and_then(Json::as_str).map(str::to_owned);
                let dossier = own.as_deref().unwrap_or(dossier);
                if key == "picture" {
                    return self.picture(fields, dossier);
                }
                let mut dict = Dict::new();
                for (name, it) in fields {
                    let value = self.value(it, &name, dossier);
                    dict.insert(Str::from(name), value);
                }
                dict.into_value()
            }
        }
    }

    /// A picture: what stands in for the photo, else the woven cover.
    fn picture(&mut self, fields: serde_json::Map<String, Json>, dossier: &str) -> Value {
        let text = |name: &str| fields.get(name).and_then(Json::as_str).unwrap_or("");
        let mut dict = if text("kind") == "photo" {
            let side = |name: &str| fields.get(name).and_then(Json::as_u64).unwrap_or(1);
            let side = |name: &str| u32::try_from(side(name)).unwrap_or(1).max(1);
            let (width, height) = (side("width"), side("height"));
            let key = text("key");
            let n = self.photos.len();
            let n = *self.photos.entry(key.to_owned()).or_insert(n);
            let data = hang::stand_in(n, (width, height));
            let placed = Placed { dossier: dossier.to_owned(), key: key.to_owned() };
            self.places.entry(typst::utils::hash128(&data)).or_insert(placed);
            drawing(data, "photo", width, height)
        } else {
            let svg = if text("svg").is_empty() { PLAIN } else { text("svg") };
            let svg = cloth::flattened(svg).unwrap_or_else(|| svg.to_owned());
            drawing(Bytes::from_string(svg), "woven", 640, 480)
        };
        for (name, it) in fields {
            if !matches!(name.as_str(), "data" | "width" | "height" | "kind" | "svg") {
                let value = self.value(it, &name, dossier);
                dict.insert(Str::from(name), value);
            }
        }
        dict.into_value()
    }

    /// The text as it can be set: every letter in a font, no word too long for any line.
    fn text(&mut self, text: &str, dossier: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for word in
            text.split_inclusive(|it: char| it.is_whitespace() || matches!(it, '-' | '/'))
        {
            let long = word.chars().count() > WORD_MAX;
            let letters = word.chars().filter(|letter| !is_shade(*letter));
            for (at, letter) in letters.enumerate() {
                if long && at > 0 && at % PIECE == 0 {
                    out.push('\u{200b}');
                }
                out.push(self.settable(letter, dossier));
            }
        }
        out
    }

    /// The letter, or `?` with a remark where no font has it.
    fn settable(&mut self, letter: char, dossier: &str) -> char {
        if self.has(letter) {
            return letter;
        }
        let named = self.missing.entry(letter).or_default();
        if named.is_empty() {
            dossier.clone_into(named);
        }
        '?'
    }

    fn has(&mut self, letter: char) -> bool {
        if letter.is_ascii()
            || letter.is_whitespace()
            || letter == '\u{200b}'
            || self.known.contains(&letter)
        {
            return !letter.is_ascii_control() || letter == '\n';
        }
        let known =
            self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)));
        if known {
            self.known.insert(letter);
        }
        known
    }
}

/// What only chooses between the colours of a sign, or joins two to one: the signs are black
/// and stand beside each other.
fn is_shade(letter: char) -> bool {
    matches!(letter, '\u{fe0e}' | '\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// What every picture has, whatever it is.
fn drawing(data: Bytes, kind: &str, width: u32, height: u32) -> Dict {
    let mut dict = Dict::new();
    dict.insert("data".into(), data.into_value());
    dict.insert("width".into(), i64::from(width).into_value());
    dict.insert("height".into(), i64::from(height).into_value());
    dict.insert("kind".into(), kind.into_value());
    dict
}

/// Where a card has neither photo nor woven cover.
const PLAIN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\" width=\"640\" height=\"480\">\
    <path fill=\"#efe9dc\" d=\"M0 0h640v480H0z\"/></svg>";
