//! Parsing of open enums.

use std::fmt::Display;

use serde::{Deserialize, Deserializer};

use super::key::Key;
use crate::values::unknown_value::UnknownValue;

/// Returns the variant with this wire value.
///
/// # Errors
/// Returns an error if no variant has this value.
pub fn parse<E: Clone + Display>(variants: &[E], text: &str) -> Result<E, UnknownValue> {
    let known: Vec<String> = variants.iter().map(E::to_string).collect();
    match known.iter().zip(variants).find(|(known, _)| *known == text) {
        Some((_, variant)) => Ok(variant.clone()),
        None => Err(UnknownValue::new(text, known)),
    }
}

/// Reads an enum of strings.
///
/// # Errors
/// Returns an error if the value is not a string.
#[inline]
pub fn decode<'de, E: for<'t> From<&'t str>, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    Key::deserialize(deserializer).map(|key| E::from(key.as_str()))
}
