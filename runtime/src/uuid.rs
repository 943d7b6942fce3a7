//! UUIDs: the text as received.

use std::str::FromStr;

use crate::text::{InvalidText, text_type};

/// A universally unique identifier (`format: uuid`), kept as the text that was received.
///
/// ```
/// use apiarist_runtime::Uuid;
///
/// let id: Uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8".parse()?;
/// assert_eq!(id.as_str(), "67e55044-10b1-426f-9247-bb680e5fe0c8");
/// assert!("67e55044".parse::<Uuid>().is_err());
/// # Ok::<(), apiarist_runtime::InvalidText>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Uuid(String);
text_type!(Uuid);

impl FromStr for Uuid {
    type Err = InvalidText;

    /// Checks that the text is hexadecimal in groups of 8, 4, 4, 4 and 12 digits.
    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let good = text.len() == 36
            && text.bytes().enumerate().all(|(place, byte)| match place {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
        if good {
            Ok(Uuid(text.to_owned()))
        } else {
            Err(InvalidText::new("a UUID such as 67e55044-10b1-426f-9247-bb680e5fe0c8", text))
        }
    }
}
