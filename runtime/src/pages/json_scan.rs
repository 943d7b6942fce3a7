//! Extraction of values from a JSON text by their JSON pointers, without storing the rest.

use std::{fmt, marker::PhantomData};

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Returns the value at a pointer, or `None` if there is none or the text is not valid JSON.
pub(crate) fn value(text: &[u8], pointer: &str) -> Option<Value> {
    read(text, pointer, PhantomData::<Value>).ok().flatten()
}

/// Returns the non-negative integer at a pointer.
pub(crate) fn count(text: &[u8], pointer: &str) -> Option<u64> {
    match value(text, pointer)? {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Returns the items at a pointer. Returns no items if the value is absent or null.
///
/// # Errors
/// Returns an error if the value is not an array, or an item is not of this type.
pub(crate) fn items<T: DeserializeOwned>(text: &[u8], pointer: &str) -> serde_json::Result<Vec<T>> {
    read(text, pointer, PhantomData::<Option<Vec<T>>>).map(|items| items.flatten().unwrap_or_default())
}

/// The facts about the items of a page that are required before they are decoded.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Seen {
    pub(crate) count: u64,
    /// The requested property of the last item.
    pub(crate) last: Option<Value>,
}

/// Returns the number of items at a pointer, and a property of the last one.
pub(crate) fn seen(text: &[u8], pointer: &str, member: Option<&str>) -> Seen {
    read(text, pointer, Elements { member }).ok().flatten().unwrap_or_default()
}

fn read<'de, S: DeserializeSeed<'de>>(text: &'de [u8], pointer: &str, seed: S) -> serde_json::Result<Option<S::Value>> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let found = At { pointer, seed }.deserialize(&mut deserializer)?;
    deserializer.end().map(|()| found)
}

/// Returns the unescaped tokens of a pointer.
pub(crate) fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"))
}

/// A deserializer of the value at a pointer, which skips everything else.
struct At<'p, S> {
    pointer: &'p str,
    seed: S,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for At<'_, S> {
    type Value = Option<S::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.pointer.is_empty() {
            self.seed.deserialize(deserializer).map(Some)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

/// Implements the methods for scalars and arrays, which have no properties.
macro_rules! without_members {
    ($($visit:ident: $type:ty),*) => {
        $(fn $visit<E>(self, _value: $type) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        })*

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }
    };
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for At<'_, S> {
    type Value = Option<S::Value>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    without_members!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let rest = self.pointer.strip_prefix('/').unwrap_or(self.pointer);
        let (first, rest) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        let name = tokens(&format!("/{first}")).next().unwrap_or_default();
        let (mut seed, mut found) = (Some(self.seed), None);
        while let Some(key) = members.next_key::<String>()? {
            match seed.take_if(|_| key == name) {
                Some(seed) => found = members.next_value_seed(At { pointer: rest, seed })?,
                None => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        Ok(found)
    }
}

/// A visitor that counts elements and reads a property of each.
struct Elements<'p> {
    member: Option<&'p str>,
}

impl<'de> DeserializeSeed<'de> for Elements<'_> {
    type Value = Seen;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Seen, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = Seen;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    without_members!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Seen, A::Error> {
        let mut seen = Seen::default();
        match self.member {
            Some(pointer) => {
                while let Some(member) = elements.next_element_seed(At { pointer, seed: PhantomData::<Value> })? {
                    seen = Seen { count: seen.count + 1, last: member };
                }
            }
            None => {
                while elements.next_element::<IgnoredAny>()?.is_some() {
                    seen.count += 1;
                }
            }
        }
        Ok(seen)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Seen, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Seen::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TEXT: &[u8] = br#"{"a":[{"id":1,"x":{"y":2}},{"id":"b"}],"m":{"a/b":{"~":null}},"n":"7","a":[]}"#;

    #[test]
    fn pointers_resolve_only_to_existing_properties() {
        assert_eq!(value(TEXT, "/n"), Some(json!("7")));
        assert_eq!(value(TEXT, "/m/a~1b/~0"), Some(json!(null)));
        assert_eq!(value(TEXT, "/m/a"), None);
        assert_eq!(value(TEXT, "/n/x"), None);
        assert_eq!(value(TEXT, "/a/0"), None);
        assert_eq!(value(b"[1", ""), None);
        assert_eq!((count(TEXT, "/n"), count(TEXT, "/m"), count(b"3", "")), (Some(7), None, Some(3)));
    }

    #[test]
    fn items_are_counted_and_the_last_one_is_returned() {
        assert_eq!(seen(TEXT, "/a", None), Seen { count: 2, last: None });
        assert_eq!(seen(TEXT, "/a", Some("/id")), Seen { count: 2, last: Some(json!("b")) });
        assert_eq!(seen(TEXT, "/a", Some("/x/y")), Seen { count: 2, last: None });
        assert_eq!(seen(br#"{"a":null}"#, "/a", None), Seen::default());
        assert_eq!(seen(b"[1,2,3]", "", None).count, 3);
    }

    #[test]
    fn items_are_decoded_by_their_type() {
        assert_eq!(items::<u8>(br#"{"a":{"b":[1,2]}}"#, "/a/b").unwrap(), [1, 2]);
        assert_eq!(items::<u8>(br#"{"a":null}"#, "/a").unwrap(), Vec::<u8>::new());
        assert_eq!(items::<u8>(br#"{}"#, "/a").unwrap(), Vec::<u8>::new());
        assert!(items::<u8>(br#"{"a":5}"#, "/a").is_err());
        assert!(items::<u8>(br#"{"a":["x"]}"#, "/a").is_err());
    }
}
