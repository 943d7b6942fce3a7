//! Values whose numbers keep all of their digits.
//!
//! ```text
//! {"id": 170141183460469231731687303715884105727}
//! from serde_json         the float 1.7014118346046923e38
//! from the text           Digits("170141183460469231731687303715884105727")
//! ```
//!
//! serde_json passes integers beyond 64 bits, and all numbers written as floats, without their digits. On request it
//! also passes the text of a value, at the cost of parsing it twice. Only unions that contain a 128-bit integer request
//! it ([`Choice::EXACT`](super::choice::Choice::EXACT)).

use std::{any::type_name, borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, Visitor},
};
use serde_json::Value;

use super::content::{Content, ContentVisitor};
use super::number_reader::{ROUNDED_FROM, exact_integer};

/// The map key under which serde_json passes the text of a value. An `i128` and an exact buffer are read from it.
pub(super) const TEXT_IN_A_MAP: &str = "$serde_json::private::RawValue";

/// A seed that buffers a value for a union.
pub(super) struct BufferSeed {
    /// Whether numbers keep their digits.
    pub(super) is_exact: bool,
}

impl<'de> DeserializeSeed<'de> for BufferSeed {
    type Value = Content<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        // A `Value` would provide its own text, which has no more digits and a depth limit.
        if !self.is_exact || [type_name::<Value>(), type_name::<&Value>()].contains(&type_name::<D>()) {
            return Content::deserialize(deserializer);
        }
        deserializer.deserialize_newtype_struct(TEXT_IN_A_MAP, ContentVisitor::TEXT)
    }
}

/// Returns `true` if the float may represent an integer whose digits were lost.
pub(super) fn is_rounded(value: f64) -> bool {
    value.abs() >= ROUNDED_FROM
}

/// Returns the number represented by a text, with all of its digits.
pub(super) fn exact_number(text: Cow<'_, str>) -> Content<'_> {
    let integer = exact_integer(&text);
    match (integer.map(u64::try_from), integer.map(i64::try_from)) {
        (Some(Ok(value)), _) => Content::Unsigned(value),
        (_, Some(Ok(value))) => Content::Signed(value),
        _ => Content::Digits(text),
    }
}

impl<'de> Content<'de> {
    /// Parses a JSON text with exact integers.
    ///
    /// # Errors
    /// Returns an error if the text is not valid JSON.
    pub fn from_text(text: &'de str) -> serde_json::Result<Self> {
        let mut kept: Self = serde_json::from_str(text)?;
        if kept.has_rounded() {
            kept.restore(&mut number_texts(text));
        }
        Ok(kept)
    }

    /// Returns `true` if the value contains a float that may be a rounded integer.
    fn has_rounded(&self) -> bool {
        match self {
            Content::Float(value) => is_rounded(*value),
            Content::List(elements) => elements.iter().any(Content::has_rounded),
            Content::Object(members) => members.iter().any(|(_, value)| value.has_rounded()),
            _ => false,
        }
    }

    /// Restores the digits of floats that may have been rounded. The texts are those of all numbers in the value, in
    /// order.
    fn restore(&mut self, texts: &mut impl Iterator<Item = &'de str>) {
        match self {
            Content::Unsigned(_) | Content::Signed(_) | Content::Digits(_) | Content::Float(_) => {
                let text = texts.next();
                if let (Content::Float(value), Some(text)) = (&self, text)
                    && is_rounded(*value)
                {
                    *self = exact_number(text.into());
                }
            }
            Content::List(elements) => elements.iter_mut().for_each(|element| element.restore(texts)),
            Content::Object(members) => members.iter_mut().for_each(|(_, value)| value.restore(texts)),
            Content::Null | Content::Bool(_) | Content::Text(_) => {}
        }
    }
}

/// Returns the value of a valid JSON text if it is a string without escapes or a 64-bit integer. Most values before a
/// tag are.
fn plain_scalar(text: &str) -> Option<Content<'_>> {
    match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(inner) if !inner.contains(['\\', '"']) => Some(Content::Text(Cow::Borrowed(inner))),
        Some(_) => None,
        None if text == "-0" => None,
        None => text.parse().map(Content::Unsigned).or_else(|_| text.parse().map(Content::Signed)).ok(),
    }
}

/// Returns the texts of the numbers in a JSON text.
fn number_texts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find(|c: char| c == '"' || c == '-' || c.is_ascii_digit())?;
            let found = rest.get(start..)?;
            if let Some(mut string) = found.strip_prefix('"') {
                while let Some(at) = string.find(['"', '\\']) {
                    let is_end = string.get(at..)?.starts_with('"');
                    // The escaped character is always ASCII.
                    string = string.get(at + if is_end { 1 } else { 2 }..)?;
                    if is_end {
                        break;
                    }
                }
                rest = string;
                continue;
            }
            let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
            let (number, behind) = found.split_at(found.find(|c: char| !is_part(c)).unwrap_or(found.len()));
            rest = behind;
            return Some(number);
        }
    })
}

/// A seed that reads the text of a value, then parses the value from it.
pub(super) struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for TextSeed {
    type Value = Content<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the text of a JSON value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Content<'de>, E> {
        plain_scalar(text).map_or_else(|| Content::from_text(text), Ok).map_err(E::custom)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Content<'de>, E> {
        Content::from_text(text).map(Content::into_owned).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Object, TaggedUnion, Union};

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Wide {
        pub wide: i128,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Named {
        pub wide: Option<i128>,
        pub name: String,
    }

    #[derive(Clone, Debug, PartialEq, Union)]
    #[union(exact)]
    pub enum Either {
        #[shape(integer)]
        Integer(i128),
        #[shape(number)]
        Number(f64),
        #[shape(string)]
        Text(String),
        #[shape(array)]
        Many(Vec<Either>),
        #[shape(object, has("wide"))]
        Wide(Wide),
        #[shape(object, has("wide"))]
        Named(Named),
        Unknown(Value),
    }

    #[derive(Clone, Debug, PartialEq, TaggedUnion)]
    #[union(tag = "type", exact)]
    pub enum Tagged {
        #[wire("wide", adds_tag)]
        Wide(Wide),
        #[wire("named", adds_tag)]
        Named(Named),
        Unknown(Value),
    }

    const LARGE: i128 = -170_141_183_460_469_231_731_687_303_715_884_105_728;

    #[test]
    fn integers_of_any_size_are_exact_in_unions() {
        let read = |text: &str| serde_json::from_str::<Either>(text).unwrap();
        for integer in [0, -1, 1 << 53, (1 << 53) + 1, i64::MIN.into(), u64::MAX.into(), 1 << 64, i128::MAX, LARGE] {
            assert_eq!(read(&integer.to_string()), Either::Integer(integer));
            assert_eq!(read(&format!("{integer}.0")), Either::Integer(integer));
            let text = format!(r#"["a \" 7 \\",[{integer}],{{"wide":{integer}}},{{"name":"8","wide":{integer}}}]"#);
            let Either::Many(values) = read(&text) else { panic!("{text}") };
            let [_, Either::Many(inner), Either::Wide(wide), Either::Named(named)] = values.as_slice() else {
                panic!("{values:?}");
            };
            assert_eq!((inner.as_slice(), wide.wide), ([Either::Integer(integer)].as_slice(), integer));
            assert_eq!((named.wide, named.name.as_str()), (Some(integer), "8"));
            assert_eq!(serde_json::to_string(&read(&text)).unwrap().matches(&integer.to_string()).count(), 3);
        }
        assert_eq!(read("1e300"), Either::Number(1e300));
        assert_eq!(read("1.5"), Either::Number(1.5));
    }

    #[test]
    fn integers_of_any_size_are_exact_before_and_after_a_tag() {
        for text in [format!(r#"{{"type":"wide","wide":{LARGE}}}"#), format!(r#"{{"wide":{LARGE}.0,"type":"wide"}}"#)] {
            let tagged: Tagged = serde_json::from_str(&text).unwrap();
            assert_eq!(tagged, Tagged::Wide(Wide { wide: LARGE }));
            assert_eq!(serde_json::to_string(&tagged).unwrap(), format!(r#"{{"type":"wide","wide":{LARGE}}}"#));
            let reader: Tagged = serde_json::from_reader(text.as_bytes()).unwrap();
            assert_eq!(reader, tagged);
        }
    }

    #[test]
    fn integer_beyond_all_types_is_never_rounded() {
        let huge = "170141183460469231731687303715884105728";
        assert!(serde_json::from_str::<Tagged>(&format!(r#"{{"wide":{huge},"type":"wide"}}"#)).is_err());
        assert!(serde_json::from_str::<Wide>(&format!(r#"{{"wide":{huge}}}"#)).is_err());
    }

    #[test]
    fn value_has_the_numbers_of_its_text() {
        let text = r#"{"9\\":[1,-2,"3\"4",5e0],"a":{"b":9007199254740993.0,"c":1e25},"d":[true,null,-0.0,1e300,0.5]}"#;
        let expected = r#"{"9\\":[1,-2,"3\"4",5],"a":{"b":9007199254740993,"c":1e25},"d":[true,null,-0.0,1e300,0.5]}"#;
        assert_eq!(Content::from_text(text).unwrap().to_string(), expected);
        for text in ["", "[1", "\"a\"b\"", "1 2", "01", "+1", "\"\u{1}\""] {
            assert!(Content::from_text(text).is_err(), "{text}");
        }
    }
}
