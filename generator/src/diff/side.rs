//! One of the two clients that are compared, and what follows from its graph.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::ir::{Api, Field, Graph, NameHint, OperationId, Presence, Type, TypeId, TypeKind};
use crate::names::Names;
use crate::outline::{outline, type_text};
use crate::source::Document;

/// One of two clients, with the document that it was made of.
#[derive(Debug)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    pub(super) api: &'a Api,
    pub(super) graph: &'a Graph,
    pub(super) names: &'a Names,
    /// Which types hold a type.
    holders: Vec<Vec<TypeId>>,
    /// Which operations hold a type.
    users: Vec<Vec<OperationId>>,
    /// The operations that reach a type, for those that were asked for.
    reached: RefCell<HashMap<TypeId, Vec<String>>>,
}

impl<'a> Side<'a> {
    /// A client as one of two that are compared.
    pub fn new(document: &'a Document, api: &'a Api, graph: &'a Graph, names: &'a Names) -> Self {
        let mut holders = vec![Vec::new(); api.types.len()];
        for id in api.type_ids() {
            for held in api.held_by(id) {
                if let Some(holders) = holders.get_mut(held.0) {
                    holders.push(id);
                }
            }
        }
        let mut users = vec![Vec::new(); api.types.len()];
        for (number, operation) in api.operations.iter().enumerate() {
            let (requests, responses) = api.carried_by(operation);
            for held in requests.into_iter().chain(responses) {
                if let Some(users) = users.get_mut(held.0) {
                    users.push(OperationId(number));
                }
            }
        }
        Self { document, api, graph, names, holders, users, reached: RefCell::default() }
    }

    /// The operations that reach a type, in document order.
    pub(super) fn operations_of(&self, id: TypeId) -> Vec<String> {
        if let Some(known) = self.reached.borrow().get(&id) {
            return known.clone();
        }
        let mut seen = vec![false; self.holders.len()];
        let mut found: Vec<OperationId> = Vec::new();
        let mut open = vec![id];
        while let Some(at) = open.pop() {
            if seen.get_mut(at.0).is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            found.extend(self.users.get(at.0).into_iter().flatten());
            open.extend(self.holders.get(at.0).into_iter().flatten());
        }
        found.sort();
        found.dedup();
        let routes =
            found.iter().filter_map(|id| self.api.operations.get(id.0)).map(|operation| operation.route.clone());
        let routes: Vec<String> = routes.collect();
        self.reached.borrow_mut().insert(id, routes.clone());
        routes
    }

    /// What a type is called: by the document, or else in Rust.
    pub(super) fn label(&self, id: TypeId) -> String {
        match &self.api.definition(id).name {
            NameHint::Component(name) => name.clone(),
            NameHint::Inline(_) => self.name(id).to_owned(),
        }
    }

    /// What a type is called in Rust.
    pub(super) fn name(&self, id: TypeId) -> &'a str {
        &self.names.type_(id).name
    }

    pub(super) fn is_component(&self, id: TypeId) -> bool {
        matches!(self.api.definition(id).name, NameHint::Component(_))
    }

    /// A type as it is written in Rust.
    pub(super) fn text(&self, type_: &Type) -> String {
        type_text(self.names, type_)
    }

    /// What a type is when other names for types are looked through.
    pub(super) fn resolved<'t>(&'t self, type_: &'t Type) -> &'t Type {
        self.graph.resolved(self.api, type_)
    }

    /// When a field is there.
    pub(super) fn presence(&self, owner: TypeId, field: &Field) -> Presence {
        match &self.api.definition(owner).kind {
            TypeKind::Struct(object) => self.graph.presence(owner, object, field),
            _ => field.presence(self.graph.usage(owner)),
        }
    }

    /// Whether a field holds its type behind a pointer.
    pub(super) fn is_boxed(&self, owner: TypeId, type_: &Type) -> bool {
        self.graph.is_held_boxed(owner, type_)
    }

    /// The type of a field as it is written in Rust.
    pub(super) fn field_text(&self, owner: TypeId, field: &Field) -> String {
        let mut text = self.text(&field.type_);
        if self.is_boxed(owner, &field.type_) {
            text = format!("Box<{text}>");
        }
        match self.presence(owner, field) {
            Presence::Required => text,
            Presence::Nullable | Presence::Optional | Presence::WriteOnly => format!("Option<{text}>"),
            Presence::Maybe | Presence::NullableWriteOnly => format!("Maybe<{text}>"),
        }
    }

    /// The method of a group, such as `pets().list`.
    pub(super) fn method(&self, id: OperationId) -> String {
        let names = self.names.operation(id);
        let group = self.api.operations.get(id.0).map(|operation| self.names.group(operation.group));
        format!("{}().{}", group.map_or("", |group| &group.accessor), names.method)
    }

    pub(super) fn surface(&self) -> String {
        outline(self.api, self.graph, self.names)
    }
}
