//! Open enums of strings and integers. Everything but `Clone` follows from the table of a type, because the compiler
//! checks every arm of every `match`.
//!
//! ```text
//! enum Order { Asc, Desc, Unknown(String) }
//!
//! table       variants [Asc, Desc]   values ["asc", "desc"]   names ["Asc", "Desc"]
//! "desc"      is at 1: Desc          "random" is not in the table: Unknown("random")
//! Order::Asc  is at 0: "asc", printed as `Asc`
//! ```

use std::cmp::Ordering;
use std::fmt::{self, Debug};
use std::hash::{Hash, Hasher};
use std::mem::{Discriminant, discriminant};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{key::Key, number_reader::NumberReader, trial};
use crate::values::unknown_value::UnknownValue;

/// An enum of scalars that keeps unknown values. The derives of enums implement it.
pub trait OpenEnum: Clone + 'static {
    /// The type of values in the table.
    type Value: Copy + ToString + 'static;

    /// The type of unknown values.
    type Unknown: Debug + Ord + Hash;

    /// Returns the known variants. A constant would be evaluated in `cargo check`.
    fn table() -> &'static Table<Self, Self::Value>;

    /// Returns the unknown value, or `None` for a known one.
    fn unknown(&self) -> Option<&Self::Unknown>;

    /// Returns the enum with an unknown value.
    fn from_unknown(value: Self::Unknown) -> Self;
}

/// The known variants of an enum, in the order of their declaration.
pub struct Table<E: 'static, V: 'static> {
    /// The variants.
    pub variants: &'static [E],
    /// Their values.
    pub values: &'static [V],
    /// Their names.
    pub names: &'static [&'static str],
}

/// Returns the position of a variant in the table, or `None` for an unknown value.
fn position<E: OpenEnum>(value: &E) -> Option<usize> {
    let own = discriminant(value);
    let is_at = |at: usize| E::table().variants.get(at).is_some_and(|variant| discriminant(variant) == own);
    let expected = index(&own);
    if is_at(expected) { Some(expected) } else { (0..E::table().variants.len()).find(|at| is_at(*at)) }
}

/// Returns the number that a discriminant writes when it is hashed, which is the position of the variant in its
/// declaration. The standard library does not guarantee this.
fn index<E>(discriminant: &Discriminant<E>) -> usize {
    struct Index(usize);

    impl Hasher for Index {
        fn finish(&self) -> u64 {
            0
        }

        fn write(&mut self, _: &[u8]) {}

        fn write_isize(&mut self, index: isize) {
            self.0 = index.unsigned_abs();
        }
    }

    let mut index = Index(usize::MAX);
    discriminant.hash(&mut index);
    index.0
}

/// Returns the text of an enum of strings.
#[inline]
pub fn text<E: OpenEnum<Value = &'static str, Unknown = String>>(value: &E) -> &str {
    match value.unknown() {
        Some(unknown) => unknown,
        None => position(value).and_then(|at| E::table().values.get(at).copied()).unwrap_or_default(),
    }
}

/// Returns the value of an enum of integers.
#[inline]
pub fn integer<E: OpenEnum<Value = I, Unknown = I>, I: Copy + Default + 'static>(value: &E) -> I {
    match value.unknown() {
        Some(unknown) => *unknown,
        None => position(value).and_then(|at| E::table().values.get(at).copied()).unwrap_or_default(),
    }
}

/// Returns `true` if an enum of strings has this text.
#[inline]
pub fn is_text<E: OpenEnum<Value = &'static str, Unknown = String>>(value: &E, other: &str) -> bool {
    text(value) == other
}

/// Prints the text of an enum of strings.
///
/// # Errors
/// Returns the errors of the formatter.
pub fn display<E: OpenEnum<Value = &'static str, Unknown = String>>(
    value: &E,
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    formatter.pad(text(value))
}

/// Prints the value of an enum of integers.
///
/// # Errors
/// Returns the errors of the formatter.
pub fn display_integer<E: OpenEnum<Value = I, Unknown = I>, I: Copy + Default + fmt::Display + 'static>(
    value: &E,
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    integer(value).fmt(formatter)
}

/// Writes an enum of strings.
///
/// # Errors
/// Returns the errors of the serializer.
#[inline]
pub fn encode<E: OpenEnum<Value = &'static str, Unknown = String>, S: Serializer>(
    value: &E,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text(value))
}

/// Writes an enum of integers.
///
/// # Errors
/// Returns the errors of the serializer.
#[inline]
pub fn encode_integer<E: OpenEnum<Value = I, Unknown = I>, I: Copy + Default + Serialize + 'static, S: Serializer>(
    value: &E,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    integer(value).serialize(serializer)
}

/// Returns the variant with a value, or `None` if no variant has it.
#[inline]
fn known<E: OpenEnum>(is_value: impl FnMut(&E::Value) -> bool) -> Option<E> {
    let at = E::table().values.iter().position(is_value)?;
    E::table().variants.get(at).cloned()
}

/// Returns the variant with a text, or the unknown variant.
#[inline]
pub fn from_text<E: OpenEnum<Value = &'static str, Unknown = String>>(text: &str) -> E {
    // Most values of a table differ in length or in their last byte, which is cheaper to compare than their text.
    let end = text.as_bytes().last();
    let is_text = |known: &&str| known.len() == text.len() && known.as_bytes().last() == end && *known == text;
    known(is_text).unwrap_or_else(|| {
        trial::add_unknown();
        E::from_unknown(text.to_owned())
    })
}

/// Returns the variant with an integer, or the unknown variant.
#[inline]
pub fn from_integer<E: OpenEnum<Value = I, Unknown = I>, I: Copy + PartialEq + 'static>(value: I) -> E {
    known(|known| *known == value).unwrap_or_else(|| {
        trial::add_unknown();
        E::from_unknown(value)
    })
}

/// Returns the variant with this wire value.
///
/// # Errors
/// Returns an error if no variant has this value.
pub fn parse<E: OpenEnum>(text: &str) -> Result<E, UnknownValue> {
    known(|known: &E::Value| known.to_string() == text)
        .ok_or_else(|| UnknownValue::new(text, E::table().values.iter().map(E::Value::to_string).collect()))
}

/// Prints the name of the variant, and an unknown value.
///
/// # Errors
/// Returns the errors of the formatter.
pub fn debug<E: OpenEnum>(value: &E, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value.unknown() {
        Some(unknown) => formatter.debug_tuple("Unknown").field(unknown).finish(),
        None => formatter.write_str(position(value).and_then(|at| E::table().names.get(at)).unwrap_or(&"")),
    }
}

/// Compares two enums.
#[inline]
pub fn equal<E: OpenEnum>(value: &E, other: &E) -> bool {
    discriminant(value) == discriminant(other) && value.unknown() == other.unknown()
}

/// Compares two enums by the order of their variants.
pub fn compare<E: OpenEnum>(value: &E, other: &E) -> Ordering {
    let order = |value: &E| position(value).unwrap_or(usize::MAX);
    order(value).cmp(&order(other)).then_with(|| value.unknown().cmp(&other.unknown()))
}

/// Hashes an enum.
#[inline]
pub fn hash<E: OpenEnum, H: Hasher>(value: &E, state: &mut H) {
    discriminant(value).hash(state);
    value.unknown().hash(state);
}

/// Reads an enum of strings.
///
/// # Errors
/// Returns an error if the value is not a string.
#[inline]
pub fn decode<'de, E, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error>
where
    E: OpenEnum<Value = &'static str, Unknown = String>,
{
    #[cfg(feature = "testing")]
    if let Some(first) = first_variant() {
        return Ok(first);
    }
    Key::deserialize(deserializer).map(|key| from_text(key.as_str()))
}

/// Reads an enum of integers.
///
/// # Errors
/// Returns an error if the value is not an integer.
#[inline]
pub fn decode_integer<'de, E, I, D>(deserializer: D) -> Result<E, D::Error>
where
    E: OpenEnum<Value = I, Unknown = I>,
    I: Deserialize<'de> + Copy + PartialEq + 'static,
    D: Deserializer<'de>,
{
    #[cfg(feature = "testing")]
    if let Some(first) = first_variant() {
        return Ok(first);
    }
    I::deserialize(NumberReader(deserializer)).map(from_integer)
}

/// Returns the first variant with a known value if a sample is being created. An empty value precedes the others.
#[cfg(feature = "testing")]
fn first_variant<E: OpenEnum>() -> Option<E> {
    if !crate::values::sampling::is_running() {
        return None;
    }
    known(|value: &E::Value| value.to_string().is_empty()).or_else(|| E::table().variants.first().cloned())
}
