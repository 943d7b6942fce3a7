//! `object!`: structs that are JSON objects.
//!
//! What a table expands to decides what a generated crate costs to check, so it is written for the compiler. No field
//! has a `?` of its own, which is two calls of traits and a branch each: the reader and the writer keep the error. The
//! type of each field is known before its member is read: what is still open is looked at again with every call, which
//! makes large objects cost the square of their fields. Members are read by methods rather than by long paths.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, IgnoredAny, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::key::NameInto;
use super::number_reader::NumberSeed;
use super::number_writer::Written;
use crate::Maybe;

/// A struct that is a JSON object. [`object!`](crate::object) implements it.
pub trait Object<'de>: Sized {
    /// Its name, for errors.
    const NAME: &'static str;

    /// Makes it of its members.
    ///
    /// # Errors
    /// When a member is missing or cannot be read.
    fn read<A: MapAccess<'de>>(members: &mut Reader<'de, A>) -> Result<Self, A::Error>;

    /// Writes its members.
    fn write<M: SerializeMap>(&self, members: &mut Writer<M>);
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object ({})", T::NAME)
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(self)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(&mut Reader { map, error: None, name: String::new(), lifetime: PhantomData })
    }
}

/// Reads an object.
///
/// # Errors
/// When the value is no object, or a member is missing or cannot be read.
#[inline]
pub fn decode<'de, T: Object<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // By this method a `NumberReader` tells a struct from a map.
    deserializer.deserialize_newtype_struct(T::NAME, ObjectVisitor(PhantomData))
}

/// Writes an object.
///
/// # Errors
/// Those of the serializer.
#[inline]
pub fn encode<'de, T: Object<'de>, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut members = Writer(serializer.serialize_map(None));
    object.write(&mut members);
    members.0.and_then(SerializeMap::end)
}

/// The members of an object that is being read, one after the other.
pub struct Reader<'de, A: MapAccess<'de>> {
    map: A,
    error: Option<A::Error>,
    /// The name that was read last, where the input does not hold it.
    name: String,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// The name of the next member; `None` when there is none, or when one could not be read.
    #[inline]
    pub fn next_name(&mut self) -> Option<&str> {
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

    /// Reads this member.
    #[inline]
    pub fn required<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) {
        match self.map.next_value_seed(NumberSeed::of_type()) {
            Ok(value) => *field = Some(value),
            Err(error) => self.error = Some(error),
        }
    }

    /// Reads this member; null is no value.
    #[inline]
    pub fn optional<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) {
        match self.map.next_value_seed(NumberSeed::of_type()) {
            Ok(value) => *field = value,
            Err(error) => self.error = Some(error),
        }
    }

    /// Reads this member; null is no value, and neither is absence.
    #[inline]
    pub fn nullable<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) {
        self.optional(field);
    }

    /// Reads this member, whatever it is.
    #[inline]
    pub fn any<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) {
        self.required(field);
    }

    /// Reads this member, which requests have; null is no value.
    #[inline]
    pub fn write_only<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) {
        self.optional(field);
    }

    /// Reads this member, which requests have; null is something else than absence.
    #[inline]
    pub fn nullable_write_only<T: Deserialize<'de>>(&mut self, field: &mut Option<Maybe<T>>) {
        self.required(field);
    }

    /// Reads this member; null is something else than absence.
    #[inline]
    pub fn maybe<T: Deserialize<'de>>(&mut self, field: &mut Option<Maybe<T>>) {
        self.required(field);
    }

    /// Passes over this member.
    #[inline]
    pub fn skip(&mut self) {
        self.required::<IgnoredAny>(&mut None);
    }

    /// Puts this member where all others go.
    pub fn other<T: Deserialize<'de>>(&mut self, name: String, others: &mut BTreeMap<String, T>) {
        let mut member = None;
        self.required(&mut member);
        others.extend(member.map(|value| (name, value)));
    }

    /// Why there is no object: a member could not be read, or else this one is missing.
    ///
    /// # Errors
    /// Always.
    #[cold]
    pub fn fail_without<T>(&mut self, name: &'static str) -> Result<T, A::Error> {
        Err(self.error.take().unwrap_or_else(|| A::Error::missing_field(name)))
    }

    /// Why a member could not be read.
    #[inline]
    pub fn error(&mut self) -> Option<A::Error> {
        self.error.take()
    }
}

/// The members of an object that is being written. After the first error nothing more is written.
pub struct Writer<M: SerializeMap>(Result<M, M::Error>);

impl<M: SerializeMap> Writer<M> {
    /// Writes a member.
    #[inline]
    pub fn required<T: Serialize>(&mut self, name: &str, field: &T) {
        if let Ok(map) = &mut self.0
            && let Err(error) = map.serialize_entry(name, &Written(field))
        {
            self.0 = Err(error);
        }
    }

    /// Writes a member, as null when there is no value.
    #[inline]
    pub fn nullable<T: Serialize>(&mut self, name: &'static str, field: &Option<T>) {
        self.required(name, field);
    }

    /// Writes a member if there is a value.
    #[inline]
    pub fn optional<T: Serialize>(&mut self, name: &'static str, field: &Option<T>) {
        if let Some(value) = field {
            self.required(name, value);
        }
    }

    /// Writes a member if there is a value, which may be null.
    #[inline]
    pub fn any<T: Serialize>(&mut self, name: &'static str, field: &Option<T>) {
        self.optional(name, field);
    }

    /// Writes a member if there is a value.
    #[inline]
    pub fn write_only<T: Serialize>(&mut self, name: &'static str, field: &Option<T>) {
        self.optional(name, field);
    }

    /// Writes a member unless it is absent.
    #[inline]
    pub fn nullable_write_only<T: Serialize>(&mut self, name: &'static str, field: &Maybe<T>) {
        self.maybe(name, field);
    }

    /// Writes a member unless it is absent.
    #[inline]
    pub fn maybe<T: Serialize>(&mut self, name: &'static str, field: &Maybe<T>) {
        if !field.is_absent() {
            self.required(name, field);
        }
    }

    /// Writes the members that the table does not name.
    pub fn others<T: Serialize>(&mut self, others: &BTreeMap<String, T>) {
        others.iter().for_each(|(name, value)| self.required(name, value));
    }
}

/// Defines a struct that is a JSON object, with reading and writing.
///
/// A row is a literal (written first, never a field), a field with its presence, type and name on the wire, or the map
/// of every other member:
///
/// * `x: required(T) = "x"`: a `T`; reading fails without it.
/// * `x: nullable(T) = "x"`: an `Option<T>`; `None` is written as null.
/// * `x: optional(T) = "x"`: an `Option<T>`; `None` is not written.
/// * `x: any(T) = "x"`: an `Option<T>`, where null is one of the values of `T`; `None` is not written.
/// * `x: maybe(T) = "x"`: a [`Maybe<T>`](crate::Maybe).
/// * `x: write_only(T) = "x"`: an `Option<T>`, which `new` takes as a `T`; `None` in what was received without it.
/// * `x: nullable_write_only(T) = "x"`: a [`Maybe<T>`](crate::Maybe), which `new` takes as an `Option<T>`.
/// * `..x(T)`: a `BTreeMap<String, T>`.
///
/// A struct that people make has `new(…)` behind it, which names the required and nullable fields, and gets a method for
/// each of the others; a struct without is received only, and `#[non_exhaustive]`. A text is given as `impl Into<String>`,
/// a `Vec` as anything that can be iterated, what is in a `Box` without it, and `into T` as `impl Into<T>`. The method of
/// `x: optional(T) by set_x = "x"` is called `set_x`.
///
/// ```
/// use apiarist_runtime::{Value, object};
///
/// object! {
///     /// A bee.
///     pub struct Bee {
///         "object" = "bee",
///         /// What it is called.
///         name: required(String) = "name",
///         hive: optional(i64) = "hive",
///         ..extra(Value),
///     }
///     new(name(String))
/// }
///
/// let bee: Bee = serde_json::from_str(r#"{"name":"Maja","hive":null,"age":3}"#)?;
/// assert_eq!(serde_json::to_string(&bee)?, r#"{"object":"bee","name":"Maja","age":3}"#);
/// assert_eq!(serde_json::to_string(&Bee::new("Willy").hive(7))?, r#"{"object":"bee","name":"Willy","hive":7}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! object {
    ($( #[$meta:meta] )* pub struct $name:ident {
        $( $literal:literal = $constant:expr , )*
        $( $( #[$field_meta:meta] )* $field:ident : $presence:ident ( $($type:tt)+ ) $( by $method:ident )? = $wire:literal , )*
        $( .. $others:ident ( $($other:tt)+ ) , )?
    }) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $( $( #[$field_meta] )* pub $field: $crate::__field_type!($presence $($type)+), )*
            $(
                /// Members that the document does not name.
                pub $others: ::std::collections::BTreeMap<::std::string::String, $($other)+>,
            )?
        }
        $crate::__object!($name { $( $literal = $constant , )* $( $field : $presence ( $wire ) , )* $( .. $others )? });
    };
    ($( #[$meta:meta] )* pub struct $name:ident {
        $( $literal:literal = $constant:expr , )*
        $( $( #[$field_meta:meta] )* $field:ident : $presence:ident ( $($type:tt)+ ) $( by $method:ident )? = $wire:literal , )*
        $( .. $others:ident ( $($other:tt)+ ) , )?
    } new()) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $( $( #[$field_meta] )* pub $field: $crate::__field_type!($presence $($type)+), )*
            $(
                /// Members that the document does not name.
                pub $others: ::std::collections::BTreeMap<::std::string::String, $($other)+>,
            )?
        }
        $crate::__object!($name { $( $literal = $constant , )* $( $field : $presence ( $wire ) , )* $( .. $others )? });
        impl $name {
            /// With nothing given.
            pub fn new() -> Self {
                ::core::default::Default::default()
            }
            $( $crate::__setter!($presence [$( $method )? $field] $field $($type)+); )*
        }
    };
    ($( #[$meta:meta] )* pub struct $name:ident {
        $( $literal:literal = $constant:expr , )*
        $( $( #[$field_meta:meta] )* $field:ident : $presence:ident ( $($type:tt)+ ) $( by $method:ident )? = $wire:literal , )*
        $( .. $others:ident ( $($other:tt)+ ) , )?
    } new( $( $argument:ident ( $($given:tt)+ ) ),+ $(,)? )) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $( #[$field_meta] )* pub $field: $crate::__field_type!($presence $($type)+), )*
            $(
                /// Members that the document does not name.
                pub $others: ::std::collections::BTreeMap<::std::string::String, $($other)+>,
            )?
        }
        $crate::__object!($name { $( $literal = $constant , )* $( $field : $presence ( $wire ) , )* $( .. $others )? });
        impl $name {
            /// With what is required.
            #[allow(clippy::too_many_arguments)]
            pub fn new($( $argument: $crate::__given_type!($($given)+) ),+) -> Self {
                $name {
                    $( $field: $crate::__initial!($presence $field $($type)+), )*
                    $( $others: ::std::collections::BTreeMap::new(), )?
                }
            }
            $( $crate::__setter!($presence [$( $method )? $field] $field $($type)+); )*
        }
    };
}

/// Implements reading and writing of an `object!`.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    ($name:ident {
        $( $literal:literal = $constant:expr , )*
        $( $field:ident : $presence:ident ( $wire:literal ) , )*
        $( .. $others:ident )?
    }) => {
        impl<'de> $crate::tables::object::Object<'de> for $name {
            const NAME: &'static str = stringify!($name);
            fn read<A: $crate::serde::de::MapAccess<'de>>(
                members: &mut $crate::tables::object::Reader<'de, A>,
            ) -> ::core::result::Result<Self, A::Error> {
                $( let mut $field = ::core::option::Option::None; )*
                $( let mut $others = ::std::collections::BTreeMap::new(); )?
                // The object stands before its members, so that the type of each is known where it is read.
                #[allow(clippy::never_loop, unreachable_code)]
                let missing = loop {
                    let ::core::option::Option::Some(name) = members.next_name() else {
                        // Only now is the object made, at the place where it is wanted.
                        return match members.error() {
                            ::core::option::Option::Some(error) => ::core::result::Result::Err(error),
                            ::core::option::Option::None => ::core::result::Result::Ok($name {
                                $( $field: $crate::__object_field!($presence $field $wire), )*
                                $( $others )?
                            }),
                        };
                    };
                    match name {
                        $( $wire => members.$presence(&mut $field), )*
                        $( $literal => members.skip(), )*
                        _ => $crate::__object_other!(members name $( $others )?),
                    }
                };
                #[allow(unreachable_code)]
                members.fail_without(missing)
            }
            fn write<M: $crate::serde::ser::SerializeMap>(&self, members: &mut $crate::tables::object::Writer<M>) {
                $( members.required($literal, &$constant); )*
                $( members.$presence($wire, &self.$field); )*
                $( members.others(&self.$others); )?
            }
        }
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::tables::object::decode(deserializer)
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::tables::object::encode(self, serializer)
            }
        }
    };
}

/// What a field of `object!` becomes once all members have been read.
#[doc(hidden)]
#[macro_export]
macro_rules! __object_field {
    (required $field:ident $wire:literal) => {
        match $field {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => break $wire,
        }
    };
    (maybe $field:ident $wire:literal) => {
        $field.unwrap_or_default()
    };
    (nullable_write_only $field:ident $wire:literal) => {
        $field.unwrap_or_default()
    };
    ($presence:ident $field:ident $wire:literal) => {
        $field
    };
}

/// What happens to members that an `object!` does not name.
#[doc(hidden)]
#[macro_export]
macro_rules! __object_other {
    ($members:ident $member:ident) => {
        $members.skip()
    };
    ($members:ident $member:ident $others:ident) => {{
        let member = $member.to_owned();
        $members.other(member, &mut $others)
    }};
}
