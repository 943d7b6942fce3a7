//! Enums whose variants are distinguished by the shape of the value: the run-time support of [`Union`](crate::Union).
//!
//! ```text
//! tests  Text: string · Many: array · Cat: object with `lives` · Pet: any object
//! [1]                          Many
//! {"lives": 9}                 Cat, then Pet: more required properties are more exact
//! {"name": "Tom"}              Pet
//! true                         no candidate: `Unknown`
//! ```

use std::cmp::Reverse;
use std::fmt;
use std::marker::PhantomData;

use serde::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, Visitor},
};

use super::choice::{Candidate, Candidates, Choice, choose_node, choose_root};
use super::content::{Content, ContentVisitor};
use super::exact::BufferSeed;
use super::number_reader::exact_integer;
use super::reading::REPEATED;

/// A constant value of a schema.
pub trait Constant: Sync {
    /// Returns `true` if the value on the wire equals this constant.
    fn equals(&self, value: &Content<'_>) -> bool;
}

impl Constant for &str {
    fn equals(&self, value: &Content<'_>) -> bool {
        value.as_str() == Some(self)
    }
}

impl Constant for i64 {
    fn equals(&self, value: &Content<'_>) -> bool {
        match value {
            Content::Unsigned(value) => i64::try_from(*value) == Ok(*self),
            Content::Signed(value) => value == self,
            // Negative zero.
            Content::Float(value) => *self == 0 && *value == 0.0,
            _ => false,
        }
    }
}

impl Constant for f64 {
    fn equals(&self, value: &Content<'_>) -> bool {
        match value {
            Content::Unsigned(value) => *value as f64 == *self,
            Content::Signed(value) => *value as f64 == *self,
            Content::Digits(text) => text.parse() == Ok(*self),
            Content::Float(value) => value == self,
            _ => false,
        }
    }
}

impl Constant for bool {
    fn equals(&self, value: &Content<'_>) -> bool {
        matches!(value, Content::Bool(value) if value == self)
    }
}

/// Constant values of a schema.
type Constants = &'static [&'static dyn Constant];

/// A condition of a test: a property of an object.
#[derive(Clone, Copy)]
pub enum Property {
    /// The property is present.
    Has(&'static str),
    /// The property has one of these values.
    Is(&'static str, Constants),
    /// The property has one of these values, unless it is absent or null.
    AbsentOr(&'static str, Constants),
    /// The property is a string that starts with this prefix.
    Starts(&'static str, &'static str),
}

impl Property {
    fn matches(&self, object: &Content<'_>) -> bool {
        let is_any = |constants: Constants, value| constants.iter().any(|constant| constant.equals(value));
        match *self {
            Self::Has(name) => object.member(name).is_some(),
            Self::Is(name, constants) => object.member(name).is_some_and(|value| is_any(constants, value)),
            Self::AbsentOr(name, constants) => match object.member(name) {
                None | Some(Content::Null) => true,
                Some(value) => is_any(constants, value),
            },
            Self::Starts(name, prefix) => {
                object.member(name).and_then(Content::as_str).is_some_and(|text| text.starts_with(prefix))
            }
        }
    }

    /// Returns `true` if objects without the property do not match.
    fn is_required(&self) -> bool {
        !matches!(self, Self::AbsentOr(..))
    }
}

/// The shape that a value must have to be tried as a variant.
///
/// A derive writes tests as literals, not as calls of functions: the compiler creates a constant from them only when it
/// generates code, and not in `cargo check`.
#[derive(Clone, Copy)]
pub enum Test {
    /// Any value.
    Any,
    /// Any array.
    Array,
    /// An object with these properties.
    Object(&'static [Property]),
    /// A string: one of these, or any if there are none.
    String(Constants),
    /// An integer: one of these, or any if there are none.
    Integer(Constants),
    /// A number: one of these, or any if there are none.
    Number(Constants),
    /// A boolean: one of these, or any if there are none.
    Boolean(Constants),
}

impl Test {
    fn matches(&self, value: &Content<'_>) -> bool {
        let is_any =
            |constants: Constants| constants.is_empty() || constants.iter().any(|constant| constant.equals(value));
        match (*self, value) {
            (Self::Any, _) | (Self::Array, Content::List(_)) => true,
            (Self::Object(properties), Content::Object(_)) => properties.iter().all(|property| property.matches(value)),
            (Self::String(constants), Content::Text(_))
            | (
                Self::Number(constants),
                Content::Unsigned(_) | Content::Signed(_) | Content::Digits(_) | Content::Float(_),
            )
            | (Self::Integer(constants), Content::Unsigned(_) | Content::Signed(_))
            | (Self::Boolean(constants), Content::Bool(_)) => is_any(constants),
            (Self::Integer(constants), Content::Digits(text)) => exact_integer(text).is_some() && is_any(constants),
            _ => false,
        }
    }

    /// Returns the number of conditions on the kind of a value and on constants. They identify a variant, even if a value in
    /// it is unknown.
    fn constants(&self) -> usize {
        match self {
            Self::Any => 0,
            Self::Array => 1,
            Self::Object(properties) => {
                1 + properties.iter().filter(|property| matches!(property, Property::Is(..))).count()
            }
            Self::String(constants) | Self::Integer(constants) | Self::Number(constants) | Self::Boolean(constants) => {
                1 + usize::from(!constants.is_empty())
            }
        }
    }

    /// Returns the specificity of the test. For objects, the number of required properties with fixed values comes
    /// first, then the number of required properties and of required prefixes.
    fn exactness(&self) -> (usize, usize) {
        match self {
            Self::Any => (0, 0),
            Self::Object(properties) => {
                let count = |is_counted: fn(&Property) -> bool| properties.iter().filter(|one| is_counted(one)).count();
                let begun = count(|property| matches!(property, Property::Starts(..)));
                (self.constants(), count(Property::is_required) + begun)
            }
            Self::Integer(_) => (1, 1),
            Self::Array => (1, 0),
            Self::String(constants) | Self::Number(constants) | Self::Boolean(constants) => {
                (1, usize::from(!constants.is_empty()))
            }
        }
    }
}

/// Returns the variants with a matching test, the most specific ones first.
pub fn candidates(surface: &Content<'_>, tests: &[&[Test]]) -> Candidates {
    let exactness = |test: &Test| (test.exactness(), test.constants());
    let exactness = |tests: &[Test]| tests.iter().filter(|test| test.matches(surface)).map(exactness).max();
    let mut matching = tests.iter().enumerate().filter_map(|(at, tests)| Some((exactness(tests)?, at)));
    let Some(first) = matching.next() else { return Candidates::One(None) };
    let Some(second) = matching.next() else { return Candidates::One(Some(first.1)) };
    let mut all: Vec<_> = [first, second].into_iter().chain(matching).collect();
    all.sort_by_key(|((exactness, _), _)| Reverse(*exactness));
    Candidates::Several(all.into_iter().map(|((_, constants), variant)| Candidate { variant, constants }).collect())
}

/// Reads a value as the matching variant that preserves most of it, then the one whose test has the most constants, then the
/// one with the fewest unknown values of enums.
///
/// # Errors
/// Returns the error of the first candidate if an array or object matches some variants but cannot be read as any of
/// them.
pub fn decode<'de, T: Choice, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(REPEATED, UnionVisitor(PhantomData))
}

/// A visitor that buffers the value, unless it is already part of a buffered value.
struct UnionVisitor<T>(PhantomData<T>);

impl<'de, T: Choice> Visitor<'de> for UnionVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::EXPECTED)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        choose_root(&BufferSeed { is_exact: T::EXACT }.deserialize(deserializer)?)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, node: A) -> Result<T, A::Error> {
        choose_node(node)
    }

    // Deserializers that do not support newtypes, such as those of single values, pass the value itself.

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        choose_root(&Content::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        choose_root(&Content::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        choose_root(&Content::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        choose_root(&ContentVisitor::WHOLE.visit_i64(value)?)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        choose_root(&ContentVisitor::WHOLE.visit_f64(value)?)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        choose_root(&ContentVisitor::WHOLE.visit_str(text)?)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<T, A::Error> {
        choose_root(&ContentVisitor::WHOLE.visit_seq(elements)?)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        choose_root(&ContentVisitor::WHOLE.visit_map(members)?)
    }
}
