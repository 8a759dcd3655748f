//! Where something is made: the place of today and the one it was before.
//!
//! Communes are named, never coded: codes were re-used with another meaning
//! on 1 July 2025 (docs/SOURCES.md#places).

use crate::diag::span::Spanned;
use crate::model::region::{FormerId, ProvinceId};

/// Place of a product or producer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Province since 1 July 2025.
    pub province: Spanned<ProvinceId>,
    /// Commune, ward or special zone since 1 July 2025, as written ("Xã Sa Loong").
    pub commune: Option<Spanned<String>>,
    /// Hamlet or street, as written.
    pub hamlet: Option<String>,
    /// Names in force before 1 July 2025.
    pub former: FormerPlace,
}

/// Names of a place before 1 July 2025; each may be unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormerPlace {
    /// One of the 63 former provinces.
    pub province: Option<Spanned<FormerId>>,
    /// District, town or city ("huyện Tiểu Cần").
    pub district: Option<Spanned<String>>,
    /// Commune, ward or township ("xã Phú Cần").
    pub commune: Option<Spanned<String>>,
}
