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

use super::choice::{Candidates, Choice, choose_node, choose_root};
use super::content::{Content, ContentVisitor};
use super::exact::BufferSeed;
use super::number_reader::exact_integer;
use super::reading::REPEATED;

/// A constant value of a schema.
pub trait Constant: Sync {
    /// Returns `true` if the value on the wire equals this constant.
    fn equals(&self, value: &Content<'_>) -> bool;

    /// Returns this constant as a property name.
    fn as_name(&self) -> Option<&str> {
        None
    }
}

impl Constant for &str {
    fn equals(&self, value: &Content<'_>) -> bool {
        value.as_str() == Some(self)
    }

    fn as_name(&self) -> Option<&str> {
        Some(self)
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

/// One condition of a test: a scalar value, or a property of an object with its permitted values (any, if empty).
#[derive(Clone, Copy)]
pub struct Term {
    constant: &'static dyn Constant,
    values: &'static [&'static dyn Constant],
    may_be_absent: bool,
    /// The required prefix of its text.
    prefix: &'static str,
}

/// Requires a value, or a property.
pub const fn term(constant: &'static dyn Constant, values: &'static [&'static dyn Constant]) -> Term {
    Term { constant, values, may_be_absent: false, prefix: "" }
}

/// Requires a property whose text starts with this prefix.
pub const fn beginning(constant: &'static dyn Constant, prefix: &'static str) -> Term {
    Term { constant, values: &[], may_be_absent: false, prefix }
}

/// Requires a property to have one of these values, unless it is absent or null.
pub const fn absent_or(constant: &'static dyn Constant, values: &'static [&'static dyn Constant]) -> Term {
    Term { constant, values, may_be_absent: true, prefix: "" }
}

impl Term {
    fn matches_member(&self, object: &Content<'_>) -> bool {
        match self.constant.as_name().and_then(|name| object.member(name)) {
            None => self.may_be_absent,
            Some(Content::Null) if self.may_be_absent => true,
            Some(value) if self.prefix.is_empty() => {
                self.values.is_empty() || self.values.iter().any(|constant| constant.equals(value))
            }
            Some(value) => value.as_str().is_some_and(|text| text.starts_with(self.prefix)),
        }
    }
}

/// The shape that a value must have to be tried as a variant.
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

/// Matches a string; if there are terms, one of them must match.
pub const fn string(terms: &'static [Term]) -> Test {
    Test { kind: Kind::String, terms }
}

/// Matches an integer; if there are terms, one of them must match.
pub const fn integer(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Integer, terms }
}

/// Matches any number; if there are terms, one of them must match.
pub const fn number(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Number, terms }
}

/// Matches a boolean; if there are terms, one of them must match.
pub const fn boolean(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Boolean, terms }
}

/// Matches an array.
pub const fn array(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Array, terms }
}

/// Matches an object with these properties.
pub const fn object(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Object, terms }
}

/// Matches any value.
pub const fn any(terms: &'static [Term]) -> Test {
    Test { kind: Kind::Any, terms }
}

impl Test {
    fn matches(&self, value: &Content<'_>) -> bool {
        let scalar = || self.terms.is_empty() || self.terms.iter().any(|term| term.constant.equals(value));
        match (self.kind, value) {
            (Kind::Any, _) | (Kind::Array, Content::List(_)) => true,
            (Kind::Object, Content::Object(_)) => self.terms.iter().all(|term| term.matches_member(value)),
            (Kind::String, Content::Text(_))
            | (Kind::Number, Content::Unsigned(_) | Content::Signed(_) | Content::Digits(_) | Content::Float(_))
            | (Kind::Integer, Content::Unsigned(_) | Content::Signed(_))
            | (Kind::Boolean, Content::Bool(_)) => scalar(),
            (Kind::Integer, Content::Digits(text)) => exact_integer(text).is_some() && scalar(),
            _ => false,
        }
    }

    /// Returns the specificity of the test. For objects, the number of required properties with fixed values comes
    /// first, then the number of required properties and of required prefixes.
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

/// Returns the variants with a matching test, the most specific ones first.
pub fn candidates(surface: &Content<'_>, tests: &[&[Test]]) -> Candidates {
    let exactness = |tests: &[Test]| tests.iter().filter(|test| test.matches(surface)).map(Test::exactness).max();
    let mut matching = tests.iter().enumerate().filter_map(|(at, tests)| Some((exactness(tests)?, at)));
    let Some(first) = matching.next() else { return Candidates::One(None) };
    let Some(second) = matching.next() else { return Candidates::One(Some(first.1)) };
    let mut all: Vec<_> = [first, second].into_iter().chain(matching).collect();
    all.sort_by_key(|(exactness, _)| Reverse(*exactness));
    Candidates::Several(all.into_iter().map(|(_, variant)| variant).collect())
}

/// Reads a value as the matching variant that preserves all of it, or else the most of it.
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
