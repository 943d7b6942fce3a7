//! Which enums by status need an allowance for large variants.

use super::Emitter;
use crate::ir::{Payload, StatusRow};

/// Where clippy sees a large variant (`clippy::large_enum_variant`, 200 bytes), less what an estimate may miss.
const DIFFERENCE: usize = 150;

impl Emitter<'_> {
    /// Whether one of what an operation answers by status is much larger than all others.
    pub(crate) fn has_large_row(&self, rows: &[StatusRow]) -> bool {
        let sizes = rows.iter().map(|row| match &row.payload {
            Payload::Binary => 32,
            payload => payload.type_().map_or(0, |type_| self.graph.size(type_)),
        });
        is_uneven(sizes.collect())
    }
}

/// Whether one of these is much larger than all others.
fn is_uneven(mut sizes: Vec<usize>) -> bool {
    // What no variant takes is kept as a JSON value.
    sizes.push(32);
    sizes.sort_unstable();
    match sizes.as_slice() {
        [.., second, first] => first - second >= DIFFERENCE,
        _ => false,
    }
}
