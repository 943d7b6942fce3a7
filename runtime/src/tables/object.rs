//! `object!`: structs that are JSON objects.

use std::collections::BTreeMap;

use serde::{
    Deserialize, Serialize,
    de::{IgnoredAny, MapAccess},
    ser::SerializeMap,
};

use super::key::Key;

/// Members that must be there.
pub mod required {
    use serde::{Serialize, de::Error, ser::SerializeMap};

    /// What the field becomes once the object has been read.
    ///
    /// # Errors
    /// When the member is missing.
    #[inline]
    pub fn finish<T, E: Error>(found: Option<T>, name: &'static str) -> Result<T, E> {
        found.ok_or_else(|| E::missing_field(name))
    }

    /// Writes the member.
    ///
    /// # Errors
    /// Those of the serializer.
    #[inline]
    pub fn write<T: Serialize, M: SerializeMap>(map: &mut M, name: &'static str, field: &T) -> Result<(), M::Error> {
        map.serialize_entry(name, field)
    }
}

/// Members that are null rather than left out; reading forgives their absence.
pub mod nullable {
    use serde::{Serialize, de::Error, ser::SerializeMap};

    /// What the field becomes once the object has been read.
    ///
    /// # Errors
    /// None.
    #[inline]
    pub fn finish<T, E: Error>(found: Option<Option<T>>, _name: &'static str) -> Result<Option<T>, E> {
        Ok(found.flatten())
    }

    /// Writes the member, as null when there is no value.
    ///
    /// # Errors
    /// Those of the serializer.
    #[inline]
    pub fn write<T: Serialize, M: SerializeMap>(
        map: &mut M,
        name: &'static str,
        field: &Option<T>,
    ) -> Result<(), M::Error> {
        map.serialize_entry(name, field)
    }
}

/// Members that are left out when there is no value; null reads as absent.
pub mod optional {
    pub use super::nullable::finish;
    use serde::{Serialize, ser::SerializeMap};

    /// Writes the member if there is a value.
    ///
    /// # Errors
    /// Those of the serializer.
    #[inline]
    pub fn write<T: Serialize, M: SerializeMap>(
        map: &mut M,
        name: &'static str,
        field: &Option<T>,
    ) -> Result<(), M::Error> {
        match field {
            Some(value) => map.serialize_entry(name, value),
            None => Ok(()),
        }
    }
}

/// Members that may be absent, null or there.
pub mod maybe {
    use crate::Maybe;
    use serde::{Serialize, de::Error, ser::SerializeMap};

    /// What the field becomes once the object has been read.
    ///
    /// # Errors
    /// None.
    #[inline]
    pub fn finish<T, E: Error>(found: Option<Maybe<T>>, _name: &'static str) -> Result<Maybe<T>, E> {
        Ok(found.unwrap_or_default())
    }

    /// Writes the member unless it is absent.
    ///
    /// # Errors
    /// Those of the serializer.
    #[inline]
    pub fn write<T: Serialize, M: SerializeMap>(
        map: &mut M,
        name: &'static str,
        field: &Maybe<T>,
    ) -> Result<(), M::Error> {
        if field.is_absent() { Ok(()) } else { map.serialize_entry(name, field) }
    }
}

/// Where members go that the table does not name: nowhere, or into a map.
pub trait Others<'de> {
    /// Takes one member.
    ///
    /// # Errors
    /// When its value cannot be read.
    fn take<A: MapAccess<'de>>(self, key: Key<'de>, map: &mut A) -> Result<(), A::Error>;
}

impl<'de> Others<'de> for () {
    #[inline]
    fn take<A: MapAccess<'de>>(self, _key: Key<'de>, map: &mut A) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }
}

impl<'de, T: Deserialize<'de>> Others<'de> for &mut BTreeMap<String, T> {
    fn take<A: MapAccess<'de>>(self, key: Key<'de>, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value()?;
        self.insert(key.into_string(), value);
        Ok(())
    }
}

/// Writes the members that the table does not name.
///
/// # Errors
/// Those of the serializer.
pub fn write_others<T: Serialize, M: SerializeMap>(map: &mut M, others: &BTreeMap<String, T>) -> Result<(), M::Error> {
    others.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))
}

/// Implements `Serialize` and `Deserialize` for a struct that is a JSON object.
///
/// The table holds, in this order: literals (written first, not fields), fields with their presence and their name on
/// the wire, and the map that keeps every other member.
///
/// * `required("x")`: `T`; reading fails without it.
/// * `nullable("x")`: `Option<T>`; `None` is written as null.
/// * `optional("x")`: `Option<T>`; `None` is not written.
/// * `maybe("x")`: [`Maybe<T>`](crate::Maybe).
///
/// ```
/// use apiarist_runtime::{Value, object};
/// use std::collections::BTreeMap;
///
/// pub struct Bee {
///     pub name: String,
///     pub hive: Option<i64>,
///     pub extra: BTreeMap<String, Value>,
/// }
/// object!(Bee {
///     "object" = "bee",
///     name: required("name"),
///     hive: optional("hive"),
///     ..extra
/// });
///
/// let bee: Bee = serde_json::from_str(r#"{"name":"Maja","hive":null,"age":3}"#)?;
/// assert_eq!(serde_json::to_string(&bee)?, r#"{"object":"bee","name":"Maja","age":3}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! object {
    ($name:ident {
        $( $literal:literal = $constant:expr , )*
        $( $field:ident : $presence:ident ( $wire:literal $(,)? ) , )*
        $( .. $others:ident $(,)? )?
    }) => {
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                struct ObjectVisitor;
                impl<'de> $crate::serde::de::Visitor<'de> for ObjectVisitor {
                    type Value = $name;
                    fn expecting(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        formatter.write_str(concat!("an object (", stringify!($name), ")"))
                    }
                    fn visit_map<A: $crate::serde::de::MapAccess<'de>>(self, mut map: A) -> ::core::result::Result<$name, A::Error> {
                        $( let mut $field = ::core::option::Option::None; )*
                        $( let mut $others = ::std::collections::BTreeMap::new(); )?
                        while let ::core::option::Option::Some(key) = map.next_key::<$crate::tables::key::Key<'de>>()? {
                            match key.as_str() {
                                $( $wire => $field = ::core::option::Option::Some(map.next_value()?), )*
                                $( $literal => $crate::tables::object::Others::take((), key, &mut map)?, )*
                                _ => $crate::tables::object::Others::take(($( &mut $others )?), key, &mut map)?,
                            }
                        }
                        ::core::result::Result::Ok($name {
                            $( $field: $crate::tables::object::$presence::finish($field, $wire)?, )*
                            $( $others )?
                        })
                    }
                }
                deserializer.deserialize_map(ObjectVisitor)
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                #[allow(unused_mut)]
                let mut map = serializer.serialize_map(::core::option::Option::None)?;
                $( $crate::serde::ser::SerializeMap::serialize_entry(&mut map, $literal, &$constant)?; )*
                $( $crate::tables::object::$presence::write(&mut map, $wire, &self.$field)?; )*
                $( $crate::tables::object::write_others(&mut map, &self.$others)?; )?
                $crate::serde::ser::SerializeMap::end(map)
            }
        }
    };
    ($name:ident { $( $literal:literal = $constant:expr ),+ }) => {
        $crate::object!($name { $( $literal = $constant, )+ });
    };
    ($name:ident { $( $literal:literal = $constant:expr , )* $( $field:ident : $presence:ident ( $wire:literal $(,)? ) ),+ }) => {
        $crate::object!($name { $( $literal = $constant, )* $( $field: $presence($wire), )+ });
    };
}
