//! The intermediate representation: one API as plain data, after all OpenAPI-specific decisions and before any
//! Rust-specific ones.
//!
//! This module contains no Rust identifiers, no tokens and no keywords of the document. Every node keeps its
//! [`Pointer`] into the document, so that later stages can report locations.

mod argument_form;
mod depth;
mod documentation;
mod graph;
mod ids;
mod operation;
mod pagination;
mod scalar;
mod security;
mod server;
mod size;
mod stream_rules;
mod subset;
mod type_uses;
mod types;
mod uses;

pub use argument_form::ArgumentForm;
pub use documentation::{Bound, Constraints, Documentation, stated_bounds};
pub use graph::{Edges, Graph, Holder, Usage, ordered_components};
pub use ids::{GroupId, Id, IdVec, OperationId, StatusEnumId, TypeId};
pub use operation::{
    Body, BodyContent, EventForm, Group, Header, HeaderFormat, Operation, Outcome, Parameter, ParameterLocation,
    ParameterStyle, PartEncoding, Payload, Response, ResponseHeader, SecurityNeed, StatusEnum, StatusRow, Statuses,
    Webhook,
};
pub use pagination::{PageSize, Pagination, PaginationSource, PaginationStyle};
pub use scalar::{RustType, Scalar, ScalarTraits, ValueKind};
pub use security::{Flow, SecurityScheme, SecuritySchemeKind, TokenSource};
pub use server::{Server, ServerVariable};
pub use stream_rules::StreamRules;
pub use subset::{Selected, Subset};
pub(crate) use type_uses::{count_uses, each_type, each_type_of, rename, replace, uses};
pub use types::{
    Custom, Definition, Enumeration, EnumerationValue, Field, Integer, Literal, MemberTest, NameContext, NameHint,
    Owner, Presence, Role, ShapeTest, Struct, StructForm, Tag, TagDispatch, Type, TypeKind, Union, UnionDispatch,
    UnionRow, Variant,
};
pub use uses::{Use, Uses};

use serde_json::Value;

use crate::hash::{HashMap, IndexMap, IndexSet};
use crate::source::Pointer;

/// One API: the content of a document, independent of its notation.
#[derive(Clone, Debug, Default)]
pub struct Api {
    /// The document's `info.title`.
    pub title: String,
    /// The document's `info.version`.
    pub version: String,
    /// The document's `info.description`.
    pub documentation: Documentation,
    /// The absolute URL of the documentation, from the document's `externalDocs`.
    pub documentation_url: Option<String>,
    /// The servers, in document order.
    pub servers: Vec<Server>,
    /// The security schemes, by their name in the document.
    pub security_schemes: IndexMap<String, SecurityScheme>,
    /// Every type, in document order; a [`TypeId`] is an index into this vector.
    pub types: Vec<Definition>,
    /// Groups of operations, in document order; a [`GroupId`] is an index into this vector.
    pub groups: Vec<Group>,
    /// Operations, in document order; an [`OperationId`] is an index into this vector.
    pub operations: Vec<Operation>,
    /// The types of requests that the server sends, to webhooks and callbacks.
    pub received: Vec<Webhook>,
    /// The responses of operations that depend on the status; a [`StatusEnumId`] is an index into this vector.
    pub status_enums: Vec<StatusEnum>,
    /// The locations of values that the document describes, but that are represented as any JSON value.
    pub fallbacks: IndexSet<Pointer>,
    /// The document's examples of values that requests need, by the origin of a parameter, body, field or definition,
    /// without long strings and nulls.
    pub examples: HashMap<Pointer, Value>,
    /// The items that the selection of `apiarist.toml` leaves out.
    pub unselected: Unselected,
}

/// The items of a document that the client lacks because the user did not select them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unselected {
    /// The locations of the operations. A location that several paths share occurs once for each of them.
    pub operations: Vec<Pointer>,
    /// The locations of the named types.
    pub types: Vec<Pointer>,
}

impl Api {
    /// Returns the definition of a type.
    pub fn definition(&self, id: TypeId) -> &Definition {
        &self.types[id.0]
    }

    /// Returns an operation.
    pub fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.0]
    }

    /// Returns a group of operations.
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[id.0]
    }

    /// Returns a status enum.
    pub fn status_enum(&self, id: StatusEnumId) -> &StatusEnum {
        &self.status_enums[id.0]
    }

    /// Returns the servers that a client can call: those with an absolute URL.
    pub fn absolute_servers(&self) -> impl Iterator<Item = &Server> {
        self.servers.iter().filter(|server| server.is_absolute)
    }

    /// Returns `true` if the caller can choose between several servers.
    pub fn has_server_choice(&self) -> bool {
        self.absolute_servers().nth(1).is_some()
    }

    /// Returns the operations of each group, in document order.
    pub fn operations_by_group(&self) -> IdVec<GroupId, Vec<OperationId>> {
        let mut groups = IdVec::filled(Vec::new(), self.groups.len());
        for (id, operation) in self.numbered_operations() {
            if let Some(group) = groups.get_mut(operation.group) {
                group.push(id);
            }
        }
        groups
    }

    /// Returns the ids of all types, in document order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId)
    }

    /// Returns each operation with its id, in document order.
    pub fn numbered_operations(&self) -> impl Iterator<Item = (OperationId, &Operation)> + Clone {
        self.operations.iter().enumerate().map(|(position, operation)| (OperationId(position), operation))
    }

    /// Returns the ids of all operations in the order of their routes, which does not depend on the order of the document.
    pub fn operations_by_route(&self) -> Vec<OperationId> {
        let mut ids: Vec<OperationId> = self.numbered_operations().map(|(id, _)| id).collect();
        ids.sort_by_key(|id| &self.operation(*id).route);
        ids
    }

    /// Returns each status enum with its id, in document order.
    pub fn numbered_status_enums(&self) -> impl Iterator<Item = (StatusEnumId, &StatusEnum)> + Clone {
        self.status_enums.iter().enumerate().map(|(position, status_enum)| (StatusEnumId(position), status_enum))
    }
}
