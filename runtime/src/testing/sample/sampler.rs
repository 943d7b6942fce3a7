//! A deserializer that creates samples, value by value.

use std::{any::type_name, cell::RefCell};

use serde::{
    Deserializer,
    de::{
        DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
        value::{MapDeserializer, StrDeserializer, UsizeDeserializer},
    },
};

use super::{Facts, SampleError};
use crate::tables::reading::REPEATED;

/// The maximum number of values in a sample.
const MOST_VALUES: usize = 100_000;

/// Texts that are tried for types that do not accept any text, after the name of the property.
const TEXTS: &[&str] = &[
    "2024-01-31T12:00:00Z",
    "2024-01-31",
    "12:00:00",
    "67e55044-10b1-426f-9247-bb680e5fe0c8",
    "https://example.com/",
    "user@example.com",
    "example.com",
    "192.0.2.1",
    "2001:db8::1",
    "PT1S",
    "0",
    "c2FtcGxl",
    "",
];

/// A deserializer that returns a sample instead of reading one.
#[derive(Clone, Copy)]
pub(super) struct Sampler<'f> {
    facts: &'f RefCell<Facts>,
    /// The name of the property.
    name: &'static str,
}

impl<'f> Sampler<'f> {
    pub(super) fn new(facts: &'f RefCell<Facts>) -> Self {
        Sampler { facts, name: "text" }
    }

    /// Counts a value.
    fn count(self) -> Result<(), SampleError> {
        let mut facts = self.facts.borrow_mut();
        facts.values += 1;
        if facts.values > MOST_VALUES {
            return Err(SampleError::Final(format!("it has more than {MOST_VALUES} values")));
        }
        Ok(())
    }

    /// Creates an object with the properties that are known to be required.
    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
        self.count()?;
        let object = type_name::<V>();
        let names = {
            let mut facts = self.facts.borrow_mut();
            if !facts.open.insert(object) {
                return Err(SampleError::Failed("it requires itself".to_owned()));
            }
            facts.required.get(object).cloned().unwrap_or_default()
        };
        let value = visitor.visit_map(Properties { facts: self.facts, names: names.into_iter(), value: None });
        let mut facts = self.facts.borrow_mut();
        facts.open.remove(object);
        let Err(SampleError::Missing(name)) = value else { return value };
        let required = facts.required.entry(object).or_default();
        if required.contains(&name) {
            return Err(SampleError::Failed(format!("the property `{name}` cannot be read")));
        }
        required.push(name);
        Err(SampleError::Learned)
    }

    /// Creates a value from one of several candidates: the first one that the type does not reject.
    fn first<'de, V: Visitor<'de>>(
        self,
        candidates: usize,
        visitor: V,
        visit: impl FnOnce(V, usize) -> Result<V::Value, SampleError>,
    ) -> Result<V::Value, SampleError> {
        self.count()?;
        let scalar = type_name::<V>();
        let rejected = self.facts.borrow().rejected.get(scalar).copied().unwrap_or(0);
        match visit(visitor, rejected) {
            Err(SampleError::Failed(message)) if rejected + 1 >= candidates => Err(SampleError::Final(message)),
            Err(SampleError::Failed(_)) => {
                self.facts.borrow_mut().rejected.insert(scalar, rejected + 1);
                Err(SampleError::Learned)
            }
            other => other,
        }
    }
}

macro_rules! scalars {
    ($( $method:ident: $visit:ident($( $value:expr )?), )*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
                self.count()?;
                visitor.$visit($( $value )?)
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Sampler<'_> {
    type Error = SampleError;

    scalars! {
        deserialize_bool: visit_bool(false),
        deserialize_i8: visit_i64(0),
        deserialize_i16: visit_i64(0),
        deserialize_i32: visit_i64(0),
        deserialize_i64: visit_i64(0),
        deserialize_i128: visit_i64(0),
        deserialize_u8: visit_u64(0),
        deserialize_u16: visit_u64(0),
        deserialize_u32: visit_u64(0),
        deserialize_u64: visit_u64(0),
        deserialize_u128: visit_u64(0),
        deserialize_f32: visit_f64(0.0),
        deserialize_f64: visit_f64(0.0),
        deserialize_char: visit_char('a'),
        deserialize_bytes: visit_bytes(&[]),
        deserialize_byte_buf: visit_byte_buf(Vec::new()),
        deserialize_unit: visit_unit(),
        deserialize_ignored_any: visit_unit(),
    }

    /// A type that accepts any value receives null, or else a value of another type.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
        self.first(TEXTS.len() + 5, visitor, |visitor, rejected| match rejected {
            0 => visitor.visit_unit(),
            1 => visitor.visit_i64(0),
            2 => visitor.visit_bool(false),
            3 => visitor.visit_map(Properties { facts: self.facts, names: Vec::new().into_iter(), value: None }),
            4 => visitor.visit_seq(Elements { sampler: self, count: 0 }),
            other => visitor.visit_str(TEXTS.get(other - 5).copied().unwrap_or_default()),
        })
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
        self.first(TEXTS.len() + 1, visitor, |visitor, rejected| match rejected {
            0 => visitor.visit_str(self.name),
            other => visitor.visit_str(TEXTS.get(other - 1).copied().unwrap_or_default()),
        })
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
        visitor.visit_none()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, SampleError> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, SampleError> {
        match name {
            REPEATED => visitor.visit_enum(Variants(self)),
            // The text of a number, as serde_json passes it.
            name if name.starts_with("$serde_json") => {
                visitor.visit_map(MapDeserializer::new([(name, "0")].into_iter()))
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
        self.count()?;
        visitor.visit_seq(Elements { sampler: self, count: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, SampleError> {
        self.count()?;
        visitor.visit_seq(Elements { sampler: self, count: length })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, SampleError> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SampleError> {
        self.object(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, SampleError> {
        self.object(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, SampleError> {
        let first: StrDeserializer<'_, SampleError> = variants.first().copied().unwrap_or_default().into_deserializer();
        visitor.visit_enum(first)
    }
}

/// The properties of an object.
struct Properties<'f> {
    facts: &'f RefCell<Facts>,
    names: std::vec::IntoIter<&'static str>,
    /// The property whose name was read last.
    value: Option<&'static str>,
}

impl<'de> MapAccess<'de> for Properties<'_> {
    type Error = SampleError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, SampleError> {
        let Some(name) = self.names.next() else { return Ok(None) };
        self.value = Some(name);
        let name: StrDeserializer<'_, SampleError> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, SampleError> {
        seed.deserialize(Sampler { facts: self.facts, name: self.value.take().unwrap_or_default() })
    }
}

/// The elements of an array.
struct Elements<'f> {
    sampler: Sampler<'f>,
    count: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = SampleError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, SampleError> {
        if self.count == 0 {
            return Ok(None);
        }
        self.count -= 1;
        seed.deserialize(self.sampler).map(Some)
    }
}

/// The variants of a union, which reads each as an element of an endless sequence.
struct Variants<'f>(Sampler<'f>);

impl<'de> EnumAccess<'de> for Variants<'_> {
    type Error = SampleError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), SampleError> {
        // The union expects the address of a buffered value.
        let address: UsizeDeserializer<SampleError> = 0_usize.into_deserializer();
        Ok((seed.deserialize(address)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variants<'_> {
    type Error = SampleError;

    fn unit_variant(self) -> Result<(), SampleError> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, SampleError> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, SampleError> {
        visitor.visit_seq(self)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, SampleError> {
        visitor.visit_seq(self)
    }
}

impl<'de> SeqAccess<'de> for Variants<'_> {
    type Error = SampleError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, SampleError> {
        let open = self.0.facts.borrow().open.clone();
        let value = seed.deserialize(self.0);
        match value {
            Err(SampleError::Failed(_)) => {
                self.0.facts.borrow_mut().open = open;
                Ok(None)
            }
            other => other.map(Some),
        }
    }
}
