//! The part of an API that the user selected, as an API of its own.
//!
//! ```text
//! operations   listPets, createPet, listOwners         keep listPets: it becomes operation 0
//! types        Pet (0), NewPet (1), Owner (2)          keep Owner, which Pet refers to: it becomes type 1
//! ```
//!
//! Names, derives and the facts of the [`Graph`](super::Graph) are determined for the complete API and then reduced,
//! so that a selection leaves items out but never changes one.

use super::{
    Api, Definition, GroupId, Id, IdVec, NameHint, Operation, OperationId, Outcome, Owner, StatusEnumId, TypeId,
    Unselected, replace,
};
use crate::hash::HashSet;

/// The items that the user selected.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The operations.
    pub operations: IdVec<OperationId, bool>,
    /// The webhooks and callbacks, in the order of [`Api::received`].
    pub received: Vec<bool>,
    /// Whether named types that no selected operation or webhook refers to are selected, too.
    pub unreferenced: bool,
}

/// The items that an API keeps, each with its new id.
#[derive(Clone, Debug)]
pub struct Subset {
    types: IdVec<TypeId, Option<TypeId>>,
    groups: IdVec<GroupId, Option<GroupId>>,
    operations: IdVec<OperationId, Option<OperationId>>,
    status_enums: IdVec<StatusEnumId, Option<StatusEnumId>>,
    received: Vec<bool>,
    /// The security schemes that a kept operation requires.
    schemes: HashSet<String>,
}

impl Subset {
    /// Determines the items that the selected operations and webhooks need.
    pub fn new(api: &Api, selected: Selected) -> Self {
        let mut groups = IdVec::filled(false, api.groups.len());
        let mut schemes = HashSet::default();
        let operations = || api.numbered_operations().filter(|(id, _)| selected.operations[*id]);
        for (_, operation) in operations() {
            groups[operation.group] = true;
            schemes.extend(operation.security.iter().flatten().map(|need| need.scheme.clone()));
        }
        let mut roots: Vec<TypeId> = operations().flat_map(|(_, operation)| types_of(api, operation)).collect();
        for (webhook, _) in api.received.iter().zip(&selected.received).filter(|(_, is_kept)| **is_kept) {
            webhook.type_.for_each_named(&mut |id| roots.push(id));
        }
        if selected.unreferenced {
            roots.extend(api.type_ids().filter(|id| matches!(api.definition(*id).name, NameHint::Component(_))));
        }
        let status_enums = api.status_enums.iter().map(|status_enum| selected.operations[status_enum.operation]);
        Self {
            types: numbered(&reached(api, roots)),
            groups: numbered(&groups),
            status_enums: numbered(&status_enums.collect()),
            operations: numbered(&selected.operations),
            received: selected.received,
            schemes,
        }
    }

    /// Returns the new ids of the types.
    pub fn types(&self) -> &IdVec<TypeId, Option<TypeId>> {
        &self.types
    }

    /// Returns the new ids of the groups.
    pub fn groups(&self) -> &IdVec<GroupId, Option<GroupId>> {
        &self.groups
    }

    /// Returns the new ids of the operations.
    pub fn operations(&self) -> &IdVec<OperationId, Option<OperationId>> {
        &self.operations
    }

    /// Returns the new ids of the status enums.
    pub fn status_enums(&self) -> &IdVec<StatusEnumId, Option<StatusEnumId>> {
        &self.status_enums
    }

    /// Returns `true` if an operation requires this security scheme.
    pub fn needs_scheme(&self, scheme: &str) -> bool {
        self.schemes.contains(scheme)
    }

    /// Returns the part of an API that this subset keeps.
    pub fn retain(&self, api: Api) -> Api {
        let unselected = self.unselected(&api);
        let mut api = api;
        keep(&mut api.types, &self.types);
        keep(&mut api.groups, &self.groups);
        keep(&mut api.operations, &self.operations);
        keep(&mut api.status_enums, &self.status_enums);
        let mut is_received = self.received.iter();
        api.received.retain(|_| is_received.next().copied().unwrap_or_default());
        api.security_schemes.retain(|scheme, _| self.needs_scheme(scheme));
        // What is left refers to kept items alone, so the number of a dropped one does not matter.
        let numbers: Vec<TypeId> = self.types.values().map(|number| number.unwrap_or(TypeId(0))).collect();
        replace(&mut api, &numbers);
        for definition in &mut api.types {
            self.renumber_contexts(definition);
        }
        for operation in &mut api.operations {
            operation.group = self.groups[operation.group].unwrap_or(operation.group);
            for outcome in [&mut operation.success, &mut operation.failure] {
                if let Outcome::ByStatus(id) = outcome {
                    *id = self.status_enums[*id].unwrap_or(*id);
                }
            }
        }
        for status_enum in &mut api.status_enums {
            status_enum.operation = self.operations[status_enum.operation].unwrap_or(status_enum.operation);
        }
        api.unselected = unselected;
        api
    }

    fn unselected(&self, api: &Api) -> Unselected {
        let operations = api.numbered_operations().filter(|(id, _)| self.operations[*id].is_none());
        let types = api.type_ids().filter(|id| self.types[*id].is_none()).map(|id| api.definition(id));
        let named = types.filter(|definition| matches!(definition.name, NameHint::Component(_)));
        Unselected {
            operations: operations.map(|(_, operation)| operation.origin.clone()).collect(),
            types: named.map(|definition| definition.origin.clone()).collect(),
        }
    }

    /// Drops the locations of an inline type in dropped items. A type without any other is named already, so it becomes
    /// a type with a name.
    fn renumber_contexts(&self, definition: &mut Definition) {
        let NameHint::Inline(contexts) = &mut definition.name else { return };
        contexts.retain_mut(|context| {
            let owner = match context.owner {
                Owner::Type(id) => self.types[id].map(Owner::Type),
                Owner::Operation(id) => self.operations[id].map(Owner::Operation),
            };
            context.owner = owner.unwrap_or(context.owner);
            owner.is_some()
        });
        if contexts.is_empty() {
            definition.name = NameHint::Component(definition.origin.to_string());
        }
    }
}

/// Returns all types that an operation refers to, including those of responses that its outcome does not have.
fn types_of(api: &Api, operation: &Operation) -> Vec<TypeId> {
    let (mut types, responses) = api.carried_by(operation);
    types.extend(responses);
    for type_ in operation.responses.iter().filter_map(|response| response.payload.type_()) {
        type_.for_each_named(&mut |id| types.push(id));
    }
    types
}

/// Returns the types that can be reached from some types, and the owners of inline ones.
fn reached(api: &Api, roots: Vec<TypeId>) -> IdVec<TypeId, bool> {
    let mut reached = IdVec::filled(false, api.types.len());
    let mut open = roots;
    while let Some(id) = open.pop() {
        if std::mem::replace(&mut reached[id], true) {
            continue;
        }
        open.extend(api.held_by(id));
        if let NameHint::Inline(contexts) = &api.definition(id).name
            && let Some(Owner::Type(owner)) = contexts.first().map(|context| context.owner)
        {
            open.push(owner);
        }
    }
    reached
}

/// Numbers the kept ids.
fn numbered<I: Id>(is_kept: &IdVec<I, bool>) -> IdVec<I, Option<I>> {
    let mut next = 0;
    let numbers = is_kept.values().map(|is_kept| {
        is_kept.then(|| {
            next += 1;
            I::new(next - 1)
        })
    });
    numbers.collect()
}

/// Drops the values without a new id.
fn keep<I: Id, T>(values: &mut Vec<T>, numbers: &IdVec<I, Option<I>>) {
    let mut numbers = numbers.values();
    values.retain(|_| numbers.next().is_some_and(Option::is_some));
}
