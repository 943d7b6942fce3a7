//! Objects written with a tag as their first property.
//!
//! ```text
//! tag `type` = "pause", object {"type": "old", "length": 3}
//! written      {"type": "pause", "length": 3}
//! ```
//!
//! Properties are passed directly to the serializer, so integers of any size keep their digits and nothing is buffered.

use std::fmt::{self, Write as _};

use serde::{
    Serialize, Serializer,
    ser::{Error, SerializeMap, SerializeStruct},
};

/// A serializer that writes a tag before the properties of an object, and skips properties with the name of the tag.
/// Values that are not objects are written unchanged.
pub(super) struct TagWriter<'t, T: ?Sized, S> {
    pub(super) name: &'static str,
    pub(super) tag: &'t T,
    pub(super) serializer: S,
}

impl<T: Serialize + ?Sized, S: Serializer> TagWriter<'_, T, S> {
    fn object(self) -> Result<Properties<S::SerializeMap>, S::Error> {
        // The number of properties is unknown at this point, because some may be replaced.
        let mut map = self.serializer.serialize_map(None)?;
        map.serialize_entry(self.name, self.tag)?;
        Ok(Properties { tag: self.name, is_skipped: false, map })
    }
}

/// A serializer of the properties after the tag.
pub(super) struct Properties<M> {
    tag: &'static str,
    /// Whether the next value belongs to a property with the name of the tag.
    is_skipped: bool,
    map: M,
}

impl<M: SerializeMap> SerializeMap for Properties<M> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_key<K: Serialize + ?Sized>(&mut self, key: &K) -> Result<(), M::Error> {
        self.is_skipped = is_named(key, self.tag);
        if self.is_skipped { Ok(()) } else { self.map.serialize_key(key) }
    }

    fn serialize_value<V: Serialize + ?Sized>(&mut self, value: &V) -> Result<(), M::Error> {
        if self.is_skipped { Ok(()) } else { self.map.serialize_value(value) }
    }

    #[inline]
    fn serialize_entry<K: Serialize + ?Sized, V: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &V,
    ) -> Result<(), M::Error> {
        if is_named(key, self.tag) { Ok(()) } else { self.map.serialize_entry(key, value) }
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        self.map.end()
    }
}

impl<M: SerializeMap> SerializeStruct for Properties<M> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_field<V: Serialize + ?Sized>(&mut self, key: &'static str, value: &V) -> Result<(), M::Error> {
        self.serialize_entry(key, value)
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        self.map.end()
    }
}

/// Implements the methods for values that are not objects.
macro_rules! forward {
    ($( $method:ident ( $( $argument:ident : $type:ty ),* ) -> $result:ty )*) => {
        $(
            fn $method(self, $( $argument: $type ),*) -> Result<$result, S::Error> {
                self.serializer.$method($( $argument ),*)
            }
        )*
    };
}

impl<T: Serialize + ?Sized, S: Serializer> Serializer for TagWriter<'_, T, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = S::SerializeSeq;
    type SerializeTuple = S::SerializeTuple;
    type SerializeTupleStruct = S::SerializeTupleStruct;
    type SerializeTupleVariant = S::SerializeTupleVariant;
    type SerializeMap = Properties<S::SerializeMap>;
    type SerializeStruct = Properties<S::SerializeMap>;
    type SerializeStructVariant = S::SerializeStructVariant;

    forward! {
        serialize_bool(value: bool) -> S::Ok
        serialize_i8(value: i8) -> S::Ok
        serialize_i16(value: i16) -> S::Ok
        serialize_i32(value: i32) -> S::Ok
        serialize_i64(value: i64) -> S::Ok
        serialize_i128(value: i128) -> S::Ok
        serialize_u8(value: u8) -> S::Ok
        serialize_u16(value: u16) -> S::Ok
        serialize_u32(value: u32) -> S::Ok
        serialize_u64(value: u64) -> S::Ok
        serialize_u128(value: u128) -> S::Ok
        serialize_f32(value: f32) -> S::Ok
        serialize_f64(value: f64) -> S::Ok
        serialize_char(value: char) -> S::Ok
        serialize_str(value: &str) -> S::Ok
        serialize_bytes(value: &[u8]) -> S::Ok
        serialize_none() -> S::Ok
        serialize_unit() -> S::Ok
        serialize_unit_struct(name: &'static str) -> S::Ok
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str) -> S::Ok
        serialize_seq(length: Option<usize>) -> S::SerializeSeq
        serialize_tuple(length: usize) -> S::SerializeTuple
        serialize_tuple_struct(name: &'static str, length: usize) -> S::SerializeTupleStruct
        serialize_tuple_variant(name: &'static str, index: u32, variant: &'static str, length: usize)
            -> S::SerializeTupleVariant
        serialize_struct_variant(name: &'static str, index: u32, variant: &'static str, length: usize)
            -> S::SerializeStructVariant
    }

    fn serialize_some<V: Serialize + ?Sized>(self, value: &V) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<V: Serialize + ?Sized>(self, _: &'static str, value: &V) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<V: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &V,
    ) -> Result<S::Ok, S::Error> {
        self.serializer.serialize_newtype_variant(name, index, variant, value)
    }

    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        self.object()
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeStruct, S::Error> {
        // serde_json writes its own types, such as raw values, as structs with such names.
        if name.starts_with("$serde_json") {
            return Err(S::Error::custom(format_args!(
                "cannot add the tag `{}` to a value that is already serialized",
                self.name
            )));
        }
        self.object()
    }

    fn collect_str<V: fmt::Display + ?Sized>(self, value: &V) -> Result<S::Ok, S::Error> {
        self.serializer.collect_str(value)
    }

    fn is_human_readable(&self) -> bool {
        self.serializer.is_human_readable()
    }
}

/// Returns `true` if the property has the name of the tag.
#[inline]
fn is_named<K: Serialize + ?Sized>(key: &K, tag: &str) -> bool {
    let mut expected = Expected(tag);
    write!(expected, "{}", KeyText(key)).is_ok() && expected.0.is_empty()
}

/// A display of a property name as it appears in an object.
struct KeyText<'k, K: ?Sized>(&'k K);

impl<K: Serialize + ?Sized> fmt::Display for KeyText<'_, K> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(formatter)
    }
}

/// The text that remains to be matched.
struct Expected<'t>(&'t str);

impl fmt::Write for Expected<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}
