//! Structs that are JSON objects: the run-time support of [`Object`](macro@crate::Object).
//!
//! ```text
//! struct Pet { name: String, tag: Option<String> }
//!
//! // expands to this `Object::read`:
//! let (mut name, mut tag) = (None, None);
//! let missing = loop {
//!     let Some(property) = members.next_name() else {
//!         return Ok(Self { name: match name { Some(value) => value, None => break "name" }, tag });
//!     };
//!     match property {
//!         "name" => members.required(&mut name),
//!         "tag" => members.optional(&mut tag),
//!         _ => members.skip(),
//!     }
//! };
//! Err(missing)
//! ```
//!
//! The expansion of a derive determines the compile time of a generated crate, so it is written for the compiler. No
//! field has its own `?`, which costs two trait calls and a branch each. Instead, the reader and the writer store the
//! error, and nothing in `read` depends on the error type of the format. The type of each field is known before its
//! property is read: the compiler reconsiders unresolved types at every call, which makes large objects quadratic in
//! the number of fields. Properties are read by methods rather than by long paths.

use std::{collections::BTreeMap, fmt, hash::Hasher, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::fields::{Absent, Comparison, Field, Fields, Hashing, Printer};
use super::key::NameInto;
use super::number_reader::NumberSeed;
use super::number_writer::Written;
use crate::values::maybe::Maybe;

/// A struct that represents a JSON object. The derive [`Object`](macro@crate::Object) implements it.
pub trait Object: Sized {
    /// Reads the properties. The reader stores the error of a property that cannot be read.
    ///
    /// # Errors
    /// Returns the name of the first required property that was not read.
    fn read<R: Reader>(members: &mut R) -> Result<Self, &'static str>;

    /// Whether the struct implements `Hash`: [`Hashed`](super::fields::Hashed) or [`Unhashed`](super::fields::Unhashed).
    type Class;

    /// Visits the properties of two structs.
    fn visit<F: Fields<Self::Class>>(&self, other: &Self, fields: &mut F);
}

struct ObjectVisitor<T> {
    name: &'static str,
    object: PhantomData<T>,
}

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object ({})", self.name)
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(self)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut members = MapReader { map, error: None, name: String::new(), lifetime: PhantomData };
        let object = T::read(&mut members);
        // Nothing is read after an error, so other properties appear to be missing.
        match members.error {
            Some(error) => Err(error),
            None => object.map_err(A::Error::missing_field),
        }
    }
}

/// Reads an object. `name` is the name of its type, for error messages. It is an argument because the compiler checks an
/// associated constant like a function.
///
/// # Errors
/// Returns an error if the value is not an object, or a property is missing or cannot be read.
#[inline]
pub fn decode<'de, T: Object, D: Deserializer<'de>>(deserializer: D, name: &'static str) -> Result<T, D::Error> {
    // A `NumberReader` distinguishes a struct from a map by this method.
    deserializer.deserialize_newtype_struct(name, ObjectVisitor { name, object: PhantomData })
}

/// Writes an object. Its properties are counted first, because many formats write the length of a map before its
/// entries.
///
/// # Errors
/// Returns the errors of the serializer.
#[inline]
pub fn encode<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut counter = Writer(Ok(Counter(0)));
    object.visit(object, &mut counter);
    let length = counter.0.ok().map(|Counter(length)| length);
    let mut members = Writer(serializer.serialize_map(length));
    object.visit(object, &mut members);
    members.0.and_then(SerializeMap::end)
}

/// The properties of an object that is being read, in order.
///
/// The trait has no lifetime, unlike the traits of serde: the compiler stores what it has proved about a type, such as
/// that it is `Send`, but not in a function with a lifetime among its bounds, where it proves everything again.
pub trait Reader {
    /// Returns the name of the next property. Returns `None` at the end, or after a property that could not be read.
    fn next_name(&mut self) -> Option<&str>;

    /// Reads the current property.
    fn required<T: DeserializeOwned>(&mut self, field: &mut Option<T>);

    /// Reads the current optional property. Null is treated as no value.
    fn optional<T: DeserializeOwned>(&mut self, field: &mut Option<T>);

    /// Skips the current property, which is written with a single value of this type.
    fn constant<T: DeserializeOwned>(&mut self);

    /// Reads the current nullable property. Null and absence are both treated as no value.
    #[inline]
    fn nullable<T: DeserializeOwned>(&mut self, field: &mut Option<T>) {
        self.optional(field);
    }

    /// Reads the current property, including null.
    #[inline]
    fn any<T: DeserializeOwned>(&mut self, field: &mut Option<T>) {
        self.required(field);
    }

    /// Reads the current property of a request. Null is treated as no value.
    #[inline]
    fn write_only<T: DeserializeOwned>(&mut self, field: &mut Option<T>) {
        self.optional(field);
    }

    /// Reads the current property of a request. Null is distinguished from absence.
    #[inline]
    fn nullable_write_only<T: DeserializeOwned>(&mut self, field: &mut Option<Maybe<T>>) {
        self.required(field);
    }

    /// Reads the current property. Null is distinguished from absence.
    #[inline]
    fn maybe<T: DeserializeOwned>(&mut self, field: &mut Option<Maybe<T>>) {
        self.required(field);
    }

    /// Skips the current property.
    #[inline]
    fn skip(&mut self) {
        self.required::<IgnoredAny>(&mut None);
    }

    /// Inserts the current property into the map of undeclared properties.
    fn other<T: DeserializeOwned>(&mut self, name: String, others: &mut BTreeMap<String, T>) {
        let mut member = None;
        self.required(&mut member);
        others.extend(member.map(|value| (name, value)));
    }
}

/// A reader of the entries of a map.
struct MapReader<'de, A: MapAccess<'de>> {
    map: A,
    error: Option<A::Error>,
    /// The name read last, unless it is borrowed from the input.
    name: String,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> Reader for MapReader<'de, A> {
    #[inline]
    fn next_name(&mut self) -> Option<&str> {
        if self.error.is_some() {
            return None;
        }
        match self.map.next_key_seed(NameInto(&mut self.name)) {
            Ok(Some(name)) => Some(name.unwrap_or(&self.name)),
            Ok(None) => None,
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    #[inline]
    fn required<T: DeserializeOwned>(&mut self, field: &mut Option<T>) {
        match self.map.next_value_seed(NumberSeed::of_type()) {
            Ok(value) => *field = Some(value),
            Err(error) => self.error = Some(error),
        }
    }

    #[inline]
    fn optional<T: DeserializeOwned>(&mut self, field: &mut Option<T>) {
        match self.map.next_value_seed(NumberSeed::of_type()) {
            Ok(value) => *field = value,
            Err(error) => self.error = Some(error),
        }
    }

    #[inline]
    fn constant<T: DeserializeOwned>(&mut self) {
        if let Err(error) = self.map.next_value_seed(ConstantSeed::<T>(PhantomData)) {
            self.error = Some(error);
        }
    }
}

/// A seed that reads a constant of this type without comparing it.
struct ConstantSeed<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for ConstantSeed<T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        // In JSON, a server may send any value. A format that is not self-describing can only skip a value of a known
        // type.
        if deserializer.is_human_readable() {
            IgnoredAny::deserialize(deserializer).map(|_| ())
        } else {
            T::deserialize(deserializer).map(|_| ())
        }
    }
}

/// A writer that counts the properties of an object.
struct Counter(usize);

impl SerializeMap for Counter {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> fmt::Result {
        self.0 += 1;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> fmt::Result {
        Ok(())
    }

    fn end(self) -> fmt::Result {
        Ok(())
    }
}

/// A visitor that writes properties. Nothing is written after the first error.
struct Writer<M: SerializeMap>(Result<M, M::Error>);

impl<M: SerializeMap> Writer<M> {
    #[inline]
    fn write<T: Serialize>(&mut self, name: &str, field: &T) {
        if let Ok(map) = &mut self.0
            && let Err(error) = map.serialize_entry(name, &Written(field))
        {
            self.0 = Err(error);
        }
    }
}

impl<C, M: SerializeMap> Fields<C> for Writer<M> {
    #[inline]
    fn field<T: Field<C>>(&mut self, name: &'static str, value: &T, _: &T) {
        self.write(name, value);
    }

    // An option is written as one, as it is read, because formats other than JSON mark options.
    #[inline]
    fn optional<T: Field<C> + Absent>(&mut self, name: &'static str, value: &T, _: &T) {
        if !value.is_absent() {
            self.write(name, value);
        }
    }

    #[inline]
    fn any<T: Serialize>(&mut self, name: &'static str, value: &Option<T>, _: &Option<T>)
    where
        Option<T>: Field<C>,
    {
        if let Some(value) = value {
            self.write(name, value);
        }
    }

    fn others<T: Serialize>(&mut self, _: &'static str, value: &BTreeMap<String, T>, _: &BTreeMap<String, T>)
    where
        BTreeMap<String, T>: Field<C>,
    {
        value.iter().for_each(|(name, value)| self.write(name, value));
    }

    #[inline]
    fn constant<T: Serialize>(&mut self, name: &'static str, value: &T) {
        self.write(name, value);
    }
}

/// Prints a struct as its standard derive does. `names` are the names of the fields; it is empty if they equal the names
/// on the wire.
///
/// # Errors
/// Returns the errors of the formatter.
pub fn debug<T: Object>(
    object: &T,
    formatter: &mut fmt::Formatter<'_>,
    name: &str,
    names: &[&'static str],
) -> fmt::Result {
    let mut printer = Printer { printed: formatter.debug_struct(name), names: names.iter() };
    object.visit(object, &mut printer);
    printer.printed.finish()
}

/// Compares the fields of two structs.
#[inline]
pub fn equal<T: Object>(object: &T, other: &T) -> bool {
    let mut comparison = Comparison(true);
    object.visit(other, &mut comparison);
    comparison.0
}

/// Hashes the fields of a struct.
#[inline]
pub fn hash<T: Object, H: Hasher>(object: &T, state: &mut H) {
    object.visit(object, &mut Hashing(state));
}
