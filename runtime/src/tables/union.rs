//! `union!`: enums whose variants the shape of the value tells apart.

use std::cmp::Reverse;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::kept::Kept;
use super::number_writer::Written;

/// A value that a schema holds constant.
pub trait Constant: Sync {
    /// Whether the value on the wire is this one.
    fn equals(&self, value: &Kept<'_>) -> bool;

    /// This constant as a member name.
    fn as_name(&self) -> Option<&str> {
        None
    }
}

impl Constant for &str {
    fn equals(&self, value: &Kept<'_>) -> bool {
        value.as_str() == Some(self)
    }

    fn as_name(&self) -> Option<&str> {
        Some(self)
    }
}

impl Constant for i64 {
    fn equals(&self, value: &Kept<'_>) -> bool {
        match value {
            Kept::Unsigned(value) => i64::try_from(*value) == Ok(*self),
            Kept::Signed(value) => value == self,
            _ => false,
        }
    }
}

impl Constant for f64 {
    fn equals(&self, value: &Kept<'_>) -> bool {
        match value {
            Kept::Unsigned(value) => *value as f64 == *self,
            Kept::Signed(value) => *value as f64 == *self,
            Kept::Float(value) => value == self,
            _ => false,
        }
    }
}

impl Constant for bool {
    fn equals(&self, value: &Kept<'_>) -> bool {
        matches!(value, Kept::Bool(value) if value == self)
    }
}

/// One place of a test: a value of a scalar, or a member of an object with the values it may have (any, when empty).
#[derive(Clone, Copy)]
pub struct Term {
    constant: &'static dyn Constant,
    values: &'static [&'static dyn Constant],
    may_be_absent: bool,
    /// What its text begins with.
    prefix: &'static str,
}

/// A value, or a member that must be there.
pub const fn term(constant: &'static dyn Constant, values: &'static [&'static dyn Constant]) -> Term {
    Term { constant, values, may_be_absent: false, prefix: "" }
}

/// A member that must be there and hold text which begins with this.
pub const fn beginning(constant: &'static dyn Constant, prefix: &'static str) -> Term {
    Term { constant, values: &[], may_be_absent: false, prefix }
}

/// A member that has one of these values unless it is absent or null.
pub const fn absent_or(constant: &'static dyn Constant, values: &'static [&'static dyn Constant]) -> Term {
    Term { constant, values, may_be_absent: true, prefix: "" }
}

impl Term {
    fn matches_member(&self, object: &Kept<'_>) -> bool {
        match self.constant.as_name().and_then(|name| object.member(name)) {
            None => self.may_be_absent,
            Some(Kept::Null) if self.may_be_absent => true,
            Some(value) if self.prefix.is_empty() => {
                self.values.is_empty() || self.values.iter().any(|constant| constant.equals(value))
            }
            Some(value) => value.as_str().is_some_and(|text| text.starts_with(self.prefix)),
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
    fn matches(&self, value: &Kept<'_>) -> bool {
        let scalar = || self.terms.is_empty() || self.terms.iter().any(|term| term.constant.equals(value));
        match (self.kind, value) {
            (Kind::Any, _) | (Kind::Array, Kept::List(_)) => true,
            (Kind::Object, Kept::Object(_)) => self.terms.iter().all(|term| term.matches_member(value)),
            (Kind::String, Kept::Text(_))
            | (Kind::Number, Kept::Unsigned(_) | Kept::Signed(_) | Kept::Float(_))
            | (Kind::Integer, Kept::Unsigned(_) | Kept::Signed(_))
            | (Kind::Boolean, Kept::Bool(_)) => scalar(),
            _ => false,
        }
    }

    /// How much the test says: of an object first how many members have to have certain values, then how many there
    /// have to be and how many have to begin in some way.
    fn exactness(&self) -> (usize, usize) {
        let required = || self.terms.iter().filter(|term| !term.may_be_absent);
        match self.kind {
            Kind::Any => (0, 0),
            Kind::Object => {
                let fixed = required().filter(|term| !term.values.is_empty()).count();
                let begun = required().filter(|term| !term.prefix.is_empty()).count();
                (1 + fixed, required().count() + begun)
            }
            Kind::Integer => (1, 1),
            Kind::String | Kind::Number | Kind::Boolean | Kind::Array => (1, usize::from(!self.terms.is_empty())),
        }
    }
}

/// How a variant is read from a value that its test matches.
pub type Read<'de, T, E> = fn(&Kept<'de>) -> Result<T, E>;

/// Reads a value as the variant that it looks like and that keeps all of it, or else most of it; of several the one whose
/// test says most. The tests of a variant stand in the same place as the way of reading it.
///
/// # Errors
/// When it looks like some variants and can be read as none: the error of the first.
pub fn decode<'de, T: Serialize, D: Deserializer<'de>>(
    deserializer: D,
    tests: &[&[Test]],
    reads: &[Read<'de, T, D::Error>],
    unknown: fn(Value) -> T,
) -> Result<T, D::Error> {
    let kept = Kept::deserialize(deserializer)?;
    let exactness = |tests: &[Test]| tests.iter().filter(|test| test.matches(&kept)).map(Test::exactness).max();
    let mut matching = tests.iter().zip(reads).filter_map(|(tests, read)| Some((exactness(tests)?, read)));
    let Some(first) = matching.next() else { return Ok(unknown(kept.to_value())) };
    let Some(second) = matching.next() else { return first.1(&kept) };
    let mut all: Vec<_> = [first, second].into_iter().chain(matching).collect();
    all.sort_by_key(|(exactness, _)| Reverse(*exactness));
    let value = kept.to_value();
    let (mut best, mut error): (Option<(usize, T)>, _) = (None, None);
    for (_, read) in all {
        match read(&kept) {
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
    serde_json::to_value(Written(variant)).map_or(usize::MAX, |written| loss(value, &written))
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

/// Defines an enum whose variants the shape of the value tells apart, with reading and writing.
///
/// Each variant has a test, or several of which one has to match. The tests are `string`, `integer`, `number`,
/// `boolean`, `array`, `object` and `any`; `object("id", "type" = "a" | "b", "role" ?= "user")` is one that has `id`,
/// whose `type` is one of the two, and whose `role`, if it has one, is `user`; the `id` of `object("id" ^= "file-")` is
/// text that begins so.
///
/// Variants whose tests do not match are passed over. When several match, those whose tests say more come first, and the
/// first wins that is written back as the value that came, or else the one that keeps most of it: nothing is lost where
/// members look alike. A value that matches no test is kept in the variant `Unknown`.
///
/// ```
/// use apiarist_runtime::union;
///
/// union! {
///     /// Where to stop.
///     pub enum Stop {
///         One(String) = string(),
///         Many(Vec<String>) = array(),
///     }
/// }
///
/// assert_eq!(serde_json::from_str::<Stop>(r#""end""#)?, Stop::One("end".into()));
/// assert_eq!(serde_json::from_str::<Stop>("7")?, Stop::Unknown(7.into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! union {
    ($( #[$meta:meta] )* pub enum $name:ident {
        $(
            $( #[$variant_meta:meta] )*
            $variant:ident ( $($type:tt)+ ) $( = $( $test:ident (
                $( $term:literal $( ? = $( $soft:literal )|+ )? $( = $( $constant:literal )|+ )? $( ^= $prefix:literal )? ),* $(,)?
            ) )|+ )? ,
        )*
    }) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        // A pointer would do as well, but then a member added to a schema could change the type of a variant.
        #[allow(clippy::large_enum_variant)]
        pub enum $name {
            $( $( #[$variant_meta] )* $variant($($type)+), )*
            /// A value of a kind that this version does not know.
            Unknown($crate::Value),
        }
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                const TESTS: &[&[$crate::tables::union::Test]] = &[$( &[$( $(
                    $crate::tables::union::$test(&[$( $crate::__union_term!(
                        $term $( ? = $( $soft )|+ )? $( = $( $constant )|+ )? $( ^= $prefix )?
                    ) ),*]),
                )+ )?], )*];
                let reads: &[$crate::tables::union::Read<'de, $name, D::Error>] =
                    &[$( |kept| kept.read().map($name::$variant), )*];
                $crate::tables::union::decode(deserializer, TESTS, reads, $name::Unknown)
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
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
    ($term:literal ^= $prefix:literal) => { $crate::tables::union::beginning(&$term, $prefix) };
    ($term:literal ? = $( $constant:literal )|+) => { $crate::tables::union::absent_or(&$term, &[$( &$constant ),+]) };
}
