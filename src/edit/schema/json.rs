//! JSON Schema (2020-12) of a table of keys, for editors that check YAML.
//!
//! Every key stands under both of its names. A value is given every shape in
//! which YAML may hand it over: `2023` is a number there and a year here. What
//! takes knowledge to judge (whether a producer exists, whether 30 February does)
//! is left to `dacsan check`; known names are offered and not demanded.

use serde_json::{Map, Value, json as value};

use super::names;
use crate::model::catalogue::Catalogue;
use crate::parse::keys::{Key, Kind, Need, Table, Word};

/// The schema of a table.
pub fn json(table: &'static Table, catalogue: &Catalogue) -> String {
    let mut maker = Maker { catalogue, definitions: Map::new() };
    let mut schema = maker.object(table);
    if let Some(object) = schema.as_object_mut() {
        let head = "https://json-schema.org/draft/2020-12/schema";
        object.insert("$schema".to_owned(), head.into());
        object.insert("$defs".to_owned(), Value::Object(maker.definitions));
    }
    format!("{schema:#}\n")
}

struct Maker<'a> {
    catalogue: &'a Catalogue,
    definitions: Map<String, Value>,
}

impl Maker<'_> {
    fn object(&mut self, table: &'static Table) -> Value {
        let mut properties = Map::new();
        let mut demands = Vec::new();
        for key in table.keys {
            let shape = self.described(key);
            properties.insert(key.vi.to_owned(), shape.clone());
            properties.insert(key.name.to_owned(), shape);
            // What a draft may lack is not demanded by the schema; inner groups have no drafts.
            if key.need == Need::Must && !is_root(table) {
                demands.push(value!({"anyOf": [
                    {"required": [key.name]}, {"required": [key.vi]},
                ]}));
            }
        }
        let mut object = value!({
            "title": table.title.0,
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if let Some(object) = object.as_object_mut().filter(|_| !demands.is_empty()) {
            object.insert("allOf".to_owned(), demands.into());
        }
        object
    }

    /// The shape of a key with its help; an empty value is none and always allowed.
    fn described(&mut self, key: &Key) -> Value {
        let help = format!("{}\n{}", key.help.0, key.help.1);
        let shape = self.shape(key.kind);
        value!({"description": help, "anyOf": [shape, {"type": "null"}]})
    }

    fn shape(&mut self, kind: Kind) -> Value {
        let text = || value!({"type": ["string", "number", "boolean"]});
        match kind {
            Kind::Line | Kind::Prose | Kind::Net | Kind::Path | Kind::Point => match kind {
                Kind::Point => {
                    value!({"anyOf": [text(), {"type": "array"}, {"type": "object"}]})
                }
                _ => text(),
            },
            Kind::Both => {
                let both = value!({"type": "object", "properties": {
                    "vi": text(), "tieng_viet": text(), "en": text(), "tieng_anh": text(),
                }, "additionalProperties": false});
                value!({"anyOf": [text(), both]})
            }
            Kind::Whole(least, most) => value!({"anyOf": [
                {"type": "integer", "minimum": least, "maximum": most},
                {"type": "string", "pattern": "^\\s*[0-9]+\\s*$"},
            ]}),
            Kind::Stars => value!({"anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 5},
                {"type": "string", "pattern": "^\\s*[1-5]\\s*(sao|Sao|stars?|\\*|★)?\\s*$"},
            ]}),
            Kind::Score => value!({"anyOf": [
                {"type": "number", "minimum": 0, "maximum": 100},
                {"type": "string", "pattern": "^\\s*[0-9]{1,3}([.,][0-9]{1,2})?\\s*(/100|điểm)?\\s*$"},
            ]}),
            Kind::Flag => {
                value!({"anyOf": [{"type": "boolean"}, words(crate::parse::keys::FLAGS)]})
            }
            Kind::Date | Kind::Day => value!({"anyOf": [
                {"type": "integer", "minimum": 1000, "maximum": 9999},
                {"type": "string", "pattern": DATE},
            ]}),
            Kind::Price => value!({"anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": "[0-9]"},
            ]}),
            Kind::Phone => value!({"anyOf": [
                {"type": "integer"},
                {"type": "string", "pattern": "[0-9]"},
            ]}),
            Kind::Email => value!({"type": "string", "pattern": "@"}),
            Kind::Url => value!({"type": "string", "pattern": "^\\s*[hH][tT][tT][pP][sS]?://"}),
            Kind::Slug => value!({"type": ["string", "number"]}),
            Kind::Choice(list) => words(list),
            Kind::Reference(reference) => {
                let known = names(reference, self.catalogue);
                if known.is_empty() {
                    return text();
                }
                value!({"anyOf": [{"enum": known}, text()]})
            }
            Kind::Map(table) => self.reference(table),
            Kind::List(item) => {
                let item = self.shape(*item);
                value!({"anyOf": [item, {"type": "array", "items": {"anyOf": [item, {"type": "null"}]}}]})
            }
            Kind::Either(one, other) => {
                let (one, other) = (self.shape(*one), self.shape(*other));
                value!({"anyOf": [one, other]})
            }
        }
    }

    /// A group of keys by its name among the definitions.
    fn reference(&mut self, table: &'static Table) -> Value {
        let name = table.title.1.replace(' ', "-");
        if !self.definitions.contains_key(&name) {
            self.definitions.insert(name.clone(), Value::Null);
            let object = self.object(table);
            self.definitions.insert(name.clone(), object);
        }
        value!({"$ref": format!("#/$defs/{name}")})
    }
}

/// A day, month or year in any of the ways that are read.
const DATE: &str =
    "^\\s*([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|([0-9]{1,2}/)?[0-9]{1,2}/[0-9]{4})\\s*$";

/// Tables of whole files: their drafts may lack anything.
fn is_root(table: &'static Table) -> bool {
    super::Subject::ALL.iter().any(|(_, subject)| std::ptr::eq(subject.table(), table))
}

fn words(list: &[Word]) -> Value {
    let all = list
        .iter()
        .flat_map(|word| [word.name, word.vi].into_iter().chain(word.others.iter().copied()));
    let all: Vec<&str> = all.collect();
    value!({"enum": all})
}
