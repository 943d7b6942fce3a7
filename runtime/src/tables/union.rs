//! `union!`: enums whose variants the shape of the value tells apart.

use serde::{Deserialize, Deserializer, Serialize, de::Error};
use serde_json::{Map, Value};

/// A value that a schema holds constant.
pub trait Constant: Sync {
    /// Whether the value on the wire is this one.
    fn equals(&self, value: &Value) -> bool;

    /// This constant as a member name.
    fn as_name(&self) -> Option<&str> {
        None
    }
}

impl Constant for &str {
    fn equals(&self, value: &Value) -> bool {
        value.as_str() == Some(self)
    }

    fn as_name(&self) -> Option<&str> {
        Some(self)
    }
}

impl Constant for i64 {
    fn equals(&self, value: &Value) -> bool {
        value.as_i64() == Some(*self)
    }
}

impl Constant for f64 {
    fn equals(&self, value: &Value) -> bool {
        value.as_f64() == Some(*self)
    }
}

impl Constant for bool {
    fn equals(&self, value: &Value) -> bool {
        value.as_bool() == Some(*self)
    }
}

/// One place of a test: a value of a scalar, or a member of an object with the values it may have (any, when empty).
#[derive(Clone, Copy)]
pub struct Term {
    constant: &'static dyn Constant,
    values: &'static [&'static dyn Constant],
    may_be_absent: bool,
}

/// A value, or a member that must be there.
pub const fn term(constant: &'static dyn Constant, values: &'static [&'static dyn Constant]) -> Term {
    Term { constant, values, may_be_absent: false }
}

/// A member that has one of these values unless it is absent or null.
pub const fn absent_or(constant: &'static dyn Constant, values: &'static [&'static dyn Constant]) -> Term {
    Term { constant, values, may_be_absent: true }
}

impl Term {
    fn matches_member(&self, object: &Map<String, Value>) -> bool {
        match self.constant.as_name().and_then(|name| object.get(name)) {
            None => self.may_be_absent,
            Some(Value::Null) if self.may_be_absent => true,
            Some(value) => self.values.is_empty() || self.values.iter().any(|constant| constant.equals(value)),
        }
    }
}

/// What a value must look like to be tried as a variant.
#[derive(Clone, Copy)]
pub struct Test {
    kind: Kind,
    terms: &'static [Term],
}

#[derive(Clone, Copy)]
enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
    Any,
}

/// A string, one of these when there are some.
pub const fn string(terms: &'static [Term]) -> Test {
    Test { kind: Kind::String, terms }
}

/// An integral number, one of these when there are some.
pub const fn integer(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Integer, terms }
}

/// Any number, one of these when there are some.
pub const fn number(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Number, terms }
}

/// A boolean, one of these when there are some.
pub const fn boolean(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Boolean, terms }
}

/// An array.
pub const fn array(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Array, terms }
}

/// An object that has these members.
pub const fn object(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Object, terms }
}

/// Whatever comes.
pub const fn any(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Any, terms }
}

impl Test {
    fn matches(&self, value: &Value) -> bool {
        let scalar = || self.terms.is_empty() || self.terms.iter().any(|term| term.constant.equals(value));
        match (self.kind, value) {
            (Kind::Any, _) | (Kind::Array, Value::Array(_)) => true,
            (Kind::Object, Value::Object(object)) => self.terms.iter().all(|term| term.matches_member(object)),
            (Kind::String, Value::String(_)) | (Kind::Number, Value::Number(_)) | (Kind::Boolean, Value::Bool(_)) => {
                scalar()
            }
            (Kind::Integer, Value::Number(number)) => !number.is_f64() && scalar(),
            _ => false,
        }
    }
}

/// One row of the table: a test, and how to read the variant.
pub type Row<T> = (Test, fn(Value) -> serde_json::Result<T>);

/// Reads a value as the variant that it looks like and that keeps all of it, or else most of it; of several the first.
///
/// # Errors
/// When it looks like some variants and can be read as none: the error of the first.
pub fn decode<'de, T: Serialize, D: Deserializer<'de>>(
    deserializer: D,
    rows: &[Row<T>],
    unknown: fn(Value) -> T,
) -> Result<T, D::Error> {
    choose(Value::deserialize(deserializer)?, rows, unknown).map_err(D::Error::custom)
}

fn choose<T: Serialize>(value: Value, rows: &[Row<T>], unknown: fn(Value) -> T) -> serde_json::Result<T> {
    let mut matching = rows.iter().filter(|(test, _)| test.matches(&value));
    let Some((_, first)) = matching.next() else { return Ok(unknown(value)) };
    // A value is copied only when another row may still need it.
    let Some((_, second)) = matching.next() else { return first(value) };
    let others = matching.map(|(_, read)| read);
    let (mut best, mut error): (Option<(usize, T)>, _) = (None, None);
    for read in [first, second].into_iter().chain(others) {
        match read(value.clone()) {
            Ok(variant) => match loss_of(&variant, &value) {
                0 => return Ok(variant),
                loss if best.as_ref().is_none_or(|(least, _)| loss < *least) => best = Some((loss, variant)),
                _ => {}
            },
            Err(failed) => error = error.or(Some(failed)),
        }
    }
    match (best, error) {
        (Some((_, variant)), _) => Ok(variant),
        (None, Some(error)) => Err(error),
        (None, None) => Ok(unknown(value)),
    }
}

/// How much of a value is gone from, or is another in, the variant that it was read from.
fn loss_of<T: Serialize>(variant: &T, value: &Value) -> usize {
    serde_json::to_value(variant).map_or(usize::MAX, |written| loss(value, &written))
}

/// How many members and elements are others than before. A null that is absent is none of them, nor is a number that is
/// written in another way.
fn loss(before: &Value, after: &Value) -> usize {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let kept = before.iter().map(|(name, value)| match after.get(name) {
                Some(after) => loss(value, after),
                None => usize::from(!value.is_null()),
            });
            kept.sum::<usize>() + after.keys().filter(|name| !before.contains_key(*name)).count()
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            before.iter().zip(after).map(|(before, after)| loss(before, after)).sum()
        }
        (Value::Number(before), Value::Number(after)) if before.is_f64() != after.is_f64() => {
            usize::from(before.as_f64() != after.as_f64())
        }
        (before, after) => usize::from(before != after),
    }
}

/// Implements `Serialize` and `Deserialize` for an enum whose variants the shape of the value tells apart.
///
/// Rows whose test does not match are passed over. When several match, the first wins whose variant is written back as
/// the value that came, or else the one that keeps most of it: nothing is lost where members look alike. Tests are `string`, `integer`, `number`,
/// `boolean`, `array`, `object` and `any`; `object("id", "type" = "a" | "b", "role" ?= "user")` is one that has `id`,
/// whose `type` is one of the two, and whose `role`, if it has one, is `user`. The enum needs a variant
/// `Unknown(Value)` for what matches no row.
///
/// ```
/// use apiarist_runtime::{Value, union};
///
/// #[derive(Debug, PartialEq)]
/// pub enum Stop { One(String), Many(Vec<String>), Unknown(Value) }
/// union!(Stop { One: string(), Many: array() });
///
/// assert_eq!(serde_json::from_str::<Stop>(r#""end""#)?, Stop::One("end".into()));
/// assert_eq!(serde_json::from_str::<Stop>("7")?, Stop::Unknown(7.into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! union {
    ($name:ident { $( $variant:ident : $test:ident ( $( $term:literal $( ? = $( $soft:literal )|+ )? $( = $( $constant:literal )|+ )? ),* $(,)? ) ),* $(,)? }) => {
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                const ROWS: &[$crate::tables::union::Row<$name>] = &[$( (
                    $crate::tables::union::$test(&[$( $crate::__union_term!(
                        $term $( ? = $( $soft )|+ )? $( = $( $constant )|+ )?
                    ) ),*]),
                    |value| $crate::serde_json::from_value(value).map($name::$variant),
                ) ),*];
                $crate::tables::union::decode(deserializer, ROWS, $name::Unknown)
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                #[allow(unreachable_patterns)]
                match self {
                    $( $name::$variant(value) => $crate::serde::Serialize::serialize(value, serializer), )*
                    $name::Unknown(value) => $crate::serde::Serialize::serialize(value, serializer),
                }
            }
        }
    };
}

/// One term of a test of `union!`.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_term {
    ($term:literal) => { $crate::tables::union::term(&$term, &[]) };
    ($term:literal = $( $constant:literal )|+) => { $crate::tables::union::term(&$term, &[$( &$constant ),+]) };
    ($term:literal ? = $( $constant:literal )|+) => { $crate::tables::union::absent_or(&$term, &[$( &$constant ),+]) };
}
