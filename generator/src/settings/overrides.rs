//! Entries of `apiarist.toml` that track whether the document uses them.
//!
//! ```toml
//! [names.types]
//! PetOut = "Pet"       # `get("PetOut")` returns it, and marks it as used
//! PetIn = "NewPet"     # `unused()` returns it: the document does not contain this schema
//! ```

use std::cell::RefCell;
use std::hash::Hash;

use indexmap::Equivalent;

use crate::hash::{HashSet, IndexMap};

/// Entries of one table by their keys, in the order of the file, each marked as used or unused.
#[derive(Debug)]
pub struct Overrides<'s, T: ?Sized, K = &'s str> {
    entries: IndexMap<K, &'s T>,
    used: RefCell<HashSet<usize>>,
}

impl<'s, T: ?Sized, K: Eq + Hash> Overrides<'s, T, K> {
    /// Creates overrides, all of them unused.
    pub fn new(entries: impl IntoIterator<Item = (K, &'s T)>) -> Self {
        Self { entries: entries.into_iter().collect(), used: RefCell::default() }
    }

    /// Returns the entry of a key and marks it as used.
    pub fn get<Q>(&self, key: &Q) -> Option<&'s T>
    where
        Q: ?Sized + Hash + Equivalent<K>,
        K: Copy,
    {
        self.get_with_key(key).map(|(_, entry)| entry)
    }

    /// Returns the entry of a key with the key as written in the file, and marks it as used.
    pub fn get_with_key<Q>(&self, key: &Q) -> Option<(K, &'s T)>
    where
        Q: ?Sized + Hash + Equivalent<K>,
        K: Copy,
    {
        let (index, key, entry) = self.entries.get_full(key)?;
        self.used.borrow_mut().insert(index);
        Some((*key, entry))
    }

    /// Applies `read` to the entry of a key. Marks the entry as used unless `read` returns `None`.
    pub fn get_if<Q, U>(&self, key: &Q, read: impl FnOnce(&'s T) -> Option<U>) -> Option<U>
    where
        Q: ?Sized + Hash + Equivalent<K>,
    {
        let (index, _, entry) = self.entries.get_full(key)?;
        let value = read(entry)?;
        self.used.borrow_mut().insert(index);
        Some(value)
    }

    /// Returns the entry of a key without marking it as used.
    pub fn peek<Q: ?Sized + Hash + Equivalent<K>>(&self, key: &Q) -> Option<&'s T> {
        self.entries.get(key).copied()
    }

    /// Returns `true` if there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns all entries in the order of the file, without marking them as used.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &'s T)> {
        self.entries.iter().map(|(key, entry)| (key, *entry))
    }

    /// Returns `true` if the entry of a key was used.
    pub fn is_used<Q: ?Sized + Hash + Equivalent<K>>(&self, key: &Q) -> bool {
        self.entries.get_index_of(key).is_some_and(|index| self.used.borrow().contains(&index))
    }

    /// Returns the unused entries, in the order of the file.
    pub fn unused(&self) -> impl Iterator<Item = (&K, &'s T)> {
        let used = self.used.borrow().clone();
        let entries = self.entries.iter().enumerate().filter(move |(index, _)| !used.contains(index));
        entries.map(|(_, (key, entry))| (key, *entry))
    }
}

impl<'s, T> Overrides<'s, T> {
    /// Creates the overrides of a table of the settings.
    pub fn of_table(table: &'s IndexMap<String, T>) -> Self {
        Self::new(table.iter().map(|(key, entry)| (key.as_str(), entry)))
    }
}
