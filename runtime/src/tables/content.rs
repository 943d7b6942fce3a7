//! JSON values that are kept until it is known what they are, without copying texts that the input holds.

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

/// As what serde_json hands over a number that keeps its digits, where some crate has asked for that.
const NUMBER_IN_A_MAP: &str = "$serde_json::private::Number";

/// A JSON value.
#[derive(Clone, Debug)]
pub enum Content<'de> {
    /// Null.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number that is not negative.
    Unsigned(u64),
    /// A whole number that is negative.
    Signed(i64),
    /// The text of a number that has more digits than 64 bits or a float hold.
    Digits(Cow<'de, str>),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(Cow<'de, str>),
    /// An array.
    List(Vec<Content<'de>>),
    /// An object, its members in their order.
    Object(Vec<(Cow<'de, str>, Content<'de>)>),
}

impl<'de> Content<'de> {
    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A member of an object; of several with one name the last.
    pub fn member(&self, name: &str) -> Option<&Content<'de>> {
        match self {
            Content::Object(members) => members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Returns the same value with texts of its own.
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

    /// Returns `true` for null.
    pub fn is_null(&self) -> bool {
        matches!(self, Content::Null)
    }

    /// The same value on its own. Numbers of more digits become floats, since a [`Value`] cannot hold
    /// them.
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

    /// Returns how many values this one consists of.
    pub fn nodes(&self) -> usize {
        match self {
            Content::List(elements) => 1 + elements.iter().map(Content::nodes).sum::<usize>(),
            Content::Object(members) => 1 + members.iter().map(|(_, value)| value.nodes()).sum::<usize>(),
            _ => 1,
        }
    }

    /// Returns what kind of value this is, for errors.
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

    /// What reads this value. Nothing is known about it yet.
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

/// Shows the value as JSON.
impl fmt::Display for Content<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// Reads what a union looks at: the value, or the names of its properties and the values of those that are scalars.
/// Deeper arrays and objects are read as empty ones.
pub struct Surface;

impl<'de> DeserializeSeed<'de> for Surface {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        // A number with more digits than a float is handed over only as this type.
        deserializer.deserialize_i128(ContentVisitor { levels: 1, is_text: false })
    }
}

/// Reads arrays and objects down to this many levels, and deeper ones as empty.
#[derive(Clone, Copy)]
pub struct ContentVisitor {
    levels: usize,
    /// Whether the value may be handed over as its text.
    is_text: bool,
}

impl<'de> DeserializeSeed<'de> for ContentVisitor {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl ContentVisitor {
    /// Reads everything.
    pub const WHOLE: Self = Self { levels: usize::MAX, is_text: false };

    /// Reads everything, from the text of the value where that is handed over.
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

    /// What hands over no text hands over the value itself.
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

    /// A float without a fraction is kept as an integer, so that variants for integers match it.
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
