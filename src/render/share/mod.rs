//! Pictures for other sites: photo or cloth at the left, name, stars and place
//! at the right.
//!
//! [`make`] asks the darkroom first whether the picture was drawn before. The
//! letters are those of the press PDF and come with the program; their licences
//! stand beside them.

mod letters;
mod svg;

use crate::model::failure::Failure;
use crate::picture::{self, Placed};
use crate::plan::photo::Darkroom;
use crate::render::view::share::ShareView;

/// Its name in the cache.
pub const NAME: &str = "share.jpg";

/// The picture as a JPEG.
pub fn make(view: &ShareView, darkroom: &dyn Darkroom) -> Result<Vec<u8>, Failure> {
    let key = view.key();
    if let Some(bytes) = darkroom.kept(key, NAME) {
        return Ok(bytes);
    }
    let photo =
        view.photo.map(|(file, variant)| darkroom.variant(file, variant)).transpose()?;
    let placed = photo.as_ref().map(|jpeg| Placed { jpeg, focus: view.focus });
    let bytes = picture::share(&svg::draw(view), letters::all(), placed).ok_or_else(undrawn)?;
    darkroom.keep(key, NAME, &bytes)?;
    Ok(bytes)
}

/// Drawings of our own can be read; this is never reached.
fn undrawn() -> Failure {
    Failure::machine("không vẽ được ảnh chia sẻ", "cannot draw the picture for other sites")
}

#[cfg(test)]
mod tests;
