//! Shared code of the types that store their text: `DateTime`, `Date`, `Uuid`, `Base64`.

use std::fmt;

/// An invalid text for its type: not a date, not a time, not Base64.
///
/// Decoding a response never returns this error, because such types store the text as received. It is returned when the
/// text is parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidText {
    expected: &'static str,
    text: String,
}

impl InvalidText {
    pub(crate) fn new(expected: &'static str, text: &str) -> Self {
        InvalidText { expected, text: text.to_owned() }
    }

    /// Returns the text as received.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for InvalidText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut excerpt: String = self.text.chars().take(60).collect();
        if excerpt.len() < self.text.len() {
            excerpt.push('…');
        }
        write!(formatter, "expected {}, found {excerpt:?}", self.expected)
    }
}

impl std::error::Error for InvalidText {}

/// Returns the longest prefix of whole characters within this many bytes. `str::floor_char_boundary` requires a newer
/// compiler than the minimum supported one.
pub(crate) fn first_bytes(text: &str, limit: usize) -> &str {
    let limit = limit.min(text.len());
    (0..=limit).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// Implements the traits and methods of a type that is a string both on the wire and in memory.
///
/// `sample` is a valid text, for samples in tests.
macro_rules! text_type {
    ($name:ident, sample: $sample:literal) => {
        impl $name {
            /// Returns the text as received or as it will be sent.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Creates a value without validating the text. `FromStr` validates it.
            pub fn from_text(text: impl Into<String>) -> Self {
                $name(text.into())
            }

            /// Returns the text by value.
            pub fn into_text(self) -> String {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[cfg(feature = "testing")]
                if $crate::values::sampling::is_running() {
                    return Ok($name($sample.into()));
                }
                String::deserialize(deserializer).map($name)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    };
}
pub(crate) use text_type;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_end_at_a_character_boundary() {
        let text = "a\u{1f41d}é";
        let cut: Vec<&str> = (0..=9).map(|limit| first_bytes(text, limit)).collect();
        let bee = "a\u{1f41d}";
        assert_eq!(cut, ["", "a", "a", "a", "a", bee, bee, text, text, text]);
    }
}
