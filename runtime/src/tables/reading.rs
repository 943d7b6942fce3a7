//! Deserialization of a buffered value, any number of times.

use std::{any::type_name, borrow::Cow, marker::PhantomData, slice, sync::LazyLock};

use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeSeed, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
        value::{BorrowedStrDeserializer, MapAccessDeserializer, MapDeserializer, StrDeserializer, UsizeDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_json::Value;

use super::content::Content;
use super::exact::{TEXT_IN_A_MAP, is_rounded};
use super::number_reader::exact_integer;
use super::trial::{self, Loss};

/// A deserializer of a buffered value.
pub struct Reading<'k, 'de, E> {
    kept: &'k Content<'de>,
    /// Whether the value is not part of a union that is being decoded, so that the first union in it starts a decoding.
    is_fresh: bool,
    error: PhantomData<E>,
}

impl<'k, 'de, E> Reading<'k, 'de, E> {
    /// Creates a deserializer.
    pub fn new(kept: &'k Content<'de>, is_fresh: bool) -> Self {
        if !is_fresh {
            trial::visit();
        }
        Self { kept, is_fresh, error: PhantomData }
    }
}

/// The newtype name with which a union requests a node that can be read repeatedly. Other deserializers treat it as the
/// name of an ordinary newtype.
pub const REPEATED: &str = "$apiarist::Repeated";

/// Passes a string to a visitor, borrowed if the input contains it.
fn visit_text<'de, V: Visitor<'de>, E: Error>(text: &Cow<'de, str>, visitor: V) -> Result<V::Value, E> {
    match text {
        Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
        Cow::Owned(text) => visitor.visit_str(text),
    }
}

impl<'de, E: Error> Deserializer<'de> for Reading<'_, 'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.kept {
            Content::List(_) | Content::Object(_)
                if !self.is_fresh && trial::is_running() && type_name::<V>() == *VISITOR_OF_VALUE =>
            {
                trial::add_stand_in(Loss::NONE);
                visitor.visit_unit()
            }
            Content::Null => visitor.visit_unit(),
            Content::Bool(value) => visitor.visit_bool(*value),
            Content::Unsigned(value) => visitor.visit_u64(*value),
            Content::Signed(value) => visitor.visit_i64(*value),
            Content::Digits(text) => visitor.visit_f64(text.parse().map_err(E::custom)?),
            Content::Float(value) => visitor.visit_f64(*value),
            Content::Text(text) => visit_text(text, visitor),
            Content::List(elements) => {
                visitor.visit_seq(Elements { elements: elements.iter(), is_fresh: self.is_fresh, error: PhantomData })
            }
            Content::Object(members) => visitor.visit_map(Members::new(members, self.is_fresh)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.kept {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, E> {
        if name == TEXT_IN_A_MAP {
            if let Content::Float(value) = self.kept
                && is_rounded(*value)
            {
                return Err(E::custom(format_args!("the digits of `{value:e}` were lost: the union must be `exact`")));
            }
            let text = serde_json::to_string(self.kept).map_err(E::custom)?;
            return visitor.visit_map(MapDeserializer::new([(name, text)].into_iter()));
        }
        if name == REPEATED {
            let node = Repeated::new(self.kept);
            return match self.is_fresh {
                true => trial::within(self.kept.nodes(), || visitor.visit_enum(node)),
                false => visitor.visit_enum(node),
            };
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.kept {
            Content::Text(text) => visitor.visit_enum(text.as_ref().into_deserializer()),
            Content::Object(members) => {
                visitor.visit_enum(MapAccessDeserializer::new(Members::new(members, self.is_fresh)))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    /// Only a type that requests an `i128` can read one.
    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.kept {
            Content::Digits(text) => match exact_integer(text) {
                Some(integer) => visitor.visit_i128(integer),
                None => self.deserialize_any(visitor),
            },
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier
    }
}

/// The name of the visitor of [`Value`]. A trial does not enter a [`Value`], because nothing in it can be lost.
static VISITOR_OF_VALUE: LazyLock<String> =
    LazyLock::new(|| Value::deserialize(NameOfVisitor).err().map(|name| name.to_string()).unwrap_or_default());

/// Fails with the name of the visitor that it receives.
struct NameOfVisitor;

impl<'de> Deserializer<'de> for NameOfVisitor {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Error::custom(type_name::<V>()))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A value that can be read repeatedly: an endless sequence of itself. As an enum, it passes its address first.
pub struct Repeated<'k, 'de, E> {
    kept: &'k Content<'de>,
    error: PhantomData<E>,
}

impl<'k, 'de, E> Repeated<'k, 'de, E> {
    /// Creates an endless sequence of this value.
    pub fn new(kept: &'k Content<'de>) -> Self {
        Self { kept, error: PhantomData }
    }
}

impl<'de, E: Error> SeqAccess<'de> for Repeated<'_, 'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        seed.deserialize(Reading::new(self.kept, false)).map(Some)
    }
}

impl<'de, E: Error> EnumAccess<'de> for Repeated<'_, 'de, E> {
    type Error = E;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), E> {
        let address: UsizeDeserializer<E> = std::ptr::from_ref(self.kept).addr().into_deserializer();
        Ok((seed.deserialize(address)?, self))
    }
}

impl<'de, E: Error> VariantAccess<'de> for Repeated<'_, 'de, E> {
    type Error = E;

    fn unit_variant(self) -> Result<(), E> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, E> {
        seed.deserialize(Reading::new(self.kept, false))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(self)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(self)
    }
}

struct Elements<'k, 'de, E> {
    elements: slice::Iter<'k, Content<'de>>,
    is_fresh: bool,
    error: PhantomData<E>,
}

impl<'de, E: Error> SeqAccess<'de> for Elements<'_, 'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        self.elements.next().map(|element| seed.deserialize(Reading::new(element, self.is_fresh))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.elements.len())
    }
}

struct Members<'k, 'de, E> {
    members: slice::Iter<'k, (Cow<'de, str>, Content<'de>)>,
    /// The value of the property whose name was read last.
    value: Option<&'k Content<'de>>,
    is_fresh: bool,
    error: PhantomData<E>,
}

impl<'k, 'de, E> Members<'k, 'de, E> {
    fn new(members: &'k [(Cow<'de, str>, Content<'de>)], is_fresh: bool) -> Self {
        Self { members: members.iter(), value: None, is_fresh, error: PhantomData }
    }
}

impl<'de, E: Error> MapAccess<'de> for Members<'_, 'de, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some((name, value)) = self.members.next() else { return Ok(None) };
        self.value = Some(value);
        read_name(name, seed).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        match self.value.take() {
            Some(value) => seed.deserialize(Reading::new(value, self.is_fresh)),
            None => Err(E::custom("a value was read before its name")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.members.len())
    }
}

/// Reads the name of a property.
///
/// # Errors
/// Returns the errors of the seed.
pub fn read_name<'de, K: DeserializeSeed<'de>, E: Error>(name: &Cow<'de, str>, seed: K) -> Result<K::Value, E> {
    match name {
        Cow::Borrowed(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
        Cow::Owned(name) => {
            let name: StrDeserializer<'_, E> = name.as_str().into_deserializer();
            seed.deserialize(name)
        }
    }
}
