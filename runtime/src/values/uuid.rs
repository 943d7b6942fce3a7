//! UUIDs, stored as the received text and parsed on access.

use std::str::FromStr;

use crate::values::text_type::{InvalidText, text_type};

const EXPECTED: &str = "a UUID such as 67e55044-10b1-426f-9247-bb680e5fe0c8";

/// A universally unique identifier (`format: uuid`), stored as the text that was received.
///
/// With the feature `uuid`, it converts from the type of the crate `uuid` by `From`, and `value` converts to that type.
///
/// ```
/// # use apiarist_runtime::Uuid;
/// let id: Uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8".parse()?;
/// assert_eq!(id.as_str(), "67e55044-10b1-426f-9247-bb680e5fe0c8");
/// assert!("67e55044".parse::<Uuid>().is_err());
/// # Ok::<(), apiarist_runtime::InvalidText>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uuid(String);
text_type!(Uuid, sample: "67e55044-10b1-426f-9247-bb680e5fe0c8");

impl FromStr for Uuid {
    type Err = InvalidText;

    /// Validates that the text is hexadecimal digits in groups of 8, 4, 4, 4 and 12.
    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let good = text.len() == 36
            && text.bytes().enumerate().all(|(place, byte)| match place {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
        if good { Ok(Uuid(text.to_owned())) } else { Err(InvalidText::new(EXPECTED, text)) }
    }
}

#[cfg(feature = "uuid")]
impl Uuid {
    /// Returns the value as a type of the crate `uuid`.
    ///
    /// ```
    /// # use apiarist_runtime::Uuid;
    /// let id: Uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8".parse()?;
    /// assert_eq!(Uuid::from(id.value()?), id);
    /// # Ok::<(), apiarist_runtime::InvalidText>(())
    /// ```
    ///
    /// # Errors
    /// Returns an error if the text is not a UUID in a form that the crate `uuid` accepts.
    pub fn value(&self) -> Result<::uuid::Uuid, InvalidText> {
        ::uuid::Uuid::parse_str(self.0.trim()).map_err(|_| InvalidText::new(EXPECTED, &self.0))
    }
}

/// Formats the value with lower-case digits and hyphens.
#[cfg(feature = "uuid")]
impl From<::uuid::Uuid> for Uuid {
    fn from(value: ::uuid::Uuid) -> Self {
        Uuid(value.hyphenated().to_string())
    }
}

#[cfg(feature = "uuid")]
impl TryFrom<&Uuid> for ::uuid::Uuid {
    type Error = InvalidText;

    fn try_from(id: &Uuid) -> Result<Self, InvalidText> {
        id.value()
    }
}

#[cfg(feature = "uuid")]
impl TryFrom<Uuid> for ::uuid::Uuid {
    type Error = InvalidText;

    fn try_from(id: Uuid) -> Result<Self, InvalidText> {
        id.value()
    }
}

#[cfg(all(test, feature = "uuid"))]
mod tests {
    use super::*;

    #[test]
    fn uuid_converts_to_and_from_the_uuid_crate() {
        let value = ::uuid::Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);
        let id = Uuid::from(value);
        assert_eq!(id.as_str(), "67e55044-10b1-426f-9247-bb680e5fe0c8");
        assert_eq!((::uuid::Uuid::try_from(&id), ::uuid::Uuid::try_from(id)), (Ok(value), Ok(value)));
        let upper = Uuid::from_text("67E55044-10B1-426F-9247-BB680E5FE0C8");
        assert_eq!(upper.value(), Ok(value));
        let error = Uuid::from_text("bee_1").value().unwrap_err();
        assert_eq!(error.to_string(), format!("expected {EXPECTED}, found \"bee_1\""));
    }
}
