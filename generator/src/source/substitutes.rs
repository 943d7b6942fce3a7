//! Values that replace values of the tree.
//!
//! Nodes of the model borrow from the tree. If the tree has another value than the document means, such as the number
//! 1.1 for a version written as `1.10`, the model needs a value with the lifetime of the tree.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// An append-only array whose elements can be borrowed while it grows.
///
/// Element `n` is in the bucket of the highest bit of `n + 1`. A bucket is allocated at once and never moves.
#[derive(Debug, Default)]
pub(super) struct Substitutes {
    length: AtomicUsize,
    buckets: [OnceLock<Bucket>; BUCKETS],
}

/// A bucket, whose capacity is two to the power of its number.
type Bucket = Box<[OnceLock<Box<[Value]>>]>;

/// A document cannot contain more than 2^32 elements.
const BUCKETS: usize = 32;

impl Substitutes {
    /// Stores values and returns them for the lifetime of the array.
    pub(super) fn keep(&self, values: Vec<Value>) -> &[Value] {
        let number = self.length.fetch_add(1, Ordering::Relaxed) + 1;
        let bucket = number.ilog2() as usize;
        let slot = self.buckets.get(bucket).and_then(|slots| {
            let slots = slots.get_or_init(|| std::iter::repeat_with(OnceLock::new).take(1 << bucket).collect());
            slots.get(number - (1 << bucket))
        });
        slot.map_or(&[], |slot| slot.get_or_init(|| values.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_values_stay_while_more_are_kept() {
        let substitutes = Substitutes::default();
        let lists: Vec<&[Value]> = (0..100).map(|number| substitutes.keep(vec![number.into()])).collect();
        for (number, values) in lists.iter().enumerate() {
            assert_eq!(*values, [Value::from(number)]);
        }
    }
}
