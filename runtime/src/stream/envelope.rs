//! Server-sent events decoded as objects of their fields.
//!
//! ```text
//! event: started            Started { data: Tick { n: 1 } }, because `data` is an object in the document
//! data: {"n":1}
//!
//! event: said               Said { data: "1" }, because `data` is a string in the document
//! data: 1
//! ```

use std::{any::type_name, collections::BTreeMap, marker::PhantomData};

use serde::{
    Deserializer,
    de::{DeserializeOwned, IgnoredAny, IntoDeserializer, Visitor, value::MapDeserializer},
};
use serde_json::Error;

use crate::{
    call::decode::Json,
    error::decode_error::DecodeError,
    stream::event::{Event, FromEvent},
};

/// An event whose type describes its fields: `event`, `data`, `id` and `retry`.
///
/// Fields are text on the wire. A string type receives the text; any other type receives the JSON that the text
/// contains. If an event without a name contains a JSON object with both `event` and `data`, that object is decoded as
/// the event, because some servers wrap their events twice.
pub struct Envelope<T>(PhantomData<fn() -> T>);

impl<T: DeserializeOwned + Send + 'static> FromEvent for Envelope<T> {
    type Value = T;

    fn from_event(event: &Event<String>) -> Result<T, DecodeError> {
        if is_wrapped(event) {
            return Json::<T>::from_event(event);
        }
        let retry = event.retry.map(|delay| delay.as_millis().to_string());
        let fields = [
            Some(("event", Field { text: &event.name, is_name: true })),
            Some(("data", Field::new(&event.data))),
            event.id.as_deref().map(|id| ("id", Field::new(id))),
            retry.as_deref().map(|delay| ("retry", Field::new(delay))),
        ];
        T::deserialize(MapDeserializer::new(fields.into_iter().flatten()))
            .map_err(|error| DecodeError::json(error, event.data.as_bytes(), type_name::<T>()))
    }
}

/// Returns `true` if the data of an event without a name is itself an envelope.
fn is_wrapped(event: &Event<String>) -> bool {
    event.name == "message"
        && event.data.trim_start().starts_with('{')
        && serde_json::from_str::<BTreeMap<String, IgnoredAny>>(&event.data)
            .is_ok_and(|wrapped| wrapped.contains_key("event") && wrapped.contains_key("data"))
}

/// The text of a field, decoded according to the target type.
#[derive(Clone, Copy)]
struct Field<'t> {
    text: &'t str,
    /// Whether the field is the name of the event, which is never JSON, even if it is `1` or `null`.
    is_name: bool,
}

impl<'t> Field<'t> {
    fn new(text: &'t str) -> Self {
        Field { text, is_name: false }
    }

    fn is_json(self) -> bool {
        !self.is_name && serde_json::from_str::<IgnoredAny>(self.text).is_ok()
    }

    /// Parses the whole text as JSON.
    fn json<R>(
        self,
        read: impl FnOnce(&mut serde_json::Deserializer<serde_json::de::StrRead<'t>>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let mut json = serde_json::Deserializer::from_str(self.text);
        let value = read(&mut json)?;
        json.end()?;
        Ok(value)
    }
}

impl<'de> IntoDeserializer<'de, Error> for Field<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Implements the methods that decode the text as JSON.
macro_rules! read_json {
    ($( $method:ident ),*) => {
        $( fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.json(|json| json.$method(visitor))
        } )*
    };
}

/// Implements the methods that return the text itself.
macro_rules! read_text {
    ($( $method:ident ),*) => {
        $( fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_borrowed_str(self.text)
        } )*
    };
}

impl<'de> Deserializer<'de> for Field<'de> {
    type Error = Error;

    /// A type that accepts any value, such as a union, receives JSON if the text is valid JSON.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.is_json() {
            true => self.json(|json| json.deserialize_any(visitor)),
            false => visitor.visit_borrowed_str(self.text),
        }
    }

    /// An optional field with an empty text has no value.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.text.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        // serde_json reads its own types, such as arbitrary-precision numbers, by such names. Unions do too, and also
        // accept text.
        if name.starts_with("$serde_json") && self.is_json() {
            return self.json(|json| json.deserialize_newtype_struct(name, visitor));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.json(|json| json.deserialize_unit_struct(name, visitor))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.json(|json| json.deserialize_tuple(length, visitor))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.json(|json| json.deserialize_tuple_struct(name, length, visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.json(|json| json.deserialize_struct(name, fields, visitor))
    }

    /// A name is decoded as a variant without content; any other field is JSON.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.is_json() {
            true => self.json(|json| json.deserialize_enum(name, variants, visitor)),
            false => visitor.visit_enum(self.text.into_deserializer()),
        }
    }

    read_text!(
        deserialize_str,
        deserialize_string,
        deserialize_char,
        deserialize_bytes,
        deserialize_byte_buf,
        deserialize_identifier
    );
    read_json!(
        deserialize_bool,
        deserialize_i8,
        deserialize_i16,
        deserialize_i32,
        deserialize_i64,
        deserialize_i128,
        deserialize_u8,
        deserialize_u16,
        deserialize_u32,
        deserialize_u64,
        deserialize_u128,
        deserialize_f32,
        deserialize_f64,
        deserialize_unit,
        deserialize_seq,
        deserialize_map
    );
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::Value;

    use super::*;
    use crate::{Object, TaggedUnion, Union};

    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(is("event", "said"))]
    pub struct Said {
        pub data: String,
        pub id: Option<i64>,
        pub retry: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(is("event", "counted"))]
    pub struct Counted {
        pub data: Option<i64>,
        pub id: String,
        pub retry: Option<u64>,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(is("event", "1"))]
    pub struct Listed {
        pub data: Vec<String>,
    }

    #[derive(Clone, Debug, PartialEq, Union)]
    pub enum Amount {
        #[shape(integer)]
        Number(i128),
        #[shape(string)]
        Words(String),
        Unknown(Value),
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(is("event", "paid"))]
    pub struct Paid {
        pub data: Amount,
    }

    #[derive(Clone, Debug, PartialEq, TaggedUnion)]
    #[union(tag = "event")]
    pub enum Sent {
        #[wire("paid")]
        Paid(Paid),
        #[wire("said")]
        Said(Said),
        #[wire("counted")]
        Counted(Counted),
        #[wire("1")]
        Listed(Listed),
        Unknown(Value),
    }

    fn read(name: &str, data: &str) -> Result<Sent, String> {
        let (id, retry) = (Some("7".to_owned()), Some(Duration::from_millis(1500)));
        let event = Event { name: name.into(), id, retry, data: data.into() };
        Envelope::<Sent>::from_event(&event).map_err(|error| error.to_string())
    }

    #[test]
    fn string_property_takes_the_text_and_other_types_parse_it() {
        let said = |data: &str| Said { data: data.into(), id: Some(7), retry: Some("1500".into()) };
        for text in ["1", "null", "", "\"a\"", "{\"b\":1}", "two\nlines"] {
            assert_eq!(read("said", text), Ok(Sent::Said(said(text))), "{text:?}");
        }
        let counted = |data| Counted { data, id: "7".into(), retry: Some(1500) };
        assert_eq!(read("counted", "-9007199254740993"), Ok(Sent::Counted(counted(Some(-9_007_199_254_740_993)))));
        assert_eq!(read("counted", ""), Ok(Sent::Counted(counted(None))));
        assert_eq!(read("1", "[\"a\",\n\"b\"]"), Ok(Sent::Listed(Listed { data: vec!["a".into(), "b".into()] })));
    }

    #[test]
    fn union_of_string_and_number_accepts_both() {
        let paid = |data| Ok(Sent::Paid(Paid { data }));
        assert_eq!(read("paid", "all of it"), paid(Amount::Words("all of it".into())));
        assert_eq!(read("paid", "18446744073709551615"), paid(Amount::Number(u64::MAX.into())));
    }

    #[test]
    fn unknown_event_name_is_kept_with_all_fields() {
        let unknown = |data: Value| {
            Ok(Sent::Unknown(serde_json::json!({"event": "other", "data": data, "id": 7, "retry": 1500})))
        };
        assert_eq!(read("other", "{\"a\":[1]}"), unknown(serde_json::json!({"a": [1]})));
        assert_eq!(read("other", "not JSON"), unknown("not JSON".into()));
    }

    #[test]
    fn envelope_in_the_data_of_an_unnamed_event_is_decoded() {
        let wrapped = read("message", "{\"event\":\"1\",\"data\":[\"a\"]}");
        assert_eq!(wrapped, Ok(Sent::Listed(Listed { data: vec!["a".into()] })));
        assert!(matches!(read("message", "{\"event\":\"counted\"}"), Ok(Sent::Unknown(_))));
    }

    #[test]
    fn undecodable_data_is_an_error() {
        let error = read("counted", "1 2").unwrap_err();
        assert_eq!(error, "expected Sent: trailing characters at line 1 column 3, in 1 2");
        assert!(read("1", "{\"a\":").is_err());
    }
}
