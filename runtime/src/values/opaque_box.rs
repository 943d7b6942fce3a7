//! A box that stops the recursive evaluation of auto traits.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};
use std::panic::{RefUnwindSafe, UnwindSafe};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A `Box` whose content is not visited when the compiler decides whether a type is `Send` or `Sync`.
///
/// To decide this, the compiler visits every type that a type contains. It fails with error E0275 if types nest more
/// deeply than the recursion limit of the crate that requires the result, for example a program that holds a value
/// across an `.await`. Deeply nested generated types contain an `OpaqueBox` at intervals, so no program has to raise
/// its limit. It is used like a `Box`:
///
/// ```
/// # use apiarist_runtime::OpaqueBox;
/// let mut names = OpaqueBox::new(vec!["Ada"]);
/// names.push("Grace");
/// assert_eq!(names.len(), 2);
/// assert_eq!(names.into_inner(), ["Ada", "Grace"]);
/// ```
pub struct OpaqueBox<T>(Box<dyn Content<T>>);

/// The content of the box. A trait object is `Send` and `Sync` by its supertraits alone, regardless of its type. Its
/// methods are compiled where the box is created, so the code for deep types nests less deeply.
trait Content<T>: fmt::Debug + Send + Sync {
    fn get(&self) -> &T;
    fn get_mut(&mut self) -> &mut T;
    fn into_inner(self: Box<Self>) -> T;
    fn duplicate(&self) -> Box<dyn Content<T>>;
    fn equals(&self, other: &T) -> bool;
}

impl<T: Clone + fmt::Debug + PartialEq + Send + Sync + 'static> Content<T> for T {
    fn get(&self) -> &T {
        self
    }

    fn get_mut(&mut self) -> &mut T {
        self
    }

    fn into_inner(self: Box<Self>) -> T {
        *self
    }

    fn duplicate(&self) -> Box<dyn Content<T>> {
        Box::new(self.clone())
    }

    fn equals(&self, other: &T) -> bool {
        self == other
    }
}

impl<T: Clone + fmt::Debug + PartialEq + Send + Sync + 'static> OpaqueBox<T> {
    /// Creates a box.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Box::new(value))
    }
}

impl<T> OpaqueBox<T> {
    /// Returns the value by consuming the box.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

// A trait object does not implement these traits by itself.
impl<T> UnwindSafe for OpaqueBox<T> {}
impl<T> RefUnwindSafe for OpaqueBox<T> {}

impl<T> Deref for OpaqueBox<T> {
    type Target = T;

    fn deref(&self) -> &T {
        (*self.0).get()
    }
}

impl<T> DerefMut for OpaqueBox<T> {
    fn deref_mut(&mut self) -> &mut T {
        (*self.0).get_mut()
    }
}

impl<T> AsRef<T> for OpaqueBox<T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T> AsMut<T> for OpaqueBox<T> {
    fn as_mut(&mut self) -> &mut T {
        self
    }
}

impl<T: Clone + fmt::Debug + PartialEq + Send + Sync + 'static> From<T> for OpaqueBox<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Clone + fmt::Debug + PartialEq + Send + Sync + 'static + Default> Default for OpaqueBox<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Clone for OpaqueBox<T> {
    fn clone(&self) -> Self {
        Self((*self.0).duplicate())
    }
}

impl<T> PartialEq for OpaqueBox<T> {
    fn eq(&self, other: &Self) -> bool {
        (*self.0).equals(other)
    }
}

impl<T: Eq> Eq for OpaqueBox<T> {}

impl<T: PartialOrd> PartialOrd for OpaqueBox<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (**self).partial_cmp(other)
    }
}

impl<T: Ord> Ord for OpaqueBox<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(other)
    }
}

impl<T: Hash> Hash for OpaqueBox<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<T> fmt::Debug for OpaqueBox<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (*self.0).fmt(formatter)
    }
}

impl<'de, T> Deserialize<'de> for OpaqueBox<T>
where
    T: Clone + fmt::Debug + Deserialize<'de> + PartialEq + Send + Sync + 'static,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::new)
    }
}

impl<T: Serialize> Serialize for OpaqueBox<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn box_behaves_like_its_content() {
        let read: OpaqueBox<Vec<i64>> = serde_json::from_str("[1,2]").unwrap();
        assert_eq!(read, vec![1, 2].into());
        assert_ne!(read.clone(), OpaqueBox::default());
        assert_eq!(serde_json::to_string(&read).unwrap(), "[1,2]");
        assert_eq!(format!("{read:?}"), "[1, 2]");
    }

    #[test]
    fn box_is_hashed_and_ordered_like_its_content() {
        let [low, high] = [OpaqueBox::new(1), OpaqueBox::new(2)];
        assert!(low < high && low.cmp(&high) == Ordering::Less);
        let keys: HashSet<OpaqueBox<i32>> = [low.clone(), high, low].into();
        assert_eq!(keys.len(), 2);
    }

    #[test]
    fn box_is_always_send_and_sync() {
        fn is_opaque<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
        // No value of this type can be created, because its content is not `Sync`.
        is_opaque::<OpaqueBox<Cell<u8>>>();
        is_opaque::<OpaqueBox<String>>();
    }
}
