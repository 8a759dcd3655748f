//! Front matter of the peers: YAML for Hugo, TOML for Zola.
//!
//! Takes values as JSON and writes them the way each generator likes best:
//! block YAML with quoted strings, or TOML with inline tables. Both take JSON's
//! own quoting, so there is one rule for strings.
//!
//! Never reads either form back.

use serde_json::{Map, Value};

/// A mapping as YAML lines.
pub(crate) fn yaml(map: &Map<String, Value>) -> String {
    let mut out = String::new();
    for (key, value) in map {
        entry(&mut out, "", key, value);
    }
    out
}

fn entry(out: &mut String, indent: &str, key: &str, value: &Value) {
    out.push_str(indent);
    out.push_str(key);
    out.push(':');
    below(out, indent, value);
}

fn below(out: &mut String, indent: &str, value: &Value) {
    let deeper = format!("{indent}  ");
    match value {
        Value::Object(map) if !map.is_empty() => {
            out.push('\n');
            for (key, value) in map {
                entry(out, &deeper, key, value);
            }
        }
        Value::Array(list) if !list.is_empty() => {
            out.push('\n');
            for value in list {
                item(out, &deeper, value);
            }
        }
        _ => {
            out.push(' ');
            out.push_str(&value.to_string());
            out.push('\n');
        }
    }
}

fn item(out: &mut String, indent: &str, value: &Value) {
    out.push_str(indent);
    out.push('-');
    let Value::Object(map) = value else { return below(out, indent, value) };
    let deeper = format!("{indent}  ");
    for (number, (key, value)) in map.iter().enumerate() {
        let lead = if number == 0 { " " } else { deeper.as_str() };
        out.push_str(lead);
        out.push_str(key);
        out.push(':');
        below(out, &deeper, value);
    }
}

/// A mapping as TOML lines; values below the first level stand in one line.
pub(crate) fn toml(map: &Map<String, Value>) -> String {
    let lines = map.iter().filter(|(_, value)| !value.is_null());
    let lines = lines.map(|(key, value)| format!("{key} = {}", inline(value)));
    let mut lines: Vec<String> = lines.collect();
    lines.push(String::new());
    lines.join("\n")
}

fn inline(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let pairs = map.iter().map(|(key, value)| format!("{key} = {}", inline(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        Value::Array(list) => {
            format!("[{}]", list.iter().map(inline).collect::<Vec<_>>().join(", "))
        }
        _ => value.to_string(),
    }
}
