//! One of the two clients that are compared, and facts derived from its graph.

use super::reach::{Reach, reaches};
use crate::derives::Derives;
use crate::hash::HashMap;
use crate::ir::{
    Api, Edges, Field, Graph, Holder, IdVec, NameHint, OperationId, Presence, Type, TypeId, TypeKind, Usage,
};
use crate::names::Names;
use crate::outline::{SurfaceItem, surface, type_text};
use crate::source::{Document, Pointer};

/// One of two clients, with its document.
#[derive(Debug)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    pub(super) api: &'a Api,
    pub(super) graph: &'a Graph,
    pub(super) names: &'a Names,
    pub(super) derives: &'a Derives,
    /// The operations that reach each type.
    reaches: IdVec<TypeId, Reach>,
    /// The directions of the values of each type, apart from properties that requests or responses lack.
    directions: IdVec<TypeId, Usage>,
    /// The types by their location in the document.
    by_origin: HashMap<&'a Pointer, TypeId>,
}

impl<'a> Side<'a> {
    /// Creates one side of a comparison.
    pub fn new(document: &'a Document, api: &'a Api, graph: &'a Graph, names: &'a Names, derives: &'a Derives) -> Self {
        let mut holders: Edges = IdVec::filled(Vec::new(), api.types.len());
        for id in api.type_ids() {
            for held in api.held_by(id) {
                if let Some(holders) = holders.get_mut(held) {
                    holders.push(id);
                }
            }
        }
        let mut users = IdVec::filled(Vec::new(), api.types.len());
        for (id, operation) in api.numbered_operations() {
            let (requests, responses) = api.carried_by(operation);
            for held in requests.into_iter().chain(responses) {
                if let Some(users) = users.get_mut(held) {
                    users.push(id);
                }
            }
        }
        let reaches = reaches(api, &holders, &users);
        let by_origin = api.type_ids().map(|id| (&api.definition(id).origin, id)).collect();
        Self { document, api, graph, names, derives, reaches, directions: directions(api), by_origin }
    }

    /// Returns the type that is defined at a location.
    pub(super) fn defined_at(&self, location: &Pointer) -> Option<TypeId> {
        self.by_origin.get(location).copied()
    }

    /// Returns the directions of the values of a type. A type that no operation uses has those of its code.
    pub(super) fn directions(&self, id: TypeId) -> Usage {
        let found = self.directions.get(id).copied().unwrap_or_default();
        if found == Usage::default() { self.graph.usage(id) } else { found }
    }

    /// Returns the operations that reach a type.
    pub(super) fn operations_of(&self, id: TypeId) -> Reach {
        self.reaches.get(id).cloned().unwrap_or_default()
    }

    /// Returns the name of a type in the document, or else in Rust.
    pub(super) fn label(&self, id: TypeId) -> String {
        match &self.api.definition(id).name {
            NameHint::Component(name) => name.clone(),
            NameHint::Inline(_) => self.name(id).to_owned(),
        }
    }

    /// Returns the Rust name of a type.
    pub(super) fn name(&self, id: TypeId) -> &'a str {
        &self.names.type_(id).name
    }

    pub(super) fn is_component(&self, id: TypeId) -> bool {
        matches!(self.api.definition(id).name, NameHint::Component(_))
    }

    /// Returns a type as spelled in Rust.
    pub(super) fn text(&self, type_: &Type) -> String {
        type_text(self.names, type_)
    }

    /// Returns the type behind aliases.
    pub(super) fn resolved<'t>(&'t self, type_: &'t Type) -> &'t Type {
        self.graph.resolved(self.api, type_)
    }

    /// Returns the presence of a field.
    pub(super) fn presence(&self, owner: TypeId, field: &Field) -> Presence {
        match &self.api.definition(owner).kind {
            TypeKind::Struct(object) => self.graph.presence(owner, object, field),
            _ => field.presence(self.graph.usage(owner)),
        }
    }

    /// Returns the pointer in which a field or variant is held.
    pub(super) fn holder(&self, owner: TypeId, type_: &Type) -> Holder {
        self.graph.holder(owner, type_)
    }

    /// Returns the type of a field as spelled in Rust.
    pub(super) fn field_text(&self, owner: TypeId, field: &Field) -> String {
        let mut text = self.text(&field.type_);
        if let Some(pointer) = self.holder(owner, &field.type_).name() {
            text = format!("{pointer}<{text}>");
        }
        match self.presence(owner, field) {
            Presence::Required => text,
            Presence::Nullable | Presence::Optional | Presence::WriteOnly => format!("Option<{text}>"),
            Presence::Maybe | Presence::NullableWriteOnly => format!("Maybe<{text}>"),
        }
    }

    /// Returns the method of a group, such as `pets().list`.
    pub(super) fn method(&self, id: OperationId) -> String {
        let names = self.names.operation(id);
        let group = self.names.group(self.api.operation(id).group);
        format!("{}().{}", group.accessor, names.method)
    }

    /// Returns the public surface. `type_name` returns the spelling of a type's name in its lines.
    pub(super) fn surface(&self, type_name: &dyn Fn(TypeId) -> String) -> Vec<SurfaceItem> {
        surface(self.api, self.graph, self.names, type_name)
    }
}

/// Propagates directions from the operations, except to read-only properties of requests and write-only properties of
/// responses.
fn directions(api: &Api) -> IdVec<TypeId, Usage> {
    let (mut requests, mut responses) = (Vec::new(), Vec::new());
    api.received.iter().for_each(|webhook| webhook.type_.for_each_named(&mut |id| responses.push(id)));
    for operation in &api.operations {
        let (requested, responded) = api.carried_by(operation);
        requests.extend(requested);
        responses.extend(responded);
    }
    let requested = reached(api, requests, |field| !field.read_only);
    let responded = reached(api, responses, |field| !field.write_only);
    requested.map(|id, request| Usage { request, response: responded.get(id).copied().unwrap_or_default() })
}

fn reached(api: &Api, roots: Vec<TypeId>, is_carried: fn(&Field) -> bool) -> IdVec<TypeId, bool> {
    let mut seen = IdVec::filled(false, api.types.len());
    let mut open = roots;
    while let Some(id) = open.pop() {
        if seen.get_mut(id).is_none_or(|seen| std::mem::replace(seen, true)) {
            continue;
        }
        match &api.definition(id).kind {
            TypeKind::Struct(object) => {
                let fields = object.fields.iter().filter(|field| is_carried(field)).map(|field| &field.type_);
                fields.chain(&object.extra).for_each(|type_| type_.for_each_named(&mut |held| open.push(held)));
            }
            _ => open.extend(api.held_by(id)),
        }
    }
    seen
}
