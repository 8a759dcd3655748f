//! Every finding of the parser, with its words.
//!
//! Sorted by subject: [`yaml`] (form of the text), [`field`] (keys and plain
//! values), [`value`] (prices, telephones, addresses), [`reference`] (names of
//! places, groups, producers and files).
//!
//! Nothing is decided here: the severity of a finding is that of its code.

use crate::diag::Code;

/// Declares codes: constant, name, severity, (title vi, en), (explanation vi, en).
macro_rules! codes {
    ($($ident:ident $name:literal $severity:ident
       ($title_vi:literal, $title_en:literal) ($explain_vi:literal, $explain_en:literal);)*) => {
        $(pub(in crate::parse) static $ident: crate::diag::Code = crate::diag::Code {
            name: $name,
            severity: crate::diag::Severity::$severity,
            title: ($title_vi, $title_en),
            explain: ($explain_vi, $explain_en),
        };)*
        /// The codes of this file.
        #[cfg(test)]
        pub(in crate::parse) const LIST: &[&crate::diag::Code] = &[$(&$ident,)*];
    };
}

pub(super) mod brochure;
pub(super) mod field;
pub(super) mod reference;
pub(super) mod value;
pub(super) mod yaml;

/// Every code of parsing, by subject.
pub const CODES: &[&Code] = &[
    &yaml::CONTROL_CHARACTER,
    &yaml::FALSE_D,
    &yaml::FRONT_MATTER_MISSING,
    &yaml::FRONT_MATTER_UNCLOSED,
    &yaml::YAML_ANCHOR,
    &yaml::YAML_BRACKET,
    &yaml::YAML_COLON,
    &yaml::YAML_INDENT,
    &yaml::YAML_QUOTE,
    &yaml::YAML_SYNTAX,
    &yaml::YAML_TAB,
    &yaml::YAML_TOO_DEEP,
    &yaml::YAML_TOO_LARGE,
    &field::DATE_IMPLAUSIBLE,
    &field::DATE_IMPOSSIBLE,
    &field::DATE_UNREADABLE,
    &field::FIELD_MISSING,
    &field::FIELD_SHAPE,
    &field::KEY_DUPLICATE,
    &field::KEY_UNKNOWN,
    &field::NUMBER_UNREADABLE,
    &field::TEXT_IGNORED,
    &field::VALUE_UNKNOWN,
    &value::EMAIL_UNREADABLE,
    &value::NET_UNREADABLE,
    &value::PHONE_UNREADABLE,
    &value::PRICE_UNREADABLE,
    &value::URL_REFUSED,
    &reference::CERTIFICATE_UNKNOWN,
    &brochure::CHOICE_UNKNOWN,
    &brochure::CHOICE_UNREADABLE,
    &reference::CODE_DUPLICATE,
    &reference::CODE_SLUG_UNKNOWN,
    &reference::CODE_UNREADABLE,
    &reference::COMMUNE_CODE,
    &reference::EDITION_UNKNOWN,
    &reference::ENGLISH_ALONE,
    &reference::FILE_NAME,
    &reference::FILE_OUTSIDE,
    &reference::GROUP_UNKNOWN,
    &reference::PAIR_FRONT_MATTER,
    &reference::PATH_OUTSIDE,
    &reference::PHOTO_FORMAT,
    &reference::PHOTO_NOT_FOUND,
    &reference::PHOTO_UNREADABLE,
    &reference::PRODUCER_AMBIGUOUS,
    &reference::PRODUCER_KIND_UNKNOWN,
    &reference::PRODUCER_UNKNOWN,
    &reference::PRODUCT_KIND_UNKNOWN,
    &reference::PROVINCE_CODE,
    &reference::PROVINCE_UNKNOWN,
    &reference::PROVINCE_VANISHED,
    &reference::REFERENCE_UNKNOWN,
    &reference::SLUG_DUPLICATE,
    &reference::SLUG_UNREADABLE,
    &reference::SUBGROUP_ELSEWHERE,
    &reference::SUBGROUP_UNKNOWN,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_listed_once() {
        let all =
            [yaml::LIST, field::LIST, value::LIST, reference::LIST, brochure::LIST].concat();
        let names = |codes: &[&Code]| {
            let mut names: Vec<&str> = codes.iter().map(|code| code.name).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(names(CODES), names(&all));
        let mut unique = names(CODES);
        unique.dedup();
        assert_eq!(unique.len(), CODES.len());
    }
}
