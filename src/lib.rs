//! `dacsan`: from a folder of product dossiers to a promotional catalogue.
//!
//! Data flows one way, and the modules stand in that order; a module may use
//! only modules above it in this list.

pub mod text;

pub mod diag;

pub mod model;

pub mod source;
