//! Unions that are variants of each other.
//!
//! ```yaml
//! A: {oneOf: [{$ref: B}, {type: string}]}
//! B: {oneOf: [{$ref: A}, {type: integer}]}    # A is dropped here: decoding a B as an A would try B again, endlessly
//! ```

use std::collections::BTreeSet;

use super::dispatch::resolve;
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet};
use crate::ir::{Api, Type, TypeId, TypeKind};
use crate::lower::passes::Passes;

impl Passes<'_, '_> {
    /// Drops variants that contain their own union through unions alone, because decoding a value as one of them would
    /// never terminate.
    pub(crate) fn break_union_cycles(&mut self) {
        // The first union of a cycle loses a variant, and the tag of one union can affect another. Both passes over unions
        // therefore visit them in the order of their locations, which reordering the document does not change.
        let api = &self.draft.api;
        self.draft.unions.sort_by_cached_key(|pending| api.definition(pending.id).origin.to_string());
        let roots: Vec<TypeId> = self.draft.unions.iter().map(|pending| pending.id).collect();
        let dropped = back_edges(&self.draft.api, &roots);
        for pending in &mut self.draft.unions {
            let TypeKind::Union(union) = &mut self.draft.api.types[pending.id.0].kind else { continue };
            let Some(dropped) = dropped.get(&pending.id) else { continue };
            for at in dropped {
                let message = "this variant refers to the union that contains it; the variant is dropped";
                self.diagnostics.report(Code::ReferenceCycle, &union.variants[*at].origin, message);
            }
            retain(&mut pending.listed, dropped);
            retain(&mut union.variants, dropped);
        }
    }
}

fn retain<T>(items: &mut Vec<T>, dropped: &BTreeSet<usize>) {
    let mut at = 0;
    items.retain(|_| {
        at += 1;
        !dropped.contains(&(at - 1))
    });
}

/// Returns the variants of each union that close a cycle, found by a depth-first search with an explicit stack.
fn back_edges(api: &Api, roots: &[TypeId]) -> HashMap<TypeId, BTreeSet<usize>> {
    let (mut open, mut done) = (HashSet::default(), HashSet::default());
    let mut dropped: HashMap<TypeId, BTreeSet<usize>> = HashMap::default();
    for root in roots {
        let mut walk = vec![(*root, 0)];
        while let Some((id, next)) = walk.pop() {
            let TypeKind::Union(union) = &api.definition(id).kind else { continue };
            if (next == 0 && done.contains(&id)) || next == union.variants.len() {
                open.remove(&id);
                done.insert(id);
                continue;
            }
            open.insert(id);
            walk.push((id, next + 1));
            match resolve(api, &union.variants[next].type_) {
                Type::Named(member) if open.contains(member) => drop(dropped.entry(id).or_default().insert(next)),
                Type::Named(member) => walk.push((*member, 0)),
                _ => {}
            }
        }
    }
    dropped
}
