//! A member that may be absent, null, or there: three cases where `Option` has two.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that an object may leave out, set to null, or hold.
///
/// Requests that change something need all three: absent leaves a value alone, null removes it.
///
/// ```
/// # use apiarist_runtime::Maybe;
/// let topic: Maybe<String> = "bees".to_owned().into();
/// assert_eq!(topic.as_option().map(String::as_str), Some("bees"));
/// assert!(Maybe::<String>::default().is_absent());
/// assert!(Maybe::<String>::from(None).is_null());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Maybe<T> {
    /// The member is left out.
    #[default]
    Absent,
    /// The member is there and is null.
    Null,
    /// The member is there and holds this.
    Value(T),
}

impl<T> Maybe<T> {
    /// Whether the member is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Maybe::Absent)
    }

    /// Whether the member is there and is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Maybe::Null)
    }

    /// Whether the member holds a value.
    pub fn is_value(&self) -> bool {
        matches!(self, Maybe::Value(_))
    }

    /// The value, if there is one, borrowed.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Maybe::Value(value) => Some(value),
            Maybe::Absent | Maybe::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Maybe::Value(value) => Some(value),
            Maybe::Absent | Maybe::Null => None,
        }
    }

    /// Borrows what is inside.
    pub fn as_ref(&self) -> Maybe<&T> {
        match self {
            Maybe::Value(value) => Maybe::Value(value),
            Maybe::Absent => Maybe::Absent,
            Maybe::Null => Maybe::Null,
        }
    }

    /// Changes the value, if there is one, and leaves the other two cases as they are.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Maybe<U> {
        match self {
            Maybe::Value(value) => Maybe::Value(change(value)),
            Maybe::Absent => Maybe::Absent,
            Maybe::Null => Maybe::Null,
        }
    }
}

impl<T> From<T> for Maybe<T> {
    fn from(value: T) -> Self {
        Maybe::Value(value)
    }
}

/// `None` becomes null, not absent: who says "none" wants it written.
impl<T> From<Option<T>> for Maybe<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Maybe::Null, Maybe::Value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Maybe::from)
    }
}

/// Alone, an absent value is written as null; the tables leave it out.
impl<T: Serialize> Serialize for Maybe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_option().serialize(serializer)
    }
}
