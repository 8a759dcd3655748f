//! Things that stand in a scene. Each is drawn with its foot at a point, lit from the upper left.

pub mod cloth;
pub mod flower;
pub mod food;
pub mod fruit;
pub mod house;
pub mod plant;
pub mod vessel;
pub mod wicker;
