//! The pictures: which dossier each belongs to, and how it is drawn.

mod craft;
mod drinks;
mod fruit;
mod garden;
mod grain;
mod herbs;
mod pottery;
mod sea;
mod smoke;
mod sweets;
mod tea;
mod textile;
mod travel;

use crate::canvas::Canvas;

/// One picture.
pub struct Scene {
    /// Province and slug of the product it stands for.
    pub dossier: &'static str,
    /// Draws it.
    pub draw: fn(&mut Canvas),
    /// How much nearer the eye is than the sheet shows; above 1 its sides and top are cut away.
    pub near: f32,
}

/// A scene with the whole sheet.
const fn wide(dossier: &'static str, draw: fn(&mut Canvas)) -> Scene {
    Scene { dossier, draw, near: 1.0 }
}

/// A still life, seen from near.
const fn close(dossier: &'static str, draw: fn(&mut Canvas)) -> Scene {
    Scene { dossier, draw, near: 1.24 }
}

/// All pictures, by kind of product.
pub const ALL: &[&[Scene]] = &[
    tea::SCENES,
    sea::SCENES,
    smoke::SCENES,
    grain::SCENES,
    sweets::SCENES,
    fruit::SCENES,
    drinks::SCENES,
    herbs::SCENES,
    pottery::SCENES,
    craft::SCENES,
    textile::SCENES,
    garden::SCENES,
    travel::SCENES,
];
