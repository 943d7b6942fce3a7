//! Responses by status that have the same payload for every status.
//!
//! ```text
//! success  200 → Pet, 201 → Pet                     Pet
//! failure  400 → Problem, 404 → no body             Problem: a status without a body only reports failure
//! failure  400 → Problem, 409 → Conflict            an enum of this operation
//! ```

use super::Passes;
use crate::ir::{Outcome, Payload, Scalar, StatusEnum, StatusEnumId, Type};

impl Passes<'_, '_> {
    /// Replaces responses by status with one payload if all statuses share it.
    pub(super) fn simplify_outcomes(&mut self) {
        let api = &mut self.draft.api;
        let before = std::mem::take(&mut api.status_enums);
        let status_enums = &mut api.status_enums;
        for operation in &mut api.operations {
            for outcome in [&mut operation.success, &mut operation.failure] {
                if let Outcome::ByStatus(id) = outcome {
                    let rows = &before[id.0];
                    *outcome = common(rows).map_or_else(
                        || {
                            status_enums.push(rows.clone());
                            Outcome::ByStatus(StatusEnumId(status_enums.len() - 1))
                        },
                        Outcome::One,
                    );
                }
            }
        }
    }
}

/// Returns the payload that all statuses share. A failure without a body does not count.
fn common(rows: &StatusEnum) -> Option<Payload> {
    let mut payloads: Vec<&Payload> = rows.rows.iter().map(|row| &row.payload).collect();
    if rows.is_failure {
        payloads.retain(|payload| **payload != Payload::None);
    }
    payloads.dedup();
    match payloads.as_slice() {
        [] if rows.is_failure => Some(Payload::Json(Type::Scalar(Scalar::Any))),
        [] => Some(Payload::None),
        [only] => Some((*only).clone()),
        [first, others @ ..] if others.iter().all(|other| other == first) => Some((*first).clone()),
        _ => None,
    }
}
