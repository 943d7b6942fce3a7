//! Ids of the items of an API, and vectors that only an id of the matching kind can index.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A position in one of the vectors of an [`Api`](super::Api); the type determines which one.
pub trait Id: Copy {
    /// Returns the id of a position.
    fn new(position: usize) -> Self;

    /// Returns the position.
    fn position(self) -> usize;
}

macro_rules! ids {
    ($($(#[$documentation:meta])* $id:ident)*) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $id(pub usize);

            impl Id for $id {
                fn new(position: usize) -> Self {
                    Self(position)
                }

                fn position(self) -> usize {
                    self.0
                }
            }
        )*
    };
}

ids! {
    /// A type in [`Api::types`](super::Api::types).
    TypeId
    /// A group in [`Api::groups`](super::Api::groups).
    GroupId
    /// An operation in [`Api::operations`](super::Api::operations).
    OperationId
    /// A status enum in [`Api::status_enums`](super::Api::status_enums).
    StatusEnumId
}

/// A value for each id of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdVec<I, T> {
    values: Vec<T>,
    id: PhantomData<fn(I)>,
}

impl<I: Id, T> IdVec<I, T> {
    /// Creates a vector with the same value for each of the first `length` ids.
    pub fn filled(value: T, length: usize) -> Self
    where
        T: Clone,
    {
        Self { values: vec![value; length], id: PhantomData }
    }

    /// Returns the number of ids that have a value.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Returns `true` if no id has a value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Returns the value of an id, or `None` if it has none.
    pub fn get(&self, id: I) -> Option<&T> {
        self.values.get(id.position())
    }

    /// Returns a mutable reference to the value of an id, or `None` if it has none.
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.values.get_mut(id.position())
    }

    /// Returns each id with a mutable reference to its value, in order.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (I, &mut T)> {
        self.values.iter_mut().enumerate().map(|(position, value)| (I::new(position), value))
    }

    /// Returns the ids that have a value, in order.
    pub fn ids(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.values.len()).map(I::new)
    }

    /// Returns the values in the order of their ids.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.values.iter()
    }

    /// Returns each id with its value, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + Clone {
        self.values.iter().enumerate().map(|(position, value)| (I::new(position), value))
    }

    /// Returns the values of the ids that have a new id, in order.
    pub fn retained(self, numbers: &IdVec<I, Option<I>>) -> Self {
        let kept = self.values.into_iter().zip(numbers.values()).filter(|(_, number)| number.is_some());
        kept.map(|(value, _)| value).collect()
    }

    /// Applies a function to each id and its value.
    pub fn map<U>(self, mut change: impl FnMut(I, T) -> U) -> IdVec<I, U> {
        self.values.into_iter().enumerate().map(|(position, value)| change(I::new(position), value)).collect()
    }
}

impl<I, T> Default for IdVec<I, T> {
    fn default() -> Self {
        Self { values: Vec::new(), id: PhantomData }
    }
}

impl<I, T> FromIterator<T> for IdVec<I, T> {
    fn from_iter<V: IntoIterator<Item = T>>(values: V) -> Self {
        Self { values: values.into_iter().collect(), id: PhantomData }
    }
}

impl<I: Id, T> Index<I> for IdVec<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.values[id.position()]
    }
}

impl<I: Id, T> IndexMut<I> for IdVec<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.values[id.position()]
    }
}
