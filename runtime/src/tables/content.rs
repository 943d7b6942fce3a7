//! JSON values that are buffered until their type is known, borrowing strings from the input.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
    ser::Error as _,
};
use serde_json::{Map, Number, Value, value::RawValue};

use super::exact::{TEXT_IN_A_MAP, TextSeed, exact_number, is_rounded};
use super::key::Key;
use super::number_reader::{exact_integer, integer_of};
use super::reading::Reading;

/// The map key under which serde_json passes an arbitrary-precision number, if a crate has enabled that feature.
const NUMBER_IN_A_MAP: &str = "$serde_json::private::Number";

/// A JSON value.
#[derive(Clone, Debug)]
pub enum Content<'de> {
    /// Null.
    Null,
    /// A boolean.
    Bool(bool),
    /// A non-negative integer.
    Unsigned(u64),
    /// A negative integer.
    Signed(i64),
    /// The text of a number with more digits than a 64-bit integer or a float can represent.
    Digits(Cow<'de, str>),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(Cow<'de, str>),
    /// An array.
    List(Vec<Content<'de>>),
    /// An object with its properties in their original order.
    Object(Vec<(Cow<'de, str>, Content<'de>)>),
}

impl<'de> Content<'de> {
    /// Returns the text of a string, or `None` for other values.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns a property of an object. If several have the same name, the last one is returned.
    pub fn member(&self, name: &str) -> Option<&Content<'de>> {
        match self {
            Content::Object(members) => members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Returns the same value with owned strings.
    pub fn into_owned(self) -> Content<'static> {
        match self {
            Content::Null => Content::Null,
            Content::Bool(value) => Content::Bool(value),
            Content::Unsigned(value) => Content::Unsigned(value),
            Content::Signed(value) => Content::Signed(value),
            Content::Digits(text) => Content::Digits(text.into_owned().into()),
            Content::Float(value) => Content::Float(value),
            Content::Text(text) => Content::Text(text.into_owned().into()),
            Content::List(elements) => Content::List(elements.into_iter().map(Content::into_owned).collect()),
            Content::Object(members) => {
                let members = members.into_iter().map(|(name, value)| (name.into_owned().into(), value.into_owned()));
                Content::Object(members.collect())
            }
        }
    }

    /// Returns `true` if the value is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Content::Null)
    }

    /// Converts the buffer to a [`Value`]. Numbers beyond 64 bits become floats, because a [`Value`] cannot store them.
    pub fn to_value(&self) -> Value {
        match self {
            Content::Null => Value::Null,
            Content::Bool(value) => Value::Bool(*value),
            Content::Unsigned(value) => Value::Number((*value).into()),
            Content::Signed(value) => Value::Number((*value).into()),
            Content::Digits(text) => text.parse().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number),
            Content::Float(value) => Number::from_f64(*value).map_or(Value::Null, Value::Number),
            Content::Text(text) => Value::String(text.as_ref().to_owned()),
            Content::List(elements) => Value::Array(elements.iter().map(Content::to_value).collect()),
            Content::Object(members) => {
                let members = members.iter().map(|(name, value)| (name.as_ref().to_owned(), value.to_value()));
                Value::Object(members.collect::<Map<String, Value>>())
            }
        }
    }

    /// Returns the number of values in this one, including itself.
    pub fn nodes(&self) -> usize {
        match self {
            Content::List(elements) => 1 + elements.iter().map(Content::nodes).sum::<usize>(),
            Content::Object(members) => 1 + members.iter().map(|(_, value)| value.nodes()).sum::<usize>(),
            _ => 1,
        }
    }

    /// Returns the kind of the value, for error messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Content::Null => "null",
            Content::Bool(_) => "boolean",
            Content::Unsigned(_) | Content::Signed(_) => "integer",
            Content::Digits(text) if exact_integer(text).is_some() => "integer",
            Content::Digits(_) | Content::Float(_) => "floating point number",
            Content::Text(_) => "string",
            Content::List(_) => "sequence",
            Content::Object(_) => "map",
        }
    }

    /// Returns a deserializer for this value, which has not been judged yet.
    pub fn reading<E: Error>(&self) -> Reading<'_, 'de, E> {
        Reading::new(self, true)
    }
}

impl<'de> Deserialize<'de> for Content<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ContentVisitor::WHOLE)
    }
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Content::Null => serializer.serialize_unit(),
            Content::Bool(value) => serializer.serialize_bool(*value),
            Content::Unsigned(value) => serializer.serialize_u64(*value),
            Content::Signed(value) => serializer.serialize_i64(*value),
            Content::Digits(text) if !serializer.is_human_readable() => match exact_integer(text) {
                Some(integer) => serializer.serialize_i128(integer),
                None => serializer.serialize_f64(text.parse().map_err(S::Error::custom)?),
            },
            Content::Digits(text) => {
                RawValue::from_string(text.as_ref().to_owned()).map_err(S::Error::custom)?.serialize(serializer)
            }
            Content::Float(value) => serializer.serialize_f64(*value),
            Content::Text(text) => serializer.serialize_str(text),
            Content::List(elements) => serializer.collect_seq(elements),
            Content::Object(members) => serializer.collect_map(members.iter().map(|(name, value)| (name, value))),
        }
    }
}

/// Formats the value as JSON.
impl fmt::Display for Content<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// The surface of a value that union dispatch inspects: a scalar, or the names of its properties and the values of
/// scalar properties. Nested arrays and objects are read as empty.
pub struct Surface;

impl<'de> DeserializeSeed<'de> for Surface {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        // Deserializers pass a number with more digits than a float only when this type is requested.
        deserializer.deserialize_i128(ContentVisitor { levels: 1, is_text: false })
    }
}

/// A visitor that reads arrays and objects up to this depth, and deeper ones as empty.
#[derive(Clone, Copy)]
pub struct ContentVisitor {
    levels: usize,
    /// Whether the deserializer may pass the value as its text.
    is_text: bool,
}

impl<'de> DeserializeSeed<'de> for ContentVisitor {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl ContentVisitor {
    /// Reads the whole value.
    pub const WHOLE: Self = Self { levels: usize::MAX, is_text: false };

    /// Reads the whole value, from its text if the deserializer provides it.
    pub const TEXT: Self = Self { levels: usize::MAX, is_text: true };

    fn below(&self) -> Self {
        Self { levels: self.levels - 1, is_text: false }
    }
}

impl<'de> Visitor<'de> for ContentVisitor {
    type Value = Content<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    /// A deserializer without text passes the value itself.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(Self { is_text: false, ..self })
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Content<'de>, E> {
        Ok(Content::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Content<'de>, E> {
        Ok(Content::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Content<'de>, E> {
        Ok(u64::try_from(value).map_or(Content::Signed(value), Content::Unsigned))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Content<'de>, E> {
        Ok(exact_number(value.to_string().into()))
    }

    /// A float without a fraction is stored as an integer, so that integer variants match it.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Content<'de>, E> {
        match integer_of(value) {
            Some(integer) => self.visit_i64(integer),
            None => Ok(Content::Float(value)),
        }
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Content<'de>, E> {
        Ok(Content::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Content<'de>, E> {
        Ok(Content::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Content<'de>, E> {
        Ok(Content::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Content<'de>, A::Error> {
        let mut list = Vec::new();
        if self.levels == 0 {
            return Ok(Content::List(list));
        }
        while let Some(element) = elements.next_element_seed(self.below())? {
            list.push(element);
        }
        Ok(Content::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Content<'de>, A::Error> {
        let mut members = Vec::new();
        if self.levels == 0 {
            return Ok(Content::Object(members));
        }
        while let Some(key) = map.next_key::<Key<'de>>()? {
            if self.is_text && key.as_str() == TEXT_IN_A_MAP {
                return map.next_value_seed(TextSeed);
            }
            if key.as_str() == NUMBER_IN_A_MAP {
                let digits: String = map.next_value()?;
                let number: Number = digits.parse().map_err(A::Error::custom)?;
                let float = number.as_f64().unwrap_or(f64::NAN);
                return if is_rounded(float) { Ok(exact_number(digits.into())) } else { self.visit_f64(float) };
            }
            members.push((key.into_text(), map.next_value_seed(self.below())?));
        }
        Ok(Content::Object(members))
    }
}
