//! Measures the data of a buffered value that is lost when it is read as a variant and written back.

use std::fmt;

use serde::{
    Deserializer, Serialize,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;

use super::key::Key;

/// Returns the number of properties and elements of a value that the variant does not write back, or writes
/// differently.
///
/// An omitted null is not a loss, and neither is a number in another notation. A written null in place of any other
/// value is a nested union that the trial has not read; its loss is counted separately.
///
/// # Errors
/// Returns the errors of the deserializer.
pub fn loss<'de, T: Serialize, D: Deserializer<'de>>(variant: &T, value: D) -> Result<usize, D::Error> {
    // A `Value` cannot be created from an integer beyond 64 bits. Parsing its text instead yields the float to compare.
    let written = serde_json::to_value(variant).or_else(|_| serde_json::from_str(&serde_json::to_string(variant)?));
    match written {
        Ok(written) => Written(&written).deserialize(value),
        Err(_) => Ok(usize::MAX / 2),
    }
}

/// The written value, compared with the visited value.
struct Written<'w>(&'w Value);

impl Written<'_> {
    fn differs_from(&self, value: impl Into<Value>) -> usize {
        usize::from(*self.0 != value.into())
    }

    fn differs_from_number(&self, value: impl Into<Value>) -> usize {
        let value = value.into();
        match self.0 {
            Value::Number(written) if written.is_f64() != value.is_f64() => {
                usize::from(written.as_f64() != value.as_f64())
            }
            written => usize::from(*written != value),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Written<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        match self.0 {
            Value::Null => deserializer.deserialize_ignored_any(IgnoredAny).map(|_| 0),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Written<'_> {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<usize, E> {
        Ok(self.differs_from(()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<usize, E> {
        Ok(self.differs_from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<usize, E> {
        Ok(self.differs_from_number(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<usize, E> {
        Ok(self.differs_from_number(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<usize, E> {
        Ok(self.differs_from_number(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<usize, E> {
        Ok(usize::from(self.0.as_str() != Some(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<usize, A::Error> {
        let Some(written) = self.0.as_array().filter(|written| elements.size_hint() == Some(written.len())) else {
            return Ok(1);
        };
        let mut loss = 0;
        for element in written {
            loss += elements.next_element_seed(Written(element))?.unwrap_or(1);
        }
        Ok(loss)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut properties: A) -> Result<usize, A::Error> {
        let Some(written) = self.0.as_object() else { return Ok(1) };
        let (mut loss, mut found) = (0, 0);
        while let Some(name) = properties.next_key::<Key<'de>>()? {
            match written.get(name.as_str()) {
                Some(value) => {
                    found += 1;
                    loss += properties.next_value_seed(Written(value))?;
                }
                None => loss += usize::from(properties.next_value::<Option<IgnoredAny>>()?.is_some()),
            }
        }
        Ok(loss + written.len().saturating_sub(found))
    }
}
