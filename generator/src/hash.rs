//! Hash maps and sets with a hash that costs less than the default of the standard library.
//!
//! Keys are names and pointers of a few bytes, for which SipHash takes longer than the search that follows. foldhash has a
//! random seed too, so that no document can contain keys with equal hashes.

pub use foldhash::quality::RandomState;

/// A hash map of the standard library.
pub type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
/// A hash set of the standard library.
pub type HashSet<T> = std::collections::HashSet<T, RandomState>;
/// A hash map in order of insertion.
pub type IndexMap<K, V> = indexmap::IndexMap<K, V, RandomState>;
/// A hash set in order of insertion.
pub type IndexSet<T> = indexmap::IndexSet<T, RandomState>;
