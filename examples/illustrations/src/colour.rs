//! Colours as `#rrggbb`, mixed as a painter does: shadows turn cool and violet, lights turn warm.

/// What shadows are mixed with.
const SHADOW: &str = "#22143a";
/// What lights are mixed with.
const LIGHT: &str = "#fff4d8";

fn part(colour: &str, at: usize) -> f32 {
    colour.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0).into()
}

/// `a` with `share` of `b` in it.
pub fn mix(a: &str, b: &str, share: f32) -> String {
    let at = |place| (part(a, place) * (1.0 - share) + part(b, place) * share).round() as u8;
    format!("#{:02x}{:02x}{:02x}", at(1), at(3), at(5))
}

/// A darker one.
pub fn dark(colour: &str, share: f32) -> String {
    mix(colour, SHADOW, share)
}

/// A lighter one.
pub fn light(colour: &str, share: f32) -> String {
    mix(colour, LIGHT, share)
}

/// The colour, seen through: `share` of 1 hides what is below.
pub fn veil(colour: &str, share: f32) -> String {
    format!("{colour}{:02x}", (share.clamp(0.0, 1.0) * 255.0).round() as u8)
}
