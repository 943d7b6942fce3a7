//! Writes the types of a client as a program names them.

use apiarist::Client;
use apiarist::ir::{Field, Graph, Holder, Outcome, Payload, Presence, Struct, Type, TypeId};
use apiarist::outline::type_text_with;

/// The types of one client, as programs name them.
pub struct Types<'c> {
    pub client: &'c Client,
    pub graph: Graph,
}

impl Types<'_> {
    /// Returns the path of a type in the program.
    pub fn path(&self, type_: &Type) -> String {
        type_text_with(type_, &|id| format!("types::{}", self.client.names().type_(id).name))
    }

    /// Resolves the aliases of a type.
    pub fn resolved<'t>(&'t self, type_: &'t Type) -> &'t Type {
        self.graph.resolved(self.client.api(), type_)
    }

    /// Returns a type inside another one, with the box around it.
    pub fn held(&self, owner: TypeId, type_: &Type) -> String {
        let path = self.path(type_);
        match self.graph.holder(owner, type_) {
            Holder::Inline => path,
            Holder::Box => format!("Box<{path}>"),
            Holder::OpaqueBox => format!("apiarist_runtime::OpaqueBox<{path}>"),
        }
    }

    /// Returns the value type of a map inside another type.
    pub fn element(&self, owner: TypeId, type_: &Type) -> String {
        match self.graph.holder(owner, type_) {
            Holder::OpaqueBox => self.held(owner, type_),
            Holder::Inline | Holder::Box => self.path(type_),
        }
    }

    /// Returns the type of a field.
    pub fn field(&self, id: TypeId, object: &Struct, field: &Field) -> String {
        let held = self.held(id, &field.type_);
        match self.graph.presence(id, object, field) {
            Presence::Required => held,
            Presence::Nullable | Presence::Optional | Presence::WriteOnly => format!("Option<{held}>"),
            Presence::Maybe | Presence::NullableWriteOnly => format!("apiarist_runtime::Maybe<{held}>"),
        }
    }

    /// Returns the success type of a call, or `None` if programs cannot name it.
    pub fn outcome(&self, outcome: &Outcome) -> Option<String> {
        match outcome {
            Outcome::One(payload) => self.payload(payload),
            Outcome::ByStatus(id) => Some(format!("operations::{}", self.client.names().status_enum(*id).type_name)),
        }
    }

    /// Returns the type of a response body.
    pub fn payload(&self, payload: &Payload) -> Option<String> {
        match payload {
            Payload::None => Some("()".to_owned()),
            Payload::Binary => Some("apiarist_runtime::Bytes".to_owned()),
            Payload::Json(type_) | Payload::Text(type_) => Some(self.path(type_)),
            Payload::Events(..) => None,
        }
    }
}
