//! Removal of dropped types, and contiguous ids for the others.

use super::Passes;
use crate::ir::{NameHint, Owner, TypeId, replace};

impl Passes<'_, '_> {
    /// Drops the removed types and renumbers the others.
    pub(super) fn compact(&mut self) {
        let removed = std::mem::take(&mut self.draft.removed);
        let api = &mut self.draft.api;
        let mut next = 0;
        let numbers: Vec<TypeId> = api
            .type_ids()
            .map(|id| {
                let number = TypeId(next);
                next += usize::from(!removed.contains(&id));
                number
            })
            .collect();
        let mut at = 0;
        api.types.retain(|_| {
            at += 1;
            !removed.contains(&TypeId(at - 1))
        });
        replace(api, &numbers);
        for definition in &mut api.types {
            let NameHint::Inline(contexts) = &mut definition.name else { continue };
            for context in contexts {
                if let Owner::Type(owner) = &mut context.owner {
                    *owner = numbers[owner.0];
                }
            }
        }
    }
}
