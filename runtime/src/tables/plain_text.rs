//! Decoding of plain text: headers in the style `simple` and bodies of type `text/plain`.
//!
//! ```text
//! 12             12 or "12", depending on the target type
//! a, b           ["a", "b"]
//! R=100,G=200    {"R": 100, "G": 200}
//! R,100,G,200    {"R": 100, "G": 200}
//! ```

use serde::{
    Deserializer,
    de::{
        Error as _, IgnoredAny, IntoDeserializer, Visitor,
        value::{Error, MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_json::Value;

/// A plain text that is decoded as a value.
pub(crate) struct PlainText<'t> {
    text: &'t str,
    /// The elements of the text if it is decoded as an array.
    items: Vec<&'t str>,
}

impl<'t> PlainText<'t> {
    /// Creates a single value, which cannot be decoded as an array or an object unless the text is JSON.
    pub(crate) fn scalar(text: &'t str) -> Self {
        PlainText { text, items: Vec::new() }
    }

    /// Creates a value whose elements are separated by commas.
    pub(crate) fn separated(text: &'t str) -> Self {
        PlainText { text, items: items(text) }
    }

    /// Creates a value with these elements.
    pub(crate) fn with_items(text: &'t str, items: Vec<&'t str>) -> Self {
        PlainText { text, items }
    }

    /// Returns `true` if the text is JSON. Null and strings do not count: they are decoded verbatim.
    fn is_json(&self) -> bool {
        !self.text.trim_start().starts_with(['n', '"']) && serde_json::from_str::<IgnoredAny>(self.text).is_ok()
    }

    /// Parses the text if it is JSON that starts with this bracket.
    fn json(&self, bracket: char) -> Option<Value> {
        self.text.trim_start().starts_with(bracket).then(|| serde_json::from_str(self.text).ok()).flatten()
    }

    /// Returns the names and values of an object, exploded or not.
    fn pairs(&self) -> Result<Vec<(&'t str, PlainText<'t>)>, Error> {
        let exploded: Option<Vec<_>> = self.items.iter().map(|item| item.split_once('=')).collect();
        let pairs = match exploded {
            Some(pairs) => pairs,
            None if !self.items.len().is_multiple_of(2) => return Err(Error::custom("a name without a value")),
            None => {
                let pairs = self.items.chunks_exact(2);
                pairs.filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
            }
        };
        Ok(pairs.into_iter().map(|(name, text)| (name, PlainText::scalar(text))).collect())
    }
}

/// Splits a text at commas. A comma inside quotation marks, or after the day of an HTTP date (`Sun, 06 Nov 1994
/// 08:49:37 GMT`), is not a separator.
fn items(text: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut start, mut is_quoted, mut before) = (0, false, ' ');
    for (at, character) in text.char_indices() {
        let (item, rest) = (text.get(start..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        match character {
            '"' if is_quoted => is_quoted = before == '\\',
            '"' => is_quoted = matches!(before, ' ' | ',' | '=' | '/') && rest.contains('"'),
            ',' if !is_quoted && !is_inside_date(item, rest) => {
                items.push(item);
                start = at + 1;
            }
            _ => {}
        }
        before = character;
    }
    items.push(text.get(start..).unwrap_or_default());
    items.into_iter().map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// Returns `true` if the text before a comma is a day name and the text after it starts with a number, as in HTTP dates
/// (RFC 9110 section 5.6.7).
fn is_inside_date(before: &str, behind: &str) -> bool {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let before = before.rsplit('=').next().unwrap_or_default().trim();
    let is_day = DAYS.iter().any(|day| before.starts_with(day)) && (before.len() == 3 || before.ends_with("day"));
    is_day && behind.trim_start().starts_with(|character: char| character.is_ascii_digit())
}

impl<'de> IntoDeserializer<'de> for PlainText<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for PlainText<'de> {
    type Error = Error;

    /// Passes a number, a boolean or a JSON document as such, and everything else as a string.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match serde_json::from_str::<Value>(self.text) {
            Ok(Value::Null | Value::String(_)) | Err(_) => visitor.visit_borrowed_str(self.text),
            Ok(value) => value.deserialize_any(visitor).map_err(Error::custom),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.text.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        // serde_json reads its own types, such as arbitrary-precision numbers, by such names. Unions do too, and also
        // accept text.
        if name.starts_with("$serde_json") && self.is_json() {
            let mut json = serde_json::Deserializer::from_str(self.text);
            let value = json.deserialize_newtype_struct(name, visitor).map_err(Error::custom)?;
            return json.end().map(|()| value).map_err(Error::custom);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.json('[') {
            Some(value) => value.deserialize_any(visitor).map_err(Error::custom),
            None => visitor.visit_seq(SeqDeserializer::new(self.items.into_iter().map(PlainText::scalar))),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.json('{') {
            Some(value) => value.deserialize_any(visitor).map_err(Error::custom),
            None => visitor.visit_map(MapDeserializer::new(self.pairs()?.into_iter())),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.text.into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_inside_quotes_and_dates_are_not_separators() {
        assert_eq!(items("a, b ,,c"), ["a", "b", "c"]);
        assert_eq!(items(""), [""; 0]);
        assert_eq!(items(r#"W/"a,b", "c\",d", e"#), [r#"W/"a,b""#, r#""c\",d""#, "e"]);
        assert_eq!(items(r#"5" pipe, 6" pipe"#), [r#"5" pipe"#, r#"6" pipe"#]);
        assert_eq!(items(r#"a, "b"#), ["a", r#""b"#]);
        let (one, other) = ("Sun, 06 Nov 1994 08:49:37 GMT", "Monday, 07-Nov-94 08:49:37 GMT");
        assert_eq!(items(&format!("{one}, {other}")), [one, other]);
        assert_eq!(items("Sun, Mon"), ["Sun", "Mon"]);
    }
}
