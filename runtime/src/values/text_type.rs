//! What the types that keep their text share: `DateTime`, `Date`, `Uuid`, `Base64`.

use std::fmt;

/// A text that is not what its type says: not a date, not a time, not base64.
///
/// Reading a response never gives this error, since such types keep the text they were sent.
/// It comes when the text is asked for its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidText {
    expected: &'static str,
    text: String,
}

impl InvalidText {
    pub(crate) fn new(expected: &'static str, text: &str) -> Self {
        InvalidText { expected, text: text.to_owned() }
    }

    /// The text as it was received.
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

/// Returns the first bytes of a text: whole characters, at most this many bytes. `str::floor_char_boundary` is newer than the
/// compilers that clients are used with.
pub(crate) fn first_bytes(text: &str, limit: usize) -> &str {
    let limit = limit.min(text.len());
    (0..=limit).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// The traits and methods of a type that is a text on the wire and in memory.
macro_rules! text_type {
    ($name:ident) => {
        impl $name {
            /// The text as received, or as it will be sent.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Keeps a text without looking at it. `FromStr` checks it.
            pub fn from_text(text: impl Into<String>) -> Self {
                $name(text.into())
            }

            /// Gives the text away.
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
    fn the_first_bytes_are_whole_characters() {
        let text = "a\u{1f41d}é";
        let cut: Vec<&str> = (0..=9).map(|limit| first_bytes(text, limit)).collect();
        let bee = "a\u{1f41d}";
        assert_eq!(cut, ["", "a", "a", "a", "a", bee, bee, text, text, text]);
    }
}
