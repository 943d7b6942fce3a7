//! Responses by status that have the same payload for every status.
//!
//! ```text
//! success  200 → Pet, 201 → Pet                     Pet
//! failure  400 → Problem, 404 → no body             Problem: a status without a body only reports failure
//! failure  400 → Problem, 409 → Conflict            an enum, shared by all operations with the same statuses and payloads
//! ```

use std::collections::HashMap;

use super::Passes;
use crate::ir::{OperationId, Outcome, Payload, Scalar, StatusEnum, StatusEnumId, Type};

impl Passes<'_, '_> {
    /// Replaces responses by status with one payload if all statuses share it, and merges equal status enums.
    pub(super) fn simplify_outcomes(&mut self) {
        let api = &mut self.draft.api;
        let before = std::mem::take(&mut api.status_enums);
        let mut merged: Vec<StatusEnum> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut outcome = |id: StatusEnumId, operation: OperationId| {
            let rows = &before[id.0];
            if let Some(payload) = common(rows) {
                return Outcome::One(payload);
            }
            let at = *known.entry(format!("{} {:?}", rows.is_failure, rows.rows)).or_insert_with(|| {
                merged.push(StatusEnum { operations: Vec::new(), ..rows.clone() });
                merged.len() - 1
            });
            merged[at].operations.push(operation);
            Outcome::ByStatus(StatusEnumId(at))
        };
        for (number, operation) in api.operations.iter_mut().enumerate() {
            for place in [&mut operation.success, &mut operation.failure] {
                if let Outcome::ByStatus(id) = place {
                    *place = outcome(*id, OperationId(number));
                }
            }
        }
        api.status_enums = merged;
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
