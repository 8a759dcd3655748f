//! `dacsan`: from a folder of product dossiers to a promotional catalogue.
//!
//! Data flows one way, and the modules stand in that order:
//! [`source`] reads the tree, [`parse`] turns text into the [`model`],
//! [`check`] says what an editor should put right, [`mod@derive`] works out what
//! follows, [`plan`] lists every file that must exist, [`render`] makes its
//! bytes and [`emit`] writes them. [`build`] is the conductor, [`serve`] shows
//! the result, [`cli`] is the shell. A module may use only modules above it in
//! this list (`tests/tidy.rs` keeps watch).

pub mod text;

pub mod diag;

pub mod picture;

pub mod model;

pub mod source;

pub mod parse;

pub mod check;

pub mod derive;

pub mod plan;

pub mod render;

pub mod emit;

pub mod build;

pub mod serve;

pub mod edit;

pub mod cli;
