//! Enums of objects that are distinguished by one property: the run-time support of
//! [`TaggedUnion`](crate::TaggedUnion).
//!
//! ```text
//! tag `type`, "cat" → Cat
//! {"name": "Tom", "type": "cat", "lives": 9}
//! buffered: {"name": "Tom"}; then the variant Cat reads `type`, `name`, and `lives` from the input
//! ```
//!
//! Properties are read until the tag; only those before it are buffered. The variant is then read from the tag, the
//! buffered properties, and the rest of the input, without copying the whole object. An object that is already buffered
//! is not copied either: its tag is looked up, and the variant is read from the buffer.

use std::{borrow::Cow, fmt, marker::PhantomData, vec};

use serde::{
    Deserializer, Serialize, Serializer,
    de::{
        DeserializeSeed, EnumAccess, Error, MapAccess, Visitor,
        value::{BorrowedStrDeserializer, MapAccessDeserializer},
    },
    ser::Error as _,
};
use serde_json::{Map, Value};

use super::choice::{Candidates, Choice, choose_node, read_variant};
use super::content::Content;
use super::exact::BufferSeed;
use super::key::Key;
use super::number_writer::{self, Written};
use super::reading::{REPEATED, read_name};
use super::tag_writer::TagWriter;
use super::union::Constant;

/// A union of objects whose tag selects the variant.
pub trait TaggedChoice: Choice {
    /// The name of the tag.
    const TAG: &'static str;

    /// Returns the position of the variant with this tag. Tags are compared one by one by their types, which costs less
    /// than a table of tags of any type.
    fn variant(tag: Option<&Content<'_>>) -> Option<usize>;
}

/// Returns the one variant that matches an object.
pub fn candidates<T: TaggedChoice>(surface: &Content<'_>) -> Option<Candidates> {
    let Content::Object(members) = surface else { return None };
    let tag = members.iter().find(|(name, _)| name == T::TAG).map(|(_, tag)| tag);
    Some(Candidates::One(T::variant(tag)))
}

/// Reads an object as the variant that its tag selects.
///
/// # Errors
/// Returns the errors of the input and of the variant.
pub fn decode<'de, T: TaggedChoice, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(REPEATED, TaggedVisitor(PhantomData))
}

struct TaggedVisitor<T>(PhantomData<T>);

impl<'de, T: TaggedChoice> Visitor<'de> for TaggedVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::EXPECTED)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, node: A) -> Result<T, A::Error> {
        choose_node(node)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let tagged = Tagged::read(map, T::TAG, T::EXACT)?;
        match T::variant(tagged.tag.as_ref()) {
            Some(variant) => tagged.decode(variant),
            None => tagged.collect().map(T::unknown),
        }
    }
}

/// An object that has been read up to its tag.
struct Tagged<'de, A> {
    name: &'static str,
    tag: Option<Content<'de>>,
    before: Vec<(Cow<'de, str>, Content<'de>)>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> Tagged<'de, A> {
    /// Reads properties up to the tag.
    fn read(mut map: A, name: &'static str, is_exact: bool) -> Result<Self, A::Error> {
        let mut before = Vec::new();
        while let Some(key) = map.next_key::<Key<'de>>()? {
            if key.as_str() == name {
                let tag = Some(map.next_value_seed(BufferSeed { is_exact })?);
                return Ok(Tagged { name, tag, before, rest: map });
            }
            let value = map.next_value_seed(BufferSeed { is_exact })?;
            before.push((key.into_text(), value));
        }
        Ok(Tagged { name, tag: None, before, rest: map })
    }

    /// Reads the whole object as the variant that the tag selected.
    fn decode<T: Choice>(self, variant: usize) -> Result<T, A::Error> {
        let replay =
            Replay { name: self.name, tag: self.tag, before: self.before.into_iter(), pending: None, rest: self.rest };
        read_variant(variant, MapAccessDeserializer::new(replay))
    }

    /// Reads the whole object as a [`Value`].
    fn collect(mut self) -> Result<Value, A::Error> {
        let members = self.before.into_iter().map(|(name, value)| (name.into_owned(), value.to_value()));
        let mut object: Map<String, Value> = members.collect();
        if let Some(tag) = self.tag {
            object.insert(self.name.to_owned(), tag.to_value());
            // Numbers are those of the properties before the tag: `2.0` is an integer.
            while let Some(name) = self.rest.next_key()? {
                let value: Content<'de> = self.rest.next_value()?;
                object.insert(name, value.to_value());
            }
        }
        Ok(Value::Object(object))
    }
}

/// The properties of an object: the tag, those before it, and those still in the input.
struct Replay<'de, A> {
    name: &'static str,
    tag: Option<Content<'de>>,
    before: vec::IntoIter<(Cow<'de, str>, Content<'de>)>,
    /// The property whose name was read last, unless its value is still in the input.
    pending: Option<(Cow<'de, str>, Content<'de>)>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some(tag) = self.tag.take() {
            self.pending = Some((Cow::Borrowed(self.name), tag));
            return seed.deserialize(BorrowedStrDeserializer::new(self.name)).map(Some);
        }
        if let Some((name, value)) = self.before.next() {
            let key = read_name(&name, seed)?;
            self.pending = Some((name, value));
            return Ok(Some(key));
        }
        self.rest.next_key_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.pending.take() {
            // The position that the input adds to the error is that of the tag, so the message names the property.
            Some((name, value)) => seed
                .deserialize(value.reading())
                .map_err(|error: A::Error| A::Error::custom(format_args!("property `{name}`: {error}"))),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// Writes an object with its tag, which the object need not contain. A tag of the object itself is written only if it
/// selects this variant, so that the same variant is read back. If the variant has a single tag, both are the same.
///
/// # Errors
/// Returns the errors of the object and of the serializer.
/// Those of the object and of the serializer.
pub fn write_with_tag<T: Serialize, C: Constant + Serialize, S: Serializer>(
    variant: &T,
    name: &'static str,
    tags: &[&dyn Constant],
    tag: C,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let own = if tags.len() > 1 { own_tag(variant, name).map_err(S::Error::custom)? } else { None };
    match own.filter(|own| tags.iter().any(|tag| tag.equals(own))) {
        Some(own) => Written(variant).serialize(TagWriter { name, tag: &own, serializer }),
        None => Written(variant).serialize(TagWriter { name, tag: &tag, serializer }),
    }
}

/// Returns the tag that the object itself contains.
fn own_tag<T: Serialize>(variant: &T, name: &str) -> serde_json::Result<Option<Content<'static>>> {
    Ok(match number_writer::to_content(variant)? {
        Content::Object(members) => members.into_iter().find(|(member, _)| member == name).map(|(_, own)| own),
        _ => None,
    })
}
