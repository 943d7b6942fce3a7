//! JSON values that are kept until it is known what they are, without copying texts that the input holds.

use std::{any::type_name, borrow::Cow, fmt, marker::PhantomData, slice, sync::LazyLock};

use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeSeed, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
        value::{BorrowedStrDeserializer, MapAccessDeserializer, MapDeserializer, StrDeserializer, UsizeDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_json::{Map, Number, Value};

use super::key::Key;
use super::number_reader::integer_of;
use super::trial;

/// As what serde_json hands over a number that keeps its digits, where some crate has asked for that.
const NUMBER_IN_A_MAP: &str = "$serde_json::private::Number";

/// As what serde_json hands over the text of a value, which an `i128` is read from.
const TEXT_IN_A_MAP: &str = "$serde_json::private::RawValue";

/// A JSON value.
#[derive(Clone, Debug)]
pub enum Kept<'de> {
    /// Null.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number that is not negative.
    Unsigned(u64),
    /// A whole number that is negative.
    Signed(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(Cow<'de, str>),
    /// An array.
    List(Vec<Kept<'de>>),
    /// An object, its members in their order.
    Object(Vec<(Cow<'de, str>, Kept<'de>)>),
}

impl<'de> Kept<'de> {
    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Kept::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A member of an object; of several with one name the last.
    pub fn member(&self, name: &str) -> Option<&Kept<'de>> {
        match self {
            Kept::Object(members) => members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The same value on its own.
    pub fn to_value(&self) -> Value {
        match self {
            Kept::Null => Value::Null,
            Kept::Bool(value) => Value::Bool(*value),
            Kept::Unsigned(value) => Value::Number((*value).into()),
            Kept::Signed(value) => Value::Number((*value).into()),
            Kept::Float(value) => Number::from_f64(*value).map_or(Value::Null, Value::Number),
            Kept::Text(text) => Value::String(text.as_ref().to_owned()),
            Kept::List(elements) => Value::Array(elements.iter().map(Kept::to_value).collect()),
            Kept::Object(members) => {
                let members = members.iter().map(|(name, value)| (name.as_ref().to_owned(), value.to_value()));
                Value::Object(members.collect::<Map<String, Value>>())
            }
        }
    }

    /// Returns how many values this one consists of.
    pub fn nodes(&self) -> usize {
        match self {
            Kept::List(elements) => 1 + elements.iter().map(Kept::nodes).sum::<usize>(),
            Kept::Object(members) => 1 + members.iter().map(|(_, value)| value.nodes()).sum::<usize>(),
            _ => 1,
        }
    }

    /// Returns what kind of value this is, for errors.
    pub fn kind(&self) -> &'static str {
        match self {
            Kept::Null => "null",
            Kept::Bool(_) => "boolean",
            Kept::Unsigned(_) | Kept::Signed(_) => "integer",
            Kept::Float(_) => "floating point number",
            Kept::Text(_) => "string",
            Kept::List(_) => "sequence",
            Kept::Object(_) => "map",
        }
    }

    /// What reads this value. Nothing is known about it yet.
    pub fn reading<E: Error>(&self) -> Reading<'_, 'de, E> {
        Reading::new(self, true)
    }
}

impl<'de> Deserialize<'de> for Kept<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KeptVisitor::WHOLE)
    }
}

/// Reads what a union looks at: the value, or the names of its properties and the values of those that are scalars.
/// Deeper arrays and objects are read as empty ones.
pub struct Surface;

impl<'de> DeserializeSeed<'de> for Surface {
    type Value = Kept<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept<'de>, D::Error> {
        deserializer.deserialize_any(KeptVisitor { levels: 1 })
    }
}

/// Reads arrays and objects down to this many levels, and deeper ones as empty.
pub struct KeptVisitor {
    levels: usize,
}

impl<'de> DeserializeSeed<'de> for KeptVisitor {
    type Value = Kept<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl KeptVisitor {
    /// Reads everything.
    pub const WHOLE: Self = Self { levels: usize::MAX };

    fn below(&self) -> Self {
        Self { levels: self.levels - 1 }
    }
}

impl<'de> Visitor<'de> for KeptVisitor {
    type Value = Kept<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Kept<'de>, E> {
        Ok(Kept::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Kept<'de>, E> {
        Ok(Kept::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Kept<'de>, E> {
        Ok(Kept::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Kept<'de>, E> {
        Ok(Kept::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Kept<'de>, E> {
        Ok(u64::try_from(value).map_or(Kept::Signed(value), Kept::Unsigned))
    }

    /// A float without a fraction is kept as an integer, so that variants for integers match it.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Kept<'de>, E> {
        let integer = integer_of(value);
        Ok(match (integer.map(u64::try_from), integer.map(i64::try_from)) {
            (Some(Ok(integer)), _) => Kept::Unsigned(integer),
            (_, Some(Ok(integer))) => Kept::Signed(integer),
            _ => Kept::Float(value),
        })
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Kept<'de>, E> {
        Ok(Kept::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Kept<'de>, E> {
        Ok(Kept::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Kept<'de>, E> {
        Ok(Kept::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Kept<'de>, A::Error> {
        let mut list = Vec::new();
        if self.levels == 0 {
            return Ok(Kept::List(list));
        }
        while let Some(element) = elements.next_element_seed(self.below())? {
            list.push(element);
        }
        Ok(Kept::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kept<'de>, A::Error> {
        let mut members = Vec::new();
        if self.levels == 0 {
            return Ok(Kept::Object(members));
        }
        while let Some(key) = map.next_key::<Key<'de>>()? {
            if key.as_str() == NUMBER_IN_A_MAP {
                let digits: String = map.next_value()?;
                let number: Number = digits.parse().map_err(A::Error::custom)?;
                return Ok(match (number.as_u64(), number.as_i64()) {
                    (Some(number), _) => Kept::Unsigned(number),
                    (None, Some(number)) => Kept::Signed(number),
                    (None, None) => return self.visit_f64(number.as_f64().unwrap_or(f64::NAN)),
                });
            }
            members.push((key.into_text(), map.next_value_seed(self.below())?));
        }
        Ok(Kept::Object(members))
    }
}

/// Reads a value that is kept.
pub struct Reading<'k, 'de, E> {
    kept: &'k Kept<'de>,
    /// Whether it is not part of a union that is being decoded, so that the first union in it starts a decoding.
    is_fresh: bool,
    error: PhantomData<E>,
}

impl<'k, 'de, E> Reading<'k, 'de, E> {
    fn new(kept: &'k Kept<'de>, is_fresh: bool) -> Self {
        if !is_fresh {
            trial::visit();
        }
        Self { kept, is_fresh, error: PhantomData }
    }
}

/// The name by which a union asks for a node that can be read several times. Other deserializers take it for the name of
/// any newtype.
pub const REPEATED: &str = "$apiarist::Repeated";

/// What reads a text, and lends it out if the input holds it.
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
            Kept::List(_) | Kept::Object(_)
                if !self.is_fresh && trial::is_running() && type_name::<V>() == *VISITOR_OF_VALUE =>
            {
                trial::add_stand_in(0);
                visitor.visit_unit()
            }
            Kept::Null => visitor.visit_unit(),
            Kept::Bool(value) => visitor.visit_bool(*value),
            Kept::Unsigned(value) => visitor.visit_u64(*value),
            Kept::Signed(value) => visitor.visit_i64(*value),
            Kept::Float(value) => visitor.visit_f64(*value),
            Kept::Text(text) => visit_text(text, visitor),
            Kept::List(elements) => {
                visitor.visit_seq(Elements { elements: elements.iter(), is_fresh: self.is_fresh, error: PhantomData })
            }
            Kept::Object(members) => visitor.visit_map(Members::new(members, self.is_fresh)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.kept {
            Kept::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, E> {
        if name == TEXT_IN_A_MAP {
            let text = self.kept.to_value().to_string();
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
            Kept::Text(text) => visitor.visit_enum(text.as_ref().into_deserializer()),
            Kept::Object(members) => {
                visitor.visit_enum(MapAccessDeserializer::new(Members::new(members, self.is_fresh)))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier
    }
}

/// The name of the visitor by which a [`Value`] is read. A trial does not enter one: nothing in it can be lost.
static VISITOR_OF_VALUE: LazyLock<String> =
    LazyLock::new(|| Value::deserialize(NameOfVisitor).err().map(|name| name.to_string()).unwrap_or_default());

/// Fails with the name of the visitor that it is given.
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

/// A value that can be read as often as wanted: an endless sequence of it. As an enum it hands over its address first.
pub struct Repeated<'k, 'de, E> {
    kept: &'k Kept<'de>,
    error: PhantomData<E>,
}

impl<'k, 'de, E> Repeated<'k, 'de, E> {
    /// Repeats this value.
    pub fn new(kept: &'k Kept<'de>) -> Self {
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
    elements: slice::Iter<'k, Kept<'de>>,
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
    members: slice::Iter<'k, (Cow<'de, str>, Kept<'de>)>,
    /// The value of the member whose name was read last.
    value: Option<&'k Kept<'de>>,
    is_fresh: bool,
    error: PhantomData<E>,
}

impl<'k, 'de, E> Members<'k, 'de, E> {
    fn new(members: &'k [(Cow<'de, str>, Kept<'de>)], is_fresh: bool) -> Self {
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

/// Reads the name of a member.
///
/// # Errors
/// Those of what reads it.
pub fn read_name<'de, K: DeserializeSeed<'de>, E: Error>(name: &Cow<'de, str>, seed: K) -> Result<K::Value, E> {
    match name {
        Cow::Borrowed(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
        Cow::Owned(name) => {
            let name: StrDeserializer<'_, E> = name.as_str().into_deserializer();
            seed.deserialize(name)
        }
    }
}
