//! Parsing of open enums.

use std::{fmt::Display, str::FromStr};

use serde::{Deserialize, Deserializer};

use super::{key::Key, number_reader::NumberReader};
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
pub fn decode<'de, E, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error>
where
    E: for<'t> From<&'t str> + FromStr<Err = UnknownValue>,
{
    #[cfg(feature = "testing")]
    if let Some(first) = first_variant() {
        return Ok(first);
    }
    Key::deserialize(deserializer).map(|key| E::from(key.as_str()))
}

/// Reads an enum of integers.
///
/// # Errors
/// Returns an error if the value is not an integer.
#[inline]
pub fn decode_integer<'de, I, E, D>(deserializer: D) -> Result<E, D::Error>
where
    I: Deserialize<'de>,
    E: From<I> + FromStr<Err = UnknownValue>,
    D: Deserializer<'de>,
{
    #[cfg(feature = "testing")]
    if let Some(first) = first_variant() {
        return Ok(first);
    }
    I::deserialize(NumberReader(deserializer)).map(E::from)
}

/// Returns the first variant with a known value if a sample is being created.
#[cfg(feature = "testing")]
fn first_variant<E: FromStr<Err = UnknownValue>>() -> Option<E> {
    if !crate::values::sampling::is_running() {
        return None;
    }
    match E::from_str("") {
        Ok(empty) => Some(empty),
        Err(unknown) => unknown.known().first().and_then(|first| E::from_str(first).ok()),
    }
}
