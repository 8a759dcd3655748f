//! The rules, a file each, in the order of [`RULES`](super::RULES).
//!
//! A file holds the rule's `CODE`, its `check` and its tests: one that fires,
//! and one that is silent on the nearest good case. Adding a rule is adding a
//! file here and a line to the list.

// One rating of a product.
pub mod decision_format;
pub mod level_mismatch;
pub mod put_forward_not_five;
pub mod rating_in_future;
pub mod rating_without_stars;
pub mod score_stars_mismatch;
pub mod stars_uncertified;
pub mod withdrawal_undated;

// The ratings of a product together.
pub mod rating_expiring;
pub mod rating_lapsed;
pub mod rating_order;
pub mod rating_undated;
pub mod upgrade_without_more_stars;

// What a product says of itself.
pub mod certificate_lapsed;
pub mod cure_words;
pub mod edition_unverified;
pub mod gtin_check_digit;
pub mod name_too_long;
pub mod price_odd;
pub mod price_undated;
pub mod product_kind_mismatch;
pub mod summary_too_long;
pub mod superlative;

// What a product lacks.
pub mod contact_missing;
pub mod former_missing;
pub mod photo_ending;
pub mod photo_has_place;
pub mod photo_heavy;
pub mod photo_missing;
pub mod product_kind_missing;
pub mod source_missing;
pub mod story_missing;
pub mod summary_missing;

// Places.
pub mod commune_title_missing;
pub mod former_province_mismatch;

// Photos.
pub mod alt_english_missing;
pub mod alt_is_file_name;
pub mod alt_missing;
pub mod consent_missing;
pub mod photo_small;

// Stories.
pub mod heading_level;

// Producers.
pub mod producer_kind_mismatch;

// The catalogue as a whole.
pub mod base_url_missing;
pub mod code_missing;
pub mod commune_near_duplicate;
pub mod producer_duplicate;
pub mod producer_unused;
