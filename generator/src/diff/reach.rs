//! The operations that reach each type.

use std::sync::Arc;

use crate::ir::{Api, Edges, IdVec, OperationId, TypeId, ordered_components};

/// The maximum number of operations that a change names. Without a limit, thousands of types that thousands of
/// operations reach would take quadratic space.
const NAMED: usize = 1000;

/// The operations that reach a type, or that a change concerns.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// Their routes, such as `GET /pets`, in document order; the first 1,000 of them.
    pub routes: Arc<[Arc<str>]>,
    /// Whether there are more.
    pub has_more: bool,
}

impl Reach {
    /// Returns the reach of one operation.
    pub(super) fn only(route: &Arc<str>) -> Self {
        Self { routes: [route.clone()].into(), has_more: false }
    }
}

/// A reach with the sorted ids of its operations.
#[derive(Clone, Default)]
struct Numbered {
    operations: Arc<[OperationId]>,
    reach: Reach,
}

/// Returns the reach of each type, from the types that contain it and the operations that use it directly.
///
/// Types that contain each other have the same reach, and most types share the reach of their only holder.
pub(super) fn reaches(api: &Api, holders: &Edges, users: &IdVec<TypeId, Vec<OperationId>>) -> IdVec<TypeId, Reach> {
    let routes: IdVec<OperationId, Arc<str>> =
        api.operations.iter().map(|operation| operation.route.as_str().into()).collect();
    let mut found = IdVec::filled(Numbered::default(), holders.len());
    for members in ordered_components(holders) {
        let all_holders = || members.iter().filter_map(|member| holders.get(*member)).flatten();
        // Holders within the same component have no reach yet.
        let mut around: Vec<&Numbered> = all_holders().filter_map(|holder| found.get(*holder)).collect();
        around.retain(|numbered| !numbered.operations.is_empty());
        around.sort_by_key(|numbered| numbered.operations.as_ptr());
        around.dedup_by_key(|numbered| numbered.operations.as_ptr());
        let own = members.iter().filter_map(|member| users.get(*member)).flatten().copied();
        let own: Vec<OperationId> = own.collect();
        let reach = match (own.is_empty(), around.as_slice()) {
            (true, []) => continue,
            (true, [only]) => (*only).clone(),
            _ => merged(own, &around, &routes),
        };
        for member in members {
            if let Some(location) = found.get_mut(member) {
                *location = reach.clone();
            }
        }
    }
    found.map(|_, numbered| numbered.reach)
}

fn merged(own: Vec<OperationId>, around: &[&Numbered], routes: &IdVec<OperationId, Arc<str>>) -> Numbered {
    let mut operations = own;
    operations.extend(around.iter().flat_map(|numbered| numbered.operations.iter().copied()));
    operations.sort();
    operations.dedup();
    let has_more = operations.len() > NAMED || around.iter().any(|numbered| numbered.reach.has_more);
    operations.truncate(NAMED);
    let routes = operations.iter().filter_map(|operation| routes.get(*operation).cloned()).collect();
    Numbered { operations: operations.into(), reach: Reach { routes, has_more } }
}
