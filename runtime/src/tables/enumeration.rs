//! Parsing of open enums.

use std::fmt::Display;

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
