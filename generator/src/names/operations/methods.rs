//! Methods of groups: one name for each operation, whatever the order of the operations is.
//!
//! ```text
//! group customers: GET /customers/{id}                   get
//!                  GET /customers                        list
//!                  GET /customers/{id}/sources/{id}      get_source
//! group items:     DELETE /vaults/{id}/items/{id}        delete, not delete_vault
//! group members:   GET /teams/{id}/members               list_for_team, since there is another `list`:
//!                  GET /members                          list, since its path is simpler
//! ```
//!
//! Each operation has several candidates, the shortest first. Of the operations that want one name, the one with the
//! simplest path receives it, or none if there are several of them; the others want their next candidate. The
//! result does not depend on the order of the operations, because a name that is rejected once stays rejected.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::wanted::{Addition, GROUP_METHODS, Name, Wanted};
use crate::hash::HashMap;
use crate::ir::{Operation, OperationId};
use crate::names::identifier::escape;
use crate::names::locked::LockedNames;
use crate::names::overrides::AppliedOverrides;
use crate::names::scope::Scope;
use crate::settings::Locked;

/// An operation of a group that needs a method name.
pub(crate) struct MethodCandidate<'a> {
    pub(crate) id: OperationId,
    pub(crate) operation: &'a Operation,
    /// The names that it may have, best first.
    pub(crate) wanted: &'a Wanted,
}

/// Returns the methods of one group.
pub(crate) fn method_names(
    operations: &[MethodCandidate<'_>],
    overrides: &AppliedOverrides<'_>,
    lock: &LockedNames<'_>,
) -> Vec<(OperationId, String)> {
    let mut scope = Scope::new(GROUP_METHODS);
    // Overrides are claimed first, so that no other method takes them.
    let chosen = operations.iter().map(|candidate| overrides.claim(&candidate.operation.route, &mut scope));
    let mut names: Vec<Option<String>> = chosen.collect();
    let is_chosen: Vec<bool> = names.iter().map(Option::is_some).collect();
    for (candidate, name) in operations.iter().zip(&mut names).filter(|(_, name)| name.is_none()) {
        *name = lock.claim(Locked::Method, &candidate.operation.route, &mut scope);
    }
    let unnamed: Vec<usize> = (0..names.len()).filter(|at| names[*at].is_none()).collect();
    let wanted: Vec<&Wanted> = unnamed.iter().map(|at| operations[*at].wanted).collect();
    let mut left = Vec::new();
    for (at, name) in unnamed.into_iter().zip(settle(&wanted, &scope)) {
        match name {
            Some(name) => names[at] = Some(scope.claim([name])),
            None => left.push(at),
        }
    }
    // Paths that differ in nothing that a name can contain are numbered, in an order that no document changes.
    left.sort_by_key(|at| &operations[*at].operation.route);
    for at in left {
        let wanted = operations[at].wanted.names.iter().map(|name| name.text.clone());
        names[at] = Some(scope.claim(wanted.rev()));
    }
    let names = names.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>();
    for ((candidate, name), _) in operations.iter().zip(&names).zip(is_chosen).filter(|(_, is_chosen)| !is_chosen) {
        let operation = candidate.operation;
        lock.note(Locked::Method, &operation.route, name, false, &operation.origin);
    }
    operations.iter().map(|candidate| candidate.id).zip(names.into_iter().map(escape)).collect()
}

/// Assigns a name to each operation, or `None` if all of its candidates are taken.
fn settle(operations: &[&Wanted], scope: &Scope) -> Vec<Option<String>> {
    let names: Vec<Vec<&str>> = useful_names(operations);
    let mut levels = vec![0; operations.len()];
    // The operation of the best precedence that wants each name, and whether it is the only one of that precedence.
    let mut holders: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    let mut waiting: Vec<usize> = (0..operations.len()).collect();
    while let Some(at) = waiting.pop() {
        let Some(name) = names[at].get(levels[at]).copied() else { continue };
        let mut refuse = |at: usize| {
            levels[at] += 1;
            waiting.push(at);
        };
        if !scope.is_free(name) {
            refuse(at);
            continue;
        }
        let (best, is_alone) = holders.get(name).copied().unwrap_or((at, false));
        let order = if best == at { Ordering::Less } else { operations[at].compare(name, operations[best]) };
        if order == Ordering::Less {
            holders.insert(name, (at, true));
        } else {
            refuse(at);
        }
        if order != Ordering::Greater && is_alone {
            refuse(best);
            if order == Ordering::Equal {
                holders.insert(name, (best, false));
            }
        }
    }
    let mut settled = vec![None; operations.len()];
    for (name, (at, _)) in holders.into_iter().filter(|(_, (_, is_alone))| *is_alone) {
        settled[at] = Some(name.to_owned());
    }
    settled
}

/// Returns the candidates of each operation, except those that would not distinguish it from others with the same first
/// candidate.
fn useful_names<'w>(operations: &[&'w Wanted]) -> Vec<Vec<&'w str>> {
    let addition = |wanted: &'w Wanted, addition: Addition| {
        wanted.names.iter().find(|name| name.addition == addition).map(|name| name.text.as_str())
    };
    let mut alike: HashMap<&str, Vec<&'w Wanted>> = HashMap::default();
    for wanted in operations.iter().filter(|wanted| !wanted.names.is_empty()) {
        alike.entry(&wanted.names[0].text).or_default().push(wanted);
    }
    let distinguishes: HashMap<&str, [bool; 2]> = alike
        .into_iter()
        .map(|(name, alike)| {
            let differs = |kind| alike.iter().any(|wanted| addition(wanted, kind) != addition(alike[0], kind));
            (name, [differs(Addition::Version), differs(Addition::Plural)])
        })
        .collect();
    let names = operations.iter().map(|wanted| {
        let [versions, plurals] = wanted.names.first().map_or([false; 2], |name| distinguishes[name.text.as_str()]);
        let is_useful = |name: &&Name| match name.addition {
            Addition::Words => true,
            Addition::Version => versions,
            Addition::Plural => plurals,
        };
        wanted.names.iter().filter(is_useful).map(|name| name.text.as_str()).collect()
    });
    names.collect()
}
