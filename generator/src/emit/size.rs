//! Status enums that need an allowance for large variants.

use super::Emitter;
use crate::ir::{Payload, StatusRow};

/// The size difference at which clippy reports a large variant (`clippy::large_enum_variant`, 200 bytes), minus the
/// error of an estimate.
const DIFFERENCE: usize = 150;

impl Emitter<'_> {
    /// Returns `true` if one row of a status enum is much larger than all others.
    pub(crate) fn has_large_row(&self, rows: &[StatusRow]) -> bool {
        let sizes = rows.iter().map(|row| match &row.payload {
            Payload::Binary => 32,
            payload => payload.type_().map_or(0, |type_| self.graph.size(type_)),
        });
        is_uneven(sizes.collect())
    }
}

/// Returns `true` if one of these sizes is much larger than all others.
fn is_uneven(mut sizes: Vec<usize>) -> bool {
    // The catch-all variant holds a JSON value.
    sizes.push(32);
    sizes.sort_unstable();
    match sizes.as_slice() {
        [.., second, first] => first - second >= DIFFERENCE,
        _ => false,
    }
}
