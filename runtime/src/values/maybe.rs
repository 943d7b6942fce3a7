//! Properties that may be absent, null or set: three states, where `Option` has two.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A property that is absent, null or set.
///
/// Update requests need all three states: absent keeps the current value, null removes it.
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
    /// The property is absent.
    #[default]
    Absent,
    /// The property is null.
    Null,
    /// The property is set to this value.
    Value(T),
}

impl<T> Maybe<T> {
    /// Returns `true` if the property is absent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Maybe::Absent)
    }

    /// Returns `true` if the property is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Maybe::Null)
    }

    /// Returns `true` if the property has a value.
    pub fn is_value(&self) -> bool {
        matches!(self, Maybe::Value(_))
    }

    /// Returns a reference to the value, or `None` if it is absent or null.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Maybe::Value(value) => Some(value),
            Maybe::Absent | Maybe::Null => None,
        }
    }

    /// Returns the value, or `None` if it is absent or null.
    pub fn into_option(self) -> Option<T> {
        match self {
            Maybe::Value(value) => Some(value),
            Maybe::Absent | Maybe::Null => None,
        }
    }

    /// Converts from `&Maybe<T>` to `Maybe<&T>`.
    pub fn as_ref(&self) -> Maybe<&T> {
        match self {
            Maybe::Value(value) => Maybe::Value(value),
            Maybe::Absent => Maybe::Absent,
            Maybe::Null => Maybe::Null,
        }
    }

    /// Applies a function to the value; absent and null are returned unchanged.
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

/// `None` becomes null, not absent: an explicit `None` is sent.
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

/// An absent value by itself is written as null. The `Object` derive omits absent properties.
impl<T: Serialize> Serialize for Maybe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_option().serialize(serializer)
    }
}
